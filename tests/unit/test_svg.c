/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

static const char *const hostile[] = {
    "\"' onload=\"alert(1)\" x='",
    "<script>alert(1)</script>",
    "]]> & &amp; &#0; <!-- -- -->",
    "control \x01\x02\x1B\x7F end",
    "\xE2\x80\xAEright to left override\xE2\x80\xAC",
    "</svg><svg onload=alert(1)>",
    "javascript:alert(1)",
    "id with spaces; } #x { fill: url(http://example.org) }",
    "",
    "\xE2\x80\x9C\xD8\xAF\xD8\xA7\xD8\xB9\xD8\xB4\xE2\x80\x9D \xE4\xB8\xAD",
};

enum {
    HOSTILE_COUNT = sizeof hostile / sizeof *hostile
};

struct scene {
    struct dataset dataset;
    struct drawing drawing;
    char endless[401];
};

static int open_fonts(void **state)
{
    struct error error = {0};

    (void)state;
    return font_open(&error) ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    font_close();
    xmlCleanupParser();
    return 0;
}

static void add_group(struct scene *scene, struct text name)
{
    struct group group = {.id = name, .name = name, .region = name, .parent = GROUP_NONE};
    struct node node = {.id = name,
                        .group = (group_id)scene->dataset.groups.count,
                        .style = &theme_default()->nodes[GROUP_ORGANISATION],
                        .title = name};
    double top = 40.0 * (double)scene->drawing.nodes.count;

    group.founded = date_unknown();
    group.ended = date_unknown();
    group.founded.text = TEXT("2014-06?");
    list_push(&scene->dataset.groups, group);
    node.outline = (struct outline){{10, top, 110, top + 20}, 6};
    node.region = NODE_NONE;
    list_push(&node.lines, (struct text_line){.text = name, .role = TEXT_NODE, .size = 7});
    list_push(&scene->drawing.nodes, node);
}

static void add_source(struct scene *scene, struct text name)
{
    list_push(&scene->dataset.sources, (struct source){.id = name, .title = name, .url = name});
}

/* A relation of the first built-in kind with one claim, and a link of its own. */
static void add_relation(struct scene *scene, struct text id, size_t from, size_t to)
{
    const struct kind *kind = &scene->dataset.kinds.items[0];
    struct relation relation = {.id = id,
                                .source = (group_id)from,
                                .target = (group_id)to,
                                .first_claim = scene->dataset.claims.count,
                                .claim_count = 1};
    struct link link = {
        .from = from, .to = to, .style = style_of_kind(theme_default(), kind), .title = id};

    relation.start = date_unknown();
    relation.end = date_unknown();
    relation.start.text = TEXT("2015-10~");
    list_push(&scene->dataset.claims,
              (struct claim){.relation = (relation_id)scene->dataset.relations.count,
                             .source = (source_id)(from % scene->dataset.sources.count)});
    list_push(&link.relations, (relation_id)scene->dataset.relations.count);
    list_push(&scene->dataset.relations, relation);
    path_set_straight(&link.path, (struct point){60, 20}, (struct point){60, 40});
    link.has_label = true;
    list_push(&link.label, (struct text_line){.text = id, .role = TEXT_LINK, .size = 6});
    list_push(&scene->drawing.links, link);
}

static struct text text_number(const struct scene *scene, size_t i)
{
    return i < HOSTILE_COUNT ? text_from(hostile[i]) : text_from(scene->endless);
}

/* One group, source and outgoing link for each hostile text. */
static void make_scene(struct scene *scene)
{
    size_t count = HOSTILE_COUNT + 1;

    *scene = (struct scene){0};
    memset(scene->endless, 'A', 400);
    dataset_init(&scene->dataset);
    drawing_init(&scene->drawing);
    scene->drawing.dataset = &scene->dataset;
    scene->drawing.name = TEXT("1 \"hostile\" <figure>");
    scene->drawing.type = TEXT("region");
    scene->drawing.title = text_from(hostile[1]);
    scene->drawing.description = text_from(hostile[2]);
    scene->drawing.page_width = 481.89;
    scene->drawing.page_height = 500;
    for (size_t i = 0; i < count; i++) {
        add_source(scene, text_number(scene, i));
    }
    for (size_t i = 0; i < count; i++) {
        add_group(scene, text_number(scene, i));
    }
    for (size_t i = 0; i < count; i++) {
        add_relation(scene, text_number(scene, i), i, (i + 1) % count);
    }
    dataset_build_index(&scene->dataset);
}

