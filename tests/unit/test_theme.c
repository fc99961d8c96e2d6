/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/theme.h"

#include "shipped_theme.h"

#include "figure/theme_table.h"

static const struct colour wrong = {"#123456", "#654321"};

static void spoil_link(struct link_style *style)
{
    style->line = style->text = wrong;
    style->dashes = "9,9";
    style->width = 5.5;
    style->head = style->head == HEAD_BOX ? HEAD_VEE : HEAD_BOX;
    style->tail = HEAD_BOX;
    style->is_double = !style->is_double;
}

static void spoil_box(struct node_style *style)
{
    style->fill = style->border = style->text = wrong;
    style->border_width = 5.5;
    style->radius = 17;
}

/* Make everything that a theme may say differ from the default. */
static void spoil(struct theme *theme)
{
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    *theme = *theme_default();
    theme->paper = theme->ink = wrong;
    theme->fonts = "Times";
    theme->text_size = 30;
    theme->has_dark = false;
    spoil_link(&theme->tie);
    spoil_box(&theme->name);
    for (size_t i = 0; i < count; i++) {
        void *place = (char *)theme + targets[i].place;
        struct colour *colours = place;
        if (targets[i].object == THEME_LINK)
            spoil_link(place);
        else if (targets[i].object == THEME_BOX)
            spoil_box(place);
        else
            colours[0] = wrong;
        if (targets[i].object == THEME_FRAME || targets[i].object == THEME_REGION)
            colours[1] = wrong;
        if (targets[i].object == THEME_REGION)
            colours[2] = wrong;
    }
}

static void check_colour(const char *what, struct colour found, struct colour wanted)
{
    if (strcmp(found.light, wanted.light) != 0 || strcmp(found.dark, wanted.dark) != 0)
        fail_msg("%s: %s and %s, in the program %s and %s", what, found.light, found.dark,
                 wanted.light, wanted.dark);
}

static void check_link(const char *what, const struct link_style *found,
                       const struct link_style *wanted)
{
    check_colour(what, found->line, wanted->line);
    check_colour(what, found->text, wanted->text);
    if (wanted->dashes == NULL)
        assert_null(found->dashes);
    else
        assert_string_equal(found->dashes, wanted->dashes);
    assert_true(found->width == wanted->width);
    assert_int_equal(found->head, wanted->head);
    assert_int_equal(found->tail, wanted->tail);
    assert_int_equal(found->is_double, wanted->is_double);
}

static void check_box(const char *what, const struct node_style *found,
                      const struct node_style *wanted)
{
    check_colour(what, found->fill, wanted->fill);
    check_colour(what, found->border, wanted->border);
    check_colour(what, found->text, wanted->text);
    if (found->radius != wanted->radius || found->border_width != wanted->border_width)
        fail_msg("%s: radius %g, width %g", what, found->radius, found->border_width);
}

static void check_target(const struct theme_target *target, const struct theme *found,
                         const struct theme *wanted)
{
    const void *a = (const char *)found + target->place;
    const void *b = (const char *)wanted + target->place;
    const struct colour *left = a, *right = b;
    const bool is_region = target->object == THEME_REGION;
    if (target->object == THEME_LINK)
        check_link(target->name, a, b);
    else if (target->object == THEME_BOX)
        check_box(target->name, a, b);
    else
        check_colour(target->name, left[0], right[0]);
    if (is_region || target->object == THEME_FRAME)
        check_colour(target->name, left[1], right[1]);
    if (is_region)
        check_colour(target->name, left[2], right[2]);
}

