/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/layer.h"

const char *layer_name(enum layer layer)
{
    static const char *const names[LAYER_COUNT] = {
        [LAYER_ALL] = "all",
        [LAYER_POSITIVE] = "positive",
        [LAYER_NEGATIVE] = "negative",
    };
    return names[layer];
}

bool layer_has_sign(enum layer layer, enum sign sign)
{
    switch (layer) {
    case LAYER_POSITIVE: return sign == SIGN_POSITIVE;
    case LAYER_NEGATIVE: return sign == SIGN_NEGATIVE;
    default: return true;
    }
}
