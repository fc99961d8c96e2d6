/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/text.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct text empty = {0};

static void test_equality_sees_length_and_bytes(void **state)
{
    (void)state;
    assert_true(text_equal(TEXT("abc"), text_from("abc")));
    assert_false(text_equal(TEXT("abc"), TEXT("abcd")));
    assert_false(text_equal(TEXT("abc"), TEXT("abd")));
    assert_true(text_equal(empty, TEXT("")));
    assert_true(text_equal(text_from(NULL), empty));
    assert_true(text_equal_string(TEXT("x"), "x"));
    assert_false(text_equal_string(empty, "x"));
    assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
}

static void test_a_prefix_is_found_at_the_start_only(void **state)
{
    (void)state;
    assert_true(text_starts_with(TEXT("select_kind"), "select_"));
    assert_true(text_starts_with(TEXT("select_"), "select_"));
    assert_false(text_starts_with(TEXT("select"), "select_"));
    assert_false(text_starts_with(TEXT("xselect_"), "select_"));
    assert_true(text_starts_with(empty, ""));
}

static void test_order_is_by_bytes_then_by_length(void **state)
{
    (void)state;
    assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
    assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
    assert_true(text_compare(TEXT("a"), TEXT("ab")) < 0);
    assert_true(text_compare(empty, TEXT("a")) < 0);
    assert_int_equal(text_compare(empty, TEXT("")), 0);
    /* Bytes above 127 come last, as in UTF-8 order, not first as signed chars would. */
    assert_true(text_compare(TEXT("z"), TEXT("\xC3\xA9")) < 0);
}

static void test_trimming_takes_ascii_white_space_only(void **state)
{
    (void)state;
    assert_true(text_equal(text_trim(TEXT(" \t\r\n a b \v\f")), TEXT("a b")));
    assert_true(text_equal(text_trim(TEXT("   ")), empty));
    assert_true(text_equal(text_trim(empty), empty));
    assert_true(text_equal(text_trim(TEXT("\xC2\xA0x")), TEXT("\xC2\xA0x")));
}

/* The pieces joined with '|', each followed by one, to compare at a glance. */
static const char *pieces_of(struct text rest)
{
    static char joined[100];
    struct text piece;
    size_t length = 0;
    joined[0] = '\0';
    while (text_next_piece(&rest, ';', &piece))
        length += (size_t)snprintf(joined + length, sizeof joined - length, TEXT_FORMAT "|",
                                   TEXT_PARTS(piece));
    assert_null(rest.at);
    return joined;
}

static void test_pieces_keep_empty_ones_wherever_they_stand(void **state)
{
    (void)state;
    assert_string_equal(pieces_of(TEXT("a;b;c")), "a|b|c|");
    assert_string_equal(pieces_of(TEXT("a")), "a|");
    assert_string_equal(pieces_of(TEXT(";a")), "|a|");
    assert_string_equal(pieces_of(TEXT("a;")), "a||");
    assert_string_equal(pieces_of(TEXT(";")), "||");
    assert_string_equal(pieces_of(TEXT("a;;b")), "a||b|");
}

static void test_an_empty_text_has_no_pieces(void **state)
{
    (void)state;
    assert_string_equal(pieces_of(TEXT("")), "");
    assert_string_equal(pieces_of(empty), "");
}

static void test_pieces_never_read_past_a_slice(void **state)
{
    (void)state;
    assert_string_equal(pieces_of((struct text){"a;b;c", 2}), "a||");
    assert_string_equal(pieces_of((struct text){"a;b;c", 3}), "a|b|");
}

static void test_numbers_are_read_whole(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } good[] = {
        {"0", 0},  {"12", 12},    {"-12.5", -12.5}, {"+3", 3},  {".5", 0.5},
        {"5.", 5}, {"1e3", 1000}, {"2E-2", 0.02},   {"007", 7}, {"1e+2", 100},
        {"-0", 0}, {"0.1", 0.1},  {"1e-400", 0},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = -99;
        assert_true(text_to_double(text_from(good[i].text), &value));
        assert_true(value == good[i].value);
    }
}

static void test_what_is_no_number_leaves_the_value_alone(void **state)
{
    (void)state;
    static const char *const bad[] = {"",      " 1",  "1 ",   "1,5",   "0x10", "nan",
                                      "inf",   "1e",  "e5",   ".",     "+",    "-",
                                      "1.2.3", "--1", "1e5.", "1e400", "12a",  "1_000"};
    double value = 42;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(text_to_double(text_from(bad[i]), &value));
    assert_true(value == 42);
    assert_false(text_to_double(TEXT("1\0"), &value));
}

