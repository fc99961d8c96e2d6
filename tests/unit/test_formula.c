/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/formula.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"

static void assert_field(const char *text, const char *field)
{
    struct buffer buffer = {0};
    buffer_add_csv(&buffer, text_from(text));
    assert_true(text_equal_string(buffer_text(&buffer), field));
    assert_true(text_equal_string(formula_without_apostrophe(text_from(field)), text));
    buffer_release(&buffer);
}

static void test_formulas_stand_behind_an_apostrophe(void **state)
{
    (void)state;
    assert_field("=x", "'=x");
    assert_field("+x", "'+x");
    assert_field("-x", "'-x");
    assert_field("@x", "'@x");
    assert_field("-0044-03", "'-0044-03");
    assert_field("\xEF\xBC\x9Dx", "'\xEF\xBC\x9Dx");
}

static void test_numbers_signs_and_plain_apostrophes_stay(void **state)
{
    (void)state;
    static const char *const plain[] = {"-5", "+1.5e3", "+",  "-",    "",
                                        "'",  "''",     "'x", "it's", "a=b"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_field(plain[i], plain[i]);
}

static void test_an_apostrophe_of_the_text_is_kept(void **state)
{
    (void)state;
    assert_field("'=x", "''=x");
    assert_field("''=x", "'''=x");
    assert_field("'-5", "''-5");
    assert_field("'-", "''-");
}

/* Whatever is written is read as it was, and what is written cannot run. */
static void test_all_short_texts_come_back(void **state)
{
    (void)state;
    static const char bytes[] = "'=-+@1ax\t";
    const size_t base = sizeof bytes - 1;
    for (size_t number = 0; number < base * base * base * base; number++) {
        char text[5] = {0};
        for (size_t i = 0, rest = number; i < 4; i++, rest /= base)
            text[i] = bytes[rest % base];
        for (size_t length = 0; length <= 4; length++) {
            const struct text given = {text, length};
            char field[6] = "'";
            double value;
            for (size_t i = 0; i < length; i++)
                field[i + 1] = text[i];
            const bool needs = formula_needs_apostrophe(given);
            const struct text read =
                formula_without_apostrophe(needs ? (struct text){field, length + 1} : given);
            assert_true(text_equal(read, given));
            if (!needs && length > 1 && text[0] != '\'' && !text_to_double(given, &value))
                assert_true(text[0] == '1' || text[0] == 'a' || text[0] == 'x');
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formulas_stand_behind_an_apostrophe),
        cmocka_unit_test(test_numbers_signs_and_plain_apostrophes_stay),
        cmocka_unit_test(test_an_apostrophe_of_the_text_is_kept),
        cmocka_unit_test(test_all_short_texts_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
