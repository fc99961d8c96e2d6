/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One typed growable array.  `LIST(struct_name, type);` declares
 * `struct struct_name { type *items; size_t count, capacity; }`; the zero value is empty.
 *
 *     LIST(link_list, struct link);
 *     struct link_list links = {0};
 *     list_push(&links, (struct link){.from = 1});
 *     list_release(&links);
 */
#ifndef BLOC_BASE_LIST_H
#define BLOC_BASE_LIST_H

#include "base/alloc.h"

#include <stddef.h>

#define LIST(struct_name, type) \
    struct struct_name {        \
        type *items;            \
        size_t count;           \
        size_t capacity;        \
    }

/* Append a value; the list may move. */
#define list_push(list, ...)                                                                       \
    ((list)->items =                                                                               \
         list_reserve((list)->items, (list)->count + 1, &(list)->capacity, sizeof *(list)->items), \
     (list)->items[(list)->count++] = (__VA_ARGS__))

/* Free the items; the list is empty afterwards. */
#define list_release(list) \
    (list_free((list)->items), (list)->items = NULL, (list)->count = (list)->capacity = 0)

/* Room for count items; returns the possibly moved block.  Used through list_push. */
void *list_reserve(void *items, size_t count, size_t *capacity, size_t size);

void list_free(void *items);

#endif
