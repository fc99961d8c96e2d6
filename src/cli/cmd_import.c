/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/import_tables.h"
#include "cli/output.h"
#include "importer/encoding.h"
#include "importer/importer.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])
#define MOST_FILES 1000

static const struct import_format *find_format(struct text name, struct error *error)
{
    struct text names[32];
    size_t count = 0;
    const struct import_format *const *formats = importer_formats(&count);
    const struct import_format *format = importer_find_format(name);
    for (size_t i = 0; i < count && i < COUNT_OF(names); i++)
        names[i] = text_from(formats[i]->name);
    if (format == NULL)
        choice_refuse("format", name, names, count, error);
    return format;
}

/* Without FORMAT the formats, with one its columns and its mapping. */
static enum status explain(const struct settings *settings, struct error *error)
{
    struct report_table tables[IMPORT_EXPLAIN_TABLES];
    size_t count = 1;
    if (settings->operands.count == 0) {
        import_tables_list_formats(&tables[0]);
    } else {
        const struct import_format *format = find_format(settings->operands.items[0], error);
        if (format == NULL)
            return STATUS_USAGE;
        count = import_tables_explain(format, tables);
    }
    output_tables(settings, tables, count, error);
    for (size_t i = 0; i < count; i++)
        report_table_release(&tables[i]);
    return STATUS_GOOD;
}

/* One of a few words, or not given. */
static bool check_word(const char *option, struct text word, const struct text *words, size_t count,
                       struct error *error)
{
    for (size_t i = 0; i < count; i++)
        if (word.length == 0 || text_equal(word, words[i]))
            return true;
    return choice_refuse(option, word, words, count, error);
}

static bool check_options(const struct settings *settings, struct error *error)
{
    static const struct text separators[] = {{",", 1}, {";", 1}, {"|", 1}, {"tab", 3}};
    static const struct text orders[] = {{"dmy", 3}, {"mdy", 3}};
    static const struct text units[] = {{"dyad", 4}, {"year", 4}, {"spell", 5}};
    const struct import_options *import = &settings->import;
    enum encoding encoding;
    if (import->encoding.length > 0 && !encoding_from_text(import->encoding, &encoding))
        return error_set(error, ERROR_USAGE,
                         "'--encoding': '" TEXT_FORMAT "' is none of UTF-8, UTF-16LE, UTF-16BE, "
                         "Latin-1, Windows-1252",
                         TEXT_PARTS(import->encoding));
    if (settings->out.length == 0 && !settings->dry_run)
        return error_set(error, ERROR_USAGE, "'--out' is missing: the folder of the new dataset");
    return check_word("separator", import->separator, separators, COUNT_OF(separators), error) &&
           check_word("order of dates", import->dates, orders, COUNT_OF(orders), error) &&
           check_word("unit", import->by, units, COUNT_OF(units), error);
}

/* Options that mean nothing for a format are refused rather than ignored. */
static bool check_use(const struct import_format *format, const struct import_options *import,
                      struct error *error)
{
    const bool events = import->by.length > 0 || import->gap.length > 0;
    const bool columns =
        import->columns.count > 0 || import->kind.length > 0 || import->mutual || import->no_header;
    if (events && !format->has_events)
        return error_set(error, ERROR_USAGE,
                         "'%s' has no events; --by and --gap are for those "
                         "that have",
                         format->name);
    if (columns && !format->any_columns)
        return error_set(
            error, ERROR_USAGE,
            "the columns of '%s' are fixed; --column, --kind, --mutual and --no-header "
            "are for csv",
            format->name);
    return true;
}

static enum import_aim aim_of(const struct settings *settings)
{
    if (settings->dry_run)
        return IMPORT_LOOK;
    return settings->force ? IMPORT_REPLACE : IMPORT_WRITE;
}

static void tell(const struct import_result *result, const struct settings *settings,
                 struct error *error)
{
    struct report_table tables[IMPORT_RESULT_TABLES];
    const size_t count = import_tables_result(result, settings->dry_run, tables);
    output_tables(settings, tables, count, error);
    for (size_t i = 0; i < count; i++)
        report_table_release(&tables[i]);
}

