/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct finding_type *entry(unsigned i)
{
    return catalogue_get((enum catalogue_entry)i);
}

static void test_every_finding_has_code_and_explanation(void **state)
{
    (void)state;
    for (unsigned i = 0; i < CATALOGUE_COUNT; i++) {
        assert_non_null(entry(i)->code);
        assert_non_null(entry(i)->explanation);
        const size_t length = strlen(entry(i)->explanation);
        assert_true(length > 10);
        assert_int_equal(entry(i)->explanation[length - 1], '.');
        assert_true(entry(i)->level <= FINDING_ERROR);
    }
}

/* Lower-case letters and digits in words, one dash between them. */
static bool is_kebab_case(const char *code)
{
    const size_t length = strlen(code);
    if (length == 0 || code[0] == '-' || code[length - 1] == '-' || strstr(code, "--") != NULL)
        return false;
    return strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static void test_codes_are_words_with_dashes(void **state)
{
    (void)state;
    assert_true(is_kebab_case("not-utf8"));
    assert_false(is_kebab_case("not--utf8"));
    assert_false(is_kebab_case("Not"));
    assert_false(is_kebab_case(""));
    for (unsigned i = 0; i < CATALOGUE_COUNT; i++)
        assert_true(is_kebab_case(entry(i)->code));
}

static void test_codes_are_unique(void **state)
{
    (void)state;
    for (unsigned i = 0; i < CATALOGUE_COUNT; i++)
        for (unsigned k = 0; k < i; k++)
            assert_string_not_equal(entry(i)->code, entry(k)->code);
}

/* Scripts rely on these. */
static void test_codes_and_levels_are_stable(void **state)
{
    (void)state;
    static const struct {
        enum catalogue_entry entry;
        enum finding_level level;
        const char *code;
    } known[] = {
        {FOUND_COLUMN_UNKNOWN, FINDING_WARNING, "unknown-column"},
        {FOUND_ID_REPEATED, FINDING_ERROR, "duplicate-id"},
        {FOUND_ID_DANGLING, FINDING_ERROR, "dangling-id"},
        {FOUND_DATE_MALFORMED, FINDING_ERROR, "bad-date"},
        {FOUND_NAME_AMBIGUOUS, FINDING_WARNING, "ambiguous-name"},
        {FOUND_RELATION_UNSOURCED, FINDING_ERROR, "unsourced-relation"},
        {FOUND_RELATION_REJECTED, FINDING_NOTE, "rejected-relation"},
        {FOUND_SOURCE_UNUSED, FINDING_NOTE, "unused-source"},
        {FOUND_GROUP_UNUSED, FINDING_NOTE, "unused-group"},
        {FOUND_NOT_UTF8, FINDING_ERROR, "not-utf8"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        assert_string_equal(catalogue_get(known[i].entry)->code, known[i].code);
        assert_int_equal(catalogue_get(known[i].entry)->level, known[i].level);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_finding_has_code_and_explanation),
        cmocka_unit_test(test_codes_are_words_with_dashes),
        cmocka_unit_test(test_codes_are_unique),
        cmocka_unit_test(test_codes_and_levels_are_stable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
