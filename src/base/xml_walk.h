/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An XML file element by element, with lines.  Nothing outside the file is read, and its entities
 * are not expanded.  Used by the importers of GraphML and GEXF, and by the reader of figures.
 */
#ifndef BLOC_BASE_XML_WALK_H
#define BLOC_BASE_XML_WALK_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum xml_step {
    XML_OPENS, /* an element begins; one without content closes in the next step */
    XML_CLOSES,
    XML_TEXT,
    XML_ENDS,   /* of the file */
    XML_BROKEN, /* see line and reason */
};

struct xml_walk {
    struct text name;  /* of the element, without prefix; borrowed until the next step */
    struct text space; /* its namespace, as briefly; empty without one */
    struct text text;
    size_t line;
    char reason[160];
    /* private */
    void *reader;
    bool closes; /* the element that began is empty */
};

void xml_walk_open(struct xml_walk *walk, struct text contents);
void xml_walk_close(struct xml_walk *walk);

enum xml_step xml_walk_next(struct xml_walk *walk);

/* An attribute of the element that begins, copied into the arena; empty when absent. */
struct text xml_walk_attribute(const struct xml_walk *walk, const char *name, struct arena *arena);

#endif
