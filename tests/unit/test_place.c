/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place.h"

#include "figure/geometry_pack.h"
#include "figure/worker.h"
#include "figure_case.h"
#include "toy_drawing.h"

/* Places each drawing in a child, as figures_make does. */
struct job {
    struct figure_case *test;
    size_t slice;
};

static bool run_slice(size_t index, void *context, struct buffer *result, struct error *error)
{
    const struct job *jobs = context;
    struct figure_case *test = jobs[index].test;
    return place_slice(&test->drawing, &test->definition, jobs[index].slice, result, error);
}

static void init_figure(struct figure_case *test, enum figure_type type)
{
    figure_case_init(test, type);
    if (type == FIGURE_REGION)
        figure_case_set(test, "select_region", "North");
    figure_case_fill(test, 7, 10);
    figure_case_compose(test);
}

static void test_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case first, second;
        struct worker_result results[3] = {0};
        init_figure(&first, (enum figure_type)type);
        if (place_slice_count(&first.drawing, &first.definition) == 0) { /* placed at once */
            figure_case_release(&first);
            continue;
        }
        init_figure(&second, (enum figure_type)type);
        struct job jobs[] = {{&first, 0}, {&second, 0}, {&first, 0}};
        worker_run(
            &(struct worker_plan){.task = run_slice, .context = jobs, .count = 3, .seconds = 60},
            results);
        assert_true(results[0].bytes.length > 0);
        for (size_t i = 1; i < 3; i++) {
            assert_int_equal(results[i].bytes.length, results[0].bytes.length);
            assert_memory_equal(results[i].bytes.at, results[0].bytes.at, results[0].bytes.length);
        }
        for (size_t i = 0; i < 3; i++)
            worker_result_release(&results[i]);
        figure_case_release(&first);
        figure_case_release(&second);
    }
}

static void test_packed_score_is_that_of_the_placement(void **state)
{
    struct figure_case test;
    struct worker_result result = {0};
    (void)state;
    init_figure(&test, FIGURE_REGION);
    struct job job = {&test, 0};
    worker_run(&(struct worker_plan){.task = run_slice, .context = &job, .count = 1, .seconds = 60},
               &result);
    double packed = geometry_packed_score(buffer_text(&result.bytes));
    assert_true(geometry_unpack(buffer_text(&result.bytes), &test.drawing));
    double score = place_score(&test.drawing, place_page_width(&test.definition));
    assert_true(fabs(score - packed) < 1e-6);
    worker_result_release(&result);
    figure_case_release(&test);
}

/* A drawing of some groups and ties placed in all its slices: no crash, and places for all. */
static void check_placed(enum figure_type type, int groups, const int (*ties)[2], size_t tie_count)
{
    struct figure_case test;
    struct worker_result results[4] = {0};
    figure_case_init(&test, type);
    sample_groups(&test.sample, groups);
    for (size_t i = 0; i < tie_count; i++)
        sample_tie(&test.sample, (group_id)ties[i][0], (group_id)ties[i][1], "pledge");
    figure_case_compose(&test);
    size_t count = place_slice_count(&test.drawing, &test.definition);
    assert_true(count <= 4);
    assert_int_equal(place_at_once(&test.drawing, &test.request), count == 0);
    struct job jobs[4] = {{&test, 0}, {&test, 1}, {&test, 2}, {&test, 3}};
    worker_run(
        &(struct worker_plan){.task = run_slice, .context = jobs, .count = count, .seconds = 60},
        results);
    for (size_t i = 0; i < count; i++) {
        if (error_is_set(&results[i].error))
            fail_msg("type %d, %d groups: %s", type, groups, results[i].error.message);
        assert_true(geometry_unpack(buffer_text(&results[i].bytes), &test.drawing));
        for (size_t j = 0; j < test.drawing.nodes.count; j++) {
            struct box box = test.drawing.nodes.items[j].outline.box;
            assert_true(isfinite(box.left) && isfinite(box.top) && box_width(box) > 1);
            for (size_t k = 0; k < j; k++)
                assert_false(box_overlaps(box, test.drawing.nodes.items[k].outline.box));
        }
        worker_result_release(&results[i]);
    }
    figure_case_release(&test);
}

