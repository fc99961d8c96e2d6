/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Keeps igraph from ending the process or writing to a stream: its errors become struct
 * error, its warnings are silent, its random numbers start from a given seed.
 * Used by network and metrics before and after every igraph call that can fail.
 *
 * igraph has one handler a process, so this module has the one piece of global state of the
 * two modules.  The handler runs again, with an empty reason, in every frame that unwinds;
 * only the first reason is kept.
 */
#ifndef BLOC_NETWORK_IGRAPH_GUARD_H
#define BLOC_NETWORK_IGRAPH_GUARD_H

#include <stdbool.h>
#include <stdint.h>

#include <igraph.h>

#include "base/error.h"

/* Install the handlers; to be called before any other igraph call, harmless when repeated. */
void igraph_guard_install(void);

/* Start igraph's random numbers anew, so that what follows is the same in every run. */
void igraph_guard_seed(uint64_t seed);

/*
 * Turn the code that an igraph call returned into true (it succeeded) or false with the first
 * reason in *error.  What igraph had on its clean-up stack is freed by then.
 */
bool igraph_guard_check(igraph_error_t code, struct error *error);

#endif
