/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/cycle_search.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A cycle counts as short only if it is so by more than the rounding of the lengths. */
static const double tolerance = 1e-6;
/* Added for every step, so that of equally short paths that with fewer steps is taken. */
static const double step = 1e-9;

/* One state: vertex v reached over an even (2 v) or an odd (2 v + 1) number of negative edges. */
struct visit {
    double distance;
    size_t state;
};

LIST(visit_list, struct visit);

struct walker {
    const struct signed_graph *graph;
    enum cycle_kind kind;
    const double *lengths;
    double *distance; /* by state */
    size_t *previous; /* by state: the state before it */
    size_t *edge;     /* by state: the edge it was reached over */
    struct edge_list touched;
    struct visit_list heap;
    struct edge_list path; /* edges of the cycle at hand */
};

void cycle_list_release(struct cycle_list *cycles)
{
    list_release(&cycles->edges);
    list_release(&cycles->starts);
}

size_t cycle_list_count(const struct cycle_list *cycles)
{
    return cycles->starts.count == 0 ? 0 : cycles->starts.count - 1;
}

const size_t *cycle_list_get(const struct cycle_list *cycles, size_t index, size_t *count)
{
    size_t start = cycles->starts.items[index];
    *count = cycles->starts.items[index + 1] - start;
    return cycles->edges.items + start;
}

static void push_visit(struct visit_list *heap, struct visit visit)
{
    list_push(heap, visit);
    size_t i = heap->count - 1;
    while (i > 0 && heap->items[(i - 1) / 2].distance > visit.distance) {
        heap->items[i] = heap->items[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    heap->items[i] = visit;
}

static struct visit pop_visit(struct visit_list *heap)
{
    struct visit top = heap->items[0];
    struct visit last = heap->items[--heap->count];
    size_t i = 0;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= heap->count)
            break;
        if (child + 1 < heap->count &&
            heap->items[child + 1].distance < heap->items[child].distance)
            child++;
        if (heap->items[child].distance >= last.distance)
            break;
        heap->items[i] = heap->items[child];
        i = child;
    }
    heap->items[i] = last;
    return top;
}

static void reach(struct walker *walker, size_t state, double distance, size_t previous,
                  size_t edge)
{
    if (distance >= walker->distance[state])
        return;
    if (isinf(walker->distance[state]))
        list_push(&walker->touched, state);
    walker->distance[state] = distance;
    walker->previous[state] = previous;
    walker->edge[state] = edge;
    push_visit(&walker->heap, (struct visit){distance, state});
}

static void follow_arcs(struct walker *walker, struct visit visit, double limit)
{
    const struct signed_graph *graph = walker->graph;
    size_t v = visit.state / 2;
    for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
        struct signed_arc arc = graph->arcs[i];
        bool negative = graph->edges[arc.edge].negative;
        double distance = visit.distance + walker->lengths[arc.edge] + step;
        if (distance > limit || (negative && walker->kind == CYCLES_SINGLE))
            continue;
        size_t parity = (visit.state & 1) ^ (size_t)negative;
        reach(walker, 2 * arc.to + parity, distance, visit.state, arc.edge);
    }
}

/* Shortest path between two states, within the limit (Dijkstra 1959). */
static bool find_path(struct walker *walker, size_t from, size_t to, double limit)
{
    for (size_t i = 0; i < walker->touched.count; i++)
        walker->distance[walker->touched.items[i]] = (double)INFINITY;
    walker->touched.count = 0;
    walker->heap.count = 0;
    reach(walker, from, 0, from, SIZE_MAX);
    while (walker->heap.count > 0) {
        struct visit visit = pop_visit(&walker->heap);
        if (visit.state == to)
            return true;
        if (visit.distance <= walker->distance[visit.state])
            follow_arcs(walker, visit, limit);
    }
    return false;
}

/* States of the path from its end back to its start. */
static void list_states(const struct walker *walker, size_t from, size_t to,
                        struct edge_list *states)
{
    for (size_t state = to; state != from; state = walker->previous[state])
        list_push(states, state);
    list_push(states, from);
}

/*
 * The path is a closed walk with an odd number of negative edges.  Where it meets a vertex twice
 * with different parity, the part between is one too; the shortest such part is a simple cycle.
 */
