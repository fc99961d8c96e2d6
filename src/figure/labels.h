/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Room for the dates beside links: each label goes to the free place nearest the middle of
 * its own line, beside it and clear of every node, line and other label.
 */
#ifndef BLOC_FIGURE_LABELS_H
#define BLOC_FIGURE_LABELS_H

#include "figure/drawing.h"

/*
 * Place the labels of all links.  A label_box that layout has already put somewhere is one of
 * the places tried.  Where no free place exists, the least bad one is taken; legibility will
 * tell.
 */
void labels_place(struct drawing *drawing);

#endif
