/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writing is in three steps, so that a failure in any of them leaves nothing behind: every
 * output goes to a temporary file in the folder of its target, then existing targets get a
 * second name to come back from, then all are renamed.  Folders that the run made itself are
 * removed again when it fails.  A signal waits until all is written or undone; out of memory undoes
 * as well (base/undo.h), so what is made is written down before it is made.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/folder_lock.h"
#include "base/undo.h"

/* No table or definition is near it; an endless device ends here instead of in all memory. */
#define READ_LIMIT ((size_t)1024) /* MiB */
#define READ_STEP ((size_t)1 << 16)

#define BYTES_PER_MEBIBYTE ((size_t)1 << 20)

static bool too_large(struct error *error, const char *path, size_t limit)
{
    const size_t mebibytes = limit / BYTES_PER_MEBIBYTE;
    return error_set(error, ERROR_SYSTEM, "cannot read '%s': Larger than %zu %s", path,
                     mebibytes < 1024 ? mebibytes : mebibytes / 1024,
                     mebibytes < 1024 ? "MiB" : "GiB");
}

static bool read_all(int descriptor, const char *path, size_t limit, struct buffer *bytes,
                     struct error *error)
{
    struct stat status;
    if (fstat(descriptor, &status) == 0 && status.st_size > (off_t)limit)
        return too_large(error, path, limit);
    char step[READ_STEP];
    for (;;) {
        const ssize_t got = read(descriptor, step, sizeof step);
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, ERROR_SYSTEM, "cannot read '%s': %s", path, strerror(errno));
        buffer_add_text(bytes, (struct text){.at = step, .length = (size_t)got});
        if (bytes->length > limit)
            return too_large(error, path, limit);
    }
}

/* A regular file is read into its place, so that a large one is in memory once; false when it
 * must be read piece by piece instead. */
static bool read_in_place(int descriptor, size_t limit, struct arena *arena, struct text *contents)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0 ||
        status.st_size > (off_t)limit)
        return false;
    const size_t size = (size_t)status.st_size;
    char *bytes = arena_alloc(arena, size + 1, 1);
    size_t length = 0;
    while (length < size) {
        const ssize_t got = read(descriptor, bytes + length, size - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        length += (size_t)got;
    }
    *contents = (struct text){.at = bytes, .length = length};
    if (length < size)
        lseek(descriptor, 0, SEEK_SET);
    return length == size;
}

bool file_read(const char *path, struct arena *arena, struct text *contents, struct error *error)
{
    return file_read_within(path, READ_LIMIT, arena, contents, error);
}

bool file_read_within(const char *path, size_t mebibytes, struct arena *arena,
                      struct text *contents, struct error *error)
{
    const size_t limit = mebibytes * BYTES_PER_MEBIBYTE;
    const bool standard = strcmp(path, "-") == 0;
    const int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return error_set(error, ERROR_SYSTEM, "cannot read '%s': %s", path, strerror(errno));
    if (!standard && read_in_place(descriptor, limit, arena, contents)) {
        close(descriptor);
        return true;
    }
    struct buffer bytes = {0};
    const bool good =
        read_all(descriptor, standard ? "standard input" : path, limit, &bytes, error);
    if (good)
        *contents = arena_copy_text(arena, buffer_text(&bytes));
    buffer_release(&bytes);
    if (!standard)
        close(descriptor);
    return good;
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

bool file_is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool ends_with(struct text text, const char *suffix)
{
    const size_t length = strlen(suffix);
    return text.length >= length && memcmp(text.at + text.length - length, suffix, length) == 0;
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool file_list_directory(const char *path, const char *suffix, struct arena *arena,
                         struct text_list *names, struct error *error)
{
    DIR *directory = opendir(path);
    if (directory == NULL)
        return error_set(error, ERROR_SYSTEM, "cannot read '%s': %s", path, strerror(errno));
    const size_t before = names->count;
    errno = 0;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        const struct text name = text_from(entry->d_name);
        if (name.at[0] != '.' && ends_with(name, suffix))
            list_push(names, arena_copy_text(arena, name));
        errno = 0;
    }
    const int reason = errno;
    closedir(directory);
    if (reason != 0)
        return error_set(error, ERROR_SYSTEM, "cannot read '%s': %s", path, strerror(reason));
    if (names->count > before)
        qsort(names->items + before, names->count - before, sizeof *names->items, compare_texts);
    return true;
}

void output_set_release(struct output_set *set)
{
    list_release(&set->outputs);
    arena_release(&set->arena);
}

void output_set_add(struct output_set *set, struct text path, struct text contents)
{
    const struct output output = {.path = arena_copy_text(&set->arena, path),
                                  .contents = arena_copy_text(&set->arena, contents)};
    list_push(&set->outputs, output);
}

/* One output on its way; the names live in the arena of the writing. */
struct pending {
    const char *target;
    const char *temporary; /* NULL until it exists */
    const char *former;    /* a second name of what stood there; NULL if there is none */
    bool fresh;            /* nothing stood there */
    bool placed;           /* renamed to the target */
};

LIST(pending_list, struct pending);

struct writing {
    struct arena arena;
    struct pending_list pending;
    struct text_list made; /* folders, outermost first */
    unsigned long serial;  /* for the names of temporary files */
    struct undo undo;
};

static bool cannot_write(struct error *error, const char *path, int reason)
{
    return error_set(error, ERROR_SYSTEM, "cannot write '%s': %s", path, strerror(reason));
}

/* Make one folder unless it is there. */
static bool make_folder(struct writing *writing, struct text path, struct error *error)
{
    const struct text name = arena_copy_text(&writing->arena, path);
    list_push(&writing->made, name);
    if (mkdir(name.at, 0777) == 0)
        return true;
    const int reason = errno;
    writing->made.count--;
    if (file_is_directory(name.at))
        return true;
    return error_set(error, ERROR_SYSTEM, "cannot make folder '%s': %s", name.at,
                     strerror(reason == EEXIST ? ENOTDIR : reason));
}

/* Make the folders on the way to a file, or to a folder when the path ends in '/'. */
static bool make_folders_to(struct writing *writing, struct text path, struct error *error)
{
    for (size_t i = 1; i < path.length; i++) {
        const bool boundary = path.at[i] == '/' && path.at[i - 1] != '/';
        if (boundary && !make_folder(writing, (struct text){path.at, i}, error))
            return false;
    }
    return true;
}

/* The name of the path's folder with its '/'; empty for the working folder. */
static struct text folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (struct text){path, slash == NULL ? 0 : (size_t)(slash - path) + 1};
}

