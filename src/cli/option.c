/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every command has --help; the rest is what its table says.  A value may begin with a dash
 * only when it is written behind `=`, so that a forgotten value is noticed; "-" alone is a
 * value like any other.
 */
#include "cli/option.h"

#include <limits.h>
#include <string.h>

static const struct option common_options[] = {
    {.name = "help",
     .letter = 'h',
     .help = "show this help",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, help)},
};

enum {
    COMMON_COUNT = sizeof common_options / sizeof common_options[0],
    MAX_OPTIONS = 64, /* of one command, the selection options included */
    HELP_COLUMN = 26,
};

/* The words still to be read. */
struct word_reader {
    const struct option_table *table;
    char *const *words;
    int count;
    int next;
};

static size_t option_total(const struct option_table *table)
{
    return table->count + COMMON_COUNT;
}

/* Own options first, then those that all commands have. */
static const struct option *option_at(const struct option_table *table, size_t index)
{
    return index < table->count ? &table->options[index] : &common_options[index - table->count];
}

static const struct option *find_long(const struct option_table *table, struct text name)
{
    for (size_t i = 0; i < option_total(table); i++)
        if (text_equal_string(name, option_at(table, i)->name))
            return option_at(table, i);
    return NULL;
}

static const struct option *find_short(const struct option_table *table, char letter)
{
    for (size_t i = 0; i < option_total(table); i++)
        if (letter != '\0' && letter == option_at(table, i)->letter)
            return option_at(table, i);
    return NULL;
}

static const struct query_option *find_query(const struct option_table *table, struct text name)
{
    size_t count = 0;
    const struct query_option *options = query_options(&count);
    for (size_t i = 0; i < count && table->selects; i++)
        if (text_equal_string(name, options[i].name) ||
            (options[i].plural != NULL && text_equal_string(name, options[i].plural)))
            return &options[i];
    return NULL;
}

static bool fail_unknown(const struct option_table *table, struct text name, struct error *error)
{
    struct text names[MAX_OPTIONS];
    size_t count = 0;
    for (size_t i = 0; i < option_total(table) && count < MAX_OPTIONS; i++)
        names[count++] = text_from(option_at(table, i)->name);
    size_t query_count = 0;
    const struct query_option *query = query_options(&query_count);
    for (size_t i = 0; i < query_count && table->selects && count < MAX_OPTIONS; i++)
        names[count++] = text_from(query[i].name);

    const struct text *nearest = text_find_nearest(name, names, count);
    if (nearest == NULL)
        return error_set(error, ERROR_USAGE, "unknown option '--" TEXT_FORMAT "'",
                         TEXT_PARTS(name));
    return error_set(error, ERROR_USAGE,
                     "unknown option '--" TEXT_FORMAT "'; did you mean '--" TEXT_FORMAT "'?",
                     TEXT_PARTS(name), TEXT_PARTS(*nearest));
}

static bool set_count(unsigned *field, const struct option *option, struct text value,
                      struct error *error)
{
    long number = 0;
    if (!text_to_long(value, &number) || number < 1 || number > INT_MAX)
        return error_set(error, ERROR_USAGE, "'--%s' needs a number from 1, not '" TEXT_FORMAT "'",
                         option->name, TEXT_PARTS(value));
    *field = (unsigned)number;
    return true;
}

static bool store(const struct option *option, struct text value, struct settings *settings,
                  struct error *error)
{
    void *field = (char *)settings + option->field;
    switch (option->type) {
    case OPTION_SWITCH: *(bool *)field = true; return true;
    case OPTION_TEXT: *(struct text *)field = value; return true;
    case OPTION_COUNT: return set_count(field, option, value, error);
    case OPTION_LIST: list_push((struct text_list *)field, value); return true;
    }
    return true;
}

/* The word after an option that needs one; false when there is none. */
static bool take_value(struct word_reader *reader, struct text *value)
{
    if (reader->next >= reader->count)
        return false;
    const char *word = reader->words[reader->next];
    if (word[0] == '-' && word[1] != '\0')
        return false;
    *value = text_from(word);
    reader->next++;
    return true;
}

/* Check the value against what the option takes, fetching it from the next word when needed. */
static bool settle_value(struct word_reader *reader, const char *name, const char *argument,
                         bool has_value, struct text *value, struct error *error)
{
    if (argument == NULL && has_value)
        return error_set(error, ERROR_USAGE, "'--%s' takes no value", name);
    if (argument != NULL && !has_value && !take_value(reader, value))
        return error_set(error, ERROR_USAGE, "'--%s' needs a value: --%s=%s", name, name, argument);
    return true;
}

