/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Each chosen relation goes one of three ways: it is a link at its date, it is told by the
 * colour of a bar, or it is left out and counted.
 */
#include "figure/genealogy.h"

#include "base/alloc.h"
#include "figure/describe.h"

enum {
    DAYS_LEAST = 60 /* that the axis spans */
};

static const struct selection *selection_of(const struct genealogy *genealogy)
{
    return genealogy->request->selection;
}

/* The first hub's style is its own; all further ones share the last. */
static void find_centres(struct genealogy *genealogy)
{
    const struct node_list *nodes = &genealogy->drawing->nodes;
    const struct theme *theme = genealogy->drawing->theme;
    for (size_t rank = 0; rank < HUB_STYLE_COUNT; rank++)
        for (size_t i = 0; i < nodes->count; i++)
            if (nodes->items[i].hub && nodes->items[i].style == style_of_hub(theme, rank))
                list_push(&genealogy->centres, nodes->items[i].group);
}

static bool is_centre(const struct genealogy *genealogy, group_id group)
{
    for (size_t i = 0; i < genealogy->centres.count; i++)
        if (genealogy->centres.items[i] == group)
            return true;
    return false;
}

/* A link for one relation of a composed link, which may stand for several dates. */
static struct link single_link(const struct link *link, relation_id relation)
{
    struct link single = *link;
    single.relations = (struct relation_id_list){0};
    single.label = (struct text_line_list){0};
    single.path = (struct point_list){0};
    single.has_label = false;
    list_push(&single.relations, relation);
    return single;
}

static void sort_relation(struct genealogy *genealogy, const struct link *link, relation_id id,
                          struct link_list *links)
{
    const struct dataset *dataset = genealogy->drawing->dataset;
    struct day_span span;
    size_t centre;
    if (!lifeline_is_of_genealogy(dataset, id)) {
        genealogy->left_out.families++;
    } else if (lifeline_tells_allegiance(dataset, id, &genealogy->centres, &centre))
        list_push(&genealogy->drawing->told, id);
    else if (lifeline_days_of(&dataset->relations.items[id].start, &span))
        list_push(links, single_link(link, id));
    else {
        genealogy->left_out.undated++;
    }
}

static void release_links(struct link_list *links)
{
    for (size_t i = 0; i < links->count; i++) {
        list_release(&links->items[i].relations);
        list_release(&links->items[i].label);
        list_release(&links->items[i].path);
    }
    list_release(links);
}

static void sort_relations(struct genealogy *genealogy)
{
    struct drawing *drawing = genealogy->drawing;
    struct link_list links = {0};
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        for (size_t j = 0; j < link->relations.count; j++)
            sort_relation(genealogy, link, link->relations.items[j], &links);
    }
    release_links(&drawing->links);
    drawing->links = links;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];
        link->title = describe_relations(&drawing->arena, drawing->dataset, link->relations.items,
                                         link->relations.count);
    }
}

/* Has the group a tie that is drawn or that its bar tells? */
static bool is_tied(const struct genealogy *genealogy, size_t node)
{
    const struct drawing *drawing = genealogy->drawing;
    for (size_t i = 0; i < drawing->links.count; i++)
        if (drawing->links.items[i].from == node || drawing->links.items[i].to == node)
            return true;
    for (size_t i = 0; i < drawing->told.count; i++)
        if (drawing->dataset->relations.items[drawing->told.items[i]].source ==
            drawing->nodes.items[node].group)
            return true;
    return false;
}

/* A centre that is not drawn is not left out: the legend names it. */
static bool is_kept(struct genealogy *genealogy, size_t node, const struct lifeline *life)
{
    bool is_named = is_centre(genealogy, genealogy->drawing->nodes.items[node].group);
    bool is_drawn = life->is_known && is_tied(genealogy, node);
    genealogy->left_out.groups += !is_drawn && !is_named;
    return is_drawn;
}

