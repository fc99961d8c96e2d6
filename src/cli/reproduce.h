/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is a report what it says it is?  The manifest that goes with it, and the comparison of a
 * report built anew with the one that stands in a folder.  Used by `bloc report`.
 */
#ifndef BLOC_CLI_REPRODUCE_H
#define BLOC_CLI_REPRODUCE_H

#include "base/error.h"
#include "base/file.h"
#include "cli/figure_set.h"
#include "cli/pipeline.h"
#include "cli/settings.h"

#include <stdbool.h>

/* Add manifest.json, which lists all that is in the set.  Fails when an input cannot be read. */
bool reproduce_add_manifest(const struct pipeline *pipeline, const struct figure_set *figures,
                            const struct settings *settings, struct output_set *outputs,
                            struct error *error);

/*
 * Compare the set with what stands in a folder.  Tells each file that is missing or differs on
 * standard error and fails with their number (ERROR_DATA).
 */
bool reproduce_compare(const struct output_set *outputs, const char *folder, struct error *error);

#endif
