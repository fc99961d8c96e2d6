/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define ATTEMPTS 100

static bool cannot_write(struct error *error, const char *path)
{
    return error_set(error, ERROR_SYSTEM, "cannot write '%s': %s", path, strerror(errno));
}

static bool is_replaceable(const char *name, const char *const *names)
{
    for (; names != NULL && *names != NULL; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* Does a folder hold only what may be replaced? */
static bool check_contents(const char *target, const char *const *names, struct error *error)
{
    DIR *folder = opendir(target);
    if (folder == NULL)
        return cannot_write(error, target);
    bool good = true;
    for (struct dirent *entry = readdir(folder); entry != NULL && good; entry = readdir(folder)) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || is_replaceable(name, names))
            continue;
        good = names == NULL
                   ? error_set(error, ERROR_DATA,
                               "'%s' is not empty; --force replaces the dataset in it", target)
                   : error_set(error, ERROR_DATA,
                               "'%s' holds '%s', which is no part of an imported dataset; "
                               "move it away or choose another folder",
                               target, name);
    }
    closedir(folder);
    return good;
}

/* A name beside the target that is free. */
static const char *name_beside(struct staging *staging, const char *what)
{
    for (int i = 0; i < ATTEMPTS; i++) {
        const char *name =
            arena_format(&staging->arena, "%s.%s-%ld-%d", staging->target, what, (long)getpid(), i)
                .at;
        if (!file_exists(name))
            return name;
    }
    return arena_format(&staging->arena, "%s.%s", staging->target, what).at;
}

/* Make the folders on the way to a path. */
static bool make_parents(const char *path, struct error *error)
{
    struct arena arena = {0};
    char *copy = (char *)arena_copy_text(&arena, text_from(path)).at; /* NOLINT: our own copy */
    bool good = true;
    for (char *slash = strchr(copy + 1, '/'); slash != NULL && good;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            good = error_set(error, ERROR_SYSTEM, "cannot make folder '%s': %s", copy,
                             strerror(errno));
        *slash = '/';
    }
    arena_release(&arena);
    return good;
}

bool staging_open(struct staging *staging, const char *target, const char *const *replaceable,
                  struct error *error)
{
    *staging = (struct staging){.names = replaceable};
    struct text path = text_from(target);
    while (path.length > 1 && path.at[path.length - 1] == '/')
        path.length--;
    staging->target = arena_copy_text(&staging->arena, path).at;
    if (file_exists(staging->target) && !file_is_directory(staging->target))
        return error_set(error, ERROR_DATA, "'%s' is a file; a dataset is a folder",
                         staging->target);
    if (file_exists(staging->target) && !check_contents(staging->target, replaceable, error))
        return false;
    if (!make_parents(staging->target, error))
        return false;
    const char *name = name_beside(staging, "part");
    if (mkdir(name, 0777) != 0)
        return error_set(error, ERROR_SYSTEM, "cannot make folder '%s': %s", name, strerror(errno));
    staging->temporary = name;
    return true;
}

FILE *staging_create(struct staging *staging, const char *name, struct error *error)
{
    const char *path = arena_format(&staging->arena, "%s/%s", staging->temporary, name).at;
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        cannot_write(error, path);
    else
        setvbuf(file, NULL, _IOFBF, (size_t)1 << 18);
    return file;
}

bool staging_close_file(FILE *file, const char *name, struct error *error)
{
    bool good = fflush(file) == 0 && ferror(file) == 0;
    if (good && fsync(fileno(file)) != 0)
        good = errno == EINVAL || errno == ENOTSUP || errno == EROFS; /* cannot flush; no failure */
    const int reason = errno;
    if (fclose(file) != 0 || !good) {
        errno = good ? errno : reason;
        return cannot_write(error, name);
    }
    return true;
}

/* Remove the files of a folder and the folder, as far as they are ours. */
static void remove_folder(const char *path, const char *const *names)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder))
        if (names == NULL || is_replaceable(entry->d_name, names))
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
    rmdir(path);
}

bool staging_commit(struct staging *staging, struct error *error)
{
    const char *former = NULL;
    if (file_exists(staging->target) && rmdir(staging->target) != 0) {
        former = name_beside(staging, "former");
        if (rename(staging->target, former) != 0)
            return cannot_write(error, staging->target);
    }
    if (rename(staging->temporary, staging->target) != 0) {
        cannot_write(error, staging->target);
        if (former != NULL)
            rename(former, staging->target);
        return false;
    }
    staging->temporary = NULL;
    if (former != NULL)
        remove_folder(former, staging->names);
    return true;
}

void staging_release(struct staging *staging)
{
    if (staging->temporary != NULL)
        remove_folder(staging->temporary, NULL);
    arena_release(&staging->arena);
    *staging = (struct staging){0};
}
