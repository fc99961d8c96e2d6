/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Length-counted text: a borrowed slice of UTF-8 bytes.  Texts that an arena copied are
 * followed by a NUL, so their .at can be given to C functions; others must not be.
 */
#ifndef BLOC_BASE_TEXT_H
#define BLOC_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* The zero value is the empty text. */
struct text {
    const char *at; /* may be NULL when length is 0 */
    size_t length;  /* bytes */
};

/* For printf: printf("group '" TEXT_FORMAT "'", TEXT_PARTS(id)). */
#define TEXT_FORMAT "%.*s"
#define TEXT_PARTS(text) (int)(text).length, ((text).at ? (text).at : "")

/* A slice of a string literal. */
#define TEXT(literal) ((struct text){.at = (literal), .length = sizeof(literal) - 1})

/* A slice of a C string; NULL gives the empty text. */
struct text text_from(const char *string);

bool text_equal(struct text a, struct text b);
bool text_equal_string(struct text a, const char *b);
bool text_starts_with(struct text text, const char *prefix);

/* Byte order, shorter first on a tie: negative, 0 or positive. */
int text_compare(struct text a, struct text b);

/* Without ASCII white space at both ends. */
struct text text_trim(struct text text);

/*
 * The next piece before the separator; *rest moves behind it.  Empty pieces are kept.
 * Returns false when *rest has been used up (its .at is then NULL).
 * Start with the whole text in *rest; the empty text gives no pieces.
 */
bool text_next_piece(struct text *rest, char separator, struct text *piece);

/* Whole text as a decimal number with a point, whatever the locale; false, and *value as it was,
 * if it is not one, is not finite, has other bytes around it or is over 127 bytes long. */
bool text_to_double(struct text text, double *value);
bool text_to_long(struct text text, long *value);

/* Byte offset of the first byte that is not valid UTF-8, or length when all is valid. */
size_t text_find_invalid_utf8(struct text text);

/* The code point at *offset, which moves behind it; U+FFFD for a malformed byte. */
unsigned text_next_codepoint(struct text text, size_t *offset);

/* Is it shown as U+FFFD wherever we write?  What XML forbids, control characters, and what would
 * turn the text around it (embeddings and isolates). */
bool text_is_harmful(unsigned codepoint);

/* Has it letters that are written from the right, as Arabic and Hebrew are? */
bool text_has_leftward(struct text text);

/* Number of single-letter changes between two texts (Levenshtein 1966), at most 255: also that
 * of two different texts of which one has more letters. */
unsigned text_edit_distance(struct text a, struct text b);

/*
 * The candidate nearest to a misspelt text, or NULL when none is within a third of its
 * length (at least 2 changes) and keeps a letter.  Ties go to the first.
 */
const struct text *text_find_nearest(struct text text, const struct text *candidates, size_t count);

#endif
