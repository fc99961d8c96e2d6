/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/definition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/catalogue.h"

/* A definition as read, and what was found in it as lines of "line level code: message". */
struct sample {
    struct figure_definition definition;
    struct findings findings;
    char printed[8192];
};

static void print_findings(struct sample *sample)
{
    size_t used = 0;
    findings_sort(&sample->findings);
    for (size_t i = 0; i < sample->findings.list.count; i++) {
        const struct finding *finding = &sample->findings.list.items[i];
        used += (size_t)snprintf(sample->printed + used, sizeof sample->printed - used,
                                 "%zu %s: " TEXT_FORMAT "\n", finding->place.line,
                                 finding->type->code, TEXT_PARTS(finding->message));
        assert_true(used < sizeof sample->printed);
    }
}

static void read_sample(struct sample *sample, struct text dot, const char *file)
{
    memset(sample, 0, sizeof *sample);
    definition_read(dot, text_from(file), &sample->definition, &sample->findings);
    print_findings(sample);
}

static void read_string(struct sample *sample, const char *dot)
{
    read_sample(sample, text_from(dot), "graphs/sample.gv");
}

static void read_file(struct sample *sample, const char *name)
{
    struct arena arena = {0};
    struct error error = {0};
    struct text dot;
    char path[512];

    snprintf(path, sizeof path, "%s/tests/data/figures/%s", BLOC_SOURCE_DIR, name);
    if (!file_read(path, &arena, &dot, &error))
        fail_msg("%s", error.message);
    read_sample(sample, dot, name);
    arena_release(&arena);
}

static void release_sample(struct sample *sample)
{
    definition_release(&sample->definition);
    findings_release(&sample->findings);
}

static void assert_text(struct text text, const char *expected)
{
    char copy[512];

    snprintf(copy, sizeof copy, TEXT_FORMAT, TEXT_PARTS(text));
    assert_string_equal(copy, expected);
}

static void assert_near(double value, double expected)
{
    assert_true(value > expected - 0.001 && value < expected + 0.001);
}

/* What the definition says about a group by this name. */
static const struct node_override *get_node(const struct sample *sample, const char *group)
{
    for (size_t i = 0; i < sample->definition.nodes.count; i++) {
        if (text_equal_string(sample->definition.nodes.items[i].group, group))
            return &sample->definition.nodes.items[i];
    }
    fail_msg("no node '%s'", group);
    return NULL;
}

static void assert_findings(const char *dot, const char *expected)
{
    struct sample sample;

    read_string(&sample, dot);
    assert_string_equal(sample.printed, expected);
    release_sample(&sample);
}

static void test_attributes_of_the_figure_are_read(void **state)
{
    struct sample sample;
    const struct figure_definition *definition = &sample.definition;

    (void)state;
    read_file(&sample, "every-attribute.gv");
    assert_string_equal(sample.printed, "");
    assert_int_equal(definition->type, FIGURE_REGION);
    assert_near(definition->width_mm, 85);
    assert_near(definition->height_mm, 101.6);
    assert_text(definition->title, "A title in two lines");
    assert_text(definition->subtitle, "A subtitle");
    assert_text(definition->frame_title, "A frame");
    assert_text(definition->note, "A note with C:\\path");
    assert_text(definition->frame_by, "");
    assert_text(definition->fill_by, "kind");
    assert_text(definition->style_by, "family");
    assert_text(definition->size_metric, "betweenness");
    assert_false(definition->hubs_auto);
    assert_int_equal(definition->hubs.count, 2);
    assert_text(definition->hubs.items[1], "Islamic State");
    assert_false(definition->show_dates);
    assert_false(definition->show_life);
    assert_false(definition->show_legend);
    assert_int_equal(definition->step, STEP_MONTH);
    assert_int_equal(definition->measures.count, 2);
    assert_text(definition->measures.items[1], "pledges");
    release_sample(&sample);
}

