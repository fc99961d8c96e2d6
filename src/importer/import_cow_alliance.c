/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Formal Alliances of the Correlates of War project, version 4.1 (Gibler 2009): by member, where the
 * members of one alliance at one time are allied in pairs, or by dyad, directed or not, by year or
 * not.  A mirrored row, and one of another year, says the same tie again and is merged.
 *
 * An alliance that is left-censored began at the latest on the first day that the project looks at,
 * one that is right-censored was still in force on the last: neither is a date of the alliance.
 */
#include "importer/cow.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

#define FIRST_DAY "[..1816-01-01]"

enum {
    ALLY_ID,
    ALLY_STATE1,
    ALLY_NAME1,
    ALLY_STATE2,
    ALLY_NAME2,
    ALLY_START_DAY,
    ALLY_START_MONTH,
    ALLY_START_YEAR,
    ALLY_END_DAY,
    ALLY_END_MONTH,
    ALLY_END_YEAR,
    ALLY_LEFT,
    ALLY_RIGHT,
    ALLY_DEFENSE,
    ALLY_NEUTRALITY,
    ALLY_NONAGGRESSION,
    ALLY_ENTENTE,
    ALLY_COLUMNS,
};

#define COMMITMENTS 4

static const struct import_column columns[ALLY_COLUMNS] = {
    [ALLY_ID] = {"version4id", NULL, true, "identifies the alliance"},
    [ALLY_STATE1] = {"ccode1", "ccode", true, "number of the state, or of the first"},
    [ALLY_NAME1] = {"state_name1", "state_name", true, "its name"},
    [ALLY_STATE2] = {"ccode2", NULL, false, "by dyad: number of the second state"},
    [ALLY_NAME2] = {"state_name2", NULL, false, "by dyad: its name"},
    [ALLY_START_DAY] = {"dyad_st_day", "mem_st_day", true, "start; -9 is unknown"},
    [ALLY_START_MONTH] = {"dyad_st_month", "mem_st_month", true, "start"},
    [ALLY_START_YEAR] = {"dyad_st_year", "mem_st_year", true, "start"},
    [ALLY_END_DAY] = {"dyad_end_day", "mem_end_day", true, "end; empty is unknown"},
    [ALLY_END_MONTH] = {"dyad_end_month", "mem_end_month", true, "end"},
    [ALLY_END_YEAR] = {"dyad_end_year", "mem_end_year", true, "end"},
    [ALLY_LEFT] = {"left_censor", NULL, true, "1: in force before 1816"},
    [ALLY_RIGHT] = {"right_censor", NULL, true, "1: still in force when the data ends"},
    [ALLY_DEFENSE] = {"defense", NULL, true, "1: defence pact"},
    [ALLY_NEUTRALITY] = {"neutrality", NULL, true, "1: neutrality pact"},
    [ALLY_NONAGGRESSION] = {"nonaggression", NULL, true, "1: non-aggression pact"},
    [ALLY_ENTENTE] = {"entente", NULL, true, "1: entente"},
};

/* The strongest commitment first, as the types I to III of the project have it. */
static const struct mapping_rule rules[COMMITMENTS] = {
    {"defense", "defence_pact", "to defend each other"},
    {"neutrality", "neutrality_pact", "to stay neutral when the other is at war"},
    {"nonaggression", "nonaggression_pact", "not to attack each other"},
    {"entente", "entente", "to consult in a crisis"},
};

#define STATIC_TEXT(literal)                           \
    {                                                  \
        .at = (literal), .length = sizeof(literal) - 1 \
    }

