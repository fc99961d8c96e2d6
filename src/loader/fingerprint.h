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

/*
 * Read the files in the folder and take their fingerprint, which is empty before and to be freed
 * with fingerprint_release.  Files that are not there or cannot be read are none of the dataset.
 * Fails when the folder cannot be read.
 */
bool fingerprint_take(const char *folder, struct fingerprint *fingerprint, struct error *error);

void fingerprint_release(struct fingerprint *fingerprint);

#endif
