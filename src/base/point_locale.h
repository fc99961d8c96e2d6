/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A stretch of code in which numbers are read and written with a point, whatever the locale
 * of the process is.  Used inside base/ around printf and strtod.
 */
#ifndef BLOC_BASE_POINT_LOCALE_H
#define BLOC_BASE_POINT_LOCALE_H

#include <locale.h>

struct point_locale {
    locale_t point;
    locale_t previous;
};

/* Switch this thread to the C locale; ends the program if out of memory. */
struct point_locale point_locale_enter(void);

/* Back to the locale that stood before. */
void point_locale_leave(struct point_locale locale);

#endif
