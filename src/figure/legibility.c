/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One pass over the geometry serves both the counting and the naming of faults: an audit
 * without a buffer for notes only counts.  Placement measures every candidate, so curves are
 * flattened once and pairs whose surroundings are apart are left at once; a figure of 70
 * nodes and 110 much bent links takes five milliseconds, one with straight links one.
 */
#include "figure/legibility.h"

#include "figure/legend_audit.h"
#include "figure/legibility_scene.h"

#include <math.h>

static const double node_slack = 0.2;     /* that lines may graze a node */
static const double page_slack = 0.01;    /* that boxes may reach beyond the page */
static const double detour_distance = 12; /* shorter links are measured as if this long */
static const double node_text_least = 6, other_text_least = 5, size_slack = 0.005;

struct audit {
    struct scene scene;
    struct legibility *result;
    struct buffer *notes; /* NULL = count only */
};

static struct text name_of_node(const struct drawing *drawing, size_t i)
{
    const struct node *node = &drawing->nodes.items[i];
    return node->label.length > 0 ? node->label : node->id;
}

/* One line of the notes: what is wrong, and two names with a word between them. */
static void note(struct audit *audit, const char *fault, struct text a, const char *joint,
                 struct text b)
{
    if (audit->notes != NULL)
        buffer_add_format(audit->notes, "  %s: " TEXT_FORMAT "%s" TEXT_FORMAT "\n", fault,
                          TEXT_PARTS(a), joint, TEXT_PARTS(b));
}

static void add_link_name(struct audit *audit, size_t number)
{
    const struct drawing *drawing = audit->scene.drawing;
    const struct link *link = &drawing->links.items[number];
    struct text from = name_of_node(drawing, link->from);
    struct text to = name_of_node(drawing, link->to);
    buffer_add_format(audit->notes, TEXT_FORMAT " to " TEXT_FORMAT " (%s)", TEXT_PARTS(from),
                      TEXT_PARTS(to), link->style->name);
}

/* The same about a link and something that it meets. */
static void note_link(struct audit *audit, const char *fault, size_t number, const char *joint,
                      struct text name)
{
    if (audit->notes == NULL)
        return;
    buffer_add_format(audit->notes, "  %s: ", fault);
    add_link_name(audit, number);
    buffer_add_format(audit->notes, "%s" TEXT_FORMAT "\n", joint, TEXT_PARTS(name));
}

/* The same about two links. */
static void note_links(struct audit *audit, const char *fault, size_t a, size_t b)
{
    if (audit->notes == NULL)
        return;
    buffer_add_format(audit->notes, "  %s: ", fault);
    add_link_name(audit, a);
    buffer_add_string(audit->notes, " and ");
    add_link_name(audit, b);
    buffer_add_char(audit->notes, '\n');
}

static void count_node_overlaps(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        for (size_t k = i + 1; k < drawing->nodes.count; k++) {
            if (!box_overlaps(drawing->nodes.items[i].outline.box,
                              drawing->nodes.items[k].outline.box))
                continue;
            audit->result->node_overlaps++;
            note(audit, "nodes overlap", name_of_node(drawing, i), " and ",
                 name_of_node(drawing, k));
        }
}

static void count_text_overlaps(struct audit *audit)
{
    const struct placed_text_list *texts = &audit->scene.texts;
    for (size_t i = 0; i < texts->count; i++)
        for (size_t k = i + 1; k < texts->count; k++) {
            if (!box_overlaps(texts->items[i].box, texts->items[k].box))
                continue;
            audit->result->text_overlaps++;
            note(audit, "texts overlap", texts->items[i].line->text, " and ",
                 texts->items[k].line->text);
        }
}

static void count_texts_on_nodes(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    for (size_t i = 0; i < audit->scene.texts.count; i++)
        for (size_t k = 0; k < drawing->nodes.count; k++) {
            const struct placed_text *text = &audit->scene.texts.items[i];
            if (text->node == k || !box_overlaps(text->box, drawing->nodes.items[k].outline.box))
                continue;
            audit->result->text_on_node++;
            note(audit, "text on a node", text->line->text, " on ", name_of_node(drawing, k));
        }
}

