/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bars of one look are added together, so that the legend lists the looks in a fixed order:
 * loyal to each centre, loyal since an unknown day, to none; then stubs and marks.
 */
#include "figure/genealogy_bars.h"

#include <math.h>

const double genealogy_bar_height = 5, genealogy_stub = 11;

static const double year_size = 6, change_size = 5.4, year_gap = 21, outline_width = 0.9,
                    stub_width = 1.3, dot_size = 4.2, mark_size = 5, year_width = 0.55,
                    month_width = 0.25;

/* A look of bars: allegiance to a centre or none, certain or not. */
struct look {
    size_t centre;
    bool certain;
};

static struct text label_of(const struct genealogy *genealogy, group_id group)
{
    const struct group *about = &genealogy->drawing->dataset->groups.items[group];
    return about->label.length > 0 ? about->label : about->name;
}

static struct text words_of(const struct genealogy *genealogy, struct look look)
{
    struct arena *arena = &genealogy->drawing->arena;
    if (look.centre == ALLEGIANCE_NONE)
        return TEXT("no dated allegiance");
    struct text centre = label_of(genealogy, genealogy->centres.items[look.centre]);
    if (look.certain)
        return arena_format(arena, "loyal to " TEXT_FORMAT, TEXT_PARTS(centre));
    return arena_format(arena, "loyal to " TEXT_FORMAT ", since when unknown", TEXT_PARTS(centre));
}

static struct text title_of(const struct genealogy *genealogy, size_t lane, struct text words)
{
    const struct node *node = &genealogy->drawing->nodes.items[lane];
    return arena_format(&genealogy->drawing->arena, TEXT_FORMAT "\n" TEXT_FORMAT, TEXT_PARTS(words),
                        TEXT_PARTS(node->title));
}

static struct box bar_box(const struct life_lane *lane, double left, double right)
{
    double half = genealogy_bar_height / 2;
    return (struct box){left, lane->y - half, right, lane->y + half};
}

static void add_bar(struct genealogy *genealogy, size_t lane, struct bar bar)
{
    bar.group = genealogy->drawing->nodes.items[lane].id;
    bar.title = title_of(genealogy, lane, bar.legend);
    list_push(&genealogy->drawing->bars, bar);
}

/* The piece from where the life has surely begun to where it has not surely ended. */
static void add_piece(struct genealogy *genealogy, size_t number, size_t piece, struct look look)
{
    const struct life_lane *lane = &genealogy->lanes.items[number];
    const struct allegiance *allegiance = &lane->pieces.items[piece];
    const struct time_axis *axis = &genealogy->axis;
    double first = time_axis_place(axis, lane->life.starts.last);
    double last = time_axis_place(axis, lane->life.ends.first);
    if (lane->life.starts.first == lane->life.starts.last)
        first = lane->left;
    if (lane->life.ends.first == lane->life.ends.last)
        last = lane->right;
    double left = piece == 0 ? first : time_axis_place(axis, allegiance->span.first);
    double right =
        piece + 1 == lane->pieces.count ? last : time_axis_place(axis, allegiance->span.last);
    left = fmax(left, first);
    right = fmin(right, last);
    if (right <= left)
        return;
    struct bar bar = {.box = bar_box(lane, left, right),
                      .fill = style_of_allegiance(genealogy->drawing->theme, look.centre),
                      .class_names = TEXT("lifeline"),
                      .legend = words_of(genealogy, look)};
    if (!look.certain) {
        bar.box = box_grow(bar.box, -outline_width / 2);
        bar.border = bar.fill;
        bar.fill = &genealogy->drawing->theme->paper;
        bar.border_width = outline_width;
        bar.class_names = TEXT("lifeline possible");
    }
    add_bar(genealogy, number, bar);
}

static void add_pieces(struct genealogy *genealogy, struct look look)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        const struct allegiance_list *pieces = &genealogy->lanes.items[i].pieces;
        for (size_t j = 0; j < pieces->count; j++)
            if (pieces->items[j].centre == look.centre && pieces->items[j].certain == look.certain)
                add_piece(genealogy, i, j, look);
    }
}

/* A beginning or an end that lies somewhere within these days. */
static void add_range(struct genealogy *genealogy, size_t number, struct day_span span)
{
    const struct life_lane *lane = &genealogy->lanes.items[number];
    double left = time_axis_place(&genealogy->axis, span.first);
    double right = time_axis_place(&genealogy->axis, span.last);
    if (span.first == span.last || right - left < 1)
        return;
    add_bar(genealogy, number,
            (struct bar){.box = box_grow(bar_box(lane, left, right), -outline_width / 2),
                         .border = &genealogy->drawing->theme->muted,
                         .border_width = outline_width,
                         .dashed = true,
                         .class_names = TEXT("lifeline range"),
                         .legend = TEXT("begins or ends in this time")});
}

static void add_ranges(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        add_range(genealogy, i, genealogy->lanes.items[i].life.starts);
        add_range(genealogy, i, genealogy->lanes.items[i].life.ends);
    }
}

static void add_stub(struct genealogy *genealogy, const struct life_lane *lane, double from,
                     double to)
{
    list_push(&genealogy->drawing->strokes,
              (struct stroke){.from = {from, lane->y},
                              .to = {to, lane->y},
                              .colour = &genealogy->drawing->theme->muted,
                              .width = stub_width,
                              .dashed = true,
                              .legend = TEXT("start or end not dated")});
}

