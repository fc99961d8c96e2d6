/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A growing text, for building outputs in memory.  Numbers are written with a point
 * whatever the locale, short ("12.5", "-0" becomes "0").
 */
#ifndef BLOC_BASE_BUFFER_H
#define BLOC_BASE_BUFFER_H

#include "base/text.h"

#include <stddef.h>

/* The zero value is empty. */
struct buffer {
    char *at; /* NUL-terminated once anything was added */
    size_t length;
    size_t capacity;
};

void buffer_release(struct buffer *buffer);

void buffer_add_text(struct buffer *buffer, struct text text);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_add_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* At most the given number of decimals, trailing zeros cut: 42.00 is "42"; "" for NaN,
 * "Inf"/"-Inf". */
void buffer_add_number(struct buffer *buffer, double value, int decimals);

/* Shortest decimal that reads back as the same double; "" for NaN, "Inf"/"-Inf". */
void buffer_add_exact(struct buffer *buffer, double value);

/* Escaped for XML text and attribute values (also HTML).  Control characters other than tab and
 * line breaks, embeddings and isolates that turn the text around them (U+202A-202E,
 * U+2066-2069), U+FFFE, U+FFFF and malformed bytes become U+FFFD. */
void buffer_add_xml(struct buffer *buffer, struct text text);

/* Escaped as one CSV field (RFC 4180), quoted only when needed; one that a spreadsheet would run as
 * a formula stands behind an apostrophe: base/formula.h. */
void buffer_add_csv(struct buffer *buffer, struct text text);

/* A name within a sentence of ours: behind one with letters that are written from the right comes
 * a left-to-right mark (U+200E), so that dates and names that follow stay behind it. */
void buffer_add_name(struct buffer *buffer, struct text name);

/* Any bytes in the letters of base64 (RFC 4648), without line breaks. */
void buffer_add_base64(struct buffer *buffer, struct text bytes);

/* As one line for a terminal: control characters, bidirectional controls, line separators and
 * malformed bytes become visible ("\\x1b", "\\u202e"), so that no input can pass for ours. */
void buffer_add_visible(struct buffer *buffer, struct text text);

/* What has been built; borrowed until the next change. */
struct text buffer_text(const struct buffer *buffer);

#endif
