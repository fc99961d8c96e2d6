/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A drawing before layout as DOT that plain `dot` reads and draws: for users who want to go
 * on in Graphviz, and for tests of what is composed.
 */
#ifndef BLOC_FIGURE_DOT_WRITE_H
#define BLOC_FIGURE_DOT_WRITE_H

#include "base/buffer.h"
#include "base/text.h"
#include "figure/drawing.h"

/* Append the drawing, nodes and links in their order. */
void dot_write(const struct drawing *drawing, struct buffer *buffer);

/*
 * Append a text as a quoted DOT string that Graphviz shows as it is: quotes and backslashes
 * are escaped, & becomes an entity, line breaks stay breaks, other controls are left out.
 */
void dot_write_string(struct buffer *buffer, struct text text);

#endif
