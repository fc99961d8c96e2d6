/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/mapping.h"

#include <string.h>

#include "base/buffer.h"
#include "model/name.h"

static const char asked_for[] = "asked for";

void mapping_release(struct mapping *mapping)
{
    list_release(&mapping->entries);
    text_index_release(&mapping->codes);
    *mapping = (struct mapping){0};
}

struct mapping_entry *mapping_find(struct mapping *mapping, struct text code)
{
    uint32_t place = text_index_find(&mapping->codes, code);
    if (place == TEXT_INDEX_ABSENT) {
        struct arena scratch = {0};
        place = text_index_find(&mapping->codes, name_fold(&scratch, code));
        arena_release(&scratch);
    }
    return place == TEXT_INDEX_ABSENT ? NULL : &mapping->entries.items[place];
}

/* A later word on a code replaces the former. */
struct mapping_entry *mapping_add(struct mapping *mapping, struct intake *intake, struct text code,
                                  uint32_t kind, const char *why)
{
    const struct mapping_entry entry = {
        .code = intake_text(intake, code, 100), .kind = kind, .why = why};
    const struct text folded = name_fold(&intake->arena, code);
    const uint32_t place =
        text_index_add(&mapping->codes, folded, (uint32_t)mapping->entries.count);
    if (place == mapping->entries.count)
        list_push(&mapping->entries, entry);
    else
        mapping->entries.items[place] = entry;
    text_index_add(&mapping->codes, arena_copy_text(&intake->arena, code), place);
    return &mapping->entries.items[place];
}

/* "non_state" as "non state". */
static struct text words_of(struct arena *arena, struct text name)
{
    char *words = arena_alloc(arena, name.length + 1, 1);
    for (size_t i = 0; i < name.length; i++)
        words[i] = name.at[i] == '_' ? ' ' : name.at[i];
    return (struct text){words, name.length};
}

bool mapping_is_asked_for(const struct mapping_entry *entry)
{
    return entry->why == asked_for;
}

uint32_t mapping_make_kind(struct intake *intake, const struct kind *kind)
{
    const uint32_t there = intake_find_kind(intake, kind->name);
    if (there != INTAKE_NONE)
        return there;
    struct kind copy = *kind;
    if (copy.label.length == 0)
        copy.label = words_of(&intake->arena, kind->name);
    return intake_add_kind(intake, &copy);
}

static bool is_word(struct text word, const char *wanted)
{
    return text_equal_string(word, wanted);
}

/* NAME:FAMILY:SIGN[:mutual][:event] */
static bool read_new_kind(struct intake *intake, struct text words, uint32_t *number,
                          struct error *error)
{
    struct kind kind = {0};
    struct text rest = words;
    struct text name = {0};
    struct text family = {0};
    struct text sign = {0};
    struct text extra = {0};
    text_next_piece(&rest, ':', &name);
    text_next_piece(&rest, ':', &family);
    text_next_piece(&rest, ':', &sign);
    bool good = family_from_text(family, &kind.family) && sign_from_text(sign, &kind.sign);
    while (good && text_next_piece(&rest, ':', &extra)) {
        good = is_word(extra, "mutual") || is_word(extra, "directed") || is_word(extra, "event") ||
               is_word(extra, "state");
        kind.mutual = kind.mutual || is_word(extra, "mutual");
        kind.event = kind.event || is_word(extra, "event");
    }
    if (!good)
        return error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' is no kind: use one of `bloc list DATA kinds`, or "
                         "NAME:FAMILY:SIGN, as in trade:alliance:0:mutual",
                         TEXT_PARTS(words));
    kind.name = intake_slug(&intake->arena, name, "tie");
    *number = mapping_make_kind(intake, &kind);
    return true;
}

static bool read_kind(struct intake *intake, struct text words, uint32_t *number,
                      struct error *error)
{
    *number = INTAKE_NONE;
    if (words.length == 0 || is_word(words, "-"))
        return true;
    *number = intake_find_kind(intake, words);
    return *number != INTAKE_NONE || read_new_kind(intake, words, number, error);
}

/* The last "=" separates: codes may have one. */
static bool cut_at_equals(struct text option, const char *name, struct text *left,
                          struct text *right, struct error *error)
{
    for (size_t i = option.length; i-- > 0;) {
        if (option.at[i] != '=')
            continue;
        *left = text_trim((struct text){option.at, i});
        *right = text_trim((struct text){option.at + i + 1, option.length - i - 1});
        return true;
    }
    return error_set(error, ERROR_USAGE, "'--%s=" TEXT_FORMAT "' has no '='", name,
                     TEXT_PARTS(option));
}

static bool apply_map(struct mapping *mapping, struct intake *intake,
                      const struct import_options *options, struct error *error)
{
    for (size_t i = 0; i < options->map.count; i++) {
        struct text code;
        struct text words;
        uint32_t kind;
        if (!cut_at_equals(options->map.items[i], "map", &code, &words, error) ||
            !read_kind(intake, words, &kind, error))
            return false;
        mapping_add(mapping, intake, code, kind, asked_for);
    }
    return true;
}

static bool apply_signs(struct intake *intake, const struct import_options *options,
                        struct error *error)
{
    for (size_t i = 0; i < options->sign.count; i++) {
        struct text name;
        struct text word;
        enum sign sign;
        if (!cut_at_equals(options->sign.items[i], "sign", &name, &word, error))
            return false;
        const uint32_t kind = intake_find_kind(intake, name);
        if (kind == INTAKE_NONE)
            return error_set(error, ERROR_USAGE, "'--sign': there is no kind '" TEXT_FORMAT "'",
                             TEXT_PARTS(name));
        if (!sign_from_text(word, &sign))
            return error_set(error, ERROR_USAGE, "'--sign': '" TEXT_FORMAT "' is not +, - or 0",
                             TEXT_PARTS(word));
        struct intake_kind *changed = &intake->kinds.items[kind];
        changed->is_default = changed->is_default && changed->kind.sign == sign;
        changed->kind.sign = sign;
    }
    return true;
}

bool mapping_open(struct mapping *mapping, struct intake *intake,
                  const struct import_format *format, const struct import_options *options,
                  struct error *error)
{
    for (size_t i = 0; i < format->kind_count; i++)
        intake_add_kind(intake, &format->kinds[i]);
    for (size_t i = 0; i < format->rule_count; i++) {
        const struct mapping_rule *rule = &format->rules[i];
        const uint32_t kind = intake_find_kind(intake, text_from(rule->kind));
        mapping_add(mapping, intake, text_from(rule->code), kind, "default");
    }
    return apply_map(mapping, intake, options, error) && apply_signs(intake, options, error);
}
