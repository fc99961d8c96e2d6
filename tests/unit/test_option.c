/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/option.h"

#include "report_case.h"

static const struct option options[] = {
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .help = "a format",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, format)},
    {.name = "top",
     .letter = 'n',
     .argument = "N",
     .help = "how many",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, top)},
    {.name = "json",
     .letter = 'j',
     .help = "as JSON",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, json)},
    {.name = "set",
     .argument = "NAME=VALUE",
     .help = "set an attribute with a rather long name",
     .type = OPTION_LIST,
     .field = offsetof(struct settings, attributes)},
};

static const struct option_table plain = {.options = options, .count = 4};
static const struct option_table selecting = {.options = options, .count = 4, .selects = true};

struct option_case {
    struct settings settings;
    struct error error;
};

/* Parse words that end with a NULL. */
static bool parse(struct option_case *test, const struct option_table *table, char **words)
{
    int count = 0;
    while (words[count] != NULL)
        count++;
    settings_release(&test->settings);
    *test = (struct option_case){0};
    return option_parse(table, count, words, &test->settings, &test->error);
}

#define WORDS(...) ((char *[]){__VA_ARGS__, NULL})

static void test_value_follows_equals_or_stands_alone(void **state)
{
    (void)state;
    struct option_case test = {0};
    assert_true(parse(&test, &plain, WORDS("--format=csv", "data")));
    assert_true(text_equal_string(test.settings.format, "csv"));
    assert_int_equal(test.settings.operands.count, 1);
    assert_true(parse(&test, &plain, WORDS("--format", "csv", "data")));
    assert_true(text_equal_string(test.settings.format, "csv"));
    assert_true(parse(&test, &plain, WORDS("-f", "csv")));
    assert_true(text_equal_string(test.settings.format, "csv"));
    assert_true(parse(&test, &plain, WORDS("-jfcsv")));
    assert_true(text_equal_string(test.settings.format, "csv") && test.settings.json);
    settings_release(&test.settings);
}

static void test_words_behind_two_dashes_are_operands(void **state)
{
    (void)state;
    struct option_case test = {0};
    assert_true(parse(&test, &plain, WORDS("-", "--", "--format", "-j")));
    assert_int_equal(test.settings.operands.count, 3);
    assert_true(text_equal_string(test.settings.operands.items[1], "--format"));
    assert_false(test.settings.json);
    settings_release(&test.settings);
}

static void test_repeated_list_option_collects(void **state)
{
    (void)state;
    struct option_case test = {0};
    assert_true(parse(&test, &plain, WORDS("--set=a=1", "--set", "b=2")));
    assert_int_equal(test.settings.attributes.count, 2);
    assert_true(text_equal_string(test.settings.attributes.items[0], "a=1"));
    settings_release(&test.settings);
}

static void assert_refused(const struct option_table *table, char **words, const char *reason)
{
    struct option_case test = {0};
    assert_false(parse(&test, table, words));
    assert_int_equal(test.error.kind, ERROR_USAGE);
    assert_contains(test.error.message, reason);
    settings_release(&test.settings);
}

static void test_wrong_options_are_refused_with_a_reason(void **state)
{
    (void)state;
    assert_refused(&plain, WORDS("--formt=csv"),
                   "unknown option '--formt'; did you mean '--format'?");
    assert_refused(&plain, WORDS("--elsewhere"), "unknown option '--elsewhere'");
    assert_refused(&plain, WORDS("-x"), "unknown option '-x'");
    assert_refused(&plain, WORDS("--json=yes"), "'--json' takes no value");
    assert_refused(&plain, WORDS("--format"), "'--format' needs a value: --format=FORMAT");
    assert_refused(&plain, WORDS("--format", "--json"), "'--format' needs a value");
    assert_refused(&plain, WORDS("--top=0"), "'--top' needs a number from 1, not '0'");
    assert_refused(&plain, WORDS("--top=many"), "'--top' needs a number from 1, not 'many'");
    assert_refused(&plain, WORDS("--top=99999999999"), "needs a number from 1");
}

static void test_selection_options_are_for_commands_that_select(void **state)
{
    (void)state;
    struct option_case test = {0};
    assert_true(parse(&test, &selecting, WORDS("--family", "split,pledge", "--certain-only")));
    assert_int_equal(test.settings.query.families, 1u << FAMILY_SPLIT | 1u << FAMILY_PLEDGE);
    assert_true(test.settings.query.certain_only);
    settings_release(&test.settings);
    assert_refused(&plain, WORDS("--family=split"), "unknown option '--family'");
    assert_refused(&selecting, WORDS("--famly=split"), "did you mean '--family'?");
}

static void test_selection_options_are_kept_as_figure_attributes(void **state)
{
    (void)state;
    struct option_case test = {0};
    assert_true(parse(&test, &selecting, WORDS("--during=2015", "--certain-only")));
    assert_int_equal(test.settings.attributes.count, 2);
    assert_true(text_equal_string(test.settings.attributes.items[0], "select_during=2015"));
    assert_true(text_equal_string(test.settings.attributes.items[1], "select_certain_only=yes"));
    settings_release(&test.settings);
}

static void test_usage_lists_every_option_with_its_help(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    option_add_usage(&selecting, &buffer);
    assert_contains(buffer.at, "  -f, --format=FORMAT     a format\n");
    assert_contains(buffer.at, "  -h, --help              show this help\n");
    assert_contains(buffer.at, "      --during=WINDOW");
    buffer_release(&buffer);
    option_add_usage(&plain, &buffer);
    assert_lacks(buffer.at, "--during");
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_value_follows_equals_or_stands_alone),
        cmocka_unit_test(test_words_behind_two_dashes_are_operands),
        cmocka_unit_test(test_repeated_list_option_collects),
        cmocka_unit_test(test_wrong_options_are_refused_with_a_reason),
        cmocka_unit_test(test_selection_options_are_for_commands_that_select),
        cmocka_unit_test(test_selection_options_are_kept_as_figure_attributes),
        cmocka_unit_test(test_usage_lists_every_option_with_its_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
