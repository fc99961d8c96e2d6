/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/buffer.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What one call wrote, until the next. */
static struct buffer written;

static int release_written(void **state)
{
    (void)state;
    buffer_release(&written);
    return 0;
}

static const char *number(double value, int decimals)
{
    buffer_release(&written);
    buffer_add_number(&written, value, decimals);
    return written.at == NULL ? "" : written.at;
}

static const char *exact(double value)
{
    buffer_release(&written);
    buffer_add_exact(&written, value);
    return written.at == NULL ? "" : written.at;
}

static const char *xml(struct text text)
{
    buffer_release(&written);
    buffer_add_xml(&written, text);
    return written.at == NULL ? "" : written.at;
}

static const char *csv(const char *text)
{
    buffer_release(&written);
    buffer_add_csv(&written, text_from(text));
    return written.at;
}

static const char *visible(struct text text)
{
    buffer_release(&written);
    buffer_add_visible(&written, text);
    return written.at == NULL ? "" : written.at;
}

static void test_pieces_are_joined_and_end_with_nul(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_string(&buffer, "one");
    buffer_add_char(&buffer, ' ');
    buffer_add_text(&buffer, (struct text){"two!", 3});
    buffer_add_text(&buffer, (struct text){0});
    buffer_add_format(&buffer, " %d %s", 3, "four");
    assert_string_equal(buffer.at, "one two 3 four");
    assert_true(text_equal(buffer_text(&buffer), TEXT("one two 3 four")));
    buffer_release(&buffer);
    assert_null(buffer.at);
    assert_int_equal(buffer_text(&buffer).length, 0);
}

static void test_it_grows_past_every_size(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    for (int i = 0; i < 10000; i++)
        buffer_add_format(&buffer, "%04d", i);
    assert_int_equal(buffer.length, 40000);
    assert_memory_equal(buffer.at + 4 * 1234, "1234", 4);
    assert_int_equal(buffer.at[40000], '\0');
    buffer_release(&buffer);
}

static void test_numbers_lose_their_trailing_zeros(void **state)
{
    (void)state;
    assert_string_equal(number(42, 2), "42");
    assert_string_equal(number(12.5, 2), "12.5");
    assert_string_equal(number(12.345, 2), "12.35");
    assert_string_equal(number(100, 0), "100");
    assert_string_equal(number(1200, 3), "1200");
    assert_string_equal(number(0.001, 2), "0");
    assert_string_equal(number(-3.10, 3), "-3.1");
}

static void test_minus_zero_is_zero(void **state)
{
    (void)state;
    assert_string_equal(number(-0.0, 2), "0");
    assert_string_equal(number(-0.001, 2), "0");
    assert_string_equal(number(-0.001, 0), "0");
    assert_string_equal(exact(-0.0), "0");
}

static void test_unusual_numbers_have_names(void **state)
{
    (void)state;
    assert_string_equal(number(NAN, 2), "");
    assert_string_equal(number(INFINITY, 2), "Inf");
    assert_string_equal(exact(NAN), "");
    assert_string_equal(exact(-INFINITY), "-Inf");
}

static void test_the_largest_number_has_room(void **state)
{
    (void)state;
    assert_int_equal(strlen(number(-DBL_MAX, 100)), 310);
    assert_string_equal(number(1.25, -1), "1");
}

static void test_exact_numbers_are_short(void **state)
{
    (void)state;
    assert_string_equal(exact(0.1), "0.1");
    assert_string_equal(exact(1.0 / 3), "0.3333333333333333");
    assert_string_equal(exact(100), "100");
    assert_string_equal(exact(0.1 + 0.2), "0.30000000000000004");
    assert_string_equal(exact(5e-324), "5e-324");
}

static void test_exact_numbers_read_back_as_the_same(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        seed ^= seed << 13; /* xorshift (Marsaglia 2003): any bits at all */
        seed ^= seed >> 7;
        seed ^= seed << 17;
        double value;
        memcpy(&value, &seed, sizeof value);
        if (!isfinite(value))
            continue;
        assert_true(strtod(exact(value), NULL) == value);
    }
}

static void test_xml_escapes_what_has_a_meaning(void **state)
{
    (void)state;
    assert_string_equal(xml(TEXT("<a href=\"x\">R&D 'n'</a>")),
                        "&lt;a href=&quot;x&quot;&gt;R&amp;D &#39;n&#39;&lt;/a&gt;");
    assert_string_equal(xml(TEXT("caf\xC3\xA9 \xF0\x9F\x98\x80")), "caf\xC3\xA9 \xF0\x9F\x98\x80");
    assert_string_equal(xml((struct text){0}), "");
}

#define FFFD "\xEF\xBF\xBD"

static void test_xml_replaces_what_it_may_not_contain(void **state)
{
    (void)state;
    assert_string_equal(xml(TEXT("a\x01"
                                 "b\x1B"
                                 "c")),
                        "a" FFFD "b" FFFD "c");
    assert_string_equal(xml(TEXT("a\0b")), "a" FFFD "b");
    assert_string_equal(xml(TEXT("a\tb\nc\rd")), "a\tb\nc\rd");
    assert_string_equal(xml(TEXT("\x7F")), FFFD);
    assert_string_equal(xml(TEXT("\xC2\x85")), FFFD);               /* U+0085 */
    assert_string_equal(xml(TEXT("\xEF\xBF\xBE")), FFFD);           /* U+FFFE */
    assert_string_equal(xml(TEXT("\xEF\xBF\xBF")), FFFD);           /* U+FFFF */
    assert_string_equal(xml(TEXT("\xED\xA0\x80")), FFFD FFFD FFFD); /* a surrogate */
    assert_string_equal(xml(TEXT("ab\xE2\x82")), "ab" FFFD FFFD);   /* cut short */
}

