/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/random.h"

#include <assert.h>

uint64_t random_next(uint64_t *state)
{
    uint64_t mixed = *state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

/* Numbers of the last, incomplete run of limits are drawn again, or low results were likelier. */
uint64_t random_below(uint64_t *state, uint64_t limit)
{
    assert(limit > 0);
    const uint64_t superfluous = (UINT64_MAX - limit + 1) % limit;
    uint64_t number = random_next(state);
    while (number > UINT64_MAX - superfluous)
        number = random_next(state);
    return number % limit;
}

double random_share(uint64_t *state)
{
    return (double)(random_next(state) >> 11) * 0x1p-53;
}

/* Knuth's selection sampling: each number is taken with the chance that is still owed to it. */
void random_subset(uint64_t *state, uint32_t total, uint32_t count, uint32_t *chosen)
{
    assert(count <= total);
    uint32_t taken = 0;
    for (uint32_t i = 0; taken < count; i++) {
        if (random_below(state, total - i) < count - taken)
            chosen[taken++] = i;
    }
}
