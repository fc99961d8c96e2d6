/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Nothing is left out here: each chosen relation is on exactly one link, and a link that
 * stands for several lists all of them.  Words of the tooltips are in describe.c.
 */
#include "figure/compose.h"

#include "figure/alignment_hubs.h"
#include "figure/change.h"
#include "figure/describe.h"
#include "figure/omission.h"
#include "figure/wrap.h"

#include <math.h>
#include <string.h>

enum {
    NAME_LINES_MOST = 6,
    DATES_MOST = 4,
    HUBS_AUTO_MOST = 2,
    HUB_PLEDGES_LEAST = 3
};

static const double size_name = 7.0, size_life = 5.6, size_date = 5.8, size_frame = 7.4;
static const double padding_x = 5.0, padding_y = 3.0, leading = 1.18, links_usual = 8,
                    crowding_each = 1.1, crowding_most = 30;

/* Text sizes of the four strength classes, and the least share of the maximum for each. */
static const struct {
    double share;
    double size;
} strength_classes[] = {{0.6, 8.8}, {0.3, 8.0}, {0.1, 7.3}, {0.0, 6.8}};

struct composer {
    const struct figure_request *request;
    const struct dataset *dataset;
    struct drawing *drawing;
    size_t *hub_ranks;   /* by group_id; SIZE_MAX = no hub */
    size_t *node_of;     /* by group_id; NODE_NONE = not drawn */
    size_t *region_of;   /* by group_id: index in dataset.regions, or SIZE_MAX */
    const bool *omitted; /* by group_id; NULL = none is */
};

static void fill_with_absent(size_t *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        items[i] = SIZE_MAX;
}

/* How many groups of a region take its colour. */
static size_t count_coloured(const struct composer *composer, size_t region)
{
    size_t count = 0;
    for (size_t i = 0; i < composer->dataset->groups.count; i++)
        count += composer->region_of[i] == region &&
                 !composer->drawing->theme->nodes[composer->dataset->groups.items[i].kind].filled;
    return count;
}

/* Colours go by rank, so that the regions with most groups never share one. */
static size_t rank_of_region(const struct composer *composer, size_t region)
{
    size_t rank = 0, own = count_coloured(composer, region);
    for (size_t i = 0; i < composer->dataset->region_count; i++) {
        size_t other = count_coloured(composer, i);
        rank += other > own || (other == own && i < region);
    }
    return rank;
}

static const struct region_style *region_style_of(const struct composer *composer, size_t region)
{
    return style_of_region(composer->drawing->theme, rank_of_region(composer, region));
}

static void find_regions(struct composer *composer)
{
    const struct dataset *dataset = composer->dataset;
    for (size_t i = 0; i < dataset->groups.count; i++)
        for (size_t j = 0; j < dataset->region_count; j++)
            if (text_equal(dataset->groups.items[i].region, dataset->regions[j].name))
                composer->region_of[i] = j;
}

/* The groups that most others have pledged to, at most two. */
static void find_hubs_by_pledges(struct composer *composer)
{
    const struct selection *selection = composer->request->selection;
    size_t group_count = composer->dataset->groups.count;
    size_t *pledges = arena_alloc(&composer->drawing->arena, group_count, sizeof *pledges);
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct kind *kind = dataset_kind_of(composer->dataset, id);
        if (kind->family == FAMILY_PLEDGE && kind->sign == SIGN_POSITIVE)
            pledges[composer->dataset->relations.items[id].target]++;
    }
    for (size_t rank = 0; rank < HUBS_AUTO_MOST; rank++) {
        size_t best = 0;
        for (size_t i = 1; i < group_count; i++)
            if (pledges[i] > pledges[best])
                best = i;
        if (group_count == 0 || pledges[best] < HUB_PLEDGES_LEAST)
            return;
        composer->hub_ranks[best] = rank;
        pledges[best] = 0;
    }
}

