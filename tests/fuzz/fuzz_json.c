/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as JSON: stepping through an array gives what parsing it whole gives, and what is
 * written reads back equal.
 */
#include "base/json.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static size_t count_lines(struct text text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.length; i++)
        count += text.at[i] == '\n';
    return count;
}

/* The elements as an array of their own; *sound is false when a fault ended it. */
static json_t *collect_elements(struct text text, bool *sound)
{
    json_t *elements = json_array();
    struct json_problem problem;
    size_t offset = 0;
    size_t line = 0;
    size_t before = 1;
    json_t *element;
    while ((element = json_next_element(text, &offset, &line, &problem)) != NULL) {
        require(line >= before && line <= count_lines(text) && offset < text.length);
        before = line;
        json_array_append_new(elements, element);
    }
    *sound = problem.reason[0] == '\0';
    require(*sound || (problem.line >= 1 && problem.column >= 1));
    return elements;
}

static void check_writing(const json_t *value)
{
    struct buffer buffer = {0};
    struct json_problem problem;
    json_write(value, &buffer);
    json_t *again = json_parse(buffer_text(&buffer), &problem);
    require(again != NULL && json_equal(value, again));
    json_decref(again);
    buffer_release(&buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct text text = {(const char *)data, size};
    struct json_problem problem;
    bool sound;
    json_t *whole = json_parse(text, &problem);
    json_t *elements = collect_elements(text, &sound);
    require(sound == json_is_array(whole));
    if (sound)
        require(json_equal(whole, elements));
    if (whole != NULL)
        check_writing(whole);
    json_decref(elements);
    json_decref(whole);
    return 0;
}
