/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Let latest[k][v] be the last day on which one can be at group v and still reach the goal in at
 * most k steps, or NEVER.  It grows with k; the least k that has a day for the start is the length
 * of the shortest paths.  A walk forward from the start that keeps to latest meets no dead end, so
 * the paths come out one by one.
 */
#include "selection/connection.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "selection/ways.h"

#define NEVER INT64_MIN

LIST(latest_list, int64_t *);

struct search {
    const struct connection_query *query;
    struct ways ways;
    struct latest_list latest;
};

/* The walk forward: where it is, on which day, and which way to try next. */
struct walk {
    size_t depth;
    group_id *groups;
    int64_t *days;
    size_t *next;
};

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* The last day on which the way can be begun to be at its end in time for `latest`. */
static int64_t last_start(const struct way *way, int64_t latest)
{
    return latest == NEVER || way->first > latest ? NEVER : earlier(way->last, latest);
}

/* One more row of latest; false when it is the same as the one before. */
static bool add_row(struct search *search)
{
    const int64_t *before = search->latest.items[search->latest.count - 1];
    int64_t *row = alloc_zeroed(search->ways.group_count, sizeof *row);
    bool differs = false;
    for (size_t g = 0; g < search->ways.group_count; g++)
        row[g] = before[g];
    for (size_t i = 0; i < search->ways.list.count; i++) {
        const struct way *way = &search->ways.list.items[i];
        const int64_t day = last_start(way, before[way->to]);
        if (day > row[way->from]) {
            row[way->from] = day;
            differs = true;
        }
    }
    list_push(&search->latest, row);
    return differs;
}

static void open_search(struct search *search, const struct selection *selection)
{
    ways_init(&search->ways, selection, search->query);
    int64_t *row = alloc_zeroed(search->ways.group_count, sizeof *row);
    for (size_t g = 0; g < search->ways.group_count; g++)
        row[g] = g == search->query->to ? DAY_MAX : NEVER;
    list_push(&search->latest, row);
}

static void close_search(struct search *search)
{
    for (size_t i = 0; i < search->latest.count; i++)
        free(search->latest.items[i]);
    list_release(&search->latest);
    ways_release(&search->ways);
}

/* The number of steps of the shortest paths, or 0. */
static size_t find_length(struct search *search)
{
    bool differs = true;
    while (differs) {
        differs = add_row(search);
        if (search->latest.items[search->latest.count - 1][search->query->from] != NEVER)
            return search->latest.count - 1;
    }
    return 0;
}

/* Try the parallel ways to the next neighbour; the day of arrival there, or NEVER when the goal is
 * out of reach from it. */
static int64_t try_neighbour(const struct search *search, struct walk *walk, size_t steps_left)
{
    const struct way *ways = search->ways.list.items;
    const group_id here = walk->groups[walk->depth];
    const group_id neighbour = ways[walk->next[walk->depth]].to;
    const int64_t latest = search->latest.items[steps_left - 1][neighbour];
    int64_t arrival = NEVER;
    size_t i = walk->next[walk->depth];
    for (; i < search->ways.first[here + 1] && ways[i].to == neighbour; i++) {
        const int64_t day = later(walk->days[walk->depth], ways[i].first);
        if (walk->days[walk->depth] <= ways[i].last && latest != NEVER && day <= latest &&
            (arrival == NEVER || day < arrival))
            arrival = day;
    }
    walk->next[walk->depth] = i;
    return arrival;
}

static void enter(const struct search *search, struct walk *walk, group_id group, int64_t day)
{
    walk->groups[walk->depth] = group;
    walk->days[walk->depth] = day;
    walk->next[walk->depth] = search->ways.first[group];
}

static void keep_path(struct connection *connection, const group_id *groups)
{
    if (connection->count == CONNECTION_COUNTED) {
        connection->has_more = true;
        return;
    }
    for (size_t i = 0; i <= connection->length; i++)
        list_push(&connection->groups, groups[i]);
    connection->count++;
}

/* Go to the next group that leads to the goal, or one step back; false at the end. */
static bool move_on(const struct search *search, struct walk *walk, struct connection *connection)
{
    const group_id here = walk->groups[walk->depth];
    const bool arrived = walk->depth == connection->length;
    if (arrived)
        keep_path(connection, walk->groups);
    if (arrived || walk->next[walk->depth] == search->ways.first[here + 1]) {
        if (walk->depth == 0)
            return false;
        walk->depth--;
        return true;
    }
    const group_id neighbour = search->ways.list.items[walk->next[walk->depth]].to;
    const int64_t day = try_neighbour(search, walk, connection->length - walk->depth);
    if (day != NEVER) {
        walk->depth++;
        enter(search, walk, neighbour, day);
    }
    return true;
}

