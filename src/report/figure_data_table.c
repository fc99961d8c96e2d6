/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The records were checked when they were read.  In the tables of the first kind a column that is a
 * detail is one only where several figures stand side by side.
 */
#include "report/figure_data_table.h"

#include "base/buffer.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static void init_table(struct report_table *table, const char *name, struct text title,
                       const struct report_column *columns, size_t count,
                       const struct figure_data_list *figures)
{
    report_table_init(table, name, title, columns, count);
    table->columns.items[0].detail = figures->count == 1;
}

/* A text of the file, one that a terminal could take for more than a text made visible. */
static void add_text(struct report_table *table, struct text text)
{
    struct buffer visible = {0};
    buffer_add_visible(&visible, text);
    const bool is_harmless = text_equal(buffer_text(&visible), text);
    report_table_add_text(
        table, is_harmless ? text : arena_copy_text(&table->arena, buffer_text(&visible)));
    buffer_release(&visible);
}

/* What was built, which is released. */
static void add_copy(struct report_table *table, struct buffer *built)
{
    add_text(table, arena_copy_text(&table->arena, buffer_text(built)));
    buffer_release(built);
}

static void add_member(struct report_table *table, const json_t *object, const char *name)
{
    add_text(table, json_member_text(object, name));
}

/* One line a member of an array, behind the name of the file. */
static void add_rows(struct report_table *table, const struct figure_data_list *figures,
                     const char *array, void (*add)(struct report_table *, const json_t *))
{
    for (size_t i = 0; i < figures->count; i++) {
        const json_t *rows = json_object_get(figures->items[i].record, array);
        for (size_t k = 0; k < json_array_size(rows); k++) {
            add_text(table, figures->items[i].file);
            add(table, json_array_get(rows, k));
        }
    }
}

static const struct report_column figure_columns[] = {
    {"file", "File", REPORT_TEXT, false},
    {"name", "Figure", REPORT_TEXT, true},
    {"type", "Type", REPORT_TEXT, false},
    {"title", "Title", REPORT_TEXT, false},
    {"page", "Page", REPORT_TEXT, true},
    {"program", "Drawn by", REPORT_TEXT, true},
    {"igraph", "igraph", REPORT_TEXT, true},
    {"graphviz", "Graphviz", REPORT_TEXT, true},
    {"definition", "Definition", REPORT_TEXT, true},
    {"definition_sha256", "SHA-256 of definition", REPORT_TEXT, true},
    {"dataset", "Dataset", REPORT_TEXT, false},
    {"dataset_title", "Title of dataset", REPORT_TEXT, true},
    {"dataset_version", "Version of dataset", REPORT_TEXT, false},
    {"dataset_licence", "Licence of dataset", REPORT_TEXT, true},
    {"dataset_sha256", "SHA-256 of dataset", REPORT_TEXT, true},
    {"groups", "Groups", 0, false},
    {"relations", "Relations", 0, false},
    {"sources", "Sources", 0, false},
    {"check", "Data given", REPORT_TEXT, false},
};

/* "2 of 3", or nothing for a figure of one page. */
static void add_page(struct report_table *table, const json_t *figure)
{
    const json_t *page = json_object_get(figure, "page");
    if (page == NULL) {
        report_table_add_text(table, (struct text){0});
        return;
    }
    report_table_add_format(table, "%" JSON_INTEGER_FORMAT " of %" JSON_INTEGER_FORMAT,
                            json_integer_value(page),
                            json_integer_value(json_object_get(figure, "pages")));
}

static bool attests(const json_t *relation)
{
    return json_is_true(json_object_get(relation, "attests"));
}

static size_t count_shown(const json_t *relations)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(relations); i++)
        count += !attests(json_array_get(relations, i));
    return count;
}

static void add_program(struct report_table *table, const json_t *record)
{
    const struct text program = json_member_text(record, "program");
    const struct text version = json_member_text(record, "version");
    struct buffer words = {0};
    buffer_add_format(&words, TEXT_FORMAT " " TEXT_FORMAT, TEXT_PARTS(program),
                      TEXT_PARTS(version));
    add_copy(table, &words);
    add_member(table, record, "igraph");
    add_member(table, record, "graphviz");
}

static void add_figure(struct report_table *table, const struct figure_data *data)
{
    const json_t *figure = json_object_get(data->record, "figure");
    const json_t *definition = json_object_get(data->record, "definition");
    const json_t *dataset = json_object_get(data->record, "dataset");
    add_text(table, data->file);
    add_member(table, figure, "name");
    add_member(table, figure, "type");
    add_member(table, figure, "title");
    add_page(table, figure);
    add_program(table, data->record);
    add_member(table, definition, "name");
    add_member(table, definition, "sha256");
    add_member(table, dataset, "name");
    add_member(table, dataset, "title");
    add_member(table, dataset, "version");
    add_member(table, dataset, "licence");
    add_member(table, dataset, "sha256");
    report_table_add_number(table,
                            (double)json_array_size(json_object_get(data->record, "groups")));
    report_table_add_number(table, (double)count_shown(json_object_get(data->record, "relations")));
    report_table_add_number(table,
                            (double)json_array_size(json_object_get(data->record, "sources")));
    add_text(table, data->check);
}

