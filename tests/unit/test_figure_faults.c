/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Figures whose layout processes go wrong.  The linker puts the functions here in the place of
 * those that run in them (--wrap in tests/CMakeLists.txt); a fault strikes one figure of three.
 */
#include "base/alloc.h"
#include "figure/confine.h"
#include "figure/place.h"
#include "figure_case.h"

#include <signal.h>
#include <unistd.h>

enum {
    FIGURES = 3,
    STRUCK = 1
};

enum fault {
    FAULT_KILLED,
    FAULT_HANGING,
    FAULT_SILENT,  /* ends without a word */
    FAULT_GARBAGE, /* numbers that are no geometry */
    FAULT_PARTIAL, /* sound, but cut off */
    FAULT_REFUSED, /* says that it failed */
    FAULT_GREEDY,  /* wants more memory than there is */
    FAULT_COUNT,
};

static enum fault fault;
static bool strikes_routes;

/* The linker's names. NOLINTBEGIN(bugprone-reserved-identifier) */
bool __real_place_slice(struct drawing *drawing, const struct figure_definition *definition,
                        size_t slice, struct buffer *packed, struct error *error);
bool __wrap_place_slice(struct drawing *drawing, const struct figure_definition *definition,
                        size_t slice, struct buffer *packed, struct error *error);
bool __real_place_route(struct drawing *drawing, const struct figure_definition *definition,
                        struct buffer *packed, struct error *error);
bool __wrap_place_route(struct drawing *drawing, const struct figure_definition *definition,
                        struct buffer *packed, struct error *error);

static _Noreturn void hang(void)
{
    for (;;)
        pause();
}

static _Noreturn void eat_memory(void)
{
    for (;;)
        alloc_zeroed((size_t)1 << 28, 1);
}

static bool go_wrong(struct buffer *packed, struct error *error)
{
    fputs("libnothing: this went wrong\n", stderr);
    switch (fault) {
    case FAULT_KILLED: raise(SIGKILL); break;
    case FAULT_HANGING: hang();
    case FAULT_SILENT: _exit(0);
    case FAULT_GREEDY: eat_memory();
    case FAULT_GARBAGE:
        packed->length = 0;
        for (int i = 0; i < 999; i++)
            buffer_add_string(packed, "\x7f nonsense \xff");
        return true;
    case FAULT_PARTIAL: packed->length -= 8; return true;
    case FAULT_REFUSED:
    case FAULT_COUNT: break;
    }
    return error_set(error, ERROR_SYSTEM, "layout with none: no such engine");
}

static bool is_struck(const struct figure_definition *definition)
{
    return text_equal_string(definition->name, "struck");
}

bool __wrap_place_slice(struct drawing *drawing, const struct figure_definition *definition,
                        size_t slice, struct buffer *packed, struct error *error)
{
    if (!is_struck(definition) || strikes_routes)
        return __real_place_slice(drawing, definition, slice, packed, error);
    if (fault == FAULT_PARTIAL)
        __real_place_slice(drawing, definition, slice, packed, error);
    return go_wrong(packed, error);
}

bool __wrap_place_route(struct drawing *drawing, const struct figure_definition *definition,
                        struct buffer *packed, struct error *error)
{
    if (!is_struck(definition) || !strikes_routes)
        return __real_place_route(drawing, definition, packed, error);
    if (fault == FAULT_PARTIAL)
        __real_place_route(drawing, definition, packed, error);
    return go_wrong(packed, error);
}

/* NOLINTEND(bugprone-reserved-identifier) */

struct batch {
    struct figure_case cases[FIGURES];
    struct figure_request requests[FIGURES];
    struct figure figures[FIGURES];
};

static void make(struct batch *batch, enum figure_type type)
{
    for (size_t i = 0; i < FIGURES; i++) {
        struct figure_case *test = &batch->cases[i];
        figure_case_init(test, type);
        if (type == FIGURE_REGION)
            figure_case_set(test, "select_region", "North");
        if (i == STRUCK)
            test->definition.name = TEXT("struck");
        if (i == STRUCK && fault == FAULT_HANGING)
            test->definition.time_limit = 0.1;
        figure_case_fill(test, 6, 8);
        figure_case_select(test);
        batch->requests[i] = test->request;
    }
    assert_true(figures_make(batch->requests, FIGURES, batch->figures, NULL));
}

static void release(struct batch *batch)
{
    for (size_t i = 0; i < FIGURES; i++) {
        figure_release(&batch->figures[i]);
        figure_case_release(&batch->cases[i]);
    }
}

/* The struck figure is complete, and says that it is simpler; the others know of nothing. */
static void check(const struct batch *batch, const char *instead)
{
    for (size_t i = 0; i < FIGURES; i++) {
        const struct drawing *drawing = &batch->figures[i].drawing;
        struct buffer svg = {0};
        assert_false(error_is_set(&batch->figures[i].error));
        assert_int_equal(drawing->nodes.count, batch->figures[0].drawing.nodes.count);
        figure_write_svg(&batch->figures[i], &svg);
        if (i == STRUCK) {
            assert_true(text_starts_with(drawing->fallback, instead));
            assert_non_null(strstr(svg.at, instead));
        } else {
            assert_int_equal(drawing->fallback.length, 0);
            assert_null(strstr(svg.at, "because"));
        }
        buffer_release(&svg);
        for (size_t k = 0; k < drawing->links.count; k++)
            assert_true(drawing->links.items[k].path.count >= 4);
    }
}

static void test_figure_whose_placing_fails_stands_in_rows(void **state)
{
    static const enum figure_type types[] = {FIGURE_OVERVIEW, FIGURE_REGION, FIGURE_HIERARCHY};
    (void)state;
    strikes_routes = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        for (fault = FAULT_KILLED; fault < FAULT_COUNT; fault++) {
            struct batch batch = {0};
            if (fault == FAULT_GREEDY && !confine_limits_memory())
                continue;
            make(&batch, types[i]);
            check(&batch, "Groups stand in rows");
            assert_true(text_starts_with(buffer_text(&batch.figures[STRUCK].messages),
                                         "libnothing: this went wrong\n"));
            release(&batch);
        }
}

static void test_figure_whose_routing_fails_has_straight_lines(void **state)
{
    (void)state;
    strikes_routes = true;
    for (fault = FAULT_KILLED; fault < FAULT_COUNT; fault++) {
        struct batch batch = {0};
        /* a limit that stops the hanging one soon would stop the placing before it too */
        if (fault == FAULT_HANGING || (fault == FAULT_GREEDY && !confine_limits_memory()))
            continue;
        make(&batch, FIGURE_OVERVIEW);
        check(&batch, "Lines are straight");
        release(&batch);
    }
}

static void test_legibility_says_why_a_figure_is_simpler(void **state)
{
    struct batch batch = {0};
    struct buffer table = {0};
    (void)state;
    strikes_routes = false;
    fault = FAULT_REFUSED;
    make(&batch, FIGURE_EGO);
    legibility_write(&batch.figures[STRUCK].drawing, &batch.figures[STRUCK].legibility, &table);
    assert_non_null(strstr(table.at, "  simpler layout: Groups stand in rows and lines are "
                                     "straight, because layout with none: no such engine\n"));
    buffer_release(&table);
    release(&batch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure_whose_placing_fails_stands_in_rows),
        cmocka_unit_test(test_figure_whose_routing_fails_has_straight_lines),
        cmocka_unit_test(test_legibility_says_why_a_figure_is_simpler),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
