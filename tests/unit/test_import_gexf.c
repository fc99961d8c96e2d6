/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_edges_are_undirected_unless_said(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gexf",
        "<gexf><graph><nodes><node id='1' label='A'/><node id='2' label='B'/><node "
        "id='3'/></nodes><edges><edge source='1' target='2'/><edge source='2' target='3' "
        "type='directed' weight='2.5'/></edges></graph></gexf>");
    assert_ties(test, "A - B tie0\nB > 3 tie_directed0 w2.5\n");
}

static void test_each_spell_is_a_tie(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gexf",
        "<gexf><graph defaultedgetype='directed'><nodes><node id='1'/><node id='2'/>"
        "</nodes><edges><edge source='1' target='2' kind='attack'><spells><spell "
        "start='2012-01-01' end='2012-06-30'/><spell start='2014-01-01'/></spells></edge>"
        "</edges></graph></gexf>");
    assert_ties(test, "1 > 2 attack- 2012-01-01/2012-06-30\n1 > 2 attack- 2014-01-01/\n");
    assert_account(test, 4, 4, 0, 0);
}

static void test_attributes_go_by_their_titles_and_come_before_spells(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gexf",
        "<gexf><graph defaultedgetype='directed'><attributes class='edge'><attribute id='0' "
        "title='start'/><attribute id='1' title='sign'/></attributes><attributes class='node'>"
        "<attribute id='0' title='region'/></attributes><nodes><node id='1'><attvalues><attvalue "
        "for='0' value='North'/></attvalues></node><node id='2'/></nodes><edges><edge source='1' "
        "target='2' start='2015-01-01'><attvalues><attvalue for='0' value='2014~'/><attvalue id='1' "
        "value='-1'/><attvalue for='9' value='x'/></attvalues></edge></edges></graph></gexf>");
    assert_ties(test, "1 > 2 tie_negative- 2014~/\n");
    assert_true(text_equal_string(test->import.intake.groups.items[0].region, "North"));
}

static void test_numbers_are_years_where_they_can_be(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gexf",
        "<gexf><graph timeformat='double'><nodes><node id='1'/><node id='2'/></nodes><edges>\n"
        "<edge source='1' target='2' start='2000.0' endopen='2005'/>\n<edge source='1' target='2' "
        "start='0.5'/></edges></graph></gexf>");
    assert_ties(test, "1 - 2 tie0 2000/2005\n");
    assert_told(test, "3:0 bad-date\n");
    assert_account(test, 4, 3, 0, 1);
}

static void test_nodes_inside_of_nodes_are_nodes(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gexf",
                     "<gexf><graph defaultedgetype='directed'><nodes><node id='1' label='A'><nodes>"
                     "<node id='2' label='B'/></nodes></node></nodes><edges><edge source='2' "
                     "target='1'/></edges></graph></gexf>");
    assert_groups(test, "A; B");
    assert_ties(test, "B > A tie0\n");
}

static void test_what_cannot_be_used_is_rejected_with_its_line(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gexf",
        "<gexf><graph><nodes><node id='1'/><node id='2'/></nodes><edges>\n"
        "<edge source='1' target='1'/>\n<edge source='1' target='7'/>\n<edge source='1' "
        "target='2' start='2015-02-01' end='2015-01-01'/></edges></graph></gexf>");
    assert_told(test, "2:0 self-relation\n3:0 dangling-id\n4:0 date-order\n");
    assert_account(test, 5, 2, 0, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_edges_are_undirected_unless_said),
        import_test(test_each_spell_is_a_tie),
        import_test(test_attributes_go_by_their_titles_and_come_before_spells),
        import_test(test_numbers_are_years_where_they_can_be),
        import_test(test_nodes_inside_of_nodes_are_nodes),
        import_test(test_what_cannot_be_used_is_rejected_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
