/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/core_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* Fits closer than this are equal, so that rounding does not choose. */
static const double same_fit = 1e-12;

struct search {
    igraph_adjlist_t *adjacency;
    size_t n;
    size_t edges;
    size_t effort; /* left */
    bool *chosen;
    bool *shut;       /* chosen, or left out in this branch */
    size_t *residual; /* by vertex: its edges that nothing chosen covers */
    size_t *counts;   /* scratch: how many vertices have each residual */
    size_t covered;
    double *bounds;  /* by size: no core of the size fits better */
    double *highest; /* by size: the highest bound of this size and above */
    struct core_split *best;
};

double core_fit(double n, double m, double k, double covered)
{
    double pairs = n * (n - 1) / 2;
    double inside = pairs - (n - k) * (n - k - 1) / 2;
    double variance = m * (pairs - m) * inside * (pairs - inside);
    return variance > 0 ? (pairs * covered - m * inside) / sqrt(variance) : (double)NAN;
}

static double fit_of(const struct search *search, size_t k, size_t covered)
{
    return core_fit((double)search->n, (double)search->edges, (double)k, (double)covered);
}

static void choose(struct search *search, size_t vertex)
{
    const igraph_vector_int_t *others =
        igraph_adjlist_get(search->adjacency, (igraph_integer_t)vertex);
    search->covered += search->residual[vertex];
    search->chosen[vertex] = search->shut[vertex] = true;
    for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++)
        search->residual[VECTOR(*others)[j]]--;
}

static void unchoose(struct search *search, size_t vertex)
{
    const igraph_vector_int_t *others =
        igraph_adjlist_get(search->adjacency, (igraph_integer_t)vertex);
    for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++)
        search->residual[VECTOR(*others)[j]]++;
    search->chosen[vertex] = search->shut[vertex] = false;
    search->covered -= search->residual[vertex];
}

/* The open vertex with most uncovered edges, the first of equals; n when all are shut. */
static size_t find_widest(const struct search *search)
{
    size_t widest = search->n;
    for (size_t v = 0; v < search->n; v++)
        if (!search->shut[v] &&
            (widest == search->n || search->residual[v] > search->residual[widest]))
            widest = v;
    return widest;
}

/* The sum of the largest residuals of open vertices: so many edges can be added at most. */
static size_t bound_gain(const struct search *search, size_t left)
{
    size_t largest = 0;
    size_t gain = 0;
    for (size_t v = 0; v < search->n; v++) {
        if (search->shut[v])
            continue;
        search->counts[search->residual[v]]++;
        largest = search->residual[v] > largest ? search->residual[v] : largest;
    }
    for (size_t r = largest + 1; r-- > 0;) {
        size_t taken = search->counts[r] < left ? search->counts[r] : left;
        gain += taken * r;
        left -= taken;
        search->counts[r] = 0;
    }
    return gain;
}

static void record(struct search *search, size_t k, double fit)
{
    search->best->fit = fit;
    search->best->size = k;
    memcpy(search->best->members, search->chosen, search->n * sizeof *search->chosen);
}

/* Can that many covered edges beat the best split? */
static bool is_better(const struct search *search, size_t k, size_t covered)
{
    return fit_of(search, k, covered) > search->best->fit + same_fit;
}

/* Try all cores of k vertices that have the chosen ones; false when the effort ran out. */
static bool branch(struct search *search, size_t k, size_t left)
{
    size_t *left_out = alloc_zeroed(search->n, sizeof *left_out);
    size_t count = 0;
    bool finished = true;
    while (finished) {
        size_t most = search->covered + bound_gain(search, left);
        if (!is_better(search, k, most < search->edges ? most : search->edges))
            break;
        if (left == 0) {
            record(search, k, fit_of(search, k, search->covered));
            break;
        }
        size_t vertex = find_widest(search);
        if (vertex == search->n)
            break;
        finished = search->effort >= search->n;
        if (!finished)
            break;
        search->effort -= search->n;
        choose(search, vertex);
        finished = branch(search, k, left - 1);
        unchoose(search, vertex);
        search->shut[vertex] = true;
        left_out[count++] = vertex;
    }
    for (size_t i = 0; i < count; i++)
        search->shut[left_out[i]] = false;
    free(left_out);
    return finished;
}

