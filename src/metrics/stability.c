/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/stability.h"

#include <math.h>
#include <stdbool.h>

static bool are_equal(const double *before, const double *after, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if ((before[i] == before[j]) != (after[i] == after[j]))
                return false;
    return true;
}

static void fill(igraph_vector_int_t *membership, const double *classes)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
        VECTOR(*membership)[i] = (igraph_integer_t)classes[i] - 1;
}

igraph_error_t stability_compare(const double *before, const double *after, size_t n,
                                 struct stability *stability)
{
    igraph_vector_int_t first, second;
    *stability = (struct stability){(double)NAN, (double)NAN};
    if (n < 2)
        return IGRAPH_SUCCESS;
    *stability = (struct stability){1, 1};
    if (are_equal(before, after, n))
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_vector_int_init(&first, (igraph_integer_t)n));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &first);
    IGRAPH_CHECK(igraph_vector_int_init(&second, (igraph_integer_t)n));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &second);
    fill(&first, before);
    fill(&second, after);
    IGRAPH_CHECK(igraph_compare_communities(&first, &second, &stability->rand,
                                            IGRAPH_COMMCMP_ADJUSTED_RAND));
    IGRAPH_CHECK(igraph_compare_communities(&first, &second, &stability->nmi, IGRAPH_COMMCMP_NMI));
    igraph_vector_int_destroy(&second);
    igraph_vector_int_destroy(&first);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}
