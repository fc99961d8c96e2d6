/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Turns the plain strings of a DOT file into a definition.  Defaults that depend on the type
 * of the figure are filled in last, when everything else has been said.  A value that is
 * refused leaves the attribute at its default; the finding says so, nothing is silent.
 */
#include "figure/definition.h"

#include <string.h>

#include "figure/attribute.h"
#include "figure/dot_reader.h"
#include "model/catalogue.h"

#define STANDARD_WIDTH_MM 170.0
#define STANDARD_TIME_LIMIT 30.0
#define MM_PER_POINT (25.4 / 72)

/* Graphviz attributes that do not pass through, and why. */
struct held_back {
    const char *name;
    enum catalogue_entry entry;
    const char *reason;
};

static const char opens_files[] = "a figure opens no other files";
static const char sets_size[] = "is not used; figure_width and figure_height size a figure";
static const char writes_text[] = "is not used; text_title and the like write";
static const char links_nowhere[] = "is not used; a figure links to nothing";

static const struct held_back held_back[] = {
    {"image", FOUND_FIGURE_VALUE, opens_files},
    {"imagepath", FOUND_FIGURE_VALUE, opens_files},
    {"shapefile", FOUND_FIGURE_VALUE, opens_files},
    {"fontpath", FOUND_FIGURE_VALUE, opens_files},
    {"stylesheet", FOUND_FIGURE_VALUE, opens_files},
    {"_background", FOUND_FIGURE_VALUE, opens_files},
    {"size", FOUND_FIGURE_IGNORED, sets_size},
    {"ratio", FOUND_FIGURE_IGNORED, sets_size},
    {"rotate", FOUND_FIGURE_IGNORED, sets_size},
    {"landscape", FOUND_FIGURE_IGNORED, sets_size},
    {"viewport", FOUND_FIGURE_IGNORED, sets_size},
    {"dpi", FOUND_FIGURE_IGNORED, sets_size},
    {"bb", FOUND_FIGURE_IGNORED, sets_size},
    {"label", FOUND_FIGURE_IGNORED, writes_text},
    {"xlabel", FOUND_FIGURE_IGNORED, writes_text},
    {"URL", FOUND_FIGURE_IGNORED, links_nowhere},
    {"href", FOUND_FIGURE_IGNORED, links_nowhere},
    {"edgeURL", FOUND_FIGURE_IGNORED, links_nowhere},
    {"edgehref", FOUND_FIGURE_IGNORED, links_nowhere},
    {"headURL", FOUND_FIGURE_IGNORED, links_nowhere},
    {"headhref", FOUND_FIGURE_IGNORED, links_nowhere},
    {"labelURL", FOUND_FIGURE_IGNORED, links_nowhere},
    {"labelhref", FOUND_FIGURE_IGNORED, links_nowhere},
    {"tailURL", FOUND_FIGURE_IGNORED, links_nowhere},
    {"tailhref", FOUND_FIGURE_IGNORED, links_nowhere},
};

static const char *const type_names[FIGURE_TYPE_COUNT] = {
    [FIGURE_OVERVIEW] = "overview",   [FIGURE_LANES] = "lanes",
    [FIGURE_REGION] = "region",       [FIGURE_EGO] = "ego",
    [FIGURE_STRIP] = "strip",         [FIGURE_DIFFERENCE] = "difference",
    [FIGURE_GENEALOGY] = "genealogy", [FIGURE_HIERARCHY] = "hierarchy",
    [FIGURE_MATRIX] = "matrix",       [FIGURE_SERIES] = "series",
};

static const char *const object_names[] = {
    [DOT_GRAPH] = "graph",
    [DOT_NODES] = "node [...]",
    [DOT_EDGES] = "edge [...]",
};

/* What stays the same while one file is read. */
struct reading {
    struct figure_definition *definition;
    const struct dot_graph *graph;
    struct text dot;
    struct findings *findings;
};

const char *figure_type_name(enum figure_type type)
{
    return type_names[type];
}

bool figure_type_from_text(struct text text, enum figure_type *type)
{
    for (int i = 0; i < FIGURE_TYPE_COUNT; i++) {
        if (!text_equal_string(text, type_names[i]))
            continue;
        *type = (enum figure_type)i;
        return true;
    }
    return false;
}

static void apply_type(struct figure_definition *definition)
{
    const enum figure_type type = definition->type;
    const bool detailed = type == FIGURE_REGION || type == FIGURE_EGO;
    const bool framed = type == FIGURE_OVERVIEW || type == FIGURE_LANES || type == FIGURE_REGION ||
                        type == FIGURE_MATRIX;
    if ((definition->given & GIVEN_DATES) == 0)
        definition->show_dates = detailed || type == FIGURE_DIFFERENCE;
    if ((definition->given & GIVEN_LIFE) == 0)
        definition->show_life = detailed;
    if ((definition->given & GIVEN_FRAME) == 0)
        definition->frame_by = framed ? TEXT("region") : TEXT("");
    if (type == FIGURE_MATRIX) /* its cells have no room for either */
        definition->show_dates = definition->show_life = false;
    if (type == FIGURE_LANES) /* level lines stand too close */
        definition->show_dates = false;
}

