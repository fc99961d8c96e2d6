/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

#include "base/alloc.h"
#include "loader/csv.h"

static void test_a_sound_dataset_has_no_findings(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_run(&test);
    load_case_expect(&test, "");
    assert_int_equal(test.totals.tables[TABLE_GROUPS].used, 2);
    assert_int_equal(test.totals.tables[TABLE_RELATIONS].used, 1);
    assert_int_equal(test.totals.tables[TABLE_CLAIMS].used, 1);
    assert_int_equal(test.totals.tables[TABLE_SOURCES].used, 1);
    assert_string_equal(test.totals.tables[TABLE_GROUPS].file, "groups.csv");
    load_case_release(&test);
}

static void test_an_empty_file_is_reported(void **state)
{
    (void)state;
    load_case_check_line("groups.csv", "",
                         "d/groups.csv:1:1: error empty-file: the file is empty\n");
    load_case_check_line("groups.csv", "\xEF\xBB\xBF",
                         "d/groups.csv:1:1: error empty-file: the file is empty\n");
    load_case_check_line("groups.csv", " \n\n",
                         "d/groups.csv:1:1: error empty-file: the file is empty\n");
}

static void test_a_header_without_rows_is_reported(void **state)
{
    (void)state;
    load_case_check_line("claims.csv", CLAIMS_HEADER,
                         "d/claims.csv:1:1: warning empty-table: no rows stand under the header\n");
    load_case_check("kinds.csv", KINDS_HEADER, ""); /* optional, so nothing is lacking */
}

static void test_an_absent_table_is_reported(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_run_as_it_is(&test);
    load_case_expect(&test,
                     "d/claims.csv: error missing-file: the dataset has no claims.csv\n"
                     "d/datapackage.json: warning package-resource: the dataset has no "
                     "datapackage.json to describe it\n"
                     "d/groups.csv: error missing-file: the dataset has no groups.csv\n"
                     "d/relations.csv: error missing-file: the dataset has no relations.csv\n"
                     "d/sources.json: error missing-file: the dataset has no sources.json\n");
    load_case_release(&test);
}

static void test_a_binary_file_is_reported_once(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add_text(&test, "claims.csv", TEXT("PK\x03\x04\nab\0\0\0\0"));
    load_case_add_text(&test, "sources.json", TEXT("\xFF\xFE[\0]\0"));
    load_case_run(&test);
    load_case_expect_line(
        &test, "d/claims.csv:2:3: error binary-file: the file has NUL bytes and is not read\n");
    load_case_expect_line(&test, "d/sources.json:1:4: error binary-file: the file has NUL bytes "
                                 "and is not read; it looks like UTF-16, save it as UTF-8\n");
    load_case_release(&test);
}

static void test_invalid_utf8_rejects_its_row(void **state)
{
    (void)state;
    load_case_check("groups.csv",
                    GROUPS "c,Caf\xE9,\"x\ny\xFF\",,organisation,,,,,,\n"
                           "d,Delta,,,organisation,,West,,,,\n",
                    "d/groups.csv:4:6: error not-utf8: byte 0xE9 is not valid UTF-8\n"
                    "d/groups.csv:5:2: error not-utf8: byte 0xFF is not valid UTF-8\n"
                    "d/groups.csv:6:1: note unused-group: 'd': no relation names the group\n");
}

static void test_a_control_character_is_reported(void **state)
{
    (void)state;
    load_case_check_line("groups.csv", GROUPS "c,Gam\x1Bma,,,organisation,,,,,,\n",
                         "d/groups.csv:4:6: warning control-character: control character U+001B\n");
    load_case_check_line("groups.csv", GROUPS "c,Gam\xE2\x80\xAEma,,,organisation,,,,,,\n",
                         "d/groups.csv:4:6: warning control-character: control character U+202E\n");
    load_case_check_line("groups.csv", GROUPS "c,Gam\xC2\x9Bma,,,organisation,,,,,,\n",
                         "d/groups.csv:4:6: warning control-character: control character U+009B\n");
    load_case_check("groups.csv", GROUPS "c,\"Gamma\nDelta\t\",,,organisation,,,,,,\n",
                    "d/groups.csv:4:1: note unused-group: 'c': no relation names the group\n");
}

