/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/choice.h"

#include "report_case.h"

static void test_few_words_are_listed_with_the_nearest(void **state)
{
    (void)state;
    const struct text words[] = {TEXT("text"), TEXT("json")};
    struct error error = {0};
    assert_false(choice_refuse("format", TEXT("jsno"), words, 2, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message,
                        "there is no format 'jsno'; did you mean 'json'? (text, json)");
}

static void test_many_words_are_not_listed(void **state)
{
    (void)state;
    struct text words[20];
    struct error error = {0};
    for (size_t i = 0; i < 20; i++)
        words[i] = TEXT("alpha");
    assert_false(choice_refuse("metric", TEXT("omega"), words, 20, &error));
    assert_string_equal(error.message, "there is no metric 'omega'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few_words_are_listed_with_the_nearest),
        cmocka_unit_test(test_many_words_are_not_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
