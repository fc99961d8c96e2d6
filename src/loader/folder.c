/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "loader/csv_scan.h"

static struct text without_final_slashes(struct text path)
{
    while (path.length > 1 && path.at[path.length - 1] == '/')
        path.length--;
    return path;
}

bool folder_open(struct folder *folder, const char *path, struct arena *arena, struct error *error)
{
    *folder = (struct folder){.arena = arena, .on_disk = true};
    folder->path = arena_copy_text(arena, without_final_slashes(text_from(path)));
    if (!file_exists(path))
        return error_set(error, ERROR_SYSTEM, "there is no folder '%s'", path);
    if (!file_is_directory(path))
        return error_set(error, ERROR_SYSTEM,
                         "'%s' is a file; a dataset is a folder with groups.csv in it", path);
    return file_list_directory(path, ".csv", arena, &folder->tables, error);
}

void folder_release(struct folder *folder)
{
    list_release(&folder->files);
    list_release(&folder->tables);
}

static struct text path_of(const struct folder *folder, struct text name)
{
    if (folder->path.length == 0)
        return arena_copy_text(folder->arena, name);
    return arena_format(folder->arena, TEXT_FORMAT "/" TEXT_FORMAT, TEXT_PARTS(folder->path),
                        TEXT_PARTS(name));
}

void folder_add(struct folder *folder, struct text name, struct text contents)
{
    const struct folder_file file = {
        .name = name, .path = path_of(folder, name), .state = FOLDER_READ, .contents = contents};
    list_push(&folder->files, file);
}

/* Does the name stand for something, even if only for a symbolic link to nothing? */
static bool is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Does a file lie in the folder when symbolic links are followed?  Else *reason tells. */
static bool is_inside(const struct folder *folder, const char *path, const char **reason)
{
    char *top = realpath(folder->path.at, NULL);
    char *place = realpath(path, NULL);
    *reason = place == NULL ? strerror(errno) : "It leads out of the folder of the dataset";
    bool inside = false;
    if (top != NULL && place != NULL) {
        const size_t length = strcmp(top, "/") == 0 ? 0 : strlen(top);
        inside = strncmp(place, top, length) == 0 && place[length] == '/';
    }
    free(top);
    free(place);
    return inside;
}

/* May it be opened?  A pipe would be waited for, a device may never end. */
static bool may_read(const struct folder *folder, const char *path, const char **reason)
{
    struct stat status;
    if (!is_inside(folder, path, reason))
        return false;
    *reason = "It is a pipe, socket or device";
    return stat(path, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

static void refuse_file(struct folder *folder, struct folder_file *file, const char *reason)
{
    file->state = FOLDER_UNREADABLE;
    file->reason = arena_format(folder->arena, "cannot read '" TEXT_FORMAT "': %s",
                                TEXT_PARTS(file->path), reason);
}

/* The file in its state: read, absent or unreadable. */
static struct folder_file read_file(struct folder *folder, struct text name)
{
    struct folder_file file = {.name = name, .path = path_of(folder, name)};
    const char *reason;
    if (!folder->on_disk || !is_there(file.path.at))
        return file;
    if (!may_read(folder, file.path.at, &reason)) {
        refuse_file(folder, &file, reason);
        return file;
    }
    size_t line = csv_scan_long_field(file.path.at);
    if (line > 0) {
        reason = arena_format(folder->arena,
                              "The field that begins on line %zu is longer than 1 MiB", line)
                     .at;
        refuse_file(folder, &file, reason);
        return file;
    }
    struct error error = {0};
    file.state = FOLDER_READ;
    if (!file_read(file.path.at, folder->arena, &file.contents, &error)) {
        file.state = FOLDER_UNREADABLE;
        file.reason = arena_copy_text(folder->arena, text_from(error.message));
    }
    return file;
}

static const struct folder_file *find_file(const struct folder *folder, struct text name)
{
    for (size_t i = 0; i < folder->files.count; i++) {
        if (text_equal(folder->files.items[i].name, name))
            return &folder->files.items[i];
    }
    return NULL;
}

bool folder_has(struct folder *folder, struct text name)
{
    const struct folder_file *file = find_file(folder, name);
    if (file != NULL)
        return file->state != FOLDER_ABSENT;
    return folder->on_disk && is_there(path_of(folder, name).at);
}

struct folder_file folder_get(struct folder *folder, struct text name)
{
    const struct folder_file *known = find_file(folder, name);
    if (known != NULL)
        return *known;
    const struct folder_file file = read_file(folder, name);
    list_push(&folder->files, file);
    return file;
}
