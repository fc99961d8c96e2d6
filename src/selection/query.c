/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One table row an option: what it is called and the function that reads its value.  Words that
 * the program knows (families, grades, kinds of groups) are checked here, words of a dataset in
 * query_check.
 */
#include "selection/query.h"

#include <string.h>

#include "base/choice.h"
#include "base/list.h"
#include "selection/region.h"

#define MOST_HOPS 100

typedef bool option_reader(struct selection_query *query, struct arena *arena, struct text value,
                           struct error *error);

static bool refuse_family(struct text word, struct error *error)
{
    struct text words[FAMILY_COUNT];
    for (unsigned i = 0; i < FAMILY_COUNT; i++)
        words[i] = text_from(family_name((enum family)i));
    return choice_refuse("family", word, words, FAMILY_COUNT, error);
}

static bool refuse_group_kind(struct text word, struct error *error)
{
    struct text words[GROUP_KIND_COUNT];
    for (unsigned i = 0; i < GROUP_KIND_COUNT; i++)
        words[i] = text_from(group_kind_name((enum group_kind)i));
    return choice_refuse("kind of group", word, words, GROUP_KIND_COUNT, error);
}

static bool refuse_grade(struct text word, struct error *error)
{
    const struct text words[] = {TEXT("stated"), TEXT("reported"), TEXT("inferred")};
    return choice_refuse("grade", word, words, 3, error);
}

static bool set_window(struct selection_query *query, struct arena *arena, struct text value,
                       struct text option, struct error *error)
{
    if (query->has_window && !text_equal(query->window_option, option))
        return error_set(error, ERROR_USAGE, "'during' and 'at' cannot both be given");
    const char *reason = "";
    const struct text copy = arena_copy_text(arena, value);
    if (!window_parse(copy, &query->window, &reason))
        return error_set(
            error, ERROR_USAGE, "'" TEXT_FORMAT "' is no " TEXT_FORMAT ": %s", TEXT_PARTS(value),
            TEXT_PARTS(text_equal_string(option, "at") ? TEXT("date") : TEXT("window")), reason);
    query->has_window = true;
    query->window_option = option;
    return true;
}

static bool read_during(struct selection_query *query, struct arena *arena, struct text value,
                        struct error *error)
{
    return set_window(query, arena, value, TEXT("during"), error);
}

static bool read_at(struct selection_query *query, struct arena *arena, struct text value,
                    struct error *error)
{
    const bool stretch = memchr(value.at, '/', value.length) != NULL || value.at[0] == '.';
    if (stretch)
        return error_set(error, ERROR_USAGE,
                         "'at' takes a day, month or year; for '" TEXT_FORMAT "' use 'during'",
                         TEXT_PARTS(value));
    return set_window(query, arena, value, TEXT("at"), error);
}

/* The next piece of a comma-separated list that is not blank. */
static bool next_word(struct text *rest, struct text *word)
{
    while (text_next_piece(rest, ',', word)) {
        *word = text_trim(*word);
        if (word->length > 0)
            return true;
    }
    return false;
}

static bool read_families(struct selection_query *query, struct arena *arena, struct text value,
                          struct error *error)
{
    (void)arena;
    struct text word;
    while (next_word(&value, &word)) {
        enum family family;
        if (!family_from_text(word, &family))
            return refuse_family(word, error);
        query->families |= 1U << family;
    }
    return true;
}

static void add_words(struct text_list *list, struct arena *arena, struct text value)
{
    struct text word;
    while (next_word(&value, &word))
        list_push(list, arena_copy_text(arena, word));
}

static bool read_kinds(struct selection_query *query, struct arena *arena, struct text value,
                       struct error *error)
{
    (void)error;
    add_words(&query->kinds, arena, value);
    return true;
}

static bool read_regions(struct selection_query *query, struct arena *arena, struct text value,
                         struct error *error)
{
    (void)error;
    add_words(&query->regions, arena, value);
    return true;
}

static bool read_groups(struct selection_query *query, struct arena *arena, struct text value,
                        struct error *error)
{
    (void)error;
    add_words(&query->groups, arena, value);
    return true;
}

