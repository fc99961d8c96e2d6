/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/load.h"

#include "loader/loading.h"
#include "loader/package.h"
#include "loader/schema.h"
#include "loader/sources.h"
#include "loader/validate.h"
#include "model/dataset_order.h"

static void prepare(struct loading *loading)
{
    *loading->totals = (struct load_totals){0};
    for (size_t i = 0; i < TABLE_COUNT; i++)
        loading->totals->tables[i].file = loading_file_of((enum table)i);
    const struct kind_list *kinds = &loading->dataset->kinds;
    for (size_t i = 0; i < kinds->count; i++)
        id_index_add(&loading->ids[TABLE_KINDS], kinds->items[i].name, (uint32_t)i, 0);
}

void loading_run(struct loading *loading)
{
    prepare(loading);
    package_load(loading);
    table_load(loading, &schema_kinds);
    table_load(loading, &schema_groups);
    validate_parents(loading);
    sources_load(loading);
    table_load(loading, &schema_relations);
    table_load(loading, &schema_claims);
    validate_claims(loading);
    table_load(loading, &schema_estimates);
    dataset_put_in_order(loading->dataset);
    dataset_build_index(loading->dataset);
    validate_usage(loading);
    findings_sort(loading->findings);
}

static void keep_files(struct dataset *dataset, const struct folder *folder)
{
    for (size_t i = 0; i < folder->files.count; i++)
        if (folder->files.items[i].state == FOLDER_READ)
            list_push(&dataset->files, (struct output){folder->files.items[i].name,
                                                       folder->files.items[i].contents});
}

bool load_dataset(const char *folder, struct dataset *dataset, struct findings *findings,
                  struct load_totals *totals, struct error *error)
{
    struct folder opened = {0};
    struct loading loading = {
        .dataset = dataset, .findings = findings, .totals = totals, .folder = &opened};
    dataset_release(dataset);
    dataset_init(dataset);
    const bool good = folder_open(&opened, folder, &dataset->arena, error);
    dataset->path = opened.path;
    if (good)
        loading_run(&loading);
    keep_files(dataset, &opened);
    loading_release(&loading);
    folder_release(&opened);
    return good;
}
