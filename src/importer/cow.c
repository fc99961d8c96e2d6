/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/cow.h"

#include "model/date.h"

void cow_parts_release(struct cow_parts *parts)
{
    list_release(&parts->items);
    text_index_release(&parts->latest);
    *parts = (struct cow_parts){0};
}

static bool is_same(const struct cow_part *a, const struct cow_part *b)
{
    return a->state == b->state && a->side == b->side && a->levels == b->levels &&
           text_equal(a->start, b->start) && text_equal(a->end, b->end);
}

uint32_t cow_parts_first(const struct cow_parts *parts, struct text id)
{
    return text_index_find(&parts->latest, id);
}

/* New parts go in behind the first, so that the index need not change. */
bool cow_parts_add(struct cow_parts *parts, struct cow_part part)
{
    const uint32_t number = (uint32_t)parts->items.count;
    const uint32_t first = text_index_add(&parts->latest, part.id, number);
    part.next = INTAKE_NONE;
    if (first == number) {
        list_push(&parts->items, part);
        return true;
    }
    for (uint32_t i = first; i != INTAKE_NONE; i = parts->items.items[i].next)
        if (is_same(&parts->items.items[i], &part))
            return false;
    part.next = parts->items.items[first].next;
    list_push(&parts->items, part);
    parts->items.items[first].next = number;
    return true;
}

bool cow_read_date(struct reader *reader, size_t day, size_t month, size_t year, struct when *when)
{
    long numbers[3];
    const size_t columns[] = {year, month, day};
    for (size_t i = 0; i < 3; i++)
        if (!reader_whole(reader, columns[i], 0, &numbers[i]))
            return false;
    if (when_from_numbers(numbers[0], numbers[1], numbers[2], when))
        return true;
    import_reject(reader->import, FOUND_DATE_MALFORMED, reader_column(reader, year),
                  "there is no day %ld of month %ld in %ld", numbers[2], numbers[1], numbers[0]);
    return false;
}

static struct date parse(struct text text)
{
    struct date date;
    const char *reason = NULL;
    size_t offset = 0;
    if (!date_parse(text, &date, &reason, &offset))
        date = date_unknown();
    return date;
}

/* Of two dates that begin or end on one day the one of fewer days says more, whichever comes first. */
static bool is_narrower(struct date a, struct date b)
{
    return a.earliest > b.earliest || a.latest < b.latest;
}

/* A start that is not known says nothing; the later of two is when both are there. */
static struct text later_start(struct text a, struct text b)
{
    const struct date first = parse(a);
    const struct date second = parse(b);
    if (first.state != DATE_KNOWN || second.state != DATE_KNOWN)
        return first.state == DATE_KNOWN ? a : b;
    if (first.earliest == second.earliest)
        return is_narrower(second, first) ? b : a;
    return first.earliest > second.earliest ? a : b;
}

/* "Still so" lies behind every day; an unknown end says nothing, and both open are open. */
static struct text earlier_end(struct text a, struct text b)
{
    const struct date first = parse(a);
    const struct date second = parse(b);
    if (first.state == DATE_KNOWN && second.state == DATE_KNOWN) {
        if (first.latest == second.latest)
            return is_narrower(second, first) ? b : a;
        return first.latest < second.latest ? a : b;
    }
    if (first.state == DATE_KNOWN || second.state == DATE_KNOWN)
        return first.state == DATE_KNOWN ? a : b;
    return first.state == DATE_OPEN && second.state == DATE_OPEN ? a : (struct text){0};
}

bool cow_overlap(const struct cow_part *a, const struct cow_part *b, struct text *start,
                 struct text *end)
{
    *start = later_start(a->start, b->start);
    *end = earlier_end(a->end, b->end);
    return !import_ends_before_start(*start, *end);
}

uint32_t cow_take_state(struct import *import, struct reader *reader, size_t number, size_t name)
{
    bool renamed = false;
    const struct text code = reader_text(reader, number);
    const struct text called = reader_text(reader, name);
    const uint32_t group = intake_group_coded(&import->intake, code, called, &renamed);
    import->intake.groups.items[group].kind = GROUP_STATE;
    if (renamed)
        import_tell_at(import, FOUND_NAME_CHANGED, reader->line, reader_column(reader, name),
                       "state " TEXT_FORMAT " is '" TEXT_FORMAT "' here and '" TEXT_FORMAT
                       "' before",
                       TEXT_PARTS(code), TEXT_PARTS(called),
                       TEXT_PARTS(import->intake.groups.items[group].name));
    return group;
}
