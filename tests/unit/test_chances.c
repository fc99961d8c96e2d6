/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/chances.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_named_chances_are_set_and_others_left(void **state)
{
    struct tie_chances chances = {.by_grade = {0.1, 0.2, 0.3}, .possible = 0.4, .disputed = 0.5};
    struct error error = {0};
    (void)state;
    assert_true(chances_from_text(TEXT("stated=1, possible = 0"), &chances, &error));
    assert_true(chances.by_grade[GRADE_STATED] == 1 && chances.possible == 0);
    assert_true(chances.by_grade[GRADE_INFERRED] == 0.1 && chances.disputed == 0.5);
    assert_true(chances_from_text(TEXT(""), &chances, &error));
}

static void test_bad_chances_are_refused(void **state)
{
    static const char *const bad[] = {"stated",   "stated=",    "stated=1.1", "stated=-1",
                                      "said=0.5", "stated=nan", "stated=x",   ","};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct tie_chances chances = {0};
        struct error error = {0};
        assert_false(chances_from_text(text_from(bad[i]), &chances, &error));
        assert_true(strlen(error.message) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named_chances_are_set_and_others_left),
        cmocka_unit_test(test_bad_chances_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
