/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What was said of all boxes or all links comes first, then what was said of one; a style
 * before what refines it, whatever the order in the file.
 */
#include "figure/theme.h"

#include "base/file.h"
#include "figure/dot_reader.h"
#include "figure/theme_check.h"
#include "figure/theme_table.h"
#include "model/catalogue.h"

#include <string.h>

static const double contrast_text = 4.5, contrast_line = 3; /* WCAG 2.1, level AA */

/* What stays the same while one file is read. */
struct reading {
    struct theme *theme;
    struct arena *arena;
    const struct dot_graph *graph;
    struct text dot;
    struct text file;
    struct findings *findings;
};

static void report(const struct reading *reading, enum catalogue_entry entry,
                   struct dot_place place, const char *what, const char *reason)
{
    findings_add(reading->findings, catalogue_get(entry),
                 (struct place){reading->file, place.line, place.column}, "%s: %s", what, reason);
}

/* Where an attribute stands: behind its node, or anywhere. */
static struct dot_place find_place(const struct reading *reading,
                                   const struct dot_attribute *attribute)
{
    struct dot_place start = dot_start();
    if (attribute->object == DOT_NODE &&
        reading->graph->nodes.items[attribute->node].place.line > 0)
        start = reading->graph->nodes.items[attribute->node].place;
    return dot_find_attribute(reading->dot, start, attribute->name, attribute->value);
}

static const char *suggest(struct arena *arena, const char *noun, const struct text *nearest)
{
    if (nearest == NULL)
        return arena_format(arena, "there is no such %s", noun).at;
    return arena_format(arena, "there is no such %s; did you mean '" TEXT_FORMAT "'?", noun,
                        TEXT_PARTS(*nearest))
        .at;
}

/* The target of this name: a style of links, or anything else. */
static const struct theme_target *find_target(struct text name, bool is_link)
{
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    for (size_t i = 0; i < count; i++)
        if ((targets[i].object == THEME_LINK) == is_link &&
            text_equal_string(name, targets[i].name))
            return &targets[i];
    return NULL;
}

static const char *suggest_target(const struct reading *reading, struct text name, bool is_link)
{
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    struct text_list names = {0};
    for (size_t i = 0; i < count; i++)
        if ((targets[i].object == THEME_LINK) == is_link)
            list_push(&names, text_from(targets[i].name));
    const char *reason = suggest(reading->arena, is_link ? "style of links" : "look",
                                 text_find_nearest(name, names.items, names.count));
    list_release(&names);
    return reason;
}

static const char *suggest_attribute(const struct reading *reading, enum theme_object object,
                                     struct text name)
{
    size_t count;
    const struct theme_attribute *attributes = theme_attributes(&count);
    struct text_list names = {0};
    for (size_t i = 0; i < count; i++)
        if (attributes[i].object == object)
            list_push(&names, text_from(attributes[i].name));
    const char *reason = suggest(reading->arena, "attribute here",
                                 text_find_nearest(name, names.items, names.count));
    list_release(&names);
    return reason;
}

static void set(const struct reading *reading, const struct theme_target *target,
                const struct dot_attribute *attribute)
{
    struct error error = {0};
    struct theme_attribute row;
    void *place = (char *)reading->theme + target->place;
    if (theme_find_attribute(target->object, attribute->name, &row) &&
        !row.set(place, &row, attribute->value, reading->arena, &error))
        report(reading, FOUND_THEME_VALUE, find_place(reading, attribute), attribute->name.at,
               error.message);
}

static bool is_node_of(const struct dot_graph *graph, const char *name)
{
    for (size_t i = 0; i < graph->nodes.count; i++)
        if (text_equal_string(graph->nodes.items[i].name, name))
            return true;
    return false;
}

/* A default of nodes is of all boxes, and of whatever else the file has as a node: what that says
 * itself cannot be told from the default where both are the same. */
static bool takes_default(const struct reading *reading, const struct theme_target *target,
                          enum theme_object object)
{
    if (object != THEME_BOX || target->object == THEME_BOX)
        return target->object == object;
    return target->object != THEME_LINK && is_node_of(reading->graph, target->name);
}

