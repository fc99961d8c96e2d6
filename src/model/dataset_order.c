/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows are compared by all that they say, so those that are left equal may stand either way; the
 * line comes last and only keeps qsort from choosing.
 */
#include "model/dataset_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* A row by its id. */
struct named_row {
    struct text id;
    uint32_t row;
};

LIST(named_row_list, struct named_row);

static int compare_numbers(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_names(const void *a, const void *b)
{
    const struct named_row *one = a;
    const struct named_row *other = b;
    const int order = text_compare(one->id, other->id);
    return order != 0 ? order : compare_numbers(one->row, other->row);
}

/*
 * Put items of a size in the order of their names, from the first one on; each name tells a row.
 * Returns where every row is now, to be freed.
 */
static uint32_t *sort_items(void *items, size_t size, struct named_row_list *names, size_t first)
{
    const size_t count = names->count;
    uint32_t *moved = alloc_zeroed(count, sizeof *moved);
    if (count == 0)
        return moved;
    char *sorted = alloc_zeroed(count, size);
    qsort(names->items + first, count - first, sizeof *names->items, compare_names);
    for (size_t i = 0; i < count; i++) {
        moved[names->items[i].row] = (uint32_t)i;
        memcpy(sorted + i * size, (const char *)items + names->items[i].row * size, size);
    }
    memcpy(items, sorted, count * size);
    free(sorted);
    return moved;
}

static void sort_groups(struct dataset *dataset)
{
    struct named_row_list names = {0};
    for (uint32_t i = 0; i < dataset->groups.count; i++)
        list_push(&names, (struct named_row){dataset->groups.items[i].id, i});
    uint32_t *moved = sort_items(dataset->groups.items, sizeof(struct group), &names, 0);
    for (size_t i = 0; i < dataset->groups.count; i++) {
        group_id *parent = &dataset->groups.items[i].parent;
        *parent = *parent == GROUP_NONE ? GROUP_NONE : moved[*parent];
    }
    for (size_t i = 0; i < dataset->relations.count; i++) {
        struct relation *relation = &dataset->relations.items[i];
        relation->source = moved[relation->source];
        relation->target = moved[relation->target];
    }
    for (size_t i = 0; i < dataset->estimates.count; i++) {
        group_id *group = &dataset->estimates.items[i].group;
        *group = *group == GROUP_NONE ? GROUP_NONE : moved[*group];
    }
    list_free(moved);
    list_release(&names);
}

/* Those that are built in keep their places. */
static void sort_kinds(struct dataset *dataset)
{
    struct named_row_list names = {0};
    size_t built_in = 0;
    kind_defaults(&built_in);
    for (uint32_t i = 0; i < dataset->kinds.count; i++)
        list_push(&names, (struct named_row){dataset->kinds.items[i].name, i});
    uint32_t *moved = sort_items(dataset->kinds.items, sizeof(struct kind), &names, built_in);
    for (size_t i = 0; i < dataset->relations.count; i++)
        dataset->relations.items[i].kind = moved[dataset->relations.items[i].kind];
    list_free(moved);
    list_release(&names);
}

static void sort_relations(struct dataset *dataset)
{
    struct named_row_list names = {0};
    for (uint32_t i = 0; i < dataset->relations.count; i++)
        list_push(&names, (struct named_row){dataset->relations.items[i].id, i});
    uint32_t *moved = sort_items(dataset->relations.items, sizeof(struct relation), &names, 0);
    for (size_t i = 0; i < dataset->claims.count; i++)
        dataset->claims.items[i].relation = moved[dataset->claims.items[i].relation];
    for (size_t i = 0; i < dataset->estimates.count; i++) {
        relation_id *relation = &dataset->estimates.items[i].relation;
        *relation = *relation == RELATION_NONE ? RELATION_NONE : moved[*relation];
    }
    list_free(moved);
    list_release(&names);
}

/* Paragraph 9 before paragraph 10, and either before "p. 3". */
static int compare_locators(struct text a, struct text b)
{
    double one = 0;
    double other = 0;
    const bool numbers = text_to_double(a, &one) && text_to_double(b, &other);
    const int order = numbers ? compare_numbers(one, other) : 0;
    return order != 0 ? order : text_compare(a, b);
}

/* The first that is not 0. */
static int first_of(const int *orders, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (orders[i] != 0)
            return orders[i];
    return 0;
}

static int compare_claims(const void *a, const void *b)
{
    const struct claim *one = a;
    const struct claim *other = b;
    const int orders[] = {
        compare_numbers(one->relation, other->relation),
        compare_numbers(one->source, other->source),
        compare_locators(one->locator, other->locator),
        compare_numbers(one->disputes, other->disputes),
        compare_numbers(one->grade, other->grade),
        text_compare(one->start.text, other->start.text),
        text_compare(one->end.text, other->end.text),
        text_compare(one->note, other->note),
        compare_numbers((double)one->line, (double)other->line),
    };
    return first_of(orders, sizeof orders / sizeof *orders);
}

/* Bounds that are not given stand first. */
static int compare_bounds(double a, double b)
{
    return a != a || b != b ? (b != b) - (a != a) : compare_numbers(a, b);
}

static int compare_estimates(const void *a, const void *b)
{
    const struct estimate *one = a;
    const struct estimate *other = b;
    const int orders[] = {
        compare_numbers(one->group, other->group),
        compare_numbers(one->relation, other->relation),
        text_compare(one->quantity, other->quantity),
        text_compare(one->date.text, other->date.text),
        compare_numbers(one->source, other->source),
        compare_locators(one->locator, other->locator),
        compare_bounds(one->low, other->low),
        compare_bounds(one->high, other->high),
        text_compare(one->note, other->note),
        compare_numbers((double)one->line, (double)other->line),
    };
    return first_of(orders, sizeof orders / sizeof *orders);
}

void dataset_put_in_order(struct dataset *dataset)
{
    sort_groups(dataset);
    sort_kinds(dataset);
    sort_relations(dataset);
    if (dataset->claims.count > 1)
        qsort(dataset->claims.items, dataset->claims.count, sizeof *dataset->claims.items,
              compare_claims);
    if (dataset->estimates.count > 1)
        qsort(dataset->estimates.items, dataset->estimates.count, sizeof *dataset->estimates.items,
              compare_estimates);
}
