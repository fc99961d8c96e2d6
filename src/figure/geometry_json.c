/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/geometry_json.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/json.h"
#include "figure/describe.h"

static void set_text(json_t *object, const char *name, struct text text)
{
    json_object_set_new(object, name, json_from_text(text));
}

static void set_string(json_t *object, const char *name, const char *string)
{
    set_text(object, name, text_from(string));
}

static void set_bool(json_t *object, const char *name, bool value)
{
    json_object_set_new(object, name, json_boolean(value));
}

/* To a hundredth; null for what is not finite. Adding 0 turns -0 into 0. */
static json_t *number_of(double value)
{
    return isfinite(value) ? json_real(round(value * 100) / 100 + 0.0) : json_null();
}

static void set_number(json_t *object, const char *name, double value)
{
    json_object_set_new(object, name, number_of(value));
}

static void set_count(json_t *object, const char *name, size_t count)
{
    json_object_set_new(object, name, json_integer((json_int_t)count));
}

static void set_box(json_t *object, const char *name, struct box box)
{
    json_t *value = json_object();
    set_number(value, "x", box.left);
    set_number(value, "y", box.top);
    set_number(value, "width", box_width(box));
    set_number(value, "height", box_height(box));
    json_object_set_new(object, name, value);
}

static void set_points(json_t *object, const char *name, const struct point_list *points)
{
    json_t *array = json_array();
    for (size_t i = 0; i < points->count; i++) {
        json_t *point = json_array();
        json_array_append_new(point, number_of(points->items[i].x));
        json_array_append_new(point, number_of(points->items[i].y));
        json_array_append_new(array, point);
    }
    json_object_set_new(object, name, array);
}

/* Only figures that compare points in time have any. */
static void set_emphasis(json_t *object, enum emphasis emphasis)
{
    if (emphasis != EMPHASIS_NORMAL)
        set_string(object, "emphasis", emphasis_look(emphasis)->name);
}

static json_t *node_of(const struct drawing *drawing, const struct node *node)
{
    json_t *object = json_object();
    set_text(object, "group", node->id);
    set_text(object, "label", node->label);
    if (drawing->dataset != NULL) {
        const struct group *group = &drawing->dataset->groups.items[node->group];
        set_string(object, "kind", group_kind_name(group->kind));
        set_text(object, "region", group->region);
    }
    set_string(object, "style", node->style->name);
    set_bool(object, "hub", node->hub);
    set_bool(object, "ended", node->ended);
    set_bool(object, "uncertain", node->uncertain);
    set_emphasis(object, node->emphasis);
    set_box(object, "box", node->outline.box);
    set_number(object, "radius", node->outline.radius);
    return object;
}

static void set_relations(json_t *object, const struct drawing *drawing, const struct link *link)
{
    json_t *array = json_array();
    for (size_t i = 0; i < link->relations.count && drawing->dataset != NULL; i++) {
        const relation_id id = link->relations.items[i];
        json_array_append_new(array, json_from_text(drawing->dataset->relations.items[id].id));
    }
    json_object_set_new(object, "relations", array);
}

/* The box of the words beside a link, and the words; null without any. */
static void set_label(json_t *object, const struct link *link)
{
    if (!link->has_label) {
        json_object_set_new(object, "label", json_null());
        return;
    }
    json_t *label = json_object();
    json_t *lines = json_array();
    for (size_t i = 0; i < link->label.count; i++)
        json_array_append_new(lines, json_from_text(link->label.items[i].text));
    set_box(label, "box", link->label_box);
    json_object_set_new(label, "dates", lines);
    json_object_set_new(object, "label", label);
}

static json_t *link_of(const struct drawing *drawing, const struct link *link)
{
    json_t *object = json_object();
    set_relations(object, drawing, link);
    set_text(object, "from", drawing->nodes.items[link->from].id);
    set_text(object, "to", drawing->nodes.items[link->to].id);
    set_string(object, "style", link->style->name);
    set_string(object, "certainty", link->possible ? "possible" : "certain");
    set_bool(object, "contested", link->contested);
    set_emphasis(object, link->emphasis);
    set_points(object, "path", &link->path);
    set_label(object, link);
    return object;
}

static json_t *frame_of(const struct frame *frame)
{
    json_t *object = json_object();
    set_text(object, "name", frame->name);
    set_string(object, "shape", frame->is_hull ? "hull" : "frame");
    if (frame->is_hull)
        set_points(object, "corners", &frame->hull);
    else
        set_box(object, "box", frame->outline.box);
    set_box(object, "label_box", frame->label_box);
    return object;
}

static json_t *entry_of(const struct legend_entry *entry)
{
    json_t *object = json_object();
    set_text(object, "text", entry->text.text);
    if (entry->link != NULL)
        set_string(object, "link_style", entry->link->name);
    if (entry->node != NULL)
        set_string(object, "node_style", entry->node->name);
    set_bool(object, "possible", entry->possible);
    set_bool(object, "contested", entry->contested);
    set_bool(object, "ended", entry->ended);
    set_bool(object, "uncertain", entry->uncertain);
    set_emphasis(object, entry->emphasis);
    set_box(object, "sample", entry->sample);
    return object;
}

