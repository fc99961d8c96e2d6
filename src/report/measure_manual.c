/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/measure_manual.h"

#include <string.h>

#include "base/choice.h"
#include "metrics/balance.h"
#include "metrics/metric_table.h"
#include "metrics/sheet.h"
#include "report/sheet_report.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct report_column columns[] = {
    {"name", "Metric", REPORT_TEXT, false},
    {"scope", "By", REPORT_TEXT, false},
    {"layer", "Ties", REPORT_TEXT, false},
    {"label", "Label", REPORT_TEXT, true},
    {"unit", "Unit", REPORT_TEXT, false},
    {"range", "Range", REPORT_TEXT, false},
    {"definition", "Definition", REPORT_TEXT, false},
    {"reference", "Reference", REPORT_TEXT, false},
    {"meaning", "Meaning", REPORT_TEXT, true},
    {"caution", "Caution", REPORT_TEXT, true},
};

void measure_manual_build_catalogue(struct report_table *table)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    report_table_init(table, "metrics", (struct text){0}, columns, COUNT_OF(columns));
    for (size_t i = 0; i < count; i++) {
        report_table_add_string(table, metrics[i].name);
        report_table_add_string(table, metric_scope_name(metrics[i].scope));
        report_table_add_string(table, layer_name(metrics[i].layer));
        report_table_add_string(table, metrics[i].label);
        report_table_add_string(table, metrics[i].unit);
        report_table_add_string(table, metrics[i].range);
        report_table_add_string(table, metrics[i].definition);
        report_table_add_string(table, metrics[i].reference);
        report_table_add_string(table, metric_meaning(&metrics[i])->meaning);
        report_table_add_string(table, metric_meaning(&metrics[i])->caution);
    }
}

static const struct report_column record_columns[] = {
    {"name", "Metric", REPORT_TEXT, false},
    {"label", "Label", REPORT_TEXT, false},
    {"scope", "By", REPORT_TEXT, false},
    {"layer", "Ties", REPORT_TEXT, false},
    {"also", "Also", REPORT_TEXT, false},
    {"meaning", "Meaning", REPORT_TEXT, false},
    {"definition", "Definition", REPORT_TEXT, false},
    {"unit", "Unit", REPORT_TEXT, false},
    {"range", "Range", REPORT_TEXT, false},
    {"caution", "Caution", REPORT_TEXT, false},
    {"reference", "Reference", REPORT_TEXT, false},
    {"works", "Works", REPORT_TEXT, false},
};

static bool are_siblings(const struct metric *a, const struct metric *b)
{
    return a->scope == b->scope && text_equal(metric_base_name(a), metric_base_name(b));
}

/* The same metric in the other sign layers. */
static void add_siblings(struct report_table *table, const struct metric *metric)
{
    struct buffer names = {0};
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t i = 0; i < count; i++)
        if (&metrics[i] != metric && are_siblings(&metrics[i], metric))
            buffer_add_format(&names, "%s%s", names.length > 0 ? ", " : "", metrics[i].name);
    report_table_add_format(table, TEXT_FORMAT, TEXT_PARTS(buffer_text(&names)));
    buffer_release(&names);
}

static const char *find_work(struct text citation)
{
    size_t count = 0;
    const struct metric_work *works = metric_bibliography(&count);
    for (size_t i = 0; i < count; i++)
        if (text_equal_string(citation, works[i].citation))
            return works[i].text;
    return "";
}

static void add_works(struct report_table *table, const char *reference)
{
    struct buffer works = {0};
    struct text rest = text_from(reference);
    struct text citation = {0};
    while (text_next_piece(&rest, ';', &citation))
        buffer_add_format(&works, "%s%s", works.length > 0 ? " " : "",
                          find_work(text_trim(citation)));
    report_table_add_format(table, TEXT_FORMAT, TEXT_PARTS(buffer_text(&works)));
    buffer_release(&works);
}

