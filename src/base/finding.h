/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Findings: what is wrong or noteworthy in input that a person wrote.  They are collected,
 * never printed one by one, and all of them reach the user as
 * `file:line:column: level code: text`, in the order of file, line and column.
 * Which findings exist stands in model/catalogue.h; this module only collects and prints.
 */
#ifndef BLOC_BASE_FINDING_H
#define BLOC_BASE_FINDING_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"

#include <stddef.h>
#include <stdio.h>

enum finding_level {
    FINDING_NOTE,    /* worth knowing; nothing is wrong */
    FINDING_WARNING, /* suspicious; the row is used as it stands */
    FINDING_ERROR,   /* the row or value is rejected */
};

/* One entry of a catalogue: a stable code and what it means. */
struct finding_type {
    enum finding_level level;
    const char *code;        /* stable, lower-case-with-dashes */
    const char *explanation; /* one sentence for the manual */
};

/* Where in the input; line and column count from 1, column in characters; 0 = the whole file. */
struct place {
    struct text file;
    size_t line;
    size_t column;
};

struct finding {
    const struct finding_type *type; /* borrowed from a static catalogue */
    struct place place;
    struct text message;
};

LIST(finding_list, struct finding);

/* The zero value is an empty collection. */
struct findings {
    struct arena arena;
    struct finding_list list;
};

void findings_release(struct findings *findings);

/* Record a finding; the place's file name and the message are copied, made harmless for a
 * terminal (buffer_add_visible) and the message cut at 400 bytes. */
void findings_add(struct findings *findings, const struct finding_type *type, struct place place,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Sort by file, line, column, keeping the order of equals. */
void findings_sort(struct findings *findings);

size_t findings_count(const struct findings *findings, enum finding_level level);

/* "error", "warning" or "note". */
const char *finding_level_name(enum finding_level level);

/* One line a finding, in their present order. */
void findings_print(const struct findings *findings, FILE *stream);

#endif
