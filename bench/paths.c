/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Times our path measures against igraph's on one random graph with heavy-tailed degrees.
 *
 *   bench_paths GROUPS PAIRS [EDGES_FILE]    the graph is also written there, for other tools
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <igraph.h>

#include "metrics/paths.h"
#include "network/igraph_calls.h"

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static bool write_edges(const igraph_t *graph, const char *path)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    fprintf(file, "%ld\n", (long)igraph_vcount(graph));
    for (igraph_integer_t edge = 0; edge < igraph_ecount(graph); edge++)
        fprintf(file, "%ld %ld\n", (long)IGRAPH_FROM(graph, edge), (long)IGRAPH_TO(graph, edge));
    return fclose(file) == 0;
}

/* Largest difference as a share of the value, or of 1 where that is more. */
static double compare(const double *ours, const igraph_vector_t *theirs)
{
    double largest = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_size(theirs); i++) {
        double scale = fmax(1, VECTOR(*theirs)[i]);
        largest = fmax(largest, fabs(ours[i] - VECTOR(*theirs)[i]) / scale);
    }
    return largest;
}

static double time_ours(const igraph_t *graph, struct paths *paths, bool edges, unsigned threads)
{
    double start = now();
    paths_find(paths, graph, &(struct paths_wish){.edges = edges, .threads = threads});
    return now() - start;
}

struct igraph_times {
    double betweenness;
    double harmonic;
    double edges;
    double difference; /* from ours */
};

static struct igraph_times time_igraph(const igraph_t *graph, const struct paths *paths)
{
    struct igraph_times times = {0};
    igraph_vector_t values;
    igraph_vector_init(&values, 0);
    double start = now();
    call_betweenness(graph, &values);
    times.betweenness = now() - start;
    times.difference = compare(paths->betweenness, &values);
    start = now();
    igraph_harmonic_centrality(graph, &values, igraph_vss_all(), IGRAPH_ALL, NULL, false);
    times.harmonic = now() - start;
    times.difference = fmax(times.difference, compare(paths->nearness, &values));
    start = now();
    call_edge_betweenness(graph, &values);
    times.edges = now() - start;
    times.difference = fmax(times.difference, compare(paths->edge_betweenness, &values));
    igraph_vector_destroy(&values);
    return times;
}

static void report(const igraph_t *graph)
{
    struct paths paths;
    double groups = time_ours(graph, &paths, false, 0);
    paths_release(&paths);
    double single = time_ours(graph, &paths, true, 1);
    paths_release(&paths);
    double all = time_ours(graph, &paths, true, 0);
    struct igraph_times igraph = time_igraph(graph, &paths);
    paths_release(&paths);
    double both = igraph.betweenness + igraph.harmonic;
    printf("  igraph: betweenness %.3f s, harmonic %.3f s, edge betweenness %.3f s\n",
           igraph.betweenness, igraph.harmonic, igraph.edges);
    printf("  ours, group betweenness and harmonic:  %8.3f s, igraph takes %5.2f times as long\n",
           groups, both / groups);
    printf("  ours, with edge betweenness:           %8.3f s, igraph takes %5.2f times as long\n",
           all, (both + igraph.edges) / all);
    printf("  ours, the same on one thread:          %8.3f s, igraph takes %5.2f times as long\n",
           single, (both + igraph.edges) / single);
    printf("  largest difference from igraph: %.2g\n", igraph.difference);
}

int main(int count, char **words)
{
    if (count < 3) {
        fputs("usage: bench_paths GROUPS PAIRS [EDGES_FILE]\n", stderr);
        return 2;
    }
    igraph_t graph;
    igraph_rng_seed(igraph_rng_default(), 20140629);
    call_power_law_graph(&graph, atol(words[1]), atol(words[2]));
    printf("%ld groups, %ld pairs\n", (long)igraph_vcount(&graph), (long)igraph_ecount(&graph));
    if (count > 3 && !write_edges(&graph, words[3])) {
        perror(words[3]);
        return 3;
    }
    report(&graph);
    igraph_destroy(&graph);
    return 0;
}
