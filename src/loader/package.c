/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The tables are read as they are, whatever the package says of them: a package that disagrees
 * misleads those who read the dataset with other programs, and that is what is reported.
 */
#include "loader/package.h"

#include <string.h>

#include "base/json.h"
#include "base/text_index.h"
#include "loader/table.h"
#include "model/catalogue.h"

#define PACKAGE_FILE "datapackage.json"

#define MOST_MISSES 100 /* how many texts may be sought in vain before no more are sought */

struct package {
    struct loading *loading;
    struct folder_file file;
    struct text_index described; /* paths of the resources */
    struct place resources;      /* where the word stands; the whole file when it does not */
    struct place cursor; /* resources are looked at in order, so places are sought onwards */
    size_t offset;       /* of the cursor */
    unsigned misses;
};

static void advance(struct package *package, size_t offset)
{
    for (; package->offset < offset; package->offset++) {
        const char byte = package->file.contents.at[package->offset];
        package->cursor.column += ((unsigned char)byte & 0xC0U) != 0x80U;
        if (byte == '\n') {
            package->cursor.line++;
            package->cursor.column = 1;
        }
    }
}

/* Where a quoted text stands, from the cursor on; where the resources do when it is not there. */
static struct place place_of(struct package *package, struct text quoted)
{
    const struct text text = package->file.contents;
    for (size_t i = package->offset + 1; i + quoted.length < text.length; i++) {
        if (package->misses == MOST_MISSES)
            break;
        if (text.at[i - 1] != '"' || text.at[i + quoted.length] != '"' ||
            memcmp(text.at + i, quoted.at, quoted.length) != 0)
            continue;
        advance(package, i - 1);
        return package->cursor;
    }
    package->misses += package->misses < MOST_MISSES;
    return package->resources;
}

static struct text copy_member(struct package *package, const json_t *object, const char *name)
{
    struct arena *arena = &package->loading->dataset->arena;
    return arena_copy_text(arena, text_trim(json_member_text(object, name)));
}

/* The licence as its short name, else its title; v1 has an array of them. */
static struct text copy_licence(struct package *package, const json_t *root)
{
    const json_t *first = json_array_get(json_object_get(root, "licenses"), 0);
    const struct text name = copy_member(package, first, "name");
    return name.length > 0 ? name : copy_member(package, first, "title");
}

static void read_titles(struct package *package, const json_t *root)
{
    struct dataset *dataset = package->loading->dataset;
    const struct text name = copy_member(package, root, "name");
    const struct text title = copy_member(package, root, "title");
    dataset->name = name.length > 0 ? name : dataset->name;
    dataset->title = title.length > 0 ? title : dataset->name;
    dataset->description = copy_member(package, root, "description");
    dataset->version = copy_member(package, root, "version");
    dataset->licence = copy_licence(package, root);
}

/* Does a path stay in the folder? */
static bool is_local(struct text path)
{
    struct text rest = path;
    struct text piece;
    bool local = path.length > 0 && path.at[0] != '/' && memchr(path.at, '\\', path.length) == NULL;
    while (text_next_piece(&rest, '/', &piece))
        local = local && !text_equal_string(piece, "..");
    return local;
}

static bool is_web_address(struct text path)
{
    return text_starts_with(path, "http://") || text_starts_with(path, "https://");
}

static bool is_table(struct text path)
{
    return path.length > 4 && memcmp(path.at + path.length - 4, ".csv", 4) == 0;
}

/* The first field whose name in the schema is not the one in the header. */
static void compare_header(struct package *package, struct text path, const json_t *fields,
                           const struct text_list *header)
{
    const size_t count = json_array_size(fields);
    size_t i = 0;
    while (i < count && i < header->count &&
           text_equal(json_member_text(json_array_get(fields, i), "name"), header->items[i]))
        i++;
    if (i == count && i == header->count)
        return;
    const struct text none = TEXT("nothing");
    const struct text in_schema =
        i < count ? json_member_text(json_array_get(fields, i), "name") : none;
    const struct text in_table =
        i < header->count ? loading_quote(package->loading, header->items[i]) : none;
    findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_FIELD),
                 place_of(package, path),
                 "field %zu of " TEXT_FORMAT " is '" TEXT_FORMAT "' in the schema and '" TEXT_FORMAT
                 "' in the table",
                 i + 1, TEXT_PARTS(path), TEXT_PARTS(in_schema), TEXT_PARTS(in_table));
}

