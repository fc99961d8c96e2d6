/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Relations, the claims that carry them, the sources of the claims, and the numbers that
 * sources give.  A relation is what is said to hold between two groups; a claim is one
 * source saying (or disputing) it at one place of its text.
 */
#ifndef BLOC_MODEL_RELATION_H
#define BLOC_MODEL_RELATION_H

#include "base/text.h"
#include "model/date.h"
#include "model/group.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t relation_id;
typedef uint32_t source_id;
typedef uint32_t kind_id;
#define RELATION_NONE UINT32_MAX

enum grade {
    GRADE_INFERRED, /* the coder's reading */
    GRADE_REPORTED, /* the source passes on what somebody says */
    GRADE_STATED,   /* the source says it in its own voice */
};

/* What the claims of a relation add up to. */
enum outcome {
    OUTCOME_SUPPORTED, /* at least one claim supports it, none disputes it */
    OUTCOME_CONTESTED, /* supported and disputed */
    OUTCOME_REJECTED,  /* only disputed: kept in the data, never drawn or measured */
};

struct claim {
    relation_id relation;
    source_id source;
    struct text locator; /* place in the source, here a paragraph number */
    bool disputes;
    enum grade grade;
    struct date start; /* unknown unless this claim dates the relation otherwise */
    struct date end;
    struct text note;
    size_t line;
};

/* Within these, sums and products of weights are numbers. */
#define WEIGHT_LEAST 1e-12
#define WEIGHT_MOST 1e12

struct relation {
    struct text id;
    group_id source;
    group_id target;
    kind_id kind;
    struct date start;
    struct date end;
    struct text place;
    double weight; /* WEIGHT_LEAST to WEIGHT_MOST; 1 when the table leaves it empty */
    struct text note;
    size_t line;
    size_t first_claim; /* its claims stand together in the dataset */
    size_t claim_count;
    enum outcome outcome;
    enum grade grade; /* best grade among the supporting claims */
};

struct source {
    struct text id;
    struct text title;
    struct text authors;   /* "Gartenstein-Ross and Barr"; empty when the text names none */
    struct text publisher; /* container-title, else publisher; may be empty */
    struct text issued;    /* ISO date as far as known: "2016-02" */
    struct text url;       /* http or https only; may be empty */
    struct text note;
    size_t line;
};

/* A number that a source gives about a group or a relation; exactly one of the two is set. */
struct estimate {
    group_id group;       /* GROUP_NONE when about a relation */
    relation_id relation; /* RELATION_NONE when about a group */
    struct text quantity; /* fighters, killed, ... */
    double low;           /* NAN = no bound given */
    double high;
    struct date date;
    source_id source;
    struct text locator;
    struct text note;
    size_t line;
};

const char *grade_name(enum grade grade);
bool grade_from_text(struct text text, enum grade *grade);
const char *outcome_name(enum outcome outcome);

#endif
