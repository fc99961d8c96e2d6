/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* Make the folders on the way to the target. */
static bool make_parents(struct staging *staging, struct error *error)
{
    const struct text path = text_from(staging->target);
    for (size_t i = 1; i < path.length; i++) {
        if (path.at[i] != '/' || path.at[i - 1] == '/')
            continue;
        const struct text name = arena_copy_text(&staging->arena, (struct text){path.at, i});
        list_push(&staging->parents, name);
        if (mkdir(name.at, 0777) == 0)
            continue;
        staging->parents.count--;
        if (errno != EEXIST)
            return error_set(error, ERROR_SYSTEM, "cannot make folder '%s': %s", name.at,
                             strerror(errno));
    }
    return true;
}

/* Remove what is not committed; called when memory runs out as well. */
static void take_back(void *work)
{
    const struct staging *staging = work;
    if (staging->temporary == NULL)
        return;
    for (size_t i = 0; i < staging->files.count; i++)
        unlink(staging->files.items[i].at);
    rmdir(staging->temporary);
    for (size_t i = staging->parents.count; i-- > 0;)
        rmdir(staging->parents.items[i].at);
}

bool staging_open(struct staging *staging, const char *target, const char *const *replaceable,
                  struct error *error)
{
    *staging = (struct staging){.names = replaceable};
    undo_begin(&staging->undo, take_back, staging);
    struct text path = text_from(target);
    while (path.length > 1 && path.at[path.length - 1] == '/')
        path.length--;
    staging->target = arena_copy_text(&staging->arena, path).at;
    if (file_exists(staging->target) && !file_is_directory(staging->target))
        return error_set(error, ERROR_DATA, "'%s' is a file; a dataset is a folder",
                         staging->target);
    if (file_exists(staging->target) && !check_contents(staging->target, replaceable, error))
        return false;
    staging->temporary = name_beside(staging, "part");
    if (!make_parents(staging, error))
        return false;
    if (mkdir(staging->temporary, 0777) != 0)
        return error_set(error, ERROR_SYSTEM, "cannot make folder '%s': %s", staging->temporary,
                         strerror(errno));
    return true;
}

FILE *staging_create(struct staging *staging, const char *name, struct error *error)
{
    const struct text path = arena_format(&staging->arena, "%s/%s", staging->temporary, name);
    if (undo_is_wanted()) {
        error_set(error, ERROR_SYSTEM, "cannot write '%s': Interrupted", path.at);
        return NULL;
    }
    list_push(&staging->files, path);
    FILE *file = fopen(path.at, "wb");
    if (file == NULL)
        cannot_write(error, path.at);
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

/* Put it in the place of an open folder that is not empty. */
static bool exchange(struct staging *staging, int old, struct error *error)
{
    const char *former = name_beside(staging, "former");
    if (rename(staging->target, former) != 0)
        return cannot_write(error, staging->target);
    if (rename(staging->temporary, staging->target) != 0) {
        cannot_write(error, staging->target);
        rename(former, staging->target);
        return false;
    }
    for (const char *const *name = staging->names; *name != NULL; name++)
        unlinkat(old, *name, 0);
    rmdir(former);
    return true;
}

/* The old folder is opened before it is moved, so that it can be emptied then. */
static bool replace(struct staging *staging, struct error *error)
{
    if (!check_contents(staging->target, staging->names, error))
        return false;
    const int old = open(staging->target, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (old < 0)
        return cannot_write(error, staging->target);
    const bool good = exchange(staging, old, error);
    close(old);
    return good;
}

bool staging_commit(struct staging *staging, struct error *error)
{
    bool good = rename(staging->temporary, staging->target) == 0; /* absent or empty */
    if (!good && (errno == ENOTEMPTY || errno == EEXIST))
        good = replace(staging, error);
    else if (!good)
        cannot_write(error, staging->target);
    if (good)
        staging->temporary = NULL;
    return good;
}

void staging_release(struct staging *staging)
{
    take_back(staging);
    list_release(&staging->files);
    list_release(&staging->parents);
    arena_release(&staging->arena);
    if (staging->undo.act != NULL)
        undo_end(&staging->undo);
    *staging = (struct staging){0};
}
