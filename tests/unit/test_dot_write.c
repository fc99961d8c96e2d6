/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/dot_write.h"

#include "base/buffer.h"
#include "figure_case.h"

#include <graphviz/cgraph.h>

static const char *const names[] = {
    "plain name",
    "with \"quotes\" inside",
    "ends in a backslash \\",
    "ends in two \\\\",
    "\\N \\G \\E \\T \\H \\L \\l \\r \\n",
    "line\nbreak",
    "Smith & Sons &amp; &#65; &lt;",
    "<b>bold</b>",
    "\\\" ]; evil [label=\"x",
    "// no comment /* either */ # this",
    "\xD8\xAF\xD8\xA7\xD8\xB9\xD8\xB4 \xE4\xB8\xAD \xE2\x80\xAEturned\xE2\x80\xAC",
    "{a|b} -> c; --",
    "tab and control: \t\x01\x1B\x7F.",
};

enum {
    NAME_COUNT = sizeof names / sizeof *names,
    LONG_NAME = 400
};

/* What Graphviz shows of a label: its escapes and entities resolved.  Those that we never write
 * would put something else into the label, so they fail the test. */
static void show_label(const char *label, struct buffer *shown)
{
    for (const char *at = label; *at != '\0'; at++)
        if (strncmp(at, "&amp;", 5) == 0) {
            buffer_add_char(shown, '&');
            at += 4;
        } else if (*at == '&') {
            fail_msg("an ampersand is left in '%s'", label);
        } else if (*at == '\\') {
            at++;
            if (*at != '\\' && *at != 'n')
                fail_msg("an escape is left in '%s'", label);
            buffer_add_char(shown, *at == 'n' ? '\n' : '\\');
        } else {
            buffer_add_char(shown, *at);
        }
}

static void without_controls(const char *name, struct buffer *clean)
{
    for (const char *at = name; *at != '\0'; at++)
        if (strncmp(at, "\xE2\x80\xAE", 3) == 0 || strncmp(at, "\xE2\x80\xAC", 3) == 0) {
            buffer_add_string(clean, "\xEF\xBF\xBD"); /* turns the text around it */
            at += 2;
        } else if (*at == '\n' || ((unsigned char)*at >= 0x20 && *at != 0x7F)) {
            buffer_add_char(clean, *at);
        }
}

static void check_label(const char *label, const char *name)
{
    struct buffer shown = {0}, clean = {0};
    show_label(label, &shown);
    without_controls(name, &clean);
    assert_string_equal(shown.at, clean.at);
    buffer_release(&shown);
    buffer_release(&clean);
}

/* Groups of all hostile names and one endless one, tied in a row. */
static void compose_hostile(struct figure_case *test, char *endless)
{
    figure_case_init(test, FIGURE_OVERVIEW);
    memset(endless, 'W', LONG_NAME);
    endless[LONG_NAME] = '\0';
    for (size_t i = 0; i <= NAME_COUNT; i++) {
        sample_group(&test->sample, i < NAME_COUNT ? names[i] : endless);
        sample_region(&test->sample, (group_id)i, names[i % 3]);
        if (i > 0) {
            sample_tie(&test->sample, (group_id)i, (group_id)i - 1, "attack");
            figure_case_date(test, "2014-10", "");
        }
    }
    figure_case_set(test, "encode_dates", "yes");
    figure_case_compose(test);
    test->drawing.title = text_from(names[2]);
}

static Agraph_t *read_back(const struct figure_case *test)
{
    struct buffer buffer = {0};
    dot_write(&test->drawing, &buffer);
    Agraph_t *graph = agmemread(buffer.at);
    buffer_release(&buffer);
    assert_non_null(graph);
    return graph;
}

static void test_hostile_names_are_read_back_as_they_are(void **state)
{
    struct figure_case test;
    char endless[LONG_NAME + 1];
    size_t count = 0;
    (void)state;
    compose_hostile(&test, endless);
    Agraph_t *graph = read_back(&test);
    assert_int_equal(agnnodes(graph), NAME_COUNT + 1);
    for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node), count++) {
        char *label = agget(node, (char *)"label");
        assert_false(aghtmlstr(label));
        check_label(label, count < NAME_COUNT ? names[count] : endless);
    }
    check_label(agget(graph, (char *)"label"), names[2]);
    agclose(graph);
    figure_case_release(&test);
}

