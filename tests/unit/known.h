/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The networks of tests/known/ and their reference values.  A reference number is named by
 * its path in the JSON file: "largest_component/n", "nodes/Medici/degree".
 */
#ifndef BLOC_UNIT_KNOWN_H
#define BLOC_UNIT_KNOWN_H

#include "sample.h"

#include "base/file.h"
#include "base/json.h"

/* Reference values are printed with ten decimals. */
#define KNOWN_TOLERANCE 1e-9

/* Which reference value is which column, and how to convert ours to it. */
struct known_match {
    const char *key;    /* in the reference; of every group when below "nodes" */
    const char *column; /* base name */
    enum {
        KNOWN_AS_IS,
        KNOWN_TIMES_OTHERS,   /* the reference is the sum over the n - 1 others, ours the mean */
        KNOWN_ZERO_UNDEFINED, /* the reference has 0 where ours is not defined */
    } conversion;
};

struct known {
    struct sample sample;
    struct arena arena;
    json_t *reference;
};

static inline struct text known_read(struct known *known, const char *path)
{
    struct error error = {0};
    struct text contents = {0};
    char full[1024];
    snprintf(full, sizeof full, BLOC_SOURCE_DIR "/tests/known/%s", path);
    if (!file_read(full, &known->arena, &contents, &error))
        fail_msg("%s", error.message);
    return contents;
}

/* Ties of one CSV file: those of the given kind column (NULL = all), as kind_of the sign says. */
static inline void known_add_ties(struct known *known, const char *path, const char *only,
                                  const char *positive, const char *negative)
{
    struct text rest = known_read(known, path);
    struct text line;
    text_next_piece(&rest, '\n', &line); /* header */
    while (text_next_piece(&rest, '\n', &line)) {
        struct text cells[4] = {0};
        for (size_t i = 0; i < 4; i++)
            text_next_piece(&line, ',', &cells[i]);
        if (cells[0].length == 0 || (only && !text_equal_string(cells[3], only)))
            continue;
        const char *kind = text_equal_string(cells[2], "-1") ? negative : positive;
        struct arena *arena = &known->arena;
        group_id source = sample_group(&known->sample, arena_copy_text(arena, cells[0]).at);
        group_id target = sample_group(&known->sample, arena_copy_text(arena, cells[1]).at);
        sample_tie(&known->sample, source, target, kind);
    }
}

/* Start a network; "tie" is a mutual positive kind, "likes" and "dislikes" are directed. */
static inline void known_init(struct known *known, const char *reference)
{
    struct json_problem problem;
    *known = (struct known){0};
    sample_init(&known->sample);
    sample_add_kind(&known->sample, "tie", SIGN_POSITIVE, true);
    sample_add_kind(&known->sample, "likes", SIGN_POSITIVE, false);
    sample_add_kind(&known->sample, "dislikes", SIGN_NEGATIVE, false);
    known->reference = json_parse(known_read(known, reference), &problem);
    if (!known->reference)
        fail_msg("%s", problem.reason);
}

static inline void known_release(struct known *known)
{
    json_decref(known->reference);
    sample_release(&known->sample);
    arena_release(&known->arena);
}

/* The value at a path below an object; fails the test when there is none. */
static inline json_t *known_get(json_t *object, const char *path)
{
    struct text rest = text_from(path);
    struct text piece;
    while (object && text_next_piece(&rest, '/', &piece)) {
        char key[64];
        snprintf(key, sizeof key, TEXT_FORMAT, TEXT_PARTS(piece));
        object = json_object_get(object, key);
    }
    if (!object)
        fail_msg("no reference value '%s'", path);
    return object;
}

static inline double known_number(json_t *object, const char *path)
{
    return json_number_value(known_get(object, path));
}

static inline double known_convert(const struct known_match *match, double value, size_t groups)
{
    if (match->conversion == KNOWN_TIMES_OTHERS)
        return value * (double)(groups - 1);
    if (match->conversion == KNOWN_ZERO_UNDEFINED && isnan(value))
        return 0;
    return value;
}

/* Compare the network table with numbers below an object of the reference. */
static inline void known_check_network(struct known *known, json_t *object, enum layer layer,
                                       const struct known_match *matches, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *column = sample_layer_column(matches[i].column, layer);
        double value = sample_network_value(&known->sample, column);
        double converted = known_convert(&matches[i], value, known->sample.results.group_count);
        sample_assert_near(converted, known_number(object, matches[i].key), KNOWN_TOLERANCE,
                           column);
    }
}

/* Compare the group table with the members of "nodes" below an object of the reference. */
static inline void known_check_groups(struct known *known, json_t *object, enum layer layer,
                                      const struct known_match *matches, size_t count)
{
    json_t *nodes = known_get(object, "nodes");
    const struct group_list *groups = &known->sample.dataset.groups;
    assert_int_equal(json_object_size(nodes), groups->count);
    for (size_t i = 0; i < count; i++) {
        const char *column = sample_layer_column(matches[i].column, layer);
        for (group_id group = 0; group < groups->count; group++) {
            json_t *node = known_get(nodes, groups->items[group].id.at);
            double value = sample_group_value(&known->sample, column, group);
            double converted = known_convert(&matches[i], value, groups->count);
            sample_assert_near(converted, known_number(node, matches[i].key), KNOWN_TOLERANCE,
                               column);
        }
    }
}

/* The groups with this value in a column are those of an array of names. */
static inline void known_check_members(struct known *known, json_t *names, const char *column,
                                       double value)
{
    const double *values = sample_column(&known->sample, SCOPE_GROUP, column);
    size_t members = 0;
    for (size_t i = 0; i < known->sample.results.group_count; i++)
        members += values[i] == value;
    assert_int_equal(members, json_array_size(names));
    for (size_t i = 0; i < json_array_size(names); i++) {
        group_id group = sample_group(&known->sample, json_string_value(json_array_get(names, i)));
        assert_true(values[group] == value);
    }
}

/* The groups of each array share a value in the column, and different arrays have different ones. */
static inline void known_check_partition(struct known *known, json_t *classes, const char *column)
{
    for (size_t i = 0; i < json_array_size(classes); i++) {
        json_t *names = json_array_get(classes, i);
        const char *first = json_string_value(json_array_get(names, 0));
        group_id group = sample_group(&known->sample, first);
        known_check_members(known, names, column,
                            sample_group_value(&known->sample, column, group));
    }
}

/* The pairs with value 1 in a column of the relations are those of an array of pairs. */
static inline void known_check_pairs(struct known *known, json_t *pairs, const char *column)
{
    const struct relation_list *relations = &known->sample.dataset.relations;
    const double *values = sample_column(&known->sample, SCOPE_RELATION, column);
    size_t found = 0;
    for (size_t i = 0; i < relations->count; i++)
        found += values[i] == 1;
    assert_int_equal(found, json_array_size(pairs));
    for (size_t i = 0; i < json_array_size(pairs); i++) {
        json_t *pair = json_array_get(pairs, i);
        group_id a = sample_group(&known->sample, json_string_value(json_array_get(pair, 0)));
        group_id b = sample_group(&known->sample, json_string_value(json_array_get(pair, 1)));
        bool holds = false;
        for (size_t r = 0; r < relations->count; r++) {
            const struct relation *relation = &relations->items[r];
            bool joins = (relation->source == a && relation->target == b) ||
                         (relation->source == b && relation->target == a);
            holds = holds || (joins && values[r] == 1);
        }
        assert_true(holds);
    }
}

#endif
