/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order of the page from top to bottom: title, subtitle, drawing, rule, legend, rule,
 * notes.  Sizes of text are those of the printed page.
 */
#include "figure/finish.h"

#include "base/alloc.h"
#include "base/buffer.h"
#include "figure/change.h"
#include "figure/describe.h"
#include "figure/legend.h"
#include "figure/place.h"
#include "figure/wrap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double size_title = 11, size_subtitle = 7.2, size_note = 5.8, margin = 3,
                    gap_content = 12, gap_rule = 6, leading = 1.3,
                    share_least = 0.1; /* of a drawing that a low page shrinks */

/* Of the page's width that lines take: DejaVu Sans, the widest font that may have to stand in for
 * ours, is wider by 6 in 100, and its bold by 11 than our semibold. */
static const double share_regular = 0.94, share_semibold = 0.9;

enum {
    TITLE_LINES_MOST = 3,
    NOTE_LINES_MOST = 8
};

struct page {
    struct drawing *drawing;
    const struct figure_request *request;
    double width; /* between the margins */
    double y;     /* the next free height */
    double spare; /* height that is left to the drawing */
};

static void add_text(struct page *page, struct text text, enum text_role role, double size,
                     enum font_weight weight, size_t lines_most)
{
    struct text_list lines = {0};
    const double room = page->width * (weight == FONT_SEMIBOLD ? share_semibold : share_regular);
    if (role == TEXT_NOTE)
        wrap_fill(&page->drawing->arena, text, room, lines_most, size, weight, &lines);
    else
        wrap_text(&page->drawing->arena, text, room, lines_most, size, weight, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        struct text_line line = {.text = lines.items[i],
                                 .role = role,
                                 .size = size,
                                 .weight = weight,
                                 .x = margin,
                                 .y = page->y + size * font_ascent()};
        line.width = font_text_width(line.text, size, weight);
        list_push(&page->drawing->texts, line);
        page->y += size * leading;
    }
    list_release(&lines);
}

static void add_rule(struct page *page)
{
    page->y += gap_rule;
    list_push(&page->drawing->rules, (struct rule){margin, margin + page->width, page->y});
    page->y += gap_rule - 1;
}

static struct text keep(struct drawing *drawing, struct buffer *buffer)
{
    struct text text = arena_copy_text(&drawing->arena, buffer_text(buffer));
    buffer_release(buffer);
    return text;
}

/* "2014-06/2016-02", "2015" or "all dates"; of a strip its windows, of a difference its dates. */
static struct text window_words(const struct page *page)
{
    const struct figure_definition *definition = page->request->definition;
    const struct text window = page->request->selection->window.text;
    struct buffer buffer = {0};
    if (definition->type == FIGURE_DIFFERENCE)
        buffer_add_format(&buffer, TEXT_FORMAT " against " TEXT_FORMAT,
                          TEXT_PARTS(definition->from.text), TEXT_PARTS(definition->to.text));
    for (size_t i = 0; definition->type == FIGURE_STRIP && i < definition->windows.count; i++)
        buffer_add_format(&buffer, "%s" TEXT_FORMAT, i == 0 ? "" : "; ",
                          TEXT_PARTS(definition->windows.items[i].text));
    if (buffer.length == 0)
        buffer_add_text(&buffer, window.length > 0 ? window : TEXT("all dates"));
    return keep(page->drawing, &buffer);
}

/* Claims of the drawn relations, each relation taken once. */
static size_t count_claims(const struct drawing *drawing)
{
    bool *seen = alloc_zeroed(drawing->dataset->relations.count, sizeof *seen);
    size_t claims = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t j = 0; j < drawing->links.items[i].relations.count; j++) {
            const relation_id id = drawing->links.items[i].relations.items[j];
            claims += seen[id] ? 0 : drawing->dataset->relations.items[id].claim_count;
            seen[id] = true;
        }
    for (size_t i = 0; i < drawing->told.count; i++)
        claims += drawing->dataset->relations.items[drawing->told.items[i]].claim_count;
    free(seen);
    return claims;
}

static void add_count(struct buffer *buffer, size_t count, const char *one, const char *many)
{
    buffer_add_format(buffer, "%zu %s", count, count == 1 ? one : many);
}

static bool has_label_with(const struct drawing *drawing, const char *mark)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t j = 0; j < drawing->links.items[i].label.count; j++)
            if (strstr(drawing->links.items[i].label.items[j].text.at, mark) != NULL)
                return true;
    return false;
}

