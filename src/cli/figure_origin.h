/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a figure's record says of where it comes from, besides what is in the picture: versions,
 * definition and effective options.  Used by figure_set.c.
 */
#ifndef BLOC_CLI_FIGURE_ORIGIN_H
#define BLOC_CLI_FIGURE_ORIGIN_H

#include "base/arena.h"
#include "cli/figure_set.h"
#include "cli/settings.h"
#include "figure/provenance.h"

#include <stdint.h>

/*
 * For a figure that is planned to the end.  Its texts live in the arena or, like its groups, with
 * the plan; its options are to be freed.
 */
void figure_origin_init(struct provenance *provenance, const struct figure_plan *plan,
                        const struct fingerprint *data, uint64_t seed,
                        const struct settings *settings, struct arena *arena);

#endif
