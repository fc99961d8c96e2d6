/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/theme_table.h"

#include "figure/theme_value.h"

static const char colour[] = "colour as #1D4A85";
static const char dark_prefix[] = "dark_";

static const struct theme_attribute attributes[] = {
    {.name = "bgcolor",
     .object = THEME_PAGE,
     .values = colour,
     .help = "the paper",
     .set = theme_set_colour,
     .field = offsetof(struct theme, paper)},
    {.name = "fontcolor",
     .object = THEME_PAGE,
     .values = colour,
     .help = "titles and names",
     .set = theme_set_colour,
     .field = offsetof(struct theme, ink)},
    {.name = "fontname",
     .object = THEME_PAGE,
     .values = "families with commas, Inter first",
     .help = "Inter, in which texts are measured, and what stands in for it",
     .set = theme_set_fonts,
     .field = offsetof(struct theme, fonts)},
    {.name = "fontsize",
     .object = THEME_PAGE,
     .values = "points, 5 to 40",
     .help = "the smallest names of groups; all else grows with them",
     .set = theme_set_number,
     .field = offsetof(struct theme, text_size),
     .least = 5,
     .most = 40},
    {.name = "dark_look",
     .object = THEME_PAGE,
     .values = "yes or no",
     .help = "another look where the reader's screen is dark",
     .set = theme_set_switch,
     .field = offsetof(struct theme, has_dark)},
    {.name = "size",
     .object = THEME_PAGE,
     .values = "width,height in inches",
     .help =
         "a page of this size, into which every figure is fitted, in place of figure_width and figure_height",
     .set = theme_set_size},
    {.name = "color",
     .object = THEME_LINK,
     .values = "colour, or colour:colour for a double line",
     .help = "the line",
     .set = theme_set_line_colour,
     .field = offsetof(struct link_style, line)},
    {.name = "fontcolor",
     .object = THEME_LINK,
     .values = colour,
     .help = "dates beside it",
     .set = theme_set_colour,
     .field = offsetof(struct link_style, text)},
    {.name = "penwidth",
     .object = THEME_LINK,
     .values = "points, 0.25 to 6",
     .help = "width of the line",
     .set = theme_set_number,
     .field = offsetof(struct link_style, width),
     .least = 0.25,
     .most = 6},
    {.name = "style",
     .object = THEME_LINK,
     .values = "solid, dashed or dotted",
     .help = "negative ties are broken, positive ones solid",
     .set = theme_set_line_style},
    {.name = "dashes",
     .object = THEME_LINK,
     .values = "points with commas, as in 5,2.2",
     .help = "dashes and gaps, in place of those of the style",
     .set = theme_set_dashes},
    {.name = "arrowhead",
     .object = THEME_LINK,
     .values = "none, normal, vee, tee, odot, diamond or box",
     .help = "shape at the far end",
     .set = theme_set_head,
     .field = offsetof(struct link_style, head)},
    {.name = "arrowtail",
     .object = THEME_LINK,
     .values = "the same",
     .help = "shape at the near end",
     .set = theme_set_head,
     .field = offsetof(struct link_style, tail)},
    {.name = "fillcolor",
     .object = THEME_BOX,
     .values = colour,
     .help = "the field",
     .set = theme_set_colour,
     .field = offsetof(struct node_style, fill)},
    {.name = "color",
     .object = THEME_BOX,
     .values = colour,
     .help = "the border",
     .set = theme_set_colour,
     .field = offsetof(struct node_style, border)},
    {.name = "fontcolor",
     .object = THEME_BOX,
     .values = colour,
     .help = "the name",
     .set = theme_set_colour,
     .field = offsetof(struct node_style, text)},
    {.name = "penwidth",
     .object = THEME_BOX,
     .values = "points, 0 to 6",
     .help = "width of the border",
     .set = theme_set_number,
     .field = offsetof(struct node_style, border_width),
     .least = 0,
     .most = 6},
    {.name = "style",
     .object = THEME_BOX,
     .values = "filled, or filled,rounded",
     .help = "corners square or rounded",
     .set = theme_set_box_style},
    {.name = "radius",
     .object = THEME_BOX,
     .values = "points, 0 to 20",
     .help = "of rounded corners",
     .set = theme_set_number,
     .field = offsetof(struct node_style, radius),
     .least = 0,
     .most = 20},
    {.name = "bgcolor",
     .object = THEME_REGION,
     .values = colour,
     .help = "the region's field",
     .set = theme_set_colour,
     .field = offsetof(struct region_style, field)},
    {.name = "fillcolor",
     .object = THEME_REGION,
     .values = colour,
     .help = "the boxes of its groups",
     .set = theme_set_colour,
     .field = offsetof(struct region_style, fill)},
    {.name = "fontcolor",
     .object = THEME_REGION,
     .values = colour,
     .help = "its name",
     .set = theme_set_colour,
     .field = offsetof(struct region_style, text)},
    {.name = "fillcolor",
     .object = THEME_FRAME,
     .values = colour,
     .help = "the field",
     .set = theme_set_colour,
     .field = offsetof(struct frame_style, field)},
    {.name = "color",
     .object = THEME_FRAME,
     .values = colour,
     .help = "the border",
     .set = theme_set_colour,
     .field = offsetof(struct frame_style, border)},
    {.name = "fillcolor",
     .object = THEME_FIELD,
     .values = colour,
     .help = "the field",
     .set = theme_set_colour,
     .field = 0},
    {.name = "color",
     .object = THEME_LINE,
     .values = colour,
     .help = "the line",
     .set = theme_set_colour,
     .field = 0},
    {.name = "fontcolor",
     .object = THEME_TEXT,
     .values = colour,
     .help = "the text",
     .set = theme_set_colour,
     .field = 0},
};

