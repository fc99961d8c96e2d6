/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Co-membership (Breiger 1974): which groups stand under the same umbrellas.  The two-mode
 * network has every group twice, as a part and as an umbrella; a pair for every chosen positive
 * tie of membership and for every parent that was chosen; and its projection on the parts counts
 * the umbrellas that two share.
 */
#include "metrics/sheet_types.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/measurement.h"

static const struct sheet_column columns[] = {
    {"group", "Group", SHEET_GROUP, false, "one of the pair"},
    {"other", "Other", SHEET_GROUP, false, "the other"},
    {"shared", "Shared", SHEET_COUNT, false, "number of umbrellas that both stand under"},
    {"umbrellas", "Umbrellas", SHEET_GROUPS, false, "which ones"},
};

/* Vertex i is group i as a part, vertex n + i group i as an umbrella. */
static igraph_error_t push_membership(igraph_vector_int_t *ends, size_t part, size_t whole,
                                      size_t n)
{
    if (part == SELECTION_ABSENT || whole == SELECTION_ABSENT || part == whole)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, (igraph_integer_t)part));
    return igraph_vector_int_push_back(ends, (igraph_integer_t)(n + whole));
}

static igraph_error_t list_memberships(const struct selection *selection, igraph_vector_int_t *ends)
{
    const struct dataset *dataset = selection->dataset;
    size_t n = selection->groups.count;
    for (size_t i = 0; i < n; i++) {
        group_id parent = dataset->groups.items[selection->groups.items[i]].parent;
        if (parent != GROUP_NONE)
            IGRAPH_CHECK(push_membership(ends, i, selection_position(selection, parent), n));
    }
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(dataset, id);
        if (kind->family == FAMILY_MEMBERSHIP && kind->sign == SIGN_POSITIVE)
            IGRAPH_CHECK(push_membership(ends, selection_position(selection, relation->source),
                                         selection_position(selection, relation->target), n));
    }
    return IGRAPH_SUCCESS;
}

static igraph_error_t build_two_mode(const struct selection *selection, igraph_t *two_mode)
{
    igraph_vector_int_t ends;
    igraph_integer_t n = (igraph_integer_t)selection->groups.count;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(list_memberships(selection, &ends));
    IGRAPH_CHECK(igraph_create(two_mode, &ends, 2 * n, IGRAPH_UNDIRECTED));
    IGRAPH_FINALLY(igraph_destroy, two_mode);
    IGRAPH_CHECK(igraph_simplify(two_mode, true, true, NULL));
    IGRAPH_FINALLY_CLEAN(1);
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static void add_row(struct sheet *sheet, const struct selection *selection,
                    igraph_adjlist_t *wholes, const igraph_t *shared, igraph_integer_t edge)
{
    size_t n = selection->groups.count;
    size_t a = (size_t)IGRAPH_FROM(shared, edge);
    size_t b = (size_t)IGRAPH_TO(shared, edge);
    size_t first = a < b ? a : b;
    size_t second = a < b ? b : a;
    const igraph_vector_int_t *own = igraph_adjlist_get(wholes, (igraph_integer_t)first);
    const igraph_vector_int_t *others = igraph_adjlist_get(wholes, (igraph_integer_t)second);
    group_id *groups = alloc_zeroed(n, sizeof *groups);
    size_t count = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(own); i++)
        if (igraph_vector_int_binsearch(others, VECTOR(*own)[i], NULL))
            groups[count++] = selection->groups.items[(size_t)VECTOR(*own)[i] - n];
    sheet_add_group(sheet, selection->groups.items[first]);
    sheet_add_group(sheet, selection->groups.items[second]);
    sheet_add_number(sheet, (double)count);
    sheet_add_groups(sheet, groups, count);
    free(groups);
}

static igraph_error_t project(const igraph_t *two_mode, igraph_t *shared, size_t n)
{
    igraph_vector_bool_t is_umbrella;
    IGRAPH_CHECK(igraph_vector_bool_init(&is_umbrella, 2 * (igraph_integer_t)n));
    IGRAPH_FINALLY(igraph_vector_bool_destroy, &is_umbrella);
    for (size_t i = n; i < 2 * n; i++)
        VECTOR(is_umbrella)[i] = true;
    IGRAPH_CHECK(igraph_bipartite_projection(two_mode, &is_umbrella, shared, NULL, NULL, NULL, -1));
    igraph_vector_bool_destroy(&is_umbrella);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const struct selection *selection = measurement->selection;
    igraph_t two_mode;
    igraph_t shared;
    igraph_adjlist_t wholes;
    (void)wish;
    IGRAPH_CHECK(build_two_mode(selection, &two_mode));
    IGRAPH_FINALLY(igraph_destroy, &two_mode);
    IGRAPH_CHECK(
        igraph_adjlist_init(&two_mode, &wholes, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    IGRAPH_FINALLY(igraph_adjlist_destroy, &wholes);
    IGRAPH_CHECK(project(&two_mode, &shared, selection->groups.count));
    for (igraph_integer_t edge = 0; edge < igraph_ecount(&shared); edge++)
        add_row(sheet, selection, &wholes, &shared, edge);
    igraph_destroy(&shared);
    igraph_adjlist_destroy(&wholes);
    igraph_destroy(&two_mode);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_umbrella = {
    .name = "umbrella",
    .title = "Shared umbrellas",
    .reading = "Which groups stand under the same umbrellas, as parts, members, factions or "
               "affiliates. Those that share several have more than one reason to act together.",
    .caution = "To stand under the same umbrella is not to be tied to each other; rivals may.",
    .reference = "Breiger 1974",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .fill = fill,
};
