/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The kinds of sheets, one a file of the same name (sheet_partition is in sheet_community.c).  For
 * the registry in sheet.c.
 */
#ifndef BLOC_METRICS_SHEET_TYPES_H
#define BLOC_METRICS_SHEET_TYPES_H

#include "metrics/sheet.h"

extern const struct sheet_type sheet_role;
extern const struct sheet_type sheet_keyplayer;
extern const struct sheet_type sheet_curve;
extern const struct sheet_type sheet_block;
extern const struct sheet_type sheet_separator;
extern const struct sheet_type sheet_pair;
extern const struct sheet_type sheet_movement;
extern const struct sheet_type sheet_umbrella;
extern const struct sheet_type sheet_community;
extern const struct sheet_type sheet_partition;
extern const struct sheet_type sheet_motif;

#endif
