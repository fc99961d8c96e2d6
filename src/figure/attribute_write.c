/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/attribute_write.h"

#include <string.h>

#include "base/buffer.h"
#include "figure/style.h"

/* What the writers see. */
struct view {
    const struct figure_definition *definition;
    double magnification; /* by which lengths were divided */
};

typedef void attribute_writer(const struct view *view, struct buffer *buffer);

static void add_text_or(struct text text, const char *instead, struct buffer *buffer)
{
    if (text.length > 0)
        buffer_add_text(buffer, text);
    else
        buffer_add_string(buffer, instead);
}

static void add_list(const struct text_list *list, struct buffer *buffer)
{
    for (size_t i = 0; i < list->count; i++)
        buffer_add_format(buffer, "%s" TEXT_FORMAT, i > 0 ? "," : "", TEXT_PARTS(list->items[i]));
}

static void add_length(double millimetres, struct buffer *buffer)
{
    buffer_add_number(buffer, millimetres, 3);
    buffer_add_string(buffer, "mm");
}

static void write_type(const struct view *view, struct buffer *buffer)
{
    buffer_add_string(buffer, figure_type_name(view->definition->type));
}

static void write_windows(const struct view *view, struct buffer *buffer)
{
    const struct window_list *windows = &view->definition->windows;
    for (size_t i = 0; i < windows->count; i++)
        buffer_add_format(buffer, "%s" TEXT_FORMAT, i > 0 ? "; " : "",
                          TEXT_PARTS(windows->items[i].text));
}

static void write_from(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->from.text);
}

static void write_to(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->to.text);
}

static void write_step(const struct view *view, struct buffer *buffer)
{
    if (view->definition->type == FIGURE_SERIES)
        buffer_add_string(buffer, series_step_name(view->definition->step));
}

static void write_width(const struct view *view, struct buffer *buffer)
{
    add_length(view->definition->width_mm * view->magnification, buffer);
}

static void write_height(const struct view *view, struct buffer *buffer)
{
    if (view->definition->height_mm > 0)
        add_length(view->definition->height_mm * view->magnification, buffer);
}

static void write_time_limit(const struct view *view, struct buffer *buffer)
{
    buffer_add_number(buffer, view->definition->time_limit, 3);
}

/* The name of the file without its folder, which says where on a machine it lay. */
static void write_theme(const struct view *view, struct buffer *buffer)
{
    struct text theme = view->definition->theme;
    for (size_t i = theme.length; i > 0; i--)
        if (theme.at[i - 1] == '/') {
            theme = (struct text){theme.at + i, theme.length - i};
            break;
        }
    add_text_or(theme, "default", buffer);
}

static void write_font(const struct view *view, struct buffer *buffer)
{
    buffer_add_string(buffer, view->definition->embeds_font ? "embed" : "installed");
}

static void write_frame(const struct view *view, struct buffer *buffer)
{
    add_text_or(view->definition->frame_by, "none", buffer);
}

static void write_fill(const struct view *view, struct buffer *buffer)
{
    add_text_or(view->definition->fill_by, "none", buffer);
}

static void write_size(const struct view *view, struct buffer *buffer)
{
    add_text_or(view->definition->size_metric, "none", buffer);
}

static void write_measures(const struct view *view, struct buffer *buffer)
{
    if (view->definition->type == FIGURE_SERIES)
        add_list(&view->definition->measures, buffer);
}

static void write_style(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->style_by);
}

static void write_hubs(const struct view *view, struct buffer *buffer)
{
    if (view->definition->hubs.count > 0)
        add_list(&view->definition->hubs, buffer);
    else
        buffer_add_string(buffer, view->definition->hubs_auto ? "auto" : "none");
}

static void write_dates(const struct view *view, struct buffer *buffer)
{
    buffer_add_string(buffer, view->definition->show_dates ? "yes" : "no");
}

static void write_life(const struct view *view, struct buffer *buffer)
{
    buffer_add_string(buffer, view->definition->show_life ? "yes" : "no");
}

static void write_legend(const struct view *view, struct buffer *buffer)
{
    buffer_add_string(buffer, view->definition->show_legend ? "yes" : "no");
}

static void write_title(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->title);
}

static void write_subtitle(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->subtitle);
}

static void write_frame_title(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->frame_title);
}

static void write_note(const struct view *view, struct buffer *buffer)
{
    buffer_add_text(buffer, view->definition->note);
}

/* Those of attribute.c that stand on the graph; a test compares the two. */
static const struct {
    const char *name;
    attribute_writer *write;
} writers[] = {
    {"figure_type", write_type},       {"figure_windows", write_windows},
    {"figure_from", write_from},       {"figure_to", write_to},
    {"figure_step", write_step},       {"figure_width", write_width},
    {"figure_height", write_height},   {"figure_time_limit", write_time_limit},
    {"figure_theme", write_theme},     {"figure_font", write_font},
    {"encode_frame", write_frame},     {"encode_fill", write_fill},
    {"encode_size", write_size},       {"encode_measures", write_measures},
    {"encode_style", write_style},     {"encode_hubs", write_hubs},
    {"encode_dates", write_dates},     {"encode_life", write_life},
    {"encode_legend", write_legend},   {"text_title", write_title},
    {"text_subtitle", write_subtitle}, {"text_frame", write_frame_title},
    {"text_note", write_note},
};

/* Add what was written, unless it is nothing, and empty the buffer. */
static void add_option(struct text_pair_list *options, struct arena *arena, const char *name,
                       struct buffer *value)
{
    if (value->length > 0)
        list_push(options, (struct text_pair){arena_copy_text(arena, text_from(name)),
                                              arena_copy_text(arena, buffer_text(value))});
    value->length = 0;
}

/* Of what is said of single groups, this alone decides on what is in the picture. */
static void write_hidden(const struct figure_definition *definition, struct buffer *buffer)
{
    for (size_t i = 0; i < definition->nodes.count; i++)
        if (definition->nodes.items[i].hidden)
            buffer_add_format(buffer, "%s" TEXT_FORMAT, buffer->length > 0 ? "," : "",
                              TEXT_PARTS(definition->nodes.items[i].group));
}

/* The first attributes of figure_attributes() are the options of the selection, in their order. */
void attribute_list(const struct figure_definition *definition, const struct theme *theme,
                    struct arena *arena, struct text_pair_list *options)
{
    const struct view view = {definition, theme != NULL ? theme_magnification(theme) : 1};
    size_t selecting, count;
    struct buffer value = {0};
    const struct figure_attribute *attributes = figure_attributes(&count);
    query_options(&selecting);
    for (size_t i = 0; i < selecting; i++) {
        query_write(&definition->query, i, &value);
        add_option(options, arena, attributes[i].name, &value);
    }
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        writers[i].write(&view, &value);
        add_option(options, arena, writers[i].name, &value);
    }
    write_hidden(definition, &value);
    add_option(options, arena, "hidden", &value);
    buffer_release(&value);
}
