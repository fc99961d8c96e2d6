/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

/* The one source of a file of sources; NULL when it is rejected. */
static const struct source *read_source(struct load_case *test, const char *sources)
{
    load_case_init(test);
    load_case_add(test, "sources.json", sources);
    load_case_run(test);
    return test->dataset.sources.count > 0 ? &test->dataset.sources.items[0] : NULL;
}

static void test_a_source_is_read(void **state)
{
    (void)state;
    struct load_case test;
    const struct source *source = read_source(
        &test, "\n[\n {\"id\": \"s1\", \"type\": \"article\", \"title\": \" The Title \",\n"
               "  \"author\": [{\"family\": \"Berg\", \"given\": \"Ann\","
               " \"non-dropping-particle\": \"van der\"}],\n"
               "  \"container-title\": \"Journal\", \"publisher\": \"Press\",\n"
               "  \"issued\": {\"date-parts\": [[2016, \"2\", 9]]},\n"
               "  \"URL\": \"https://example.org/a?b=c\", \"note\": \"Seen.\"}\n]\n");
    load_case_expect(&test, "");
    assert_true(text_equal_string(source->id, "s1"));
    assert_true(text_equal_string(source->title, "The Title"));
    assert_true(text_equal_string(source->authors, "van der Berg"));
    assert_true(text_equal_string(source->publisher, "Journal"));
    assert_true(text_equal_string(source->issued, "2016-02-09"));
    assert_true(text_equal_string(source->url, "https://example.org/a?b=c"));
    assert_true(text_equal_string(source->note, "Seen."));
    assert_int_equal(source->line, 3);
    load_case_release(&test);
}

static void check_authors(const char *authors, const char *expected)
{
    struct load_case test;
    char sources[500];
    snprintf(sources, sizeof sources, "[{\"id\": \"s1\", \"title\": \"T\", \"author\": %s}]",
             authors);
    const struct source *source = read_source(&test, sources);
    load_case_expect(&test, "");
    assert_true(text_equal_string(source->authors, expected));
    load_case_release(&test);
}

static void test_authors_are_joined(void **state)
{
    (void)state;
    check_authors("[]", "");
    check_authors("[{\"family\": \"A\"}]", "A");
    check_authors("[{\"literal\": \"The Institute\"}]", "The Institute");
    check_authors("[{\"given\": \"Plato\"}]", "Plato");
    check_authors("[{\"family\": \"A\"}, {\"family\": \"B\"}]", "A and B");
    check_authors("[{\"family\": \"A\"}, {\"family\": \"B\"}, {\"family\": \"C\"}]", "A, B and C");
    check_authors("[{\"family\": \"A\"}, {\"family\": \"B\"}, {\"family\": \"C\"}, "
                  "{\"family\": \"D\"}]",
                  "A et al.");
}

static void check_issued(const char *issued, const char *expected)
{
    struct load_case test;
    char sources[500];
    snprintf(sources, sizeof sources, "[{\"id\": \"s1\", \"title\": \"T\", \"issued\": %s}]",
             issued);
    const struct source *source = read_source(&test, sources);
    load_case_expect(&test, "");
    assert_true(text_equal_string(source->issued, expected));
    load_case_release(&test);
}

static void test_issued_is_read_in_all_its_forms(void **state)
{
    (void)state;
    check_issued("{\"date-parts\": [[2016]]}", "2016");
    check_issued("{\"date-parts\": [[2016, 2]]}", "2016-02");
    check_issued("{\"date-parts\": [[\"2016\", \"02\"]]}", "2016-02");
    check_issued("{\"date-parts\": [[2016, 2], [2016, 4]]}", "2016-02/2016-04");
    check_issued("{\"raw\": \"2016-02-01\"}", "2016-02-01");
    check_issued("{\"literal\": \"winter 2016\"}", "winter 2016");
    check_issued("{}", "");
    check_issued("null", "");
}

static void test_a_date_that_is_none_is_left_out(void **state)
{
    (void)state;
    struct load_case test;
    const struct source *source = read_source(
        &test,
        "[{\"id\": \"s1\", \"title\": \"T\",\n \"issued\": {\"date-parts\": [[2016, 13]]}}]");
    load_case_expect(&test,
                     "d/sources.json:2:2: error bad-date: 'issued' is no date; it is left out\n");
    assert_int_equal(source->issued.length, 0);
    load_case_release(&test);
}

static void test_an_unsafe_url_is_left_out(void **state)
{
    (void)state;
    static const char *const urls[] = {"javascript:alert(1)", "ftp://example.org",
                                       "//example.org",       "https://a b",
                                       "https://a\\\"b",      "data:text/html,x"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct load_case test;
        char sources[500];
        snprintf(sources, sizeof sources, "[{\"id\": \"s1\", \"title\": \"T\", \"URL\": \"%s\"}]",
                 urls[i]);
        const struct source *source = read_source(&test, sources);
        load_case_expect(&test, "d/sources.json:1:29: warning unsafe-url: 'URL' is no http or "
                                "https address; it is left out\n");
        assert_int_equal(source->url.length, 0);
        load_case_release(&test);
    }
}

static void test_the_scheme_of_a_url_may_be_in_capitals(void **state)
{
    (void)state;
    struct load_case test;
    const struct source *source =
        read_source(&test, "[{\"id\": \"s1\", \"title\": \"T\", \"URL\": \"HTTP://example.org\"}]");
    load_case_expect(&test, "");
    assert_int_equal(source->url.length, 18);
    load_case_release(&test);
}

