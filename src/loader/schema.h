/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The columns of each CSV table: name, whether it is required, and the setter that reads its
 * values.  Adding a column is one line here and a member in the model.  Private to the loader.
 */
#ifndef BLOC_LOADER_SCHEMA_H
#define BLOC_LOADER_SCHEMA_H

#include "loader/table.h"

extern const struct table_schema schema_groups;
extern const struct table_schema schema_relations;
extern const struct table_schema schema_claims;
extern const struct table_schema schema_kinds;
extern const struct table_schema schema_estimates;

#endif
