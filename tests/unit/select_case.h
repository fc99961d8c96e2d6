/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A small dataset built in memory and a query on it, for the tests of selection.
 */
#ifndef BLOC_UNIT_SELECT_CASE_H
#define BLOC_UNIT_SELECT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "selection/selection.h"

struct select_case {
    struct arena arena;
    struct dataset dataset;
    struct selection_query query;
    struct selection selection;
};

static inline void select_case_init(struct select_case *test)
{
    *test = (struct select_case){0};
    dataset_init(&test->dataset);
    list_push(&test->dataset.sources, (struct source){.id = TEXT("s"), .title = TEXT("S")});
}

static inline void select_case_release(struct select_case *test)
{
    selection_release(&test->selection);
    query_release(&test->query);
    dataset_release(&test->dataset);
    arena_release(&test->arena);
}

static inline struct date select_case_date(const char *text)
{
    struct date date = date_unknown();
    const char *reason;
    size_t offset;
    assert_true(date_parse(text_from(text), &date, &reason, &offset));
    return date;
}

static inline void select_case_group(struct select_case *test, const char *id, const char *region,
                                     const char *founded, const char *ended)
{
    list_push(&test->dataset.groups, (struct group){.id = text_from(id),
                                                    .name = text_from(id),
                                                    .label = text_from(id),
                                                    .parent = GROUP_NONE,
                                                    .region = text_from(region),
                                                    .founded = select_case_date(founded),
                                                    .ended = select_case_date(ended)});
}

#define SELECT_CASE_LETTERS 6

/* With groups "a" to "f" of one region. */
static inline void select_case_init_letters(struct select_case *test)
{
    static const char *const ids[SELECT_CASE_LETTERS] = {"a", "b", "c", "d", "e", "f"};
    select_case_init(test);
    for (size_t i = 0; i < SELECT_CASE_LETTERS; i++)
        select_case_group(test, ids[i], "North", "", "");
}

/* A relation of a built-in kind with one claim. */
static inline void select_case_tie(struct select_case *test, group_id source, group_id target,
                                   const char *kind, const char *start, const char *end)
{
    struct dataset *dataset = &test->dataset;
    kind_id row = 0;
    while (!text_equal_string(dataset->kinds.items[row].name, kind))
        row++;
    list_push(&dataset->claims, (struct claim){.relation = (relation_id)dataset->relations.count,
                                               .grade = GRADE_STATED,
                                               .start = date_unknown(),
                                               .end = date_unknown()});
    list_push(&dataset->relations, (struct relation){.id = text_from(kind),
                                                     .source = source,
                                                     .target = target,
                                                     .kind = row,
                                                     .start = select_case_date(start),
                                                     .end = select_case_date(end),
                                                     .weight = 1});
}

/* Set an option of the query; it must be sound. */
static inline void select_case_set(struct select_case *test, const char *name, const char *value)
{
    struct error error = {0};
    if (!query_set(&test->query, &test->arena, text_from(name), text_from(value), &error))
        fail_msg("%s", error.message);
}

/* Evaluate: counts add up, both ends of every tie are chosen, positions are right. */
static inline void select_case_run(struct select_case *test)
{
    struct error error = {0};
    dataset_build_index(&test->dataset);
    if (!query_check(&test->query, &test->dataset, &error))
        fail_msg("%s", error.message);
    selection_release(&test->selection);
    selection_evaluate(&test->selection, &test->dataset, &test->query);

    const struct selection *selection = &test->selection;
    const struct selection_counts *counts = &selection->counts;
    assert_int_equal(counts->chosen, selection->relations.count);
    assert_int_equal(counts->chosen + counts->rejected + counts->outside_window + counts->left_out,
                     test->dataset.relations.count);
    for (size_t i = 0; i < selection->groups.count; i++) {
        assert_true(i == 0 || selection->groups.items[i - 1] < selection->groups.items[i]);
        assert_int_equal(selection_position(selection, selection->groups.items[i]), i);
    }
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct chosen_relation *chosen = &selection->relations.items[i];
        const struct relation *relation = &test->dataset.relations.items[chosen->relation];
        assert_true(i == 0 || chosen[-1].relation < chosen->relation);
        assert_true(selection_position(selection, relation->source) != SELECTION_ABSENT);
        assert_true(selection_position(selection, relation->target) != SELECTION_ABSENT);
    }
}

/* The chosen as "groups / relations", by their numbers, '?' behind a possible tie. */
static inline void select_case_expect(const struct select_case *test, const char *expected)
{
    char found[500] = "";
    size_t length = 0;
    const struct selection *selection = &test->selection;
    for (size_t i = 0; i < selection->groups.count; i++)
        length += (size_t)snprintf(found + length, sizeof found - length, "%u ",
                                   selection->groups.items[i]);
    length += (size_t)snprintf(found + length, sizeof found - length, "/");
    for (size_t i = 0; i < selection->relations.count; i++)
        length += (size_t)snprintf(
            found + length, sizeof found - length, " %u%s", selection->relations.items[i].relation,
            selection->relations.items[i].activity == ACTIVITY_POSSIBLE ? "?" : "");
    assert_string_equal(found, expected);
}

#endif
