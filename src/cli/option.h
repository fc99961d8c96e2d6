/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Option tables: a command names its options in rows, and the rows are parsed, listed in
 * usage texts and compared with the manual.  The options that narrow a selection come from
 * selection/query.h and mean the same for every command that takes them.
 */
#ifndef BLOC_CLI_OPTION_H
#define BLOC_CLI_OPTION_H

#include "base/buffer.h"
#include "base/error.h"
#include "cli/settings.h"

#include <stdbool.h>
#include <stddef.h>

enum option_type {
    OPTION_SWITCH, /* bool; takes no value */
    OPTION_TEXT,   /* struct text */
    OPTION_COUNT,  /* unsigned, 1 or more */
    OPTION_LIST,   /* struct text_list; may be repeated */
};

struct option {
    const char *name;     /* long name without dashes */
    const char *argument; /* "FILE"; NULL for a switch */
    const char *help;     /* a few words, with the default */
    size_t field;         /* offset in struct settings */
    enum option_type type;
    char letter; /* short name; '\0' = none */
};

/* What one command accepts. */
struct option_table {
    const struct option *options;
    size_t count;
    bool selects; /* also the options of query_options() */
};

/*
 * Read the words of a command line into settings.  Accepts --name=value, --name value, -oVALUE,
 * -o VALUE, and -- before words that look like options.  Fails with ERROR_USAGE and the nearest
 * option on an unknown one, a missing or a superfluous value.
 */
bool option_parse(const struct option_table *table, int count, char *const *words,
                  struct settings *settings, struct error *error);

/* One option as people see it, whichever table it stands in. */
struct option_row {
    char letter; /* '\0' = none */
    const char *name;
    const char *argument; /* NULL for a switch */
    const char *help;
};

/*
 * The options of a command at this place: its own, those that all commands have, then those that
 * narrow a selection.  False behind the last.
 */
bool option_row_at(const struct option_table *table, size_t index, struct option_row *row);

/* The lines of a usage text that list the options. */
void option_add_usage(const struct option_table *table, struct buffer *buffer);

#endif
