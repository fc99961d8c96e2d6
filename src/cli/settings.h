/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a command line asks for.  One struct for all commands: each reads the fields that its
 * option table can set, and the zero value is "not given".
 */
#ifndef BLOC_CLI_SETTINGS_H
#define BLOC_CLI_SETTINGS_H

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "importer/importer.h"
#include "selection/query.h"

#include <stdbool.h>

struct settings {
    struct arena arena;
    struct text_list operands; /* words that are no options, in order */
    bool help;
    bool version;
    bool json;
    bool explain;
    bool keep_going;
    bool legibility;
    bool check;
    bool range;
    bool ranks;
    bool leave_one_out;
    bool uncontested;
    bool directed;
    struct text format;
    struct text output;  /* -o */
    struct text figures; /* folder of figure definitions */
    struct text out;     /* folder of the report */
    struct text by;
    struct text layer;
    struct text from;
    struct text to;
    struct text metrics;
    struct text sort;
    struct text classes; /* how it puts groups into classes */
    unsigned size;       /* its largest set; 0 = not given */
    struct text seed;
    struct text_list signs; /* --sign KIND=SIGN */
    struct text pairs;      /* of bloc balance */
    struct text count;
    struct text alpha;
    struct text table;
    struct text data;    /* of bloc figure-data: a dataset to compare with */
    unsigned nodes;      /* 0 = default */
    struct text chances; /* --grade-probability */
    unsigned top;        /* 0 = all */
    unsigned draws;      /* 0 = as many as is usual */
    unsigned sample;     /* groups that paths are searched from; 0 = all */
    unsigned dpi;        /* 0 = 300 */
    bool dry_run;
    bool force;
    struct import_options import;
    struct text_list attributes; /* --set NAME=VALUE, and the selection options in this form */
    struct selection_query query;
};

void settings_release(struct settings *settings);

#endif
