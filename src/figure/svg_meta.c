/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/svg_meta.h"

#include <ctype.h>

#include "figure/provenance.h"

static bool is_id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/* Every other byte becomes a hyphen. */
static struct text sanitise(struct arena *arena, struct text text)
{
    char *bytes = arena_alloc(arena, text.length + 1, 1);
    for (size_t i = 0; i < text.length; i++)
        bytes[i] = is_id_byte(text.at[i]) ? text.at[i] : '-';
    return (struct text){bytes, text.length};
}

struct text svg_ids_init(struct svg_ids *ids, struct text name)
{
    *ids = (struct svg_ids){0};
    ids->name = sanitise(&ids->arena, name);
    if (name.length == 0 || !isalpha((unsigned char)ids->name.at[0]))
        ids->name = arena_format(&ids->arena, "figure-" TEXT_FORMAT, TEXT_PARTS(ids->name));
    return ids->name;
}

void svg_ids_release(struct svg_ids *ids)
{
    list_release(&ids->used);
    arena_release(&ids->arena);
}

static bool is_used(const struct svg_ids *ids, struct text id)
{
    for (size_t i = 0; i < ids->used.count; i++)
        if (text_equal(ids->used.items[i], id))
            return true;
    return false;
}

struct text svg_ids_make(struct svg_ids *ids, const char *sort, struct text key)
{
    struct text clean = sanitise(&ids->arena, key);
    struct text id = arena_format(&ids->arena, TEXT_FORMAT "-%s-" TEXT_FORMAT,
                                  TEXT_PARTS(ids->name), sort, TEXT_PARTS(clean));
    for (unsigned number = 2; is_used(ids, id); number++)
        id = arena_format(&ids->arena, TEXT_FORMAT "-%s-" TEXT_FORMAT "-%u", TEXT_PARTS(ids->name),
                          sort, TEXT_PARTS(clean), number);
    list_push(&ids->used, id);
    return id;
}

/* ` name="text"`, nothing for an empty text. */
static void add_attribute(struct buffer *out, const char *name, struct text value)
{
    if (value.length == 0)
        return;
    buffer_add_format(out, " %s=\"", name);
    buffer_add_xml(out, value);
    buffer_add_char(out, '"');
}

static void add_element(struct buffer *out, const char *name, struct text value)
{
    if (value.length == 0)
        return;
    buffer_add_format(out, "<%s>", name);
    buffer_add_xml(out, value);
    buffer_add_format(out, "</%s>\n", name);
}

/* Claims of a relation of the drawing. */
static const struct claim *claims_of(const struct drawing *drawing, relation_id relation,
                                     size_t *count)
{
    return dataset_claims_of(drawing->dataset, relation, count);
}

static void write_source(const struct source *source, struct buffer *out)
{
    struct text parts[] = {source->authors, source->title, source->publisher, source->issued,
                           source->url};
    size_t written = 0;
    buffer_add_string(out, "<dc:source>");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].length == 0)
            continue;
        buffer_add_string(out, written++ > 0 ? ", " : "");
        buffer_add_xml(out, parts[i]);
    }
    buffer_add_string(out, "</dc:source>\n");
}

static void write_sources(const struct drawing *drawing, struct buffer *out)
{
    const struct source_list *sources = &drawing->dataset->sources;
    bool *cited = alloc_zeroed(sources->count, sizeof *cited);
    drawing_mark_sources(drawing, cited);
    for (size_t i = 0; i < sources->count; i++)
        if (cited[i])
            write_source(&sources->items[i], out);
    list_free(cited);
}

static void write_provenance(const struct drawing *drawing, struct buffer *out)
{
    const struct dataset *dataset = drawing->dataset;
    if (dataset->name.length > 0) {
        buffer_add_string(out, "<dc:relation>dataset ");
        buffer_add_xml(out, dataset->name);
        buffer_add_string(out, dataset->version.length > 0 ? " " : "");
        buffer_add_xml(out, dataset->version);
        buffer_add_string(out, "</dc:relation>\n");
    }
    add_element(out, "dc:rights", dataset->licence);
    write_sources(drawing, out);
}

