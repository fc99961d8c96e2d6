/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Graph files that are XML: from the file to its rows, element by element.  Used by the importers of
 * GraphML and GEXF, whose state begins with a struct graph_xml.
 */
#ifndef BLOC_IMPORTER_GRAPH_XML_H
#define BLOC_IMPORTER_GRAPH_XML_H

#include "base/error.h"
#include "base/text.h"
#include "base/xml_walk.h"
#include "importer/graph_rows.h"

#include <stdbool.h>

struct graph_xml {
    struct graph_rows rows;
    struct xml_walk walk;
};

/* What a format does at each step; takes_text may be NULL. */
struct graph_xml_steps {
    void (*opens)(void *format);
    void (*closes)(void *format);
    void (*takes_text)(void *format);
};

/*
 * Read a file: format points to the state of the format, of which *xml is the first member.  A file
 * that is malformed is a finding, and what was read before it stands; fails when the file cannot be
 * read.
 */
bool graph_xml_read(struct graph_xml *xml, const struct graph_xml_steps *steps,
                    struct import *import, const char *path, struct error *error);

/* An attribute of the element that begins; empty when absent.  It lasts as long as the rows. */
struct text graph_xml_attribute(struct graph_xml *xml, const char *name);

#endif
