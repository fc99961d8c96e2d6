/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Results of a command: tables in the format asked for, to standard output or to the file of
 * -o, and whatever a format cannot carry as a message.
 */
#ifndef BLOC_CLI_OUTPUT_H
#define BLOC_CLI_OUTPUT_H

#include "base/buffer.h"
#include "base/error.h"
#include "cli/settings.h"
#include "report/format.h"
#include "report/report_table.h"

#include <stdbool.h>
#include <stddef.h>

/* The format of --format or --json, else text; NULL with the error set when there is no such. */
const struct report_format *output_format(const struct settings *settings, struct error *error);

/*
 * Which of a command's tables --table wants: *chosen is its index, or count when it was not given
 * and all are wanted.  Fails (ERROR_USAGE) on an unknown format or table, and when the format takes
 * one table and none was named; the example is then one that could be.
 */
bool output_choose_table(const struct settings *settings, const struct text *names, size_t count,
                         const char *example, size_t *chosen, struct error *error);

/* Write tables; fails on an unknown format, on several tables as CSV, and on a write error. */
bool output_tables(const struct settings *settings, const struct report_table *tables, size_t count,
                   struct error *error);

/* Write what is ready. */
bool output_text(const struct settings *settings, struct text contents, struct error *error);

#endif
