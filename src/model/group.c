/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/group.h"

#include <assert.h>

static const char *const kind_names[GROUP_KIND_COUNT] = {
    [GROUP_ORGANISATION] = "organisation",
    [GROUP_PROVINCE] = "province",
    [GROUP_FACTION] = "faction",
    [GROUP_COUNCIL] = "council",
    [GROUP_UNIT] = "unit",
    [GROUP_STATE] = "state",
    [GROUP_FORCE] = "force",
    [GROUP_COALITION] = "coalition",
    [GROUP_MOVEMENT] = "movement",
};

const char *group_kind_name(enum group_kind kind)
{
    assert(kind < GROUP_KIND_COUNT);
    return kind_names[kind];
}

bool group_kind_from_text(struct text text, enum group_kind *kind)
{
    for (unsigned i = 0; i < GROUP_KIND_COUNT; i++) {
        if (text_equal_string(text, kind_names[i])) {
            *kind = (enum group_kind)i;
            return true;
        }
    }
    return false;
}
