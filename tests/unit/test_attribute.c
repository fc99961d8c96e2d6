/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/attribute.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "figure/attribute_value.h"

static void assert_length(const char *value, double expected)
{
    struct error error = {0};
    double millimetres = 0;

    assert_true(value_read_length(text_from(value), &millimetres, &error));
    assert_true(millimetres > expected - 1e-9 && millimetres < expected + 1e-9);
}

static void assert_no_length(const char *value, const char *message)
{
    struct error error = {0};
    double millimetres = 7;

    assert_false(value_read_length(text_from(value), &millimetres, &error));
    assert_true(millimetres > 6.9 && millimetres < 7.1);
    assert_string_equal(error.message, message);
}

static void test_seconds_are_bounded(void **state)
{
    static const char *const bad[] = {"", "0", "-1", "soon", "1e9", "nan", "5 s"};
    struct error error = {0};
    double seconds = 0;

    (void)state;
    assert_true(value_read_seconds(TEXT(" 0.5 "), &seconds, &error));
    assert_true(seconds > 0.49 && seconds < 0.51);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        error = (struct error){0};
        assert_false(value_read_seconds(text_from(bad[i]), &seconds, &error));
        assert_non_null(strstr(error.message, "seconds between 0.001 and 3600"));
        assert_true(seconds > 0.49 && seconds < 0.51);
    }
}

static void test_length_has_a_unit(void **state)
{
    (void)state;
    assert_length("170mm", 170);
    assert_length(" 8.5 cm ", 85);
    assert_length("2in", 50.8);
    assert_length("72pt", 25.4);
    assert_no_length("170", "'170' is no length like 170mm, 17cm, 6.7in or 482pt");
    assert_no_length("mm", "'mm' is no length like 170mm, 17cm, 6.7in or 482pt");
    assert_no_length("", "'' is no length like 170mm, 17cm, 6.7in or 482pt");
    assert_no_length("10px", "'10px' is no length like 170mm, 17cm, 6.7in or 482pt");
    assert_no_length("1e9mm", "'1e9mm' is not between 20mm and 2000mm");
    assert_no_length("-170mm", "'-170mm' is not between 20mm and 2000mm");
    assert_no_length("19.9mm", "'19.9mm' is not between 20mm and 2000mm");
}

static void assert_no_point(const char *value)
{
    struct error error = {0};
    struct point point = {1, 2};

    assert_false(value_read_point(text_from(value), &point, &error));
    assert_true(point.x > 0.9 && point.x < 1.1 && point.y > 1.9 && point.y < 2.1);
}

static void test_point_is_two_numbers(void **state)
{
    struct error error = {0};
    struct point point;

    (void)state;
    assert_true(value_read_point(TEXT(" -12.5, 40! "), &point, &error));
    assert_true(point.x < -12.4 && point.x > -12.6);
    assert_true(point.y > 39.9 && point.y < 40.1);
    assert_no_point("12");
    assert_no_point("12,");
    assert_no_point("12,13,14");
    assert_no_point("a,b");
    assert_no_point("3,nan");
    assert_no_point("3,20000");
    assert_no_point("");
}

static void assert_no_windows(const char *value, const char *message)
{
    struct error error = {0};
    struct arena arena = {0};
    struct window_list windows = {0};

    list_push(&windows, window_all());
    assert_false(value_read_windows(text_from(value), &arena, &windows, &error));
    assert_int_equal(windows.count, 1);
    assert_non_null(strstr(error.message, message));
    list_release(&windows);
    arena_release(&arena);
}

