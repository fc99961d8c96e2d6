/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * All wording about the data that appears in figures.  Dashes between years are en dashes;
 * an open end is shown by a dash with nothing behind it, an unknown one is not.
 */
#include "figure/describe.h"

#include "base/alloc.h"
#include "base/buffer.h"
#include "model/name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EN_DASH "\xE2\x80\x93"

enum {
    DATE_TEXT_SIZE = 96
};

static struct text take(struct arena *arena, struct buffer *buffer)
{
    struct text text = arena_copy_text(arena, buffer_text(buffer));
    buffer_release(buffer);
    return text;
}

static int year_of(day_number day)
{
    int year, month, dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    return year;
}

static bool has_year(const struct date *date)
{
    return date->state == DATE_KNOWN && date->earliest != DAY_MIN && date->latest != DAY_MAX;
}

struct text describe_life(struct arena *arena, const struct group *group)
{
    bool from = has_year(&group->founded), to = has_year(&group->ended);
    int first = from ? year_of(group->founded.earliest) : 0;
    int last = to ? year_of(group->ended.latest) : 0;
    if (from && to && first == last)
        return arena_format(arena, "%d", first);
    if (from && to && first / 100 == last / 100)
        return arena_format(arena, "%d" EN_DASH "%02d", first, last % 100);
    if (from && to)
        return arena_format(arena, "%d" EN_DASH "%d", first, last);
    if (from && group->ended.state == DATE_OPEN)
        return arena_format(arena, "%d" EN_DASH, first);
    if (from)
        return arena_format(arena, "from %d", first);
    if (to)
        return arena_format(arena, EN_DASH "%d", last);
    return (struct text){0};
}

static void add_date(struct buffer *buffer, const char *before, const struct date *date)
{
    char words[DATE_TEXT_SIZE];
    if (date->state == DATE_UNKNOWN)
        return;
    date_format_words(date, words, sizeof words);
    buffer_add_format(buffer, "%s%s", before, words);
}

struct text describe_group(struct arena *arena, const struct dataset *dataset, group_id id)
{
    const struct group *group = &dataset->groups.items[id];
    struct buffer buffer = {0};
    buffer_add_name(&buffer, group->name);
    for (size_t i = 0; i < group->alias_count; i++) {
        buffer_add_string(&buffer, i == 0 ? " (also: " : ", ");
        buffer_add_name(&buffer, group->aliases[i]);
    }
    if (group->alias_count > 0)
        buffer_add_char(&buffer, ')');
    buffer_add_format(&buffer, "\n%s", group_kind_name(group->kind));
    if (group->region.length > 0) {
        buffer_add_string(&buffer, ", ");
        buffer_add_name(&buffer, group->region);
    }
    add_date(&buffer, "; founded ", &group->founded);
    if (group->ended.state == DATE_KNOWN)
        add_date(&buffer, "; ended ", &group->ended);
    return take(arena, &buffer);
}

struct text describe_source(struct arena *arena, const struct source *source)
{
    struct text name = source->authors.length > 0 ? source->authors : source->title;
    if (name.length == 0)
        name = source->id;
    const char *open = source->authors.length > 0 ? "" : "\xE2\x80\x9C";
    const char *close = source->authors.length > 0 ? "" : "\xE2\x80\x9D";
    int year = source->issued.length < 4 ? 0 : 4;
    struct buffer buffer = {0};
    buffer_add_string(&buffer, open);
    buffer_add_name(&buffer, name);
    buffer_add_format(&buffer, "%s%s%.*s", close, year > 0 ? " " : "", year,
                      year > 0 ? source->issued.at : "");
    return take(arena, &buffer);
}

static void add_claims(struct buffer *buffer, struct arena *arena, const struct dataset *dataset,
                       relation_id relation)
{
    size_t count;
    const struct claim *claims = dataset_claims_of(dataset, relation, &count);
    for (size_t i = 0; i < count; i++) {
        struct text source = describe_source(arena, &dataset->sources.items[claims[i].source]);
        buffer_add_format(buffer, "%s%s" TEXT_FORMAT, i == 0 ? " [" : "; ",
                          claims[i].disputes ? "disputed by " : "", TEXT_PARTS(source));
        if (claims[i].locator.length > 0)
            buffer_add_format(buffer, ", par. " TEXT_FORMAT, TEXT_PARTS(claims[i].locator));
    }
    if (count > 0)
        buffer_add_char(buffer, ']');
}

static void add_relation_words(struct buffer *buffer, struct arena *arena,
                               const struct dataset *dataset, relation_id id)
{
    const struct relation *relation = &dataset->relations.items[id];
    const struct kind *kind = dataset_kind_of(dataset, id);
    buffer_add_name(buffer, dataset->groups.items[relation->source].name);
    buffer_add_string(buffer, kind->mutual ? " and " : " \xE2\x86\x92 ");
    buffer_add_name(buffer, dataset->groups.items[relation->target].name);
    buffer_add_format(buffer, ": " TEXT_FORMAT, TEXT_PARTS(kind->label));
    add_date(buffer, ", ", &relation->start);
    if (relation->end.state == DATE_OPEN)
        buffer_add_string(buffer, " (ongoing)");
    else
        add_date(buffer, " to ", &relation->end);
    if (relation->place.length > 0) {
        buffer_add_string(buffer, ", ");
        buffer_add_name(buffer, relation->place);
    }
    if (relation->outcome == OUTCOME_CONTESTED)
        buffer_add_string(buffer, " (contested)");
    add_claims(buffer, arena, dataset, id);
}

