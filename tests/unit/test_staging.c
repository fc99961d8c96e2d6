/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/staging.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static const char *const names[] = {"one.csv", "two.csv", NULL};

/* A scratch folder and the path of a dataset in it. */
static char folder[64];
static char target[128];

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/bloc-staging-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(target, sizeof target, "%s/data", folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command); /* NOLINT: our own folder */
}

static void write_file(struct staging *staging, const char *name, const char *contents)
{
    struct error error = {0};
    FILE *file = staging_create(staging, name, &error);
    assert_non_null(file);
    fputs(contents, file);
    assert_true(staging_close_file(file, name, &error));
}

/* Make the dataset with one file; false when its folder is not free. */
static bool make(const char *const *replaceable, const char *contents, bool commit)
{
    struct staging staging;
    struct error error = {0};
    const bool open = staging_open(&staging, target, replaceable, &error);
    if (open) {
        write_file(&staging, "one.csv", contents);
        if (commit)
            assert_true(staging_commit(&staging, &error));
    }
    staging_release(&staging);
    return open;
}

static void check_contents(const char *expected)
{
    struct arena arena = {0};
    struct error error = {0};
    struct text contents;
    char path[160];
    snprintf(path, sizeof path, "%s/one.csv", target);
    assert_true(file_read(path, &arena, &contents, &error));
    assert_true(text_equal_string(contents, expected));
    arena_release(&arena);
}

/* How many names there are beside the dataset, itself included. */
static size_t count_beside(void)
{
    struct arena arena = {0};
    struct error error = {0};
    struct text_list list = {0};
    assert_true(file_list_directory(folder, "", &arena, &list, &error));
    const size_t count = list.count;
    list_release(&list);
    arena_release(&arena);
    return count;
}

static void test_a_folder_appears_at_the_commit(void **state)
{
    (void)state;
    assert_true(make(NULL, "a", false));
    assert_int_equal(count_beside(), 0);
    assert_true(make(NULL, "a", true));
    check_contents("a");
    assert_int_equal(count_beside(), 1);
}

static void test_a_folder_that_is_not_empty_is_replaced_only_when_asked(void **state)
{
    (void)state;
    assert_int_equal(mkdir(target, 0777), 0);
    assert_true(make(NULL, "a", true)); /* empty */
    assert_false(make(NULL, "b", true));
    check_contents("a");
    assert_true(make(names, "c", true));
    check_contents("c");
    assert_int_equal(count_beside(), 1);
}

static void test_a_file_of_somebody_else_is_left_alone(void **state)
{
    (void)state;
    char path[160];
    assert_true(make(NULL, "a", true));
    snprintf(path, sizeof path, "%s/mine.txt", target);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    assert_false(make(names, "b", true));
    check_contents("a");
    assert_true(file_exists(path));
}

static void test_a_file_is_no_folder(void **state)
{
    (void)state;
    FILE *file = fopen(target, "w");
    assert_non_null(file);
    fclose(file);
    assert_false(make(names, "a", true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_folder_appears_at_the_commit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_folder_that_is_not_empty_is_replaced_only_when_asked,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_file_of_somebody_else_is_left_alone, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_file_is_no_folder, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
