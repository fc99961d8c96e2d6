/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/page_sections.h"

#include <math.h>
#include <stdint.h>

#include "metrics/metric_table.h"
#include "report/citation.h"
#include "report/dataset_table.h"
#include "report/finding_table.h"
#include "report/format_text.h"
#include "report/html.h"
#include "report/page_balance.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    MOST_FINDINGS = 200, /* on the page; `bloc check` has all */
};

/* Numbers beside the bar of ties, by the name of their metric. */
static const struct {
    const char *metric;
    const char *title;
} measure_columns[] = {
    {"degree", "Ties"},
    {"betweenness", "Betweenness"},
    {"harmonic_closeness", "Harmonic closeness"},
    {"pagerank", "PageRank"},
};

/* Parts of the bar, by the metric that counts them. */
static const struct {
    const char *metric;
    const char *class_name;
} bar_parts[] = {
    {"degree_positive", "plus"},
    {"degree_negative", "minus"},
    {"degree_neutral", "zero"},
};

/* The number in a row, or NAN when the table has no such column. */
static double number_in(const struct report_table *table, size_t row, const char *column)
{
    size_t index = report_table_find_column(table, column);
    return index == SIZE_MAX ? (double)NAN : report_table_cell(table, row, index)->number;
}

static struct text text_in(const struct report_table *table, size_t row, const char *column)
{
    size_t index = report_table_find_column(table, column);
    return index == SIZE_MAX ? (struct text){0} : report_table_cell(table, row, index)->text;
}

/* Ties by sign, drawn to the scale of the group with most of them. */
static void add_bar(struct buffer *buffer, const struct report_table *table, size_t row,
                    double most)
{
    buffer_add_string(buffer, "<td class=\"ties\"><span class=\"bar\" role=\"img\" aria-label=\"");
    for (size_t i = 0; i < COUNT_OF(bar_parts); i++) {
        static const char *const words[] = {"positive", "negative", "neutral"};
        buffer_add_string(buffer, i > 0 ? ", " : "");
        buffer_add_number(buffer, number_in(table, row, bar_parts[i].metric), 0);
        buffer_add_format(buffer, " %s", words[i]);
    }
    buffer_add_string(buffer, "\">");
    for (size_t i = 0; i < COUNT_OF(bar_parts); i++) {
        double value = number_in(table, row, bar_parts[i].metric);
        if (!(value > 0) || !(most > 0))
            continue;
        buffer_add_format(buffer, "<i class=\"%s\" style=\"width:", bar_parts[i].class_name);
        buffer_add_number(buffer, 100 * value / most, 2);
        buffer_add_string(buffer, "%\"></i>");
    }
    buffer_add_string(buffer, "</span></td>");
}

static void add_measure_row(struct buffer *buffer, const struct report_table *table, size_t row,
                            double most)
{
    buffer_add_string(buffer, "<tr>");
    html_add_element(buffer, "th scope=\"row\"", text_in(table, row, "label"));
    html_add_element(buffer, "td class=\"soft\"", text_in(table, row, "region"));
    add_bar(buffer, table, row, most);
    for (size_t j = 0; j < COUNT_OF(measure_columns); j++) {
        size_t column = report_table_find_column(table, measure_columns[j].metric);
        buffer_add_string(buffer, "<td class=\"number\">");
        if (column != SIZE_MAX)
            report_add_cell(buffer, &table->columns.items[column],
                            report_table_cell(table, row, column));
        buffer_add_string(buffer, "</td>");
    }
    buffer_add_string(buffer, "</tr>\n");
}

static void write_measures(const struct page *page, struct buffer *buffer)
{
    const struct report_table *table = page->measures;
    size_t rows = report_table_row_count(table);
    buffer_add_string(
        buffer,
        "<p>Ties, whatever their sign, of the groups with most of them. <a href=\"#definitions\">"
        "Definitions</a> follow below; every measure of every group is in the "
        "<a href=\"#files\">tables</a>.</p>\n"
        "<p class=\"key soft\" aria-hidden=\"true\"><span><i class=\"plus\"></i>positive ties</span>"
        "<span><i class=\"minus\"></i>negative ties</span>"
        "<span><i class=\"zero\"></i>neutral ties</span></p>\n"
        "<div class=\"wide\" tabindex=\"0\"><table>\n<caption>Groups with most ties</caption>\n"
        "<thead><tr><th scope=\"col\">Group</th><th scope=\"col\">Region</th>"
        "<th scope=\"col\">Ties by sign</th>");
    for (size_t j = 0; j < COUNT_OF(measure_columns); j++)
        html_add_string(buffer, "th scope=\"col\" class=\"number\"", measure_columns[j].title);
    buffer_add_string(buffer, "</tr></thead>\n<tbody>\n");
    double most = rows > 0 ? number_in(table, 0, "degree") : 0;
    for (size_t i = 0; i < rows; i++)
        add_measure_row(buffer, table, i, most);
    buffer_add_string(buffer, "</tbody>\n</table></div>\n"
                              "<details><summary>The network as a whole</summary>"
                              "<div class=\"inner\">\n");
    html_add_table(buffer, page->network, "Measures of the network");
    buffer_add_string(buffer, "</div></details>\n");
}

