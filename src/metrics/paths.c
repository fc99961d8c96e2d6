/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Vertices are renumbered in the order of a breadth-first search from the first one, so that
 * neighbours lie near each other in memory; the sums do not depend on it but for rounding.
 */
#include "metrics/paths.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"

#define UNSEEN UINT32_MAX

/* A neighbour and the edge to it. */
struct step {
    uint32_t vertex;
    uint32_t edge;
};

/* The graph in compact arrays, and the state of one search. */
struct sweep {
    uint32_t vertices;
    uint32_t *first;    /* by vertex: its first step; one more entry ends the last */
    struct step *steps; /* both ways for every edge */
    uint32_t *level;    /* distance from the source, or UNSEEN */
    uint32_t *order;    /* vertices in the order of discovery */
    uint32_t reached;   /* how many */
    double *count;      /* number of shortest paths from the source */
    double *share;      /* (1 + paths that end behind the vertex) / count */
};

/* Number of steps of each vertex, then where its steps begin; numbers[] renames vertices. */
static void place_steps(struct sweep *sweep, const igraph_t *simple, const uint32_t *numbers)
{
    uint32_t edges = (uint32_t)igraph_ecount(simple);
    uint32_t *next = alloc_zeroed((size_t)sweep->vertices + 1, sizeof *next);
    for (uint32_t edge = 0; edge < edges; edge++) {
        next[numbers[IGRAPH_FROM(simple, edge)]]++;
        next[numbers[IGRAPH_TO(simple, edge)]]++;
    }
    uint32_t total = 0;
    for (uint32_t v = 0; v <= sweep->vertices; v++) {
        uint32_t degree = next[v];
        sweep->first[v] = next[v] = total;
        total += degree;
    }
    for (uint32_t edge = 0; edge < edges; edge++) {
        uint32_t from = numbers[IGRAPH_FROM(simple, edge)];
        uint32_t to = numbers[IGRAPH_TO(simple, edge)];
        sweep->steps[next[from]++] = (struct step){to, edge};
        sweep->steps[next[to]++] = (struct step){from, edge};
    }
    free(next);
}

/* Forward: distances and numbers of shortest paths. */
static void search(struct sweep *sweep, uint32_t source)
{
    for (uint32_t v = 0; v < sweep->vertices; v++) {
        sweep->level[v] = UNSEEN;
        sweep->count[v] = 0;
    }
    sweep->level[source] = 0;
    sweep->count[source] = 1;
    sweep->order[0] = source;
    sweep->reached = 1;
    for (uint32_t i = 0; i < sweep->reached; i++) {
        uint32_t v = sweep->order[i];
        uint32_t below = sweep->level[v] + 1;
        for (uint32_t s = sweep->first[v]; s < sweep->first[v + 1]; s++) {
            uint32_t w = sweep->steps[s].vertex;
            if (sweep->level[w] == UNSEEN) {
                sweep->level[w] = below;
                sweep->order[sweep->reached++] = w;
            }
            sweep->count[w] += sweep->level[w] == below ? sweep->count[v] : 0;
        }
    }
}

/*
 * Back: v hands on paths(v) / paths(w) of what w is worth to each w one step below it, where
 * w is worth 1 (the path that ends there) and all that it hands on itself.
 */
static void walk_back(struct sweep *sweep, struct paths *paths, const uint32_t *names)
{
    for (uint32_t i = sweep->reached; i-- > 0;) {
        uint32_t v = sweep->order[i];
        uint32_t below = sweep->level[v] + 1;
        double handed = 0;
        for (uint32_t s = sweep->first[v]; s < sweep->first[v + 1]; s++) {
            uint32_t w = sweep->steps[s].vertex;
            double share = sweep->level[w] == below ? sweep->share[w] : 0;
            paths->edge_betweenness[sweep->steps[s].edge] += share * sweep->count[v];
            handed += share;
        }
        handed *= sweep->count[v];
        sweep->share[v] = (1 + handed) / sweep->count[v];
        if (i > 0)
            paths->betweenness[names[v]] += handed;
    }
}

