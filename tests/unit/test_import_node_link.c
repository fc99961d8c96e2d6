/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_links_and_edges_are_read(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json",
                     "{\"directed\": true, \"nodes\": [{\"id\": \"a\"}, {\"id\": 2}],\n"
                     "\"edges\": [{\"source\": \"a\", \"target\": 2, \"weight\": 1.5}]}");
    assert_ties(test, "a > 2 tie0 w1.5\n");
    assert_account(test, 3, 3, 0, 0);
}

static void test_an_undirected_graph_is_mutual(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json",
                     "{\"directed\": false, \"nodes\": [{\"id\": \"a\"}, {\"id\": \"b\"}],\n"
                     "\"links\": [{\"source\": \"a\", \"target\": \"b\", \"kind\": \"toll\"}]}");
    assert_ties(test, "a - b toll0\n");
}

static void test_nodes_without_ids_go_by_their_place(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json",
                     "{\"nodes\": [{\"name\": \"Myriel\"}, {\"name\": \"Napoleon\"}],\n"
                     "\"links\": [{\"source\": 1, \"target\": 0}]}");
    assert_ties(test, "Napoleon > Myriel tie0\n");
}

static void test_rows_have_the_lines_of_their_elements(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json",
                     "{\"nodes\": [{\"id\": \"a\", \"x\": [1, {\"links\": 2}]}, 7,\n"
                     "{\"id\": \"b]},\\\"\"}],\n\"links\": [\n"
                     "{\"source\": \"a\", \"target\": \"a\"},\n[],\n"
                     "{\"source\": \"a\", \"target\": \"c\"}, {\"source\": \"a\"}]}");
    assert_told(test, "1:0 json-shape\n4:0 self-relation\n5:0 json-shape\n6:0 dangling-id\n"
                      "6:0 missing-value\n");
    assert_account(test, 7, 2, 0, 5);
}

static void test_what_is_no_graph_is_told(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json", "{\"nodes\": [], \"links\": 3}");
    assert_told(test, "1:0 json-shape\n");
}

static void test_malformed_text_has_a_place(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "json", "{\"nodes\": [\n  {\"id\": }");
    assert_int_equal(test->findings.list.count, 1);
    assert_int_equal(test->findings.list.items[0].place.line, 2);
    assert_string_equal(test->findings.list.items[0].type->code, "bad-json");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_links_and_edges_are_read),
        import_test(test_an_undirected_graph_is_mutual),
        import_test(test_nodes_without_ids_go_by_their_place),
        import_test(test_rows_have_the_lines_of_their_elements),
        import_test(test_what_is_no_graph_is_told),
        import_test(test_malformed_text_has_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
