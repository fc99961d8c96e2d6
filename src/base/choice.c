/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/choice.h"

#include "base/buffer.h"

enum {
    MOST_LISTED = 18,
};

bool choice_refuse(const char *noun, struct text word, const struct text *words, size_t count,
                   struct error *error)
{
    struct buffer message = {0};
    buffer_add_format(&message, "there is no %s '" TEXT_FORMAT "'", noun, TEXT_PARTS(word));
    const struct text *nearest = text_find_nearest(word, words, count);
    if (nearest != NULL)
        buffer_add_format(&message, "; did you mean '" TEXT_FORMAT "'?", TEXT_PARTS(*nearest));
    for (size_t i = 0; count <= MOST_LISTED && i < count; i++)
        buffer_add_format(&message, "%s" TEXT_FORMAT, i == 0 ? " (" : ", ", TEXT_PARTS(words[i]));
    if (count > 0 && count <= MOST_LISTED)
        buffer_add_char(&message, ')');
    error_set(error, ERROR_USAGE, "%s", message.at);
    buffer_release(&message);
    return false;
}