static void count_links_through_nodes(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t k = 0; k < drawing->nodes.count; k++) {
            struct outline outline = drawing->nodes.items[k].outline;
            outline.box = box_grow(outline.box, -node_slack);
            if (drawing->links.items[i].from == k || drawing->links.items[i].to == k ||
                !placed_link_meets_outline(&audit->scene.links[i], outline))
                continue;
            audit->result->links_through_nodes++;
            note_link(audit, "line through a node", i, " through ", name_of_node(drawing, k));
        }
}

/* Texts outside nodes that some line passes through, each counted once. */
static void count_struck_labels(struct audit *audit)
{
    for (size_t i = 0; i < audit->scene.texts.count; i++) {
        const struct placed_text *text = &audit->scene.texts.items[i];
        size_t strokes = 0;
        if (text->node != NODE_NONE)
            continue;
        for (size_t k = 0; k < audit->scene.drawing->links.count; k++) {
            if (!placed_link_meets_box(&audit->scene.links[k], text->box))
                continue;
            strokes++;
            note_link(audit, "line through a label", k, " through ", text->line->text);
        }
        audit->result->labels_struck += strokes > 0;
    }
}

static void check_on_page(struct audit *audit, struct box box, const char *what, struct text name)
{
    const struct drawing *drawing = audit->scene.drawing;
    if (box.left >= -page_slack && box.top >= -page_slack &&
        box.right <= drawing->page_width + page_slack &&
        box.bottom <= drawing->page_height + page_slack)
        return;
    audit->result->off_page++;
    note(audit, "off the page", text_from(what), " ", name);
}

/* Only once the page has a height, which finishing gives it. */
static void count_off_page(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    if (drawing->page_height <= 0)
        return;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        check_on_page(audit, drawing->nodes.items[i].outline.box, "node", name_of_node(drawing, i));
    for (size_t i = 0; i < drawing->links.count; i++)
        if (audit->scene.links[i].line.count > 0)
            check_on_page(audit, audit->scene.links[i].extent, "line from",
                          name_of_node(drawing, drawing->links.items[i].from));
    for (size_t i = 0; i < audit->scene.texts.count; i++)
        check_on_page(audit, audit->scene.texts.items[i].box, "text",
                      audit->scene.texts.items[i].line->text);
    for (size_t i = 0; i < drawing->frames.count; i++)
        if (!drawing->frames.items[i].is_hull)
            check_on_page(audit, drawing->frames.items[i].outline.box, "frame",
                          drawing->frames.items[i].name);
}

static void measure_text_sizes(struct audit *audit)
{
    double node_text = INFINITY, other_text = INFINITY;
    for (size_t i = 0; i < audit->scene.texts.count; i++) {
        const struct text_line *line = audit->scene.texts.items[i].line;
        if (line->role == TEXT_NODE)
            node_text = fmin(node_text, line->size);
        else
            other_text = fmin(other_text, line->size);
    }
    const double on_paper = theme_magnification(audit->scene.drawing->theme);
    audit->result->smallest_node_text = isfinite(node_text) ? node_text * on_paper : 0;
    audit->result->smallest_other_text = isfinite(other_text) ? other_text * on_paper : 0;
}

static bool share_an_end(const struct link *a, const struct link *b)
{
    return a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
}

static void count_crossings(struct audit *audit)
{
    const struct link_list *links = &audit->scene.drawing->links;
    size_t crossings = 0;
    for (size_t i = 0; i < links->count; i++)
        for (size_t k = i + 1; k < links->count; k++)
            crossings += !share_an_end(&links->items[i], &links->items[k]) &&
                         placed_links_cross(&audit->scene.links[i], &audit->scene.links[k]);
    audit->result->crossings = crossings;
    if (links->count > 0)
        audit->result->crossings_per_link = (double)crossings / (double)links->count;
}

static void count_coincidences(struct audit *audit)
{
    const struct link_list *links = &audit->scene.drawing->links;
    for (size_t i = 0; i < links->count; i++)
        for (size_t k = i + 1; k < links->count; k++) {
            if (!placed_links_coincide(&audit->scene.links[i], &audit->scene.links[k]))
                continue;
            audit->result->coincidences++;
            note_links(audit, "lines on each other", i, k);
        }
}

static void measure_detours(struct audit *audit)
{
    for (size_t i = 0; i < audit->scene.drawing->links.count; i++) {
        const struct point_list *line = &audit->scene.links[i].line;
        if (line->count < 2)
            continue;
        double direct = point_distance(line->items[0], line->items[line->count - 1]);
        double detour = polyline_length(line) / fmax(direct, detour_distance);
        audit->result->longest_detour = fmax(audit->result->longest_detour, detour);
    }
}

