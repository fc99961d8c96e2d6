/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two tables make the whole: the rows here, and the options of the selection, which become the
 * select_ attributes.  A setter leaves the default in place when it refuses a value.
 */
#include "figure/attribute.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "figure/attribute_value.h"

#define REFERENCE_LIMIT 64
#define NAME_LIMIT 64

#define SELECT_PREFIX "select_"

static const char *const prefixes[] = {SELECT_PREFIX, "encode_", "text_", "figure_"};

enum stand {
    STANDS_ON_GRAPH,
    STANDS_ON_DEFAULTS, /* on graph, node [...] and edge [...] alike */
    STANDS_ON_NODE,
};

static const char *const stand_names[] = {
    [STANDS_ON_GRAPH] = "graph",
    [STANDS_ON_DEFAULTS] = "graph, node or edge",
    [STANDS_ON_NODE] = "one node",
};

struct attribute {
    const char *name;
    enum stand stand;
    const char *values;
    const char *standard;
    const char *help;
    bool (*set)(struct figure_definition *definition, struct text value, struct error *error);
    bool (*set_node)(struct figure_definition *definition, struct node_override *override,
                     struct text value, struct error *error);
};

static bool set_type(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"overview",   "lanes",     "region",    "ego",    "strip",
                                        "difference", "genealogy", "hierarchy", "matrix", "series"};
    struct text word;
    if (!value_read_word(value, words, sizeof words / sizeof *words, &word, error))
        return false;
    definition->given |= GIVEN_TYPE;
    return figure_type_from_text(word, &definition->type);
}

static bool set_width(struct figure_definition *definition, struct text value, struct error *error)
{
    return value_read_length(value, &definition->width_mm, error);
}

static bool set_height(struct figure_definition *definition, struct text value, struct error *error)
{
    return value_read_length(value, &definition->height_mm, error);
}

static bool set_time_limit(struct figure_definition *definition, struct text value,
                           struct error *error)
{
    return value_read_seconds(value, &definition->time_limit, error);
}

static bool set_font(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"installed", "embed"};
    struct text word;
    if (!value_read_word(value, words, sizeof words / sizeof *words, &word, error))
        return false;
    definition->embeds_font = text_equal_string(word, "embed");
    return true;
}

/* Whether there is such a file is found out by who reads it. */
static bool set_theme(struct figure_definition *definition, struct text value, struct error *error)
{
    const struct text name = text_trim(value);
    if (name.length == 0)
        return error_set(error, ERROR_USAGE, "a name is missing");
    definition->theme = arena_copy_text(&definition->arena, name);
    return true;
}

static bool set_windows(struct figure_definition *definition, struct text value,
                        struct error *error)
{
    return value_read_windows(value, &definition->arena, &definition->windows, error);
}

static bool set_from(struct figure_definition *definition, struct text value, struct error *error)
{
    definition->given |= GIVEN_FROM;
    return value_read_window(value, &definition->arena, &definition->from, error);
}

static bool set_to(struct figure_definition *definition, struct text value, struct error *error)
{
    definition->given |= GIVEN_TO;
    return value_read_window(value, &definition->arena, &definition->to, error);
}

static bool set_step(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"year", "quarter", "month"};
    struct text word;
    return value_read_word(value, words, sizeof words / sizeof *words, &word, error) &&
           series_step_from_text(word, &definition->step);
}

static bool set_measures(struct figure_definition *definition, struct text value,
                         struct error *error)
{
    return value_read_measures(value, &definition->measures, error);
}

static bool set_title(struct figure_definition *definition, struct text value, struct error *error)
{
    (void)error;
    definition->title = value_clean_text(&definition->arena, value);
    return true;
}

static bool set_subtitle(struct figure_definition *definition, struct text value,
                         struct error *error)
{
    (void)error;
    definition->subtitle = value_clean_text(&definition->arena, value);
    return true;
}

static bool set_frame_title(struct figure_definition *definition, struct text value,
                            struct error *error)
{
    (void)error;
    definition->frame_title = value_clean_text(&definition->arena, value);
    return true;
}

static bool set_note(struct figure_definition *definition, struct text value, struct error *error)
{
    (void)error;
    definition->note = value_clean_text(&definition->arena, value);
    return true;
}

static bool set_frame(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"region", "none"};
    definition->given |= GIVEN_FRAME;
    return value_read_word(value, words, sizeof words / sizeof *words, &definition->frame_by,
                           error);
}

static bool set_fill(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"region", "kind", "none"};
    return value_read_word(value, words, sizeof words / sizeof *words, &definition->fill_by, error);
}

static bool set_style(struct figure_definition *definition, struct text value, struct error *error)
{
    static const char *const words[] = {"kind", "family"};
    return value_read_word(value, words, sizeof words / sizeof *words, &definition->style_by,
                           error);
}

