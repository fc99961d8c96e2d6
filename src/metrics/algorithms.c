/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/algorithms.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/partition.h"
#include "network/igraph_calls.h"
#include "network/igraph_guard.h"

enum {
    RUNS = 10,           /* of a random algorithm */
    SPINS = 25,          /* most communities of a component that spinglass looks for */
    WALK = 4,            /* steps of a walk, as its authors advise */
    MOST_BETWEEN = 2000, /* pairs for edge betweenness, whose effort grows with their square */
    MOST_OPTIMAL = 36,   /* tied groups for the exact optimum */
};

static const double same_quality = 1e-12;
/* Randomness of Leiden's refinement, the value of its authors. */
static const double beta = 0.01;

/* Spinglass: the temperatures it starts and stops at, and what each is of the one before.  igraph's
 * own 0.99 takes ten times as long and did not find partitions better by more than 0.003. */
static const double warm = 1;
static const double cold = 0.01;
static const double cooling = 0.9;

/* What the algorithms work on: the pairs of a layer, or for spinglass the signed pairs. */
struct problem {
    const igraph_t *graph;
    const igraph_vector_t *weights;
};

const char *algorithm_name(enum algorithm algorithm)
{
    static const char *const names[ALGORITHM_COUNT] = {
        [ALGORITHM_LEIDEN] = "Leiden",
        [ALGORITHM_LOUVAIN] = "Louvain",
        [ALGORITHM_WALKTRAP] = "walktrap",
        [ALGORITHM_EDGE_BETWEENNESS] = "edge betweenness",
        [ALGORITHM_OPTIMAL] = "optimal modularity",
        [ALGORITHM_SPINGLASS] = "spinglass, signed",
    };
    return names[algorithm];
}

