/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads sources.json: CSL-JSON, an array of objects, as Zotero exports it.  Of each it takes
 * id, title, author, container-title or publisher, issued, URL and note.
 * Private to the loader.
 */
#ifndef BLOC_LOADER_SOURCES_H
#define BLOC_LOADER_SOURCES_H

#include "loader/loading.h"

/* Read the sources into the dataset; what is wrong with them becomes findings. */
void sources_load(struct loading *loading);

#endif