static void add_lengths(const struct sweep *sweep, struct paths *paths, uint32_t name)
{
    double nearness = 0;
    double steps = 0;
    for (uint32_t i = 1; i < sweep->reached; i++) {
        double length = sweep->level[sweep->order[i]];
        nearness += 1 / length;
        steps += length;
    }
    uint32_t last = sweep->level[sweep->order[sweep->reached - 1]];
    paths->nearness[name] = nearness;
    paths->farness[name] = steps;
    paths->in_reach[name] = sweep->reached - 1;
    paths->steps += steps / 2;
    paths->pairs_in_reach += (double)(sweep->reached - 1) / 2;
    paths->longest = last > paths->longest ? last : paths->longest;
}

/* All vertices in the order in which searches from the first, the next unseen, ... meet them. */
static void order_vertices(struct sweep *sweep, uint32_t *names)
{
    uint32_t found = 0;
    bool *seen = alloc_zeroed(sweep->vertices, sizeof *seen);
    for (uint32_t start = 0; start < sweep->vertices; start++) {
        uint32_t next = found;
        if (!seen[start])
            names[found++] = start;
        seen[start] = true;
        for (; next < found; next++) {
            for (uint32_t s = sweep->first[names[next]]; s < sweep->first[names[next] + 1]; s++) {
                uint32_t w = sweep->steps[s].vertex;
                if (!seen[w])
                    names[found++] = w;
                seen[w] = true;
            }
        }
    }
    free(seen);
}

static void sweep_init(struct sweep *sweep, const igraph_t *simple, uint32_t *names)
{
    size_t vertices = (size_t)igraph_vcount(simple);
    size_t edges = (size_t)igraph_ecount(simple);
    uint32_t *numbers = alloc_zeroed(vertices, sizeof *numbers);
    *sweep = (struct sweep){
        .vertices = (uint32_t)vertices,
        .first = alloc_zeroed(vertices + 1, sizeof *sweep->first),
        .steps = alloc_zeroed(2 * edges, sizeof *sweep->steps),
        .level = alloc_zeroed(vertices, sizeof *sweep->level),
        .order = alloc_zeroed(vertices, sizeof *sweep->order),
        .count = alloc_zeroed(vertices, sizeof *sweep->count),
        .share = alloc_zeroed(vertices, sizeof *sweep->share),
    };
    for (uint32_t v = 0; v < sweep->vertices; v++)
        numbers[v] = v;
    place_steps(sweep, simple, numbers);
    order_vertices(sweep, names);
    for (uint32_t v = 0; v < sweep->vertices; v++)
        numbers[names[v]] = v;
    place_steps(sweep, simple, numbers);
    free(numbers);
}

static void sweep_release(struct sweep *sweep)
{
    free(sweep->first);
    free(sweep->steps);
    free(sweep->level);
    free(sweep->order);
    free(sweep->count);
    free(sweep->share);
}

void paths_find(struct paths *paths, const igraph_t *simple)
{
    size_t vertices = (size_t)igraph_vcount(simple);
    size_t edges = (size_t)igraph_ecount(simple);
    struct sweep sweep;
    uint32_t *names = alloc_zeroed(vertices, sizeof *names);
    *paths = (struct paths){
        .betweenness = alloc_zeroed(vertices, sizeof *paths->betweenness),
        .edge_betweenness = alloc_zeroed(edges, sizeof *paths->edge_betweenness),
        .nearness = alloc_zeroed(vertices, sizeof *paths->nearness),
        .farness = alloc_zeroed(vertices, sizeof *paths->farness),
        .in_reach = alloc_zeroed(vertices, sizeof *paths->in_reach),
    };
    sweep_init(&sweep, simple, names);
    for (uint32_t source = 0; source < sweep.vertices; source++) {
        search(&sweep, source);
        walk_back(&sweep, paths, names);
        add_lengths(&sweep, paths, names[source]);
    }
    /* Every pair was met from both ends. */
    for (size_t v = 0; v < vertices; v++)
        paths->betweenness[v] /= 2;
    for (size_t edge = 0; edge < edges; edge++)
        paths->edge_betweenness[edge] /= 2;
    sweep_release(&sweep);
    free(names);
}

void paths_release(struct paths *paths)
{
    free(paths->betweenness);
    free(paths->edge_betweenness);
    free(paths->nearness);
    free(paths->farness);
    free(paths->in_reach);
    *paths = (struct paths){0};
}
