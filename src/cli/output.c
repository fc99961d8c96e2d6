/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/output.h"

#include <stdio.h>

#include "base/choice.h"
#include "base/file.h"

const struct report_format *output_format(const struct settings *settings, struct error *error)
{
    if (settings->json && settings->format.length > 0 &&
        !text_equal_string(settings->format, "json")) {
        error_set(error, ERROR_USAGE, "'--json' and '--format=" TEXT_FORMAT "' exclude each other",
                  TEXT_PARTS(settings->format));
        return NULL;
    }
    if (settings->json)
        return report_format_find(TEXT("json"), error);
    if (settings->format.length == 0)
        return report_format_find(TEXT("text"), error);
    return report_format_find(settings->format, error);
}

bool output_choose_table(const struct settings *settings, const struct text *names, size_t count,
                         const char *example, size_t *chosen, struct error *error)
{
    const struct report_format *format = output_format(settings, error);
    *chosen = count;
    if (format == NULL)
        return false;
    if (settings->table.length == 0)
        return !format->takes_one_table ||
               error_set(error, ERROR_USAGE, "%s takes one table: name it, as in --table=%s",
                         format->name, example);
    for (size_t i = 0; i < count; i++)
        if (text_equal(settings->table, names[i]))
            *chosen = i;
    return *chosen < count || choice_refuse("table", settings->table, names, count, error);
}

static void tell_notes(const struct report_table *table)
{
    for (size_t i = 0; i < table->notes.count; i++)
        fprintf(stderr, "%s: " TEXT_FORMAT "\n", table->notes.items[i].title,
                TEXT_PARTS(table->notes.items[i].text));
}

bool output_tables(const struct settings *settings, const struct report_table *tables, size_t count,
                   struct error *error)
{
    const struct report_format *format = output_format(settings, error);
    if (format == NULL)
        return false;
    if (format->takes_one_table && count != 1)
        return error_set(error, ERROR_USAGE, "%zu tables do not fit into one %s output; take json",
                         count, format->name);
    struct buffer buffer = {0};
    format->write(tables, count, &buffer);
    bool written = output_text(settings, buffer_text(&buffer), error);
    buffer_release(&buffer);
    for (size_t i = 0; written && format->takes_one_table && i < count; i++)
        tell_notes(&tables[i]);
    return written;
}

bool output_text(const struct settings *settings, struct text contents, struct error *error)
{
    return file_write(settings->output.length > 0 ? settings->output.at : "-", contents, error);
}
