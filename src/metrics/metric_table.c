/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric_table.h"

#include <string.h>

void metric_results_release(struct metric_results *results)
{
    for (int scope = 0; scope < SCOPE_COUNT; scope++)
        list_release(&results->tables[scope].columns);
    arena_release(&results->arena);
    *results = (struct metric_results){0};
}

const struct metric_column *metric_table_find(const struct metric_table *table, const char *name)
{
    for (size_t i = 0; i < table->columns.count; i++) {
        if (strcmp(table->columns.items[i].metric->name, name) == 0)
            return &table->columns.items[i];
    }
    return NULL;
}

const char *metric_scope_name(enum metric_scope scope)
{
    static const char *const names[SCOPE_COUNT] = {
        [SCOPE_GROUP] = "group",         [SCOPE_RELATION] = "relation", [SCOPE_NETWORK] = "network",
        [SCOPE_COMPONENT] = "component", [SCOPE_PERIOD] = "period",
    };
    return names[scope];
}

struct text metric_base_name(const struct metric *metric)
{
    struct text name = text_from(metric->name);
    size_t suffix = strlen(layer_name(metric->layer)) + 1;
    if (metric->layer != LAYER_ALL && name.length > suffix)
        name.length -= suffix;
    return name;
}
