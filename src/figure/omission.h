/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a figure does without so that the rest can be read; its note says so.  A tie is never
 * left out.
 */
#ifndef BLOC_FIGURE_OMISSION_H
#define BLOC_FIGURE_OMISSION_H

#include "figure/definition.h"
#include "figure/drawing.h"
#include "selection/selection.h"

#include <stdbool.h>

/*
 * Groups without a tie have no row in a matrix and no place in a hierarchy: true by group_id for
 * those; NULL when this figure leaves out no group.  Lives in the drawing's arena.
 */
const bool *omission_of_groups(const struct figure_definition *definition,
                               const struct selection *selection, struct drawing *drawing);

/* "Without a tie here, 2 groups: Alpha, Beta." */
void omission_note_groups(const struct selection *selection, const bool *omitted,
                          struct drawing *drawing);

/* Sets drawing.undated, and notes it, when the lines are too many for dates beside them and the
 * definition does not insist. */
void omission_of_dates(const struct figure_definition *definition, struct drawing *drawing);

#endif