void svg_meta_write_head(const struct drawing *drawing, struct text name, struct buffer *out)
{
    buffer_add_format(out, "<title id=\"" TEXT_FORMAT "-title\">", TEXT_PARTS(name));
    buffer_add_xml(out, drawing->title);
    buffer_add_format(out, "</title>\n<desc id=\"" TEXT_FORMAT "-desc\">", TEXT_PARTS(name));
    buffer_add_xml(out, drawing->description);
    buffer_add_string(out, "</desc>\n<metadata>\n"
                           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                           "<rdf:Description rdf:about=\"\">\n");
    add_element(out, "dc:title", drawing->title);
    add_element(out, "dc:description", drawing->description);
    buffer_add_string(out, "<dc:type>StillImage</dc:type>\n<dc:format>image/svg+xml</dc:format>\n"
                           "<dc:creator>bloc " BLOC_VERSION "</dc:creator>\n");
    if (drawing->embeds_font)
        buffer_add_string(out, "<dc:rights>Letters of the font Inter are embedded: SIL Open Font "
                               "License 1.1, https://openfontlicense.org</dc:rights>\n");
    if (drawing->dataset != NULL)
        write_provenance(drawing, out);
    buffer_add_string(out, "</rdf:Description>\n</rdf:RDF>\n");
    if (drawing->dataset != NULL && drawing->provenance != NULL)
        provenance_write(drawing, out);
    buffer_add_string(out, "</metadata>\n");
}

/* " earlier", or nothing. */
static void add_emphasis(struct buffer *out, enum emphasis emphasis)
{
    const char *name = emphasis_look(emphasis)->name;
    buffer_add_format(out, "%s%s", name[0] != '\0' ? " " : "", name);
}

/* A class name out of any text: ASCII letters and digits in lower case, hyphens for the rest. */
static void add_class(struct buffer *out, const char *prefix, struct text text)
{
    buffer_add_format(out, " %s", prefix);
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        bool is_kept = is_id_byte(byte) && byte != '_';
        buffer_add_char(out, is_kept ? (char)tolower((unsigned char)byte) : '-');
    }
}

void svg_meta_open_node(const struct drawing *drawing, const struct node *node, struct svg_ids *ids,
                        struct buffer *out)
{
    const struct dataset *dataset = drawing->dataset;
    const struct group *group = NULL;
    if (dataset != NULL && node->group < dataset->groups.count)
        group = &dataset->groups.items[node->group];
    struct text id = svg_ids_make(ids, "g", node->id);
    buffer_add_format(out, "<g id=\"" TEXT_FORMAT "\" class=\"group", TEXT_PARTS(id));
    if (group != NULL)
        add_class(out, "kind-", text_from(group_kind_name(group->kind)));
    if (group != NULL && group->region.length > 0)
        add_class(out, "region-", group->region);
    buffer_add_format(out, "%s%s%s", node->ended ? " ended" : "",
                      node->uncertain ? " uncertain" : "", node->hub ? " hub" : "");
    add_emphasis(out, node->emphasis);
    buffer_add_char(out, '"');
    add_attribute(out, "data-group", node->id);
    if (group != NULL) {
        add_attribute(out, "data-kind", text_from(group_kind_name(group->kind)));
        add_attribute(out, "data-region", group->region);
        add_attribute(out, "data-founded", group->founded.text);
        add_attribute(out, "data-ended", group->ended.text);
    }
    buffer_add_string(out, ">\n");
}

/* Space-separated values, each once. */
static void add_distinct(struct buffer *out, const char *name, const struct text_list *values)
{
    buffer_add_format(out, " %s=\"", name);
    for (size_t i = 0; i < values->count; i++) {
        size_t first = 0;
        while (!text_equal(values->items[first], values->items[i]))
            first++;
        if (first < i)
            continue;
        buffer_add_string(out, i > 0 ? " " : "");
        buffer_add_xml(out, values->items[i]);
    }
    buffer_add_char(out, '"');
}