static void test_a_number_ends_with_its_slice(void **state)
{
    (void)state;
    double value;
    assert_true(text_to_double((struct text){"123456", 3}, &value));
    assert_true(value == 123);
    long number;
    assert_true(text_to_long((struct text){"123456", 2}, &number));
    assert_int_equal(number, 12);
}

static void test_integers_are_read_up_to_their_range(void **state)
{
    (void)state;
    char most[40];
    snprintf(most, sizeof most, "%ld", LONG_MAX);
    long value = 0;
    assert_true(text_to_long(text_from(most), &value));
    assert_true(value == LONG_MAX);
    assert_true(text_to_long(TEXT("-17"), &value));
    assert_int_equal(value, -17);
    assert_true(text_to_long(TEXT("+08"), &value));
    assert_int_equal(value, 8);
    assert_false(text_to_long(TEXT("99999999999999999999"), &value));
    assert_false(text_to_long(TEXT("1.0"), &value));
    assert_false(text_to_long(TEXT(""), &value));
    assert_false(text_to_long(TEXT("-"), &value));
    assert_false(text_to_long(TEXT("0x1"), &value));
    assert_int_equal(value, 8);
}

static void test_invalid_utf8_is_found_where_it_starts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t offset;
    } cases[] = {
        {"abc", 3},
        {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9},
        {"a\x80", 1},                    /* a stray continuation */
        {"ab\xC0\xAF", 2},               /* overlong */
        {"\xE0\x80\xAF", 0},             /* overlong */
        {"\xF0\x80\x80\xAF", 0},         /* overlong */
        {"\xED\xA0\x80", 0},             /* a surrogate */
        {"\xF4\x90\x80\x80", 0},         /* above U+10FFFF */
        {"\xF5\x80\x80\x80", 0},         /* no such lead byte */
        {"x\xE2\x82", 1},                /* cut short */
        {"x\xE2\x82y", 1},               /* cut short by a letter */
        {"\xED\x9F\xBF\xEE\x80\x80", 6}, /* just outside the surrogates */
        {"\xF4\x8F\xBF\xBF", 4},         /* U+10FFFF */
        {"\xFF", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(text_find_invalid_utf8(text_from(cases[i].text)), cases[i].offset);
    assert_int_equal(text_find_invalid_utf8(empty), 0);
}

static void test_code_points_are_read_one_by_one(void **state)
{
    (void)state;
    const struct text text = TEXT("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xE2\x82z");
    static const unsigned expected[] = {'a', 0xE9, 0x20AC, 0x1F600, 0xFFFD, 0xFFFD, 'z'};
    size_t offset = 0;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(text_next_codepoint(text, &offset), expected[i]);
    assert_int_equal(offset, text.length);
}

/* The definition of Levenshtein, without a table. */
static unsigned naive_distance(const char *a, const char *b)
{
    if (*a == '\0')
        return (unsigned)strlen(b);
    if (*b == '\0')
        return (unsigned)strlen(a);
    const unsigned change = naive_distance(a + 1, b + 1) + (*a != *b);
    const unsigned drop = naive_distance(a + 1, b) + 1;
    const unsigned add = naive_distance(a, b + 1) + 1;
    const unsigned least = change < drop ? change : drop;
    return least < add ? least : add;
}

static void test_edit_distance_agrees_with_its_definition(void **state)
{
    (void)state;
    srand(1);
    for (int round = 0; round < 300; round++) {
        char a[7] = {0};
        char b[7] = {0};
        for (int i = rand() % 7; i-- > 0;)
            a[i] = (char)('a' + rand() % 3);
        for (int i = rand() % 7; i-- > 0;)
            b[i] = (char)('a' + rand() % 3);
        assert_int_equal(text_edit_distance(text_from(a), text_from(b)), naive_distance(a, b));
    }
    assert_int_equal(text_edit_distance(TEXT("kitten"), TEXT("sitting")), 3);
}

static void test_edit_distance_counts_letters_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(text_edit_distance(TEXT("caf\xC3\xA9"), TEXT("cafe")), 1);
    assert_int_equal(text_edit_distance(TEXT("\xE2\x82\xAC"), TEXT("")), 1);
}