static void test_attributes_of_the_selection_are_read(void **state)
{
    struct sample sample;
    const struct selection_query *query = &sample.definition.query;

    (void)state;
    read_file(&sample, "every-attribute.gv");
    assert_true(query->has_window);
    assert_text(query->window.text, "2014-06/2016-02");
    assert_int_equal(query->families, 1u << FAMILY_PLEDGE | 1u << FAMILY_SPLIT);
    assert_int_equal(query->kinds.count, 2);
    assert_int_equal(query->regions.count, 2);
    assert_text(query->regions.items[1], "Somalia");
    assert_int_equal(query->groups.count, 2);
    assert_int_equal(query->group_kinds.count, 1);
    assert_text(query->ego, "islamic_state");
    assert_int_equal(query->hops, 2);
    assert_true(query->has_grade);
    assert_int_equal(query->grade, GRADE_STATED);
    assert_int_equal(query->contested, CONTESTED_EXCLUDE);
    assert_true(query->certain_only);
    assert_true(query->connected_only);
    release_sample(&sample);
}

static void test_attributes_of_groups_are_read(void **state)
{
    struct sample sample;

    (void)state;
    read_file(&sample, "every-attribute.gv");
    assert_int_equal(sample.definition.nodes.count, 2);
    const struct node_override *first = get_node(&sample, "islamic_state");
    assert_true(first->has_pin);
    assert_near(first->pin.x, 10);
    assert_near(first->pin.y, -20.5);
    assert_text(first->label, "IS");
    assert_false(first->hub);
    assert_false(first->hidden);
    assert_int_equal(first->line, 17);
    const struct node_override *second = get_node(&sample, "al-Qaeda");
    assert_true(second->hub);
    assert_true(second->hidden);
    assert_false(second->has_pin);
    assert_int_equal(second->line, 18);
    release_sample(&sample);
}

static void test_other_attributes_pass_through(void **state)
{
    struct sample sample;
    static const struct {
        char object;
        const char *group, *name, *value;
    } expected[] = {
        {'g', "", "rankdir", "LR"},
        {'n', "", "shape", "box"},
        {'e', "", "weight", "2"},
        {'n', "islamic_state", "width", "2"},
    };

    (void)state;
    read_file(&sample, "every-attribute.gv");
    assert_int_equal(sample.definition.passthrough.count, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct passthrough *passthrough = &sample.definition.passthrough.items[i];
        assert_int_equal(passthrough->object, expected[i].object);
        assert_text(passthrough->group, expected[i].group);
        assert_text(passthrough->name, expected[i].name);
        assert_text(passthrough->value, expected[i].value);
    }
    release_sample(&sample);
}

static void test_every_mistake_is_found_with_its_line(void **state)
{
    struct sample sample;

    (void)state;
    read_file(&sample, "wrong.gv");
    assert_string_equal(
        sample.printed,
        "4 unknown-attribute: graph: select_durng: there is no such attribute; did you mean "
        "'select_during'?\n"
        "5 bad-attribute: graph: figure_width: 'wide' is no length like 170mm, 17cm, 6.7in or "
        "482pt\n"
        "6 bad-attribute: graph: encode_dates: 'perhaps' is neither yes nor no\n"
        "6 unknown-attribute: graph: text_titel: there is no such attribute; did you mean "
        "'text_title'?\n"
        "7 bad-attribute: node [...]: text_note: belongs to the graph\n"
        "8 bad-attribute: edge [...]: encode_fill: there is no value 'colour' (region, kind, none)\n"
        "9 bad-attribute: graph: text_note: is plain text in quotes, never HTML\n"
        "10 bad-attribute: node 'al_shabaab': pin: 'here' is no place like 120,40 in points\n"
        "10 bad-attribute: node 'al_shabaab': encode_hub: 'often' is neither yes nor no\n"
        "10 bad-attribute: node 'al_shabaab': encode_size: belongs to the graph, not to one node\n"
        "11 unknown-attribute: node 'boko_haram': encode_hubb: there is no such attribute; did "
        "you mean 'encode_hubs'?\n"
        "12 bad-attribute: graph: encode_hub: belongs to one group's node\n"
        "12 bad-attribute: graph: shapefile: a figure opens no other files\n"
        "13 figure-ignored: frames come from the dataset; subgraphs are not used\n"
        "14 figure-ignored: links come from the dataset; 1 written here are not used\n");
    release_sample(&sample);
}

