/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/file.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Every test works in an empty folder of its own, which is the working folder. */
static char origin[4096];

static int enter_folder(void **state)
{
    char *folder = strdup("/tmp/bloc-file-XXXXXX");
    *state = folder;
    return getcwd(origin, sizeof origin) == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

static int leave_folder(void **state)
{
    char *folder = *state;
    const int failed = chdir(origin) != 0 || nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(folder);
    return failed;
}

static void put(const char *path, const char *contents)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(contents, file);
    assert_int_equal(fclose(file), 0);
}

/* The contents are as expected. */
static void expect(const char *path, const char *contents)
{
    struct arena arena = {0};
    struct text text = {0};
    struct error error = {0};
    assert_true(file_read(path, &arena, &text, &error));
    assert_string_equal(text.at, contents);
    assert_int_equal(text.length, strlen(contents));
    arena_release(&arena);
}

static int entries;

static int count_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)path;
    (void)status;
    (void)type;
    entries += place->level > 0;
    return 0;
}

/* Files and folders below the working folder, hidden ones too. */
static int count_entries(void)
{
    entries = 0;
    assert_int_equal(nftw(".", count_entry, 8, FTW_PHYS), 0);
    return entries;
}

static void test_a_file_is_read_whole(void **state)
{
    (void)state;
    put("a", "one\ntwo");
    expect("a", "one\ntwo");
    put("empty", "");
    expect("empty", "");
}

static void test_a_large_file_with_nul_bytes_is_read_whole(void **state)
{
    (void)state;
    enum {
        SIZE = 1000000
    };
    char *bytes = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)(i * 7 % 256);
    struct error error = {0};
    assert_true(file_write("large", (struct text){bytes, SIZE}, &error));
    struct arena arena = {0};
    struct text text = {0};
    assert_true(file_read("large", &arena, &text, &error));
    assert_int_equal(text.length, SIZE);
    assert_memory_equal(text.at, bytes, SIZE);
    assert_int_equal(text.at[SIZE], '\0');
    arena_release(&arena);
    free(bytes);
}

