/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Relations of Mapping Militants (Stanford University, later Rutgers): a link between two groups, with
 * a type and a date whose month or day may be 00, or whose year may be 0000.  Read are the data of a
 * map as its page loads it (JSON: groups, links, umbrellas) and a table of links.
 *
 * Of a split, group1 is what was left and group2 the splinter: by the project's own program, which
 * counts the splits of a group where it is group1 (https://github.com/danielcassman/mappingmilitants,
 * GroupsController.php; the codes are those of map.coffee).
 */
#include <stdio.h>
#include <string.h>

#include "importer/formats.h"
#include "importer/import.h"
#include "importer/json_rows.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    LINK_ID,
    LINK_TYPE,
    LINK_GROUP1,
    LINK_GROUP2,
    LINK_DATE,
    LINK_NOTE,
    LINK_COLUMNS,
};

static const struct import_column columns[LINK_COLUMNS] = {
    [LINK_ID] = {"id", NULL, true, "original id"},
    [LINK_TYPE] = {"type", "link_type relationship", true, "the code that is mapped to a kind"},
    [LINK_GROUP1] = {"group1", "group_1", true, "the one who acts; of a split, what was left"},
    [LINK_GROUP2] = {"group2", "group_2", true, "the one acted on; of a split, the splinter"},
    [LINK_DATE] = {"date", "start_date", true, "when the tie began or happened"},
    [LINK_NOTE] = {"description", "note", false, "remark"},
};

static const struct mapping_rule rules[] = {
    {"all", "alliance", "allies"},
    {"aff", "affiliate", "affiliates"},
    {"riv", "rivalry", "rivals"},
    {"spl", "split", "split: group2 leaves group1"},
    {"mer", "joined", "merger"},
    {"umb", "member", "member of an umbrella organisation"},
    {"Alliance", "alliance", "allies"},
    {"Allies", "alliance", "allies"},
    {"Ally", "alliance", "allies"},
    {"Affiliation", "affiliate", "affiliates"},
    {"Affiliates", "affiliate", "affiliates"},
    {"Affiliate", "affiliate", "affiliates"},
    {"Rivalry", "rivalry", "rivals"},
    {"Rivals", "rivalry", "rivals"},
    {"Rival", "rivalry", "rivals"},
    {"Split", "split", "splinter"},
    {"Splits", "split", "splinter"},
    {"Splinter", "split", "splinter"},
    {"Splinters", "split", "splinter"},
    {"Merger", "joined", "merger"},
    {"Mergers", "joined", "merger"},
    {"Merge", "joined", "merger"},
    {"Umbrella", "member", "member of an umbrella organisation"},
};

static void use_link(struct import *import, struct intake_tie tie)
{
    if (import->intake.kinds.items[tie.kind].kind.family == FAMILY_SPLIT) {
        const uint32_t left = tie.source;
        tie.source = tie.target;
        tie.target = left;
    }
    import_use_tie(import, &tie, GRADE_STATED, (struct text){0});
}

/* A group by the number that the data of a map, read before, gives it, or by its name. */
static uint32_t take_group(struct intake *intake, struct text text)
{
    const uint32_t coded = text_index_find(&intake->codes, text);
    return coded != TEXT_INDEX_ABSENT ? coded : intake_group_named(intake, text);
}

static void read_row(struct import *import, struct reader *reader)
{
    struct intake *intake = &import->intake;
    struct when date;
    const struct mapping_entry *entry = ucdp_map(import, reader, LINK_TYPE);
    if (entry == NULL || !ucdp_require(import, reader, LINK_GROUP1) ||
        !ucdp_require(import, reader, LINK_GROUP2) || !reader_date(reader, LINK_DATE, &date))
        return;
    use_link(import, (struct intake_tie){
                         .source = take_group(intake, reader_text(reader, LINK_GROUP1)),
                         .target = take_group(intake, reader_text(reader, LINK_GROUP2)),
                         .kind = entry->kind,
                         .start = text_from(date.text),
                         .note = reader_text(reader, LINK_NOTE),
                     });
}

/* The data of a map. */
struct map {
    struct import *import;
    struct arena arena;
    struct text contents;
    const json_t *top;
};

static struct text member(struct map *map, const json_t *object, const char *name)
{
    return text_trim(json_rows_text(&map->arena, json_object_get(object, name)));
}

