/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is left of the largest component as groups go, one after the other (Albert, Jeong and
 * Barabasi 2000).  With S(q) its share of all n groups after q are gone,
 *
 *     R = (1/n) sum over q from 1 to n of S(q)        (Schneider and others 2011)
 *
 * By degree and by betweenness: the highest in what is left goes next, the first of equals; in a
 * large network betweenness is not computed anew.  At random: the mean and the 5th and 95th
 * percentile of orders drawn from the seed.
 */
#include "metrics/sheet_types.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "metrics/measurement.h"
#include "metrics/paths.h"
#include "network/igraph_calls.h"

enum {
    DRAWS = 200,
    LARGE = 300, /* groups from which on betweenness is ranked once */
};

static const struct sheet_column columns[] = {
    {"removed", "Removed", SHEET_COUNT, false, "q: number of groups that are gone"},
    {"by_degree", "By degree", SHEET_NUMBER, false,
     "S(q), share of all groups in the largest component, when those with most neighbours left go "
     "first"},
    {"by_degree_next", "Next by degree", SHEET_GROUP, false, "the group that goes next"},
    {"by_betweenness", "By betweenness", SHEET_NUMBER, false,
     "S(q) when those with the highest betweenness go first"},
    {"by_betweenness_next", "Next by betweenness", SHEET_GROUP, false, "the group that goes next"},
    {"at_random", "At random", SHEET_NUMBER, false, "mean S(q) of 200 random orders"},
    {"at_random_low", "5 %", SHEET_NUMBER, false, "S(q) that 5 % of the orders do not exceed"},
    {"at_random_high", "95 %", SHEET_NUMBER, false, "S(q) that 95 % of the orders do not exceed"},
};

/* One order of removal, and the largest component after each step from 0 to n. */
struct attack {
    size_t *order;
    double *shares;
};

static void attack_init(struct attack *attack, size_t n)
{
    attack->order = alloc_zeroed(n, sizeof *attack->order);
    attack->shares = alloc_zeroed(n + 1, sizeof *attack->shares);
}

static void attack_release(struct attack *attack)
{
    free(attack->order);
    free(attack->shares);
}

static size_t find_root(size_t *parents, size_t vertex)
{
    while (parents[vertex] != vertex) {
        parents[vertex] = parents[parents[vertex]];
        vertex = parents[vertex];
    }
    return vertex;
}

/* Backwards: groups come back one by one and join their neighbours. */
static void follow(struct attack *attack, igraph_adjlist_t *adjacency, size_t n)
{
    size_t *parents = alloc_zeroed(n, sizeof *parents);
    size_t *sizes = alloc_zeroed(n, sizeof *sizes); /* 0 = gone */
    size_t largest = 0;
    for (size_t q = n; q-- > 0;) {
        size_t v = attack->order[q];
        const igraph_vector_int_t *others = igraph_adjlist_get(adjacency, (igraph_integer_t)v);
        parents[v] = v;
        sizes[v] = 1;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++) {
            if (sizes[VECTOR(*others)[j]] == 0)
                continue;
            size_t a = find_root(parents, v);
            size_t b = find_root(parents, (size_t)VECTOR(*others)[j]);
            if (a == b)
                continue;
            size_t wide = sizes[a] >= sizes[b] ? a : b;
            parents[a] = parents[b] = wide;
            sizes[wide] = sizes[a] + sizes[b];
        }
        size_t size = sizes[find_root(parents, v)];
        largest = size > largest ? size : largest;
        attack->shares[q] = (double)largest / (double)n;
    }
    free(parents);
    free(sizes);
}

static double robustness(const double *shares, size_t n)
{
    double sum = 0;
    for (size_t q = 1; q <= n; q++)
        sum += shares[q];
    return n > 0 ? sum / (double)n : (double)NAN;
}

