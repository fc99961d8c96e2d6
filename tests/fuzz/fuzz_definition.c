/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any bytes as a figure definition: it is read or refused with findings, never anything else.
 */
#include <stdint.h>
#include <stdlib.h>

#include "figure/definition.h"

/* {a b c ...} -> {a b c ...} has as many edges as the square of its names. */
#define INPUT_LIMIT 4096

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct figure_definition definition;
    struct findings findings = {0};
    if (size > INPUT_LIMIT)
        return 0;
    definition_read((struct text){(const char *)data, size}, TEXT("fuzz.gv"), &definition,
                    &findings);
    if (definition.name.length == 0 || definition.width_mm <= 0)
        abort();
    definition_release(&definition);
    findings_release(&findings);
    return 0;
}
