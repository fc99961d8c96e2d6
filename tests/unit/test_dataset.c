/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct text qaeda_aliases[] = {{"AQ", 2}, {"Tanzim", 6}};

static void add_group(struct dataset *dataset, const char *id, const char *name, const char *label,
                      const char *region)
{
    list_push(&dataset->groups, (struct group){.id = text_from(id),
                                               .name = text_from(name),
                                               .label = text_from(label),
                                               .region = text_from(region),
                                               .parent = GROUP_NONE});
}

static void add_relation(struct dataset *dataset, const char *id, const char *kind)
{
    kind_id found = 0;
    while (!text_equal_string(dataset->kinds.items[found].name, kind))
        found++;
    list_push(&dataset->relations,
              (struct relation){.id = text_from(id), .target = 1, .kind = found});
}

static void add_claim(struct dataset *dataset, relation_id relation, bool disputes,
                      enum grade grade, size_t line)
{
    list_push(
        &dataset->claims,
        (struct claim){.relation = relation, .disputes = disputes, .grade = grade, .line = line});
}

/* Three groups; a supported, a contested, a rejected and an unsourced relation. */
static int make_dataset(void **state)
{
    static struct dataset dataset;
    dataset_init(&dataset);
    add_group(&dataset, "al_qaeda", "al-Qaeda", "AQ core", "Global");
    add_group(&dataset, "islamic_state", "Islamic State", "IS", "Syria-Iraq");
    add_group(&dataset, "tanzim", "Tanzim \xC3\x89tat", "", "Global");
    add_group(&dataset, "is_yemen", "Islamic State in Yemen", "IS", "");
    dataset.groups.items[0].aliases = qaeda_aliases;
    dataset.groups.items[0].alias_count = 2;
    list_push(&dataset.sources, (struct source){.id = TEXT("report_2016")});
    add_relation(&dataset, "r0", "pledge");
    add_relation(&dataset, "r1", "conflict");
    add_relation(&dataset, "r2", "alliance");
    add_relation(&dataset, "r3", "split");
    add_claim(&dataset, 2, true, GRADE_STATED, 2);
    add_claim(&dataset, 0, false, GRADE_INFERRED, 3);
    add_claim(&dataset, 1, true, GRADE_STATED, 4);
    add_claim(&dataset, 0, false, GRADE_REPORTED, 5);
    add_claim(&dataset, 1, false, GRADE_INFERRED, 6);
    add_claim(&dataset, 0, false, GRADE_INFERRED, 7);
    dataset_build_index(&dataset);
    *state = &dataset;
    return 0;
}

static int drop_dataset(void **state)
{
    dataset_release(*state);
    return 0;
}

static void test_a_new_dataset_has_the_default_kinds(void **state)
{
    (void)state;
    struct dataset dataset;
    dataset_init(&dataset);
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    assert_int_equal(dataset.kinds.count, count);
    assert_true(text_equal(dataset.kinds.items[0].name, kinds[0].name));
    assert_int_equal(dataset.groups.count, 0);
    dataset_release(&dataset);
    dataset_release(&dataset);
}

static void test_rows_are_found_by_id(void **state)
{
    const struct dataset *dataset = *state;
    assert_int_equal(dataset_find_group(dataset, TEXT("islamic_state")), 1);
    assert_int_equal(dataset_find_group(dataset, TEXT("Islamic_State")), GROUP_NONE);
    assert_int_equal(dataset_find_relation(dataset, TEXT("r2")), 2);
    assert_int_equal(dataset_find_relation(dataset, TEXT("r9")), RELATION_NONE);
    assert_int_equal(dataset_find_source(dataset, TEXT("report_2016")), 0);
    assert_int_equal(dataset_find_source(dataset, TEXT("")), UINT32_MAX);
    const kind_id kind = dataset_find_kind(dataset, TEXT("conflict"));
    assert_true(text_equal_string(dataset->kinds.items[kind].name, "conflict"));
    assert_int_equal(dataset_find_kind(dataset, TEXT("friendship")), UINT32_MAX);
}

static void test_groups_are_matched_as_people_write_them(void **state)
{
    const struct dataset *dataset = *state;
    assert_int_equal(dataset_match_group(dataset, TEXT("al_qaeda")), 0);
    assert_int_equal(dataset_match_group(dataset, TEXT("AL-QAEDA")), 0);
    assert_int_equal(dataset_match_group(dataset, TEXT(" islamic   state ")), 1);
    assert_int_equal(dataset_match_group(dataset, TEXT("aq")), 0);
    assert_int_equal(dataset_match_group(dataset, TEXT("TANZIM E\xCC\x81TAT")), 2);
    assert_int_equal(dataset_match_group(dataset, TEXT("nobody")), GROUP_NONE);
    assert_int_equal(dataset_match_group(dataset, TEXT("")), GROUP_NONE);
}

