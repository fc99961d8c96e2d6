/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One order of what a dataset holds, whatever the order of the rows in its tables: the same data
 * give the same figures and numbers, also out of tables that a spreadsheet has sorted.
 *
 * Groups, relations and the dataset's own kinds stand by id; claims by relation, source and locator,
 * with numbers as locators by their size; estimates by what they are about.  Sources stay as they
 * are: theirs is the order of a bibliography.
 */
#ifndef BLOC_MODEL_DATASET_ORDER_H
#define BLOC_MODEL_DATASET_ORDER_H

#include "model/dataset.h"

/* Put the tables in order and mend what refers to their rows.  Before dataset_build_index. */
void dataset_put_in_order(struct dataset *dataset);

#endif