/* Groups that the definition makes a hub on their own node come after those in its list. */
static void add_hubs_of_nodes(struct composer *composer)
{
    const struct figure_definition *definition = composer->request->definition;
    size_t rank = 0;
    for (size_t i = 0; i < composer->dataset->groups.count; i++)
        if (composer->hub_ranks[i] != SIZE_MAX && composer->hub_ranks[i] >= rank)
            rank = composer->hub_ranks[i] + 1;
    for (size_t i = 0; i < definition->nodes.count; i++) {
        group_id group = dataset_match_group(composer->dataset, definition->nodes.items[i].group);
        if (definition->nodes.items[i].hub && group != GROUP_NONE &&
            composer->hub_ranks[group] == SIZE_MAX)
            composer->hub_ranks[group] = rank++;
    }
}

static bool find_hubs(struct composer *composer, struct error *error)
{
    const struct figure_definition *definition = composer->request->definition;
    if (definition->hubs_auto)
        find_hubs_by_pledges(composer);
    for (size_t i = 0; i < definition->hubs.count; i++) {
        struct text name = definition->hubs.items[i];
        group_id group = dataset_match_group(composer->dataset, name);
        if (group == GROUP_NONE)
            return error_set(error, ERROR_DATA, "hub '" TEXT_FORMAT "' is no group of the dataset",
                             TEXT_PARTS(name));
        composer->hub_ranks[group] = i;
    }
    add_hubs_of_nodes(composer);
    return true;
}

static const struct node_override *find_override(const struct composer *composer, group_id group)
{
    const struct node_override_list *list = &composer->request->definition->nodes;
    for (size_t i = 0; i < list->count; i++)
        if (dataset_match_group(composer->dataset, list->items[i].group) == group)
            return &list->items[i];
    return NULL;
}

static bool is_ended(const struct group *group, struct window window)
{
    return group->ended.state == DATE_KNOWN && group->ended.latest <= window.last;
}

/* The text size of a group's strength class; without a metric all names are of one size. */
static double text_size_of(const struct composer *composer, size_t position)
{
    const struct figure_request *request = composer->request;
    if (request->metrics == NULL || request->definition->size_metric.length == 0)
        return size_name;
    const struct metric_table *table = &request->metrics->tables[SCOPE_GROUP];
    const struct metric_column *column =
        metric_table_find(table, request->definition->size_metric.at);
    if (column == NULL)
        return size_name;
    double most = 0;
    for (size_t i = 0; i < table->row_count; i++)
        most = fmax(most, column->values[i]);
    double share = most > 0 ? column->values[position] / most : 0;
    for (size_t i = 0; i < sizeof strength_classes / sizeof *strength_classes; i++)
        if (share >= strength_classes[i].share)
            return strength_classes[i].size;
    return strength_classes[sizeof strength_classes / sizeof *strength_classes - 1].size;
}

/* Is the group in one of the regions that the figure asks for? */
static bool is_inside(const struct composer *composer, group_id group)
{
    const struct text_list *regions = &composer->request->definition->query.regions;
    return describe_region_listed(composer->dataset, group, regions);
}

static void choose_look(const struct composer *composer, const struct group *group, group_id id,
                        struct node *node)
{
    const struct theme *theme = composer->drawing->theme;
    size_t rank = composer->hub_ranks[id];
    node->hub = rank != SIZE_MAX;
    node->hub_rank = rank;
    node->style = node->hub ? style_of_hub(theme, rank) : &theme->nodes[group->kind];
    if (composer->request->definition->type == FIGURE_MATRIX) {
        node->hub = false;
        node->style = &theme->row;
    }
    bool is_row = node->style == &theme->row;
    node->ended = !node->hub && !is_row && is_ended(group, composer->request->selection->window);
    node->uncertain = !is_row && group->kind == GROUP_MOVEMENT;
    node->region = NODE_NONE;
    bool by_region = text_equal_string(composer->request->definition->fill_by, "region");
    if (by_region && !node->style->filled && composer->region_of[id] != SIZE_MAX &&
        (composer->request->definition->type != FIGURE_REGION || is_inside(composer, id)))
        node->fill = &region_style_of(composer, composer->region_of[id])->fill;
}

/* Figures that compare points in time leave out what comes later. */
static bool has_place(const struct composer *composer, group_id id)
{
    const struct figure_definition *definition = composer->request->definition;
    return !change_is_shown(definition) ||
           change_shows_group(definition, composer->request->selection, id);
}

