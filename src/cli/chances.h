/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of --grade-probability.
 */
#ifndef BLOC_CLI_CHANCES_H
#define BLOC_CLI_CHANCES_H

#include "base/error.h"
#include "base/text.h"
#include "metrics/uncertainty.h"

#include <stdbool.h>

/*
 * Set what the words say ("stated=0.9,possible=0.3") and leave the rest.  Fails with
 * ERROR_USAGE on an unknown name or a number that is not from 0 to 1.
 */
bool chances_from_text(struct text words, struct tie_chances *chances, struct error *error);

#endif