static void test_edit_distance_of_long_texts_is_capped(void **state)
{
    (void)state;
    char a[1001];
    char b[301];
    memset(a, 'a', sizeof a);
    memset(b, 'b', sizeof b);
    assert_int_equal(text_edit_distance((struct text){a, 1001}, TEXT("x")), 255);
    assert_int_equal(text_edit_distance((struct text){a, 255}, (struct text){b, 255}), 255);
    assert_int_equal(text_edit_distance((struct text){a, 1001}, (struct text){a, 1001}), 0);
    assert_int_equal(text_edit_distance((struct text){a, 255}, TEXT("a")), 254);
}

static void test_the_nearest_word_is_suggested(void **state)
{
    (void)state;
    const struct text words[] = {TEXT("pledge"), TEXT("split"), TEXT("conflict"), TEXT("alliance")};
    assert_ptr_equal(text_find_nearest(TEXT("plegde"), words, 4), &words[0]);
    assert_ptr_equal(text_find_nearest(TEXT("aliance"), words, 4), &words[3]);
    assert_ptr_equal(text_find_nearest(TEXT("conflicts"), words, 4), &words[2]);
    assert_null(text_find_nearest(TEXT("membership"), words, 4));
    assert_null(text_find_nearest(TEXT("pledge"), words, 0));
    assert_null(text_find_nearest(TEXT("pledge"), NULL, 0));
}

static void test_the_first_of_equally_near_words_is_suggested(void **state)
{
    (void)state;
    const struct text words[] = {TEXT("cats"), TEXT("cuts")};
    assert_ptr_equal(text_find_nearest(TEXT("cots"), words, 2), &words[0]);
}

static void test_a_word_with_no_letter_in_common_is_not_suggested(void **state)
{
    (void)state;
    const struct text words[] = {TEXT("ab")};
    assert_null(text_find_nearest(TEXT("x"), words, 1));
    assert_null(text_find_nearest(TEXT(""), words, 1));
    assert_ptr_equal(text_find_nearest(TEXT("b"), words, 1), &words[0]);
}

static void test_what_turns_or_breaks_a_text_is_harmful(void **state)
{
    (void)state;
    assert_true(text_is_harmful(0x202E) && text_is_harmful(0x2067) && text_is_harmful(0x1B));
    assert_true(text_is_harmful(0x7F) && text_is_harmful(0xFFFF));
    assert_false(text_is_harmful('\n') || text_is_harmful(0x200E) || text_is_harmful(0x627));
}

static void test_arabic_and_hebrew_are_written_from_the_right(void **state)
{
    (void)state;
    assert_true(text_has_leftward(TEXT("1 \xD8\xAF")));
    assert_true(text_has_leftward(TEXT("\xD7\x90 2")));
    assert_false(text_has_leftward(TEXT("\xC5\x9E\xC3\xBBra \xE4\xB8\xAD \xE2\x86\x92")));
    assert_false(text_has_leftward(TEXT("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_turns_or_breaks_a_text_is_harmful),
        cmocka_unit_test(test_arabic_and_hebrew_are_written_from_the_right),
        cmocka_unit_test(test_equality_sees_length_and_bytes),
        cmocka_unit_test(test_a_prefix_is_found_at_the_start_only),
        cmocka_unit_test(test_order_is_by_bytes_then_by_length),
        cmocka_unit_test(test_trimming_takes_ascii_white_space_only),
        cmocka_unit_test(test_pieces_keep_empty_ones_wherever_they_stand),
        cmocka_unit_test(test_an_empty_text_has_no_pieces),
        cmocka_unit_test(test_pieces_never_read_past_a_slice),
        cmocka_unit_test(test_numbers_are_read_whole),
        cmocka_unit_test(test_what_is_no_number_leaves_the_value_alone),
        cmocka_unit_test(test_a_number_ends_with_its_slice),
        cmocka_unit_test(test_integers_are_read_up_to_their_range),
        cmocka_unit_test(test_invalid_utf8_is_found_where_it_starts),
        cmocka_unit_test(test_code_points_are_read_one_by_one),
        cmocka_unit_test(test_edit_distance_agrees_with_its_definition),
        cmocka_unit_test(test_edit_distance_counts_letters_not_bytes),
        cmocka_unit_test(test_edit_distance_of_long_texts_is_capped),
        cmocka_unit_test(test_the_nearest_word_is_suggested),
        cmocka_unit_test(test_the_first_of_equally_near_words_is_suggested),
        cmocka_unit_test(test_a_word_with_no_letter_in_common_is_not_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