/* What was said of the graph itself, or of all boxes or links. */
static void set_on_all(const struct reading *reading, enum theme_object object,
                       const struct dot_attribute *attribute)
{
    static const struct theme_target page = {.name = "graph", .object = THEME_PAGE};
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    const size_t before = reading->findings->list.count;
    if (object == THEME_PAGE)
        set(reading, &page, attribute);
    for (size_t i = 0; i < count && reading->findings->list.count == before; i++)
        if (takes_default(reading, &targets[i], object))
            set(reading, &targets[i], attribute);
}

/* The class of an edge, or empty. */
static struct text class_of(const struct dot_graph *graph, size_t edge)
{
    for (size_t i = 0; i < graph->attributes.count; i++) {
        const struct dot_attribute *attribute = &graph->attributes.items[i];
        if (attribute->object == DOT_EDGE && attribute->edge == edge &&
            text_equal_string(attribute->name, "class"))
            return attribute->value;
    }
    return (struct text){0};
}

/* What an attribute belongs to; NULL when it belongs to all of an object, or to nothing. */
static const struct theme_target *target_of(const struct reading *reading,
                                            const struct dot_attribute *attribute)
{
    if (attribute->object == DOT_NODE)
        return find_target(reading->graph->nodes.items[attribute->node].name, false);
    if (attribute->object == DOT_EDGE)
        return find_target(class_of(reading->graph, attribute->edge), true);
    return NULL;
}

static enum theme_object object_of(const struct dot_attribute *attribute,
                                   const struct theme_target *target)
{
    static const enum theme_object objects[] = {
        [DOT_GRAPH] = THEME_PAGE,
        [DOT_NODES] = THEME_BOX,
        [DOT_EDGES] = THEME_LINK,
    };
    return target != NULL ? target->object : objects[attribute->object];
}

static void check_name(const struct reading *reading, const struct dot_attribute *attribute)
{
    const struct theme_target *target = target_of(reading, attribute);
    const bool is_of_one = attribute->object == DOT_NODE || attribute->object == DOT_EDGE;
    if ((is_of_one && target == NULL) || theme_is_for_dot(attribute->name))
        return; /* check_targets has told the former */
    struct theme_attribute row;
    const enum theme_object object = object_of(attribute, target);
    if (!theme_find_attribute(object, attribute->name, &row))
        report(reading, FOUND_THEME_NAME, find_place(reading, attribute), attribute->name.at,
               suggest_attribute(reading, object, attribute->name));
    else if (attribute->is_html)
        report(reading, FOUND_THEME_VALUE, find_place(reading, attribute), attribute->name.at,
               "is plain text in quotes, never HTML");
}

/* A node without attributes is the end of a sample and may be called anything. */
static bool has_attributes(const struct dot_graph *graph, size_t node)
{
    for (size_t i = 0; i < graph->attributes.count; i++) {
        const struct dot_attribute *attribute = &graph->attributes.items[i];
        if (attribute->object == DOT_NODE && attribute->node == node &&
            !theme_is_for_dot(attribute->name))
            return true;
    }
    return false;
}

/* Where the first attribute of an edge stands; nowhere when it has none. */
static struct dot_place find_edge(const struct reading *reading, size_t edge)
{
    const struct dot_attribute_list *attributes = &reading->graph->attributes;
    for (size_t i = 0; i < attributes->count; i++)
        if (attributes->items[i].object == DOT_EDGE && attributes->items[i].edge == edge)
            return find_place(reading, &attributes->items[i]);
    return (struct dot_place){0};
}

static void check_targets(const struct reading *reading)
{
    const struct dot_graph *graph = reading->graph;
    for (size_t i = 0; i < graph->nodes.count; i++) {
        const struct dot_node *node = &graph->nodes.items[i];
        if (has_attributes(graph, i) && find_target(node->name, false) == NULL)
            report(reading, FOUND_THEME_NAME, node->place, node->name.at,
                   suggest_target(reading, node->name, false));
    }
    for (size_t i = 0; i < graph->edge_count; i++) {
        const struct text name = class_of(graph, i);
        if (name.length == 0)
            report(reading, FOUND_THEME_NAME, find_edge(reading, i), "an edge",
                   "needs a class that names the style of links that it is a sample of");
        else if (find_target(name, true) == NULL)
            report(reading, FOUND_THEME_NAME,
                   dot_find_attribute(reading->dot, dot_start(), TEXT("class"), name), name.at,
                   suggest_target(reading, name, true));
    }
}

