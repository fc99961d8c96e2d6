/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/match.h"

static void read_matches(struct import_case *test, const char *table)
{
    struct error error = {0};
    test->options.match = TEXT("names.csv");
    test->text = text_from(table);
    assert_true(match_read(&test->import, &error));
    assert_null(test->import.file);
}

/* Of the group that a name stands for. */
static struct text name_of(struct import_case *test, const char *name)
{
    struct intake *intake = &test->import.intake;
    const uint32_t group = intake_group_named(intake, text_from(name));
    return intake->groups.items[group].name;
}

static void test_names_that_mean_the_same_become_one(void **state)
{
    struct import_case *test = *state;
    read_matches(test, "name,group\nThe Front,Front\nF,Front\nundecided,\n");
    assert_true(text_equal_string(name_of(test, "the front"), "Front"));
    assert_true(text_equal_string(name_of(test, "F"), "Front"));
    assert_true(text_equal_string(name_of(test, "undecided"), "undecided"));
    assert_int_equal(test->import.intake.groups.count, 2);
    match_report_unused(&test->import);
    assert_told(test, "");
}

static void test_a_name_that_no_row_has_is_told_with_its_line(void **state)
{
    struct import_case *test = *state;
    read_matches(test, "group,name\nFront,F\nFront,G\n");
    name_of(test, "F");
    match_report_unused(&test->import);
    assert_told(test, "3:1 unused-match\n");
}

static void test_the_first_line_on_a_name_stands(void **state)
{
    struct import_case *test = *state;
    read_matches(test, "name,group\nF,One\nF,Two\n");
    assert_true(text_equal_string(name_of(test, "F"), "One"));
}

static void test_a_list_of_suggestions_is_read_as_it_is(void **state)
{
    struct import_case *test = *state;
    read_matches(test, "name,group,likely,reason\n'=F,=Front,x,y\nG,,x,y\n");
    assert_true(text_equal_string(name_of(test, "=F"), "=Front"));
    assert_true(text_equal_string(name_of(test, "G"), "G"));
}

static void test_a_table_without_the_columns_is_told(void **state)
{
    struct import_case *test = *state;
    read_matches(test, "one,two\na,b\n");
    assert_told(test, "1:1 missing-column\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_names_that_mean_the_same_become_one),
        import_test(test_a_name_that_no_row_has_is_told_with_its_line),
        import_test(test_the_first_line_on_a_name_stands),
        import_test(test_a_list_of_suggestions_is_read_as_it_is),
        import_test(test_a_table_without_the_columns_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