/* What began or ended between the two dates of a difference. */
static void compare_group(const struct composer *composer, const struct group *group,
                          struct node *node)
{
    const struct figure_definition *definition = composer->request->definition;
    if (definition->type != FIGURE_DIFFERENCE)
        return;
    const struct window between = {.first = definition->from.last, .last = definition->to.last};
    node->emphasis = change_of_group(group, between);
    node->ended = !node->hub && is_ended(group, definition->to);
}

static void add_node(struct composer *composer, size_t position)
{
    group_id id = composer->request->selection->groups.items[position];
    const struct group *group = &composer->dataset->groups.items[id];
    const struct node_override *override = find_override(composer, id);
    if ((override != NULL && override->hidden) || !has_place(composer, id) ||
        (composer->omitted != NULL && composer->omitted[id]))
        return;
    struct node node = {.group = id, .id = group->id, .label = group->label};
    if (node.label.length == 0)
        node.label = group->name;
    choose_look(composer, group, id, &node);
    compare_group(composer, group, &node);
    node.text_size = text_size_of(composer, position);
    if (node.hub)
        node.text_size = fmax(node.text_size, strength_classes[1].size);
    if (composer->request->definition->show_life)
        node.life = describe_life(&composer->drawing->arena, group);
    node.title = describe_group(&composer->drawing->arena, composer->dataset, id);
    if (override != NULL && override->label.length > 0)
        node.label = arena_copy_text(&composer->drawing->arena, override->label);
    if (override != NULL && override->has_pin) {
        node.pinned = true;
        node.pin = override->pin;
    }
    composer->node_of[id] = composer->drawing->nodes.count;
    list_push(&composer->drawing->nodes, node);
}

/* The link that already stands for ties of this look between these nodes, or a new one. */
static struct link *get_link(struct drawing *drawing, const struct link *wanted)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];
        if (link->from == wanted->from && link->to == wanted->to && link->style == wanted->style &&
            link->possible == wanted->possible && link->contested == wanted->contested &&
            link->emphasis == wanted->emphasis)
            return link;
    }
    list_push(&drawing->links, *wanted);
    return &drawing->links.items[drawing->links.count - 1];
}

static const struct link_style *link_style_of(const struct composer *composer, relation_id relation)
{
    const struct theme *theme = composer->drawing->theme;
    const struct kind *kind = dataset_kind_of(composer->dataset, relation);
    bool by_family = text_equal_string(composer->request->definition->style_by, "family");
    return by_family ? style_of_family(theme, kind) : style_of_kind(theme, kind);
}

/* Doubt about the tie itself stays; doubt about a window gives way to that about the change. */
static void compare_relation(const struct composer *composer, relation_id id, struct link *link)
{
    const struct figure_request *request = composer->request;
    const struct appearance found = change_of_relation(request->definition, request->selection, id);
    link->emphasis = found.emphasis;
    link->possible =
        found.possible || composer->dataset->relations.items[id].grade == GRADE_INFERRED;
}

static void add_relation(struct composer *composer, const struct chosen_relation *chosen)
{
    const struct relation *relation = &composer->dataset->relations.items[chosen->relation];
    struct link link = {
        .strain = 1,
        .from = composer->node_of[relation->source],
        .to = composer->node_of[relation->target],
        .style = link_style_of(composer, chosen->relation),
        .possible = chosen->activity == ACTIVITY_POSSIBLE || relation->grade == GRADE_INFERRED,
        .contested = relation->outcome == OUTCOME_CONTESTED,
    };
    if (change_is_shown(composer->request->definition))
        compare_relation(composer, chosen->relation, &link);
    if (link.from == NODE_NONE || link.to == NODE_NONE || link.emphasis == EMPHASIS_ABSENT)
        return;
    if (link.style->reversed || (link.style->mutual && link.from > link.to)) {
        size_t from = link.from;
        link.from = link.to;
        link.to = from;
    }
    list_push(&get_link(composer->drawing, &link)->relations, chosen->relation);
}