static int compare_nodes(const void *a, const void *b)
{
    const struct node *left = *(const struct node *const *)a;
    const struct node *right = *(const struct node *const *)b;
    const int order = text_compare(left->id, right->id);
    /* panels have the same group several times, in the order of the drawing */
    return order != 0 ? order : (left > right) - (left < right);
}

static json_t *nodes_of(const struct drawing *drawing)
{
    const size_t count = drawing->nodes.count;
    const struct node **sorted = alloc_zeroed(count, sizeof *sorted);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        sorted[i] = &drawing->nodes.items[i];
    qsort(sorted, count, sizeof *sorted, compare_nodes);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, node_of(drawing, sorted[i]));
    free(sorted);
    return array;
}

/* A link with what it is sorted by. */
struct ranked_link {
    const struct link *link;
    struct text from;
    struct text to;
    size_t row; /* of its first relation; links between two nodes differ in it */
};

static int compare_links(const void *left, const void *right)
{
    const struct ranked_link *a = left, *b = right;
    int order = text_compare(a->from, b->from);
    if (order == 0)
        order = text_compare(a->to, b->to);
    if (order == 0)
        order = text_compare(text_from(a->link->style->name), text_from(b->link->style->name));
    if (order == 0)
        order = (a->row > b->row) - (a->row < b->row);
    return order != 0 ? order : (a->link > b->link) - (a->link < b->link);
}

static json_t *links_of(const struct drawing *drawing)
{
    const size_t count = drawing->links.count;
    struct ranked_link *sorted = alloc_zeroed(count, sizeof *sorted);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct link *link = &drawing->links.items[i];
        sorted[i] = (struct ranked_link){
            .link = link,
            .from = drawing->nodes.items[link->from].id,
            .to = drawing->nodes.items[link->to].id,
            .row = link->relations.count > 0 ? link->relations.items[0] : i,
        };
    }
    qsort(sorted, count, sizeof *sorted, compare_links);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, link_of(drawing, sorted[i].link));
    free(sorted);
    return array;
}

static json_t *frames_of(const struct drawing *drawing)
{
    json_t *array = json_array();
    for (size_t i = 0; i < drawing->frames.count; i++)
        json_array_append_new(array, frame_of(&drawing->frames.items[i]));
    return array;
}

static json_t *legend_of(const struct drawing *drawing)
{
    json_t *array = json_array();
    for (size_t i = 0; i < drawing->legend.count; i++)
        json_array_append_new(array, entry_of(&drawing->legend.items[i]));
    return array;
}

/* The sources that the drawn relations rest on, in the order of the dataset. */
static json_t *sources_of(const struct drawing *drawing)
{
    json_t *array = json_array();
    if (drawing->dataset == NULL)
        return array;
    const struct source_list *sources = &drawing->dataset->sources;
    bool *cited = alloc_zeroed(sources->count, sizeof *cited);
    struct arena arena = {0};
    drawing_mark_sources(drawing, cited);
    for (size_t i = 0; i < sources->count; i++) {
        if (!cited[i])
            continue;
        json_t *object = json_object();
        set_text(object, "id", sources->items[i].id);
        set_text(object, "short", describe_source(&arena, &sources->items[i]));
        json_array_append_new(array, object);
    }
    arena_release(&arena);
    free(cited);
    return array;
}

static json_t *legibility_of(const struct legibility *legibility)
{
    json_t *object = json_object();
    set_bool(object, "passes", legibility_passes(legibility));
    set_count(object, "node_overlaps", legibility->node_overlaps);
    set_count(object, "text_overlaps", legibility->text_overlaps);
    set_count(object, "text_on_node", legibility->text_on_node);
    set_count(object, "links_through_nodes", legibility->links_through_nodes);
    set_count(object, "labels_struck", legibility->labels_struck);
    set_count(object, "off_page", legibility->off_page);
    set_number(object, "smallest_node_text", legibility->smallest_node_text);
    set_number(object, "smallest_other_text", legibility->smallest_other_text);
    set_count(object, "crossings", legibility->crossings);
    set_count(object, "coincidences", legibility->coincidences);
    set_number(object, "crossings_per_link", legibility->crossings_per_link);
    set_number(object, "longest_detour", legibility->longest_detour);
    set_number(object, "area_used", legibility->area_used);
    set_count(object, "intrusions", legibility->intrusions);
    return object;
}

void geometry_json_write(const struct drawing *drawing, const struct legibility *legibility,
                         struct buffer *buffer)
{
    json_t *whole = json_object();
    set_text(whole, "name", drawing->name);
    set_text(whole, "type", drawing->type);
    set_text(whole, "title", drawing->title);
    set_text(whole, "description", drawing->description);
    set_number(whole, "width_pt", drawing->page_width);
    set_number(whole, "height_pt", drawing->page_height);
    set_number(whole, "magnification", theme_magnification(drawing->theme));
    set_number(whole, "width_mm", drawing_width_mm(drawing));
    set_number(whole, "height_mm", drawing_height_mm(drawing));
    json_object_set_new(whole, "nodes", nodes_of(drawing));
    json_object_set_new(whole, "links", links_of(drawing));
    json_object_set_new(whole, "frames", frames_of(drawing));
    json_object_set_new(whole, "legend", legend_of(drawing));
    json_object_set_new(whole, "sources", sources_of(drawing));
    json_object_set_new(whole, "legibility", legibility_of(legibility));
    json_write(whole, buffer);
    json_decref(whole);
}
