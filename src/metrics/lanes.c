/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A visit is a vertex at one distance, with the set of lanes that have it there; a vertex has
 * a visit for each of its different distances.  Both directions go visit by visit and touch
 * whole vectors, so the inner loops have no condition: lanes that do not belong to the visit
 * are masked once, before.  Between sweeps all arrays by vertex are zero.
 */
#include "metrics/lanes.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/alloc.h"

typedef double lane_vector __attribute__((vector_size(8 * LANE_COUNT)));
typedef int64_t lane_mask __attribute__((vector_size(8 * LANE_COUNT)));
typedef uint8_t lane_set; /* bit i = lane i */

struct lanes {
    const struct compact *graph;
    lane_vector *count;   /* by vertex: number of shortest paths from the source */
    lane_vector *passing; /* by vertex: paths that arrive; on the way back, the share of visits */
    lane_set *seen;       /* by vertex: lanes that have a distance for it */
    lane_set *arriving;   /* by vertex: lanes with something in `passing` */
    lane_vector *shares;  /* by visit of one distance */
    uint32_t *vertices;   /* by visit, in the order of distance */
    lane_set *sets;       /* by visit */
    uint32_t *first;      /* by distance: its first visit */
    uint32_t *touched;    /* vertices with something in `passing` */
    uint32_t visits;
    uint32_t distances; /* number of those with a visit */
    void *blocks[3];    /* of the vectors, before alignment */
};

/* Vectors must not straddle cache lines. */
static lane_vector *allocate_vectors(size_t count, void **block)
{
    *block = alloc_zeroed(count + 1, sizeof(lane_vector));
    uintptr_t address = (uintptr_t)*block;
    uintptr_t aligned = (address + sizeof(lane_vector) - 1) / sizeof(lane_vector);
    return (lane_vector *)(aligned * sizeof(lane_vector));
}

struct lanes *lanes_new(const struct compact *graph)
{
    size_t n = graph->vertices;
    struct lanes *lanes = alloc_zeroed(1, sizeof *lanes);
    lanes->graph = graph;
    lanes->count = allocate_vectors(n, &lanes->blocks[0]);
    lanes->passing = allocate_vectors(n, &lanes->blocks[1]);
    lanes->shares = allocate_vectors(n, &lanes->blocks[2]);
    lanes->seen = alloc_zeroed(n, sizeof *lanes->seen);
    lanes->arriving = alloc_zeroed(n, sizeof *lanes->arriving);
    lanes->vertices = alloc_zeroed(n * LANE_COUNT, sizeof *lanes->vertices);
    lanes->sets = alloc_zeroed(n * LANE_COUNT, sizeof *lanes->sets);
    lanes->first = alloc_zeroed(n + 2, sizeof *lanes->first);
    lanes->touched = alloc_zeroed(n + 1, sizeof *lanes->touched);
    return lanes;
}

void lanes_free(struct lanes *lanes)
{
    for (int i = 0; i < 3; i++)
        free(lanes->blocks[i]);
    free(lanes->seen);
    free(lanes->arriving);
    free(lanes->vertices);
    free(lanes->sets);
    free(lanes->first);
    free(lanes->touched);
    free(lanes);
}

/* All bits of the lanes of the set.  By pointer: no ABI passes such a vector everywhere alike. */
static inline void spread(lane_set set, lane_mask *mask)
{
    static const lane_mask bits = {1, 2, 4, 8, 16, 32, 64, 128};
    *mask = ((bits & (int64_t)set) != 0);
}

static inline void keep(const lane_vector *vector, lane_set set, lane_vector *kept)
{
    lane_mask mask;
    spread(set, &mask);
    *kept = (lane_vector)((lane_mask)*vector & mask);
}

/* Pairwise, in the order in which halves of a register are added. */
static inline double add_lanes(const lane_vector *vector)
{
    double first = (*vector)[0] + (*vector)[4];
    double second = (*vector)[1] + (*vector)[5];
    double third = (*vector)[2] + (*vector)[6];
    double fourth = (*vector)[3] + (*vector)[7];
    return (first + third) + (second + fourth);
}

static inline void add_visit(struct lanes *lanes, uint32_t vertex, lane_set set)
{
    lanes->vertices[lanes->visits] = vertex;
    lanes->sets[lanes->visits++] = set;
}

/* Hand the path counts of all visits of a distance to all neighbours; returns how many. */
static uint32_t pass_on(struct lanes *lanes, uint32_t from, uint32_t to)
{
    const struct compact *graph = lanes->graph;
    uint32_t touched = 0;
    for (uint32_t visit = from; visit < to; visit++) {
        const uint32_t v = lanes->vertices[visit];
        const lane_set set = lanes->sets[visit];
        lane_vector paths;
        keep(&lanes->count[v], set, &paths);
        for (uint32_t s = graph->first[v]; s < graph->first[v + 1]; s++) {
            const uint32_t w = graph->neighbours[s];
            lanes->passing[w] += paths;
            lanes->touched[touched] = w;
            touched += lanes->arriving[w] == 0;
            lanes->arriving[w] |= set;
        }
    }
    return touched;
}

