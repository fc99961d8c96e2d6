/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ACLED, the Armed Conflict Location and Event Data: a row is an event between actor 1 and
 * actor 2, beside each of whom others may stand (assoc_actor_1, assoc_actor_2, with "; " between
 * them).  The column sets before and after 2023, inter as a number or in words, and dates as
 * 2021-03-05, 05 March 2021 or 5-Mar-21 are all read.  Columns and codes: ACLED Codebook (2019,
 * 2023).
 *
 * Who attacks whom is not coded, so conflict ties have no direction.
 */
#include <math.h>
#include <string.h>

#include "importer/events.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    ACLED_ID,
    ACLED_DATE,
    ACLED_YEAR,
    ACLED_TYPE,
    ACLED_SUBTYPE,
    ACLED_ACTOR1,
    ACLED_ASSOC1,
    ACLED_INTER1,
    ACLED_ACTOR2,
    ACLED_ASSOC2,
    ACLED_INTER2,
    ACLED_REGION,
    ACLED_KILLED,
    ACLED_COLUMNS,
};

static const struct import_column columns[ACLED_COLUMNS] = {
    [ACLED_ID] = {"event_id_cnty", "eventidcnty dataid", true,
                  "original id; an event met again is merged"},
    [ACLED_DATE] = {"event_date", NULL, true, "day of the event"},
    [ACLED_YEAR] = {"year", NULL, false, "when the date is empty"},
    [ACLED_TYPE] = {"event_type", NULL, true, "the code that is mapped to a kind"},
    [ACLED_SUBTYPE] = {"sub_event_type", NULL, false,
                       "taken for event_type when --map has a rule for it"},
    [ACLED_ACTOR1] = {"actor1", NULL, true, "one side"},
    [ACLED_ASSOC1] = {"assoc_actor_1", "allyactor1 associatedactor1", false,
                      "groups at the side of actor 1"},
    [ACLED_INTER1] = {"inter1", NULL, false, "what actor 1 is, as number or word"},
    [ACLED_ACTOR2] = {"actor2", NULL, true, "the other side"},
    [ACLED_ASSOC2] = {"assoc_actor_2", "allyactor2 associatedactor2", false,
                      "groups at the side of actor 2"},
    [ACLED_INTER2] = {"inter2", NULL, false, "what actor 2 is, as number or word"},
    [ACLED_REGION] = {"region", NULL, false, "region of groups met first there"},
    [ACLED_KILLED] = {"fatalities", NULL, false, "killed"},
};

static const struct mapping_rule rules[] = {
    {"Battles", "conflict", "armed clash"},
    {"Explosions/Remote violence", "conflict", "bombs, shelling, air strikes"},
    {"Violence against civilians", "conflict", "kept when both sides are groups"},
    {"Riots", "", "no group on at least one side"},
    {"Protests", "", "no group on at least one side"},
    {"Strategic developments", "", "agreements, arrests, looting and others"},
    {"Battle-No change of territory", "conflict", "until 2019: armed clash"},
    {"Battle-Government regains territory", "conflict", "until 2019"},
    {"Battle-Non-state actor overtakes territory", "conflict", "until 2019"},
    {"Remote violence", "conflict", "until 2019"},
    {"Riots/Protests", "", "until 2019"},
    {"Strategic development", "", "until 2019"},
    {"Headquarters or base established", "", "until 2019: one side only"},
    {"Non-violent transfer of territory", "", "until 2019: one side only"},
    {"assoc_actor", "alliance", "a group stands beside an actor in a conflict event"},
};

#define INTER(digit, literal, of_kind, group)                                            \
    {                                                                                    \
        .number = (digit), .words = {(literal), sizeof(literal) - 1}, .kind = (of_kind), \
        .is_group = (group)                                                              \
    }

/* What an actor is; unarmed people are no group. */
static const struct {
    char number;
    struct text words;
    enum group_kind kind;
    bool is_group;
} inters[] = {
    INTER('1', "State forces", GROUP_FORCE, true),
    INTER('2', "Rebel group", GROUP_ORGANISATION, true),
    INTER('2', "Rebel forces", GROUP_ORGANISATION, true),
    INTER('3', "Political militia", GROUP_ORGANISATION, true),
    INTER('4', "Identity militia", GROUP_ORGANISATION, true),
    INTER('4', "Communal militia", GROUP_ORGANISATION, true),
    INTER('5', "Rioters", GROUP_MOVEMENT, false),
    INTER('6', "Protesters", GROUP_MOVEMENT, false),
    INTER('7', "Civilians", GROUP_MOVEMENT, false),
    INTER('8', "External/Other forces", GROUP_FORCE, true),
    INTER('8', "Other forces", GROUP_FORCE, true),
};

/* Names that stand for people of a place, or for whom nobody knows. */
static bool is_nobody(struct text name)
{
    static const char *const beginnings[] = {"Civilians", "Protesters", "Rioters", "Unidentified",
                                             "Unarmed"};
    if (name.length == 0 || text_equal_string(name, "NA"))
        return true;
    for (size_t i = 0; i < COUNT_OF(beginnings); i++)
        if (name.at[0] == beginnings[i][0] && text_starts_with(name, beginnings[i]))
            return true;
    return !intake_is_name(name);
}

