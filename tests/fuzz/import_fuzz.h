/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a file of one format: every row is accounted for, rejected ones with a finding or a
 * reason.  Included by fuzz_format_*.c, which say which format.
 */
#ifndef BLOC_TESTS_FUZZ_IMPORT_FUZZ_H
#define BLOC_TESTS_FUZZ_IMPORT_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include "importer/importer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void import_fuzz(const char *format, const struct import_options *options,
                        const uint8_t *data, size_t size)
{
    const struct text text = {(const char *)data, size};
    struct import_result result = {0};
    struct error error = {0};
    importer_read_text(importer_find_format(text_from(format)), options, text, &result, &error);
    for (size_t i = 0; i < result.files.count; i++) {
        const struct import_file *file = &result.files.items[i];
        size_t reasons = 0;
        for (size_t j = 0; j < CATALOGUE_COUNT; j++)
            reasons += file->reasons[j];
        if (file->read != file->used + file->merged + file->rejected || reasons != file->rejected)
            abort();
        if (file->rejected > 0 && result.findings.list.count == 0)
            abort();
    }
    import_result_release(&result);
}

#endif
