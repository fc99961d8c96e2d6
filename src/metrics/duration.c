/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How long ties lasted.  Let a tie have begun on a day from S1 to S2 and ended on one from E1 to
 * E2, not before it began (model/date_activity.c).  Both days included it lasted
 *
 *     at least   max(E1 - S2, 0) + 1        at most   E2 - S1 + 1     days
 *
 * A tie that is still so and one of which nobody gives the end are censored: they have no duration
 * and are counted apart.  The medians are over ties with both numbers; as a median grows with every
 * value, that of the true durations lies between the two.
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

/* Days; NAN where the dates give no bound. */
struct duration {
    double least;
    double most;
};

/* What the lasting ties of a layer have. */
struct durations {
    size_t still_so;
    size_t end_unknown;
    size_t ended;
    size_t known; /* of these: with both numbers */
    double *least;
    double *most;
};

static bool is_open_end(const struct relation *relation)
{
    return relation->end.state == DATE_OPEN;
}

/* A start that is an interval carries its end. */
static bool is_unknown_end(const struct relation *relation)
{
    return relation->end.state == DATE_UNKNOWN && !relation->start.interval;
}

static double count_days(day_number from, day_number to)
{
    return to > from ? (double)to - (double)from + 1 : 1;
}

static struct duration find_duration(const struct relation *relation)
{
    const struct date_span span = date_span_of_state(&relation->start, &relation->end);
    struct duration duration = {(double)NAN, (double)NAN};
    if (is_open_end(relation) || is_unknown_end(relation) || span.begin_first > span.end_last)
        return duration;
    const bool begins_by = span.begin_last != DAY_MAX && span.begin_last != DAY_MIN;
    if (begins_by && span.end_first != DAY_MIN && span.end_first != DAY_MAX)
        duration.least = count_days(span.begin_last, span.end_first);
    if (span.begin_first != DAY_MIN && span.end_last != DAY_MAX)
        duration.most = count_days(span.begin_first, span.end_last);
    return duration;
}

static bool is_measured(const struct measurement *measurement, size_t index, enum layer layer)
{
    const struct dataset *dataset = measurement->selection->dataset;
    const relation_id id = measurement->selection->relations.items[index].relation;
    const struct relation *relation = &dataset->relations.items[id];
    const struct kind *kind = dataset_kind_of(dataset, id);
    return !kind->event && relation->source != relation->target &&
           layer_has_sign(layer, kind->sign);
}

static const struct relation *relation_at(const struct measurement *measurement, size_t index)
{
    return &measurement->selection->dataset->relations
                .items[measurement->selection->relations.items[index].relation];
}

static void fill_relations(const struct measurement *measurement)
{
    double *least = measurement_column(measurement, SCOPE_RELATION, "duration_least", LAYER_ALL);
    double *most = measurement_column(measurement, SCOPE_RELATION, "duration_most", LAYER_ALL);
    double *still = measurement_column(measurement, SCOPE_RELATION, "still_so", LAYER_ALL);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        const struct relation *relation = relation_at(measurement, i);
        if (!is_measured(measurement, i, LAYER_ALL))
            continue;
        const struct duration duration = find_duration(relation);
        least[i] = duration.least;
        most[i] = duration.most;
        if (!is_unknown_end(relation))
            still[i] = is_open_end(relation) ? 1 : 0;
    }
}

static void collect(const struct measurement *measurement, enum layer layer,
                    struct durations *durations)
{
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        const struct relation *relation = relation_at(measurement, i);
        if (!is_measured(measurement, i, layer))
            continue;
        durations->still_so += is_open_end(relation);
        durations->end_unknown += is_unknown_end(relation);
        durations->ended += !is_open_end(relation) && !is_unknown_end(relation);
        const struct duration duration = find_duration(relation);
        if (isnan(duration.least) || isnan(duration.most))
            continue;
        durations->least[durations->known] = duration.least;
        durations->most[durations->known++] = duration.most;
    }
}

static int compare_numbers(const void *a, const void *b)
{
    const double left = *(const double *)a;
    const double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Sorts the values. */
static double find_median(double *values, size_t count)
{
    if (count == 0)
        return (double)NAN;
    qsort(values, count, sizeof *values, compare_numbers);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

igraph_error_t measure_duration(const struct measurement *measurement, enum layer layer)
{
    const size_t ties = measurement->selection->relations.count;
    struct durations durations = {.least = alloc_zeroed(ties, sizeof(double)),
                                  .most = alloc_zeroed(ties, sizeof(double))};
    if (layer == LAYER_ALL)
        fill_relations(measurement);
    collect(measurement, layer, &durations);
    measurement_set(measurement, "ties_ended", layer, (double)durations.ended);
    measurement_set(measurement, "ties_still_so", layer, (double)durations.still_so);
    measurement_set(measurement, "ties_end_unknown", layer, (double)durations.end_unknown);
    measurement_set(measurement, "duration_least_median", layer,
                    find_median(durations.least, durations.known));
    measurement_set(measurement, "duration_most_median", layer,
                    find_median(durations.most, durations.known));
    free(durations.least);
    free(durations.most);
    return IGRAPH_SUCCESS;
}