static bool read_group_kinds(struct selection_query *query, struct arena *arena, struct text value,
                             struct error *error)
{
    struct text rest = value;
    struct text word;
    while (next_word(&rest, &word)) {
        enum group_kind kind;
        if (!group_kind_from_text(word, &kind))
            return refuse_group_kind(word, error);
    }
    add_words(&query->group_kinds, arena, value);
    return true;
}

static bool read_ego(struct selection_query *query, struct arena *arena, struct text value,
                     struct error *error)
{
    (void)error;
    query->ego = arena_copy_text(arena, value);
    return true;
}

static bool read_hops(struct selection_query *query, struct arena *arena, struct text value,
                      struct error *error)
{
    (void)arena;
    long hops;
    if (!text_to_long(value, &hops) || hops < 1 || hops > MOST_HOPS)
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no number of hops from 1 to %d",
                         TEXT_PARTS(value), MOST_HOPS);
    query->hops = (unsigned)hops;
    return true;
}

static bool read_grade(struct selection_query *query, struct arena *arena, struct text value,
                       struct error *error)
{
    (void)arena;
    if (!grade_from_text(value, &query->grade))
        return refuse_grade(value, error);
    query->has_grade = true;
    return true;
}

static const struct text contested_words[] = {
    [CONTESTED_INCLUDE] = {.at = "include", .length = 7},
    [CONTESTED_EXCLUDE] = {.at = "exclude", .length = 7},
    [CONTESTED_ONLY] = {.at = "only", .length = 4},
};

static bool read_contested(struct selection_query *query, struct arena *arena, struct text value,
                           struct error *error)
{
    (void)arena;
    const size_t count = sizeof contested_words / sizeof *contested_words;
    for (size_t i = 0; i < count; i++) {
        if (text_equal(value, contested_words[i])) {
            query->contested = (enum contested)i;
            return true;
        }
    }
    return choice_refuse("way with contested ties", value, contested_words, count, error);
}

static bool read_switch(struct text value, bool *member, struct error *error)
{
    const bool yes = value.length == 0 || text_equal_string(value, "true");
    if (!yes && !text_equal_string(value, "false"))
        return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is neither true nor false",
                         TEXT_PARTS(value));
    *member = yes;
    return true;
}

static bool read_certain(struct selection_query *query, struct arena *arena, struct text value,
                         struct error *error)
{
    (void)arena;
    return read_switch(value, &query->certain_only, error);
}

static bool read_connected(struct selection_query *query, struct arena *arena, struct text value,
                           struct error *error)
{
    (void)arena;
    return read_switch(value, &query->connected_only, error);
}

enum option {
    OPTION_DURING,
    OPTION_AT,
    OPTION_FAMILY,
    OPTION_KIND,
    OPTION_REGION,
    OPTION_GROUP,
    OPTION_GROUP_KIND,
    OPTION_EGO,
    OPTION_HOPS,
    OPTION_GRADE,
    OPTION_CONTESTED,
    OPTION_CERTAIN_ONLY,
    OPTION_CONNECTED_ONLY,
    OPTION_COUNT,
};

static const struct query_option options[OPTION_COUNT] = {
    [OPTION_DURING] = {"during", NULL, "WINDOW",
                       "ties that held in a stretch of time, as in 2015-06/2015-12"},
    [OPTION_AT] = {"at", NULL, "DATE", "the same for one day, month or year, as in 2015-06"},
    [OPTION_FAMILY] = {"family", "families", "LIST",
                       "pledge, split, conflict, alliance, membership, lineage"},
    [OPTION_KIND] = {"kind", "kinds", "LIST", "kinds of relations, as in pledge,split"},
    [OPTION_REGION] = {"region", "regions", "LIST",
                       "groups of these regions, and ties with an end in them"},
    [OPTION_GROUP] = {"group", "groups", "LIST", "only these groups and the ties among them"},
    [OPTION_GROUP_KIND] = {"group-kind", "group-kinds", "LIST",
                           "only groups of these kinds, as in organisation,state"},
    [OPTION_EGO] = {"ego", NULL, "GROUP", "one group, those near it and the ties among them"},
    [OPTION_HOPS] = {"hops", NULL, "NUMBER", "how far from the ego; 1 unless given"},
    [OPTION_GRADE] = {"grade", NULL, "GRADE", "at least this: inferred, reported or stated"},
    [OPTION_CONTESTED] = {"contested", NULL, "WAY",
                          "ties that some claims dispute: include, exclude or only"},
    [OPTION_CERTAIN_ONLY] = {"certain-only", NULL, NULL,
                             "only ties that certainly held in the window"},
    [OPTION_CONNECTED_ONLY] = {"connected-only", NULL, NULL, "leave out groups without a tie"},
};

