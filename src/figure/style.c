/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The tables of the visual language.  Line colours keep 3:1 and text colours 5.5:1 contrast
 * to the paper; every pair of line colours stays apart for the common kinds of colour vision.
 * Kinds of one family share a colour and differ by head, width and continuity, so that a
 * grey print still tells them apart.
 */
#include "figure/style.h"

#include <stdint.h>
#include <string.h>

#define BLUE                 \
    {                        \
        "#0A7FE6", "#3F93E8" \
    }
#define BLUE_TEXT            \
    {                        \
        "#0864B8", "#8CC1F5" \
    }
#define PURPLE               \
    {                        \
        "#5B1FA8", "#A9B6D8" \
    }
#define PURPLE_TEXT          \
    {                        \
        "#5B1FA8", "#C3CCE4" \
    }
#define GREEN                \
    {                        \
        "#06695F", "#60F0A8" \
    }
#define GREEN_TEXT           \
    {                        \
        "#06695F", "#60F0A8" \
    }
#define BLACK                \
    {                        \
        "#141414", "#F1F1F1" \
    }
#define GOLD                 \
    {                        \
        "#B3871A", "#F2B52A" \
    }
#define GOLD_TEXT            \
    {                        \
        "#7D5C00", "#F2B52A" \
    }
#define RED                  \
    {                        \
        "#A8120A", "#EC655E" \
    }
#define RED_TEXT             \
    {                        \
        "#A8120A", "#F28C86" \
    }

/* Of the smallest names of groups: compose.c sets them in it. */
#define TEXT_SIZE 6.8

#define DASH_SPLIT "5,2.2"
#define DASH_BREAK "2.6,1.8"
#define DASH_CONFLICT "1.7,1.5"
#define DASH_CLAIMED "7,1.8,1.6,1.8"

/* Kinds whose look differs from that of their family. */
static const struct {
    const char *kind;
    enum link_style_index style;
} styles_by_kind[] = {
    {"pledge_claimed", STYLE_PLEDGE_CLAIMED},
    {"pledge_rejected", STYLE_PLEDGE_REFUSED},
    {"pledge_refused", STYLE_PLEDGE_REFUSED},
    {"leadership_break", STYLE_BREAK},
    {"conflict", STYLE_CONFLICT},
    {"rivalry", STYLE_RIVALRY},
    {"threat", STYLE_HOSTILITY},
    {"condemnation", STYLE_HOSTILITY},
    {"support", STYLE_SUPPORT},
    {"excluded", STYLE_EXCLUDED},
    {"formed", STYLE_FORMED},
    {"joined", STYLE_JOINED},
    {"renamed", STYLE_DESCENT},
    {"descends", STYLE_DESCENT},
};

/* By family: the look of a positive or neutral kind, of a negative one, and of a mutual one. */
static const struct {
    enum link_style_index plain;
    enum link_style_index negative;
    enum link_style_index mutual;
} styles_by_family[FAMILY_COUNT] = {
    [FAMILY_PLEDGE] = {STYLE_PLEDGE, STYLE_PLEDGE_REFUSED, STYLE_PLEDGE},
    [FAMILY_SPLIT] = {STYLE_SPLIT, STYLE_SPLIT, STYLE_SPLIT},
    [FAMILY_CONFLICT] = {STYLE_ATTACK, STYLE_ATTACK, STYLE_CONFLICT},
    [FAMILY_ALLIANCE] = {STYLE_SUPPORT, STYLE_SUPPORT, STYLE_ALLIANCE},
    [FAMILY_MEMBERSHIP] = {STYLE_MEMBERSHIP, STYLE_EXCLUDED, STYLE_MEMBERSHIP},
    [FAMILY_LINEAGE] = {STYLE_JOINED, STYLE_JOINED, STYLE_JOINED},
};

#define INK                  \
    {                        \
        "#16181D", "#F1F2F4" \
    }
#define PLAIN_FILL           \
    {                        \
        "#ECEDE9", "#2A2E34" \
    }
#define PLAIN_BORDER         \
    {                        \
        "#44474D", "#A9AEB6" \
    }