/* Keep the nodes that have a tie to show, and number the ends of links anew. */
static void find_lives(struct genealogy *genealogy)
{
    struct drawing *drawing = genealogy->drawing;
    size_t *kept = alloc_zeroed(drawing->nodes.count, sizeof *kept);
    bool *keeps = alloc_zeroed(drawing->nodes.count, sizeof *keeps);
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct lifeline life = lifeline_of(drawing->dataset, drawing->nodes.items[i].group);
        keeps[i] = is_kept(genealogy, i, &life);
        kept[i] = count;
        count += keeps[i];
        if (keeps[i])
            list_push(&genealogy->lanes, (struct life_lane){.life = life});
    }
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (keeps[i])
            drawing->nodes.items[kept[i]] = drawing->nodes.items[i];
        else
            list_release(&drawing->nodes.items[i].lines);
    drawing->nodes.count = count;
    for (size_t i = 0; i < drawing->links.count; i++) {
        drawing->links.items[i].from = kept[drawing->links.items[i].from];
        drawing->links.items[i].to = kept[drawing->links.items[i].to];
    }
    list_free(kept);
    list_free(keeps);
}

/* Ties that the figure has not chosen date its bars too; their sources are to be named. */
static void list_attesting(struct genealogy *genealogy)
{
    struct drawing *drawing = genealogy->drawing;
    for (relation_id id = 0; id < drawing->dataset->relations.count; id++)
        for (size_t i = 0; i < drawing->nodes.count; i++)
            if (lifeline_attests(drawing->dataset, id, drawing->nodes.items[i].group)) {
                list_push(&drawing->attesting, id);
                break;
            }
}

day_number genealogy_day_of(const struct genealogy *genealogy, const struct link *link)
{
    const struct relation *relation =
        &genealogy->drawing->dataset->relations.items[link->relations.items[0]];
    struct day_span span = {0};
    lifeline_days_of(&relation->start, &span);
    return lifeline_middle(span);
}

/* Days at which something happens; they decide where the axis needs room. */
static void list_events(const struct genealogy *genealogy, struct day_list *events)
{
    for (size_t i = 0; i < genealogy->drawing->links.count; i++)
        list_push(events, genealogy_day_of(genealogy, &genealogy->drawing->links.items[i]));
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        const struct lifeline *life = &genealogy->lanes.items[i].life;
        list_push(events, life->starts.first);
        if (life->starts.last != life->starts.first)
            list_push(events, life->starts.last);
        if (life->ends.last != life->starts.last)
            list_push(events, life->ends.last);
    }
}

static day_number start_of_year(day_number day)
{
    int year, month, dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    return day_from_civil(year, 1, 1);
}

static struct day_span axis_span(const struct genealogy *genealogy, const struct day_list *events)
{
    struct window window = selection_of(genealogy)->window;
    struct day_span span = {DAY_MAX, DAY_MIN};
    for (size_t i = 0; i < events->count; i++) {
        span.first = events->items[i] < span.first ? events->items[i] : span.first;
        span.last = events->items[i] > span.last ? events->items[i] : span.last;
    }
    span.first = window.first != DAY_MIN ? window.first : start_of_year(span.first);
    span.last = window.last != DAY_MAX ? window.last : span.last;
    if (span.last - span.first < DAYS_LEAST)
        span.last = span.first + DAYS_LEAST;
    return span;
}

static void make_axis(struct genealogy *genealogy, double left, double right)
{
    struct day_list events = {0};
    list_events(genealogy, &events);
    struct day_span span = axis_span(genealogy, &events);
    time_axis_init(&genealogy->axis, &events, span.first, span.last, left, right);
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        struct life_lane *lane = &genealogy->lanes.items[i];
        if (lane->life.end == LIFE_OPEN && lane->life.ends.last < span.last)
            lane->life.ends = (struct day_span){span.last, span.last};
        lifeline_list_allegiances(selection_of(genealogy), &genealogy->centres,
                                  genealogy->drawing->nodes.items[i].group, &lane->life,
                                  &lane->pieces);
    }
    list_release(&events);
}

void genealogy_init(struct genealogy *genealogy, const struct figure_request *request,
                    struct drawing *drawing, double left, double right)
{
    *genealogy = (struct genealogy){.request = request, .drawing = drawing};
    find_centres(genealogy);
    sort_relations(genealogy);
    find_lives(genealogy);
    list_attesting(genealogy);
    if (genealogy->lanes.count > 0)
        make_axis(genealogy, left, right);
}

void genealogy_release(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++)
        list_release(&genealogy->lanes.items[i].pieces);
    list_release(&genealogy->lanes);
    list_release(&genealogy->centres);
}
