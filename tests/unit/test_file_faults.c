/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing meets every fault at every call it makes: what stood there is untouched or replaced. */
#include "base/file.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/undo.h"
#include "faults/trial.h"

enum {
    ENTRIES_BEFORE = 5, /* out, out/a, out/kept, out/sub, out/sub/b */
    ENTRIES_AFTER = 7,  /* and out/new, out/new/c */
    CALLS_MOST = 200,   /* of one kind in one run */
};

static void restore_folder(void)
{
    remove_tree("out");
    mkdir("out", 0777);
    mkdir("out/sub", 0777);
    put("out/a", "old a");
    put("out/sub/b", "old b");
    put("out/kept", "kept");
}

static bool write_set(struct error *error)
{
    struct output_set set = {0};
    output_set_add(&set, TEXT("a"), TEXT("new a"));
    output_set_add(&set, TEXT("sub/b"), TEXT("new b"));
    output_set_add(&set, TEXT("new/c"), TEXT("new c"));
    const bool good = output_set_write(&set, "out", error);
    output_set_release(&set);
    return good;
}

static bool is_untouched(void)
{
    return has("out/a", "old a") && has("out/sub/b", "old b") && has("out/kept", "kept") &&
           count_entries() == ENTRIES_BEFORE;
}

static bool is_replaced(void)
{
    return has("out/a", "new a") && has("out/sub/b", "new b") && has("out/new/c", "new c") &&
           has("out/kept", "kept") && count_entries() == ENTRIES_AFTER;
}

/* Every single call of a kind meets the fault, until there are no more; counts the outcomes. */
static void meet_each(struct fault fault, unsigned counts[STRANGE + 1])
{
    memset(counts, 0, (STRANGE + 1) * sizeof *counts);
    for (fault.nth = 1; fault.nth <= CALLS_MOST; fault.nth++) {
        restore_folder();
        const enum outcome outcome = try_with(write_set, &fault, 1);
        counts[outcome]++;
        if (outcome == NOT_REACHED)
            break;
        if (outcome == DONE)
            assert_true(is_replaced());
        else if (outcome == KILLED)
            assert_true(is_untouched() || is_replaced());
        else
            assert_true(is_untouched());
    }
    assert_int_equal(counts[NOT_REACHED], 1);
    assert_int_equal(counts[STRANGE], 0);
}

static void test_every_failing_call_leaves_all_or_nothing(void **state)
{
    (void)state;
    static const struct {
        enum fault_call call;
        int reason;
        unsigned done, refused;
    } cases[] = {
        {FAULT_OPEN, ENOSPC, 1, 3}, /* without the lock it goes on */
        {FAULT_OPEN, EACCES, 1, 3},  {FAULT_WRITE, ENOSPC, 0, 3},
        {FAULT_WRITE, EIO, 0, 3},    {FAULT_WRITE, EFBIG, 0, 3},
        {FAULT_WRITE, EINTR, 3, 0},  {FAULT_FSYNC, EIO, 0, 3},
        {FAULT_FSYNC, EINVAL, 3, 0}, /* a file system that cannot */
        {FAULT_CLOSE, EIO, 1, 3},    /* the lock's does no harm */
        {FAULT_LINK, EPERM, 3, 0},   {FAULT_RENAME, EIO, 0, 3},
        {FAULT_MKDIR, ENOSPC, 5, 1}, /* those that are there are not needed */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned counts[STRANGE + 1];
        meet_each((struct fault){.call = cases[i].call, .reason = cases[i].reason}, counts);
        assert_int_equal(counts[DONE], cases[i].done);
        assert_int_equal(counts[REFUSED], cases[i].refused);
    }
}

static void test_short_writes_are_continued(void **state)
{
    (void)state;
    const struct fault fault = {.call = FAULT_WRITE, .nth = 1, .lasting = true, .is_short = true};
    restore_folder();
    assert_int_equal(try_with(write_set, &fault, 1), DONE);
    assert_true(is_replaced());
}

/* ENOSPC from some byte on, when bytes go one by one. */
static void test_a_disk_full_at_any_byte_leaves_everything_as_it_was(void **state)
{
    (void)state;
    struct fault faults[] = {
        {.call = FAULT_WRITE, .lasting = true, .reason = ENOSPC},
        {.call = FAULT_WRITE, .nth = 1, .lasting = true, .is_short = true},
    };
    unsigned refused = 0;
    for (faults[0].nth = 1; faults[0].nth <= CALLS_MOST; faults[0].nth++) {
        const struct fault both[] = {faults[0], faults[1]};
        restore_folder();
        const enum outcome outcome = try_with(write_set, both, 2);
        if (outcome == NOT_REACHED)
            break;
        assert_int_equal(outcome, REFUSED);
        assert_true(is_untouched());
        refused++;
    }
    assert_int_equal(refused, 15); /* bytes in all */
}

/* Without second names nothing can be put back, but no file may be lost. */
static void test_no_file_is_lost_where_there_are_no_second_names(void **state)
{
    (void)state;
    for (unsigned long nth = 1; nth <= 3; nth++) {
        const struct fault faults[] = {
            {.call = FAULT_RENAME, .nth = nth, .reason = EIO},
            {.call = FAULT_LINK, .nth = 1, .lasting = true, .reason = EPERM},
        };
        restore_folder();
        assert_int_equal(try_with(write_set, faults, 2), REFUSED);
        assert_true(has("out/a", "old a") || has("out/a", "new a"));
        assert_true(has("out/sub/b", "old b") || has("out/sub/b", "new b"));
        assert_true(count_entries() == ENTRIES_BEFORE);
    }
}

