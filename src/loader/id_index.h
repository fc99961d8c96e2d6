/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ids of one table and the rows they were read from, rejected rows included: a later row
 * that names one can say where it was rejected.  Private to the loader, which needs lookups
 * while the tables are still being filled.
 */
#ifndef BLOC_LOADER_ID_INDEX_H
#define BLOC_LOADER_ID_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/list.h"
#include "base/text.h"
#include "base/text_index.h"

#define ID_REJECTED UINT32_MAX      /* the row of an id that was read and rejected */
#define ID_WAITING (UINT32_MAX - 1) /* rejected only because another table is unread */

struct id_entry {
    struct text id; /* borrowed */
    uint32_t row;   /* in the dataset, or ID_REJECTED */
    size_t line;    /* in the file; 0 = built in */
};

LIST(id_entry_list, struct id_entry);

/* The zero value is empty. */
struct id_index {
    struct id_entry_list entries; /* in file order */
    struct text_index positions;  /* in entries */
    size_t searches;              /* how often a suggestion was looked for */
};

void id_index_release(struct id_index *index);

/* The entry of an id, borrowed until the next addition; NULL when absent. */
struct id_entry *id_index_find(const struct id_index *index, struct text id);

/* Add an id that is not in the index. */
void id_index_add(struct id_index *index, struct text id, uint32_t row, size_t line);

/*
 * The id of a used row nearest to a misspelt one, or the empty text.  Each look goes through the
 * whole index, so large indexes are not searched, and none is searched without end.
 */
struct text id_index_suggest(struct id_index *index, struct text id);

#endif
