/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/ucdp.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "importer/when.h"
#include "model/date.h"

bool ucdp_begin_events(struct import *import, struct error *error)
{
    struct events *events = alloc_zeroed(1, sizeof *events);
    import->state = events;
    return events_init(events, import, error);
}

bool ucdp_end_events(struct import *import, struct error *error)
{
    (void)error;
    events_finish(import->state, import);
    return true;
}

void ucdp_release_events(struct import *import)
{
    if (import->state != NULL)
        events_release(import->state);
    free(import->state);
    import->state = NULL;
}

uint32_t ucdp_take_group(struct import *import, struct reader *reader, struct text id,
                         struct text name, struct text region)
{
    struct intake *intake = &import->intake;
    const size_t before = intake->groups.count;
    bool renamed = false;
    const uint32_t number = id.length > 0 ? intake_group_coded(intake, id, name, &renamed)
                                          : intake_group_named(intake, name);
    struct intake_group *group = &intake->groups.items[number];
    if (renamed)
        import_tell_at(import, FOUND_NAME_CHANGED, reader->line, 0,
                       "id '" TEXT_FORMAT "' is '" TEXT_FORMAT "' here and '" TEXT_FORMAT
                       "' before",
                       TEXT_PARTS(id), TEXT_PARTS(name), TEXT_PARTS(group->name));
    if (number == before) {
        group->region = intake_text(intake, region, 100);
        if (text_starts_with(name, "Government of"))
            group->kind = GROUP_STATE;
    }
    return number;
}

struct text ucdp_region(struct text region)
{
    static const char *const names[] = {"Europe", "Middle East", "Asia", "Africa", "Americas"};
    if (region.length == 0 || region.at[0] < '0' || region.at[0] > '9')
        return region;
    if (region.length == 1 && region.at[0] >= '1' && region.at[0] <= '5')
        return text_from(names[region.at[0] - '1']);
    return (struct text){0};
}

static const struct mapping_entry *count_code(struct mapping_entry *entry)
{
    entry->rows++;
    return entry->kind == INTAKE_NONE ? NULL : entry;
}

const struct mapping_entry *ucdp_map(struct import *import, struct reader *reader, size_t column)
{
    const struct text code = reader_text(reader, column);
    struct mapping_entry *entry = mapping_find(&import->mapping, code);
    if (entry == NULL) {
        import_reject(import, FOUND_VALUE_UNKNOWN, reader_column(reader, column),
                      "%s: '" TEXT_FORMAT "' is no code that is known; --map='" TEXT_FORMAT
                      "=KIND' says what it means",
                      reader->layout.columns[column].name, TEXT_PARTS(code), TEXT_PARTS(code));
        return NULL;
    }
    const struct mapping_entry *kept = count_code(entry);
    if (kept == NULL)
        import_reject(import, FOUND_CODE_LEFT_OUT, reader_column(reader, column),
                      "rows with %s '" TEXT_FORMAT "' are left out",
                      reader->layout.columns[column].name, TEXT_PARTS(entry->code));
    return kept;
}

const struct mapping_entry *ucdp_map_code(struct import *import, const char *code)
{
    struct mapping_entry *entry = mapping_find(&import->mapping, text_from(code));
    return entry == NULL ? NULL : count_code(entry);
}

bool ucdp_require(struct import *import, struct reader *reader, size_t column)
{
    if (intake_is_name(reader_text(reader, column)))
        return true;
    import_reject(import, FOUND_VALUE_MISSING, reader_column(reader, column), "'%s' is empty",
                  reader->layout.columns[column].name);
    return false;
}

/* "2014-03-05" or the same with a time behind it, without the detours of other ways to write. */
static bool read_iso_day(struct text text, int32_t *day)
{
    int number[3] = {0};
    if (text.length < 10 || text.at[4] != '-' || text.at[7] != '-' ||
        (text.length > 10 && text.at[10] != ' ' && text.at[10] != 'T'))
        return false;
    for (size_t i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7)
            part++;
        else if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        else
            number[part] = number[part] * 10 + (text.at[i] - '0');
    }
    if (number[0] < 1 || number[1] < 1 || number[1] > 12 || number[2] < 1)
        return false;
    const int32_t before = day_from_civil(number[0], number[1], 1) - 1;
    const int32_t next = day_from_civil(number[0] + number[1] / 12, number[1] % 12 + 1, 1);
    *day = before + number[2];
    return *day < next;
}

/* Earliest and latest day of a date; *known is false for an empty one. */
static bool read_range(struct reader *reader, size_t column, int32_t *first, int32_t *last,
                       bool *known)
{
    struct when when;
    struct date date;
    const char *reason = NULL;
    size_t offset = 0;
    *known = true;
    if (read_iso_day(reader_text(reader, column), first)) {
        *last = *first;
        return true;
    }
    if (!reader_date(reader, column, &when))
        return false;
    *known = date_parse(text_from(when.text), &date, &reason, &offset) &&
             date.state == DATE_KNOWN && date.earliest != DAY_MIN && date.latest != DAY_MAX;
    *first = date.earliest;
    *last = date.latest;
    return true;
}

bool ucdp_read_days(struct reader *reader, size_t start, size_t end, size_t year, int32_t *first,
                    int32_t *last)
{
    bool starts = false;
    bool ends = false;
    int32_t ignored;
    long number = 0;
    if (!read_range(reader, start, first, &ignored, &starts) ||
        !read_range(reader, end, &ignored, last, &ends))
        return false;
    if (!starts || !ends) {
        if (!reader_whole(reader, year, 0, &number))
            return false;
        if (number < 1 || number > 9999) {
            import_reject(reader->import, FOUND_DATE_MALFORMED, reader_column(reader, year),
                          "neither dates nor a year");
            return false;
        }
        *first = starts ? *first : day_from_civil((int)number, 1, 1);
        *last = ends ? *last : day_from_civil((int)number, 12, 31);
    }
    if (*first <= *last)
        return true;
    import_reject(reader->import, FOUND_DATE_ORDER, reader_column(reader, end),
                  "%s comes before %s", reader->layout.columns[end].name,
                  reader->layout.columns[start].name);
    return false;
}
