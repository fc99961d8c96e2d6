/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/theme_check.h"

#include <math.h>
#include <stdio.h>

struct visit {
    void (*call)(const struct theme_pair *pair, void *context);
    void *context;
};

static void visit_pair(const struct visit *visit, const char *sort, const char *name,
                       struct colour mark, struct colour field, bool is_text)
{
    char what[64];
    snprintf(what, sizeof what, "%s%s", sort, name);
    visit->call(&(struct theme_pair){what, mark, field, is_text}, visit->context);
}

static void visit_links(const struct theme *theme, const struct visit *visit)
{
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct link_style *style = &theme->links[i];
        visit_pair(visit, "line of ", style->name, style->line, theme->paper, false);
        visit_pair(visit, "dates of ", style->name, style->text, theme->paper, true);
        visit_pair(visit, "dates in a frame of ", style->name, style->text, theme->frame.field,
                   true);
    }
}

static void visit_boxes(const struct theme *theme, const struct visit *visit)
{
    for (size_t i = 0; i < GROUP_KIND_COUNT; i++) {
        const struct node_style *style = &theme->nodes[i];
        visit_pair(visit, "name of ", style->name, style->text, style->fill, true);
        visit_pair(visit, "border of ", style->name, style->border, theme->paper, false);
    }
    for (size_t i = 0; i < HUB_STYLE_COUNT; i++)
        visit_pair(visit, "name of ", theme->hubs[i].name, theme->hubs[i].text, theme->hubs[i].fill,
                   true);
    visit_pair(visit, "name of ", theme->row.name, theme->row.text, theme->row.fill, true);
}

static void visit_regions(const struct theme *theme, const struct visit *visit)
{
    const struct colour name = theme->nodes[GROUP_ORGANISATION].text;
    for (size_t i = 0; i < REGION_STYLE_COUNT; i++) {
        const struct region_style *region = &theme->regions[i];
        char number[24];
        snprintf(number, sizeof number, "region %zu", i + 1);
        visit_pair(visit, "name of ", number, region->text, theme->paper, true);
        visit_pair(visit, "name in its field of ", number, region->text, region->field, true);
        visit_pair(visit, "groups of ", number, name, region->fill, true);
    }
}

static void visit_page(const struct theme *theme, const struct visit *visit)
{
    visit_pair(visit, "titles", "", theme->ink, theme->paper, true);
    visit_pair(visit, "notes", "", theme->muted, theme->paper, true);
    visit_pair(visit, "names of groups that are over", "", theme->ended, theme->paper, true);
    visit_pair(visit, "ties of the ground", "", theme->ground, theme->paper, false);
    for (size_t i = 0; i < ALLEGIANCE_COUNT; i++)
        visit_pair(visit, "bars of an allegiance", "", theme->allegiances[i], theme->paper, false);
    visit_pair(visit, "bars of no allegiance", "", theme->no_allegiance, theme->paper, false);
}

void theme_check_pairs(const struct theme *theme,
                       void (*visit)(const struct theme_pair *pair, void *context), void *context)
{
    const struct visit how = {visit, context};
    visit_page(theme, &how);
    visit_links(theme, &how);
    visit_boxes(theme, &how);
    visit_regions(theme, &how);
}

/* Relative luminance of sRGB; 0.04045 is where its two branches meet (IEC 61966-2-1). */
static double luminance(const char *colour)
{
    static const double shares[] = {0.2126, 0.7152, 0.0722};
    unsigned bytes[3] = {0};
    double sum = 0;
    sscanf(colour, "#%2x%2x%2x", &bytes[0], &bytes[1], &bytes[2]);
    for (int i = 0; i < 3; i++) {
        const double value = bytes[i] / 255.0;
        sum += shares[i] * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double theme_contrast(const char *a, const char *b)
{
    const double first = luminance(a), second = luminance(b);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}
