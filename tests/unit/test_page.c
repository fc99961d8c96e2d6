/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/page.h"

#include <math.h>

#include "report/metric_report.h"
#include "report/uncertainty_report.h"
#include "report_case.h"

struct page_case {
    struct report_case data;
    struct report_table totals;
    struct report_table measures;
    struct report_table network;
    struct balance balance;
    struct balance_view signs;
    struct page page;
};

static void build_metrics(struct page_case *test, struct metric_wish wish,
                          struct report_table *table)
{
    struct error error = {0};
    if (!metric_report_build(&test->data.selection, &test->data.results, &wish, table, &error))
        fail_msg("%s", error.message);
}

static const char *page_case_write(struct page_case *test)
{
    *test = (struct page_case){0};
    report_case_init(&test->data);
    report_case_measure(&test->data);
    static const struct report_column columns[] = {{"file", "File", REPORT_TEXT, false}};
    report_table_init(&test->totals, "totals", (struct text){0}, columns, 1);
    build_metrics(test, (struct metric_wish){.metrics = page_measures(), .sort = TEXT("degree")},
                  &test->measures);
    build_metrics(test, (struct metric_wish){.scope = SCOPE_NETWORK}, &test->network);
    struct error error = {0};
    struct balance_options options = {.alpha = BALANCE_DEFAULT_ALPHA};
    assert_true(balance_measure(&test->data.selection, &options, &test->balance, &error));
    test->signs = (struct balance_view){&test->data.selection, &test->balance, NULL};
    test->page = (struct page){
        .selection = &test->data.selection,
        .findings = &test->data.findings,
        .totals = &test->totals,
        .measures = &test->measures,
        .network = &test->network,
        .balance = &test->signs,
    };
    list_push(&test->page.figures, (struct page_figure){
                                       .name = TEXT("a b"),
                                       .title = TEXT("Ties & <quarrels>"),
                                       .description = TEXT("Five \"groups\""),
                                       .width = 85,
                                       .height = 60.25,
                                       .selection = &test->data.selection,
                                   });
    list_push(&test->page.files,
              (struct page_file){.name = TEXT("groups"), .what = TEXT("all groups")});
    page_write(&test->page, &test->data.written);
    return report_case_written(&test->data);
}

static void page_case_release(struct page_case *test)
{
    list_release(&test->page.figures);
    list_release(&test->page.files);
    report_table_release(&test->totals);
    report_table_release(&test->measures);
    report_table_release(&test->network);
    balance_release(&test->balance);
    report_case_release(&test->data);
}

static void test_page_is_self_contained_and_in_a_language(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "<!DOCTYPE html>\n<html lang=\"en\">");
    assert_contains(page, "<title>Quarrels of the North</title>");
    assert_contains(page, "<main id=\"main\">");
    assert_lacks(page, "<script");
    assert_lacks(page, "<link");
    assert_lacks(page, "@import");
    assert_lacks(page, "src=\"http");
    page_case_release(&test);
}

static void test_figure_has_its_printed_width_and_words(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "<img src=\"figures/a%20b.svg\" width=\"321\" height=\"228\" "
                          "style=\"--printed:85mm\" alt=\"Five &quot;groups&quot;\">");
    assert_contains(page, "Figure 1<span class=\"unseen\">: Ties &amp; &lt;quarrels&gt;</span>");
    assert_contains(page, "<a href=\"#figure-a-b\">Ties &amp; &lt;quarrels&gt;</a>");
    assert_contains(page, "id=\"figure-a-b\"");
    page_case_release(&test);
}

static void test_every_tie_leads_to_its_source(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "5 ties in this figure");
    assert_contains(page, "<td class=\"when\">October 2014</td><td class=\"split\">"
                          "<i class=\"dot\"></i>Northern Guard: split from League of the North</td>"
                          "<td class=\"soft\">supported, stated</td>"
                          "<td><a href=\"#source-moe_2016\">Moe 2016</a>, par. 3, 4</td>");
    assert_contains(page, "<li id=\"source-moe_2016\">Moe. "
                          "<a href=\"https://example.org/quarrels?a=1&amp;b=2\">"
                          "Northern quarrels &lt;1998-2016&gt;</a>");
    assert_lacks(page, "refused pledge");
    page_case_release(&test);
}

