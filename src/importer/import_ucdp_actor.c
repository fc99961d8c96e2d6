/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * UCDP Actor Dataset, versions 17 to 25: a row is a group with its names and where it came from.
 * Four flags tell whether it changed its name, splintered from others, entered an alliance or joined
 * another group; the columns behind each hold names and ids of those others, commas between them.
 * As they may stand in rows further down, all rows are kept until the end of the file.
 *
 * A group that changed its name is one row under its last name; its first name becomes a group of
 * its own, so that the change is a tie.
 */
#include <string.h>

#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    ACTOR_ID,
    ACTOR_NAME,
    ACTOR_ORIGINAL,
    ACTOR_ORIGINAL_FULL,
    ACTOR_ENGLISH,
    ACTOR_ORG,
    ACTOR_REGION,
    ACTOR_NAME_CHANGE,
    ACTOR_NEW_NAME,
    ACTOR_NEW_FULL,
    ACTOR_SPLINTER,
    ACTOR_SPLINTER_NAMES,
    ACTOR_SPLINTER_IDS,
    ACTOR_SPLIT,
    ACTOR_SPLIT_NAMES,
    ACTOR_SPLIT_IDS,
    ACTOR_ALLIANCE,
    ACTOR_ALLIANCE_NAMES,
    ACTOR_ALLIANCE_IDS,
    ACTOR_JOIN,
    ACTOR_JOIN_NAMES,
    ACTOR_JOIN_IDS,
    ACTOR_COLUMNS,
};

static const struct import_column columns[ACTOR_COLUMNS] = {
    [ACTOR_ID] = {"ActorId", "actor_id", true, "identifies the group"},
    [ACTOR_NAME] = {"NameData", NULL, true, "its name"},
    [ACTOR_ORIGINAL] = {"NameOrig", NULL, false, "its first name; an alias unless it changed"},
    [ACTOR_ORIGINAL_FULL] = {"NameOrigFull", NULL, false, "alias"},
    [ACTOR_ENGLISH] = {"NameOrigFullEng", NULL, false, "alias"},
    [ACTOR_ORG] = {"Org", NULL, false, "4: a government"},
    [ACTOR_REGION] = {"Region", NULL, false, "its region, 1 to 5"},
    [ACTOR_NAME_CHANGE] = {"NameChange", NULL, false, "1: it changed its name"},
    [ACTOR_NEW_NAME] = {"NewName", NULL, false, "aliases"},
    [ACTOR_NEW_FULL] = {"NewNameFullEng", NULL, false, "aliases"},
    [ACTOR_SPLINTER] = {"Splinter", NULL, false, "1: it splintered from others"},
    [ACTOR_SPLINTER_NAMES] = {"NamePrev", NULL, false, "from whom"},
    [ACTOR_SPLINTER_IDS] = {"ActorIdPrev", NULL, false, "their ids"},
    [ACTOR_SPLIT] = {"SplitTemp", NULL, false, "1: it split for a time"},
    [ACTOR_SPLIT_NAMES] = {"NameSplitTemp", NULL, false, "from or into whom"},
    [ACTOR_SPLIT_IDS] = {"ActorIdSplitTemp", NULL, false, "their ids"},
    [ACTOR_ALLIANCE] = {"Alliance", NULL, false, "1: it entered an alliance"},
    [ACTOR_ALLIANCE_NAMES] = {"NameAlliance", NULL, false, "which, or with whom"},
    [ACTOR_ALLIANCE_IDS] = {"ActorIdAlliance", NULL, false, "their ids"},
    [ACTOR_JOIN] = {"JoinGroup", NULL, false, "1: it joined another group"},
    [ACTOR_JOIN_NAMES] = {"GroupName", NULL, false, "which"},
    [ACTOR_JOIN_IDS] = {"ActorIdGroup", NULL, false, "their ids"},
};

static const struct mapping_rule rules[] = {
    {"NameChange", "renamed", "the group under its last name, and under its first"},
    {"Splinter", "split", "the group splintered from another"},
    {"SplitTemp", "split", "the group split for a time"},
    {"Alliance", "alliance",
     "the group entered an alliance, itself a group, or allied with another"},
    {"JoinGroup", "joined", "the group became part of another"},
};

/* The origins that name others: the flag, with names and ids behind it. */
static const struct {
    size_t flag;
    const char *code;
} origins[] = {
    {ACTOR_SPLINTER, "Splinter"},
    {ACTOR_SPLIT, "SplitTemp"},
    {ACTOR_ALLIANCE, "Alliance"},
    {ACTOR_JOIN, "JoinGroup"},
};

#define ORIGINS (sizeof origins / sizeof *origins)

/* A row kept until all names are known. */
struct actor {
    size_t line;
    struct text id;
    uint32_t group;
    struct text former; /* first name, when it changed */
    struct text names[ORIGINS];
    struct text ids[ORIGINS];
};

LIST(actor_list, struct actor);

static bool is_flagged(struct reader *reader, size_t column)
{
    return text_equal_string(reader_text(reader, column), "1");
}

static struct text keep(struct import *import, struct reader *reader, size_t column)
{
    return intake_text(&import->intake, reader_text(reader, column), 1000);
}

static void add_alias(struct import *import, struct reader *reader, uint32_t group, size_t column)
{
    const struct text alias = reader_text(reader, column);
    if (alias.length > 0 && !text_equal_string(alias, "n/a"))
        intake_add_alias(&import->intake, group, alias);
}

static struct text region_of(struct reader *reader)
{
    return ucdp_region(reader_text(reader, ACTOR_REGION));
}

