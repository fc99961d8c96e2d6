/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A name is looked up as it is written; only a spelling that is met for the first time is folded.
 * The two kinds of keys share one index: a folded name is a spelling like any other.
 */
#include "importer/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/name.h"

#define SLUG_LENGTH 48
#define NAME_LENGTH 200

void intake_init(struct intake *intake)
{
    *intake = (struct intake){0};
    size_t count = 0;
    const struct kind *defaults = kind_defaults(&count);
    for (size_t i = 0; i < count; i++)
        list_push(&intake->kinds, (struct intake_kind){.kind = defaults[i], .is_default = true});
}

void intake_release(struct intake *intake)
{
    for (size_t i = 0; i < intake->groups.count; i++)
        list_release(&intake->groups.items[i].aliases);
    list_release(&intake->groups);
    list_release(&intake->kinds);
    list_release(&intake->sources);
    list_release(&intake->ties);
    list_release(&intake->claims);
    list_release(&intake->estimates);
    list_release(&intake->matches);
    text_index_release(&intake->names);
    text_index_release(&intake->codes);
    text_index_release(&intake->ids);
    text_index_release(&intake->source_ids);
    text_index_release(&intake->texts);
    text_index_release(&intake->same);
    free(intake->slots);
    arena_release(&intake->arena);
    *intake = (struct intake){0};
}

/* What would spoil a table or a terminal: controls, and what turns the direction of text. */
static bool is_harmful(unsigned codepoint)
{
    const bool control = codepoint < ' ' || (codepoint >= 0x7F && codepoint < 0xA0);
    const bool embedding = codepoint >= 0x202A && codepoint <= 0x202E;
    const bool isolate = codepoint >= 0x2066 && codepoint <= 0x2069;
    return control || embedding || isolate;
}

static void add_clean(struct buffer *clean, struct text text, size_t most)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.length; count++) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        if (count == most) {
            buffer_add_string(clean, "…");
            return;
        }
        if (is_harmful(codepoint))
            buffer_add_char(clean, ' ');
        else if (codepoint == 0xFFFD)
            buffer_add_string(clean, "\xEF\xBF\xBD");
        else
            buffer_add_text(clean, (struct text){text.at + start, offset - start});
    }
}

/* Keep a text once; the index holds where it lies. */
static struct text intern(struct intake *intake, struct text text)
{
    if (text.length == 0)
        return (struct text){0};
    uint32_t place = text_index_find(&intake->texts, text);
    if (place == TEXT_INDEX_ABSENT) {
        const struct text copy = arena_copy_text(&intake->arena, text);
        place = (uint32_t)intake->texts.count;
        text_index_add(&intake->texts, copy, place);
        return copy;
    }
    return text_index_key(&intake->texts, text);
}

struct text intake_text(struct intake *intake, struct text text, size_t most)
{
    struct buffer clean = {0};
    add_clean(&clean, text_trim(text), most);
    const struct text kept = intern(intake, text_trim(buffer_text(&clean)));
    buffer_release(&clean);
    return kept;
}

struct text intake_slug(struct arena *arena, struct text name, const char *otherwise)
{
    const struct text plain = name_plain(arena, name);
    char slug[SLUG_LENGTH + 1];
    size_t length = 0;
    size_t word = 0; /* where the last word ended */
    for (size_t i = 0; i < plain.length && length < SLUG_LENGTH; i++) {
        const char byte = plain.at[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            slug[length++] = byte;
        } else if (byte != '\'' && length > 0 && slug[length - 1] != '_') {
            word = length;
            slug[length++] = '_';
        }
    }
    if (length == SLUG_LENGTH && word > SLUG_LENGTH / 2)
        length = word;
    while (length > 0 && slug[length - 1] == '_')
        length--;
    if (length == 0)
        return arena_copy_text(arena, text_from(otherwise));
    const char *prefix = slug[0] >= '0' && slug[0] <= '9' ? "n" : "";
    return arena_format(arena, "%s%.*s", prefix, (int)length, slug);
}

