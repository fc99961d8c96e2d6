/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Three datasets of UCDP with a row for each year in which two sides fought: the Armed Conflict
 * Dataset of UCDP and PRIO, the Dyadic Dataset and the Non-State Conflict Dataset.  Columns as in
 * their versions 17.1 to 25.1.  A year of fighting counts as an event that lasts all of the year.
 */
#include <math.h>

#include "base/buffer.h"
#include "importer/events.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"
#include "model/date.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    YEARS_ID,
    YEARS_YEAR,
    YEARS_TYPE,
    YEARS_SIDE_A,
    YEARS_SIDE_A_ID,
    YEARS_SIDE_A_2ND,
    YEARS_SIDE_A_PARTS,
    YEARS_SIDE_B,
    YEARS_SIDE_B_ID,
    YEARS_SIDE_B_2ND,
    YEARS_SIDE_B_PARTS,
    YEARS_LOW,
    YEARS_HIGH,
    YEARS_REGION,
    YEARS_COLUMNS,
};

static const struct import_column prio_columns[YEARS_COLUMNS] = {
    [YEARS_ID] = {"conflict_id", "conflictid", true, "original id of the row"},
    [YEARS_YEAR] = {"year", NULL, true, "the year of the tie"},
    [YEARS_TYPE] = {"type_of_conflict", "typeofconflict", true, "the code that is mapped"},
    [YEARS_SIDE_A] = {"side_a", NULL, true, "names of side A, commas between them"},
    [YEARS_SIDE_A_ID] = {"side_a_id", NULL, false, "their ids"},
    [YEARS_SIDE_A_2ND] = {"side_a_2nd", NULL, false, "states that support side A"},
    [YEARS_SIDE_A_PARTS] = {"side_a_components", NULL, false, "parts of side A"},
    [YEARS_SIDE_B] = {"side_b", NULL, true, "names of side B, commas between them"},
    [YEARS_SIDE_B_ID] = {"side_b_id", NULL, false, "their ids"},
    [YEARS_SIDE_B_2ND] = {"side_b_2nd", NULL, false, "states that support side B"},
    [YEARS_SIDE_B_PARTS] = {"side_b_components", NULL, false, "parts of side B"},
    [YEARS_LOW] = {"bd_low", "low_fatality_estimate", false, "killed, low"},
    [YEARS_HIGH] = {"bd_high", "high_fatality_estimate", false, "killed, high"},
    [YEARS_REGION] = {"region", NULL, false, "region, 1 to 5, of groups met first there"},
};

static const struct import_column dyadic_columns[YEARS_COLUMNS] = {
    [YEARS_ID] = {"dyad_id", "dyadid", true, "original id of the row"},
    [YEARS_YEAR] = {"year", NULL, true, "the year of the tie"},
    [YEARS_TYPE] = {"type_of_conflict", "typeofconflict", true, "the code that is mapped"},
    [YEARS_SIDE_A] = {"side_a", NULL, true, "name of side A"},
    [YEARS_SIDE_A_ID] = {"side_a_id", NULL, false, "its id"},
    [YEARS_SIDE_A_2ND] = {"side_a_2nd", NULL, false, "states that support side A"},
    [YEARS_SIDE_A_PARTS] = {"side_a_components", NULL, false, "parts of side A"},
    [YEARS_SIDE_B] = {"side_b", NULL, true, "name of side B"},
    [YEARS_SIDE_B_ID] = {"side_b_id", NULL, false, "its id"},
    [YEARS_SIDE_B_2ND] = {"side_b_2nd", NULL, false, "states that support side B"},
    [YEARS_SIDE_B_PARTS] = {"side_b_components", NULL, false, "parts of side B"},
    [YEARS_LOW] = {"bd_low", "low_fatality_estimate", false, "killed, low"},
    [YEARS_HIGH] = {"bd_high", "high_fatality_estimate", false, "killed, high"},
    [YEARS_REGION] = {"region", NULL, false, "region, 1 to 5, of groups met first there"},
};

