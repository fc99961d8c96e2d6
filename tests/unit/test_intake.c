/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/intake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_slug(const char *name, const char *expected)
{
    struct arena arena = {0};
    const struct text slug = intake_slug(&arena, text_from(name), "group");
    if (!text_equal_string(slug, expected))
        fail_msg("'%s' becomes '%s'", name, slug.at);
    arena_release(&arena);
}

static void test_names_become_ids(void **state)
{
    (void)state;
    check_slug("Jabhat al-Nuṣra", "jabhat_al_nusra");
    check_slug("  Women's  Front (WF) ", "womens_front_wf");
    check_slug("17 November", "n17_november");
    check_slug("جبهة", "group");
    check_slug("", "group");
    check_slug("A very long name of a very small group that nobody ever called that",
               "a_very_long_name_of_a_very_small_group_that");
}

static void test_names_are_one_without_case_composition_and_space(void **state)
{
    (void)state;
    struct intake intake;
    intake_init(&intake);
    const uint32_t first = intake_group_named(&intake, TEXT("Café  Front"));
    assert_int_equal(intake_group_named(&intake, TEXT("CAFE\xCC\x81 front")), first);
    assert_int_not_equal(intake_group_named(&intake, TEXT("Cafe Front")), first);
    assert_true(text_equal_string(intake.groups.items[first].id, "cafe_front"));
    assert_true(text_equal_string(intake.groups.items[1].id, "cafe_front_2"));
    intake_release(&intake);
}

static void test_an_id_with_two_names_keeps_the_first(void **state)
{
    (void)state;
    struct intake intake;
    bool renamed = true;
    intake_init(&intake);
    const uint32_t group = intake_group_coded(&intake, TEXT("12"), TEXT("Front"), &renamed);
    assert_false(renamed);
    assert_int_equal(intake_group_coded(&intake, TEXT("12"), TEXT("Army"), &renamed), group);
    assert_true(renamed);
    assert_int_equal(intake_group_coded(&intake, TEXT("12"), TEXT("Army"), &renamed), group);
    assert_false(renamed);
    assert_int_not_equal(intake_group_coded(&intake, TEXT("13"), TEXT("Front"), &renamed), group);
    assert_true(text_equal_string(intake.groups.items[group].name, "Front"));
    assert_int_equal(intake.groups.items[group].aliases.count, 1);
    intake_release(&intake);
}

static void test_matched_names_are_one_group(void **state)
{
    (void)state;
    struct intake intake;
    bool renamed = false;
    intake_init(&intake);
    intake_match(&intake, TEXT("IS"), TEXT("Islamic State"), 2);
    const uint32_t group = intake_group_named(&intake, TEXT("is"));
    assert_true(text_equal_string(intake.groups.items[group].name, "Islamic State"));
    assert_int_equal(intake_group_named(&intake, TEXT("Islamic State")), group);
    assert_int_equal(intake_group_coded(&intake, TEXT("7"), TEXT("IS"), &renamed), group);
    intake_release(&intake);
}

static void test_what_cannot_be_seen_is_no_name(void **state)
{
    (void)state;
    assert_true(intake_is_name(TEXT("A")));
    assert_true(intake_is_name(TEXT("17")));
    assert_true(intake_is_name(TEXT("\xD8\xAC")));
    assert_false(intake_is_name(TEXT("")));
    assert_false(intake_is_name(TEXT(" \x01")));
    assert_false(intake_is_name(TEXT("\xC2\xA0")));     /* no-break space */
    assert_false(intake_is_name(TEXT("\xC2\xAD")));     /* soft hyphen */
    assert_false(intake_is_name(TEXT("\xE2\x80\xAE"))); /* right-to-left override */
    struct intake intake;
    intake_init(&intake);
    const uint32_t group = intake_group_named(&intake, TEXT("\x01"));
    assert_true(text_equal_string(intake.groups.items[group].name, "(unnamed)"));
    intake_release(&intake);
}

static uint32_t add(struct intake *intake, uint32_t source, uint32_t target, const char *kind,
                    const char *start, bool *is_new)
{
    return intake_add_tie(intake,
                          &(struct intake_tie){.source = source,
                                               .target = target,
                                               .kind = intake_find_kind(intake, text_from(kind)),
                                               .start = text_from(start)},
                          is_new);
}

static void test_the_same_tie_is_kept_once(void **state)
{
    (void)state;
    struct intake intake;
    bool is_new = false;
    intake_init(&intake);
    const uint32_t a = intake_group_named(&intake, TEXT("A"));
    const uint32_t b = intake_group_named(&intake, TEXT("B"));
    const uint32_t tie = add(&intake, a, b, "alliance", "2014", &is_new);
    assert_true(is_new);
    char again[] = "2014"; /* another place in memory */
    assert_int_equal(add(&intake, b, a, "alliance", again, &is_new), tie); /* mirrored */
    assert_false(is_new);
    add(&intake, a, b, "alliance", "2015", &is_new);
    assert_true(is_new);
    add(&intake, a, b, "support", "2014", &is_new);
    assert_true(is_new);
    add(&intake, b, a, "support", "2014", &is_new); /* directed */
    assert_true(is_new);
    assert_int_equal(intake.ties.count, 4);
    for (uint32_t i = 0; i < 5000; i++) {
        char start[8] = {(char)('0' + i / 1000), (char)('0' + i / 100 % 10),
                         (char)('0' + i / 10 % 10), (char)('0' + i % 10)};
        add(&intake, a, b, "threat", start, &is_new);
        assert_true(is_new);
    }
    assert_int_equal(intake.ties.count, 5004);
    intake_release(&intake);
}

static void test_texts_are_cleaned(void **state)
{
    (void)state;
    struct intake intake;
    intake_init(&intake);
    assert_true(text_equal_string(intake_text(&intake,
                                              TEXT(" a\x01\x7F"
                                                   "b\xE2\x80\xAE "),
                                              10),
                                  "a  b"));
    assert_true(text_equal_string(intake_text(&intake, TEXT("ééééé"), 3), "ééé…"));
    const struct text one = intake_text(&intake, TEXT("same"), 10);
    assert_ptr_equal(one.at, intake_text(&intake, TEXT("same "), 10).at);
    intake_release(&intake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_become_ids),
        cmocka_unit_test(test_names_are_one_without_case_composition_and_space),
        cmocka_unit_test(test_an_id_with_two_names_keeps_the_first),
        cmocka_unit_test(test_matched_names_are_one_group),
        cmocka_unit_test(test_what_cannot_be_seen_is_no_name),
        cmocka_unit_test(test_the_same_tie_is_kept_once),
        cmocka_unit_test(test_texts_are_cleaned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
