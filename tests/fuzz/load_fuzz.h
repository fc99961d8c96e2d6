/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as one file of an otherwise sound dataset in memory: it is loaded, every row is used or
 * rejected, and the findings come sorted.
 */
#ifndef BLOC_FUZZ_LOAD_FUZZ_H
#define BLOC_FUZZ_LOAD_FUZZ_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "loader/loading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void load_fuzz_run(const char *name, const uint8_t *data, size_t size)
{
    static const char *const files[][2] = {
        {"groups.csv", "id,name,kind\na,Alpha,organisation\nb,Beta,state\n"},
        {"relations.csv", "id,source,target,kind\nr,a,b,pledge\n"},
        {"claims.csv", "relation,source,stance,grade\nr,s,supports,stated\n"},
        {"sources.json", "[{\"id\": \"s\", \"title\": \"First\"}]"},
        {"datapackage.json", "{\"name\": \"tiny\"}"}};
    struct arena arena = {0};
    struct folder folder = {.path = TEXT("d"), .arena = &arena};
    struct dataset dataset;
    struct findings findings = {0};
    struct load_totals totals = {0};
    dataset_init(&dataset);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct text fuzzed = {(const char *)data, size};
        folder_add(&folder, text_from(files[i][0]),
                   strcmp(files[i][0], name) == 0 ? fuzzed : text_from(files[i][1]));
    }
    struct loading loading = {
        .dataset = &dataset, .findings = &findings, .totals = &totals, .folder = &folder};
    loading_run(&loading);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if (totals.tables[i].read != totals.tables[i].used + totals.tables[i].rejected)
            abort();
    loading_release(&loading);
    findings_release(&findings);
    dataset_release(&dataset);
    folder_release(&folder);
    arena_release(&arena);
}

#endif