/* Short dates of a link's relations, without repeats, in their order of time. */
static void write_dates(struct composer *composer, struct link *link)
{
    struct text dates[DATES_MOST];
    const bool lost = link->emphasis == EMPHASIS_LOST;
    size_t count = (lost ? describe_ends : describe_dates)(
        &composer->drawing->arena, composer->dataset, link->relations.items, link->relations.count,
        dates, DATES_MOST);
    double width = 0;
    for (size_t i = 0; i < count; i++) {
        struct text_line line = {.text = dates[i], .role = TEXT_LINK, .size = size_date};
        line.width = font_text_width(line.text, line.size, line.weight);
        line.y = size_date * (font_ascent() + (double)i * leading);
        line.colour = &link->style->text;
        width = fmax(width, line.width);
        list_push(&link->label, line);
    }
    link->has_label = count > 0;
    link->label_box = (struct box){
        .right = width,
        .bottom = size_date * (font_ascent() + font_descent() + ((double)count - 1) * leading)};
}

static void write_links(struct composer *composer)
{
    struct drawing *drawing = composer->drawing;
    const bool dated = composer->request->definition->show_dates && !drawing->undated;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];
        link->title = describe_relations(&drawing->arena, composer->dataset, link->relations.items,
                                         link->relations.count);
        if (dated && !emphasis_is_grey(link->emphasis))
            write_dates(composer, link);
    }
}

static struct frame *add_frame(struct drawing *drawing, struct text name,
                               const struct region_style *style, bool is_hull)
{
    struct frame frame = {.name = name, .style = style, .is_hull = is_hull};
    frame.label = (struct text_line){.text = name,
                                     .role = TEXT_FRAME,
                                     .size = is_hull ? size_frame - 0.4 : size_frame,
                                     .weight = is_hull ? FONT_SEMIBOLD : FONT_REGULAR,
                                     .colour = &style->text};
    frame.label.width = font_text_width(name, frame.label.size, frame.label.weight);
    frame.label_box.right = frame.label.width;
    frame.label_box.bottom = frame.label.size * (font_ascent() + font_descent());
    list_push(&drawing->frames, frame);
    return &drawing->frames.items[drawing->frames.count - 1];
}

/* One frame around the regions asked for; everything else stands outside. */
static void frame_regions(struct composer *composer)
{
    const struct figure_definition *definition = composer->request->definition;
    struct drawing *drawing = composer->drawing;
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];
        if (!is_inside(composer, node->group))
            continue;
        node->region = 0;
        if (first == SIZE_MAX)
            first = composer->region_of[node->group];
    }
    if (first == SIZE_MAX)
        return;
    struct text name = definition->frame_title;
    if (name.length == 0)
        name = describe_regions(&drawing->arena, composer->dataset, &definition->query.regions);
    add_frame(drawing, name, region_style_of(composer, first), false);
}

/* A hull for each region with a node in it. */
static void hull_regions(struct composer *composer)
{
    struct drawing *drawing = composer->drawing;
    for (size_t region = 0; region < composer->dataset->region_count; region++) {
        size_t members = 0;
        for (size_t i = 0; i < drawing->nodes.count; i++) {
            struct node *node = &drawing->nodes.items[i];
            if (node->hub || composer->region_of[node->group] != region)
                continue;
            node->region = drawing->frames.count;
            members++;
        }
        if (members > 0)
            add_frame(drawing, composer->dataset->regions[region].name,
                      region_style_of(composer, region), true);
    }
}

static void add_frames(struct composer *composer)
{
    const struct figure_definition *definition = composer->request->definition;
    if (definition->frame_by.length == 0)
        return;
    if (definition->type == FIGURE_OVERVIEW || definition->type == FIGURE_LANES)
        hull_regions(composer);
    else if (definition->type != FIGURE_MATRIX && definition->query.regions.count > 0)
        frame_regions(composer);
}