static void test_links_have_their_ends_dates_and_looks(void **state)
{
    struct figure_case test;
    char endless[LONG_NAME + 1];
    (void)state;
    compose_hostile(&test, endless);
    Agraph_t *graph = read_back(&test);
    assert_int_equal(agnedges(graph), NAME_COUNT);
    Agnode_t *first = agfstnode(graph), *second = agnxtnode(graph, first);
    Agedge_t *edge = agedge(graph, second, first, NULL, 0);
    assert_non_null(edge);
    assert_string_equal(agget(edge, (char *)"label"), "2014-10");
    assert_string_equal(agget(edge, (char *)"arrowhead"), "tee");
    assert_string_equal(agget(edge, (char *)"style"), "dashed");
    assert_string_equal(agget(edge, (char *)"class"), "attack");
    agclose(graph);
    figure_case_release(&test);
}

static void test_regions_are_clusters_with_their_groups(void **state)
{
    struct figure_case test;
    char endless[LONG_NAME + 1];
    int members = 0;
    (void)state;
    compose_hostile(&test, endless);
    Agraph_t *graph = read_back(&test);
    assert_int_equal(agnsubg(graph), 3);
    for (Agraph_t *cluster = agfstsubg(graph); cluster != NULL; cluster = agnxtsubg(cluster))
        members += agnnodes(cluster);
    assert_int_equal(members, NAME_COUNT + 1);
    agclose(graph);
    figure_case_release(&test);
}

static void test_uncertain_and_ended_show_in_attributes(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    test.sample.dataset.groups.items[0].kind = GROUP_MOVEMENT;
    test.sample.dataset.groups.items[1].ended = figure_case_read_date("2014");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_claim(&test)->grade = GRADE_INFERRED;
    figure_case_compose(&test);
    Agraph_t *graph = read_back(&test);
    Agnode_t *first = agfstnode(graph), *second = agnxtnode(graph, first);
    assert_non_null(strstr(agget(first, (char *)"style"), "dashed"));
    assert_null(strstr(agget(second, (char *)"style"), "dashed"));
    assert_string_equal(agget(second, (char *)"fillcolor"), theme_default()->paper.light);
    Agedge_t *edge = agedge(graph, first, second, NULL, 0);
    assert_string_equal(agget(edge, (char *)"arrowhead"), "onormal");
    assert_string_equal(agget(edge, (char *)"class"), "pledge possible");
    agclose(graph);
    figure_case_release(&test);
}

static void test_empty_drawing_is_a_graph(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_compose(&test);
    Agraph_t *graph = read_back(&test);
    assert_int_equal(agnnodes(graph), 0);
    agclose(graph);
    figure_case_release(&test);
}

static void check_string(const char *text, const char *expected)
{
    struct buffer buffer = {0};
    dot_write_string(&buffer, text_from(text));
    assert_string_equal(buffer.at, expected);
    buffer_release(&buffer);
}

static void test_strings_are_quoted(void **state)
{
    (void)state;
    check_string("", "\"\"");
    check_string("a\"b", "\"a\\\"b\"");
    check_string("a\\", "\"a\\\\\"");
    check_string("\\N", "\"\\\\N\"");
    check_string("a\nb", "\"a\\nb\"");
    check_string("a&b", "\"a&amp;b\"");
    check_string("a\x01\t\x7F"
                 "b",
                 "\"ab\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_names_are_read_back_as_they_are),
        cmocka_unit_test(test_links_have_their_ends_dates_and_looks),
        cmocka_unit_test(test_regions_are_clusters_with_their_groups),
        cmocka_unit_test(test_uncertain_and_ended_show_in_attributes),
        cmocka_unit_test(test_empty_drawing_is_a_graph),
        cmocka_unit_test(test_strings_are_quoted),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