static void test_default_file_says_all_that_the_program_has(void **state)
{
    struct theme_case test = {0};
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    const struct theme *wanted = theme_default();
    (void)state;
    spoil(&test.theme);
    theme_case_ship(&test, "default");
    check_colour("paper", test.theme.paper, wanted->paper);
    check_colour("ink", test.theme.ink, wanted->ink);
    assert_string_equal(test.theme.fonts, wanted->fonts);
    assert_true(test.theme.text_size == wanted->text_size && test.theme.has_dark);
    assert_true(test.theme.page_width == 0 && test.theme.page_height == 0);
    check_colour("tie", test.theme.tie.line, wanted->tie.line);
    check_colour("name", test.theme.name.text, wanted->name.text);
    check_colour("name", test.theme.name.fill, wanted->name.fill);
    for (size_t i = 0; i < count; i++)
        check_target(&targets[i], &test.theme, wanted);
    theme_case_release(&test);
}

/* Links and boxes are targets under the names of their classes. */
static void test_every_style_can_be_said(void **state)
{
    size_t count, links = 0, boxes = 0;
    const struct theme_target *targets = theme_targets(&count);
    const struct theme *theme = theme_default();
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const void *place = (const char *)theme + targets[i].place;
        if (targets[i].object == THEME_LINK) {
            assert_string_equal(((const struct link_style *)place)->name, targets[i].name);
            links++;
        } else if (targets[i].place >= offsetof(struct theme, nodes) &&
                   targets[i].place < offsetof(struct theme, hubs)) {
            assert_string_equal(((const struct node_style *)place)->name, targets[i].name);
            boxes++;
        }
    }
    assert_int_equal(links, STYLE_COUNT);
    assert_int_equal(boxes, GROUP_KIND_COUNT);
}

static void test_a_theme_changes_only_what_it_says(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    size_t count;
    const struct theme_target *targets = theme_targets(&count);
    (void)state;
    theme_case_read(&test, TEXT("digraph t { a -> b [class=split, color=\"#000001\"] }"));
    assert_int_equal(test.findings.list.count, 0);
    assert_string_equal(test.theme.links[STYLE_SPLIT].line.light, "#000001");
    assert_string_equal(test.theme.links[STYLE_SPLIT].line.dark,
                        theme_default()->links[STYLE_SPLIT].line.dark);
    test.theme.links[STYLE_SPLIT].line = theme_default()->links[STYLE_SPLIT].line;
    for (size_t i = 0; i < count; i++)
        check_target(&targets[i], &test.theme, theme_default());
    theme_case_release(&test);
}

static void test_defaults_come_before_what_one_says(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    (void)state;
    theme_case_read(&test, TEXT("digraph t {\n"
                                "state [penwidth=3, radius=4]\n"
                                "a -> b [class=attack, dashes=\"3,1\"]\n"
                                "node [penwidth=2, style=\"filled,rounded\"]\n"
                                "edge [style=dashed, penwidth=2.5]\n"
                                "unit [style=filled]\n}"));
    assert_int_equal(test.findings.list.count, 0);
    assert_true(test.theme.nodes[GROUP_STATE].border_width == 3);
    assert_true(test.theme.nodes[GROUP_STATE].radius == 4);
    assert_true(test.theme.nodes[GROUP_FORCE].border_width == 2);
    assert_true(test.theme.nodes[GROUP_FORCE].radius > 0);
    assert_true(test.theme.nodes[GROUP_UNIT].radius == 0);
    assert_true(test.theme.hubs[1].border_width == 2);
    assert_string_equal(test.theme.links[STYLE_ATTACK].dashes, "3,1");
    assert_string_equal(test.theme.links[STYLE_PLEDGE].dashes, "5,2.2");
    assert_true(test.theme.links[STYLE_PLEDGE].width == 2.5);
    theme_case_release(&test);
}

/* DOT cannot tell a value that is the default's from none. */
static void test_a_default_holds_for_every_node_of_the_file(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    (void)state;
    theme_case_read(&test, TEXT("digraph t { node [fillcolor=\"#FFFFFF\"]\n"
                                "frame [fillcolor=\"#FFFFFF\"] }"));
    assert_int_equal(findings_count(&test.findings, FINDING_ERROR), 0);
    assert_string_equal(test.theme.frame.field.light, "#FFFFFF");
    assert_string_equal(test.theme.panel.light, theme_default()->panel.light);
    theme_case_release(&test);
}

