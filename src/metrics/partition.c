/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/partition.h"

#include <stdlib.h>

#include "base/alloc.h"

struct class {
    igraph_integer_t id;
    size_t size;
    igraph_integer_t first; /* smallest member */
};

static int compare_classes(const void *a, const void *b)
{
    const struct class *left = a;
    const struct class *right = b;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return (left->first > right->first) - (left->first < right->first);
}

size_t partition_number(igraph_vector_int_t *membership)
{
    igraph_integer_t n = igraph_vector_int_size(membership);
    if (n == 0)
        return 0;
    /* No more classes than members; those without a member sort last. */
    igraph_integer_t limit = igraph_vector_int_max(membership) + 1;
    struct class *classes = alloc_zeroed((size_t)limit, sizeof *classes);
    igraph_integer_t *numbers = alloc_zeroed((size_t)limit, sizeof *numbers);
    for (igraph_integer_t i = n; i-- > 0;) {
        struct class *class = &classes[VECTOR(*membership)[i]];
        class->id = VECTOR(*membership)[i];
        class->size++;
        class->first = i;
    }
    qsort(classes, (size_t)limit, sizeof *classes, compare_classes);
    size_t count = 0;
    while (count < (size_t)limit && classes[count].size > 0) {
        numbers[classes[count].id] = (igraph_integer_t)count;
        count++;
    }
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*membership)[i] = numbers[VECTOR(*membership)[i]];
    free(classes);
    free(numbers);
    return count;
}

void partition_write(const igraph_vector_int_t *membership, double *column)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
        column[i] = (double)(VECTOR(*membership)[i] + 1);
}
