/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric_series.h"

void metric_series_release(struct metric_series *series)
{
    list_release(&series->windows);
    list_release(&series->all.columns);
    list_release(&series->certain.columns);
    arena_release(&series->arena);
    *series = (struct metric_series){0};
}

const char *series_step_name(enum series_step step)
{
    static const char *const names[STEP_COUNT] = {
        [STEP_YEAR] = "year",
        [STEP_QUARTER] = "quarter",
        [STEP_MONTH] = "month",
    };
    return names[step];
}

bool series_step_from_text(struct text text, enum series_step *step)
{
    for (int i = 0; i < STEP_COUNT; i++) {
        if (text_equal_string(text, series_step_name((enum series_step)i))) {
            *step = (enum series_step)i;
            return true;
        }
    }
    return false;
}