/* What arrived in lanes that see the vertex for the first time becomes a visit. */
static void arrive(struct lanes *lanes, uint32_t touched, uint32_t distance, struct lane_sums *sums)
{
    for (uint32_t i = 0; i < touched; i++) {
        const uint32_t w = lanes->touched[i];
        const lane_set set = (lane_set)(lanes->arriving[w] & ~lanes->seen[w]);
        lane_vector paths;
        if (set != 0) {
            const double lanes_here = __builtin_popcount(set);
            keep(&lanes->passing[w], set, &paths);
            lanes->count[w] += paths;
            lanes->seen[w] |= set;
            add_visit(lanes, w, set);
            sums->vertices[w].nearness += lanes_here / distance;
            sums->vertices[w].farness += lanes_here * distance;
            sums->vertices[w].in_reach += lanes_here;
        }
        lanes->passing[w] = (lane_vector){0};
        lanes->arriving[w] = 0;
    }
}

static void search(struct lanes *lanes, const uint32_t *sources, unsigned count,
                   struct lane_sums *sums)
{
    lanes->visits = 0;
    lanes->first[0] = 0;
    for (unsigned lane = 0; lane < count; lane++) {
        lanes->count[sources[lane]][lane] = 1;
        lanes->seen[sources[lane]] |= (lane_set)(1U << lane);
        add_visit(lanes, sources[lane], (lane_set)(1U << lane));
    }
    uint32_t distance = 0;
    while (lanes->visits > lanes->first[distance]) {
        lanes->first[distance + 1] = lanes->visits;
        uint32_t touched = pass_on(lanes, lanes->first[distance], lanes->visits);
        arrive(lanes, touched, ++distance, sums);
    }
    lanes->distances = distance;
    if (distance - 1 > sums->longest)
        sums->longest = distance - 1;
}

/* The sum of the shares of the neighbours one step further, and what each step carries of it. */
static inline void gather(const struct lanes *lanes, uint32_t v, const lane_vector *paths,
                          double *flow, lane_vector *gathered)
{
    const struct compact *graph = lanes->graph;
    lane_vector sum = {0};
    if (flow == NULL) {
        for (uint32_t s = graph->first[v]; s < graph->first[v + 1]; s++)
            sum += lanes->passing[graph->neighbours[s]];
    } else {
        for (uint32_t s = graph->first[v]; s < graph->first[v + 1]; s++) {
            const lane_vector *share = &lanes->passing[graph->neighbours[s]];
            const lane_vector carried = *share * *paths;
            sum += *share;
            flow[s] += add_lanes(&carried);
        }
    }
    *gathered = sum;
}

static void clear_visits(struct lanes *lanes, uint32_t distance)
{
    for (uint32_t i = lanes->first[distance]; i < lanes->first[distance + 1]; i++)
        lanes->passing[lanes->vertices[i]] = (lane_vector){0};
}

/*
 * Back: v hands on paths(v) / paths(w) of what w is worth to each w one step further, where w
 * is worth 1 (the path that ends there) and all that it hands on itself.  The share of w is its
 * worth / paths(w); `passing` has it for the visits of the distance just done, zero elsewhere.
 */
static void walk_back(struct lanes *lanes, struct lane_sums *sums)
{
    for (uint32_t distance = lanes->distances; distance-- > 0;) {
        const uint32_t from = lanes->first[distance];
        const uint32_t to = lanes->first[distance + 1];
        for (uint32_t visit = from; visit < to; visit++) {
            const uint32_t v = lanes->vertices[visit];
            lane_vector paths;
            lane_vector handed;
            keep(&lanes->count[v], lanes->sets[visit], &paths);
            gather(lanes, v, &paths, sums->flow, &handed);
            handed *= paths;
            if (distance > 0)
                sums->vertices[v].betweenness += add_lanes(&handed);
            handed = (1 + handed) / paths;
            keep(&handed, lanes->sets[visit], &lanes->shares[visit - from]);
        }
        if (distance + 1 < lanes->distances)
            clear_visits(lanes, distance + 1);
        for (uint32_t visit = from; visit < to; visit++)
            lanes->passing[lanes->vertices[visit]] = lanes->shares[visit - from];
    }
    clear_visits(lanes, 0);
}

void lanes_sweep(struct lanes *lanes, const uint32_t *sources, unsigned count,
                 struct lane_sums *sums)
{
    search(lanes, sources, count, sums);
    walk_back(lanes, sums);
    for (uint32_t visit = 0; visit < lanes->visits; visit++) {
        lanes->count[lanes->vertices[visit]] = (lane_vector){0};
        lanes->seen[lanes->vertices[visit]] = 0;
    }
}