static void test_refused_value_leaves_the_default(void **state)
{
    struct sample sample;

    (void)state;
    read_file(&sample, "wrong.gv");
    assert_near(sample.definition.width_mm, 170);
    assert_text(sample.definition.fill_by, "region");
    assert_text(sample.definition.note, "");
    assert_text(sample.definition.size_metric, "");
    assert_false(get_node(&sample, "al_shabaab")->has_pin);
    assert_false(get_node(&sample, "al_shabaab")->hub);
    release_sample(&sample);
}

static void test_malformed_file_is_still_a_definition(void **state)
{
    struct sample sample;

    (void)state;
    read_file(&sample, "broken.gv");
    assert_string_equal(sample.printed, "3 figure-syntax: syntax error near '}'\n");
    assert_near(sample.definition.width_mm, 170);
    assert_text(sample.definition.name, "broken");
    release_sample(&sample);
}

static void test_bad_selection_is_a_finding(void **state)
{
    struct sample sample;

    (void)state;
    read_string(&sample, "digraph a {\n graph [select_during=\"yesterday\"]\n}");
    assert_int_equal(sample.findings.list.count, 1);
    assert_int_equal(sample.findings.list.items[0].place.line, 2);
    assert_non_null(strstr(sample.printed, "graph: select_during: "));
    assert_non_null(strstr(sample.printed, "yesterday"));
    release_sample(&sample);
}

static void test_empty_value_is_as_good_as_none(void **state)
{
    (void)state;
    assert_findings("digraph a { graph [select_during=\"\", figure_width=\"\"] }", "");
}

static void test_size_and_text_of_graphviz_are_not_used(void **state)
{
    struct sample sample;

    (void)state;
    read_string(&sample, "digraph a {\n size=\"7,7\" rankdir=LR\n label=\"Title\"\n}");
    assert_string_equal(sample.printed,
                        "2 figure-ignored: graph: size: is not used; figure_width and "
                        "figure_height size a figure\n"
                        "3 figure-ignored: graph: label: is not used; text_title and the like "
                        "write\n");
    assert_int_equal(sample.definition.passthrough.count, 1);
    release_sample(&sample);
}

static void assert_type(const char *attributes, enum figure_type type)
{
    struct sample sample;
    char dot[256];

    snprintf(dot, sizeof dot, "digraph a { graph [%s] }", attributes);
    read_string(&sample, dot);
    assert_string_equal(sample.printed, "");
    assert_int_equal(sample.definition.type, type);
    release_sample(&sample);
}

static void test_type_follows_the_selection_unless_given(void **state)
{
    (void)state;
    assert_type("select_family=pledge", FIGURE_OVERVIEW);
    assert_type("select_region=Libya", FIGURE_REGION);
    assert_type("select_region=\"Libya,Somalia\"", FIGURE_OVERVIEW);
    assert_type("select_ego=iysc, select_region=Libya", FIGURE_EGO);
    assert_type("select_ego=iysc, figure_type=overview", FIGURE_OVERVIEW);
}

static void test_defaults_follow_the_type_unless_given(void **state)
{
    struct sample sample;

    (void)state;
    read_string(&sample, "digraph a { graph [figure_type=overview] }");
    assert_false(sample.definition.show_dates);
    assert_false(sample.definition.show_life);
    assert_text(sample.definition.frame_by, "region");
    release_sample(&sample);
    read_string(&sample, "digraph a { graph [figure_type=ego, encode_life=no] }");
    assert_true(sample.definition.show_dates);
    assert_false(sample.definition.show_life);
    assert_text(sample.definition.frame_by, "");
    assert_true(sample.definition.show_legend);
    assert_true(sample.definition.hubs_auto);
    release_sample(&sample);
    read_string(&sample, "digraph a { graph [figure_type=hierarchy] }");
    assert_false(sample.definition.show_dates);
    assert_text(sample.definition.frame_by, "");
    release_sample(&sample);
}

static void test_a_matrix_has_regions_but_neither_dates_nor_lives(void **state)
{
    struct sample sample;

    (void)state;
    read_string(&sample, "digraph a { graph [figure_type=matrix] node [encode_dates=yes] }");
    assert_false(sample.definition.show_dates);
    assert_false(sample.definition.show_life);
    assert_text(sample.definition.frame_by, "region");
    release_sample(&sample);
}

static unsigned families_of(const char *attributes)
{
    struct sample sample;
    char dot[256];

    snprintf(dot, sizeof dot, "digraph a { graph [%s] }", attributes);
    read_string(&sample, dot);
    definition_complete(&sample.definition);
    const unsigned families = sample.definition.query.families;
    release_sample(&sample);
    return families;
}