/* A date of the present row; one that is none rejects it.  An end 0000-00-00 is still to come. */
static bool read_date(struct map *map, const json_t *object, const char *name, struct when *when)
{
    const struct text text = member(map, object, name);
    if (strcmp(name, "enddate") == 0 && text_equal_string(text, "0000-00-00"))
        return when_read(TEXT("ongoing"), WHEN_UNKNOWN, when);
    if (text_equal_string(text, "?") || when_read(text, WHEN_UNKNOWN, when))
        return true;
    import_reject(map->import, FOUND_DATE_MALFORMED, 0, "%s: '" TEXT_FORMAT "' is no date", name,
                  TEXT_PARTS(text));
    return false;
}

static bool read_span(struct map *map, const json_t *object, struct when *start, struct when *end)
{
    *start = (struct when){0};
    *end = (struct when){0};
    if (!read_date(map, object, "startdate", start) || !read_date(map, object, "enddate", end))
        return false;
    if (!import_ends_before_start(text_from(start->text), text_from(end->text)))
        return true;
    import_reject(map->import, FOUND_DATE_ORDER, 0, "the end '%s' comes before the start '%s'",
                  end->text, start->text);
    return false;
}

static void set_span(struct intake *intake, struct intake_group *group, const struct when *start,
                     const struct when *end)
{
    group->founded = intake_text(intake, text_from(start->text), WHEN_SIZE);
    group->ended = intake_text(intake, text_from(end->text), WHEN_SIZE);
}

static void read_group(struct map *map, const json_t *object)
{
    struct intake *intake = &map->import->intake;
    struct when start;
    struct when end;
    bool renamed = false;
    const struct text id = member(map, object, "id");
    const struct text name = member(map, object, "name");
    if (id.length == 0 || !intake_is_name(name)) {
        import_reject(map->import, FOUND_VALUE_MISSING, 0, "a group has no id or no name");
        return;
    }
    if (!read_span(map, object, &start, &end))
        return;
    const uint32_t number = intake_group_coded(intake, id, name, &renamed);
    struct intake_group *group = &intake->groups.items[number];
    if (renamed)
        import_tell(map->import, FOUND_NAME_CHANGED, 0,
                    "id '" TEXT_FORMAT "' is '" TEXT_FORMAT "' here and '" TEXT_FORMAT "' before",
                    TEXT_PARTS(id), TEXT_PARTS(name), TEXT_PARTS(group->name));
    group->label = intake_text(intake, member(map, object, "shortname"), 28);
    set_span(intake, group, &start, &end);
    import_use(map->import);
}

/* A group by its id; false and a rejected row when there is none. */
static bool find_group(struct map *map, struct text id, uint32_t *group)
{
    *group = text_index_find(&map->import->intake.codes, id);
    if (*group != TEXT_INDEX_ABSENT)
        return true;
    import_reject(map->import, FOUND_ID_DANGLING, 0, "no group has the id '" TEXT_FORMAT "'",
                  TEXT_PARTS(id));
    return false;
}

static void read_link(struct map *map, const json_t *object)
{
    struct import *import = map->import;
    struct intake_tie tie = {0};
    struct when date = {0};
    const struct text code = member(map, object, "type");
    struct mapping_entry *entry = mapping_find(&import->mapping, code);
    if (entry == NULL) {
        import_reject(import, FOUND_VALUE_UNKNOWN, 0,
                      "type: '" TEXT_FORMAT "' is no code that is known; --map='" TEXT_FORMAT
                      "=KIND' says what it means",
                      TEXT_PARTS(code), TEXT_PARTS(code));
        return;
    }
    entry->rows++;
    if (entry->kind == INTAKE_NONE) {
        import_reject(import, FOUND_CODE_LEFT_OUT, 0,
                      "rows with type '" TEXT_FORMAT "' are left out", TEXT_PARTS(code));
        return;
    }
    tie.kind = entry->kind;
    if (!find_group(map, member(map, object, "group1"), &tie.source) ||
        !find_group(map, member(map, object, "group2"), &tie.target) ||
        !read_date(map, object, "date", &date))
        return;
    tie.start = text_from(date.text);
    tie.note = member(map, object, "description");
    use_link(import, tie);
}

