/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/figure.h"

#include "figure/change.h"
#include "figure_case.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>

static const char *const hostile[] = {
    "\"quoted\" and 'single'",
    "<script>alert(1)</script>",
    "]]> <![CDATA[ x ]]>",
    "<!-- comment --> & &amp; &#0;",
    "\" onload=\"alert(1)\" x=\"",
    "\xE2\x80\xAEright to left\xE2\x80\xAC \xE2\x81\xA6isolated\xE2\x81\xA9",
    "</svg><svg onload=alert(1)>",
    "javascript:alert(1)",
    "\\N \\G \\\" back\\slash",
    "percent %s %n %d",
};

enum {
    HOSTILE_COUNT = sizeof hostile / sizeof *hostile
};

static int close_all(void **state)
{
    xmlCleanupParser();
    return figure_case_close_fonts(state);
}

static void init_sample(struct figure_case *test, enum figure_type type, int groups, size_t ties)
{
    figure_case_init(test, type);
    if (type == FIGURE_REGION)
        figure_case_set(test, "select_region", "North");
    figure_case_fill(test, groups, ties);
    figure_case_select(test);
}

static xmlDocPtr parse(const struct figure *figure)
{
    struct buffer buffer = {0};
    figure_write_svg(figure, &buffer);
    xmlDocPtr document = xmlReadMemory(buffer.at, (int)buffer.length, "figure.svg", NULL,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    buffer_release(&buffer);
    assert_non_null(document);
    return document;
}

static int count_of(xmlDocPtr document, const char *expression)
{
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, context);
    assert_non_null(found);
    int count = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return count;
}

/* The bytes of several figures' SVG, one after the other. */
static void make_svgs(struct figure_case *tests, const size_t *order, size_t count,
                      struct buffer *svgs)
{
    struct figure_request requests[3];
    struct figure figures[3];
    for (size_t i = 0; i < count; i++)
        requests[i] = tests[order[i]].request;
    assert_true(figures_make(requests, count, figures, NULL));
    for (size_t i = 0; i < count; i++) {
        figure_write_svg(&figures[i], &svgs[order[i]]);
        figure_release(&figures[i]);
    }
}

static void check_same_svgs(const struct buffer *first, const struct buffer *second, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(first[i].length > 0);
        assert_string_equal(first[i].at, second[i].at);
    }
}

/* What runs beside what differs in each call. */
static void test_figures_do_not_depend_on_their_neighbours(void **state)
{
    static const size_t forwards[] = {0, 1, 2}, backwards[] = {2, 1, 0}, alone[] = {1};
    struct figure_case tests[3];
    struct buffer first[3] = {0}, second[3] = {0}, third[3] = {0};
    (void)state;
    for (int type = 0; type < 3; type++)
        init_sample(&tests[type], (enum figure_type)type, 7 + type, 9);
    make_svgs(tests, forwards, 3, first);
    make_svgs(tests, backwards, 3, second);
    make_svgs(tests, alone, 1, third);
    check_same_svgs(first, second, 3);
    check_same_svgs(first + 1, third + 1, 1);
    for (size_t i = 0; i < 3; i++) {
        buffer_release(&first[i]);
        buffer_release(&second[i]);
        buffer_release(&third[i]);
        figure_case_release(&tests[i]);
    }
}

static void test_faulty_figure_leaves_the_others_complete(void **state)
{
    struct figure_case tests[3];
    struct figure_request requests[3];
    struct figure figures[3];
    (void)state;
    for (int i = 0; i < 3; i++) {
        init_sample(&tests[i], FIGURE_EGO, 4, 5);
        requests[i] = tests[i].request;
    }
    figure_case_set(&tests[1], "encode_hubs", "nobody");
    assert_false(figures_make(requests, 3, figures, NULL));
    assert_int_equal(figures[1].error.kind, ERROR_DATA);
    for (size_t i = 0; i < 3; i += 2) {
        assert_false(error_is_set(&figures[i].error));
        xmlDocPtr document = parse(&figures[i]);
        assert_int_equal(count_of(document, "//*[@data-group]"), 4);
        xmlFreeDoc(document);
    }
    for (size_t i = 0; i < 3; i++) {
        figure_release(&figures[i]);
        figure_case_release(&tests[i]);
    }
}

