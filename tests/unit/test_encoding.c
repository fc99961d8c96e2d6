/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_detected(struct text text, enum encoding expected, size_t expected_mark)
{
    size_t mark = 99;
    assert_int_equal(encoding_detect(text, &mark), expected);
    assert_int_equal(mark, expected_mark);
}

static void test_encodings_are_detected(void **state)
{
    (void)state;
    check_detected(TEXT(""), ENCODING_UTF8, 0);
    check_detected(TEXT("plain"), ENCODING_UTF8, 0);
    check_detected(TEXT("\xEF\xBB\xBFplain"), ENCODING_UTF8, 3);
    check_detected(TEXT("caf\xC3\xA9"), ENCODING_UTF8, 0);
    check_detected(TEXT("caf\xC3"), ENCODING_UTF8, 0); /* cut inside a character */
    check_detected(TEXT("caf\xE9 au lait"), ENCODING_LATIN1, 0);
    check_detected(TEXT("\x93"
                        "caf\xE9\x94 au lait"),
                   ENCODING_WINDOWS1252, 0);
    check_detected(TEXT("\xFF\xFE"
                        "a\0b\0"),
                   ENCODING_UTF16LE, 2);
    check_detected(TEXT("a\0,\0b\0"), ENCODING_UTF16LE, 0);
    check_detected(TEXT("\0a\0,\0b"), ENCODING_UTF16BE, 0);
}

static void test_a_stray_byte_does_not_make_a_file_another_encoding(void **state)
{
    (void)state;
    check_detected(TEXT("Zo\xC3\xAB, Caf\xE9 and more"), ENCODING_UTF8, 0);
}

static void test_names_of_encodings_are_read(void **state)
{
    (void)state;
    enum encoding encoding = ENCODING_COUNT;
    assert_true(encoding_from_text(TEXT("latin1"), &encoding));
    assert_int_equal(encoding, ENCODING_LATIN1);
    assert_true(encoding_from_text(TEXT("utf-16"), &encoding));
    assert_int_equal(encoding, ENCODING_UTF16LE);
    assert_false(encoding_from_text(TEXT("EBCDIC"), &encoding));
    assert_false(encoding_from_text(TEXT(""), &encoding));
}

/* Pieces of any size give the same text. */
static void test_characters_may_be_cut_between_pieces(void **state)
{
    (void)state;
    const struct text bytes = TEXT("a\0\xE9\0\x3D\xD8\x00\xDE"); /* a, é, U+1F600 */
    for (size_t step = 1; step <= bytes.length; step++) {
        struct decoder decoder;
        struct buffer buffer = {0};
        assert_true(decoder_open(&decoder, ENCODING_UTF16LE));
        for (size_t at = 0; at < bytes.length; at += step) {
            const size_t left = bytes.length - at;
            decoder_add(&decoder, (struct text){bytes.at + at, left < step ? left : step}, &buffer);
        }
        assert_string_equal(buffer.at, "aé\xF0\x9F\x98\x80");
        buffer_release(&buffer);
        decoder_close(&decoder);
    }
}

static void test_what_means_nothing_is_replaced(void **state)
{
    (void)state;
    struct decoder decoder;
    struct buffer buffer = {0};
    assert_true(decoder_open(&decoder, ENCODING_WINDOWS1252));
    decoder_add(&decoder, TEXT("a\x81z"), &buffer);
    assert_string_equal(buffer.at, "a\xEF\xBF\xBDz");
    buffer_release(&buffer);
    decoder_close(&decoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings_are_detected),
        cmocka_unit_test(test_a_stray_byte_does_not_make_a_file_another_encoding),
        cmocka_unit_test(test_names_of_encodings_are_read),
        cmocka_unit_test(test_characters_may_be_cut_between_pieces),
        cmocka_unit_test(test_what_means_nothing_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
