/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What makes a composed drawing one of lanes, before and after its places are known: ranks of
 * hubs, a lane for groups without a region, words on the ties between hubs; then the bars.
 */
#ifndef BLOC_FIGURE_ALIGNMENT_HUBS_H
#define BLOC_FIGURE_ALIGNMENT_HUBS_H

#include "figure/drawing.h"

/* Comes once, after the nodes, links and frames are composed. */
void alignment_prepare(struct drawing *drawing);

/* Add the bars of the hubs; comes once, after placing.  The first hub of each side has a bar
 * along all lanes; further ones have a piece wherever a tie of theirs arrives. */
void alignment_furnish(struct drawing *drawing);

#endif
