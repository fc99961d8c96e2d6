/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities by several algorithms, and which group each puts where; see algorithms.h. */
#include "metrics/sheet_types.h"

#include <math.h>

#include "metrics/algorithms.h"

static const struct sheet_column community_columns[] = {
    {"algorithm", "Algorithm", SHEET_TEXT, false,
     "Leiden and Louvain maximise modularity, walktrap joins groups between which short walks "
     "stay, edge betweenness cuts pairs between communities, spinglass also parts foes"},
    {"runs", "Runs", SHEET_COUNT, false,
     "with consecutive seeds when random, else 1; 0 when it was "
     "not run: no tie, or the network is too large for it"},
    {"communities", "Communities", SHEET_COUNT, false,
     "number in the best partition, single groups included"},
    {"of_two", "Of two or more", SHEET_COUNT, false, "number with two groups or more"},
    {"modularity", "Modularity", SHEET_NUMBER, false,
     "of the best partition: sum e_ii - sum a_i^2; for spinglass the signed one, that of the "
     "positive pairs less that of the negative ones, each by its share of the weight"},
    {"rand_mean", "Agreement of runs", SHEET_NUMBER, false,
     "mean adjusted Rand index over all pairs of runs"},
    {"rand_least", "Least", SHEET_NUMBER, false, "least adjusted Rand index of two runs"},
    {"information_mean", "Agreement (NMI)", SHEET_NUMBER, true,
     "mean normalised mutual information over all pairs of runs"},
    {"information_least", "Least (NMI)", SHEET_NUMBER, true,
     "least normalised mutual information of two runs"},
    {"rand_to_leiden", "To Leiden", SHEET_NUMBER, false,
     "adjusted Rand index of the best partition with that of Leiden"},
    {"information_to_leiden", "To Leiden (NMI)", SHEET_NUMBER, true,
     "normalised mutual information of the two"},
};

static double count_of_two(const igraph_vector_int_t *membership)
{
    double count = 0;
    /* Numbered by size: a class has two members when its number comes up twice. */
    for (igraph_integer_t class = 0; class <= igraph_vector_int_max(membership); class ++) {
        int size = 0;
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
            size += VECTOR(*membership)[i] == class;
        count += size > 1;
    }
    return count;
}

static igraph_error_t add_algorithm(struct sheet *sheet, enum algorithm algorithm,
                                    const struct partition_set *set,
                                    const struct partition_set *leiden)
{
    double rand = (double)NAN;
    double information = (double)NAN;
    const struct agreement *agreement = &set->agreement;
    double missing = set->has_run ? 0 : (double)NAN; /* added to what needs a run */
    if (set->has_run && leiden->has_run)
        IGRAPH_CHECK(algorithm_compare(&set->best, &leiden->best, &rand, &information));
    sheet_add_text(sheet, text_from(algorithm_name(algorithm)));
    sheet_add_number(sheet, (double)set->runs);
    sheet_add_number(sheet,
                     set->has_run ? (double)igraph_vector_int_max(&set->best) + 1 : (double)NAN);
    sheet_add_number(sheet, set->has_run ? count_of_two(&set->best) : (double)NAN);
    sheet_add_number(sheet, set->quality);
    sheet_add_number(sheet, agreement->rand_mean + missing);
    sheet_add_number(sheet, agreement->rand_least + missing);
    sheet_add_number(sheet, agreement->information_mean + missing);
    sheet_add_number(sheet, agreement->information_least + missing);
    sheet_add_number(sheet, rand);
    sheet_add_number(sheet, information);
    return IGRAPH_SUCCESS;
}

static igraph_error_t run_all(const struct measurement *measurement, enum layer layer,
                              struct partition_set sets[ALGORITHM_COUNT])
{
    for (int i = 0; i < ALGORITHM_COUNT; i++) {
        IGRAPH_CHECK(algorithm_run((enum algorithm)i, measurement, layer, &sets[i]));
        IGRAPH_FINALLY(partition_set_release, &sets[i]);
    }
    return IGRAPH_SUCCESS;
}

