/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sets of key players; problems and methods are in key_players.h. */
#include "metrics/sheet_types.h"

#include <math.h>

#include "metrics/key_players.h"
#include "metrics/measurement.h"

enum {
    DEFAULT_SIZE = 3,
};

/* Sets are tried as long as that takes about so many steps of a search, some seconds. */
static const double most_steps = 4e9, most_branches = 20000;

static const struct sheet_column columns[] = {
    {"problem", "Problem", SHEET_TEXT, false,
     "fragmentation or distance fragmentation by removing the set, or reach from it"},
    {"size", "Size", SHEET_COUNT, false, "k: number of groups in the set"},
    {"groups", "Groups", SHEET_GROUPS, false, "the best set of that size, the first of equals"},
    {"value", "Value", SHEET_NUMBER, false,
     "fragmentation: 1 - sum s (s-1) / r (r-1), s the components without the set, r = n - k; "
     "distance fragmentation: 1 - 2 sum 1/d(i,j) / r (r-1) without the set; reach: sum over groups "
     "of 1/d from the nearest of the set / n, members count 1"},
    {"before", "Before", SHEET_NUMBER, false, "the same value without removing anybody"},
    {"others", "Others as good", SHEET_COUNT, false,
     "number of other sets with the same value, when all were tried; sets with a group that has "
     "one neighbour are not, since that neighbour does as well"},
    {"proven", "Proven", SHEET_TEXT, false,
     "yes when no set of that size has a higher value; else the best that greedy choice and "
     "exchanges found"},
};

static const char *const problem_names[KEY_PROBLEM_COUNT] = {
    [KEY_FRAGMENTATION] = "fragmentation",
    [KEY_DISTANCE_FRAGMENTATION] = "distance fragmentation",
    [KEY_REACH] = "reach",
};

/* How many sets, or branches, fit into the time: one costs a search of the graph, or one from every
 * vertex. */
static size_t allow_sets(enum key_problem problem, size_t n, size_t edges)
{
    double search = (double)(n + 2 * edges + 1);
    double sets = most_steps / (problem == KEY_FRAGMENTATION ? search : search * (double)n);
    return (size_t)(problem == KEY_REACH ? fmin(sets, most_branches) : sets);
}

static void add_members(struct sheet *sheet, const struct selection *selection,
                        const struct key_set *set, size_t size)
{
    group_id groups[KEY_MOST_PLAYERS];
    for (size_t i = 0; i < size; i++)
        groups[i] = selection->groups.items[set->members[i]];
    sheet_add_groups(sheet, groups, size);
}

static void add_set(struct sheet *sheet, const struct selection *selection, struct key_graph *graph,
                    enum key_problem problem, size_t size, size_t edges)
{
    struct key_set set;
    size_t most = allow_sets(problem, selection->groups.count, edges);
    if (!key_find(graph, problem, size, most, &set))
        return;
    bool all_tried = set.is_proven && problem != KEY_REACH;
    sheet_add_text(sheet, text_from(problem_names[problem]));
    sheet_add_number(sheet, (double)size);
    add_members(sheet, selection, &set, size);
    sheet_add_number(sheet, set.value);
    sheet_add_number(sheet,
                     problem == KEY_REACH ? (double)NAN : key_value(graph, problem, NULL, 0));
    sheet_add_number(sheet, all_tried ? (double)set.others : (double)NAN);
    sheet_add_text(sheet, set.is_proven ? TEXT("yes") : TEXT("no, best found"));
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    size_t largest = wish->size > 0 ? wish->size : DEFAULT_SIZE;
    igraph_adjlist_t adjacency;
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    struct key_graph *graph = key_graph_new(&adjacency);
    igraph_adjlist_destroy(&adjacency);
    for (int problem = 0; problem < KEY_PROBLEM_COUNT; problem++)
        for (size_t size = 1; size <= largest && size <= KEY_MOST_PLAYERS; size++)
            add_set(sheet, measurement->selection, graph, (enum key_problem)problem, size,
                    (size_t)igraph_ecount(simple));
    key_graph_free(graph);
    sheet_add_note(sheet, "method", "Method",
                   "every set of groups with two neighbours or more where the sets are few enough, "
                   "branch and bound for reach");
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_keyplayer = {
    .name = "keyplayer",
    .title = "Key players",
    .reading = "The few groups whose removal breaks the network apart most, or from which most of "
               "it is near. The best set of three need not contain the best single group, since "
               "two that do the same add little.",
    .caution = "Nothing grows back in this measure, while real movements replace what they lose. "
               "Where others are as good, the set shown is one of several.",
    .reference = "Borgatti 2006",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .has_size = true,
    .fill = fill,
};
