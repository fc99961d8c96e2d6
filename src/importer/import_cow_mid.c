/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Militarized Interstate Disputes of the Correlates of War project, versions 3 to 5: the file of
 * participants (MIDB), a row a state in a dispute.  Every state on one side is in conflict with every
 * state on the other for as long as both took part; the level of hostility of the tie is the higher
 * of the two (Palmer and others 2022, Conflict Management and Peace Science 39(4), 470-482).
 */
#include "importer/cow.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    MID_ID,
    MID_ID_4,
    MID_ABBREVIATION,
    MID_STATE,
    MID_START_DAY,
    MID_START_MONTH,
    MID_START_YEAR,
    MID_END_DAY,
    MID_END_MONTH,
    MID_END_YEAR,
    MID_SIDE,
    MID_LEVEL,
    MID_COLUMNS,
};

static const struct import_column columns[MID_COLUMNS] = {
    [MID_ID] = {"dispnum", "dispnum3", true, "identifies the dispute"},
    [MID_ID_4] = {"dispnum4", NULL, false, "the same, of disputes whose dispnum3 is -9"},
    [MID_ABBREVIATION] = {"stabb", NULL, true, "name of the state, three letters"},
    [MID_STATE] = {"ccode", NULL, true, "its number"},
    [MID_START_DAY] = {"stday", NULL, true, "start of its part; -9 is unknown"},
    [MID_START_MONTH] = {"stmon", NULL, true, "start"},
    [MID_START_YEAR] = {"styear", NULL, true, "start"},
    [MID_END_DAY] = {"endday", NULL, true, "end of its part"},
    [MID_END_MONTH] = {"endmon", NULL, true, "end"},
    [MID_END_YEAR] = {"endyear", NULL, true, "end"},
    [MID_SIDE] = {"sidea", NULL, true, "1: side A, 0: side B"},
    [MID_LEVEL] = {"hostlev", NULL, true, "level of hostility: the code that is mapped to a kind"},
};

static const struct mapping_rule rules[] = {
    {"1", "dispute", "no militarised action"},
    {"2", "dispute", "threat to use force"},
    {"3", "dispute", "display of force"},
    {"4", "conflict", "use of force"},
    {"5", "conflict", "war"},
};

static const struct kind kinds[] = {
    {
        .name = {"dispute", 7},
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .mutual = true,
        .label = {"militarised dispute", 19},
        .description = {"The two states threaten each other with force or display it.", 60},
    },
};

static bool read_part(struct import *import, struct reader *reader, struct cow_part *part)
{
    struct when start;
    struct when end;
    long level = 0;
    if (!ucdp_require(import, reader, MID_ABBREVIATION) ||
        !cow_read_date(reader, MID_START_DAY, MID_START_MONTH, MID_START_YEAR, &start) ||
        !cow_read_date(reader, MID_END_DAY, MID_END_MONTH, MID_END_YEAR, &end) ||
        !reader_whole(reader, MID_SIDE, -9, &part->side) ||
        !reader_whole(reader, MID_LEVEL, 0, &level))
        return false;
    if (level < 1 || level > (long)COUNT_OF(rules) || part->side < 0 || part->side > 1) {
        import_reject(import, FOUND_VALUE_UNKNOWN, reader_column(reader, MID_LEVEL),
                      "hostlev %ld is not 1 to 5, or sidea %ld not 0 or 1", level, part->side);
        return false;
    }
    if (import_ends_before_start(text_from(start.text), text_from(end.text))) {
        import_reject(import, FOUND_DATE_ORDER, reader_column(reader, MID_END_YEAR),
                      "the end '%s' comes before the start '%s'", end.text, start.text);
        return false;
    }
    part->levels = (unsigned)level;
    part->start = intake_text(&import->intake, text_from(start.text), WHEN_SIZE);
    part->end = intake_text(&import->intake, text_from(end.text), WHEN_SIZE);
    part->state = cow_take_state(import, reader, MID_STATE, MID_ABBREVIATION);
    return true;
}

static struct text dispute_of(struct reader *reader)
{
    const struct text number = reader_text(reader, MID_ID);
    return text_equal_string(number, "-9") ? reader_text(reader, MID_ID_4) : number;
}

static void read_row(struct import *import, struct reader *reader, struct cow_parts *parts)
{
    struct cow_part part = {
        .line = reader->line,
        .id = intake_text(&import->intake, dispute_of(reader), 50),
    };
    import_begin_row(import, reader->line, part.id);
    if (read_part(import, reader, &part)) {
        if (cow_parts_add(parts, part)) {
            import_postpone_row(import);
            return;
        }
        import_merge(import);
    }
    import_end_row(import);
}

/* The tie of two states on different sides; false when its level is left out. */
static bool add_tie(struct import *import, const struct cow_part *one, const struct cow_part *other,
                    struct text start, struct text end)
{
    const unsigned level = one->levels > other->levels ? one->levels : other->levels;
    const struct mapping_entry *entry = ucdp_map_code(import, rules[level - 1].code);
    if (entry == NULL)
        return false;
    struct buffer note = {0};
    buffer_add_format(&note, "dispute " TEXT_FORMAT ", level of hostility %u", TEXT_PARTS(one->id),
                      level);
    const struct intake_tie tie = {.source = one->side == 1 ? one->state : other->state,
                                   .target = one->side == 1 ? other->state : one->state,
                                   .kind = entry->kind,
                                   .start = start,
                                   .end = end,
                                   .note = buffer_text(&note)};
    const bool used = import_use_tie(import, &tie, GRADE_STATED, (struct text){0}) != INTAKE_NONE;
    buffer_release(&note);
    return used;
}

static void pair_part(struct import *import, const struct cow_parts *parts,
                      const struct cow_part *part)
{
    bool paired = false;
    bool opposed = false;
    import_begin_row(import, part->line, part->id);
    for (uint32_t i = cow_parts_first(parts, part->id); i != INTAKE_NONE;
         i = parts->items.items[i].next) {
        const struct cow_part *other = &parts->items.items[i];
        struct text start;
        struct text end;
        if (other->side == part->side || other->state == part->state ||
            !cow_overlap(part, other, &start, &end))
            continue;
        opposed = true;
        paired = add_tie(import, part, other, start, end) || paired;
    }
    if (paired)
        import_use(import);
    else if (opposed)
        import_reject(import, FOUND_CODE_LEFT_OUT, 0, "this level of hostility is left out");
    else
        import_reject(import, FOUND_COUNTERPART_MISSING, 0,
                      "nobody on the other side of dispute " TEXT_FORMAT " at that time",
                      TEXT_PARTS(part->id));
    import_end_row(import);
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = columns, .count = MID_COLUMNS};
    struct reader reader;
    struct cow_parts parts = {0};
    if (!reader_open(&reader, import, path, &layout, error))
        return false;
    while (reader_next(&reader))
        read_row(import, &reader, &parts);
    for (size_t i = 0; i < parts.items.count; i++)
        pair_part(import, &parts, &parts.items.items[i]);
    cow_parts_release(&parts);
    return reader_close(&reader, error);
}

const struct import_format import_cow_mid = {
    .name = "cow-mid",
    .title = "Correlates of War Militarized Interstate Disputes, participants",
    .authors = "Palmer and others",
    .publisher = "Correlates of War Project",
    .description = "States on the two sides of a dispute become conflict ties for the time that "
                   "both took part.\nReads the file of participants (MIDB); the file of disputes "
                   "(MIDA) names no states.",
    .columns = columns,
    .column_count = MID_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .kinds = kinds,
    .kind_count = COUNT_OF(kinds),
    .read = read,
};
