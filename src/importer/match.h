/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names that mean the same, as a person has decided (--match): a table with the columns `name`, as
 * the data has it, and `group`, the name to be used.  Rows without a group decide nothing, so the
 * list of likely duplicates (importer/likeness.h) can be given back as it is, filled in as far as
 * known.
 */
#ifndef BLOC_IMPORTER_MATCH_H
#define BLOC_IMPORTER_MATCH_H

#include "base/error.h"
#include "importer/import.h"

#include <stdbool.h>

/* Read the file of options->match, if any, into the intake; what is wrong with it becomes findings.
 * Fails when it cannot be read. */
bool match_read(struct import *import, struct error *error);

/* Tell which names were never met. */
void match_report_unused(struct import *import);

#endif
