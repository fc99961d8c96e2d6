/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Room for the dates beside links: each label goes to the free place nearest the middle of
 * its own line, beside it and clear of every node, line and other label.
 */
#ifndef BLOC_FIGURE_LABELS_H
#define BLOC_FIGURE_LABELS_H

#include "figure/drawing.h"

#include <stdbool.h>

/*
 * Place the labels of all links.  With are_placed, where layout has put a label_box is one of
 * the places tried.  Where no free place exists, the least bad one is taken, legibility will
 * tell, and the link's strain grows so that a further placement gives it more room.
 */
void labels_place(struct drawing *drawing, bool are_placed);

#endif