static double area_of(struct box box)
{
    return box_width(box) * box_height(box);
}

/* Of the page, or of the content as long as there is no page. */
static void measure_area(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    double page = drawing->page_width * drawing->page_height;
    double used = 0;
    if (page <= 0)
        page = area_of(drawing->content);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        used += area_of(drawing->nodes.items[i].outline.box);
    for (size_t i = 0; i < audit->scene.texts.count; i++)
        if (audit->scene.texts.items[i].node == NODE_NONE)
            used += area_of(audit->scene.texts.items[i].box);
    audit->result->area_used = page > 0 ? used / page : 0;
}

static bool frame_meets_box(const struct frame *frame, struct box box)
{
    return frame->is_hull ? polygon_meets_box(&frame->hull, box)
                          : box_overlaps(frame->outline.box, box);
}

static void count_intrusions(struct audit *audit)
{
    const struct drawing *drawing = audit->scene.drawing;
    for (size_t i = 0; i < drawing->frames.count; i++)
        for (size_t k = 0; k < drawing->nodes.count; k++)
            audit->result->intrusions +=
                drawing->nodes.items[k].region != i &&
                frame_meets_box(&drawing->frames.items[i], drawing->nodes.items[k].outline.box);
}

static void audit_legend(struct audit *audit)
{
    struct legend_audit legend;
    legend_audit(audit->scene.drawing, &legend, audit->notes);
    audit->result->unexplained = legend.unexplained;
    audit->result->undrawn = legend.undrawn;
}

static void audit_gates(struct audit *audit)
{
    count_node_overlaps(audit);
    count_text_overlaps(audit);
    count_texts_on_nodes(audit);
    count_links_through_nodes(audit);
    count_struck_labels(audit);
    count_off_page(audit);
    audit_legend(audit);
    measure_text_sizes(audit);
}

static void audit_scores(struct audit *audit)
{
    count_crossings(audit);
    count_coincidences(audit);
    measure_detours(audit);
    measure_area(audit);
    count_intrusions(audit);
}

static void audit_run(const struct drawing *drawing, struct legibility *result,
                      struct buffer *notes)
{
    struct audit audit = {.result = result, .notes = notes};
    *result = (struct legibility){0};
    scene_init(&audit.scene, drawing);
    audit_gates(&audit);
    audit_scores(&audit);
    scene_release(&audit.scene);
}

void legibility_measure(const struct drawing *drawing, struct legibility *result)
{
    audit_run(drawing, result, NULL);
}

/* Texts of a size; 0 = there is no such text. */
static bool is_large_enough(double size, double least)
{
    return size == 0 || size >= least - size_slack;
}

bool legibility_passes(const struct legibility *legibility)
{
    return legibility->node_overlaps == 0 && legibility->text_overlaps == 0 &&
           legibility->text_on_node == 0 && legibility->links_through_nodes == 0 &&
           legibility->labels_struck == 0 && legibility->off_page == 0 &&
           legibility->unexplained == 0 && legibility->undrawn == 0 &&
           is_large_enough(legibility->smallest_node_text, node_text_least) &&
           is_large_enough(legibility->smallest_other_text, other_text_least);
}

double legibility_text_factor(const struct legibility *legibility)
{
    double factor = 1;
    if (!is_large_enough(legibility->smallest_node_text, node_text_least))
        factor = fmax(factor, node_text_least / legibility->smallest_node_text);
    if (!is_large_enough(legibility->smallest_other_text, other_text_least))
        factor = fmax(factor, other_text_least / legibility->smallest_other_text);
    return factor;
}

static void add_fault(struct buffer *buffer, size_t count, const char *one, const char *many)
{
    if (count > 0)
        buffer_add_format(buffer, "%s%zu %s", buffer->length > 0 ? ", " : "", count,
                          count == 1 ? one : many);
}

static void add_small_text(struct buffer *buffer, double size, double least, const char *where)
{
    if (!is_large_enough(size, least))
        buffer_add_format(buffer, "%stext of %.1f points %s, where %g are needed",
                          buffer->length > 0 ? ", " : "", size, where, least);
}

