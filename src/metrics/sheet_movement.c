/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Fragmentation of movements (Bakke, Cunningham and Seymour 2012): how many organisations, into
 * how many pieces they fall, and how evenly power is spread over them.  A movement is a class of
 * groups: those under one umbrella, of one region, kind or bloc; the first row is the whole.
 *
 *     dispersion     1 - sum p^2, p the shares of the pieces, or of the groups in fighters
 *     effective      1 / sum p^2          (Laakso and Taagepera 1979)
 *
 * The fighters of a group are the middle of the latest estimate of its quantity "fighters", or the
 * one bound that it gives.
 */
#include "metrics/sheet_types.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "metrics/grouping.h"

static const struct sheet_column columns[] = {
    {"movement", "Movement", SHEET_TEXT, false, "umbrella, region, kind or number of bloc"},
    {"groups", "Groups", SHEET_COUNT, false, "number of groups in it"},
    {"pieces", "Pieces", SHEET_COUNT, false,
     "number of pieces it falls into by the ties of the layer among its groups"},
    {"dispersion", "Dispersion", SHEET_NUMBER, false,
     "1 - sum p^2, p the share of its groups that each piece has"},
    {"effective", "Effective pieces", SHEET_NUMBER, false,
     "1 / sum p^2: as many pieces of equal size would be as dispersed"},
    {"estimated", "With fighters", SHEET_COUNT, false,
     "number of groups with an estimate of fighters"},
    {"fighters", "Fighters", SHEET_COUNT, false, "sum of the middles of their latest estimates"},
    {"fighters_dispersion", "Dispersion by fighters", SHEET_NUMBER, false,
     "1 - sum p^2, p the share of the fighters that each group has; two groups or more"},
};

static double middle_of(const struct estimate *estimate)
{
    if (isnan(estimate->low))
        return estimate->high;
    return isnan(estimate->high) ? estimate->low : (estimate->low + estimate->high) / 2;
}

/* By position: fighters, or NAN.  The latest estimate counts that is not after the window asked
 * for, the last of equals. */
static double *find_fighters(const struct selection *selection)
{
    const struct estimate_list *estimates = &selection->dataset->estimates;
    size_t n = selection->groups.count;
    double *fighters = alloc_zeroed(n, sizeof *fighters);
    const struct estimate **latest = alloc_zeroed(n, sizeof *latest);
    for (size_t i = 0; i < estimates->count; i++) {
        const struct estimate *estimate = &estimates->items[i];
        if (estimate->group == GROUP_NONE || estimate->date.earliest > selection->window.last ||
            !text_equal_string(estimate->quantity, "fighters"))
            continue;
        size_t position = selection_position(selection, estimate->group);
        if (position != SELECTION_ABSENT &&
            (latest[position] == NULL ||
             estimate->date.earliest >= latest[position]->date.earliest))
            latest[position] = estimate;
    }
    for (size_t i = 0; i < n; i++)
        fighters[i] = latest[i] == NULL ? (double)NAN : middle_of(latest[i]);
    free(latest);
    return fighters;
}

/* The groups of one movement, or all, and the pieces they fall into. */
struct movement {
    const bool *members; /* by position */
    double *piece_sizes; /* by piece */
    size_t groups;
    size_t pieces;
};

static void find_pieces(struct movement *movement, igraph_adjlist_t *adjacency, size_t n)
{
    bool *seen = alloc_zeroed(n, sizeof *seen);
    size_t *queue = alloc_zeroed(n, sizeof *queue);
    for (size_t start = 0; start < n; start++) {
        size_t found = 1;
        if (!movement->members[start] || seen[start])
            continue;
        seen[start] = true;
        queue[0] = start;
        for (size_t next = 0; next < found; next++) {
            const igraph_vector_int_t *others =
                igraph_adjlist_get(adjacency, (igraph_integer_t)queue[next]);
            for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++) {
                size_t other = (size_t)VECTOR(*others)[j];
                if (movement->members[other] && !seen[other])
                    queue[found++] = other;
                seen[other] = seen[other] || movement->members[other];
            }
        }
        movement->piece_sizes[movement->pieces++] = (double)found;
        movement->groups += found;
    }
    free(seen);
    free(queue);
}

