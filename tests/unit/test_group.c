/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/group.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_every_kind_of_group_reads_back_from_its_name(void **state)
{
    (void)state;
    for (unsigned i = 0; i < GROUP_KIND_COUNT; i++) {
        const char *name = group_kind_name((enum group_kind)i);
        enum group_kind kind = GROUP_KIND_COUNT;
        assert_true(strlen(name) > 0);
        assert_true(group_kind_from_text(text_from(name), &kind));
        assert_int_equal(kind, i);
    }
}

static void test_other_words_are_no_kind_of_group(void **state)
{
    (void)state;
    enum group_kind kind = GROUP_UNIT;
    assert_false(group_kind_from_text(TEXT("Organisation"), &kind));
    assert_false(group_kind_from_text(TEXT("organization"), &kind));
    assert_false(group_kind_from_text(TEXT(""), &kind));
    assert_int_equal(kind, GROUP_UNIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_of_group_reads_back_from_its_name),
        cmocka_unit_test(test_other_words_are_no_kind_of_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
