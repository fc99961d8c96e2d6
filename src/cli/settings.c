/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/settings.h"

void settings_release(struct settings *settings)
{
    query_release(&settings->query);
    list_release(&settings->attributes);
    list_release(&settings->signs);
    list_release(&settings->import.map);
    list_release(&settings->import.sign);
    list_release(&settings->import.columns);
    list_release(&settings->operands);
    arena_release(&settings->arena);
}