/* One pass over what was said of all, or of one; of styles, or of all else. */
static void apply(const struct reading *reading, bool of_one, bool of_style)
{
    for (size_t i = 0; i < reading->graph->attributes.count; i++) {
        const struct dot_attribute *attribute = &reading->graph->attributes.items[i];
        const bool is_of_one = attribute->object == DOT_NODE || attribute->object == DOT_EDGE;
        const struct theme_target *target = target_of(reading, attribute);
        if (is_of_one != of_one || attribute->is_html ||
            text_equal_string(attribute->name, "style") != of_style)
            continue;
        if (target != NULL)
            set(reading, target, attribute);
        else if (!is_of_one)
            set_on_all(reading, object_of(attribute, NULL), attribute);
    }
}

/* Looks that follow from others. */
static void derive(struct theme *theme)
{
    theme->name.fill = theme->name.border = theme->paper;
    theme->name.text = theme->tie.line = theme->tie.text = theme->ink;
}

static void warn_of_faint(const struct theme_pair *pair, void *context)
{
    const struct reading *reading = context;
    const double least = pair->is_text ? contrast_text : contrast_line;
    const double light = theme_contrast(pair->mark.light, pair->field.light);
    const double dark = theme_contrast(pair->mark.dark, pair->field.dark);
    for (int look = 0; look < (reading->theme->has_dark ? 2 : 1); look++) {
        const double contrast = look == 0 ? light : dark;
        if (contrast < least)
            findings_add(reading->findings, catalogue_get(FOUND_THEME_FAINT),
                         (struct place){.file = reading->file},
                         "%s: %s on %s has contrast %.1f to 1 in the %s look, less than %.1f",
                         pair->what, look == 0 ? pair->mark.light : pair->mark.dark,
                         look == 0 ? pair->field.light : pair->field.dark, contrast,
                         look == 0 ? "light" : "dark", least);
    }
}

void theme_read(struct text dot, struct text file, struct arena *arena, struct theme *theme,
                struct findings *findings)
{
    struct dot_graph graph = {0};
    struct reading reading = {theme, arena, &graph, dot, arena_copy_text(arena, file), findings};
    if (dot_read(dot, reading.file, &graph, findings)) {
        check_targets(&reading);
        for (size_t i = 0; i < graph.attributes.count; i++)
            check_name(&reading, &graph.attributes.items[i]);
        for (int i = 0; i < 4; i++)
            apply(&reading, i >= 2, i % 2 == 0);
        derive(theme);
        theme_check_pairs(theme, warn_of_faint, &reading);
    }
    dot_graph_release(&graph);
}

static void write_targets(enum theme_object object, struct buffer *buffer)
{
    size_t count, written = 0;
    const struct theme_target *targets = theme_targets(&count);
    if (object == THEME_PAGE)
        buffer_add_string(buffer, "`graph [...]`");
    for (size_t i = 0; i < count; i++) {
        if (targets[i].object != object)
            continue;
        buffer_add_format(buffer, "%s`%s`", written++ > 0 ? ", " : "", targets[i].name);
        if (targets[i].help != NULL)
            buffer_add_format(buffer, " (%s)", targets[i].help);
    }
}

static void write_row(const struct theme_attribute *attribute, struct buffer *buffer)
{
    buffer_add_format(buffer, "| `%s`", attribute->name);
    if (theme_is_colour(attribute))
        buffer_add_format(buffer, ", `dark_%s`", attribute->name);
    buffer_add_format(buffer, " | %s | %s |\n", attribute->values, attribute->help);
}

void theme_write_reference(struct buffer *buffer)
{
    size_t count;
    const struct theme_attribute *attributes = theme_attributes(&count);
    for (int object = 0; object < THEME_OBJECT_COUNT; object++) {
        buffer_add_string(buffer, object == 0 ? "" : "\n");
        write_targets((enum theme_object)object, buffer);
        buffer_add_string(buffer, ":\n\n| attribute | values | meaning |\n|---|---|---|\n");
        for (size_t i = 0; i < count; i++)
            if ((int)attributes[i].object == object)
                write_row(&attributes[i], buffer);
    }
}
