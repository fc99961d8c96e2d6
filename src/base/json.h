/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON through jansson, with the places that findings need.  The only module that names
 * jansson besides its callers in loader/ and report/, who build and read json_t values.
 */
#ifndef BLOC_BASE_JSON_H
#define BLOC_BASE_JSON_H

#include "base/buffer.h"
#include "base/text.h"
#include "base/text_pair.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Where and why JSON text is malformed. */
struct json_problem {
    size_t line;
    size_t column;
    char reason[160];
};

/* Parse a whole document; NULL and *problem when malformed, or when an object has two members of
 * one name.  json_decref the result. */
json_t *json_parse(struct text text, struct json_problem *problem);

/*
 * Step through the elements of a top-level array, giving the line on which each starts.
 * *offset starts at 0 and *line belongs to it: both are to be handed back as they were left.
 * Returns the element (json_decref it), or NULL at the end, when
 * problem->reason is empty, or at a fault, when it is not.
 */
json_t *json_next_element(struct text text, size_t *offset, size_t *line,
                          struct json_problem *problem);

/* A string member, borrowed; the empty text when absent or no string. */
struct text json_member_text(const json_t *object, const char *name);

/* A JSON string of any UTF-8 text (never NULL); malformed bytes become U+FFFD. */
json_t *json_from_text(struct text text);

/* An array of objects with the members name and value. */
json_t *json_from_pairs(const struct text_pair_list *pairs);

/*
 * To stand as text within XML: members and elements of the two outermost levels on a line each, all
 * else without white space, and <, >, & and what is shown as U+FFFD in XML as escapes of JSON, so
 * that the text is the same JSON before and after it was read as XML.
 */
void json_write_embedded(const json_t *value, struct buffer *buffer);

/* Pretty-printed with members in insertion order, short numbers and a final line break. */
void json_write(const json_t *value, struct buffer *buffer);

#endif
