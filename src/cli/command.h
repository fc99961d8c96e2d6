/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The commands, in groups, and how a command line becomes a call of one.  Each command is
 * one file cmd_<name>.c with its option table and its run function.
 */
#ifndef BLOC_CLI_COMMAND_H
#define BLOC_CLI_COMMAND_H

#include "base/error.h"
#include "cli/option.h"
#include "cli/settings.h"

#include <stddef.h>
#include <stdio.h>

/* Exit statuses. */
enum status {
    STATUS_GOOD = 0,
    STATUS_FINDINGS = 1, /* findings at error level, or nothing to do it with */
    STATUS_USAGE = 2,
    STATUS_SYSTEM = 3,
};

struct command {
    const char *name;
    const char *operands;    /* for the usage line: "DATA GROUP" */
    size_t operand_count;    /* at most this many */
    size_t optional_count;   /* of these, the last so many may be left out */
    const char *summary;     /* one line for the list of commands */
    const char *description; /* a paragraph for its own help, line breaks included */
    struct option_table options;
    enum status (*run)(const struct settings *settings, struct error *error);
};

extern const struct command command_report;
extern const struct command command_check;
extern const struct command command_figure_data;
extern const struct command command_import;
extern const struct command command_export;
extern const struct command command_list;
extern const struct command command_show;
extern const struct command command_metrics;
extern const struct command command_balance;
extern const struct command command_path;
extern const struct command command_compare;
extern const struct command command_draw;

extern const struct command command_completion;

/* All commands in the order of the help text: the one at this place, or NULL behind the last. */
const struct command *command_at(size_t index);

/*
 * Run a command line, the program's name left out.  Results go to standard output, messages
 * to standard error; the return value is the exit status.
 */
enum status command_run(int count, char *const *words);

#endif
