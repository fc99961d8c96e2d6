/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a table: every row is read once, its lines add up, its fields are UTF-8; and where
 * the fast look at a row finds it regular, the close look finds the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "importer/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition)
        abort();
}

static void compare_splits(const char *at, const char *end)
{
    static struct scan_split fast;
    static struct scan_split close;
    if (scan_split(at, end, ',', '\n', &fast) != SCAN_WHOLE)
        return;
    require(scan_split_closely(at, end, ',', '\n', true, &close) == SCAN_WHOLE);
    require(fast.count == close.count && fast.quoted >= close.quoted && !close.open);
    const size_t kept = fast.count < SCAN_FIELD_MOST ? fast.count : SCAN_FIELD_MOST;
    require(memcmp(fast.ends, close.ends, kept * sizeof *fast.ends) == 0);
}

static void read_rows(struct scan *scan)
{
    size_t last_line = 0;
    while (scan_next(scan)) {
        require(scan->line > last_line && scan->count > 0);
        last_line = scan->line;
        for (size_t i = 0; i < scan->count + 1; i++) {
            const struct text field = scan_field(scan, i);
            require(text_find_invalid_utf8(field) == field.length);
            require(text_equal(field, scan_field(scan, i)));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct text text = {(const char *)data, size};
    struct scan scan;
    scan_open_text(&scan, text, &(struct scan_dialect){0});
    read_rows(&scan);
    scan_close(&scan);
    char *padded = alloc_zeroed(size + SCAN_BLOCK, 1);
    if (size > 0)
        memcpy(padded, data, size);
    compare_splits(padded, padded + size);
    free(padded);
    return 0;
}
