/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/graph_build.h"

#include <assert.h>
#include <math.h>

#include "base/buffer.h"
#include "base/choice.h"
#include "report/citation.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct graph_attribute vertex_attributes[] = {
    {"name", GRAPH_STRING},           {"label", GRAPH_STRING},   {"aliases", GRAPH_STRING},
    {"kind", GRAPH_STRING},           {"parent", GRAPH_STRING},  {"region", GRAPH_STRING},
    {"country", GRAPH_STRING},        {"founded", GRAPH_STRING}, {"founded_earliest", GRAPH_STRING},
    {"founded_latest", GRAPH_STRING}, {"ended", GRAPH_STRING},   {"ended_earliest", GRAPH_STRING},
    {"ended_latest", GRAPH_STRING},   {"note", GRAPH_STRING},
};

static const struct graph_attribute edge_attributes[] = {
    {"kind", GRAPH_STRING},      {"kind_label", GRAPH_STRING},     {"family", GRAPH_STRING},
    {"sign", GRAPH_INT},         {"direction", GRAPH_STRING},      {"extent", GRAPH_STRING},
    {"start", GRAPH_STRING},     {"start_earliest", GRAPH_STRING}, {"start_latest", GRAPH_STRING},
    {"end", GRAPH_STRING},       {"end_earliest", GRAPH_STRING},   {"end_latest", GRAPH_STRING},
    {"certainty", GRAPH_STRING}, {"outcome", GRAPH_STRING},        {"grade", GRAPH_STRING},
    {"weight", GRAPH_REAL},      {"place", GRAPH_STRING},          {"note", GRAPH_STRING},
    {"claims", GRAPH_INT},       {"sources", GRAPH_STRING},        {"disputed_by", GRAPH_STRING},
    {"citations", GRAPH_STRING},
};

LIST(column_list, const struct metric_column *);

struct building {
    struct graph *graph;
    const struct selection *selection;
    const struct dataset *dataset;
    struct column_list group_columns;
    struct column_list relation_columns;
    size_t *sources; /* by source_id: place in graph->sources + 1, or 0 */
};

static bool is_white(unsigned codepoint)
{
    return codepoint == '\t' || codepoint == '\n' || codepoint == '\r' || codepoint == 0x2028 ||
           codepoint == 0x2029;
}

/* One line that every format can hold: white space becomes a space, what is harmful U+FFFD. */
static struct text clean(struct graph *graph, struct text text)
{
    struct buffer line = {0};
    bool changed = false;
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        const bool harmful = text_is_harmful(codepoint) || codepoint == 0xFFFD;
        changed = changed || harmful || is_white(codepoint);
        if (is_white(codepoint))
            buffer_add_char(&line, ' ');
        else if (harmful)
            buffer_add_string(&line, "\xEF\xBF\xBD");
        else
            buffer_add_text(&line, (struct text){text.at + start, offset - start});
    }
    const struct text kept = changed ? arena_copy_text(&graph->arena, buffer_text(&line)) : text;
    buffer_release(&line);
    return kept;
}

static struct text keep(struct graph *graph, struct buffer *buffer)
{
    const struct text kept = clean(graph, arena_copy_text(&graph->arena, buffer_text(buffer)));
    buffer_release(buffer);
    return kept;
}

static void add_text(struct building *building, struct graph_table *table, struct text text)
{
    list_push(&table->values, (struct graph_value){.text = clean(building->graph, text)});
}

static void add_string(struct graph_table *table, const char *string)
{
    list_push(&table->values, (struct graph_value){.text = text_from(string)});
}

static void add_number(struct graph_table *table, double number)
{
    list_push(&table->values, (struct graph_value){.number = number});
}

static void add_day(struct building *building, struct graph_table *table, day_number day)
{
    char text[16];
    graph_day_text(day, text);
    const struct text kept = arena_copy_text(&building->graph->arena, text_from(text));
    list_push(&table->values, (struct graph_value){.text = kept});
}

