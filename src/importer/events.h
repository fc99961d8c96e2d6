/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Events become ties: all events of two groups and one kind in a year, in a spell without long
 * gaps, or ever (--by), are one tie, weighted by their number.  Memory grows with the ties, not with
 * the events, but for 8 bytes an event by which repeated ids are noticed.
 *
 *     if (events_is_new(&events, id))
 *         events_add(&events, import, &(struct event){...});
 *     ...
 *     events_finish(&events, import);    after the last file: makes the ties and their claims
 */
#ifndef BLOC_IMPORTER_EVENTS_H
#define BLOC_IMPORTER_EVENTS_H

#include "base/error.h"
#include "base/list.h"
#include "importer/import.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How events are put together. */
enum events_unit {
    EVENTS_BY_YEAR,
    EVENTS_BY_DYAD,
    EVENTS_BY_SPELL,
};

/* What one event says of one pair. */
struct event {
    uint32_t source; /* group */
    uint32_t target;
    uint32_t kind;
    int32_t first; /* days, as in model/date.h */
    int32_t last;
    double low; /* killed; NAN when nothing is said */
    double high;
};

/* What one file adds to a tie. */
struct event_evidence {
    uint32_t source; /* of the intake */
    uint32_t first_line;
    uint32_t last_line;
    uint32_t count;
    struct text first_id;
    uint32_t next; /* evidence of the same tie, or INTAKE_NONE */
};

/* A tie in the making. */
struct event_spell {
    int32_t first;
    int32_t last;
    uint32_t count;
    uint32_t counted; /* events that say how many were killed */
    double low;
    double high;
    uint32_t evidence; /* the latest */
    uint32_t tie;      /* once finished */
};

LIST(event_spell_list, struct event_spell);
LIST(event_evidence_list, struct event_evidence);

/* The events of two groups and a kind, in one year or in all. */
struct event_cell {
    uint32_t source;
    uint32_t target;
    uint32_t kind;
    int32_t year;                   /* 0 unless by year */
    struct event_spell spell;       /* unless by spell */
    struct event_spell_list spells; /* by spell: in order of time */
};

LIST(event_cell_list, struct event_cell);

struct events {
    enum events_unit unit;
    int32_t gap; /* days without events that end a spell */
    bool years;  /* dates are known to the year only */
    enum grade grade;
    struct event_cell_list cells;
    uint32_t *slots; /* hash table of cells */
    size_t slot_count;
    uint64_t *ids; /* hash set of ids; 0 = free */
    size_t id_slots;
    size_t id_count;
    struct event_evidence_list evidence;
};

/* Read --by and --gap; fails with ERROR_USAGE.  import->find_tie is set. */
bool events_init(struct events *events, struct import *import, struct error *error);
void events_release(struct events *events);

/* Has no event of this id been seen?  (By a hash of 64 bits: among five million ids two different
 * ones are taken for one in less than one run of a million.)  An empty id is always new. */
bool events_is_new(struct events *events, struct text id);

/* Say which id will be asked for soon, so that memory is ready. */
void events_expect(const struct events *events, struct text id);

/* Count an event; the present row is used for it, or rejected when both ends are one group. */
void events_add(struct events *events, struct import *import, const struct event *event);

/* Make ties, claims and estimates, in the order in which pairs were first met. */
void events_finish(struct events *events, struct import *import);

#endif
