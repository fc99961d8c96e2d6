/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Motifs of three groups (Milo and others 2002): which triads are more frequent than in networks
 * where every group keeps its number of arcs in and of arcs out.  Such networks are drawn by
 * exchanging the ends of arcs at random, ten times as often as there are arcs.  The counts are
 * those of the triad census, which are the counts of motifs of size three.
 */
#include "metrics/sheet_types.h"

#include <math.h>

#include "metrics/measurement.h"
#include "network/igraph_calls.h"
#include "network/igraph_guard.h"

enum {
    DRAWS = 200,
    EXCHANGES = 10, /* for each arc */
    TYPES = 16,
    CONNECTED = 13, /* types in which all three hang together */
};

static const struct sheet_column columns[] = {
    {"triad", "Triad", SHEET_TEXT, false, "type of the three, as in the triad census"},
    {"meaning", "Meaning", SHEET_TEXT, false, "who points to whom"},
    {"count", "Count", SHEET_COUNT, false, "number of sets of three groups of that type"},
    {"expected", "Expected", SHEET_NUMBER, false,
     "mean over 200 random networks in which every group has as many arcs in and out"},
    {"deviation", "Deviation", SHEET_NUMBER, false, "standard deviation over these networks"},
    {"z", "z", SHEET_NUMBER, false, "(count - expected) / deviation"},
    {"as_many", "As many", SHEET_NUMBER, true, "share of these networks with at least that count"},
};

/* The connected types, by their place in igraph's census. */
static const struct {
    int place;
    const char *code;
    const char *meaning;
} types[CONNECTED] = {
    {3, "021D", "a points to b and c"},
    {4, "021U", "b and c point to a"},
    {5, "021C", "a points to b, b to c"},
    {6, "111D", "a and b mutual, c points to b"},
    {7, "111U", "a and b mutual, b points to c"},
    {8, "030T", "a points to b and c, b to c"},
    {9, "030C", "a points to b, b to c, c to a"},
    {10, "201", "two mutual pairs"},
    {11, "120D", "a points to b and c, which are mutual"},
    {12, "120U", "b and c, which are mutual, point to a"},
    {13, "120C", "a points to b, b to c, a and c mutual"},
    {14, "210", "two mutual pairs and one arc"},
    {15, "300", "three mutual pairs"},
};

struct null_model {
    double sum[TYPES];
    double squares[TYPES];
    double as_many[TYPES];
};

static igraph_error_t draw(const igraph_t *arcs, const igraph_vector_t *observed,
                           struct null_model *model)
{
    igraph_t random;
    igraph_vector_t census;
    IGRAPH_CHECK(igraph_vector_init(&census, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &census);
    IGRAPH_CHECK(igraph_copy(&random, arcs));
    IGRAPH_FINALLY(igraph_destroy, &random);
    /* igraph looks for a second arc until it finds one. */
    if (igraph_ecount(arcs) > 1)
        IGRAPH_CHECK(call_rewire(&random, EXCHANGES * igraph_ecount(arcs)));
    IGRAPH_CHECK(igraph_triad_census(&random, &census));
    for (int type = 0; type < TYPES; type++) {
        double count = VECTOR(census)[type];
        model->sum[type] += count;
        model->squares[type] += count * count;
        model->as_many[type] += count >= VECTOR(*observed)[type] ? 1 : 0;
    }
    igraph_destroy(&random);
    igraph_vector_destroy(&census);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static void add_rows(struct sheet *sheet, const igraph_vector_t *observed,
                     const struct null_model *model)
{
    const double draws = DRAWS;
    for (size_t i = 0; i < CONNECTED; i++) {
        int type = types[i].place;
        double count = VECTOR(*observed)[type];
        double mean = model->sum[type] / draws;
        double variance = (model->squares[type] - draws * mean * mean) / (draws - 1);
        double deviation = sqrt(fmax(variance, 0));
        sheet_add_text(sheet, text_from(types[i].code));
        sheet_add_text(sheet, text_from(types[i].meaning));
        sheet_add_number(sheet, count);
        sheet_add_number(sheet, mean);
        sheet_add_number(sheet, deviation);
        sheet_add_number(sheet, deviation > 1e-9 ? (count - mean) / deviation : (double)NAN);
        sheet_add_number(sheet, model->as_many[type] / draws);
    }
}

static igraph_error_t compare_with_chance(const struct measurement *measurement,
                                          const igraph_t *arcs, struct sheet *sheet)
{
    igraph_vector_t observed;
    struct null_model model = {0};
    IGRAPH_CHECK(igraph_vector_init(&observed, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &observed);
    IGRAPH_CHECK(igraph_triad_census(arcs, &observed));
    igraph_guard_seed(measurement->seed);
    for (int i = 0; i < DRAWS; i++)
        IGRAPH_CHECK(draw(arcs, &observed, &model));
    add_rows(sheet, &observed, &model);
    igraph_vector_destroy(&observed);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    igraph_t arcs;
    if (measurement->selection->groups.count < 4)
        return IGRAPH_SUCCESS; /* igraph exchanges ends among four vertices or more */
    IGRAPH_CHECK(igraph_copy(&arcs, &network_get_layer(measurement->network, wish->layer)->arcs));
    IGRAPH_FINALLY(igraph_destroy, &arcs);
    IGRAPH_CHECK(igraph_simplify(&arcs, true, true, NULL));
    IGRAPH_CHECK(compare_with_chance(measurement, &arcs, sheet));
    igraph_destroy(&arcs);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_motif = {
    .name = "motif",
    .title = "Motifs of three groups",
    .reading = "Which patterns of three groups are more frequent than their numbers of ties "
               "explain. In the positive layer a high z of 030T is closed hierarchy, of 021U a "
               "star of followers that share no other tie.",
    .caution = "Kinds that are mutual by nature make mutual pairs that random networks lack, so "
               "over all ties and in the negative layer types with mutual pairs are always many.",
    .reference = "Milo and others 2002; Holland and Leinhardt 1970",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .fill = fill,
};
