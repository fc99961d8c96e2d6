/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/style.h"

#include "colour_vision.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_every_default_kind_has_a_style_of_its_sign(void **state)
{
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    const struct link_style *styles = theme_default()->links;
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const struct link_style *style = style_of_kind(theme_default(), &kinds[i]);
        assert_true(style >= styles && style < styles + STYLE_COUNT);
        if (kinds[i].sign == SIGN_POSITIVE)
            assert_null(style->dashes);
        if (kinds[i].sign == SIGN_NEGATIVE)
            assert_non_null(style->dashes);
        assert_int_equal(style->mutual, kinds[i].mutual);
        if (kinds[i].mutual)
            assert_int_equal(style->head, style->tail);
        else
            assert_true(style->head != HEAD_NONE || style->tail != HEAD_NONE);
    }
}

static void test_every_style_is_used_by_a_default_kind(void **state)
{
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    const struct link_style *styles = theme_default()->links;
    (void)state;
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        size_t uses = 0;
        for (size_t j = 0; j < count; j++)
            uses += style_of_kind(theme_default(), &kinds[j]) == &styles[i];
        if (uses == 0)
            fail_msg("no kind looks like '%s'", styles[i].name);
    }
}

static void test_added_kind_looks_like_its_family_and_sign(void **state)
{
    static const struct {
        struct kind kind;
        const char *style;
    } cases[] = {
        {{.family = FAMILY_PLEDGE, .sign = SIGN_POSITIVE}, "pledge"},
        {{.family = FAMILY_PLEDGE, .sign = SIGN_NEGATIVE}, "pledge-refused"},
        {{.family = FAMILY_SPLIT}, "split"},
        {{.family = FAMILY_CONFLICT, .sign = SIGN_NEGATIVE}, "attack"},
        {{.family = FAMILY_CONFLICT, .sign = SIGN_NEGATIVE, .mutual = true}, "conflict"},
        {{.family = FAMILY_ALLIANCE, .sign = SIGN_POSITIVE}, "support"},
        {{.family = FAMILY_ALLIANCE, .sign = SIGN_POSITIVE, .mutual = true}, "alliance"},
        {{.family = FAMILY_MEMBERSHIP, .sign = SIGN_POSITIVE}, "membership"},
        {{.family = FAMILY_MEMBERSHIP, .sign = SIGN_NEGATIVE}, "excluded"},
        {{.family = FAMILY_LINEAGE}, "joined"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kind kind = cases[i].kind;
        kind.name = TEXT("added_by_a_dataset");
        assert_string_equal(style_of_kind(theme_default(), &kind)->name, cases[i].style);
        assert_ptr_equal(style_of_kind(theme_default(), &kind),
                         style_of_family(theme_default(), &kind));
    }
}

static bool look_alike(const struct link_style *a, const struct link_style *b)
{
    bool same_dashes = a->dashes == b->dashes || (a->dashes != NULL && b->dashes != NULL &&
                                                  strcmp(a->dashes, b->dashes) == 0);
    return same_dashes && strcmp(a->line.light, b->line.light) == 0 && a->width == b->width &&
           a->head == b->head && a->tail == b->tail && a->is_double == b->is_double;
}

static void test_no_two_styles_look_or_are_called_alike(void **state)
{
    const struct link_style *styles = theme_default()->links;
    (void)state;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(styles[i].name, styles[j].name);
            assert_string_not_equal(styles[i].label, styles[j].label);
            if (look_alike(&styles[i], &styles[j]))
                fail_msg("'%s' looks like '%s'", styles[i].name, styles[j].name);
        }
}

/* Boxes of equal fill, border and width differ by their corners, also in the legend, where a
 * sample is 8 points high and its corners are half as round.  Movements are always dashed. */
