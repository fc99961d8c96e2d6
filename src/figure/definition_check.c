/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/definition_check.h"

#include "metrics/metric_table.h"
#include "model/catalogue.h"

static void check_group(const struct figure_definition *definition, const struct dataset *dataset,
                        struct text name, size_t line, struct findings *findings)
{
    if (dataset_match_group(dataset, name) != GROUP_NONE)
        return;
    const struct finding_type *type = catalogue_get(FOUND_FIGURE_GROUP);
    const struct place place = {.file = definition->file, .line = line};
    const struct text nearest = dataset_suggest_group(dataset, name);
    if (nearest.length > 0)
        findings_add(findings, type, place,
                     "'" TEXT_FORMAT "' is no group; did you mean '" TEXT_FORMAT "'?",
                     TEXT_PARTS(name), TEXT_PARTS(nearest));
    else
        findings_add(findings, type, place, "'" TEXT_FORMAT "' is no group", TEXT_PARTS(name));
}

/* encode_size names a measure of groups. */
static void check_metric(const struct figure_definition *definition, struct findings *findings)
{
    size_t count;
    const struct metric *metrics = metric_catalogue(&count);
    struct text_list names = {0};
    bool found = definition->size_metric.length == 0;
    for (size_t i = 0; i < count; i++) {
        if (metrics[i].scope != SCOPE_GROUP)
            continue;
        list_push(&names, text_from(metrics[i].name));
        found = found || text_equal_string(definition->size_metric, metrics[i].name);
    }
    const struct text *nearest =
        text_find_nearest(definition->size_metric, names.items, names.count);
    const struct place place = {.file = definition->file};
    if (!found && nearest != NULL)
        findings_add(findings, catalogue_get(FOUND_FIGURE_VALUE), place,
                     "encode_size: '" TEXT_FORMAT
                     "' is no metric of groups; did you mean '" TEXT_FORMAT "'?",
                     TEXT_PARTS(definition->size_metric), TEXT_PARTS(*nearest));
    else if (!found)
        findings_add(findings, catalogue_get(FOUND_FIGURE_VALUE), place,
                     "encode_size: '" TEXT_FORMAT "' is no metric of groups",
                     TEXT_PARTS(definition->size_metric));
    list_release(&names);
}

void definition_check(const struct figure_definition *definition, const struct dataset *dataset,
                      struct findings *findings)
{
    for (size_t i = 0; i < definition->nodes.count; i++)
        check_group(definition, dataset, definition->nodes.items[i].group,
                    definition->nodes.items[i].line, findings);
    for (size_t i = 0; i < definition->hubs.count; i++)
        check_group(definition, dataset, definition->hubs.items[i], 0, findings);
    check_metric(definition, findings);
    struct error error = {0};
    if (!query_check(&definition->query, dataset, &error))
        findings_add(findings, catalogue_get(FOUND_FIGURE_VALUE),
                     (struct place){.file = definition->file}, "%s", error.message);
}
