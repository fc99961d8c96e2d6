/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/graph.h"

#include <math.h>
#include <stdio.h>

void graph_release(struct graph *graph)
{
    list_release(&graph->facts);
    list_release(&graph->vertices);
    list_release(&graph->edges);
    list_release(&graph->of_vertices.attributes);
    list_release(&graph->of_vertices.values);
    list_release(&graph->of_edges.attributes);
    list_release(&graph->of_edges.values);
    list_release(&graph->citations);
    list_release(&graph->sources);
    arena_release(&graph->arena);
    *graph = (struct graph){0};
}

const struct graph_value *graph_value_of(const struct graph_table *table, size_t row,
                                         size_t attribute)
{
    const struct graph_value *value =
        &table->values.items[row * table->attributes.count + attribute];
    const bool absent = table->attributes.items[attribute].type == GRAPH_STRING
                            ? value->text.length == 0
                            : !isfinite(value->number);
    return absent ? NULL : value;
}

struct text graph_fact_of(const struct graph *graph, const char *name)
{
    for (size_t i = 0; i < graph->facts.count; i++)
        if (text_equal_string(text_from(graph->facts.items[i].name), name))
            return graph->facts.items[i].text;
    return (struct text){0};
}

bool graph_day_text(day_number day, char text[16])
{
    int year;
    int month;
    int of_month;
    text[0] = '\0';
    if (day == DAY_MIN || day == DAY_MAX)
        return false;
    day_to_civil(day, &year, &month, &of_month);
    snprintf(text, 16, "%04d-%02d-%02d", year, month, of_month);
    return true;
}
