/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * First the element is found, then its JSON is held against a table of the members that a record
 * has.  Members that the table does not know are left alone: a later bloc may write more.
 */
#include "report/figure_data.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xml_walk.h"

#define SVG_SPACE "http://www.w3.org/2000/svg"
#define RECORD_SPACE "urn:x-bloc:figure-data"
#define CREATOR_SPACE "http://purl.org/dc/elements/1.1/"

/* As in figure/provenance.c. */
#define RECORD_FORMAT 1

/* What was found on the way through a file. */
struct search {
    struct xml_walk walk;
    bool has_begun; /* with the first element */
    size_t depth;
    size_t record_depth;  /* of the record that is open, or 0 */
    size_t creator_depth; /* of the Dublin Core creator that is open, or 0 */
    size_t records;
    struct buffer record;
    struct buffer creator;
};

static bool is_element(const struct xml_walk *walk, const char *space, const char *name)
{
    return text_equal_string(walk->name, name) && text_equal_string(walk->space, space);
}

static void open_element(struct search *search)
{
    search->has_begun = true;
    search->depth++;
    if (search->record_depth == 0 && is_element(&search->walk, RECORD_SPACE, "figure-data")) {
        search->record_depth = search->depth;
        search->records++;
    }
    if (search->creator_depth == 0 && is_element(&search->walk, CREATOR_SPACE, "creator"))
        search->creator_depth = search->depth;
}

static void close_element(struct search *search)
{
    if (search->depth == search->record_depth)
        search->record_depth = 0;
    if (search->depth == search->creator_depth)
        search->creator_depth = 0;
    search->depth--;
}

/* Of several records only the first is kept: they are refused. */
static void take_text(struct search *search)
{
    if (search->depth == search->record_depth && search->records == 1)
        buffer_add_text(&search->record, search->walk.text);
    if (search->creator_depth > 0)
        buffer_add_text(&search->creator, search->walk.text);
}

/* Before its first element, as a picture of another format is, or later. */
static bool fail_broken(const struct search *search, struct error *error)
{
    if (!search->has_begun)
        return error_set(error, ERROR_DATA, "is no SVG: %s", search->walk.reason);
    return error_set(error, ERROR_DATA, "is no sound XML: line %zu: %s", search->walk.line,
                     search->walk.reason);
}

/* From one end of the file to the other; fails when it is no SVG. */
static bool walk_through(struct search *search, struct error *error)
{
    for (;;) {
        const enum xml_step step = xml_walk_next(&search->walk);
        if (step == XML_BROKEN)
            return fail_broken(search, error);
        if (step == XML_ENDS)
            return true;
        if (step == XML_OPENS && search->depth == 0 && !is_element(&search->walk, SVG_SPACE, "svg"))
            return error_set(error, ERROR_DATA,
                             "is no SVG but XML of another kind: <" TEXT_FORMAT ">",
                             TEXT_PARTS(search->walk.name));
        if (step == XML_OPENS)
            open_element(search);
        else if (step == XML_CLOSES)
            close_element(search);
        else
            take_text(search);
    }
}

static bool fail_without_record(const struct search *search, struct error *error)
{
    const struct text creator = text_trim(buffer_text(&search->creator));
    if (!text_starts_with(creator, "bloc "))
        return error_set(error, ERROR_DATA, "is no figure of bloc");
    return error_set(error, ERROR_DATA,
                     "was drawn by " TEXT_FORMAT
                     ", which kept no record of the data; draw it again",
                     TEXT_PARTS(creator));
}

static bool find_record(struct search *search, struct error *error)
{
    if (!walk_through(search, error))
        return false;
    if (search->records == 0)
        return fail_without_record(search, error);
    if (search->records > 1)
        return error_set(error, ERROR_DATA,
                         "has %zu records: it was put together from several figures",
                         search->records);
    return true;
}

/* What a record is made of. */
enum member_type {
    MEMBER_TEXT,
    MEMBER_NUMBER,
    MEMBER_SWITCH,
    MEMBER_OBJECT,
    MEMBER_OBJECTS, /* an array of them */
    MEMBER_TEXTS,   /* an array of texts */
};

struct member {
    const char *name; /* NULL behind the last */
    enum member_type type;
    bool required;
    const struct member *members; /* of the object, or of each in the array */
};

