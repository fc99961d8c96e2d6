/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The sign policy as the design lists it, with what lasts (s) and what happens (e). */
static const struct {
    const char *name;
    enum family family;
    char sign;
    bool mutual;
    char extent;
} policy[] = {
    {"pledge", FAMILY_PLEDGE, '+', false, 's'},
    {"pledge_renewed", FAMILY_PLEDGE, '+', false, 'e'},
    {"loyalty_reaffirmed", FAMILY_PLEDGE, '+', false, 'e'},
    {"pledge_claimed", FAMILY_PLEDGE, '0', false, 'e'},
    {"pledge_rejected", FAMILY_PLEDGE, '-', false, 'e'},
    {"pledge_refused", FAMILY_PLEDGE, '-', false, 'e'},
    {"split", FAMILY_SPLIT, '0', false, 'e'},
    {"defection", FAMILY_SPLIT, '0', false, 'e'},
    {"leadership_break", FAMILY_SPLIT, '0', false, 'e'},
    {"conflict", FAMILY_CONFLICT, '-', true, 's'},
    {"offensive", FAMILY_CONFLICT, '-', false, 'e'},
    {"ouster", FAMILY_CONFLICT, '-', false, 'e'},
    {"purge", FAMILY_CONFLICT, '-', false, 'e'},
    {"attack", FAMILY_CONFLICT, '-', false, 'e'},
    {"threat", FAMILY_CONFLICT, '-', false, 'e'},
    {"rivalry", FAMILY_CONFLICT, '-', true, 's'},
    {"condemnation", FAMILY_CONFLICT, '-', false, 'e'},
    {"alliance", FAMILY_ALLIANCE, '+', true, 's'},
    {"support", FAMILY_ALLIANCE, '+', false, 's'},
    {"affiliate", FAMILY_MEMBERSHIP, '+', false, 's'},
    {"faction", FAMILY_MEMBERSHIP, '+', false, 's'},
    {"member", FAMILY_MEMBERSHIP, '+', false, 's'},
    {"excluded", FAMILY_MEMBERSHIP, '-', false, 'e'},
    {"formed", FAMILY_LINEAGE, '0', false, 'e'},
    {"joined", FAMILY_LINEAGE, '0', false, 'e'},
    {"renamed", FAMILY_LINEAGE, '0', false, 'e'},
    {"descends", FAMILY_LINEAGE, '0', false, 'e'},
};

static void test_the_default_kinds_are_the_sign_policy(void **state)
{
    (void)state;
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    assert_int_equal(count, sizeof policy / sizeof *policy);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(kinds[i].name.at, policy[i].name);
        assert_int_equal(kinds[i].family, policy[i].family);
        assert_int_equal(sign_symbol(kinds[i].sign)[0], policy[i].sign);
        assert_int_equal(kinds[i].mutual, policy[i].mutual);
        assert_int_equal(kinds[i].event, policy[i].extent == 'e');
    }
}

static void test_every_kind_is_explained_in_a_sentence(void **state)
{
    (void)state;
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    for (size_t i = 0; i < count; i++) {
        const struct text description = kinds[i].description;
        assert_true(kinds[i].label.length > 0 && kinds[i].label.length < 30);
        assert_int_equal(kinds[i].name.length, strlen(kinds[i].name.at));
        assert_int_equal(description.at[description.length - 1], '.');
    }
}

static void test_families_and_signs_read_back_from_their_names(void **state)
{
    (void)state;
    for (unsigned i = 0; i < FAMILY_COUNT; i++) {
        enum family family = FAMILY_COUNT;
        assert_true(family_from_text(text_from(family_name((enum family)i)), &family));
        assert_int_equal(family, i);
    }
    static const enum sign signs[] = {SIGN_NEUTRAL, SIGN_POSITIVE, SIGN_NEGATIVE};
    for (size_t i = 0; i < 3; i++) {
        enum sign sign = SIGN_NEUTRAL;
        assert_true(sign_from_text(text_from(sign_symbol(signs[i])), &sign));
        assert_int_equal(sign, signs[i]);
        sign = SIGN_NEUTRAL;
        assert_true(sign_from_text(text_from(sign_name(signs[i])), &sign));
        assert_int_equal(sign, signs[i]);
    }
}

static void test_other_words_are_no_family_and_no_sign(void **state)
{
    (void)state;
    enum family family = FAMILY_SPLIT;
    enum sign sign = SIGN_NEGATIVE;
    assert_false(family_from_text(TEXT("pledges"), &family));
    assert_false(family_from_text(TEXT(""), &family));
    assert_false(sign_from_text(TEXT("++"), &sign));
    assert_false(sign_from_text(TEXT(""), &sign));
    assert_int_equal(family, FAMILY_SPLIT);
    assert_int_equal(sign, SIGN_NEGATIVE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_default_kinds_are_the_sign_policy),
        cmocka_unit_test(test_every_kind_is_explained_in_a_sentence),
        cmocka_unit_test(test_families_and_signs_read_back_from_their_names),
        cmocka_unit_test(test_other_words_are_no_family_and_no_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
