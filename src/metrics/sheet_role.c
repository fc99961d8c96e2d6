/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Brokerage roles by class; roles, models of chance and moments are in brokerage.h. */
#include "metrics/sheet_types.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/brokerage.h"
#include "metrics/grouping.h"

#define ROLE(name, title, types)                                                                  \
    {name, title, SHEET_COUNT, false,                                                             \
     "number of pairs a, b with arcs a to the group and the group to b but none from a to b, by " \
     "class " types},                                                                             \
        {name "_expected", title ", expected", SHEET_NUMBER, true,                                \
         "its mean when the classes of the other groups are shuffled; exact"},                    \
        {name "_z", "z", SHEET_NUMBER, false,                                                     \
         "(value - expected) / standard deviation when classes are shuffled; exact moments"},     \
        {name "_density_expected", title ", expected by density", SHEET_NUMBER, true,             \
         "its mean when arcs are random with the density, as in R's sna; exact"},                 \
    {                                                                                             \
        name "_density_z", title " z by density", SHEET_NUMBER, true,                             \
            "(value - expected) / standard deviation when arcs are random with the density"       \
    }

static const struct sheet_column columns[] = {
    {"group", "Group", SHEET_GROUP, false, "the broker"},
    {"class", "Class", SHEET_TEXT, false, "its region, kind, umbrella or number of bloc"},
    {"total", "All", SHEET_COUNT, false, "sum of the five roles"},
    ROLE("coordinator", "Coordinator", "A A A"),
    ROLE("consultant", "Consultant", "A B A"),
    ROLE("gatekeeper", "Gatekeeper", "A B B"),
    ROLE("representative", "Representative", "A A B"),
    ROLE("liaison", "Liaison", "A B C"),
};

/* The arcs of the layer, parallel ones merged. */
struct arcs {
    igraph_adjlist_t in;
    igraph_adjlist_t out;
    double density;
};

/* One broker while its paths are counted. */
struct broker {
    size_t vertex;
    double roles[ROLE_COUNT];
    struct path_overlaps overlaps;
    double *starts; /* by vertex: open paths from it through the broker */
    double *ends;   /* and to it */
};

static bool has_arc(struct arcs *arcs, igraph_integer_t from, igraph_integer_t to)
{
    return igraph_vector_int_binsearch(igraph_adjlist_get(&arcs->out, from), to, NULL);
}

static bool is_open(struct arcs *arcs, const struct grouping *classes, igraph_integer_t a,
                    igraph_integer_t b)
{
    return a != b && classes->classes[a] != GROUPING_NONE && classes->classes[b] != GROUPING_NONE &&
           !has_arc(arcs, a, b);
}

static void count_path(struct broker *broker, const struct grouping *classes, size_t a, size_t b)
{
    const size_t *class = classes->classes;
    broker->roles[brokerage_role_of(class[a], class[broker->vertex], class[b])]++;
    broker->overlaps.paths++;
    broker->starts[a]++;
    broker->ends[b]++;
}

/* Is there an open path from b to a as well? */
static bool is_reversed(struct arcs *arcs, igraph_integer_t v, igraph_integer_t a,
                        igraph_integer_t b)
{
    return has_arc(arcs, b, v) && has_arc(arcs, v, a) && !has_arc(arcs, b, a);
}

static void count_paths(struct broker *broker, struct arcs *arcs, const struct grouping *classes)
{
    igraph_integer_t v = (igraph_integer_t)broker->vertex;
    const igraph_vector_int_t *in = igraph_adjlist_get(&arcs->in, v);
    const igraph_vector_int_t *out = igraph_adjlist_get(&arcs->out, v);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(in); i++) {
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(out); j++) {
            igraph_integer_t a = VECTOR(*in)[i];
            igraph_integer_t b = VECTOR(*out)[j];
            if (!is_open(arcs, classes, a, b))
                continue;
            count_path(broker, classes, (size_t)a, (size_t)b);
            broker->overlaps.reversed += is_reversed(arcs, v, a, b) ? 1 : 0;
        }
    }
}

static void count_overlaps(struct broker *broker, size_t n)
{
    struct path_overlaps *overlaps = &broker->overlaps;
    for (size_t i = 0; i < n; i++) {
        overlaps->tails += broker->starts[i] * (broker->starts[i] - 1);
        overlaps->heads += broker->ends[i] * (broker->ends[i] - 1);
        overlaps->chains += 2 * broker->starts[i] * broker->ends[i];
        broker->starts[i] = broker->ends[i] = 0;
    }
    overlaps->chains -= 2 * overlaps->reversed; /* from b back to a itself */
}