static void test_xml_lets_no_text_turn_its_neighbours(void **state)
{
    (void)state;
    assert_string_equal(xml(TEXT("a\xE2\x80\xAE"
                                 "b\xE2\x80\xAC")),
                        "a" FFFD "b" FFFD); /* U+202E */
    assert_string_equal(xml(TEXT("\xE2\x81\xA6x\xE2\x81\xA9")), FFFD "x" FFFD);
    /* The marks that only place a letter stay: U+200F is part of right-to-left text. */
    assert_string_equal(xml(TEXT("a\xE2\x80\x8F")), "a\xE2\x80\x8F");
}

static void test_csv_quotes_only_when_needed(void **state)
{
    (void)state;
    assert_string_equal(csv("plain text"), "plain text");
    assert_string_equal(csv("a,b"), "\"a,b\"");
    assert_string_equal(csv("say \"x\""), "\"say \"\"x\"\"\"");
    assert_string_equal(csv("two\nlines"), "\"two\nlines\"");
    assert_string_equal(csv("\rx"), "\"'\rx\"");
    assert_string_equal(csv(" padded"), "\" padded\"");
    assert_string_equal(csv(""), "");
}

static void test_csv_disarms_formulas_but_no_numbers(void **state)
{
    (void)state;
    assert_string_equal(csv("=1+2"), "'=1+2");
    assert_string_equal(csv("@SUM(A1)"), "'@SUM(A1)");
    assert_string_equal(csv("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
    assert_string_equal(csv("-2+3,x"), "\"'-2+3,x\"");
    assert_string_equal(csv("\t=1"), "\"'\t=1\"");
    assert_string_equal(csv("\n=1"), "\"'\n=1\"");
    assert_string_equal(csv("\xEF\xBC\x9D"
                            "1"),
                        "'\xEF\xBC\x9D"
                        "1"); /* a wide = */
    assert_string_equal(csv("-12.5"), "-12.5");
    assert_string_equal(csv("+3"), "+3");
    assert_string_equal(csv("-"), "-");
    assert_string_equal(csv("+"), "+");
    assert_string_equal(csv("a=b"), "a=b");
}

static void test_visible_text_is_one_harmless_line(void **state)
{
    (void)state;
    assert_string_equal(visible(TEXT("a\nb\tc\rd")), "a\\nb\\tc\\rd");
    assert_string_equal(visible(TEXT("\x1B[31mred")), "\\x1b[31mred");
    assert_string_equal(visible(TEXT("a\0b\x7F")), "a\\x00b\\x7f");
    assert_string_equal(visible(TEXT("\xC2\x9Bx")), "\\x9bx"); /* the one-byte CSI */
    assert_string_equal(visible(TEXT("\xE2\x80\xAE"
                                     "abc\xE2\x80\xAC")),
                        "\\u202eabc\\u202c");
    assert_string_equal(visible(TEXT("a\xE2\x80\xA8"
                                     "b")),
                        "a\\u2028b");
    assert_string_equal(visible(TEXT("caf\xE9")), "caf\\xe9");
    assert_string_equal(visible(TEXT("caf\xC3\xA9 " FFFD)), "caf\xC3\xA9 " FFFD);
}

static void test_a_name_written_from_the_right_ends_with_a_mark(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    buffer_add_name(&buffer, TEXT("\xD8\xAF"));
    buffer_add_name(&buffer, TEXT("a"));
    assert_string_equal(buffer.at, "\xD8\xAF\xE2\x80\x8E"
                                   "a");
    buffer_release(&buffer);
}

/* Test vectors of RFC 4648, section 10. */
static void test_base64_has_the_published_values(void **state)
{
    static const char *const published[] = {"",         "Zg==",     "Zm8=",    "Zm9v",
                                            "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
    (void)state;
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        struct buffer buffer = {0};
        buffer_add_base64(&buffer, (struct text){"foobar", i});
        assert_true(text_equal_string(buffer_text(&buffer), published[i]));
        buffer_release(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_name_written_from_the_right_ends_with_a_mark),
        cmocka_unit_test(test_base64_has_the_published_values),
        cmocka_unit_test(test_pieces_are_joined_and_end_with_nul),
        cmocka_unit_test(test_it_grows_past_every_size),
        cmocka_unit_test(test_numbers_lose_their_trailing_zeros),
        cmocka_unit_test(test_minus_zero_is_zero),
        cmocka_unit_test(test_unusual_numbers_have_names),
        cmocka_unit_test(test_the_largest_number_has_room),
        cmocka_unit_test(test_exact_numbers_are_short),
        cmocka_unit_test(test_exact_numbers_read_back_as_the_same),
        cmocka_unit_test(test_xml_escapes_what_has_a_meaning),
        cmocka_unit_test(test_xml_replaces_what_it_may_not_contain),
        cmocka_unit_test(test_xml_lets_no_text_turn_its_neighbours),
        cmocka_unit_test(test_csv_quotes_only_when_needed),
        cmocka_unit_test(test_csv_disarms_formulas_but_no_numbers),
        cmocka_unit_test(test_visible_text_is_one_harmless_line),
    };
    return cmocka_run_group_tests(tests, NULL, release_written);
}
