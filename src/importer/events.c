/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/events.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "importer/when.h"
#include "model/date.h"

#define DEFAULT_GAP 365

static uint32_t find_tie(const void *context, struct origin_reference reference);

static bool read_gap(struct events *events, struct text text, struct error *error)
{
    long days = DEFAULT_GAP;
    if (text.length > 0 && (!text_to_long(text, &days) || days < 0 || days > 100000))
        return error_set(error, ERROR_USAGE,
                         "'--gap' needs a number of days, not '" TEXT_FORMAT "'", TEXT_PARTS(text));
    events->gap = (int32_t)days;
    return true;
}

bool events_init(struct events *events, struct import *import, struct error *error)
{
    const struct text by = import->options->by;
    *events = (struct events){.unit = EVENTS_BY_YEAR, .grade = GRADE_REPORTED};
    if (text_equal_string(by, "dyad"))
        events->unit = EVENTS_BY_DYAD;
    else if (text_equal_string(by, "spell"))
        events->unit = EVENTS_BY_SPELL;
    import->find_tie = find_tie;
    import->events = events;
    return read_gap(events, import->options->gap, error);
}

void events_release(struct events *events)
{
    for (size_t i = 0; i < events->cells.count; i++)
        list_release(&events->cells.items[i].spells);
    list_release(&events->cells);
    list_release(&events->evidence);
    free(events->slots);
    free(events->ids);
    *events = (struct events){0};
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

/* Never 0, which is a free place. */
static uint64_t hash_id(struct text id)
{
    const uint64_t hash = text_index_hash(id);
    return hash == 0 ? 1 : hash;
}

static bool insert_id(uint64_t *ids, size_t slots, uint64_t hash)
{
    size_t at = (size_t)hash & (slots - 1);
    while (ids[at] != 0 && ids[at] != hash)
        at = (at + 1) & (slots - 1);
    const bool is_new = ids[at] == 0;
    ids[at] = hash;
    return is_new;
}

void events_expect(const struct events *events, struct text id)
{
    if (events->id_slots > 0)
        __builtin_prefetch(&events->ids[(size_t)hash_id(id) & (events->id_slots - 1)], 1);
}

bool events_is_new(struct events *events, struct text id)
{
    if (id.length == 0)
        return true;
    if (events->id_count >= events->id_slots / 4 * 3) {
        const size_t slots = events->id_slots == 0 ? 1024 : events->id_slots * 2;
        uint64_t *ids = alloc_zeroed(slots, sizeof *ids);
        for (size_t i = 0; i < events->id_slots; i++)
            if (events->ids[i] != 0)
                insert_id(ids, slots, events->ids[i]);
        free(events->ids);
        events->ids = ids;
        events->id_slots = slots;
    }
    const bool is_new = insert_id(events->ids, events->id_slots, hash_id(id));
    events->id_count += is_new;
    return is_new;
}

static bool is_same_cell(const struct event_cell *a, const struct event_cell *b)
{
    return a->source == b->source && a->target == b->target && a->kind == b->kind &&
           a->year == b->year;
}

static uint32_t *find_slot(struct events *events, const struct event_cell *cell)
{
    const size_t mask = events->slot_count - 1;
    uint64_t hash = mix(((uint64_t)cell->source << 32) | cell->target, cell->kind);
    hash = mix(hash, (uint64_t)(uint32_t)cell->year);
    size_t at = (size_t)hash & mask;
    while (events->slots[at] != INTAKE_NONE &&
           !is_same_cell(&events->cells.items[events->slots[at]], cell))
        at = (at + 1) & mask;
    return &events->slots[at];
}

static void grow_slots(struct events *events)
{
    events->slot_count = events->slot_count == 0 ? 1024 : events->slot_count * 2;
    events->slots = alloc_resize(events->slots, events->slot_count, sizeof *events->slots);
    memset(events->slots, 0xFF, events->slot_count * sizeof *events->slots);
    for (size_t i = 0; i < events->cells.count; i++)
        *find_slot(events, &events->cells.items[i]) = (uint32_t)i;
}

/* The cell that an event belongs to, made when it is new. */
static uint32_t take_cell(struct events *events, const struct event *event, bool mutual)
{
    struct event_cell cell = {
        .source = event->source, .target = event->target, .kind = event->kind};
    int month;
    int day;
    if (mutual && cell.source > cell.target) {
        cell.source = event->target;
        cell.target = event->source;
    }
    if (events->unit == EVENTS_BY_YEAR)
        day_to_civil(event->first, &cell.year, &month, &day);
    if (events->cells.count >= events->slot_count / 2)
        grow_slots(events);
    uint32_t *slot = find_slot(events, &cell);
    if (*slot == INTAKE_NONE) {
        *slot = (uint32_t)events->cells.count;
        list_push(&events->cells, cell);
    }
    return *slot;
}

static void add_evidence(struct events *events, struct import *import, struct event_spell *spell)
{
    const uint32_t line = (uint32_t)import->row.line;
    if (spell->count > 0) {
        struct event_evidence *latest = &events->evidence.items[spell->evidence];
        if (latest->source == import->source) {
            latest->last_line = line;
            latest->count++;
            return;
        }
    }
    const struct event_evidence evidence = {
        .source = import->source,
        .first_line = line,
        .last_line = line,
        .count = 1,
        .first_id = intake_text(&import->intake, import->row.id, 100),
        .next = spell->count > 0 ? spell->evidence : INTAKE_NONE,
    };
    spell->evidence = (uint32_t)events->evidence.count;
    list_push(&events->evidence, evidence);
}

static void extend(struct event_spell *spell, const struct event *event)
{
    spell->first = spell->count == 0 || event->first < spell->first ? event->first : spell->first;
    spell->last = spell->count == 0 || event->last > spell->last ? event->last : spell->last;
    spell->count++;
    if (isnan(event->low) && isnan(event->high))
        return;
    spell->counted++;
    spell->low += isnan(event->low) ? 0 : event->low;
    spell->high += isnan(event->high) ? event->low : event->high;
}

/* Put the chain of one spell's evidence before another's. */
static void join_evidence(struct events *events, struct event_spell *to, uint32_t from)
{
    uint32_t last = from;
    while (events->evidence.items[last].next != INTAKE_NONE)
        last = events->evidence.items[last].next;
    events->evidence.items[last].next = to->evidence;
    to->evidence = from;
}

/* A spell that an event has brought near the one before becomes part of it. */
static void join_next(struct events *events, struct event_spell_list *spells, size_t at)
{
    struct event_spell *spell = &spells->items[at];
    while (at + 1 < spells->count && spells->items[at + 1].first - spell->last <= events->gap) {
        const struct event_spell next = spells->items[at + 1];
        spell->last = next.last > spell->last ? next.last : spell->last;
        spell->count += next.count;
        spell->counted += next.counted;
        spell->low += next.low;
        spell->high += next.high;
        join_evidence(events, spell, next.evidence);
        memmove(&spells->items[at + 1], &spells->items[at + 2],
                (spells->count - at - 2) * sizeof *spells->items);
        spells->count--;
    }
}

/* The first spell that ends late enough for a day to belong to it or to lie before it. */
static size_t find_spell(const struct event_spell_list *spells, int32_t day, int32_t gap)
{
    size_t low = 0;
    size_t high = spells->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (spells->items[middle].last + gap < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_to_spells(struct events *events, struct import *import, struct event_cell *cell,
                          const struct event *event)
{
    struct event_spell_list *spells = &cell->spells;
    const size_t at = find_spell(spells, event->first, events->gap);
    if (at == spells->count || spells->items[at].first - event->last > events->gap) {
        list_push(spells, (struct event_spell){0});
        memmove(&spells->items[at + 1], &spells->items[at],
                (spells->count - 1 - at) * sizeof *spells->items);
        spells->items[at] = (struct event_spell){0};
    }
    add_evidence(events, import, &spells->items[at]);
    extend(&spells->items[at], event);
    join_next(events, spells, at);
}

void events_add(struct events *events, struct import *import, const struct event *event)
{
    if (event->source == event->target) {
        import_reject(import, FOUND_SELF_RELATION, 0, "both sides are '" TEXT_FORMAT "'",
                      TEXT_PARTS(import->intake.groups.items[event->source].name));
        return;
    }
    const bool mutual = import->intake.kinds.items[event->kind].kind.mutual;
    const uint32_t number = take_cell(events, event, mutual);
    struct event_cell *cell = &events->cells.items[number];
    if (events->unit == EVENTS_BY_SPELL) {
        add_to_spells(events, import, cell, event);
    } else {
        add_evidence(events, import, &cell->spell);
        extend(&cell->spell, event);
    }
    import_use_event(import, number, event->first);
}

/* "2014-03-05", or its year. */
static void write_day(const struct events *events, int32_t day, struct when *when)
{
    int year;
    int month;
    int dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    if (events->years)
        when_from_numbers(year, 0, 0, when);
    else
        when_from_numbers(year, month, dayofmonth, when);
}

static void add_claims(struct events *events, struct import *import,
                       const struct event_spell *spell, uint32_t tie)
{
    struct buffer locator = {0};
    for (uint32_t i = spell->evidence; i != INTAKE_NONE; i = events->evidence.items[i].next) {
        const struct event_evidence *evidence = &events->evidence.items[i];
        locator.length = 0;
        if (evidence->count > 1)
            buffer_add_format(&locator, "%u rows, lines %u to %u", evidence->count,
                              evidence->first_line, evidence->last_line);
        else
            buffer_add_format(&locator, "line %u", evidence->first_line);
        if (evidence->first_id.length > 0)
            buffer_add_format(&locator, ", %s" TEXT_FORMAT,
                              evidence->count > 1 ? "first id " : "id ",
                              TEXT_PARTS(evidence->first_id));
        intake_add_claim(&import->intake, &(struct intake_claim){
                                              .tie = tie,
                                              .source = evidence->source,
                                              .locator = buffer_text(&locator),
                                              .grade = events->grade,
                                          });
    }
    buffer_release(&locator);
}

static void add_estimate(struct events *events, struct import *import,
                         const struct event_spell *spell, uint32_t tie)
{
    const struct intake_tie *made = &import->intake.ties.items[tie];
    struct buffer note = {0};
    struct buffer date = {0};
    if (spell->counted == 0)
        return;
    buffer_add_format(&note, "sum over %u event%s", spell->counted, spell->counted == 1 ? "" : "s");
    buffer_add_text(&date, made->start);
    if (!text_equal(made->start, made->end))
        buffer_add_format(&date, "/" TEXT_FORMAT, TEXT_PARTS(made->end));
    intake_add_estimate(&import->intake,
                        &(struct intake_estimate){
                            .tie = tie,
                            .quantity = "killed",
                            .low = spell->low < spell->high ? spell->low : spell->high,
                            .high = spell->low < spell->high ? spell->high : spell->low,
                            .date = buffer_text(&date),
                            .source = events->evidence.items[spell->evidence].source,
                            .note = buffer_text(&note),
                        });
    buffer_release(&note);
    buffer_release(&date);
}

static void finish_spell(struct events *events, struct import *import,
                         const struct event_cell *cell, struct event_spell *spell)
{
    struct when start;
    struct when end;
    struct buffer note = {0};
    bool is_new;
    write_day(events, spell->first, &start);
    write_day(events, spell->last, &end);
    buffer_add_format(&note, "%u event%s from %s to %s", spell->count, spell->count == 1 ? "" : "s",
                      start.text, end.text);
    if (events->unit == EVENTS_BY_YEAR) {
        when_from_numbers(cell->year, 0, 0, &start);
        end = start;
    }
    const struct intake_tie tie = {
        .source = cell->source,
        .target = cell->target,
        .kind = cell->kind,
        .start = text_from(start.text),
        .end = text_from(end.text),
        .weight = spell->count,
        .note = events->years ? (struct text){0} : buffer_text(&note),
    };
    spell->tie = intake_add_tie(&import->intake, &tie, &is_new);
    add_claims(events, import, spell, spell->tie);
    add_estimate(events, import, spell, spell->tie);
    buffer_release(&note);
}

void events_finish(struct events *events, struct import *import)
{
    for (size_t i = 0; i < events->cells.count; i++) {
        struct event_cell *cell = &events->cells.items[i];
        if (events->unit != EVENTS_BY_SPELL)
            finish_spell(events, import, cell, &cell->spell);
        for (size_t j = 0; j < cell->spells.count; j++)
            finish_spell(events, import, cell, &cell->spells.items[j]);
    }
}

static uint32_t find_tie(const void *context, struct origin_reference reference)
{
    const struct events *events = context;
    const struct event_cell *cell = &events->cells.items[reference.number];
    if (events->unit != EVENTS_BY_SPELL)
        return cell->spell.tie;
    return cell->spells.items[find_spell(&cell->spells, reference.day, 0)].tie;
}
