/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/cycle_cover.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/list.h"
#include "metrics/partition_search.h"

static const double tolerance = 1e-6;

/* Steps that the relaxation and the branch and bound may each take (see count_work), for each node
 * allowed; the relaxation is worth some, also when no node is. */
static const double work_per_node = 1e4;
static const double least_nodes = 2000;

struct cover {
    const struct signed_graph *graph;
    enum cycle_kind kind;
    glp_prob *problem; /* column e + 1 is edge e; row i + 1 is cycle i */
    struct cycle_list cycles;
    double *values; /* by edge: z */
    double scale;   /* the programme's weights are the graph's divided by it */
    size_t *classes;
    double upper;
    double lower;
    double grain;
    size_t nodes;
    double work;    /* still to spend */
    int iterations; /* of the simplex method, already counted */
    bool offered;   /* the best partition is known to the branch and bound */
};

double cycle_cover_round(double lower, double upper, double grain)
{
    if (grain > 0)
        lower = grain * ceil(lower / grain - tolerance);
    if (lower > upper - tolerance * fmax(1, upper))
        return upper;
    return lower;
}

static double allow_work(const struct cover *cover)
{
    return work_per_node * fmax(least_nodes, (double)cover->nodes);
}

static bool is_closed(const struct cover *cover)
{
    return cover->lower >= cover->upper;
}

static void raise_lower(struct cover *cover, double lower)
{
    lower = cycle_cover_round(lower, cover->upper, cover->grain);
    cover->lower = fmax(cover->lower, lower);
}

static void open_problem(struct cover *cover)
{
    glp_term_out(GLP_OFF);
    cover->problem = glp_create_prob();
    glp_set_obj_dir(cover->problem, GLP_MIN);
    glp_add_cols(cover->problem, (int)cover->graph->edge_count);
    for (size_t e = 0; e < cover->graph->edge_count; e++) {
        glp_set_col_bnds(cover->problem, (int)e + 1, GLP_LO, 0, 0);
        glp_set_obj_coef(cover->problem, (int)e + 1, cover->graph->edges[e].weight / cover->scale);
    }
}

/* An iteration of the simplex method looks at all rows and columns, a search for cycles at all
 * edges from every vertex. */
static void count_work(struct cover *cover, glp_prob *problem)
{
    int iterations = glp_get_it_cnt(problem);
    double size = (double)glp_get_num_rows(problem) + (double)glp_get_num_cols(problem);
    cover->work -= (double)(iterations - cover->iterations) * size;
    cover->work -= (double)cover->graph->vertex_count * (double)cover->graph->edge_count;
    cover->iterations = iterations;
}

static void read_values(struct cover *cover, glp_prob *problem)
{
    for (size_t e = 0; e < cover->graph->edge_count; e++)
        cover->values[e] = fmin(1, fmax(0, glp_get_col_prim(problem, (int)e + 1)));
}

static void add_row(glp_prob *problem, const size_t *edges, size_t count)
{
    int row = glp_add_rows(problem, 1);
    int *columns = alloc_zeroed(count + 1, sizeof *columns);
    double *ones = alloc_zeroed(count + 1, sizeof *ones);
    for (size_t i = 0; i < count; i++) {
        columns[i + 1] = (int)edges[i] + 1;
        ones[i + 1] = 1;
    }
    glp_set_row_bnds(problem, row, GLP_LO, 1, 0);
    glp_set_mat_row(problem, row, (int)count, columns, ones);
    list_free(columns);
    list_free(ones);
}

/* Add what the present values violate; returns how many rows. */
static size_t add_violated(struct cover *cover, glp_prob *problem)
{
    size_t known = cycle_list_count(&cover->cycles);
    count_work(cover, problem);
    size_t found = cycle_search(cover->graph, cover->kind, cover->values, &cover->cycles);
    for (size_t i = known; i < known + found; i++) {
        size_t count;
        const size_t *edges = cycle_list_get(&cover->cycles, i, &count);
        add_row(problem, edges, count);
    }
    return found;
}

/* A packing of cycles from the dual values: no edge carries more than its weight. */
static double pack_cycles(const struct cover *cover)
{
    const struct signed_graph *graph = cover->graph;
    double *load = alloc_zeroed(graph->edge_count, sizeof *load);
    double sum = 0;
    for (size_t i = 0; i < cycle_list_count(&cover->cycles); i++) {
        size_t count;
        const size_t *edges = cycle_list_get(&cover->cycles, i, &count);
        double amount = fmax(0, glp_get_row_dual(cover->problem, (int)i + 1)) * cover->scale;
        sum += amount;
        for (size_t j = 0; j < count; j++)
            load[edges[j]] += amount;
    }
    double factor = 1;
    for (size_t e = 0; e < graph->edge_count; e++)
        if (load[e] > graph->edges[e].weight)
            factor = fmin(factor, graph->edges[e].weight / load[e]);
    list_free(load);
    return sum * factor;
}

/* Merge the ends of positive edges that the values leave in place: classes by number. */
static void cluster(const struct cover *cover, const bool *at_odds, size_t *classes)
{
    const struct signed_graph *graph = cover->graph;
    struct signed_graph kept;
    struct signed_edge *edges = alloc_zeroed(graph->edge_count, sizeof *edges);
    size_t count = 0;
    for (size_t e = 0; e < graph->edge_count; e++)
        if (!graph->edges[e].negative && !at_odds[e])
            edges[count++] = graph->edges[e];
    signed_graph_init(&kept, graph->vertex_count, edges, count);
    signed_graph_components(&kept, classes);
    signed_graph_release(&kept);
    list_free(edges);
}

