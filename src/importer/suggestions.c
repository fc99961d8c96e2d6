/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/suggestions.h"

#include "importer/likeness.h"
#include "loader/load.h"
#include "model/dataset.h"

static void add_taken(const struct intake *intake, struct likeness_name_list *names)
{
    for (size_t i = 0; i < intake->groups.count; i++) {
        const struct intake_group *group = &intake->groups.items[i];
        list_push(names, (struct likeness_name){.text = group->name, .group = (uint32_t)i});
        for (size_t j = 0; j < group->aliases.count; j++)
            list_push(names, (struct likeness_name){.text = group->aliases.items[j],
                                                    .group = (uint32_t)i,
                                                    .is_alias = true});
    }
}

static void add_other(const struct dataset *dataset, uint32_t first,
                      struct likeness_name_list *names)
{
    for (size_t i = 0; i < dataset->groups.count; i++) {
        const struct group *group = &dataset->groups.items[i];
        const uint32_t number = first + (uint32_t)i;
        list_push(names,
                  (struct likeness_name){.text = group->name, .group = number, .is_other = true});
        for (size_t j = 0; j < group->alias_count; j++)
            list_push(names, (struct likeness_name){.text = group->aliases[j],
                                                    .group = number,
                                                    .is_alias = true,
                                                    .is_other = true});
    }
}

/* The same name in both datasets needs no decision. */
static bool is_settled(const struct likeness_name *one, const struct likeness_name *other,
                       enum likeness_reason reason)
{
    return reason == LIKENESS_SAME && (one->is_other || other->is_other);
}

/* The name of a group before its aliases. */
static struct text main_name(const struct likeness_name *name)
{
    while (name->is_alias)
        name--;
    return name->text;
}

static void add_pairs(const struct likeness_name_list *names, struct import_result *result)
{
    struct likeness_pair_list pairs = {0};
    likeness_find(names, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct likeness_pair *pair = &pairs.items[i];
        const struct likeness_name *one = &names->items[pair->first];
        const struct likeness_name *other = &names->items[pair->second];
        if (is_settled(one, other, pair->reason))
            continue;
        const bool swap = other->is_other; /* the name to keep comes first */
        const struct import_likeness likeness = {
            .name = arena_copy_text(&result->arena, main_name(swap ? other : one)),
            .other = arena_copy_text(&result->arena, main_name(swap ? one : other)),
            .reason = likeness_reason_name(pair->reason),
        };
        list_push(&result->likenesses, likeness);
    }
    list_release(&pairs);
}

bool suggestions_make(const struct intake *intake, struct text against,
                      struct import_result *result, struct error *error)
{
    struct likeness_name_list names = {0};
    struct dataset dataset = {0};
    struct findings findings = {0}; /* of the other dataset; `bloc check` tells them */
    struct load_totals totals;
    bool good = true;
    add_taken(intake, &names);
    if (against.length > 0) {
        good = load_dataset(against.at, &dataset, &findings, &totals, error);
        add_other(&dataset, (uint32_t)intake->groups.count, &names);
    }
    if (good)
        add_pairs(&names, result);
    list_release(&names);
    findings_release(&findings);
    dataset_release(&dataset);
    return good;
}

static void add_row(struct buffer *buffer, struct text name, struct text likely, struct text reason)
{
    buffer_add_csv(buffer, name);
    buffer_add_string(buffer, ",,");
    buffer_add_csv(buffer, likely);
    buffer_add_char(buffer, ',');
    buffer_add_csv(buffer, reason);
    buffer_add_char(buffer, '\n');
}

void suggestions_write(const struct import_result *result, struct buffer *buffer)
{
    buffer_add_string(buffer, "name,group,likely,reason\n");
    for (size_t i = 0; i < result->likenesses.count; i++) {
        const struct import_likeness *likeness = &result->likenesses.items[i];
        add_row(buffer, likeness->other, likeness->name, text_from(likeness->reason));
    }
}
