/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A theme of graphs/themes/, or a text that is one, for tests.
 */
#ifndef BLOC_TESTS_UNIT_SHIPPED_THEME_H
#define BLOC_TESTS_UNIT_SHIPPED_THEME_H

#include "base/file.h"
#include "figure/theme.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct theme_case {
    struct arena arena;
    struct findings findings;
    struct theme theme;
};

/* Read the text onto what the theme is. */
static inline void theme_case_read(struct theme_case *test, struct text dot)
{
    theme_read(dot, TEXT("theme.gv"), &test->arena, &test->theme, &test->findings);
    findings_sort(&test->findings);
}

/* The same of a shipped one, which has no finding at all. */
static inline void theme_case_ship(struct theme_case *test, const char *name)
{
    struct text dot;
    struct error error = {0};
    char path[512];
    snprintf(path, sizeof path, BLOC_SOURCE_DIR "/graphs/themes/%s.gv", name);
    if (!file_read(path, &test->arena, &dot, &error))
        fail_msg("%s", error.message);
    theme_case_read(test, dot);
    if (test->findings.list.count > 0)
        fail_msg("%s: %.*s", name, TEXT_PARTS(test->findings.list.items[0].message));
}

static inline void theme_case_release(struct theme_case *test)
{
    findings_release(&test->findings);
    arena_release(&test->arena);
}

#endif