/* What the draws and the sources say of the order above. */
static void write_sureness(const struct page *page, struct buffer *buffer)
{
    if (page->ranks == NULL || page->hinges == NULL) {
        buffer_add_string(buffer, "<p>Not computed for a network of this size; <code>bloc metrics "
                                  "--ranks</code> does.</p>\n");
        return;
    }
    buffer_add_string(
        buffer,
        "<p>The network is drawn again many times, each tie there with the chance that its claims "
        "are right. Read a row as: the rank in the data, the ranks between which nine tenths of "
        "the draws lie, and the best and worst rank when one source is left out. Groups of one "
        "tier cannot be told apart from the first of it.</p>\n");
    html_add_table(buffer, page->ranks, "Ranks with their intervals");
    buffer_add_string(buffer, "<details><summary>What hinges on one source</summary>"
                              "<div class=\"inner\">\n<p>Without the source these are no longer "
                              "so: a place among the first five, the parts that hang together, a "
                              "cut-point. The ties that rest on one source are in the "
                              "<a href=\"#files\">tables</a>.</p>\n");
    html_add_table(buffer, page->hinges, "Findings that hinge on one source");
    buffer_add_string(buffer, "</div></details>\n");
}

static void write_time(const struct page *page, struct buffer *buffer)
{
    if (page->series != NULL) {
        buffer_add_string(
            buffer,
            "<p>How to read: a column counts whatever the dates allow to have been in the year, its "
            "twin <code>_certain</code> what certainly was; where the two lie apart the sources do "
            "not date enough. Formed, dissolved and kept compare the year with the one before.</p>\n");
        html_add_table(buffer, page->series, "The network by year");
    } else {
        buffer_add_string(buffer, "<p>No tie is dated.</p>\n");
    }
    if (page->switches == NULL || report_table_row_count(page->switches) == 0)
        return;
    buffer_add_string(
        buffer, "<p>How to read: each row is a group that left one side and within a year bound "
                "itself to another; the tie under Opposed by makes the two sides opponents. "
                "Possible means that the dates leave open whether both fell within a year.</p>\n");
    html_add_table(buffer, page->switches, "Changes of side");
}

/* What the columns of numbers mean is in the notes: over which ties, by which classes. */
static void add_sheet_notes(struct buffer *buffer, const struct report_table *table)
{
    static const char *const shown[] = {"layer", "classes", "method", "robustness"};
    buffer_add_string(buffer, "<p class=\"soft\">");
    for (size_t i = 0; i < table->notes.count; i++)
        for (size_t j = 0; j < COUNT_OF(shown); j++) {
            if (!text_equal_string(text_from(table->notes.items[i].name), shown[j]))
                continue;
            buffer_add_xml(buffer, text_from(table->notes.items[i].title));
            buffer_add_string(buffer, ": ");
            buffer_add_xml(buffer, table->notes.items[i].text);
            buffer_add_string(buffer, ". ");
        }
    buffer_add_string(buffer, "</p>\n");
}

static void write_sheets(const struct page *page, struct buffer *buffer)
{
    if (page->sheets.count == 0) {
        buffer_add_string(buffer, "<p>Not computed for a network of this size; <code>bloc metrics "
                                  "--by</code> does.</p>\n");
        return;
    }
    buffer_add_string(buffer, "<p>Who mediates, who holds the network together, and what is left "
                              "without them. The <a href=\"#files\">tables</a> have all rows; the "
                              "manual page bloc-measures defines every column.</p>\n");
    for (size_t i = 0; i < page->sheets.count; i++) {
        const struct page_sheet *sheet = &page->sheets.items[i];
        html_add_string(buffer, "h3", sheet->title);
        html_add_string(buffer, "p", sheet->reading);
        html_add_string(buffer, "p class=\"soft\"", sheet->caution);
        html_add_table(buffer, sheet->table, sheet->title);
        add_sheet_notes(buffer, sheet->table);
    }
}