static double sum_squared_shares(const double *sizes, size_t count)
{
    double total = 0;
    double squares = 0;
    for (size_t i = 0; i < count; i++) {
        total += sizes[i];
        squares += sizes[i] * sizes[i];
    }
    return total > 0 ? squares / (total * total) : (double)NAN;
}

static void add_fighters(struct sheet *sheet, const bool *members, const double *fighters, size_t n)
{
    double *known = alloc_zeroed(n, sizeof *known);
    double total = 0;
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (!members[i] || isnan(fighters[i]))
            continue;
        known[count++] = fighters[i];
        total += fighters[i];
    }
    sheet_add_number(sheet, (double)count);
    sheet_add_number(sheet, count > 0 ? round(total) : (double)NAN);
    sheet_add_number(sheet, count > 1 ? 1 - sum_squared_shares(known, count) : (double)NAN);
    free(known);
}

static void add_movement(struct sheet *sheet, struct text name, const bool *members,
                         const double *fighters, igraph_adjlist_t *adjacency)
{
    size_t n = (size_t)igraph_adjlist_size(adjacency);
    struct movement movement = {.members = members,
                                .piece_sizes = alloc_zeroed(n, sizeof *movement.piece_sizes)};
    find_pieces(&movement, adjacency, n);
    double squares = sum_squared_shares(movement.piece_sizes, movement.pieces);
    sheet_add_text(sheet, name);
    sheet_add_number(sheet, (double)movement.groups);
    sheet_add_number(sheet, (double)movement.pieces);
    sheet_add_number(sheet, 1 - squares);
    sheet_add_number(sheet, 1 / squares);
    add_fighters(sheet, members, fighters, n);
    free(movement.piece_sizes);
}

static void add_movements(struct sheet *sheet, const struct grouping *classes,
                          const double *fighters, igraph_adjlist_t *adjacency)
{
    size_t n = (size_t)igraph_adjlist_size(adjacency);
    bool *members = alloc_zeroed(n, sizeof *members);
    for (size_t i = 0; i < n; i++)
        members[i] = true;
    if (n > 0)
        add_movement(sheet, TEXT("all"), members, fighters, adjacency);
    for (size_t class = 0; class < classes->count; class ++) {
        size_t count = 0;
        for (size_t i = 0; i < n; i++) {
            members[i] = classes->classes[i] == class;
            count += members[i] ? 1 : 0;
        }
        struct text name = classes->names[class];
        if (name.length == 0)
            name = arena_format(&sheet->arena, "%zu", class + 1);
        if (count > 1)
            add_movement(sheet, name, members, fighters, adjacency);
    }
    free(members);
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    struct grouping classes;
    igraph_adjlist_t adjacency;
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    double *fighters = find_fighters(measurement->selection);
    grouping_find(&classes, wish->classes, measurement, wish->layer);
    add_movements(sheet, &classes, fighters, &adjacency);
    grouping_release(&classes);
    free(fighters);
    igraph_adjlist_destroy(&adjacency);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_movement = {
    .name = "movement",
    .title = "Fragmentation of movements",
    .reading = "How many groups a movement has, into how many unconnected pieces they fall, and "
               "how evenly groups and fighters are spread over them. Dispersion is the chance that "
               "two groups, or two fighters, drawn at random are of different ones: 0 is unity, "
               "near 1 many small ones.",
    .caution = "Groups without an estimate of fighters are left out of the last columns; estimates "
               "are of different dates, and of \"fewer than 100\" the bound counts. Movements of a "
               "single group are not listed.",
    .reference = "Bakke, Cunningham and Seymour 2012; Laakso and Taagepera 1979",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .needs = "community",
    .has_classes = true,
    .by = CLASS_UMBRELLA,
    .fill = fill,
};
