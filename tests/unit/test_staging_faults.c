/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An imported folder meets every fault at every call: it is there whole, or as it was before. */
#include "importer/staging.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "faults/trial.h"

static const char *const names[] = {"one.csv", "two.csv", NULL};

enum {
    ENTRIES_OLD = 3, /* data, data/one.csv, data/two.csv */
    CALLS_MOST = 100,
};

static void restore_folder(void)
{
    remove_tree("data");
    mkdir("data", 0777);
    put("data/one.csv", "old one");
    put("data/two.csv", "old two");
}

static bool is_untouched(void)
{
    return has("data/one.csv", "old one") && has("data/two.csv", "old two") &&
           count_entries() == ENTRIES_OLD;
}

static bool is_replaced(void)
{
    return has("data/one.csv", "new") && !file_exists("data/two.csv") && count_entries() == 2;
}

static bool import(const char *target, const char *const *replaceable, struct error *error)
{
    struct staging staging;
    bool good = staging_open(&staging, target, replaceable, error);
    FILE *file = good ? staging_create(&staging, "one.csv", error) : NULL;
    if (file != NULL)
        fputs("new", file);
    good = file != NULL && staging_close_file(file, "one.csv", error) &&
           staging_commit(&staging, error);
    staging_release(&staging);
    return good;
}

static bool replace_folder(struct error *error)
{
    return import("data", names, error);
}

static bool make_new_folder(struct error *error)
{
    return import("new/and/deep/", NULL, error);
}

/* Every call of the kind meets the fault, until there are no more. */
static void meet_each(struct fault fault, unsigned counts[STRANGE + 1])
{
    memset(counts, 0, (STRANGE + 1) * sizeof *counts);
    for (fault.nth = 1; fault.nth <= CALLS_MOST; fault.nth++) {
        restore_folder();
        const enum outcome outcome = try_with(replace_folder, &fault, 1);
        counts[outcome]++;
        if (outcome == DONE || outcome == NOT_REACHED)
            assert_true(is_replaced());
        else if (outcome == KILLED)
            assert_true(is_untouched() || is_replaced());
        else
            assert_true(is_untouched());
        remove_tree("new");
        const bool is_new_made = try_with(make_new_folder, &fault, 1) != REFUSED;
        assert_true(is_new_made || !file_exists("new"));
        remove_tree("new");
        if (outcome == NOT_REACHED)
            break;
    }
    assert_int_equal(counts[NOT_REACHED], 1);
    assert_int_equal(counts[STRANGE], 0);
}

static void test_every_failing_call_leaves_all_or_nothing(void **state)
{
    (void)state;
    static const struct {
        struct fault fault;
        unsigned done, refused;
    } cases[] = {
        {{.call = FAULT_OPEN, .reason = EACCES}, 0, 1}, /* the folder to be replaced */
        {{.call = FAULT_FOPEN, .reason = ENOSPC}, 0, 1},
        {{.call = FAULT_FFLUSH, .reason = ENOSPC}, 0, 1},
        {{.call = FAULT_FSYNC, .reason = EIO}, 0, 1},
        {{.call = FAULT_FSYNC, .reason = EROFS}, 1, 0},
        {{.call = FAULT_FCLOSE, .reason = EIO}, 0, 1},
        {{.call = FAULT_MKDIR, .reason = ENOSPC}, 0, 1},
        {{.call = FAULT_RENAME, .reason = EIO}, 0, 3}, /* the last would put back the former */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned counts[STRANGE + 1];
        meet_each(cases[i].fault, counts);
        assert_int_equal(counts[DONE], cases[i].done);
        assert_int_equal(counts[REFUSED], cases[i].refused);
    }
}

static void test_out_of_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    unsigned counts[STRANGE + 1];
    meet_each((struct fault){.call = FAULT_ALLOC, .reason = ENOMEM}, counts);
    assert_int_equal(counts[DONE] + counts[REFUSED], 0);
    assert_true(counts[NO_MEMORY] >= 2);
}

static void test_a_signal_at_any_call_leaves_all_or_nothing(void **state)
{
    (void)state;
    unsigned counts[STRANGE + 1];
    meet_each((struct fault){.call = FAULT_FILES, .signal = SIGTERM}, counts);
    assert_int_equal(counts[DONE] + counts[REFUSED], 0);
    assert_true(counts[KILLED] >= 7);
}

/* What somebody puts there while we work is theirs. */
static void test_what_came_meanwhile_is_not_replaced_unasked(void **state)
{
    (void)state;
    struct staging staging;
    struct error error = {0};
    mkdir("data", 0777);
    assert_true(staging_open(&staging, "data", NULL, &error));
    put("data/theirs.csv", "theirs");
    assert_false(staging_commit(&staging, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    staging_release(&staging);
    assert_true(has("data/theirs.csv", "theirs"));
    assert_int_equal(count_entries(), 2);
}

#define test_in_folder(name) cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(test_every_failing_call_leaves_all_or_nothing),
        test_in_folder(test_out_of_memory_leaves_everything_as_it_was),
        test_in_folder(test_a_signal_at_any_call_leaves_all_or_nothing),
        test_in_folder(test_what_came_meanwhile_is_not_replaced_unasked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