/* An id that nobody has: "name", "name_2", ... */
static struct text make_unique(struct arena *arena, struct text_index *ids, struct text slug,
                               uint32_t value)
{
    struct text id = slug;
    for (unsigned n = 2; text_index_find(ids, id) != TEXT_INDEX_ABSENT; n++)
        id = arena_format(arena, TEXT_FORMAT "_%u", TEXT_PARTS(slug), n);
    text_index_add(ids, id, value);
    return id;
}

bool intake_is_name(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((text.at[i] >= 'a' && text.at[i] <= 'z') || (text.at[i] >= 'A' && text.at[i] <= 'Z'))
            return true; /* nearly always */
    struct arena scratch = {0};
    struct buffer clean = {0};
    add_clean(&clean, text, NAME_LENGTH);
    const bool seen = name_fold(&scratch, buffer_text(&clean)).length > 0;
    buffer_release(&clean);
    arena_release(&scratch);
    return seen;
}

static uint32_t add_group(struct intake *intake, struct text name)
{
    const uint32_t group = (uint32_t)intake->groups.count;
    if (!intake_is_name(name))
        name = TEXT("(unnamed)");
    const struct text slug = intake_slug(&intake->arena, name, "group");
    list_push(&intake->groups, (struct intake_group){
                                   .id = make_unique(&intake->arena, &intake->ids, slug, group),
                                   .name = intake_text(intake, name, NAME_LENGTH),
                                   .last_name = intern(intake, name),
                               });
    return group;
}

/* The name to be used for this one. */
static struct text canonical_of(struct intake *intake, struct text folded, struct text name)
{
    const uint32_t same = text_index_find(&intake->same, folded);
    if (same == TEXT_INDEX_ABSENT)
        return name;
    intake->matches.items[same].used = true;
    return intake->matches.items[same].canonical;
}

static void remember_name(struct intake *intake, struct text name, uint32_t group)
{
    text_index_add(&intake->names, arena_copy_text(&intake->arena, name), group);
}

uint32_t intake_group_named(struct intake *intake, struct text name)
{
    uint32_t group = text_index_find(&intake->names, name);
    if (group != TEXT_INDEX_ABSENT)
        return group;
    const struct text folded = name_fold(&intake->arena, name);
    const struct text canonical = canonical_of(intake, folded, name);
    const struct text key = canonical.at == name.at ? folded : name_fold(&intake->arena, canonical);
    group = text_index_find(&intake->names, key);
    if (group == TEXT_INDEX_ABSENT) {
        group = add_group(intake, canonical);
        remember_name(intake, key, group);
    }
    remember_name(intake, name, group);
    if (!text_equal(key, folded))
        intake_add_alias(intake, group, name);
    return group;
}

uint32_t intake_find_group(struct intake *intake, struct text name)
{
    struct arena scratch = {0};
    const struct text folded = name_fold(&scratch, name);
    const struct text canonical = canonical_of(intake, folded, folded);
    const struct text key = canonical.at == folded.at ? folded : name_fold(&scratch, canonical);
    const uint32_t group = text_index_find(&intake->names, key);
    arena_release(&scratch);
    return group;
}

/*
 * The group that a new code stands for: the one of its name, when it was met without a code or when
 * --match says so, or a new one.
 */
static uint32_t take_for_code(struct intake *intake, struct text name)
{
    struct arena scratch = {0};
    const struct text folded = name_fold(&scratch, name);
    const bool matched = text_index_find(&intake->same, folded) != TEXT_INDEX_ABSENT;
    const uint32_t named = intake_find_group(intake, name);
    arena_release(&scratch);
    if (matched || (named != INTAKE_NONE && intake->groups.items[named].code.length == 0))
        return intake_group_named(intake, name);
    return add_group(intake, name);
}

