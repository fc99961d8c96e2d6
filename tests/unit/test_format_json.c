/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_json.h"

#include "base/json.h"
#include "sample_table.h"

static json_t *write_both(void)
{
    struct report_table tables[2];
    struct buffer buffer = {0};
    struct json_problem problem;
    sample_table_init(&tables[0]);
    sample_record_init(&tables[1]);
    report_write_json(tables, 2, &buffer);
    json_t *whole = json_parse(buffer_text(&buffer), &problem);
    buffer_release(&buffer);
    report_table_release(&tables[0]);
    report_table_release(&tables[1]);
    assert_non_null(whole);
    return whole;
}

static void test_table_is_an_array_of_objects_and_record_an_object(void **state)
{
    (void)state;
    json_t *whole = write_both();
    json_t *rows = json_object_get(whole, "rows");
    assert_int_equal(json_array_size(rows), 2);
    json_t *first = json_array_get(rows, 0);
    assert_string_equal(json_string_value(json_object_get(first, "name")), "Şûra | <b>");
    assert_int_equal(json_integer_value(json_object_get(first, "ties")), 12);
    json_t *group = json_object_get(whole, "group");
    assert_string_equal(json_string_value(json_object_get(group, "name")), "Band");
    json_decref(whole);
}

static void test_numbers_are_exact_and_undefined_ones_null(void **state)
{
    (void)state;
    json_t *whole = write_both();
    json_t *rows = json_object_get(whole, "rows");
    assert_true(json_real_value(json_object_get(json_array_get(rows, 0), "share")) == 1.0 / 3);
    assert_true(json_is_null(json_object_get(json_array_get(rows, 1), "share")));
    json_decref(whole);
}

static void test_note_is_a_member_of_its_own(void **state)
{
    (void)state;
    json_t *whole = write_both();
    json_t *policy = json_object_get(whole, "sign_policy");
    assert_string_equal(json_string_value(json_object_get(policy, "pledge")), "+");
    json_decref(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table_is_an_array_of_objects_and_record_an_object),
        cmocka_unit_test(test_numbers_are_exact_and_undefined_ones_null),
        cmocka_unit_test(test_note_is_a_member_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
