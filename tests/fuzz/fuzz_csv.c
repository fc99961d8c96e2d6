/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a table and as a whole dataset: they are read or rejected with findings, every
 * row is counted, and what is left holds together.  The files of the dataset stand one behind
 * the other, with the record separator (1E) between them.
 */
#include <stdint.h>
#include <stdlib.h>

#include "loader/csv.h"
#include "loader/loading.h"

#define RECORD_SEPARATOR '\x1E'

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition)
        abort();
}

static void read_table(struct text text)
{
    struct arena arena = {0};
    struct csv_reader reader;
    struct csv_row row;
    size_t last_line = 0;
    csv_reader_init(&reader, text, &arena);
    while (csv_reader_next(&reader, &row)) {
        require(row.count > 0 && row.kept <= row.count && row.line > last_line);
        last_line = row.line;
        for (size_t i = 0; i < row.kept; i++) {
            size_t line;
            size_t column;
            csv_field_locate(&row.fields[i], row.fields[i].raw.length, &line, &column);
            require(line >= row.line && column >= 1);
            require(row.fields[i].value.length <= row.fields[i].raw.length);
        }
    }
    csv_reader_release(&reader);
    arena_release(&arena);
}

static void check_totals(const struct load_totals *totals, const struct dataset *dataset)
{
    const struct table_total *tables = totals->tables;
    for (size_t i = 0; i < TABLE_COUNT; i++)
        require(tables[i].read == tables[i].used + tables[i].rejected);
    require(tables[TABLE_GROUPS].used == dataset->groups.count);
    require(tables[TABLE_RELATIONS].used == dataset->relations.count);
    require(tables[TABLE_CLAIMS].used == dataset->claims.count + tables[TABLE_CLAIMS].merged);
    require(tables[TABLE_SOURCES].used == dataset->sources.count);
    require(tables[TABLE_ESTIMATES].used == dataset->estimates.count);
}

static void check_references(const struct dataset *dataset)
{
    const size_t groups = dataset->groups.count;
    for (size_t i = 0; i < groups; i++) {
        group_id at = (group_id)i;
        for (size_t steps = 0; at != GROUP_NONE; steps++) {
            require(at < groups && steps <= groups); /* no cycle of parents */
            at = dataset->groups.items[at].parent;
        }
    }
    for (size_t i = 0; i < dataset->relations.count; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        require(relation->source < groups && relation->target < groups);
        require(relation->source != relation->target && relation->weight > 0);
        require(relation->kind < dataset->kinds.count && relation->claim_count > 0);
    }
    for (size_t i = 0; i < dataset->claims.count; i++)
        require(dataset->claims.items[i].relation < dataset->relations.count &&
                dataset->claims.items[i].source < dataset->sources.count);
    for (size_t i = 0; i < dataset->estimates.count; i++)
        require((dataset->estimates.items[i].group == GROUP_NONE) !=
                (dataset->estimates.items[i].relation == RELATION_NONE));
}

/* What is rejected has been said. */
static void check_findings(const struct load_totals *totals, const struct findings *findings)
{
    size_t rejected = 0;
    for (size_t i = 0; i < TABLE_COUNT; i++)
        rejected += totals->tables[i].rejected;
    require(rejected == 0 || findings_count(findings, FINDING_ERROR) > 0);
}

static void load_dataset_files(struct text text)
{
    static const char *const names[] = {"groups.csv",      "relations.csv", "claims.csv",
                                        "sources.json",    "kinds.csv",     "estimates.csv",
                                        "datapackage.json"};
    struct arena arena = {0};
    struct folder folder = {.arena = &arena, .path = TEXT("fuzz")};
    struct dataset dataset;
    struct findings findings = {0};
    struct load_totals totals;
    struct text piece;
    dataset_init(&dataset);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (text_next_piece(&text, RECORD_SEPARATOR, &piece))
            folder_add(&folder, text_from(names[i]), piece);
    }

    struct loading loading = {
        .dataset = &dataset, .findings = &findings, .totals = &totals, .folder = &folder};
    loading_run(&loading);
    loading_release(&loading);
    check_totals(&totals, &dataset);
    check_references(&dataset);
    check_findings(&totals, &findings);
    findings_release(&findings);
    dataset_release(&dataset);
    folder_release(&folder);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct text text = {(const char *)data, size};
    read_table(text);
    load_dataset_files(text);
    return 0;
}
