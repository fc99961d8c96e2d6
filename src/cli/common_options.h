/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows of option tables that several commands share, so that an option is spelt and explained
 * in one place.  Included by the cmd_*.c files.
 */
#ifndef BLOC_CLI_COMMON_OPTIONS_H
#define BLOC_CLI_COMMON_OPTIONS_H

#include "cli/option.h"

#include <stddef.h>

#define OPTION_FORMAT                                                            \
    {                                                                            \
        .name = "format", .letter = 'f', .argument = "FORMAT",                   \
        .help = "text, csv, json or md; text unless given", .type = OPTION_TEXT, \
        .field = offsetof(struct settings, format)                               \
    }

#define OPTION_JSON                                                                 \
    {                                                                               \
        .name = "json", .help = "the same as --format=json", .type = OPTION_SWITCH, \
        .field = offsetof(struct settings, json)                                    \
    }

#define OPTION_OUTPUT                                                       \
    {                                                                       \
        .name = "output", .letter = 'o', .argument = "FILE",                \
        .help = "write to FILE; - is standard output", .type = OPTION_TEXT, \
        .field = offsetof(struct settings, output)                          \
    }

#define OPTION_KEEP_GOING                                                             \
    {                                                                                 \
        .name = "keep-going", .letter = 'k',                                          \
        .help = "use the sound rows of a dataset with errors", .type = OPTION_SWITCH, \
        .field = offsetof(struct settings, keep_going)                                \
    }

#define OPTION_SET                                                                              \
    {                                                                                           \
        .name = "set", .argument = "NAME=VALUE",                                                \
        .help = "set an attribute of the figure: --set=figure_width=85mm", .type = OPTION_LIST, \
        .field = offsetof(struct settings, attributes)                                          \
    }

#define OPTION_SEED                                                                          \
    {                                                                                        \
        .name = "seed", .argument = "NUMBER",                                                \
        .help = "seed of the random algorithms; 20140629 unless given", .type = OPTION_TEXT, \
        .field = offsetof(struct settings, seed)                                             \
    }

#define OPTION_SIGN                                                              \
    {                                                                            \
        .name = "sign", .argument = "KIND=SIGN",                                 \
        .help = "count a kind of relation as +, - or 0 on this run; repeatable", \
        .type = OPTION_LIST, .field = offsetof(struct settings, signs)           \
    }

#endif
