/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/import.h"

#include <assert.h>
#include <stdarg.h>

#include "model/date.h"

void import_begin_row(struct import *import, size_t line, struct text id)
{
    struct import_row *row = &import->row;
    assert(!row->open);
    row->line = line;
    row->id = id;
    row->open = true;
    row->outcome = ROW_PENDING;
    row->references.count = 0;
}

void import_end_row(struct import *import)
{
    struct import_row *row = &import->row;
    struct import_file *file = import->file;
    assert(row->open && row->outcome != ROW_PENDING);
    file->read++;
    file->used += row->outcome == ROW_USED;
    file->merged += row->outcome == ROW_MERGED;
    file->rejected += row->outcome == ROW_REJECTED;
    if (row->outcome == ROW_REJECTED)
        file->reasons[row->reason]++;
    const struct origin origin = {
        .source = import->source,
        .line = (uint32_t)row->line,
        .id = row->id,
        .outcome = row->outcome,
        .reason = row->outcome == ROW_REJECTED ? (uint32_t)row->reason : 0,
        .references = row->references.items,
        .reference_count = row->references.count,
    };
    origins_add(&import->origins, &origin);
    row->open = false;
}

void import_postpone_row(struct import *import)
{
    assert(import->row.open && import->row.outcome == ROW_PENDING);
    import->row.open = false;
}

static void tell(struct import *import, enum catalogue_entry entry, size_t line, size_t column,
                 const char *message)
{
    struct import_file *file = import->file;
    const struct place place = {.file = file->path, .line = line, .column = column};
    const struct import_told last = import->last_told;
    import->last_told = (struct import_told){entry, line, column};
    if (last.entry == entry && last.line == line && last.column == column && line > 0)
        return; /* a value that is looked at twice is told once */
    if (file->told[entry]++ >= IMPORT_LISTED)
        return;
    findings_add(import->findings, catalogue_get(entry), place, "%s", message);
}

void import_tell_unlisted(struct import *import)
{
    const struct import_file *file = import->file;
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        if (file->told[i] <= IMPORT_LISTED)
            continue;
        const struct place place = {.file = file->path};
        findings_add(import->findings, catalogue_get((enum catalogue_entry)i), place,
                     "%zu times in this file; the first %d are listed", file->told[i],
                     IMPORT_LISTED);
    }
}

#define FORMAT_MESSAGE(import, format)                         \
    do {                                                       \
        va_list arguments;                                     \
        va_start(arguments, format);                           \
        format_message(&(import)->scratch, format, arguments); \
        va_end(arguments);                                     \
    } while (0)

static void format_message(struct buffer *buffer, const char *format, va_list arguments)
{
    char message[512];
    vsnprintf(message, sizeof message, format, arguments);
    buffer->length = 0;
    buffer_add_string(buffer, message);
}

/* Is there anything left to be listed?  Formatting a message that nobody sees costs most. */
static bool is_listed(const struct import *import, enum catalogue_entry entry)
{
    return import->file->told[entry] < IMPORT_LISTED;
}

void import_tell(struct import *import, enum catalogue_entry entry, size_t column,
                 const char *format, ...)
{
    if (is_listed(import, entry))
        FORMAT_MESSAGE(import, format);
    tell(import, entry, import->row.open ? import->row.line : 0, column, import->scratch.at);
}

void import_tell_at(struct import *import, enum catalogue_entry entry, size_t line, size_t column,
                    const char *format, ...)
{
    if (is_listed(import, entry))
        FORMAT_MESSAGE(import, format);
    tell(import, entry, line, column, import->scratch.at);
}

void import_reject(struct import *import, enum catalogue_entry reason, size_t column,
                   const char *format, ...)
{
    struct import_row *row = &import->row;
    assert(row->open);
    if (row->outcome == ROW_PENDING) {
        row->outcome = ROW_REJECTED;
        row->reason = reason;
    }
    if (is_listed(import, reason))
        FORMAT_MESSAGE(import, format);
    tell(import, reason, row->line, column, import->scratch.at);
}

void import_use(struct import *import)
{
    if (import->row.open)
        import->row.outcome = ROW_USED;
}

void import_merge(struct import *import)
{
    if (import->row.outcome == ROW_PENDING)
        import->row.outcome = ROW_MERGED;
}

void import_use_event(struct import *import, uint32_t cell, int32_t day)
{
    import_use(import);
    list_push(&import->row.references, (struct origin_reference){.number = cell, .day = day});
}

static void add_locator(struct import *import, struct buffer *buffer)
{
    const struct import_row *row = &import->row;
    buffer_add_format(buffer, "line %zu", row->line);
    if (row->id.length > 0) {
        buffer_add_string(buffer, ", id ");
        buffer_add_visible(buffer, row->id);
    }
}

struct text import_locator(struct import *import)
{
    import->scratch.length = 0;
    add_locator(import, &import->scratch);
    return buffer_text(&import->scratch);
}

bool import_ends_before_start(struct text start, struct text end)
{
    struct date from;
    struct date to;
    const char *reason = NULL;
    size_t offset = 0;
    return date_parse(start, &from, &reason, &offset) && date_parse(end, &to, &reason, &offset) &&
           from.earliest > to.latest;
}

/* The rules that `bloc check` has for every relation. */
static bool is_sound(struct import *import, const struct intake_tie *tie)
{
    if (tie->source == tie->target) {
        import_reject(import, FOUND_SELF_RELATION, 0,
                      "source and target are both '" TEXT_FORMAT "'",
                      TEXT_PARTS(import->intake.groups.items[tie->source].name));
        return false;
    }
    if (import_ends_before_start(tie->start, tie->end)) {
        import_reject(import, FOUND_DATE_ORDER, 0,
                      "the end '" TEXT_FORMAT "' comes before the start '" TEXT_FORMAT "'",
                      TEXT_PARTS(tie->end), TEXT_PARTS(tie->start));
        return false;
    }
    return true;
}

uint32_t import_use_tie_of(struct import *import, const struct intake_tie *tie, enum grade grade,
                           struct text note, uint32_t source)
{
    struct import_row *row = &import->row;
    assert(row->open);
    if (!is_sound(import, tie))
        return INTAKE_NONE;
    bool is_new = false;
    const uint32_t number = intake_add_tie(&import->intake, tie, &is_new);
    if (is_new)
        row->outcome = ROW_USED;
    else if (row->outcome != ROW_USED)
        row->outcome = ROW_MERGED;
    struct buffer locator = {0};
    if (source != import->source)
        buffer_add_format(&locator, TEXT_FORMAT " ", TEXT_PARTS(import->file->name));
    add_locator(import, &locator);
    intake_add_claim(&import->intake, &(struct intake_claim){
                                          .tie = number,
                                          .source = source,
                                          .locator = buffer_text(&locator),
                                          .grade = grade,
                                          .note = note,
                                      });
    buffer_release(&locator);
    list_push(&row->references, (struct origin_reference){.number = number, .day = ORIGIN_TIE});
    return number;
}

uint32_t import_use_tie(struct import *import, const struct intake_tie *tie, enum grade grade,
                        struct text note)
{
    return import_use_tie_of(import, tie, grade, note, import->source);
}
