/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/figure_data.h"

#include <libxml/parser.h>

#include "base/arena.h"
#include "figure/provenance.h"
#include "figure_case.h"

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>"
#define OPEN "<b:figure-data xmlns:b=\"urn:x-bloc:figure-data\">"
#define CLOSE "</b:figure-data>"
#define TAIL "</metadata></svg>"

/* A record with every member that must be there. */
#define SOUND                                                                                   \
    "{\"format\":1,\"program\":\"bloc\",\"version\":\"9\",\"figure\":{\"name\":\"f\",\"type\":" \
    "\"ego\"},\"dataset\":{\"sha256\":\"aa\",\"files\":[{\"path\":\"groups.csv\",\"digest\":"   \
    "\"bb\"},{\"path\":\"old.csv\",\"digest\":\"cc\"}]},\"options\":[],\"groups\":[],"          \
    "\"relations\":[],\"sources\":[]}"

static int close_all(void **state)
{
    xmlCleanupParser();
    return figure_case_close_fonts(state);
}

static void assert_refused(const char *svg, const char *expected)
{
    struct figure_data data = {0};
    struct error error = {0};
    if (figure_data_read(text_from(svg), &data, &error))
        fail_msg("taken: %s", svg);
    assert_int_equal(error.kind, ERROR_DATA);
    if (strstr(error.message, expected) == NULL)
        fail_msg("'%s' is not in '%s'", expected, error.message);
    figure_data_release(&data);
}

static void test_what_is_no_figure_of_bloc_is_told_apart(void **state)
{
    (void)state;
    assert_refused("", "is no SVG: ");
    assert_refused("no XML at all", "is no SVG: ");
    assert_refused("%PDF-1.7", "is no SVG: ");
    assert_refused("\x89PNG\r\n\x1A\n", "is no SVG: ");
    assert_refused("<html><body/></html>", "is no SVG but XML of another kind: <html>");
    assert_refused("<svg/>", "is no SVG");
    assert_refused(HEAD TAIL, "is no figure of bloc");
    assert_refused(HEAD "<b:figure-data xmlns:b=\"urn:other\">" SOUND CLOSE TAIL,
                   "is no figure of bloc");
    assert_refused(HEAD "<c:creator xmlns:c=\"http://purl.org/dc/elements/1.1/\">bloc 0.0.9"
                        "</c:creator>" TAIL,
                   "was drawn by bloc 0.0.9, which kept no record of the data");
    assert_refused(HEAD OPEN SOUND CLOSE, "is no sound XML: line 1: ");
    assert_refused(HEAD OPEN SOUND CLOSE OPEN SOUND CLOSE TAIL, "has 2 records");
}

static void assert_record_refused(const char *record, const char *expected)
{
    struct buffer svg = {0};
    buffer_add_format(&svg, HEAD OPEN "%s" CLOSE TAIL, record);
    assert_refused(svg.at, expected);
    buffer_release(&svg);
}

static void test_a_record_is_held_against_what_records_have(void **state)
{
    (void)state;
    assert_record_refused("", "line 1 of its record: ");
    assert_record_refused("{\"format\":1,", "line 1 of its record: ");
    assert_record_refused("{\"format\":1,\n\"format\":1}", "line 2 of its record: duplicate");
    assert_record_refused("null", "is no object");
    assert_record_refused("[1]", "is no object");
    assert_record_refused("{}", "does not tell its format");
    assert_record_refused("{\"format\":\"1\"}", "does not tell its format");
    assert_record_refused("{\"format\":2}", "has format 2; this bloc reads format 1");
    assert_record_refused("{\"format\":1}", "has no 'program'");
    assert_record_refused("{\"format\":1,\"program\":7}", "'program' is no text");
}

/* SOUND with one of its members replaced. */
static void assert_change_refused(const char *member, const char *value, const char *expected)
{
    struct json_problem problem;
    struct buffer record = {0};
    json_t *root = json_parse(TEXT(SOUND), &problem);
    json_object_set_new(root, member, json_parse(text_from(value), &problem));
    json_write_embedded(root, &record);
    assert_record_refused(record.at, expected);
    buffer_release(&record);
    json_decref(root);
}

