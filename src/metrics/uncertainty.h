/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How sure the numbers are, as plain tables: ranges over ties that are only possible, rank
 * intervals over resampled ties, and what hinges on one source.  No igraph types; read by
 * report and cli, filled by metrics/range.h, metrics/resample.h and metrics/leave_out.h.
 */
#ifndef BLOC_METRICS_UNCERTAINTY_H
#define BLOC_METRICS_UNCERTAINTY_H

#include "base/list.h"
#include "metrics/metric_table.h"
#include "model/relation.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How the two ends of a range were found. */
enum range_method {
    RANGE_NONE,    /* the metric is the number of a class: it has no least and no most */
    RANGE_EXACT,   /* no choice of the possible ties gives less or more */
    RANGE_SAMPLED, /* the range is at least this wide */
};

/* The lowest and the highest value over what is certain and what is possible. */
struct metric_ranges {
    struct metric_results low; /* rows as in the selection; NAN where it is never defined */
    struct metric_results high;
    size_t possible;    /* ties that are only possible */
    size_t subsets;     /* choices of them that were measured */
    bool is_exhaustive; /* all choices were */
    bool has_negative_weights;
};

void metric_ranges_release(struct metric_ranges *ranges);
enum range_method metric_ranges_method(const struct metric_ranges *ranges,
                                       const struct metric *metric);

/* One group in the order of one metric. */
struct rank_row {
    size_t group;      /* position in selection.groups */
    double value;      /* in the data as it stands; NAN = not defined, ranked last */
    double rank;       /* 1 + number of groups with more */
    double median;     /* of its ranks over all draws */
    double low;        /* 5 % of its ranks are below */
    double high;       /* 5 % are above */
    double source_low; /* best and worst rank when one source is left out; NAN without sources */
    double source_high;
    double survives; /* share of the draws in which it is above the next row; NAN in the last */
    size_t tier;     /* from 1; groups of one tier cannot be told apart from its first */
};

/* Highest value first. */
struct rank_table {
    const struct metric *metric;
    struct rank_row *rows;
    size_t row_count;
};

LIST(rank_table_list, struct rank_table);

/* How likely a tie is there, by what is said of it. */
struct tie_chances {
    double by_grade[GRADE_STATED + 1]; /* that one claim of the grade is right */
    double possible;                   /* factor for a tie whose dates only allow it */
    double disputed;                   /* factor for a tie that a claim disputes */
};

struct rank_results {
    struct arena arena;
    struct rank_table_list tables;
    struct tie_chances chances;
    size_t draws;
    uint64_t seed;
};

void rank_results_release(struct rank_results *results);

/* What is no longer so when one source is not there. */
enum hinge_type {
    HINGE_RANK,      /* a group leaves the first five of a metric */
    HINGE_COMPONENT, /* there are more weak components */
    HINGE_CUT_POINT, /* a group is no articulation point any more */
    HINGE_ISOLATE,   /* a group has no tie left */
    HINGE_PLEDGE,    /* a tie of the family pledge that no other source supports */
    HINGE_TIE,       /* any other such tie */
};

struct hinge {
    source_id source;
    enum hinge_type type;
    const struct metric *metric; /* of HINGE_RANK, else NULL */
    size_t group;                /* position in selection.groups, or SIZE_MAX */
    size_t relation;             /* index in selection.relations, or SIZE_MAX */
    double with;                 /* rank, number, or 1 and 0 for yes and no */
    double without;
    struct text places; /* where the source says so: "3, 7" */
};

LIST(hinge_list, struct hinge);

struct hinge_results {
    struct arena arena;
    struct hinge_list hinges; /* by source, then type, in the order of the data */
};

void hinge_results_release(struct hinge_results *results);

/* "rank", "components", "cut-point", "isolate", "pledge", "tie". */
const char *hinge_type_name(enum hinge_type type);

#endif
