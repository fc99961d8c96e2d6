/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/dot_tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The tokens as "line:word", signs as they are, quoted words in angle brackets, "!" where it breaks. */
static void assert_tokens(const char *text, const char *expected)
{
    struct arena arena = {0};
    struct buffer words = {0};
    struct dot_tokens tokens = {.text = text_from(text), .next_line = 1, .arena = &arena};
    for (dot_tokens_next(&tokens); tokens.token != DOT_END && tokens.token != DOT_BROKEN;
         dot_tokens_next(&tokens)) {
        buffer_add_format(&words, "%s%zu:", words.length > 0 ? " " : "", tokens.line);
        if (tokens.token == DOT_ID)
            buffer_add_format(&words, tokens.quoted ? "<" TEXT_FORMAT ">" : TEXT_FORMAT,
                              TEXT_PARTS(tokens.id));
        else if (tokens.token == DOT_ARROW)
            buffer_add_string(&words, "->");
        else
            buffer_add_char(&words, tokens.sign);
    }
    if (tokens.token == DOT_BROKEN)
        buffer_add_string(&words, "!");
    assert_string_equal(words.at == NULL ? "" : words.at, expected);
    dot_tokens_release(&tokens);
    buffer_release(&words);
    arena_release(&arena);
}

static void test_words_numbers_and_signs(void **state)
{
    (void)state;
    assert_tokens("a->b_1;\n-.5--2.5 [x=y,z]",
                  "1:a 1:-> 1:b_1 1:; 2:-.5 2:-> 2:2.5 2:[ 2:x 2:= 2:y "
                  "2:, 2:z 2:]");
    assert_tokens("\xC3\xA9t\xC3\xA9:n", "1:\xC3\xA9t\xC3\xA9 1:: 1:n");
}

static void test_quotations_lose_their_escapes_and_are_joined(void **state)
{
    (void)state;
    assert_tokens("\"a \\\"b\\\"\"", "1:<a \"b\">");
    assert_tokens("\"one \" + \"two\"\nx", "1:<one two> 2:x");
    assert_tokens("\"broken \\\nline\" y", "1:<broken line> 2:y");
}

static void test_comments_are_passed_over_and_lines_counted(void **state)
{
    (void)state;
    assert_tokens("/* a\n-> */ b // c\n# d\ne", "2:b 4:e");
}

static void test_what_is_not_closed_is_broken(void **state)
{
    (void)state;
    assert_tokens("a \"b", "1:a!");
    assert_tokens("a /* b", "1:a"); /* the graph is not closed then */
    assert_tokens("a <b <c>", "1:a!");
    assert_tokens("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_numbers_and_signs),
        cmocka_unit_test(test_quotations_lose_their_escapes_and_are_joined),
        cmocka_unit_test(test_comments_are_passed_over_and_lines_counted),
        cmocka_unit_test(test_what_is_not_closed_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