static void add_moments(struct sheet *sheet, double value, struct moments moments)
{
    /* A variance that is rounding noise is none. */
    bool varies = moments.variance > 1e-9 * (1 + moments.mean * moments.mean);
    sheet_add_number(sheet, moments.mean);
    sheet_add_number(sheet, varies ? (value - moments.mean) / sqrt(moments.variance) : (double)NAN);
}

static void add_class(struct sheet *sheet, const struct grouping *classes, size_t class)
{
    struct text name = classes->names[class];
    sheet_add_text(sheet, name.length > 0 ? name : arena_format(&sheet->arena, "%zu", class + 1));
}

static void add_broker(struct sheet *sheet, const struct broker *broker, const struct arcs *arcs,
                       const struct grouping *classes, double *sizes)
{
    struct role_counts counts[ROLE_COUNT];
    size_t own = classes->classes[broker->vertex];
    double others = -1;
    for (size_t c = 0; c < classes->count; c++)
        others += sizes[c];
    sizes[own]--;
    brokerage_count(sizes, classes->count, own, counts);
    sizes[own]++;
    add_class(sheet, classes, own);
    sheet_add_number(sheet, broker->overlaps.paths);
    for (int role = 0; role < ROLE_COUNT; role++) {
        double value = broker->roles[role];
        sheet_add_number(sheet, value);
        add_moments(sheet, value, brokerage_shuffled(&counts[role], &broker->overlaps, others));
        add_moments(sheet, value, brokerage_density(&counts[role], arcs->density));
    }
}

static void add_brokers(struct sheet *sheet, const struct selection *selection, struct arcs *arcs,
                        const struct grouping *classes)
{
    size_t n = selection->groups.count;
    double *sizes = alloc_zeroed(classes->count, sizeof *sizes);
    struct broker broker = {.starts = alloc_zeroed(n, sizeof *broker.starts),
                            .ends = alloc_zeroed(n, sizeof *broker.ends)};
    for (size_t i = 0; i < n; i++)
        if (classes->classes[i] != GROUPING_NONE)
            sizes[classes->classes[i]]++;
    for (size_t v = 0; v < n; v++) {
        if (classes->classes[v] == GROUPING_NONE)
            continue;
        broker = (struct broker){.vertex = v, .starts = broker.starts, .ends = broker.ends};
        count_paths(&broker, arcs, classes);
        count_overlaps(&broker, n);
        if (broker.overlaps.paths < 1)
            continue;
        sheet_add_group(sheet, selection->groups.items[v]);
        add_broker(sheet, &broker, arcs, classes, sizes);
    }
    free(broker.starts);
    free(broker.ends);
    free(sizes);
}

static igraph_error_t find_arcs(struct arcs *arcs, const igraph_t *graph)
{
    double n = (double)igraph_vcount(graph);
    double count = 0;
    IGRAPH_CHECK(
        igraph_adjlist_init(graph, &arcs->in, IGRAPH_IN, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    IGRAPH_FINALLY(igraph_adjlist_destroy, &arcs->in);
    IGRAPH_CHECK(
        igraph_adjlist_init(graph, &arcs->out, IGRAPH_OUT, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    IGRAPH_FINALLY_CLEAN(1);
    for (igraph_integer_t v = 0; v < igraph_vcount(graph); v++)
        count += (double)igraph_vector_int_size(igraph_adjlist_get(&arcs->out, v));
    arcs->density = n > 1 ? count / (n * (n - 1)) : 0;
    return IGRAPH_SUCCESS;
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    struct arcs arcs;
    struct grouping classes;
    IGRAPH_CHECK(find_arcs(&arcs, &network_get_layer(measurement->network, wish->layer)->arcs));
    grouping_find(&classes, wish->classes, measurement, wish->layer);
    add_brokers(sheet, measurement->selection, &arcs, &classes);
    grouping_release(&classes);
    igraph_adjlist_destroy(&arcs.in);
    igraph_adjlist_destroy(&arcs.out);
    sheet_add_note(sheet, "method", "Expected values and z",
                   "exact moments; the classes of the other groups shuffled");
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_role = {
    .name = "role",
    .title = "Brokerage roles",
    .reading =
        "Who passes on between groups that are not tied themselves, and whether within a class "
        "(coordinator), into it (gatekeeper), out of it (representative) or between others "
        "(consultant, liaison). A z above 2 means far more often than if classes did not matter.",
    .caution = "Counts grow with the square of the ties of the broker, so read them beside the "
               "degree; where they are few z is coarse. Without a window ties that never held at "
               "once make paths, and over all ties a broker may stand between enemies. Groups "
               "without a class are left out.",
    .reference = "Gould and Fernandez 1989",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .needs = "community",
    .has_classes = true,
    .by = CLASS_REGION,
    .fill = fill,
};
