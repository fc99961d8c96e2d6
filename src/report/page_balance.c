/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/page_balance.h"

#include "report/html.h"

/* Behind a summary to click on, or at once. */
static void add_table(struct buffer *buffer, const struct balance_view *view,
                      enum balance_table_name name, const char *summary)
{
    struct report_table table;
    balance_tables()[name].build(view, &table);
    if (report_table_row_count(&table) > 0) {
        if (summary != NULL)
            buffer_add_format(buffer, "<details><summary>%s</summary><div class=\"inner\">\n",
                              summary);
        html_add_table(buffer, &table, table.title.at);
        buffer_add_string(buffer, summary != NULL ? "</div></details>\n" : "");
    }
    report_table_release(&table);
}

/* How many pairs fit, and what is proven of it. */
static void add_verdict(struct buffer *buffer, const struct balance *balance)
{
    size_t odd = 0;
    size_t all = balance->positive + balance->negative;
    for (size_t i = 0; i < balance->pairs.pairs.count; i++)
        odd += balance->at_odds[i];
    buffer_add_string(buffer, "<p>Of ");
    html_add_count(buffer, all, "pair of groups with a sign, ", "pairs of groups with a sign, ");
    buffer_add_format(buffer, "%zu fit into two blocs and %zu %s at odds with them", all - odd, odd,
                      odd == 1 ? "is" : "are");
    if (balance_is_exact(balance->frustration))
        buffer_add_string(
            buffer,
            "; it is proven that no other two blocs do better, though others may do as well.</p>\n");
    else {
        buffer_add_string(buffer, "; it is proven that no two blocs have less than ");
        buffer_add_number(buffer, balance->frustration.lower, 3);
        buffer_add_string(buffer, " at odds.</p>\n");
    }
}

static void add_definitions(struct buffer *buffer)
{
    size_t count = 0;
    const struct balance_measure *measures = balance_measures(&count);
    buffer_add_string(buffer, "<details><summary>What these measures are</summary>"
                              "<div class=\"inner\">\n<dl class=\"terms\">\n");
    for (size_t i = 0; i < count; i++) {
        html_add_string(buffer, "dt", measures[i].title);
        buffer_add_string(buffer, "<dd>");
        buffer_add_xml(buffer, text_from(measures[i].definition));
        buffer_add_string(buffer, ". <span class=\"soft\">");
        buffer_add_xml(buffer, text_from(measures[i].reference));
        buffer_add_string(buffer, "</span></dd>\n");
    }
    buffer_add_string(buffer, "</dl>\n</div></details>\n");
}

/* How pairs got their signs; the kinds have a section of their own. */
static void add_policy(struct buffer *buffer, const struct balance *balance)
{
    const struct pair_policy *policy = &balance->options.pairs;
    buffer_add_format(buffer,
                      "<p class=\"soft\">The sign of each kind of tie is <a href=\"#kinds\">listed "
                      "below</a>. A pair with ties of both signs %s; %s. Direction is left "
                      "aside, and ties of all years are taken together.</p>\n",
                      pair_rule_words(policy->rule), pair_count_words(policy->count));
}

void page_balance_write(const struct page *page, struct buffer *buffer)
{
    const struct balance_view *view = page->balance;
    if (view->balance->weight > 0) {
        buffer_add_string(
            buffer, "<p>Do friends and foes form camps? Two blocs fit when allies stand in the "
                    "same one and enemies in different ones. How to read it: a tie at odds is one "
                    "that a bloc pulls against, such as an alliance across the line; look there "
                    "for mediators and for groups about to change sides. A group that has only "
                    "enemies stands across from them, which makes it nobody's ally.</p>\n");
        add_verdict(buffer, view->balance);
        buffer_add_string(buffer, "<h3>Ties at odds with the two blocs</h3>\n");
        add_table(buffer, view, BALANCE_TIES, NULL);
        add_policy(buffer, view->balance);
        add_table(buffer, view, BALANCE_MEASURES, "The measures");
        add_table(buffer, view, BALANCE_BLOCS, "Partitions into more blocs");
        add_table(buffer, view, BALANCE_GROUPS, "Groups by bloc");
        add_table(buffer, view, BALANCE_PAIRS, "Pairs with ties of both signs");
        add_table(buffer, view, BALANCE_TRIADS, "Signed triad census");
        add_definitions(buffer);
    } else {
        buffer_add_string(buffer, "<p>No two groups have a tie with a sign.</p>\n");
    }
}
