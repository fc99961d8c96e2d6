/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a theme: it is read or refused with findings, never anything else.
 */
#include <stdint.h>

#include "figure/theme.h"

/* {a b c ...} -> {a b c ...} has as many edges as the square of its names. */
#define INPUT_LIMIT 4096

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct findings findings = {0};
    struct theme theme = *theme_default();
    if (size > INPUT_LIMIT)
        return 0;
    theme_read((struct text){(const char *)data, size}, TEXT("fuzz.gv"), &arena, &theme, &findings);
    findings_release(&findings);
    arena_release(&arena);
    return 0;
}
