/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/page_figures.h"

#include "report/citation.h"
#include "report/html.h"
#include "report/tie.h"

static const double pixels_per_millimetre = 96 / 25.4; /* as CSS counts them */

/* "Zelin 2016, 12": the source as a link to its entry in the list of sources. */
static void add_claim(struct buffer *buffer, const struct dataset *dataset,
                      const struct claim *claim)
{
    const struct source *source = &dataset->sources.items[claim->source];
    struct buffer words = {0};
    citation_add_short(&words, source);
    buffer_add_string(buffer, "<a href=\"#source-");
    html_add_id(buffer, source->id);
    buffer_add_string(buffer, "\">");
    buffer_add_xml(buffer, buffer_text(&words));
    buffer_add_string(buffer, "</a>");
    words.length = 0;
    citation_add_locator(&words, claim->locator);
    buffer_add_xml(buffer, buffer_text(&words));
    buffer_release(&words);
    if (claim->disputes)
        buffer_add_string(buffer, " (disputes)");
}

static void add_claims(struct buffer *buffer, const struct dataset *dataset, relation_id relation)
{
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(dataset, relation, &count);
    for (size_t i = 0; i < count; i++) {
        if (citation_continues(claims, i)) {
            buffer_add_string(buffer, ", ");
            buffer_add_xml(buffer, claims[i].locator);
            continue;
        }
        buffer_add_string(buffer, i > 0 ? "; " : "");
        add_claim(buffer, dataset, &claims[i]);
    }
}

/* What one of the tie_add_* functions builds, as the content of a cell. */
static void add_built_cell(struct buffer *buffer, const char *name, struct buffer *built)
{
    html_add_element(buffer, name, buffer_text(built));
    built->length = 0;
}

static void add_tie(struct buffer *buffer, const struct dataset *dataset,
                    const struct chosen_relation *chosen, struct buffer *scratch)
{
    enum family family = dataset_kind_of(dataset, chosen->relation)->family;
    buffer_add_string(buffer, "<tr>");
    tie_add_period(scratch, dataset, chosen->relation);
    add_built_cell(buffer, "td class=\"when\"", scratch);
    buffer_add_format(buffer, "<td class=\"%s\"><i class=\"dot\"></i>", family_name(family));
    tie_add_sentence(scratch, dataset, chosen->relation);
    buffer_add_xml(buffer, buffer_text(scratch));
    scratch->length = 0;
    buffer_add_string(buffer, "</td>");
    tie_add_standing(scratch, dataset, chosen->relation);
    if (chosen->activity == ACTIVITY_POSSIBLE)
        buffer_add_string(scratch, "; possibly in the window");
    add_built_cell(buffer, "td class=\"soft\"", scratch);
    buffer_add_string(buffer, "<td>");
    add_claims(buffer, dataset, chosen->relation);
    buffer_add_string(buffer, "</td></tr>\n");
}

/* The chosen relations in the order of their dates. */
static struct chosen_relation *sort_ties(const struct selection *selection)
{
    size_t count = selection->relations.count;
    relation_id *ids = alloc_zeroed(count, sizeof *ids);
    struct chosen_relation *sorted = alloc_zeroed(count, sizeof *sorted);
    enum activity *activities =
        alloc_zeroed(selection->dataset->relations.count, sizeof *activities);
    for (size_t i = 0; i < count; i++) {
        const struct chosen_relation *chosen = &selection->relations.items[i];
        ids[i] = chosen->relation;
        activities[chosen->relation] = chosen->activity;
    }
    tie_sort_by_date(selection->dataset, ids, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct chosen_relation){.relation = ids[i], .activity = activities[ids[i]]};
    list_free(activities);
    list_free(ids);
    return sorted;
}

static void add_ties(struct buffer *buffer, const struct page_figure *figure)
{
    const struct selection *selection = figure->selection;
    struct buffer scratch = {0};
    struct chosen_relation *ties = sort_ties(selection);
    buffer_add_string(buffer, "<details><summary>");
    html_add_count(buffer, selection->relations.count, "tie", "ties");
    buffer_add_string(
        buffer,
        " in this figure, with dates and sources</summary>\n"
        "<div class=\"inner wide\" tabindex=\"0\"><table class=\"list\">\n<caption>Ties in ");
    buffer_add_xml(buffer, figure->title);
    buffer_add_string(buffer, "</caption>\n<thead><tr><th scope=\"col\">When</th>"
                              "<th scope=\"col\">Tie</th><th scope=\"col\">Claims say</th>"
                              "<th scope=\"col\">Sources</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < selection->relations.count; i++)
        add_tie(buffer, selection->dataset, &ties[i], &scratch);
    buffer_add_string(buffer, "</tbody>\n</table></div></details>\n");
    list_free(ties);
    buffer_release(&scratch);
}

static void add_file_link(struct buffer *buffer, const char *folder, struct text name,
                          const char *suffix, const char *words)
{
    buffer_add_format(buffer, "<a href=\"%s/", folder);
    html_add_path(buffer, name);
    buffer_add_format(buffer, "%s\">%s</a>\n", suffix, words);
}

static void add_image(struct buffer *buffer, const struct page_figure *figure)
{
    buffer_add_string(buffer, "<figure>\n<a href=\"figures/");
    html_add_path(buffer, figure->name);
    buffer_add_string(buffer, ".svg\"><img src=\"figures/");
    html_add_path(buffer, figure->name);
    buffer_add_format(buffer, ".svg\" width=\"%.0f\" height=\"%.0f\" style=\"--printed:",
                      figure->width * pixels_per_millimetre,
                      figure->height * pixels_per_millimetre);
    buffer_add_number(buffer, figure->width, 1);
    buffer_add_string(buffer, "mm\" alt=\"");
    buffer_add_xml(buffer, figure->description);
    buffer_add_string(buffer, "\"></a>\n");
    if (figure->note.length > 0)
        html_add_element(buffer, "figcaption", figure->note);
    buffer_add_string(buffer, "</figure>\n<p class=\"files\">");
    add_file_link(buffer, "figures", figure->name, ".svg", "SVG");
    add_file_link(buffer, "tables", figure->name, "_ties.csv", "ties as CSV");
    add_file_link(buffer, "tables", figure->name, "_ties.json", "ties as JSON");
    buffer_add_string(buffer, "</p>\n");
}

/* The figure bears its own title, so the heading shows only its number to those who see. */
static void add_heading(struct buffer *buffer, const struct page_figure *figure, size_t number)
{
    buffer_add_string(buffer, "<h2 class=\"eyebrow\" id=\"figure-");
    html_add_id(buffer, figure->name);
    buffer_add_format(buffer, "\">Figure %zu<span class=\"unseen\">: ", number);
    buffer_add_xml(buffer, figure->title);
    buffer_add_string(buffer, "</span></h2>\n");
}

void page_figures_write(const struct page *page, struct buffer *buffer)
{
    for (size_t i = 0; i < page->figures.count; i++) {
        const struct page_figure *figure = &page->figures.items[i];
        buffer_add_string(buffer, "<section aria-labelledby=\"figure-");
        html_add_id(buffer, figure->name);
        buffer_add_string(buffer, "\">\n");
        add_heading(buffer, figure, i + 1);
        add_image(buffer, figure);
        add_ties(buffer, figure);
        buffer_add_string(buffer, "</section>\n");
    }
}
