/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs a Graphviz engine over a canvas.  The only file that knows libgvc, which is neither
 * thread-safe nor free of leaks: call it in a worker process (worker.h).
 */
#ifndef BLOC_FIGURE_LAYOUT_H
#define BLOC_FIGURE_LAYOUT_H

#include "base/error.h"
#include "figure/canvas.h"

#include <stdbool.h>

/*
 * Lay out with "dot", "neato", "nop" (positions given, lines routed) and put positions, paths
 * and extents into the canvas.  Fails when Graphviz says so, or warns that it gave up on
 * routing around boxes that touch.
 */
bool layout_run(struct canvas *canvas, const char *engine, struct error *error);

/* Of the Graphviz that is used: "2.43.0".  May be called anywhere. */
const char *layout_version(void);

#endif