static const struct import_column nonstate_columns[YEARS_COLUMNS] = {
    [YEARS_ID] = {"dyad_id", "dyadid conflict_id", true, "original id of the row"},
    [YEARS_YEAR] = {"year", NULL, true, "the year of the tie"},
    [YEARS_TYPE] = {"org", NULL, true, "level of organisation: the code that is mapped"},
    [YEARS_SIDE_A] = {"side_a_name", "side_a", true, "name of side A"},
    [YEARS_SIDE_A_ID] = {"side_a_id", "side_a_new_id", false, "its id"},
    [YEARS_SIDE_A_2ND] = {"side_a_2nd", NULL, false, "states that support side A"},
    [YEARS_SIDE_A_PARTS] = {"side_a_components", NULL, false, "groups that side A consists of"},
    [YEARS_SIDE_B] = {"side_b_name", "side_b", true, "name of side B"},
    [YEARS_SIDE_B_ID] = {"side_b_id", "side_b_new_id", false, "its id"},
    [YEARS_SIDE_B_2ND] = {"side_b_2nd", NULL, false, "states that support side B"},
    [YEARS_SIDE_B_PARTS] = {"side_b_components", NULL, false, "groups that side B consists of"},
    [YEARS_LOW] = {"low_fatality_estimate", NULL, false, "killed, low"},
    [YEARS_HIGH] = {"high_fatality_estimate", NULL, false, "killed, high"},
    [YEARS_REGION] = {"region", NULL, false, "region of groups met first there"},
};

static const struct mapping_rule conflict_rules[] = {
    {"1", "conflict", "extrasystemic conflict"},
    {"2", "conflict", "conflict between states"},
    {"3", "conflict", "conflict within a state"},
    {"4", "conflict", "conflict within a state with intervention from other states"},
    {"2nd", "support", "a state supports a side with troops"},
    {"components", "member", "a group is a part of a side"},
};

static const struct mapping_rule nonstate_rules[] = {
    {"1", "conflict", "between formally organised groups"},
    {"2", "conflict", "between informally organised groups"},
    {"3", "conflict", "between groups of a common identity"},
    {"2nd", "support", "a state supports a side with troops"},
    {"components", "member", "a group is a part of a side"},
};

/* The next of several names or ids; a comma stands between them. */
static bool next_of(struct text *rest, struct text *piece)
{
    if (!text_next_piece(rest, ',', piece))
        return false;
    *piece = text_trim(*piece);
    return true;
}

static size_t count_pieces(struct text list)
{
    struct text piece;
    size_t count = 0;
    while (next_of(&list, &piece))
        count++;
    return count;
}

static struct text region_of(struct reader *reader)
{
    return ucdp_region(reader_text(reader, YEARS_REGION));
}

#define SIDE_MOST 64

/* The groups of a side.  Names go with ids when there are as many; a name may have commas itself
 * when there is one id. */
static size_t read_side(struct import *import, struct reader *reader, size_t names, size_t ids,
                        uint32_t groups[SIDE_MOST])
{
    struct text name_rest = reader_text(reader, names);
    struct text id_rest = reader_text(reader, ids);
    const struct text region = region_of(reader);
    struct text name;
    struct text id = {0};
    size_t count = 0;
    if (id_rest.length > 0 && count_pieces(id_rest) == 1) {
        groups[0] = ucdp_take_group(import, reader, id_rest, name_rest, region);
        return 1;
    }
    const bool paired = count_pieces(id_rest) == count_pieces(name_rest);
    while (count < SIDE_MOST && next_of(&name_rest, &name)) {
        if (paired)
            next_of(&id_rest, &id);
        if (name.length > 0)
            groups[count++] =
                ucdp_take_group(import, reader, paired ? id : (struct text){0}, name, region);
    }
    return count;
}

/* Ties from the groups in a column to a side: who supports it, who is part of it. */
static void add_helpers(struct import *import, struct reader *reader, size_t column,
                        const char *code, const uint32_t *side, size_t side_count,
                        struct event event)
{
    struct text rest = reader_text(reader, column);
    struct text name;
    const struct mapping_entry *entry = rest.length > 0 ? ucdp_map_code(import, code) : NULL;
    if (entry == NULL)
        return;
    event.low = NAN;
    event.high = NAN;
    event.kind = entry->kind;
    while (next_of(&rest, &name)) {
        if (name.length == 0)
            continue;
        event.source = ucdp_take_group(import, reader, (struct text){0}, name, region_of(reader));
        for (size_t i = 0; i < side_count; i++) {
            event.target = side[i];
            if (event.source != event.target)
                events_add(import->state, import, &event);
        }
    }
}

static bool read_year(struct reader *reader, struct event *event)
{
    long year = 0;
    if (!reader_whole(reader, YEARS_YEAR, 0, &year))
        return false;
    if (year < 1 || year > 9999) {
        import_reject(reader->import, FOUND_DATE_MALFORMED, reader_column(reader, YEARS_YEAR),
                      "year: %ld is none", year);
        return false;
    }
    event->first = day_from_civil((int)year, 1, 1);
    event->last = day_from_civil((int)year, 12, 31);
    return true;
}