static void test_figure_of_too_many_groups_is_refused(void **state)
{
    struct figure_case test;
    struct figure figure;
    (void)state;
    init_sample(&test, FIGURE_OVERVIEW, 501, 10);
    assert_false(figures_make(&test.request, 1, &figure, NULL));
    assert_int_equal(figure.error.kind, ERROR_DATA);
    assert_true(text_starts_with(text_from(figure.error.message), "501 groups and 10 lines are "));
    figure_release(&figure);
    figure_case_release(&test);
}

static void test_small_figures_pass_the_gates(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        struct figure figure;
        init_sample(&test, (enum figure_type)type, 8, 9);
        assert_true(figures_make(&test.request, 1, &figure, NULL));
        if (!legibility_passes(&figure.legibility)) {
            struct buffer buffer = {0};
            legibility_write(&figure.drawing, &figure.legibility, &buffer);
            fail_msg("type %d:\n%s", type, buffer.at);
        }
        for (size_t i = 0; i < figure.drawing.texts.count; i++)
            assert_null(strstr(figure.drawing.texts.items[i].text.at, "(null)"));
        assert_false(figure.drawing.fallback_routing);
        assert_false(figure_is_empty(&figure));
        figure_release(&figure);
        figure_case_release(&test);
    }
}

/* Panels that show a relation; every other figure has it once. */
static int panels_with(const struct figure_case *test, relation_id relation)
{
    int count = test->definition.type == FIGURE_STRIP ? 0 : 1;
    for (size_t i = 0; i < test->definition.windows.count; i++)
        count +=
            change_in_window(&test->sample.dataset, relation, test->definition.windows.items[i])
                .emphasis != EMPHASIS_ABSENT;
    return count;
}

/* A genealogy says in a note how many ties it has no date for; test_genealogy.c looks at them. A
 * series has no tie at all. */
static void test_every_chosen_relation_is_in_the_file_once(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        if (type == FIGURE_GENEALOGY || type == FIGURE_SERIES)
            continue;
        struct figure_case test;
        struct figure figure;
        init_sample(&test, (enum figure_type)type, 6, 27);
        assert_true(figures_make(&test.request, 1, &figure, NULL));
        xmlDocPtr document = parse(&figure);
        const struct chosen_relation_list *chosen = &test.sample.selection.relations;
        assert_true(chosen->count > 10);
        for (size_t i = 0; i < chosen->count; i++) {
            char expression[128];
            snprintf(expression, sizeof expression,
                     "//*[contains(concat(' ', @data-relations, ' '), ' r%u ')]",
                     (unsigned)chosen->items[i].relation);
            assert_int_equal(count_of(document, expression),
                             panels_with(&test, chosen->items[i].relation));
        }
        xmlFreeDoc(document);
        figure_release(&figure);
        figure_case_release(&test);
    }
}

/* Groups, regions, kinds' labels, sources, places and the definition's own words. */
static void init_hostile(struct figure_case *test, enum figure_type type)
{
    figure_case_init(test, type);
    struct dataset *dataset = &test->sample.dataset;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct text text = text_from(hostile[i]);
        sample_group(&test->sample, hostile[i]);
        sample_region(&test->sample, (group_id)i, hostile[i / 2]);
        list_push(&dataset->sources,
                  (struct source){.id = text, .title = text, .authors = text, .url = text});
    }
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        sample_tie(&test->sample, (group_id)i, (group_id)((i + 1) % HOSTILE_COUNT), "attack");
        figure_case_claim(test)->source = (source_id)i;
        figure_case_claim(test)->locator = text_from(hostile[i]);
        dataset->relations.items[i].place = text_from(hostile[i]);
        dataset->relations.items[i].id = text_from(hostile[i]);
        dataset->relations.items[i].start = figure_case_read_date("2014");
        dataset->groups.items[i].aliases = &dataset->groups.items[i].name;
        dataset->groups.items[i].alias_count = 1;
    }
    figure_case_set(test, "text_title", hostile[1]);
    figure_case_set(test, "text_subtitle", hostile[2]);
    figure_case_set(test, "text_note", hostile[4]);
    test->definition.name = text_from(hostile[6]);
    figure_case_select(test);
}

