/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/sign_change.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct change_case {
    struct dataset dataset;
    struct text_list changes;
    struct error error;
};

static bool apply(struct change_case *test, const char *first, const char *second)
{
    *test = (struct change_case){0};
    dataset_init(&test->dataset);
    dataset_build_index(&test->dataset);
    list_push(&test->changes, text_from(first));
    if (second != NULL)
        list_push(&test->changes, text_from(second));
    return sign_change_apply(&test->dataset, &test->changes, &test->error);
}

static void release(struct change_case *test)
{
    list_release(&test->changes);
    dataset_release(&test->dataset);
}

static const struct kind *kind_of(const struct change_case *test, const char *name)
{
    return &test->dataset.kinds.items[dataset_find_kind(&test->dataset, text_from(name))];
}

static void test_the_last_word_on_a_kind_counts(void **state)
{
    struct change_case test;
    (void)state;
    assert_true(apply(&test, "split=-", "split=positive"));
    assert_int_equal(kind_of(&test, "split")->sign, SIGN_POSITIVE);
    assert_true(kind_of(&test, "split")->sign_changed);
    assert_false(kind_of(&test, "pledge")->sign_changed);
    release(&test);
}

static void test_the_same_sign_is_no_change(void **state)
{
    struct change_case test;
    (void)state;
    assert_true(apply(&test, "pledge=+", NULL));
    assert_false(kind_of(&test, "pledge")->sign_changed);
    release(&test);
}

static void test_bad_changes_are_refused(void **state)
{
    static const struct {
        const char *change;
        const char *message;
    } cases[] = {
        {"splt=-", "there is no kind of relation 'splt'; did you mean 'split'?"},
        {"split=x", "'x' is no sign; '--sign' takes KIND=+, KIND=- or KIND=0"},
        {"split=", "'' is no sign; '--sign' takes KIND=+, KIND=- or KIND=0"},
        {"split", "'--sign' needs KIND=SIGN, not 'split'"},
        {"", "'--sign' needs KIND=SIGN, not ''"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct change_case test;
        assert_false(apply(&test, cases[i].change, NULL));
        assert_int_equal(test.error.kind, ERROR_USAGE);
        assert_string_equal(test.error.message, cases[i].message);
        release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_last_word_on_a_kind_counts),
        cmocka_unit_test(test_the_same_sign_is_no_change),
        cmocka_unit_test(test_bad_changes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
