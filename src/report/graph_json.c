/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/graph_json.h"

static json_t *make_value(enum graph_type type, const struct graph_value *value)
{
    switch (type) {
    case GRAPH_INT: return json_integer((json_int_t)value->number);
    case GRAPH_REAL: return json_real(value->number);
    default: return json_from_text(value->text);
    }
}

void graph_json_add_values(json_t *object, const struct graph_table *table, size_t row)
{
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_value *value = graph_value_of(table, row, i);
        if (value != NULL)
            json_object_set_new(object, table->attributes.items[i].name,
                                make_value(table->attributes.items[i].type, value));
    }
}

void graph_json_add_text(json_t *object, const char *name, struct text text)
{
    if (text.length > 0)
        json_object_set_new(object, name, json_from_text(text));
}

json_t *graph_json_facts(const struct graph *graph)
{
    json_t *object = json_object();
    for (size_t i = 0; i < graph->facts.count; i++)
        graph_json_add_text(object, graph->facts.items[i].name, graph->facts.items[i].text);
    return object;
}

void graph_json_write(json_t *document, struct buffer *buffer)
{
    json_write(document, buffer);
    json_decref(document);
}