static void test_members_of_another_type_are_refused(void **state)
{
    (void)state;
    assert_change_refused("relations", "{}", "'relations' is no array of objects");
    assert_change_refused("relations", "[1]", "'relations' is no array of objects");
    assert_change_refused("relations", "[{}]", "has no 'relations.id'");
    assert_change_refused("groups", "[{\"id\":null}]", "'groups.id' is no text");
    assert_change_refused("options", "[{\"name\":\"a\"}]", "has no 'options.value'");
    assert_change_refused("figure", "\"f\"", "'figure' is no object");
    assert_change_refused("figure", "{\"name\":\"f\",\"type\":\"ego\",\"page\":1.5}",
                          "'figure.page' is no whole number");
    assert_change_refused("relations",
                          "[{\"id\":\"a\",\"source\":\"b\",\"target\":\"c\",\"kind\":\"d\","
                          "\"sources\":[\"e\",2]}]",
                          "'relations.sources' is no array of texts");
    assert_change_refused("relations",
                          "[{\"id\":\"a\",\"source\":\"b\",\"target\":\"c\",\"kind\":\"d\","
                          "\"sources\":[],\"attests\":\"yes\"}]",
                          "'relations.attests' is no true or false");
}

/* Text in pieces, as CDATA and behind a comment, is one text; a member of later is left alone. */
static void test_a_sound_record_is_read(void **state)
{
    (void)state;
    struct figure_data data = {0};
    struct error error = {0};
    const struct text svg =
        TEXT(HEAD OPEN "{\"later\":[],<!-- x --><![CDATA[\"format\":1,\"program\":\"bloc\",]]>"
                       "\"version\":\"9\",\"figure\":{\"name\":\"f\",\"type\":\"&lt;ego>\"},"
                       "\"dataset\":{\"sha256\":\"aa\",\"files\":[]},\"options\":[],\"groups\":[],"
                       "\"relations\":[],\"sources\":[]}" CLOSE TAIL);
    if (!figure_data_read(svg, &data, &error))
        fail_msg("%s", error.message);
    const json_t *figure = json_object_get(data.record, "figure");
    assert_true(text_equal_string(json_member_text(figure, "type"), "<ego>"));
    figure_data_release(&data);
    assert_null(data.record);
}

static void test_entities_are_neither_fetched_nor_expanded(void **state)
{
    (void)state;
    assert_refused("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" HEAD OPEN
                   "&e;" CLOSE TAIL,
                   "line 1 of its record: ");
    struct buffer laughs = {0};
    buffer_add_string(&laughs, "<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++)
        buffer_add_format(&laughs, "<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">", i, i - 1, i - 1, i - 1,
                          i - 1);
    buffer_add_string(&laughs, "]>" HEAD OPEN "&a29;" CLOSE TAIL);
    assert_refused(laughs.at, "");
    buffer_release(&laughs);
}

static void test_deep_nesting_ends_in_a_reason(void **state)
{
    (void)state;
    struct buffer svg = {0};
    buffer_add_string(&svg, HEAD);
    for (int i = 0; i < 100000; i++)
        buffer_add_string(&svg, "<g>");
    assert_refused(svg.at, "is no sound XML");
    svg.length = 0;
    buffer_add_string(&svg, HEAD OPEN);
    for (int i = 0; i < 100000; i++)
        buffer_add_char(&svg, '[');
    buffer_add_string(&svg, CLOSE TAIL);
    assert_refused(svg.at, "line 1 of its record: ");
    buffer_release(&svg);
}

static void test_a_comparison_names_what_differs(void **state)
{
    (void)state;
    struct figure_data data = {0};
    struct error error = {0};
    struct buffer names = {0};
    struct fingerprint fingerprint = {.sha256 = "aa"};
    assert_true(figure_data_read(TEXT(HEAD OPEN SOUND CLOSE TAIL), &data, &error));
    assert_true(figure_data_compare(&data, &fingerprint, &names));
    assert_int_equal(names.length, 0);
    memcpy(fingerprint.sha256, "ab", 2);
    list_push(&fingerprint.files, (struct file_digest){"claims.csv", "dd"});
    list_push(&fingerprint.files, (struct file_digest){"groups.csv", "bb"});
    assert_false(figure_data_compare(&data, &fingerprint, &names));
    assert_string_equal(names.at, "claims.csv, old.csv");
    list_release(&fingerprint.files);
    buffer_release(&names);
    figure_data_release(&data);
}

static const char *const hostile[] = {
    "]]> <![CDATA[ x ]]>",
    "\"quotes\" and 'single' & &amp; &#0;",
    "</bloc:figure-data></metadata><script>alert(1)</script>",
    "\xE2\x80\xAEright to left\xE2\x80\xAC back\\slash \x01\x1B\x7F \xEF\xBF\xBE",
    "<!-- -- -->",
};

enum {
    HOSTILE_COUNT = sizeof hostile / sizeof *hostile
};

/* Every text of the dataset is one of them. */
static void make_hostile(struct figure_case *test)
{
    struct dataset *dataset = &test->sample.dataset;
    figure_case_init(test, FIGURE_OVERVIEW);
    figure_case_fill(test, HOSTILE_COUNT, HOSTILE_COUNT);
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        dataset->groups.items[i].id = dataset->groups.items[i].name = text_from(hostile[i]);
        dataset->relations.items[i].id = text_from(hostile[i]);
        dataset->relations.items[i].start.text = text_from(hostile[i]);
    }
    for (size_t i = 0; i < dataset->sources.count; i++)
        dataset->sources.items[i].title = text_from(hostile[i % HOSTILE_COUNT]);
    dataset->name = dataset->title = dataset->licence = text_from(hostile[2]);
    test->definition.title = text_from(hostile[2]);
    figure_case_compose(test);
    test->drawing.title = text_from(hostile[3]);
}

