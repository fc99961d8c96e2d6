/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Setters: each reads one value of a table into its member of a row, or reports why it cannot.
 * The type of the member stands beside each.  Private to the loader.
 */
#ifndef BLOC_LOADER_VALUE_H
#define BLOC_LOADER_VALUE_H

#include "loader/table.h"

typedef void value_setter(struct table_row *row, const struct table_cell *cell, void *member);

value_setter value_set_text;      /* struct text, borrowed from the table */
value_setter value_set_id;        /* struct text of lower-case letters, digits and underscores */
value_setter value_set_date;      /* struct date */
value_setter value_set_number;    /* double */
value_setter value_set_weight;    /* double above 0 */
value_setter value_set_countries; /* struct text of ISO 3166-1 alpha-2 codes, `;` between */
value_setter value_set_aliases;   /* struct group: both its members for aliases */

/* One of a few words. */
value_setter value_set_group_kind; /* enum group_kind */
value_setter value_set_family;     /* enum family */
value_setter value_set_sign;       /* enum sign */
value_setter value_set_mutual;     /* bool: directed, mutual */
value_setter value_set_event;      /* bool: state, event */
value_setter value_set_disputes;   /* bool: supports, disputes */
value_setter value_set_grade;      /* enum grade */

/* The id of a row of another table, as its number. */
value_setter value_set_group;    /* group_id */
value_setter value_set_relation; /* relation_id */
value_setter value_set_source;   /* source_id */
value_setter value_set_kind;     /* kind_id */

/* No member: the value is used when the whole row is looked at. */
value_setter value_set_nothing;

/* Why an id leads nowhere: "group 'x' was rejected at groups.csv:12", "no group has the id ...". */
struct text value_explain_dangling(struct loading *loading, enum table table, struct text id);

#endif