static igraph_error_t run_leiden(const struct problem *problem, igraph_vector_int_t *membership)
{
    igraph_vector_t strengths;
    IGRAPH_CHECK(igraph_vector_init(&strengths, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &strengths);
    IGRAPH_CHECK(igraph_strength(problem->graph, &strengths, igraph_vss_all(), IGRAPH_ALL, true,
                                 problem->weights));
    IGRAPH_CHECK(call_community_leiden(problem->graph, problem->weights, &strengths,
                                       1 / igraph_vector_sum(&strengths), beta, membership));
    igraph_vector_destroy(&strengths);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t run_louvain(const struct problem *problem, igraph_vector_int_t *membership)
{
    return igraph_community_multilevel(problem->graph, problem->weights, 1, membership, NULL, NULL);
}

/* What igraph needs beside the membership to choose the best of its merges. */
struct merging {
    igraph_matrix_int_t merges;
    igraph_vector_t modularity;
};

static igraph_error_t merging_init(struct merging *merging)
{
    IGRAPH_CHECK(igraph_matrix_int_init(&merging->merges, 0, 0));
    IGRAPH_FINALLY(igraph_matrix_int_destroy, &merging->merges);
    IGRAPH_CHECK(igraph_vector_init(&merging->modularity, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &merging->modularity);
    return IGRAPH_SUCCESS;
}

static void merging_release(struct merging *merging)
{
    igraph_vector_destroy(&merging->modularity);
    igraph_matrix_int_destroy(&merging->merges);
    IGRAPH_FINALLY_CLEAN(2);
}

static igraph_error_t run_walktrap(const struct problem *problem, igraph_vector_int_t *membership)
{
    struct merging merging;
    IGRAPH_CHECK(merging_init(&merging));
    IGRAPH_CHECK(igraph_community_walktrap(problem->graph, problem->weights, WALK, &merging.merges,
                                           &merging.modularity, membership));
    merging_release(&merging);
    return IGRAPH_SUCCESS;
}

/* Without weights: here they would be lengths. */
static igraph_error_t run_edge_betweenness(const struct problem *problem,
                                           igraph_vector_int_t *membership)
{
    struct merging merging;
    IGRAPH_CHECK(merging_init(&merging));
    IGRAPH_CHECK(call_community_edge_betweenness(problem->graph, &merging.merges,
                                                 &merging.modularity, membership));
    merging_release(&merging);
    return IGRAPH_SUCCESS;
}

static igraph_error_t run_optimal(const struct problem *problem, igraph_vector_int_t *membership)
{
    return call_community_optimal_modularity(problem->graph, problem->weights, membership);
}

/* The vertices of one component as a graph of its own, with its weights. */
static igraph_error_t spin_component(const struct problem *problem,
                                     const igraph_vector_int_t *vertices, igraph_integer_t *first,
                                     igraph_vector_int_t *membership)
{
    igraph_t part;
    igraph_vector_t weights;
    igraph_vector_int_t classes;
    igraph_vector_int_t edges;
    igraph_es_t within;
    igraph_integer_t n = igraph_vector_int_size(vertices);
    IGRAPH_CHECK(igraph_vector_int_init(&edges, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &edges);
    IGRAPH_CHECK(igraph_vector_init(&weights, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &weights);
    IGRAPH_CHECK(igraph_vector_int_init(&classes, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &classes);
    for (igraph_integer_t e = 0; e < igraph_ecount(problem->graph); e++)
        if (igraph_vector_int_binsearch(vertices, IGRAPH_FROM(problem->graph, e), NULL)) {
            IGRAPH_CHECK(igraph_vector_int_push_back(&edges, e));
            IGRAPH_CHECK(igraph_vector_push_back(&weights, VECTOR(*problem->weights)[e]));
        }
    within = igraph_ess_vector(&edges);
    IGRAPH_CHECK(call_subgraph_from_edges(problem->graph, &part, within));
    IGRAPH_FINALLY(igraph_destroy, &part);
    IGRAPH_CHECK(igraph_community_spinglass(
        &part, &weights, NULL, NULL, &classes, NULL, n < SPINS ? n : SPINS, false, warm, cold,
        cooling, IGRAPH_SPINCOMM_UPDATE_CONFIG, 1, IGRAPH_SPINCOMM_IMP_NEG, 1));
    /* The vertices of the part keep their order. */
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*membership)[VECTOR(*vertices)[i]] = *first + VECTOR(classes)[i];
    *first += igraph_vector_int_max(&classes) + 1;
    igraph_destroy(&part);
    igraph_vector_int_destroy(&classes);
    igraph_vector_destroy(&weights);
    igraph_vector_int_destroy(&edges);
    IGRAPH_FINALLY_CLEAN(4);
    return IGRAPH_SUCCESS;
}

/* Component by component; a group alone is its own community. */
static igraph_error_t run_spinglass(const struct problem *problem, igraph_vector_int_t *membership)
{
    igraph_vector_int_t components;
    igraph_vector_int_t vertices;
    igraph_integer_t count = 0;
    igraph_integer_t first = 0;
    igraph_integer_t n = igraph_vcount(problem->graph);
    IGRAPH_CHECK(igraph_vector_int_init(&components, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &components);
    IGRAPH_CHECK(igraph_vector_int_init(&vertices, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &vertices);
    IGRAPH_CHECK(igraph_vector_int_resize(membership, n));
    IGRAPH_CHECK(
        igraph_connected_components(problem->graph, &components, NULL, &count, IGRAPH_WEAK));
    for (igraph_integer_t c = 0; c < count; c++) {
        igraph_vector_int_clear(&vertices);
        for (igraph_integer_t v = 0; v < n; v++)
            if (VECTOR(components)[v] == c)
                IGRAPH_CHECK(igraph_vector_int_push_back(&vertices, v));
        if (igraph_vector_int_size(&vertices) > 1)
            IGRAPH_CHECK(spin_component(problem, &vertices, &first, membership));
        else
            VECTOR(*membership)[VECTOR(vertices)[0]] = first++;
    }
    igraph_vector_int_destroy(&vertices);
    igraph_vector_int_destroy(&components);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static igraph_error_t (*const runs[ALGORITHM_COUNT])(const struct problem *,
                                                     igraph_vector_int_t *) = {
    [ALGORITHM_LEIDEN] = run_leiden,     [ALGORITHM_LOUVAIN] = run_louvain,
    [ALGORITHM_WALKTRAP] = run_walktrap, [ALGORITHM_EDGE_BETWEENNESS] = run_edge_betweenness,
    [ALGORITHM_OPTIMAL] = run_optimal,   [ALGORITHM_SPINGLASS] = run_spinglass,
};

static bool is_random(enum algorithm algorithm)
{
    return algorithm == ALGORITHM_LEIDEN || algorithm == ALGORITHM_LOUVAIN ||
           algorithm == ALGORITHM_SPINGLASS;
}

static bool is_too_large(enum algorithm algorithm, const igraph_t *graph)
{
    igraph_integer_t pairs = igraph_ecount(graph);
    if (algorithm == ALGORITHM_OPTIMAL)
        return igraph_vcount(graph) > MOST_OPTIMAL;
    return algorithm == ALGORITHM_EDGE_BETWEENNESS && pairs > MOST_BETWEEN;
}

double algorithm_signed_modularity(const igraph_t *pairs, const igraph_vector_t *weights,
                                   const igraph_vector_int_t *membership)
{
    size_t n = (size_t)igraph_vcount(pairs);
    double *strengths[2] = {alloc_zeroed(n, sizeof(double)), alloc_zeroed(n, sizeof(double))};
    double *sums[2] = {alloc_zeroed(n, sizeof(double)), alloc_zeroed(n, sizeof(double))};
    double totals[2] = {0, 0}; /* positive and negative, both ends */
    double within = 0;
    for (igraph_integer_t e = 0; e < igraph_ecount(pairs); e++) {
        double weight = VECTOR(*weights)[e];
        int sign = weight < 0 ? 1 : 0;
        strengths[sign][IGRAPH_FROM(pairs, e)] += fabs(weight);
        strengths[sign][IGRAPH_TO(pairs, e)] += fabs(weight);
        totals[sign] += 2 * fabs(weight);
        if (VECTOR(*membership)[IGRAPH_FROM(pairs, e)] == VECTOR(*membership)[IGRAPH_TO(pairs, e)])
            within += 2 * weight;
    }
    for (int sign = 0; sign < 2; sign++) {
        for (size_t i = 0; i < n; i++)
            sums[sign][VECTOR(*membership)[i]] += strengths[sign][i];
        for (size_t c = 0; c < n && totals[sign] > 0; c++)
            within -= (sign == 0 ? 1 : -1) * sums[sign][c] * sums[sign][c] / totals[sign];
        free(strengths[sign]);
        free(sums[sign]);
    }
    double total = totals[0] + totals[1];
    return total > 0 ? within / total : (double)NAN;
}

static igraph_error_t judge(enum algorithm algorithm, const struct problem *problem,
                            const igraph_vector_int_t *membership, double *quality)
{
    if (algorithm == ALGORITHM_SPINGLASS) {
        *quality = algorithm_signed_modularity(problem->graph, problem->weights, membership);
        return IGRAPH_SUCCESS;
    }
    return igraph_modularity(problem->graph, membership, problem->weights, 1, IGRAPH_UNDIRECTED,
                             quality);
}

igraph_error_t algorithm_compare(const igraph_vector_int_t *a, const igraph_vector_int_t *b,
                                 double *adjusted_rand, double *mutual_information)
{
    *adjusted_rand = *mutual_information = 1;
    if (igraph_vector_int_all_e(a, b))
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_compare_communities(a, b, adjusted_rand, IGRAPH_COMMCMP_ADJUSTED_RAND));
    return igraph_compare_communities(a, b, mutual_information, IGRAPH_COMMCMP_NMI);
}

static igraph_error_t find_agreement(const igraph_vector_int_list_t *found,
                                     struct agreement *agreement)
{
    igraph_integer_t count = igraph_vector_int_list_size(found);
    double pairs = (double)(count * (count - 1)) / 2;
    *agreement = (struct agreement){1, 1, 1, 1};
    if (count < 2)
        return IGRAPH_SUCCESS;
    agreement->rand_mean = agreement->information_mean = 0;
    for (igraph_integer_t i = 1; i < count; i++) {
        for (igraph_integer_t j = 0; j < i; j++) {
            double adjusted = 1;
            double information = 1;
            IGRAPH_CHECK(algorithm_compare(igraph_vector_int_list_get_ptr(found, i),
                                           igraph_vector_int_list_get_ptr(found, j), &adjusted,
                                           &information));
            agreement->rand_mean += adjusted / pairs;
            agreement->information_mean += information / pairs;
            agreement->rand_least = fmin(agreement->rand_least, adjusted);
            agreement->information_least = fmin(agreement->information_least, information);
        }
    }
    return IGRAPH_SUCCESS;
}

/* All runs; the best, the first of equals, is copied. */
static igraph_error_t run_all(enum algorithm algorithm, const struct problem *problem,
                              uint64_t seed, struct partition_set *set)
{
    igraph_vector_int_list_t found;
    IGRAPH_CHECK(igraph_vector_int_list_init(&found, (igraph_integer_t)set->runs));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &found);
    for (size_t run = 0; run < set->runs; run++) {
        igraph_vector_int_t *membership =
            igraph_vector_int_list_get_ptr(&found, (igraph_integer_t)run);
        double quality = 0;
        igraph_guard_seed(seed + run);
        IGRAPH_CHECK(runs[algorithm](problem, membership));
        partition_number(membership);
        IGRAPH_CHECK(judge(algorithm, problem, membership, &quality));
        if (run > 0 && quality <= set->quality + same_quality)
            continue;
        set->quality = quality;
        IGRAPH_CHECK(igraph_vector_int_update(&set->best, membership));
    }
    IGRAPH_CHECK(find_agreement(&found, &set->agreement));
    igraph_vector_int_list_destroy(&found);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t run_problem(enum algorithm algorithm, const struct problem *problem,
                                  uint64_t seed, struct partition_set *set)
{
    if (igraph_ecount(problem->graph) == 0 || is_too_large(algorithm, problem->graph))
        return IGRAPH_SUCCESS;
    set->has_run = true;
    set->runs = is_random(algorithm) ? RUNS : 1;
    return run_all(algorithm, problem, seed, set);
}

/* Positive less negative ties of each pair; those that come to 0 are left out. */
static igraph_error_t build_signed(const struct measurement *measurement, igraph_t *signed_pairs,
                                   igraph_vector_t *weights)
{
    const struct network_layer *all = network_get_layer(measurement->network, LAYER_ALL);
    igraph_vector_int_t ends;
    size_t pairs = (size_t)igraph_ecount(&all->simple);
    double *nets = alloc_zeroed(pairs, sizeof *nets);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        relation_id id = measurement->selection->relations.items[i].relation;
        enum sign sign = dataset_kind_of(measurement->selection->dataset, id)->sign;
        if (all->edges[i] != NETWORK_ABSENT)
            nets[all->edges[i]] += sign == SIGN_POSITIVE ? 1 : sign == SIGN_NEGATIVE ? -1 : 0;
    }
    igraph_error_t code = igraph_vector_int_init(&ends, 0);
    for (size_t e = 0; e < pairs && code == IGRAPH_SUCCESS; e++) {
        if (nets[e] == 0)
            continue;
        code = igraph_vector_push_back(weights, nets[e]);
        if (code == IGRAPH_SUCCESS)
            code = igraph_vector_int_push_back(&ends, IGRAPH_FROM(&all->simple, e));
        if (code == IGRAPH_SUCCESS)
            code = igraph_vector_int_push_back(&ends, IGRAPH_TO(&all->simple, e));
    }
    free(nets);
    IGRAPH_CHECK(code);
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(
        igraph_create(signed_pairs, &ends, igraph_vcount(&all->simple), IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t run_signed(const struct measurement *measurement, struct partition_set *set)
{
    igraph_t pairs;
    igraph_vector_t weights;
    IGRAPH_CHECK(igraph_vector_init(&weights, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &weights);
    IGRAPH_CHECK(build_signed(measurement, &pairs, &weights));
    IGRAPH_FINALLY(igraph_destroy, &pairs);
    IGRAPH_CHECK(run_problem(ALGORITHM_SPINGLASS, &(struct problem){&pairs, &weights},
                             measurement->seed, set));
    igraph_destroy(&pairs);
    igraph_vector_destroy(&weights);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

igraph_error_t algorithm_run(enum algorithm algorithm, const struct measurement *measurement,
                             enum layer layer, struct partition_set *set)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    *set = (struct partition_set){.quality = (double)NAN};
    IGRAPH_CHECK(igraph_vector_int_init(&set->best, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &set->best);
    if (algorithm == ALGORITHM_SPINGLASS)
        IGRAPH_CHECK(run_signed(measurement, set));
    else
        IGRAPH_CHECK(run_problem(algorithm,
                                 &(struct problem){&network->simple, &network->tie_counts},
                                 measurement->seed, set));
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

void partition_set_release(struct partition_set *set)
{
    igraph_vector_int_destroy(&set->best);
}
