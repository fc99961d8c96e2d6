/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/geometry_json.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "unit/toy_drawing.h"

struct scene {
    struct dataset dataset;
    struct drawing drawing;
    struct legibility legibility;
};

static void add_group(struct scene *scene, const char *id, double x)
{
    struct group group = {.id = text_from(id),
                          .name = text_from(id),
                          .kind = GROUP_FACTION,
                          .region = TEXT("Libya"),
                          .parent = GROUP_NONE};
    list_push(&scene->dataset.groups, group);
    size_t node = toy_node(&scene->drawing, x, 50, 40, 10, NODE_NONE);
    scene->drawing.nodes.items[node].id = text_from(id);
    scene->drawing.nodes.items[node].group = (group_id)node;
}

/* A relation of the first kind with a claim of the source, drawn as a link. */
static void add_relation(struct scene *scene, const char *id, size_t from, size_t to,
                         source_id source)
{
    const relation_id row = (relation_id)scene->dataset.relations.count;
    struct relation relation = {.id = text_from(id),
                                .source = (group_id)from,
                                .target = (group_id)to,
                                .start = date_unknown(),
                                .end = date_unknown()};
    list_push(&scene->dataset.relations, relation);
    list_push(&scene->dataset.claims, (struct claim){.relation = row, .source = source});
    size_t link = toy_link(&scene->drawing, from, to, 0, 0);
    list_push(&scene->drawing.links.items[link].relations, row);
}

/* Groups and links stand in the drawing against their order by id. */
static void make_scene(struct scene *scene)
{
    *scene = (struct scene){.legibility = {.smallest_node_text = 7, .smallest_other_text = 5.6}};
    dataset_init(&scene->dataset);
    drawing_init(&scene->drawing);
    scene->drawing.dataset = &scene->dataset;
    scene->drawing.name = TEXT("toy");
    scene->drawing.type = TEXT("region");
    scene->drawing.title = TEXT("Toys \"and\" \x01 caf\xE9");
    scene->drawing.page_width = 72;
    scene->drawing.page_height = 144;
    list_push(&scene->dataset.sources, (struct source){.id = TEXT("unused"), .title = TEXT("U")});
    list_push(
        &scene->dataset.sources,
        (struct source){.id = TEXT("moe_2016"), .authors = TEXT("Moe"), .issued = TEXT("2016")});
    add_group(scene, "west", 30.004);
    add_group(scene, "east", 130);
    add_group(scene, "</script>", 230);
    add_relation(scene, "two", 0, 1, 1);
    add_relation(scene, "one", 1, 2, 1);
    dataset_build_index(&scene->dataset);
}

static json_t *read_scene(const struct scene *scene)
{
    struct buffer buffer = {0};
    struct json_problem problem;
    geometry_json_write(&scene->drawing, &scene->legibility, &buffer);
    json_t *value = json_parse(buffer_text(&buffer), &problem);
    assert_non_null(value);
    buffer_release(&buffer);
    return value;
}

static void release_scene(struct scene *scene, json_t *value)
{
    json_decref(value);
    drawing_release(&scene->drawing);
    dataset_release(&scene->dataset);
}

static void assert_member(const json_t *object, const char *name, const char *expected)
{
    struct text text = json_member_text(object, name);
    assert_true(text_equal_string(text, expected));
}

static double number_in(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    assert_true(json_is_number(value));
    return json_number_value(value);
}

static void test_the_page_is_told_in_points_and_millimetres(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    json_t *value = read_scene(&scene);
    assert_member(value, "name", "toy");
    assert_member(value, "type", "region");
    assert_member(value, "title", "Toys \"and\" \x01 caf\xEF\xBF\xBD");
    assert_float_equal(number_in(value, "width_pt"), 72, 0);
    assert_float_equal(number_in(value, "height_mm"), 50.8, 1e-9);
    release_scene(&scene, value);
}

static void test_nodes_are_in_order_of_their_groups(void **state)
{
    (void)state;
    static const char *const order[] = {"</script>", "east", "west"};
    struct scene scene;
    make_scene(&scene);
    scene.drawing.nodes.items[1].hub = true;
    json_t *value = read_scene(&scene);
    const json_t *nodes = json_object_get(value, "nodes");
    assert_int_equal(json_array_size(nodes), 3);
    for (size_t i = 0; i < 3; i++)
        assert_member(json_array_get(nodes, i), "group", order[i]);
    assert_true(json_is_true(json_object_get(json_array_get(nodes, 1), "hub")));
    const json_t *west = json_array_get(nodes, 2);
    const json_t *box = json_object_get(west, "box");
    assert_member(west, "kind", "faction");
    assert_member(west, "region", "Libya");
    assert_true(json_is_false(json_object_get(west, "hub")));
    assert_float_equal(number_in(box, "x"), 10, 0); /* to a hundredth */
    assert_float_equal(number_in(box, "width"), 40, 0);
    release_scene(&scene, value);
}

static void test_links_name_their_ends_relations_and_path(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    scene.drawing.links.items[1].possible = true;
    scene.drawing.links.items[1].contested = true;
    json_t *value = read_scene(&scene);
    const json_t *links = json_object_get(value, "links");
    const json_t *first = json_array_get(links, 0), *second = json_array_get(links, 1);
    assert_int_equal(json_array_size(links), 2);
    assert_member(first, "from", "east");
    assert_member(first, "to", "</script>");
    assert_string_equal(json_string_value(json_array_get(json_object_get(first, "relations"), 0)),
                        "one");
    assert_member(first, "certainty", "possible");
    assert_true(json_is_true(json_object_get(first, "contested")));
    assert_member(second, "from", "west");
    assert_member(second, "certainty", "certain");
    assert_true(json_is_null(json_object_get(second, "label")));
    const json_t *path = json_object_get(second, "path");
    assert_int_equal(json_array_size(path), 4);
    /* from the border of one box to that of the other */
    const json_t *start = json_array_get(path, 0), *end = json_array_get(path, 3);
    assert_float_equal(json_number_value(json_array_get(start, 0)), 50, 0.02);
    assert_float_equal(json_number_value(json_array_get(start, 1)), 50, 0.02);
    assert_float_equal(json_number_value(json_array_get(end, 0)), 110, 0.02);
    release_scene(&scene, value);
}

