/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 *      Ties
 *   80 |            o---o  possible 79      each panel has its own scale, from 0 unless a
 *      |     o-----'     *  certain 41      value lies below, up to a round number
 *    0 |  *----*--------'
 *         2012  2013  2014                  the windows stand below the last panel
 */
#include "figure/place_series.h"

#include "base/buffer.h"
#include "figure/place.h"

#include <math.h>
#include <string.h>

static const double side_margin = 3, size_name = 6.8, size_label = 6, size_axis = 5.8,
                    panel_wide = 62, panel_narrow = 50, panel_gap = 12, name_gap = 5,
                    narrow_page = 300, axis_gap = 4, label_gap = 5, certain_width = 1.25,
                    possible_width = 0.9, certain_dot = 3, possible_dot = 2.8, dot_border = 0.8,
                    tick_length = 2.5, rule_width = 0.5, caption_room = 8, dots_room = 5,
                    dots_apart = 4.5;

/* One way in which a measure is drawn. */
struct look {
    const char *word;
    const struct colour *line;
    double width;
    double dot;
    bool hollow;
};

struct chart {
    struct drawing *drawing;
    const struct figure_request *request;
    const struct metric_series *series;
    double left; /* of the plots */
    double right;
    double panel_height;
};

/* One measure. */
struct panel {
    const struct metric *metric;
    const double *all;
    const double *certain;
    double top; /* of the plot */
    double bottom;
    double low; /* values there */
    double high;
};

LIST(panel_list, struct panel);

static struct look look_of(const struct chart *chart, bool certain)
{
    const struct theme *theme = chart->drawing->theme;
    if (certain)
        return (struct look){"certain", &theme->ink, certain_width, certain_dot, false};
    return (struct look){"possible", &theme->muted, possible_width, possible_dot, true};
}

/* The next round number, so that the line has most of the panel. */
static double round_up(double value)
{
    const double power = pow(10, floor(log10(value)));
    static const double steps[] = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (value <= steps[i] * power * (1 + 1e-9))
            return steps[i] * power;
    return 10 * power;
}

static void set_scale(struct panel *panel, size_t rows)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < rows; i++) {
        if (!isnan(panel->all[i])) {
            low = fmin(low, panel->all[i]);
            high = fmax(high, panel->all[i]);
        }
        if (!isnan(panel->certain[i])) {
            low = fmin(low, panel->certain[i]);
            high = fmax(high, panel->certain[i]);
        }
    }
    panel->low = low < 0 ? -round_up(-low) : 0;
    panel->high = high > 0 ? round_up(high) : low < 0 ? 0 : 1;
}

