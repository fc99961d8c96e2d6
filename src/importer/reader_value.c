/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/reader_value.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/formula.h"

#define WHOLE_MOST 9007199254740992.0 /* 2^53: from there on a double skips whole numbers */

bool reader_has(const struct reader *reader, size_t column)
{
    return reader->fields[column] != READER_ABSENT;
}

struct text reader_text(struct reader *reader, size_t column)
{
    if (reader->fields[column] == READER_ABSENT)
        return (struct text){0};
    if (reader->given != NULL)
        return reader_rows_cell(reader->given, reader_given_row(reader), reader->fields[column]);
    const struct text text = scan_field(&reader->scan, reader->fields[column]);
    if (reader->scan.converted) {
        reader->scan.converted = false;
        import_tell_at(reader->import, FOUND_ENCODING_MIXED, reader->line,
                       reader_column(reader, column),
                       "'" TEXT_FORMAT "' is not %s; it is read as Windows-1252", TEXT_PARTS(text),
                       reader->import->file->encoding);
    }
    return formula_without_apostrophe(text);
}

size_t reader_column(const struct reader *reader, size_t column)
{
    const size_t field = reader->fields[column];
    if (reader->given != NULL || field == READER_ABSENT || field >= reader->scan.count)
        return 0;
    const char *from = scan_raw(&reader->scan, 0).at;
    const char *to = scan_raw(&reader->scan, field).at;
    size_t characters = 1;
    for (; from < to; from++) {
        characters += ((unsigned char)*from & 0xC0U) != 0x80U;
        if (*from == reader->scan.line_end)
            characters = 1;
    }
    return characters;
}

static bool refuse_value(struct reader *reader, size_t column, enum catalogue_entry reason,
                         struct text value, const char *what)
{
    const int shown = value.length < 60 ? (int)value.length : 60;
    import_reject(reader->import, reason, reader_column(reader, column), "%s: '%.*s' %s",
                  reader->layout.columns[column].name, shown, value.at, what);
    return false;
}

bool reader_whole(struct reader *reader, size_t column, long otherwise, long *value)
{
    const struct text text = reader_text(reader, column);
    double number;
    *value = otherwise;
    if (text.length == 0 || text_to_long(text, value))
        return true;
    if (text_to_double(text, &number) && fabs(number) < WHOLE_MOST && /* "2014.0" */
        number == (double)(long)number) {
        *value = (long)number;
        return true;
    }
    return refuse_value(reader, column, FOUND_NUMBER_MALFORMED, text, "is no whole number");
}

/* "1,5" as 1.5; "1,500" could be either and is refused. */
static bool read_decimal_comma(struct text text, double *value)
{
    char copy[64];
    const char *comma = memchr(text.at, ',', text.length);
    if (comma == NULL || text.length >= sizeof copy)
        return false;
    const size_t decimals = (size_t)(text.at + text.length - comma) - 1;
    if (decimals == 0 || decimals == 3)
        return false;
    memcpy(copy, text.at, text.length);
    copy[comma - text.at] = '.';
    return text_to_double((struct text){copy, text.length}, value);
}

/* Most numbers of events are small and whole. */
static bool read_digits(struct text text, double *value)
{
    long number = 0;
    if (text.length > 9)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        number = number * 10 + (text.at[i] - '0');
    }
    *value = (double)number;
    return true;
}

bool reader_number(struct reader *reader, size_t column, double otherwise, double *value)
{
    const struct text text = reader_text(reader, column);
    *value = otherwise;
    if (text.length == 0 || read_digits(text, value) || text_to_double(text, value))
        return true;
    if (read_decimal_comma(text, value)) {
        import_tell(reader->import, FOUND_DECIMAL_COMMA, reader_column(reader, column),
                    "%s: '" TEXT_FORMAT "' is read with a decimal comma",
                    reader->layout.columns[column].name, TEXT_PARTS(text));
        return true;
    }
    return refuse_value(reader, column, FOUND_NUMBER_MALFORMED, text, "is no number");
}

/* What the dates of a column further on show of the order of day and month. */
static enum when_order look_ahead(const struct reader *reader, size_t column)
{
    size_t offset = reader->scan.next;
    enum when_order order = WHEN_UNKNOWN;
    struct text value;
    while (order == WHEN_UNKNOWN &&
           scan_peek(&reader->scan, &offset, reader->fields[column], &value))
        order = when_order_shown(value);
    return order;
}

static enum when_order order_in(struct reader *reader, size_t column, struct text text)
{
    struct reader_dates *dates = &reader->dates[column];
    if (reader->order != WHEN_UNKNOWN)
        return reader->order;
    reader->order = when_order_shown(text);
    if (reader->order == WHEN_UNKNOWN && reader->given == NULL && !dates->looked_ahead &&
        text.length > 0)
        reader->order = look_ahead(reader, column);
    dates->looked_ahead = dates->looked_ahead || text.length > 0;
    return reader->order;
}

bool reader_date(struct reader *reader, size_t column, struct when *when)
{
    const struct text text = reader_text(reader, column);
    struct reader_dates *dates = &reader->dates[column];
    if (!when_read(text, order_in(reader, column, text), when))
        return refuse_value(reader, column, FOUND_DATE_MALFORMED, text, "is no date");
    if (dates->styles[when->style]++ == 0)
        dates->first_line[when->style] = reader->line;
    if (when->ambiguous) {
        import_tell(reader->import, FOUND_DATE_AMBIGUOUS, reader_column(reader, column),
                    "%s: '" TEXT_FORMAT "' may have day or month first; it is kept as either, "
                    "--dates=dmy or --dates=mdy decides",
                    reader->layout.columns[column].name, TEXT_PARTS(text));
    }
    return true;
}

/* Dates written in several ways in one column are told once, with counts. */
static void report_styles(struct reader *reader, size_t column)
{
    const struct reader_dates *dates = &reader->dates[column];
    struct buffer list = {0};
    size_t styles = 0;
    size_t line = 0;
    for (int i = WHEN_EDTF; i < WHEN_OPEN; i++) {
        if (dates->styles[i] == 0)
            continue;
        buffer_add_format(&list, "%s%zu like %s", styles++ > 0 ? ", " : "", dates->styles[i],
                          when_style_example((enum when_style)i));
        line = dates->first_line[i] > line ? dates->first_line[i] : line;
    }
    if (styles > 1)
        import_tell_at(reader->import, FOUND_DATE_STYLES, line, 0,
                       "%s: dates are written in %zu ways: %s", reader->layout.columns[column].name,
                       styles, list.at);
    buffer_release(&list);
}

void reader_tell_date_styles(struct reader *reader)
{
    for (size_t i = 0; i < reader->layout.count; i++)
        report_styles(reader, i);
}