static int compare_descending(const void *a, const void *b)
{
    size_t left = *(const size_t *)a;
    size_t right = *(const size_t *)b;
    return (left < right) - (left > right);
}

/* What the largest degrees allow; sizes from 1 to n - 2 have a fit. */
static void find_bounds(struct search *search)
{
    size_t *degrees = alloc_zeroed(search->n, sizeof *degrees);
    size_t most = 0;
    memcpy(degrees, search->residual, search->n * sizeof *degrees);
    qsort(degrees, search->n, sizeof *degrees, compare_descending);
    for (size_t k = 1; k + 2 <= search->n; k++) {
        most += degrees[k - 1];
        most = most < search->edges ? most : search->edges;
        search->bounds[k] = fit_of(search, k, most);
    }
    search->highest[search->n - 1] = -1;
    for (size_t k = search->n - 1; k-- > 1;)
        search->highest[k] = fmax(search->bounds[k], search->highest[k + 1]);
    free(degrees);
}

/* Add the widest vertex again and again, while a larger core may still fit better. */
static void choose_greedily(struct search *search)
{
    size_t *order = alloc_zeroed(search->n, sizeof *order);
    size_t k = 0;
    search->best->fit = -1;
    while (k + 2 < search->n && search->highest[k + 1] > search->best->fit + same_fit) {
        order[k] = find_widest(search);
        choose(search, order[k]);
        k++;
        if (is_better(search, k, search->covered))
            record(search, k, fit_of(search, k, search->covered));
    }
    while (k > 0)
        unchoose(search, order[--k]);
    free(order);
}

/* Every size in turn; those that were not finished keep their bound. */
static void prove(struct search *search)
{
    double open = -1;
    for (size_t k = 1; k + 2 <= search->n; k++) {
        if (search->highest[k] <= search->best->fit + same_fit)
            break;
        if (search->bounds[k] > search->best->fit + same_fit && !branch(search, k, k))
            open = fmax(open, search->bounds[k]);
    }
    search->best->bound = fmax(search->best->fit, open);
}

static void search_init(struct search *search, igraph_adjlist_t *adjacency)
{
    size_t n = (size_t)igraph_adjlist_size(adjacency);
    *search = (struct search){
        .adjacency = adjacency,
        .n = n,
        .chosen = alloc_zeroed(n, sizeof *search->chosen),
        .shut = alloc_zeroed(n, sizeof *search->shut),
        .residual = alloc_zeroed(n, sizeof *search->residual),
        .counts = alloc_zeroed(n, sizeof *search->counts),
        .bounds = alloc_zeroed(n, sizeof *search->bounds),
        .highest = alloc_zeroed(n, sizeof *search->highest),
    };
    for (size_t v = 0; v < n; v++) {
        search->residual[v] =
            (size_t)igraph_vector_int_size(igraph_adjlist_get(adjacency, (igraph_integer_t)v));
        search->edges += search->residual[v];
    }
    search->edges /= 2;
}

static void search_release(struct search *search)
{
    free(search->chosen);
    free(search->shut);
    free(search->residual);
    free(search->counts);
    free(search->bounds);
    free(search->highest);
}

void core_search(struct core_split *split, igraph_adjlist_t *adjacency, size_t effort)
{
    struct search search;
    search_init(&search, adjacency);
    *split = (struct core_split){
        .fit = (double)NAN,
        .bound = (double)NAN,
        .members = alloc_zeroed(search.n, sizeof *split->members),
    };
    search.best = split;
    search.effort = effort;
    bool varies = search.edges > 0 && 2 * search.edges < search.n * (search.n - 1);
    if (search.n >= 3 && varies) {
        find_bounds(&search);
        choose_greedily(&search);
        prove(&search);
    }
    search_release(&search);
}

void core_split_release(struct core_split *split)
{
    free(split->members);
    *split = (struct core_split){0};
}
