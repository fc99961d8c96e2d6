/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an SVG file says besides its picture: title and description, Dublin Core metadata,
 * and the ids, classes and data-* attributes of groups and links.  For svg.c only.
 */
#ifndef BLOC_FIGURE_SVG_META_H
#define BLOC_FIGURE_SVG_META_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "figure/drawing.h"

#include <stddef.h>

/* What is only possibly so is paler as a whole, line and head alike. */
#define SVG_OPEN_POSSIBLE "<g opacity=\"0.63\">\n"

/* Ids given out so far; all begin with the figure's. */
struct svg_ids {
    struct arena arena;
    struct text name;
    struct text_list used;
};

/* Start with the figure's name; returns it as an id, which lives as long as the ids. */
struct text svg_ids_init(struct svg_ids *ids, struct text name);
void svg_ids_release(struct svg_ids *ids);

/* "NAME-g-KEY": letters, digits, - and _ only, and different from all before. */
struct text svg_ids_make(struct svg_ids *ids, const char *sort, struct text key);

/* Title, description and metadata elements: Dublin Core, and the record of figure/provenance.h. */
void svg_meta_write_head(const struct drawing *drawing, struct text name, struct buffer *out);

/* The opening tag of a group or link; number is used where a link has no relation. */
void svg_meta_open_node(const struct drawing *drawing, const struct node *node, struct svg_ids *ids,
                        struct buffer *out);
void svg_meta_open_link(const struct drawing *drawing, const struct link *link, size_t number,
                        struct svg_ids *ids, struct buffer *out);

#endif
