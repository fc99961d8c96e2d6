/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/import_tables.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

#define LIKELY_SHOWN 20 /* likely duplicates in the result; a file may hold thousands */

#define INIT(table, name, title, columns) \
    report_table_init(table, name, text_from(title), columns, COUNT_OF(columns))

void import_tables_list_formats(struct report_table *table)
{
    static const struct report_column columns[] = {
        {"format", "Format", REPORT_TEXT, false},
        {"title", "What it is", REPORT_TEXT, false},
    };
    size_t count = 0;
    const struct import_format *const *formats = importer_formats(&count);
    INIT(table, "formats", NULL, columns);
    for (size_t i = 0; i < count; i++) {
        report_table_add_string(table, formats[i]->name);
        report_table_add_string(table, formats[i]->title);
    }
}

static void explain_format(const struct import_format *format, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"format", "Format", REPORT_TEXT, false},
        {"title", "Title", REPORT_TEXT, false},
        {"description", "How it is read", REPORT_TEXT, false},
    };
    INIT(table, "format", NULL, columns);
    table->is_record = true;
    report_table_add_string(table, format->name);
    report_table_add_string(table, format->title);
    report_table_add_string(table, format->description);
}

static void explain_columns(const struct import_format *format, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"column", "Column", REPORT_TEXT, false},
        {"required", "Needed", REPORT_TEXT, false},
        {"use", "Use", REPORT_TEXT, false},
        {"other_names", "Other names", REPORT_TEXT, true},
    };
    INIT(table, "columns", "Columns", columns);
    for (size_t i = 0; i < format->column_count; i++) {
        const struct import_column *column = &format->columns[i];
        report_table_add_string(table, column->name);
        report_table_add_string(table, column->required ? "yes" : "");
        report_table_add_string(table, column->use);
        report_table_add_string(table, column->other);
    }
}

static void explain_rules(const struct import_format *format, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"code", "Code", REPORT_TEXT, false},
        {"kind", "Kind", REPORT_TEXT, false},
        {"meaning", "What the data means by it", REPORT_TEXT, false},
    };
    INIT(table, "mapping", "Codes, and the kinds they become unless --map says otherwise", columns);
    for (size_t i = 0; i < format->rule_count; i++) {
        const struct mapping_rule *rule = &format->rules[i];
        report_table_add_string(table, rule->code);
        report_table_add_string(table, rule->kind[0] == '\0' ? "(left out)" : rule->kind);
        report_table_add_string(table, rule->meaning);
    }
}

size_t import_tables_explain(const struct import_format *format,
                             struct report_table tables[IMPORT_EXPLAIN_TABLES])
{
    explain_format(format, &tables[0]);
    explain_columns(format, &tables[1]);
    explain_rules(format, &tables[2]);
    return IMPORT_EXPLAIN_TABLES;
}

static const char *separator_name(char separator)
{
    switch (separator) {
    case ',': return "comma";
    case ';': return "semicolon";
    case '\t': return "tab";
    case '|': return "|";
    default: return "";
    }
}

static void build_files(const struct import_result *result, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"file", "File", REPORT_TEXT, false},
        {"encoding", "Encoding", REPORT_TEXT, false},
        {"separator", "Separator", REPORT_TEXT, false},
        {"line_ends", "Line ends", REPORT_TEXT, false},
        {"read", "Rows read", 0, false},
        {"used", "Used", 0, false},
        {"merged", "Merged", 0, false},
        {"rejected", "Rejected", 0, false},
    };
    INIT(table, "files", NULL, columns);
    for (size_t i = 0; i < result->files.count; i++) {
        const struct import_file *file = &result->files.items[i];
        report_table_add_text(table, file->path);
        report_table_add_string(table, file->encoding);
        report_table_add_string(table, separator_name(file->separator));
        report_table_add_string(table, file->line_ends);
        report_table_add_number(table, (double)file->read);
        report_table_add_number(table, (double)file->used);
        report_table_add_number(table, (double)file->merged);
        report_table_add_number(table, (double)file->rejected);
    }
}

static void build_columns(const struct import_result *result, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"file", "File", REPORT_TEXT, false},
        {"role", "Read as", REPORT_TEXT, false},
        {"column", "Column", REPORT_TEXT, false},
        {"why", "Why", REPORT_TEXT, false},
    };
    INIT(table, "columns", "Columns; --column=ROLE=NAME says otherwise", columns);
    for (size_t i = 0; i < result->files.count; i++) {
        const struct import_file *file = &result->files.items[i];
        for (size_t j = 0; j < file->guesses.count; j++) {
            const struct import_guess *guess = &file->guesses.items[j];
            report_table_add_text(table, file->name);
            report_table_add_text(table, guess->role);
            report_table_add_text(table, guess->column);
            report_table_add_string(table, guess->reason);
        }
    }
}