/* How to read the dates that this drawing has. */
static void add_dates_words(const struct drawing *drawing, struct buffer *buffer)
{
    buffer_add_string(buffer, " A date beside a line is when the tie began or happened; a line "
                              "without one is not dated in the sources.");
    if (has_label_with(drawing, ".."))
        buffer_add_string(buffer, " Two dots join the earliest and the latest date possible.");
    if (has_label_with(drawing, "~"))
        buffer_add_string(buffer, " ~ means about.");
    if (has_label_with(drawing, "?"))
        buffer_add_string(buffer, " ? means uncertain.");
}

/* How to read a figure that compares points in time. */
static void add_change_words(const struct page *page, struct buffer *buffer)
{
    if (!change_is_shown(page->request->definition))
        return;
    if (page->request->definition->type == FIGURE_STRIP)
        buffer_add_string(buffer, " A group without a founding date stands from the first window "
                                  "in which a tie names it.");
    buffer_add_string(buffer, " A tie of which no source gives the end is taken to go on.");
}

/* "3 gained, 1 lost, 0 changed, 8 unchanged, 4 in between" */
static void add_differences(const struct drawing *drawing, struct buffer *buffer)
{
    static const struct {
        enum emphasis emphasis;
        const char *word;
    } classes[] = {{EMPHASIS_GAINED, "gained"},
                   {EMPHASIS_LOST, "lost"},
                   {EMPHASIS_CHANGED, "changed"},
                   {EMPHASIS_SAME, "unchanged or undated"},
                   {EMPHASIS_BETWEEN, "happened in between"}};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        size_t count = 0;
        for (size_t k = 0; k < drawing->links.count; k++)
            if (drawing->links.items[k].emphasis == classes[i].emphasis)
                count += drawing->links.items[k].relations.count;
        buffer_add_format(buffer, "%s%zu %s", i == 0 ? ": " : ", ", count, classes[i].word);
    }
}

static const char *window_name(enum figure_type type)
{
    if (type == FIGURE_STRIP)
        return "Windows";
    return type == FIGURE_DIFFERENCE ? "Dates" : "Window";
}

/* A chart has no node or link: it speaks of all that is selected. */
static bool is_chart(const struct page *page)
{
    return page->request->definition->type == FIGURE_SERIES;
}

static void add_content_counts(const struct page *page, struct buffer *buffer)
{
    const struct drawing *drawing = page->drawing;
    add_count(buffer,
              is_chart(page) ? page->request->selection->groups.count
                             : drawing_count_groups(drawing),
              "group", "groups");
    buffer_add_string(buffer, ", ");
    add_count(buffer, is_chart(page) ? drawing->told.count : drawing_count_relations(drawing, NULL),
              "relation", "relations");
}

static struct text counts_words(const struct page *page, size_t claims, size_t sources)
{
    const struct drawing *drawing = page->drawing;
    struct buffer buffer = {0};
    struct text window = window_words(page);
    buffer_add_format(&buffer, "%s: " TEXT_FORMAT ". ",
                      window_name(page->request->definition->type), TEXT_PARTS(window));
    add_content_counts(page, &buffer);
    buffer_add_string(&buffer, ", ");
    add_count(&buffer, claims, "claim", "claims");
    buffer_add_string(&buffer, " from ");
    add_count(&buffer, sources, "source", "sources");
    buffer_add_char(&buffer, '.');
    if (page->request->definition->show_dates && !drawing->undated &&
        page->request->definition->type != FIGURE_GENEALOGY)
        add_dates_words(drawing, &buffer);
    add_change_words(page, &buffer);
    return keep(page->drawing, &buffer);
}

static struct text sources_words(const struct page *page, const bool *used)
{
    const struct dataset *dataset = page->drawing->dataset;
    struct buffer buffer = {0};
    size_t number = 0;
    for (size_t i = 0; i < dataset->sources.count; i++) {
        if (!used[i])
            continue;
        struct text source = describe_source(&page->drawing->arena, &dataset->sources.items[i]);
        buffer_add_format(&buffer, "%s%zu " TEXT_FORMAT, number == 0 ? "Sources: " : "; ",
                          number + 1, TEXT_PARTS(source));
        number++;
    }
    if (number > 0)
        buffer_add_char(&buffer, '.');
    return keep(page->drawing, &buffer);
}