static void build_figures(const struct figure_data_list *figures, struct report_table *table)
{
    const bool is_single = figures->count == 1;
    bool is_checked = false;
    init_table(table, "figures", (struct text){0}, figure_columns, COUNT_OF(figure_columns),
               figures);
    table->is_record = true;
    for (size_t i = 0; i < figures->count; i++) {
        add_figure(table, &figures->items[i]);
        is_checked = is_checked || figures->items[i].check.length > 0;
    }
    for (size_t i = 1; is_single && i < table->columns.count; i++)
        table->columns.items[i].detail = false;
    table->columns.items[report_table_find_column(table, "check")].detail = !is_checked;
}

static const struct report_column option_columns[] = {
    {"file", "File", REPORT_TEXT, false},
    {"name", "Option", REPORT_TEXT, false},
    {"value", "Value", REPORT_TEXT, false},
};

static void add_option(struct report_table *table, const json_t *option)
{
    add_member(table, option, "name");
    add_member(table, option, "value");
}

static void build_options(const struct figure_data_list *figures, struct report_table *table)
{
    init_table(table, "options", TEXT("Options"), option_columns, COUNT_OF(option_columns),
               figures);
    add_rows(table, figures, "options", add_option);
}

static const struct report_column group_columns[] = {
    {"file", "File", REPORT_TEXT, false},
    {"id", "Id", REPORT_TEXT, false},
    {"name", "Group", REPORT_TEXT, false},
};

static void add_group(struct report_table *table, const json_t *group)
{
    add_member(table, group, "id");
    add_member(table, group, "name");
}

static void build_groups(const struct figure_data_list *figures, struct report_table *table)
{
    init_table(table, "groups", TEXT("Groups"), group_columns, COUNT_OF(group_columns), figures);
    add_rows(table, figures, "groups", add_group);
}

static const struct report_column relation_columns[] = {
    {"file", "File", REPORT_TEXT, false},       {"id", "Id", REPORT_TEXT, true},
    {"start", "Start", REPORT_TEXT, false},     {"end", "End", REPORT_TEXT, false},
    {"source", "From", REPORT_TEXT, false},     {"kind", "Kind", REPORT_TEXT, false},
    {"target", "To", REPORT_TEXT, false},       {"shown", "In the picture", REPORT_TEXT, false},
    {"sources", "Sources", REPORT_TEXT, false},
};

static void add_relation(struct report_table *table, const json_t *relation)
{
    const json_t *sources = json_object_get(relation, "sources");
    struct buffer joined = {0};
    for (size_t i = 0; i < json_array_size(sources); i++)
        buffer_add_format(&joined, "%s%s", i > 0 ? ";" : "",
                          json_string_value(json_array_get(sources, i)));
    add_member(table, relation, "id");
    add_member(table, relation, "start");
    add_member(table, relation, "end");
    add_member(table, relation, "source");
    add_member(table, relation, "kind");
    add_member(table, relation, "target");
    report_table_add_string(table, attests(relation) ? "dates only" : "yes");
    add_copy(table, &joined);
}

/* People are told what all relations have in common only where they have it not. */
static void build_relations(const struct figure_data_list *figures, struct report_table *table)
{
    init_table(table, "relations", TEXT("Relations"), relation_columns, COUNT_OF(relation_columns),
               figures);
    add_rows(table, figures, "relations", add_relation);
    const size_t shown = report_table_find_column(table, "shown");
    bool is_common = true;
    for (size_t i = 0; i < report_table_row_count(table); i++)
        is_common = is_common && text_equal_string(report_table_cell(table, i, shown)->text, "yes");
    table->columns.items[shown].detail = is_common;
}

static const struct report_column source_columns[] = {
    {"file", "File", REPORT_TEXT, false},
    {"id", "Id", REPORT_TEXT, false},
    {"title", "Title", REPORT_TEXT, false},
    {"url", "URL", REPORT_TEXT, false},
};

static void add_source(struct report_table *table, const json_t *source)
{
    add_member(table, source, "id");
    add_member(table, source, "title");
    add_member(table, source, "url");
}

static void build_sources(const struct figure_data_list *figures, struct report_table *table)
{
    init_table(table, "sources", TEXT("Sources"), source_columns, COUNT_OF(source_columns),
               figures);
    add_rows(table, figures, "sources", add_source);
}

static const struct report_column file_columns[] = {
    {"file", "File", REPORT_TEXT, false},
    {"path", "File of the dataset", REPORT_TEXT, false},
    {"digest", "Digest", REPORT_TEXT, false},
};

static void build_files(const struct figure_data_list *figures, struct report_table *table)
{
    init_table(table, "files", TEXT("Files of the dataset"), file_columns, COUNT_OF(file_columns),
               figures);
    for (size_t i = 0; i < figures->count; i++) {
        const json_t *dataset = json_object_get(figures->items[i].record, "dataset");
        const json_t *files = json_object_get(dataset, "files");
        for (size_t k = 0; k < json_array_size(files); k++) {
            add_text(table, figures->items[i].file);
            add_member(table, json_array_get(files, k), "path");
            add_member(table, json_array_get(files, k), "digest");
        }
    }
}

static const struct figure_data_view views[] = {
    {"figures", false, build_figures}, {"options", false, build_options},
    {"groups", false, build_groups},   {"relations", false, build_relations},
    {"sources", false, build_sources}, {"files", true, build_files},
};

const struct figure_data_view *figure_data_views(size_t *count)
{
    *count = COUNT_OF(views);
    return views;
}
