/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/name.h"

#include <stdbool.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "base/alloc.h"
#include "base/buffer.h"

#define FOLDING                                                                 \
    ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | \
                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE))
#define PLAIN ((utf8proc_option_t)(FOLDING | UTF8PROC_STRIPMARK | UTF8PROC_LUMP))

/* utf8proc refuses a text with one malformed byte; U+FFFD stands for each. */
static void make_sound(struct buffer *sound, struct text name)
{
    for (size_t offset = 0; offset < name.length;) {
        const size_t start = offset;
        if (text_next_codepoint(name, &offset) == 0xFFFD)
            buffer_add_string(sound, "\xEF\xBF\xBD");
        else
            buffer_add_text(sound, (struct text){name.at + start, offset - start});
    }
}

static bool is_space(struct text text, size_t start, size_t *offset)
{
    *offset = start;
    const unsigned codepoint = text_next_codepoint(text, offset);
    if (codepoint >= '\t' && codepoint <= '\r')
        return true;
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/* Runs of white space as one space, none at the ends. */
static void join_words(struct buffer *joined, struct text text)
{
    bool gap = false;
    size_t next;
    for (size_t offset = 0; offset < text.length; offset = next) {
        if (is_space(text, offset, &next)) {
            gap = joined->length > 0;
            continue;
        }
        if (gap)
            buffer_add_char(joined, ' ');
        gap = false;
        buffer_add_text(joined, (struct text){text.at + offset, next - offset});
    }
}

static struct text map(struct arena *arena, struct text name, utf8proc_option_t options)
{
    struct buffer sound = {0};
    struct buffer joined = {0};
    make_sound(&sound, name);
    utf8proc_uint8_t *folded = NULL;
    const utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)sound.at,
                                                 (utf8proc_ssize_t)sound.length, &folded, options);
    if (length < 0 && sound.length > 0)
        alloc_fail();
    if (length > 0)
        join_words(&joined, (struct text){(const char *)folded, (size_t)length});
    const struct text copy = arena_copy_text(arena, buffer_text(&joined));
    free(folded);
    buffer_release(&joined);
    buffer_release(&sound);
    return copy;
}

struct text name_fold(struct arena *arena, struct text name)
{
    return map(arena, name, FOLDING);
}

struct text name_plain(struct arena *arena, struct text name)
{
    return map(arena, name, PLAIN);
}