static const struct theme
    standard =
        {
            .paper = {"#FFFFFF", "#16181C"},
            .ink = INK,
            .muted = {"#55595F", "#B4B8BF"},
            .rule = {"#C4C6CA", "#4A4E55"},
            .ended = {"#6F737A", "#A3A8B0"},
            .frame = {.field = {"#F6F6F3", "#1E2126"}, .border = {"#CFD1C8", "#3B4048"}},
            .panel = {"#FAFAF8", "#1B1E23"},
            .ground = {"#8B8F96",
                       "#7F858E"}, /* keeps 3:1 contrast to the paper; ghosts need not be found */
            .ghost = {"#C4C6CA", "#4E535B"},
            .grid = {"#DFE1DC", "#31353C"},
            .grid_border = {"#9B9EA4", "#6A6F78"},
            .links =
                {
                    [STYLE_PLEDGE] = {.name = "pledge",
                                      .label = "pledge of allegiance",
                                      .line = BLUE,
                                      .text = BLUE_TEXT,
                                      .width = 1.25,
                                      .head = HEAD_ARROW},
                    [STYLE_PLEDGE_CLAIMED] = {.name = "pledge-claimed",
                                              .label = "pledge claimed for it",
                                              .line = BLUE,
                                              .text = BLUE_TEXT,
                                              .dashes = DASH_CLAIMED,
                                              .width = 1.0,
                                              .head = HEAD_VEE},
                    [STYLE_PLEDGE_REFUSED] = {.name = "pledge-refused",
                                              .label = "pledge refused or disowned",
                                              .line = BLUE,
                                              .text = BLUE_TEXT,
                                              .dashes = DASH_CONFLICT,
                                              .width = 1.25,
                                              .head = HEAD_TEE},
                    [STYLE_MEMBERSHIP] = {.name = "membership",
                                          .label = "part of",
                                          .line = PURPLE,
                                          .text = PURPLE_TEXT,
                                          .width = 0.8,
                                          .head = HEAD_RING},
                    [STYLE_EXCLUDED] = {.name = "excluded",
                                        .label = "excluded from",
                                        .line = PURPLE,
                                        .text = PURPLE_TEXT,
                                        .dashes = DASH_CONFLICT,
                                        .width = 1.0,
                                        .head = HEAD_TEE},
                    [STYLE_ALLIANCE] = {.name = "alliance",
                                        .label = "alliance, cooperation",
                                        .line = GREEN,
                                        .text = GREEN_TEXT,
                                        .width = 0.8,
                                        .is_double = true,
                                        .mutual = true},
                    [STYLE_SUPPORT] = {.name = "support",
                                       .label = "support",
                                       .line = GREEN,
                                       .text = GREEN_TEXT,
                                       .width = 1.1,
                                       .head = HEAD_VEE},
                    [STYLE_JOINED] = {.name = "joined",
                                      .label = "joined, merged into",
                                      .line = BLACK,
                                      .text = BLACK,
                                      .width = 1.9,
                                      .head = HEAD_DIAMOND},
                    [STYLE_FORMED] = {.name = "formed",
                                      .label = "founded",
                                      .line = BLACK,
                                      .text = BLACK,
                                      .width = 1.0,
                                      .head = HEAD_VEE},
                    [STYLE_DESCENT] = {.name = "descent",
                                       .label = "became",
                                       .line = BLACK,
                                       .text = BLACK,
                                       .width = 1.0,
                                       .head = HEAD_BOX,
                                       .reversed = true},
                    [STYLE_SPLIT] = {.name = "split",
                                     .label = "split: parent \xE2\x86\x92 new group",
                                     .line = GOLD,
                                     .text = GOLD_TEXT,
                                     .dashes = DASH_SPLIT,
                                     .width = 1.25,
                                     .head = HEAD_VEE,
                                     .reversed = true},
                    [STYLE_BREAK] = {.name = "leadership-break",
                                     .label = "break with the leadership",
                                     .line = GOLD,
                                     .text = GOLD_TEXT,
                                     .dashes = DASH_BREAK,
                                     .width = 1.25,
                                     .head = HEAD_TEE},
                    [STYLE_CONFLICT] =
                        {.name = "conflict",
                         .label = "armed conflict",
                         .line = RED,
                         .text = RED_TEXT,
                         .dashes = DASH_CONFLICT,
                         .width = 1.5,
                         .head = HEAD_TEE,
                         .tail = HEAD_TEE,
                         .mutual = true},
                    [STYLE_ATTACK] =
                        {.name = "attack",
                         .label = "attack, ouster, purge",
                         .line = RED,
                         .text = RED_TEXT,
                         .dashes = DASH_CONFLICT,
                         .width = 1.5,
                         .head = HEAD_TEE},
                    [STYLE_HOSTILITY] =
                        {
                            .name = "hostility",
                            .label = "threat, condemnation",
                            .line = RED,
                            .text = RED_TEXT,
                            .dashes = DASH_CONFLICT,
                            .width = 0.9,
                            .head = HEAD_VEE},
                    [STYLE_RIVALRY] =
                        {.name = "rivalry",
                         .label = "rivalry",
                         .line = RED,
                         .text = RED_TEXT,
                         .dashes = DASH_CONFLICT,
                         .width = 0.9,
                         .mutual = true},
                },
            .tie = {.name = "tie", .label = "tie", .line = INK, .text = INK, .width = 1.25},
            .nodes =
                {
                    [GROUP_ORGANISATION] = {"organisation", "organisation", PLAIN_FILL,
                                            PLAIN_BORDER, INK, 0.7, 4, false, 0},
                    [GROUP_PROVINCE] = {"province", "province, branch", PLAIN_FILL, PLAIN_BORDER,
                                        INK, 0.7, 0, false, 1},
                    [GROUP_FACTION] = {"faction", "faction", PLAIN_FILL, PLAIN_BORDER, INK, 0.7,
                                       11, false, 2},
                    [GROUP_COUNCIL] = {"council",
                                       "council, umbrella",
                                       PLAIN_FILL,
                                       {"#2C2E33", "#D5D8DD"},
                                       INK,
                                       1.9,
                                       4,
                                       false,
                                       3},
                    [GROUP_UNIT] = {"unit", "unit, wing", PLAIN_FILL, PLAIN_BORDER, INK, 0.7, 1.5,
                                    false, 4},
                    [GROUP_STATE] = {"state",
                                     "state",
                                     {"#5A5D64", "#70757E"},
                                     {"#5A5D64", "#70757E"},
                                     {"#FFFFFF", "#FFFFFF"},
                                     0.7,
                                     0,
                                     true,
                                     5},
                    [GROUP_FORCE] = {"force",
                                     "armed force, militia",
                                     {"#E3E4E6", "#3A3E45"},
                                     {"#5A5D64", "#9AA0A9"},
                                     INK,
                                     0.9,
                                     0,
                                     true,
                                     6},
                    [GROUP_COALITION] = {"coalition",
                                         "coalition",
                                         {"#E3E4E6", "#3A3E45"},
                                         {"#5A5D64", "#C2C7CE"},
                                         INK,
                                         1.9,
                                         0,
                                         true,
                                         7},
                    [GROUP_MOVEMENT] = {"movement", "loosely named actors", PLAIN_FILL,
                                        PLAIN_BORDER, INK, 0.7, 4, false, 8},
                },
            .hubs =
                {
                    {"hub",
                     "centre of the figure",
                     {"#16161A", "#F4F5F7"},
                     {"#16161A", "#F4F5F7"},
                     {"#FFFFFF", "#16181C"},
                     0.7,
                     8,
                     true,
                     9},
                    {"hub",
                     "centre of the figure",
                     {"#55565C", "#B9BDC5"},
                     {"#55565C", "#B9BDC5"},
                     {"#FFFFFF", "#16181C"},
                     0.7,
                     8,
                     true,
                     9},
                },
            .name = {"name",
                     "group",
                     {"#FFFFFF", "#16181C"},
                     {"#FFFFFF", "#16181C"},
                     INK,
                     0,
                     0,
                     false,
                     10},
            .row = {"row", "group", PLAIN_FILL, PLAIN_FILL, INK, 0, 0, false, 10},
            .allegiances = {{"#16161A", "#F4F5F7"}, {"#2F7CC8", "#5AA2E8"}, {"#B4531A", "#DE8A50"}},
            .no_allegiance = {"#8E9298", "#6F757E"},
            .regions =
                {
                    {{"#E8F5E9", "#1A261C"}, {"#D0EAD2", "#24422A"}, {"#2B6130", "#A5D8AB"}},
                    {{"#FCF3D2", "#28240F"}, {"#FAE8A6", "#4A4016"}, {"#7A5C00", "#EBD27A"}},
                    {{"#F1EBF8", "#221E2B"}, {"#E7DCF2", "#3A2F4C"}, {"#5B3A8A", "#CDB8EA"}},
                    {{"#FBE7E5", "#2B1B1B"}, {"#F8D3CF", "#4E2A29"}, {"#93231B", "#F2ABA5"}},
                    {{"#E9F0FA", "#1B222E"}, {"#D8E6F7", "#22344E"}, {"#1D4A85", "#A9C9F2"}},
                    {{"#E5F3F2", "#172625"}, {"#CFEAE8", "#1F4342"}, {"#17605C", "#94D6D2"}},
                    {{"#FBEFDD", "#2A2214"}, {"#F8DDB4", "#4B391A"}, {"#80500A", "#EFC584"}},
                    {{"#FAE9F3", "#2A1A24"}, {"#F5D3E6", "#4B2A3E"}, {"#8A2360", "#EDA9CF"}},
                    {{"#F2F7DF", "#23281A"}, {"#E4EFBF", "#3B4522"}, {"#4C6310", "#CCDE96"}},
                    {{"#F9EDE4", "#2A211A"}, {"#F4DDCB", "#4A3626"}, {"#7A4420", "#E9C2A2"}},
                    {{"#EEEAFB", "#1F1D2E"}, {"#DAD6F6", "#322E52"}, {"#3F3A9E", "#BBB7F0"}},
                    {{"#F0EFED", "#222222"}, {"#E2E0DB", "#3A3835"}, {"#55504A", "#CFCAC2"}},
                },
            .has_dark = true,
            .fonts = "Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
            .text_size = TEXT_SIZE,
};