static size_t find_highest(const double *scores, const bool *gone, size_t n)
{
    size_t highest = n;
    for (size_t v = 0; v < n; v++)
        if (!gone[v] && (highest == n || scores[v] > scores[highest] + 1e-9))
            highest = v;
    return highest;
}

static void attack_by_degree(struct attack *attack, igraph_adjlist_t *adjacency, size_t n)
{
    double *left = alloc_zeroed(n, sizeof *left);
    bool *gone = alloc_zeroed(n, sizeof *gone);
    for (size_t v = 0; v < n; v++)
        left[v] =
            (double)igraph_vector_int_size(igraph_adjlist_get(adjacency, (igraph_integer_t)v));
    for (size_t q = 0; q < n; q++) {
        size_t v = find_highest(left, gone, n);
        const igraph_vector_int_t *others = igraph_adjlist_get(adjacency, (igraph_integer_t)v);
        attack->order[q] = v;
        gone[v] = true;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++)
            left[VECTOR(*others)[j]]--;
    }
    free(left);
    free(gone);
    follow(attack, adjacency, n);
}

/* Take away the pairs of a vertex. */
static igraph_error_t isolate(igraph_t *graph, size_t vertex)
{
    igraph_es_t pairs;
    IGRAPH_CHECK(call_es_incident(&pairs, (igraph_integer_t)vertex, IGRAPH_ALL));
    IGRAPH_FINALLY(igraph_es_destroy, &pairs);
    IGRAPH_CHECK(igraph_delete_edges(graph, pairs));
    igraph_es_destroy(&pairs);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t order_by_betweenness(struct attack *attack, igraph_t *graph, bool *gone)
{
    size_t n = (size_t)igraph_vcount(graph);
    struct paths paths = {0};
    for (size_t q = 0; q < n; q++) {
        if (q == 0 || n < LARGE) {
            paths_release(&paths);
            paths_find(&paths, graph, &(struct paths_wish){0});
        }
        size_t v = find_highest(paths.betweenness, gone, n);
        attack->order[q] = v;
        gone[v] = true;
        igraph_error_t code = n < LARGE ? isolate(graph, v) : IGRAPH_SUCCESS;
        if (code != IGRAPH_SUCCESS) {
            paths_release(&paths);
            return code;
        }
    }
    paths_release(&paths);
    return IGRAPH_SUCCESS;
}

static igraph_error_t attack_by_betweenness(struct attack *attack, const igraph_t *simple,
                                            igraph_adjlist_t *adjacency)
{
    size_t n = (size_t)igraph_vcount(simple);
    igraph_t rest;
    IGRAPH_CHECK(igraph_copy(&rest, simple));
    IGRAPH_FINALLY(igraph_destroy, &rest);
    bool *gone = alloc_zeroed(n, sizeof *gone);
    igraph_error_t code = order_by_betweenness(attack, &rest, gone);
    free(gone);
    IGRAPH_CHECK(code);
    igraph_destroy(&rest);
    IGRAPH_FINALLY_CLEAN(1);
    follow(attack, adjacency, n);
    return IGRAPH_SUCCESS;
}

/* A random order (Fisher and Yates), from a generator of our own: splitmix64. */
static void shuffle(size_t *order, size_t n, uint64_t *state)
{
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    for (size_t i = n; i > 1; i--) {
        *state += 0x9e3779b97f4a7c15u;
        uint64_t mixed = (*state ^ (*state >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        size_t j = (size_t)((mixed ^ (mixed >> 31)) % i);
        size_t swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
}

/* Mean and percentiles, by step. */
struct draws {
    double *mean;
    double *low;
    double *high;
    double robustness;
};

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

static void attack_at_random(struct draws *draws, igraph_adjlist_t *adjacency, size_t n,
                             uint64_t seed)
{
    double *all = alloc_zeroed((n + 1) * DRAWS, sizeof *all); /* by step, then by draw */
    struct attack attack;
    attack_init(&attack, n);
    for (size_t draw = 0; draw < DRAWS; draw++) {
        shuffle(attack.order, n, &seed);
        follow(&attack, adjacency, n);
        for (size_t q = 0; q <= n; q++)
            all[q * DRAWS + draw] = attack.shares[q];
        draws->robustness += robustness(attack.shares, n) / (double)DRAWS;
    }
    for (size_t q = 0; q <= n; q++) {
        double *step = &all[q * DRAWS];
        qsort(step, DRAWS, sizeof *step, compare_doubles);
        for (size_t draw = 0; draw < DRAWS; draw++)
            draws->mean[q] += step[draw] / (double)DRAWS;
        draws->low[q] = step[DRAWS / 20 - 1];
        draws->high[q] = step[DRAWS - DRAWS / 20 - 1];
    }
    attack_release(&attack);
    free(all);
}

static void add_next(struct sheet *sheet, const struct selection *selection,
                     const struct attack *attack, size_t q)
{
    if (q < selection->groups.count)
        sheet_add_group(sheet, selection->groups.items[attack->order[q]]);
    else
        sheet_add_groups(sheet, NULL, 0);
}

static void add_rows(struct sheet *sheet, const struct selection *selection,
                     const struct attack *degree, const struct attack *betweenness,
                     const struct draws *draws)
{
    size_t n = selection->groups.count;
    for (size_t q = 0; q <= n && n > 0; q++) {
        sheet_add_number(sheet, (double)q);
        sheet_add_number(sheet, degree->shares[q]);
        add_next(sheet, selection, degree, q);
        sheet_add_number(sheet, betweenness->shares[q]);
        add_next(sheet, selection, betweenness, q);
        sheet_add_number(sheet, draws->mean[q]);
        sheet_add_number(sheet, draws->low[q]);
        sheet_add_number(sheet, draws->high[q]);
    }
    if (n > 0)
        sheet_add_note(sheet, "robustness", "Robustness R",
                       "%.3f by degree, %.3f by betweenness%s, %.3f at random (mean of %d orders)",
                       robustness(degree->shares, n), robustness(betweenness->shares, n),
                       n < LARGE ? "" : " (ranked once)", draws->robustness, DRAWS);
}

static igraph_error_t run_attacks(const struct measurement *measurement, const igraph_t *simple,
                                  igraph_adjlist_t *adjacency, struct sheet *sheet)
{
    size_t n = (size_t)igraph_vcount(simple);
    struct attack degree;
    struct attack betweenness;
    struct draws draws = {.mean = alloc_zeroed(n + 1, sizeof(double)),
                          .low = alloc_zeroed(n + 1, sizeof(double)),
                          .high = alloc_zeroed(n + 1, sizeof(double))};
    attack_init(&degree, n);
    attack_init(&betweenness, n);
    attack_by_degree(&degree, adjacency, n);
    igraph_error_t code = attack_by_betweenness(&betweenness, simple, adjacency);
    if (code == IGRAPH_SUCCESS) {
        attack_at_random(&draws, adjacency, n, measurement->seed);
        add_rows(sheet, measurement->selection, &degree, &betweenness, &draws);
    }
    attack_release(&degree);
    attack_release(&betweenness);
    free(draws.mean);
    free(draws.low);
    free(draws.high);
    return code;
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    igraph_adjlist_t adjacency;
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    IGRAPH_FINALLY(igraph_adjlist_destroy, &adjacency);
    IGRAPH_CHECK(run_attacks(measurement, simple, &adjacency, sheet));
    igraph_adjlist_destroy(&adjacency);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_curve = {
    .name = "curve",
    .title = "Robustness",
    .reading = "How fast the network falls apart as groups go, the most tied first, the most "
               "between first, or at random. A curve by degree far below the random one marks a "
               "network that stands on few groups; R is the mean height of a curve.",
    .caution =
        "Nothing grows back. It looks at the largest component alone, not at what the others "
        "can still do.",
    .reference = "Albert, Jeong and Barabasi 2000; Schneider and others 2011",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .fill = fill,
};