static void test_faults_of_the_syntax_are_reported(void **state)
{
    (void)state;
    load_case_check_line("claims.csv", CLAIMS "r1,s1,\"4,supports,stated,,,\n",
                         "d/claims.csv:3:7: error open-quote: the quote that opens here is never "
                         "closed\n");
    load_case_check_line("claims.csv", CLAIMS "r1,s1,4,supports,stated,,,a \"b\"\n",
                         "d/claims.csv:3:29: error stray-quote: ");
    load_case_check_line("claims.csv", CLAIMS "r1,s1,4,supports,stated,,,x,y\n",
                         "d/claims.csv:3:29: error long-row: the row has 9 fields, the header 8\n");
    load_case_check_line("claims.csv", CLAIMS "r1,s1,4,supports\n",
                         "d/claims.csv:3:9: error short-row: the row has 4 fields, the header 8\n");
}

/* A file with one endless line, of a byte repeated. */
static char *endless_line(const char *before, char byte)
{
    const size_t length = 10000000;
    const size_t start = strlen(before);
    char *text = alloc_zeroed(start + length + 1, 1);
    memcpy(text, before, start);
    memset(text + start, byte, length);
    return text;
}

static void test_an_endless_line_gives_one_finding(void **state)
{
    (void)state;
    static const char *const unread =
        "d/relations.csv: error unread-table: 1 row is rejected: what it names stands in a table "
        "that could not be read\n";
    static const struct {
        const char *before;
        char byte;
        const char *report;
    } cases[] = {
        {CLAIMS, 'x', "d/claims.csv:3:1: error long-field: the field is longer than 1 MiB\n"},
        {CLAIMS, ',', "d/claims.csv:3:1001: error long-row: the row has more than 1000 fields\n"},
        {"", 'x', "d/claims.csv:1:1: error long-field: the field is longer than 1 MiB\n"},
        {"", ',', "d/claims.csv:1:1001: error long-row: the row has more than 1000 fields\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = endless_line(cases[i].before, cases[i].byte);
        struct load_case test;
        load_case_init(&test);
        load_case_add(&test, "claims.csv", text);
        load_case_run(&test);
        load_case_expect_line(&test, cases[i].report);
        assert_true(test.findings.list.count <= 5);
        if (test.dataset.relations.count == 0)
            load_case_expect_line(&test, unread);
        load_case_release(&test);
        free(text);
    }
}

static void test_an_unknown_column_is_left_out(void **state)
{
    (void)state;
    load_case_check_line("claims.csv",
                         "relation,source,locator,stance,grade,start,end,notes\n"
                         "r1,s1,3,supports,stated,,,\n",
                         "d/claims.csv:1:48: warning unknown-column: claims.csv has no column "
                         "'notes'; it is left out; did you mean 'note'?\n");
    load_case_check("claims.csv",
                    "relation,source,stance,grade,,wrong\n"
                    "r1,s1,supports,stated,,\n",
                    "d/claims.csv:1:30: warning unknown-column: column 5 has no name and is left "
                    "out\n"
                    "d/claims.csv:1:31: warning unknown-column: claims.csv has no column 'wrong'; "
                    "it is left out\n");
}

static void test_a_repeated_column_is_reported(void **state)
{
    (void)state;
    load_case_check("claims.csv",
                    "relation,source,stance,grade,source\n"
                    "r1,s1,supports,stated,s2\n",
                    "d/claims.csv:1:30: error repeated-column: column 'source' stands twice; the "
                    "first one is used\n");
}

static void test_a_missing_column_rejects_all_rows(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", "id,label\na,A\nb,B\n");
    load_case_run(&test);
    load_case_expect(&test, "d/claims.csv: error unread-table: 1 row is rejected: what it names "
                            "stands in a table that could not be read\n"
                            "d/groups.csv:1:1: error missing-column: groups.csv needs a column "
                            "'name'; 2 rows are rejected\n"
                            "d/groups.csv:1:1: error missing-column: groups.csv needs a column "
                            "'kind'; 2 rows are rejected\n"
                            "d/relations.csv: error unread-table: 1 row is rejected: what it names "
                            "stands in a table that could not be read\n");
    assert_int_equal(test.totals.tables[TABLE_GROUPS].rejected, 2);
    load_case_release(&test);
}

static void test_a_faulty_header_rejects_all_rows(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "kinds.csv", "\nkind,family,\"sign\" ,direction,extent\nx\ny\n");
    load_case_run(&test);
    load_case_expect_line(&test, "d/kinds.csv:2:1: error missing-column: the header cannot be "
                                 "used; 2 rows are rejected\n");
    load_case_expect_line(&test, "d/kinds.csv:2:19: error stray-quote: ");
    assert_int_equal(test.totals.tables[TABLE_KINDS].rejected, 2);
    load_case_release(&test);
}