bool compose_drawing(const struct figure_request *request, struct drawing *drawing,
                     struct error *error)
{
    const struct selection *selection = request->selection;
    struct arena *arena = &drawing->arena;
    size_t group_count = selection->dataset->groups.count;
    struct composer composer = {.request = request,
                                .dataset = selection->dataset,
                                .drawing = drawing,
                                .hub_ranks = arena_alloc(arena, group_count, sizeof(size_t)),
                                .node_of = arena_alloc(arena, group_count, sizeof(size_t)),
                                .region_of = arena_alloc(arena, group_count, sizeof(size_t))};
    if (!change_check(request->definition, error))
        return false;
    drawing->dataset = selection->dataset;
    drawing->name = request->definition->name;
    drawing->type = text_from(figure_type_name(request->definition->type));
    if (request->definition->type == FIGURE_SERIES)
        return true; /* its marks are made with their places */
    fill_with_absent(composer.hub_ranks, group_count);
    fill_with_absent(composer.node_of, group_count);
    fill_with_absent(composer.region_of, group_count);
    find_regions(&composer);
    if (!find_hubs(&composer, error))
        return false;
    composer.omitted = omission_of_groups(request->definition, selection, drawing);
    omission_note_groups(selection, composer.omitted, drawing);
    for (size_t i = 0; i < selection->groups.count; i++)
        add_node(&composer, i);
    for (size_t i = 0; i < selection->relations.count; i++)
        add_relation(&composer, &selection->relations.items[i]);
    omission_of_dates(request->definition, drawing);
    write_links(&composer);
    add_frames(&composer);
    if (request->definition->type == FIGURE_LANES)
        alignment_prepare(drawing);
    return true;
}

static void add_node_line(struct node *node, struct text text, enum text_role role, double size,
                          double baseline)
{
    struct text_line line = {.text = text, .role = role, .size = size, .y = baseline};
    line.width = font_text_width(text, size, FONT_REGULAR);
    list_push(&node->lines, line);
}

/* Padding that gives the ends of many links room around a box, where they come from all sides. */
static double crowding(const struct drawing *drawing, const struct node *node)
{
    const bool in_rows = node->style == &drawing->theme->row ||
                         text_equal_string(drawing->type, "lanes") ||
                         text_equal_string(drawing->type, "hierarchy");
    const size_t links = drawing_count_links(drawing, (size_t)(node - drawing->nodes.items));
    return in_rows ? 0 : fmin(crowding_most, crowding_each * fmax(0, (double)links - links_usual));
}

/* The lines of a node and the smallest box with padding around them, centred at the origin. */
static void size_node(struct drawing *drawing, struct node *node, double measure)
{
    const double crowd = crowding(drawing, node);
    struct text_list lines = {0};
    wrap_text(&drawing->arena, node->label, measure * node->text_size / size_name, NAME_LINES_MOST,
              node->text_size, FONT_REGULAR, &lines);
    node->lines.count = 0;
    double baseline = padding_y + crowd / 3 + node->text_size * font_ascent();
    for (size_t i = 0; i < lines.count; i++)
        add_node_line(node, lines.items[i], TEXT_NODE, node->text_size,
                      baseline + (double)i * leading * node->text_size);
    double bottom = baseline + ((double)lines.count - 1) * leading * node->text_size;
    double descent = node->text_size * font_descent();
    if (node->life.length > 0) {
        bottom += descent + 0.6 + size_life * font_ascent();
        add_node_line(node, node->life, TEXT_NODE_LIFE, size_life, bottom);
        descent = size_life * font_descent();
    }
    double width = 0;
    for (size_t i = 0; i < node->lines.count; i++)
        width = fmax(width, node->lines.items[i].width);
    width = ceil(width + 2 * padding_x + crowd);
    double height = ceil(bottom + descent + padding_y + crowd / 3);
    for (size_t i = 0; i < node->lines.count; i++)
        node->lines.items[i].x = (width - node->lines.items[i].width) / 2;
    node->outline.box = box_around((struct point){0}, width, height);
    node->outline.radius = fmin(node->style->radius, height / 2);
    list_release(&lines);
}

void compose_size_nodes(struct drawing *drawing, double measure)
{
    if (drawing->measure == measure)
        return; /* the sizes of boxes outlive their places */
    drawing->measure = measure;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        size_node(drawing, &drawing->nodes.items[i], measure);
}