static void test_sureness_is_told_when_it_is_known(void **state)
{
    (void)state;
    struct page_case test;
    struct rank_row rows[] = {{.group = 1,
                               .value = 2,
                               .rank = 1,
                               .median = 2,
                               .low = 1,
                               .high = 4,
                               .source_low = 1,
                               .source_high = 1,
                               .survives = NAN,
                               .tier = 1}};
    struct rank_results ranks = {.draws = 10};
    struct hinge_results hinges = {0};
    struct report_table rank_table;
    struct report_table hinge_table;
    assert_contains(page_case_write(&test), "Not computed for a network of this size");
    size_t count = 0;
    list_push(&ranks.tables, (struct rank_table){metric_catalogue(&count), rows, 1});
    list_push(&hinges.hinges, (struct hinge){.type = HINGE_RANK,
                                             .metric = metric_catalogue(&count),
                                             .group = 1,
                                             .relation = SIZE_MAX,
                                             .with = 1,
                                             .without = 9,
                                             .places = TEXT("3 <b>")});
    list_push(&hinges.hinges, (struct hinge){.type = HINGE_TIE, .group = SIZE_MAX});
    rank_report_build(&test.data.selection, &ranks, 0, true, &rank_table);
    hinge_report_build(&test.data.selection, &hinges, HINGE_RANK, 0, true, &hinge_table);
    assert_int_equal(report_table_row_count(&hinge_table), 1);
    test.page.ranks = &rank_table;
    test.page.hinges = &hinge_table;
    page_write(&test.page, &test.data.written);
    const char *page = report_case_written(&test.data);
    assert_contains(page, "<td>1..4</td>");
    assert_contains(page, "3 &lt;b&gt;");
    assert_contains(page, "Groups of one tier cannot be told apart");
    rank_results_release(&ranks);
    hinge_results_release(&hinges);
    report_table_release(&rank_table);
    report_table_release(&hinge_table);
    page_case_release(&test);
}

static void test_findings_and_files_are_listed(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "0 errors, 0 warnings and 1 note.");
    assert_contains(page, "<td>rejected-relation</td>");
    assert_contains(page, "<a href=\"tables/groups.csv\">CSV</a>");
    page_case_release(&test);
}

static void test_bars_of_ties_tell_their_numbers(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "aria-label=\"1 positive, 1 negative, 0 neutral\">"
                          "<i class=\"plus\" style=\"width:50%\"></i>"
                          "<i class=\"minus\" style=\"width:50%\"></i></span>");
    page_case_release(&test);
}

static void test_ties_at_odds_are_told_with_their_sources(void **state)
{
    struct page_case test;
    (void)state;
    const char *page = page_case_write(&test);
    assert_non_null(strstr(page, "<h2 id=\"balance\">Signed structure</h2>"));
    assert_non_null(strstr(page, "pairs of groups with a sign"));
    assert_non_null(strstr(page, "Frustration index"));
    assert_null(strstr(page, "nan"));
    page_case_release(&test);
}

static void test_what_is_not_dated_is_said(void **state)
{
    (void)state;
    struct page_case test;
    const char *page = page_case_write(&test);
    assert_contains(page, "<p>No tie is dated.</p>");
    assert_lacks(page, "Changes of side");
    page_case_release(&test);
}

static void test_time_is_shown_with_how_to_read_it(void **state)
{
    (void)state;
    struct page_case test;
    static const struct report_column columns[] = {{"period", "Period", REPORT_TEXT, false}};
    struct report_table series, switches;
    report_table_init(&series, "series", (struct text){0}, columns, 1);
    report_table_init(&switches, "switches", (struct text){0}, columns, 1);
    report_table_add_string(&series, "2014 <b>");
    report_table_add_string(&switches, "who turned");
    page_case_write(&test);
    test.page.series = &series;
    test.page.switches = &switches;
    test.data.written.length = 0;
    page_write(&test.page, &test.data.written);
    const char *page = report_case_written(&test.data);
    assert_contains(page, "How to read: a column counts");
    assert_contains(page, "2014 &lt;b&gt;");
    assert_contains(page, "who turned");
    report_table_release(&switches);
    report_table_release(&series);
    page_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_is_self_contained_and_in_a_language),
        cmocka_unit_test(test_figure_has_its_printed_width_and_words),
        cmocka_unit_test(test_every_tie_leads_to_its_source),
        cmocka_unit_test(test_sureness_is_told_when_it_is_known),
        cmocka_unit_test(test_findings_and_files_are_listed),
        cmocka_unit_test(test_bars_of_ties_tell_their_numbers),
        cmocka_unit_test(test_ties_at_odds_are_told_with_their_sources),
        cmocka_unit_test(test_what_is_not_dated_is_said),
        cmocka_unit_test(test_time_is_shown_with_how_to_read_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