static void release_scene(struct scene *scene)
{
    drawing_release(&scene->drawing);
    dataset_release(&scene->dataset);
}

static xmlDocPtr parse(const struct drawing *drawing)
{
    struct buffer buffer = {0};
    xmlDocPtr document;

    svg_write(drawing, &buffer);
    document = xmlReadMemory(buffer.at, (int)buffer.length, "figure.svg", NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    buffer_release(&buffer);
    assert_non_null(document);
    return document;
}

/* Number of nodes that an XPath expression without namespaces finds. */
static int count_of(xmlDocPtr document, const char *expression)
{
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, context);
    int count;

    assert_non_null(found);
    count = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return count;
}

static void assert_text_of(xmlDocPtr document, const char *expression, const char *expected)
{
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, context);
    xmlChar *text = xmlXPathCastToString(found);

    assert_string_equal((const char *)text, expected);
    xmlFree(text);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
}

static void test_hostile_texts_leave_a_harmless_document(void **state)
{
    struct scene scene;
    xmlDocPtr document;

    (void)state;
    make_scene(&scene);
    document = parse(&scene.drawing);
    assert_int_equal(count_of(document, "//*[local-name()='script']"), 0);
    assert_int_equal(count_of(document, "//*[local-name()='a']"), 0);
    assert_int_equal(count_of(document, "//*[local-name()='foreignObject']"), 0);
    assert_int_equal(count_of(document, "//@*[starts-with(local-name(), 'on')]"), 0);
    assert_int_equal(count_of(document, "//@*[local-name()='href' or local-name()='style']"), 0);
    assert_int_equal(count_of(document, "//*[local-name()='svg']"), 1);
    xmlFreeDoc(document);
    release_scene(&scene);
}

static void test_each_node_and_link_is_one_element(void **state)
{
    struct scene scene;
    xmlDocPtr document;
    int count = HOSTILE_COUNT + 1;

    (void)state;
    make_scene(&scene);
    document = parse(&scene.drawing);
    assert_int_equal(count_of(document, "//*[@class and contains(concat(' ', @class, ' '), "
                                        "' group ')]"),
                     count);
    assert_int_equal(count_of(document, "//*[contains(concat(' ', @class, ' '), ' link ')]"),
                     count);
    assert_int_equal(count_of(document, "//*[contains(concat(' ', @class, ' '), ' link ') and "
                                        "@data-certainty='certain' and @data-start='2015-10~' and "
                                        "@data-kinds and @data-sources]"),
                     count);
    xmlFreeDoc(document);
    release_scene(&scene);
}

static void test_ids_are_unique_and_clean(void **state)
{
    struct scene scene;
    xmlDocPtr document;

    (void)state;
    make_scene(&scene);
    scene.drawing.nodes.items[1].id = TEXT("a b");
    scene.drawing.nodes.items[2].id = TEXT("a-b");
    document = parse(&scene.drawing);
    assert_int_equal(count_of(document, "//@id[translate(., 'abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_', '') != '']"),
                     0);
    assert_int_equal(count_of(document, "//*[@id = preceding::*/@id or @id = ancestor::*/@id]"), 0);
    assert_int_equal(count_of(document, "//*[@id='figure-1--hostile---figure--g-a-b']"), 1);
    assert_int_equal(count_of(document, "//*[@id='figure-1--hostile---figure--g-a-b-2']"), 1);
    xmlFreeDoc(document);
    release_scene(&scene);
}

