/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A drawing made by hand for tests of the figure module: boxes and straight links, without a
 * dataset.
 */
#ifndef BLOC_TESTS_UNIT_TOY_DRAWING_H
#define BLOC_TESTS_UNIT_TOY_DRAWING_H

#include "base/list.h"
#include "figure/drawing.h"

/* Add a box and return its number. */
static inline size_t toy_node(struct drawing *drawing, double x, double y, double width,
                              double height, size_t region)
{
    struct node node = {.id = TEXT("toy"),
                        .label = TEXT("toy"),
                        .style = &theme_default()->nodes[GROUP_ORGANISATION],
                        .region = region,
                        .text_size = 7};
    node.outline.box = box_around((struct point){x, y}, width, height);
    node.outline.radius = 4;
    list_push(&drawing->nodes, node);
    return drawing->nodes.count - 1;
}

/* Add a straight link in the look of the table's given row, with room for a label if wanted. */
static inline size_t toy_link(struct drawing *drawing, size_t from, size_t to, size_t style,
                              double label_width)
{
    struct link link = {.from = from, .to = to, .style = &theme_default()->links[style]};
    struct point a = box_centre(drawing->nodes.items[from].outline.box);
    struct point b = box_centre(drawing->nodes.items[to].outline.box);
    for (int i = 0; i <= 3; i++)
        list_push(&link.path, (struct point){a.x + (b.x - a.x) * i / 3, a.y + (b.y - a.y) * i / 3});
    path_clip(&link.path, drawing->nodes.items[from].outline, drawing->nodes.items[to].outline);
    link.has_label = label_width > 0;
    link.label_box = (struct box){0, 0, label_width, 7};
    list_push(&drawing->links, link);
    return drawing->links.count - 1;
}

#endif
