/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_genealogy.h"

#include "base/file.h"
#include "figure/svg.h"
#include "figure_case.h"
#include "loader/load.h"

#define DATASET BLOC_SOURCE_DIR "/data/islamic-state-affiliates"
#define DEFINITION BLOC_SOURCE_DIR "/graphs/genealogy.gv"

static struct dataset dataset;

static int set_up(void **state)
{
    struct findings findings = {0};
    struct load_totals totals;
    struct error error = {0};
    bool good = load_dataset(DATASET, &dataset, &findings, &totals, &error);
    findings_release(&findings);
    return good ? figure_case_open_fonts(state) : 1;
}

static int tear_down(void **state)
{
    dataset_release(&dataset);
    return figure_case_close_fonts(state);
}

/* The shipped genealogy, made from file to finished figure. */
struct shipped {
    struct arena arena;
    struct figure_definition definition;
    struct selection selection;
    struct figure figure;
};

static void make_shipped(struct shipped *shipped, const char *width)
{
    struct findings findings = {0};
    struct error error = {0};
    struct text dot;
    *shipped = (struct shipped){0};
    if (!file_read(DEFINITION, &shipped->arena, &dot, &error))
        fail_msg("%s", error.message);
    definition_read(dot, TEXT(DEFINITION), &shipped->definition, &findings);
    assert_int_equal(findings.list.count, 0);
    if (!definition_set(&shipped->definition, TEXT("figure_width"), text_from(width), &error))
        fail_msg("%s", error.message);
    selection_evaluate(&shipped->selection, &dataset, &shipped->definition.query);
    struct figure_request request = {.definition = &shipped->definition,
                                     .selection = &shipped->selection};
    assert_true(figures_make(&request, 1, &shipped->figure, NULL));
    findings_release(&findings);
}

static void release_shipped(struct shipped *shipped)
{
    figure_release(&shipped->figure);
    selection_release(&shipped->selection);
    definition_release(&shipped->definition);
    arena_release(&shipped->arena);
}

static void test_shipped_figure_passes_every_gate(void **state)
{
    struct shipped shipped;
    (void)state;
    make_shipped(&shipped, "170mm");
    const struct drawing *drawing = &shipped.figure.drawing;
    assert_int_equal(drawing->type.length > 0, 1);
    assert_true(drawing->nodes.count > 15);
    assert_true(drawing->links.count > 15);
    assert_true(drawing->told.count > 10);
    if (!legibility_passes(&shipped.figure.legibility)) {
        struct buffer table = {0};
        legibility_write(drawing, &shipped.figure.legibility, &table);
        fail_msg("%s", buffer_text(&table).at);
    }
    assert_false(drawing->fallback_routing);
    release_shipped(&shipped);
}

static void test_shipped_figure_is_the_same_each_time(void **state)
{
    struct shipped first, second;
    struct buffer a = {0}, b = {0};
    (void)state;
    make_shipped(&first, "170mm");
    make_shipped(&second, "170mm");
    figure_write_svg(&first.figure, &a);
    figure_write_svg(&second.figure, &b);
    assert_true(text_equal(buffer_text(&a), buffer_text(&b)));
    buffer_release(&a);
    buffer_release(&b);
    release_shipped(&first);
    release_shipped(&second);
}

static bool has_entry(const struct drawing *drawing, struct text words)
{
    for (size_t i = 0; i < drawing->legend.count; i++)
        if (text_equal(drawing->legend.items[i].text.text, words))
            return true;
    return false;
}

static bool is_drawn(const struct drawing *drawing, const struct legend_entry *entry)
{
    bool found = false;
    for (size_t i = 0; i < drawing->bars.count; i++)
        found |= entry->bar != NULL && text_equal(drawing->bars.items[i].legend, entry->text.text);
    for (size_t i = 0; i < drawing->strokes.count; i++)
        found |=
            entry->stroke != NULL && text_equal(drawing->strokes.items[i].legend, entry->text.text);
    for (size_t i = 0; i < drawing->links.count; i++)
        found |= drawing->links.items[i].style == entry->link;
    return found;
}

static void test_legend_says_what_is_drawn_and_nothing_else(void **state)
{
    struct shipped shipped;
    (void)state;
    make_shipped(&shipped, "170mm");
    const struct drawing *drawing = &shipped.figure.drawing;
    for (size_t i = 0; i < drawing->bars.count; i++)
        assert_true(has_entry(drawing, drawing->bars.items[i].legend));
    for (size_t i = 0; i < drawing->legend.count; i++)
        assert_true(is_drawn(drawing, &drawing->legend.items[i]));
    assert_true(has_entry(drawing, TEXT("loyal to Islamic State")));
    assert_true(has_entry(drawing, TEXT("loyal to al-Qaeda")));
    release_shipped(&shipped);
}

