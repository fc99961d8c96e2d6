/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/attribute_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "figure/attribute.h"
#include "figure/style.h"

struct listed {
    struct arena arena;
    struct text_pair_list options;
};

static void list(struct listed *listed, const struct figure_definition *definition,
                 const struct theme *theme)
{
    *listed = (struct listed){0};
    attribute_list(definition, theme, &listed->arena, &listed->options);
}

static void release(struct listed *listed)
{
    list_release(&listed->options);
    arena_release(&listed->arena);
}

static struct text value_of(const struct listed *listed, const char *name)
{
    for (size_t i = 0; i < listed->options.count; i++)
        if (text_equal_string(listed->options.items[i].name, name))
            return listed->options.items[i].value;
    return TEXT("(not listed)");
}

static void assert_value(const struct listed *listed, const char *name, const char *expected)
{
    const struct text value = value_of(listed, name);
    if (!text_equal_string(value, expected))
        fail_msg("%s is '" TEXT_FORMAT "', expected '%s'", name, TEXT_PARTS(value), expected);
}

/* A value of every attribute of the graph that is not its default, and the types it is for. */
static const char *const given[][2] = {
    {"select_at", "2015-06"},        {"select_family", "pledge"},
    {"select_kind", "pledge,split"}, {"select_region", "North"},
    {"select_group", "a,b"},         {"select_group_kind", "organisation"},
    {"select_ego", "a \"b\" <c>"},   {"select_hops", "3"},
    {"select_grade", "reported"},    {"select_contested", "exclude"},
    {"select_certain_only", "true"}, {"select_connected_only", "true"},
    {"figure_type", "series"},       {"figure_windows", "2012/2013; 2014"},
    {"figure_from", "2014"},         {"figure_to", "2015"},
    {"figure_step", "quarter"},      {"figure_width", "85mm"},
    {"figure_height", "60.5mm"},     {"figure_time_limit", "0.5"},
    {"figure_theme", "greyscale"},   {"figure_font", "embed"},
    {"encode_frame", "region"},      {"encode_fill", "none"},
    {"encode_size", "betweenness"},  {"encode_measures", "ties,density"},
    {"encode_style", "family"},      {"encode_hubs", "a,b"},
    {"encode_dates", "yes"},         {"encode_life", "yes"},
    {"encode_legend", "no"},         {"text_title", "A title"},
    {"text_subtitle", "A subtitle"}, {"text_frame", "A frame"},
    {"text_note", "A note"},
};

enum {
    GIVEN_COUNT = sizeof given / sizeof *given
};

static void test_every_attribute_is_written_as_it_was_set(void **state)
{
    (void)state;
    struct figure_definition definition;
    struct listed listed;
    struct error error = {0};
    definition_init(&definition, FIGURE_OVERVIEW);
    for (size_t i = 0; i < GIVEN_COUNT; i++)
        if (!definition_set(&definition, text_from(given[i][0]), text_from(given[i][1]), &error))
            fail_msg("%s", error.message);
    list(&listed, &definition, NULL);
    assert_int_equal(listed.options.count, GIVEN_COUNT);
    for (size_t i = 0; i < GIVEN_COUNT; i++) {
        assert_true(text_equal_string(listed.options.items[i].name, given[i][0]));
        assert_value(&listed, given[i][0], given[i][1]);
    }
    release(&listed);
    definition_release(&definition);
}

/* The sample above has all attributes but those of a single group, and one of two dates. */
static void test_no_attribute_is_forgotten(void **state)
{
    (void)state;
    size_t count;
    size_t on_graph = 0;
    const struct figure_attribute *attributes = figure_attributes(&count);
    for (size_t i = 0; i < count; i++)
        on_graph += !attribute_is_of_group(text_from(attributes[i].name));
    assert_int_equal(on_graph - 1, GIVEN_COUNT);
}

static void test_defaults_are_written_out(void **state)
{
    (void)state;
    struct figure_definition definition;
    struct listed listed;
    definition_init(&definition, FIGURE_REGION);
    list(&listed, &definition, NULL);
    assert_value(&listed, "figure_type", "region");
    assert_value(&listed, "figure_width", "170mm");
    assert_value(&listed, "figure_height", "(not listed)");
    assert_value(&listed, "figure_theme", "default");
    assert_value(&listed, "encode_hubs", "auto");
    assert_value(&listed, "encode_dates", "yes");
    assert_value(&listed, "encode_measures", "(not listed)");
    assert_value(&listed, "select_during", "(not listed)");
    release(&listed);
    definition_release(&definition);
}

static void test_a_theme_is_told_without_its_folder_and_lengths_as_printed(void **state)
{
    (void)state;
    struct figure_definition definition;
    struct listed listed;
    struct error error = {0};
    struct theme theme = *theme_default();
    theme.text_size *= 2;
    definition_init(&definition, FIGURE_OVERVIEW);
    assert_true(
        definition_set(&definition, TEXT("figure_theme"), TEXT("/home/a/looks/slide.gv"), &error));
    assert_true(definition_set(&definition, TEXT("figure_width"), TEXT("100mm"), &error));
    definition_fit_theme(&definition, &theme);
    assert_true(definition.width_mm < 51);
    list(&listed, &definition, &theme);
    assert_value(&listed, "figure_theme", "slide.gv");
    assert_value(&listed, "figure_width", "100mm");
    release(&listed);
    definition_release(&definition);
}

static void test_hidden_groups_are_told_and_others_not(void **state)
{
    (void)state;
    struct figure_definition definition;
    struct findings findings = {0};
    struct listed listed;
    definition_read(
        TEXT("digraph g { b [hidden=yes] a [label=\"x\"] c [hidden=yes] d [hidden=no] }"),
        TEXT("g.gv"), &definition, &findings);
    list(&listed, &definition, NULL);
    assert_value(&listed, "hidden", "b,c");
    release(&listed);
    definition_release(&definition);
    findings_release(&findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_attribute_is_written_as_it_was_set),
        cmocka_unit_test(test_no_attribute_is_forgotten),
        cmocka_unit_test(test_defaults_are_written_out),
        cmocka_unit_test(test_hidden_groups_are_told_and_others_not),
        cmocka_unit_test(test_a_theme_is_told_without_its_folder_and_lengths_as_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
