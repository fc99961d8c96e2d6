/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_edges_have_the_direction_of_the_graph_or_their_own(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "graphml",
                     "<graphml><graph edgedefault='undirected'><node id='a'/><node id='b'/>"
                     "<node id='c'/><edge source='a' target='b'/>"
                     "<edge source='b' target='c' directed='true'/></graph></graphml>");
    assert_ties(test, "a - b tie0\nb > c tie_directed0\n");
    assert_account(test, 5, 5, 0, 0);
}

static void test_data_go_by_the_names_of_their_keys(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "graphml",
        "<graphml><key id='k0' for='node' attr.name='name'/><key id='k1' for='edge' "
        "attr.name='kind'><default>alliance</default></key><key id='k2' for='edge' "
        "attr.name='start'/><graph edgedefault='directed'><node id='a'><data key='k0'> Front &amp; "
        "<![CDATA[<Co>]]> </data></node><node id='b'/><edge source='a' target='b'/><edge source='a' "
        "target='b'><data key='k1'>attack</data><data key='k2'>2014-03</data></edge></graph></graphml>");
    assert_groups(test, "Front & <Co>; b");
    assert_ties(test, "Front & <Co> - b alliance+\nFront & <Co> > b attack- 2014-03/\n");
}

static void test_labels_that_yed_draws_are_names(void **state)
{
    struct import_case *test = *state;
    test->options.columns = (struct text_list){.items = &TEXT("kind=label"), .count = 1};
    import_case_read(
        test, "graphml",
        "<graphml xmlns:y='y'><key id='d' for='node' yfiles.type='nodegraphics'/><graph "
        "edgedefault='directed'><node id='n0'><data key='d'><y:ShapeNode><y:NodeLabel>Harbour "
        "Front<y:Model>no</y:Model></y:NodeLabel><y:NodeLabel>second</y:NodeLabel></y:ShapeNode>"
        "</data></node><node id='n1'><data key='d'><y:Shape/></data></node><edge source='n0' "
        "target='n1'><data key='e'><y:EdgeLabel> rivalry </y:EdgeLabel></data></edge>"
        "</graph></graphml>");
    assert_groups(test, "Harbour Front; n1");
    assert_ties(test, "Harbour Front - n1 rivalry-\n");
}

static void test_what_cannot_be_used_is_rejected_with_its_line(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "graphml",
                     "<graphml><graph edgedefault='directed'>\n<node id='a'/><node id='b'/>\n"
                     "<edge source='a' target='x'/>\n<edge source='a' target='a'/>\n"
                     "<hyperedge><endpoint node='a'/></hyperedge>\n<edge source='a'/>\n"
                     "</graph></graphml>");
    assert_ties(test, "");
    assert_told(test, "3:0 dangling-id\n4:0 self-relation\n5:0 graph-syntax\n6:0 missing-value\n");
    assert_account(test, 6, 2, 0, 4);
}

static void test_mirrored_edges_are_merged_where_they_are_mutual(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "graphml",
        "<graphml><graph edgedefault='undirected'><node id='a'/><node id='b'/>"
        "<edge source='a' target='b'/><edge source='b' target='a'/></graph></graphml>");
    assert_ties(test, "a - b tie0\n");
    assert_account(test, 4, 3, 1, 0);
}

static void test_entities_of_the_file_stay_closed(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "graphml",
        "<!DOCTYPE g [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><graphml><key id='k' "
        "for='node' attr.name='name'/><graph edgedefault='directed'><node id='a'><data "
        "key='k'>&e;x</data></node><node id='b'/><edge source='a' target='b'/></graph>"
        "</graphml>");
    assert_groups(test, "x; b");
}

static void test_what_breaks_off_is_told_with_its_line(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "graphml",
                     "<graphml><graph edgedefault='directed'>\n<node id='a'/>\n<node id='b'>"
                     "</graph>");
    assert_told(test, "3:0 graph-syntax\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_edges_have_the_direction_of_the_graph_or_their_own),
        import_test(test_data_go_by_the_names_of_their_keys),
        import_test(test_labels_that_yed_draws_are_names),
        import_test(test_what_cannot_be_used_is_rejected_with_its_line),
        import_test(test_mirrored_edges_are_merged_where_they_are_mutual),
        import_test(test_entities_of_the_file_stay_closed),
        import_test(test_what_breaks_off_is_told_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
