/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The values that attributes of themes have.  Every setter fails (ERROR_USAGE, naming the value)
 * and leaves the target alone when the value is none of its kind; nothing but what it has
 * understood ever reaches a file.  For theme_table.c.
 */
#ifndef BLOC_FIGURE_THEME_VALUE_H
#define BLOC_FIGURE_THEME_VALUE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "figure/theme_table.h"

#include <stdbool.h>

/* "#1D4A85" into the const char * at the field (of a struct colour: the light one), yes or no into
 * a bool, a number from least to most into a double, the name of a head into an enum head, and
 * families with commas, Inter first, into a const char * as SVG has them. */
theme_setter theme_set_colour;
theme_setter theme_set_switch;
theme_setter theme_set_number;
theme_setter theme_set_head;
theme_setter theme_set_fonts;

/* Of a theme: width and height of the page. */
theme_setter theme_set_size;

/* Of a link_style: its colour, twice for a double line; solid, dashed or dotted; and lengths of
 * dashes and gaps. */
theme_setter theme_set_line_colour;
theme_setter theme_set_line_style;
theme_setter theme_set_dashes;

/* Of a node_style: filled, and rounded when its corners are. */
theme_setter theme_set_box_style;

#endif