/* As written, and the first and the last day it can mean. */
static void add_date(struct building *building, struct graph_table *table, const struct date *date)
{
    add_text(building, table, date->text);
    add_day(building, table, date->earliest);
    add_day(building, table, date->latest);
}

static void add_metrics(struct graph_table *table, const struct column_list *columns, size_t row)
{
    for (size_t i = 0; i < columns->count; i++)
        add_number(table, columns->items[i]->values[row]);
}

/* What is open or unknown has no bound. */
static struct graph_life life_of(const struct date *start, const struct date *end)
{
    return (struct graph_life){
        .first = start->state == DATE_KNOWN ? start->earliest : DAY_MIN,
        .last = end->state == DATE_KNOWN ? end->latest : DAY_MAX,
    };
}

static struct text join_aliases(struct graph *graph, const struct group *group)
{
    struct buffer aliases = {0};
    for (size_t i = 0; i < group->alias_count; i++) {
        buffer_add_string(&aliases, i == 0 ? "" : ";");
        buffer_add_text(&aliases, group->aliases[i]);
    }
    return keep(graph, &aliases);
}

static void add_vertex(struct building *building, size_t row)
{
    struct graph *graph = building->graph;
    struct graph_table *table = &graph->of_vertices;
    const struct group *groups = building->dataset->groups.items;
    const struct group *group = &groups[building->selection->groups.items[row]];
    list_push(&graph->vertices, (struct graph_vertex){
                                    .id = group->id,
                                    .label = clean(graph, group->label),
                                    .life = life_of(&group->founded, &group->ended),
                                });
    add_text(building, table, group->name);
    add_text(building, table, group->label);
    add_text(building, table, join_aliases(graph, group));
    add_string(table, group_kind_name(group->kind));
    add_text(building, table,
             group->parent == GROUP_NONE ? (struct text){0} : groups[group->parent].id);
    add_text(building, table, group->region);
    add_text(building, table, group->country);
    add_date(building, table, &group->founded);
    add_date(building, table, &group->ended);
    add_text(building, table, group->note);
    add_metrics(table, &building->group_columns, row);
}

/* The days on which an event can have happened, or a state can have held. */
static struct graph_life life_of_relation(const struct relation *relation, const struct kind *kind)
{
    struct graph_life life = life_of(&relation->start, &relation->end);
    const bool carries_its_end = kind->event || relation->start.interval;
    if (relation->end.state == DATE_UNKNOWN && carries_its_end &&
        relation->start.state == DATE_KNOWN)
        life.last = relation->start.latest;
    return life;
}

static void add_citations(struct building *building, relation_id relation)
{
    struct graph *graph = building->graph;
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(building->dataset, relation, &count);
    for (size_t i = 0; i < count; i++) {
        struct buffer words = {0};
        citation_add_claim(&words, building->dataset, &claims[i]);
        list_push(&graph->citations, (struct graph_citation){
                                         .source = building->sources[claims[i].source] - 1,
                                         .locator = clean(graph, claims[i].locator),
                                         .words = keep(graph, &words),
                                         .disputes = claims[i].disputes,
                                         .grade = claims[i].grade,
                                         .note = clean(graph, claims[i].note),
                                     });
    }
}

/* The ids of the sources that support the relation, or dispute it, `;` between them, each once. */
static struct text join_sources(struct building *building, relation_id relation, bool disputing)
{
    size_t count = 0;
    const struct dataset *dataset = building->dataset;
    const struct claim *claims = dataset_claims_of(dataset, relation, &count);
    struct buffer ids = {0};
    for (size_t i = 0; i < count; i++) {
        bool named = claims[i].disputes != disputing;
        for (size_t j = 0; j < i && !named; j++)
            named = claims[j].source == claims[i].source && claims[j].disputes == disputing;
        if (named)
            continue;
        buffer_add_string(&ids, ids.length > 0 ? ";" : "");
        buffer_add_text(&ids, dataset->sources.items[claims[i].source].id);
    }
    return keep(building->graph, &ids);
}

