/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a date: what is read is EDTF, or nothing.
 */
#include <stdint.h>
#include <stdlib.h>

#include "importer/when.h"
#include "model/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct text text = {(const char *)data, size};
    for (int order = WHEN_UNKNOWN; order <= WHEN_MONTH_FIRST; order++) {
        struct when when;
        struct date date;
        const char *reason = NULL;
        size_t offset = 0;
        if (when_read(text, (enum when_order)order, &when) &&
            !date_parse(text_from(when.text), &date, &reason, &offset))
            abort();
        when_order_shown(text);
    }
    return 0;
}
