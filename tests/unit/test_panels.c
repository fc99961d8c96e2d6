/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/panels.h"

#include "figure/place.h"
#include "figure_case.h"

static const double slack = 1e-6;

/* A tie of each class, placed and spread; g3 is founded in the second window. */
static void spread(struct figure_case *test, const char *windows, const char *width)
{
    figure_case_init(test, FIGURE_STRIP);
    figure_case_set(test, "figure_windows", windows);
    figure_case_set(test, "figure_width", width);
    sample_groups(&test->sample, 4);
    test->sample.dataset.groups.items[3].founded = figure_case_read_date("2015-02");
    test->sample.dataset.groups.items[0].ended = figure_case_read_date("2014-11");
    sample_tie(&test->sample, 0, 1, "alliance");
    figure_case_date(test, "2014-05", "2014-11");
    sample_tie(&test->sample, 1, 2, "pledge");
    figure_case_date(test, "2014-06", "");
    sample_tie(&test->sample, 2, 3, "split");
    figure_case_date(test, "2015-02", "");
    sample_tie(&test->sample, 0, 2, "conflict");
    figure_case_date(test, "2019", "");
    figure_case_compose(test);
    place_in_rows(&test->drawing, &test->definition);
    panels_spread(&test->drawing, &test->request);
}

static bool is_in(struct box inner, struct box outer)
{
    return inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
           inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
}

static const struct node *node_in(const struct drawing *drawing, size_t panel, const char *id)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (text_equal_string(drawing->nodes.items[i].id, id) &&
            is_in(drawing->nodes.items[i].outline.box, drawing->bars.items[panel].box))
            return &drawing->nodes.items[i];
    return NULL;
}

static const struct link *link_in(const struct drawing *drawing, size_t panel, const char *style)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (text_equal_string(text_from(link->style->name), style) &&
            is_in(drawing->nodes.items[link->from].outline.box, drawing->bars.items[panel].box))
            return link;
    }
    return NULL;
}

static void test_a_group_has_the_same_place_in_every_panel(void **state)
{
    static const char *const ids[] = {"g0", "g1", "g2", "g3"};
    struct figure_case test;
    size_t found = 0;
    (void)state;
    spread(&test, "2014; 2015", "170mm");
    const struct drawing *drawing = &test.drawing;
    for (size_t i = 0; i < 4; i++) {
        const struct node *first = node_in(drawing, 0, ids[i]);
        const struct node *second = node_in(drawing, 1, ids[i]);
        if (first == NULL || second == NULL)
            continue;
        found++;
        const struct box a = drawing->bars.items[0].box, b = drawing->bars.items[1].box;
        assert_true(fabs((first->outline.box.left - a.left) - (second->outline.box.left - b.left)) <
                    slack);
        assert_true(fabs((first->outline.box.top - a.top) - (second->outline.box.top - b.top)) <
                    slack);
    }
    assert_int_equal(found, 3);
    figure_case_release(&test);
}

static void test_each_panel_shows_its_window(void **state)
{
    struct figure_case test;
    (void)state;
    spread(&test, "2014; 2015", "170mm");
    const struct drawing *drawing = &test.drawing;
    assert_int_equal(link_in(drawing, 0, "alliance")->emphasis, EMPHASIS_NEW);
    assert_int_equal(link_in(drawing, 1, "alliance")->emphasis, EMPHASIS_GONE);
    assert_int_equal(link_in(drawing, 0, "pledge")->emphasis, EMPHASIS_NEW);
    assert_int_equal(link_in(drawing, 1, "pledge")->emphasis, EMPHASIS_EARLIER);
    assert_null(link_in(drawing, 0, "split"));
    assert_int_equal(link_in(drawing, 1, "split")->emphasis, EMPHASIS_NEW);
    assert_null(link_in(drawing, 0, "conflict"));
    assert_null(link_in(drawing, 1, "conflict"));
    figure_case_release(&test);
}

static void test_groups_come_and_go_with_the_windows(void **state)
{
    struct figure_case test;
    (void)state;
    spread(&test, "2014; 2015", "170mm");
    assert_null(node_in(&test.drawing, 0, "g3"));
    assert_int_equal(node_in(&test.drawing, 1, "g3")->emphasis, EMPHASIS_NEW);
    assert_true(node_in(&test.drawing, 0, "g0")->ended);
    assert_int_equal(node_in(&test.drawing, 0, "g0")->emphasis, EMPHASIS_NORMAL);
    assert_int_equal(node_in(&test.drawing, 1, "g0")->emphasis, EMPHASIS_GONE);
    figure_case_release(&test);
}

static void test_panels_do_not_count_twice(void **state)
{
    struct figure_case test;
    (void)state;
    spread(&test, "2014; 2015", "170mm");
    assert_true(test.drawing.nodes.count > 4 && test.drawing.links.count > 3);
    assert_int_equal(drawing_count_groups(&test.drawing), 4);
    assert_int_equal(drawing_count_relations(&test.drawing, NULL), 3);
    assert_int_equal(
        drawing_count_relations(&test.drawing, link_in(&test.drawing, 0, "pledge")->style), 1);
    figure_case_release(&test);
}

static void test_panels_stand_apart_on_pages_of_any_width(void **state)
{
    static const char *const widths[] = {"60mm", "85mm", "170mm", "297mm"};
    static const char *const windows[] = {"2014; 2015", "2012; 2013; 2014; 2015",
                                          "2011; 2012; 2013; 2014; 2015; 2016"};
    (void)state;
    for (size_t i = 0; i < 12; i++) {
        struct figure_case test;
        spread(&test, windows[i % 3], widths[i / 3]);
        const double width = place_page_width(&test.definition);
        const struct drawing *drawing = &test.drawing;
        assert_int_equal(drawing->bars.count, test.definition.windows.count);
        assert_int_equal(drawing->captions.count, drawing->bars.count);
        for (size_t k = 0; k < drawing->bars.count; k++) {
            const struct box box = drawing->bars.items[k].box;
            assert_true(box.left >= 0 && box.right <= width);
            assert_true(is_in(text_line_box(&drawing->captions.items[k]), box));
            for (size_t j = 0; j < k; j++)
                assert_false(box_overlaps(box, drawing->bars.items[j].box));
        }
        figure_case_release(&test);
    }
}

static void test_rows_are_filled_evenly(void **state)
{
    struct figure_definition definition;
    struct error error = {0};
    (void)state;
    definition_init(&definition, FIGURE_STRIP);
    assert_true(definition_set(&definition, TEXT("figure_windows"), TEXT("2012; 2013; 2014; 2015"),
                               &error));
    assert_int_equal(panels_per_row(&definition), 2);
    definition.width_mm = 297;
    assert_int_equal(panels_per_row(&definition), 4);
    definition.width_mm = 60;
    assert_int_equal(panels_per_row(&definition), 1);
    definition_release(&definition);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_group_has_the_same_place_in_every_panel),
        cmocka_unit_test(test_each_panel_shows_its_window),
        cmocka_unit_test(test_groups_come_and_go_with_the_windows),
        cmocka_unit_test(test_panels_do_not_count_twice),
        cmocka_unit_test(test_panels_stand_apart_on_pages_of_any_width),
        cmocka_unit_test(test_rows_are_filled_evenly),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
