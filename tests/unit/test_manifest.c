/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/manifest.h"

#include "base/json.h"
#include "report_case.h"

static void test_manifest_names_every_file_with_its_digest(void **state)
{
    (void)state;
    struct output_list outputs = {0};
    struct buffer buffer = {0};
    struct json_problem problem;
    struct manifest manifest = {.outputs = &outputs};
    list_push(&manifest.inputs, (struct output){TEXT("groups.csv"), TEXT("abc")});
    list_push(&manifest.options, (struct text_pair){TEXT("during"), TEXT("2015")});
    list_push(&outputs, (struct output){TEXT("index.html"), TEXT("")});
    manifest_write(&manifest, &buffer);

    json_t *whole = json_parse(buffer_text(&buffer), &problem);
    assert_non_null(whole);
    json_t *input = json_array_get(json_object_get(whole, "inputs"), 0);
    assert_string_equal(json_string_value(json_object_get(input, "path")), "groups.csv");
    assert_int_equal(json_integer_value(json_object_get(input, "bytes")), 3);
    assert_string_equal(json_string_value(json_object_get(input, "sha256")),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    json_t *output = json_array_get(json_object_get(whole, "outputs"), 0);
    assert_string_equal(json_string_value(json_object_get(output, "path")), "index.html");
    json_t *option = json_array_get(json_object_get(whole, "options"), 0);
    assert_string_equal(json_string_value(json_object_get(option, "value")), "2015");

    json_decref(whole);
    buffer_release(&buffer);
    list_release(&outputs);
    list_release(&manifest.inputs);
    list_release(&manifest.options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_manifest_names_every_file_with_its_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
