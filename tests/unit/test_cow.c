/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/cow.h"

static struct cow_part part(const char *id, uint32_t state, const char *start, const char *end)
{
    return (struct cow_part){.id = text_from(id),
                             .state = state,
                             .start = text_from(start),
                             .end = text_from(end),
                             .next = INTAKE_NONE};
}

static void assert_overlap(const char *start_a, const char *end_a, const char *start_b,
                           const char *end_b, const char *wanted_start, const char *wanted_end)
{
    const struct cow_part a = part("1", 1, start_a, end_a);
    const struct cow_part b = part("1", 2, start_b, end_b);
    struct text start;
    struct text end;
    assert_true(cow_overlap(&a, &b, &start, &end));
    assert_true(text_equal_string(start, wanted_start));
    assert_true(text_equal_string(end, wanted_end));
}

static void test_parts_of_one_alliance_are_chained_and_repeated_ones_refused(void **state)
{
    struct import_case *test = *state;
    (void)test;
    struct cow_parts parts = {0};
    assert_true(cow_parts_add(&parts, part("1", 10, "1900", "1901")));
    assert_true(cow_parts_add(&parts, part("2", 10, "1900", "1901")));
    assert_true(cow_parts_add(&parts, part("1", 20, "1900", "1901")));
    assert_true(cow_parts_add(&parts, part("1", 10, "1902", "1903")));
    assert_false(cow_parts_add(&parts, part("1", 10, "1900", "1901")));
    size_t count = 0;
    for (uint32_t i = cow_parts_first(&parts, TEXT("1")); i != INTAKE_NONE;
         i = parts.items.items[i].next)
        count++;
    assert_int_equal(count, 3);
    assert_int_equal(cow_parts_first(&parts, TEXT("3")), INTAKE_NONE);
    cow_parts_release(&parts);
}

static void test_two_parts_have_the_later_start_and_the_earlier_end(void **state)
{
    struct import_case *test = *state;
    (void)test;
    assert_overlap("1900", "1910", "1905-03", "1920", "1905-03", "1910");
    assert_overlap("1905-03", "1920", "1900", "1910", "1905-03", "1910");
    assert_overlap("1902-07", "1903", "1902-07-01", "1903-12-31", "1902-07-01", "1903-12-31");
    assert_overlap("1902-07-01", "1903-12-31", "1902-07", "1903", "1902-07-01", "1903-12-31");
}

static void test_what_is_not_known_says_nothing_and_what_is_open_ends_last(void **state)
{
    struct import_case *test = *state;
    (void)test;
    assert_overlap("", "1910", "1905", "", "1905", "1910");
    assert_overlap("1900", "..", "1905", "1910", "1905", "1910");
    assert_overlap("1900", "..", "1905", "..", "1905", "..");
    assert_overlap("1900", "..", "1905", "", "1905", "");
    assert_overlap("", "", "", "", "", "");
}

static void test_parts_that_do_not_meet_have_no_time_in_common(void **state)
{
    struct import_case *test = *state;
    (void)test;
    const struct cow_part a = part("1", 1, "1900", "1904");
    const struct cow_part b = part("1", 2, "1905", "..");
    struct text start;
    struct text end;
    assert_false(cow_overlap(&a, &b, &start, &end));
}

static void test_unknown_days_and_impossible_ones(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-mid",
                     "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev\n"
                     "7,USA,2,-9,7,1902,24,1,1903,1,3\n7,GMY,255,-9,-9,1902,31,2,1903,0,4\n"
                     "7,UKG,200,1,7,1902,24,1,1903,0,4\n");
    assert_ties(test, "USA - UKG conflict- 1902-07-01/1903-01-24\n");
    assert_told(test, "3:27 bad-date\n");
}

static void test_a_state_under_another_name_keeps_its_first(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-mid",
                     "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev\n"
                     "7,USA,2,1,7,1902,24,1,1903,1,3\n7,UKG,200,1,7,1902,24,1,1903,0,2\n"
                     "8,US,2,1,7,1905,24,1,1906,1,3\n8,UKG,200,1,7,1905,24,1,1906,0,2\n");
    assert_groups(test, "USA; UKG");
    assert_told(test, "4:3 changed-name\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_parts_of_one_alliance_are_chained_and_repeated_ones_refused),
        import_test(test_two_parts_have_the_later_start_and_the_earlier_end),
        import_test(test_what_is_not_known_says_nothing_and_what_is_open_ends_last),
        import_test(test_parts_that_do_not_meet_have_no_time_in_common),
        import_test(test_unknown_days_and_impossible_ones),
        import_test(test_a_state_under_another_name_keeps_its_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
