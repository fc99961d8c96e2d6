/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A dataset of a few rows, held in memory and loaded as from a folder "d": a test replaces the
 * files it is about and looks at the findings as a user sees them.
 */
#ifndef BLOC_UNIT_LOAD_CASE_H
#define BLOC_UNIT_LOAD_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "loader/loading.h"

#define GROUPS_HEADER "id,name,label,aliases,kind,parent,region,country,founded,ended,note\n"
#define RELATIONS_HEADER "id,source,target,kind,start,end,place,weight,note\n"
#define CLAIMS_HEADER "relation,source,locator,stance,grade,start,end,note\n"
#define KINDS_HEADER "kind,family,sign,direction,extent,label,description\n"
#define ESTIMATES_HEADER "group,relation,quantity,low,high,date,source,locator,note\n"

/* Two groups, a relation, its claim and the source: nothing is wrong with them. */
#define GROUPS                                         \
    GROUPS_HEADER "a,Alpha,,,organisation,,East,,,,\n" \
                  "b,Beta,,,organisation,,West,,,,\n"
#define RELATIONS RELATIONS_HEADER "r1,a,b,pledge,2015,,,,\n"
#define CLAIMS CLAIMS_HEADER "r1,s1,3,supports,stated,,,\n"
#define SOURCES "[{\"id\": \"s1\", \"title\": \"First\"}]"
#define PACKAGE "{\"name\": \"tiny\", \"resources\": []}"

struct load_case {
    struct arena arena;
    struct folder folder;
    struct dataset dataset;
    struct findings findings;
    struct load_totals totals;
    char *report; /* the findings as printed */
    size_t report_size;
};

static inline void load_case_init(struct load_case *test)
{
    *test = (struct load_case){0};
    test->folder.arena = &test->arena;
    test->folder.path = TEXT("d");
    dataset_init(&test->dataset);
}

static inline void load_case_release(struct load_case *test)
{
    free(test->report);
    findings_release(&test->findings);
    dataset_release(&test->dataset);
    folder_release(&test->folder);
    arena_release(&test->arena);
}

static inline void load_case_add_text(struct load_case *test, const char *name,
                                      struct text contents)
{
    folder_add(&test->folder, text_from(name), contents);
}

static inline void load_case_add(struct load_case *test, const char *name, const char *contents)
{
    load_case_add_text(test, name, text_from(contents));
}

/* A file of the sound dataset, unless the test has put another in its place. */
static inline void load_case_complete(struct load_case *test)
{
    static const char *const files[][2] = {{"groups.csv", GROUPS},
                                           {"relations.csv", RELATIONS},
                                           {"claims.csv", CLAIMS},
                                           {"sources.json", SOURCES},
                                           {"datapackage.json", PACKAGE}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!folder_has(&test->folder, text_from(files[i][0])))
            load_case_add(test, files[i][0], files[i][1]);
    }
}

/* Every row read is used or rejected, and the dataset has those that are used. */
static inline void load_case_check_totals(const struct load_case *test)
{
    const struct dataset *dataset = &test->dataset;
    const struct table_total *tables = test->totals.tables;
    for (size_t i = 0; i < TABLE_COUNT; i++)
        assert_int_equal(tables[i].read, tables[i].used + tables[i].rejected);
    const size_t kept[TABLE_COUNT] = {
        [TABLE_GROUPS] = dataset->groups.count,       [TABLE_RELATIONS] = dataset->relations.count,
        [TABLE_CLAIMS] = dataset->claims.count,       [TABLE_SOURCES] = dataset->sources.count,
        [TABLE_ESTIMATES] = dataset->estimates.count,
    };
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (i != TABLE_KINDS)
            assert_int_equal(tables[i].used, kept[i] + tables[i].merged);
    }
}

/* Load what is there; files that are missing stay missing. */
static inline void load_case_run_as_it_is(struct load_case *test)
{
    struct loading loading = {.dataset = &test->dataset,
                              .findings = &test->findings,
                              .totals = &test->totals,
                              .folder = &test->folder};
    loading_run(&loading);
    loading_release(&loading);
    FILE *stream = open_memstream(&test->report, &test->report_size);
    assert_non_null(stream);
    findings_print(&test->findings, stream);
    fclose(stream);
    load_case_check_totals(test);
}

static inline void load_case_run(struct load_case *test)
{
    load_case_complete(test);
    load_case_run_as_it_is(test);
}

/* The whole report, line by line. */
static inline void load_case_expect(const struct load_case *test, const char *report)
{
    if (strcmp(test->report, report) != 0)
        fail_msg("found:\n%sexpected:\n%s", test->report, report);
}

/* One finding of the report begins so. */
static inline void load_case_expect_line(const struct load_case *test, const char *start)
{
    const char *at = strstr(test->report, start);
    if (at == NULL || (at != test->report && at[-1] != '\n'))
        fail_msg("found:\n%sexpected a line:\n%s", test->report, start);
}

/* The report on a dataset that is sound but for one file. */
static inline void load_case_check(const char *file, const char *contents, const char *report)
{
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, file, contents);
    load_case_run(&test);
    load_case_expect(&test, report);
    load_case_release(&test);
}

static inline void load_case_check_line(const char *file, const char *contents, const char *start)
{
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, file, contents);
    load_case_run(&test);
    load_case_expect_line(&test, start);
    load_case_release(&test);
}

#endif