static void build_record(const struct metric *metric, struct report_table *table)
{
    report_table_init(table, "metric", (struct text){0}, record_columns, COUNT_OF(record_columns));
    table->is_record = true;
    table->wraps = true;
    report_table_add_string(table, metric->name);
    report_table_add_string(table, metric->label);
    report_table_add_string(table, metric_scope_name(metric->scope));
    report_table_add_string(table, layer_name(metric->layer));
    add_siblings(table, metric);
    report_table_add_string(table, metric_meaning(metric)->meaning);
    report_table_add_string(table, metric->definition);
    report_table_add_string(table, metric->unit);
    report_table_add_string(table, metric->range);
    report_table_add_string(table, metric_meaning(metric)->caution);
    report_table_add_string(table, metric->reference);
    add_works(table, metric->reference);
}

static const struct report_column sheet_columns[] = {
    {"name", "Table", REPORT_TEXT, false},      {"title", "Title", REPORT_TEXT, false},
    {"meaning", "Meaning", REPORT_TEXT, false}, {"columns", "Columns", REPORT_TEXT, false},
    {"caution", "Caution", REPORT_TEXT, false}, {"reference", "Reference", REPORT_TEXT, false},
    {"works", "Works", REPORT_TEXT, false},
};

static void build_sheet_record(const struct sheet_type *type, struct report_table *table)
{
    struct buffer definitions = {0};
    report_table_init(table, "table", (struct text){0}, sheet_columns, COUNT_OF(sheet_columns));
    table->is_record = true;
    table->wraps = true;
    for (size_t i = 0; i < type->column_count; i++)
        buffer_add_format(&definitions, "%s%s: %s.", i > 0 ? " " : "", type->columns[i].name,
                          type->columns[i].definition);
    report_table_add_string(table, type->name);
    report_table_add_string(table, type->title);
    report_table_add_string(table, type->reading);
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(&definitions)));
    report_table_add_string(table, type->caution);
    report_table_add_string(table, type->reference);
    add_works(table, type->reference);
    buffer_release(&definitions);
}

static const struct report_column balance_columns[] = {
    {"name", "Measure", REPORT_TEXT, false},
    {"title", "Title", REPORT_TEXT, false},
    {"command", "Command", REPORT_TEXT, false},
    {"definition", "Definition", REPORT_TEXT, false},
    {"undefined", "Not defined", REPORT_TEXT, false},
    {"reference", "Reference", REPORT_TEXT, false},
    {"works", "Works", REPORT_TEXT, false},
};

/* A measure of `bloc balance`; false when there is none of that name. */
static bool build_balance_record(struct text name, struct report_table *table)
{
    size_t count = 0;
    const struct balance_measure *measures = balance_measures(&count);
    for (size_t i = 0; i < count; i++) {
        if (!text_equal_string(name, measures[i].name))
            continue;
        report_table_init(table, "measure", (struct text){0}, balance_columns,
                          COUNT_OF(balance_columns));
        table->is_record = true;
        table->wraps = true;
        report_table_add_string(table, measures[i].name);
        report_table_add_string(table, measures[i].title);
        report_table_add_string(table, "bloc balance");
        report_table_add_string(table, measures[i].definition);
        report_table_add_string(table, measures[i].undefined);
        report_table_add_string(table, measures[i].reference);
        add_works(table, measures[i].reference);
        return true;
    }
    return false;
}

