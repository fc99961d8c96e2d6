/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A small dataset in memory, a definition and the drawing that is composed from both: what the
 * tests of the figure module start from.
 */
#ifndef BLOC_UNIT_FIGURE_CASE_H
#define BLOC_UNIT_FIGURE_CASE_H

#include "sample.h"

#include "figure/compose.h"
#include "figure/figure.h"

struct figure_case {
    struct sample sample;
    struct figure_definition definition;
    struct figure_request request;
    struct drawing drawing;
    struct error error;
};

/* Group setup and teardown of every test program that measures text. */
static inline int figure_case_open_fonts(void **state)
{
    struct error error = {0};
    (void)state;
    return font_open(&error) ? 0 : 1;
}

static inline int figure_case_close_fonts(void **state)
{
    (void)state;
    font_close();
    return 0;
}

static inline void figure_case_set(struct figure_case *test, const char *name, const char *value)
{
    struct error error = {0};
    if (!definition_set(&test->definition, text_from(name), text_from(value), &error))
        fail_msg("%s", error.message);
}

static inline void figure_case_init(struct figure_case *test, enum figure_type type)
{
    *test = (struct figure_case){0};
    sample_init(&test->sample);
    definition_init(&test->definition, type);
    test->definition.name = TEXT("case");
    if (type == FIGURE_STRIP)
        figure_case_set(test, "figure_windows", "2014; 2015");
    if (type == FIGURE_DIFFERENCE) {
        figure_case_set(test, "figure_from", "2014-06");
        figure_case_set(test, "figure_to", "2015-12");
    }
    drawing_init(&test->drawing);
}

static inline void figure_case_release(struct figure_case *test)
{
    drawing_release(&test->drawing);
    definition_release(&test->definition);
    sample_release(&test->sample);
}

static inline struct date figure_case_read_date(const char *text)
{
    struct date date;
    const char *reason;
    size_t offset;
    if (!date_parse(text_from(text), &date, &reason, &offset))
        fail_msg("date '%s': %s", text, reason);
    return date;
}

/* Dates of the relation added last. */
static inline void figure_case_date(struct figure_case *test, const char *start, const char *end)
{
    struct relation_list *relations = &test->sample.dataset.relations;
    relations->items[relations->count - 1].start = figure_case_read_date(start);
    relations->items[relations->count - 1].end = figure_case_read_date(end);
}

/* Grade and stance of the claim added last. */
static inline struct claim *figure_case_claim(struct figure_case *test)
{
    struct claim_list *claims = &test->sample.dataset.claims;
    return &claims->items[claims->count - 1];
}

/* Add a claim that disputes the relation added last. */
static inline void figure_case_dispute(struct figure_case *test)
{
    struct claim claim = *figure_case_claim(test);
    claim.disputes = true;
    list_push(&test->sample.dataset.claims, claim);
}

/* Choose what the definition asks for; the request is ready afterwards. */
static inline void figure_case_select(struct figure_case *test)
{
    dataset_build_index(&test->sample.dataset);
    selection_evaluate(&test->sample.selection, &test->sample.dataset, &test->definition.query);
    test->request = (struct figure_request){.definition = &test->definition,
                                            .selection = &test->sample.selection};
}

static inline void figure_case_compose(struct figure_case *test)
{
    figure_case_select(test);
    if (!compose_drawing(&test->request, &test->drawing, &test->error))
        fail_msg("%s", test->error.message);
}

/* The node of the group with this id, or NULL. */
static inline struct node *figure_case_find_node(struct drawing *drawing, const char *id)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (text_equal_string(drawing->nodes.items[i].id, id))
            return &drawing->nodes.items[i];
    return NULL;
}

static inline struct node *figure_case_node(struct drawing *drawing, const char *id)
{
    struct node *node = figure_case_find_node(drawing, id);
    if (node == NULL) {
        fail_msg("no node '%s'", id);
        abort(); /* not reached; tells checkers so */
    }
    return node;
}

static inline void figure_case_assert_text(struct text text, const char *expected)
{
    if (!text_equal_string(text, expected))
        fail_msg("text is '" TEXT_FORMAT "', expected '%s'", TEXT_PARTS(text), expected);
}

/* Groups and ties of every default kind in a ring, with regions; for properties. */
static inline void figure_case_fill(struct figure_case *test, int groups, size_t ties)
{
    static const char *const regions[] = {"North", "South", "East", ""};
    size_t kinds = test->sample.dataset.kinds.count;
    sample_groups(&test->sample, groups);
    for (int i = 0; i < groups; i++)
        sample_region(&test->sample, (group_id)i, regions[i % 4]);
    for (size_t i = 0; i < ties; i++) {
        char name[64];
        struct text kind = test->sample.dataset.kinds.items[i % kinds].name;
        snprintf(name, sizeof name, TEXT_FORMAT, TEXT_PARTS(kind));
        size_t from = i % (size_t)groups, step = 1 + i / (size_t)groups;
        sample_tie(&test->sample, (group_id)from, (group_id)((from + step) % (size_t)groups), name);
        figure_case_date(test, i % 3 == 0 ? "2014-10" : i % 3 == 1 ? "2015-06-01" : "", "");
    }
}

#endif
