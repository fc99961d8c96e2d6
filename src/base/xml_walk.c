/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/xml_walk.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#define PARSE_FLAGS                                                                  \
    (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | \
     XML_PARSE_BIG_LINES)

static struct text text_of(const xmlChar *string)
{
    return text_from((const char *)string);
}

/* Some faults are printed whatever the flags say. */
static void stay_silent(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

void xml_walk_open(struct xml_walk *walk, struct text contents)
{
    *walk = (struct xml_walk){.line = 1};
    xmlResetLastError();
    xmlSetGenericErrorFunc(NULL, stay_silent);
    if (contents.length > 0 && contents.length <= INT_MAX)
        walk->reader =
            xmlReaderForMemory(contents.at, (int)contents.length, NULL, NULL, PARSE_FLAGS);
}

void xml_walk_close(struct xml_walk *walk)
{
    if (walk->reader != NULL)
        xmlFreeTextReader(walk->reader);
    xmlResetLastError();
    xmlSetGenericErrorFunc(NULL, NULL);
    walk->reader = NULL;
}

/* Versions of libxml2 differ in what they say of a text without a first tag. */
static const char *reason_of(const xmlError *error)
{
    const bool is_telling =
        error != NULL && error->message != NULL && error->code != XML_ERR_DOCUMENT_EMPTY;
    return is_telling ? error->message : "the file is no XML";
}

static enum xml_step break_off(struct xml_walk *walk)
{
    const xmlError *error = xmlGetLastError();
    snprintf(walk->reason, sizeof walk->reason, "%s", reason_of(error));
    walk->reason[strcspn(walk->reason, "\n")] = '\0';
    if (error != NULL && error->line > 0)
        walk->line = (size_t)error->line;
    return XML_BROKEN;
}

enum xml_step xml_walk_next(struct xml_walk *walk)
{
    if (walk->closes) {
        walk->closes = false;
        return XML_CLOSES;
    }
    for (;;) {
        const int more = walk->reader == NULL ? -1 : xmlTextReaderRead(walk->reader);
        if (more != 1)
            return more == 0 ? XML_ENDS : break_off(walk);
        /* The parser itself is further on. */
        const long line = xmlGetLineNo(xmlTextReaderCurrentNode(walk->reader));
        walk->line = line > 0 ? (size_t)line : walk->line;
        walk->name = text_of(xmlTextReaderConstLocalName(walk->reader));
        walk->space = text_of(xmlTextReaderConstNamespaceUri(walk->reader));
        walk->text = text_of(xmlTextReaderConstValue(walk->reader));
        switch (xmlTextReaderNodeType(walk->reader)) {
        case XML_READER_TYPE_ELEMENT:
            walk->closes = xmlTextReaderIsEmptyElement(walk->reader) == 1;
            return XML_OPENS;
        case XML_READER_TYPE_END_ELEMENT: return XML_CLOSES;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA: return XML_TEXT;
        default: break;
        }
    }
}

struct text xml_walk_attribute(const struct xml_walk *walk, const char *name, struct arena *arena)
{
    xmlChar *value = xmlTextReaderGetAttribute(walk->reader, (const xmlChar *)name);
    const struct text copy = arena_copy_text(arena, text_of(value));
    xmlFree(value);
    return copy;
}
