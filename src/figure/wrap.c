/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A text is cut into pieces at every place where a line may end, and the cheapest way to
 * put the pieces on lines is found by dynamic programming over the first piece of a line.
 * Cost of a line: LINE_COST, so that fewer lines win; the share of the measure left empty,
 * squared, so that even lines win; and the cost of breaking a word at its hyphen, which is
 * dearer than a line where it would leave "al-" behind.
 */
#include "figure/wrap.h"

#include <assert.h>
#include <float.h>
#include <string.h>

#define LINE_COST 100.0 /* more than the squared slack of any text worth wrapping */
#define HYPHEN_COST \
    60.0 /* break inside a compound: better than a line more when that helps twice */
#define PREFIX_COST 150.0   /* break after "al-": worse than one more line */
#define PARTICLE_COST 0.04  /* line end behind "of" or "the", which belong to what follows */
#define OVERFULL_COST 400.0 /* per measure that a word sticks out */
#define PREFIX_LETTERS 3    /* at most, in what counts as a prefix */
#define ELLIPSIS "\xE2\x80\xA6"

/* A stretch of text that is never broken. */
struct piece {
    size_t start;      /* bytes */
    size_t end;        /* behind its last byte, white space excluded */
    double break_cost; /* of ending a line behind it */
    bool is_joined;    /* the next piece follows without a space */
};

LIST(piece_list, struct piece);

/* Best way to set the pieces from one on: where its first line ends. */
struct choice {
    size_t next; /* first piece of the next line */
    double cost;
};

struct wrap {
    struct text text;
    double measure;
    double size;
    enum font_weight weight;
    struct piece_list pieces;
};

static double width_between(const struct wrap *wrap, size_t start, size_t end)
{
    struct text slice = {wrap->text.at + start, end - start};

    return font_text_width(slice, wrap->size, wrap->weight);
}

static bool is_space(unsigned codepoint)
{
    return codepoint == ' ' || codepoint == '\t' || codepoint == '\n';
}

static bool is_hyphen(unsigned codepoint)
{
    return codepoint == '-' || codepoint == '/' || codepoint == 0x2010 || codepoint == 0x2013 ||
           codepoint == 0x2014;
}

static bool is_combining(unsigned codepoint)
{
    return (codepoint >= 0x300 && codepoint <= 0x36F) || codepoint == 0x200D ||
           (codepoint >= 0xFE00 && codepoint <= 0xFE0F);
}

static bool is_digit(unsigned codepoint)
{
    return codepoint >= '0' && codepoint <= '9';
}

/* May a line end between these two neighbours inside a word? */
static bool breaks_between(unsigned last, unsigned next)
{
    if (next == '(' || next == '[') {
        return last != '(' && last != '[';
    }
    return is_hyphen(last) && !is_digit(next) && !is_hyphen(next);
}

/* Cost of a line end behind bytes start..end of a word that goes on. */
static double cost_of_break(struct text text, size_t start, size_t end, size_t word_start)
{
    struct text piece = {text.at + start, end - start};
    size_t letters = 0;

    if (text.at[end - 1] != '-') {
        return 0; /* behind a dash, before a bracket */
    }
    for (size_t offset = 0; offset < piece.length; letters++) {
        text_next_codepoint(piece, &offset);
    }
    return start == word_start && letters <= PREFIX_LETTERS + 1 ? PREFIX_COST : HYPHEN_COST;
}

/* Is it a short word in small letters? */
static bool is_particle(struct text text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (text.at[i] < 'a' || text.at[i] > 'z') {
            return false;
        }
    }
    return end - start <= PREFIX_LETTERS;
}

/* Break a word that no measure will take into stretches that fit. */
static void add_long_piece(struct wrap *wrap, struct piece piece)
{
    size_t start = piece.start;
    size_t last = start;

    for (size_t offset = start; offset < piece.end;) {
        size_t before = offset;
        unsigned codepoint = text_next_codepoint(wrap->text, &offset);

        if (!is_combining(codepoint)) {
            last = before;
        }
        if (last > start && width_between(wrap, start, offset) > wrap->measure) {
            list_push(&wrap->pieces, (struct piece){start, last, 0, true});
            start = last;
        }
    }
    list_push(&wrap->pieces, (struct piece){start, piece.end, piece.break_cost, piece.is_joined});
}

static void add_piece(struct wrap *wrap, struct piece piece)
{
    if (piece.end <= piece.start) {
        return;
    }
    if (width_between(wrap, piece.start, piece.end) > 2 * wrap->measure) {
        add_long_piece(wrap, piece);
    } else {
        list_push(&wrap->pieces, piece);
    }
}

static void cut_into_pieces(struct wrap *wrap)
{
    struct text text = wrap->text;
    size_t start = 0;
    size_t word_start = 0;
    unsigned last = ' ';

    for (size_t offset = 0; offset < text.length;) {
        size_t before = offset;
        unsigned next = text_next_codepoint(text, &offset);

        if (is_space(next)) {
            double cost = is_particle(text, start, before) ? PARTICLE_COST : 0;

            add_piece(wrap, (struct piece){start, before, cost, false});
            start = word_start = offset;
        } else if (before > start && breaks_between(last, next)) {
            double cost = cost_of_break(text, start, before, word_start);

            add_piece(wrap, (struct piece){start, before, cost, true});
            start = before;
        }
        last = next;
    }
    add_piece(wrap, (struct piece){start, text.length, 0, false});
}

