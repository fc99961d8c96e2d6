/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/provenance.h"

#include "base/json.h"
#include "figure/svg.h"
#include "figure_case.h"

static const char open_tag[] = "<bloc:figure-data xmlns:bloc=\"urn:x-bloc:figure-data\">";

/* A ring of four groups, what the drawing does not know, and the record made of both. */
struct record_case {
    struct figure_case figure;
    struct fingerprint data;
    struct provenance provenance;
    json_t *record;
};

/* Selected and not yet drawn, as a chart is. */
static void init_chart(struct record_case *test)
{
    *test = (struct record_case){.data = {.sha256 = "aa"}};
    figure_case_init(&test->figure, FIGURE_OVERVIEW);
    figure_case_fill(&test->figure, 4, 4);
    figure_case_select(&test->figure);
    test->figure.drawing.dataset = &test->figure.sample.dataset;
    list_push(&test->data.files, (struct file_digest){"groups.csv", "bb"});
    test->provenance = (struct provenance){.igraph = "1", .graphviz = "2", .data = &test->data};
    test->figure.drawing.provenance = &test->provenance;
}

static void init_record(struct record_case *test)
{
    init_chart(test);
    if (!compose_drawing(&test->figure.request, &test->figure.drawing, &test->figure.error))
        fail_msg("%s", test->figure.error.message);
}

static void release_record(struct record_case *test)
{
    json_decref(test->record);
    list_release(&test->data.files);
    list_release(&test->provenance.options);
    figure_case_release(&test->figure);
}

static void read_record(struct record_case *test)
{
    struct buffer out = {0};
    struct json_problem problem;
    provenance_write(&test->figure.drawing, &out);
    assert_true(text_starts_with(buffer_text(&out), open_tag));
    char *end = strstr(out.at, "</bloc:figure-data>\n");
    assert_non_null(end);
    *end = '\0';
    json_decref(test->record);
    test->record = json_parse(text_from(out.at + sizeof open_tag - 1), &problem);
    if (test->record == NULL)
        fail_msg("%s", problem.reason);
    buffer_release(&out);
}

static const json_t *array_of(const struct record_case *test, const char *name)
{
    return json_object_get(test->record, name);
}

static void test_each_group_and_relation_stands_once(void **state)
{
    (void)state;
    struct record_case test;
    init_record(&test);
    struct drawing *drawing = &test.figure.drawing;
    const struct node again = {.group = drawing->nodes.items[0].group,
                               .style = drawing->nodes.items[0].style};
    list_push(&drawing->nodes, again);
    list_push(&drawing->told, drawing->links.items[0].relations.items[0]);
    read_record(&test);
    assert_int_equal(json_array_size(array_of(&test, "groups")), 4);
    assert_int_equal(json_array_size(array_of(&test, "relations")), 4);
    for (size_t i = 1; i < 4; i++)
        assert_true(
            text_compare(json_member_text(json_array_get(array_of(&test, "groups"), i - 1), "id"),
                         json_member_text(json_array_get(array_of(&test, "groups"), i), "id")) < 0);
    release_record(&test);
}

/* A relation that only attests is marked so, and one that is drawn as well is not. */
static void test_what_only_attests_is_marked(void **state)
{
    (void)state;
    struct record_case test;
    init_record(&test);
    struct drawing *drawing = &test.figure.drawing;
    const relation_id drawn = drawing->links.items[0].relations.items[0];
    const relation_id taken = drawing->links.items[drawing->links.count - 1].relations.items[0];
    drawing->links.items[drawing->links.count - 1].relations.count = 0;
    list_push(&drawing->attesting, drawn);
    list_push(&drawing->attesting, taken);
    read_record(&test);
    const json_t *relations = array_of(&test, "relations");
    const struct relation *all = test.figure.sample.dataset.relations.items;
    size_t marked = 0;
    for (size_t i = 0; i < json_array_size(relations); i++) {
        const json_t *relation = json_array_get(relations, i);
        if (!json_is_true(json_object_get(relation, "attests")))
            continue;
        marked++;
        assert_true(text_equal(json_member_text(relation, "id"), all[taken].id));
    }
    assert_int_equal(marked, 1);
    release_record(&test);
}

static void test_a_chart_is_of_all_groups_that_were_selected(void **state)
{
    (void)state;
    struct record_case test;
    init_chart(&test);
    test.provenance.groups = test.figure.sample.selection.groups;
    read_record(&test);
    assert_int_equal(json_array_size(array_of(&test, "groups")), 4);
    assert_int_equal(json_array_size(array_of(&test, "relations")), 0);
    assert_int_equal(json_array_size(array_of(&test, "sources")), 0);
    release_record(&test);
}

static void test_pages_and_definition_are_told_where_there_are_any(void **state)
{
    (void)state;
    struct record_case test;
    init_record(&test);
    read_record(&test);
    assert_null(json_object_get(test.record, "definition"));
    assert_null(json_object_get(json_object_get(test.record, "figure"), "page"));
    test.provenance.definition = TEXT("lanes");
    test.provenance.definition_sha256 = TEXT("cc");
    test.figure.drawing.page_number = 2;
    test.figure.drawing.page_count = 3;
    read_record(&test);
    const json_t *figure = json_object_get(test.record, "figure");
    assert_int_equal(json_integer_value(json_object_get(figure, "page")), 2);
    assert_int_equal(json_integer_value(json_object_get(figure, "pages")), 3);
    const json_t *definition = json_object_get(test.record, "definition");
    assert_true(text_equal_string(json_member_text(definition, "name"), "lanes"));
    assert_true(text_equal_string(json_member_text(definition, "sha256"), "cc"));
    release_record(&test);
}

static void test_an_svg_has_a_record_only_of_what_is_known(void **state)
{
    (void)state;
    struct record_case test;
    struct buffer svg = {0};
    init_record(&test);
    svg_write(&test.figure.drawing, &svg);
    assert_non_null(strstr(svg.at, open_tag));
    svg.length = 0;
    test.figure.drawing.provenance = NULL;
    svg_write(&test.figure.drawing, &svg);
    assert_null(strstr(svg.at, open_tag));
    buffer_release(&svg);
    release_record(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_group_and_relation_stands_once),
        cmocka_unit_test(test_what_only_attests_is_marked),
        cmocka_unit_test(test_a_chart_is_of_all_groups_that_were_selected),
        cmocka_unit_test(test_pages_and_definition_are_told_where_there_are_any),
        cmocka_unit_test(test_an_svg_has_a_record_only_of_what_is_known),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
