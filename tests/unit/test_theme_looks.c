/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What readers see of the shipped themes.  Each has limits that fit what it is for.
 */
#include "figure/theme_check.h"

#include "colour_vision.h"
#include "shipped_theme.h"

static const struct limits {
    const char *theme;
    double text;   /* contrast of text to what it stands on, light look */
    double dark;   /* the same, dark look */
    double line;   /* of lines and borders to the paper */
    double family; /* CIEDE2000 of the line colours of two families, for normal vision */
    double vision; /* the same for protan, deutan and tritan vision */
    double life;   /* of the bars of two allegiances, for every vision */
} shipped[] = {
    /* WCAG AA asks 4.5 and 3; on paper, small print deserves more. */
    {"default", 4.5, 4.5, 3, 15, 10, 15},
    /* Colour carries nothing there: styles differ in form (below), greys only help. */
    {"greyscale", 4.5, 0, 3, 7, 7, 14},
    /* WCAG AAA asks 7 of text and nothing more of lines: 4.5 is what AA asks of text. */
    {"contrast", 7, 7, 4.5, 15, 15, 15},
    /* The colours of the default. */
    {"slide", 4.5, 0, 3, 15, 10, 15},
};

#define SHIPPED_COUNT (sizeof shipped / sizeof *shipped)

struct seen {
    const struct limits *limits;
    bool has_dark;
    size_t pairs;
};

static void check_pair(const struct theme_pair *pair, void *context)
{
    struct seen *seen = context;
    const struct limits *limits = seen->limits;
    double light = colour_contrast(pair->mark.light, pair->field.light);
    double dark = colour_contrast(pair->mark.dark, pair->field.dark);
    if (light < (pair->is_text ? limits->text : limits->line))
        fail_msg("%s: %s: %s on %s has contrast %.2f", limits->theme, pair->what, pair->mark.light,
                 pair->field.light, light);
    if (seen->has_dark && dark < (pair->is_text ? limits->dark : limits->line))
        fail_msg("%s: %s: %s on %s has contrast %.2f", limits->theme, pair->what, pair->mark.dark,
                 pair->field.dark, dark);
    assert_true(fabs(theme_contrast(pair->mark.light, pair->field.light) - light) < 1e-9);
    seen->pairs++;
}

static void ship(struct theme_case *test, size_t number)
{
    *test = (struct theme_case){.theme = *theme_default()};
    theme_case_ship(test, shipped[number].theme);
}

static void test_texts_and_lines_stand_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_COUNT; i++) {
        struct theme_case test;
        ship(&test, i);
        struct seen seen = {&shipped[i], test.theme.has_dark, 0};
        theme_check_pairs(&test.theme, check_pair, &seen);
        assert_true(seen.pairs > 3 * STYLE_COUNT + 2 * GROUP_KIND_COUNT + 3 * REGION_STYLE_COUNT);
        theme_case_release(&test);
    }
}

/* Print of the default theme: 5.5 for all that is small. */
static void check_small_print(const struct theme_pair *pair, void *context)
{
    (void)context;
    if (!pair->is_text || strncmp(pair->what, "name in its field", 17) == 0 ||
        strcmp(pair->what, "names of groups that are over") == 0)
        return;
    if (colour_contrast(pair->mark.light, pair->field.light) < 5.5)
        fail_msg("%s: %s on %s", pair->what, pair->mark.light, pair->field.light);
}

static void test_small_print_of_the_default_stands_out_more(void **state)
{
    (void)state;
    theme_check_pairs(theme_default(), check_small_print, NULL);
}

static void check_distance(const struct limits *limits, const char *a, const char *b,
                           enum vision vision, double least)
{
    double distance = colour_distance(a, b, vision);
    if (distance < least)
        fail_msg("%s, vision %d: %s and %s differ by %.1f", limits->theme, vision, a, b, distance);
}

/* Line colours of different families, in one look. */
static void check_families(const struct limits *limits, const struct theme *theme, bool dark)
{
    for (size_t i = 0; i < STYLE_COUNT; i++)
        for (size_t j = 0; j < i; j++)
            for (int vision = 0; vision < VISION_COUNT; vision++) {
                struct colour a = theme->links[i].line, b = theme->links[j].line;
                const char *left = dark ? a.dark : a.light, *right = dark ? b.dark : b.light;
                if (strcmp(left, right) != 0)
                    check_distance(limits, left, right, (enum vision)vision,
                                   vision == VISION_NORMAL ? limits->family : limits->vision);
            }
}

static void check_lives(const struct limits *limits, const struct theme *theme, bool dark)
{
    static const size_t centres[] = {0, 1, 2, SIZE_MAX};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < i; j++)
            for (int vision = 0; vision < VISION_COUNT; vision++) {
                struct colour a = *style_of_allegiance(theme, centres[i]);
                struct colour b = *style_of_allegiance(theme, centres[j]);
                check_distance(limits, dark ? a.dark : a.light, dark ? b.dark : b.light,
                               (enum vision)vision, limits->life);
            }
}

