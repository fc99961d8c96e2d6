/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a figure: either there is a reason why it has no record, or every table can be made
 * of it and the same record is read again from what we would write.
 */
#include "report/figure_data_table.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_tables(const struct figure_data *figure)
{
    struct figure_data_list figures = {0};
    size_t count;
    const struct figure_data_view *views = figure_data_views(&count);
    list_push(&figures, *figure);
    for (size_t i = 0; i < count; i++) {
        struct report_table table;
        views[i].build(&figures, &table);
        require(table.cells.count == report_table_row_count(&table) * table.columns.count);
        report_table_release(&table);
    }
    list_release(&figures);
}

static void check_writing(const struct figure_data *figure)
{
    struct figure_data again = {0};
    struct error error = {0};
    struct buffer svg = {0};
    buffer_add_string(&svg, "<svg xmlns=\"http://www.w3.org/2000/svg\">"
                            "<figure-data xmlns=\"urn:x-bloc:figure-data\">");
    json_write_embedded(figure->record, &svg);
    buffer_add_string(&svg, "</figure-data></svg>");
    require(figure_data_read(buffer_text(&svg), &again, &error));
    require(json_equal(figure->record, again.record));
    figure_data_release(&again);
    buffer_release(&svg);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct figure_data figure = {.file = TEXT("figure.svg")};
    struct error error = {0};
    struct fingerprint fingerprint = {.sha256 = "0"};
    struct buffer names = {0};
    const bool good = figure_data_read((struct text){(const char *)data, size}, &figure, &error);
    require(good != error_is_set(&error));
    if (good) {
        figure_data_compare(&figure, &fingerprint, &names);
        check_tables(&figure);
        check_writing(&figure);
    }
    buffer_release(&names);
    figure_data_release(&figure);
    return 0;
}