static const struct member figure_members[] = {
    {"name", MEMBER_TEXT, true, NULL},     {"type", MEMBER_TEXT, true, NULL},
    {"title", MEMBER_TEXT, false, NULL},   {"page", MEMBER_NUMBER, false, NULL},
    {"pages", MEMBER_NUMBER, false, NULL}, {0},
};

static const struct member file_members[] = {
    {"path", MEMBER_TEXT, true, NULL},
    {"digest", MEMBER_TEXT, true, NULL},
    {0},
};

static const struct member dataset_members[] = {
    {"name", MEMBER_TEXT, false, NULL},
    {"title", MEMBER_TEXT, false, NULL},
    {"version", MEMBER_TEXT, false, NULL},
    {"licence", MEMBER_TEXT, false, NULL},
    {"sha256", MEMBER_TEXT, true, NULL},
    {"files", MEMBER_OBJECTS, true, file_members},
    {0},
};

static const struct member definition_members[] = {
    {"name", MEMBER_TEXT, true, NULL},
    {"sha256", MEMBER_TEXT, true, NULL},
    {0},
};

static const struct member option_members[] = {
    {"name", MEMBER_TEXT, true, NULL},
    {"value", MEMBER_TEXT, true, NULL},
    {0},
};

static const struct member group_members[] = {
    {"id", MEMBER_TEXT, true, NULL},
    {"name", MEMBER_TEXT, false, NULL},
    {0},
};

static const struct member relation_members[] = {
    {"id", MEMBER_TEXT, true, NULL},
    {"source", MEMBER_TEXT, true, NULL},
    {"target", MEMBER_TEXT, true, NULL},
    {"kind", MEMBER_TEXT, true, NULL},
    {"start", MEMBER_TEXT, false, NULL},
    {"end", MEMBER_TEXT, false, NULL},
    {"sources", MEMBER_TEXTS, true, NULL},
    {"attests", MEMBER_SWITCH, false, NULL},
    {0},
};

static const struct member source_members[] = {
    {"id", MEMBER_TEXT, true, NULL},
    {"title", MEMBER_TEXT, false, NULL},
    {"url", MEMBER_TEXT, false, NULL},
    {0},
};

static const struct member record_members[] = {
    {"program", MEMBER_TEXT, true, NULL},
    {"version", MEMBER_TEXT, true, NULL},
    {"igraph", MEMBER_TEXT, false, NULL},
    {"graphviz", MEMBER_TEXT, false, NULL},
    {"figure", MEMBER_OBJECT, true, figure_members},
    {"dataset", MEMBER_OBJECT, true, dataset_members},
    {"definition", MEMBER_OBJECT, false, definition_members},
    {"options", MEMBER_OBJECTS, true, option_members},
    {"groups", MEMBER_OBJECTS, true, group_members},
    {"relations", MEMBER_OBJECTS, true, relation_members},
    {"sources", MEMBER_OBJECTS, true, source_members},
    {0},
};

static const char *const type_names[] = {
    [MEMBER_TEXT] = "text",
    [MEMBER_NUMBER] = "whole number",
    [MEMBER_SWITCH] = "true or false",
    [MEMBER_OBJECT] = "object",
    [MEMBER_OBJECTS] = "array of objects",
    [MEMBER_TEXTS] = "array of texts",
};

static bool is_array_of(const json_t *value, json_type type)
{
    if (!json_is_array(value))
        return false;
    for (size_t i = 0; i < json_array_size(value); i++)
        if (json_typeof(json_array_get(value, i)) != type)
            return false;
    return true;
}

static bool has_type(const json_t *value, enum member_type type)
{
    switch (type) {
    case MEMBER_TEXT: return json_is_string(value);
    case MEMBER_NUMBER: return json_is_integer(value);
    case MEMBER_SWITCH: return json_is_boolean(value);
    case MEMBER_OBJECT: return json_is_object(value);
    case MEMBER_OBJECTS: return is_array_of(value, JSON_OBJECT);
    case MEMBER_TEXTS: return is_array_of(value, JSON_STRING);
    }
    return false;
}

static bool check_members(const json_t *object, const char *where, const struct member *members,
                          struct error *error);

