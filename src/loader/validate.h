/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules that need whole tables: parents and their cycles, relations that no claim carries,
 * rows that nothing uses.  What a row alone can show is checked while it is read (schema.c).
 * Private to the loader.
 */
#ifndef BLOC_LOADER_VALIDATE_H
#define BLOC_LOADER_VALIDATE_H

#include "loader/loading.h"

/* Give the groups their parents; a parent that is no group or part of a cycle is left out. */
void validate_parents(struct loading *loading);

/* Take relations without a claim out of the dataset; the numbers in claims follow. */
void validate_claims(struct loading *loading);

/* Note disputed relations and unused groups and sources; needs the index of the dataset. */
void validate_usage(struct loading *loading);

#endif