static struct text number_words(const struct chart *chart, double value)
{
    struct buffer buffer = {0};
    buffer_add_number(&buffer, value, 2);
    const struct text words = arena_copy_text(&chart->drawing->arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return words;
}

/* Writes nothing; x is the left end. */
static struct text_line make_line(struct text text, enum text_role role, double size, double x,
                                  double baseline)
{
    struct text_line line = {.text = text, .role = role, .size = size, .x = x, .y = baseline};
    line.width = font_text_width(text, size, FONT_REGULAR);
    return line;
}

static void add_caption(const struct chart *chart, struct text_line line)
{
    list_push(&chart->drawing->captions, line);
}

static double place_x(const struct chart *chart, size_t row)
{
    const size_t rows = chart->series->windows.count;
    const double share = rows > 1 ? (double)row / (double)(rows - 1) : 0.5;
    return chart->left + dots_room + share * (chart->right - chart->left - 2 * dots_room);
}

static double place_y(const struct panel *panel, double value)
{
    return panel->bottom -
           (value - panel->low) / (panel->high - panel->low) * (panel->bottom - panel->top);
}

static void add_stroke(const struct chart *chart, struct point from, struct point to,
                       const struct colour *colour, double width)
{
    list_push(&chart->drawing->strokes,
              (struct stroke){.from = from, .to = to, .colour = colour, .width = width});
}

/* A line at a round value, with the value on its left. */
static void add_tick(const struct chart *chart, const struct panel *panel, double value)
{
    const double y = place_y(panel, value);
    struct text_line line = make_line(number_words(chart, value), TEXT_LEGEND, size_axis, 0,
                                      y + size_axis * (font_ascent() - font_descent()) / 2);
    add_stroke(chart, (struct point){chart->left, y}, (struct point){chart->right, y},
               &chart->drawing->theme->rule, rule_width);
    line.x = chart->left - axis_gap - line.width;
    line.colour = &chart->drawing->theme->muted;
    add_caption(chart, line);
}

static void add_scale(const struct chart *chart, const struct panel *panel)
{
    add_tick(chart, panel, panel->low);
    add_tick(chart, panel, panel->high);
    if (panel->low < 0 && panel->high > 0)
        add_tick(chart, panel, 0);
}

static void add_name(const struct chart *chart, const struct panel *panel)
{
    const struct metric *metric = panel->metric;
    const struct text name =
        strstr(metric->label, metric->unit) != NULL
            ? text_from(metric->label)
            : arena_format(&chart->drawing->arena, "%s (%s)", metric->label, metric->unit);
    struct text_line line =
        make_line(name, TEXT_FRAME, size_name, chart->left, panel->top - name_gap);
    line.weight = FONT_SEMIBOLD;
    line.width = font_text_width(name, size_name, FONT_SEMIBOLD);
    line.colour = &chart->drawing->theme->ink;
    add_caption(chart, line);
}

static void add_dot(const struct chart *chart, const struct panel *panel, size_t row, double value,
                    const struct look *look)
{
    const struct theme *theme = chart->drawing->theme;
    struct arena *arena = &chart->drawing->arena;
    list_push(&chart->drawing->bars,
              (struct bar){
                  .box = box_around((struct point){place_x(chart, row), place_y(panel, value)},
                                    look->dot, look->dot),
                  .radius = look->dot / 2,
                  .fill = look->hollow ? &theme->paper : look->line,
                  .border = look->line,
                  .border_width = dot_border,
                  .title = arena_format(arena, TEXT_FORMAT ": " TEXT_FORMAT " %s, %s",
                                        TEXT_PARTS(chart->series->windows.items[row].text),
                                        TEXT_PARTS(number_words(chart, value)),
                                        panel->metric->label, look->word),
                  .class_names = look->hollow ? TEXT("mark possible") : TEXT("mark certain"),
              });
}

/* Dots that would run into each other are left out, but for the last and for what no line joins. */
static bool has_dot(const struct chart *chart, const double *values, size_t row)
{
    const size_t last = chart->series->windows.count - 1;
    const bool joined =
        (row > 0 && !isnan(values[row - 1])) || (row < last && !isnan(values[row + 1]));
    return row == last || !joined || place_x(chart, 1) - place_x(chart, 0) >= dots_apart;
}

/* Windows without a value break the line. */
static void add_line(const struct chart *chart, const struct panel *panel, bool certain)
{
    const double *values = certain ? panel->certain : panel->all;
    const struct look look = look_of(chart, certain);
    for (size_t i = 0; i < chart->series->windows.count; i++) {
        if (isnan(values[i]))
            continue;
        if (i > 0 && !isnan(values[i - 1]))
            add_stroke(chart, (struct point){place_x(chart, i - 1), place_y(panel, values[i - 1])},
                       (struct point){place_x(chart, i), place_y(panel, values[i])}, look.line,
                       look.width);
        if (has_dot(chart, values, i))
            add_dot(chart, panel, i, values[i], &look);
    }
}

/* "certain 41", or empty when the last window has no value, or the same as what is certain. */
static struct text label_words(const struct chart *chart, const struct panel *panel, bool certain)
{
    const double value = (certain ? panel->certain : panel->all)[chart->series->windows.count - 1];
    const double other = panel->certain[chart->series->windows.count - 1];
    if (isnan(value) || (!certain && value == other))
        return (struct text){0};
    return arena_format(&chart->drawing->arena, "%s " TEXT_FORMAT, look_of(chart, certain).word,
                        TEXT_PARTS(number_words(chart, value)));
}

/* Beside the last dots; two that would touch are moved apart, within the panel. */
static void add_labels(const struct chart *chart, const struct panel *panel)
{
    const size_t last = chart->series->windows.count - 1;
    const double height = size_label * (font_ascent() + font_descent());
    double middles[2];
    for (int k = 0; k < 2; k++)
        middles[k] = isnan((k ? panel->certain : panel->all)[last])
                         ? panel->bottom
                         : place_y(panel, (k ? panel->certain : panel->all)[last]);
    const double missing = height - fabs(middles[1] - middles[0]);
    if (missing > 0 && label_words(chart, panel, false).length > 0) {
        const int upper = middles[0] <= middles[1] ? 0 : 1;
        middles[upper] -= missing / 2;
        middles[1 - upper] += missing / 2;
    }
    for (int k = 0; k < 2; k++) {
        struct text_line line = make_line(
            label_words(chart, panel, k == 1), TEXT_NODE, size_label, chart->right + label_gap,
            middles[k] + size_label * (font_ascent() - font_descent()) / 2);
        line.colour = look_of(chart, k == 1).line;
        if (line.text.length > 0)
            add_caption(chart, line);
    }
}

/* Is the window the first of its year?  Those stand below the axis. */
static bool begins_year(day_number day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return month == 1;
}

static struct text year_words(const struct chart *chart, day_number day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return arena_format(&chart->drawing->arena, "%d", year);
}

/* Each year as far as there is room, and a tick for each of them; a series without the turn of a
 * year has its first window named. */
static void add_windows(const struct chart *chart, double bottom)
{
    const struct window_list *windows = &chart->series->windows;
    double free_from = -INFINITY;
    bool named = false;
    for (size_t i = 0; i < windows->count; i++) {
        const day_number first = windows->items[i].first;
        const bool yearly = begins_year(first);
        if (!yearly && (named || i + 1 < windows->count))
            continue;
        struct text_line line =
            make_line(yearly ? year_words(chart, first) : windows->items[i].text, TEXT_LEGEND,
                      size_axis, 0, bottom + tick_length + 1 + size_axis * font_ascent());
        line.x = place_x(chart, i) - line.width / 2;
        line.colour = &chart->drawing->theme->muted;
        named = true;
        add_stroke(chart, (struct point){place_x(chart, i), bottom},
                   (struct point){place_x(chart, i), bottom + tick_length},
                   &chart->drawing->theme->muted, rule_width);
        if (line.x < free_from)
            continue;
        add_caption(chart, line);
        free_from = line.x + line.width + caption_room;
    }
}

static bool find_panel(const struct chart *chart, struct text name, struct panel *panel)
{
    const struct metric_column_list *columns = &chart->series->all.columns;
    for (size_t i = 0; i < columns->count; i++)
        if (text_equal_string(name, columns->items[i].metric->name)) {
            *panel = (struct panel){.metric = columns->items[i].metric,
                                    .all = columns->items[i].values,
                                    .certain = chart->series->certain.columns.items[i].values};
            set_scale(panel, chart->series->windows.count);
            return true;
        }
    return false;
}

static void collect_panels(const struct chart *chart, struct panel_list *panels)
{
    const struct text_list *names = &chart->request->definition->measures;
    for (size_t i = 0; i < names->count; i++) {
        struct panel panel;
        if (find_panel(chart, names->items[i], &panel))
            list_push(panels, panel);
    }
}

/* The plots begin behind the widest number of a scale and end before the widest label. */
static void set_sides(struct chart *chart, const struct panel_list *panels)
{
    double numbers = 0, labels = 0;
    for (size_t i = 0; i < panels->count; i++) {
        const struct panel *panel = &panels->items[i];
        const struct text ends[] = {number_words(chart, panel->low),
                                    number_words(chart, panel->high)};
        for (int k = 0; k < 2; k++) {
            numbers = fmax(numbers, font_text_width(ends[k], size_axis, FONT_REGULAR));
            labels = fmax(labels, font_text_width(label_words(chart, panel, k == 1), size_label,
                                                  FONT_REGULAR));
        }
    }
    const double page = place_page_width(chart->request->definition);
    chart->left = numbers + axis_gap;
    chart->right = page - 2 * side_margin - labels - label_gap;
    chart->panel_height = page < narrow_page ? panel_narrow : panel_wide;
}

static void tell_relations(struct drawing *drawing, const struct selection *selection)
{
    for (size_t i = 0; i < selection->relations.count; i++)
        list_push(&drawing->told, selection->relations.items[i].relation);
}

void place_series(struct drawing *drawing, const struct figure_request *request)
{
    struct chart chart = {.drawing = drawing, .request = request, .series = request->series};
    struct panel_list panels = {0};
    double y = 0;
    tell_relations(drawing, request->selection);
    if (request->series == NULL)
        return;
    collect_panels(&chart, &panels);
    set_sides(&chart, &panels);
    for (size_t i = 0; i < panels.count; i++) {
        struct panel *panel = &panels.items[i];
        panel->top = y + size_name + name_gap;
        panel->bottom = panel->top + chart.panel_height;
        add_name(&chart, panel);
        add_scale(&chart, panel);
        add_line(&chart, panel, false);
        add_line(&chart, panel, true);
        add_labels(&chart, panel);
        y = panel->bottom + panel_gap;
    }
    if (panels.count > 0)
        add_windows(&chart, panels.items[panels.count - 1].bottom);
    drawing->note = TEXT(
        "Filled dots count what certainly was in the window, hollow ones whatever the dates "
        "allow to have been; where the two lie apart, the sources do not date enough. Each "
        "panel has a scale of its own; what changed is told from the second window on. bloc metrics --explain defines the measures.");
    list_release(&panels);
}
