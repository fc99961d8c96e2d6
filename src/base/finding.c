/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/finding.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buffer.h"

/* What is quoted from the input may be of any length; a message stays readable. */
#define MESSAGE_LENGTH 400

void findings_release(struct findings *findings)
{
    arena_release(&findings->arena);
    list_release(&findings->list);
}

static struct text copy_visible(struct arena *arena, struct text text)
{
    struct buffer line = {0};
    buffer_add_visible(&line, text);
    const struct text copy = arena_copy_text(arena, buffer_text(&line));
    buffer_release(&line);
    return copy;
}

/* Cut a text that is too long behind a whole character. */
static struct text shorten(struct arena *arena, struct text text)
{
    if (text.length <= MESSAGE_LENGTH)
        return text;
    size_t end = 0;
    for (size_t offset = 0; offset <= MESSAGE_LENGTH - sizeof "...";) {
        end = offset;
        text_next_codepoint(text, &offset);
    }
    text.length = end;
    return arena_format(arena, TEXT_FORMAT "...", TEXT_PARTS(text));
}

/* File names repeat from one finding to the next; one copy serves them. */
static struct text keep_file_name(struct findings *findings, struct text file)
{
    const size_t count = findings->list.count;
    const struct text name = copy_visible(&findings->arena, file);
    if (count > 0 && text_equal(findings->list.items[count - 1].place.file, name))
        return findings->list.items[count - 1].place.file;
    return name;
}

void findings_add(struct findings *findings, const struct finding_type *type, struct place place,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    const size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *message = alloc_zeroed(size, 1);
    va_start(arguments, format);
    vsnprintf(message, size, format, arguments);
    va_end(arguments);

    place.file = keep_file_name(findings, place.file);
    struct text visible = copy_visible(&findings->arena, text_from(message));
    free(message);
    visible = shorten(&findings->arena, visible);
    list_push(&findings->list, (struct finding){.type = type, .place = place, .message = visible});
}

/* A finding and where it stood, since qsort may reorder equals. */
struct placed_finding {
    struct finding finding;
    size_t position;
};

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_placed(const void *a, const void *b)
{
    const struct placed_finding *left = a;
    const struct placed_finding *right = b;
    int order = text_compare(left->finding.place.file, right->finding.place.file);
    if (order == 0)
        order = compare_sizes(left->finding.place.line, right->finding.place.line);
    if (order == 0)
        order = compare_sizes(left->finding.place.column, right->finding.place.column);
    return order != 0 ? order : compare_sizes(left->position, right->position);
}

void findings_sort(struct findings *findings)
{
    const size_t count = findings->list.count;
    struct placed_finding *placed = alloc_zeroed(count, sizeof *placed);
    for (size_t i = 0; i < count; i++)
        placed[i] = (struct placed_finding){findings->list.items[i], i};
    qsort(placed, count, sizeof *placed, compare_placed);
    for (size_t i = 0; i < count; i++)
        findings->list.items[i] = placed[i].finding;
    free(placed);
}

size_t findings_count(const struct findings *findings, enum finding_level level)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        count += findings->list.items[i].type->level == level;
    return count;
}

const char *finding_level_name(enum finding_level level)
{
    static const char *const names[] = {
        [FINDING_NOTE] = "note",
        [FINDING_WARNING] = "warning",
        [FINDING_ERROR] = "error",
    };
    return names[level];
}

static void print_place(struct place place, FILE *stream)
{
    fprintf(stream, TEXT_FORMAT ":", TEXT_PARTS(place.file));
    if (place.line > 0)
        fprintf(stream, "%zu:", place.line);
    if (place.line > 0 && place.column > 0)
        fprintf(stream, "%zu:", place.column);
}

void findings_print(const struct findings *findings, FILE *stream)
{
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *finding = &findings->list.items[i];
        print_place(finding->place, stream);
        fprintf(stream, " %s %s: " TEXT_FORMAT "\n", finding_level_name(finding->type->level),
                finding->type->code, TEXT_PARTS(finding->message));
    }
}
