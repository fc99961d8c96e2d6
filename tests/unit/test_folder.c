/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define RIVERS BLOC_SOURCE_DIR "/tests/data/rivers"

static void test_files_on_disk_are_read_once(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folder folder;
    struct error error = {0};
    assert_true(folder_open(&folder, RIVERS "//", &arena, &error));
    assert_int_equal(folder.tables.count, 3);
    assert_true(text_equal_string(folder.tables.items[0], "claims.csv"));
    const struct folder_file first = folder_get(&folder, TEXT("groups.csv"));
    const struct folder_file second = folder_get(&folder, TEXT("groups.csv"));
    assert_int_equal(first.state, FOLDER_READ);
    assert_ptr_equal(first.contents.at, second.contents.at);
    assert_true(text_equal_string(first.path, RIVERS "/groups.csv"));
    folder_release(&folder);
    arena_release(&arena);
}

static void test_absent_files_are_told_from_unreadable_ones(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folder folder;
    struct error error = {0};
    assert_true(folder_open(&folder, BLOC_SOURCE_DIR "/tests/data", &arena, &error));
    assert_int_equal(folder_get(&folder, TEXT("nothing.csv")).state, FOLDER_ABSENT);
    assert_false(folder_has(&folder, TEXT("nothing.csv")));
    const struct folder_file directory = folder_get(&folder, TEXT("rivers"));
    assert_int_equal(directory.state, FOLDER_UNREADABLE);
    assert_true(directory.reason.length > 0);
    assert_true(folder_has(&folder, TEXT("rivers")));
    folder_release(&folder);
    arena_release(&arena);
}

static void test_a_folder_in_memory_looks_at_no_disk(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folder folder = {.arena = &arena, .path = TEXT(RIVERS)};
    folder_add(&folder, TEXT("claims.csv"), TEXT("x"));
    assert_false(folder_has(&folder, TEXT("groups.csv")));
    assert_int_equal(folder_get(&folder, TEXT("groups.csv")).state, FOLDER_ABSENT);
    assert_true(text_equal_string(folder_get(&folder, TEXT("claims.csv")).contents, "x"));
    folder_release(&folder);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_on_disk_are_read_once),
        cmocka_unit_test(test_absent_files_are_told_from_unreadable_ones),
        cmocka_unit_test(test_a_folder_in_memory_looks_at_no_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