static void test_odd_drawings_are_placed(void **state)
{
    static const int pairs[][2] = {{0, 1}, {2, 3}, {4, 5}};
    static const int loop[][2] = {{0, 0}, {0, 1}};
    static const int many[][2] = {{0, 1}, {0, 1}, {1, 0}};
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        check_placed((enum figure_type)type, 1, NULL, 0);
        check_placed((enum figure_type)type, 2, NULL, 0);
        check_placed((enum figure_type)type, 9, NULL, 0);
        check_placed((enum figure_type)type, 6, pairs, 3);
        check_placed((enum figure_type)type, 2, loop, 2);
        check_placed((enum figure_type)type, 2, many, 3);
    }
}

static void test_rows_keep_nodes_apart_and_on_the_page(void **state)
{
    (void)state;
    for (int groups = 0; groups < 30; groups += 7) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_OVERVIEW);
        figure_case_set(&test, "figure_width", "85mm");
        sample_groups(&test.sample, groups);
        for (int i = 1; i < groups; i++)
            sample_tie(&test.sample, 0, (group_id)i, "pledge");
        figure_case_compose(&test);
        place_in_rows(&test.drawing, &test.definition);
        for (size_t i = 0; i < test.drawing.nodes.count; i++) {
            struct box box = test.drawing.nodes.items[i].outline.box;
            assert_true(box.left >= 0 && box.right <= place_page_width(&test.definition) + 1e-9);
            for (size_t j = 0; j < i; j++)
                assert_false(box_overlaps(box, test.drawing.nodes.items[j].outline.box));
        }
        for (size_t i = 0; i < test.drawing.links.count; i++)
            assert_true(test.drawing.links.items[i].path.count >= 4);
        figure_case_release(&test);
    }
}

static double score_with_node_at(double x, double y, double page_width)
{
    struct drawing drawing;
    drawing_init(&drawing);
    toy_node(&drawing, 50, 50, 40, 16, NODE_NONE);
    toy_node(&drawing, 250, 50, 40, 16, NODE_NONE);
    toy_node(&drawing, x, y, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 0);
    double score = place_score(&drawing, page_width);
    drawing_release(&drawing);
    return score;
}

static void test_score_grows_with_each_flaw(void **state)
{
    double good = score_with_node_at(150, 80, 400);
    (void)state;
    assert_true(score_with_node_at(150, 50, 400) > good + 50);
    assert_true(score_with_node_at(60, 55, 400) > good + 50);
    assert_true(score_with_node_at(150, 80, 120) > good + 50);
    assert_true(score_with_node_at(150, 180, 400) > good);
}

static void test_only_figures_without_dates_are_routed_later(void **state)
{
    struct figure_definition definition;
    struct drawing drawing = {0};
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++)
        for (int dated = 0; dated < 2; dated++) {
            definition_init(&definition, (enum figure_type)type);
            definition.show_dates = dated;
            drawing.undated = false;
            assert_int_equal(place_needs_routing(&drawing, &definition),
                             type == FIGURE_OVERVIEW && !dated);
            drawing.undated = true;
            assert_true(place_needs_routing(&drawing, &definition));
            definition_release(&definition);
        }
}

static void test_page_width_is_in_points(void **state)
{
    struct figure_definition definition;
    (void)state;
    definition_init(&definition, FIGURE_EGO);
    definition.width_mm = 25.4;
    assert_true(fabs(place_page_width(&definition) - 72) < 1e-9);
    definition_release(&definition);
}

static void test_routing_leads_lines_around_boxes(void **state)
{
    struct figure_case test;
    struct buffer packed = {0};
    struct error error = {0};
    struct legibility found;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 0, 2, "pledge");
    figure_case_compose(&test);
    place_in_rows(&test.drawing, &test.definition);
    legibility_measure(&test.drawing, &found);
    assert_int_equal(found.links_through_nodes, 1);
    assert_true(place_route(&test.drawing, &test.definition, &packed, &error));
    assert_true(geometry_unpack(buffer_text(&packed), &test.drawing));
    legibility_measure(&test.drawing, &found);
    assert_int_equal(found.links_through_nodes, 0);
    buffer_release(&packed);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_input_gives_the_same_bytes),
        cmocka_unit_test(test_packed_score_is_that_of_the_placement),
        cmocka_unit_test(test_odd_drawings_are_placed),
        cmocka_unit_test(test_rows_keep_nodes_apart_and_on_the_page),
        cmocka_unit_test(test_score_grows_with_each_flaw),
        cmocka_unit_test(test_only_figures_without_dates_are_routed_later),
        cmocka_unit_test(test_page_width_is_in_points),
        cmocka_unit_test(test_routing_leads_lines_around_boxes),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