/* Is the actor a group, and what kind?  Without inter its name alone tells. */
static bool is_group(struct text inter, struct text name, enum group_kind *kind)
{
    *kind = GROUP_ORGANISATION;
    for (size_t i = 0; i < COUNT_OF(inters); i++) {
        if (inter.length == 1 ? inter.at[0] != inters[i].number
                              : !text_equal(inter, inters[i].words))
            continue;
        *kind = inters[i].kind;
        return inters[i].is_group && !is_nobody(name);
    }
    return !is_nobody(name);
}

static uint32_t take_group(struct import *import, struct reader *reader, struct text name,
                           enum group_kind kind)
{
    const size_t before = import->intake.groups.count;
    const uint32_t group = intake_group_named(&import->intake, name);
    if (group == before) {
        const struct text region = reader_text(reader, ACLED_REGION);
        import->intake.groups.items[group].kind = kind;
        import->intake.groups.items[group].region = intake_text(&import->intake, region, 100);
    }
    return group;
}

/* Are both sides groups, and of what kind?  False and a rejected row when one of them is none. */
static bool check_sides(struct import *import, struct reader *reader, enum group_kind kind[2])
{
    static const size_t names[] = {ACLED_ACTOR1, ACLED_ACTOR2};
    static const size_t kinds[] = {ACLED_INTER1, ACLED_INTER2};
    for (size_t i = 0; i < 2; i++) {
        const struct text name = reader_text(reader, names[i]);
        if (is_group(reader_text(reader, kinds[i]), name, &kind[i]))
            continue;
        import_reject(import, FOUND_COUNTERPART_MISSING, reader_column(reader, names[i]),
                      name.length == 0 ? "%s is empty" : "%s is no group that is known",
                      columns[names[i]].name);
        return false;
    }
    return true;
}

/* Groups at the side of an actor are allied with it. */
static void add_associates(struct import *import, struct reader *reader, size_t column,
                           uint32_t actor, struct event event)
{
    struct text rest = reader_text(reader, column);
    struct text name;
    if (rest.length == 0)
        return;
    event.low = NAN;
    event.high = NAN;
    while (text_next_piece(&rest, ';', &name)) {
        name = text_trim(name);
        const struct mapping_entry *entry =
            is_nobody(name) ? NULL : ucdp_map_code(import, "assoc_actor");
        if (entry == NULL)
            continue;
        event.kind = entry->kind;
        event.source = take_group(import, reader, name, GROUP_ORGANISATION);
        event.target = actor;
        if (event.source != actor)
            events_add(import->state, import, &event);
    }
}

/* The rule for the kind of event; one for its finer kind comes first. */
static const struct mapping_entry *map_event(struct import *import, struct reader *reader)
{
    const struct text subtype = reader_text(reader, ACLED_SUBTYPE);
    const bool finer = subtype.length > 0 && mapping_find(&import->mapping, subtype) != NULL;
    return ucdp_map(import, reader, finer ? ACLED_SUBTYPE : ACLED_TYPE);
}

static void read_row(struct import *import, struct reader *reader)
{
    struct event event = {0};
    enum group_kind kinds[2];
    const struct text id = reader_text(reader, ACLED_ID);
    events_expect(import->state, id);
    const struct mapping_entry *entry = map_event(import, reader);
    if (entry == NULL ||
        !ucdp_read_days(reader, ACLED_DATE, ACLED_DATE, ACLED_YEAR, &event.first, &event.last) ||
        !reader_number(reader, ACLED_KILLED, NAN, &event.low) ||
        !check_sides(import, reader, kinds))
        return;
    if (!events_is_new(import->state, id)) {
        import_merge(import);
        return;
    }
    event.source = take_group(import, reader, reader_text(reader, ACLED_ACTOR1), kinds[0]);
    event.target = take_group(import, reader, reader_text(reader, ACLED_ACTOR2), kinds[1]);
    event.high = event.low;
    event.kind = entry->kind;
    const uint32_t first = event.source;
    const uint32_t second = event.target;
    const bool conflict = import->intake.kinds.items[entry->kind].kind.family == FAMILY_CONFLICT;
    events_add(import->state, import, &event);
    if (!conflict || first == second)
        return;
    add_associates(import, reader, ACLED_ASSOC1, first, event);
    add_associates(import, reader, ACLED_ASSOC2, second, event);
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = columns, .count = ACLED_COLUMNS};
    return reader_run(import, path, &layout, ACLED_ID, read_row, error);
}

const struct import_format import_acled = {
    .name = "acled",
    .title = "Armed Conflict Location and Event Data",
    .authors = "ACLED",
    .publisher = "ACLED",
    .description = "Events between two armed groups become mutual conflict ties by year, spell or "
                   "dyad (--by),\nweighted by the number of events. Groups at the side of an actor "
                   "(assoc_actor_1 and 2)\nare allied with it. Civilians, protesters, rioters and "
                   "unidentified actors are no groups.",
    .columns = columns,
    .column_count = ACLED_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .has_events = true,
    .begin = ucdp_begin_events,
    .read = read,
    .end = ucdp_end_events,
    .release = ucdp_release_events,
};