static option_reader *const readers[OPTION_COUNT] = {
    [OPTION_DURING] = read_during,
    [OPTION_AT] = read_at,
    [OPTION_FAMILY] = read_families,
    [OPTION_KIND] = read_kinds,
    [OPTION_REGION] = read_regions,
    [OPTION_GROUP] = read_groups,
    [OPTION_GROUP_KIND] = read_group_kinds,
    [OPTION_EGO] = read_ego,
    [OPTION_HOPS] = read_hops,
    [OPTION_GRADE] = read_grade,
    [OPTION_CONTESTED] = read_contested,
    [OPTION_CERTAIN_ONLY] = read_certain,
    [OPTION_CONNECTED_ONLY] = read_connected,
};

const struct query_option *query_options(size_t *count)
{
    *count = OPTION_COUNT;
    return options;
}

/* '-' and '_' are alike: names serve on the command line and as attributes. */
static bool is_called(struct text text, const char *name)
{
    if (name == NULL || strlen(name) != text.length)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] != name[i] && !(text.at[i] == '_' && name[i] == '-'))
            return false;
    }
    return true;
}

/* OPTION_COUNT when there is no such option. */
static enum option find_option(struct text name)
{
    size_t i = 0;
    while (i < OPTION_COUNT && !is_called(name, options[i].name) &&
           !is_called(name, options[i].plural))
        i++;
    return (enum option)i;
}

static bool refuse_option(struct text name, struct error *error)
{
    struct text names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = text_from(options[i].name);
    return choice_refuse("option", name, names, OPTION_COUNT, error);
}

bool query_set(struct selection_query *query, struct arena *arena, struct text name,
               struct text value, struct error *error)
{
    const enum option i = find_option(name);
    if (i == OPTION_COUNT)
        return refuse_option(name, error);

    struct text rest = text_trim(value);
    struct text word;
    if (options[i].argument != NULL && !next_word(&rest, &word))
        return error_set(error, ERROR_USAGE, "'%s' needs a value", options[i].name);
    return readers[i](query, arena, text_trim(value), error);
}

void query_clear(struct selection_query *query, struct text name)
{
    switch (find_option(name)) {
    case OPTION_DURING:
    case OPTION_AT: query->has_window = false; break;
    case OPTION_FAMILY: query->families = 0; break;
    case OPTION_KIND: query->kinds.count = 0; break;
    case OPTION_REGION: query->regions.count = 0; break;
    case OPTION_GROUP: query->groups.count = 0; break;
    case OPTION_GROUP_KIND: query->group_kinds.count = 0; break;
    case OPTION_EGO: query->ego = (struct text){0}; break;
    case OPTION_HOPS: query->hops = 0; break;
    case OPTION_GRADE: query->has_grade = false; break;
    case OPTION_CONTESTED: query->contested = CONTESTED_INCLUDE; break;
    case OPTION_CERTAIN_ONLY: query->certain_only = false; break;
    case OPTION_CONNECTED_ONLY: query->connected_only = false; break;
    case OPTION_COUNT: break;
    }
}

static void write_window(const struct selection_query *query, const char *option,
                         struct buffer *buffer)
{
    if (query->has_window && text_equal_string(query->window_option, option))
        buffer_add_text(buffer, query->window.text);
}

static void write_families(const struct selection_query *query, struct buffer *buffer)
{
    for (unsigned i = 0; i < FAMILY_COUNT; i++)
        if ((query->families & 1U << i) != 0)
            buffer_add_format(buffer, "%s%s", buffer->length > 0 ? "," : "",
                              family_name((enum family)i));
}

static void write_words(const struct text_list *words, struct buffer *buffer)
{
    for (size_t i = 0; i < words->count; i++)
        buffer_add_format(buffer, "%s" TEXT_FORMAT, i > 0 ? "," : "", TEXT_PARTS(words->items[i]));
}

