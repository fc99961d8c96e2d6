/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cuthill-McKee is a breadth-first walk from the least tied row, neighbours in order of how
 * many they are tied to; reversed, the most tied rows come first.  All choices between equals
 * fall to the lower number.
 */
#include "figure/seriation.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static const double least_gain = 1e-9;

/* A symmetric matrix of weights. */
struct weights {
    const double *at;
    size_t count;
};

static double weight_of(struct weights weights, size_t i, size_t j)
{
    return weights.at[i * weights.count + j];
}

/* Sum of a member's weights to the other members. */
static double degree_of(struct weights weights, const size_t *members, size_t count, size_t row)
{
    double degree = 0;
    for (size_t i = 0; i < count; i++)
        if (members[i] != row)
            degree += weight_of(weights, row, members[i]);
    return degree;
}

struct walk {
    struct weights weights;
    const size_t *members; /* ascending */
    size_t count;
    bool *visited;   /* by place in members */
    double *degrees; /* likewise */
};

/* The least tied member not yet visited that is tied to a row; any row when it is NULL.  Returns
 * count when there is none. */
static size_t find_next(const struct walk *walk, const size_t *row)
{
    size_t best = walk->count;
    for (size_t i = 0; i < walk->count; i++)
        if (!walk->visited[i] &&
            (row == NULL || weight_of(walk->weights, *row, walk->members[i]) > 0) &&
            (best == walk->count || walk->degrees[i] < walk->degrees[best]))
            best = i;
    return best;
}

static void reverse(size_t *items, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        size_t item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

/* Put the members into reverse Cuthill-McKee order. */
static void order_members(struct weights weights, const size_t *members, size_t count,
                          size_t *order)
{
    struct walk walk = {weights, members, count, alloc_zeroed(count, sizeof(bool)),
                        alloc_zeroed(count, sizeof(double))};
    for (size_t i = 0; i < count; i++)
        walk.degrees[i] = degree_of(weights, members, count, members[i]);
    for (size_t placed = 0, head = 0; placed < count;) {
        size_t next = head < placed ? find_next(&walk, &order[head]) : find_next(&walk, NULL);
        if (next == count) {
            head++;
            continue;
        }
        walk.visited[next] = true;
        order[placed++] = members[next];
    }
    free(walk.visited);
    free(walk.degrees);
    reverse(order, count);
}

/* What the cost changes when the rows at a place and the next one change places. */
static double swap_gain(struct weights weights, const size_t *order, size_t place)
{
    double gain = 0;
    for (size_t i = 0; i < weights.count; i++) {
        if (i == place || i == place + 1)
            continue;
        double pull = weight_of(weights, order[place + 1], order[i]) -
                      weight_of(weights, order[place], order[i]);
        gain += i < place ? pull : -pull;
    }
    return gain;
}

/* Change places of neighbours of one block while it helps; blocks NULL = all may. */
static void refine(struct weights weights, const size_t *blocks, size_t *order)
{
    bool changed = true;
    for (size_t round = 0; changed && round < 2 * weights.count; round++) {
        changed = false;
        for (size_t i = 0; i + 1 < weights.count; i++) {
            if (blocks != NULL && blocks[order[i]] != blocks[order[i + 1]])
                continue;
            if (swap_gain(weights, order, i) <= least_gain)
                continue;
            size_t row = order[i];
            order[i] = order[i + 1];
            order[i + 1] = row;
            changed = true;
        }
    }
}

/* Weights between blocks: what their rows have together. */
static double *sum_blocks(const struct seriation *seriation)
{
    const size_t count = seriation->block_count;
    double *sums = alloc_zeroed(count * count, sizeof *sums);
    for (size_t i = 0; i < seriation->count; i++)
        for (size_t j = 0; j < seriation->count; j++)
            sums[seriation->blocks[i] * count + seriation->blocks[j]] +=
                seriation->weights[i * seriation->count + j];
    return sums;
}

static void order_blocks(const struct seriation *seriation, size_t *order)
{
    const size_t count = seriation->block_count;
    double *sums = sum_blocks(seriation);
    size_t *all = alloc_zeroed(count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = i;
    order_members((struct weights){sums, count}, all, count, order);
    refine((struct weights){sums, count}, NULL, order);
    free(all);
    free(sums);
}

void seriation_order(const struct seriation *seriation, size_t *order)
{
    const struct weights weights = {seriation->weights, seriation->count};
    size_t *blocks = alloc_zeroed(seriation->block_count, sizeof *blocks);
    size_t *members = alloc_zeroed(seriation->count, sizeof *members);
    order_blocks(seriation, blocks);
    size_t placed = 0;
    for (size_t i = 0; i < seriation->block_count; i++) {
        size_t count = 0;
        for (size_t row = 0; row < seriation->count; row++)
            if (seriation->blocks[row] == blocks[i])
                members[count++] = row;
        order_members(weights, members, count, order + placed);
        placed += count;
    }
    refine(weights, seriation->blocks, order);
    free(members);
    free(blocks);
}

double seriation_cost(const struct seriation *seriation, const size_t *order)
{
    const struct weights weights = {seriation->weights, seriation->count};
    double cost = 0;
    for (size_t i = 0; i < seriation->count; i++)
        for (size_t j = i + 1; j < seriation->count; j++)
            cost += weight_of(weights, order[i], order[j]) * (double)(j - i);
    return cost;
}
