/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The manifest of a report: which bytes went in and which came out, with what options.  The
 * same manifest means the same report, on any machine and day.
 */
#ifndef BLOC_REPORT_MANIFEST_H
#define BLOC_REPORT_MANIFEST_H

#include "base/buffer.h"
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "report/report_table.h"

/* All borrowed. */
struct manifest {
    struct output_list inputs;     /* names and contents of the files that were read */
    struct text_pair_list options; /* as given, in order */
    const struct output_list *outputs;
};

/* Write it as JSON: the program's version, options, and a digest of each file. */
void manifest_write(const struct manifest *manifest, struct buffer *buffer);

#endif