/* The option as a figure has it: "select_certain_only=yes". */
static void remember_attribute(const struct query_option *option, struct text value,
                               struct settings *settings)
{
    struct buffer attribute = {0};
    buffer_add_format(&attribute, "select_%s=", option->name);
    for (size_t i = 0; i < attribute.length; i++)
        if (attribute.at[i] == '-')
            attribute.at[i] = '_';
    buffer_add_text(&attribute, option->argument == NULL ? TEXT("yes") : value);
    list_push(&settings->attributes, arena_copy_text(&settings->arena, buffer_text(&attribute)));
    buffer_release(&attribute);
}

static bool read_long(struct word_reader *reader, const char *word, struct settings *settings,
                      struct error *error)
{
    const char *equals = strchr(word, '=');
    struct text name = text_from(word);
    struct text value = {0};
    if (equals != NULL) {
        name.length = (size_t)(equals - word);
        value = text_from(equals + 1);
    }
    const struct option *option = find_long(reader->table, name);
    if (option != NULL)
        return settle_value(reader, option->name, option->argument, equals != NULL, &value,
                            error) &&
               store(option, value, settings, error);

    const struct query_option *query = find_query(reader->table, name);
    if (query == NULL)
        return fail_unknown(reader->table, name, error);
    if (!settle_value(reader, query->name, query->argument, equals != NULL, &value, error))
        return false;
    remember_attribute(query, value, settings);
    if (query->argument == NULL)
        value = TEXT("true");
    return query_set(&settings->query, &settings->arena, text_from(query->name), value, error);
}

static bool read_short(struct word_reader *reader, const char *word, struct settings *settings,
                       struct error *error)
{
    const struct option *option = find_short(reader->table, word[0]);
    if (option == NULL)
        return error_set(error, ERROR_USAGE, "unknown option '-%c'", word[0]);
    if (option->argument == NULL && word[1] != '\0')
        return store(option, (struct text){0}, settings, error) &&
               read_short(reader, word + 1, settings, error);
    struct text value = text_from(word + 1);
    return settle_value(reader, option->name, option->argument, word[1] != '\0', &value, error) &&
           store(option, value, settings, error);
}

bool option_parse(const struct option_table *table, int count, char *const *words,
                  struct settings *settings, struct error *error)
{
    struct word_reader reader = {.table = table, .words = words, .count = count};
    bool only_operands = false;
    while (reader.next < count) {
        const char *word = words[reader.next++];
        bool sound = true;
        if (only_operands || word[0] != '-' || word[1] == '\0')
            list_push(&settings->operands, text_from(word));
        else if (strcmp(word, "--") == 0)
            only_operands = true;
        else if (word[1] == '-')
            sound = read_long(&reader, word + 2, settings, error);
        else
            sound = read_short(&reader, word + 1, settings, error);
        if (!sound)
            return false;
    }
    return true;
}

bool option_row_at(const struct option_table *table, size_t index, struct option_row *row)
{
    size_t query_count = 0;
    const struct query_option *query = query_options(&query_count);
    if (index < option_total(table)) {
        const struct option *option = option_at(table, index);
        *row = (struct option_row){option->letter, option->name, option->argument, option->help};
        return true;
    }
    index -= option_total(table);
    if (!table->selects || index >= query_count)
        return false;
    *row = (struct option_row){'\0', query[index].name, query[index].argument, query[index].help};
    return true;
}

static void add_usage_line(struct buffer *buffer, const struct option_row *row)
{
    size_t start = buffer->length;
    if (row->letter != '\0')
        buffer_add_format(buffer, "  -%c, --%s", row->letter, row->name);
    else
        buffer_add_format(buffer, "      --%s", row->name);
    if (row->argument != NULL)
        buffer_add_format(buffer, "=%s", row->argument);
    if (buffer->length - start >= HELP_COLUMN) {
        buffer_add_char(buffer, '\n');
        start = buffer->length;
    }
    while (buffer->length - start < HELP_COLUMN)
        buffer_add_char(buffer, ' ');
    buffer_add_format(buffer, "%s\n", row->help);
}

void option_add_usage(const struct option_table *table, struct buffer *buffer)
{
    struct option_row row;
    buffer_add_string(buffer, "\nOptions\n");
    for (size_t i = 0; option_row_at(table, i, &row); i++) {
        if (i == option_total(table))
            buffer_add_string(buffer, "\nSelection (lists are separated by commas)\n");
        add_usage_line(buffer, &row);
    }
}