static void test_out_of_memory_at_any_allocation_leaves_everything_as_it_was(void **state)
{
    (void)state;
    unsigned counts[STRANGE + 1];
    meet_each((struct fault){.call = FAULT_ALLOC, .reason = ENOMEM}, counts);
    assert_int_equal(counts[DONE] + counts[REFUSED], 0);
    assert_true(counts[NO_MEMORY] >= 5);
}

static void test_a_signal_at_any_call_ends_the_program_with_all_or_nothing(void **state)
{
    (void)state;
    static const int signals[] = {SIGINT, SIGTERM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        unsigned counts[STRANGE + 1];
        meet_each((struct fault){.call = FAULT_FILES, .signal = signals[i]}, counts);
        assert_int_equal(counts[DONE] + counts[REFUSED], 0);
        assert_true(counts[KILLED] >= 20);
    }
}

static bool write_past_ignored_signals(struct error *error)
{
    signal(SIGHUP, SIG_IGN);
    return write_set(error);
}

static void test_an_ignored_signal_stops_nothing(void **state)
{
    (void)state;
    const struct fault fault = {.call = FAULT_FILES, .nth = 1, .lasting = true, .signal = SIGHUP};
    restore_folder();
    assert_int_equal(try_with(write_past_ignored_signals, &fault, 1), DONE);
    assert_true(is_replaced());
}

static bool write_one(struct error *error)
{
    return file_write("out/a", TEXT("new a"), error);
}

static void test_one_file_meets_every_fault_whole(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.call = FAULT_FILES, .reason = EIO},
        {.call = FAULT_FILES, .signal = SIGTERM},
        {.call = FAULT_ALLOC, .reason = ENOMEM},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct fault fault = faults[i];
        enum outcome outcome = DONE;
        for (fault.nth = 1; outcome != NOT_REACHED; fault.nth++) {
            restore_folder();
            outcome = try_with(write_one, &fault, 1);
            const bool is_new = has("out/a", "new a");
            assert_true(outcome != STRANGE);
            assert_true(is_new ? outcome == NOT_REACHED || outcome == KILLED
                               : is_untouched() && outcome != NOT_REACHED);
            assert_int_equal(count_entries(), ENTRIES_BEFORE);
        }
        assert_true(fault.nth > 3);
    }
}

enum {
    RUNS = 4,
    FILES = 20,
};

static void name_file(int file, const char *folder, char path[30])
{
    snprintf(path, 30, "%ssub%d/%d", folder, file % 3, file);
}

/* A run whose files all contain its letter, and whose renames take their time. Every other run
 * begins at the end, so that none has the last word on all files by chance. */
static _Noreturn void run_slowly(int run, const char *letter)
{
    const struct fault slow = {.call = FAULT_RENAME, .nth = 1, .lasting = true, .milliseconds = 2};
    struct error error = {0};
    struct output_set set = {0};
    char path[30];
    for (int i = 0; i < FILES; i++) {
        name_file(run % 2 == 0 ? i : FILES - 1 - i, "", path);
        output_set_add(&set, text_from(path), text_from(letter));
    }
    fault_arm(&slow, 1);
    _exit(output_set_write(&set, "out", &error) ? 0 : 1);
}

static int count_files_with(const char *letter)
{
    char path[30];
    int files = 0;
    for (int i = 0; i < FILES; i++) {
        name_file(i, "out/", path);
        files += has(path, letter);
    }
    return files;
}

static void test_runs_at_once_do_not_mix(void **state)
{
    (void)state;
    static const char *const letters[RUNS] = {"A", "B", "C", "D"};
    pid_t runs[RUNS];
    for (int run = 0; run < RUNS; run++) {
        runs[run] = fork();
        if (runs[run] == 0)
            run_slowly(run, letters[run]);
    }
    for (int run = 0; run < RUNS; run++) {
        int status = -1;
        assert_int_equal(waitpid(runs[run], &status, 0), runs[run]);
        assert_int_equal(status, 0);
    }
    int winners = 0;
    for (int run = 0; run < RUNS; run++) {
        const int files = count_files_with(letters[run]);
        assert_true(files == 0 || files == FILES);
        winners += files == FILES;
    }
    assert_int_equal(winners, 1);
    assert_int_equal(count_entries(), 1 + 3 + FILES);
}

#define test_in_folder(name) cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(test_every_failing_call_leaves_all_or_nothing),
        test_in_folder(test_short_writes_are_continued),
        test_in_folder(test_a_disk_full_at_any_byte_leaves_everything_as_it_was),
        test_in_folder(test_no_file_is_lost_where_there_are_no_second_names),
        test_in_folder(test_out_of_memory_at_any_allocation_leaves_everything_as_it_was),
        test_in_folder(test_a_signal_at_any_call_ends_the_program_with_all_or_nothing),
        test_in_folder(test_an_ignored_signal_stops_nothing),
        test_in_folder(test_one_file_meets_every_fault_whole),
        test_in_folder(test_runs_at_once_do_not_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
