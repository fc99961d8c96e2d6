/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Two names are folded to the same. */
static bool match(const char *a, const char *b)
{
    struct arena arena = {0};
    const bool same = text_equal(name_fold(&arena, text_from(a)), name_fold(&arena, text_from(b)));
    arena_release(&arena);
    return same;
}

static void test_case_does_not_matter(void **state)
{
    (void)state;
    assert_true(match("Islamic State", "ISLAMIC STATE"));
    assert_true(match("Stra\xC3\x9F"
                      "e",
                      "STRASSE"));
    assert_true(match("\xCE\xA3\xCE\x99\xCE\xA3", "\xCF\x83\xCE\xB9\xCF\x82")); /* final sigma */
    assert_false(match("Islamic State", "Islamic States"));
}

static void test_composition_does_not_matter(void **state)
{
    (void)state;
    assert_true(match("caf\xC3\xA9", "cafe\xCC\x81"));
    assert_true(match("\xEF\xBC\xA1\xEF\xBC\xB1", "aq"));   /* full width */
    assert_true(match("\xEF\xAC\x81rst", "first"));         /* a ligature */
    assert_true(match("\xEF\xBB\xBB", "\xD9\x84\xD8\xA7")); /* an Arabic presentation form */
    assert_false(match("cafe", "caf\xC3\xA9"));
}

static void test_white_space_runs_are_one_space(void **state)
{
    (void)state;
    assert_true(match("  al\t Qaeda\n", "al Qaeda"));
    assert_true(match("al\xC2\xA0Qaeda", "al Qaeda"));     /* no-break space */
    assert_true(match("al\xE3\x80\x80Qaeda", "al Qaeda")); /* ideographic space */
    assert_true(match("al\xE2\x80\xA8Qaeda", "al Qaeda")); /* line separator */
    assert_false(match("al Qaeda", "alQaeda"));
}

static void test_invisible_characters_do_not_matter(void **state)
{
    (void)state;
    assert_true(match("al\xE2\x80\x8DQaeda", "alQaeda")); /* zero width joiner */
    assert_true(match("al\xC2\xADQaeda", "alQaeda"));     /* soft hyphen */
}

static void test_malformed_bytes_are_folded_as_the_replacement_character(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct text folded = name_fold(&arena, TEXT("A\xFF\xE2\x82"));
    assert_string_equal(folded.at, "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    arena_release(&arena);
}

static void test_nothing_is_folded_to_nothing(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_int_equal(name_fold(&arena, (struct text){0}).length, 0);
    assert_int_equal(name_fold(&arena, TEXT(" \t ")).length, 0);
    assert_int_equal(name_fold(&arena, TEXT("\xC2\xAD")).length, 0);
    arena_release(&arena);
}

static void test_folding_twice_changes_nothing(void **state)
{
    (void)state;
    static const char *const names[] = {"Jund al-Khilafah", "\xC3\x85ngstr\xC3\xB6m \xE2\x84\xAB",
                                        "\xC7\x85", "\xE1\xBA\x9E", "\xCD\x85\xCE\xB1\xCC\x81"};
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct text once = name_fold(&arena, text_from(names[i]));
        assert_true(text_equal(name_fold(&arena, once), once));
    }
    arena_release(&arena);
}

static void test_plain_names_have_no_marks(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(text_equal_string(name_plain(&arena, TEXT("Jabhat al-Nu\xE1\xB9\xA3ra")),
                                  "jabhat al-nusra"));
    assert_true(text_equal_string(name_plain(&arena, TEXT("\xC3\x93glaigh  na h\xC3\x89ireann")),
                                  "oglaigh na heireann"));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case_does_not_matter),
        cmocka_unit_test(test_composition_does_not_matter),
        cmocka_unit_test(test_white_space_runs_are_one_space),
        cmocka_unit_test(test_invisible_characters_do_not_matter),
        cmocka_unit_test(test_malformed_bytes_are_folded_as_the_replacement_character),
        cmocka_unit_test(test_nothing_is_folded_to_nothing),
        cmocka_unit_test(test_folding_twice_changes_nothing),
        cmocka_unit_test(test_plain_names_have_no_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
