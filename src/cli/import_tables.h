/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What `bloc import` tells, as tables: the formats, what one of them reads, and what came of a
 * run.
 */
#ifndef BLOC_CLI_IMPORT_TABLES_H
#define BLOC_CLI_IMPORT_TABLES_H

#include "importer/importer.h"
#include "report/report_table.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    IMPORT_EXPLAIN_TABLES = 3,
    IMPORT_RESULT_TABLES = 7,
};

void import_tables_list_formats(struct report_table *table);

/* Its title, its columns and its codes; returns how many tables. */
size_t import_tables_explain(const struct import_format *format,
                             struct report_table tables[IMPORT_EXPLAIN_TABLES]);

/* How the files were read, what became of the rows and why, what the codes became, and what the
 * dataset has; returns how many tables, those without rows left out.  The result must outlive
 * them. */
size_t import_tables_result(const struct import_result *result, bool dry,
                            struct report_table tables[IMPORT_RESULT_TABLES]);

#endif