static bool set_hubs(struct figure_definition *definition, struct text value, struct error *error)
{
    (void)error;
    list_release(&definition->hubs);
    definition->hubs_auto = text_equal_string(value, "auto");
    if (definition->hubs_auto || text_equal_string(value, "none"))
        return true;
    struct text piece;
    while (text_next_piece(&value, ',', &piece)) {
        piece = text_trim(piece);
        if (piece.length > 0)
            list_push(&definition->hubs, arena_copy_text(&definition->arena, piece));
    }
    return true;
}

static bool set_size(struct figure_definition *definition, struct text value, struct error *error)
{
    (void)error;
    definition->size_metric = (struct text){0};
    if (!text_equal_string(value, "none"))
        definition->size_metric = arena_copy_text(&definition->arena, value);
    return true;
}

static bool set_dates(struct figure_definition *definition, struct text value, struct error *error)
{
    definition->given |= GIVEN_DATES;
    return value_read_switch(value, &definition->show_dates, error);
}

static bool set_life(struct figure_definition *definition, struct text value, struct error *error)
{
    definition->given |= GIVEN_LIFE;
    return value_read_switch(value, &definition->show_life, error);
}

static bool set_legend(struct figure_definition *definition, struct text value, struct error *error)
{
    return value_read_switch(value, &definition->show_legend, error);
}

static bool set_node_pin(struct figure_definition *definition, struct node_override *override,
                         struct text value, struct error *error)
{
    (void)definition;
    override->has_pin = value_read_point(value, &override->pin, error);
    return override->has_pin;
}

static bool set_node_label(struct figure_definition *definition, struct node_override *override,
                           struct text value, struct error *error)
{
    (void)error;
    override->label = value_clean_text(&definition->arena, value);
    return true;
}

static bool set_node_hub(struct figure_definition *definition, struct node_override *override,
                         struct text value, struct error *error)
{
    (void)definition;
    return value_read_switch(value, &override->hub, error);
}

static bool set_node_hidden(struct figure_definition *definition, struct node_override *override,
                            struct text value, struct error *error)
{
    (void)definition;
    return value_read_switch(value, &override->hidden, error);
}