static void test_an_id_wins_over_an_alias_and_the_first_row_over_later_ones(void **state)
{
    const struct dataset *dataset = *state;
    assert_int_equal(dataset_match_group(dataset, TEXT("tanzim")), 2);
    assert_int_equal(dataset_match_group(dataset, TEXT("Tanzim")), 2);
    assert_int_equal(dataset_match_group(dataset, TEXT("is")), 1);
}

static void test_the_nearest_name_is_suggested_as_it_is_written(void **state)
{
    const struct dataset *dataset = *state;
    assert_true(
        text_equal_string(dataset_suggest_group(dataset, TEXT("islamic_sate")), "islamic_state"));
    assert_true(text_equal_string(dataset_suggest_group(dataset, TEXT("Islamic State in Yemn")),
                                  "Islamic State in Yemen"));
    assert_int_equal(dataset_suggest_group(dataset, TEXT("Boko Haram")).length, 0);
}

static void test_claims_stand_with_their_relation_in_file_order(void **state)
{
    const struct dataset *dataset = *state;
    static const size_t lines[4][3] = {{3, 5, 7}, {4, 6}, {2}, {0}};
    static const size_t counts[4] = {3, 2, 1, 0};
    for (relation_id i = 0; i < 4; i++) {
        size_t count;
        const struct claim *claims = dataset_claims_of(dataset, i, &count);
        assert_int_equal(count, counts[i]);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(claims[k].relation, i);
            assert_int_equal(claims[k].line, lines[i][k]);
        }
    }
    assert_int_equal(dataset->claims.count, 6);
}

static void test_claims_decide_outcome_and_grade(void **state)
{
    const struct dataset *dataset = *state;
    const struct relation *relations = dataset->relations.items;
    assert_int_equal(relations[0].outcome, OUTCOME_SUPPORTED);
    assert_int_equal(relations[0].grade, GRADE_REPORTED);
    assert_int_equal(relations[1].outcome, OUTCOME_CONTESTED);
    assert_int_equal(relations[1].grade, GRADE_INFERRED); /* the stated claim disputes it */
    assert_int_equal(relations[2].outcome, OUTCOME_REJECTED);
    assert_int_equal(relations[3].outcome, OUTCOME_REJECTED); /* nothing to cite */
}

static void test_the_kind_of_a_relation_is_looked_up(void **state)
{
    const struct dataset *dataset = *state;
    assert_true(text_equal_string(dataset_kind_of(dataset, 2)->name, "alliance"));
}

static void test_regions_are_distinct_sorted_and_counted(void **state)
{
    const struct dataset *dataset = *state;
    assert_int_equal(dataset->region_count, 2);
    assert_true(text_equal_string(dataset->regions[0].name, "Global"));
    assert_int_equal(dataset->regions[0].groups, 2);
    assert_true(text_equal_string(dataset->regions[1].name, "Syria-Iraq"));
    assert_int_equal(dataset->regions[1].groups, 1);
}

static void test_the_index_may_be_built_again(void **state)
{
    struct dataset *dataset = *state;
    add_group(dataset, "newcomer", "Newcomer", "", "Asia");
    dataset_build_index(dataset);
    assert_int_equal(dataset_match_group(dataset, TEXT("NEWCOMER")), 4);
    assert_int_equal(dataset->region_count, 3);
    assert_int_equal(dataset->relations.items[0].claim_count, 3);
    assert_int_equal(dataset->regions[1].groups, 2);
}

static void test_an_empty_dataset_can_be_indexed(void **state)
{
    (void)state;
    struct dataset dataset;
    dataset_init(&dataset);
    dataset_build_index(&dataset);
    assert_int_equal(dataset_find_group(&dataset, TEXT("x")), GROUP_NONE);
    assert_int_equal(dataset_match_group(&dataset, TEXT("x")), GROUP_NONE);
    assert_int_equal(dataset_suggest_group(&dataset, TEXT("x")).length, 0);
    assert_int_equal(dataset.region_count, 0);
    dataset_release(&dataset);
}

#define test_on_dataset(name) cmocka_unit_test_setup_teardown(name, make_dataset, drop_dataset)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_new_dataset_has_the_default_kinds),
        test_on_dataset(test_rows_are_found_by_id),
        test_on_dataset(test_groups_are_matched_as_people_write_them),
        test_on_dataset(test_an_id_wins_over_an_alias_and_the_first_row_over_later_ones),
        test_on_dataset(test_the_nearest_name_is_suggested_as_it_is_written),
        test_on_dataset(test_claims_stand_with_their_relation_in_file_order),
        test_on_dataset(test_claims_decide_outcome_and_grade),
        test_on_dataset(test_the_kind_of_a_relation_is_looked_up),
        test_on_dataset(test_regions_are_distinct_sorted_and_counted),
        test_on_dataset(test_the_index_may_be_built_again),
        cmocka_unit_test(test_an_empty_dataset_can_be_indexed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
