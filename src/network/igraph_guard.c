/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/igraph_guard.h"

#include <stdio.h>
#include <string.h>

#include <igraph.h>

/* The reason of the error that is being unwound; empty when there is none. */
static char first_reason[512];

static void keep_first_reason(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    if (first_reason[0] == '\0') {
        const char *text = reason && reason[0] ? reason : igraph_strerror(code);
        snprintf(first_reason, sizeof first_reason, "%s", text);
    }
    IGRAPH_FINALLY_FREE();
}

void igraph_guard_install(void)
{
    igraph_set_error_handler(keep_first_reason);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    first_reason[0] = '\0';
}

void igraph_guard_seed(uint64_t seed)
{
    igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)seed);
}

bool igraph_guard_check(igraph_error_t code, struct error *error)
{
    if (code == IGRAPH_SUCCESS)
        return true;
    size_t length = strlen(first_reason);
    if (length > 0 && first_reason[length - 1] == '.')
        first_reason[length - 1] = '\0';
    error_set(error, ERROR_SYSTEM, "igraph: %s", first_reason);
    first_reason[0] = '\0';
    return false;
}