/* Are the pieces held together by hyphens? */
static bool is_one_word(const struct piece *pieces, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        if (!pieces[i].is_joined || pieces[i].break_cost <= 0) {
            return false;
        }
    }
    return true;
}

/* Cost of a line of pieces first..last; DBL_MAX when they do not fit on one. */
static double cost_of_line(const struct wrap *wrap, size_t first, size_t last, bool free_breaks)
{
    const struct piece *pieces = wrap->pieces.items;
    double width = width_between(wrap, pieces[first].start, pieces[last].end);
    double slack = (wrap->measure - width) / wrap->measure;
    double cost = LINE_COST + slack * slack;

    if (slack < 0) {
        if (!is_one_word(pieces, first, last)) {
            return DBL_MAX;
        }
        cost -= slack * OVERFULL_COST;
    }
    if (last + 1 < wrap->pieces.count && !free_breaks) {
        cost += pieces[last].break_cost;
    }
    return cost;
}

/* Fill choices[i] for every piece, from the last one backwards. */
static void choose_lines(const struct wrap *wrap, struct choice *choices, bool free_breaks)
{
    size_t count = wrap->pieces.count;

    choices[count] = (struct choice){.next = count, .cost = 0};
    for (size_t first = count; first-- > 0;) {
        choices[first] = (struct choice){.next = first + 1, .cost = DBL_MAX};
        for (size_t last = first; last < count; last++) {
            double cost = cost_of_line(wrap, first, last, free_breaks);

            if (cost >= DBL_MAX) {
                break;
            }
            if (cost + choices[last + 1].cost < choices[first].cost) {
                choices[first] = (struct choice){last + 1, cost + choices[last + 1].cost};
            }
        }
    }
}

static size_t count_lines(const struct choice *choices, size_t count)
{
    size_t lines = 0;

    for (size_t i = 0; i < count; i = choices[i].next) {
        lines++;
    }
    return lines;
}

/* As much of the text from start on as fits with an ellipsis behind it. */
static struct text shorten(struct arena *arena, const struct wrap *wrap, size_t start)
{
    size_t end = start;
    double room = wrap->measure - font_text_width(TEXT(ELLIPSIS), wrap->size, wrap->weight);

    for (size_t offset = start; offset < wrap->text.length;) {
        text_next_codepoint(wrap->text, &offset);
        if (width_between(wrap, start, offset) > room) {
            break;
        }
        end = offset;
    }
    while (end > start && is_space((unsigned char)wrap->text.at[end - 1])) {
        end--;
    }
    return arena_format(arena, TEXT_FORMAT ELLIPSIS, (int)(end - start), wrap->text.at + start);
}

static void add_lines(struct arena *arena, const struct wrap *wrap, const struct choice *choices,
                      size_t max_lines, struct text_list *lines)
{
    const struct piece *pieces = wrap->pieces.items;
    size_t count = wrap->pieces.count;
    size_t number = 1;

    for (size_t i = 0; i < count; i = choices[i].next, number++) {
        struct text line = {wrap->text.at + pieces[i].start,
                            pieces[choices[i].next - 1].end - pieces[i].start};

        if (number == max_lines && choices[i].next < count) {
            list_push(lines, shorten(arena, wrap, pieces[i].start));
            return;
        }
        list_push(lines, arena_copy_text(arena, line));
    }
}

/* First fit: each line takes what it can. */
static void fill_lines(const struct wrap *wrap, struct choice *choices)
{
    size_t count = wrap->pieces.count;

    for (size_t first = 0; first < count; first = choices[first].next) {
        size_t last = first;

        while (last + 1 < count && cost_of_line(wrap, first, last + 1, true) < DBL_MAX) {
            last++;
        }
        choices[first].next = last + 1;
    }
}

/* Lines with the least cost; dear breaks are allowed when the lines would not do else. */
static void balance_lines(const struct wrap *wrap, struct choice *choices, size_t max_lines)
{
    choose_lines(wrap, choices, false);
    if (count_lines(choices, wrap->pieces.count) > max_lines) {
        choose_lines(wrap, choices, true); /* better broken at a hyphen than cut short */
    }
}

static void break_text(struct arena *arena, struct wrap *wrap, bool is_balanced, size_t max_lines,
                       struct text_list *lines)
{
    struct choice *choices;

    assert(wrap->measure > 0);
    assert(max_lines > 0);
    cut_into_pieces(wrap);
    choices = alloc_zeroed(wrap->pieces.count + 1, sizeof *choices);
    if (is_balanced) {
        balance_lines(wrap, choices, max_lines);
    } else {
        fill_lines(wrap, choices);
    }
    add_lines(arena, wrap, choices, max_lines, lines);
    list_free(choices);
    list_release(&wrap->pieces);
}

void wrap_text(struct arena *arena, struct text text, double measure, size_t max_lines, double size,
               enum font_weight weight, struct text_list *lines)
{
    struct wrap wrap = {.text = text, .measure = measure, .size = size, .weight = weight};

    break_text(arena, &wrap, true, max_lines, lines);
}

void wrap_fill(struct arena *arena, struct text text, double measure, size_t max_lines, double size,
               enum font_weight weight, struct text_list *lines)
{
    struct wrap wrap = {.text = text, .measure = measure, .size = size, .weight = weight};

    break_text(arena, &wrap, false, max_lines, lines);
}
