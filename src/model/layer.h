/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sign layers: which ties a network or a measure runs over, by the sign of their kind.
 * Path and eigenvector measures never mix signs: they run over the positive ties, over the
 * negative ones, or over all ties with the sign left aside.
 */
#ifndef BLOC_MODEL_LAYER_H
#define BLOC_MODEL_LAYER_H

#include "model/kind.h"

#include <stdbool.h>

enum layer {
    LAYER_ALL, /* every tie, neutral ones too; sign left aside */
    LAYER_POSITIVE,
    LAYER_NEGATIVE,
    LAYER_COUNT,
};

/* "all", "positive", "negative". */
const char *layer_name(enum layer layer);

/* Does the layer have the ties of this sign?  Neutral ties belong to LAYER_ALL only. */
bool layer_has_sign(enum layer layer, enum sign sign);

#endif
