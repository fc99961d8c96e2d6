/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The option --sign: what a kind of relation counts as on this run, whatever the dataset's policy
 * says.  Every signed result prints the policy, with what was changed.
 */
#ifndef BLOC_CLI_SIGN_CHANGE_H
#define BLOC_CLI_SIGN_CHANGE_H

#include "base/error.h"
#include "model/dataset.h"
#include "selection/query.h"

#include <stdbool.h>

/* Change the signs of kinds as "KIND=+", "KIND=-" or "KIND=0" say, the last word on a kind
 * counting.  ERROR_USAGE with the nearest kind or the allowed signs on anything else. */
bool sign_change_apply(struct dataset *dataset, const struct text_list *changes,
                       struct error *error);

#endif
