/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A move takes one lane out and puts it in elsewhere, or a run of lanes, or turns a run over.
 * All moves are tried from a start by region and first day; the best order seen is kept.
 */
#include "figure/lane_order.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const double cost_crossed = 3, cost_distance = 0.5, cost_region = 0.75, cost_upward = 0.02,
                    reach = 2, hot = 3, cold = 0.03;

enum {
    STEPS_MOST = 24000,
    STEPS_LEAST = 2000,
    WORK_MOST = 12000000
};

struct search {
    const struct lane_list *lanes;
    const struct lane_tie_list *ties;
    size_t *height; /* by lane */
    uint64_t state;
};

static double cost_of_tie(const struct search *search, const size_t *order, struct lane_tie tie)
{
    size_t from = search->height[tie.a], to = search->height[tie.b];
    double cost = from > to ? cost_upward : 0;
    size_t low = from < to ? from : to, high = from < to ? to : from;
    for (size_t i = low + 1; i < high; i++) {
        const struct lane *lane = &search->lanes->items[order[i]];
        cost += lane->from - reach < tie.x && tie.x < lane->to + reach ? cost_crossed : 0;
    }
    return cost + cost_distance * (double)(high - low);
}

static double cost_of(const struct search *search, const size_t *order)
{
    double cost = 0;
    const struct lane *lanes = search->lanes->items;
    for (size_t i = 0; i < search->lanes->count; i++)
        search->height[order[i]] = i;
    for (size_t i = 0; i < search->ties->count; i++)
        cost += cost_of_tie(search, order, search->ties->items[i]);
    for (size_t i = 1; i < search->lanes->count; i++)
        cost += lanes[order[i]].region != lanes[order[i - 1]].region ? cost_region : 0;
    return cost;
}

double lane_order_cost(const struct lane_list *lanes, const struct lane_tie_list *ties,
                       const size_t *order)
{
    struct search search = {.lanes = lanes, .ties = ties};
    search.height = alloc_zeroed(lanes->count, sizeof *search.height);
    double cost = cost_of(&search, order);
    list_free(search.height);
    return cost;
}

/* SplitMix64 (Steele, Lea and Flood 2014): small, seeded, the same everywhere. */
static uint64_t next_random(struct search *search)
{
    uint64_t value = search->state += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

static size_t random_below(struct search *search, size_t limit)
{
    return (size_t)(next_random(search) % limit);
}

static double random_share(struct search *search)
{
    return (double)(next_random(search) >> 11) * 0x1p-53;
}

static void reverse(size_t *items, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        size_t item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

/* Turn a run over, or let two neighbouring runs change places, which is three turns. */
static void change(struct search *search, size_t *order)
{
    size_t count = search->lanes->count;
    size_t cuts[3];
    for (size_t i = 0; i < 3; i++)
        cuts[i] = random_below(search, count + 1);
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < 2; k++)
            if (cuts[k] > cuts[k + 1]) {
                size_t cut = cuts[k];
                cuts[k] = cuts[k + 1];
                cuts[k + 1] = cut;
            }
    if (random_below(search, 4) == 0 || cuts[0] == cuts[1] || cuts[1] == cuts[2]) {
        reverse(order + cuts[0], cuts[2] - cuts[0]);
        return;
    }
    if (random_below(search, 2) == 0)
        cuts[1] = cuts[0] + 1;
    reverse(order + cuts[0], cuts[1] - cuts[0]);
    reverse(order + cuts[1], cuts[2] - cuts[1]);
    reverse(order + cuts[0], cuts[2] - cuts[0]);
}

static void sort_by_start(const struct lane_list *lanes, size_t *order)
{
    for (size_t i = 0; i < lanes->count; i++) {
        size_t at = i;
        const struct lane *lane = &lanes->items[i];
        for (; at > 0; at--) {
            const struct lane *other = &lanes->items[order[at - 1]];
            if (other->region < lane->region ||
                (other->region == lane->region && other->from <= lane->from))
                break;
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
}

/* Fewer steps for many lanes and ties, which take longer each. */
static size_t count_steps(const struct search *search)
{
    size_t work = search->lanes->count * (search->ties->count + 1);
    size_t steps = WORK_MOST / (work + 1);
    return steps > STEPS_MOST ? STEPS_MOST : steps < STEPS_LEAST ? STEPS_LEAST : steps;
}

static void anneal(struct search *search, size_t *order, size_t *now, size_t *next)
{
    size_t size = search->lanes->count * sizeof *order, steps = count_steps(search);
    memcpy(now, order, size);
    double cost = cost_of(search, now), best = cost;
    for (size_t step = 0; step < steps; step++) {
        double heat = hot * pow(cold / hot, (double)step / (double)steps);
        memcpy(next, now, size);
        change(search, next);
        double changed = cost_of(search, next);
        if (changed > cost && random_share(search) >= exp((cost - changed) / heat))
            continue;
        memcpy(now, next, size);
        cost = changed;
        if (cost >= best)
            continue;
        best = cost;
        memcpy(order, now, size);
    }
}

void lane_order_find(const struct lane_list *lanes, const struct lane_tie_list *ties, size_t *order)
{
    sort_by_start(lanes, order);
    if (lanes->count < 2)
        return;
    struct search search = {.lanes = lanes, .ties = ties, .state = 1};
    search.height = alloc_zeroed(lanes->count, sizeof *search.height);
    size_t *now = alloc_zeroed(lanes->count, sizeof *now);
    size_t *next = alloc_zeroed(lanes->count, sizeof *next);
    anneal(&search, order, now, next);
    list_free(search.height);
    list_free(now);
    list_free(next);
}
