/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the codes of a format mean: each has a kind of relation, by the format's table or by the
 * user's --map, and each kind a sign, by its table or by --sign.
 */
#ifndef BLOC_IMPORTER_MAPPING_H
#define BLOC_IMPORTER_MAPPING_H

#include "base/error.h"
#include "base/text_index.h"
#include "importer/importer.h"
#include "importer/intake.h"

#include <stdbool.h>
#include <stdint.h>

struct mapping_entry {
    struct text code;
    uint32_t kind; /* of the intake; INTAKE_NONE = rows with it are left out */
    size_t rows;
    const char *why;
};

LIST(mapping_entry_list, struct mapping_entry);

/* The zero value maps nothing. */
struct mapping {
    struct mapping_entry_list entries;
    struct text_index codes;
};

void mapping_release(struct mapping *mapping);

/*
 * Take the format's rules and kinds and the user's options.  A kind in --map is one of the built-in
 * kinds, one of the format's, or a new one, written NAME:FAMILY:SIGN with :mutual and :event behind
 * it where they hold.  Fails with ERROR_USAGE.
 */
bool mapping_open(struct mapping *mapping, struct intake *intake,
                  const struct import_format *format, const struct import_options *options,
                  struct error *error);

/* The entry of a code, matched as written and then without case; NULL when it has none. */
struct mapping_entry *mapping_find(struct mapping *mapping, struct text code);

/* Remember how a code without a rule is read. */
struct mapping_entry *mapping_add(struct mapping *mapping, struct intake *intake, struct text code,
                                  uint32_t kind, const char *why);

/* Does the entry stand in --map? */
bool mapping_is_asked_for(const struct mapping_entry *entry);

/* A kind by its name, or a new one of the name, family and sign; the label is the name in words. */
uint32_t mapping_make_kind(struct intake *intake, const struct kind *kind);

#endif
