/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/html.h"

#include "report_case.h"
#include "sample_table.h"

static void test_element_is_escaped_and_closed_without_its_attributes(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    html_add_element(&buffer, "td class=\"soft\"", TEXT("<a & \"b\">"));
    assert_string_equal(buffer.at, "<td class=\"soft\">&lt;a &amp; &quot;b&quot;&gt;</td>");
    buffer_release(&buffer);
}

static void test_link_with_another_scheme_is_plain_text(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    html_add_link(&buffer, TEXT("javascript:alert(1)"), TEXT("x"));
    html_add_link(&buffer, TEXT("data:text/html,y"), TEXT("y"));
    assert_string_equal(buffer.at, "xy");
    buffer_release(&buffer);
}

static void test_link_of_the_web_is_kept(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    html_add_link(&buffer, TEXT("https://example.org/?a=1&b=2"), TEXT("x"));
    assert_string_equal(buffer.at, "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>");
    buffer_release(&buffer);
}

static void test_path_and_id_keep_only_plain_letters(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    html_add_path(&buffer, TEXT("a b#\"ş"));
    buffer_add_char(&buffer, ' ');
    html_add_id(&buffer, TEXT("a b#c_1"));
    assert_string_equal(buffer.at, "a%20b%23%22%C5%9F a-b-c_1");
    buffer_release(&buffer);
}

static void test_table_has_headers_caption_and_no_detail_columns(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_table_init(&table);
    html_add_table(&buffer, &table, "Rows");
    assert_contains(buffer.at, "<caption>Rows</caption>");
    assert_contains(buffer.at, "<th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">");
    assert_contains(buffer.at, "<tr><td>Şûra | &lt;b&gt;</td><td class=\"number\">0.33</td>");
    assert_lacks(buffer.at, ">Id<");
    report_table_release(&table);
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_element_is_escaped_and_closed_without_its_attributes),
        cmocka_unit_test(test_link_with_another_scheme_is_plain_text),
        cmocka_unit_test(test_link_of_the_web_is_kept),
        cmocka_unit_test(test_path_and_id_keep_only_plain_letters),
        cmocka_unit_test(test_table_has_headers_caption_and_no_detail_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
