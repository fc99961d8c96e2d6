/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Relations of Mapping Militants (Stanford University, later Rutgers): a row is a link between
 * two groups, with a type and a date whose month or day may be 00, or whose year may be 0000.
 * A link is read from group1 to group2: the splinter is group1, what it left is group2.
 */
#include "importer/formats.h"
#include "importer/import.h"
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
    [LINK_GROUP1] = {"group1", "group_1", true, "the one who acts"},
    [LINK_GROUP2] = {"group2", "group_2", true, "the one acted on"},
    [LINK_DATE] = {"date", "start_date", true, "when the tie began or happened"},
    [LINK_NOTE] = {"description", "note", false, "remark"},
};

static const struct mapping_rule rules[] = {
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

static void read_row(struct import *import, struct reader *reader)
{
    struct when date;
    const struct mapping_entry *entry = ucdp_map(import, reader, LINK_TYPE);
    if (entry == NULL || !ucdp_require(import, reader, LINK_GROUP1) ||
        !ucdp_require(import, reader, LINK_GROUP2) || !reader_date(reader, LINK_DATE, &date))
        return;
    const struct intake_tie tie = {
        .source = intake_group_named(&import->intake, reader_text(reader, LINK_GROUP1)),
        .target = intake_group_named(&import->intake, reader_text(reader, LINK_GROUP2)),
        .kind = entry->kind,
        .start = text_from(date.text),
        .note = reader_text(reader, LINK_NOTE),
    };
    import_use_tie(import, &tie, GRADE_STATED, (struct text){0});
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {.columns = columns, .count = LINK_COLUMNS};
    return reader_run(import, path, &layout, LINK_ID, read_row, error);
}

const struct import_format import_mapping_militants = {
    .name = "mapping-militants",
    .title = "Mapping Militants, links between groups",
    .authors = "Mapping Militants Project",
    .publisher = "Mapping Militants Project",
    .description = "Links between groups become ties from group1 to group2. A month or day 00 is "
                   "not known,\nand with the year 0000 nothing is.",
    .columns = columns,
    .column_count = LINK_COLUMNS,
    .rules = rules,
    .rule_count = COUNT_OF(rules),
    .read = read,
};
