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

bool fingerprint_take(const char *folder, struct fingerprint *fingerprint, struct error *error)
{
    struct arena arena = {0};
    struct folder opened = {0};
    struct buffer lines = {0};
    const bool good = folder_open(&opened, folder, &arena, error);
    for (size_t i = 0; good && i < sizeof files / sizeof *files; i++) {
        const struct folder_file read = folder_get(&opened, text_from(files[i].name));
        struct file_digest file;
        if (read.state != FOLDER_READ)
            continue;
        take_file(read.contents, i, &file);
        buffer_add_format(&lines, "%s  %s\n", file.sha256, file.name);
        list_push(&fingerprint->files, file);
    }
    if (good)
        digest_sha256(buffer_text(&lines), fingerprint->sha256);
    buffer_release(&lines);
    folder_release(&opened);
    arena_release(&arena);
    return good;
}

void fingerprint_release(struct fingerprint *fingerprint)
{
    list_release(&fingerprint->files);
    *fingerprint = (struct fingerprint){0};
}
