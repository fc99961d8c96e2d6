/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static int open_fonts(void **state)
{
    struct error error = {0};

    (void)state;
    return font_open(&error) ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    font_close();
    return 0;
}

/* Wrap at the width of so many average letters and compare with lines joined by "|". */
static void assert_wraps(const char *name, double letters, size_t max_lines, const char *expected)
{
    struct arena arena = {0};
    struct text_list lines = {0};
    char joined[1024] = "";
    size_t used = 0;

    wrap_text(&arena, text_from(name), letters * 10 * 0.55, max_lines, 10, FONT_REGULAR, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        used += (size_t)snprintf(joined + used, sizeof joined - used, "%s" TEXT_FORMAT,
                                 i > 0 ? "|" : "", TEXT_PARTS(lines.items[i]));
    }
    list_release(&lines);
    arena_release(&arena);
    assert_string_equal(joined, expected);
}

static void test_lines_are_balanced(void **state)
{
    (void)state;
    assert_wraps("Islamic Movement of Uzbekistan", 20, 4, "Islamic Movement|of Uzbekistan");
    assert_wraps("Islamic Movement of Uzbekistan", 12, 4, "Islamic|Movement|of Uzbekistan");
    assert_wraps("Islamic Movement of Uzbekistan", 40, 4, "Islamic Movement of Uzbekistan");
    assert_wraps("al-Qaeda in the Islamic Maghreb", 18, 4, "al-Qaeda in the|Islamic Maghreb");
}

static void test_prefix_is_kept_with_its_word(void **state)
{
    (void)state;
    assert_wraps("al-Murabitun", 8, 3, "al-Murabitun");
    assert_wraps("Ansar al-Sharia", 10, 4, "Ansar|al-Sharia");
}

static void test_hyphen_breaks_a_long_compound(void **state)
{
    (void)state;
    assert_wraps("Tehrik-i-Taliban Pakistan", 8, 4, "Tehrik-i-|Taliban|Pakistan");
    assert_wraps("Tehrik-i-Taliban Pakistan", 17, 4, "Tehrik-i-Taliban|Pakistan");
    assert_wraps("Syria\xE2\x80\x93Iraq\xE2\x80\x93Lebanon", 13, 3,
                 "Syria\xE2\x80\x93Iraq\xE2\x80\x93|Lebanon");
}

static void test_years_are_not_broken(void **state)
{
    (void)state;
    assert_wraps("2012-2014", 6, 3, "2012-2014");
}

static void test_bracket_starts_a_line(void **state)
{
    (void)state;
    assert_wraps("Army(Hifter)", 8, 3, "Army|(Hifter)");
    assert_wraps("Libyan National Army (Hifter)", 17, 3, "Libyan National|Army (Hifter)");
}

static void test_too_many_lines_end_in_an_ellipsis(void **state)
{
    (void)state;
    assert_wraps("one two three four five six seven", 6, 2, "one|two t\xE2\x80\xA6");
}

static void test_endless_word_is_broken_between_characters(void **state)
{
    struct arena arena = {0};
    struct text_list lines = {0};
    char name[401] = {0};
    size_t total = 0;

    (void)state;
    memset(name, 'w', 400);
    wrap_text(&arena, text_from(name), 50, 100, 10, FONT_REGULAR, &lines);
    assert_true(lines.count > 10);
    for (size_t i = 0; i < lines.count; i++) {
        assert_true(font_text_width(lines.items[i], 10, FONT_REGULAR) <= 50);
        total += lines.items[i].length;
    }
    assert_int_equal(total, 400);
    list_release(&lines);
    arena_release(&arena);
}

static void test_empty_and_blank_texts_give_no_lines(void **state)
{
    (void)state;
    assert_wraps("", 10, 3, "");
    assert_wraps("   ", 10, 3, "");
    assert_wraps("  a   b  ", 10, 3, "a   b");
}

static void test_running_text_fills_its_lines(void **state)
{
    struct arena arena = {0};
    struct text_list lines = {0};
    struct text note = TEXT("aa bb cc dd ee ff gg");

    (void)state;
    wrap_fill(&arena, note, font_text_width(TEXT("aa bb cc dd ee"), 10, FONT_REGULAR) + 1, 4, 10,
              FONT_REGULAR, &lines);
    assert_int_equal(lines.count, 2);
    assert_true(text_equal_string(lines.items[0], "aa bb cc dd ee"));
    assert_true(text_equal_string(lines.items[1], "ff gg"));
    lines.count = 0;
    wrap_fill(&arena, note, 30, 2, 10, FONT_REGULAR, &lines);
    assert_int_equal(lines.count, 2);
    assert_true(lines.items[1].at[lines.items[1].length - 1] == '\xA6'); /* of an ellipsis */
    list_release(&lines);
    arena_release(&arena);
}

static void test_no_break_space_holds(void **state)
{
    (void)state;
    assert_wraps("aaa bbb\xC2\xA0"
                 "ccc",
                 8, 3,
                 "aaa|bbb\xC2\xA0"
                 "ccc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_balanced),
        cmocka_unit_test(test_prefix_is_kept_with_its_word),
        cmocka_unit_test(test_hyphen_breaks_a_long_compound),
        cmocka_unit_test(test_years_are_not_broken),
        cmocka_unit_test(test_bracket_starts_a_line),
        cmocka_unit_test(test_too_many_lines_end_in_an_ellipsis),
        cmocka_unit_test(test_endless_word_is_broken_between_characters),
        cmocka_unit_test(test_empty_and_blank_texts_give_no_lines),
        cmocka_unit_test(test_running_text_fills_its_lines),
        cmocka_unit_test(test_no_break_space_holds),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
