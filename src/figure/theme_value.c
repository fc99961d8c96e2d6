/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/theme_value.h"

#include "base/buffer.h"
#include "figure/attribute_value.h"
#include "figure/heads.h"

#include <string.h>

#define POINTS_PER_INCH 72

enum {
    COLOUR_LENGTH = 7,
    DASHES_MOST = 6,
};

static const double side_least = 56, side_most = 5670; /* 20 mm to 2 m, as of figures */
static const double radius_usual = 6, dash_least = 0.5, dash_most = 20;

static void *field_of(void *target, const struct theme_attribute *attribute)
{
    return (char *)target + attribute->field;
}

static bool is_colour(struct text value)
{
    if (value.length != COLOUR_LENGTH || value.at[0] != '#')
        return false;
    for (size_t i = 1; i < value.length; i++)
        if (strchr("0123456789ABCDEFabcdef", value.at[i]) == NULL)
            return false;
    return true;
}

bool theme_set_colour(void *target, const struct theme_attribute *attribute, struct text value,
                      struct arena *arena, struct error *error)
{
    const char **field = field_of(target, attribute);
    if (!is_colour(value))
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no colour like #1D4A85",
                         TEXT_PARTS(value));
    *field = arena_copy_text(arena, value).at;
    return true;
}

/* "#06695F:#06695F" is Graphviz's way to write two parallel lines. */
bool theme_set_line_colour(void *target, const struct theme_attribute *attribute, struct text value,
                           struct arena *arena, struct error *error)
{
    struct link_style *style = target;
    struct text first = value, second, rest = value;
    const bool is_list = memchr(value.at, ':', value.length) != NULL;
    if (is_list && (!text_next_piece(&rest, ':', &first) || !text_next_piece(&rest, ':', &second) ||
                    rest.length > 0 || !text_equal(first, second)))
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is neither a colour nor twice the same one",
                         TEXT_PARTS(value));
    if (!theme_set_colour(target, attribute, first, arena, error))
        return false;
    style->is_double = is_list;
    return true;
}

bool theme_set_number(void *target, const struct theme_attribute *attribute, struct text value,
                      struct arena *arena, struct error *error)
{
    double number;
    (void)arena;
    if (!text_to_double(text_trim(value), &number) || number < attribute->least ||
        number > attribute->most)
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no number from %g to %g",
                         TEXT_PARTS(value), attribute->least, attribute->most);
    *(double *)field_of(target, attribute) = number;
    return true;
}

bool theme_set_switch(void *target, const struct theme_attribute *attribute, struct text value,
                      struct arena *arena, struct error *error)
{
    (void)arena;
    return value_read_switch(value, field_of(target, attribute), error);
}

/* "13.333,7.5" or "13.333,7.5!" in inches. */
bool theme_set_size(void *target, const struct theme_attribute *attribute, struct text value,
                    struct arena *arena, struct error *error)
{
    struct theme *theme = target;
    struct text rest = text_trim(value), width = {0}, height = {0};
    double sides[2] = {0};
    (void)attribute;
    (void)arena;
    if (rest.length > 0 && rest.at[rest.length - 1] == '!')
        rest.length--;
    bool good = text_next_piece(&rest, ',', &width) && text_next_piece(&rest, ',', &height) &&
                rest.length == 0 && text_to_double(text_trim(width), &sides[0]) &&
                text_to_double(text_trim(height), &sides[1]);
    for (int i = 0; i < 2; i++) {
        sides[i] *= POINTS_PER_INCH;
        good = good && sides[i] >= side_least && sides[i] <= side_most;
    }
    if (!good)
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is no width and height in inches like 13.333,7.5, each "
                         "from 0.8 to 78",
                         TEXT_PARTS(value));
    theme->page_width = sides[0];
    theme->page_height = sides[1];
    return true;
}

static bool is_family(struct text name)
{
    for (size_t i = 0; i < name.length; i++) {
        const char byte = name.at[i];
        if (!(byte >= 'a' && byte <= 'z') && !(byte >= 'A' && byte <= 'Z') &&
            !(byte >= '0' && byte <= '9') && byte != ' ' && byte != '-')
            return false;
    }
    return name.length > 0;
}