/* Of a series that names none. */
static const char *const usual_measures[] = {"ties", "ties_formed", "ties_dissolved"};

void definition_complete(struct figure_definition *definition)
{
    struct selection_query *query = &definition->query;
    if (definition->type == FIGURE_HIERARCHY && query->families == 0 && query->kinds.count == 0)
        query->families = 1U << FAMILY_PLEDGE | 1U << FAMILY_MEMBERSHIP;
    if (definition->type == FIGURE_SERIES && definition->measures.count == 0)
        for (size_t i = 0; i < sizeof usual_measures / sizeof *usual_measures; i++)
            list_push(&definition->measures, text_from(usual_measures[i]));
}

void definition_fit_theme(struct figure_definition *definition, const struct theme *theme)
{
    const double magnification = theme_magnification(theme);
    if (theme->page_width > 0) {
        definition->width_mm = theme->page_width * MM_PER_POINT;
        definition->height_mm = theme->page_height * MM_PER_POINT;
        definition->fills_height = true;
    }
    definition->width_mm /= magnification;
    definition->height_mm /= magnification;
}

void definition_init(struct figure_definition *definition, enum figure_type type)
{
    *definition = (struct figure_definition){
        .type = type,
        .width_mm = STANDARD_WIDTH_MM,
        .time_limit = STANDARD_TIME_LIMIT,
        .hubs_auto = true,
        .show_legend = true,
        .fill_by = TEXT("region"),
        .style_by = TEXT("kind"),
    };
    apply_type(definition);
}

void definition_release(struct figure_definition *definition)
{
    query_release(&definition->query);
    list_release(&definition->hubs);
    list_release(&definition->nodes);
    list_release(&definition->passthrough);
    list_release(&definition->windows);
    list_release(&definition->measures);
    arena_release(&definition->arena);
    *definition = (struct figure_definition){0};
}

/* An ego figure has an ego, a regional one a single region; the rest are overviews. */
void definition_infer_type(struct figure_definition *definition)
{
    if ((definition->given & GIVEN_TYPE) == 0) {
        definition->type = FIGURE_OVERVIEW;
        if (definition->query.ego.length > 0)
            definition->type = FIGURE_EGO;
        else if (definition->query.regions.count == 1)
            definition->type = FIGURE_REGION;
    }
    apply_type(definition);
}

bool definition_set(struct figure_definition *definition, struct text name, struct text value,
                    struct error *error)
{
    if (text_find_invalid_utf8(value) != value.length)
        return error_set(error, ERROR_USAGE, TEXT_FORMAT ": the value is not UTF-8",
                         TEXT_PARTS(name));
    struct error cause = {0};
    if (!attribute_set(definition, name, value, &cause))
        return error_set(error, cause.kind, TEXT_FORMAT ": %s", TEXT_PARTS(name), cause.message);
    apply_type(definition);
    return true;
}

void definition_clear(struct figure_definition *definition, struct text name)
{
    static const char prefix[] = "select_";
    const size_t length = sizeof prefix - 1;
    if (text_starts_with(name, prefix))
        query_clear(&definition->query, (struct text){name.at + length, name.length - length});
}

/* The file's name without folders and ending. */
static struct text find_stem(struct text file)
{
    size_t start = file.length;
    while (start > 0 && file.at[start - 1] != '/')
        start--;
    struct text stem = {file.at + start, file.length - start};
    for (size_t i = stem.length; i > 1; i--) {
        if (stem.at[i - 1] == '.')
            return (struct text){stem.at, i - 1};
    }
    return stem;
}

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* Output files bear this name: letters, digits, _ and -, which is never at the start. */
static struct text make_name(struct arena *arena, struct text text)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < text.length; i++) {
        if (is_plain(text.at[i]))
            buffer_add_char(&buffer, text.at[i]);
        else if (buffer.length > 0 && buffer.at[buffer.length - 1] != '-')
            buffer_add_char(&buffer, '-');
    }
    struct text name = buffer_text(&buffer);
    while (name.length > 0 && name.at[name.length - 1] == '-')
        name.length--;
    name = arena_copy_text(arena, name.length == 0 ? TEXT("figure") : name);
    buffer_release(&buffer);
    return name;
}

/* "graph", "node 'aqim'" */
static struct text name_object(const struct reading *reading, const struct dot_attribute *attribute)
{
    if (attribute->object != DOT_NODE)
        return text_from(object_names[attribute->object]);
    return arena_format(&reading->definition->arena, "node '" TEXT_FORMAT "'",
                        TEXT_PARTS(reading->graph->nodes.items[attribute->node].name));
}

static void report(const struct reading *reading, enum catalogue_entry entry,
                   const struct dot_attribute *attribute, const char *reason)
{
    struct dot_place start = dot_start();
    if (attribute->object == DOT_NODE &&
        reading->graph->nodes.items[attribute->node].place.line > 0)
        start = reading->graph->nodes.items[attribute->node].place;
    const struct dot_place found =
        dot_find_attribute(reading->dot, start, attribute->name, attribute->value);
    const struct place place = {reading->definition->file, found.line, found.column};
    const struct text object = name_object(reading, attribute);
    findings_add(reading->findings, catalogue_get(entry), place,
                 TEXT_FORMAT ": " TEXT_FORMAT ": %s", TEXT_PARTS(object),
                 TEXT_PARTS(attribute->name), reason);
}

