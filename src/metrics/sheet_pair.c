/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Structural equivalence (Lorrain and White 1971): do two groups have the same neighbours?  For
 * the pairs with a neighbour in common, with a and b their sets of neighbours,
 *
 *     Jaccard    |a and b| / |a or b|         Dice    2 |a and b| / (|a| + |b|)
 */
#include "metrics/sheet_types.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/list.h"
#include "metrics/measurement.h"

static const struct sheet_column columns[] = {
    {"group", "Group", SHEET_GROUP, false, "one of the pair"},
    {"other", "Other", SHEET_GROUP, false, "the other"},
    {"jaccard", "Jaccard", SHEET_NUMBER, false,
     "neighbours in common / neighbours of either; 1 = the same"},
    {"dice", "Dice", SHEET_NUMBER, false, "2 neighbours in common / sum of the numbers of both"},
    {"common", "In common", SHEET_COUNT, false, "number of neighbours in common"},
    {"tied", "Tied", SHEET_TEXT, false, "whether they are tied themselves"},
};

struct pair {
    size_t a;
    size_t b;
    double jaccard;
    double dice;
    double common;
};

LIST(pair_list, struct pair);

/* For each vertex the later ones that share a neighbour, found over the neighbours. */
static igraph_error_t list_pairs(igraph_adjlist_t *adjacency, igraph_vector_int_t *ends)
{
    igraph_integer_t n = igraph_adjlist_size(adjacency);
    size_t *seen = alloc_zeroed((size_t)n, sizeof *seen); /* by vertex: the last that met it, + 1 */
    igraph_error_t code = IGRAPH_SUCCESS;
    for (igraph_integer_t a = 0; a < n; a++) {
        const igraph_vector_int_t *near = igraph_adjlist_get(adjacency, a);
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(near); i++) {
            const igraph_vector_int_t *far = igraph_adjlist_get(adjacency, VECTOR(*near)[i]);
            for (igraph_integer_t j = 0; j < igraph_vector_int_size(far); j++) {
                igraph_integer_t b = VECTOR(*far)[j];
                if (b <= a || seen[b] == (size_t)a + 1 || code != IGRAPH_SUCCESS)
                    continue;
                seen[b] = (size_t)a + 1;
                code = igraph_vector_int_push_back(ends, a);
                if (code == IGRAPH_SUCCESS)
                    code = igraph_vector_int_push_back(ends, b);
            }
        }
    }
    free(seen);
    return code;
}

static igraph_error_t measure_pairs(const igraph_t *simple, const igraph_vector_int_t *ends,
                                    igraph_vector_t *jaccard, igraph_vector_t *dice)
{
    IGRAPH_CHECK(igraph_similarity_jaccard_pairs(simple, jaccard, ends, IGRAPH_ALL, false));
    return igraph_similarity_dice_pairs(simple, dice, ends, IGRAPH_ALL, false);
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *left = a;
    const struct pair *right = b;
    if (left->jaccard != right->jaccard)
        return left->jaccard < right->jaccard ? 1 : -1;
    if (left->common != right->common)
        return left->common < right->common ? 1 : -1;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return (left->b > right->b) - (left->b < right->b);
}

static void add_rows(struct sheet *sheet, const struct selection *selection,
                     igraph_adjlist_t *adjacency, const struct pair_list *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        const igraph_vector_int_t *near = igraph_adjlist_get(adjacency, (igraph_integer_t)pair->a);
        sheet_add_group(sheet, selection->groups.items[pair->a]);
        sheet_add_group(sheet, selection->groups.items[pair->b]);
        sheet_add_number(sheet, pair->jaccard);
        sheet_add_number(sheet, pair->dice);
        sheet_add_number(sheet, pair->common);
        sheet_add_text(sheet, igraph_vector_int_binsearch(near, (igraph_integer_t)pair->b, NULL)
                                  ? TEXT("yes")
                                  : TEXT("no"));
    }
}

static void collect(struct pair_list *pairs, igraph_adjlist_t *adjacency,
                    const igraph_vector_int_t *ends, const igraph_vector_t *jaccard,
                    const igraph_vector_t *dice)
{
    for (igraph_integer_t i = 0; i < igraph_vector_size(jaccard); i++) {
        igraph_integer_t a = VECTOR(*ends)[2 * i];
        igraph_integer_t b = VECTOR(*ends)[2 * i + 1];
        double sizes = (double)igraph_vector_int_size(igraph_adjlist_get(adjacency, a)) +
                       (double)igraph_vector_int_size(igraph_adjlist_get(adjacency, b));
        list_push(pairs, (struct pair){.a = (size_t)a,
                                       .b = (size_t)b,
                                       .jaccard = VECTOR(*jaccard)[i],
                                       .dice = VECTOR(*dice)[i],
                                       .common = round(VECTOR(*dice)[i] * sizes / 2)});
    }
    if (pairs->count > 0)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    igraph_adjlist_t adjacency;
    igraph_vector_int_t ends;
    igraph_vector_t jaccard;
    igraph_vector_t dice;
    struct pair_list pairs = {0};
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    IGRAPH_FINALLY(igraph_adjlist_destroy, &adjacency);
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(igraph_vector_init(&jaccard, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &jaccard);
    IGRAPH_CHECK(igraph_vector_init(&dice, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &dice);
    IGRAPH_CHECK(list_pairs(&adjacency, &ends));
    if (igraph_vector_int_size(&ends) > 0)
        IGRAPH_CHECK(measure_pairs(simple, &ends, &jaccard, &dice));
    collect(&pairs, &adjacency, &ends, &jaccard, &dice);
    add_rows(sheet, measurement->selection, &adjacency, &pairs);
    list_release(&pairs);
    igraph_vector_destroy(&dice);
    igraph_vector_destroy(&jaccard);
    igraph_vector_int_destroy(&ends);
    igraph_adjlist_destroy(&adjacency);
    IGRAPH_FINALLY_CLEAN(4);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_pair = {
    .name = "pair",
    .title = "Structural equivalence",
    .reading = "Which groups have the same partners, or in the negative layer the same enemies. "
               "Pairs near 1 play the same part: rivals for a patron, or substitutes for each "
               "other.",
    .caution = "Two groups with a single neighbour each, the same one, have 1: read it with the "
               "number in common. Two that are tied count each other as neighbours, which they do "
               "not share.",
    .reference = "Lorrain and White 1971",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .fill = fill,
};
