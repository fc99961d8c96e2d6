/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/point_locale.h"

#include "base/alloc.h"

struct point_locale point_locale_enter(void)
{
    struct point_locale locale;
    locale.point = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (locale.point == (locale_t)0)
        alloc_fail();
    locale.previous = uselocale(locale.point);
    return locale;
}

void point_locale_leave(struct point_locale locale)
{
    uselocale(locale.previous);
    freelocale(locale.point);
}
