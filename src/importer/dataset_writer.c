/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/dataset_writer.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/json.h"
#include "importer/dataset_schema.h"
#include "importer/parents.h"
#include "model/catalogue.h"

const char *const dataset_writer_files[] = {
    "datapackage.json", "groups.csv",  "relations.csv",       "claims.csv",   "kinds.csv",
    "estimates.csv",    "origins.csv", "origins.schema.json", "sources.json", NULL,
};

/* A table on its way to its file: a row is built and handed on. */
struct table_writer {
    FILE *file;
    const char *name;
    struct buffer row;
};

struct writing {
    const struct dataset_plan *plan;
    struct staging *staging;
    struct arena arena;
    struct text *relation_ids; /* by tie */
    struct table_writer table;
};

#define BATCH 65536 /* bytes of rows that are handed on together */

/* Letters and digits need no quotation marks; most cells are nothing else. */
static bool is_simple(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.at[i];
        if (!((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
              (byte >= '0' && byte <= '9') || byte == '_'))
            return false;
    }
    return true;
}

static void add_cell(struct buffer *row, struct text text)
{
    if (row->length > 0 && row->at[row->length - 1] != '\n')
        buffer_add_char(row, ',');
    if (is_simple(text))
        buffer_add_text(row, text);
    else
        buffer_add_csv(row, text);
}

static void add_string(struct buffer *row, const char *string)
{
    add_cell(row, text_from(string));
}

static void add_empty(struct buffer *row)
{
    buffer_add_char(row, ',');
}

static void add_number(struct buffer *row, double number)
{
    buffer_add_char(row, ',');
    if (!isnan(number))
        buffer_add_exact(row, number);
}

static void flush_rows(struct table_writer *table)
{
    fwrite(table->row.at, 1, table->row.length, table->file);
    table->row.length = 0;
}

static void end_row(struct table_writer *table)
{
    buffer_add_char(&table->row, '\n');
    if (table->row.length >= BATCH)
        flush_rows(table);
}

static bool open_table(struct writing *writing, size_t number, struct error *error)
{
    const struct dataset_table *table = &dataset_tables[number];
    writing->table.name = table->file;
    writing->table.file = staging_create(writing->staging, table->file, error);
    if (writing->table.file == NULL)
        return false;
    for (size_t i = 0; i < table->count; i++)
        add_string(&writing->table.row, table->fields[i].name);
    end_row(&writing->table);
    return true;
}

static bool close_table(struct writing *writing, struct error *error)
{
    flush_rows(&writing->table);
    buffer_release(&writing->table.row);
    return staging_close_file(writing->table.file, writing->table.name, error);
}

static void add_aliases(struct buffer *row, const struct intake_group *group)
{
    struct buffer aliases = {0};
    for (size_t i = 0; i < group->aliases.count; i++) {
        buffer_add_string(&aliases, i == 0 ? "" : ";");
        buffer_add_text(&aliases, group->aliases.items[i]);
    }
    add_cell(row, buffer_text(&aliases));
    buffer_release(&aliases);
}

/* The remark, with what has no column: the id, and a parent that is not among the groups. */
static void add_group_note(struct buffer *row, const struct intake_group *group, uint32_t parent)
{
    struct buffer note = {0};
    if (group->code.length > 0)
        buffer_add_format(&note, "original id " TEXT_FORMAT, TEXT_PARTS(group->code));
    if (group->parent.length > 0 && parent == INTAKE_NONE)
        buffer_add_format(&note, "%spart of " TEXT_FORMAT, note.length > 0 ? "; " : "",
                          TEXT_PARTS(group->parent));
    if (note.length > 0 && group->note.length > 0)
        buffer_add_string(&note, "; ");
    buffer_add_text(&note, group->note);
    add_cell(row, buffer_text(&note));
    buffer_release(&note);
}

static bool write_groups(struct writing *writing, struct error *error)
{
    const struct intake_group_list *groups = &writing->plan->intake->groups;
    if (!open_table(writing, DATASET_GROUPS, error))
        return false;
    struct buffer *row = &writing->table.row;
    uint32_t *parents = parents_settle(writing->plan->intake);
    for (size_t i = 0; i < groups->count; i++) {
        const struct intake_group *group = &groups->items[i];
        const uint32_t parent = parents[i];
        add_cell(row, group->id);
        add_cell(row, group->name);
        add_cell(row, group->label);
        add_aliases(row, group);
        add_string(row, group_kind_name(group->kind));
        add_cell(row, parent == INTAKE_NONE ? (struct text){0} : groups->items[parent].id);
        add_cell(row, group->region);
        add_cell(row, group->country);
        add_cell(row, group->founded);
        add_cell(row, group->ended);
        add_group_note(row, group, parent);
        end_row(&writing->table);
    }
    list_free(parents);
    return close_table(writing, error);
}

/* "2014_03" of "2014-03?", so that ids tell relations apart as people do. */
static void add_date(struct buffer *id, struct text date)
{
    bool gap = true;
    for (size_t i = 0; i < date.length && i < 10; i++) {
        const bool digit = date.at[i] >= '0' && date.at[i] <= '9';
        if (digit && gap)
            buffer_add_char(id, '_');
        if (digit)
            buffer_add_char(id, date.at[i]);
        gap = !digit;
    }
}