static void add_faults(const struct legibility *found, struct buffer *buffer)
{
    struct buffer line = {0};
    add_fault(&line, found->node_overlaps, "pair of nodes overlaps", "pairs of nodes overlap");
    add_fault(&line, found->text_overlaps, "pair of texts overlaps", "pairs of texts overlap");
    add_fault(&line, found->text_on_node, "text on a foreign node", "texts on a foreign node");
    add_fault(&line, found->links_through_nodes, "line through a foreign node",
              "lines through a foreign node");
    add_fault(&line, found->labels_struck, "label struck by a line", "labels struck by a line");
    add_fault(&line, found->off_page, "item off the page", "items off the page");
    add_fault(&line, found->unexplained, "look that the legend lacks",
              "looks that the legend lacks");
    add_fault(&line, found->undrawn, "entry of the legend that is not drawn",
              "entries of the legend that are not drawn");
    add_small_text(&line, found->smallest_node_text, node_text_least, "in a node");
    add_small_text(&line, found->smallest_other_text, other_text_least, "elsewhere");
    buffer_add_format(buffer, "%s\n", line.length > 0 ? line.at : "");
    buffer_release(&line);
}

void legibility_write_faults(const struct drawing *drawing, const struct legibility *legibility,
                             size_t names, struct buffer *buffer)
{
    struct legibility again = {0};
    struct buffer notes = {0};
    struct audit audit = {.result = &again, .notes = &notes};
    scene_init(&audit.scene, drawing);
    audit_gates(&audit);
    scene_release(&audit.scene);
    add_faults(legibility, buffer);
    struct text rest = buffer_text(&notes), line;
    size_t left_out = 0;
    for (size_t i = 0; text_next_piece(&rest, '\n', &line); i++)
        if (i < names)
            buffer_add_format(buffer, TEXT_FORMAT "%s", TEXT_PARTS(line),
                              line.length > 0 ? "\n" : "");
        else
            left_out += line.length > 0;
    if (left_out > 0)
        buffer_add_format(buffer, "  and %zu more\n", left_out);
    buffer_release(&notes);
}

static void write_count(struct buffer *buffer, const char *gate, size_t value)
{
    buffer_add_format(buffer, "%-34s %8zu  at most 0  %s\n", gate, value,
                      value == 0 ? "pass" : "FAIL");
}

static void write_size(struct buffer *buffer, const char *gate, double value, double least)
{
    buffer_add_format(buffer, "%-34s %8.2f  at least %g  %s\n", gate, value, least,
                      is_large_enough(value, least) ? "pass" : "FAIL");
}

static void write_score(struct buffer *buffer, const char *score, double value, int decimals)
{
    buffer_add_format(buffer, "%-34s %8.*f\n", score, decimals, value);
}

void legibility_write(const struct drawing *drawing, const struct legibility *legibility,
                      struct buffer *buffer)
{
    struct legibility again;
    write_count(buffer, "nodes that overlap", legibility->node_overlaps);
    write_count(buffer, "texts that overlap", legibility->text_overlaps);
    write_count(buffer, "texts on a foreign node", legibility->text_on_node);
    write_count(buffer, "lines through a foreign node", legibility->links_through_nodes);
    write_count(buffer, "labels struck by a line", legibility->labels_struck);
    write_count(buffer, "items off the page", legibility->off_page);
    write_count(buffer, "looks not in the legend", legibility->unexplained);
    write_count(buffer, "legend entries not drawn", legibility->undrawn);
    write_size(buffer, "smallest text in a node, points", legibility->smallest_node_text,
               node_text_least);
    write_size(buffer, "smallest other text, points", legibility->smallest_other_text,
               other_text_least);
    write_score(buffer, "crossings", (double)legibility->crossings, 0);
    write_score(buffer, "crossings per line", legibility->crossings_per_link, 2);
    write_score(buffer, "lines that run on each other", (double)legibility->coincidences, 0);
    write_score(buffer, "longest detour, times the distance", legibility->longest_detour, 2);
    write_score(buffer, "share of the page in use", legibility->area_used, 2);
    write_score(buffer, "nodes in a foreign region", (double)legibility->intrusions, 0);
    audit_run(drawing, &again, buffer);
    if (drawing->fallback.length > 0)
        buffer_add_format(buffer, "  simpler layout: " TEXT_FORMAT "\n",
                          TEXT_PARTS(drawing->fallback));
}
