/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/validate.h"

#include "base/alloc.h"
#include "base/buffer.h"
#include "loader/value.h"
#include "model/catalogue.h"

#define CYCLE_NAMES 8 /* how many groups of a cycle a message lists */

static void resolve_parents(struct loading *loading)
{
    for (size_t i = 0; i < loading->parents.count; i++) {
        const struct named_parent *named = &loading->parents.items[i];
        const struct id_entry *entry = id_index_find(&loading->ids[TABLE_GROUPS], named->parent);
        if (entry != NULL && entry->row < ID_WAITING) {
            loading->dataset->groups.items[named->group].parent = entry->row;
            continue;
        }
        const struct text reason = value_explain_dangling(loading, TABLE_GROUPS, named->parent);
        findings_add(loading->findings, catalogue_get(FOUND_ID_DANGLING), named->place,
                     TEXT_FORMAT "; the parent is left out", TEXT_PARTS(reason));
    }
}

/* "a -> b -> a", shortened when it is long. */
static void add_cycle(struct buffer *text, const struct group *groups, group_id first)
{
    group_id at = first;
    size_t named = 0;
    do {
        if (named++ < CYCLE_NAMES) {
            buffer_add_text(text, groups[at].id);
            buffer_add_string(text, " -> ");
        }
        at = groups[at].parent;
    } while (at != first);
    if (named > CYCLE_NAMES)
        buffer_add_format(text, "%zu more -> ", named - CYCLE_NAMES);
    buffer_add_text(text, groups[first].id);
}

/* Report a cycle at its first row and take its parents away; returns nothing but free groups. */
static void cut_cycle(struct loading *loading, const struct named_parent *first)
{
    struct group *groups = loading->dataset->groups.items;
    struct buffer text = {0};
    add_cycle(&text, groups, first->group);
    findings_add(loading->findings, catalogue_get(FOUND_PARENT_CYCLE), first->place,
                 "parents go round: %s; they are left out", text.at);
    buffer_release(&text);
    for (group_id at = first->group; at != GROUP_NONE;) {
        const group_id parent = groups[at].parent;
        groups[at].parent = GROUP_NONE;
        at = parent;
    }
}

/*
 * Walk up from every group, in file order.  A walk that meets its own track has found a cycle;
 * one that meets an older track has not, so every group is walked over once.
 */
static void cut_cycles(struct loading *loading)
{
    const struct group *groups = loading->dataset->groups.items;
    size_t *track = alloc_zeroed(loading->dataset->groups.count, sizeof *track);
    bool *in_cycle = alloc_zeroed(loading->dataset->groups.count, sizeof *in_cycle);
    for (size_t i = 0; i < loading->parents.count; i++) {
        group_id at = loading->parents.items[i].group;
        while (at != GROUP_NONE && track[at] == 0) {
            track[at] = i + 1;
            at = groups[at].parent;
        }
        while (at != GROUP_NONE && track[at] == i + 1 && !in_cycle[at]) {
            in_cycle[at] = true;
            at = groups[at].parent;
        }
    }
    for (size_t i = 0; i < loading->parents.count; i++) {
        const struct named_parent *named = &loading->parents.items[i];
        if (in_cycle[named->group] && groups[named->group].parent != GROUP_NONE)
            cut_cycle(loading, named);
    }
    list_free(track);
    list_free(in_cycle);
}

void validate_parents(struct loading *loading)
{
    resolve_parents(loading);
    cut_cycles(loading);
}

/* May a relation have lost its claims to a table that could not be read? */
static bool are_claims_lost(const struct loading *loading)
{
    return loading->unread[TABLE_CLAIMS] || loading->waiting[TABLE_CLAIMS] > 0;
}

static void reject_unsourced(struct loading *loading, const struct relation *relation)
{
    loading->totals->tables[TABLE_RELATIONS].used--;
    loading->totals->tables[TABLE_RELATIONS].rejected++;
    if (are_claims_lost(loading)) {
        loading->waiting[TABLE_RELATIONS]++;
        return;
    }
    const struct place place = {folder_get(loading->folder, TEXT("relations.csv")).path,
                                relation->line, 1};
    const struct text shown = loading_quote(loading, relation->id);
    findings_add(loading->findings, catalogue_get(FOUND_RELATION_UNSOURCED), place,
                 "no claim carries the relation '" TEXT_FORMAT "'", TEXT_PARTS(shown));
}

