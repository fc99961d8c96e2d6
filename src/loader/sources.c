/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A source without an id or a title cannot be cited and is rejected; any other member that
 * cannot be read is left out, with a finding, so that the claims of the source stay.
 */
#include "loader/sources.h"

#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "loader/csv.h"
#include "model/catalogue.h"
#include "model/date.h"

/* One element of the array on its way into the dataset. */
struct element {
    struct loading *loading;
    const struct folder_file *file;
    const json_t *object;
    struct text raw; /* as it stands in the file */
    size_t line;     /* where it starts */
    size_t column;
};

/* Where a member of the element stands: its quoted name, or the start of the element. */
static struct place place_of(const struct element *element, const char *member)
{
    const size_t length = strlen(member);
    size_t at = 0;
    for (size_t i = 1; i + length < element->raw.length; i++) {
        const char *name = element->raw.at + i;
        if (name[-1] == '"' && name[length] == '"' && memcmp(name, member, length) == 0) {
            at = i - 1;
            break;
        }
    }
    const struct csv_field field = {
        .raw = element->raw, .line = element->line, .line_start = element->raw.at};
    struct place place = {.file = element->file->path};
    csv_field_locate(&field, at, &place.line, &place.column);
    if (place.line == element->line)
        place.column += element->column - 1;
    return place;
}

static void report(const struct element *element, const char *member, enum catalogue_entry entry,
                   const char *message)
{
    findings_add(element->loading->findings, catalogue_get(entry), place_of(element, member),
                 "'%s' %s", member, message);
}

/* A text for the dataset, copied; its control characters are reported. */
static struct text keep_text(const struct element *element, const char *member, struct text text)
{
    text = text_trim(text);
    if (loading_find_control(text) < text.length)
        report(element, member, FOUND_CONTROL_CHARACTER, "has a control character");
    return arena_copy_text(&element->loading->dataset->arena, text);
}

/* A text of the element; empty when there is none. */
static struct text take_text(const struct element *element, const char *member)
{
    const json_t *value = json_object_get(element->object, member);
    if (value != NULL && !json_is_string(value) && !json_is_null(value))
        report(element, member, FOUND_JSON_SHAPE, "is no text; it is left out");
    return keep_text(element, member, json_member_text(element->object, member));
}

/* CSL allows numbers as ids. */
static struct text take_id(const struct element *element)
{
    const json_t *value = json_object_get(element->object, "id");
    if (!json_is_integer(value))
        return take_text(element, "id");
    return arena_format(&element->loading->dataset->arena, "%" JSON_INTEGER_FORMAT,
                        json_integer_value(value));
}

/* "van der Berg" of a person, the whole name of an institution; empty when there is none. */
static void add_name(struct buffer *buffer, const json_t *person)
{
    const struct text literal = json_member_text(person, "literal");
    const struct text particle = json_member_text(person, "non-dropping-particle");
    const struct text family = json_member_text(person, "family");
    const struct text given = json_member_text(person, "given");
    if (literal.length > 0) {
        buffer_add_text(buffer, literal);
        return;
    }
    if (particle.length > 0) {
        buffer_add_text(buffer, particle);
        buffer_add_char(buffer, ' ');
    }
    buffer_add_text(buffer, family.length > 0 ? family : given);
}

/* "A, B and C" of the first so many; entries without a name are counted in *nameless. */
static void add_authors(struct buffer *names, const json_t *authors, size_t count, size_t *nameless)
{
    for (size_t i = 0; i < count; i++) {
        const size_t before = names->length;
        if (before > 0)
            buffer_add_string(names, i + 1 == count ? " and " : ", ");
        const size_t start = names->length;
        add_name(names, json_array_get(authors, i));
        if (names->length > start)
            continue;
        names->length = before;
        ++*nameless;
    }
}

/* "A", "A and B", "A, B and C", "A et al." */
static struct text take_authors(const struct element *element)
{
    const json_t *authors = json_object_get(element->object, "author");
    const size_t count = json_array_size(authors);
    struct buffer names = {0};
    size_t nameless = 0;
    add_authors(&names, authors, count > 3 ? 1 : count, &nameless);
    if (count > 3 && names.length > 0)
        buffer_add_string(&names, " et al.");
    if (nameless > 0)
        report(element, "author", FOUND_JSON_SHAPE,
               "has an entry without family, given or literal; it is left out");
    if (authors != NULL && !json_is_array(authors))
        report(element, "author", FOUND_JSON_SHAPE, "is no array; it is left out");
    const struct text text = keep_text(element, "author", buffer_text(&names));
    buffer_release(&names);
    return text;
}

/* A year, month or day, which CSL writes as a number or as a text; -1 when it is neither. */
static long part_of(const json_t *value)
{
    const struct text text = {json_string_value(value), json_string_length(value)};
    long number = -1;
    if (json_is_integer(value) && json_integer_value(value) < 10000)
        return (long)json_integer_value(value);
    return json_is_string(value) && text_to_long(text, &number) && number < 10000 ? number : -1;
}

/* [2016, 2] becomes "2016-02". */
static void add_date_parts(struct buffer *buffer, const json_t *parts)
{
    for (size_t i = 0; i < json_array_size(parts) && i < 3; i++)
        buffer_add_format(buffer, i == 0 ? "%04ld" : "-%02ld", part_of(json_array_get(parts, i)));
}

static struct text take_issued(const struct element *element)
{
    struct arena *arena = &element->loading->dataset->arena;
    const json_t *issued = json_object_get(element->object, "issued");
    const json_t *parts = json_object_get(issued, "date-parts");
    struct text text = json_member_text(issued, "literal");
    if (text.length == 0)
        text = json_member_text(issued, "raw");
    if (issued == NULL || json_array_size(parts) == 0)
        return keep_text(element, "issued", text);