static void test_two_colours_are_a_double_line(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    (void)state;
    theme_case_read(&test, TEXT("digraph t { a -> b [class=pledge, color=\"#003366:#003366\"]\n"
                                "a -> b [class=alliance, color=\"#003366\"] }"));
    assert_int_equal(test.findings.list.count, 0);
    assert_true(test.theme.links[STYLE_PLEDGE].is_double);
    assert_string_equal(test.theme.links[STYLE_PLEDGE].line.light, "#003366");
    assert_false(test.theme.links[STYLE_ALLIANCE].is_double);
    theme_case_release(&test);
}

/* What is wrong, and where it is told. */
static const struct {
    const char *statement; /* in line 2 */
    const char *code;
    const char *message;
    size_t column;
} mistakes[] = {
    {"graph [bgcolr=\"#000000\"]", "theme-name",
     "bgcolr: there is no such attribute here; did you mean 'bgcolor'?", 8},
    {"graph [figure_width=\"85mm\"]", "theme-name", "figure_width: there is no such attribute here",
     8},
    {"organization [color=\"#000000\"]", "theme-name",
     "organization: there is no such look; did you mean 'organisation'?", 1},
    {"pledge [color=\"#000000\"]", "theme-name", "pledge: there is no such look", 1},
    {"a -> b [class=pledg]", "theme-name",
     "pledg: there is no such style of links; did you mean 'pledge'?", 9},
    {"a -> b [color=\"#000000\"]", "theme-name",
     "an edge: needs a class that names the style of links that it is a sample of", 9},
    {"state [arrowhead=tee]", "theme-name", "arrowhead: there is no such attribute here", 8},
    {"state [color=red]", "theme-value", "color: 'red' is no colour like #1D4A85", 8},
    {"state [color=\"#12345G\"]", "theme-value", "color: '#12345G' is no colour like #1D4A85", 8},
    {"state [color=\"#12345\"]", "theme-value", "color: '#12345' is no colour like #1D4A85", 8},
    {"state [color=<#123456>]", "theme-value", "color: is plain text in quotes, never HTML", 8},
    {"state [penwidth=wide]", "theme-value", "penwidth: 'wide' is no number from 0 to 6", 8},
    {"state [penwidth=6.01]", "theme-value", "penwidth: '6.01' is no number from 0 to 6", 8},
    {"state [style=bold]", "theme-value", "style: 'bold' is none of filled, rounded", 8},
    {"state [dark_penwidth=2]", "theme-name", "dark_penwidth: there is no such attribute here", 8},
    {"edge [style=bold]", "theme-value", "style: 'bold' is none of solid, dashed, dotted", 7},
    {"edge [arrowhead=teee]", "theme-value",
     "arrowhead: 'teee' is no head that we draw; did you mean 'tee'?", 7},
    {"edge [dashes=\"1,2,3\"]", "theme-value",
     "dashes: '1,2,3' is no list of dashes and gaps like 5,2.2, each from 0.5 to 20", 7},
    {"edge [color=\"#000000:#000001\"]", "theme-value",
     "color: '#000000:#000001' is neither a colour nor twice the same one", 7},
    {"graph [size=\"13.333\"]", "theme-value",
     "size: '13.333' is no width and height in inches like 13.333,7.5, each from 0.8 to 78", 8},
    {"graph [fontname=\"Times\"]", "theme-value",
     "fontname: 'Times' is no list of font families that begins with Inter, in which texts are "
     "measured",
     8},
    {"graph [dark_look=maybe]", "theme-value", "dark_look: 'maybe' is neither yes nor no", 8},
};

