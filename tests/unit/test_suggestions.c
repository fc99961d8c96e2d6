/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/suggestions.h"

static struct import_result result;

static void suggest(struct import_case *test, const char *against)
{
    static const char *const names[] = {"Front-du-Nord", "Front du Nord", "Guard", "=Guard",
                                        "Else"};
    struct error error = {0};
    result = (struct import_result){0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        intake_group_named(&test->import.intake, text_from(names[i]));
    assert_true(suggestions_make(&test->import.intake, text_from(against), &result, &error));
}

static void test_names_that_are_alike_are_a_list_to_be_filled_in(void **state)
{
    struct import_case *test = *state;
    suggest(test, "");
    struct buffer list = {0};
    suggestions_write(&result, &list);
    assert_string_equal(list.at,
                        "name,group,likely,reason\n"
                        "Front du Nord,,Front-du-Nord,alike but for accents or punctuation\n"
                        "'=Guard,,Guard,alike but for accents or punctuation\n");
    buffer_release(&list);
    import_result_release(&result);
}

static void test_another_dataset_has_the_name_to_keep(void **state)
{
    struct import_case *test = *state;
    suggest(test, BLOC_SOURCE_DIR "/tests/data/north");
    bool found = false;
    for (size_t i = 0; i < result.likenesses.count; i++) {
        const struct import_likeness *likeness = &result.likenesses.items[i];
        found = found || text_equal_string(likeness->other, "Front du Nord") ||
                text_equal_string(likeness->name, "Front du Nord");
    }
    assert_true(found);
    import_result_release(&result);
}

static void test_a_folder_that_cannot_be_read_is_an_error(void **state)
{
    struct import_case *test = *state;
    struct error error = {0};
    result = (struct import_result){0};
    assert_false(suggestions_make(&test->import.intake, TEXT("/nowhere"), &result, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    import_result_release(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_names_that_are_alike_are_a_list_to_be_filled_in),
        import_test(test_another_dataset_has_the_name_to_keep),
        import_test(test_a_folder_that_cannot_be_read_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