static void test_an_empty_required_value_is_reported(void **state)
{
    (void)state;
    load_case_check_line("claims.csv", CLAIMS "r1,,4,supports,stated,,,\n",
                         "d/claims.csv:3:4: error missing-value: 'source' is empty\n");
}

static void test_all_faults_of_a_row_are_reported(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "relations.csv", RELATIONS "R 2,a,x,plegde,201,,,-1,\n");
    load_case_run(&test);
    load_case_expect_line(&test, "d/relations.csv:3:1: error bad-id: ");
    load_case_expect_line(&test, "d/relations.csv:3:7: error dangling-id: ");
    load_case_expect_line(&test, "d/relations.csv:3:9: error unknown-kind: ");
    load_case_expect_line(&test, "d/relations.csv:3:16: error bad-date: ");
    load_case_expect_line(&test, "d/relations.csv:3:22: error bad-number: ");
    assert_int_equal(test.findings.list.count, 5);
    load_case_release(&test);
}

static void test_long_names_are_accepted(void **state)
{
    (void)state;
    char row[1200];
    snprintf(row, sizeof row, "%sc,%0450d,,,organisation,,,,,,\n", GROUPS, 7);
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", row);
    load_case_run(&test);
    assert_int_equal(test.dataset.groups.count, 3);
    assert_int_equal(test.dataset.groups.items[2].name.length, 450);
    load_case_release(&test);
}

static void test_a_flood_of_findings_is_complete(void **state)
{
    (void)state;
    enum {
        ROWS = 20000
    };
    struct load_case test;
    char *rows = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&rows, &size);
    fputs(RELATIONS, stream);
    for (int i = 0; i < ROWS; i++)
        fprintf(stream, "x%d,alph,b%d,pledge,,,,,\n", i, i);
    fclose(stream);
    load_case_init(&test);
    load_case_add(&test, "relations.csv", rows);
    load_case_run(&test);
    assert_int_equal(test.findings.list.count, 2 * ROWS);
    load_case_release(&test);
    free(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_sound_dataset_has_no_findings),
        cmocka_unit_test(test_an_empty_file_is_reported),
        cmocka_unit_test(test_a_header_without_rows_is_reported),
        cmocka_unit_test(test_an_absent_table_is_reported),
        cmocka_unit_test(test_a_binary_file_is_reported_once),
        cmocka_unit_test(test_invalid_utf8_rejects_its_row),
        cmocka_unit_test(test_a_control_character_is_reported),
        cmocka_unit_test(test_faults_of_the_syntax_are_reported),
        cmocka_unit_test(test_an_endless_line_gives_one_finding),
        cmocka_unit_test(test_an_unknown_column_is_left_out),
        cmocka_unit_test(test_a_repeated_column_is_reported),
        cmocka_unit_test(test_a_missing_column_rejects_all_rows),
        cmocka_unit_test(test_a_faulty_header_rejects_all_rows),
        cmocka_unit_test(test_an_empty_required_value_is_reported),
        cmocka_unit_test(test_all_faults_of_a_row_are_reported),
        cmocka_unit_test(test_long_names_are_accepted),
        cmocka_unit_test(test_a_flood_of_findings_is_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