static void test_a_label_has_its_box_and_dates(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    struct link *link = &scene.drawing.links.items[0];
    link->has_label = true;
    link->label_box = (struct box){60, 30, 90, 37};
    list_push(&link->label, (struct text_line){.text = TEXT("2014-10")});
    list_push(&link->label, (struct text_line){.text = TEXT("2015-06")});
    json_t *value = read_scene(&scene);
    const json_t *label =
        json_object_get(json_array_get(json_object_get(value, "links"), 1), "label");
    const json_t *dates = json_object_get(label, "dates");
    assert_float_equal(number_in(json_object_get(label, "box"), "height"), 7, 0);
    assert_int_equal(json_array_size(dates), 2);
    assert_string_equal(json_string_value(json_array_get(dates, 1)), "2015-06");
    release_scene(&scene, value);
}

static void test_frames_and_hulls_have_their_shape(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    struct frame frame = {.name = TEXT("Sahel"), .outline = {{1, 2, 11, 22}, 3}};
    list_push(&scene.drawing.frames, frame);
    struct frame hull = {.name = TEXT("Libya"), .is_hull = true};
    for (int i = 0; i < 3; i++)
        list_push(&hull.hull, (struct point){i, -i});
    list_push(&scene.drawing.frames, hull);
    json_t *value = read_scene(&scene);
    const json_t *frames = json_object_get(value, "frames");
    assert_member(json_array_get(frames, 0), "shape", "frame");
    const json_t *box = json_object_get(json_array_get(frames, 0), "box");
    assert_float_equal(number_in(box, "height"), 20, 0);
    assert_member(json_array_get(frames, 1), "shape", "hull");
    const json_t *corners = json_object_get(json_array_get(frames, 1), "corners");
    assert_int_equal(json_array_size(corners), 3);
    assert_float_equal(json_number_value(json_array_get(json_array_get(corners, 2), 1)), -2, 0);
    release_scene(&scene, value);
}

static void test_the_legend_names_the_styles(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    struct legend_entry line = {.link = &theme_default()->links[0], .possible = true};
    struct legend_entry box = {.node = &theme_default()->nodes[GROUP_STATE],
                               .text.text = TEXT("state")};
    list_push(&scene.drawing.legend, line);
    list_push(&scene.drawing.legend, box);
    json_t *value = read_scene(&scene);
    const json_t *legend = json_object_get(value, "legend");
    assert_member(json_array_get(legend, 0), "link_style", theme_default()->links[0].name);
    assert_true(json_is_true(json_object_get(json_array_get(legend, 0), "possible")));
    assert_null(json_object_get(json_array_get(legend, 0), "node_style"));
    assert_member(json_array_get(legend, 1), "node_style", "state");
    assert_member(json_array_get(legend, 1), "text", "state");
    release_scene(&scene, value);
}

static void test_only_sources_of_what_is_drawn_are_listed(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    json_t *value = read_scene(&scene);
    const json_t *sources = json_object_get(value, "sources");
    assert_int_equal(json_array_size(sources), 1);
    assert_member(json_array_get(sources, 0), "id", "moe_2016");
    assert_member(json_array_get(sources, 0), "short", "Moe 2016");
    release_scene(&scene, value);
}

static void test_legibility_is_told_and_what_is_endless_is_null(void **state)
{
    (void)state;
    struct scene scene;
    make_scene(&scene);
    scene.legibility.labels_struck = 3;
    scene.legibility.longest_detour = INFINITY;
    json_t *value = read_scene(&scene);
    const json_t *legibility = json_object_get(value, "legibility");
    assert_true(json_is_false(json_object_get(legibility, "passes")));
    assert_float_equal(number_in(legibility, "labels_struck"), 3, 0);
    assert_float_equal(number_in(legibility, "smallest_other_text"), 5.6, 1e-9);
    assert_true(json_is_null(json_object_get(legibility, "longest_detour")));
    release_scene(&scene, value);
}

static void test_an_empty_drawing_is_a_whole_document(void **state)
{
    (void)state;
    struct scene scene = {0};
    drawing_init(&scene.drawing);
    json_t *value = read_scene(&scene);
    assert_int_equal(json_array_size(json_object_get(value, "nodes")), 0);
    assert_int_equal(json_array_size(json_object_get(value, "sources")), 0);
    json_decref(value);
    drawing_release(&scene.drawing);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_page_is_told_in_points_and_millimetres),
        cmocka_unit_test(test_nodes_are_in_order_of_their_groups),
        cmocka_unit_test(test_links_name_their_ends_relations_and_path),
        cmocka_unit_test(test_a_label_has_its_box_and_dates),
        cmocka_unit_test(test_frames_and_hulls_have_their_shape),
        cmocka_unit_test(test_the_legend_names_the_styles),
        cmocka_unit_test(test_only_sources_of_what_is_drawn_are_listed),
        cmocka_unit_test(test_legibility_is_told_and_what_is_endless_is_null),
        cmocka_unit_test(test_an_empty_drawing_is_a_whole_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
