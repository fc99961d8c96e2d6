/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A sound dataset as a folder on disk, which a test spoils one file at a time, and the program run
 * on it within the test's own process, with all that it says caught in a file.
 */
#ifndef BLOC_UNIT_BAD_FOLDER_H
#define BLOC_UNIT_BAD_FOLDER_H

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/file.h"
#include "cli/command.h"

enum {
    BAD_FILES = 7,
    BAD_WORDS = 12 /* of a command line, at most */
};

static const char *const bad_names[BAD_FILES] = {"groups.csv",   "relations.csv",    "claims.csv",
                                                 "sources.json", "datapackage.json", "kinds.csv",
                                                 "estimates.csv"};

struct bad_folder {
    struct arena arena;
    char path[64];                /* of all that the test writes */
    struct text sound[BAD_FILES]; /* in the order of the names */
    struct text said;             /* by the last command, on both streams; in the arena */
};

/* "PATH/NAME", in the arena. */
static inline const char *bad_folder_path(struct bad_folder *folder, const char *name)
{
    return arena_format(&folder->arena, "%s/%s", folder->path, name).at;
}

static inline void bad_folder_write(struct bad_folder *folder, const char *name,
                                    struct text contents)
{
    FILE *file = fopen(bad_folder_path(folder, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(contents.at, 1, contents.length, file), contents.length);
    assert_int_equal(fclose(file), 0);
}

/* Whatever stands there, whole folders too. */
static inline void bad_folder_remove(const char *path)
{
    DIR *stream = opendir(path);
    struct dirent *entry;
    struct stat status;
    if (stream == NULL || lstat(path, &status) != 0 || !S_ISDIR(status.st_mode)) {
        if (stream != NULL)
            closedir(stream);
        unlink(path);
        return;
    }
    while ((entry = readdir(stream)) != NULL) {
        char below[4096];
        bool is_whole =
            (size_t)snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < sizeof below;
        if (is_whole && strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            bad_folder_remove(below);
    }
    closedir(stream);
    rmdir(path);
}

static inline void bad_folder_restore(struct bad_folder *folder, size_t file)
{
    const char *name = arena_format(&folder->arena, "data/%s", bad_names[file]).at;
    bad_folder_remove(bad_folder_path(folder, name));
    bad_folder_write(folder, name, folder->sound[file]);
}

/* The rivers of tests/data, with a kind and estimates of their own. */
static inline void bad_folder_init(struct bad_folder *folder)
{
    struct error error = {0};
    *folder = (struct bad_folder){.path = "/tmp/bloc-hostile-XXXXXX"};
    assert_non_null(mkdtemp(folder->path));
    assert_int_equal(mkdir(bad_folder_path(folder, "data"), 0777), 0);
    assert_int_equal(mkdir(bad_folder_path(folder, "graphs"), 0777), 0);
    for (size_t i = 0; i < 4; i++) {
        const char *path =
            arena_format(&folder->arena, "%s/tests/data/rivers/%s", BLOC_SOURCE_DIR, bad_names[i])
                .at;
        assert_true(file_read(path, &folder->arena, &folder->sound[i], &error));
    }
    folder->sound[4] = TEXT("{\"name\": \"rivers\", \"resources\": [{\"data\": []}]}\n");
    folder->sound[5] = TEXT("kind,family,sign,direction,extent,label,description\n"
                            "truce,alliance,+,mutual,state,truce,They stop fighting.\n");
    folder->sound[6] = TEXT("group,relation,quantity,low,high,date,source,locator,note\n"
                            "hill_wing,,fighters,100,200,2013,jones_2017,4,\n"
                            ",hill_attack,deaths,3,5,2015,smith_2016,9,\n");
    for (size_t i = 0; i < BAD_FILES; i++)
        bad_folder_restore(folder, i);
}

static inline void bad_folder_release(struct bad_folder *folder)
{
    bad_folder_remove(folder->path);
    arena_release(&folder->arena);
}

/* Run a command line, its words separated by spaces and @ in it the folder; the exit status. */
static inline int bad_folder_run(struct bad_folder *folder, const char *line)
{
    char *words[BAD_WORDS];
    int count = 0;
    struct text rest = text_from(line);
    struct text word;
    struct error error = {0};
    while (text_next_piece(&rest, ' ', &word)) {
        assert_true(count < BAD_WORDS);
        const char *at = memchr(word.at, '@', word.length);
        const size_t before = at == NULL ? word.length : (size_t)(at - word.at);
        const struct text behind =
            at == NULL ? TEXT("") : (struct text){at + 1, word.length - before - 1};
        words[count++] = (char *)(uintptr_t)arena_format(
                             &folder->arena, "%.*s%s" TEXT_FORMAT, (int)before, word.at,
                             at == NULL ? "" : folder->path, TEXT_PARTS(behind))
                             .at;
    }
    const char *path = bad_folder_path(folder, "said");
    const int streams[] = {dup(STDOUT_FILENO), dup(STDERR_FILENO)};
    const int said = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    assert_true(said >= 0);
    fflush(NULL);
    dup2(said, STDOUT_FILENO);
    dup2(said, STDERR_FILENO);
    const enum status status = command_run(count, words);
    fflush(NULL);
    dup2(streams[0], STDOUT_FILENO);
    dup2(streams[1], STDERR_FILENO);
    close(streams[0]);
    close(streams[1]);
    close(said);
    assert_true(file_read(path, &folder->arena, &folder->said, &error));
    return (int)status;
}

/* How many files begun and never finished lie below a folder. */
static inline size_t bad_folder_count_parts(const char *path)
{
    size_t count = 0;
    DIR *stream = opendir(path);
    struct dirent *entry;
    while (stream != NULL && (entry = readdir(stream)) != NULL) {
        char below[4096];
        bool is_whole =
            (size_t)snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < sizeof below;
        count += strncmp(entry->d_name, ".part-", 6) == 0;
        if (is_whole && strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            count += bad_folder_count_parts(below);
    }
    if (stream != NULL)
        closedir(stream);
    return count;
}

#endif
