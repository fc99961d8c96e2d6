/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019), which maximises
 * modularity with every pair weighted by its number of ties.  The algorithm is random: it runs
 * from a fixed set of seeds, the partition of highest modularity is kept (the first of
 * equals), and how far the runs agree is reported.
 */
#include "metrics/family.h"

#include <math.h>

#include "metrics/partition.h"
#include "network/igraph_calls.h"
#include "network/igraph_guard.h"

enum {
    RUNS = 10,
};

/* Randomness of the refinement step, the value of the authors. */
static const double beta = 0.01;
/* Modularities closer than this are equal, so that rounding does not choose. */
static const double same_modularity = 1e-12;

/* What the runs share, and what they leave. */
struct leiden {
    const struct network_layer *network;
    igraph_vector_t strengths; /* by vertex: number of its ties */
    double total;              /* number of ties */
    igraph_vector_int_list_t partitions;
    igraph_vector_t modularities;
};

static igraph_error_t run_once(struct leiden *leiden, igraph_integer_t run, uint64_t seed)
{
    igraph_vector_int_t *partition = igraph_vector_int_list_get_ptr(&leiden->partitions, run);
    const igraph_t *simple = &leiden->network->simple;
    igraph_guard_seed(seed);
    /* With strengths k as vertex weights, the quality at resolution 1/2m is modularity. */
    IGRAPH_CHECK(call_community_leiden(simple, &leiden->network->tie_counts, &leiden->strengths,
                                       1 / (2 * leiden->total), beta, partition));
    partition_number(partition);
    return igraph_modularity(simple, partition, &leiden->network->tie_counts, 1, IGRAPH_UNDIRECTED,
                             &VECTOR(leiden->modularities)[run]);
}

static igraph_integer_t choose_best(const struct leiden *leiden)
{
    igraph_integer_t best = 0;
    for (igraph_integer_t run = 1; run < RUNS; run++) {
        double gain = VECTOR(leiden->modularities)[run] - VECTOR(leiden->modularities)[best];
        if (gain > same_modularity)
            best = run;
    }
    return best;
}

static igraph_error_t compare_runs(const struct leiden *leiden, double *agreement)
{
    double sum = 0;
    for (igraph_integer_t run = 1; run < RUNS; run++) {
        for (igraph_integer_t other = 0; other < run; other++) {
            const igraph_vector_int_t *a = igraph_vector_int_list_get_ptr(&leiden->partitions, run);
            const igraph_vector_int_t *b =
                igraph_vector_int_list_get_ptr(&leiden->partitions, other);
            double index = 1;
            if (!igraph_vector_int_all_e(a, b))
                IGRAPH_CHECK(
                    igraph_compare_communities(a, b, &index, IGRAPH_COMMCMP_ADJUSTED_RAND));
            sum += index;
        }
    }
    *agreement = sum / (RUNS * (RUNS - 1) / 2.0);
    return IGRAPH_SUCCESS;
}

static igraph_error_t report(const struct measurement *measurement, enum layer layer,
                             const struct leiden *leiden)
{
    double agreement = 0;
    IGRAPH_CHECK(compare_runs(leiden, &agreement));
    igraph_integer_t best = choose_best(leiden);
    const igraph_vector_int_t *partition =
        igraph_vector_int_list_get_ptr(&leiden->partitions, best);
    partition_write(partition, measurement_column(measurement, SCOPE_GROUP, "community", layer));
    measurement_set(measurement, "communities", layer,
                    (double)(igraph_vector_int_max(partition) + 1));
    measurement_set(measurement, "modularity", layer, VECTOR(leiden->modularities)[best]);
    measurement_set(measurement, "community_agreement", layer, agreement);
    return IGRAPH_SUCCESS;
}

/* Without ties every group is alone, and there is no modularity. */
static void report_loners(const struct measurement *measurement, enum layer layer)
{
    double *column = measurement_column(measurement, SCOPE_GROUP, "community", layer);
    size_t n = measurement->selection->groups.count;
    for (size_t i = 0; i < n; i++)
        column[i] = (double)(i + 1);
    measurement_set(measurement, "communities", layer, (double)n);
}

igraph_error_t measure_community(const struct measurement *measurement, enum layer layer)
{
    struct leiden leiden = {.network = network_get_layer(measurement->network, layer)};
    const igraph_t *simple = &leiden.network->simple;
    if (igraph_ecount(simple) == 0) {
        report_loners(measurement, layer);
        return IGRAPH_SUCCESS;
    }
    IGRAPH_CHECK(igraph_vector_init(&leiden.strengths, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &leiden.strengths);
    IGRAPH_CHECK(igraph_vector_init(&leiden.modularities, RUNS));
    IGRAPH_FINALLY(igraph_vector_destroy, &leiden.modularities);
    IGRAPH_CHECK(igraph_vector_int_list_init(&leiden.partitions, RUNS));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &leiden.partitions);

    leiden.total = igraph_vector_sum(&leiden.network->tie_counts);
    IGRAPH_CHECK(igraph_strength(simple, &leiden.strengths, igraph_vss_all(), IGRAPH_ALL,
                                 IGRAPH_LOOPS, &leiden.network->tie_counts));
    for (igraph_integer_t run = 0; run < RUNS; run++)
        IGRAPH_CHECK(run_once(&leiden, run, measurement->seed + (uint64_t)run));
    IGRAPH_CHECK(report(measurement, layer, &leiden));

    igraph_vector_int_list_destroy(&leiden.partitions);
    igraph_vector_destroy(&leiden.modularities);
    igraph_vector_destroy(&leiden.strengths);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}
