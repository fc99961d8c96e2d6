/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every finding that the program can report, in one table: codes are stable, levels and
 * explanations stand beside them, and the manual's list is printed from here
 * (`bloc check --explain`).
 */
#ifndef BLOC_MODEL_CATALOGUE_H
#define BLOC_MODEL_CATALOGUE_H

#include "base/finding.h"

#include <stddef.h>

enum catalogue_entry {
    /* files */
    FOUND_FILE_MISSING,
    FOUND_FILE_UNREADABLE, /* a directory, no permission, too large */
    FOUND_FILE_EMPTY,
    FOUND_TABLE_UNREAD, /* rows that name rows of a table that could not be read */
    FOUND_TABLE_EMPTY,  /* a header and no rows */
    FOUND_FILE_BINARY,  /* NUL bytes */
    FOUND_NOT_UTF8,
    /* CSV */
    FOUND_CSV_QUOTE_OPEN,  /* a quoted field never ends */
    FOUND_CSV_QUOTE_STRAY, /* text after a closing quote, or a quote inside a bare field */
    FOUND_CSV_ROW_LONG,    /* more fields than the header */
    FOUND_CSV_ROW_SHORT,   /* fewer fields than the header */
    FOUND_CSV_FIELD_LONG,  /* a field over the limit */
    FOUND_COLUMN_MISSING,
    FOUND_COLUMN_UNKNOWN,
    FOUND_COLUMN_REPEATED,
    /* values */
    FOUND_VALUE_MISSING,
    FOUND_VALUE_UNKNOWN, /* not one of the allowed words */
    FOUND_ID_MALFORMED,
    FOUND_ID_REPEATED,
    FOUND_ID_DANGLING,
    FOUND_DATE_MALFORMED,
    FOUND_DATE_ORDER, /* ends before it starts */
    FOUND_NUMBER_MALFORMED,
    FOUND_CONTROL_CHARACTER,
    FOUND_NAME_AMBIGUOUS, /* one name or alias for two groups */
    FOUND_KIND_UNKNOWN,
    /* rules over rows */
    FOUND_SELF_RELATION,
    FOUND_PARENT_CYCLE,
    FOUND_RELATION_UNSOURCED,
    FOUND_RELATION_REJECTED, /* note: every claim disputes it */
    FOUND_CLAIM_REPEATED,
    FOUND_SOURCE_UNUSED,
    FOUND_GROUP_UNUSED,    /* no relation names it */
    FOUND_ESTIMATE_TARGET, /* neither or both of group and relation */
    FOUND_ESTIMATE_ORDER,  /* low above high */
    /* JSON */
    FOUND_JSON_MALFORMED,
    FOUND_JSON_SHAPE,       /* not the expected object or array */
    FOUND_URL_UNSAFE,       /* neither http nor https; left out */
    FOUND_PACKAGE_RESOURCE, /* datapackage.json names a resource that is not there, or misses one */
    FOUND_PACKAGE_FIELD,    /* a table schema that disagrees with the table */
    /* figure definitions */
    FOUND_FIGURE_SYNTAX,
    FOUND_FIGURE_ATTRIBUTE, /* unknown attribute with one of our prefixes */
    FOUND_FIGURE_VALUE,
    FOUND_FIGURE_GROUP,   /* a node that is no group */
    FOUND_FIGURE_IGNORED, /* edges and subgraphs, which are no data */
    FOUND_THEME_NAME,
    FOUND_THEME_VALUE,
    FOUND_THEME_FAINT,
    /* importing */
    FOUND_GRAPH_SYNTAX,
    FOUND_FILE_TRUNCATED, /* the last row ends early */
    FOUND_ENCODING_MIXED, /* a text in another encoding than its file */
    FOUND_DECIMAL_COMMA,
    FOUND_DATE_AMBIGUOUS,      /* day and month could change places */
    FOUND_DATE_STYLES,         /* several ways of writing dates in one column */
    FOUND_NAME_CHANGED,        /* one id with two names */
    FOUND_CODE_UNMAPPED,       /* no rule says what it means */
    FOUND_CODE_LEFT_OUT,       /* the user's rule leaves its rows out */
    FOUND_COUNTERPART_MISSING, /* one group alone is no tie */
    FOUND_MATCH_UNUSED,        /* a name in --match that is nowhere */
    CATALOGUE_COUNT,
};

const struct finding_type *catalogue_get(enum catalogue_entry entry);

#endif
