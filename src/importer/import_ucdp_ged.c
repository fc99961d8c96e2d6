/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * UCDP Georeferenced Event Dataset: a row is an event of organised violence between side A and
 * side B.  The annual release and the monthly candidate files have the same columns, the latter
 * sometimes without a header.  Columns and codes: Sundberg and Melander (2013), Journal of Peace
 * Research 50(4), 523-532, and the codebook of version 23.1.
 */
#include <math.h>

#include "base/alloc.h"
#include "importer/events.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "importer/ucdp.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    GED_ID,
    GED_YEAR,
    GED_TYPE,
    GED_SIDE_A_ID,
    GED_SIDE_A,
    GED_SIDE_B_ID,
    GED_SIDE_B,
    GED_START,
    GED_END,
    GED_LOW,
    GED_HIGH,
    GED_REGION,
    GED_COLUMNS,
};

static const struct import_column columns[GED_COLUMNS] = {
    [GED_ID] = {"id", "event_id", true, "original id; an event met again is merged"},
    [GED_YEAR] = {"year", NULL, true, "when the dates are empty"},
    [GED_TYPE] = {"type_of_violence", NULL, true, "the code that is mapped to a kind"},
    [GED_SIDE_A_ID] = {"side_a_new_id", "side_a_id", true, "identifies side A"},
    [GED_SIDE_A] = {"side_a", NULL, true, "name of side A"},
    [GED_SIDE_B_ID] = {"side_b_new_id", "side_b_id", true, "identifies side B"},
    [GED_SIDE_B] = {"side_b", NULL, true, "name of side B"},
    [GED_START] = {"date_start", NULL, true, "first possible day"},
    [GED_END] = {"date_end", NULL, true, "last possible day"},
    [GED_LOW] = {"low", "low_est", false, "killed, low"},
    [GED_HIGH] = {"high", "high_est", false, "killed, high"},
    [GED_REGION] = {"region", NULL, false, "region of groups met first there"},
};

static const char without_header[] =
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b "
    "deaths_civilians deaths_unknown best high low gwnoa gwnob";

static const struct mapping_rule rules[] = {
    {"1", "conflict", "state-based conflict"},
    {"2", "conflict", "non-state conflict"},
    {"3", "", "one-sided violence: side B is civilians"},
};

/* One side as a group; a government is a state. */
static uint32_t read_side(struct import *import, struct reader *reader, size_t id, size_t name)
{
    return ucdp_take_group(import, reader, reader_text(reader, id), reader_text(reader, name),
                           ucdp_region(reader_text(reader, GED_REGION)));
}

/* First and last day of the event, or of its year. */
static bool read_days(struct reader *reader, struct event *event)
{
    return ucdp_read_days(reader, GED_START, GED_END, GED_YEAR, &event->first, &event->last);
}

static void read_row(struct import *import, struct reader *reader)
{
    struct events *events = import->state;
    struct event event = {0};
    const struct text id = reader_text(reader, GED_ID);
    events_expect(events, id);
    const struct mapping_entry *entry = ucdp_map(import, reader, GED_TYPE);
    if (entry == NULL || !read_days(reader, &event) ||
        !reader_number(reader, GED_LOW, NAN, &event.low) ||
        !reader_number(reader, GED_HIGH, NAN, &event.high) ||
        !ucdp_require(import, reader, GED_SIDE_A) || !ucdp_require(import, reader, GED_SIDE_B))
        return;
    if (!events_is_new(events, id)) {
        import_merge(import);
        return;
    }
    event.kind = entry->kind;
    event.source = read_side(import, reader, GED_SIDE_A_ID, GED_SIDE_A);
    event.target = read_side(import, reader, GED_SIDE_B_ID, GED_SIDE_B);
    events_add(events, import, &event);
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {
        .columns = columns, .count = GED_COLUMNS, .without_header = without_header};
    return reader_run(import, path, &layout, GED_ID, read_row, error);
}

const struct import_format import_ucdp_ged = {
    .name = "ucdp-ged",
    .title = "UCDP Georeferenced Event Dataset",
    .authors = "Uppsala Conflict Data Program",
    .publisher = "Uppsala University",
    .description = "Events between two sides become conflict ties by year, spell or dyad (--by), "
                   "weighted by\nthe number of events; the killed are summed, low and high. A file "
                   "without header must have\nthe 49 columns of the published order.",
    .columns = columns,
    .column_count = GED_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .has_events = true,
    .begin = ucdp_begin_events,
    .read = read,
    .end = ucdp_end_events,
    .release = ucdp_release_events,
};