uint32_t intake_group_coded(struct intake *intake, struct text code, struct text name,
                            bool *renamed)
{
    uint32_t at = text_index_find(&intake->codes, code);
    *renamed = false;
    if (at == TEXT_INDEX_ABSENT) {
        at = take_for_code(intake, name);
        const struct text kept = arena_copy_text(&intake->arena, code);
        text_index_add(&intake->codes, kept, at);
        text_index_add(&intake->names, name_fold(&intake->arena, name), at);
        struct intake_group *group = &intake->groups.items[at];
        group->last_name = intern(intake, name);
        if (group->code.length == 0)
            group->code = intake_text(intake, code, NAME_LENGTH);
        return at;
    }
    struct intake_group *group = &intake->groups.items[at];
    if (text_equal(group->last_name, name))
        return at;
    group->last_name = intern(intake, name);
    *renamed = intake_add_alias(intake, at, name);
    return at;
}

void intake_name_group(struct intake *intake, uint32_t at, struct text code, struct text name)
{
    struct intake_group *group = &intake->groups.items[at];
    if (intake_is_name(name))
        group->name = intake_text(intake, name, NAME_LENGTH);
    group->code = intake_text(intake, code, NAME_LENGTH);
    group->last_name = intern(intake, name);
    text_index_add(&intake->codes, group->code, at);
    remember_name(intake, name, at);
    remember_name(intake, name_fold(&intake->arena, name), at);
}

/* A semicolon stands between aliases. */
static struct text alias_text(struct intake *intake, struct text alias)
{
    struct text kept = intake_text(intake, alias, NAME_LENGTH);
    if (kept.length == 0 || memchr(kept.at, ';', kept.length) == NULL)
        return kept;
    char *copy = arena_alloc(&intake->arena, kept.length + 1, 1);
    for (size_t i = 0; i < kept.length; i++)
        copy[i] = kept.at[i] == ';' ? ',' : kept.at[i];
    return (struct text){copy, kept.length};
}

bool intake_add_alias(struct intake *intake, uint32_t at, struct text alias)
{
    struct intake_group *group = &intake->groups.items[at];
    struct arena scratch = {0};
    const struct text folded = name_fold(&scratch, alias);
    bool known = text_equal(folded, name_fold(&scratch, group->name));
    for (size_t i = 0; i < group->aliases.count && !known; i++)
        known = text_equal(folded, name_fold(&scratch, group->aliases.items[i]));
    arena_release(&scratch);
    known = known || !intake_is_name(alias);
    if (!known)
        list_push(&group->aliases, alias_text(intake, alias));
    return !known;
}

void intake_match(struct intake *intake, struct text name, struct text canonical, size_t line)
{
    const struct text folded = name_fold(&intake->arena, name);
    const uint32_t place = (uint32_t)intake->matches.count;
    if (text_index_add(&intake->same, folded, place) == place)
        list_push(&intake->matches, (struct intake_match){
                                        .name = intake_text(intake, name, NAME_LENGTH),
                                        .canonical = intake_text(intake, canonical, NAME_LENGTH),
                                        .line = line,
                                    });
}

uint32_t intake_find_kind(const struct intake *intake, struct text name)
{
    for (size_t i = 0; i < intake->kinds.count; i++)
        if (text_equal(intake->kinds.items[i].kind.name, name))
            return (uint32_t)i;
    return INTAKE_NONE;
}

bool intake_is_built_in(uint32_t kind)
{
    size_t count = 0;
    kind_defaults(&count);
    return kind < count;
}

uint32_t intake_add_kind(struct intake *intake, const struct kind *kind)
{
    struct kind copy = *kind;
    copy.name = arena_copy_text(&intake->arena, kind->name);
    copy.label = arena_copy_text(&intake->arena, kind->label);
    copy.description = arena_copy_text(&intake->arena, kind->description);
    const uint32_t there = intake_find_kind(intake, kind->name);
    if (there != INTAKE_NONE) {
        intake->kinds.items[there].kind = copy;
        intake->kinds.items[there].is_default = false;
        return there;
    }
    list_push(&intake->kinds, (struct intake_kind){.kind = copy});
    return (uint32_t)intake->kinds.count - 1;
}

