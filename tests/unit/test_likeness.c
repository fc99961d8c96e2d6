/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"

/* The pairs among names of groups of their own, as "0-1 alias;". */
static void check_pairs(const char *const *texts, size_t count, const char *expected)
{
    static const char *const reasons[] = {"same",  "alias",        "marks",   "article",
                                          "order", "abbreviation", "spelling"};
    struct likeness_name_list names = {0};
    struct likeness_pair_list pairs = {0};
    struct buffer found = {0};
    for (size_t i = 0; i < count; i++)
        list_push(&names,
                  (struct likeness_name){.text = text_from(texts[i]), .group = (uint32_t)i});
    likeness_find(&names, &pairs);
    for (size_t i = 0; i < pairs.count; i++)
        buffer_add_format(&found, "%zu-%zu %s;", pairs.items[i].first, pairs.items[i].second,
                          reasons[pairs.items[i].reason]);
    assert_string_equal(found.at == NULL ? "" : found.at, expected);
    buffer_release(&found);
    list_release(&names);
    list_release(&pairs);
}

#define CHECK_PAIRS(expected, ...)                  \
    check_pairs((const char *const[]){__VA_ARGS__}, \
                sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), expected)

static void test_names_alike_are_found(void **state)
{
    (void)state;
    CHECK_PAIRS("0-1 same;", "Hill Brigade", "hill  brigade");
    CHECK_PAIRS("0-1 marks;", "Jabhat al-Nuṣra", "Jabhat al Nusra");
    CHECK_PAIRS("0-1 article;", "Ahrar al-Sham", "Ahrar ash-Sham");
    CHECK_PAIRS("0-1 article;", "The Islamic Front", "Islamic Front");
    CHECK_PAIRS("0-1 order;", "Front of the Hills", "Hills Front");
    CHECK_PAIRS("0-1 abbreviation;", "ISIL", "Islamic State in Iraq and the Levant");
    CHECK_PAIRS("0-1 spelling;", "Jaysh al-Islam", "Jaish al-Islam");
    CHECK_PAIRS("0-1 spelling;", "Tahrir Front", "Ahrir Front");
}

static void test_names_that_differ_are_not(void **state)
{
    (void)state;
    CHECK_PAIRS("", "Brigade 12", "Brigade 13");
    CHECK_PAIRS("", "PLO", "PLA");
    CHECK_PAIRS("", "Hill Brigade", "Harbour Front");
    CHECK_PAIRS("", "", "   ", "-");
    CHECK_PAIRS("", "A");
}

static void test_a_pair_of_groups_is_told_once(void **state)
{
    (void)state;
    struct likeness_name_list names = {0};
    struct likeness_pair_list pairs = {0};
    list_push(&names, (struct likeness_name){.text = TEXT("Hill Brigade"), .group = 0});
    list_push(&names, (struct likeness_name){.text = TEXT("HB"), .group = 0, .is_alias = true});
    list_push(&names, (struct likeness_name){.text = TEXT("Hill-Brigade"), .group = 1});
    list_push(&names, (struct likeness_name){.text = TEXT("HB"), .group = 1, .is_alias = true});
    likeness_find(&names, &pairs);
    assert_int_equal(pairs.count, 1);
    assert_int_equal(pairs.items[0].reason, LIKENESS_ALIAS);
    list_release(&names);
    list_release(&pairs);
}

static void test_another_dataset_is_not_compared_with_itself(void **state)
{
    (void)state;
    struct likeness_name_list names = {0};
    struct likeness_pair_list pairs = {0};
    list_push(&names, (struct likeness_name){.text = TEXT("The Front"), .group = 0});
    list_push(&names, (struct likeness_name){.text = TEXT("Front"), .group = 1, .is_other = true});
    list_push(&names,
              (struct likeness_name){.text = TEXT("al-Front"), .group = 2, .is_other = true});
    likeness_find(&names, &pairs);
    assert_int_equal(pairs.count, 2);
    assert_int_equal(pairs.items[0].first, 0);
    assert_int_equal(pairs.items[1].first, 0);
    list_release(&names);
    list_release(&pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_alike_are_found),
        cmocka_unit_test(test_names_that_differ_are_not),
        cmocka_unit_test(test_a_pair_of_groups_is_told_once),
        cmocka_unit_test(test_another_dataset_is_not_compared_with_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
