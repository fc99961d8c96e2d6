/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/parents.h"

#include "import_case.h"

/* Groups A, B, ... with the parents that are named; what is settled, as "B C - -". */
static void assert_parents(struct import_case *test, const char *const *named, size_t count,
                           const char *expected)
{
    struct intake *intake = &test->import.intake;
    struct buffer words = {0};
    bool renamed = false;
    for (size_t i = 0; i < count; i++) {
        const char name[] = {(char)('A' + i), '\0'};
        const char code[] = {(char)('1' + i), '\0'};
        const uint32_t group =
            intake_group_coded(intake, text_from(code), text_from(name), &renamed);
        intake->groups.items[group].parent = text_from(named[i]);
    }
    uint32_t *parents = parents_settle(intake);
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(&words, i == 0 ? "" : " ");
        buffer_add_text(&words, parents[i] == INTAKE_NONE ? TEXT("-")
                                                          : intake->groups.items[parents[i]].name);
    }
    list_free(parents);
    assert_string_equal(words.at, expected);
    buffer_release(&words);
}

static void test_a_parent_goes_by_id_or_name(void **state)
{
    static const char *const named[] = {"2", "c", "", "A"};
    assert_parents(*state, named, 4, "B C - A");
}

static void test_one_that_is_not_there_and_oneself_are_none(void **state)
{
    static const char *const named[] = {"Z", "B", "1"};
    assert_parents(*state, named, 3, "- - A");
}

static void test_a_circle_is_cut_once_and_ways_into_it_stay(void **state)
{
    static const char *const named[] = {"B", "C", "D", "B", "A"};
    assert_parents(*state, named, 5, "B C D - A");
}

static void test_two_circles_are_cut_each(void **state)
{
    static const char *const named[] = {"B", "A", "D", "C"};
    assert_parents(*state, named, 4, "B - D -");
}

static void test_a_tree_keeps_all(void **state)
{
    static const char *const named[] = {"", "A", "A", "B", "B"};
    assert_parents(*state, named, 5, "- A A B B");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_a_parent_goes_by_id_or_name),
        import_test(test_one_that_is_not_there_and_oneself_are_none),
        import_test(test_a_circle_is_cut_once_and_ways_into_it_stay),
        import_test(test_two_circles_are_cut_each),
        import_test(test_a_tree_keeps_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
