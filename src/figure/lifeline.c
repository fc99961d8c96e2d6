/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Many dates of the sources have one bound only: "by February 2016".  Such a date says that the
 * group lives on that day and nothing of when it began.
 */
#include "figure/lifeline.h"

#include <stdlib.h>

enum {
    DAYS_PRECISE = 31
};

day_number lifeline_middle(struct day_span span)
{
    return span.first + (span.last - span.first) / 2;
}

static struct day_span sharpened(struct day_span span)
{
    if (span.last - span.first >= DAYS_PRECISE)
        return span;
    day_number middle = lifeline_middle(span);
    return (struct day_span){middle, middle};
}

bool lifeline_days_of(const struct date *date, struct day_span *span)
{
    day_number last = date->interval ? date->begins_by : date->latest;
    if (date->state != DATE_KNOWN || date->earliest == DAY_MIN || last == DAY_MAX ||
        last < date->earliest)
        return false;
    *span = sharpened((struct day_span){date->earliest, last});
    return true;
}

/* The same for an end, which of an interval is its latter part. */
static bool end_days_of(const struct date *date, struct day_span *span)
{
    day_number first = date->interval ? date->ends_from : date->earliest;
    if (date->state != DATE_KNOWN || first == DAY_MIN || date->latest == DAY_MAX ||
        date->latest < first)
        return false;
    *span = sharpened((struct day_span){first, date->latest});
    return true;
}

bool lifeline_is_of_genealogy(const struct dataset *dataset, relation_id relation)
{
    enum family family = dataset_kind_of(dataset, relation)->family;
    return family != FAMILY_CONFLICT && family != FAMILY_ALLIANCE;
}

static bool is_kind(const struct dataset *dataset, relation_id relation, const char *name)
{
    return text_equal_string(dataset_kind_of(dataset, relation)->name, name);
}

/* Latest day by which a relation holds, when its beginning has one. */
static bool holds_by(const struct date *start, day_number *day)
{
    *day = start->interval ? start->begins_by : start->latest;
    return start->state == DATE_KNOWN && *day != DAY_MAX;
}

bool lifeline_tells_allegiance(const struct dataset *dataset, relation_id relation,
                               const struct group_id_list *centres, size_t *centre)
{
    const struct relation *tie = &dataset->relations.items[relation];
    const struct kind *kind = dataset_kind_of(dataset, relation);
    day_number day;
    if (kind->sign != SIGN_POSITIVE ||
        (kind->family != FAMILY_PLEDGE && kind->family != FAMILY_MEMBERSHIP))
        return false;
    for (*centre = 0; *centre < centres->count; (*centre)++)
        if (centres->items[*centre] == tie->target && tie->target != tie->source)
            return holds_by(&tie->start, &day);
    return false;
}

/* Does the group come into being by this tie? */
static bool is_birth(const struct dataset *dataset, relation_id relation, group_id group)
{
    const struct relation *tie = &dataset->relations.items[relation];
    if (dataset_kind_of(dataset, relation)->family == FAMILY_SPLIT)
        return tie->source == group;
    if (is_kind(dataset, relation, "formed"))
        return tie->target == group;
    bool descends = is_kind(dataset, relation, "descends") || is_kind(dataset, relation, "renamed");
    return descends && tie->source == group;
}

/* What the ties of a group say about its life. */
struct evidence {
    day_number first; /* days on which it lives; DAY_MAX and DAY_MIN when there is none */
    day_number last;
    day_number by; /* the first day by which some tie held that began before, or DAY_MAX */
    bool is_open;
    bool has_birth;
    struct day_span birth;
};

static void attest(struct evidence *evidence, day_number day)
{
    evidence->first = day < evidence->first ? day : evidence->first;
    evidence->last = day > evidence->last ? day : evidence->last;
}

static void add_evidence(struct evidence *evidence, const struct dataset *dataset, relation_id id,
                         group_id group)
{
    const struct relation *tie = &dataset->relations.items[id];
    struct day_span span;
    day_number by;
    if (lifeline_days_of(&tie->start, &span)) {
        attest(evidence, lifeline_middle(span));
        if (is_birth(dataset, id, group) &&
            (!evidence->has_birth || span.first < evidence->birth.first)) {
            evidence->has_birth = true;
            evidence->birth = span;
        }
    } else if (holds_by(&tie->start, &by)) {
        attest(evidence, by);
        evidence->by = by < evidence->by ? by : evidence->by;
    }
    if (end_days_of(&tie->end, &span))
        attest(evidence, lifeline_middle(span));
    evidence->is_open |= tie->end.state == DATE_OPEN;
}