/* An umbrella is a group of its own, with its members. */
static void read_umbrella(struct map *map, const json_t *object)
{
    struct import *import = map->import;
    struct when start;
    struct when end;
    const struct text name = member(map, object, "name");
    const json_t *members = json_object_get(object, "groups");
    const struct mapping_entry *entry = ucdp_map_code(import, "umb");
    if (entry == NULL || !intake_is_name(name)) {
        import_reject(import, entry == NULL ? FOUND_CODE_LEFT_OUT : FOUND_VALUE_MISSING, 0,
                      entry == NULL ? "umbrellas are left out" : "an umbrella has no name");
        return;
    }
    if (!read_span(map, object, &start, &end))
        return;
    struct intake_tie tie = {
        .kind = entry->kind,
        .start = text_from(start.text),
        .end = text_from(end.text),
        .note = member(map, object, "description"),
    };
    tie.target = intake_group_named(&import->intake, name);
    struct intake_group *group = &import->intake.groups.items[tie.target];
    group->kind = GROUP_COUNCIL;
    group->label = intake_text(&import->intake, member(map, object, "shortname"), 28);
    set_span(&import->intake, group, &start, &end);
    for (size_t i = 0; i < json_array_size(members); i++)
        if (find_group(map, json_rows_text(&map->arena, json_array_get(members, i)), &tie.source))
            import_use_tie(import, &tie, GRADE_STATED, (struct text){0});
    import_use(import);
}

/* The parts of a map; an element may stand inside of an object that says what it is. */
static const struct {
    const char *array;
    const char *wraps[2];
    void (*read)(struct map *map, const json_t *object);
} parts[] = {
    {"groups", {"Group", "Profile"}, read_group},
    {"links", {"Link"}, read_link},
    {"umbrellas", {"Umbrella"}, read_umbrella},
};

static void read_part(struct map *map, size_t part)
{
    const json_t *array = json_object_get(map->top, parts[part].array);
    struct json_line_list lines = json_rows_lines(map->contents, parts[part].array);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *object = json_array_get(array, i);
        for (size_t j = 0; j < COUNT_OF(parts[part].wraps) && parts[part].wraps[j] != NULL; j++)
            if (json_is_object(json_object_get(object, parts[part].wraps[j])))
                object = json_object_get(object, parts[part].wraps[j]);
        import_begin_row(map->import, i < lines.count ? lines.items[i] : 0,
                         member(map, object, "id"));
        if (json_is_object(object))
            parts[part].read(map, object);
        else
            import_reject(map->import, FOUND_JSON_SHAPE, 0, "an object is expected");
        import_end_row(map->import);
    }
    list_release(&lines);
}

static void read_map(struct map *map)
{
    struct json_problem problem;
    json_t *top = json_parse(map->contents, &problem);
    if (top == NULL) {
        import_tell_at(map->import, FOUND_JSON_MALFORMED, problem.line, problem.column, "%s",
                       problem.reason);
        return;
    }
    map->top = top;
    if (json_is_array(json_object_get(top, "groups")) &&
        json_is_array(json_object_get(top, "links")))
        for (size_t i = 0; i < COUNT_OF(parts); i++)
            read_part(map, i);
    else
        import_tell_at(map->import, FOUND_JSON_SHAPE, 1, 0,
                       "an object with the arrays 'groups' and 'links' is expected");
    json_decref(top);
}

/* Does the file begin as JSON does?  Standard input is a table. */
static bool is_json(const struct import *import, const char *path)
{
    char start[64] = "";
    struct text text = {start, 0};
    FILE *file = import->memory == NULL && strcmp(path, "-") != 0 ? fopen(path, "rb") : NULL;
    if (import->memory != NULL)
        text = *import->memory;
    else if (file != NULL)
        text.length = fread(start, 1, sizeof start, file);
    if (file != NULL)
        fclose(file);
    text = text_trim(text);
    return text.length > 0 && text.at[0] == '{';
}

static bool read(struct import *import, const char *path, struct error *error)
{
    static const struct reader_layout layout = {.columns = columns, .count = LINK_COLUMNS};
    if (!is_json(import, path))
        return reader_run(import, path, &layout, LINK_ID, read_row, error);
    struct map map = {.import = import};
    bool good = true;
    if (import->memory != NULL)
        map.contents = *import->memory;
    else
        good = file_read_within(path, IMPORT_GRAPH_MEBIBYTES, &map.arena, &map.contents, error);
    if (good)
        read_map(&map);
    arena_release(&map.arena);
    return good;
}

const struct import_format import_mapping_militants = {
    .name = "mapping-militants",
    .title = "Mapping Militants, links between groups",
    .authors = "Mapping Militants Project",
    .publisher = "Mapping Militants Project",
    .description =
        "Links between groups become ties from group1 to group2, splits from group2 to group1. A\n"
        "month or day 00 is not known, and with the year 0000 nothing is. The data of a map (JSON)\n"
        "names its groups and umbrellas; a table of links has names or numbers.",
    .columns = columns,
    .column_count = LINK_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .read = read,
};
