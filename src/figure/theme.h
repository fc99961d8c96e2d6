/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Themes: DOT files that say how figures look.  A theme says only what it changes; the rest is
 * the default theme's.
 *
 *     digraph print {
 *         graph [bgcolor="#FFFFFF", fontcolor="#000000"]   // paper and ink
 *         node  [color="#333333", style=filled]            // of all boxes
 *         state [fillcolor="#666666"]                      // boxes of one kind of group
 *         state -> force [class=conflict, color="#000000", arrowhead=tee, style=dotted]
 *     }
 *
 * A node statement names one of the looks of theme_table.h; an edge is a sample of the style
 * of links that its class names.  Attributes are Graphviz's own, so plain `dot` draws a sheet
 * of samples; dark_color and the like hold for the dark look.
 */
#ifndef BLOC_FIGURE_THEME_H
#define BLOC_FIGURE_THEME_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/finding.h"
#include "base/text.h"
#include "figure/style.h"

/*
 * Change *theme, which the caller has set to theme_default() or another, as a file says; texts go
 * into the arena.  Malformed DOT, unknown names (nearest suggested)
 * and values that are none are findings of level error with file and line, and leave what they
 * speak of at its default; texts and lines too faint to read are findings of level warning.
 */
void theme_read(struct text dot, struct text file, struct arena *arena, struct theme *theme,
                struct findings *findings);

/* Tables of what a theme may style and with which attributes, as Markdown. */
void theme_write_reference(struct buffer *buffer);

#endif
