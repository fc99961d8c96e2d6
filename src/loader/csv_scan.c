/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every quote turns between inside and outside; a doubled one turns twice.  That is enough to
 * know where fields end in sound tables, and an unsound one is caught by its length.
 */
#include "loader/csv_scan.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "loader/csv.h"

struct scan {
    size_t line;       /* of the byte */
    size_t field_line; /* of the start of the field */
    size_t length;     /* of the field so far */
    bool is_quoted;
};

/* False at the byte with which the field is too long. */
static bool take(struct scan *scan, char byte)
{
    scan->is_quoted ^= byte == '"';
    scan->line += byte == '\n';
    scan->length++;
    if (!scan->is_quoted && (byte == ',' || byte == '\n' || byte == '\r')) {
        scan->length = 0;
        scan->field_line = scan->line;
    }
    /* Quotes and what they double are not counted by the reader. */
    return scan->length <= 2 * CSV_FIELD_BYTES + 2;
}

static size_t scan_stream(FILE *stream)
{
    struct scan scan = {.line = 1, .field_line = 1};
    char bytes[65536];
    size_t count;
    while ((count = fread(bytes, 1, sizeof bytes, stream)) > 0) {
        for (size_t i = 0; i < count; i++) {
            if (!take(&scan, bytes[i]))
                return scan.field_line;
        }
    }
    return 0;
}

size_t csv_scan_long_field(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < CSV_SCAN_BYTES)
        return 0;
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return 0;
    size_t line = scan_stream(stream);
    fclose(stream);
    return line;
}
