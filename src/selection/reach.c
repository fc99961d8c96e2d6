/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The first day on which one from the source can be at each group, lowered along ways until none
 * lowers it any more: to be early never hurts, as one can wait.
 */
#include "selection/reach.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "selection/ways.h"

#define NEVER INT64_MAX

/* One search; the arrays are by group_id and used again for each source. */
struct search {
    const struct ways *ways;
    int64_t *arrival;
    bool *waiting;
    group_id *queue; /* a ring of those that are waiting */
    size_t head;
    size_t waiting_count;
};

static void wait(struct search *search, group_id group)
{
    if (search->waiting[group])
        return;
    search->waiting[group] = true;
    search->queue[(search->head + search->waiting_count++) % search->ways->group_count] = group;
}

static group_id take(struct search *search)
{
    const group_id group = search->queue[search->head];
    search->head = (search->head + 1) % search->ways->group_count;
    search->waiting_count--;
    search->waiting[group] = false;
    return group;
}

static void go_on(struct search *search, group_id here)
{
    for (size_t i = search->ways->first[here]; i < search->ways->first[here + 1]; i++) {
        const struct way *way = &search->ways->list.items[i];
        const int64_t day = search->arrival[here];
        const int64_t arrival = day > way->first ? day : way->first;
        if (day > way->last || arrival >= search->arrival[way->to])
            continue;
        search->arrival[way->to] = arrival;
        wait(search, way->to);
    }
}

static size_t count_from(struct search *search, group_id source)
{
    size_t count = 0;
    for (size_t g = 0; g < search->ways->group_count; g++)
        search->arrival[g] = NEVER;
    search->arrival[source] = DAY_MIN;
    wait(search, source);
    while (search->waiting_count > 0)
        go_on(search, take(search));
    for (size_t g = 0; g < search->ways->group_count; g++)
        count += g != source && search->arrival[g] != NEVER;
    return count;
}

void reach_count(const struct selection *selection, const struct connection_query *query,
                 size_t *reached)
{
    struct ways ways;
    ways_init(&ways, selection, query);
    struct search search = {
        .ways = &ways,
        .arrival = alloc_zeroed(ways.group_count, sizeof *search.arrival),
        .waiting = alloc_zeroed(ways.group_count, sizeof *search.waiting),
        .queue = alloc_zeroed(ways.group_count, sizeof *search.queue),
    };
    for (size_t i = 0; i < selection->groups.count; i++)
        reached[i] = count_from(&search, selection->groups.items[i]);
    free(search.arrival);
    free(search.waiting);
    free(search.queue);
    ways_release(&ways);
}
