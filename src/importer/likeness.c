/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Each name is reduced in steps, and at each step names that fall together are a pair: without
 * marks, without articles, with its words in order.  What is left is compared letter by letter with
 * the names that stand near it when all are sorted, once by their first letters and once by their
 * last: one slip leaves at least one end as it was.
 */
#include "importer/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/text_index.h"
#include "model/name.h"

#define WORDS 24     /* words of a name that are put in order */
#define NEIGHBOURS 8 /* names on either side that are compared letter by letter */
#define LEAST 5      /* letters of a name that is compared so */

const char *likeness_reason_name(enum likeness_reason reason)
{
    static const char *const names[] = {
        [LIKENESS_SAME] = "the same name with two ids",
        [LIKENESS_ALIAS] = "one is an alias of the other",
        [LIKENESS_MARKS] = "alike but for accents or punctuation",
        [LIKENESS_ARTICLE] = "alike but for articles",
        [LIKENESS_ORDER] = "the same words in another order",
        [LIKENESS_ABBREVIATION] = "one is the first letters of the other",
        [LIKENESS_SPELLING] = "a letter or two apart",
    };
    return names[reason];
}

/* A name in its reduced forms. */
struct form {
    struct text folded;
    struct text plain;   /* letters and digits, single spaces */
    struct text bare;    /* without articles */
    struct text ordered; /* words sorted */
    struct text reverse; /* bare, last letter first */
    size_t name;
};

struct search {
    const struct likeness_name_list *names;
    struct likeness_pair_list *pairs;
    struct arena arena;
    struct form *forms;
    struct text_index found; /* pairs of groups, as 8 bytes */
};

static bool is_article(struct text word)
{
    static const char *const articles[] = {
        "the", "al",  "el",  "ul", "il",  "as", "ash", "an", "ad", "ar", "at", "az", "le",
        "la",  "les", "los", "of", "and", "in", "for", "de", "du", "e",  "wa", "i",  "yi"};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_equal_string(word, articles[i]))
            return true;
    return false;
}

/* ASCII letters and digits and all beyond ASCII; anything else parts words, but for apostrophes. */
static struct text letters_of(struct arena *arena, struct text plain)
{
    char *letters = arena_alloc(arena, plain.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < plain.length; i++) {
        const char byte = plain.at[i];
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
                            ((unsigned char)byte & 0x80U) != 0;
        if (letter)
            letters[length++] = byte;
        else if (byte != '\'' && byte != '`' && length > 0 && letters[length - 1] != ' ')
            letters[length++] = ' ';
    }
    return text_trim((struct text){letters, length});
}

static struct text without_articles(struct arena *arena, struct text plain)
{
    struct buffer bare = {0};
    struct text rest = plain;
    struct text word;
    while (text_next_piece(&rest, ' ', &word)) {
        if (is_article(word))
            continue;
        if (bare.length > 0)
            buffer_add_char(&bare, ' ');
        buffer_add_text(&bare, word);
    }
    const struct text kept = arena_copy_text(arena, buffer_text(&bare));
    buffer_release(&bare);
    return kept;
}