static void add_stubs(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        const struct life_lane *lane = &genealogy->lanes.items[i];
        if (lane->life.start == LIFE_UNKNOWN)
            add_stub(genealogy, lane, lane->left, lane->left - genealogy_stub);
        if (lane->life.end == LIFE_UNKNOWN)
            add_stub(genealogy, lane, lane->right, lane->right + genealogy_stub);
    }
}

static void add_ends(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        const struct life_lane *lane = &genealogy->lanes.items[i];
        if (lane->life.end == LIFE_DATED)
            add_bar(genealogy, i,
                    (struct bar){.box = box_around((struct point){lane->right, lane->y}, mark_size,
                                                   mark_size),
                                 .fill = &genealogy->drawing->theme->paper,
                                 .border = &genealogy->drawing->theme->ink,
                                 .border_width = outline_width,
                                 .is_mark = true,
                                 .class_names = TEXT("mark ended"),
                                 .legend = TEXT("ended")});
    }
}

/* Where a line leaves a bar there is a dot; where it only passes one there is none. */
static void add_dots(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->drawing->links.count; i++) {
        const struct link *link = &genealogy->drawing->links.items[i];
        struct point at = link->path.items[0];
        list_push(&genealogy->drawing->bars,
                  (struct bar){.box = box_around(at, dot_size, dot_size),
                               .radius = dot_size / 2,
                               .fill = &link->style->line,
                               .border = &genealogy->drawing->theme->paper,
                               .border_width = 0.5,
                               .is_mark = true,
                               .title = link->title,
                               .class_names = TEXT("mark start"),
                               .legend = TEXT("a tie starts from this group")});
    }
}

static void add_caption(struct genealogy *genealogy, struct text text, double x, double baseline,
                        double size)
{
    struct text_line line = {.text = text,
                             .role = TEXT_NOTE,
                             .size = size,
                             .y = baseline,
                             .colour = &genealogy->drawing->theme->muted};
    line.width = font_text_width(text, size, FONT_REGULAR);
    line.x = x - line.width / 2;
    list_push(&genealogy->drawing->captions, line);
}

static void add_year_line(struct genealogy *genealogy, double x, double bottom, bool changes)
{
    list_push(&genealogy->drawing->strokes,
              (struct stroke){.from = {x, 0},
                              .to = {x, bottom},
                              .colour = &genealogy->drawing->theme->rule,
                              .width = year_width,
                              .dashed = changes});
}

static bool is_change(const struct time_axis *axis, day_number day)
{
    for (size_t i = 1; i + 1 < axis->count; i++)
        if (axis->knots[i].day == day)
            return true;
    return false;
}

/* Months within a year that has room for them. */
static void add_months(struct genealogy *genealogy, int year, double bottom)
{
    static const struct {
        int month;
        double room; /* that the year needs, in points */
        const char *name;
    } months[] = {{4, 120, "Apr"}, {7, 60, "Jul"}, {10, 120, "Oct"}};
    const struct time_axis *axis = &genealogy->axis;
    double room = time_axis_place(axis, day_from_civil(year + 1, 1, 1)) -
                  time_axis_place(axis, day_from_civil(year, 1, 1));
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        day_number day = day_from_civil(year, months[i].month, 1);
        double x = time_axis_place(axis, day);
        if (room < months[i].room || day >= axis->knots[axis->count - 1].day)
            continue;
        list_push(&genealogy->drawing->strokes,
                  (struct stroke){.from = {x, 0},
                                  .to = {x, bottom},
                                  .colour = &genealogy->drawing->theme->rule,
                                  .width = month_width});
        add_caption(genealogy, text_from(months[i].name), x, bottom + 2 + year_size * font_ascent(),
                    change_size);
    }
}

static void add_years(struct genealogy *genealogy, double bottom)
{
    const struct time_axis *axis = &genealogy->axis;
    struct day_list years = {0};
    time_axis_list_years(axis, year_gap, &years);
    for (size_t i = 0; i < years.count; i++) {
        int year, month, dayofmonth;
        double x = time_axis_place(axis, years.items[i]);
        day_to_civil(years.items[i], &year, &month, &dayofmonth);
        add_months(genealogy, year, bottom);
        if (!is_change(axis, years.items[i]))
            add_year_line(genealogy, x, bottom, false);
        add_caption(genealogy, arena_format(&genealogy->drawing->arena, "%d", year), x,
                    bottom + 2 + year_size * font_ascent(), year_size);
    }
    for (size_t i = 1; i + 1 < axis->count; i++) {
        add_year_line(genealogy, axis->knots[i].x, bottom, true);
        add_caption(genealogy, TEXT("scale change"), axis->knots[i].x,
                    bottom + 2.5 + year_size * (font_ascent() + font_descent()) +
                        change_size * font_ascent(),
                    change_size);
    }
    list_release(&years);
}

void genealogy_draw(struct genealogy *genealogy, double bottom)
{
    add_years(genealogy, bottom);
    add_stubs(genealogy);
    for (size_t i = 0; i < genealogy->centres.count; i++)
        add_pieces(genealogy, (struct look){i, true});
    for (size_t i = 0; i < genealogy->centres.count; i++)
        add_pieces(genealogy, (struct look){i, false});
    add_pieces(genealogy, (struct look){ALLEGIANCE_NONE, true});
    add_ranges(genealogy);
    add_ends(genealogy);
    add_dots(genealogy);
}
