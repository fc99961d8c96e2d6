/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/sign_change.h"

#include "base/choice.h"

static bool refuse_kind(const struct dataset *dataset, struct text name, struct error *error)
{
    struct text_list names = {0};
    for (size_t i = 0; i < dataset->kinds.count; i++)
        list_push(&names, dataset->kinds.items[i].name);
    choice_refuse("kind of relation", name, names.items, names.count, error);
    list_release(&names);
    return false;
}

static bool apply(struct dataset *dataset, struct text change, struct error *error)
{
    struct text rest = change;
    struct text name = {0};
    enum sign sign;
    text_next_piece(&rest, '=', &name);
    if (rest.at == NULL)
        return error_set(error, ERROR_USAGE, "'--sign' needs KIND=SIGN, not '" TEXT_FORMAT "'",
                         TEXT_PARTS(change));
    if (!sign_from_text(text_trim(rest), &sign))
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is no sign; '--sign' takes KIND=+, KIND=- or KIND=0",
                         TEXT_PARTS(rest));
    kind_id id = dataset_find_kind(dataset, text_trim(name));
    if (id == UINT32_MAX)
        return refuse_kind(dataset, name, error);
    struct kind *kind = &dataset->kinds.items[id];
    kind->sign_changed = kind->sign_changed || kind->sign != sign;
    kind->sign = sign;
    return true;
}

bool sign_change_apply(struct dataset *dataset, const struct text_list *changes,
                       struct error *error)
{
    for (size_t i = 0; i < changes->count; i++)
        if (!apply(dataset, changes->items[i], error))
            return false;
    return true;
}