uint32_t intake_add_source(struct intake *intake, const struct intake_source *source)
{
    const uint32_t number = (uint32_t)intake->sources.count;
    struct intake_source copy = {
        .id = make_unique(&intake->arena, &intake->source_ids,
                          intake_slug(&intake->arena, source->id, "source"), number),
        .type = intake_text(intake, source->type, 50),
        .title = intake_text(
            intake, intake_is_name(source->title) ? source->title : TEXT("(untitled)"), 500),
        .authors = intake_text(intake, source->authors, 300),
        .publisher = intake_text(intake, source->publisher, 300),
        .note = intake_text(intake, source->note, 1000),
    };
    list_push(&intake->sources, copy);
    return number;
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

/* Texts of ties are interned, so the same text lies at the same place. */
static uint64_t hash_tie(const struct intake_tie *tie)
{
    uint64_t weight;
    memcpy(&weight, &tie->weight, sizeof weight);
    uint64_t hash = mix(((uint64_t)tie->source << 32) | tie->target, tie->kind);
    hash = mix(hash, (uintptr_t)tie->start.at);
    hash = mix(hash, (uintptr_t)tie->end.at);
    hash = mix(hash, (uintptr_t)tie->place.at);
    return mix(hash, weight);
}

static bool is_same_tie(const struct intake_tie *a, const struct intake_tie *b)
{
    return a->source == b->source && a->target == b->target && a->kind == b->kind &&
           a->start.at == b->start.at && a->end.at == b->end.at && a->place.at == b->place.at &&
           a->weight == b->weight;
}

/* The slot of a tie, or the free one where it belongs. */
static uint32_t *find_slot(struct intake *intake, const struct intake_tie *tie)
{
    const size_t mask = intake->slot_count - 1;
    size_t at = (size_t)hash_tie(tie) & mask;
    while (intake->slots[at] != INTAKE_NONE &&
           !is_same_tie(&intake->ties.items[intake->slots[at]], tie))
        at = (at + 1) & mask;
    return &intake->slots[at];
}

static void grow_slots(struct intake *intake)
{
    intake->slot_count = intake->slot_count == 0 ? 1024 : intake->slot_count * 2;
    intake->slots = alloc_resize(intake->slots, intake->slot_count, sizeof *intake->slots);
    memset(intake->slots, 0xFF, intake->slot_count * sizeof *intake->slots);
    for (size_t i = 0; i < intake->ties.count; i++)
        *find_slot(intake, &intake->ties.items[i]) = (uint32_t)i;
}

uint32_t intake_add_tie(struct intake *intake, const struct intake_tie *tie, bool *is_new)
{
    if (intake->ties.count >= intake->slot_count / 2)
        grow_slots(intake);
    struct intake_tie copy = *tie;
    copy.start = intern(intake, tie->start);
    copy.end = intern(intake, tie->end);
    copy.place = intake_text(intake, tie->place, NAME_LENGTH);
    copy.weight = tie->weight > 0 ? tie->weight : 1;
    if (intake->kinds.items[tie->kind].kind.mutual && copy.source > copy.target) {
        copy.source = tie->target;
        copy.target = tie->source;
    }
    uint32_t *slot = find_slot(intake, &copy);
    *is_new = *slot == INTAKE_NONE;
    if (*is_new) {
        *slot = (uint32_t)intake->ties.count;
        copy.note = intake_text(intake, tie->note, 1000);
        intake->kinds.items[copy.kind].ties++;
        list_push(&intake->ties, copy);
    }
    return *slot;
}

void intake_add_claim(struct intake *intake, const struct intake_claim *claim)
{
    struct intake_claim copy = *claim;
    copy.locator = arena_copy_text(&intake->arena, claim->locator);
    copy.note = intake_text(intake, claim->note, 1000);
    list_push(&intake->claims, copy);
}

void intake_add_estimate(struct intake *intake, const struct intake_estimate *estimate)
{
    struct intake_estimate copy = *estimate;
    copy.date = intern(intake, estimate->date);
    copy.locator = arena_copy_text(&intake->arena, estimate->locator);
    copy.note = intake_text(intake, estimate->note, 500);
    list_push(&intake->estimates, copy);
}
