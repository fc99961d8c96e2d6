/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format.h"

#include "base/choice.h"
#include "report/format_csv.h"
#include "report/format_json.h"
#include "report/format_markdown.h"
#include "report/format_text.h"

static const struct report_format formats[] = {
    {.name = "text", .for_people = true, .write = report_write_text},
    {.name = "csv", .takes_one_table = true, .write = report_write_csv},
    {.name = "json", .write = report_write_json},
    {.name = "md", .for_people = true, .write = report_write_markdown},
};

enum {
    FORMAT_COUNT = sizeof formats / sizeof formats[0],
};

const struct report_format *report_formats(size_t *count)
{
    *count = FORMAT_COUNT;
    return formats;
}

const struct report_format *report_format_find(struct text name, struct error *error)
{
    struct text names[FORMAT_COUNT];
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (text_equal_string(name, formats[i].name))
            return &formats[i];
        names[i] = text_from(formats[i].name);
    }
    choice_refuse("format", name, names, FORMAT_COUNT, error);
    return NULL;
}
