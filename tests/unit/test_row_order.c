/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset_order.h"

#include "load_case.h"

#define ROWS_OF_GROUPS 4

/* What is loaded when the rows of the tables stand in this order. */
static void load_rows(struct load_case *test, const size_t order[ROWS_OF_GROUPS])
{
    static const char *const rows[][ROWS_OF_GROUPS] = {
        {"a,Alpha,,,organisation,c,East,,,,\n", "b,Beta,,,organisation,,West,,,,\n",
         "c,Gamma,,,council,,West,,,,\n", "d,Delta,,,state,c,,,,,\n"},
        {"r1,a,b,swap,2015,,,,\n", "r2,b,c,deal,2016,,,,\n", "r3,c,d,attack,2017,,,,\n",
         "r4,d,a,pledge,2018,,,,\n"},
        {"r1,s1,10,supports,stated,,,\nr1,s1,9,disputes,stated,,,\n",
         "r2,s1,9,supports,stated,,,\n", "r3,s1,9,supports,stated,,,\n",
         "r4,s1,p. 2,supports,stated,,,\n"},
        {"swap,alliance,+,mutual,event,,\n", "deal,alliance,+,mutual,event,,\n", "", ""},
        {"a,,fighters,10,,,s1,,\n", "a,,fighters,,20,,s1,,\n", ",r4,deaths,3,5,,s1,,\n", ""}};
    static const char *const files[][2] = {{"groups.csv", GROUPS_HEADER},
                                           {"relations.csv", RELATIONS_HEADER},
                                           {"claims.csv", CLAIMS_HEADER},
                                           {"kinds.csv", KINDS_HEADER},
                                           {"estimates.csv", ESTIMATES_HEADER}};
    load_case_init(test);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct text table = text_from(files[i][1]);
        for (size_t k = 0; k < ROWS_OF_GROUPS; k++)
            table =
                arena_format(&test->arena, TEXT_FORMAT "%s", TEXT_PARTS(table), rows[i][order[k]]);
        load_case_add_text(test, files[i][0], table);
    }
    load_case_run(test);
    assert_int_equal(findings_count(&test->findings, FINDING_ERROR), 0);
}

static void expect(struct text found, const char *wanted)
{
    if (!text_equal_string(found, wanted))
        fail_msg("found '" TEXT_FORMAT "' instead of '%s'", TEXT_PARTS(found), wanted);
}

static void check_rows(const struct dataset *dataset)
{
    static const char *const groups[] = {"a", "b", "c", "d"};
    static const char *const relations[] = {"r1", "r2", "r3", "r4"};
    static const char *const kinds[] = {"swap", "deal", "attack", "pledge"};
    static const char *const locators[] = {"9", "10", "9", "9", "p. 2"};
    for (size_t i = 0; i < ROWS_OF_GROUPS; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        expect(dataset->groups.items[i].id, groups[i]);
        expect(relation->id, relations[i]);
        assert_int_equal(relation->source, i);
        assert_int_equal(relation->target, (i + 1) % ROWS_OF_GROUPS);
        expect(dataset_kind_of(dataset, (relation_id)i)->name, kinds[i]);
    }
    for (size_t i = 0; i < dataset->claims.count; i++)
        expect(dataset->claims.items[i].locator, locators[i]);
    assert_int_equal(dataset->groups.items[0].parent, 2);
    assert_int_equal(dataset->groups.items[1].parent, GROUP_NONE);
    assert_int_equal(dataset->groups.items[3].parent, 2);
    expect(dataset->kinds.items[dataset->kinds.count - 1].name, "swap");
    assert_int_equal(dataset->estimates.count, 3);
    assert_true(dataset->estimates.items[0].high > 19); /* its low bound is not given */
    assert_true(dataset->estimates.items[1].low > 9);
    assert_int_equal(dataset->estimates.items[2].relation, 3);
}

/* All 24 orders of four rows. */
static void test_the_order_of_rows_does_not_matter(void **state)
{
    (void)state;
    for (size_t code = 0; code < 256; code++) {
        const size_t order[] = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
        if ((1U << order[0] | 1U << order[1] | 1U << order[2] | 1U << order[3]) != 15)
            continue;
        struct load_case test;
        load_rows(&test, order);
        check_rows(&test.dataset);
        load_case_release(&test);
    }
}

static void test_an_empty_dataset_is_in_order(void **state)
{
    (void)state;
    struct dataset dataset;
    dataset_init(&dataset);
    const size_t kinds = dataset.kinds.count;
    dataset_put_in_order(&dataset);
    assert_int_equal(dataset.kinds.count, kinds);
    assert_int_equal(dataset.groups.count, 0);
    dataset_release(&dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_order_of_rows_does_not_matter),
        cmocka_unit_test(test_an_empty_dataset_is_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