static int compare_words(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static struct text in_order(struct arena *arena, struct text bare)
{
    struct text words[WORDS];
    struct text rest = bare;
    size_t count = 0;
    struct buffer ordered = {0};
    while (count < WORDS && text_next_piece(&rest, ' ', &words[count]))
        count++;
    qsort(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(&ordered, i == 0 ? "" : " ");
        buffer_add_text(&ordered, words[i]);
    }
    const struct text kept = arena_copy_text(arena, buffer_text(&ordered));
    buffer_release(&ordered);
    return kept;
}

static struct text reversed(struct arena *arena, struct text text)
{
    char *copy = arena_alloc(arena, text.length + 1, 1);
    for (size_t i = 0; i < text.length; i++)
        copy[i] = text.at[text.length - 1 - i];
    return (struct text){copy, text.length};
}

static void make_form(struct search *search, size_t i)
{
    struct arena *arena = &search->arena;
    struct form *form = &search->forms[i];
    const struct text name = search->names->items[i].text;
    form->name = i;
    form->folded = name_fold(arena, name);
    form->plain = letters_of(arena, name_plain(arena, name));
    form->bare = without_articles(arena, form->plain);
    form->ordered = in_order(arena, form->bare);
    form->reverse = reversed(arena, form->bare);
}

/* Remember a pair, unless its groups are one or a pair already. */
static void add_pair(struct search *search, size_t a, size_t b, enum likeness_reason reason)
{
    const size_t first = a < b ? a : b;
    const size_t second = a < b ? b : a;
    const struct likeness_name *one = &search->names->items[first];
    const struct likeness_name *other = &search->names->items[second];
    if (one->group == other->group || (one->is_other && other->is_other))
        return;
    uint32_t *key = arena_alloc(&search->arena, 2, sizeof *key);
    key[0] = one->group < other->group ? one->group : other->group;
    key[1] = one->group < other->group ? other->group : one->group;
    const struct text groups = {(const char *)key, 2 * sizeof *key};
    if (text_index_find(&search->found, groups) != TEXT_INDEX_ABSENT)
        return;
    text_index_add(&search->found, groups, 0);
    list_push(search->pairs, (struct likeness_pair){first, second, reason});
}

static struct text form_at(const struct form *form, size_t offset)
{
    return *(const struct text *)(const void *)((const char *)form + offset);
}

/* Names that are the same in one form; the first of each is compared with all others. */
static void pair_equal(struct search *search, size_t offset, enum likeness_reason reason)
{
    struct text_index index = {0};
    for (size_t i = 0; i < search->names->count; i++) {
        const struct text form = form_at(&search->forms[i], offset);
        if (form.length == 0)
            continue;
        const uint32_t first = text_index_add(&index, form, (uint32_t)i);
        const bool alias = search->names->items[i].is_alias || search->names->items[first].is_alias;
        if (first != i)
            add_pair(search, first, i, alias ? LIKENESS_ALIAS : reason);
    }
    text_index_release(&index);
}

/* "isil" of "islamic state in iraq and the levant", articles counted or not. */
static struct text initials_of(struct arena *arena, struct text words)
{
    char *initials = arena_alloc(arena, words.length + 1, 1);
    size_t length = 0;
    struct text rest = words;
    struct text word;
    while (text_next_piece(&rest, ' ', &word))
        if (word.length > 0 && ((unsigned char)word.at[0] & 0x80U) == 0)
            initials[length++] = word.at[0];
    return (struct text){initials, length};
}

static void pair_abbreviation(struct search *search, const struct text_index *index, size_t i,
                              struct text words)
{
    const struct text initials = initials_of(&search->arena, words);
    if (initials.length < 3)
        return;
    const uint32_t other = text_index_find(index, initials);
    if (other != TEXT_INDEX_ABSENT && other != i)
        add_pair(search, i, other, LIKENESS_ABBREVIATION);
}

static void pair_abbreviations(struct search *search)
{
    struct text_index index = {0};
    for (size_t i = 0; i < search->names->count; i++)
        if (search->forms[i].plain.length > 0)
            text_index_add(&index, search->forms[i].plain, (uint32_t)i);
    for (size_t i = 0; i < search->names->count; i++) {
        pair_abbreviation(search, &index, i, search->forms[i].plain);
        pair_abbreviation(search, &index, i, search->forms[i].bare);
    }
    text_index_release(&index);
}

static int compare_bare(const void *a, const void *b)
{
    const struct form *first = a;
    const struct form *second = b;
    const int order = text_compare(first->bare, second->bare);
    return order != 0 ? order : (first->name > second->name) - (first->name < second->name);
}

static int compare_reverse(const void *a, const void *b)
{
    const struct form *first = a;
    const struct form *second = b;
    const int order = text_compare(first->reverse, second->reverse);
    return order != 0 ? order : (first->name > second->name) - (first->name < second->name);
}

static bool has_digit(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] >= '0' && text.at[i] <= '9')
            return true;
    return false;
}

/* One letter in ten may differ, at least one; numbers tell groups apart, so they may not. */
static bool is_near(struct text a, struct text b)
{
    if (a.length < LEAST || b.length < LEAST || has_digit(a) || has_digit(b))
        return false;
    const size_t longer = a.length > b.length ? a.length : b.length;
    const size_t shorter = a.length > b.length ? b.length : a.length;
    const size_t most = longer < 10 ? 1 : longer / 10;
    return longer - shorter <= most && text_edit_distance(a, b) <= most;
}

/* Compare neighbours in the present order of the forms. */
static void pair_neighbours(struct search *search)
{
    const size_t count = search->names->count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count && j <= i + NEIGHBOURS; j++)
            if (is_near(search->forms[i].bare, search->forms[j].bare))
                add_pair(search, search->forms[i].name, search->forms[j].name, LIKENESS_SPELLING);
}

static int compare_pairs(const void *a, const void *b)
{
    const struct likeness_pair *one = a;
    const struct likeness_pair *other = b;
    if (one->first != other->first)
        return one->first < other->first ? -1 : 1;
    return (one->second > other->second) - (one->second < other->second);
}

void likeness_find(const struct likeness_name_list *names, struct likeness_pair_list *pairs)
{
    struct search search = {.names = names, .pairs = pairs};
    search.forms = alloc_zeroed(names->count, sizeof *search.forms);
    for (size_t i = 0; i < names->count; i++)
        make_form(&search, i);
    pair_equal(&search, offsetof(struct form, folded), LIKENESS_SAME);
    pair_equal(&search, offsetof(struct form, plain), LIKENESS_MARKS);
    pair_equal(&search, offsetof(struct form, bare), LIKENESS_ARTICLE);
    pair_equal(&search, offsetof(struct form, ordered), LIKENESS_ORDER);
    pair_abbreviations(&search);
    qsort(search.forms, names->count, sizeof *search.forms, compare_bare);
    pair_neighbours(&search);
    qsort(search.forms, names->count, sizeof *search.forms, compare_reverse);
    pair_neighbours(&search);
    if (pairs->count > 1)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    free(search.forms);
    text_index_release(&search.found);
    arena_release(&search.arena);
}
