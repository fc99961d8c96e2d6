/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The masks follow Langdale and Lemire (2019), Parsing gigabytes of JSON per second, VLDB Journal
 * 28, 941-960: a prefix sum of the quotation marks, taken without carry, tells for each byte
 * whether it lies between two of them.  With doubled quotation marks the inside is left and
 * entered again at once, so they need no case of their own.
 */
#include "importer/scan_split.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Bit i is set where byte i of the block is the one sought. */
static inline uint64_t match(const char *at, char byte)
{
    uint64_t mask = 0;
#ifdef __SSE2__
    const __m128i sought = _mm_set1_epi8(byte);
    for (int i = 0; i < 4; i++) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(at + 16 * i));
        const unsigned equal = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, sought));
        mask |= (uint64_t)equal << (16 * i);
    }
#else
    for (int i = 0; i < SCAN_BLOCK; i++)
        mask |= (uint64_t)(at[i] == byte) << i;
#endif
    return mask;
}

/* Is a byte of the block no ASCII? */
static inline bool has_high(const char *at)
{
    uint64_t all = 0;
    for (int i = 0; i < SCAN_BLOCK / 8; i++) {
        uint64_t word;
        memcpy(&word, at + 8 * i, sizeof word);
        all |= word;
    }
    return (all & UINT64_C(0x8080808080808080)) != 0;
}

/* Bit i becomes the parity of bits 0 to i. */
static inline uint64_t prefix_parity(uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

static inline unsigned lowest_bit(uint64_t mask)
{
    return (unsigned)__builtin_ctzll(mask);
}

/* What one block leaves to the next. */
struct carry {
    uint64_t inside;      /* all ones between quotation marks */
    bool field_may_start; /* the last byte was a separator or a closing quotation mark */
    bool just_closed;     /* it was a closing quotation mark */
};

struct block {
    uint64_t ends;      /* separators and line ends outside quotation marks */
    uint64_t line_ends; /* the latter alone */
    uint64_t irregular; /* quotation marks that neither open, close nor double */
};

/* A block in which there are quotation marks or that begins between two. */
static struct block look_at_quotes(const char *at, uint64_t quotes, struct block block,
                                   struct carry *carry)
{
    const uint64_t inside = prefix_parity(quotes) ^ carry->inside;
    const uint64_t opening = quotes & inside;
    const uint64_t closing = quotes & ~inside;
    block.ends &= ~inside;
    block.line_ends &= ~inside;
    const uint64_t starts = ((block.ends | closing) << 1) | carry->field_may_start;
    const uint64_t behind = (closing << 1) | carry->just_closed;
    /* The carriage return of a line end; whether it is one is not known at the end of the block. */
    const uint64_t returns = match(at, '\r') & (block.line_ends >> 1);
    block.irregular = (opening & ~starts) | (behind & ~(block.ends | quotes | returns));
    carry->inside = (inside >> 63) != 0 ? ~UINT64_C(0) : 0;
    carry->just_closed = (closing >> 63) != 0;
    return block;
}

static inline void keep_end(struct scan_split *split, size_t end)
{
    if (split->count < SCAN_FIELD_MOST)
        split->ends[split->count] = (uint32_t)end;
    split->count++;
}

static inline void keep_ends(struct scan_split *split, uint64_t ends, size_t base)
{
    for (; ends != 0; ends &= ends - 1)
        keep_end(split, base + lowest_bit(ends));
}

static void begin(struct scan_split *split)
{
    split->count = 0;
    split->quoted = false;
    split->plain = true;
    split->stray = false;
    split->open = false;
}

enum scan_verdict scan_split(const char *at, const char *end, char separator, char line_end,
                             struct scan_split *split)
{
    struct carry carry = {.field_may_start = true};
    begin(split);
    for (const char *from = at; from < end; from += SCAN_BLOCK) {
        const uint64_t line_ends = match(from, line_end);
        struct block block = {.line_ends = line_ends, .ends = match(from, separator) | line_ends};
        const uint64_t quotes = match(from, '"');
        if (quotes != 0 || carry.inside != 0 || carry.just_closed) {
            split->quoted = true;
            block = look_at_quotes(from, quotes, block, &carry);
        }
        split->plain = split->plain && !has_high(from);
        uint64_t row = ~UINT64_C(0); /* the bytes that belong to this row */
        if (block.line_ends != 0)
            row = block.line_ends ^ (block.line_ends - 1);
        if ((block.irregular & row) != 0)
            return SCAN_IRREGULAR;
        keep_ends(split, block.ends & row, (size_t)(from - at));
        if (block.line_ends != 0)
            return SCAN_WHOLE;
        carry.field_may_start = (block.ends >> 63) != 0 || carry.just_closed;
    }
    return SCAN_MORE;
}

/* Behind the quotation mark that closes the field opened at `at`; NULL when none does. */
static const char *find_close(const char *at, const char *end)
{
    for (at++; at < end; at += 2) {
        at = memchr(at, '"', (size_t)(end - at));
        if (at == NULL || at + 1 == end || at[1] != '"')
            return at == NULL ? NULL : at + 1;
    }
    return NULL;
}

/* To the separator or line end that ends a field. */
static const char *find_end(const char *at, const char *end, char separator, char line_end)
{
    while (at < end && *at != separator && *at != line_end)
        at++;
    return at;
}

static bool is_blank(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\r'))
        at++;
    return at == end;
}

/* Was a quotation mark forgotten, so that the next one, lines below, seems to close the field? */
static bool swallows_lines(const char *from, const char *behind, const char *end, char separator,
                           char line_end)
{
    return memchr(from, line_end, (size_t)(behind - from)) != NULL &&
           !is_blank(behind, find_end(behind, end, separator, line_end));
}

enum scan_verdict scan_split_closely(const char *at, const char *end, char separator, char line_end,
                                     bool is_last, struct scan_split *split)
{
    begin(split);
    split->plain = false;
    for (const char *from = at; from < end;) {
        const char *behind = from;
        if (*from == '"') {
            split->quoted = true;
            behind = find_close(from, end);
            if (behind == NULL && !is_last)
                return SCAN_MORE;
            if (behind == NULL || swallows_lines(from, behind, end, separator, line_end)) {
                split->open = true;
                behind = from;
            }
        }
        const char *to = find_end(behind, end, separator, line_end);
        if (behind > from && !is_blank(behind, to))
            split->stray = true;
        if (to == end)
            return SCAN_MORE;
        keep_end(split, (size_t)(to - at));
        if (*to == line_end)
            return SCAN_WHOLE;
        from = to + 1;
    }
    return SCAN_MORE;
}
