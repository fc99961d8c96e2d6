/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The values of a row, as text, numbers and dates: what importer/reader.h says of them.  Here stands
 * what the two files of the reader tell each other.  Private to reader.c.
 */
#ifndef BLOC_IMPORTER_READER_VALUE_H
#define BLOC_IMPORTER_READER_VALUE_H

#include "importer/reader.h"

/* The present row of a reader over rows in memory. */
const struct reader_row *reader_given_row(const struct reader *reader);

/* Tell of columns whose dates are written in several ways. */
void reader_tell_date_styles(struct reader *reader);

#endif
