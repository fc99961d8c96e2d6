/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define NO_CONVERTER ((iconv_t)-1) /* NOLINT: as POSIX has it */

static const struct {
    const char *name;
    const char *other_names; /* spaces between */
    const char *mark;
} encodings[ENCODING_COUNT] = {
    [ENCODING_UTF8] = {"UTF-8", "UTF8", "\xEF\xBB\xBF"},
    [ENCODING_UTF16LE] = {"UTF-16LE", "UTF-16 UTF16 UCS-2", "\xFF\xFE"},
    [ENCODING_UTF16BE] = {"UTF-16BE", "", "\xFE\xFF"},
    [ENCODING_LATIN1] = {"ISO-8859-1", "Latin-1 Latin1 ISO8859-1", NULL},
    [ENCODING_WINDOWS1252] = {"Windows-1252", "CP1252 ANSI", NULL},
};

const char *encoding_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

static bool is_word(struct text text, struct text word)
{
    return text.length == word.length && strncasecmp(text.at, word.at, text.length) == 0;
}

bool encoding_from_text(struct text text, enum encoding *encoding)
{
    for (int i = 0; i < ENCODING_COUNT; i++) {
        struct text rest = text_from(encodings[i].other_names);
        struct text word = text_from(encodings[i].name);
        bool same = is_word(text, word);
        while (!same && text_next_piece(&rest, ' ', &word))
            same = is_word(text, word);
        if (same) {
            *encoding = (enum encoding)i;
            return true;
        }
    }
    return false;
}

/* Is every other byte, from the given one, mostly NUL? */
static bool has_nul_every_other(struct text text, size_t first)
{
    size_t nul = 0;
    for (size_t i = first; i < text.length; i += 2)
        nul += text.at[i] == '\0';
    return text.length >= 4 && nul > text.length / 4;
}

/*
 * Is it UTF-8, but for a few texts that came from elsewhere?  In other encodings two letters hardly
 * ever pass for a character of UTF-8.
 */
static bool is_utf8(struct text text)
{
    size_t sound = 0;
    size_t malformed = 0;
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const bool high = (unsigned char)text.at[start] >= 0x80;
        text_next_codepoint(text, &offset);
        sound += high && offset > start + 1;
        malformed += high && offset == start + 1 && text.length - start > 3;
    }
    return malformed == 0 || sound > malformed / 8;
}

enum encoding encoding_detect(struct text beginning, size_t *mark)
{
    for (int i = 0; i < ENCODING_COUNT; i++) {
        *mark = encodings[i].mark == NULL ? 0 : strlen(encodings[i].mark);
        if (*mark > 0 && text_starts_with(beginning, encodings[i].mark))
            return (enum encoding)i;
    }
    *mark = 0;
    if (has_nul_every_other(beginning, 1))
        return ENCODING_UTF16LE;
    if (has_nul_every_other(beginning, 0))
        return ENCODING_UTF16BE;
    if (is_utf8(beginning))
        return ENCODING_UTF8;
    for (size_t i = 0; i < beginning.length; i++)
        if (((unsigned char)beginning.at[i] & 0xE0U) == 0x80U)
            return ENCODING_WINDOWS1252;
    return ENCODING_LATIN1;
}

bool decoder_open(struct decoder *decoder, enum encoding encoding)
{
    *decoder = (struct decoder){0};
    if (encoding == ENCODING_UTF8)
        return true;
    iconv_t converter = iconv_open("UTF-8", encodings[encoding].name);
    if (converter == NO_CONVERTER)
        return false;
    decoder->converter = converter;
    return true;
}

void decoder_close(struct decoder *decoder)
{
    if (decoder->converter != NULL)
        iconv_close(decoder->converter);
    *decoder = (struct decoder){0};
}

/* Convert until the input ends or ends inside a character; returns what is left of it. */
static struct text convert(struct decoder *decoder, struct text bytes, struct buffer *buffer)
{
    char *from = (char *)bytes.at; /* NOLINT: iconv does not write to it */
    size_t left = bytes.length;
    while (left > 0) {
        char step[4096];
        char *to = step;
        size_t room = sizeof step;
        const size_t done = iconv(decoder->converter, &from, &left, &to, &room);
        const int reason = errno;
        buffer_add_text(buffer, (struct text){step, sizeof step - room});
        if (done != (size_t)-1 || reason == E2BIG)
            continue;
        if (reason == EINVAL)
            break;
        buffer_add_string(buffer, REPLACEMENT);
        from++;
        left--;
    }
    return (struct text){from, left};
}

void decoder_add(struct decoder *decoder, struct text bytes, struct buffer *buffer)
{
    if (decoder->converter == NULL) {
        buffer_add_text(buffer, bytes);
        return;
    }
    while (decoder->rest_length > 0 && bytes.length > 0) {
        decoder->rest[decoder->rest_length++] = *bytes.at++;
        bytes.length--;
        const struct text rest =
            convert(decoder, (struct text){decoder->rest, decoder->rest_length}, buffer);
        if (rest.length == 0 || decoder->rest_length == sizeof decoder->rest)
            decoder->rest_length = 0;
    }
    const struct text rest = convert(decoder, bytes, buffer);
    for (size_t i = 0; i < rest.length && decoder->rest_length < sizeof decoder->rest; i++)
        decoder->rest[decoder->rest_length++] = rest.at[i];
}