static void read_row(struct import *import, struct reader *reader)
{
    struct event event = {0};
    uint32_t a[SIDE_MOST];
    uint32_t b[SIDE_MOST];
    const struct mapping_entry *entry = ucdp_map(import, reader, YEARS_TYPE);
    if (entry == NULL || !read_year(reader, &event) ||
        !reader_number(reader, YEARS_LOW, NAN, &event.low) ||
        !reader_number(reader, YEARS_HIGH, NAN, &event.high) ||
        !ucdp_require(import, reader, YEARS_SIDE_A) || !ucdp_require(import, reader, YEARS_SIDE_B))
        return;
    if (!events_is_new(import->state, import->row.id)) {
        import_merge(import);
        return;
    }
    event.kind = entry->kind;
    const size_t a_count = read_side(import, reader, YEARS_SIDE_A, YEARS_SIDE_A_ID, a);
    const size_t b_count = read_side(import, reader, YEARS_SIDE_B, YEARS_SIDE_B_ID, b);
    for (size_t i = 0; i < a_count; i++) {
        for (size_t j = 0; j < b_count; j++) {
            event.source = a[i];
            event.target = b[j];
            events_add(import->state, import, &event);
        }
    }
    add_helpers(import, reader, YEARS_SIDE_A_2ND, "2nd", a, a_count, event);
    add_helpers(import, reader, YEARS_SIDE_B_2ND, "2nd", b, b_count, event);
    add_helpers(import, reader, YEARS_SIDE_A_PARTS, "components", a, a_count, event);
    add_helpers(import, reader, YEARS_SIDE_B_PARTS, "components", b, b_count, event);
}

/* An id stands in many rows; with its year it is that of one. */
static struct text row_id(struct reader *reader, struct buffer *id)
{
    id->length = 0;
    buffer_add_text(id, reader_text(reader, YEARS_ID));
    buffer_add_char(id, '-');
    buffer_add_text(id, reader_text(reader, YEARS_YEAR));
    return buffer_text(id);
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = import->format->columns,
                                         .count = YEARS_COLUMNS};
    struct reader reader;
    struct buffer id = {0};
    if (!reader_open(&reader, import, path, &layout, error))
        return false;
    while (reader_next(&reader)) {
        import_begin_row(import, reader.line, row_id(&reader, &id));
        read_row(import, &reader);
        import_end_row(import);
    }
    buffer_release(&id);
    return reader_close(&reader, error);
}

static bool begin(struct import *import, struct error *error)
{
    if (!ucdp_begin_events(import, error))
        return false;
    struct events *events = import->state;
    events->years = true;
    events->grade = GRADE_STATED;
    return true;
}

#define DESCRIPTION                                                                          \
    "Years of fighting become conflict ties by year, spell or dyad (--by); a spell goes on " \
    "as\nlong as no year is missing. States that support a side, and groups that a side\n"   \
    "consists of, are ties of their own."

/* What the three have in common. */
#define YEARS                                                                                     \
    .publisher = "Uppsala University", .description = DESCRIPTION, .column_count = YEARS_COLUMNS, \
    .has_events = true, .begin = begin, .read = read, .end = ucdp_end_events,                     \
    .release = ucdp_release_events

const struct import_format import_ucdp_prio = {
    .name = "ucdp-prio",
    .title = "UCDP/PRIO Armed Conflict Dataset",
    .authors = "Uppsala Conflict Data Program and Peace Research Institute Oslo",
    .columns = prio_columns,
    .rules = conflict_rules,
    .rule_count = COUNT_OF(conflict_rules),
    YEARS,
};

const struct import_format import_ucdp_dyadic = {
    .name = "ucdp-dyadic",
    .title = "UCDP Dyadic Dataset",
    .authors = "Uppsala Conflict Data Program",
    .columns = dyadic_columns,
    .rules = conflict_rules,
    .rule_count = COUNT_OF(conflict_rules),
    YEARS,
};

const struct import_format import_ucdp_nonstate = {
    .name = "ucdp-nonstate",
    .title = "UCDP Non-State Conflict Dataset",
    .authors = "Uppsala Conflict Data Program",
    .columns = nonstate_columns,
    .rules = nonstate_rules,
    .rule_count = COUNT_OF(nonstate_rules),
    YEARS,
};
