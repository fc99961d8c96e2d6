/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fuzz/load_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    load_fuzz_run("datapackage.json", data, size);
    return 0;
}
