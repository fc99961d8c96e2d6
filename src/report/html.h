/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Small pieces of HTML, escaped.  Used by the files that write the report page.
 */
#ifndef BLOC_REPORT_HTML_H
#define BLOC_REPORT_HTML_H

#include "base/buffer.h"
#include "base/text.h"
#include "report/report_table.h"

#include <stddef.h>

/* <name>text</name>; name may carry attributes: "h2 id=\"sources\"". */
void html_add_element(struct buffer *buffer, const char *name, struct text text);

/* The same around a C string. */
void html_add_string(struct buffer *buffer, const char *name, const char *string);

/* A link; what is no http, https or relative address is written without one. */
void html_add_link(struct buffer *buffer, struct text address, struct text text);

/* A number with its unit in words: "1 tie", "3 ties". */
void html_add_count(struct buffer *buffer, size_t count, const char *one, const char *many);

/* A report table as people see it, with a caption for those who hear it. */
void html_add_table(struct buffer *buffer, const struct report_table *table, const char *caption);

/* A file name as part of a relative address: all but letters, digits and "-_.~" as %XX. */
void html_add_path(struct buffer *buffer, struct text name);

/* Letters, digits, '-', '_' and '.' of a text, the rest as '-'; for ids and fragments. */
void html_add_id(struct buffer *buffer, struct text text);

#endif
