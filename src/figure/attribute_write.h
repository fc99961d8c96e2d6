/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The attributes that a definition comes to once its file, the command line and the defaults have
 * all been heard: the other direction of attribute_set.
 */
#ifndef BLOC_FIGURE_ATTRIBUTE_WRITE_H
#define BLOC_FIGURE_ATTRIBUTE_WRITE_H

#include "base/arena.h"
#include "base/text.h"
#include "base/text_pair.h"
#include "figure/definition.h"

/*
 * Append each attribute of the graph that has a value, in the order of figure_attributes(), with a
 * value that attribute_set takes again, then "hidden" with the groups that are; of a theme only the
 * name, not the folder.  theme is the one
 * that the definition was fitted to (definition_fit_theme), or NULL.  Texts live in the arena.
 */
void attribute_list(const struct figure_definition *definition, const struct theme *theme,
                    struct arena *arena, struct text_pair_list *options);

#endif