static void test_windows_are_two_to_six_in_order(void **state)
{
    struct error error = {0};
    struct arena arena = {0};
    struct window_list windows = {0};

    (void)state;
    assert_true(value_read_windows(TEXT("2012/2013; 2014;2015-06"), &arena, &windows, &error));
    assert_int_equal(windows.count, 3);
    assert_string_equal(windows.items[0].text.at, "2012/2013");
    assert_true(windows.items[2].first == day_from_civil(2015, 6, 1));
    list_release(&windows);
    arena_release(&arena);
    assert_no_windows("2014", "is not 2 to 6 windows");
    assert_no_windows("2010;2011;2012;2013;2014;2015;2016", "is not 2 to 6 windows");
    assert_no_windows("2014; 2013", "begins before the window ahead of it ends");
    assert_no_windows("2014; 2014/2015", "begins before the window ahead of it ends");
    assert_no_windows("2014; soon", "soon");
    assert_no_windows("2014;;2015", "a date is missing");
}

static void assert_cleans(const char *value, const char *expected)
{
    struct arena arena = {0};

    assert_string_equal(value_clean_text(&arena, text_from(value)).at, expected);
    arena_release(&arena);
}

static void test_text_is_one_line(void **state)
{
    (void)state;
    assert_cleans("  two \t\n words ", "two words");
    assert_cleans("first\\nsecond\\lthird\\r", "first second third");
    assert_cleans("a\\\\nb", "a\\nb");
    assert_cleans("ends with \\", "ends with \\");
    assert_cleans("\\x41", "\\x41");
    assert_cleans("caf\xC3\xA9", "caf\xC3\xA9");
    assert_cleans("", "");
}

static void test_word_names_the_nearest(void **state)
{
    static const char *const words[] = {"region", "none"};
    struct error error = {0};
    struct text word = TEXT("before");

    (void)state;
    assert_true(value_read_word(TEXT("none"), words, 2, &word, &error));
    assert_int_equal(word.length, 0);
    assert_false(value_read_word(TEXT("regoin"), words, 2, &word, &error));
    assert_string_equal(error.message,
                        "there is no value 'regoin'; did you mean 'region'? (region, none)");
}

static void test_every_attribute_is_documented_once(void **state)
{
    size_t count;
    const struct figure_attribute *rows = figure_attributes(&count);

    (void)state;
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++) {
        assert_true(attribute_is_known(text_from(rows[i].name)));
        assert_true(strlen(rows[i].values) > 0 && strlen(rows[i].standard) > 0);
        assert_true(strlen(rows[i].help) > 0);
        assert_null(strchr(rows[i].help, '|')); /* would break the table of the reference */
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(rows[i].name, rows[j].name);
    }
}

static void test_reference_in_graphs_is_the_table(void **state)
{
    struct arena arena = {0};
    struct error error = {0};
    struct buffer reference = {0};
    struct text readme;

    (void)state;
    if (!file_read(BLOC_SOURCE_DIR "/graphs/README.md", &arena, &readme, &error))
        fail_msg("%s", error.message);
    attribute_write_reference(&reference);
    if (strstr(readme.at, reference.at) == NULL)
        fail_msg("graphs/README.md should have this table:\n%s", reference.at);
    buffer_release(&reference);
    arena_release(&arena);
}

static void test_defaults_stand_on_nodes_and_edges_too(void **state)
{
    (void)state;
    assert_true(attribute_is_default(TEXT("encode_size")));
    assert_true(attribute_is_default(TEXT("encode_style")));
    assert_false(attribute_is_default(TEXT("text_title")));
    assert_false(attribute_is_default(TEXT("select_during")));
    assert_false(attribute_is_default(TEXT("encode_hub")));
    assert_true(attribute_is_of_group(TEXT("encode_hub")));
    assert_false(attribute_is_of_group(TEXT("encode_hubs")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seconds_are_bounded),
        cmocka_unit_test(test_length_has_a_unit),
        cmocka_unit_test(test_point_is_two_numbers),
        cmocka_unit_test(test_text_is_one_line),
        cmocka_unit_test(test_word_names_the_nearest),
        cmocka_unit_test(test_every_attribute_is_documented_once),
        cmocka_unit_test(test_windows_are_two_to_six_in_order),
        cmocka_unit_test(test_reference_in_graphs_is_the_table),
        cmocka_unit_test(test_defaults_stand_on_nodes_and_edges_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
