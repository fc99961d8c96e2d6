/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/relation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_every_grade_reads_back_from_its_name(void **state)
{
    (void)state;
    static const enum grade grades[] = {GRADE_INFERRED, GRADE_REPORTED, GRADE_STATED};
    for (size_t i = 0; i < 3; i++) {
        enum grade grade = GRADE_INFERRED;
        assert_true(grade_from_text(text_from(grade_name(grades[i])), &grade));
        assert_int_equal(grade, grades[i]);
    }
    enum grade grade = GRADE_REPORTED;
    assert_false(grade_from_text(TEXT("sure"), &grade));
    assert_false(grade_from_text(TEXT(""), &grade));
    assert_int_equal(grade, GRADE_REPORTED);
}

static void test_grades_are_ordered_from_the_weakest(void **state)
{
    (void)state;
    assert_true(GRADE_INFERRED < GRADE_REPORTED);
    assert_true(GRADE_REPORTED < GRADE_STATED);
}

static void test_outcomes_have_names(void **state)
{
    (void)state;
    assert_string_equal(outcome_name(OUTCOME_SUPPORTED), "supported");
    assert_string_equal(outcome_name(OUTCOME_CONTESTED), "contested");
    assert_string_equal(outcome_name(OUTCOME_REJECTED), "rejected");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_grade_reads_back_from_its_name),
        cmocka_unit_test(test_grades_are_ordered_from_the_weakest),
        cmocka_unit_test(test_outcomes_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