const struct theme *theme_default(void)
{
    return &standard;
}

double theme_magnification(const struct theme *theme)
{
    return theme->text_size / TEXT_SIZE;
}

const struct link_style *style_of_kind(const struct theme *theme, const struct kind *kind)
{
    for (size_t i = 0; i < sizeof styles_by_kind / sizeof *styles_by_kind; i++)
        if (text_equal_string(kind->name, styles_by_kind[i].kind))
            return &theme->links[styles_by_kind[i].style];
    return style_of_family(theme, kind);
}

const struct link_style *style_of_family(const struct theme *theme, const struct kind *kind)
{
    if (kind->mutual)
        return &theme->links[styles_by_family[kind->family].mutual];
    if (kind->sign == SIGN_NEGATIVE)
        return &theme->links[styles_by_family[kind->family].negative];
    return &theme->links[styles_by_family[kind->family].plain];
}

const struct node_style *style_of_hub(const struct theme *theme, size_t rank)
{
    return &theme->hubs[rank < HUB_STYLE_COUNT ? rank : HUB_STYLE_COUNT - 1];
}

const struct colour *style_of_allegiance(const struct theme *theme, size_t centre)
{
    if (centre == SIZE_MAX)
        return &theme->no_allegiance;
    return &theme->allegiances[centre < ALLEGIANCE_COUNT ? centre : ALLEGIANCE_COUNT - 1];
}

const struct region_style *style_of_region(const struct theme *theme, size_t index)
{
    return &theme->regions[index % REGION_STYLE_COUNT];
}

bool style_tells_region(const struct theme *theme, const struct colour *fill)
{
    return fill != NULL && strcmp(fill->light, theme->nodes[GROUP_ORGANISATION].fill.light) != 0;
}
