/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What tells one dataset from another, whatever the order of the rows in its tables: one SHA-256,
 * which sort(1) and sha256sum(1) give as well.  The manual has the line.
 *
 * The digest of a table is that of its lines in the order of their bytes, each with a line break
 * behind it; that of datapackage.json and sources.json is that of their bytes.  The digest of the
 * dataset is that of one line for each of its files, by name: the digest, two spaces, the name.
 */
#ifndef BLOC_LOADER_FINGERPRINT_H
#define BLOC_LOADER_FINGERPRINT_H

#include <stdbool.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"

/* Of the files of a dataset that was loaded (dataset.files); others among them are passed over. */
void fingerprint_make(const struct output_list *read, struct fingerprint *fingerprint);

/*
 * Of the files in a folder, of which some may not be there.  Fails when the folder or one of them
 * cannot be read.
 */
bool fingerprint_take(const char *folder, struct fingerprint *fingerprint, struct error *error);

/* Each is empty before and to be freed. */
void fingerprint_release(struct fingerprint *fingerprint);

#endif
