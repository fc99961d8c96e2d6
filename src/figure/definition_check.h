/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A definition against the dataset that it is to be drawn from.
 */
#ifndef BLOC_FIGURE_DEFINITION_CHECK_H
#define BLOC_FIGURE_DEFINITION_CHECK_H

#include "base/finding.h"
#include "figure/definition.h"
#include "model/dataset.h"

/*
 * Are its nodes and hubs groups of this dataset, its size a group metric, and do its selection's
 * words exist?  What does not fit is a finding with the nearest name that does.
 */
void definition_check(const struct figure_definition *definition, const struct dataset *dataset,
                      struct findings *findings);

#endif
