/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/page.h"

#include "report/html.h"
#include "report/page_figures.h"
#include "report/page_sections.h"
#include "report/page_style.h"

struct text page_measures(void)
{
    return TEXT("degree,degree_positive,degree_negative,degree_neutral,betweenness,"
                "harmonic_closeness,pagerank");
}

static struct text title_of(const struct page *page)
{
    const struct dataset *dataset = page->selection->dataset;
    return dataset->title.length > 0 ? dataset->title : dataset->name;
}

static void add_head(const struct page *page, struct buffer *buffer)
{
    buffer_add_string(buffer,
                      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n"
                      "<meta name=\"generator\" content=\"bloc " BLOC_VERSION "\">\n");
    html_add_element(buffer, "title", title_of(page));
    buffer_add_char(buffer, '\n');
    page_style_write(buffer);
    buffer_add_string(buffer,
                      "</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the figures</a>\n"
                      "<div class=\"shell\">\n");
}

static void add_fact(struct buffer *buffer, size_t count, const char *one, const char *many)
{
    buffer_add_format(buffer, "<div><dt>%s</dt><dd>%zu</dd></div>\n", count == 1 ? one : many,
                      count);
}

/* Years of the first and the last dated tie: "2001–2016"; nothing when no tie has a date. */
static void add_years(const struct page *page, struct buffer *buffer)
{
    const struct selection *selection = page->selection;
    day_number first = DAY_MAX;
    day_number last = DAY_MIN;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct date *start =
            &selection->dataset->relations.items[selection->relations.items[i].relation].start;
        if (start->state != DATE_KNOWN)
            continue;
        day_number day = start->earliest != DAY_MIN ? start->earliest : start->latest;
        if (day == DAY_MIN || day == DAY_MAX)
            continue;
        first = day < first ? day : first;
        last = day > last ? day : last;
    }
    if (first > last)
        return;
    int from = 0;
    int to = 0;
    int month = 0;
    int day = 0;
    day_to_civil(first, &from, &month, &day);
    day_to_civil(last, &to, &month, &day);
    buffer_add_format(buffer, "<div><dt>Ties begin in</dt><dd>%d", from);
    if (to != from)
        buffer_add_format(buffer, "–%d", to);
    buffer_add_string(buffer, "</dd></div>\n");
}

static size_t count_claims(const struct selection *selection)
{
    size_t count = 0;
    for (size_t i = 0; i < selection->relations.count; i++)
        count +=
            selection->dataset->relations.items[selection->relations.items[i].relation].claim_count;
    return count;
}

static void add_header(const struct page *page, struct buffer *buffer)
{
    const struct dataset *dataset = page->selection->dataset;
    buffer_add_string(buffer, "<header>\n");
    html_add_element(buffer, "h1", title_of(page));
    buffer_add_char(buffer, '\n');
    if (dataset->description.length > 0)
        html_add_element(buffer, "p class=\"lead\"", dataset->description);
    buffer_add_string(buffer, "\n<dl class=\"facts\">\n");
    add_fact(buffer, page->selection->groups.count, "group", "groups");
    add_fact(buffer, page->selection->relations.count, "tie", "ties");
    add_fact(buffer, count_claims(page->selection), "claim", "claims");
    add_fact(buffer, dataset->sources.count, "source", "sources");
    add_years(page, buffer);
    buffer_add_string(buffer, "</dl>\n</header>\n");
}

static void add_contents(const struct page *page, struct buffer *buffer)
{
    buffer_add_string(buffer, "<nav aria-label=\"Contents\">\n");
    if (page->figures.count > 0)
        buffer_add_string(buffer, "<h2>Figures</h2>\n<ol>\n");
    for (size_t i = 0; i < page->figures.count; i++) {
        buffer_add_string(buffer, "<li><a href=\"#figure-");
        html_add_id(buffer, page->figures.items[i].name);
        buffer_add_string(buffer, "\">");
        buffer_add_xml(buffer, page->figures.items[i].title);
        buffer_add_string(buffer, "</a></li>\n");
    }
    buffer_add_string(buffer, page->figures.count > 0 ? "</ol>\n" : "");
    buffer_add_string(buffer, "<h2>Data</h2>\n<ol>\n");
    size_t count = 0;
    const struct page_section *sections = page_sections(&count);
    for (size_t i = 0; i < count; i++)
        buffer_add_format(buffer, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id,
                          sections[i].heading);
    buffer_add_string(buffer, "</ol>\n</nav>\n");
}

static void add_footer(const struct page *page, struct buffer *buffer)
{
    const struct dataset *dataset = page->selection->dataset;
    buffer_add_string(buffer, "<footer>");
    buffer_add_xml(buffer, dataset->name);
    if (dataset->version.length > 0) {
        buffer_add_string(buffer, " ");
        buffer_add_xml(buffer, dataset->version);
    }
    if (dataset->licence.length > 0) {
        buffer_add_string(buffer, ", licence ");
        buffer_add_xml(buffer, dataset->licence);
    }
    buffer_add_string(buffer, ". Made with bloc " BLOC_VERSION ".</footer>\n");
}

void page_write(const struct page *page, struct buffer *buffer)
{
    add_head(page, buffer);
    add_header(page, buffer);
    add_contents(page, buffer);
    buffer_add_string(buffer, "<main id=\"main\">\n");
    page_figures_write(page, buffer);
    size_t count = 0;
    const struct page_section *sections = page_sections(&count);
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(buffer, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
                          sections[i].id, sections[i].id, sections[i].heading);
        sections[i].write(page, buffer);
        buffer_add_string(buffer, "</section>\n");
    }
    buffer_add_string(buffer, "</main>\n");
    add_footer(page, buffer);
    buffer_add_string(buffer, "</div>\n</body>\n</html>\n");
}