    struct buffer buffer = {0};
    add_date_parts(&buffer, json_array_get(parts, 0));
    if (json_array_size(parts) > 1) {
        buffer_add_char(&buffer, '/');
        add_date_parts(&buffer, json_array_get(parts, 1));
    }
    text = arena_copy_text(arena, buffer_text(&buffer));
    buffer_release(&buffer);
    struct date date;
    const char *reason;
    size_t offset;
    if (date_parse(text, &date, &reason, &offset))
        return text;
    report(element, "issued", FOUND_DATE_MALFORMED, "is no date; it is left out");
    return (struct text){0};
}

static bool starts_with_web_scheme(struct text url)
{
    static const char *const schemes[] = {"http://", "https://"};
    for (size_t k = 0; k < 2; k++) {
        size_t i = 0;
        while (i < url.length && schemes[k][i] != '\0' && (url.at[i] | ' ') == schemes[k][i])
            i++;
        if (schemes[k][i] == '\0')
            return true;
    }
    return false;
}

static struct text take_url(const struct element *element)
{
    const struct text url = take_text(element, "URL");
    bool plain = true;
    for (size_t i = 0; i < url.length; i++)
        plain = plain && (unsigned char)url.at[i] > ' ' && strchr("\"<>\\`", url.at[i]) == NULL;
    if (url.length == 0 || (plain && starts_with_web_scheme(url)))
        return url;
    report(element, "URL", FOUND_URL_UNSAFE, "is no http or https address; it is left out");
    return (struct text){0};
}

/* Can the source be cited by its id? */
static bool check_identity(const struct element *element, const struct source *source)
{
    const struct id_entry *first = id_index_find(&element->loading->ids[TABLE_SOURCES], source->id);
    if (source->id.length == 0)
        report(element, "id", FOUND_VALUE_MISSING, "is empty");
    if (source->title.length == 0)
        report(element, "title", FOUND_VALUE_MISSING, "is empty");
    if (source->id.length == 0)
        return false;
    if (first != NULL) {
        const struct text shown = loading_quote(element->loading, source->id);
        findings_add(element->loading->findings, catalogue_get(FOUND_ID_REPEATED),
                     place_of(element, "id"), "source '" TEXT_FORMAT "' stands already at %s:%zu",
                     TEXT_PARTS(shown), loading_file_of(TABLE_SOURCES), first->line);
        return false;
    }
    const bool sound = source->title.length > 0;
    id_index_add(&element->loading->ids[TABLE_SOURCES], source->id,
                 sound ? (uint32_t)element->loading->dataset->sources.count : ID_REJECTED,
                 element->line);
    return sound;
}

/* Take one element; false when it is rejected. */
static bool read_element(const struct element *element)
{
    if (!json_is_object(element->object)) {
        findings_add(element->loading->findings, catalogue_get(FOUND_JSON_SHAPE),
                     place_of(element, ""), "a source is an object, '{ ... }'");
        return false;
    }
    struct source source = {.id = take_id(element),
                            .title = take_text(element, "title"),
                            .authors = take_authors(element),
                            .publisher = take_text(element, "container-title"),
                            .issued = take_issued(element),
                            .url = take_url(element),
                            .note = take_text(element, "note"),
                            .line = element->line};
    if (source.publisher.length == 0)
        source.publisher = take_text(element, "publisher");
    if (!check_identity(element, &source))
        return false;
    list_push(&element->loading->dataset->sources, source);
    return true;
}

/* Move the place of an element to where it starts, counting lines and characters. */
static void advance(struct element *element, const char *start)
{
    for (; element->raw.at < start; element->raw.at++) {
        const char byte = *element->raw.at;
        element->column += ((unsigned char)byte & 0xC0U) != 0x80U;
        if (byte == '\n') {
            element->line++;
            element->column = 1;
        }
    }
}

static void count_element(struct element *element, const char *start, const char *end)
{
    struct table_total *total = &element->loading->totals->tables[TABLE_SOURCES];
    advance(element, start);
    element->raw.length = (size_t)(end - start);
    const bool used = read_element(element);
    total->read++;
    total->used += used;
    total->rejected += !used;
}

/* An element is looked at when the next one has been found, for then it is known where it ends. */
static void read_array(struct loading *loading, const struct folder_file *file)
{
    const struct text text = file->contents;
    struct element element = {
        .loading = loading, .file = file, .raw = {text.at, 0}, .line = 1, .column = 1};
    struct json_problem problem;
    size_t offset = 0;
    size_t line = 0;
    json_t *value = json_next_element(text, &offset, &line, &problem);
    while (value != NULL) {
        const size_t start = offset;
        json_t *next = json_next_element(text, &offset, &line, &problem);
        element.object = value;
        const size_t end = offset < text.length ? offset : text.length; /* at a fault: behind it */
        count_element(&element, text.at + start, text.at + end);
        json_decref(value);
        value = next;
    }
    const struct place place = {file->path, problem.line, problem.column};
    if (problem.reason[0] != '\0')
        findings_add(loading->findings, catalogue_get(FOUND_JSON_MALFORMED), place,
                     "%s; sources from here on are not read", problem.reason);
}

void sources_load(struct loading *loading)
{
    struct folder_file file;
    loading->unread[TABLE_SOURCES] =
        !loading_open_file(loading, loading_file_of(TABLE_SOURCES), LOADING_REQUIRED, &file) ||
        !loading_check_json(loading, &file, '[');
    if (loading->unread[TABLE_SOURCES])
        return;
    read_array(loading, &file);
}