struct text describe_relations(struct arena *arena, const struct dataset *dataset,
                               const relation_id *relations, size_t count)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_char(&buffer, '\n');
        add_relation_words(&buffer, arena, dataset, relations[i]);
    }
    return take(arena, &buffer);
}

/* One relation's date as it stands beside a link. */
struct short_date {
    day_number earliest;
    char text[2 * DATE_TEXT_SIZE + 4];
};

static int compare_dates(const void *a, const void *b)
{
    const struct short_date *left = a, *right = b;
    if (left->earliest != right->earliest)
        return left->earliest < right->earliest ? -1 : 1;
    return strcmp(left->text, right->text);
}

/* A single day, month or year, not a choice of several. */
static bool is_one_date(const struct date *date)
{
    return date->state == DATE_UNKNOWN ||
           (date->earliest != DAY_MIN && date->latest != DAY_MAX && date->text.length > 0 &&
            date->text.at[0] != '[' && !date->interval);
}

/* A date without a lower bound only says that the tie is older than its source: no label. */
static void shorten(const struct relation *relation, struct short_date *date)
{
    char start[DATE_TEXT_SIZE] = "", end[DATE_TEXT_SIZE] = "";
    if (relation->start.earliest != DAY_MIN)
        date_format_short(&relation->start, start, sizeof start);
    bool ends = relation->end.state == DATE_KNOWN && is_one_date(&relation->start) &&
                is_one_date(&relation->end) && relation->end.latest != relation->start.latest;
    if (ends)
        date_format_short(&relation->end, end, sizeof end);
    date->earliest = relation->start.earliest;
    snprintf(date->text, sizeof date->text, "%s%s%s", start, ends ? EN_DASH : "", ends ? end : "");
}

static size_t without_repeats(struct short_date *dates, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (dates[i].text[0] != '\0' &&
            (kept == 0 || strcmp(dates[kept - 1].text, dates[i].text) != 0))
            dates[kept++] = dates[i];
    return kept;
}

static void shorten_end(const struct relation *relation, struct short_date *date)
{
    char end[DATE_TEXT_SIZE] = "";
    if (relation->end.state == DATE_KNOWN)
        date_format_short(&relation->end, end, sizeof end);
    date->earliest = relation->end.earliest;
    snprintf(date->text, sizeof date->text, "%s%s", end[0] != '\0' ? "ended " : "", end);
}

typedef void (*shortener)(const struct relation *, struct short_date *);

static size_t write_dates(struct arena *arena, const struct dataset *dataset,
                          const relation_id *relations, size_t count, struct text *dates,
                          size_t most, shortener shorten_one)
{
    struct short_date *all = alloc_zeroed(count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        shorten_one(&dataset->relations.items[relations[i]], &all[i]);
    if (count > 1)
        qsort(all, count, sizeof *all, compare_dates);
    size_t kept = without_repeats(all, count);
    size_t written = kept < most ? kept : most;
    for (size_t i = 0; i < written; i++)
        dates[i] = arena_copy_text(arena, text_from(all[i].text));
    if (kept > most)
        dates[most - 1] = arena_format(arena, "+%zu more", kept - most + 1);
    free(all);
    return written;
}

size_t describe_dates(struct arena *arena, const struct dataset *dataset,
                      const relation_id *relations, size_t count, struct text *dates, size_t most)
{
    return write_dates(arena, dataset, relations, count, dates, most, shorten);
}

size_t describe_ends(struct arena *arena, const struct dataset *dataset,
                     const relation_id *relations, size_t count, struct text *dates, size_t most)
{
    return write_dates(arena, dataset, relations, count, dates, most, shorten_end);
}

bool describe_region_listed(const struct dataset *dataset, group_id group,
                            const struct text_list *regions)
{
    struct arena scratch = {0};
    struct text own = name_fold(&scratch, dataset->groups.items[group].region);
    bool listed = false;
    for (size_t i = 0; i < regions->count && !listed; i++)
        listed = text_equal(own, name_fold(&scratch, regions->items[i]));
    arena_release(&scratch);
    return listed;
}

struct text describe_regions(struct arena *arena, const struct dataset *dataset,
                             const struct text_list *regions)
{
    struct arena scratch = {0};
    struct buffer buffer = {0};
    for (size_t i = 0; i < regions->count; i++) {
        struct text name = regions->items[i];
        struct text folded = name_fold(&scratch, name);
        for (size_t j = 0; j < dataset->region_count; j++)
            if (text_equal(folded, name_fold(&scratch, dataset->regions[j].name)))
                name = dataset->regions[j].name;
        buffer_add_string(&buffer, i == 0 ? "" : i + 1 == regions->count ? " and " : ", ");
        buffer_add_name(&buffer, name);
    }
    arena_release(&scratch);
    return take(arena, &buffer);
}
