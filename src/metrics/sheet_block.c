/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Nested cohesive blocks: sets of which ever more groups must go before they fall apart. */
#include "metrics/sheet_types.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/measurement.h"

static const struct sheet_column columns[] = {
    {"block", "Block", SHEET_COUNT, false, "number of the block; 1 is the whole network"},
    {"within", "Within", SHEET_COUNT, false, "the block that it is nested in; none for the whole"},
    {"cohesion", "Cohesion", SHEET_COUNT, false,
     "k: least number of groups without which the block falls apart or is a single group"},
    {"size", "Size", SHEET_COUNT, false, "number of groups in the block"},
    {"groups", "Groups", SHEET_GROUPS, false, "the groups in the block"},
};

struct blocks {
    igraph_vector_int_list_t members;
    igraph_vector_int_t cohesion;
    igraph_vector_int_t parents;
};

/* A copy of a set of vertices as groups, in ascending order. */
static void add_set(struct sheet *sheet, const struct selection *selection,
                    igraph_vector_int_t *vertices)
{
    size_t count = (size_t)igraph_vector_int_size(vertices);
    group_id *groups = alloc_zeroed(count, sizeof *groups);
    igraph_vector_int_sort(vertices);
    for (size_t i = 0; i < count; i++)
        groups[i] = selection->groups.items[VECTOR(*vertices)[i]];
    sheet_add_groups(sheet, groups, count);
    free(groups);
}

static void add_rows(struct sheet *sheet, const struct selection *selection, struct blocks *blocks)
{
    for (igraph_integer_t b = 0; b < igraph_vector_int_list_size(&blocks->members); b++) {
        igraph_vector_int_t *members = igraph_vector_int_list_get_ptr(&blocks->members, b);
        igraph_integer_t parent = VECTOR(blocks->parents)[b];
        sheet_add_number(sheet, (double)b + 1);
        sheet_add_number(sheet, parent < 0 ? (double)NAN : (double)parent + 1);
        sheet_add_number(sheet, (double)VECTOR(blocks->cohesion)[b]);
        sheet_add_number(sheet, (double)igraph_vector_int_size(members));
        add_set(sheet, selection, members);
    }
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    struct blocks blocks;
    if (igraph_vcount(simple) == 0)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_vector_int_list_init(&blocks.members, 0));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &blocks.members);
    IGRAPH_CHECK(igraph_vector_int_init(&blocks.cohesion, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &blocks.cohesion);
    IGRAPH_CHECK(igraph_vector_int_init(&blocks.parents, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &blocks.parents);
    IGRAPH_CHECK(
        igraph_cohesive_blocks(simple, &blocks.members, &blocks.cohesion, &blocks.parents, NULL));
    add_rows(sheet, measurement->selection, &blocks);
    igraph_vector_int_destroy(&blocks.parents);
    igraph_vector_int_destroy(&blocks.cohesion);
    igraph_vector_int_list_destroy(&blocks.members);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_block = {
    .name = "block",
    .title = "Cohesive blocks",
    .reading = "Sets of groups within sets, each harder to break than the one around it: a block "
               "of cohesion k holds until k of its groups are gone. A block of cohesion 2 has no "
               "single point of failure.",
    .caution = "Over all ties a block may be held together by conflict. Blocks of the same level "
               "may share up to k groups.",
    .reference = "White and Harary 2001; Moody and White 2003",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .fill = fill,
};
