/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void row(struct import_case *test, size_t line)
{
    import_begin_row(&test->import, line, (struct text){0});
}

/* A row that says that two of the groups A and B are in conflict. */
static void use(struct import_case *test, size_t line, uint32_t source, uint32_t target,
                const char *start, const char *end)
{
    struct intake *intake = &test->import.intake;
    if (intake->groups.count == 0) {
        intake_group_named(intake, TEXT("A"));
        intake_group_named(intake, TEXT("B"));
    }
    const struct intake_tie tie = {.source = source,
                                   .target = target,
                                   .kind = intake_find_kind(intake, TEXT("conflict")),
                                   .start = text_from(start),
                                   .end = text_from(end)};
    row(test, line);
    import_use_tie(&test->import, &tie, GRADE_STATED, (struct text){0});
    import_end_row(&test->import);
}

static void test_a_row_has_one_outcome_and_the_first_reason_stands(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    row(test, 2);
    import_reject(&test->import, FOUND_DATE_MALFORMED, 3, "first");
    import_reject(&test->import, FOUND_VALUE_MISSING, 4, "second");
    import_merge(&test->import);
    import_end_row(&test->import);
    assert_account(test, 1, 0, 0, 1);
    assert_int_equal(test->import.file->reasons[FOUND_DATE_MALFORMED], 1);
    assert_int_equal(test->import.file->reasons[FOUND_VALUE_MISSING], 0);
    assert_told(test, "2:3 bad-date\n2:4 missing-value\n");
}

static void test_a_tie_that_is_there_is_merged_and_is_a_claim_all_the_same(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    use(test, 2, 0, 1, "2014", "");
    use(test, 3, 1, 0, "2014", "");
    use(test, 4, 0, 1, "2015", "");
    assert_ties(test, "A - B conflict- 2014/\nA - B conflict- 2015/\n");
    assert_account(test, 3, 2, 1, 0);
    assert_int_equal(test->import.intake.claims.count, 3);
    assert_true(text_equal_string(test->import.intake.claims.items[1].locator, "line 3"));
}

static void test_self_ties_and_ends_before_starts_are_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    use(test, 2, 1, 1, "", "");
    use(test, 3, 0, 1, "2015", "2014");
    use(test, 4, 0, 1, "2015", "2015");
    use(test, 5, 0, 1, "2014-02", "2014");
    assert_account(test, 4, 2, 0, 2);
    assert_told(test, "2:0 self-relation\n3:0 date-order\n");
}

static void test_an_end_that_may_lie_behind_the_start_is_none_before_it(void **state)
{
    struct import_case *test = *state;
    (void)test;
    assert_true(import_ends_before_start(TEXT("2015"), TEXT("2014-12-31")));
    assert_false(import_ends_before_start(TEXT("2015"), TEXT("[..2016]")));
    assert_false(import_ends_before_start(TEXT("2015?"), TEXT("2015-01-01")));
    assert_false(import_ends_before_start(TEXT(""), TEXT("2014")));
    assert_false(import_ends_before_start(TEXT("2014"), TEXT("..")));
}

static void test_the_first_findings_of_a_kind_are_listed_and_all_are_counted(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    for (size_t i = 0; i < IMPORT_LISTED + 3; i++)
        use(test, i + 2, 0, 0, "", "");
    import_tell_unlisted(&test->import);
    assert_int_equal(test->findings.list.count, IMPORT_LISTED + 1);
    assert_int_equal(test->import.file->told[FOUND_SELF_RELATION], IMPORT_LISTED + 3);
    assert_int_equal(test->findings.list.items[IMPORT_LISTED].place.line, 0);
    assert_account(test, IMPORT_LISTED + 3, 0, 0, IMPORT_LISTED + 3);
}

static void test_a_locator_has_line_and_id(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    import_begin_row(&test->import, 12, TEXT("x 7"));
    assert_true(text_equal_string(import_locator(&test->import), "line 12, id x 7"));
    import_use(&test->import);
    import_end_row(&test->import);
    assert_account(test, 1, 1, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_a_row_has_one_outcome_and_the_first_reason_stands),
        import_test(test_a_tie_that_is_there_is_merged_and_is_a_claim_all_the_same),
        import_test(test_self_ties_and_ends_before_starts_are_rejected),
        import_test(test_an_end_that_may_lie_behind_the_start_is_none_before_it),
        import_test(test_the_first_findings_of_a_kind_are_listed_and_all_are_counted),
        import_test(test_a_locator_has_line_and_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
