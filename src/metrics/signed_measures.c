/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_measures.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/list.h"

/* Each triangle once, at its smallest vertex: marks are the edges that lead there, plus 1. */
void signed_count_triangles(const struct signed_graph *graph, size_t counts[4])
{
    const struct signed_arc *arcs = graph->arcs;
    size_t *marks = alloc_zeroed(graph->vertex_count, sizeof *marks);
    memset(counts, 0, 4 * sizeof *counts);
    for (size_t v = 0; v < graph->vertex_count; v++) {
        for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++)
            marks[arcs[i].to] = arcs[i].edge + 1;
        for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
            size_t u = arcs[i].to;
            for (size_t j = graph->first[u]; u > v && j < graph->first[u + 1]; j++) {
                if (arcs[j].to <= u || marks[arcs[j].to] == 0)
                    continue;
                counts[graph->edges[arcs[i].edge].negative + graph->edges[arcs[j].edge].negative +
                       graph->edges[marks[arcs[j].to] - 1].negative]++;
            }
        }
        for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++)
            marks[arcs[i].to] = 0;
    }
    list_free(marks);
}

double signed_triangle_balance(const size_t counts[4])
{
    double all = (double)(counts[0] + counts[1] + counts[2] + counts[3]);
    return all > 0 ? (double)(counts[0] + counts[2]) / all : (double)NAN;
}

/* result = (I - A / (2n - 2)) vector */
static void apply_pn(const struct signed_graph *graph, const double *vector, double *result)
{
    double divisor = 2 * (double)graph->vertex_count - 2;
    memcpy(result, vector, graph->vertex_count * sizeof *result);
    for (size_t i = 0; i < graph->edge_count; i++) {
        const struct signed_edge *edge = &graph->edges[i];
        double entry = (edge->negative ? -2 : 1) / divisor;
        result[edge->a] -= entry * vector[edge->b];
        result[edge->b] -= entry * vector[edge->a];
    }
}

