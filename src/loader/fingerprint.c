/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "loader/folder.h"

/* In the order of their names; a table has rows, whose order says nothing. */
static const struct {
    const char *name;
    bool is_table;
} files[] = {
    {"claims.csv", true},    {"datapackage.json", false}, {"estimates.csv", true},
    {"groups.csv", true},    {"kinds.csv", true},         {"relations.csv", true},
    {"sources.json", false},
};

#define FILE_COUNT (sizeof files / sizeof *files)

static int compare_lines(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void add_sorted_lines(struct buffer *sorted, struct text contents)
{
    struct text_list lines = {0};
    for (size_t start = 0; start < contents.length;) {
        const char *at = contents.at + start;
        const char *end = memchr(at, '\n', contents.length - start);
        const size_t length = end != NULL ? (size_t)(end - at) : contents.length - start;
        list_push(&lines, (struct text){at, length});
        start += length + 1;
    }
    if (lines.count > 0)
        qsort(lines.items, lines.count, sizeof *lines.items, compare_lines);
    for (size_t i = 0; i < lines.count; i++) {
        buffer_add_text(sorted, lines.items[i]);
        buffer_add_char(sorted, '\n');
    }
    list_release(&lines);
}

static void take_file(struct text contents, size_t number, struct file_digest *file)
{
    struct buffer sorted = {0};
    *file = (struct file_digest){.name = files[number].name};
    if (files[number].is_table) {
        add_sorted_lines(&sorted, contents);
        contents = buffer_text(&sorted);
    }
    digest_sha256(contents, file->sha256);
    buffer_release(&sorted);
}

static const struct output *find_file(const struct output_list *read, const char *name)
{
    for (size_t i = 0; i < read->count; i++)
        if (text_equal_string(read->items[i].path, name))
            return &read->items[i];
    return NULL;
}

void fingerprint_make(const struct output_list *read, struct fingerprint *fingerprint)
{
    struct buffer lines = {0};
    for (size_t i = 0; i < FILE_COUNT; i++) {
        const struct output *found = find_file(read, files[i].name);
        struct file_digest file;
        if (found == NULL)
            continue;
        take_file(found->contents, i, &file);
        buffer_add_format(&lines, "%s  %s\n", file.sha256, file.name);
        list_push(&fingerprint->files, file);
    }
    digest_sha256(buffer_text(&lines), fingerprint->sha256);
    buffer_release(&lines);
}

static bool read_files(struct folder *folder, struct output_list *read, struct error *error)
{
    for (size_t i = 0; i < FILE_COUNT; i++) {
        const struct folder_file file = folder_get(folder, text_from(files[i].name));
        if (file.state == FOLDER_UNREADABLE)
            return error_set(error, ERROR_SYSTEM, TEXT_FORMAT, TEXT_PARTS(file.reason));
        if (file.state == FOLDER_READ)
            list_push(read, (struct output){file.name, file.contents});
    }
    return true;
}

bool fingerprint_take(const char *folder, struct fingerprint *fingerprint, struct error *error)
{
    struct arena arena = {0};
    struct folder opened = {0};
    struct output_list read = {0};
    const bool good =
        folder_open(&opened, folder, &arena, error) && read_files(&opened, &read, error);
    if (good)
        fingerprint_make(&read, fingerprint);
    list_release(&read);
    folder_release(&opened);
    arena_release(&arena);
    return good;
}

void fingerprint_release(struct fingerprint *fingerprint)
{
    list_release(&fingerprint->files);
    *fingerprint = (struct fingerprint){0};
}