static void take_simple_cycle(struct walker *walker, size_t from, size_t to)
{
    struct edge_list states = {0};
    list_states(walker, from, to, &states);
    size_t begin = 0;
    size_t end = states.count - 1;
    for (size_t i = 0; i < states.count; i++)
        for (size_t j = i + 1; j < states.count && j - i < end - begin; j++)
            if (states.items[j] == (states.items[i] ^ 1)) {
                begin = i;
                end = j;
            }
    walker->path.count = 0;
    for (size_t i = begin; i < end; i++)
        list_push(&walker->path, walker->edge[states.items[i]]);
    list_release(&states);
}

static void take_path(struct walker *walker, size_t from, size_t to, size_t closing)
{
    walker->path.count = 0;
    for (size_t state = to; state != from; state = walker->previous[state])
        list_push(&walker->path, walker->edge[state]);
    list_push(&walker->path, closing);
}

static int compare_edges(const void *a, const void *b)
{
    const size_t *left = a;
    const size_t *right = b;
    return (*left > *right) - (*left < *right);
}

static bool is_short(const struct walker *walker)
{
    double length = 0;
    for (size_t i = 0; i < walker->path.count; i++)
        length += walker->lengths[walker->path.items[i]];
    return length < 1 - tolerance;
}

/* Has this search already found the cycle at hand? */
static bool is_known(const struct walker *walker, const struct cycle_list *cycles, size_t first)
{
    for (size_t i = first; i < cycle_list_count(cycles); i++) {
        size_t count;
        const size_t *edges = cycle_list_get(cycles, i, &count);
        if (count == walker->path.count &&
            memcmp(edges, walker->path.items, count * sizeof *edges) == 0)
            return true;
    }
    return false;
}

static void keep_cycle(struct walker *walker, struct cycle_list *cycles, size_t first)
{
    if (!is_short(walker))
        return;
    qsort(walker->path.items, walker->path.count, sizeof *walker->path.items, compare_edges);
    if (is_known(walker, cycles, first))
        return;
    if (cycles->starts.count == 0)
        list_push(&cycles->starts, 0);
    for (size_t i = 0; i < walker->path.count; i++)
        list_push(&cycles->edges, walker->path.items[i]);
    list_push(&cycles->starts, cycles->edges.count);
}

static void search_odd(struct walker *walker, struct cycle_list *cycles, size_t first)
{
    for (size_t v = 0; v < walker->graph->vertex_count; v++) {
        if (!find_path(walker, 2 * v, 2 * v + 1, 1))
            continue;
        take_simple_cycle(walker, 2 * v, 2 * v + 1);
        keep_cycle(walker, cycles, first);
    }
}

static void search_single(struct walker *walker, struct cycle_list *cycles, size_t first)
{
    for (size_t i = 0; i < walker->graph->edge_count; i++) {
        const struct signed_edge *edge = &walker->graph->edges[i];
        if (!edge->negative || !find_path(walker, 2 * edge->a, 2 * edge->b, 1 - walker->lengths[i]))
            continue;
        take_path(walker, 2 * edge->a, 2 * edge->b, i);
        keep_cycle(walker, cycles, first);
    }
}

size_t cycle_search(const struct signed_graph *graph, enum cycle_kind kind, const double *lengths,
                    struct cycle_list *cycles)
{
    size_t states = 2 * graph->vertex_count;
    struct walker walker = {
        .graph = graph,
        .kind = kind,
        .lengths = lengths,
        .distance = alloc_zeroed(states, sizeof *walker.distance),
        .previous = alloc_zeroed(states, sizeof *walker.previous),
        .edge = alloc_zeroed(states, sizeof *walker.edge),
    };
    for (size_t i = 0; i < states; i++)
        walker.distance[i] = (double)INFINITY;
    size_t first = cycle_list_count(cycles);
    if (kind == CYCLES_ODD)
        search_odd(&walker, cycles, first);
    else
        search_single(&walker, cycles, first);
    list_free(walker.distance);
    list_free(walker.previous);
    list_free(walker.edge);
    list_release(&walker.touched);
    list_release(&walker.heap);
    list_release(&walker.path);
    return cycle_list_count(cycles) - first;
}
