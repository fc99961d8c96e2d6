/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads datapackage.json (Frictionless Data Package v1): what the dataset is called, and
 * whether the package describes the tables that are there.  Private to the loader.
 */
#ifndef BLOC_LOADER_PACKAGE_H
#define BLOC_LOADER_PACKAGE_H

#include "loader/loading.h"

/* Name the dataset and compare the package with the folder. */
void package_load(struct loading *loading);

#endif