static void add_claim_values(struct building *building, struct graph_table *table,
                             relation_id relation)
{
    struct buffer citations = {0};
    citation_add_claims(&citations, building->dataset, relation);
    add_number(table, (double)building->dataset->relations.items[relation].claim_count);
    add_text(building, table, join_sources(building, relation, false));
    add_text(building, table, join_sources(building, relation, true));
    add_text(building, table, keep(building->graph, &citations));
}

static void add_edge_values(struct building *building, const struct chosen_relation *chosen,
                            const struct graph_edge *edge)
{
    struct graph_table *table = &building->graph->of_edges;
    const struct relation *relation = &building->dataset->relations.items[chosen->relation];
    add_text(building, table, edge->kind);
    add_text(building, table, edge->label);
    add_string(table, family_name(edge->family));
    add_number(table, edge->sign);
    add_string(table, edge->mutual ? "mutual" : "directed");
    add_string(table, building->dataset->kinds.items[relation->kind].event ? "event" : "state");
    add_date(building, table, &relation->start);
    add_date(building, table, &relation->end);
    add_string(table, chosen->activity == ACTIVITY_POSSIBLE ? "possible" : "certain");
    add_string(table, outcome_name(relation->outcome));
    add_string(table, grade_name(relation->grade));
    add_number(table, relation->weight);
    add_text(building, table, relation->place);
    add_text(building, table, relation->note);
    add_claim_values(building, table, chosen->relation);
}

static int number_of(enum sign sign)
{
    return sign == SIGN_POSITIVE ? 1 : sign == SIGN_NEGATIVE ? -1 : 0;
}

static void add_edge(struct building *building, size_t row)
{
    struct graph *graph = building->graph;
    const struct chosen_relation *chosen = &building->selection->relations.items[row];
    const struct relation *relation = &building->dataset->relations.items[chosen->relation];
    const struct kind *kind = &building->dataset->kinds.items[relation->kind];
    const struct graph_edge edge = {
        .id = relation->id,
        .from = selection_position(building->selection, relation->source),
        .to = selection_position(building->selection, relation->target),
        .kind = kind->name,
        .label = clean(graph, kind->label),
        .family = kind->family,
        .sign = number_of(kind->sign),
        .mutual = kind->mutual,
        .weight = relation->weight,
        .life = life_of_relation(relation, kind),
        .first_citation = graph->citations.count,
        .citation_count = relation->claim_count,
    };
    add_citations(building, chosen->relation);
    list_push(&graph->edges, edge);
    add_edge_values(building, chosen, &edge);
    add_metrics(&graph->of_edges, &building->relation_columns, row);
}

/* The sources that a chosen relation cites, in the order of the dataset. */
static void add_sources(struct building *building)
{
    const struct dataset *dataset = building->dataset;
    struct graph *graph = building->graph;
    for (size_t i = 0; i < building->selection->relations.count; i++) {
        size_t count = 0;
        const struct claim *claims =
            dataset_claims_of(dataset, building->selection->relations.items[i].relation, &count);
        for (size_t j = 0; j < count; j++)
            building->sources[claims[j].source] = 1;
    }
    for (size_t i = 0; i < dataset->sources.count; i++) {
        const struct source *source = &dataset->sources.items[i];
        if (building->sources[i] == 0)
            continue;
        list_push(&graph->sources, (struct graph_source){
                                       .id = clean(graph, source->id),
                                       .authors = clean(graph, source->authors),
                                       .issued = clean(graph, source->issued),
                                       .title = clean(graph, source->title),
                                       .publisher = clean(graph, source->publisher),
                                       .url = clean(graph, source->url),
                                   });
        building->sources[i] = graph->sources.count;
    }
}

static void add_facts(struct building *building)
{
    const struct dataset *dataset = building->dataset;
    const struct graph_fact facts[] = {
        {"name", dataset->name},
        {"title", dataset->title},
        {"description", dataset->description},
        {"version", dataset->version},
        {"licence", dataset->licence},
        {"window", building->selection->window.text},
    };
    for (size_t i = 0; i < COUNT_OF(facts); i++)
        if (facts[i].text.length > 0)
            list_push(&building->graph->facts,
                      (struct graph_fact){facts[i].name, clean(building->graph, facts[i].text)});
}