/* A name beside the target that nobody else in this process was given. */
static const char *name_beside(struct writing *writing, const char *target)
{
    const struct text folder = folder_of(target);
    return arena_format(&writing->arena, TEXT_FORMAT ".part-%ld-%lu", TEXT_PARTS(folder),
                        (long)getpid(), writing->serial++)
        .at;
}

static bool write_all(int descriptor, struct text contents)
{
    while (contents.length > 0) {
        const ssize_t written = write(descriptor, contents.at, contents.length);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            contents.at += written;
            contents.length -= (size_t)written;
        }
    }
    return true;
}

/* Some file systems cannot flush; that alone is no failure. */
static bool flush_to_disk(int descriptor)
{
    return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

/* A new file beside the target; -1 when it cannot be made. */
static int create_beside(struct writing *writing, struct pending *pending)
{
    int descriptor;
    const char *name;
    do {
        name = name_beside(writing, pending->target);
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor < 0 && errno == EEXIST);
    if (descriptor >= 0)
        pending->temporary = name;
    return descriptor;
}

static bool write_beside(struct writing *writing, struct pending *pending, struct text contents,
                         struct error *error)
{
    const int descriptor = create_beside(writing, pending);
    if (descriptor < 0)
        return cannot_write(error, pending->target, errno);
    bool good = write_all(descriptor, contents) && flush_to_disk(descriptor);
    int reason = errno;
    if (close(descriptor) != 0 && good) {
        good = false;
        reason = errno;
    }
    return good || cannot_write(error, pending->target, reason);
}

/*
 * Give what stands at the target a second name, to be put back if a later rename fails.
 * Where the file system knows no second names we do without.
 */
static void keep_former(struct writing *writing, struct pending *pending)
{
    const char *name = name_beside(writing, pending->target);
    if (link(pending->target, name) == 0)
        pending->former = name;
    else
        pending->fresh = errno == ENOENT;
}

static bool place_all(struct writing *writing, struct error *error)
{
    struct pending_list *all = &writing->pending;
    if (all->count > 1)
        for (size_t i = 0; i < all->count; i++)
            keep_former(writing, &all->items[i]);
    for (size_t i = 0; i < all->count; i++) {
        struct pending *pending = &all->items[i];
        if (rename(pending->temporary, pending->target) != 0)
            return cannot_write(error, pending->target, errno);
        pending->placed = true;
    }
    return true;
}

/* The second names are needed no longer. */
static void drop_former(const struct writing *writing)
{
    for (size_t i = 0; i < writing->pending.count; i++)
        if (writing->pending.items[i].former != NULL)
            unlink(writing->pending.items[i].former);
}

/* Leave everything as it was before; what cannot be undone stays, the error is told anyway. */
static void take_back(void *work)
{
    const struct writing *writing = work;
    for (size_t i = writing->pending.count; i-- > 0;) {
        const struct pending *pending = &writing->pending.items[i];
        if (pending->placed && pending->former != NULL)
            rename(pending->former, pending->target);
        else if (pending->placed && pending->fresh)
            unlink(pending->target);
        else if (!pending->placed && pending->temporary != NULL)
            unlink(pending->temporary);
    }
    drop_former(writing);
    for (size_t i = writing->made.count; i-- > 0;)
        rmdir(writing->made.items[i].at);
}

static bool add_pending(struct writing *writing, struct text target, struct text contents,
                        struct error *error)
{
    if (undo_is_wanted())
        return error_set(error, ERROR_SYSTEM, "cannot write '%s': Interrupted", target.at);
    if (file_is_directory(target.at))
        return cannot_write(error, target.at, EISDIR);
    list_push(&writing->pending, (struct pending){.target = target.at});
    return write_beside(writing, &writing->pending.items[writing->pending.count - 1], contents,
                        error);
}

static void begin(struct writing *writing)
{
    *writing = (struct writing){0};
    undo_begin(&writing->undo, take_back, writing);
}

static bool finish(struct writing *writing, bool good)
{
    if (good)
        drop_former(writing);
    else
        take_back(writing);
    list_release(&writing->pending);
    list_release(&writing->made);
    arena_release(&writing->arena);
    undo_end(&writing->undo);
    return good;
}

/* A path that stays below the folder of its set. */
static bool is_inside(struct text path)
{
    if (path.length == 0 || path.at[0] == '/')
        return false;
    struct text rest = path;
    struct text piece;
    while (text_next_piece(&rest, '/', &piece))
        if (piece.length == 0 || text_equal_string(piece, "..") || text_equal_string(piece, "."))
            return false;
    return true;
}

static bool add_output(struct writing *writing, const struct output *output, const char *folder,
                       struct error *error)
{
    if (!is_inside(output->path))
        return error_set(error, ERROR_SYSTEM,
                         "cannot write '" TEXT_FORMAT "': it would lie outside '%s'",
                         TEXT_PARTS(output->path), folder);
    const struct text target =
        arena_format(&writing->arena, "%s/" TEXT_FORMAT, folder, TEXT_PARTS(output->path));
    return make_folders_to(writing, target, error) &&
           add_pending(writing, target, output->contents, error);
}

/* Make the folder and keep other runs out of it; again when the run that was waited for made it
 * and, failing, took it away. */
static bool enter_folder(struct writing *writing, const char *folder, struct folder_lock *lock,
                         struct error *error)
{
    const struct text top = arena_format(&writing->arena, "%s/", folder);
    do {
        folder_lock_release(lock);
        if (!make_folders_to(writing, top, error))
            return false;
        folder_lock_take(lock, folder);
    } while (!folder_lock_holds(lock, folder));
    return true;
}

bool output_set_write(const struct output_set *set, const char *folder, struct error *error)
{
    struct writing writing;
    struct folder_lock lock = FOLDER_LOCK_NONE;
    begin(&writing);
    bool good = enter_folder(&writing, folder, &lock, error);
    for (size_t i = 0; good && i < set->outputs.count; i++)
        good = add_output(&writing, &set->outputs.items[i], folder, error);
    good = finish(&writing, good && place_all(&writing, error));
    folder_lock_release(&lock);
    return good;
}

static bool write_standard_output(struct text contents, struct error *error)
{
    const bool written = fwrite(contents.at == NULL ? "" : contents.at, 1, contents.length,
                                stdout) == contents.length;
    if (written && fflush(stdout) == 0)
        return true;
    return cannot_write(error, "standard output", errno);
}

/* A device or pipe is written to as it stands: there is nothing to replace. */
static bool write_in_place(const char *path, struct text contents, struct error *error)
{
    const int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_write(error, path, errno);
    const bool good = write_all(descriptor, contents);
    const int reason = errno;
    close(descriptor);
    return good || cannot_write(error, path, reason);
}

static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool file_write(const char *path, struct text contents, struct error *error)
{
    if (strcmp(path, "-") == 0)
        return write_standard_output(contents, error);
    if (is_special(path))
        return write_in_place(path, contents, error);
    struct writing writing;
    begin(&writing);
    const struct text target = arena_copy_text(&writing.arena, text_from(path));
    const bool good = add_pending(&writing, target, contents, error);
    return finish(&writing, good && place_all(&writing, error));
}