static double multiply(const double *a, const double *b, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Conjugate gradients (Hestenes and Stiefel 1952): the matrix is symmetric, and positive definite
 * since no row of A has more than 2n - 2. */
static void solve_pn(const struct signed_graph *graph, double *values)
{
    size_t n = graph->vertex_count;
    double *residual = alloc_zeroed(n, sizeof *residual);
    double *direction = alloc_zeroed(n, sizeof *direction);
    double *image = alloc_zeroed(n, sizeof *image);
    for (size_t v = 0; v < n; v++) {
        values[v] = 0;
        residual[v] = direction[v] = 1;
    }
    double norm = (double)n;
    for (size_t i = 0; i < 10 * n + 100 && norm > 1e-28 * (double)n; i++) {
        apply_pn(graph, direction, image);
        double length = norm / multiply(direction, image, n);
        for (size_t v = 0; v < n; v++) {
            values[v] += length * direction[v];
            residual[v] -= length * image[v];
        }
        double next = multiply(residual, residual, n);
        for (size_t v = 0; v < n; v++)
            direction[v] = residual[v] + next / norm * direction[v];
        norm = next;
    }
    list_free(residual);
    list_free(direction);
    list_free(image);
}

void signed_pn_centrality(const struct signed_graph *graph, double *values)
{
    size_t n = graph->vertex_count;
    bool is_singular = n == 1 || (n == 2 && graph->edge_count == 1 && graph->edges[0].negative);
    for (size_t v = 0; is_singular && v < n; v++)
        values[v] = (double)NAN;
    if (!is_singular)
        solve_pn(graph, values);
}

/* Number the vertices that are marked from 0; returns how many. */
static size_t number_marked(const bool *marked, size_t count, size_t *number)
{
    size_t next = 0;
    for (size_t v = 0; v < count; v++)
        number[v] = marked[v] ? next++ : SIZE_MAX;
    return next;
}

/* Eigenvalues, ascending, of d I - A over the marked vertices: d the degree when `laplacian`, else
 * 0; the entries of A are signs, or all 1 when `without_signs`. */
struct spectrum {
    const struct signed_graph *graph;
    const bool *marked;
    bool laplacian;
    bool without_signs;
};

static igraph_error_t fill_matrix(const struct spectrum *spectrum, igraph_matrix_t *matrix)
{
    const struct signed_graph *graph = spectrum->graph;
    size_t *number = alloc_zeroed(graph->vertex_count, sizeof *number);
    size_t count = number_marked(spectrum->marked, graph->vertex_count, number);
    igraph_error_t code =
        igraph_matrix_resize(matrix, (igraph_integer_t)count, (igraph_integer_t)count);
    if (code == IGRAPH_SUCCESS)
        igraph_matrix_null(matrix);
    for (size_t i = 0; code == IGRAPH_SUCCESS && i < graph->edge_count; i++) {
        const struct signed_edge *edge = &graph->edges[i];
        igraph_integer_t a = (igraph_integer_t)number[edge->a];
        igraph_integer_t b = (igraph_integer_t)number[edge->b];
        if (number[edge->a] == SIZE_MAX || number[edge->b] == SIZE_MAX)
            continue;
        double sign = edge->negative && !spectrum->without_signs ? -1 : 1;
        MATRIX(*matrix, a, b) = MATRIX(*matrix, b, a) = spectrum->laplacian ? -sign : sign;
        if (spectrum->laplacian) {
            MATRIX(*matrix, a, a) += 1;
            MATRIX(*matrix, b, b) += 1;
        }
    }
    list_free(number);
    return code;
}

static igraph_error_t find_eigenvalues(const struct spectrum *spectrum, igraph_vector_t *values)
{
    igraph_matrix_t matrix;
    IGRAPH_CHECK(igraph_matrix_init(&matrix, 0, 0));
    IGRAPH_FINALLY(igraph_matrix_destroy, &matrix);
    IGRAPH_CHECK(fill_matrix(spectrum, &matrix));
    IGRAPH_CHECK(igraph_lapack_dsyevr(&matrix, IGRAPH_LAPACK_DSYEV_ALL, 0, 0, 0, 0, 0, 0, values,
                                      NULL, NULL));
    igraph_matrix_destroy(&matrix);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Sum of e^(x - shift): alone it would be beyond all numbers for large graphs. */
static double sum_exponentials(const igraph_vector_t *values, double shift)
{
    double sum = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_size(values); i++)
        sum += exp(VECTOR(*values)[i] - shift);
    return sum;
}

static igraph_error_t compare_walks(const struct signed_graph *graph, const bool *marked,
                                    double isolates, double *value)
{
    igraph_vector_t with;
    igraph_vector_t without;
    IGRAPH_CHECK(igraph_vector_init(&with, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &with);
    IGRAPH_CHECK(igraph_vector_init(&without, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &without);
    IGRAPH_CHECK(find_eigenvalues(&(struct spectrum){.graph = graph, .marked = marked}, &with));
    IGRAPH_CHECK(find_eigenvalues(
        &(struct spectrum){.graph = graph, .marked = marked, .without_signs = true}, &without));
    double shift = igraph_vector_max(&without);
    double rest = isolates * exp(-shift); /* eigenvalues of 0 */
    *value = (sum_exponentials(&with, shift) + rest) / (sum_exponentials(&without, shift) + rest);
    igraph_vector_destroy(&without);
    igraph_vector_destroy(&with);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

igraph_error_t signed_walk_balance(const struct signed_graph *graph, double *value)
{
    bool *marked = alloc_zeroed(graph->vertex_count, sizeof *marked);
    size_t count = 0;
    for (size_t v = 0; v < graph->vertex_count; v++) {
        marked[v] = graph->first[v + 1] > graph->first[v];
        count += marked[v];
    }
    igraph_error_t code = IGRAPH_SUCCESS;
    *value = (double)NAN;
    if (count > 0 && count <= SIGNED_MOST_DENSE)
        code = compare_walks(graph, marked, (double)(graph->vertex_count - count), value);
    list_free(marked);
    return code;
}

static igraph_error_t find_smallest(const struct signed_graph *graph, const bool *marked,
                                    double *value)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    IGRAPH_CHECK(find_eigenvalues(
        &(struct spectrum){.graph = graph, .marked = marked, .laplacian = true}, &values));
    *value = igraph_vector_min(&values);
    if (fabs(*value) < 1e-12 * (double)graph->vertex_count)
        *value = 0; /* rounding of a balanced part */
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Mark the vertices of the largest component; returns how many. */
static size_t mark_largest(const struct signed_graph *graph, bool *marked)
{
    size_t n = graph->vertex_count;
    size_t *component = alloc_zeroed(n, sizeof *component);
    size_t *sizes = alloc_zeroed(n, sizeof *sizes);
    size_t largest = 0;
    signed_graph_components(graph, component);
    for (size_t v = 0; v < n; v++)
        sizes[component[v]]++;
    for (size_t i = 0; i < n; i++)
        if (sizes[i] > sizes[largest])
            largest = i;
    for (size_t v = 0; v < n; v++)
        marked[v] = component[v] == largest;
    size_t size = n > 0 ? sizes[largest] : 0;
    list_free(component);
    list_free(sizes);
    return size;
}

igraph_error_t signed_algebraic_conflict(const struct signed_graph *graph, double *value)
{
    bool *marked = alloc_zeroed(graph->vertex_count, sizeof *marked);
    size_t count = mark_largest(graph, marked);
    igraph_error_t code = IGRAPH_SUCCESS;
    *value = (double)NAN;
    if (count > 1 && count <= SIGNED_MOST_DENSE)
        code = find_smallest(graph, marked, value);
    list_free(marked);
    return code;
}
