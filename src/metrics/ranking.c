/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/ranking.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

static const double rounding = 1e-9;

struct entry {
    double value;
    size_t position;
};

bool ranking_is_above(double first, double second)
{
    if (isnan(first) || isnan(second))
        return !isnan(first) && isnan(second);
    return first - second > rounding * fmax(1, fabs(second));
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    if (isnan(left->value) != isnan(right->value))
        return isnan(left->value) ? 1 : -1;
    if (left->value > right->value || left->value < right->value)
        return left->value > right->value ? -1 : 1;
    return (left->position > right->position) - (left->position < right->position);
}

static struct entry *sort_entries(const double *values, size_t count)
{
    struct entry *entries = alloc_zeroed(count, sizeof *entries);
    for (size_t i = 0; i < count; i++)
        entries[i] = (struct entry){values[i], i};
    if (count > 0)
        qsort(entries, count, sizeof *entries, compare_entries);
    return entries;
}

void ranking_order(const double *values, size_t count, size_t *order)
{
    struct entry *entries = sort_entries(values, count);
    for (size_t i = 0; i < count; i++)
        order[i] = entries[i].position;
    free(entries);
}

void ranking_fill(const double *values, size_t count, double *ranks)
{
    struct entry *entries = sort_entries(values, count);
    size_t first = 0;
    for (size_t i = 0; i < count; i++) {
        if (ranking_is_above(entries[first].value, entries[i].value))
            first = i;
        ranks[entries[i].position] = (double)first + 1;
    }
    free(entries);
}