static void name_relations(struct writing *writing)
{
    const struct intake *intake = writing->plan->intake;
    struct text_index taken = {0};
    struct buffer id = {0};
    writing->relation_ids = alloc_zeroed(intake->ties.count, sizeof *writing->relation_ids);
    for (size_t i = 0; i < intake->ties.count; i++) {
        const struct intake_tie *tie = &intake->ties.items[i];
        id.length = 0;
        buffer_add_text(&id, intake->kinds.items[tie->kind].kind.name);
        buffer_add_char(&id, '_');
        buffer_add_text(&id, intake->groups.items[tie->source].id);
        buffer_add_char(&id, '_');
        buffer_add_text(&id, intake->groups.items[tie->target].id);
        add_date(&id, tie->start);
        const size_t length = id.length;
        for (unsigned n = 2; text_index_find(&taken, buffer_text(&id)) != TEXT_INDEX_ABSENT; n++) {
            id.length = length;
            buffer_add_format(&id, "_no%u", n);
        }
        writing->relation_ids[i] = arena_copy_text(&writing->arena, buffer_text(&id));
        text_index_add(&taken, writing->relation_ids[i], 0);
    }
    buffer_release(&id);
    text_index_release(&taken);
}

static bool write_relations(struct writing *writing, struct error *error)
{
    const struct intake *intake = writing->plan->intake;
    if (!open_table(writing, DATASET_RELATIONS, error))
        return false;
    struct buffer *row = &writing->table.row;
    for (size_t i = 0; i < intake->ties.count; i++) {
        const struct intake_tie *tie = &intake->ties.items[i];
        add_cell(row, writing->relation_ids[i]);
        add_cell(row, intake->groups.items[tie->source].id);
        add_cell(row, intake->groups.items[tie->target].id);
        add_cell(row, intake->kinds.items[tie->kind].kind.name);
        add_cell(row, tie->start);
        add_cell(row, tie->end);
        add_cell(row, tie->place);
        add_number(row, tie->weight == 1 ? NAN : tie->weight);
        add_cell(row, tie->note);
        end_row(&writing->table);
    }
    return close_table(writing, error);
}

static bool write_claims(struct writing *writing, struct error *error)
{
    const struct intake *intake = writing->plan->intake;
    if (!open_table(writing, DATASET_CLAIMS, error))
        return false;
    struct buffer *row = &writing->table.row;
    for (size_t i = 0; i < intake->claims.count; i++) {
        const struct intake_claim *claim = &intake->claims.items[i];
        add_cell(row, writing->relation_ids[claim->tie]);
        add_cell(row, intake->sources.items[claim->source].id);
        add_cell(row, claim->locator);
        add_string(row, claim->disputes ? "disputes" : "supports");
        add_string(row, grade_name(claim->grade));
        add_empty(row);
        add_empty(row);
        add_cell(row, claim->note);
        end_row(&writing->table);
    }
    return close_table(writing, error);
}

static bool is_written(const struct intake_kind *kind)
{
    return !kind->is_default && kind->ties > 0;
}

static bool write_kinds(struct writing *writing, struct error *error)
{
    const struct intake_kind_list *kinds = &writing->plan->intake->kinds;
    if (!open_table(writing, DATASET_KINDS, error))
        return false;
    struct buffer *row = &writing->table.row;
    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = &kinds->items[i].kind;
        if (!is_written(&kinds->items[i]))
            continue;
        add_cell(row, kind->name);
        add_string(row, family_name(kind->family));
        add_string(row, sign_symbol(kind->sign));
        add_string(row, kind->mutual ? "mutual" : "directed");
        add_string(row, kind->event ? "event" : "state");
        add_cell(row, kind->label);
        add_cell(row, kind->description);
        end_row(&writing->table);
    }
    return close_table(writing, error);
}

static bool write_estimates(struct writing *writing, struct error *error)
{
    const struct intake *intake = writing->plan->intake;
    if (!open_table(writing, DATASET_ESTIMATES, error))
        return false;
    struct buffer *row = &writing->table.row;
    for (size_t i = 0; i < intake->estimates.count; i++) {
        const struct intake_estimate *estimate = &intake->estimates.items[i];
        add_empty(row);
        buffer_add_csv(row, writing->relation_ids[estimate->tie]);
        add_string(row, estimate->quantity);
        add_number(row, estimate->low);
        add_number(row, estimate->high);
        add_cell(row, estimate->date);
        add_cell(row, intake->sources.items[estimate->source].id);
        add_cell(row, estimate->locator);
        add_cell(row, estimate->note);
        end_row(&writing->table);
    }
    return close_table(writing, error);
}

static void add_count(struct buffer *row, size_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    buffer_add_text(row, (struct text){digits + at, sizeof digits - at});
}

