/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/provenance.h"

#include "base/alloc.h"
#include "base/json.h"

/* Of the members; raised when one of them changes its meaning. */
#define RECORD_FORMAT 1

/* One mark a row of the dataset. */
struct shown {
    bool *groups;
    bool *relations;
    bool *attesting;
    bool *sources;
};

static void mark_relation(const struct dataset *dataset, relation_id id, struct shown *shown)
{
    shown->relations[id] = true;
    shown->groups[dataset->relations.items[id].source] = true;
    shown->groups[dataset->relations.items[id].target] = true;
}

static void mark_attesting(const struct drawing *drawing, struct shown *shown)
{
    for (size_t i = 0; i < drawing->attesting.count; i++)
        shown->attesting[drawing->attesting.items[i]] =
            !shown->relations[drawing->attesting.items[i]];
}

static void find_shown(const struct drawing *drawing, struct shown *shown)
{
    const struct dataset *dataset = drawing->dataset;
    shown->groups = alloc_zeroed(dataset->groups.count, sizeof *shown->groups);
    shown->relations = alloc_zeroed(dataset->relations.count, sizeof *shown->relations);
    shown->attesting = alloc_zeroed(dataset->relations.count, sizeof *shown->attesting);
    shown->sources = alloc_zeroed(dataset->sources.count, sizeof *shown->sources);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        shown->groups[drawing->nodes.items[i].group] = true;
    for (size_t i = 0; drawing->nodes.count == 0 && i < drawing->provenance->groups.count; i++)
        shown->groups[drawing->provenance->groups.items[i]] = true;
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t k = 0; k < drawing->links.items[i].relations.count; k++)
            mark_relation(dataset, drawing->links.items[i].relations.items[k], shown);
    for (size_t i = 0; i < drawing->told.count; i++)
        mark_relation(dataset, drawing->told.items[i], shown);
    mark_attesting(drawing, shown);
    drawing_mark_sources(drawing, shown->sources);
}

static void release_shown(struct shown *shown)
{
    list_free(shown->groups);
    list_free(shown->relations);
    list_free(shown->attesting);
    list_free(shown->sources);
}

/* Nothing where the text is empty. */
static void set_text(json_t *object, const char *name, struct text text)
{
    if (text.length > 0)
        json_object_set_new(object, name, json_from_text(text));
}

static void set_count(json_t *object, const char *name, size_t count)
{
    json_object_set_new(object, name, json_integer((json_int_t)count));
}

static json_t *figure_of(const struct drawing *drawing)
{
    json_t *object = json_object();
    set_text(object, "name", drawing->name);
    set_text(object, "type", drawing->type);
    set_text(object, "title", drawing->title);
    if (drawing->page_count > 0) {
        set_count(object, "page", drawing->page_number);
        set_count(object, "pages", drawing->page_count);
    }
    return object;
}

static json_t *dataset_of(const struct dataset *dataset, const struct fingerprint *data)
{
    json_t *object = json_object();
    json_t *files = json_array();
    set_text(object, "name", dataset->name);
    set_text(object, "title", dataset->title);
    set_text(object, "version", dataset->version);
    set_text(object, "licence", dataset->licence);
    set_text(object, "sha256", text_from(data->sha256));
    for (size_t i = 0; i < data->files.count; i++) {
        json_t *file = json_object();
        set_text(file, "path", text_from(data->files.items[i].name));
        set_text(file, "digest", text_from(data->files.items[i].sha256));
        json_array_append_new(files, file);
    }
    json_object_set_new(object, "files", files);
    return object;
}

static json_t *definition_of(const struct provenance *provenance)
{
    json_t *object = json_object();
    set_text(object, "name", provenance->definition);
    set_text(object, "sha256", provenance->definition_sha256);
    return object;
}