static void test_lines_are_upright_and_start_on_the_bar_of_their_group(void **state)
{
    struct shipped shipped;
    (void)state;
    make_shipped(&shipped, "170mm");
    const struct drawing *drawing = &shipped.figure.drawing;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        struct point from = link->path.items[0];
        struct text group = drawing->nodes.items[link->from].id;
        bool on_bar = false;
        for (size_t k = 0; k < link->path.count; k++)
            assert_true(fabs(link->path.items[k].x - from.x) < 1e-6);
        for (size_t k = 0; k < drawing->bars.count; k++)
            on_bar |= text_equal(drawing->bars.items[k].group, group) &&
                      box_contains(box_grow(drawing->bars.items[k].box, 1), from);
        if (!on_bar)
            fail_msg("a line starts beside the bar of " TEXT_FORMAT, TEXT_PARTS(group));
    }
    release_shipped(&shipped);
}

static void test_groups_ties_and_bars_carry_their_data(void **state)
{
    struct shipped shipped;
    struct buffer svg = {0};
    (void)state;
    make_shipped(&shipped, "170mm");
    figure_write_svg(&shipped.figure, &svg);
    const char *at = buffer_text(&svg).at;
    assert_non_null(strstr(at, "id=\"genealogy-g-al_murabitun\""));
    assert_non_null(strstr(at, "class=\"lifeline\" data-group=\"al_murabitun\""));
    assert_non_null(strstr(at, "data-relations=\"joined_al_murabitun_aqim_2015\""));
    assert_non_null(strstr(at, "<title>loyal to al-Qaeda\n"));
    assert_non_null(strstr(at, "Not drawn: "));
    buffer_release(&svg);
    release_shipped(&shipped);
}

static void test_narrow_figure_keeps_texts_apart(void **state)
{
    struct shipped shipped;
    (void)state;
    make_shipped(&shipped, "120mm");
    assert_int_equal(shipped.figure.legibility.text_overlaps, 0);
    assert_int_equal(shipped.figure.legibility.text_on_node, 0);
    assert_int_equal(shipped.figure.legibility.off_page, 0);
    release_shipped(&shipped);
}

static void place(struct figure_case *test)
{
    figure_case_compose(test);
    place_genealogy(&test->drawing, &test->request);
}

static size_t count_bars(const struct drawing *drawing, const char *class_names)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->bars.count; i++)
        count += text_equal_string(drawing->bars.items[i].class_names, class_names);
    return count;
}

static size_t count_stubs(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->strokes.count; i++)
        count += drawing->strokes.items[i].legend.length > 0;
    return count;
}

static void test_uncertain_starts_and_ends_are_drawn_as_such(void **state)
{
    static const struct {
        const char *founded, *ended;
        size_t ranges, stubs, ends;
    } cases[] = {
        {"2010-01-01", "2016-01-01", 0, 0, 1},
        {"2010", "2016-01-01", 1, 0, 1},
        {"2010", "2015", 2, 0, 1},
        {"", "", 0, 2, 0},
        {"2010-01-01", "", 0, 1, 0},
        {"2010-01-01", "..", 0, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_GENEALOGY);
        sample_groups(&test.sample, 2);
        for (group_id group = 0; group < 2; group++) {
            test.sample.dataset.groups.items[group].founded =
                figure_case_read_date(group == 0 ? cases[i].founded : "2009-01-01");
            test.sample.dataset.groups.items[group].ended =
                figure_case_read_date(group == 0 ? cases[i].ended : "..");
        }
        sample_tie(&test.sample, 0, 1, "joined");
        figure_case_date(&test, "2013-05-05", "");
        place(&test);
        if (count_bars(&test.drawing, "lifeline range") != cases[i].ranges ||
            count_stubs(&test.drawing) != cases[i].stubs ||
            count_bars(&test.drawing, "mark ended") != cases[i].ends)
            fail_msg("case %zu", i);
        figure_case_release(&test);
    }
}

static void test_any_ties_are_placed_legibly(void **state)
{
    (void)state;
    for (int groups = 2; groups < 24; groups += 7) {
        struct figure_case test;
        struct legibility found;
        figure_case_init(&test, FIGURE_GENEALOGY);
        figure_case_fill(&test, groups, (size_t)groups + 4);
        place(&test);
        assert_true(test.drawing.nodes.count > 0);
        drawing_measure_content(&test.drawing);
        legibility_measure(&test.drawing, &found);
        assert_int_equal(found.node_overlaps, 0);
        assert_int_equal(found.text_overlaps, 0);
        assert_int_equal(found.coincidences, 0);
        figure_case_release(&test);
    }
}

static void test_figure_without_dated_ties_is_empty(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_GENEALOGY);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "split");
    place(&test);
    assert_int_equal(test.drawing.nodes.count, 0);
    assert_int_equal(test.drawing.bars.count, 0);
    assert_non_null(strstr(test.drawing.note.at, "1 tie without a date"));
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_figure_passes_every_gate),
        cmocka_unit_test(test_shipped_figure_is_the_same_each_time),
        cmocka_unit_test(test_legend_says_what_is_drawn_and_nothing_else),
        cmocka_unit_test(test_lines_are_upright_and_start_on_the_bar_of_their_group),
        cmocka_unit_test(test_groups_ties_and_bars_carry_their_data),
        cmocka_unit_test(test_narrow_figure_keeps_texts_apart),
        cmocka_unit_test(test_uncertain_starts_and_ends_are_drawn_as_such),
        cmocka_unit_test(test_any_ties_are_placed_legibly),
        cmocka_unit_test(test_figure_without_dated_ties_is_empty),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
