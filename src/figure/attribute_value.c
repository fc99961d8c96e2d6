/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/attribute_value.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/choice.h"

#define LENGTH_MINIMUM_MM 20.0
#define LENGTH_MAXIMUM_MM 2000.0

#define SECONDS_MINIMUM 0.001
#define SECONDS_MAXIMUM 3600.0

enum {
    WINDOWS_LEAST = 2,
    WINDOWS_MOST = 6
};

/* 200 inches, the most that PDF readers show. */
#define COORDINATE_LIMIT 14400.0

bool value_read_switch(struct text value, bool *on, struct error *error)
{
    const bool yes = text_equal_string(value, "yes") || text_equal_string(value, "true");
    const bool no = text_equal_string(value, "no") || text_equal_string(value, "false");
    if (!yes && !no)
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is neither yes nor no",
                         TEXT_PARTS(value));
    *on = yes;
    return true;
}

bool value_read_word(struct text value, const char *const *words, size_t count, struct text *word,
                     struct error *error)
{
    struct text candidates[16] = {{0}};
    assert(count <= sizeof candidates / sizeof *candidates);
    for (size_t i = 0; i < count; i++) {
        candidates[i] = text_from(words[i]);
        if (!text_equal(value, candidates[i]))
            continue;
        *word = strcmp(words[i], "none") == 0 ? (struct text){0} : candidates[i];
        return true;
    }
    return choice_refuse("value", value, candidates, count, error);
}

bool value_read_length(struct text value, double *millimetres, struct error *error)
{
    static const struct {
        const char *unit;
        double millimetres;
    } units[] = {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}};
    const struct text trimmed = text_trim(value);
    for (size_t i = 0; trimmed.length > 2 && i < sizeof units / sizeof *units; i++) {
        if (memcmp(trimmed.at + trimmed.length - 2, units[i].unit, 2) != 0)
            continue;
        double number;
        if (!text_to_double(text_trim((struct text){trimmed.at, trimmed.length - 2}), &number))
            break;
        number *= units[i].millimetres;
        if (number < LENGTH_MINIMUM_MM || number > LENGTH_MAXIMUM_MM)
            return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is not between 20mm and 2000mm",
                             TEXT_PARTS(value));
        *millimetres = number;
        return true;
    }
    return error_set(error, ERROR_USAGE,
                     "'" TEXT_FORMAT "' is no length like 170mm, 17cm, 6.7in or 482pt",
                     TEXT_PARTS(value));
}

bool value_read_seconds(struct text value, double *seconds, struct error *error)
{
    double number;
    if (!text_to_double(text_trim(value), &number) || number < SECONDS_MINIMUM ||
        number > SECONDS_MAXIMUM)
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is no number of seconds between 0.001 and 3600",
                         TEXT_PARTS(value));
    *seconds = number;
    return true;
}

bool value_read_window(struct text value, struct arena *arena, struct window *window,
                       struct error *error)
{
    const char *reason = NULL;
    struct window read;
    const struct text text = arena_copy_text(arena, text_trim(value));
    if (text.length == 0)
        return error_set(error, ERROR_USAGE, "a date is missing");
    if (!window_parse(text, &read, &reason))
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "': %s", TEXT_PARTS(text), reason);
    *window = read;
    return true;
}

/* Fails unless the window begins after the one ahead of it. */
static bool add_window(struct window_list *windows, struct window window, struct error *error)
{
    const bool first = windows->count == 0;
    if (!first && window.first <= windows->items[windows->count - 1].last)
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' begins before the window ahead of it ends",
                         TEXT_PARTS(window.text));
    list_push(windows, window);
    return true;
}