static void expect_unreadable(const char *path, const char *message)
{
    struct arena arena = {0};
    struct text text = {0};
    struct error error = {0};
    assert_false(file_read(path, &arena, &text, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(error.message, message);
    arena_release(&arena);
}

static void test_a_file_that_cannot_be_read_is_named_with_the_reason(void **state)
{
    (void)state;
    mkdir("folder", 0777);
    put("plain", "");
    expect_unreadable("missing.csv", "cannot read 'missing.csv': No such file or directory");
    expect_unreadable("folder", "cannot read 'folder': Is a directory");
    expect_unreadable("plain/below", "cannot read 'plain/below': Not a directory");
    expect_unreadable("", "cannot read '': No such file or directory");
}

static void test_a_file_beyond_all_tables_is_refused(void **state)
{
    (void)state;
    put("huge", "x");
    assert_int_equal(truncate("huge", ((off_t)1 << 30) + 1), 0); /* without a byte on the disk */
    expect_unreadable("huge", "cannot read 'huge': Larger than 1 GiB");
}

static void test_a_limit_counts_every_byte(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct error error = {0};
    struct text text;
    assert_true(file_write("limited", TEXT("x"), &error));
    assert_int_equal(truncate("limited", 1L << 20), 0);
    assert_true(file_read_within("limited", 1, &arena, &text, &error));
    assert_int_equal(text.length, 1L << 20);
    assert_int_equal(truncate("limited", (1L << 20) + 1), 0);
    assert_false(file_read_within("limited", 1, &arena, &text, &error));
    assert_string_equal(error.message, "cannot read 'limited': Larger than 1 MiB");
    arena_release(&arena);
}

static void test_a_dash_is_standard_input(void **state)
{
    (void)state;
    put("a", "from standard input");
    const int kept = dup(STDIN_FILENO);
    const int file = open("a", O_RDONLY);
    dup2(file, STDIN_FILENO);
    expect("-", "from standard input");
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(file);
}

static void test_files_and_folders_are_told_apart(void **state)
{
    (void)state;
    mkdir("folder", 0777);
    put("file", "");
    assert_true(file_exists("folder"));
    assert_true(file_exists("file"));
    assert_false(file_exists("nothing"));
    assert_true(file_is_directory("folder"));
    assert_false(file_is_directory("file"));
    assert_false(file_is_directory("nothing"));
}

static void test_a_folder_is_listed_by_suffix_in_order(void **state)
{
    (void)state;
    static const char *const names[] = {"b.gv", "a.gv", "B.gv", "c.dot", ".hidden.gv", "gv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        put(names[i], "");
    struct arena arena = {0};
    struct text_list found = {0};
    struct error error = {0};
    assert_true(file_list_directory(".", ".gv", &arena, &found, &error));
    assert_int_equal(found.count, 3);
    assert_string_equal(found.items[0].at, "B.gv");
    assert_string_equal(found.items[1].at, "a.gv");
    assert_string_equal(found.items[2].at, "b.gv");
    assert_false(file_list_directory("none", ".gv", &arena, &found, &error));
    assert_string_equal(error.message, "cannot read 'none': No such file or directory");
    list_release(&found);
    arena_release(&arena);
}

/* A set of outputs with the same contents. */
static struct output_set make_set(const char *const *paths, size_t count, const char *contents)
{
    struct output_set set = {0};
    for (size_t i = 0; i < count; i++)
        output_set_add(&set, text_from(paths[i]), text_from(contents));
    return set;
}

static void test_a_set_is_written_with_its_folders(void **state)
{
    (void)state;
    static const char *const paths[] = {"index.html", "figures/a.svg", "figures/deep/b.svg"};
    struct output_set set = make_set(paths, 3, "new");
    struct error error = {0};
    assert_true(output_set_write(&set, "out/run", &error));
    expect("out/run/index.html", "new");
    expect("out/run/figures/a.svg", "new");
    expect("out/run/figures/deep/b.svg", "new");
    assert_int_equal(count_entries(), 7); /* four folders, three files, nothing else */
    output_set_release(&set);
}

static void test_a_set_replaces_what_was_there(void **state)
{
    (void)state;
    static const char *const paths[] = {"a", "b"};
    mkdir("out", 0777);
    put("out/a", "old");
    put("out/other", "kept");
    struct output_set set = make_set(paths, 2, "new");
    struct error error = {0};
    assert_true(output_set_write(&set, "out/", &error));
    assert_true(output_set_write(&set, "./out", &error));
    expect("out/a", "new");
    expect("out/b", "new");
    expect("out/other", "kept");
    assert_int_equal(count_entries(), 4);
    output_set_release(&set);
}

static void test_an_empty_set_makes_its_folder(void **state)
{
    (void)state;
    struct output_set set = {0};
    struct error error = {0};
    assert_true(output_set_write(&set, "out", &error));
    assert_true(file_is_directory("out"));
    output_set_release(&set);
}

static void expect_unwritable(const char *const *paths, size_t count, const char *folder,
                              const char *message)
{
    struct output_set set = make_set(paths, count, "new");
    struct error error = {0};
    const int before = count_entries();
    assert_false(output_set_write(&set, folder, &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(error.message, message);
    assert_int_equal(count_entries(), before);
    output_set_release(&set);
}

static void test_a_folder_in_place_of_a_target_leaves_everything_as_it_was(void **state)
{
    (void)state;
    static const char *const paths[] = {"a", "new/b", "folder"};
    mkdir("out", 0777);
    mkdir("out/folder", 0777);
    put("out/a", "old");
    expect_unwritable(paths, 3, "out", "cannot write 'out/folder': Is a directory");
    expect("out/a", "old");
}

static void test_a_file_in_place_of_a_folder_leaves_everything_as_it_was(void **state)
{
    (void)state;
    static const char *const paths[] = {"a", "sub/x", "plain/b"};
    mkdir("out", 0777);
    put("out/plain", "old");
    put("blocked", "");
    expect_unwritable(paths, 3, "out", "cannot make folder 'out/plain': Not a directory");
    expect("out/plain", "old");
    expect_unwritable(paths, 3, "blocked", "cannot make folder 'blocked': Not a directory");
    expect_unwritable(paths, 3, "blocked/out/x", "cannot make folder 'blocked': Not a directory");
    expect_unwritable(paths, 3, "new/and/newer/../../../blocked",
                      "cannot make folder 'new/and/newer/../../../blocked': Not a directory");
}

static void test_no_output_leaves_its_folder(void **state)
{
    (void)state;
    static const char *const bad[] = {"../x", "/tmp/x", "a/../../x", "", "a//b", "./x", "a/"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *const paths[] = {"good", bad[i]};
        char message[100];
        snprintf(message, sizeof message, "cannot write '%s': it would lie outside 'out'", bad[i]);
        expect_unwritable(paths, 2, "out", message);
    }
}

/* Root may write anywhere, so the test gives that up in a child process. */
static void test_a_folder_without_permission_is_named(void **state)
{
    (void)state;
    mkdir("out", 0777);
    chmod("out", 0555);
    chmod(".", 0755);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static const char *const paths[] = {"index.html"};
        const bool plain = geteuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0);
        struct output_set set = make_set(paths, 1, "new");
        struct error error = {0};
        const bool refused = plain && !output_set_write(&set, "out", &error);
        const bool named =
            strcmp(error.message, "cannot write 'out/index.html': Permission denied") == 0;
        output_set_release(&set);
        _exit(refused && named ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(count_entries(), 1);
}

/*
 * A rename that fails when others are done: in a sticky folder only the owner of a file may
 * replace it.  Needs root to make such a file.
 */
static void test_a_late_failure_puts_back_what_was_replaced(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    mkdir("out", 0777);
    chmod("out", 01777);
    chmod(".", 0777);
    put("out/mine", "old");
    put("out/theirs", "old");
    assert_int_equal(chown("out/mine", 65534, 65534), 0);
    const int before = count_entries();
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static const char *const paths[] = {"mine", "fresh", "theirs"};
        struct output_set set = make_set(paths, 3, "new");
        struct error error = {0};
        const bool plain = setgid(65534) == 0 && setuid(65534) == 0;
        const bool refused = plain && !output_set_write(&set, "out", &error);
        const bool named =
            strcmp(error.message, "cannot write 'out/theirs': Operation not permitted") == 0;
        output_set_release(&set);
        _exit(refused && named ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    expect("out/mine", "old");
    expect("out/theirs", "old");
    assert_false(file_exists("out/fresh"));
    assert_int_equal(count_entries(), before);
}

static void test_a_full_disk_leaves_everything_as_it_was(void **state)
{
    (void)state;
    put("a", "old");
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        /* A writer that dies of a broken pipe would leave the run without a message. */
        struct error error = {0};
        const bool refused = !file_write("/dev/full", TEXT("x"), &error);
        const bool named =
            strcmp(error.message, "cannot write '/dev/full': No space left on device") == 0;
        _exit(refused && named ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    expect("a", "old");
}

static void test_new_files_have_the_usual_permissions(void **state)
{
    (void)state;
    struct error error = {0};
    const mode_t kept = umask(027);
    assert_true(file_write("a", TEXT("x"), &error));
    umask(kept);
    struct stat status;
    assert_int_equal(stat("a", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void test_one_file_is_written_whole_or_not_at_all(void **state)
{
    (void)state;
    struct error error = {0};
    put("a", "old");
    assert_true(file_write("a", TEXT("new"), &error));
    expect("a", "new");
    assert_true(file_write("empty", (struct text){0}, &error));
    expect("empty", "");
    assert_int_equal(count_entries(), 2);

    assert_false(file_write("a/below", TEXT("x"), &error));
    assert_string_equal(error.message, "cannot write 'a/below': Not a directory");
    error = (struct error){0};
    assert_false(file_write("none/b", TEXT("x"), &error));
    assert_string_equal(error.message, "cannot write 'none/b': No such file or directory");
    mkdir("folder", 0777);
    error = (struct error){0};
    assert_false(file_write("folder", TEXT("x"), &error));
    assert_string_equal(error.message, "cannot write 'folder': Is a directory");
    assert_int_equal(count_entries(), 3);
}

static void test_a_device_is_written_to_and_not_replaced(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(file_write("/dev/null", TEXT("x"), &error));
    struct stat status;
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

/* Standard output goes to a file while one text is written to "-". */
static bool write_to_standard_output(const char *path, struct text text, struct error *error)
{
    fflush(stdout);
    const int kept = dup(STDOUT_FILENO);
    const int file = open(path, O_WRONLY | O_CREAT, 0666);
    dup2(file, STDOUT_FILENO);
    const bool good = file_write("-", text, error);
    clearerr(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(file);
    return good;
}

static void test_a_dash_is_standard_output(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(write_to_standard_output("a", TEXT("to standard output"), &error));
    expect("a", "to standard output");
    assert_false(write_to_standard_output("/dev/full", TEXT("x"), &error));
    assert_string_equal(error.message, "cannot write 'standard output': No space left on device");
}

#define test_in_folder(name) cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(test_a_file_is_read_whole),
        test_in_folder(test_a_large_file_with_nul_bytes_is_read_whole),
        test_in_folder(test_a_file_that_cannot_be_read_is_named_with_the_reason),
        test_in_folder(test_a_file_beyond_all_tables_is_refused),
        test_in_folder(test_a_limit_counts_every_byte),
        test_in_folder(test_a_dash_is_standard_input),
        test_in_folder(test_files_and_folders_are_told_apart),
        test_in_folder(test_a_folder_is_listed_by_suffix_in_order),
        test_in_folder(test_a_set_is_written_with_its_folders),
        test_in_folder(test_a_set_replaces_what_was_there),
        test_in_folder(test_an_empty_set_makes_its_folder),
        test_in_folder(test_a_folder_in_place_of_a_target_leaves_everything_as_it_was),
        test_in_folder(test_a_file_in_place_of_a_folder_leaves_everything_as_it_was),
        test_in_folder(test_no_output_leaves_its_folder),
        test_in_folder(test_a_folder_without_permission_is_named),
        test_in_folder(test_a_late_failure_puts_back_what_was_replaced),
        test_in_folder(test_a_full_disk_leaves_everything_as_it_was),
        test_in_folder(test_new_files_have_the_usual_permissions),
        test_in_folder(test_one_file_is_written_whole_or_not_at_all),
        test_in_folder(test_a_device_is_written_to_and_not_replaced),
        test_in_folder(test_a_dash_is_standard_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