static const struct attribute attributes[] = {
    {.name = "figure_type",
     .values =
         "overview, lanes, region, ego, strip, difference, genealogy, hierarchy, matrix or series",
     .standard = "ego with select_ego, region with one region in select_region, else overview",
     .help =
         "how the figure is built: hubs and regions in hulls; a lane for each region between the "
         "bars of the hubs; a frame with hubs outside; one "
         "group and its ties; a panel for each window; two dates on one layout; lifelines on an "
         "axis of time, coloured by allegiance to the hubs; layers of parts below wholes, of "
         "memberships and pledges unless select_family or select_kind says otherwise; a matrix "
         "of groups by groups, in which a cell is filled when the tie is positive, hollow when "
         "negative, half when neutral; line charts of measures over time",
     .set = set_type},
    {.name = "figure_windows",
     .values = "2 to 6 windows with semicolons, as in 2012/2013; 2014",
     .standard = "none; a strip needs them",
     .help = "the panels of a strip, in order of time",
     .set = set_windows},
    {.name = "figure_from",
     .values = "date or window",
     .standard = "none; a difference needs it",
     .help = "the first of the two dates of a difference",
     .set = set_from},
    {.name = "figure_to",
     .values = "date or window",
     .standard = "none; a difference needs it",
     .help = "the second of the two dates of a difference",
     .set = set_to},
    {.name = "figure_step",
     .values = "year, quarter or month",
     .standard = "year",
     .help = "the length of the windows of a series, in the range of select_during",
     .set = set_step},
    {.name = "figure_width",
     .values = "length (mm, cm, in, pt)",
     .standard = "170mm",
     .help = "printed width",
     .set = set_width},
    {.name = "figure_height",
     .values = "length (mm, cm, in, pt)",
     .standard = "as needed",
     .help = "printed height that the figure may not exceed; lanes go on on further pages",
     .set = set_height},
    {.name = "figure_time_limit",
     .values = "seconds, as in 30 or 0.5",
     .standard = "30",
     .help = "how long each layout that is tried may take; a figure of which none is done by then "
             "has straight lines and says so",
     .set = set_time_limit},
    {.name = "figure_theme",
     .values = "default, greyscale, contrast, slide, or a file",
     .standard = "default",
     .help = "the looks: a name is that of a file in the folder themes beside the definition",
     .set = set_theme},
    {.name = "figure_font",
     .values = "installed or embed",
     .standard = "installed",
     .help = "whether an SVG only names its font, or holds the letters that it uses, for browsers "
             "on machines without the font",
     .set = set_font},
    {.name = "encode_frame",
     .stand = STANDS_ON_DEFAULTS,
     .values = "region or none",
     .standard = "region for overview, lanes, region and matrix",
     .help = "what is drawn around groups that belong together; a matrix sets them side by side",
     .set = set_frame},
    {.name = "encode_fill",
     .stand = STANDS_ON_DEFAULTS,
     .values = "region, kind or none",
     .standard = "region",
     .help = "what the fill of a node says",
     .set = set_fill},
    {.name = "encode_size",
     .stand = STANDS_ON_DEFAULTS,
     .values = "metric of groups, or none",
     .standard = "none",
     .help = "what the size of a node says, in four classes; `bloc metrics --explain` lists the "
             "metrics",
     .set = set_size},
    {.name = "encode_measures",
     .stand = STANDS_ON_DEFAULTS,
     .values = "metrics of the network or of periods, commas between them",
     .standard = "ties, ties_formed, ties_dissolved",
     .help = "the panels of a series, from top to bottom",
     .set = set_measures},
    {.name = "encode_style",
     .stand = STANDS_ON_DEFAULTS,
     .values = "kind or family",
     .standard = "kind",
     .help = "whether each kind of relation has its own line, or all kinds of a family one",
     .set = set_style},
    {.name = "encode_hubs",
     .stand = STANDS_ON_DEFAULTS,
     .values = "auto, none, or groups with commas",
     .standard = "auto",
     .help = "the groups that the others gather around, drawn dark and outside the frame",
     .set = set_hubs},
    {.name = "encode_dates",
     .stand = STANDS_ON_DEFAULTS,
     .values = "yes or no",
     .standard = "yes for region, ego and difference, unless the lines are too many",
     .help = "dates beside the links; a matrix has none, lanes only between hubs",
     .set = set_dates},
    {.name = "encode_life",
     .stand = STANDS_ON_DEFAULTS,
     .values = "yes or no",
     .standard = "yes for region and ego",
     .help = "first and last year under the names of groups; a matrix has none",
     .set = set_life},
    {.name = "encode_legend",
     .stand = STANDS_ON_DEFAULTS,
     .values = "yes or no",
     .standard = "yes",
     .help = "the legend below the figure",
     .set = set_legend},
    {.name = "text_title",
     .values = "text",
     .standard = "the figure's name",
     .help = "title above the figure",
     .set = set_title},
    {.name = "text_subtitle",
     .values = "text",
     .standard = "window and counts",
     .help = "smaller line under the title",
     .set = set_subtitle},
    {.name = "text_frame",
     .values = "text",
     .standard = "the region's name",
     .help = "name of the frame",
     .set = set_frame_title},
    {.name = "text_note",
     .values = "text",
     .standard = "none",
     .help = "line below the figure, before the sources",
     .set = set_note},
    {.name = "pin",
     .stand = STANDS_ON_NODE,
     .values = "x,y in points, y downwards",
     .standard = "placed by the layout",
     .help = "where the group's centre lies",
     .set_node = set_node_pin},
    {.name = "label",
     .stand = STANDS_ON_NODE,
     .values = "text",
     .standard = "the group's label",
     .help = "name of the group in this figure",
     .set_node = set_node_label},
    {.name = "encode_hub",
     .stand = STANDS_ON_NODE,
     .values = "yes or no",
     .standard = "no",
     .help = "draw the group as a hub, besides those of encode_hubs",
     .set_node = set_node_hub},
    {.name = "hidden",
     .stand = STANDS_ON_NODE,
     .values = "yes or no",
     .standard = "no",
     .help = "leave the group and its ties out; text_note should say so",
     .set_node = set_node_hidden},
};

#define ATTRIBUTE_COUNT (sizeof attributes / sizeof *attributes)

static const struct attribute *find_attribute(struct text name)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        if (text_equal_string(name, attributes[i].name))
            return &attributes[i];
    }
    return NULL;
}

static struct text cut_prefix(struct text name, const char *prefix)
{
    const size_t length = strlen(prefix);
    return (struct text){name.at + length, name.length - length};
}

/* "group_kind" for the option "group-kind"; DOT names have no hyphens. */
static bool is_option(struct text name, const char *option)
{
    if (option == NULL || strlen(option) != name.length)
        return false;
    for (size_t i = 0; i < name.length; i++) {
        if (name.at[i] != (option[i] == '-' ? '_' : option[i]))
            return false;
    }
    return true;
}

static const struct query_option *find_option(struct text name)
{
    size_t count;
    const struct query_option *options = query_options(&count);
    if (!text_starts_with(name, SELECT_PREFIX))
        return NULL;
    name = cut_prefix(name, SELECT_PREFIX);
    for (size_t i = 0; i < count; i++) {
        if (is_option(name, options[i].name) || is_option(name, options[i].plural))
            return &options[i];
    }
    return NULL;
}

