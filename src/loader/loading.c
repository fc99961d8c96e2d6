/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/loading.h"

#include <string.h>

#include "loader/csv.h"
#include "model/catalogue.h"

#define QUOTE_CHARACTERS 60

struct table_words {
    const char *file;
    const char *noun;
};

static const struct table_words tables[TABLE_COUNT] = {
    [TABLE_GROUPS] = {"groups.csv", "group"}, [TABLE_RELATIONS] = {"relations.csv", "relation"},
    [TABLE_CLAIMS] = {"claims.csv", "claim"}, [TABLE_SOURCES] = {"sources.json", "source"},
    [TABLE_KINDS] = {"kinds.csv", "kind"},    [TABLE_ESTIMATES] = {"estimates.csv", "estimate"},
};

const char *loading_file_of(enum table table)
{
    return tables[table].file;
}

const char *loading_noun_of(enum table table)
{
    return tables[table].noun;
}

void loading_release(struct loading *loading)
{
    for (size_t i = 0; i < TABLE_COUNT; i++)
        id_index_release(&loading->ids[i]);
    id_index_release(&loading->names);
    list_release(&loading->parents);
    arena_release(&loading->scratch);
}

struct place loading_locate(const struct folder_file *file, size_t offset)
{
    struct csv_field whole = {.raw = file->contents, .line = 1, .line_start = file->contents.at};
    struct place place = {.file = file->path};
    csv_field_locate(&whole, offset, &place.line, &place.column);
    return place;
}

static bool looks_like_utf16(struct text text)
{
    return text_starts_with(text, "\xFF\xFE") || text_starts_with(text, "\xFE\xFF");
}

static bool check_contents(struct loading *loading, const struct folder_file *file)
{
    struct place place = {.file = file->path, .line = 1, .column = 1};
    struct text visible = file->contents;
    if (text_starts_with(visible, "\xEF\xBB\xBF"))
        visible = (struct text){visible.at + 3, visible.length - 3};
    if (text_trim(visible).length == 0) {
        findings_add(loading->findings, catalogue_get(FOUND_FILE_EMPTY), place,
                     "the file is empty");
        return false;
    }
    const char *nul = memchr(file->contents.at, '\0', file->contents.length);
    if (nul == NULL)
        return true;
    place = loading_locate(file, (size_t)(nul - file->contents.at));
    findings_add(loading->findings, catalogue_get(FOUND_FILE_BINARY), place,
                 "the file has NUL bytes and is not read%s",
                 looks_like_utf16(file->contents) ? "; it looks like UTF-16, save it as UTF-8"
                                                  : "");
    return false;
}

bool loading_open_file(struct loading *loading, const char *name, enum loading_need need,
                       struct folder_file *file)
{
    *file = folder_get(loading->folder, text_from(name));
    struct place place = {.file = file->path};
    switch (file->state) {
    case FOLDER_ABSENT:
        if (need == LOADING_REQUIRED)
            findings_add(loading->findings, catalogue_get(FOUND_FILE_MISSING), place,
                         "the dataset has no %s", name);
        return false;
    case FOLDER_UNREADABLE:
        findings_add(loading->findings, catalogue_get(FOUND_FILE_UNREADABLE), place, TEXT_FORMAT,
                     TEXT_PARTS(file->reason));
        return false;
    case FOLDER_READ: break;
    }
    return check_contents(loading, file);
}

bool loading_check_json(struct loading *loading, const struct folder_file *file, char bracket)
{
    const struct text text = file->contents;
    const size_t invalid = text_find_invalid_utf8(text);
    if (invalid < text.length) {
        findings_add(loading->findings, catalogue_get(FOUND_NOT_UTF8),
                     loading_locate(file, invalid),
                     "byte 0x%02X is not valid UTF-8; the file is not read",
                     (unsigned char)text.at[invalid]);
        return false;
    }
    size_t start = text_starts_with(text, "\xEF\xBB\xBF") ? 3 : 0;
    while (start < text.length && strchr(" \t\r\n", text.at[start]) != NULL)
        start++;
    if (start < text.length && text.at[start] == bracket)
        return true;
    findings_add(loading->findings, catalogue_get(FOUND_JSON_SHAPE), loading_locate(file, start),
                 "the file holds no %s", bracket == '[' ? "array, '[ ... ]'" : "object, '{ ... }'");
    return false;
}

struct text loading_quote(struct loading *loading, struct text value)
{
    size_t end = 0;
    for (size_t i = 0; i < QUOTE_CHARACTERS && end < value.length; i++)
        text_next_codepoint(value, &end);
    bool cut = end < value.length;
    value.length = end;
    return cut ? arena_format(&loading->scratch, TEXT_FORMAT "...", TEXT_PARTS(value)) : value;
}

struct text loading_hint(struct loading *loading, struct text suggestion)
{
    if (suggestion.length == 0)
        return suggestion;
    suggestion = loading_quote(loading, suggestion);
    return arena_format(&loading->scratch, "; did you mean '" TEXT_FORMAT "'?",
                        TEXT_PARTS(suggestion));
}

/* The first byte of the encoding of a character that is looked for, or of many others. */
static bool may_be_control(unsigned char byte)
{
    return byte < ' ' || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
}

static bool is_control(unsigned codepoint)
{
    const bool white = codepoint == '\t' || codepoint == '\n' || codepoint == '\r';
    const bool control = codepoint < ' ' || (codepoint >= 0x7F && codepoint < 0xA0);
    const bool embedding = codepoint >= 0x202A && codepoint <= 0x202E;
    const bool isolate = codepoint >= 0x2066 && codepoint <= 0x2069;
    return (control && !white) || embedding || isolate;
}

size_t loading_find_control(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t offset = i;
        if (may_be_control((unsigned char)text.at[i]) &&
            is_control(text_next_codepoint(text, &offset)))
            return i;
    }
    return text.length;
}
