/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format.h"

#include "sample_table.h"

static void test_formats_are_found_by_name(void **state)
{
    (void)state;
    size_t count = 0;
    struct error error = {0};
    const struct report_format *formats = report_formats(&count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(report_format_find(text_from(formats[i].name), &error), &formats[i]);
    assert_false(error_is_set(&error));
}

static void test_misspelt_format_gets_a_suggestion(void **state)
{
    (void)state;
    struct error error = {0};
    assert_null(report_format_find(TEXT("jsno"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_non_null(strstr(error.message, "did you mean 'json'?"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats_are_found_by_name),
        cmocka_unit_test(test_misspelt_format_gets_a_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