static void write_kinds(const struct page *page, struct buffer *buffer)
{
    struct report_table table;
    const struct dataset_view *view = dataset_view_find(TEXT("kinds"), &(struct error){0});
    view->build(page->selection, &table);
    buffer_add_string(
        buffer, "<p>Each kind of relation belongs to a family, has a sign for the signed "
                "measures, and a direction: from the one who acts to the one acted on.</p>\n"
                "<div class=\"wide\" tabindex=\"0\"><table>\n<caption>Kinds of relations"
                "</caption>\n<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Sign</th>"
                "<th scope=\"col\" class=\"number\">Relations</th>"
                "<th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < report_table_row_count(&table); i++) {
        if (!(number_in(&table, i, "relations") > 0))
            continue;
        buffer_add_format(buffer, "<tr><td class=\"" TEXT_FORMAT "\"><i class=\"dot\"></i>",
                          TEXT_PARTS(text_in(&table, i, "family")));
        buffer_add_xml(buffer, text_in(&table, i, "label"));
        buffer_add_string(buffer, "</td>");
        enum sign sign = SIGN_NEUTRAL;
        sign_from_text(text_in(&table, i, "sign"), &sign);
        html_add_string(buffer, "td class=\"soft\"", sign_name(sign));
        buffer_add_string(buffer, "<td class=\"number\">");
        buffer_add_number(buffer, number_in(&table, i, "relations"), 0);
        buffer_add_string(buffer, "</td>");
        html_add_element(buffer, "td", text_in(&table, i, "description"));
        buffer_add_string(buffer, "</tr>\n");
    }
    buffer_add_string(buffer, "</tbody>\n</table></div>\n");
    report_table_release(&table);
}

static void write_check(const struct page *page, struct buffer *buffer)
{
    size_t count = page->findings->list.count;
    buffer_add_string(buffer,
                      "<p>Every row that was read is used or accounted for. The check found ");
    html_add_count(buffer, findings_count(page->findings, FINDING_ERROR), "error, ", "errors, ");
    html_add_count(buffer, findings_count(page->findings, FINDING_WARNING), "warning and ",
                   "warnings and ");
    html_add_count(buffer, findings_count(page->findings, FINDING_NOTE), "note", "notes");
    buffer_add_string(buffer, ".</p>\n");
    html_add_table(buffer, page->totals, "Rows read and used");
    if (count == 0)
        return;
    struct report_table table;
    finding_table_build(page->findings, &table);
    report_table_truncate(&table, MOST_FINDINGS);
    buffer_add_string(buffer, "<details><summary>");
    html_add_count(buffer, count, "finding", "findings");
    if (count > MOST_FINDINGS)
        buffer_add_format(buffer, ", of which the first %d", MOST_FINDINGS);
    buffer_add_string(buffer, "</summary><div class=\"inner\">\n");
    html_add_table(buffer, &table, "Findings");
    buffer_add_string(buffer, "</div></details>\n");
    report_table_release(&table);
}

static const struct {
    const char *term;
    const char *meaning;
} terms[] = {
    {"Claim", "What one source says of one relation, with the place where it says so. A relation "
              "stands on its claims."},
    {"Supported, contested, rejected",
     "A relation is supported when a claim supports it and none disputes it, contested when sources "
     "disagree, and rejected when every claim disputes it. Rejected relations are neither drawn nor "
     "measured."},
    {"Stated, reported, inferred",
     "The source says it in its own voice, passes on what somebody says, or is read so by the "
     "coder. A relation has the best grade among the claims that support it."},
    {"Certain and possible",
     "Dates are as exact as the sources are. A tie held certainly in a window of time when every "
     "day that its dates can mean says so, and possibly when some do."},
    {"Still so and unknown", "A tie that goes on is not the same as one whose end is not known."},
};