static enum status run(const struct settings *settings, struct error *error)
{
    if (settings->explain)
        return explain(settings, error);
    const struct import_format *format = find_format(settings->operands.items[0], error);
    if (format == NULL || !check_options(settings, error) ||
        !check_use(format, &settings->import, error) || output_format(settings, error) == NULL)
        return STATUS_USAGE;
    const struct text_list paths = {.items = settings->operands.items + 1,
                                    .count = settings->operands.count - 1};
    struct import_result result = {0};
    const bool good = importer_run(format, &settings->import, &paths, settings->out.at,
                                   aim_of(settings), stderr, &result, error);
    findings_print(&result.findings, stderr);
    if (good)
        tell(&result, settings, error);
    const size_t errors = findings_count(&result.findings, FINDING_ERROR);
    import_result_release(&result);
    return errors > 0 ? STATUS_FINDINGS : STATUS_GOOD;
}

static const struct option options[] = {
    {.name = "out",
     .argument = "FOLDER",
     .help = "the new dataset; must not be there yet, or be empty",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, out)},
    {.name = "dry-run",
     .help = "tell how everything is understood and write nothing",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, dry_run)},
    {.name = "force",
     .help = "replace the dataset in FOLDER",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, force)},
    {.name = "strict",
     .help = "write nothing when a row is wrong",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, import.strict)},
    {.name = "map",
     .argument = "CODE=KIND",
     .help = "what a code means; empty KIND leaves its rows out",
     .type = OPTION_LIST,
     .field = offsetof(struct settings, import.map)},
    {.name = "sign",
     .argument = "KIND=SIGN",
     .help = "the sign of a kind: +, - or 0",
     .type = OPTION_LIST,
     .field = offsetof(struct settings, import.sign)},
    {.name = "column",
     .argument = "ROLE=NAME",
     .help = "csv: what a column is; see --explain",
     .type = OPTION_LIST,
     .field = offsetof(struct settings, import.columns)},
    {.name = "by",
     .argument = "UNIT",
     .help = "events: a tie by year, spell or dyad; year unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.by)},
    {.name = "gap",
     .argument = "DAYS",
     .help = "events: so long without any ends a spell; 365 unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.gap)},
    {.name = "kind",
     .argument = "KIND",
     .help = "csv: code of rows that have none; tie unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.kind)},
    {.name = "mutual",
     .help = "csv: ties of new kinds have no direction",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, import.mutual)},
    {.name = "no-header",
     .help = "csv: the first row is data; columns are 1, 2, ...",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, import.no_header)},
    {.name = "separator",
     .argument = "SIGN",
     .help = "comma, semicolon, | or tab; found out unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.separator)},
    {.name = "encoding",
     .argument = "NAME",
     .help = "as UTF-8 or Windows-1252; found out unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.encoding)},
    {.name = "dates",
     .argument = "ORDER",
     .help = "dmy or mdy: how 03/04/2015 is meant",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.dates)},
    {.name = "match",
     .argument = "FILE",
     .help = "names that mean the same: a table with name and group",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.match)},
    {.name = "suggest",
     .argument = "FILE",
     .help = "write the likely duplicates, to be filled in for --match",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.suggest)},
    {.name = "against",
     .argument = "DATA",
     .help = "look for duplicates in this dataset as well",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.against)},
    {.name = "title",
     .argument = "TEXT",
     .help = "title of the dataset",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, import.title)},
    {.name = "explain",
     .help = "list the formats, or the columns and codes of FORMAT",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, explain)},
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_import = {
    .name = "import",
    .operands = "FORMAT FILE...",
    .operand_count = MOST_FILES,
    .optional_count = MOST_FILES - 2,
    .summary = "a dataset from other people's tables",
    .description =
        "Reads tables in the format FORMAT and makes a dataset of them, whole or not at all.\n"
        "Every row is used, merged with another or rejected with a reason, and becomes a\n"
        "claim that names its file, line and original id. `bloc import --explain` lists the\n"
        "formats.",
    .options = {.options = options, .count = COUNT_OF(options)},
    .run = run,
};