static void take_passthrough(const struct reading *reading, const struct dot_attribute *attribute)
{
    static const char objects[] = {
        [DOT_GRAPH] = 'g', [DOT_NODES] = 'n', [DOT_EDGES] = 'e', [DOT_NODE] = 'n'};
    for (size_t i = 0; i < sizeof held_back / sizeof *held_back; i++) {
        if (text_equal_string(attribute->name, held_back[i].name)) {
            report(reading, held_back[i].entry, attribute, held_back[i].reason);
            return;
        }
    }
    struct figure_definition *definition = reading->definition;
    struct passthrough passthrough = {
        .object = objects[attribute->object],
        .name = arena_copy_text(&definition->arena, attribute->name),
        .value = arena_copy_text(&definition->arena, attribute->value),
    };
    if (attribute->object == DOT_NODE)
        passthrough.group = definition->nodes.items[attribute->node].group;
    list_push(&definition->passthrough, passthrough);
}

/* Ours on one node: pin, label, hidden, encode_hub. */
static void take_of_group(const struct reading *reading, const struct dot_attribute *attribute)
{
    struct figure_definition *definition = reading->definition;
    struct node_override *override = &definition->nodes.items[attribute->node];
    struct error error = {0};
    if (!attribute_set_on_group(definition, override, attribute->name, attribute->value, &error))
        report(reading, FOUND_FIGURE_VALUE, attribute, error.message);
}

/* Ours on the graph, or as a default of nodes or edges. */
static void take_of_figure(const struct reading *reading, const struct dot_attribute *attribute)
{
    const bool known = attribute_is_known(attribute->name);
    struct error error = {0};
    if (known && attribute->object == DOT_NODE)
        report(reading, FOUND_FIGURE_VALUE, attribute, "belongs to the graph, not to one node");
    else if (known && attribute->object != DOT_GRAPH && !attribute_is_default(attribute->name))
        report(reading, FOUND_FIGURE_VALUE, attribute, "belongs to the graph");
    else if (!attribute_set(reading->definition, attribute->name, attribute->value, &error))
        report(reading, known ? FOUND_FIGURE_VALUE : FOUND_FIGURE_ATTRIBUTE, attribute,
               error.message);
}

/* label and pin are Graphviz's own words wherever they do not stand on one node. */
static void take_attribute(const struct reading *reading, const struct dot_attribute *attribute)
{
    const bool of_group = attribute->object == DOT_NODE && attribute_is_of_group(attribute->name);
    const bool ours = of_group || attribute_has_prefix(attribute->name);
    if (attribute->is_html)
        report(reading, FOUND_FIGURE_VALUE, attribute, "is plain text in quotes, never HTML");
    else if (of_group)
        take_of_group(reading, attribute);
    else if (ours)
        take_of_figure(reading, attribute);
    else
        take_passthrough(reading, attribute);
}

static void take_nodes(const struct reading *reading)
{
    struct figure_definition *definition = reading->definition;
    for (size_t i = 0; i < reading->graph->nodes.count; i++) {
        const struct dot_node *node = &reading->graph->nodes.items[i];
        list_push(&definition->nodes,
                  (struct node_override){.group = arena_copy_text(&definition->arena, node->name),
                                         .line = node->place.line});
    }
}

static void warn_ignored(const struct reading *reading)
{
    const struct finding_type *type = catalogue_get(FOUND_FIGURE_IGNORED);
    const struct text file = reading->definition->file;
    if (reading->graph->edge_count > 0) {
        const struct dot_place found = dot_find_edge(reading->dot);
        findings_add(reading->findings, type, (struct place){file, found.line, found.column},
                     "links come from the dataset; %zu written here are not used",
                     reading->graph->edge_count);
    }
    if (reading->graph->subgraph_count > 0) {
        const struct dot_place found = dot_find_subgraph(reading->dot);
        findings_add(reading->findings, type, (struct place){file, found.line, found.column},
                     "frames come from the dataset; subgraphs are not used");
    }
}

void definition_read(struct text dot, struct text file, struct figure_definition *definition,
                     struct findings *findings)
{
    definition_init(definition, FIGURE_OVERVIEW);
    definition->file = arena_copy_text(&definition->arena, file);
    struct dot_graph graph = {0};
    if (dot_read(dot, definition->file, &graph, findings)) {
        const struct reading reading = {definition, &graph, dot, findings};
        take_nodes(&reading);
        for (size_t i = 0; i < graph.attributes.count; i++)
            if (graph.attributes.items[i].object != DOT_EDGE) /* no edge is used at all */
                take_attribute(&reading, &graph.attributes.items[i]);
        warn_ignored(&reading);
    }
    definition->name =
        make_name(&definition->arena, graph.name.length > 0 ? graph.name : find_stem(file));
    definition_infer_type(definition);
    dot_graph_release(&graph);
}
