/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/fingerprint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "loader/load.h"

#define RIVERS BLOC_SOURCE_DIR "/tests/data/rivers"

/* What `LC_ALL=C sort TABLE | sha256sum` and `sha256sum JSON` say of them, and sha256sum of that. */
static const struct file_digest of_rivers[] = {
    {"claims.csv", "bd89b367547749b06fb5ad849aaa70abcb169474a4ef74809eb1b94100829c94"},
    {"datapackage.json", "544a0e7129d393c325e8f705779aaa3d4218fc6045291523d5347360d45705b3"},
    {"groups.csv", "7630dda546463486feb1480397f8e9d760963b8195481078f6cdb8118e3884ad"},
    {"relations.csv", "d357b021fe012be7be5c9d17492c03d9b8495236e13fc7b4b33c461225e3fad7"},
    {"sources.json", "ac6dd1c47c086056e87afb1dd6b3329a97cd8c3e065e7faaffa974663b6175c1"},
};

static const char all_of_rivers[] =
    "94c2f92bb8359bb0fb9f422d63019358a6b5539ec92706b54859973557d2bf5a";

static void test_digests_are_those_of_sort_and_sha256sum(void **state)
{
    (void)state;
    struct fingerprint fingerprint = {0};
    struct error error = {0};
    assert_true(fingerprint_take(RIVERS, &fingerprint, &error));
    assert_int_equal(fingerprint.files.count, 5);
    for (size_t i = 0; i < fingerprint.files.count; i++) {
        assert_string_equal(fingerprint.files.items[i].name, of_rivers[i].name);
        assert_string_equal(fingerprint.files.items[i].sha256, of_rivers[i].sha256);
    }
    assert_string_equal(fingerprint.sha256, all_of_rivers);
    fingerprint_release(&fingerprint);
    assert_int_equal(fingerprint.files.count, 0);
}

static void test_a_loaded_dataset_has_the_same_as_its_folder(void **state)
{
    (void)state;
    struct dataset dataset = {0};
    struct findings findings = {0};
    struct load_totals totals;
    struct fingerprint fingerprint = {0};
    struct error error = {0};
    assert_true(load_dataset(RIVERS, &dataset, &findings, &totals, &error));
    fingerprint_make(&dataset.files, &fingerprint);
    assert_int_equal(fingerprint.files.count, 5);
    assert_string_equal(fingerprint.sha256, all_of_rivers);
    fingerprint_release(&fingerprint);
    findings_release(&findings);
    dataset_release(&dataset);
}

static void test_a_folder_that_is_none_is_refused(void **state)
{
    (void)state;
    struct fingerprint fingerprint = {0};
    struct error error = {0};
    assert_false(fingerprint_take(RIVERS "/nothing", &fingerprint, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(fingerprint.sha256, "");
    fingerprint_release(&fingerprint);
}

static void test_a_file_that_cannot_be_read_is_an_error(void **state)
{
    (void)state;
    char folder[] = "/tmp/bloc-fingerprint-XXXXXX";
    char path[64];
    struct fingerprint fingerprint = {0};
    struct error error = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/claims.csv", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(fingerprint_take(folder, &fingerprint, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_non_null(strstr(error.message, "claims.csv"));
    fingerprint_release(&fingerprint);
    remove(path);
    remove(folder);
}

/* The fingerprint of a folder that has nothing but one table. */
static void take_table(const char *folder, const char *contents, char sha256[DIGEST_LENGTH + 1])
{
    struct arena arena = {0};
    struct error error = {0};
    struct fingerprint fingerprint = {0};
    const struct text path = arena_format(&arena, "%s/groups.csv", folder);
    assert_true(file_write(path.at, text_from(contents), &error));
    assert_true(fingerprint_take(folder, &fingerprint, &error));
    assert_int_equal(fingerprint.files.count, 1);
    memcpy(sha256, fingerprint.sha256, DIGEST_LENGTH + 1);
    fingerprint_release(&fingerprint);
    arena_release(&arena);
}

static void test_only_the_order_of_lines_says_nothing(void **state)
{
    (void)state;
    char folder[] = "/tmp/bloc-fingerprint-XXXXXX";
    char first[DIGEST_LENGTH + 1], other[DIGEST_LENGTH + 1];
    static const char *const others[] = {
        "id\na\n", "id\na\nb\nb\n", "id\na\nB\n", "id\na\n\nb\n", "\n", ""};
    assert_non_null(mkdtemp(folder));
    take_table(folder, "id\na\nb\n", first);
    take_table(folder, "id\nb\na\n", other);
    assert_string_equal(first, other);
    take_table(folder, "id\na\nb", other);
    assert_string_equal(first, other);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        take_table(folder, others[i], other);
        assert_string_not_equal(first, other);
    }
    char path[64];
    snprintf(path, sizeof path, "%s/groups.csv", folder);
    remove(path);
    remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digests_are_those_of_sort_and_sha256sum),
        cmocka_unit_test(test_a_loaded_dataset_has_the_same_as_its_folder),
        cmocka_unit_test(test_a_folder_that_is_none_is_refused),
        cmocka_unit_test(test_a_file_that_cannot_be_read_is_an_error),
        cmocka_unit_test(test_only_the_order_of_lines_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
