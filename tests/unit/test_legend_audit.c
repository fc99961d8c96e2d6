/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/legend_audit.h"

#include "figure_case.h"

static void make(struct figure_case *test, enum figure_type type, struct figure *figure)
{
    figure_case_init(test, type);
    if (type == FIGURE_REGION)
        figure_case_set(test, "select_region", "North");
    figure_case_fill(test, 8, 12);
    figure_case_dispute(test);
    figure_case_select(test);
    assert_true(figures_make(&test->request, 1, figure, NULL));
}

static void assert_audit(const struct figure *figure, size_t unexplained, size_t undrawn)
{
    struct legend_audit audit;
    struct buffer notes = {0};
    legend_audit(&figure->drawing, &audit, &notes);
    if (audit.unexplained != unexplained || audit.undrawn != undrawn)
        fail_msg("%zu and %zu:\n%s", audit.unexplained, audit.undrawn, notes.at);
    assert_int_equal(notes.length > 0, unexplained + undrawn > 0);
    buffer_release(&notes);
}

static void release(struct figure_case *test, struct figure *figure)
{
    figure_release(figure);
    figure_case_release(test);
}

static void test_legend_of_every_type_tells_what_is_drawn(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        struct figure figure;
        make(&test, (enum figure_type)type, &figure);
        assert_true(figure.drawing.legend.count > 0 || type == FIGURE_SERIES); /* which labels */
        assert_audit(&figure, 0, 0);
        release(&test, &figure);
    }
}

/* Each entry stands for a look, so that one left out is missed, whichever it is. */
static void test_every_entry_is_missed_when_it_is_left_out(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        struct figure figure;
        make(&test, (enum figure_type)type, &figure);
        struct legend_entry_list *legend = &figure.drawing.legend;
        for (size_t i = 0; i < legend->count; i++) {
            const struct legend_entry last = legend->items[legend->count - 1];
            const struct legend_entry left_out = legend->items[i];
            legend->items[i] = last;
            legend->count--;
            assert_audit(&figure, 1, 0);
            legend->count++;
            legend->items[i] = left_out;
            legend->items[legend->count - 1] = last;
        }
        release(&test, &figure);
    }
}

static void test_entry_for_nothing_is_told(void **state)
{
    static const struct link_style other = {.name = "other"};
    struct figure_case test;
    struct figure figure;
    (void)state;
    make(&test, FIGURE_OVERVIEW, &figure);
    struct legend_entry_list *legend = &figure.drawing.legend;
    list_push(legend, (struct legend_entry){.link = &other});
    assert_audit(&figure, 0, 1);
    legend->items[legend->count - 1] =
        (struct legend_entry){.text = {.text = TEXT("a bar that nobody drew")}};
    assert_audit(&figure, 0, 1);
    release(&test, &figure);
}

static void test_figure_without_a_legend_has_no_fault(void **state)
{
    struct figure_case test;
    struct figure figure;
    (void)state;
    make(&test, FIGURE_EGO, &figure);
    figure.drawing.legend.count = 0;
    assert_audit(&figure, 0, 0);
    release(&test, &figure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_legend_of_every_type_tells_what_is_drawn),
        cmocka_unit_test(test_every_entry_is_missed_when_it_is_left_out),
        cmocka_unit_test(test_entry_for_nothing_is_told),
        cmocka_unit_test(test_figure_without_a_legend_has_no_fault),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