static void test_hostile_texts_leave_a_harmless_file(void **state)
{
    static const char turner[] = {'\xE2', '\x80', '\xAE', '\0'};
    char turned[64];
    (void)state;
    snprintf(turned, sizeof turned, "//text()[contains(., '%s')]", turner);
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        struct figure figure;
        init_hostile(&test, (enum figure_type)type);
        assert_true(figures_make(&test.request, 1, &figure, NULL));
        xmlDocPtr document = parse(&figure);
        const int panels = type == FIGURE_STRIP ? (int)test.definition.windows.count : 1;
        /* A genealogy has no lifelines for ties of conflict, a series no groups. */
        if (type != FIGURE_GENEALOGY && type != FIGURE_SERIES)
            assert_int_equal(count_of(document, "//*[@data-group]"), panels * HOSTILE_COUNT);
        assert_int_equal(count_of(document, "//*[local-name()='script']"), 0);
        assert_int_equal(count_of(document, "//*[local-name()='foreignObject']"), 0);
        assert_int_equal(count_of(document, "//@*[starts-with(local-name(), 'on')]"), 0);
        assert_int_equal(count_of(document, "//@*[local-name()='href']"), 0);
        assert_int_equal(count_of(document, "//*[local-name()='svg']"), 1);
        assert_int_equal(count_of(document, turned), 0);
        assert_int_equal(figure.legibility.off_page, 0);
        xmlFreeDoc(document);
        figure_release(&figure);
        figure_case_release(&test);
    }
}

static void test_empty_figure_is_a_page_without_a_drawing(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        struct figure figure;
        figure_case_init(&test, (enum figure_type)type);
        figure_case_select(&test);
        assert_true(figures_make(&test.request, 1, &figure, NULL));
        assert_true(figure_is_empty(&figure));
        xmlDocPtr document = parse(&figure);
        assert_int_equal(count_of(document, "//*[@data-group]"), 0);
        xmlFreeDoc(document);
        figure_release(&figure);
        figure_case_release(&test);
    }
}

static void test_no_figures_are_no_failure(void **state)
{
    (void)state;
    assert_true(figures_make(NULL, 0, NULL, NULL));
}

static void test_progress_counts_every_step(void **state)
{
    struct figure_case test;
    struct figure figure;
    struct progress progress = {.stream = tmpfile()};
    (void)state;
    assert_non_null(progress.stream);
    init_sample(&test, FIGURE_OVERVIEW, 4, 4);
    assert_true(figures_make(&test.request, 1, &figure, &progress));
    assert_true(progress.total > 1);
    assert_int_equal(progress.done, progress.total);
    fclose(progress.stream);
    figure_release(&figure);
    figure_case_release(&test);
}

static void test_dot_of_a_faulty_figure_is_an_error(void **state)
{
    struct figure_case test;
    struct buffer buffer = {0};
    (void)state;
    init_sample(&test, FIGURE_EGO, 4, 4);
    assert_true(figure_write_dot(&test.request, &buffer, &test.error));
    assert_non_null(strstr(buffer.at, "\"g3\""));
    figure_case_set(&test, "encode_hubs", "nobody");
    assert_false(figure_write_dot(&test.request, &buffer, &test.error));
    assert_int_equal(test.error.kind, ERROR_DATA);
    buffer_release(&buffer);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_do_not_depend_on_their_neighbours),
        cmocka_unit_test(test_faulty_figure_leaves_the_others_complete),
        cmocka_unit_test(test_figure_of_too_many_groups_is_refused),
        cmocka_unit_test(test_small_figures_pass_the_gates),
        cmocka_unit_test(test_every_chosen_relation_is_in_the_file_once),
        cmocka_unit_test(test_hostile_texts_leave_a_harmless_file),
        cmocka_unit_test(test_empty_figure_is_a_page_without_a_drawing),
        cmocka_unit_test(test_no_figures_are_no_failure),
        cmocka_unit_test(test_progress_counts_every_step),
        cmocka_unit_test(test_dot_of_a_faulty_figure_is_an_error),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, close_all);
}