/* Names with spaces need quotes in SVG. */
bool theme_set_fonts(void *target, const struct theme_attribute *attribute, struct text value,
                     struct arena *arena, struct error *error)
{
    struct buffer stack = {0};
    struct text rest = value, piece;
    bool good = true;
    while (good && text_next_piece(&rest, ',', &piece)) {
        piece = text_trim(piece);
        const bool is_quoted = piece.length > 0 && memchr(piece.at, ' ', piece.length) != NULL;
        good = is_family(piece) && (stack.length > 0 || text_equal_string(piece, "Inter"));
        buffer_add_format(&stack, "%s%s" TEXT_FORMAT "%s", stack.length > 0 ? ", " : "",
                          is_quoted ? "'" : "", TEXT_PARTS(piece), is_quoted ? "'" : "");
    }
    if (good)
        *(const char **)field_of(target, attribute) =
            arena_copy_text(arena, buffer_text(&stack)).at;
    buffer_release(&stack);
    return good ||
           error_set(error, ERROR_USAGE,
                     "'" TEXT_FORMAT "' is no list of font families that begins with Inter, in "
                     "which texts are measured",
                     TEXT_PARTS(value));
}

bool theme_set_head(void *target, const struct theme_attribute *attribute, struct text value,
                    struct arena *arena, struct error *error)
{
    struct text names[HEAD_COUNT];
    (void)arena;
    for (int i = 0; i < HEAD_COUNT; i++) {
        names[i] = text_from(head_name((enum head)i));
        if (!text_equal(names[i], value))
            continue;
        *(enum head *)field_of(target, attribute) = (enum head)i;
        return true;
    }
    const struct text *nearest = text_find_nearest(value, names, HEAD_COUNT);
    return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no head that we draw%s%s%s",
                     TEXT_PARTS(value), nearest == NULL ? "" : "; did you mean '",
                     nearest == NULL ? "" : nearest->at, nearest == NULL ? "" : "'?");
}

/* A list of lengths of dashes and gaps keeps what it says beside a style that is broken. */
bool theme_set_line_style(void *target, const struct theme_attribute *attribute, struct text value,
                          struct arena *arena, struct error *error)
{
    static const struct {
        const char *name;
        const char *dashes;
    } styles[] = {{"solid", NULL}, {"dashed", "5,2.2"}, {"dotted", "1.7,1.5"}};
    struct link_style *style = target;
    (void)attribute;
    (void)arena;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        if (!text_equal_string(value, styles[i].name))
            continue;
        style->dashes = styles[i].dashes;
        return true;
    }
    return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is none of solid, dashed, dotted",
                     TEXT_PARTS(value));
}

bool theme_set_dashes(void *target, const struct theme_attribute *attribute, struct text value,
                      struct arena *arena, struct error *error)
{
    struct link_style *style = target;
    struct text rest = value, piece;
    size_t count = 0;
    double length = 0;
    bool good = true;
    (void)attribute;
    while (good && text_next_piece(&rest, ',', &piece)) {
        good = text_to_double(piece, &length) && length >= dash_least && length <= dash_most;
        count++;
    }
    if (!good || count % 2 != 0 || count > DASHES_MOST)
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is no list of dashes and gaps like 5,2.2, each from "
                         "0.5 to 20",
                         TEXT_PARTS(value));
    style->dashes = arena_copy_text(arena, value).at;
    return true;
}

/* "filled" and "filled,rounded"; what is rounded has the radius it had, or a usual one. */
bool theme_set_box_style(void *target, const struct theme_attribute *attribute, struct text value,
                         struct arena *arena, struct error *error)
{
    struct node_style *style = target;
    struct text rest = value, piece;
    bool is_rounded = false;
    (void)attribute;
    (void)arena;
    while (text_next_piece(&rest, ',', &piece)) {
        is_rounded = is_rounded || text_equal_string(text_trim(piece), "rounded");
        if (!text_equal_string(text_trim(piece), "rounded") &&
            !text_equal_string(text_trim(piece), "filled"))
            return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is none of filled, rounded",
                             TEXT_PARTS(piece));
    }
    if (!is_rounded)
        style->radius = 0;
    else if (style->radius <= 0)
        style->radius = radius_usual;
    return true;
}