bool value_read_windows(struct text value, struct arena *arena, struct window_list *windows,
                        struct error *error)
{
    struct window_list read = {0};
    struct text piece, rest = value;
    bool good = true;
    while (good && text_next_piece(&rest, ';', &piece)) {
        struct window window = {0};
        good = value_read_window(piece, arena, &window, error) && add_window(&read, window, error);
    }
    if (good && (read.count < WINDOWS_LEAST || read.count > WINDOWS_MOST))
        good = error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is not %d to %d windows",
                         TEXT_PARTS(value), WINDOWS_LEAST, WINDOWS_MOST);
    list_release(good ? windows : &read);
    if (good)
        *windows = read;
    return good;
}

/* Is there a DOT line break at offset?  The letter tells the alignment, which is ours. */
static bool is_break(struct text value, size_t offset)
{
    return value.at[offset] == '\\' && offset + 1 < value.length &&
           strchr("nlr", value.at[offset + 1]) != NULL;
}

/* The metric of the catalogue that a series may show, or NULL. */
static const struct metric *find_measure(struct text name)
{
    size_t count;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t i = 0; i < count; i++)
        if ((metrics[i].scope == SCOPE_NETWORK || metrics[i].scope == SCOPE_PERIOD) &&
            text_equal_string(name, metrics[i].name))
            return &metrics[i];
    return NULL;
}

static bool refuse_measure(struct text name, struct error *error)
{
    size_t count;
    const struct metric *metrics = metric_catalogue(&count);
    struct text_list names = {0};
    for (size_t i = 0; i < count; i++)
        if (metrics[i].scope == SCOPE_NETWORK || metrics[i].scope == SCOPE_PERIOD)
            list_push(&names, text_from(metrics[i].name));
    const struct text *nearest = text_find_nearest(name, names.items, names.count);
    if (nearest != NULL)
        error_set(error, ERROR_USAGE,
                  "'" TEXT_FORMAT "' is no metric of the network or of periods; did you mean "
                  "'" TEXT_FORMAT "'?",
                  TEXT_PARTS(name), TEXT_PARTS(*nearest));
    else
        error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no metric of the network or of periods",
                  TEXT_PARTS(name));
    list_release(&names);
    return false;
}

bool value_read_measures(struct text value, struct text_list *names, struct error *error)
{
    struct text_list read = {0};
    struct text name;
    bool good = true;
    while (good && text_next_piece(&value, ',', &name)) {
        name = text_trim(name);
        const struct metric *metric = find_measure(name);
        good = metric != NULL || refuse_measure(name, error);
        if (metric != NULL)
            list_push(&read, text_from(metric->name));
    }
    if (!good) {
        list_release(&read);
        return false;
    }
    list_release(names);
    *names = read;
    return true;
}

struct text value_clean_text(struct arena *arena, struct text value)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < value.length; i++) {
        const bool escaped = value.at[i] == '\\' && i + 1 < value.length;
        const bool breaks = is_break(value, i);
        if (breaks || (escaped && value.at[i + 1] == '\\'))
            i++;
        const bool blank = breaks || value.at[i] == ' ' || (unsigned char)value.at[i] < ' ';
        if (!blank)
            buffer_add_char(&buffer, value.at[i]);
        else if (buffer.length > 0 && buffer.at[buffer.length - 1] != ' ')
            buffer_add_char(&buffer, ' ');
    }
    const struct text text = arena_copy_text(arena, text_trim(buffer_text(&buffer)));
    buffer_release(&buffer);
    return text;
}

static bool read_coordinate(struct text text, double *coordinate)
{
    return text_to_double(text_trim(text), coordinate) && fabs(*coordinate) <= COORDINATE_LIMIT;
}

bool value_read_point(struct text value, struct point *point, struct error *error)
{
    struct text rest = text_trim(value), x = {0}, y = {0}, more;
    struct point read;
    if (rest.length > 0 && rest.at[rest.length - 1] == '!')
        rest.length--;
    const bool split = text_next_piece(&rest, ',', &x) && text_next_piece(&rest, ',', &y) &&
                       !text_next_piece(&rest, ',', &more);
    if (!split || !read_coordinate(x, &read.x) || !read_coordinate(y, &read.y))
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no place like 120,40 in points",
                         TEXT_PARTS(value));
    *point = read;
    return true;
}