/* What is in the object, or in each of the array. */
static bool check_inside(const json_t *value, const struct member *member, struct error *error)
{
    if (member->type == MEMBER_OBJECT)
        return check_members(value, member->name, member->members, error);
    for (size_t i = 0; member->type == MEMBER_OBJECTS && i < json_array_size(value); i++)
        if (!check_members(json_array_get(value, i), member->name, member->members, error))
            return false;
    return true;
}

/* The table is as deep as this goes. */
static bool check_members(const json_t *object, const char *where, const struct member *members,
                          struct error *error)
{
    const char *dot = where[0] != '\0' ? "." : "";
    for (const struct member *member = members; member->name != NULL; member++) {
        const json_t *value = json_object_get(object, member->name);
        if (value == NULL && !member->required)
            continue;
        if (value == NULL)
            return error_set(error, ERROR_DATA, "its record has no '%s%s%s'", where, dot,
                             member->name);
        if (!has_type(value, member->type))
            return error_set(error, ERROR_DATA, "in its record, '%s%s%s' is no %s", where, dot,
                             member->name, type_names[member->type]);
        if (!check_inside(value, member, error))
            return false;
    }
    return true;
}

/* A later format may have changed what any other member means. */
static bool check_format(const json_t *record, struct error *error)
{
    const json_t *format = json_object_get(record, "format");
    if (!json_is_integer(format))
        return error_set(error, ERROR_DATA, "its record does not tell its format");
    if (json_integer_value(format) == RECORD_FORMAT)
        return true;
    return error_set(error, ERROR_DATA,
                     "its record has format %" JSON_INTEGER_FORMAT "; this bloc reads format %d",
                     json_integer_value(format), RECORD_FORMAT);
}

static bool parse_record(struct text text, struct figure_data *data, struct error *error)
{
    struct json_problem problem;
    data->record = json_parse(text, &problem);
    if (data->record == NULL)
        return error_set(error, ERROR_DATA, "line %zu of its record: %s", problem.line,
                         problem.reason);
    if (!json_is_object(data->record))
        return error_set(error, ERROR_DATA, "its record is no object of JSON");
    return check_format(data->record, error) &&
           check_members(data->record, "", record_members, error);
}

bool figure_data_read(struct text svg, struct figure_data *data, struct error *error)
{
    struct search search = {0};
    xml_walk_open(&search.walk, svg);
    const bool good =
        find_record(&search, error) && parse_record(buffer_text(&search.record), data, error);
    xml_walk_close(&search.walk);
    buffer_release(&search.record);
    buffer_release(&search.creator);
    return good;
}

void figure_data_release(struct figure_data *data)
{
    json_decref(data->record);
    *data = (struct figure_data){0};
}

/* The digest that the record has of a file, or the empty text. */
static struct text find_digest(const json_t *files, const char *name)
{
    for (size_t i = 0; i < json_array_size(files); i++)
        if (text_equal_string(json_member_text(json_array_get(files, i), "path"), name))
            return json_member_text(json_array_get(files, i), "digest");
    return (struct text){0};
}

static void add_name(struct buffer *differing, struct text name)
{
    buffer_add_string(differing, differing->length > 0 ? ", " : "");
    buffer_add_text(differing, name);
}

/* Files of the record that the dataset does not have. */
static void add_missing(const json_t *files, const struct fingerprint *fingerprint,
                        struct buffer *differing)
{
    for (size_t i = 0; i < json_array_size(files); i++) {
        const struct text path = json_member_text(json_array_get(files, i), "path");
        size_t k = 0;
        while (k < fingerprint->files.count &&
               !text_equal_string(path, fingerprint->files.items[k].name))
            k++;
        if (k == fingerprint->files.count)
            add_name(differing, path);
    }
}

bool figure_data_compare(const struct figure_data *data, const struct fingerprint *fingerprint,
                         struct buffer *differing)
{
    const json_t *dataset = json_object_get(data->record, "dataset");
    const json_t *files = json_object_get(dataset, "files");
    if (text_equal_string(json_member_text(dataset, "sha256"), fingerprint->sha256))
        return true;
    for (size_t i = 0; i < fingerprint->files.count; i++) {
        const struct file_digest *file = &fingerprint->files.items[i];
        if (!text_equal_string(find_digest(files, file->name), file->sha256))
            add_name(differing, text_from(file->name));
    }
    add_missing(files, fingerprint, differing);
    return false;
}