static void test_group_kinds_of_one_fill_differ_by_their_corners(void **state)
{
    (void)state;
    const struct node_style *styles = theme_default()->nodes;
    for (int i = 0; i < GROUP_MOVEMENT; i++)
        for (int j = 0; j < i; j++) {
            if (strcmp(styles[i].fill.light, styles[j].fill.light) != 0 ||
                strcmp(styles[i].border.light, styles[j].border.light) != 0)
                continue;
            double corner = fmin(styles[i].radius / 2, 4), other = fmin(styles[j].radius / 2, 4);
            assert_true(fabs(corner - other) >= 0.7 ||
                        fabs(styles[i].border_width - styles[j].border_width) >= 0.7);
        }
}

static void test_region_colours_repeat_after_the_last(void **state)
{
    (void)state;
    assert_ptr_equal(style_of_region(theme_default(), 12), style_of_region(theme_default(), 0));
    assert_ptr_not_equal(style_of_region(theme_default(), 11), style_of_region(theme_default(), 0));
    assert_ptr_equal(style_of_hub(theme_default(), 7), style_of_hub(theme_default(), 1));
    assert_ptr_equal(style_of_allegiance(theme_default(), 7),
                     style_of_allegiance(theme_default(), 2));
    assert_ptr_not_equal(style_of_hub(theme_default(), 1), style_of_hub(theme_default(), 0));
}

/* Table 1 of Sharma, Wu and Dalal 2005. */
static const struct {
    double first[3];
    double second[3];
    double difference;
} published[] = {
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
    {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
    {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, -1, 2}, {50, 0, 0}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
    {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
    {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
    {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
    {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};

static void test_difference_has_the_published_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        struct triple first, second;
        memcpy(first.at, published[i].first, sizeof first.at);
        memcpy(second.at, published[i].second, sizeof second.at);
        double found = colour_difference(first, second);
        if (fabs(found - published[i].difference) > 5e-5)
            fail_msg("row %zu: %.5f", i + 1, found);
    }
}

static void test_contrast_and_lab_have_known_values(void **state)
{
    struct triple red = colour_lab(colour_linear("#FF0000"), VISION_NORMAL);
    (void)state;
    assert_true(fabs(colour_contrast("#000000", "#FFFFFF") - 21) < 1e-9);
    assert_true(fabs(colour_contrast("#FFFFFF", "#767676") - 4.54) < 0.005);
    assert_true(fabs(red.at[0] - 53.24) < 0.01 && fabs(red.at[1] - 80.09) < 0.01 &&
                fabs(red.at[2] - 67.20) < 0.01);
}

/* Greys stay grey; what is confused comes together, what is not stays apart. */
static void test_simulation_confuses_what_it_should(void **state)
{
    static const struct {
        enum vision vision;
        const char *a;
        const char *b;
    } confused[] = {
        {VISION_PROTAN, "#C00000", "#4A4000"},
        {VISION_DEUTAN, "#D08A00", "#8FA800"},
        {VISION_TRITAN, "#0090C0", "#009C70"},
    };
    (void)state;
    for (int vision = 0; vision < VISION_COUNT; vision++)
        for (int i = 0; i < 3; i++) {
            const double *row = vision_matrices[vision][i];
            assert_true(fabs(row[0] + row[1] + row[2] - 1) < 1e-5);
        }
    for (size_t i = 0; i < 3; i++) {
        double normal = colour_distance(confused[i].a, confused[i].b, VISION_NORMAL);
        double seen = colour_distance(confused[i].a, confused[i].b, confused[i].vision);
        if (seen > normal / 2)
            fail_msg("%s and %s: %.1f and %.1f", confused[i].a, confused[i].b, normal, seen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_default_kind_has_a_style_of_its_sign),
        cmocka_unit_test(test_every_style_is_used_by_a_default_kind),
        cmocka_unit_test(test_added_kind_looks_like_its_family_and_sign),
        cmocka_unit_test(test_no_two_styles_look_or_are_called_alike),
        cmocka_unit_test(test_group_kinds_of_one_fill_differ_by_their_corners),
        cmocka_unit_test(test_region_colours_repeat_after_the_last),
        cmocka_unit_test(test_difference_has_the_published_values),
        cmocka_unit_test(test_contrast_and_lab_have_known_values),
        cmocka_unit_test(test_simulation_confuses_what_it_should),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