static json_t *groups_of(const struct dataset *dataset, const struct shown *shown)
{
    json_t *array = json_array();
    for (size_t i = 0; i < dataset->groups.count; i++) {
        if (!shown->groups[i])
            continue;
        json_t *group = json_object();
        set_text(group, "id", dataset->groups.items[i].id);
        set_text(group, "name", dataset->groups.items[i].name);
        json_array_append_new(array, group);
    }
    return array;
}

/* Each source of a relation's claims once, in the order of the claims. */
static json_t *sources_of_relation(const struct dataset *dataset, relation_id id)
{
    json_t *array = json_array();
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(dataset, id, &count);
    for (size_t i = 0; i < count; i++) {
        size_t first = 0;
        while (claims[first].source != claims[i].source)
            first++;
        if (first == i)
            json_array_append_new(array,
                                  json_from_text(dataset->sources.items[claims[i].source].id));
    }
    return array;
}

static json_t *relation_of(const struct dataset *dataset, relation_id id, bool attests)
{
    const struct relation *relation = &dataset->relations.items[id];
    json_t *object = json_object();
    set_text(object, "id", relation->id);
    set_text(object, "source", dataset->groups.items[relation->source].id);
    set_text(object, "target", dataset->groups.items[relation->target].id);
    set_text(object, "kind", dataset_kind_of(dataset, id)->name);
    set_text(object, "start", relation->start.text);
    set_text(object, "end", relation->end.text);
    json_object_set_new(object, "sources", sources_of_relation(dataset, id));
    if (attests)
        json_object_set_new(object, "attests", json_true());
    return object;
}

static json_t *relations_of(const struct dataset *dataset, const struct shown *shown)
{
    json_t *array = json_array();
    for (size_t i = 0; i < dataset->relations.count; i++)
        if (shown->relations[i] || shown->attesting[i])
            json_array_append_new(array, relation_of(dataset, (relation_id)i, shown->attesting[i]));
    return array;
}

static json_t *sources_of(const struct dataset *dataset, const struct shown *shown)
{
    json_t *array = json_array();
    for (size_t i = 0; i < dataset->sources.count; i++) {
        if (!shown->sources[i])
            continue;
        json_t *source = json_object();
        set_text(source, "id", dataset->sources.items[i].id);
        set_text(source, "title", dataset->sources.items[i].title);
        set_text(source, "url", dataset->sources.items[i].url);
        json_array_append_new(array, source);
    }
    return array;
}

static json_t *record_of(const struct drawing *drawing, const struct shown *shown)
{
    const struct provenance *provenance = drawing->provenance;
    json_t *record = json_object();
    set_count(record, "format", RECORD_FORMAT);
    set_text(record, "program", TEXT("bloc"));
    set_text(record, "version", TEXT(BLOC_VERSION));
    set_text(record, "igraph", text_from(provenance->igraph));
    set_text(record, "graphviz", text_from(provenance->graphviz));
    json_object_set_new(record, "figure", figure_of(drawing));
    json_object_set_new(record, "dataset", dataset_of(drawing->dataset, provenance->data));
    if (provenance->definition.length > 0)
        json_object_set_new(record, "definition", definition_of(provenance));
    json_object_set_new(record, "options", json_from_pairs(&provenance->options));
    json_object_set_new(record, "groups", groups_of(drawing->dataset, shown));
    json_object_set_new(record, "relations", relations_of(drawing->dataset, shown));
    json_object_set_new(record, "sources", sources_of(drawing->dataset, shown));
    return record;
}

void provenance_write(const struct drawing *drawing, struct buffer *out)
{
    struct shown shown;
    find_shown(drawing, &shown);
    json_t *record = record_of(drawing, &shown);
    buffer_add_string(out, "<bloc:figure-data xmlns:bloc=\"urn:x-bloc:figure-data\">");
    json_write_embedded(record, out);
    buffer_add_string(out, "</bloc:figure-data>\n");
    json_decref(record);
    release_shown(&shown);
}