static void test_hierarchies_are_of_memberships_and_pledges_unless_given(void **state)
{
    (void)state;
    assert_int_equal(families_of("figure_type=hierarchy"),
                     1U << FAMILY_PLEDGE | 1U << FAMILY_MEMBERSHIP);
    assert_int_equal(families_of("figure_type=hierarchy, select_family=split"), 1U << FAMILY_SPLIT);
    assert_int_equal(families_of("figure_type=hierarchy, select_kind=joined"), 0);
    assert_int_equal(families_of("figure_type=matrix"), 0);
}

static void assert_name(const char *dot, const char *file, const char *expected)
{
    struct sample sample;

    read_sample(&sample, text_from(dot), file);
    assert_text(sample.definition.name, expected);
    release_sample(&sample);
}

static void test_name_is_that_of_the_graph_or_the_file(void **state)
{
    (void)state;
    assert_name("digraph libya_2014 {}", "graphs/libya.gv", "libya_2014");
    assert_name("digraph {}", "graphs/north.west/libya.gv", "libya");
    assert_name("graph \"../../etc/a b\" {}", "x.gv", "etc-a-b");
    assert_name("graph \"\xD8\xA7\" {}", "x.gv", "figure");
    assert_name("digraph {", "-", "figure");
}

static void test_definition_set_changes_what_was_read(void **state)
{
    struct sample sample;
    struct error error = {0};

    (void)state;
    read_string(&sample, "digraph a { graph [figure_width=\"170mm\", select_ego=iysc] }");
    assert_true(definition_set(&sample.definition, TEXT("figure_width"), TEXT("85mm"), &error));
    assert_near(sample.definition.width_mm, 85);
    assert_true(definition_set(&sample.definition, TEXT("figure_type"), TEXT("overview"), &error));
    assert_false(sample.definition.show_dates);
    assert_false(definition_set(&sample.definition, TEXT("figure_widht"), TEXT("1"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, "figure_widht: there is no such attribute; did you mean "
                                       "'figure_width'?");
    release_sample(&sample);
}

static void test_definition_set_refuses_attributes_of_groups(void **state)
{
    struct figure_definition definition;
    struct error error = {0};

    (void)state;
    definition_init(&definition, FIGURE_EGO);
    assert_false(definition_set(&definition, TEXT("pin"), TEXT("1,2"), &error));
    assert_string_equal(error.message, "pin: belongs to one group's node");
    definition_release(&definition);
}

static void test_type_names_read_back(void **state)
{
    (void)state;
    for (int i = 0; i < FIGURE_TYPE_COUNT; i++) {
        enum figure_type type = FIGURE_TYPE_COUNT;
        const char *name = figure_type_name((enum figure_type)i);
        assert_true(figure_type_from_text(text_from(name), &type));
        assert_int_equal(type, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes_of_the_figure_are_read),
        cmocka_unit_test(test_attributes_of_the_selection_are_read),
        cmocka_unit_test(test_attributes_of_groups_are_read),
        cmocka_unit_test(test_other_attributes_pass_through),
        cmocka_unit_test(test_every_mistake_is_found_with_its_line),
        cmocka_unit_test(test_refused_value_leaves_the_default),
        cmocka_unit_test(test_malformed_file_is_still_a_definition),
        cmocka_unit_test(test_bad_selection_is_a_finding),
        cmocka_unit_test(test_empty_value_is_as_good_as_none),
        cmocka_unit_test(test_size_and_text_of_graphviz_are_not_used),
        cmocka_unit_test(test_type_follows_the_selection_unless_given),
        cmocka_unit_test(test_defaults_follow_the_type_unless_given),
        cmocka_unit_test(test_name_is_that_of_the_graph_or_the_file),
        cmocka_unit_test(test_a_matrix_has_regions_but_neither_dates_nor_lives),
        cmocka_unit_test(test_hierarchies_are_of_memberships_and_pledges_unless_given),
        cmocka_unit_test(test_definition_set_changes_what_was_read),
        cmocka_unit_test(test_definition_set_refuses_attributes_of_groups),
        cmocka_unit_test(test_type_names_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
