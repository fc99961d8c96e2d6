/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where the theme of a figure is: the file that a name means, read once for all figures that
 * name it.  Used by figure_set.c.
 */
#ifndef BLOC_CLI_FIGURE_THEME_H
#define BLOC_CLI_FIGURE_THEME_H

#include "base/arena.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "figure/theme.h"

#include <stdbool.h>

struct named_theme {
    struct text path;
    struct theme *theme; /* in the arena */
};

LIST(named_theme_list, struct named_theme);

/* Themes read so far.  The zero value has none. */
struct theme_shelf {
    struct arena arena;
    struct named_theme_list themes;
    struct findings findings;
};

void theme_shelf_release(struct theme_shelf *shelf);

/*
 * The theme that a figure names.  A name is looked for in the folder themes beside the
 * definition, in graphs/themes here, and where the program's own are installed; what has a '/'
 * or the ending .gv is a path, from the definition's folder, below which it stays, unless it was
 * given on the command line.  NULL, with the error set (nearest name suggested), when there is no
 * such file; what is wrong in it goes to the shelf's findings.
 */
const struct theme *theme_shelf_find(struct theme_shelf *shelf, struct text name,
                                     struct text definition, bool is_from_command_line,
                                     struct error *error);

#endif