static void read_names(struct import *import, struct reader *reader, struct actor *actor)
{
    const struct text first = reader_text(reader, ACTOR_ORIGINAL);
    if (is_flagged(reader, ACTOR_NAME_CHANGE) && first.length > 0 &&
        !text_equal(first, reader_text(reader, ACTOR_NAME))) {
        actor->former = intake_text(&import->intake, first, 200);
    } else {
        add_alias(import, reader, actor->group, ACTOR_ORIGINAL);
        add_alias(import, reader, actor->group, ACTOR_ORIGINAL_FULL);
        add_alias(import, reader, actor->group, ACTOR_ENGLISH);
    }
    add_alias(import, reader, actor->group, ACTOR_NEW_NAME);
    add_alias(import, reader, actor->group, ACTOR_NEW_FULL);
}

/* False when the row has its outcome already. */
static bool read_actor(struct import *import, struct reader *reader, struct actor *actor)
{
    const struct text id = reader_text(reader, ACTOR_ID);
    if (!ucdp_require(import, reader, ACTOR_ID) || !ucdp_require(import, reader, ACTOR_NAME))
        return false;
    const bool known = text_index_find(&import->intake.codes, id) != TEXT_INDEX_ABSENT;
    actor->group =
        ucdp_take_group(import, reader, id, reader_text(reader, ACTOR_NAME), region_of(reader));
    if (known) {
        import_merge(import);
        return false;
    }
    if (text_equal_string(reader_text(reader, ACTOR_ORG), "4"))
        import->intake.groups.items[actor->group].kind = GROUP_STATE;
    read_names(import, reader, actor);
    for (size_t i = 0; i < ORIGINS; i++) {
        if (!is_flagged(reader, origins[i].flag))
            continue;
        actor->names[i] = keep(import, reader, origins[i].flag + 1);
        actor->ids[i] = keep(import, reader, origins[i].flag + 2);
    }
    return true;
}

static void read_row(struct import *import, struct reader *reader, struct actor_list *actors)
{
    struct actor actor = {.line = reader->line, .id = keep(import, reader, ACTOR_ID)};
    import_begin_row(import, reader->line, actor.id);
    if (!read_actor(import, reader, &actor)) {
        import_end_row(import);
        return;
    }
    import_postpone_row(import);
    list_push(actors, actor);
}

static void add_tie(struct import *import, const struct actor *actor, uint32_t other,
                    const char *code)
{
    const struct mapping_entry *entry = ucdp_map_code(import, code);
    if (entry == NULL)
        return;
    if (other == actor->group) {
        import_tell(import, FOUND_SELF_RELATION, 0, "%s: '" TEXT_FORMAT "' names itself", code,
                    TEXT_PARTS(import->intake.groups.items[other].name));
        return;
    }
    const struct intake_tie tie = {.source = actor->group, .target = other, .kind = entry->kind};
    import_use_tie(import, &tie, GRADE_STATED, (struct text){0});
}

/* The next of a list; commas stand between. */
static bool next_of(struct text *rest, struct text *piece)
{
    *piece = (struct text){0};
    if (!text_next_piece(rest, ',', piece))
        return false;
    *piece = text_trim(*piece);
    return true;
}

/* A group by its id, which a row has or which its name comes with, or by its name alone. */
static uint32_t find_other(struct import *import, struct text id, struct text name,
                           const char *code)
{
    const uint32_t known = text_index_find(&import->intake.codes, id);
    if (known != TEXT_INDEX_ABSENT)
        return known;
    if (name.length > 0)
        return ucdp_take_group(import, NULL, id, name, (struct text){0});
    import_tell(import, FOUND_ID_DANGLING, 0, "%s: no row has the id '" TEXT_FORMAT "'", code,
                TEXT_PARTS(id));
    return INTAKE_NONE;
}

static void add_origins(struct import *import, const struct actor *actor, size_t origin)
{
    struct text names = actor->names[origin];
    struct text ids = actor->ids[origin];
    struct text name;
    struct text id;
    bool more_names = next_of(&names, &name);
    bool more_ids = next_of(&ids, &id);
    while (more_names || more_ids) {
        const uint32_t other = name.length + id.length == 0
                                   ? INTAKE_NONE
                                   : find_other(import, id, name, origins[origin].code);
        if (other != INTAKE_NONE)
            add_tie(import, actor, other, origins[origin].code);
        more_names = next_of(&names, &name);
        more_ids = next_of(&ids, &id);
    }
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = columns, .count = ACTOR_COLUMNS};
    struct reader reader;
    struct actor_list actors = {0};
    if (!reader_open(&reader, import, path, &layout, error))
        return false;
    while (reader_next(&reader))
        read_row(import, &reader, &actors);
    for (size_t i = 0; i < actors.count; i++) {
        const struct actor *actor = &actors.items[i];
        import_begin_row(import, actor->line, actor->id);
        if (actor->former.length > 0)
            add_tie(import, actor, intake_group_named(&import->intake, actor->former),
                    "NameChange");
        for (size_t j = 0; j < ORIGINS; j++)
            add_origins(import, actor, j);
        import_use(import); /* it tells of a group, also without ties */
        import_end_row(import);
    }
    list_release(&actors);
    return reader_close(&reader, error);
}

const struct import_format import_ucdp_actor = {
    .name = "ucdp-actor",
    .title = "UCDP Actor Dataset",
    .authors = "Uppsala Conflict Data Program",
    .publisher = "Uppsala University",
    .description = "Groups with their names, and where they came from. Each origin is a tie from "
                   "the group of\nthe row to the one that it names; the data does not date them.",
    .columns = columns,
    .column_count = ACTOR_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .read = read,
};