static void build_reasons(const struct import_result *result, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"file", "File", REPORT_TEXT, false},
        {"reason", "Rejected because", REPORT_TEXT, false},
        {"rows", "Rows", 0, false},
    };
    INIT(table, "rejected", "Rejected rows", columns);
    for (size_t i = 0; i < result->files.count; i++) {
        const struct import_file *file = &result->files.items[i];
        for (int j = 0; j < CATALOGUE_COUNT; j++) {
            if (file->reasons[j] == 0)
                continue;
            report_table_add_text(table, file->name);
            report_table_add_string(table, catalogue_get((enum catalogue_entry)j)->code);
            report_table_add_number(table, (double)file->reasons[j]);
        }
    }
}

static void build_mapping(const struct import_result *result, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"code", "Code", REPORT_TEXT, false},
        {"kind", "Kind", REPORT_TEXT, false},
        {"family", "Family", REPORT_TEXT, false},
        {"sign", "Sign", REPORT_TEXT, false},
        {"direction", "Direction", REPORT_TEXT, false},
        {"rows", "Rows", 0, false},
        {"why", "Why", REPORT_TEXT, false},
    };
    INIT(table, "mapping", "Codes; --map=CODE=KIND and --sign=KIND=SIGN say otherwise", columns);
    for (size_t i = 0; i < result->mapped.count; i++) {
        const struct import_mapped *mapped = &result->mapped.items[i];
        const bool kept = mapped->kind.length > 0;
        report_table_add_text(table, mapped->code);
        report_table_add_text(table, kept ? mapped->kind : TEXT("(left out)"));
        report_table_add_string(table, kept ? family_name(mapped->family) : "");
        report_table_add_string(table, kept ? sign_symbol(mapped->sign) : "");
        report_table_add_string(table, !kept ? "" : mapped->mutual ? "mutual" : "directed");
        report_table_add_number(table, (double)mapped->rows);
        report_table_add_string(table, mapped->why);
    }
}

static void build_likenesses(const struct import_result *result, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"name", "Name", REPORT_TEXT, false},
        {"other", "May be", REPORT_TEXT, false},
        {"reason", "Because", REPORT_TEXT, false},
    };
    char title[120];
    const size_t count = result->likenesses.count;
    if (count > LIKELY_SHOWN)
        snprintf(title, sizeof title,
                 "Groups that may be one, %d of %zu; --suggest=FILE writes all", LIKELY_SHOWN,
                 count);
    else
        snprintf(title, sizeof title, "Groups that may be one; --match=FILE joins them");
    INIT(table, "likely_duplicates", NULL, columns);
    table->title = arena_copy_text(&table->arena, text_from(title));
    for (size_t i = 0; i < count && i < LIKELY_SHOWN; i++) {
        const struct import_likeness *likeness = &result->likenesses.items[i];
        report_table_add_text(table, likeness->name);
        report_table_add_text(table, likeness->other);
        report_table_add_string(table, likeness->reason);
    }
}

static void build_dataset(const struct import_result *result, bool dry, struct report_table *table)
{
    static const struct report_column columns[] = {
        {"groups", "Groups", 0, false},       {"relations", "Relations", 0, false},
        {"claims", "Claims", 0, false},       {"sources", "Sources", 0, false},
        {"estimates", "Estimates", 0, false},
    };
    INIT(table, "dataset", dry ? "The dataset would have" : "The dataset has", columns);
    report_table_add_number(table, (double)result->groups);
    report_table_add_number(table, (double)result->relations);
    report_table_add_number(table, (double)result->claims);
    report_table_add_number(table, (double)result->sources);
    report_table_add_number(table, (double)result->estimates);
}

/* Keep a table that has rows. */
static size_t settle(struct report_table *table)
{
    if (report_table_row_count(table) > 0)
        return 1;
    report_table_release(table);
    return 0;
}

size_t import_tables_result(const struct import_result *result, bool dry,
                            struct report_table tables[IMPORT_RESULT_TABLES])
{
    static void (*const builders[])(const struct import_result *, struct report_table *) = {
        build_files, build_columns, build_mapping, build_reasons, build_likenesses,
    };
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(builders); i++) {
        builders[i](result, &tables[count]);
        count += settle(&tables[count]);
    }
    build_dataset(result, dry, &tables[count]);
    return count + 1;
}
