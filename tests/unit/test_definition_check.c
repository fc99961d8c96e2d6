/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Definitions against a dataset; the shipped figures against the shipped dataset.
 */
#include "figure/definition_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "loader/load.h"
#include "selection/selection.h"

#define DATASET BLOC_SOURCE_DIR "/data/islamic-state-affiliates"
#define FIGURES BLOC_SOURCE_DIR "/graphs"

/* More groups are not legible on 170 mm. */
#define GROUP_LIMIT 70

static struct dataset dataset;

static int load_shipped_dataset(void **state)
{
    struct findings findings = {0};
    struct load_totals totals;
    struct error error = {0};

    (void)state;
    const bool good = load_dataset(DATASET, &dataset, &findings, &totals, &error);
    findings_release(&findings);
    return good && dataset.groups.count > 0 ? 0 : 1;
}

static int release_dataset(void **state)
{
    (void)state;
    dataset_release(&dataset);
    return 0;
}

static void assert_check(const char *dot, const char *code, size_t line, const char *message)
{
    struct figure_definition definition;
    struct findings findings = {0};

    definition_read(text_from(dot), TEXT("x.gv"), &definition, &findings);
    assert_int_equal(findings.list.count, 0);
    definition_check(&definition, &dataset, &findings);
    if (code == NULL) {
        assert_int_equal(findings.list.count, 0);
    } else {
        assert_int_equal(findings.list.count, 1);
        assert_string_equal(findings.list.items[0].type->code, code);
        assert_int_equal(findings.list.items[0].place.line, line);
        assert_non_null(strstr(findings.list.items[0].message.at, message));
    }
    findings_release(&findings);
    definition_release(&definition);
}

static void test_groups_go_by_any_of_their_names(void **state)
{
    (void)state;
    assert_check("digraph { al_shabaab; \"al-Shabaab\" [hidden=yes]; AQIM [pin=\"1,2\"] }", NULL, 0,
                 "");
}

static void test_node_that_is_no_group_is_found(void **state)
{
    (void)state;
    assert_check("digraph {\n al_shabab\n}", "figure-group", 2,
                 "'al_shabab' is no group; did you mean 'al_shabaab'?");
    assert_check("digraph {\n\n xyzzy_plugh\n}", "figure-group", 3, "'xyzzy_plugh' is no group");
}

static void test_hub_that_is_no_group_is_found(void **state)
{
    (void)state;
    assert_check("digraph { encode_hubs=\"al_qaeda, islamic_stat\" }", "figure-group", 0,
                 "did you mean 'islamic_state'?");
}

static void test_size_must_be_a_metric_of_groups(void **state)
{
    (void)state;
    assert_check("digraph { node [encode_size=degree] }", NULL, 0, "");
    assert_check("digraph { node [encode_size=degre] }", "bad-attribute", 0,
                 "encode_size: 'degre' is no metric of groups; did you mean 'degree'?");
}

static void test_words_of_the_selection_must_exist(void **state)
{
    (void)state;
    assert_check("digraph { select_region=Lybia }", "bad-attribute", 0, "Libya");
    assert_check("digraph { select_ego=al_shabab }", "bad-attribute", 0, "al_shabaab");
}

/* It reads without a finding, its words exist, and it has something to show. */
static void check_shipped(const char *path, struct text dot)
{
    struct figure_definition definition;
    struct findings findings = {0};
    struct selection selection;

    definition_read(dot, text_from(path), &definition, &findings);
    definition_check(&definition, &dataset, &findings);
    for (size_t i = 0; i < findings.list.count; i++)
        fail_msg("%s:%zu: %s", path, findings.list.items[i].place.line,
                 findings.list.items[i].message.at);
    assert_true(definition.title.length > 0);
    selection_evaluate(&selection, &dataset, &definition.query);
    const bool draws_groups = definition.type != FIGURE_SERIES;
    if (selection.relations.count < 3 || (draws_groups && selection.groups.count > GROUP_LIMIT))
        fail_msg("%s: %zu groups, %zu relations", path, selection.groups.count,
                 selection.relations.count);
    selection_release(&selection);
    definition_release(&definition);
    findings_release(&findings);
}

static void test_shipped_figures_fit_the_shipped_dataset(void **state)
{
    struct arena arena = {0};
    struct error error = {0};
    struct text_list names = {0};

    (void)state;
    assert_true(file_list_directory(FIGURES, ".gv", &arena, &names, &error));
    assert_true(names.count >= 14);
    for (size_t i = 0; i < names.count; i++) {
        char path[512];
        struct text dot;
        snprintf(path, sizeof path, FIGURES "/" TEXT_FORMAT, TEXT_PARTS(names.items[i]));
        assert_true(file_read(path, &arena, &dot, &error));
        if (!text_starts_with(dot, "// "))
            fail_msg("%s does not open with its question", path);
        check_shipped(path, dot);
    }
    list_release(&names);
    arena_release(&arena);
}

static void test_shipped_figures_are_listed(void **state)
{
    struct arena arena = {0};
    struct error error = {0};
    struct text_list names = {0};
    struct text readme;

    (void)state;
    assert_true(file_read(FIGURES "/README.md", &arena, &readme, &error));
    assert_true(file_list_directory(FIGURES, ".gv", &arena, &names, &error));
    for (size_t i = 0; i < names.count; i++) {
        char row[256];
        snprintf(row, sizeof row, "| `" TEXT_FORMAT "` |", TEXT_PARTS(names.items[i]));
        if (strstr(readme.at, row) == NULL)
            fail_msg("graphs/README.md has no row %s", row);
    }
    list_release(&names);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_go_by_any_of_their_names),
        cmocka_unit_test(test_node_that_is_no_group_is_found),
        cmocka_unit_test(test_hub_that_is_no_group_is_found),
        cmocka_unit_test(test_size_must_be_a_metric_of_groups),
        cmocka_unit_test(test_words_of_the_selection_must_exist),
        cmocka_unit_test(test_shipped_figures_fit_the_shipped_dataset),
        cmocka_unit_test(test_shipped_figures_are_listed),
    };
    return cmocka_run_group_tests(tests, load_shipped_dataset, release_dataset);
}
