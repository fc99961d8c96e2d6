/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_variant.h"

#include "figure/place.h"
#include "figure_case.h"

static void place(struct figure_case *test, int groups, const char *frame)
{
    figure_case_init(test, FIGURE_MATRIX);
    figure_case_set(test, "encode_frame", frame);
    figure_case_fill(test, groups, (size_t)groups * 2);
    figure_case_compose(test);
    if (!place_matrix_try(&test->drawing, &test->definition, 0, &test->error))
        fail_msg("%s", test->error.message);
}

static void test_rows_are_alike_and_below_each_other(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, 20, "region");
    const struct box first = test.drawing.nodes.items[0].outline.box;
    for (size_t i = 0; i < test.drawing.nodes.count; i++) {
        const struct box box = test.drawing.nodes.items[i].outline.box;
        assert_true(fabs(box.left - first.left) + fabs(box.right - first.right) < 1e-9);
        assert_true(fabs(box_height(box) - box_height(first)) < 1e-9);
        for (size_t k = 0; k < i; k++)
            assert_false(box_overlaps(box, test.drawing.nodes.items[k].outline.box));
    }
    figure_case_release(&test);
}

/* How often the region changes from one row to the next. */
static size_t count_changes(const struct figure_case *test)
{
    size_t changes = 0;
    for (size_t i = 0; i < test->drawing.nodes.count; i++) {
        const struct node *below = NULL, *node = &test->drawing.nodes.items[i];
        for (size_t k = 0; k < test->drawing.nodes.count; k++) {
            const struct node *other = &test->drawing.nodes.items[k];
            if (other->outline.box.top > node->outline.box.top &&
                (below == NULL || other->outline.box.top < below->outline.box.top))
                below = other;
        }
        const struct group *groups = test->sample.dataset.groups.items;
        changes +=
            below != NULL && !text_equal(groups[node->group].region, groups[below->group].region);
    }
    return changes;
}

static void test_regions_are_blocks_unless_not_framed(void **state)
{
    struct figure_case framed, plain;
    (void)state;
    place(&framed, 16, "region");
    place(&plain, 16, "none");
    assert_int_equal(count_changes(&framed), 3); /* four regions */
    assert_true(count_changes(&plain) > 3);
    figure_case_release(&framed);
    figure_case_release(&plain);
}

static void test_order_is_the_same_each_time(void **state)
{
    struct figure_case first, second;
    (void)state;
    place(&first, 30, "region");
    place(&second, 30, "region");
    for (size_t i = 0; i < first.drawing.nodes.count; i++)
        assert_memory_equal(&first.drawing.nodes.items[i].outline,
                            &second.drawing.nodes.items[i].outline, sizeof(struct outline));
    figure_case_release(&first);
    figure_case_release(&second);
}

static void test_links_have_no_paths(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, 8, "region");
    assert_true(test.drawing.links.count > 0);
    for (size_t i = 0; i < test.drawing.links.count; i++)
        assert_int_equal(test.drawing.links.items[i].path.count, 0);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_alike_and_below_each_other),
        cmocka_unit_test(test_regions_are_blocks_unless_not_framed),
        cmocka_unit_test(test_order_is_the_same_each_time),
        cmocka_unit_test(test_links_have_no_paths),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
