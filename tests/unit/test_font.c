/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/font.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

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

static double width_of(const char *string)
{
    return font_text_width(text_from(string), 10, FONT_REGULAR);
}

static void test_width_grows_with_size_and_weight(void **state)
{
    struct text name = TEXT("Islamic State");
    double width = font_text_width(name, 7, FONT_REGULAR);

    (void)state;
    assert_near(font_text_width(name, 14, FONT_REGULAR), 2 * width, 1e-9);
    assert_true(font_text_width(name, 7, FONT_SEMIBOLD) > width);
    assert_true(width >= 35 && width <= 55);
    assert_near(width_of(""), 0, 0);
}

static void test_letters_have_kerning(void **state)
{
    (void)state;
    assert_true(width_of("AV") < width_of("A") + width_of("V"));
}

static void test_missing_characters_have_an_estimated_width(void **state)
{
    (void)state;
    assert_near(width_of("\xE4\xB8\xAD\xE5\x9B\xBD"), 20, 1e-9);              /* CJK */
    assert_near(width_of("\xD8\xAF\xD8\xA7\xD8\xB9\xD8\xB4"), 4 * 6.2, 1e-9); /* Arabic */
    assert_near(width_of("\xD8\xAF\xD9\x8E"), 6.2, 1e-9); /* letter and vowel mark */
}

static void test_invisible_characters_take_no_room(void **state)
{
    (void)state;
    assert_near(width_of("ab\xE2\x80\x8E"), width_of("ab"), 1e-9); /* direction mark */
    assert_near(width_of("ab\xE2\x80\x8B"), width_of("ab"), 1e-9); /* zero-width space */
}

/* They are shown as U+FFFD, which is about as wide as it is high. */
static void test_replaced_characters_take_their_room(void **state)
{
    (void)state;
    assert_true(width_of("a\xE2\x80\xAE"
                         "b") >= width_of("ab") + 8);
    assert_true(width_of("a\x01"
                         "b") >= width_of("ab") + 8);
}

static void test_metrics_are_in_order(void **state)
{
    (void)state;
    assert_true(font_cap_height() > 0.65 && font_cap_height() < 0.8);
    assert_true(font_ascent() >= font_cap_height() && font_ascent() < 0.85);
    assert_true(font_descent() > 0.15 && font_descent() < 0.3);
}

static void test_coverage_tells_latin_from_arabic(void **state)
{
    (void)state;
    assert_true(font_covers(TEXT("Jam\xC4\x81\xCA\xBF at, 2015\xE2\x80\x93"), FONT_REGULAR));
    assert_true(font_covers(TEXT("a\xE2\x80\x8B"), FONT_SEMIBOLD));
    assert_false(font_covers(TEXT("\xD8\xAF"), FONT_REGULAR));
}

static void test_opening_twice_is_harmless(void **state)
{
    struct error error = {0};

    (void)state;
    assert_true(font_open(&error));
    font_close();
    font_close();
    assert_true(font_open(&error));
    assert_true(width_of("a") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width_grows_with_size_and_weight),
        cmocka_unit_test(test_letters_have_kerning),
        cmocka_unit_test(test_missing_characters_have_an_estimated_width),
        cmocka_unit_test(test_invisible_characters_take_no_room),
        cmocka_unit_test(test_replaced_characters_take_their_room),
        cmocka_unit_test(test_metrics_are_in_order),
        cmocka_unit_test(test_coverage_tells_latin_from_arabic),
        cmocka_unit_test(test_opening_twice_is_harmless),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
