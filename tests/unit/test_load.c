/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#define RIVERS BLOC_SOURCE_DIR "/tests/data/rivers"

static void test_a_folder_is_loaded(void **state)
{
    (void)state;
    struct load_case test = {0};
    struct error error = {0};
    assert_true(load_dataset(RIVERS "/", &test.dataset, &test.findings, &test.totals, &error));
    assert_int_equal(test.findings.list.count, 0);
    load_case_check_totals(&test);
    assert_int_equal(test.dataset.groups.count, 4);
    assert_int_equal(test.dataset.relations.count, 4);
    assert_int_equal(test.dataset.claims.count, 5);
    assert_int_equal(test.dataset.sources.count, 2);
    assert_true(text_equal_string(test.dataset.title, "Rivers and hills"));
    assert_true(text_equal_string(test.dataset.path, RIVERS));
    assert_int_equal(dataset_match_group(&test.dataset, TEXT("the league")), 2);
    assert_int_equal(test.dataset.region_count, 2);
    assert_int_equal(test.dataset.relations.items[2].outcome, OUTCOME_CONTESTED);
    load_case_release(&test);
}

static void test_a_dataset_can_be_loaded_again(void **state)
{
    (void)state;
    struct load_case test = {0};
    struct error error = {0};
    dataset_init(&test.dataset);
    for (int i = 0; i < 2; i++)
        assert_true(load_dataset(RIVERS, &test.dataset, &test.findings, &test.totals, &error));
    assert_int_equal(test.dataset.groups.count, 4);
    assert_int_equal(test.totals.tables[TABLE_GROUPS].read, 4);
    load_case_release(&test);
}

static void check_failure(const char *path, const char *message)
{
    struct load_case test = {0};
    struct error error = {0};
    assert_false(load_dataset(path, &test.dataset, &test.findings, &test.totals, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(error.message, message);
    assert_int_equal(test.findings.list.count, 0);
    load_case_release(&test);
}

static void test_a_folder_that_is_none_is_an_error(void **state)
{
    (void)state;
    check_failure("nowhere/at/all", "there is no folder 'nowhere/at/all'");
    check_failure(RIVERS "/groups.csv",
                  "'" RIVERS "/groups.csv' is a file; a dataset is a folder with "
                  "groups.csv in it");
    check_failure("", "there is no folder ''");
}

/* Load a folder and print its findings. */
static void load_from_disk(struct load_case *test, const char *path)
{
    struct error error = {0};
    assert_true(load_dataset(path, &test->dataset, &test->findings, &test->totals, &error));
    FILE *stream = open_memstream(&test->report, &test->report_size);
    findings_print(&test->findings, stream);
    fclose(stream);
    load_case_check_totals(test);
}

static void test_a_directory_in_place_of_a_file_is_reported(void **state)
{
    (void)state;
    char folder[] = "/tmp/bloc-load-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[64];
    char expected[200];
    snprintf(path, sizeof path, "%s/groups.csv", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    struct load_case test = {0};
    load_from_disk(&test, folder);
    rmdir(path);
    rmdir(folder);
    snprintf(expected, sizeof expected, "%s: error unreadable-file: cannot read '%s': %s\n", path,
             path, strerror(EISDIR));
    load_case_expect_line(&test, expected);
    load_case_release(&test);
}

static void test_an_empty_folder_gives_an_empty_dataset(void **state)
{
    (void)state;
    char folder[] = "/tmp/bloc-load-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct load_case test = {0};
    load_from_disk(&test, folder);
    rmdir(folder);
    assert_int_equal(findings_count(&test.findings, FINDING_ERROR), 4);
    assert_int_equal(test.dataset.groups.count, 0);
    assert_int_equal(dataset_find_group(&test.dataset, TEXT("a")), GROUP_NONE);
    load_case_release(&test);
}

static void test_findings_come_sorted(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", GROUPS "c,Gamma,,,gang,zz,,,x,,\nd,,,,unit,,,,,,\n");
    load_case_add(&test, "relations.csv", RELATIONS "r2,a,x,pledge,,,,,\n");
    load_case_run(&test);
    const struct finding_list *list = &test.findings.list;
    assert_true(list->count >= 4);
    for (size_t i = 1; i < list->count; i++) {
        const struct place *before = &list->items[i - 1].place;
        const struct place *after = &list->items[i].place;
        const int order = text_compare(before->file, after->file);
        assert_true(order < 0 || (order == 0 && (before->line < after->line ||
                                                 (before->line == after->line &&
                                                  before->column <= after->column))));
    }
    load_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_folder_is_loaded),
        cmocka_unit_test(test_a_dataset_can_be_loaded_again),
        cmocka_unit_test(test_a_folder_that_is_none_is_an_error),
        cmocka_unit_test(test_a_directory_in_place_of_a_file_is_reported),
        cmocka_unit_test(test_an_empty_folder_gives_an_empty_dataset),
        cmocka_unit_test(test_findings_come_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