static bool refuse_metric(const struct metric_results *results, struct text name,
                          struct error *error)
{
    struct text names[1024];
    size_t count = 0;
    for (int scope = SCOPE_GROUP; scope <= SCOPE_RELATION; scope++) {
        const struct metric_column_list *columns = &results->tables[scope].columns;
        for (size_t i = 0; i < columns->count && count < COUNT_OF(names); i++)
            names[count++] = text_from(columns->items[i].metric->name);
    }
    return choice_refuse("metric of groups or relations", name, names, count, error);
}

/* The names are in the arena of the graph, so that they end with a NUL. */
static bool choose_metric(struct building *building, const struct metric_results *results,
                          struct text name, struct error *error)
{
    const char *word = arena_copy_text(&building->graph->arena, name).at;
    const struct metric_column *column = metric_table_find(&results->tables[SCOPE_GROUP], word);
    if (column != NULL) {
        list_push(&building->group_columns, column);
        return true;
    }
    column = metric_table_find(&results->tables[SCOPE_RELATION], word);
    if (column == NULL)
        return refuse_metric(results, name, error);
    list_push(&building->relation_columns, column);
    return true;
}

static void choose_all(struct column_list *list, const struct metric_table *table)
{
    for (size_t i = 0; i < table->columns.count; i++)
        list_push(list, &table->columns.items[i]);
}

static bool choose_metrics(struct building *building, const struct metric_results *results,
                           struct text metrics, struct error *error)
{
    struct text name;
    bool good = true;
    if (text_equal_string(metrics, "all")) {
        choose_all(&building->group_columns, &results->tables[SCOPE_GROUP]);
        choose_all(&building->relation_columns, &results->tables[SCOPE_RELATION]);
        return true;
    }
    while (good && text_next_piece(&metrics, ',', &name))
        good = choose_metric(building, results, text_trim(name), error);
    return good;
}

static void add_attributes(struct graph_table *table, const struct graph_attribute *attributes,
                           size_t count, const struct column_list *columns)
{
    for (size_t i = 0; i < count; i++)
        list_push(&table->attributes, attributes[i]);
    for (size_t i = 0; i < columns->count; i++) {
        const struct metric *metric = columns->items[i]->metric;
        list_push(
            &table->attributes,
            (struct graph_attribute){metric->name, metric->is_integer ? GRAPH_INT : GRAPH_REAL});
    }
}

static void fill(struct building *building)
{
    struct graph *graph = building->graph;
    add_attributes(&graph->of_vertices, vertex_attributes, COUNT_OF(vertex_attributes),
                   &building->group_columns);
    add_attributes(&graph->of_edges, edge_attributes, COUNT_OF(edge_attributes),
                   &building->relation_columns);
    add_facts(building);
    add_sources(building);
    for (size_t i = 0; i < building->selection->groups.count; i++)
        add_vertex(building, i);
    for (size_t i = 0; i < building->selection->relations.count; i++)
        add_edge(building, i);
    assert(graph->of_vertices.values.count ==
           graph->vertices.count * graph->of_vertices.attributes.count);
    assert(graph->of_edges.values.count == graph->edges.count * graph->of_edges.attributes.count);
}

bool graph_build(struct graph *graph, const struct selection *selection,
                 const struct metric_results *results, struct text metrics, struct error *error)
{
    struct building building = {
        .graph = graph,
        .selection = selection,
        .dataset = selection->dataset,
    };
    *graph = (struct graph){0};
    const bool good = choose_metrics(&building, results, metrics, error);
    if (good) {
        building.sources =
            alloc_zeroed(selection->dataset->sources.count, sizeof *building.sources);
        fill(&building);
        list_free(building.sources);
    } else {
        graph_release(graph);
    }
    list_release(&building.group_columns);
    list_release(&building.relation_columns);
    return good;
}