/* What the relations of a link have to say, as lists. */
static void add_relation_lists(const struct drawing *drawing, const struct link *link,
                               struct buffer *out)
{
    struct text_list relations = {0};
    struct text_list kinds = {0};
    struct text_list sources = {0};
    for (size_t i = 0; i < link->relations.count; i++) {
        relation_id id = link->relations.items[i];
        size_t count = 0;
        const struct claim *claims = claims_of(drawing, id, &count);
        list_push(&relations, drawing->dataset->relations.items[id].id);
        list_push(&kinds, dataset_kind_of(drawing->dataset, id)->name);
        for (size_t k = 0; k < count; k++)
            list_push(&sources, drawing->dataset->sources.items[claims[k].source].id);
    }
    add_distinct(out, "data-relations", &relations);
    add_distinct(out, "data-kinds", &kinds);
    add_distinct(out, "data-sources", &sources);
    list_release(&relations);
    list_release(&kinds);
    list_release(&sources);
}

/* Earliest start and latest end among the relations, as written in the data. */
static void add_dates(const struct drawing *drawing, const struct link *link, struct buffer *out)
{
    const struct relation *all = drawing->dataset->relations.items;
    const struct date *start = &all[link->relations.items[0]].start;
    const struct date *end = &all[link->relations.items[0]].end;
    for (size_t i = 1; i < link->relations.count; i++) {
        const struct relation *relation = &all[link->relations.items[i]];
        if (relation->start.text.length > 0 &&
            (start->text.length == 0 || relation->start.earliest < start->earliest))
            start = &relation->start;
        if (relation->end.text.length > 0 &&
            (end->text.length == 0 || relation->end.latest > end->latest))
            end = &relation->end;
    }
    add_attribute(out, "data-start", start->text);
    add_attribute(out, "data-end", end->text);
}

/* How sure the tie is, in one word. */
static const char *certainty_of(const struct link *link)
{
    if (link->contested)
        return "contested";
    return link->possible ? "possible" : "certain";
}

void svg_meta_open_link(const struct drawing *drawing, const struct link *link, size_t number,
                        struct svg_ids *ids, struct buffer *out)
{
    const struct dataset *dataset = drawing->dataset;
    bool has_relations = dataset != NULL && link->relations.count > 0;
    const struct node *nodes = drawing->nodes.items;
    size_t from = link->style->reversed ? link->to : link->from;
    size_t to = link->style->reversed ? link->from : link->to;
    struct text key = arena_format(&ids->arena, "link%zu", number + 1);
    if (has_relations)
        key = dataset->relations.items[link->relations.items[0]].id;
    struct text id = svg_ids_make(ids, "r", key);
    buffer_add_format(out, "<g id=\"" TEXT_FORMAT "\" class=\"link %s%s%s", TEXT_PARTS(id),
                      link->style->name, link->possible ? " possible" : "",
                      link->contested ? " contested" : "");
    const struct kind *kind =
        has_relations ? dataset_kind_of(dataset, link->relations.items[0]) : NULL;
    if (kind != NULL)
        buffer_add_format(out, " sign-%s family-%s", sign_name(kind->sign),
                          family_name(kind->family));
    add_emphasis(out, link->emphasis);
    const bool pale = link->possible && !emphasis_is_grey(link->emphasis);
    buffer_add_string(out, pale ? "\" opacity=\"0.63\"" : "\"");
    add_attribute(out, "data-from", nodes[from].id);
    add_attribute(out, "data-to", nodes[to].id);
    if (kind != NULL) {
        add_relation_lists(drawing, link, out);
        add_dates(drawing, link, out);
        add_attribute(out, "data-sign", text_from(sign_name(kind->sign)));
        add_attribute(out, "data-family", text_from(family_name(kind->family)));
    }
    add_attribute(out, "data-certainty", text_from(certainty_of(link)));
    buffer_add_string(out, ">\n");
}