static void release_all(struct partition_set sets[ALGORITHM_COUNT])
{
    for (int i = 0; i < ALGORITHM_COUNT; i++)
        partition_set_release(&sets[i]);
    IGRAPH_FINALLY_CLEAN(ALGORITHM_COUNT);
}

static int fill_community(const struct measurement *measurement, const struct sheet_wish *wish,
                          struct sheet *sheet)
{
    struct partition_set sets[ALGORITHM_COUNT];
    IGRAPH_CHECK(run_all(measurement, wish->layer, sets));
    for (int i = 0; i < ALGORITHM_COUNT; i++)
        IGRAPH_CHECK(add_algorithm(sheet, (enum algorithm)i, &sets[i], &sets[ALGORITHM_LEIDEN]));
    release_all(sets);
    return IGRAPH_SUCCESS;
}

static const struct sheet_column partition_columns[] = {
    {"group", "Group", SHEET_GROUP, false, "the group"},
    {"leiden", "Leiden", SHEET_COUNT, false, "number of its community, 1 is the largest"},
    {"louvain", "Louvain", SHEET_COUNT, false, "number of its community"},
    {"walktrap", "Walktrap", SHEET_COUNT, false, "number of its community"},
    {"edge_betweenness", "Edge betweenness", SHEET_COUNT, false, "number of its community"},
    {"optimal", "Optimal", SHEET_COUNT, false, "number of its community"},
    {"spinglass", "Spinglass, signed", SHEET_COUNT, false,
     "number of its community when hostile ties part groups, whatever the layer"},
};

static int fill_partition(const struct measurement *measurement, const struct sheet_wish *wish,
                          struct sheet *sheet)
{
    const struct selection *selection = measurement->selection;
    struct partition_set sets[ALGORITHM_COUNT];
    IGRAPH_CHECK(run_all(measurement, wish->layer, sets));
    for (size_t i = 0; i < selection->groups.count; i++) {
        sheet_add_group(sheet, selection->groups.items[i]);
        for (int a = 0; a < ALGORITHM_COUNT; a++)
            sheet_add_number(sheet,
                             sets[a].has_run ? (double)VECTOR(sets[a].best)[i] + 1 : (double)NAN);
    }
    release_all(sets);
    return IGRAPH_SUCCESS;
}

#define REFERENCE                                                                                 \
    "Traag, Waltman and van Eck 2019; Blondel and others 2008; Pons and Latapy 2005; Girvan and " \
    "Newman 2002; Brandes and others 2008; Traag and Bruggeman 2009; Gomez, Jensen and Arenas "   \
    "2009; Hubert and Arabie 1985; Danon and others 2005"

const struct sheet_type sheet_community = {
    .name = "community",
    .title = "Communities by algorithm",
    .reading = "Whether blocs depend on the method: the number and quality of the communities that "
               "each algorithm finds, and how far its runs agree. Spinglass alone reads hostile "
               "ties; where it agrees with the others, hostility runs between the blocs that "
               "friendship makes.",
    .caution = "Modularities are comparable among the unsigned algorithms, not with spinglass. "
               "Agreement counts isolates, which everybody leaves alone.",
    .reference = REFERENCE,
    .columns = community_columns,
    .column_count = sizeof community_columns / sizeof *community_columns,
    .has_layer = true,
    .fill = fill_community,
};

const struct sheet_type sheet_partition = {
    .name = "partition",
    .title = "Community of each group, by algorithm",
    .reading =
        "Which community each algorithm puts a group into. Groups that are together in every "
        "column are of one bloc whatever the method.",
    .caution = "The numbers are names, by size within each column: the same number in two columns "
               "need not be the same community.",
    .reference = REFERENCE,
    .columns = partition_columns,
    .column_count = sizeof partition_columns / sizeof *partition_columns,
    .has_layer = true,
    .fill = fill_partition,
};
