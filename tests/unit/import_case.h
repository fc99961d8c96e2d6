/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A text read by an importer as if it were a file, with what came of it in short words:
 *
 *     struct import_case *test = *state;
 *     import_case_read(test, "gml", "graph [ ... ]");
 *     assert_ties(test, "A - B alliance+ 2014/2015 w2\n");      - mutual, > directed
 *     assert_told(test, "3:1 self-relation\n");                 line:column code
 *     assert_account(test, 4, 2, 1, 1);                         read, used, merged, rejected
 *
 * Options are set before, in test->options; tests are listed as import_test(name).
 */
#ifndef BLOC_UNIT_IMPORT_CASE_H
#define BLOC_UNIT_IMPORT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/importer.h"

struct import_case {
    struct import import;
    struct import_options options;
    struct import_file_list files;
    struct findings findings;
    struct arena kept;
    struct text text;
    struct buffer words;
};

static inline void import_case_init(struct import_case *test)
{
    *test = (struct import_case){0};
    test->import = (struct import){.options = &test->options,
                                   .files = &test->files,
                                   .findings = &test->findings,
                                   .kept = &test->kept,
                                   .memory = &test->text};
    intake_init(&test->import.intake);
}

/* Begin a file of that text; the format is not called. */
static inline void import_case_open(struct import_case *test, struct text text)
{
    struct import *import = &test->import;
    test->text = text;
    list_push(&test->files, (struct import_file){.path = TEXT("f"), .name = TEXT("f")});
    import->file = &test->files.items[test->files.count - 1];
    import->source = intake_add_source(
        &import->intake, &(struct intake_source){.id = TEXT("f"), .title = TEXT("f")});
}

static inline void import_case_format(struct import_case *test, const char *format)
{
    struct error error = {0};
    test->import.format = importer_find_format(text_from(format));
    assert_non_null(test->import.format);
    assert_true(mapping_open(&test->import.mapping, &test->import.intake, test->import.format,
                             &test->options, &error));
    assert_true(test->import.format->begin == NULL ||
                test->import.format->begin(&test->import, &error));
}

static inline void import_case_file(struct import_case *test, struct text text)
{
    struct error error = {0};
    import_case_open(test, text);
    assert_true(test->import.format->read(&test->import, "f", &error));
    import_tell_unlisted(&test->import);
}

static inline void import_case_end(struct import_case *test)
{
    struct error error = {0};
    assert_true(test->import.format->end == NULL ||
                test->import.format->end(&test->import, &error));
    findings_sort(&test->findings);
}

/* One file, begun and ended. */
static inline void import_case_read(struct import_case *test, const char *format, const char *text)
{
    import_case_format(test, format);
    import_case_file(test, text_from(text));
    import_case_end(test);
}

static inline void import_case_release(struct import_case *test)
{
    struct import *import = &test->import;
    if (import->format != NULL && import->format->release != NULL)
        import->format->release(import);
    list_release(&import->row.references);
    text_index_release(&import->cited);
    buffer_release(&import->scratch);
    buffer_release(&test->words);
    mapping_release(&import->mapping);
    intake_release(&import->intake);
    for (size_t i = 0; i < test->files.count; i++)
        list_release(&test->files.items[i].guesses);
    list_release(&test->files);
    findings_release(&test->findings);
    arena_release(&test->kept);
}

static inline void assert_words(struct import_case *test, const char *expected)
{
    assert_string_equal(test->words.at == NULL ? "" : test->words.at, expected);
    test->words.length = 0;
    buffer_add_string(&test->words, "");
}

static inline void assert_ties(struct import_case *test, const char *expected)
{
    const struct intake *intake = &test->import.intake;
    buffer_release(&test->words);
    for (size_t i = 0; i < intake->ties.count; i++) {
        const struct intake_tie *tie = &intake->ties.items[i];
        const struct kind *kind = &intake->kinds.items[tie->kind].kind;
        buffer_add_format(&test->words, TEXT_FORMAT " %c " TEXT_FORMAT " " TEXT_FORMAT "%s",
                          TEXT_PARTS(intake->groups.items[tie->source].name),
                          kind->mutual ? '-' : '>',
                          TEXT_PARTS(intake->groups.items[tie->target].name),
                          TEXT_PARTS(kind->name), sign_symbol(kind->sign));
        if (tie->start.length + tie->end.length > 0)
            buffer_add_format(&test->words, " " TEXT_FORMAT "/" TEXT_FORMAT, TEXT_PARTS(tie->start),
                              TEXT_PARTS(tie->end));
        if (tie->weight != 0 && tie->weight != 1)
            buffer_add_format(&test->words, " w%g", tie->weight);
        buffer_add_char(&test->words, '\n');
    }
    assert_words(test, expected);
}

static inline int import_case_setup(void **state)
{
    static struct import_case test;
    import_case_init(&test);
    *state = &test;
    return 0;
}

static inline int import_case_teardown(void **state)
{
    import_case_release(*state);
    return 0;
}

/* A test whose state is a struct import_case. */
#define import_test(name) \
    cmocka_unit_test_setup_teardown(name, import_case_setup, import_case_teardown)

/* "name; name (label)" of the groups, in the order met. */
static inline void assert_groups(struct import_case *test, const char *expected)
{
    const struct intake *intake = &test->import.intake;
    buffer_release(&test->words);
    for (size_t i = 0; i < intake->groups.count; i++) {
        const struct intake_group *group = &intake->groups.items[i];
        buffer_add_string(&test->words, i == 0 ? "" : "; ");
        buffer_add_text(&test->words, group->name);
        if (group->label.length > 0)
            buffer_add_format(&test->words, " (" TEXT_FORMAT ")", TEXT_PARTS(group->label));
    }
    assert_words(test, expected);
}

/* Notes and warnings too. */
static inline void assert_told(struct import_case *test, const char *expected)
{
    buffer_release(&test->words);
    for (size_t i = 0; i < test->findings.list.count; i++) {
        const struct finding *finding = &test->findings.list.items[i];
        buffer_add_format(&test->words, "%zu:%zu %s\n", finding->place.line, finding->place.column,
                          finding->type->code);
    }
    assert_words(test, expected);
}

/* Of the last file. */
static inline void assert_account(const struct import_case *test, size_t read, size_t used,
                                  size_t merged, size_t rejected)
{
    const struct import_file *file = &test->files.items[test->files.count - 1];
    assert_int_equal(file->read, read);
    assert_int_equal(file->used, used);
    assert_int_equal(file->merged, merged);
    assert_int_equal(file->rejected, rejected);
    assert_int_equal(file->read, file->used + file->merged + file->rejected);
}

#endif
