/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

/* Copy what fits, whole characters only. */
static void store(struct error *error, struct text text)
{
    size_t length = 0;
    for (size_t offset = 0; offset < text.length;) {
        text_next_codepoint(text, &offset);
        if (offset >= sizeof error->message)
            break;
        length = offset;
    }
    if (length > 0)
        memcpy(error->message, text.at, length);
    error->message[length] = '\0';
}

bool error_set(struct error *error, enum error_kind kind, const char *format, ...)
{
    if (error_is_set(error))
        return false;
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);

    struct buffer line = {0};
    buffer_add_visible(&line, text_from(message));
    store(error, buffer_text(&line));
    buffer_release(&line);
    error->kind = kind;
    return false;
}

bool error_within(struct error *error, const char *format, ...)
{
    if (!error_is_set(error))
        return false;
    char place[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(place, sizeof place, format, arguments);
    va_end(arguments);

    struct buffer line = {0};
    buffer_add_visible(&line, text_from(place));
    buffer_add_string(&line, error->message);
    store(error, buffer_text(&line));
    buffer_release(&line);
    return false;
}

bool error_is_set(const struct error *error)
{
    return error->kind != ERROR_NONE;
}