static void check_schema(struct package *package, const json_t *resource, struct text path)
{
    const json_t *schema = json_object_get(resource, "schema");
    const json_t *fields = json_object_get(schema, "fields");
    if (!is_table(path) || json_is_string(schema))
        return; /* a schema may stand in a file of its own */
    if (!json_is_array(fields)) {
        findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_FIELD),
                     place_of(package, path), TEXT_FORMAT " has no schema with fields",
                     TEXT_PARTS(path));
        return;
    }
    const struct folder_file table = folder_get(package->loading->folder, path);
    if (table.state != FOLDER_READ || table.contents.length == 0)
        return;
    struct text_list header = table_read_header(&table, &package->loading->scratch);
    compare_header(package, path, fields, &header);
    list_release(&header);
}

static void check_path(struct package *package, const json_t *resource, struct text path)
{
    if (is_web_address(path))
        return;
    path = arena_copy_text(&package->loading->dataset->arena, path);
    text_index_add(&package->described, path, 0);
    const struct text shown = loading_quote(package->loading, path);
    if (!is_local(path))
        findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_RESOURCE),
                     place_of(package, path), "'" TEXT_FORMAT "' leads out of the folder",
                     TEXT_PARTS(shown));
    else if (!folder_has(package->loading->folder, path))
        findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_RESOURCE),
                     place_of(package, path), "there is no file '" TEXT_FORMAT "'",
                     TEXT_PARTS(shown));
    else
        check_schema(package, resource, path);
}

/* The path of a resource is a text, or an array of them for a table in pieces. */
static void check_resource(struct package *package, const json_t *resource)
{
    const json_t *path = json_object_get(resource, "path");
    const size_t count = json_is_array(path) ? json_array_size(path) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *piece = json_is_array(path) ? json_array_get(path, i) : path;
        if (json_is_string(piece))
            check_path(package, resource,
                       (struct text){json_string_value(piece), json_string_length(piece)});
    }
    if (path == NULL && json_object_get(resource, "data") == NULL)
        findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_RESOURCE),
                     package->resources, "a resource has neither path nor data");
}

static void check_tables_described(struct package *package)
{
    const struct text_list *tables = &package->loading->folder->tables;
    for (size_t i = 0; i < tables->count; i++) {
        if (text_index_find(&package->described, tables->items[i]) == TEXT_INDEX_ABSENT)
            findings_add(package->loading->findings, catalogue_get(FOUND_PACKAGE_RESOURCE),
                         package->resources, "the package does not describe " TEXT_FORMAT,
                         TEXT_PARTS(tables->items[i]));
    }
}

static void read_package(struct package *package)
{
    struct json_problem problem;
    json_t *root = json_parse(package->file.contents, &problem);
    if (root == NULL) {
        const struct place place = {package->file.path, problem.line, problem.column};
        findings_add(package->loading->findings, catalogue_get(FOUND_JSON_MALFORMED), place, "%s",
                     problem.reason);
        return;
    }
    read_titles(package, root);
    package->resources = (struct place){.file = package->file.path};
    package->cursor = (struct place){.file = package->file.path, .line = 1, .column = 1};
    package->resources = place_of(package, TEXT("resources"));
    const json_t *resources = json_object_get(root, "resources");
    for (size_t i = 0; i < json_array_size(resources); i++)
        check_resource(package, json_array_get(resources, i));
    check_tables_described(package);
    json_decref(root);
    text_index_release(&package->described);
}

/* The last part of the folder's path. */
static struct text name_of_folder(struct text path)
{
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/')
        start--;
    const struct text name = {path.at + start, path.length - start};
    const bool dots = text_equal_string(name, ".") || text_equal_string(name, "..");
    return dots || name.length == 0 ? TEXT("dataset") : name;
}

void package_load(struct loading *loading)
{
    struct package package = {.loading = loading};
    struct dataset *dataset = loading->dataset;
    dataset->name = name_of_folder(loading->folder->path);
    dataset->title = dataset->name;
    package.file = folder_get(loading->folder, TEXT(PACKAGE_FILE));
    if (package.file.state == FOLDER_ABSENT) {
        const struct place place = {.file = package.file.path};
        findings_add(loading->findings, catalogue_get(FOUND_PACKAGE_RESOURCE), place,
                     "the dataset has no %s to describe it", PACKAGE_FILE);
        return;
    }
    if (loading_open_file(loading, PACKAGE_FILE, LOADING_OPTIONAL, &package.file) &&
        loading_check_json(loading, &package.file, '{'))
        read_package(&package);
}