static void refuse(struct text name, struct error *error)
{
    size_t count = 0;
    size_t sheets = 0;
    size_t balances = 0;
    const struct metric *metrics = metric_catalogue(&count);
    const struct sheet_type *const *types = sheet_types(&sheets);
    const struct balance_measure *measures = balance_measures(&balances);
    struct text *names = alloc_zeroed(count + sheets + balances, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = text_from(metrics[i].name);
    for (size_t i = 0; i < sheets; i++)
        names[count + i] = text_from(types[i]->name);
    for (size_t i = 0; i < balances; i++)
        names[count + sheets + i] = text_from(measures[i].name);
    choice_refuse("metric", name, names, count + sheets + balances, error);
    list_free(names);
}

bool measure_manual_explain(struct text name, struct report_table_list *tables, struct error *error)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    *tables = (struct report_table_list){0};
    for (size_t i = 0; i < count; i++) {
        if (!text_equal_string(name, metrics[i].name))
            continue;
        list_push(tables, (struct report_table){0});
        build_record(&metrics[i], &tables->items[tables->count - 1]);
    }
    if (sheet_report_find(name) != NULL) {
        list_push(tables, (struct report_table){0});
        build_sheet_record(sheet_report_find(name), &tables->items[tables->count - 1]);
    }
    struct report_table balance;
    if (build_balance_record(name, &balance))
        list_push(tables, balance);
    if (tables->count == 0)
        refuse(name, error);
    return tables->count > 0;
}

/* Plain text for mdoc: no letter of it commands, and no full stop of it ends a sentence. */
static void add_roff(struct buffer *buffer, struct text text)
{
    if (text.length > 0 && (text.at[0] == '.' || text.at[0] == '\''))
        buffer_add_string(buffer, "\\&");
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\\')
            buffer_add_string(buffer, "\\e");
        else
            buffer_add_char(buffer, text.at[i]);
        if (text.at[i] == '.' && i + 1 < text.length)
            buffer_add_string(buffer, "\\&");
    }
}

/* A line for each sentence, as mdoc wants it: full stops are wider than spaces. */
static void add_sentences(struct buffer *buffer, const char *sentences)
{
    struct text rest = text_from(sentences);
    while (rest.length > 0) {
        const char *end = strstr(rest.at, ". ");
        size_t length = end != NULL ? (size_t)(end - rest.at) + 1 : rest.length;
        add_roff(buffer, (struct text){rest.at, length});
        buffer_add_char(buffer, '\n');
        rest.at += length;
        rest.length -= length;
        rest = text_trim(rest);
    }
}

/* Do they make one entry: the same in other sign layers, or of other families? */
static bool share_entry(const struct metric *a, const struct metric *b)
{
    return a->scope == b->scope && metric_meaning(a) == metric_meaning(b) &&
           strcmp(a->definition, b->definition) == 0;
}

static bool is_first_of_entry(const struct metric *metrics, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (share_entry(&metrics[i], &metrics[index]))
            return false;
    return true;
}

static void add_entry(struct buffer *buffer, const struct metric *metrics, size_t count,
                      size_t index)
{
    const struct metric *metric = &metrics[index];
    buffer_add_format(buffer, ".It Va %s", metric->name);
    for (size_t i = index + 1; i < count; i++)
        if (share_entry(&metrics[i], metric))
            buffer_add_format(buffer, " , %s", metrics[i].name);
    buffer_add_char(buffer, '\n');
    add_sentences(buffer, metric_meaning(metric)->meaning);
    buffer_add_string(buffer, ".Pp\nFormula: ");
    add_roff(buffer, text_from(metric->definition));
    buffer_add_format(buffer, ".\nUnit: %s.\nRange: %s.\n.Pp\nCaution: ", metric->unit,
                      metric->range);
    add_sentences(buffer, metric_meaning(metric)->caution);
    buffer_add_format(buffer, ".Pp\nReference: %s.\n", metric->reference);
}

static void add_scope(struct buffer *buffer, enum metric_scope scope, const char *title)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    buffer_add_format(buffer, ".Ss %s\n.Bl -tag -width Ds\n", title);
    for (size_t i = 0; i < count; i++)
        if (metrics[i].scope == scope && is_first_of_entry(metrics, i))
            add_entry(buffer, metrics, count, i);
    buffer_add_string(buffer, ".El\n");
}

