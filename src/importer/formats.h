/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The formats; importer.c lists them.
 */
#ifndef BLOC_IMPORTER_FORMATS_H
#define BLOC_IMPORTER_FORMATS_H

#include "importer/importer.h"

extern const struct import_format import_csv;
extern const struct import_format import_ucdp_ged;
extern const struct import_format import_ucdp_actor;
extern const struct import_format import_ucdp_prio; /* these three: import_ucdp_years.c */
extern const struct import_format import_ucdp_dyadic;
extern const struct import_format import_ucdp_nonstate;
extern const struct import_format import_acled;
extern const struct import_format import_cow_alliance;
extern const struct import_format import_cow_mid;
extern const struct import_format import_mapping_militants;
extern const struct import_format import_graphml;
extern const struct import_format import_gexf;
extern const struct import_format import_gml;
extern const struct import_format import_pajek;
extern const struct import_format import_dot;
extern const struct import_format import_node_link;

#endif
