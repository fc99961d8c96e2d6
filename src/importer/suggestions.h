/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The likely duplicates among the groups taken in, and those of another dataset, for a person to
 * decide: as part of the result, and as a table that --match reads once it is filled in.
 */
#ifndef BLOC_IMPORTER_SUGGESTIONS_H
#define BLOC_IMPORTER_SUGGESTIONS_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "importer/importer.h"
#include "importer/intake.h"

#include <stdbool.h>

/* Fill result->likenesses.  against is the folder of a dataset, or empty; fails when it cannot be
 * read. */
bool suggestions_make(const struct intake *intake, struct text against,
                      struct import_result *result, struct error *error);

/* The columns name, group (left empty for the person), likely and reason. */
void suggestions_write(const struct import_result *result, struct buffer *buffer);

#endif
