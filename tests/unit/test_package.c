/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

static void test_the_dataset_is_named_by_its_package(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "datapackage.json",
                  "{\"name\": \"tiny\", \"title\": \"A tiny one\", \"description\": \"Words.\", "
                  "\"version\": \"1.2.0\", \"licenses\": [{\"name\": \"CC-BY-4.0\"}]}");
    load_case_run(&test);
    load_case_expect(&test, "");
    assert_true(text_equal_string(test.dataset.name, "tiny"));
    assert_true(text_equal_string(test.dataset.title, "A tiny one"));
    assert_true(text_equal_string(test.dataset.description, "Words."));
    assert_true(text_equal_string(test.dataset.version, "1.2.0"));
    assert_true(text_equal_string(test.dataset.licence, "CC-BY-4.0"));
    load_case_release(&test);
}

static void test_the_folder_names_what_has_no_package(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        const char *name;
    } cases[] = {
        {"data/north", "north"}, {"north", "north"}, {".", "dataset"}, {"a/..", "dataset"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct load_case test;
        load_case_init(&test);
        test.folder.path = text_from(cases[i].path);
        load_case_run_as_it_is(&test);
        assert_true(text_equal_string(test.dataset.name, cases[i].name));
        assert_true(text_equal_string(test.dataset.title, cases[i].name));
        load_case_release(&test);
    }
}

static void test_a_malformed_package_is_reported(void **state)
{
    (void)state;
    load_case_check_line("datapackage.json", "{\"name\": \"x\",\n oops}", "d/datapackage.json:2:");
    load_case_check("datapackage.json", "[]",
                    "d/datapackage.json:1:1: error json-shape: the file holds no object, '{ ... "
                    "}'\n");
}

static void test_a_resource_that_is_not_there_is_reported(void **state)
{
    (void)state;
    load_case_check("datapackage.json",
                    "{\"name\": \"x\", \"resources\": [\n"
                    "  {\"name\": \"a\", \"path\": \"absent.csv\"},\n"
                    "  {\"name\": \"b\", \"path\": \"../other.csv\"},\n"
                    "  {\"name\": \"c\", \"path\": \"/etc/passwd\"},\n"
                    "  {\"name\": \"d\", \"path\": \"https://example.org/x.csv\"},\n"
                    "  {\"name\": \"e\", \"path\": [\"sources.json\", \"lost.csv\"]},\n"
                    "  {\"name\": \"f\", \"data\": []}]}",
                    "d/datapackage.json:2:25: warning package-resource: there is no file "
                    "'absent.csv'\n"
                    "d/datapackage.json:3:25: warning package-resource: '../other.csv' leads out "
                    "of the folder\n"
                    "d/datapackage.json:4:25: warning package-resource: '/etc/passwd' leads out "
                    "of the folder\n"
                    "d/datapackage.json:6:42: warning package-resource: there is no file "
                    "'lost.csv'\n");
    load_case_check("datapackage.json", "{\"name\": \"x\", \"resources\": [{\"name\": \"a\"}]}",
                    "d/datapackage.json:1:15: warning package-resource: a resource has neither "
                    "path nor data\n");
}

static void test_a_table_without_a_description_is_reported(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "datapackage.json",
                  "{\"name\": \"x\",\n \"resources\": [{\"path\": \"claims.csv\", \"schema\": "
                  "\"claims.json\"}]}");
    list_push(&test.folder.tables, TEXT("claims.csv"));
    list_push(&test.folder.tables, TEXT("coverage.csv"));
    load_case_run(&test);
    load_case_expect(&test, "d/datapackage.json:2:2: warning package-resource: the package does "
                            "not describe coverage.csv\n");
    load_case_release(&test);
}

/* The report on a package whose schema of claims.csv has these fields. */
static void check_fields(const char *fields, const char *report)
{
    char package[1000];
    snprintf(package, sizeof package,
             "{\"name\": \"x\", \"resources\": [{\"path\": \"claims.csv\", \"schema\": {%s}}]}",
             fields);
    load_case_check("datapackage.json", package, report);
}

static void test_schemas_are_compared_with_headers(void **state)
{
    (void)state;
    check_fields("\"fields\": [{\"name\": \"relation\"}, {\"name\": \"source\"}, "
                 "{\"name\": \"locator\"}, {\"name\": \"stance\"}, {\"name\": \"grade\"}, "
                 "{\"name\": \"start\"}, {\"name\": \"end\"}, {\"name\": \"note\"}]",
                 "");
    check_fields("\"fields\": [{\"name\": \"relation\"}, {\"name\": \"locator\"}]",
                 "d/datapackage.json:1:38: warning package-field: field 2 of claims.csv is "
                 "'locator' in the schema and 'source' in the table\n");
    check_fields("\"fields\": []", "d/datapackage.json:1:38: warning package-field: field 1 of "
                                   "claims.csv is 'nothing' in the schema and 'relation' in the "
                                   "table\n");
    check_fields("\"x\": 1", "d/datapackage.json:1:38: warning package-field: claims.csv has no "
                             "schema with fields\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_dataset_is_named_by_its_package),
        cmocka_unit_test(test_the_folder_names_what_has_no_package),
        cmocka_unit_test(test_a_malformed_package_is_reported),
        cmocka_unit_test(test_a_resource_that_is_not_there_is_reported),
        cmocka_unit_test(test_a_table_without_a_description_is_reported),
        cmocka_unit_test(test_schemas_are_compared_with_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