static void add_notes(struct page *page)
{
    size_t source_count = page->drawing->dataset->sources.count, used_count = 0;
    bool *used = alloc_zeroed(source_count, sizeof *used);
    size_t claims = count_claims(page->drawing);
    drawing_mark_sources(page->drawing, used);
    for (size_t i = 0; i < source_count; i++)
        used_count += used[i];
    if (page->drawing->fallback.length > 0)
        add_text(page,
                 arena_format(&page->drawing->arena, TEXT_FORMAT ".",
                              TEXT_PARTS(page->drawing->fallback)),
                 TEXT_NOTE, size_note, FONT_REGULAR, NOTE_LINES_MOST);
    if (page->request->definition->note.length > 0)
        add_text(page, page->request->definition->note, TEXT_NOTE, size_note, FONT_REGULAR,
                 NOTE_LINES_MOST);
    if (page->drawing->note.length > 0)
        add_text(page, page->drawing->note, TEXT_NOTE, size_note, FONT_REGULAR, NOTE_LINES_MOST);
    add_text(page, counts_words(page, claims, used_count), TEXT_NOTE, size_note, FONT_REGULAR,
             NOTE_LINES_MOST);
    if (used_count > 0)
        add_text(page, sources_words(page, used), TEXT_NOTE, size_note, FONT_REGULAR,
                 NOTE_LINES_MOST);
    free(used);
}

static void add_value(struct buffer *buffer, double value)
{
    if (isnan(value))
        buffer_add_string(buffer, "not defined");
    else
        buffer_add_number(buffer, value, 2);
}

/* "Line charts by year, 2012 to 2017: ties, in the last window certain 74, possible 135; ..." */
static struct text describe_chart(const struct page *page)
{
    const struct metric_series *series = page->request->series;
    const struct text_list *names = &page->request->definition->measures;
    struct buffer buffer = {0};
    if (series == NULL)
        return TEXT("Line charts without a window.");
    const size_t last = series->windows.count - 1;
    buffer_add_format(&buffer, "Line charts by %s, " TEXT_FORMAT " to " TEXT_FORMAT,
                      series_step_name(series->step), TEXT_PARTS(series->windows.items[0].text),
                      TEXT_PARTS(series->windows.items[last].text));
    for (size_t i = 0; i < names->count; i++) {
        const struct metric_column *all = metric_table_find(&series->all, names->items[i].at);
        const struct metric_column *certain =
            metric_table_find(&series->certain, names->items[i].at);
        buffer_add_format(&buffer, "%s%s, in the last window certain ", i == 0 ? ": " : "; ",
                          all->metric->label);
        add_value(&buffer, certain->values[last]);
        buffer_add_string(&buffer, ", possible ");
        add_value(&buffer, all->values[last]);
    }
    buffer_add_char(&buffer, '.');
    return keep(page->drawing, &buffer);
}

/* What the figure shows, in words, for readers who cannot see it. */
static struct text describe_drawing(const struct page *page)
{
    const struct drawing *drawing = page->drawing;
    struct buffer buffer = {0};
    const struct link_style *styles = drawing->theme->links;
    if (is_chart(page))
        return describe_chart(page);
    buffer_add_string(&buffer, "Network figure of ");
    add_count(&buffer, drawing_count_groups(drawing), "group", "groups");
    buffer_add_string(&buffer, " and ");
    add_count(&buffer, drawing_count_relations(drawing, NULL), "relation", "relations");
    for (size_t i = 0, written = 0; i < STYLE_COUNT; i++) {
        const size_t ties = drawing_count_relations(drawing, &styles[i]);
        if (ties > 0)
            buffer_add_format(&buffer, "%s%zu %s", written++ == 0 ? ": " : "; ", ties,
                              styles[i].label);
    }
    if (drawing->told.count > 0)
        buffer_add_format(&buffer, "%s%zu shown by the colour of bars",
                          drawing->links.count > 0 ? "; " : ": ", drawing->told.count);
    buffer_add_char(&buffer, '.');
    return keep(page->drawing, &buffer);
}

/* The title given, or what the selection is about: its ego, its regions, the dataset. */
static struct text title_words(const struct page *page)
{
    const struct figure_definition *definition = page->request->definition;
    const struct dataset *dataset = page->drawing->dataset;
    if (definition->title.length > 0)
        return definition->title;
    group_id ego = definition->query.ego.length > 0
                       ? dataset_match_group(dataset, definition->query.ego)
                       : GROUP_NONE;
    if (ego != GROUP_NONE)
        return dataset->groups.items[ego].name;
    if (definition->query.regions.count > 0)
        return describe_regions(&page->drawing->arena, dataset, &definition->query.regions);
    return dataset->title.length > 0 ? dataset->title : definition->name;
}

