/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/mapping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct mapping_rule rules[] = {
    {"Rival", "rivalry", "rivals"},
    {"Civilians", "", "left out"},
};

static const struct import_format format = {.rules = rules, .rule_count = 2};

/* Open with one --map and one --sign; either may be NULL. */
static bool open_with(struct mapping *mapping, struct intake *intake, const char *map,
                      const char *sign, struct error *error)
{
    struct import_options options = {0};
    if (map != NULL)
        list_push(&options.map, text_from(map));
    if (sign != NULL)
        list_push(&options.sign, text_from(sign));
    intake_init(intake);
    *mapping = (struct mapping){0};
    const bool good = mapping_open(mapping, intake, &format, &options, error);
    list_release(&options.map);
    list_release(&options.sign);
    return good;
}

/* The name of the kind that a code becomes; "" when it is left out, "?" without a rule. */
static void check_code(const char *map, const char *code, const char *expected)
{
    struct mapping mapping;
    struct intake intake;
    struct error error = {0};
    assert_true(open_with(&mapping, &intake, map, NULL, &error));
    const struct mapping_entry *entry = mapping_find(&mapping, text_from(code));
    const char *name = "?";
    if (entry != NULL)
        name = entry->kind == INTAKE_NONE ? "" : intake.kinds.items[entry->kind].kind.name.at;
    assert_string_equal(name, expected);
    mapping_release(&mapping);
    intake_release(&intake);
}

static void test_codes_have_the_kind_of_their_rule(void **state)
{
    (void)state;
    check_code(NULL, "Rival", "rivalry");
    check_code(NULL, "RIVAL", "rivalry");
    check_code(NULL, "Civilians", "");
    check_code(NULL, "Friend", "?");
}

static void test_an_option_replaces_a_rule(void **state)
{
    (void)state;
    check_code("rival=conflict", "Rival", "conflict");
    check_code("Rival=", "Rival", "");
    check_code("Civilians=attack", "Civilians", "attack");
    check_code("a=b=support", "a=b", "support");
    check_code("Trade=trade_tie:alliance:0:mutual", "Trade", "trade_tie");
}

static void test_a_new_kind_is_as_it_is_written(void **state)
{
    (void)state;
    struct mapping mapping;
    struct intake intake;
    struct error error = {0};
    assert_true(open_with(&mapping, &intake, "x=Arms deal:alliance:+:mutual:event", NULL, &error));
    const uint32_t kind = intake_find_kind(&intake, TEXT("arms_deal"));
    assert_int_not_equal(kind, INTAKE_NONE);
    const struct intake_kind *made = &intake.kinds.items[kind];
    assert_true(made->kind.mutual && made->kind.event && !made->is_default);
    assert_int_equal(made->kind.sign, SIGN_POSITIVE);
    assert_int_equal(made->kind.family, FAMILY_ALLIANCE);
    assert_true(text_equal_string(made->kind.label, "arms deal"));
    mapping_release(&mapping);
    intake_release(&intake);
}

static void test_a_sign_changes_its_kind(void **state)
{
    (void)state;
    struct mapping mapping;
    struct intake intake;
    struct error error = {0};
    assert_true(open_with(&mapping, &intake, NULL, "split=-", &error));
    const struct intake_kind *kind = &intake.kinds.items[intake_find_kind(&intake, TEXT("split"))];
    assert_int_equal(kind->kind.sign, SIGN_NEGATIVE);
    assert_false(kind->is_default);
    mapping_release(&mapping);
    intake_release(&intake);
}

static void test_wrong_options_are_refused(void **state)
{
    (void)state;
    static const char *const maps[] = {"x", "x=nokind", "x=a:b:+", "x=a:alliance:?",
                                       "x=a:alliance:+:sideways"};
    static const char *const signs[] = {"split", "nokind=+", "split=5"};
    for (size_t i = 0; i < 8; i++) {
        struct mapping mapping;
        struct intake intake;
        struct error error = {0};
        assert_false(open_with(&mapping, &intake, i < 5 ? maps[i] : NULL,
                               i < 5 ? NULL : signs[i - 5], &error));
        assert_int_equal(error.kind, ERROR_USAGE);
        mapping_release(&mapping);
        intake_release(&intake);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes_have_the_kind_of_their_rule),
        cmocka_unit_test(test_an_option_replaces_a_rule),
        cmocka_unit_test(test_a_new_kind_is_as_it_is_written),
        cmocka_unit_test(test_a_sign_changes_its_kind),
        cmocka_unit_test(test_wrong_options_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