static void test_a_source_needs_id_and_title(void **state)
{
    (void)state;
    load_case_check_line("sources.json", "[{\"id\": \"s1\"}]",
                         "d/sources.json:1:2: error missing-value: 'title' is empty\n");
    load_case_check_line("sources.json", "[{\"id\": \"s1\"}]",
                         "d/claims.csv:2:4: error dangling-id: source 's1' was rejected at "
                         "sources.json:1\n");
    load_case_check_line("sources.json", "[\n {\"title\": \"T\"}]",
                         "d/sources.json:2:2: error missing-value: 'id' is empty\n");
}

static void test_an_id_may_be_a_number(void **state)
{
    (void)state;
    struct load_case test;
    const struct source *source = read_source(&test, "[{\"id\": 17, \"title\": \"T\"}]");
    assert_true(text_equal_string(source->id, "17"));
    load_case_release(&test);
}

static void test_a_repeated_source_is_reported_with_both_lines(void **state)
{
    (void)state;
    load_case_check("sources.json",
                    "[{\"id\": \"s1\", \"title\": \"T\"},\n  {\"title\": \"U\", \"id\": \"s1\"}]",
                    "d/sources.json:2:18: error duplicate-id: source 's1' stands already at "
                    "sources.json:1\n");
}

static void test_members_of_another_type_are_reported(void **state)
{
    (void)state;
    load_case_check("sources.json",
                    "[{\"id\": \"s1\", \"title\": \"T\",\n\"author\": \"A\",\n\"URL\": 5,\n"
                    "\"note\": null}]",
                    "d/sources.json:2:1: error json-shape: 'author' is no array; it is left out\n"
                    "d/sources.json:3:1: error json-shape: 'URL' is no text; it is left out\n");
    load_case_check("sources.json",
                    "[{\"id\": \"s1\", \"title\": \"T\", \"author\": [{\"family\": \"A\"}, 7]}]",
                    "d/sources.json:1:29: error json-shape: 'author' has an entry without family, "
                    "given or literal; it is left out\n");
}

static void test_control_characters_are_reported(void **state)
{
    (void)state;
    load_case_check("sources.json", "[{\"id\": \"s1\", \"title\": \"T\\u001b[31m\"}]",
                    "d/sources.json:1:15: warning control-character: 'title' has a control "
                    "character\n");
}

static void test_control_characters_in_names_and_dates_are_reported(void **state)
{
    (void)state;
    load_case_check(
        "sources.json",
        "[{\"id\": \"s1\", \"title\": \"T\",\n\"author\": [{\"family\": \"A\\u0007\"}],\n"
        "\"issued\": {\"raw\": \"\\u202E2016\"}}]",
        "d/sources.json:2:1: warning control-character: 'author' has a control "
        "character\n"
        "d/sources.json:3:1: warning control-character: 'issued' has a control "
        "character\n");
}

static void test_what_is_no_array_of_objects_is_reported(void **state)
{
    (void)state;
    load_case_check_line("sources.json", "\n {\"id\": \"s1\"}",
                         "d/sources.json:2:2: error json-shape: the file holds no array, '[ ... "
                         "]'\n");
    load_case_check_line("sources.json", "hello",
                         "d/sources.json:1:1: error json-shape: the file holds no array, '[ ... "
                         "]'\n");
    load_case_check_line("sources.json", "[{\"id\": \"s1\", \"title\": \"T\"},\n 7]",
                         "d/sources.json:2:2: error json-shape: a source is an object, '{ ... "
                         "}'\n");
}

static void test_malformed_json_is_placed(void **state)
{
    (void)state;
    struct load_case test;
    read_source(&test, "[{\"id\": \"s1\", \"title\": \"T\"},\n {\"id\": oops}]");
    load_case_expect_line(&test, "d/sources.json:2:");
    assert_int_equal(test.dataset.sources.count, 1);
    assert_non_null(strstr(test.report, "error bad-json: "));
    load_case_release(&test);
    load_case_check_line("sources.json", "[{\"id\": \"s1\", \"title\": \"T\"}",
                         "d/sources.json:1:28: error bad-json: ");
}

static void test_invalid_utf8_is_placed(void **state)
{
    (void)state;
    load_case_check_line("sources.json", "[{\"id\": \"s1\",\n \"title\": \"Caf\xE9\"}]",
                         "d/sources.json:2:15: error not-utf8: byte 0xE9 is not valid UTF-8; the "
                         "file is not read\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_source_is_read),
        cmocka_unit_test(test_authors_are_joined),
        cmocka_unit_test(test_issued_is_read_in_all_its_forms),
        cmocka_unit_test(test_a_date_that_is_none_is_left_out),
        cmocka_unit_test(test_an_unsafe_url_is_left_out),
        cmocka_unit_test(test_the_scheme_of_a_url_may_be_in_capitals),
        cmocka_unit_test(test_a_source_needs_id_and_title),
        cmocka_unit_test(test_an_id_may_be_a_number),
        cmocka_unit_test(test_a_repeated_source_is_reported_with_both_lines),
        cmocka_unit_test(test_members_of_another_type_are_reported),
        cmocka_unit_test(test_control_characters_are_reported),
        cmocka_unit_test(test_control_characters_in_names_and_dates_are_reported),
        cmocka_unit_test(test_what_is_no_array_of_objects_is_reported),
        cmocka_unit_test(test_malformed_json_is_placed),
        cmocka_unit_test(test_invalid_utf8_is_placed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
