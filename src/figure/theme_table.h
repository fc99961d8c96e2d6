/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a theme may style and with which attributes: two tables, walked by the reader and by
 * the reference in graphs/README.md.  For theme.c.
 */
#ifndef BLOC_FIGURE_THEME_TABLE_H
#define BLOC_FIGURE_THEME_TABLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "figure/style.h"

#include <stdbool.h>
#include <stddef.h>

/* What looks alike in the attributes that it takes. */
enum theme_object {
    THEME_PAGE,   /* the graph itself */
    THEME_LINK,   /* links of one style */
    THEME_BOX,    /* boxes of one kind of group */
    THEME_REGION, /* a region's field, boxes and name */
    THEME_FRAME,  /* a field with a border */
    THEME_FIELD,  /* a plain field */
    THEME_LINE,   /* a thin line that is no link */
    THEME_TEXT,   /* a sort of text */
    THEME_OBJECT_COUNT,
};

/* Something of a theme that has a name. */
struct theme_target {
    const char *name;
    enum theme_object object;
    size_t place; /* of its struct in struct theme */
    const char *help;
};

struct theme_attribute;

/* Set a target's attribute from its value. */
typedef bool theme_setter(void *target, const struct theme_attribute *attribute, struct text value,
                          struct arena *arena, struct error *error);

/* An attribute that some targets take. */
struct theme_attribute {
    const char *name;
    enum theme_object object;
    const char *values;
    const char *help;
    theme_setter *set;
    size_t field; /* of the target, where the setter needs one */
    double least; /* of numbers */
    double most;
};

const struct theme_target *theme_targets(size_t *count);
const struct theme_attribute *theme_attributes(size_t *count);

/* Has it a colour, and so a dark counterpart? */
bool theme_is_colour(const struct theme_attribute *attribute);

/* The row of this name that the object takes; false when there is none.  dark_color and the like
 * are made from those of colours. */
bool theme_find_attribute(enum theme_object object, struct text name,
                          struct theme_attribute *attribute);

/* Attributes of Graphviz that a theme may hold for the sake of plain `dot`. */
bool theme_is_for_dot(struct text name);

#endif