/* One hop unless more are asked for. */
static void write_hops(const struct selection_query *query, struct buffer *buffer)
{
    if (query->ego.length > 0)
        buffer_add_format(buffer, "%u", query->hops > 0 ? query->hops : 1);
}

void query_write(const struct selection_query *query, size_t option, struct buffer *buffer)
{
    switch ((enum option)option) {
    case OPTION_DURING: write_window(query, "during", buffer); break;
    case OPTION_AT: write_window(query, "at", buffer); break;
    case OPTION_FAMILY: write_families(query, buffer); break;
    case OPTION_KIND: write_words(&query->kinds, buffer); break;
    case OPTION_REGION: write_words(&query->regions, buffer); break;
    case OPTION_GROUP: write_words(&query->groups, buffer); break;
    case OPTION_GROUP_KIND: write_words(&query->group_kinds, buffer); break;
    case OPTION_EGO: buffer_add_text(buffer, query->ego); break;
    case OPTION_HOPS: write_hops(query, buffer); break;
    case OPTION_GRADE:
        buffer_add_string(buffer, query->has_grade ? grade_name(query->grade) : "");
        break;
    case OPTION_CONTESTED:
        if (query->contested != CONTESTED_INCLUDE)
            buffer_add_text(buffer, contested_words[query->contested]);
        break;
    case OPTION_CERTAIN_ONLY: buffer_add_string(buffer, query->certain_only ? "true" : ""); break;
    case OPTION_CONNECTED_ONLY:
        buffer_add_string(buffer, query->connected_only ? "true" : "");
        break;
    case OPTION_COUNT: break;
    }
}

void query_release(struct selection_query *query)
{
    list_release(&query->kinds);
    list_release(&query->regions);
    list_release(&query->groups);
    list_release(&query->group_kinds);
}

static bool check_kinds(const struct selection_query *query, const struct dataset *dataset,
                        struct error *error)
{
    struct text_list words = {0};
    bool good = true;
    for (size_t i = 0; i < dataset->kinds.count; i++)
        list_push(&words, dataset->kinds.items[i].name);
    for (size_t i = 0; i < query->kinds.count && good; i++) {
        if (dataset_find_kind(dataset, query->kinds.items[i]) == UINT32_MAX)
            good = choice_refuse("kind of relation", query->kinds.items[i], words.items,
                                 words.count, error);
    }
    list_release(&words);
    return good;
}

static bool check_regions(const struct selection_query *query, const struct dataset *dataset,
                          struct error *error)
{
    struct text_list words = {0};
    bool good = true;
    for (size_t i = 0; i < dataset->region_count; i++)
        list_push(&words, dataset->regions[i].name);
    for (size_t i = 0; i < query->regions.count && good; i++) {
        if (!region_exists(dataset, query->regions.items[i]))
            good =
                choice_refuse("region", query->regions.items[i], words.items, words.count, error);
    }
    list_release(&words);
    return good;
}

static bool check_group(struct text name, const struct dataset *dataset, struct error *error)
{
    if (dataset_match_group(dataset, name) != GROUP_NONE)
        return true;
    const struct text suggestion = dataset_suggest_group(dataset, name);
    if (suggestion.length == 0)
        return error_set(error, ERROR_USAGE, "there is no group '" TEXT_FORMAT "'",
                         TEXT_PARTS(name));
    return error_set(error, ERROR_USAGE,
                     "there is no group '" TEXT_FORMAT "'; did you mean '" TEXT_FORMAT "'?",
                     TEXT_PARTS(name), TEXT_PARTS(suggestion));
}

bool query_check(const struct selection_query *query, const struct dataset *dataset,
                 struct error *error)
{
    for (size_t i = 0; i < query->groups.count; i++) {
        if (!check_group(query->groups.items[i], dataset, error))
            return false;
    }
    if (query->ego.length > 0 && !check_group(query->ego, dataset, error))
        return false;
    if (query->hops > 0 && query->ego.length == 0)
        return error_set(error, ERROR_USAGE, "'hops' needs 'ego'");
    return check_kinds(query, dataset, error) && check_regions(query, dataset, error);
}