static void test_mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct theme_case test = {.theme = *theme_default()};
        theme_case_read(&test,
                        arena_format(&test.arena, "digraph t {\n%s\n}\n", mistakes[i].statement));
        if (test.findings.list.count != 1)
            fail_msg("%s: %zu findings", mistakes[i].statement, test.findings.list.count);
        const struct finding *finding = &test.findings.list.items[0];
        assert_string_equal(finding->message.at, mistakes[i].message);
        assert_string_equal(finding->type->code, mistakes[i].code);
        assert_int_equal(finding->place.line, 2);
        assert_int_equal(finding->place.column, mistakes[i].column);
        theme_case_release(&test);
    }
}

/* No text of a theme gets out of the attribute that it is written into. */
static void test_hostile_values_are_refused(void **state)
{
    static const char *const statements[] = {
        "state [color=\"#000000\\\" onload=\\\"alert(1)\"]",
        "state [color=\"url(javascript:alert(1))\"]",
        "graph [fontname=\"Inter', x: url(//example.org)\"]",
        "graph [fontname=\"Inter;}</style><script>\"]",
        "edge [dashes=\"1,2;x\"]",
    };
    (void)state;
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        struct theme_case test = {.theme = *theme_default()};
        theme_case_read(&test, arena_format(&test.arena, "digraph t {\n%s\n}\n", statements[i]));
        if (findings_count(&test.findings, FINDING_ERROR) != 1)
            fail_msg("%s is taken", statements[i]);
        check_box("state", &test.theme.nodes[GROUP_STATE], &theme_default()->nodes[GROUP_STATE]);
        assert_string_equal(test.theme.fonts, theme_default()->fonts);
        theme_case_release(&test);
    }
}

static void test_what_is_too_faint_is_a_warning(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    (void)state;
    theme_case_read(&test, TEXT("digraph t { state [fontcolor=\"#707070\"] }"));
    assert_int_equal(test.findings.list.count, 1);
    assert_int_equal(test.findings.list.items[0].type->level, FINDING_WARNING);
    assert_string_equal(test.findings.list.items[0].message.at,
                        "name of state: #707070 on #5A5D64 has contrast 1.3 to 1 in the light "
                        "look, less than 4.5");
    theme_case_release(&test);
}

static void test_no_dark_look_is_not_measured(void **state)
{
    struct theme_case test = {.theme = *theme_default()};
    (void)state;
    theme_case_read(&test, TEXT("digraph t { graph [dark_look=no, dark_bgcolor=\"#FFFFFF\"] }"));
    assert_int_equal(test.findings.list.count, 0);
    assert_false(test.theme.has_dark);
    theme_case_release(&test);
}

static void test_reference_is_in_the_readme(void **state)
{
    struct arena arena = {0};
    struct buffer reference = {0};
    struct text readme;
    struct error error = {0};
    (void)state;
    if (!file_read(BLOC_SOURCE_DIR "/graphs/themes/README.md", &arena, &readme, &error))
        fail_msg("%s", error.message);
    theme_write_reference(&reference);
    if (strstr(readme.at, reference.at) == NULL)
        fail_msg("graphs/themes/README.md should have these tables:\n%s", reference.at);
    buffer_release(&reference);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_default_file_says_all_that_the_program_has),
        cmocka_unit_test(test_every_style_can_be_said),
        cmocka_unit_test(test_a_theme_changes_only_what_it_says),
        cmocka_unit_test(test_defaults_come_before_what_one_says),
        cmocka_unit_test(test_a_default_holds_for_every_node_of_the_file),
        cmocka_unit_test(test_two_colours_are_a_double_line),
        cmocka_unit_test(test_mistakes_are_told_with_their_place),
        cmocka_unit_test(test_hostile_values_are_refused),
        cmocka_unit_test(test_what_is_too_faint_is_a_warning),
        cmocka_unit_test(test_no_dark_look_is_not_measured),
        cmocka_unit_test(test_reference_is_in_the_readme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
