/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cycles of a signed graph of which every partition leaves an edge at odds, found by shortest
 * paths: what the integer programme of metrics/cycle_cover.h is made of.  Internal to metrics.
 *
 *   CYCLES_ODD     an odd number of negative edges: no partition into two classes agrees with
 *                  all edges of such a cycle (Cartwright and Harary 1956)
 *   CYCLES_SINGLE  exactly one negative edge: no partition at all does (Davis 1967)
 *
 * An odd cycle through v is a path from v to its copy in the double cover of the graph, which has
 * each vertex twice and in which negative edges cross (Groetschel and Pulleyblank 1981).
 */
#ifndef BLOC_METRICS_CYCLE_SEARCH_H
#define BLOC_METRICS_CYCLE_SEARCH_H

#include "base/list.h"
#include "metrics/signed_graph.h"

enum cycle_kind {
    CYCLES_ODD,
    CYCLES_SINGLE,
};

LIST(edge_list, size_t);

/* Where the edges of each cycle begin in `edges`; a last entry says where they end. */
struct cycle_list {
    struct edge_list edges;
    struct edge_list starts;
};

void cycle_list_release(struct cycle_list *cycles);

size_t cycle_list_count(const struct cycle_list *cycles);

/* Edges of a cycle; *count is how many. */
const size_t *cycle_list_get(const struct cycle_list *cycles, size_t index, size_t *count);

/*
 * Append simple cycles that are shorter than 1, lengths by edge, 0 and up: a shortest one through
 * each vertex or negative edge, each once.  Returns how many; with none, there is no such cycle.
 */
size_t cycle_search(const struct signed_graph *graph, enum cycle_kind kind, const double *lengths,
                    struct cycle_list *cycles);

#endif
