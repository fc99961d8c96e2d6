/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An error means that the row, value or file was not used; a warning, that it was used though
 * it looks wrong; a note, that nothing is wrong.
 */
#include "model/catalogue.h"

#include <assert.h>

static const struct finding_type catalogue[CATALOGUE_COUNT] = {
    [FOUND_FILE_MISSING] = {FINDING_ERROR, "missing-file",
                            "A table that every dataset must have is not in its folder."},
    [FOUND_FILE_UNREADABLE] = {FINDING_ERROR, "unreadable-file",
                               "A file is there but cannot be read: a folder of that name, no "
                               "permission, or too large."},
    [FOUND_FILE_EMPTY] = {FINDING_ERROR, "empty-file", "A table has no header line."},
    [FOUND_TABLE_UNREAD] = {FINDING_ERROR, "unread-table",
                            "Rows are rejected because what they name stands in a table that could "
                            "not be read."},
    [FOUND_TABLE_EMPTY] = {FINDING_WARNING, "empty-table", "A table has a header and no rows."},
    [FOUND_FILE_BINARY] = {FINDING_ERROR, "binary-file",
                           "A file holds NUL bytes, so it is no text; spreadsheets are to be saved "
                           "as CSV in UTF-8."},
    [FOUND_NOT_UTF8] = {FINDING_ERROR, "not-utf8",
                        "A text is not valid UTF-8; the row is not used."},

    [FOUND_CSV_QUOTE_OPEN] = {FINDING_ERROR, "open-quote",
                              "A quoted field is not closed before the end of the file."},
    [FOUND_CSV_QUOTE_STRAY] = {FINDING_ERROR, "stray-quote",
                               "A quotation mark stands inside an unquoted field, or text follows "
                               "a closing one; quotation marks inside a quoted field are doubled."},
    [FOUND_CSV_ROW_LONG] = {FINDING_ERROR, "long-row",
                            "A row has more fields than the header; a comma in a text needs "
                            "quotation marks around the field."},
    [FOUND_CSV_ROW_SHORT] = {FINDING_ERROR, "short-row", "A row has fewer fields than the header."},
    [FOUND_CSV_FIELD_LONG] = {FINDING_ERROR, "long-field",
                              "A field is longer than any text in a table should be; often a "
                              "quotation mark is not closed."},
    [FOUND_COLUMN_MISSING] = {FINDING_ERROR, "missing-column",
                              "A table lacks a column that it must have; none of its rows can be "
                              "used."},
    [FOUND_COLUMN_UNKNOWN] = {FINDING_WARNING, "unknown-column",
                              "A column has a name that means nothing here; what is in it is not "
                              "used."},
    [FOUND_COLUMN_REPEATED] = {FINDING_ERROR, "repeated-column",
                               "Two columns have the same name; the first is used."},

    [FOUND_VALUE_MISSING] = {FINDING_ERROR, "missing-value",
                             "A field that must be filled is empty."},
    [FOUND_VALUE_UNKNOWN] = {FINDING_ERROR, "unknown-value",
                             "A field holds none of the words allowed in it."},
    [FOUND_ID_MALFORMED] = {FINDING_ERROR, "bad-id",
                            "An id is not in lower-case letters, digits and underscores."},
    [FOUND_ID_REPEATED] = {FINDING_ERROR, "duplicate-id",
                           "Two rows of a table have the same id; the first is used."},
    [FOUND_ID_DANGLING] = {FINDING_ERROR, "dangling-id", "A row names an id that is in no table."},
    [FOUND_DATE_MALFORMED] = {FINDING_ERROR, "bad-date",
                              "A date is not EDTF, or such a day does not exist."},
    [FOUND_DATE_ORDER] = {FINDING_ERROR, "date-order",
                          "Something ends before it starts, however the dates are read."},
    [FOUND_NUMBER_MALFORMED] = {FINDING_ERROR, "bad-number",
                                "A field that must hold a number holds something else, or a number "
                                "outside its range."},
    [FOUND_CONTROL_CHARACTER] = {FINDING_WARNING, "control-character",
                                 "A text has a control character, or one that turns the direction "
                                 "of the text around it; outputs replace it."},
    [FOUND_NAME_AMBIGUOUS] = {FINDING_WARNING, "ambiguous-name",
                              "Two groups share a name, label or alias; a search by it finds the "
                              "first."},
    [FOUND_KIND_UNKNOWN] = {FINDING_ERROR, "unknown-kind",
                            "A relation has a kind that is neither built in nor in kinds.csv."},

    [FOUND_SELF_RELATION] = {FINDING_ERROR, "self-relation", "A relation joins a group to itself."},
    [FOUND_PARENT_CYCLE] = {FINDING_ERROR, "parent-cycle",
                            "A group is its own parent, directly or through others; the parent is "
                            "left out."},
    [FOUND_RELATION_UNSOURCED] = {FINDING_ERROR, "unsourced-relation",
                                  "No claim carries the relation, so nothing can be cited for it; "
                                  "it is not used."},
    [FOUND_RELATION_REJECTED] = {FINDING_NOTE, "rejected-relation",
                                 "Every claim disputes the relation; it is kept but neither drawn "
                                 "nor measured."},
    [FOUND_CLAIM_REPEATED] = {FINDING_WARNING, "repeated-claim",
                              "The same source makes the same claim twice at the same place; the "
                              "rows are merged."},
    [FOUND_SOURCE_UNUSED] = {FINDING_NOTE, "unused-source", "No claim cites the source."},
    [FOUND_GROUP_UNUSED] = {FINDING_NOTE, "unused-group", "No relation names the group."},
    [FOUND_ESTIMATE_TARGET] = {FINDING_ERROR, "estimate-target",
                               "An estimate must be about a group or about a relation, not about "
                               "both or neither."},
    [FOUND_ESTIMATE_ORDER] = {FINDING_ERROR, "estimate-order",
                              "The low number of an estimate is above the high one."},

    [FOUND_JSON_MALFORMED] = {FINDING_ERROR, "bad-json", "A file is not valid JSON."},
    [FOUND_JSON_SHAPE] = {FINDING_ERROR, "json-shape",
                          "A file is valid JSON but not made as it should be: an object, array or "
                          "text stands where another is expected."},
    [FOUND_URL_UNSAFE] = {FINDING_WARNING, "unsafe-url",
                          "An address begins with neither http:// nor https://; it is left out."},
    [FOUND_PACKAGE_RESOURCE] = {FINDING_WARNING, "package-resource",
                                "The data package names a file that is not there, or does not "
                                "name one that is."},
    [FOUND_PACKAGE_FIELD] = {FINDING_WARNING, "package-field",
                             "The schema of a table in the data package disagrees with its "
                             "header."},

    [FOUND_FIGURE_SYNTAX] = {FINDING_ERROR, "figure-syntax",
                             "A figure definition is not in the Graphviz language."},
    [FOUND_FIGURE_ATTRIBUTE] = {FINDING_ERROR, "unknown-attribute",
                                "An attribute begins like one of ours (select_, encode_, text_, "
                                "figure_) but there is none of that name."},
    [FOUND_FIGURE_VALUE] = {FINDING_ERROR, "bad-attribute",
                            "An attribute of a figure has a value that it cannot have."},
    [FOUND_FIGURE_GROUP] = {FINDING_WARNING, "figure-group",
                            "A figure styles or places a node that is no group of the dataset."},
    [FOUND_FIGURE_IGNORED] = {FINDING_WARNING, "figure-ignored",
                              "A figure holds something that is not used: links and clusters come "
                              "from the dataset."},

    [FOUND_THEME_NAME] = {FINDING_ERROR, "theme-name",
                          "A theme speaks of a look or an attribute that there is not."},
    [FOUND_THEME_VALUE] = {FINDING_ERROR, "theme-value",
                           "An attribute of a theme has a value that it cannot have."},
    [FOUND_THEME_FAINT] = {FINDING_WARNING, "theme-faint",
                           "A text or line of a theme stands out too little from what it is on."},
    [FOUND_GRAPH_SYNTAX] = {FINDING_ERROR, "graph-syntax",
                            "A graph file is not written as its format asks; what stands before "
                            "the place is used."},
    [FOUND_FILE_TRUNCATED] = {FINDING_ERROR, "truncated-file",
                              "The last row of an imported file ends early and without a line end, "
                              "as after a broken download."},
    [FOUND_ENCODING_MIXED] = {FINDING_WARNING, "mixed-encoding",
                              "A text of an imported file is in another encoding than the rest; it "
                              "is read as Windows-1252."},
    [FOUND_DECIMAL_COMMA] = {FINDING_WARNING, "decimal-comma",
                             "A number of an imported file is written with a comma before its "
                             "decimals."},
    [FOUND_DATE_AMBIGUOUS] = {FINDING_WARNING, "ambiguous-date",
                              "Day and month of an imported date could change places, and nothing "
                              "in the file tells; the date is kept as one of the two."},
    [FOUND_DATE_STYLES] = {FINDING_WARNING, "mixed-dates",
                           "A column of an imported file has dates written in several ways."},
    [FOUND_NAME_CHANGED] = {FINDING_WARNING, "changed-name",
                            "An id of an imported file stands with two names; the first is used, "
                            "the other is an alias."},
    [FOUND_CODE_UNMAPPED] = {FINDING_WARNING, "unmapped-code",
                             "A code of an imported file has no rule that says what it means; the "
                             "message tells how it is read."},
    [FOUND_CODE_LEFT_OUT] = {FINDING_NOTE, "left-out",
                             "Rows of an imported file are left out by its mapping: nothing is "
                             "wrong with them."},
    [FOUND_COUNTERPART_MISSING] = {FINDING_NOTE, "no-counterpart",
                                   "A row of an imported file names one group only, or its other "
                                   "side is no group: there is no tie."},
    [FOUND_MATCH_UNUSED] = {FINDING_WARNING, "unused-match",
                            "A name in the file of names that mean the same is in no imported "
                            "file."},
};

const struct finding_type *catalogue_get(enum catalogue_entry entry)
{
    assert(entry < CATALOGUE_COUNT);
    return &catalogue[entry];
}
