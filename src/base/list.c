/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/list.h"

#include <stdlib.h>

void *list_reserve(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count <= *capacity)
        return items;
    size_t room = *capacity < 8 ? 8 : *capacity + *capacity / 2;
    if (room < count)
        room = count;
    *capacity = room;
    return alloc_resize(items, room, size);
}

void list_free(void *items)
{
    free(items);
}
