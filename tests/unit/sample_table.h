/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two small report tables that need care in every format: text beyond ASCII, markup, formulas,
 * undefined and long numbers, a detail column, a note.
 */
#ifndef BLOC_UNIT_SAMPLE_TABLE_H
#define BLOC_UNIT_SAMPLE_TABLE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "report/report_table.h"

static inline void sample_table_init(struct report_table *table)
{
    static const struct report_column columns[] = {
        {"id", "Id", REPORT_TEXT, true},
        {"name", "Name", REPORT_TEXT, false},
        {"share", "Share", 2, false},
        {"ties", "Ties", 0, false},
    };
    report_table_init(table, "rows", TEXT("Sample"), columns, 4);
    report_table_add_string(table, "a");
    report_table_add_string(table, "Şûra | <b>");
    report_table_add_number(table, 1.0 / 3);
    report_table_add_number(table, 12);
    report_table_add_string(table, "b");
    report_table_add_string(table, "=1+1");
    report_table_add_number(table, (double)NAN);
    report_table_add_number(table, 3);
    struct report_note *note =
        report_table_add_note(table, "sign_policy", "Signs", TEXT("positive pledge"));
    list_push(&note->pairs, (struct text_pair){.name = TEXT("pledge"), .value = TEXT("+")});
}

static inline void sample_record_init(struct report_table *table)
{
    static const struct report_column columns[] = {
        {"name", "Name", REPORT_TEXT, false},
        {"region", "Home region", REPORT_TEXT, false},
        {"ties", "Ties", 0, false},
    };
    report_table_init(table, "group", (struct text){0}, columns, 3);
    table->is_record = true;
    report_table_add_string(table, "Band");
    report_table_add_string(table, "");
    report_table_add_number(table, 2);
}

#endif
