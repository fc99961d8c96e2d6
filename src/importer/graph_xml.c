/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/graph_xml.h"

struct text graph_xml_attribute(struct graph_xml *xml, const char *name)
{
    return xml_walk_attribute(&xml->walk, name, &xml->rows.arena);
}

static void walk_file(struct graph_xml *xml, const struct graph_xml_steps *steps)
{
    enum xml_step step;
    while ((step = xml_walk_next(&xml->walk)) != XML_ENDS && step != XML_BROKEN) {
        if (step == XML_OPENS)
            steps->opens(xml);
        else if (step == XML_CLOSES)
            steps->closes(xml);
        else if (steps->takes_text != NULL)
            steps->takes_text(xml);
    }
    if (step == XML_BROKEN)
        graph_rows_malformed(&xml->rows, xml->walk.line, 0, xml->walk.reason);
}

bool graph_xml_read(struct graph_xml *xml, const struct graph_xml_steps *steps,
                    struct import *import, const char *path, struct error *error)
{
    if (!graph_rows_open(&xml->rows, import, path, true, error))
        return false;
    xml_walk_open(&xml->walk, xml->rows.contents);
    walk_file(xml, steps);
    xml_walk_close(&xml->walk);
    return graph_rows_close(&xml->rows, error);
}
