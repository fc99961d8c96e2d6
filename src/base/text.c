/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Everything here works on bytes, except what speaks of code points; a malformed byte is one
 * code point of its own, U+FFFD.
 */
#include "base/text.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/point_locale.h"

#define REPLACEMENT 0xFFFDu

/* The longest number read; a double needs 24 bytes, people write a few more zeros. */
#define NUMBER_LENGTH 127

/* The longest text whose spelling is compared, in letters. */
#define SPELLING_LENGTH 255

struct text text_from(const char *string)
{
    return (struct text){.at = string, .length = string == NULL ? 0 : strlen(string)};
}

bool text_equal(struct text a, struct text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool text_equal_string(struct text a, const char *b)
{
    return text_equal(a, text_from(b));
}

bool text_starts_with(struct text text, const char *prefix)
{
    const size_t length = strlen(prefix);
    return length == 0 || (text.length >= length && memcmp(text.at, prefix, length) == 0);
}

int text_compare(struct text a, struct text b)
{
    const size_t common = a.length < b.length ? a.length : b.length;
    const int order = common == 0 ? 0 : memcmp(a.at, b.at, common);
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

static bool is_white(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct text text_trim(struct text text)
{
    while (text.length > 0 && is_white(text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length > 0 && is_white(text.at[text.length - 1]))
        text.length--;
    return text;
}

/* Where *rest points when all that is left is the empty piece behind a last separator. */
static const char empty_tail[1];

bool text_next_piece(struct text *rest, char separator, struct text *piece)
{
    if (rest->length == 0) {
        const bool tail = rest->at == empty_tail;
        *piece = (struct text){.at = tail ? empty_tail : NULL};
        *rest = (struct text){0};
        return tail;
    }
    const char *end = memchr(rest->at, separator, rest->length);
    if (end == NULL) {
        *piece = *rest;
        *rest = (struct text){0};
        return true;
    }
    *piece = (struct text){.at = rest->at, .length = (size_t)(end - rest->at)};
    const size_t left = rest->length - piece->length - 1;
    *rest = (struct text){.at = left == 0 ? empty_tail : end + 1, .length = left};
    return true;
}

static size_t skip_digits(struct text text, size_t at)
{
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    return at;
}

static size_t skip_sign(struct text text, size_t at)
{
    return at < text.length && (text.at[at] == '+' || text.at[at] == '-') ? at + 1 : at;
}

/* [+-] digits [. digits] [e [+-] digits], with a digit before or after the point. */
static bool is_decimal(struct text text)
{
    const size_t whole = skip_sign(text, 0);
    size_t at = skip_digits(text, whole);
    size_t digits = at - whole;
    if (at < text.length && text.at[at] == '.') {
        const size_t end = skip_digits(text, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (digits == 0)
        return false;
    if (at < text.length && (text.at[at] == 'e' || text.at[at] == 'E')) {
        const size_t exponent = skip_sign(text, at + 1);
        at = skip_digits(text, exponent);
        if (at == exponent)
            return false;
    }
    return at == text.length;
}

static bool is_integer(struct text text)
{
    const size_t first = skip_sign(text, 0);
    return first < text.length && skip_digits(text, first) == text.length;
}

bool text_to_double(struct text text, double *value)
{
    if (text.length > NUMBER_LENGTH || !is_decimal(text))
        return false;
    char digits[NUMBER_LENGTH + 1] = {0};
    memcpy(digits, text.at, text.length);
    const struct point_locale locale = point_locale_enter();
    const double number = strtod(digits, NULL);
    point_locale_leave(locale);
    if (!isfinite(number))
        return false;
    *value = number;
    return true;
}

bool text_to_long(struct text text, long *value)
{
    if (text.length > NUMBER_LENGTH || !is_integer(text))
        return false;
    char digits[NUMBER_LENGTH + 1] = {0};
    memcpy(digits, text.at, text.length);
    errno = 0;
    const long number = strtol(digits, NULL, 10);
    if (errno != 0)
        return false;
    *value = number;
    return true;
}

/* How many bytes a lead byte announces, and the bits of the code point it carries; 0 if none. */
static size_t sequence_length(unsigned char lead, unsigned *bits)
{
    if (lead < 0x80) {
        *bits = lead;
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        *bits = lead & 0x1Fu;
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        *bits = lead & 0x0Fu;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *bits = lead & 0x07u;
        return 4;
    }
    return 0;
}

/* Length of the well-formed code point at offset, 0 when malformed (Unicode 15, table 3-7). */
static size_t decode(struct text text, size_t offset, unsigned *codepoint)
{
    const unsigned char *at = (const unsigned char *)text.at + offset;
    unsigned bits = 0;
    const size_t length = sequence_length(at[0], &bits);
    if (length == 0 || length > text.length - offset)
        return 0;
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0u) != 0x80u)
            return 0;
        bits = bits << 6 | (at[i] & 0x3Fu);
    }
    static const unsigned least[5] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = bits >= 0xD800 && bits <= 0xDFFF;
    if (bits < least[length] || bits > 0x10FFFF || surrogate)
        return 0;
    *codepoint = bits;
    return length;
}

size_t text_find_invalid_utf8(struct text text)
{
    size_t offset = 0;
    while (offset < text.length) {
        unsigned codepoint;
        const size_t length = decode(text, offset, &codepoint);
        if (length == 0)
            return offset;
        offset += length;
    }
    return text.length;
}

unsigned text_next_codepoint(struct text text, size_t *offset)
{
    unsigned codepoint = REPLACEMENT;
    const size_t length = decode(text, *offset, &codepoint);
    *offset += length == 0 ? 1 : length;
    return codepoint;
}

/* The letters of a text, at most SPELLING_LENGTH + 1 of them. */
static size_t spell(struct text text, unsigned letters[SPELLING_LENGTH + 1])
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.length && count <= SPELLING_LENGTH;)
        letters[count++] = text_next_codepoint(text, &offset);
    return count;
}

static unsigned least_of_three(unsigned a, unsigned b, unsigned c)
{
    const unsigned least = a < b ? a : b;
    return least < c ? least : c;
}

unsigned text_edit_distance(struct text a, struct text b)
{
    unsigned left[SPELLING_LENGTH + 1];
    unsigned right[SPELLING_LENGTH + 1];
    const size_t rows = spell(a, left);
    const size_t columns = spell(b, right);
    if (text_equal(a, b))
        return 0;
    if (rows > SPELLING_LENGTH || columns > SPELLING_LENGTH)
        return SPELLING_LENGTH;

    unsigned cost[SPELLING_LENGTH + 1]; /* one row of the table; cost[j]: left[..i] to right[..j] */
    for (size_t j = 0; j <= columns; j++)
        cost[j] = (unsigned)j;
    for (size_t i = 1; i <= rows; i++) {
        unsigned diagonal = cost[0];
        cost[0] = (unsigned)i;
        for (size_t j = 1; j <= columns; j++) {
            const unsigned changed = diagonal + (left[i - 1] != right[j - 1]);
            diagonal = cost[j];
            cost[j] = least_of_three(changed, cost[j] + 1, cost[j - 1] + 1);
        }
    }
    return cost[columns];
}

static size_t count_letters(struct text text)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.length; count++)
        text_next_codepoint(text, &offset);
    return count;
}