bool lifeline_attests(const struct dataset *dataset, relation_id id, group_id group)
{
    const struct relation *tie = &dataset->relations.items[id];
    return tie->outcome != OUTCOME_REJECTED && (tie->source == group || tie->target == group);
}

static struct evidence gather(const struct dataset *dataset, group_id group)
{
    struct evidence evidence = {.first = DAY_MAX, .last = DAY_MIN, .by = DAY_MAX};
    for (relation_id id = 0; id < dataset->relations.count; id++)
        if (lifeline_attests(dataset, id, group))
            add_evidence(&evidence, dataset, id, group);
    return evidence;
}

/* A tie that held by about the day of the birth, or before, is older than it. */
static void set_start(struct lifeline *life, const struct group *group,
                      const struct evidence *evidence)
{
    life->start = LIFE_DATED;
    if (lifeline_days_of(&group->founded, &life->starts))
        return;
    life->starts = evidence->birth;
    if (evidence->has_birth && evidence->birth.first <= evidence->first &&
        evidence->birth.last + DAYS_PRECISE < evidence->by)
        return;
    life->start = LIFE_UNKNOWN;
    life->starts = (struct day_span){evidence->first, evidence->first};
}

static void set_end(struct lifeline *life, const struct group *group,
                    const struct evidence *evidence)
{
    life->end = LIFE_DATED;
    if (end_days_of(&group->ended, &life->ends))
        return;
    bool is_open = group->ended.state == DATE_OPEN || evidence->is_open;
    day_number last = evidence->last > life->starts.last ? evidence->last : life->starts.last;
    life->end = is_open ? LIFE_OPEN : LIFE_UNKNOWN;
    life->ends = (struct day_span){last, last};
}

struct lifeline lifeline_of(const struct dataset *dataset, group_id group)
{
    const struct group *about = &dataset->groups.items[group];
    struct evidence evidence = gather(dataset, group);
    struct lifeline life = {0};
    struct day_span span;
    life.is_known = evidence.first != DAY_MAX || lifeline_days_of(&about->founded, &span) ||
                    end_days_of(&about->ended, &span);
    if (!life.is_known)
        return life;
    if (evidence.first == DAY_MAX && !lifeline_days_of(&about->founded, &span))
        attest(&evidence, span.first);
    set_start(&life, about, &evidence);
    set_end(&life, about, &evidence);
    if (life.ends.first < life.starts.last) /* within one stretch: neither bound is sharper */
        life.ends.first = life.starts.last < life.ends.last ? life.starts.last : life.ends.last;
    return life;
}

/* One tie of allegiance: certain and possible first and last days. */
struct loyalty {
    size_t centre;
    struct day_span certain;
    struct day_span possible;
    bool has_end;
};

LIST(loyalty_list, struct loyalty);

static struct loyalty read_loyalty(const struct relation *tie, size_t centre)
{
    struct loyalty loyalty = {centre, {DAY_MAX, DAY_MAX}, {DAY_MIN, DAY_MAX}, false};
    struct day_span span;
    if (lifeline_days_of(&tie->start, &span)) {
        loyalty.possible.first = span.first;
        loyalty.certain.first = span.last;
    } else {
        holds_by(&tie->start, &loyalty.certain.first);
    }
    if (end_days_of(&tie->end, &span)) {
        loyalty.certain.last = span.first;
        loyalty.possible.last = span.last;
        loyalty.has_end = true;
    }
    return loyalty;
}

static void list_loyalties(const struct selection *selection, const struct group_id_list *centres,
                           group_id group, struct loyalty_list *loyalties)
{
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *tie = &selection->dataset->relations.items[id];
        size_t centre;
        if (tie->source == group &&
            lifeline_tells_allegiance(selection->dataset, id, centres, &centre))
            list_push(loyalties, read_loyalty(tie, centre));
    }
}

/* A split from the centre ends an allegiance that has no end of its own; breaks with a local
 * leadership do not. */