static void test_texts_survive_as_they_are(void **state)
{
    struct scene scene;
    xmlDocPtr document;

    (void)state;
    make_scene(&scene);
    document = parse(&scene.drawing);
    assert_text_of(document, "string(/*/*[local-name()='title'])", hostile[1]);
    assert_text_of(document, "string(//*[contains(@class, 'group kind-')][3]/@data-group)",
                   hostile[2]);
    assert_text_of(document, "string(/*/@aria-labelledby)",
                   "figure-1--hostile---figure--title figure-1--hostile---figure--desc");
    assert_int_equal(count_of(document, "//*[local-name()='source']"), HOSTILE_COUNT + 1);
    xmlFreeDoc(document);
    release_scene(&scene);
}

static void test_page_has_its_printed_size(void **state)
{
    struct drawing drawing;
    xmlDocPtr document;

    (void)state;
    drawing_init(&drawing);
    drawing.page_width = 170 * 72 / 25.4;
    drawing.page_height = 72;
    document = parse(&drawing);
    assert_text_of(document, "string(/*/@width)", "170mm");
    assert_text_of(document, "string(/*/@height)", "25.4mm");
    assert_text_of(document, "string(/*/@viewBox)", "0 0 481.89 72");
    assert_text_of(document, "string(/*/@id)", "figure-");
    xmlFreeDoc(document);
    drawing_release(&drawing);
}

static void test_split_is_attributed_from_splinter_to_parent(void **state)
{
    struct scene scene;
    struct link *link;
    xmlDocPtr document;
    const struct link_style *styles = theme_default()->links;

    (void)state;
    make_scene(&scene);
    link = &scene.drawing.links.items[0];
    scene.drawing.nodes.items[0].id = TEXT("parent");
    scene.drawing.nodes.items[1].id = TEXT("splinter");
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        if (strcmp(styles[i].name, "split") == 0) {
            link->style = &styles[i];
        }
    }
    assert_true(link->style->reversed);
    document = parse(&scene.drawing);
    assert_int_equal(count_of(document, "//*[@data-from='splinter' and @data-to='parent']"), 1);
    xmlFreeDoc(document);
    release_scene(&scene);
}

static void test_colours_have_dark_rules_below_the_figure(void **state)
{
    struct drawing drawing;
    xmlDocPtr document;

    (void)state;
    drawing_init(&drawing);
    drawing.name = TEXT("libya");
    document = parse(&drawing);
    assert_text_of(
        document, "string(//*[local-name()='style'])",
        "\n@media screen and (prefers-color-scheme: dark) {\n#libya .f0{fill:#16181C}#libya "
        ".s0{stroke:#16181C}\n}\n");
    xmlFreeDoc(document);
    drawing_release(&drawing);
}

static void test_legend_draws_samples_of_both_sorts(void **state)
{
    struct drawing drawing;
    struct legend_entry entry = {.sample = {0, 0, 32, 8}, .text = {.text = TEXT("pledge")}};
    xmlDocPtr document;

    (void)state;
    drawing_init(&drawing);
    drawing.name = TEXT("libya");
    entry.link = theme_default()->links;
    entry.possible = true;
    list_push(&drawing.legend, entry);
    entry.link = NULL;
    entry.node = &theme_default()->nodes[GROUP_COUNCIL];
    list_push(&drawing.legend, entry);
    document = parse(&drawing);
    assert_int_equal(count_of(document, "//*[@id='libya-legend']/*[@class='legend-entry']"), 2);
    assert_int_equal(count_of(document, "//*[@class='legend-entry']/*[@opacity='0.63']"), 1);
    assert_int_equal(count_of(document, "//*[@class='legend-entry']/*[local-name()='rect']"), 1);
    xmlFreeDoc(document);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_texts_leave_a_harmless_document),
        cmocka_unit_test(test_each_node_and_link_is_one_element),
        cmocka_unit_test(test_ids_are_unique_and_clean),
        cmocka_unit_test(test_texts_survive_as_they_are),
        cmocka_unit_test(test_page_has_its_printed_size),
        cmocka_unit_test(test_split_is_attributed_from_splinter_to_parent),
        cmocka_unit_test(test_colours_have_dark_rules_below_the_figure),
        cmocka_unit_test(test_legend_draws_samples_of_both_sorts),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
