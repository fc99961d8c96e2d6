/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sources are dealt out to a fixed number of shares, each with sums of its own.  Threads
 * take shares as they come; the sums are added in the order of shares.  So every addition
 * happens in the same order whatever the number of threads.
 */
#include "metrics/paths.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/random.h"
#include "metrics/compact.h"
#include "metrics/lanes.h"

enum {
    SHARES = 16,
    THREADS = SHARES,
};

static const double risk = 0.05;
static const double worth_a_thread = 4e6; /* steps to take, some milliseconds */

/* What all threads read, and the counter that deals out the shares. */
struct work {
    struct compact graph;
    uint32_t *sources; /* in the order of the graph, so that lanes hold near ones */
    uint32_t source_count;
    struct lane_sums sums[SHARES];
    atomic_uint next_share;
};

static void do_share(struct work *work, struct lanes *lanes, unsigned share)
{
    uint32_t batch = share * LANE_COUNT;
    for (; batch < work->source_count; batch += SHARES * LANE_COUNT) {
        uint32_t left = work->source_count - batch;
        lanes_sweep(lanes, work->sources + batch, left < LANE_COUNT ? left : LANE_COUNT,
                    &work->sums[share]);
    }
}

static void *do_shares(void *context)
{
    struct work *work = context;
    struct lanes *lanes = lanes_new(&work->graph);
    unsigned share;
    while ((share = atomic_fetch_add(&work->next_share, 1)) < SHARES)
        do_share(work, lanes, share);
    lanes_free(lanes);
    return NULL;
}

static unsigned count_threads(const struct work *work, unsigned limit)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    double steps = (double)work->source_count * work->graph.edges;
    unsigned threads = processors < 1 ? 1 : (unsigned)processors;
    if (limit > 0)
        threads = limit;
    else if (steps < worth_a_thread)
        threads = 1;
    return threads > THREADS ? THREADS : threads;
}

/* Where no thread can be had, this one does the work of all. */
static void run_threads(struct work *work, unsigned threads)
{
    pthread_t ids[THREADS];
    unsigned started = 0;
    while (started + 1 < threads && pthread_create(&ids[started], NULL, do_shares, work) == 0)
        started++;
    do_shares(work);
    for (unsigned i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
}

static void choose_sources(struct work *work, const struct paths_wish *wish)
{
    uint32_t n = work->graph.vertices;
    uint64_t state = wish->seed;
    work->source_count = wish->sample == 0 || wish->sample > n ? n : (uint32_t)wish->sample;
    work->sources = alloc_zeroed(work->source_count, sizeof *work->sources);
    random_subset(&state, n, work->source_count, work->sources);
}

static void open_sums(struct work *work, bool edges)
{
    for (int i = 0; i < SHARES; i++)
        work->sums[i] = (struct lane_sums){
            .vertices = alloc_zeroed(work->graph.vertices, sizeof(struct lane_vertex)),
            .flow = edges ? alloc_zeroed(2 * (size_t)work->graph.edges, sizeof(double)) : NULL,
        };
}

/* `scale` makes all paths of those from the sources, each counted once. */
static void add_sums(struct paths *paths, const struct compact *graph, const struct lane_sums *sums,
                     double scale)
{
    for (uint32_t v = 0; v < graph->vertices; v++) {
        const struct lane_vertex *sum = &sums->vertices[v];
        uint32_t name = graph->names[v];
        paths->betweenness[name] += sum->betweenness * scale;
        paths->nearness[name] += sum->nearness * 2 * scale;
        paths->farness[name] += sum->farness * 2 * scale;
        paths->in_reach[name] += sum->in_reach * 2 * scale;
        paths->steps += sum->farness * scale;
        paths->pairs_in_reach += sum->in_reach * scale;
    }
    for (uint32_t step = 0; sums->flow != NULL && step < 2 * graph->edges; step++)
        paths->edge_betweenness[graph->edge_ids[step]] += sums->flow[step] * scale;
    if (sums->longest > paths->longest)
        paths->longest = sums->longest;
}

double paths_error(size_t vertices, size_t edges, size_t sample)
{
    if (sample == 0 || sample >= vertices)
        return 0;
    return sqrt(log(2 * (double)(2 * vertices + edges) / risk) / (2 * (double)sample));
}

void paths_find(struct paths *paths, const igraph_t *simple, const struct paths_wish *wish)
{
    struct work work = {0};
    compact_init(&work.graph, simple);
    choose_sources(&work, wish);
    open_sums(&work, wish->edges);
    run_threads(&work, count_threads(&work, wish->threads));

    size_t n = work.graph.vertices;
    double scale = n == 0 ? 0 : (double)n / (2 * (double)work.source_count);
    *paths = (struct paths){
        .betweenness = alloc_zeroed(n, sizeof *paths->betweenness),
        .edge_betweenness =
            wish->edges ? alloc_zeroed(work.graph.edges, sizeof *paths->edge_betweenness) : NULL,
        .nearness = alloc_zeroed(n, sizeof *paths->nearness),
        .farness = alloc_zeroed(n, sizeof *paths->farness),
        .in_reach = alloc_zeroed(n, sizeof *paths->in_reach),
        .error = paths_error(n, wish->edges ? work.graph.edges : 0, work.source_count),
    };
    for (int i = 0; i < SHARES; i++) {
        add_sums(paths, &work.graph, &work.sums[i], scale);
        free(work.sums[i].vertices);
        free(work.sums[i].flow);
    }
    free(work.sources);
    compact_release(&work.graph);
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
