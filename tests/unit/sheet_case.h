/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One sheet of a sample, for the tests of sheets. */
#ifndef BLOC_UNIT_SHEET_CASE_H
#define BLOC_UNIT_SHEET_CASE_H

#include "metrics/sheet.h"

#include "sample.h"

/* Fill the sheet of a measured sample. */
static inline void sheet_case_build(struct sample *sample, const char *name, struct sheet_wish wish,
                                    struct sheet *sheet)
{
    struct error error = {0};
    size_t count = 0;
    const struct sheet_type *const *types = sheet_types(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(types[i]->name, name) != 0)
            continue;
        bool built =
            sheet_build(types[i], &sample->selection, MEASURE_DEFAULT_SEED, &wish, sheet, &error);
        assert_true(IGRAPH_FINALLY_STACK_EMPTY);
        if (!built)
            fail_msg("%s", error.message);
        return;
    }
    fail_msg("no sheet '%s'", name);
}

/* The row of a group, or SIZE_MAX. */
static inline size_t sheet_case_row(const struct sheet *sheet, group_id group)
{
    for (size_t row = 0; row < sheet_row_count(sheet); row++)
        if (sheet_cell(sheet, row, 0)->groups[0] == group)
            return row;
    return SIZE_MAX;
}

static inline double sheet_case_number(const struct sheet *sheet, size_t row, const char *column)
{
    return sheet_find(sheet, row, column)->number;
}

#endif
