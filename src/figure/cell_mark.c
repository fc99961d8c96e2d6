/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 *    full      half      hollow    and, when contested, a dot:
 *   +-----+             +-----+    +-----+
 *   |#####|             |     |    |##O##|
 *   |#####|   |#####|   |     |    |#####|
 *   +-----+   +-----+   +-----+    +-----+
 */
#include "figure/cell_mark.h"

#include <math.h>

static const double possible_share = 0.6; /* of the side, when only possibly so */
static const double border_share = 0.2, border_most = 1.1, dot_share = 0.36;

enum cell_form cell_form_of(enum sign sign)
{
    static const enum cell_form forms[] = {
        [SIGN_NEUTRAL] = CELL_HALF, [SIGN_POSITIVE] = CELL_FULL, [SIGN_NEGATIVE] = CELL_HOLLOW};
    return forms[sign];
}

static double short_side(struct box box)
{
    return fmin(box_width(box), box_height(box));
}

static struct bar make_body(const struct cell_mark *mark, struct box box)
{
    if (mark->form == CELL_HOLLOW) {
        const double border = fmin(border_most, border_share * short_side(box));
        return (struct bar){
            .box = box_grow(box, -border / 2), .border = mark->colour, .border_width = border};
    }
    if (mark->form == CELL_HALF)
        box.top = box_centre(box).y;
    return (struct bar){.box = box, .fill = mark->colour};
}

/* Paper on a full mark, the mark's own colour where the mark leaves room. */
static struct bar make_dot(const struct cell_mark *mark, struct box box)
{
    struct point centre = box_centre(box);
    double size = dot_share * short_side(box);
    if (mark->form == CELL_HALF)
        centre.y = box.top + size / 2;
    return (struct bar){.box = box_around(centre, size, size),
                        .radius = size / 2,
                        .fill = mark->form == CELL_FULL ? mark->paper : mark->colour};
}

size_t cell_mark_bars(const struct cell_mark *mark, struct box box, struct bar *bars)
{
    size_t count = 0;
    if (mark->possible)
        box = box_around(box_centre(box), box_width(box) * possible_share,
                         box_height(box) * possible_share);
    bars[count++] = make_body(mark, box);
    if (mark->contested)
        bars[count++] = make_dot(mark, box);
    return count;
}