/* Close the gaps in the list of relations; *moved tells where each one is now, or ID_REJECTED. */
static void keep_sourced(struct loading *loading, uint32_t *moved)
{
    struct relation_list *relations = &loading->dataset->relations;
    uint32_t kept = 0;
    for (size_t i = 0; i < relations->count; i++) {
        if (moved[i] == ID_REJECTED) {
            reject_unsourced(loading, &relations->items[i]);
            continue;
        }
        moved[i] = kept;
        relations->items[kept++] = relations->items[i];
    }
    relations->count = kept;
}

void validate_claims(struct loading *loading)
{
    const struct claim_list *claims = &loading->dataset->claims;
    const struct id_entry_list *entries = &loading->ids[TABLE_RELATIONS].entries;
    const size_t count = loading->dataset->relations.count;
    uint32_t *moved = alloc_zeroed(count, sizeof *moved);
    for (size_t i = 0; i < count; i++)
        moved[i] = ID_REJECTED;
    for (size_t i = 0; i < claims->count; i++)
        moved[claims->items[i].relation] = 0;
    keep_sourced(loading, moved);
    for (size_t i = 0; i < claims->count; i++)
        claims->items[i].relation = moved[claims->items[i].relation];
    for (size_t i = 0; i < entries->count; i++) {
        if (entries->items[i].row < ID_WAITING)
            entries->items[i].row = moved[entries->items[i].row];
        if (entries->items[i].row == ID_REJECTED && are_claims_lost(loading))
            entries->items[i].row = ID_WAITING;
    }
    list_free(moved);
}

static void note_row(struct loading *loading, enum table table, size_t line,
                     enum catalogue_entry entry, const char *format, struct text id)
{
    const struct place place = {folder_get(loading->folder, text_from(loading_file_of(table))).path,
                                line, 1};
    const struct text shown = loading_quote(loading, id);
    findings_add(loading->findings, catalogue_get(entry), place, "'" TEXT_FORMAT "': %s",
                 TEXT_PARTS(shown), format);
}

static void note_relations(struct loading *loading, bool *group_used)
{
    const struct dataset *dataset = loading->dataset;
    for (size_t i = 0; i < dataset->relations.count; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        group_used[relation->source] = true;
        group_used[relation->target] = true;
        if (relation->outcome == OUTCOME_REJECTED)
            note_row(loading, TABLE_RELATIONS, relation->line, FOUND_RELATION_REJECTED,
                     "every claim disputes the relation; it is neither drawn nor measured",
                     relation->id);
    }
}

static void note_groups(struct loading *loading)
{
    const struct group_list *groups = &loading->dataset->groups;
    bool *used = alloc_zeroed(groups->count, sizeof *used);
    note_relations(loading, used);
    for (size_t i = 0; i < groups->count; i++) {
        if (!used[i])
            note_row(loading, TABLE_GROUPS, groups->items[i].line, FOUND_GROUP_UNUSED,
                     "no relation names the group", groups->items[i].id);
    }
    list_free(used);
}

static void note_sources(struct loading *loading)
{
    const struct dataset *dataset = loading->dataset;
    bool *used = alloc_zeroed(dataset->sources.count, sizeof *used);
    for (size_t i = 0; i < dataset->claims.count; i++)
        used[dataset->claims.items[i].source] = true;
    for (size_t i = 0; i < dataset->estimates.count; i++)
        used[dataset->estimates.items[i].source] = true;
    for (size_t i = 0; i < dataset->sources.count; i++) {
        if (!used[i])
            note_row(loading, TABLE_SOURCES, dataset->sources.items[i].line, FOUND_SOURCE_UNUSED,
                     "no claim cites the source", dataset->sources.items[i].id);
    }
    list_free(used);
}

/* One finding a table for the rows that could not be used because another table is unread. */
static void report_waiting(struct loading *loading, enum table table)
{
    const struct place place = {
        .file = folder_get(loading->folder, text_from(loading_file_of(table))).path};
    const size_t count = loading->waiting[table];
    if (count > 0)
        findings_add(loading->findings, catalogue_get(FOUND_TABLE_UNREAD), place,
                     "%zu %s stands in a table that could not be read", count,
                     count == 1 ? "row is rejected: what it names"
                                : "rows are rejected: what they name");
}

void validate_usage(struct loading *loading)
{
    bool all_read = true;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        report_waiting(loading, (enum table)i);
        all_read = all_read && !loading->unread[i];
    }
    if (!all_read)
        return; /* what seems unused may be named in the table that is missing */
    note_groups(loading);
    note_sources(loading);
}