static void write_definitions(const struct page *page, struct buffer *buffer)
{
    (void)page;
    buffer_add_string(buffer, "<dl class=\"terms\">\n");
    for (size_t i = 0; i < COUNT_OF(terms); i++) {
        html_add_string(buffer, "dt", terms[i].term);
        html_add_string(buffer, "dd", terms[i].meaning);
        buffer_add_char(buffer, '\n');
    }
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t j = 0; j < COUNT_OF(measure_columns); j++)
        for (size_t i = 0; i < count; i++) {
            const struct metric *metric = &metrics[i];
            if (metric->scope != SCOPE_GROUP ||
                !text_equal_string(text_from(metric->name), measure_columns[j].metric))
                continue;
            html_add_string(buffer, "dt", measure_columns[j].title);
            buffer_add_string(buffer, "<dd>");
            buffer_add_xml(buffer, text_from(metric->definition));
            buffer_add_string(buffer, ". <span class=\"soft\">");
            buffer_add_xml(buffer, text_from(metric->reference));
            buffer_add_string(buffer, "</span></dd>\n");
        }
    buffer_add_string(buffer, "</dl>\n");
}

static void add_source(struct buffer *buffer, const struct report_table *table, size_t row)
{
    struct text title = text_in(table, row, "title");
    struct text url = text_in(table, row, "url");
    buffer_add_string(buffer, "<li id=\"source-");
    html_add_id(buffer, text_in(table, row, "id"));
    buffer_add_string(buffer, "\">");
    if (text_in(table, row, "authors").length > 0) {
        buffer_add_xml(buffer, text_in(table, row, "authors"));
        buffer_add_string(buffer, ". ");
    }
    title = title.length > 0 ? title : text_in(table, row, "id");
    if (url.length > 0)
        html_add_link(buffer, url, title);
    else
        html_add_element(buffer, "cite", title);
    buffer_add_string(buffer, "<span class=\"soft\">");
    if (text_in(table, row, "publisher").length > 0) {
        buffer_add_xml(buffer, text_in(table, row, "publisher"));
        buffer_add_string(buffer, ", ");
    }
    if (text_in(table, row, "issued").length > 0) {
        buffer_add_xml(buffer, text_in(table, row, "issued"));
        buffer_add_string(buffer, "; ");
    }
    html_add_count(buffer, (size_t)number_in(table, row, "claims"), "claim", "claims");
    buffer_add_string(buffer, "</span></li>\n");
}

static void write_sources(const struct page *page, struct buffer *buffer)
{
    struct report_table table;
    const struct dataset_view *view = dataset_view_find(TEXT("sources"), &(struct error){0});
    view->build(page->selection, &table);
    buffer_add_string(buffer, "<ol class=\"sources\">\n");
    for (size_t i = 0; i < report_table_row_count(&table); i++)
        add_source(buffer, &table, i);
    buffer_add_string(buffer, "</ol>\n");
    report_table_release(&table);
}

static void add_table_link(struct buffer *buffer, struct text name, const char *suffix,
                           const char *words)
{
    buffer_add_string(buffer, "<a href=\"tables/");
    buffer_add_xml(buffer, name);
    buffer_add_format(buffer, "%s\">%s</a>", suffix, words);
}

static void write_files(const struct page *page, struct buffer *buffer)
{
    buffer_add_string(buffer, "<p>Each table is there for programs and spreadsheets (CSV) and for "
                              "scripts (JSON), with all columns.</p>\n"
                              "<div class=\"wide\" tabindex=\"0\"><table>\n<caption>Tables of this "
                              "report</caption>\n<thead><tr><th scope=\"col\">Table</th>"
                              "<th scope=\"col\">What it has</th><th scope=\"col\">Files</th></tr>"
                              "</thead>\n<tbody>\n");
    for (size_t i = 0; i < page->files.count; i++) {
        const struct page_file *file = &page->files.items[i];
        buffer_add_string(buffer, "<tr>");
        html_add_element(buffer, "th scope=\"row\"", file->name);
        html_add_element(buffer, "td", file->what);
        buffer_add_string(buffer, "<td class=\"when\">");
        add_table_link(buffer, file->name, ".csv", "CSV");
        buffer_add_string(buffer, " &middot; ");
        add_table_link(buffer, file->name, ".json", "JSON");
        buffer_add_string(buffer, "</td></tr>\n");
    }
    buffer_add_string(buffer, "</tbody>\n</table></div>\n");
}

static const struct page_section sections[] = {
    {"measures", "Groups by measure", write_measures},
    {"balance", "Signed structure", page_balance_write},
    {"sureness", "How sure the order is", write_sureness},
    {"time", "Over time", write_time},
    {"structure", "Roles and fragility", write_sheets},
    {"kinds", "Kinds of relations", write_kinds},
    {"definitions", "Definitions", write_definitions},
    {"check", "Data check", write_check},
    {"sources", "Sources", write_sources},
    {"files", "Files", write_files},
};

const struct page_section *page_sections(size_t *count)
{
    *count = COUNT_OF(sections);
    return sections;
}
