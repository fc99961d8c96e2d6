/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/buffer.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/formula.h"
#include "base/point_locale.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* The largest double has 309 digits before the point. */
#define NUMBER_SIZE 352
#define DECIMALS_MOST 17

void buffer_release(struct buffer *buffer)
{
    free(buffer->at);
    *buffer = (struct buffer){0};
}

/* Room for more bytes and a NUL behind the present end. */
static char *reserve(struct buffer *buffer, size_t bytes)
{
    if (bytes > SIZE_MAX / 2 - buffer->length)
        alloc_fail();
    const size_t needed = buffer->length + bytes + 1;
    if (needed > buffer->capacity) {
        const size_t room = buffer->capacity < 64 ? 64 : buffer->capacity * 2;
        buffer->capacity = room < needed ? needed : room;
        buffer->at = alloc_resize(buffer->at, buffer->capacity, 1);
    }
    return buffer->at + buffer->length;
}

static void add_bytes(struct buffer *buffer, const char *bytes, size_t count)
{
    char *end = reserve(buffer, count);
    if (count > 0)
        memcpy(end, bytes, count);
    end[count] = '\0';
    buffer->length += count;
}

void buffer_add_text(struct buffer *buffer, struct text text)
{
    add_bytes(buffer, text.at, text.length);
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
    add_bytes(buffer, string, strlen(string));
}

void buffer_add_char(struct buffer *buffer, char byte)
{
    add_bytes(buffer, &byte, 1);
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    const struct point_locale locale = point_locale_enter();
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        alloc_fail();
    char *end = reserve(buffer, (size_t)length);
    va_start(arguments, format);
    vsnprintf(end, (size_t)length + 1, format, arguments);
    va_end(arguments);
    point_locale_leave(locale);
    buffer->length += (size_t)length;
}

/* NaN is an empty cell, infinities are named; false when the value is an ordinary number. */
static bool add_unusual(struct buffer *buffer, double value)
{
    if (isinf(value))
        buffer_add_string(buffer, value > 0 ? "Inf" : "-Inf");
    return !isfinite(value);
}

static size_t cut_trailing_zeros(const char *digits, size_t length)
{
    if (memchr(digits, '.', length) == NULL)
        return length;
    while (digits[length - 1] == '0')
        length--;
    return digits[length - 1] == '.' ? length - 1 : length;
}

void buffer_add_number(struct buffer *buffer, double value, int decimals)
{
    if (add_unusual(buffer, value))
        return;
    if (decimals > DECIMALS_MOST)
        decimals = DECIMALS_MOST;
    char digits[NUMBER_SIZE];
    const struct point_locale locale = point_locale_enter();
    const int written = snprintf(digits, sizeof digits, "%.*f", decimals < 0 ? 0 : decimals, value);
    point_locale_leave(locale);
    const size_t length = cut_trailing_zeros(digits, (size_t)written);
    const bool minus_zero = length == 2 && digits[0] == '-' && digits[1] == '0';
    add_bytes(buffer, digits + minus_zero, length - minus_zero);
}

void buffer_add_exact(struct buffer *buffer, double value)
{
    if (add_unusual(buffer, value))
        return;
    if (value == 0) /* also -0 */
        value = 0;
    char digits[NUMBER_SIZE];
    /* Fifteen digits are always kept by a double, seventeen always tell it apart; the
     * smallest numbers, which have lost bits, may need fewer. */
    int precision = fabs(value) < DBL_MIN ? 1 : DBL_DIG;
    const struct point_locale locale = point_locale_enter();
    do
        snprintf(digits, sizeof digits, "%.*g", precision, value);
    while (strtod(digits, NULL) != value && precision++ < DBL_DECIMAL_DIG);
    point_locale_leave(locale);
    buffer_add_string(buffer, digits);
}

static const char *xml_escape(unsigned codepoint)
{
    switch (codepoint) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case 0xFFFD: return REPLACEMENT; /* perhaps a malformed byte */
    default: return text_is_harmful(codepoint) ? REPLACEMENT : NULL;
    }
}

void buffer_add_xml(struct buffer *buffer, struct text text)
{
    size_t plain = 0; /* where the stretch that needs no escape began */
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const char *escape = xml_escape(text_next_codepoint(text, &offset));
        if (escape == NULL)
            continue;
        add_bytes(buffer, text.at + plain, start - plain);
        buffer_add_string(buffer, escape);
        plain = offset;
    }
    if (plain < text.length)
        add_bytes(buffer, text.at + plain, text.length - plain);
}

void buffer_add_name(struct buffer *buffer, struct text name)
{
    buffer_add_text(buffer, name);
    if (text_has_leftward(name))
        buffer_add_string(buffer, "\xE2\x80\x8E");
}

void buffer_add_base64(struct buffer *buffer, struct text bytes)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.length; i += 3) {
        const size_t count = bytes.length - i < 3 ? bytes.length - i : 3;
        unsigned group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (k < count ? (unsigned char)bytes.at[i + k] : 0U);
        for (size_t k = 0; k < 4; k++)
            buffer_add_char(buffer, k <= count ? letters[group >> (18 - 6 * k) & 63] : '=');
    }
}

static bool needs_quotes(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (memchr(",\"\r\n", text.at[i], 4) != NULL)
            return true;
    return text.length != text_trim(text).length;
}

void buffer_add_csv(struct buffer *buffer, struct text text)
{
    const char *prefix = formula_needs_apostrophe(text) ? "'" : "";
    if (!needs_quotes(text)) {
        buffer_add_string(buffer, prefix);
        buffer_add_text(buffer, text);
        return;
    }
    buffer_add_char(buffer, '"');
    buffer_add_string(buffer, prefix);
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"')
            buffer_add_char(buffer, '"');
        buffer_add_char(buffer, text.at[i]);
    }
    buffer_add_char(buffer, '"');
}

static void add_visible(struct buffer *buffer, unsigned codepoint)
{
    if (codepoint == '\n')
        buffer_add_string(buffer, "\\n");
    else if (codepoint == '\r')
        buffer_add_string(buffer, "\\r");
    else if (codepoint == '\t')
        buffer_add_string(buffer, "\\t");
    else if (codepoint <= 0xFF)
        buffer_add_format(buffer, "\\x%02x", codepoint);
    else
        buffer_add_format(buffer, "\\u%04x", codepoint);
}

void buffer_add_visible(struct buffer *buffer, struct text text)
{
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        const bool white = codepoint == '\t' || codepoint == '\n' || codepoint == '\r';
        const bool line_break = codepoint == 0x2028 || codepoint == 0x2029;
        if (codepoint == 0xFFFD && offset - start == 1)
            add_visible(buffer, (unsigned char)text.at[start]);
        else if (white || line_break || text_is_harmful(codepoint))
            add_visible(buffer, codepoint);
        else
            add_bytes(buffer, text.at + start, offset - start);
    }
}

struct text buffer_text(const struct buffer *buffer)
{
    return (struct text){.at = buffer->at, .length = buffer->length};
}