const struct text *text_find_nearest(struct text text, const struct text *candidates, size_t count)
{
    const size_t letters = count_letters(text);
    const size_t limit = letters / 3 > 2 ? letters / 3 : 2;
    const struct text *nearest = NULL;
    size_t least = limit + 1;
    for (size_t i = 0; i < count; i++) {
        const size_t other = count_letters(candidates[i]);
        const size_t longer = letters > other ? letters : other;
        const size_t distance = text_edit_distance(text, candidates[i]);
        if (distance < least && distance < longer) {
            least = distance;
            nearest = &candidates[i];
        }
    }
    return nearest;
}

/* What XML 1.0 forbids, what has no meaning in it, and what would turn the text around it. */
bool text_is_harmful(unsigned codepoint)
{
    const bool control =
        codepoint < 0x20 && codepoint != '\t' && codepoint != '\n' && codepoint != '\r';
    const bool late_control = codepoint >= 0x7F && codepoint <= 0x9F;
    const bool embedding = codepoint >= 0x202A && codepoint <= 0x202E;
    const bool isolate = codepoint >= 0x2066 && codepoint <= 0x2069;
    const bool not_a_character = codepoint == 0xFFFE || codepoint == 0xFFFF;
    return control || late_control || embedding || isolate || not_a_character;
}

bool text_has_leftward(struct text text)
{
    static const struct {
        unsigned first;
        unsigned last;
    } blocks[] = {{0x0590, 0x08FF},
                  {0xFB1D, 0xFDFF},
                  {0xFE70, 0xFEFE},
                  {0x10800, 0x10FFF},
                  {0x1E800, 0x1EEFF}};
    for (size_t offset = 0; offset < text.length;) {
        const unsigned codepoint = text_next_codepoint(text, &offset);
        for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
            if (codepoint >= blocks[i].first && codepoint <= blocks[i].last)
                return true;
    }
    return false;
}
