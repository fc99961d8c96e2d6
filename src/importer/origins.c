/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/origins.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define BLOCK ((size_t)1 << 20)
#define ID_LENGTH 200 /* longer ids are cut */

/* One record; its references and the id follow. */
struct header {
    uint32_t source;
    uint32_t line;
    uint16_t id_length;
    uint8_t outcome;
    uint8_t reason;
    uint32_t reference_count;
};

const char *row_outcome_name(enum row_outcome outcome)
{
    static const char *const names[] = {"pending", "used", "merged", "rejected"};
    return names[outcome];
}

/* Send what is buffered to the file. */
static void flush(struct origins *origins)
{
    if (origins->used > 0)
        fwrite(origins->block, 1, origins->used, origins->file);
    origins->used = 0;
}

static void append(struct origins *origins, const void *bytes, size_t size)
{
    if (size > BLOCK - origins->used)
        flush(origins);
    if (size > BLOCK) {
        fwrite(bytes, 1, size, origins->file);
        return;
    }
    memcpy(origins->block + origins->used, bytes, size);
    origins->used += size;
}

bool origins_open(struct origins *origins, struct error *error)
{
    *origins = (struct origins){.file = tmpfile()};
    if (origins->file == NULL)
        return error_set(error, ERROR_SYSTEM, "cannot make a temporary file: %s", strerror(errno));
    origins->block = alloc_zeroed(BLOCK, 1);
    return true;
}

void origins_close(struct origins *origins)
{
    if (origins->file != NULL)
        fclose(origins->file);
    free(origins->block);
    *origins = (struct origins){0};
}

void origins_add(struct origins *origins, const struct origin *origin)
{
    if (origins->file == NULL)
        return;
    assert(origin->reason <= UINT8_MAX);
    const size_t length = origin->id.length < ID_LENGTH ? origin->id.length : ID_LENGTH;
    const struct header header = {
        .source = origin->source,
        .line = origin->line,
        .id_length = (uint16_t)length,
        .outcome = (uint8_t)origin->outcome,
        .reason = (uint8_t)origin->reason,
        .reference_count = (uint32_t)origin->reference_count,
    };
    append(origins, &header, sizeof header);
    if (origin->reference_count > 0)
        append(origins, origin->references, origin->reference_count * sizeof *origin->references);
    if (length > 0)
        append(origins, origin->id.at, length);
    origins->count++;
}

/* Bytes of the file by way of the block; false when there are not so many. */
static bool take(struct origins *origins, void *to, size_t size)
{
    while (size > 0) {
        if (origins->next == origins->used) {
            origins->used = fread(origins->block, 1, BLOCK, origins->file);
            origins->next = 0;
            if (origins->used == 0)
                return false;
        }
        const size_t left = origins->used - origins->next;
        const size_t part = size < left ? size : left;
        memcpy(to, origins->block + origins->next, part);
        to = (char *)to + part;
        origins->next += part;
        size -= part;
    }
    return true;
}

/* Read one record into the buffers. */
static bool read_record(struct origins *origins, struct origin *origin,
                        struct origin_reference_list *references, char id[ID_LENGTH])
{
    struct header header;
    if (!take(origins, &header, sizeof header))
        return false;
    references->items = list_reserve(references->items, (size_t)header.reference_count + 1,
                                     &references->capacity, sizeof *references->items);
    references->count = header.reference_count;
    if (!take(origins, references->items, references->count * sizeof *references->items) ||
        !take(origins, id, header.id_length))
        return false;
    *origin = (struct origin){
        .source = header.source,
        .line = header.line,
        .id = {id, header.id_length},
        .outcome = (enum row_outcome)header.outcome,
        .reason = header.reason,
        .references = references->items,
        .reference_count = references->count,
    };
    return true;
}

bool origins_visit(struct origins *origins,
                   bool (*visit)(void *context, const struct origin *origin, struct error *error),
                   void *context, struct error *error)
{
    if (origins->file == NULL)
        return true;
    flush(origins);
    if (fflush(origins->file) != 0 || ferror(origins->file) != 0 ||
        fseek(origins->file, 0, SEEK_SET) != 0)
        return error_set(error, ERROR_SYSTEM, "cannot keep the account of rows: %s",
                         strerror(errno));
    struct origin_reference_list references = {0};
    struct origin origin;
    char id[ID_LENGTH];
    bool good = true;
    for (size_t i = 0; i < origins->count && good; i++) {
        good = read_record(origins, &origin, &references, id) ||
               error_set(error, ERROR_SYSTEM, "cannot read the account of rows again");
        good = good && visit(context, &origin, error);
    }
    list_release(&references);
    return good;
}