static void end_by_splits(const struct selection *selection, const struct group_id_list *centres,
                          group_id group, struct loyalty_list *loyalties)
{
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *tie = &selection->dataset->relations.items[id];
        struct day_span span;
        if (tie->source != group || is_kind(selection->dataset, id, "leadership_break") ||
            dataset_kind_of(selection->dataset, id)->family != FAMILY_SPLIT ||
            !lifeline_days_of(&tie->start, &span))
            continue;
        for (size_t j = 0; j < loyalties->count; j++) {
            struct loyalty *loyalty = &loyalties->items[j];
            if (loyalty->has_end || centres->items[loyalty->centre] != tie->target ||
                loyalty->certain.first > span.first)
                continue;
            loyalty->certain.last = span.first;
            loyalty->possible.last = span.last;
        }
    }
}

static int compare_days(const void *a, const void *b)
{
    day_number left = *(const day_number *)a, right = *(const day_number *)b;
    return (left > right) - (left < right);
}

LIST(cut_list, day_number);

static void add_cut(struct cut_list *cuts, day_number day, struct day_span life)
{
    if (day > life.first && day < life.last)
        list_push(cuts, day);
}

/* What holds just after a day: certain before possible, later before earlier. */
static struct allegiance allegiance_at(const struct loyalty_list *loyalties, size_t own,
                                       day_number day)
{
    struct allegiance best = {.centre = own, .certain = true};
    day_number since = DAY_MIN;
    bool has_certain = false, has_any = false;
    for (size_t i = 0; i < loyalties->count; i++) {
        const struct loyalty *loyalty = &loyalties->items[i];
        bool certain = loyalty->certain.first <= day && day < loyalty->certain.last;
        bool possible = loyalty->possible.first <= day && day < loyalty->possible.last;
        if ((!certain && !possible) || (has_certain && !certain))
            continue;
        if (has_any && has_certain == certain && loyalty->certain.first < since)
            continue;
        has_any = true;
        best.centre = loyalty->centre;
        best.certain = has_certain = certain;
        since = loyalty->certain.first;
    }
    return best;
}

static void add_piece(struct allegiance_list *pieces, struct allegiance piece)
{
    struct allegiance *last = pieces->count == 0 ? NULL : &pieces->items[pieces->count - 1];
    if (last != NULL && last->centre == piece.centre && last->certain == piece.certain)
        last->span.last = piece.span.last;
    else
        list_push(pieces, piece);
}

static void cut_life(const struct loyalty_list *loyalties, size_t own, struct day_span whole,
                     struct allegiance_list *pieces)
{
    struct cut_list cuts = {0};
    list_push(&cuts, whole.first);
    for (size_t i = 0; i < loyalties->count; i++) {
        add_cut(&cuts, loyalties->items[i].certain.first, whole);
        add_cut(&cuts, loyalties->items[i].certain.last, whole);
        add_cut(&cuts, loyalties->items[i].possible.first, whole);
        add_cut(&cuts, loyalties->items[i].possible.last, whole);
    }
    list_push(&cuts, whole.last);
    qsort(cuts.items, cuts.count, sizeof *cuts.items, compare_days);
    for (size_t i = 1; i < cuts.count; i++) {
        struct allegiance piece = allegiance_at(loyalties, own, cuts.items[i - 1]);
        piece.span = (struct day_span){cuts.items[i - 1], cuts.items[i]};
        if (piece.span.first < piece.span.last || cuts.count == 2)
            add_piece(pieces, piece);
    }
    list_release(&cuts);
}

void lifeline_list_allegiances(const struct selection *selection,
                               const struct group_id_list *centres, group_id group,
                               const struct lifeline *life, struct allegiance_list *pieces)
{
    struct loyalty_list loyalties = {0};
    struct day_span whole = {life->starts.first, life->ends.last};
    size_t own = ALLEGIANCE_NONE;
    pieces->count = 0;
    for (size_t i = 0; i < centres->count; i++)
        if (centres->items[i] == group)
            own = i;
    list_loyalties(selection, centres, group, &loyalties);
    end_by_splits(selection, centres, group, &loyalties);
    cut_life(&loyalties, own, whole, pieces);
    list_release(&loyalties);
}