#define OF(field_) offsetof(struct theme, field_)
#define LINK(index_) OF(links) + (index_) * sizeof(struct link_style)
#define BOX(index_) OF(nodes) + (index_) * sizeof(struct node_style)
#define HUB(index_) OF(hubs) + (index_) * sizeof(struct node_style)
#define REGION(index_) OF(regions) + (index_) * sizeof(struct region_style)
#define LIFE(index_) OF(allegiances) + (index_) * sizeof(struct colour)

/* Links and boxes are called as in the classes of SVG files. */
static const struct theme_target targets[] = {
    {"pledge", THEME_LINK, LINK(STYLE_PLEDGE), NULL},
    {"pledge-claimed", THEME_LINK, LINK(STYLE_PLEDGE_CLAIMED), NULL},
    {"pledge-refused", THEME_LINK, LINK(STYLE_PLEDGE_REFUSED), NULL},
    {"membership", THEME_LINK, LINK(STYLE_MEMBERSHIP), NULL},
    {"excluded", THEME_LINK, LINK(STYLE_EXCLUDED), NULL},
    {"alliance", THEME_LINK, LINK(STYLE_ALLIANCE), NULL},
    {"support", THEME_LINK, LINK(STYLE_SUPPORT), NULL},
    {"joined", THEME_LINK, LINK(STYLE_JOINED), NULL},
    {"formed", THEME_LINK, LINK(STYLE_FORMED), NULL},
    {"descent", THEME_LINK, LINK(STYLE_DESCENT), NULL},
    {"split", THEME_LINK, LINK(STYLE_SPLIT), NULL},
    {"leadership-break", THEME_LINK, LINK(STYLE_BREAK), NULL},
    {"conflict", THEME_LINK, LINK(STYLE_CONFLICT), NULL},
    {"attack", THEME_LINK, LINK(STYLE_ATTACK), NULL},
    {"hostility", THEME_LINK, LINK(STYLE_HOSTILITY), NULL},
    {"rivalry", THEME_LINK, LINK(STYLE_RIVALRY), NULL},
    {"organisation", THEME_BOX, BOX(GROUP_ORGANISATION), NULL},
    {"province", THEME_BOX, BOX(GROUP_PROVINCE), NULL},
    {"faction", THEME_BOX, BOX(GROUP_FACTION), NULL},
    {"council", THEME_BOX, BOX(GROUP_COUNCIL), NULL},
    {"unit", THEME_BOX, BOX(GROUP_UNIT), NULL},
    {"state", THEME_BOX, BOX(GROUP_STATE), NULL},
    {"force", THEME_BOX, BOX(GROUP_FORCE), NULL},
    {"coalition", THEME_BOX, BOX(GROUP_COALITION), NULL},
    {"movement", THEME_BOX, BOX(GROUP_MOVEMENT), NULL},
    {"hub_1", THEME_BOX, HUB(0), "the first hub"},
    {"hub_2", THEME_BOX, HUB(1), "all further hubs"},
    {"row", THEME_BOX, OF(row), "the name of a row of a matrix"},
    {"region_1", THEME_REGION, REGION(0), "the region with most groups"},
    {"region_2", THEME_REGION, REGION(1), NULL},
    {"region_3", THEME_REGION, REGION(2), NULL},
    {"region_4", THEME_REGION, REGION(3), NULL},
    {"region_5", THEME_REGION, REGION(4), NULL},
    {"region_6", THEME_REGION, REGION(5), NULL},
    {"region_7", THEME_REGION, REGION(6), NULL},
    {"region_8", THEME_REGION, REGION(7), NULL},
    {"region_9", THEME_REGION, REGION(8), NULL},
    {"region_10", THEME_REGION, REGION(9), NULL},
    {"region_11", THEME_REGION, REGION(10), NULL},
    {"region_12", THEME_REGION, REGION(11), "after it the colours repeat"},
    {"frame", THEME_FRAME, OF(frame), "around the groups of one region; the border also of panels"},
    {"panel", THEME_FIELD, OF(panel), "of a strip"},
    {"allegiance_1", THEME_FIELD, LIFE(0), "bars of a genealogy: loyal to the first hub"},
    {"allegiance_2", THEME_FIELD, LIFE(1), "to the second"},
    {"allegiance_3", THEME_FIELD, LIFE(2), "to any further one"},
    {"allegiance_none", THEME_FIELD, OF(no_allegiance), "to none"},
    {"rule", THEME_LINE, OF(rule), "between the parts of a page; years of an axis"},
    {"ground", THEME_LINE, OF(ground), "ties that stay, where points in time are compared"},
    {"ghost", THEME_LINE, OF(ghost), "what is over there"},
    {"grid", THEME_LINE, OF(grid), "of a matrix, and its diagonal"},
    {"grid_border", THEME_LINE, OF(grid_border), "around the regions of a matrix"},
    {"muted", THEME_TEXT, OF(muted), "subtitles, life dates, notes"},
    {"ended", THEME_TEXT, OF(ended), "name and border of groups that are over"},
};