static void test_colours_stay_apart_for_every_vision(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_COUNT; i++) {
        struct theme_case test;
        ship(&test, i);
        for (int dark = 0; dark < (test.theme.has_dark ? 2 : 1); dark++) {
            check_families(&shipped[i], &test.theme, dark != 0);
            check_lives(&shipped[i], &test.theme, dark != 0);
        }
        theme_case_release(&test);
    }
}

/* Kinds of one family share a colour, and no two families do. */
static void test_families_have_colours_of_their_own(void **state)
{
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    (void)state;
    for (size_t k = 0; k < SHIPPED_COUNT; k++) {
        struct theme_case test;
        ship(&test, k);
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < i; j++)
                assert_int_equal(strcmp(style_of_kind(&test.theme, &kinds[i])->line.light,
                                        style_of_kind(&test.theme, &kinds[j])->line.light) == 0,
                                 kinds[i].family == kinds[j].family);
        theme_case_release(&test);
    }
}

/* A theme changes looks, never what they say. */
static void test_sign_is_told_by_the_line(void **state)
{
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    (void)state;
    for (size_t k = 0; k < SHIPPED_COUNT; k++) {
        struct theme_case test;
        ship(&test, k);
        for (size_t i = 0; i < count; i++) {
            const struct link_style *style = style_of_kind(&test.theme, &kinds[i]);
            if (kinds[i].sign == SIGN_POSITIVE)
                assert_null(style->dashes);
            if (kinds[i].sign == SIGN_NEGATIVE)
                assert_non_null(style->dashes);
            assert_true(!kinds[i].mutual || style->head == style->tail);
        }
        theme_case_release(&test);
    }
}

static bool same_dashes(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_form(const struct link_style *a, const struct link_style *b)
{
    return same_dashes(a->dashes, b->dashes) && a->head == b->head && a->tail == b->tail &&
           a->is_double == b->is_double;
}

static void test_greyscale_tells_styles_apart_without_greys(void **state)
{
    struct theme_case test;
    (void)state;
    ship(&test, 1);
    for (size_t i = 0; i < STYLE_COUNT; i++)
        for (size_t j = 0; j < i; j++)
            if (same_form(&test.theme.links[i], &test.theme.links[j]))
                fail_msg("'%s' looks like '%s'", test.theme.links[i].name,
                         test.theme.links[j].name);
    theme_case_release(&test);
}

static bool is_grey(const char *colour)
{
    return strncmp(colour + 1, colour + 3, 2) == 0 && strncmp(colour + 3, colour + 5, 2) == 0;
}

static void check_grey(const struct theme_pair *pair, void *context)
{
    (void)context;
    if (!is_grey(pair->mark.light) || !is_grey(pair->field.light))
        fail_msg("%s: %s on %s", pair->what, pair->mark.light, pair->field.light);
}

static void test_greyscale_has_no_colour(void **state)
{
    struct theme_case test;
    (void)state;
    ship(&test, 1);
    theme_check_pairs(&test.theme, check_grey, NULL);
    for (size_t i = 0; i < REGION_STYLE_COUNT; i++)
        assert_true(is_grey(test.theme.regions[i].field.light));
    assert_false(test.theme.has_dark);
    theme_case_release(&test);
}

/* Boxes of all regions look alike there, and the legend does not list them. */
static void test_fills_tell_regions_only_where_they_differ(void **state)
{
    (void)state;
    for (size_t k = 0; k < SHIPPED_COUNT; k++) {
        struct theme_case test;
        ship(&test, k);
        for (size_t i = 0; i < REGION_STYLE_COUNT; i++)
            assert_int_equal(style_tells_region(&test.theme, &test.theme.regions[i].fill), k != 1);
        assert_false(style_tells_region(&test.theme, NULL));
        theme_case_release(&test);
    }
}

static void test_slide_is_sixteen_to_nine_with_larger_text(void **state)
{
    struct theme_case test;
    (void)state;
    ship(&test, 3);
    assert_true(fabs(test.theme.page_width / test.theme.page_height - 16.0 / 9) < 0.001);
    assert_true(theme_magnification(&test.theme) > 1.5);
    theme_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_and_lines_stand_out),
        cmocka_unit_test(test_small_print_of_the_default_stands_out_more),
        cmocka_unit_test(test_colours_stay_apart_for_every_vision),
        cmocka_unit_test(test_families_have_colours_of_their_own),
        cmocka_unit_test(test_sign_is_told_by_the_line),
        cmocka_unit_test(test_greyscale_tells_styles_apart_without_greys),
        cmocka_unit_test(test_greyscale_has_no_colour),
        cmocka_unit_test(test_fills_tell_regions_only_where_they_differ),
        cmocka_unit_test(test_slide_is_sixteen_to_nine_with_larger_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