static const struct kind kinds[COMMITMENTS] = {
    {
        .name = STATIC_TEXT("defence_pact"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_POSITIVE,
        .mutual = true,
        .label = STATIC_TEXT("defence pact"),
        .description = STATIC_TEXT("The two states have promised to defend each other."),
    },
    {
        .name = STATIC_TEXT("neutrality_pact"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_NEUTRAL,
        .mutual = true,
        .label = STATIC_TEXT("neutrality pact"),
        .description = STATIC_TEXT("The two states have promised to stay neutral when the other "
                                   "is at war."),
    },
    {
        .name = STATIC_TEXT("nonaggression_pact"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_NEUTRAL,
        .mutual = true,
        .label = STATIC_TEXT("non-aggression pact"),
        .description = STATIC_TEXT("The two states have promised not to attack each other."),
    },
    {
        .name = STATIC_TEXT("entente"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_POSITIVE,
        .mutual = true,
        .label = STATIC_TEXT("entente"),
        .description = STATIC_TEXT("The two states have promised to consult in a crisis."),
    },
};

static bool read_flag(struct reader *reader, size_t column, bool *flag)
{
    long number = 0;
    if (!reader_whole(reader, column, 0, &number))
        return false;
    *flag = number == 1;
    return true;
}

/* Start, end and commitments of a row. */
static bool read_terms(struct import *import, struct reader *reader, struct cow_part *part)
{
    struct when start;
    struct when end;
    bool left;
    bool right;
    if (!cow_read_date(reader, ALLY_START_DAY, ALLY_START_MONTH, ALLY_START_YEAR, &start) ||
        !cow_read_date(reader, ALLY_END_DAY, ALLY_END_MONTH, ALLY_END_YEAR, &end) ||
        !read_flag(reader, ALLY_LEFT, &left) || !read_flag(reader, ALLY_RIGHT, &right))
        return false;
    for (unsigned i = 0; i < COMMITMENTS; i++) {
        bool flag;
        if (!read_flag(reader, ALLY_DEFENSE + i, &flag))
            return false;
        part->levels |= flag ? 1U << i : 0;
    }
    struct intake *intake = &import->intake;
    part->start = intake_text(intake, left ? TEXT(FIRST_DAY) : text_from(start.text), WHEN_SIZE);
    part->end = intake_text(intake, right ? TEXT("..") : text_from(end.text), WHEN_SIZE);
    if (!import_ends_before_start(part->start, part->end))
        return true;
    import_reject(import, FOUND_DATE_ORDER, reader_column(reader, ALLY_END_YEAR),
                  "the end '%s' comes before the start '%s'", end.text, start.text);
    return false;
}

/* "also neutrality, nonaggression" behind the strongest. */
static void add_note(unsigned levels, unsigned strongest, struct buffer *note)
{
    for (unsigned i = 0; i < COMMITMENTS; i++)
        if (i != strongest && (levels & 1U << i) != 0)
            buffer_add_format(note, "%s%s", note->length == 0 ? "also " : ", ", rules[i].code);
}

/* The row says that two states are allied for a time; false when it is rejected. */
static bool add_tie(struct import *import, uint32_t one, uint32_t other, struct text start,
                    struct text end, unsigned levels)
{
    unsigned strongest = 0;
    while (strongest < COMMITMENTS && (levels & 1U << strongest) == 0)
        strongest++;
    if (strongest == COMMITMENTS) {
        import_reject(import, FOUND_VALUE_MISSING, 0,
                      "none of defense, neutrality, nonaggression and entente is 1");
        return false;
    }
    const struct mapping_entry *entry = ucdp_map_code(import, rules[strongest].code);
    if (entry == NULL) {
        import_reject(import, FOUND_CODE_LEFT_OUT, 0, "rows with '%s' are left out",
                      rules[strongest].code);
        return false;
    }
    struct buffer note = {0};
    add_note(levels, strongest, &note);
    const struct intake_tie tie = {.source = one,
                                   .target = other,
                                   .kind = entry->kind,
                                   .start = start,
                                   .end = end,
                                   .note = buffer_text(&note)};
    const bool used = import_use_tie(import, &tie, GRADE_STATED, (struct text){0}) != INTAKE_NONE;
    buffer_release(&note);
    return used;
}

static void read_dyad(struct import *import, struct reader *reader)
{
    struct cow_part part = {0};
    if (!ucdp_require(import, reader, ALLY_NAME1) || !ucdp_require(import, reader, ALLY_NAME2) ||
        !read_terms(import, reader, &part))
        return;
    const uint32_t one = cow_take_state(import, reader, ALLY_STATE1, ALLY_NAME1);
    const uint32_t other = cow_take_state(import, reader, ALLY_STATE2, ALLY_NAME2);
    add_tie(import, one, other, part.start, part.end, part.levels);
}

/* Keep a member until all are known; a row that is not kept has its outcome. */
static void read_member(struct import *import, struct reader *reader, struct cow_parts *parts)
{
    struct cow_part part = {
        .line = reader->line,
        .id = intake_text(&import->intake, reader_text(reader, ALLY_ID), 50),
    };
    import_begin_row(import, reader->line, part.id);
    if (ucdp_require(import, reader, ALLY_NAME1) && read_terms(import, reader, &part)) {
        part.state = cow_take_state(import, reader, ALLY_STATE1, ALLY_NAME1);
        if (cow_parts_add(parts, part)) {
            import_postpone_row(import);
            return;
        }
        import_merge(import);
    }
    import_end_row(import);
}

/* A member is allied with all who were members of the same alliance at the same time. */
static void pair_member(struct import *import, const struct cow_parts *parts,
                        const struct cow_part *part)
{
    bool paired = false;
    import_begin_row(import, part->line, part->id);
    for (uint32_t i = cow_parts_first(parts, part->id); i != INTAKE_NONE;
         i = parts->items.items[i].next) {
        const struct cow_part *other = &parts->items.items[i];
        const unsigned common = part->levels & other->levels;
        struct text start;
        struct text end;
        if (other->state != part->state && cow_overlap(part, other, &start, &end))
            paired = add_tie(import, part->state, other->state, start, end,
                             common != 0 ? common : part->levels | other->levels) ||
                     paired;
    }
    if (paired)
        import_use(import);
    else
        import_reject(import, FOUND_COUNTERPART_MISSING, 0,
                      "no other member of alliance " TEXT_FORMAT " at that time",
                      TEXT_PARTS(part->id));
    import_end_row(import);
}

static void read_members(struct import *import, struct reader *reader)
{
    struct cow_parts parts = {0};
    while (reader_next(reader))
        read_member(import, reader, &parts);
    for (size_t i = 0; i < parts.items.count; i++)
        pair_member(import, &parts, &parts.items.items[i]);
    cow_parts_release(&parts);
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = columns, .count = ALLY_COLUMNS};
    struct reader reader;
    if (!reader_open(&reader, import, path, &layout, error))
        return false;
    if (reader_has(&reader, ALLY_STATE2) && reader_has(&reader, ALLY_NAME2)) {
        while (reader_next(&reader)) {
            import_begin_row(import, reader.line, reader_text(&reader, ALLY_ID));
            read_dyad(import, &reader);
            import_end_row(import);
        }
    } else {
        read_members(import, &reader);
    }
    return reader_close(&reader, error);
}

const struct import_format import_cow_alliance = {
    .name = "cow-alliance",
    .title = "Correlates of War Formal Alliances",
    .authors = "Gibler",
    .publisher = "Correlates of War Project",
    .description =
        "Alliances between states, by member or by dyad. The strongest commitment is the kind of "
        "the\ntie, the others stand in its note. Mirrored and repeated rows are merged.",
    .columns = columns,
    .column_count = ALLY_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .kinds = kinds,
    .kind_count = COUNT_OF(kinds),
    .read = read,
};
