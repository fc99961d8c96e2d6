/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the Correlates of War formats have in common: rows that say who took part in what, and that
 * become ties between those who took part together.  All rows of a file are kept until its end.
 */
#ifndef BLOC_IMPORTER_COW_H
#define BLOC_IMPORTER_COW_H

#include "base/list.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/when.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One state's part in one alliance or dispute. */
struct cow_part {
    size_t line;
    struct text id;    /* of the alliance or dispute */
    uint32_t state;    /* group */
    struct text start; /* EDTF */
    struct text end;
    long side;       /* of a dispute */
    unsigned levels; /* bits: commitments of an alliance, or the level of hostility */
    uint32_t next;   /* another part in the same, or INTAKE_NONE */
};

LIST(cow_part_list, struct cow_part);

/* The zero value is empty. */
struct cow_parts {
    struct cow_part_list items;
    struct text_index latest; /* by id: the latest part */
};

void cow_parts_release(struct cow_parts *parts);

/* Keep a part; its texts must last.  False when the same is there already. */
bool cow_parts_add(struct cow_parts *parts, struct cow_part part);

/* The first part with an id, or INTAKE_NONE; the others by their next. */
uint32_t cow_parts_first(const struct cow_parts *parts, struct text id);

/* Read three columns of numbers, -9 for what is unknown, as EDTF; false and a rejected row when
 * there is no such day. */
bool cow_read_date(struct reader *reader, size_t day, size_t month, size_t year, struct when *when);

/* The time that two parts have in common; false when there is none, however they are read. */
bool cow_overlap(const struct cow_part *a, const struct cow_part *b, struct text *start,
                 struct text *end);

/* A state by its number and name. */
uint32_t cow_take_state(struct import *import, struct reader *reader, size_t number, size_t name);

#endif
