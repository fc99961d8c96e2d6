/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A look at a large table before it is read into memory, in one pass and a few kilobytes: a file
 * that is one endless field is refused there.  Private to the loader.
 */
#ifndef BLOC_LOADER_CSV_SCAN_H
#define BLOC_LOADER_CSV_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Smaller files are read at once, and csv.c says which of their fields are too long. */
#define CSV_SCAN_BYTES 67108864

/*
 * Line on which a field of more than CSV_FIELD_BYTES begins, or 0 when there is none, the file is
 * smaller than CSV_SCAN_BYTES or cannot be read.
 */
size_t csv_scan_long_field(const char *path);

#endif