const struct theme_target *theme_targets(size_t *count)
{
    *count = sizeof targets / sizeof *targets;
    return targets;
}

const struct theme_attribute *theme_attributes(size_t *count)
{
    *count = sizeof attributes / sizeof *attributes;
    return attributes;
}

bool theme_is_colour(const struct theme_attribute *attribute)
{
    return attribute->set == theme_set_colour || attribute->set == theme_set_line_colour;
}

static const struct theme_attribute *find_row(enum theme_object object, struct text name)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (attributes[i].object == object && text_equal_string(name, attributes[i].name))
            return &attributes[i];
    return NULL;
}

bool theme_find_attribute(enum theme_object object, struct text name,
                          struct theme_attribute *attribute)
{
    const size_t length = sizeof dark_prefix - 1;
    const struct theme_attribute *row = find_row(object, name);
    const bool is_dark = row == NULL && text_starts_with(name, dark_prefix);
    if (is_dark)
        row = find_row(object, (struct text){name.at + length, name.length - length});
    if (row == NULL || (is_dark && !theme_is_colour(row)))
        return false;
    *attribute = *row;
    if (is_dark) {
        attribute->set = theme_set_colour;
        attribute->field += offsetof(struct colour, dark);
    }
    return true;
}

bool theme_is_for_dot(struct text name)
{
    static const char *const names[] = {"class",    "comment", "dir",     "height",  "label",
                                        "labelloc", "layout",  "margin",  "nodesep", "rankdir",
                                        "ranksep",  "shape",   "tooltip", "width"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal_string(name, names[i]))
            return true;
    return false;
}