static void add_sheet(struct buffer *buffer, const struct sheet_type *type)
{
    buffer_add_format(buffer, ".Ss %s: bloc metrics DATA --by=%s\n", type->title, type->name);
    add_sentences(buffer, type->reading);
    buffer_add_string(buffer, ".Pp\nCaution: ");
    add_sentences(buffer, type->caution);
    buffer_add_format(buffer, ".Pp\nReference: %s.\n.Bl -tag -width Ds\n", type->reference);
    for (size_t i = 0; i < type->column_count; i++) {
        buffer_add_format(buffer, ".It Va %s\n", type->columns[i].name);
        add_roff(buffer, text_from(type->columns[i].definition));
        buffer_add_string(buffer, ".\n");
    }
    buffer_add_string(buffer, ".El\n");
}

static void add_sheets(struct buffer *buffer)
{
    size_t count = 0;
    const struct sheet_type *const *types = sheet_types(&count);
    buffer_add_string(buffer, ".Sh TABLES\n"
                              "Sets, pairs, roles and curves have tables of their own, computed\n"
                              "when they are asked for.\n"
                              ".Fl -layer\n"
                              "says over which ties, all unless given.\n");
    for (size_t i = 0; i < count; i++)
        add_sheet(buffer, types[i]);
}

static void add_balance(struct buffer *buffer)
{
    size_t count = 0;
    const struct balance_measure *measures = balance_measures(&count);
    buffer_add_string(buffer, ".Sh BALANCE\n"
                              "How the signs fit together is measured by\n"
                              ".Ic bloc balance .\n"
                              ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(buffer, ".It Va %s\n%s: ", measures[i].name, measures[i].title);
        add_roff(buffer, text_from(measures[i].definition));
        buffer_add_string(buffer, ".\n");
        if (measures[i].undefined[0] != '\0')
            buffer_add_format(buffer, "Not defined: %s.\n", measures[i].undefined);
        buffer_add_format(buffer, "Reference: %s.\n", measures[i].reference);
    }
    buffer_add_string(buffer, ".El\n");
}

static void add_works_cited(struct buffer *buffer)
{
    size_t count = 0;
    const struct metric_work *works = metric_bibliography(&count);
    buffer_add_string(buffer, ".Sh REFERENCES\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(buffer, ".It %s\n", works[i].citation);
        add_roff(buffer, text_from(works[i].text));
        buffer_add_char(buffer, '\n');
    }
    buffer_add_string(buffer, ".El\n");
}

static const char head[] =
    ".\\\" SPDX-License-Identifier: GPL-2.0-or-later\n"
    ".\\\" Made by: bloc metrics --explain --format=man\n"
    ".Dd November 26, 2026\n"
    ".Dt BLOC-MEASURES 7\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm bloc-measures\n"
    ".Nd what the measures of bloc mean, and how each is computed\n"
    ".Sh DESCRIPTION\n"
    "These are the measures that\n"
    ".Ic bloc metrics\n"
    "prints: what each means for alliance structure, its formula, unit and range, what to beware\n"
    "of, and where it comes from.\n"
    "A measure that ends in\n"
    ".Ql _positive\n"
    "or\n"
    ".Ql _negative\n"
    "runs over the ties of that sign alone, one without such an ending over all ties.\n"
    "A value that is not defined is\n"
    ".Ql -\n"
    "in text and Markdown, empty in CSV and null in JSON; it is never a number.\n"
    ".Pp\n";

static const char tail[] = ".Sh SEE ALSO\n"
                           ".Xr bloc 1 ,\n"
                           ".Xr bloc-data 5 ,\n"
                           ".Xr bloc-figure 5\n";

void measure_manual_write(struct buffer *buffer)
{
    buffer_add_string(buffer, head);
    add_sentences(buffer, metric_vocabulary());
    buffer_add_string(buffer, ".Sh MEASURES\n");
    add_scope(buffer, SCOPE_GROUP, "Measures of groups");
    add_scope(buffer, SCOPE_RELATION, "Measures of relations");
    add_scope(buffer, SCOPE_NETWORK, "Measures of the network");
    add_scope(buffer, SCOPE_COMPONENT, "Measures of components");
    add_scope(buffer, SCOPE_PERIOD, "Measures of periods");
    add_sheets(buffer);
    add_balance(buffer);
    buffer_add_string(buffer, tail);
    add_works_cited(buffer);
}
