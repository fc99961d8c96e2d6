/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Does the legend tell of what is drawn, all of it and nothing else?  Looks at the finished
 * drawing alone, not at how the legend was made.
 */
#ifndef BLOC_FIGURE_LEGEND_AUDIT_H
#define BLOC_FIGURE_LEGEND_AUDIT_H

#include "base/buffer.h"
#include "figure/drawing.h"

#include <stddef.h>

struct legend_audit {
    size_t unexplained; /* looks of marks that no entry shows */
    size_t undrawn;     /* entries that show what no mark looks like */
};

/* Nothing is at fault in a drawing without a legend.  notes gets a line for each fault; may be
 * NULL. */
void legend_audit(const struct drawing *drawing, struct legend_audit *audit, struct buffer *notes);

#endif