/* The partition that the values hint at, improved; kept when it is the best so far. */
static void try_values(struct cover *cover)
{
    const struct signed_graph *graph = cover->graph;
    bool *at_odds = alloc_zeroed(graph->edge_count, sizeof *at_odds);
    size_t *classes = alloc_zeroed(graph->vertex_count, sizeof *classes);
    for (size_t e = 0; e < graph->edge_count; e++)
        at_odds[e] = cover->values[e] > 0.5;
    double cost;
    if (cover->kind == CYCLES_ODD) {
        signed_graph_switch(graph, at_odds, classes);
        cost = partition_search(graph, 2, classes);
    } else {
        cluster(cover, at_odds, classes);
        cost = signed_graph_cost(graph, classes);
    }
    if (cost < cover->upper) {
        cover->upper = cost;
        memcpy(cover->classes, classes, graph->vertex_count * sizeof *classes);
    }
    list_free(at_odds);
    list_free(classes);
}

static int limit_iterations(const struct cover *cover)
{
    double size = (double)glp_get_num_rows(cover->problem) + (double)cover->graph->edge_count;
    return (int)fmin(INT_MAX, ceil(cover->work / size));
}

/* Solve the relaxation until no cycle is violated; true when that was reached. */
static bool relax(struct cover *cover)
{
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = GLP_DUALP;
    for (cover->work = allow_work(cover); cover->work > 0;) {
        options.it_lim = limit_iterations(cover);
        if (glp_simplex(cover->problem, &options) != 0 || glp_get_status(cover->problem) != GLP_OPT)
            return false;
        read_values(cover, cover->problem);
        raise_lower(cover, pack_cycles(cover));
        if (is_closed(cover) || add_violated(cover, cover->problem) == 0)
            return true;
    }
    return false;
}

/* Tell the branch and bound of the best partition, so that it looks only for better ones. */
static void offer_best(struct cover *cover, glp_tree *tree)
{
    double *values = alloc_zeroed(cover->graph->edge_count + 1, sizeof *values);
    for (size_t e = 0; e < cover->graph->edge_count; e++)
        values[e + 1] = signed_edge_is_at_odds(&cover->graph->edges[e], cover->classes);
    glp_ios_heur_sol(tree, values);
    list_free(values);
    cover->offered = true;
}

static void note_bound(struct cover *cover, glp_tree *tree)
{
    int best = glp_ios_best_node(tree);
    int subproblems = 0;
    glp_ios_tree_size(tree, NULL, NULL, &subproblems);
    if (best != 0)
        raise_lower(cover, glp_ios_node_bound(tree, best) * cover->scale);
    if (is_closed(cover) || (size_t)subproblems > cover->nodes || cover->work <= 0)
        glp_ios_terminate(tree);
}

static void guide(glp_tree *tree, void *argument)
{
    struct cover *cover = argument;
    switch (glp_ios_reason(tree)) {
    case GLP_ISELECT: note_bound(cover, tree); break;
    case GLP_IROWGEN:
        if (cover->work <= 0) {
            glp_ios_terminate(tree);
            break;
        }
        read_values(cover, glp_ios_get_prob(tree));
        add_violated(cover, glp_ios_get_prob(tree));
        break;
    case GLP_IHEUR:
        if (!cover->offered)
            offer_best(cover, tree);
        break;
    case GLP_IBINGO:
        read_values(cover, glp_ios_get_prob(tree));
        try_values(cover);
        break;
    default: break;
    }
}

static void branch(struct cover *cover)
{
    glp_iocp options;
    glp_smcp relaxation;
    glp_init_iocp(&options);
    glp_init_smcp(&relaxation);
    options.msg_lev = GLP_MSG_OFF;
    options.br_tech = GLP_BR_PCH;
    options.cb_func = guide;
    options.cb_info = cover;
    relaxation.msg_lev = GLP_MSG_OFF;
    cover->work = allow_work(cover);
    for (size_t e = 0; e < cover->graph->edge_count; e++)
        glp_set_col_kind(cover->problem, (int)e + 1, GLP_BV);
    if (glp_simplex(cover->problem, &relaxation) != 0 || glp_get_status(cover->problem) != GLP_OPT)
        return;
    if (glp_intopt(cover->problem, &options) == 0 && glp_mip_status(cover->problem) == GLP_OPT)
        raise_lower(cover, glp_mip_obj_val(cover->problem) * cover->scale);
}

double cycle_cover_bound(const struct signed_graph *graph, enum cycle_kind kind, size_t nodes,
                         size_t *classes, double *upper)
{
    struct cover cover = {
        .graph = graph,
        .kind = kind,
        .values = alloc_zeroed(graph->edge_count, sizeof *cover.values),
        .grain = signed_graph_grain(graph),
        .classes = classes,
        .upper = *upper,
        .nodes = nodes,
    };
    cover.scale = cover.grain > 0 ? cover.grain : 1;
    if (graph->edge_count > 0 && cover.upper > 0 && graph->edge_count < INT_MAX) {
        open_problem(&cover);
        if (relax(&cover) && !is_closed(&cover)) {
            try_values(&cover);
            raise_lower(&cover, cover.lower);
            if (!is_closed(&cover) && nodes > 0)
                branch(&cover);
        }
        glp_delete_prob(cover.problem);
        glp_free_env();
    }
    cycle_list_release(&cover.cycles);
    list_free(cover.values);
    *upper = cover.upper;
    return fmin(cover.lower, cover.upper);
}
