/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Completion scripts for shells, made from the tables of commands and options, so that they
 * cannot fall behind the program.
 */
#ifndef BLOC_CLI_COMPLETION_H
#define BLOC_CLI_COMPLETION_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

/* Add the script for "bash", "zsh" or "fish"; ERROR_USAGE for any other shell. */
bool completion_write(struct text shell, struct buffer *buffer, struct error *error);

#endif
