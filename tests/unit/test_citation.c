/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/citation.h"

#include "report_case.h"

static const char *claims_of(struct report_case *test, const char *relation)
{
    buffer_release(&test->written);
    citation_add_claims(&test->written, &test->dataset,
                        dataset_find_relation(&test->dataset, text_from(relation)));
    return report_case_written(test);
}

static void test_paragraphs_of_one_source_share_a_citation(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(claims_of(&test, "split_guard"), "Moe 2016, par. 3, 4");
    report_case_release(&test);
}

static void test_disputing_claim_says_so_and_locators_stay_as_written(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(claims_of(&test, "pledge_band"),
                        "Moe 2016, par. 5; Wire notes 2015, p. 2 (disputes)");
    report_case_release(&test);
}

static void test_source_ids_stand_once_each(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    citation_add_source_ids(&test.written, &test.dataset,
                            dataset_find_relation(&test.dataset, TEXT("split_guard")));
    assert_string_equal(report_case_written(&test), "moe_2016");
    buffer_release(&test.written);
    citation_add_source_ids(&test.written, &test.dataset,
                            dataset_find_relation(&test.dataset, TEXT("pledge_band")));
    assert_string_equal(report_case_written(&test), "moe_2016;wire_2015");
    report_case_release(&test);
}

static void test_source_without_author_and_title_is_named_by_its_id(void **state)
{
    (void)state;
    struct source source = {.id = TEXT("moe"), .issued = TEXT("20")};
    struct buffer buffer = {0};
    citation_add_short(&buffer, &source);
    assert_string_equal(buffer.at, "moe");
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_of_one_source_share_a_citation),
        cmocka_unit_test(test_disputing_claim_says_so_and_locators_stay_as_written),
        cmocka_unit_test(test_source_ids_stand_once_each),
        cmocka_unit_test(test_source_without_author_and_title_is_named_by_its_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