static struct text member(const json_t *root, const char *array, size_t i, const char *name)
{
    return json_member_text(json_array_get(json_object_get(root, array), i), name);
}

static void assert_hostile_texts(const json_t *record)
{
    assert_int_equal(json_array_size(json_object_get(record, "groups")), HOSTILE_COUNT);
    assert_int_equal(json_array_size(json_object_get(record, "relations")), HOSTILE_COUNT);
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        assert_true(text_equal_string(member(record, "groups", i, "id"), hostile[i]));
        assert_true(text_equal_string(member(record, "relations", i, "id"), hostile[i]));
        assert_true(text_equal_string(member(record, "relations", i, "start"), hostile[i]));
    }
    assert_true(text_equal_string(member(record, "options", 0, "value"), hostile[0]));
    assert_true(text_equal_string(json_member_text(json_object_get(record, "dataset"), "title"),
                                  hostile[2]));
    assert_true(text_equal_string(json_member_text(json_object_get(record, "figure"), "title"),
                                  hostile[3]));
}

static void test_hostile_texts_come_back_as_they_were(void **state)
{
    (void)state;
    struct figure_case test;
    struct figure_data data = {0};
    struct error error = {0};
    struct buffer svg = {0};
    struct fingerprint fingerprint = {.sha256 = "00"};
    struct provenance provenance = {.igraph = "1", .graphviz = "2", .data = &fingerprint};
    make_hostile(&test);
    list_push(&provenance.options, (struct text_pair){TEXT("select_ego"), text_from(hostile[0])});
    test.drawing.provenance = &provenance;
    buffer_add_string(&svg, HEAD);
    provenance_write(&test.drawing, &svg);
    buffer_add_string(&svg, TAIL);
    if (!figure_data_read(buffer_text(&svg), &data, &error))
        fail_msg("%s", error.message);
    assert_hostile_texts(data.record);
    figure_data_release(&data);
    buffer_release(&svg);
    list_release(&provenance.options);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_no_figure_of_bloc_is_told_apart),
        cmocka_unit_test(test_a_record_is_held_against_what_records_have),
        cmocka_unit_test(test_members_of_another_type_are_refused),
        cmocka_unit_test(test_a_sound_record_is_read),
        cmocka_unit_test(test_entities_are_neither_fetched_nor_expanded),
        cmocka_unit_test(test_deep_nesting_ends_in_a_reason),
        cmocka_unit_test(test_a_comparison_names_what_differs),
        cmocka_unit_test(test_hostile_texts_come_back_as_they_were),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, close_all);
}