bool attribute_has_prefix(struct text name)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (text_starts_with(name, prefixes[i]))
            return true;
    }
    return false;
}

bool attribute_is_known(struct text name)
{
    return find_attribute(name) != NULL || find_option(name) != NULL;
}

bool attribute_is_of_group(struct text name)
{
    const struct attribute *attribute = find_attribute(name);
    return attribute != NULL && attribute->stand == STANDS_ON_NODE;
}

bool attribute_is_default(struct text name)
{
    const struct attribute *attribute = find_attribute(name);
    return attribute != NULL && attribute->stand == STANDS_ON_DEFAULTS;
}

/* Figures say yes and no, the selection true and false. */
static bool set_selection(struct figure_definition *definition, const struct query_option *option,
                          struct text value, struct error *error)
{
    bool on;
    if (option->argument == NULL) {
        if (!value_read_switch(value, &on, error))
            return false;
        value = on ? TEXT("true") : TEXT("false");
    }
    return query_set(&definition->query, &definition->arena, text_from(option->name), value, error);
}

/* The attribute nearest to a misspelt one, or NULL. */
static const char *find_nearest(struct text name)
{
    size_t count;
    const struct figure_attribute *reference = figure_attributes(&count);
    struct text names[REFERENCE_LIMIT];
    for (size_t i = 0; i < count; i++)
        names[i] = text_from(reference[i].name);
    const struct text *nearest = text_find_nearest(name, names, count);
    return nearest == NULL ? NULL : nearest->at;
}

static bool fail_unknown(struct text name, struct error *error)
{
    const char *nearest = find_nearest(name);
    if (nearest == NULL)
        return error_set(error, ERROR_USAGE, "there is no such attribute");
    return error_set(error, ERROR_USAGE, "there is no such attribute; did you mean '%s'?", nearest);
}

bool attribute_set(struct figure_definition *definition, struct text name, struct text value,
                   struct error *error)
{
    const struct query_option *option = find_option(name);
    if (option != NULL)
        return set_selection(definition, option, value, error);
    const struct attribute *attribute = find_attribute(name);
    if (attribute == NULL)
        return fail_unknown(name, error);
    if (attribute->stand == STANDS_ON_NODE)
        return error_set(error, ERROR_USAGE, "belongs to one group's node");
    return attribute->set(definition, value, error);
}

bool attribute_set_on_group(struct figure_definition *definition, struct node_override *override,
                            struct text name, struct text value, struct error *error)
{
    const struct attribute *attribute = find_attribute(name);
    assert(attribute != NULL && attribute->stand == STANDS_ON_NODE);
    return attribute->set_node(definition, override, value, error);
}

/* A row made from an option of the selection; its name needs room of its own. */
static struct figure_attribute row_from_option(const struct query_option *option, char *name)
{
    snprintf(name, NAME_LIMIT, SELECT_PREFIX "%s", option->name);
    for (char *hyphen = name; (hyphen = strchr(hyphen, '-')) != NULL;)
        *hyphen = '_';
    return (struct figure_attribute){
        .name = name,
        .object = stand_names[STANDS_ON_GRAPH],
        .values = option->argument == NULL ? "yes or no" : option->argument,
        .standard = option->argument == NULL ? "no" : "not narrowed",
        .help = option->help,
    };
}

static struct figure_attribute row_from_attribute(const struct attribute *attribute)
{
    return (struct figure_attribute){
        .name = attribute->name,
        .object = stand_names[attribute->stand],
        .values = attribute->values,
        .standard = attribute->standard,
        .help = attribute->help,
    };
}

/* Filled at the first call: the selection's options are another module's table. */
const struct figure_attribute *figure_attributes(size_t *count)
{
    static struct figure_attribute rows[REFERENCE_LIMIT];
    static char names[REFERENCE_LIMIT][NAME_LIMIT];
    static size_t row_count;
    size_t option_count;
    const struct query_option *options = query_options(&option_count);
    assert(option_count + ATTRIBUTE_COUNT <= REFERENCE_LIMIT);
    for (size_t i = 0; row_count < option_count; i++)
        rows[row_count++] = row_from_option(&options[i], names[i]);
    for (size_t i = 0; row_count < option_count + ATTRIBUTE_COUNT; i++)
        rows[row_count++] = row_from_attribute(&attributes[i]);
    *count = row_count;
    return rows;
}

void attribute_write_reference(struct buffer *buffer)
{
    size_t count;
    const struct figure_attribute *rows = figure_attributes(&count);
    buffer_add_string(buffer, "| attribute | stands on | values | default | meaning |\n"
                              "|---|---|---|---|---|\n");
    for (size_t i = 0; i < count; i++)
        buffer_add_format(buffer, "| `%s` | %s | %s | %s | %s |\n", rows[i].name, rows[i].object,
                          rows[i].values, rows[i].standard, rows[i].help);
}