static void add_relations(struct writing *writing, const struct origin *origin)
{
    const struct dataset_plan *plan = writing->plan;
    struct buffer *row = &writing->table.row;
    uint32_t last = INTAKE_NONE;
    buffer_add_char(row, ',');
    for (size_t i = 0; i < origin->reference_count; i++) {
        const struct origin_reference reference = origin->references[i];
        const uint32_t tie = reference.day == ORIGIN_TIE ? reference.number
                                                         : plan->find_tie(plan->context, reference);
        if (tie == INTAKE_NONE || tie == last)
            continue;
        if (last != INTAKE_NONE)
            buffer_add_char(row, ';');
        buffer_add_text(row, writing->relation_ids[tie]);
        last = tie;
    }
}

/* An id of the original may hold anything. */
static void add_id(struct buffer *row, struct text id)
{
    struct buffer visible = {0};
    if (!is_simple(id)) {
        buffer_add_visible(&visible, id);
        id = buffer_text(&visible);
    }
    add_cell(row, id);
    buffer_release(&visible);
}

static bool write_origin(void *context, const struct origin *origin, struct error *error)
{
    (void)error;
    struct writing *writing = context;
    struct buffer *row = &writing->table.row;
    buffer_add_text(row, writing->plan->intake->sources.items[origin->source].id);
    buffer_add_char(row, ',');
    add_count(row, origin->line);
    add_id(row, origin->id);
    buffer_add_char(row, ',');
    buffer_add_string(row, row_outcome_name(origin->outcome));
    buffer_add_char(row, ',');
    if (origin->outcome == ROW_REJECTED)
        buffer_add_string(row, catalogue_get((enum catalogue_entry)origin->reason)->code);
    add_relations(writing, origin);
    end_row(&writing->table);
    return true;
}

static bool write_origins(struct writing *writing, struct error *error)
{
    if (!open_table(writing, DATASET_ORIGINS, error))
        return false;
    const bool good = origins_visit(writing->plan->origins, write_origin, writing, error);
    return close_table(writing, error) && good;
}

static json_t *make_source(const struct intake_source *source)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", json_from_text(source->id));
    json_object_set_new(object, "type", json_from_text(source->type));
    json_object_set_new(object, "title", json_from_text(source->title));
    if (source->authors.length > 0) {
        json_t *author = json_object();
        json_object_set_new(author, "literal", json_from_text(source->authors));
        json_object_set_new(object, "author", json_pack("[o]", author));
    }
    if (source->publisher.length > 0)
        json_object_set_new(object, "publisher", json_from_text(source->publisher));
    if (source->note.length > 0)
        json_object_set_new(object, "note", json_from_text(source->note));
    return object;
}

static bool write_text(struct writing *writing, const char *name, struct buffer *contents,
                       struct error *error)
{
    FILE *file = staging_create(writing->staging, name, error);
    if (file != NULL)
        fwrite(contents->at, 1, contents->length, file);
    buffer_release(contents);
    return file != NULL && staging_close_file(file, name, error);
}

static bool write_sources(struct writing *writing, struct error *error)
{
    const struct intake_source_list *sources = &writing->plan->intake->sources;
    struct buffer buffer = {0};
    json_t *array = json_array();
    for (size_t i = 0; i < sources->count; i++)
        json_array_append_new(array, make_source(&sources->items[i]));
    json_write(array, &buffer);
    json_decref(array);
    return write_text(writing, "sources.json", &buffer, error);
}

static bool has_own_kinds(const struct intake *intake)
{
    for (size_t i = 0; i < intake->kinds.count; i++)
        if (is_written(&intake->kinds.items[i]))
            return true;
    return false;
}

static bool write_package(struct writing *writing, const bool has[DATASET_TABLES],
                          struct error *error)
{
    const struct dataset_plan *plan = writing->plan;
    struct buffer schema = {0};
    struct buffer package = {0};
    dataset_schema_write_origins(&schema);
    dataset_schema_write_package(plan->name, plan->title, plan->description, has, &package);
    const bool good = write_text(writing, "origins.schema.json", &schema, error);
    return write_text(writing, "datapackage.json", &package, error) && good;
}

bool dataset_writer_write(const struct dataset_plan *plan, struct staging *staging,
                          struct error *error)
{
    struct writing writing = {.plan = plan, .staging = staging};
    const bool has[DATASET_TABLES] = {
        [DATASET_GROUPS] = true,
        [DATASET_RELATIONS] = true,
        [DATASET_CLAIMS] = true,
        [DATASET_KINDS] = has_own_kinds(plan->intake),
        [DATASET_ESTIMATES] = plan->intake->estimates.count > 0,
        [DATASET_ORIGINS] = true,
    };
    name_relations(&writing);
    const bool good = write_groups(&writing, error) && write_relations(&writing, error) &&
                      write_claims(&writing, error) &&
                      (!has[DATASET_KINDS] || write_kinds(&writing, error)) &&
                      (!has[DATASET_ESTIMATES] || write_estimates(&writing, error)) &&
                      write_origins(&writing, error) && write_sources(&writing, error) &&
                      write_package(&writing, has, error);
    free(writing.relation_ids);
    arena_release(&writing.arena);
    return good;
}