static void list_paths(const struct search *search, struct connection *connection)
{
    const size_t places = connection->length + 1;
    struct walk walk = {
        .groups = alloc_zeroed(places, sizeof *walk.groups),
        .days = alloc_zeroed(places, sizeof *walk.days),
        .next = alloc_zeroed(places, sizeof *walk.next),
    };
    enter(search, &walk, search->query->from, DAY_MIN);
    while (!connection->has_more && move_on(search, &walk, connection))
        continue;
    free(walk.groups);
    free(walk.days);
    free(walk.next);
}

void connection_find(const struct selection *selection, const struct connection_query *query,
                     struct connection *connection)
{
    struct search search = {.query = query};
    *connection = (struct connection){0};
    open_search(&search, selection);
    connection->length = find_length(&search);
    if (connection->length > 0)
        list_paths(&search, connection);
    close_search(&search);
}

void connection_release(struct connection *connection)
{
    list_release(&connection->groups);
    *connection = (struct connection){0};
}

const group_id *connection_path(const struct connection *connection, size_t path)
{
    return &connection->groups.items[path * (connection->length + 1)];
}

/* The parallel ways of a step. */
static const struct way *ways_of_step(const struct search *search, const group_id *path,
                                      size_t step, size_t *count)
{
    size_t first = search->ways.first[path[step]];
    const size_t end = search->ways.first[path[step] + 1];
    while (first < end && search->ways.list.items[first].to != path[step + 1])
        first++;
    *count = 0;
    while (first + *count < end && search->ways.list.items[first + *count].to == path[step + 1])
        ++*count;
    return &search->ways.list.items[first];
}

/* The first day on which one can stand before the step. */
static int64_t first_arrival(const struct search *search, const group_id *path, size_t step)
{
    int64_t day = DAY_MIN;
    for (size_t i = 0; i < step; i++) {
        size_t count;
        const struct way *ways = ways_of_step(search, path, i, &count);
        int64_t arrival = NEVER;
        for (size_t k = 0; k < count; k++)
            if (day <= ways[k].last && (arrival == NEVER || later(day, ways[k].first) < arrival))
                arrival = later(day, ways[k].first);
        day = arrival;
    }
    return day;
}

/* The last day on which one must stand behind the step. */
static int64_t last_departure(const struct search *search, const group_id *path, size_t length,
                              size_t step)
{
    int64_t day = DAY_MAX;
    for (size_t i = length; i-- > step + 1;) {
        size_t count;
        const struct way *ways = ways_of_step(search, path, i, &count);
        int64_t departure = NEVER;
        for (size_t k = 0; k < count; k++)
            departure = later(departure, last_start(&ways[k], day));
        day = departure;
    }
    return day;
}

void connection_collect_ties(const struct selection *selection,
                             const struct connection_query *query, const group_id *path,
                             size_t length, size_t step, struct relation_id_list *ties)
{
    struct search search = {.query = query};
    open_search(&search, selection);
    const int64_t arrival = first_arrival(&search, path, step);
    const int64_t departure = last_departure(&search, path, length, step);
    size_t count;
    const struct way *ways = ways_of_step(&search, path, step, &count);
    for (size_t i = 0; i < count; i++)
        if (arrival <= ways[i].last && later(arrival, ways[i].first) <= departure)
            list_push(ties, ways[i].relation);
    close_search(&search);
}

static enum path_sign sign_of_ties(const struct dataset *dataset,
                                   const struct relation_id_list *ties)
{
    bool has[3] = {false};
    for (size_t i = 0; i < ties->count; i++)
        has[dataset_kind_of(dataset, ties->items[i])->sign] = true;
    if (has[SIGN_POSITIVE] && has[SIGN_NEGATIVE])
        return PATH_MIXED;
    if (has[SIGN_NEGATIVE])
        return PATH_NEGATIVE;
    return has[SIGN_POSITIVE] ? PATH_POSITIVE : PATH_NEUTRAL;
}

enum path_sign connection_sign(const struct selection *selection,
                               const struct connection_query *query, const group_id *path,
                               size_t length)
{
    bool mixed = false, neutral = false, negative = false;
    for (size_t step = 0; step < length; step++) {
        struct relation_id_list ties = {0};
        connection_collect_ties(selection, query, path, length, step, &ties);
        const enum path_sign sign = sign_of_ties(selection->dataset, &ties);
        mixed |= sign == PATH_MIXED;
        neutral |= sign == PATH_NEUTRAL;
        negative ^= sign == PATH_NEGATIVE;
        list_release(&ties);
    }
    if (mixed)
        return PATH_MIXED;
    if (neutral)
        return PATH_NEUTRAL;
    return negative ? PATH_NEGATIVE : PATH_POSITIVE;
}

const char *path_sign_name(enum path_sign sign)
{
    static const char *const names[] = {
        [PATH_NEUTRAL] = "neutral",
        [PATH_POSITIVE] = "positive",
        [PATH_NEGATIVE] = "negative",
        [PATH_MIXED] = "mixed",
    };
    return names[sign];
}
