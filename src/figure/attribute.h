/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The attributes of figure definitions, one table row each: where they may stand, what they
 * accept and how they are set.  definition.c walks it; the reference in graphs/README.md is
 * printed from it.
 */
#ifndef BLOC_FIGURE_ATTRIBUTE_H
#define BLOC_FIGURE_ATTRIBUTE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "figure/definition.h"

#include <stdbool.h>

/* Does the name begin with select_, encode_, text_ or figure_? */
bool attribute_has_prefix(struct text name);

bool attribute_is_known(struct text name);

/* Is it an attribute of one group's node: pin, label, hidden, encode_hub? */
bool attribute_is_of_group(struct text name);

/* May it also stand in node [...] and edge [...]?  The encode_* ones may. */
bool attribute_is_default(struct text name);

/*
 * Set an attribute of the figure.  Fails (ERROR_USAGE) on an unknown name, naming the nearest,
 * on one that belongs to a group, and on a bad value.
 */
bool attribute_set(struct figure_definition *definition, struct text name, struct text value,
                   struct error *error);

/* Set an attribute of one group's node; fails on a bad value.  The name is one of its own. */
bool attribute_set_on_group(struct figure_definition *definition, struct node_override *override,
                            struct text name, struct text value, struct error *error);

/* The reference as a Markdown table. */
void attribute_write_reference(struct buffer *buffer);

#endif
