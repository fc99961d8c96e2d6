/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which groups are parts of which, once all are known.  Used by importer/dataset_writer.c.
 */
#ifndef BLOC_IMPORTER_PARENTS_H
#define BLOC_IMPORTER_PARENTS_H

#include "importer/intake.h"

#include <stdint.h>

/*
 * The parent of each group, by the original id or the name that the data gives it; INTAKE_NONE where
 * it names none, or one that is not there.  Where parents go round, one of them is left out.
 * list_free the result; NULL when there are no groups.
 */
uint32_t *parents_settle(struct intake *intake);

#endif
