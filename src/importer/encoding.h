/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the bytes of a file mean: which encoding they are in, and how they become UTF-8.
 * Used by scan.c; conversion is libc's iconv.
 */
#ifndef BLOC_IMPORTER_ENCODING_H
#define BLOC_IMPORTER_ENCODING_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_LATIN1,
    ENCODING_WINDOWS1252,
    ENCODING_COUNT,
};

/* "UTF-8", "UTF-16LE", ... */
const char *encoding_name(enum encoding encoding);
bool encoding_from_text(struct text text, enum encoding *encoding);

/*
 * The encoding that the beginning of a file shows, by its byte order mark, its NUL bytes or
 * because it is not UTF-8; *mark is the length of the mark.  The beginning may end inside a
 * character.  Bytes 80 to 9F, which Latin-1 has no use for, show Windows-1252.
 */
enum encoding encoding_detect(struct text beginning, size_t *mark);

/* The zero value converts nothing. */
struct decoder {
    void *converter; /* of iconv; NULL for UTF-8 */
    char rest[4];    /* bytes of a character whose others are still to come */
    size_t rest_length;
};

/* False when the machine does not know the encoding. */
bool decoder_open(struct decoder *decoder, enum encoding encoding);
void decoder_close(struct decoder *decoder);

/* Add bytes as UTF-8; those that mean nothing become U+FFFD. */
void decoder_add(struct decoder *decoder, struct text bytes, struct buffer *buffer);

#endif