static struct text subtitle_of_figure(const struct page *page)
{
    const struct figure_definition *definition = page->request->definition;
    if (definition->subtitle.length > 0)
        return definition->subtitle;
    if (definition->type == FIGURE_STRIP)
        return TEXT("The same place in every panel. Strong: began or happened in the window; "
                    "pale: from earlier, or not dated");
    struct buffer buffer = {0};
    if (is_chart(page))
        buffer_add_format(&buffer, "By %s: ", series_step_name(definition->step));
    add_content_counts(page, &buffer);
    buffer_add_format(&buffer, "; " TEXT_FORMAT, TEXT_PARTS(window_words(page)));
    if (definition->type == FIGURE_DIFFERENCE)
        add_differences(page->drawing, &buffer);
    return keep(page->drawing, &buffer);
}

static struct text subtitle_words(const struct page *page)
{
    const struct text subtitle = subtitle_of_figure(page);
    if (page->drawing->page_count == 0)
        return subtitle;
    return arena_format(&page->drawing->arena, TEXT_FORMAT "; page %zu of %zu",
                        TEXT_PARTS(subtitle), page->drawing->page_number,
                        page->drawing->page_count);
}

/* Comes first: what is written afterwards keeps its size. */
static void shrink_to_page(const struct page *page)
{
    double width = box_width(drawing_measure_content(page->drawing));
    page->drawing->scale = 1;
    if (width > page->width)
        drawing_scale(page->drawing, page->width / width);
}

/* Bring the drawing below what has been written, centred. */
static void set_content(struct page *page)
{
    struct drawing *drawing = page->drawing;
    struct box content = drawing_measure_content(drawing);
    page->y += gap_content + page->spare / 2;
    drawing_move(drawing, margin + (page->width - box_width(content)) / 2 - content.left,
                 page->y - content.top);
    drawing->content = drawing_measure_content(drawing);
    page->y += box_height(content) + gap_content / 2 + page->spare / 2;
}

static void add_legend(struct page *page)
{
    struct drawing *drawing = page->drawing;
    legend_collect(drawing);
    if (drawing->legend.count == 0) /* a chart labels its lines */
        return;
    add_rule(page);
    page->y = legend_place(drawing, page->y, page->width);
    for (size_t i = 0; i < drawing->legend.count; i++) {
        drawing->legend.items[i].sample = box_move(drawing->legend.items[i].sample, margin, 0);
        drawing->legend.items[i].text.x += margin;
    }
}

/* Title, drawing, legend and notes below each other. */
static void write_page(struct page *page)
{
    struct drawing *drawing = page->drawing;
    drawing->texts.count = drawing->legend.count = drawing->rules.count = 0;
    page->y = margin;
    add_text(page, drawing->title, TEXT_TITLE, size_title, FONT_SEMIBOLD, TITLE_LINES_MOST);
    add_text(page, subtitle_words(page), TEXT_SUBTITLE, size_subtitle, FONT_REGULAR,
             TITLE_LINES_MOST);
    set_content(page);
    if (page->request->definition->show_legend)
        add_legend(page);
    add_rule(page);
    add_notes(page);
    drawing->page_height = page->y + margin;
}

/* A page that is too high gets a smaller drawing; texts around it keep their sizes. */
static void fit_height(struct page *page, double height)
{
    struct drawing *drawing = page->drawing;
    const double content = box_height(drawing->content);
    const double excess = drawing->page_height - height;
    if (excess > 0 && content > 0) {
        drawing_scale(drawing, fmax(share_least, (content - excess) / content));
        write_page(page);
    }
}

/* What a page of fixed height has to spare goes above and below the drawing. */
static void spread_height(struct page *page, double height)
{
    struct drawing *drawing = page->drawing;
    const double spare = height - drawing->page_height;
    if (spare <= 0)
        return;
    page->spare = spare;
    write_page(page);
}

static struct page start_page(struct drawing *drawing, const struct figure_request *request)
{
    return (struct page){.drawing = drawing,
                         .request = request,
                         .width = place_page_width(request->definition) - 2 * margin};
}

double finish_height_around(struct drawing *drawing, const struct figure_request *request)
{
    struct page page = start_page(drawing, request);
    drawing->title = title_words(&page);
    write_page(&page);
    const double height = drawing->page_height - box_height(drawing->content);
    drawing->texts.count = drawing->legend.count = drawing->rules.count = 0;
    drawing->page_height = 0;
    return height;
}

void finish_drawing(struct drawing *drawing, const struct figure_request *request)
{
    const struct figure_definition *definition = request->definition;
    struct page page = start_page(drawing, request);
    shrink_to_page(&page);
    drawing->page_width = place_page_width(definition);
    drawing->title = title_words(&page);
    drawing->description = describe_drawing(&page);
    write_page(&page);
    const double height = place_page_height(definition);
    if (height > 0 && definition->type != FIGURE_LANES) /* which go on on further pages */
        fit_height(&page, height);
    if (definition->fills_height)
        spread_height(&page, height);
}
