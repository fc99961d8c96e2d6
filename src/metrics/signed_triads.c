/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A pattern is coded as a number of six digits to the base 3; the greatest code among the six
 * orders of the three groups stands for all of them.  Only sets of groups with a tie are looked at
 * (Batagelj and Mrvar 2001): the pairs are gone through, and each set is counted at the first.
 */
#include "metrics/signed_triads.h"

/* Ends of the arcs, as positions among three. */
static const struct {
    int from;
    int to;
} arc_ends[SIGNED_TRIAD_ARCS] = {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}};

static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

static size_t find_arc(int from, int to)
{
    size_t i = 0;
    while (arc_ends[i].from != from || arc_ends[i].to != to)
        i++;
    return i;
}

static size_t encode(const enum sign *arcs, const int *order)
{
    size_t code = 0;
    for (size_t i = 0; i < SIGNED_TRIAD_ARCS; i++)
        code = 3 * code + (size_t)arcs[find_arc(order[arc_ends[i].from], order[arc_ends[i].to])];
    return code;
}

static void decode(size_t code, enum sign *arcs)
{
    for (size_t i = SIGNED_TRIAD_ARCS; i-- > 0; code /= 3)
        arcs[i] = (enum sign)(code % 3);
}

static size_t greatest_code(const enum sign *arcs)
{
    size_t greatest = 0;
    for (size_t i = 0; i < 6; i++) {
        size_t code = encode(arcs, orders[i]);
        greatest = code > greatest ? code : greatest;
    }
    return greatest;
}

/* What the arcs of a pair are, and whom it leads to; from both ends. */
struct neighbour {
    size_t vertex;
    enum sign out;
    enum sign in;
};

struct neighbourhood {
    size_t *first; /* neighbours of v: from first[v] up to first[v + 1] */
    struct neighbour *items;
};

static bool has_arc(const struct signed_pair *pair)
{
    return pair->forth != SIGN_NEUTRAL || pair->back != SIGN_NEUTRAL;
}

/* Pairs are sorted, so each list has first the smaller neighbours, then the larger, ascending. */
static struct neighbourhood index_pairs(const struct signed_pairs *pairs)
{
    size_t n = pairs->vertex_count;
    struct neighbourhood index = {
        .first = alloc_zeroed(n + 2, sizeof *index.first),
        .items = alloc_zeroed(2 * pairs->pairs.count, sizeof *index.items),
    };
    size_t *next = index.first + 1;
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        next[pairs->pairs.items[i].a + 1] += has_arc(&pairs->pairs.items[i]);
        next[pairs->pairs.items[i].b + 1] += has_arc(&pairs->pairs.items[i]);
    }
    for (size_t v = 0; v < n; v++)
        next[v + 1] += next[v];
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const struct signed_pair *pair = &pairs->pairs.items[i];
        if (!has_arc(pair))
            continue;
        index.items[next[pair->a]++] = (struct neighbour){pair->b, pair->forth, pair->back};
        index.items[next[pair->b]++] = (struct neighbour){pair->a, pair->back, pair->forth};
    }
    return index;
}

/* What is counted: by code, and the arcs of one vertex to all others, for looking up. */
struct census {
    struct neighbourhood index;
    size_t vertex_count;
    double counts[SIGNED_TRIAD_CODES];
    size_t codes[SIGNED_TRIAD_CODES]; /* the greatest one that stands for each */
    struct neighbour *from_u;         /* by vertex; both arcs neutral = no pair */
    struct neighbour *from_v;
};

static void mark(const struct census *census, size_t vertex, struct neighbour *marks, bool set)
{
    for (size_t i = census->index.first[vertex]; i < census->index.first[vertex + 1]; i++) {
        struct neighbour neighbour = census->index.items[i];
        marks[neighbour.vertex] = set ? neighbour : (struct neighbour){0};
    }
}

static bool is_pair(struct neighbour neighbour)
{
    return neighbour.out != SIGN_NEUTRAL || neighbour.in != SIGN_NEUTRAL;
}

static void count_triad(struct census *census, struct neighbour uv, struct neighbour uw,
                        struct neighbour vw, double amount)
{
    const enum sign arcs[] = {uv.out, uv.in, uw.out, uw.in, vw.out, vw.in};
    census->counts[census->codes[encode(arcs, orders[0])]] += amount;
}

/* All sets with the pair u, v (u below v) of which it is the first; returns the number of groups
 * that have a tie with either. */
static size_t count_around(struct census *census, size_t u, size_t v)
{
    size_t near = 0;
    const size_t ends[] = {u, v};
    for (size_t end = 0; end < 2; end++) {
        for (size_t i = census->index.first[ends[end]]; i < census->index.first[ends[end] + 1];
             i++) {
            size_t w = census->index.items[i].vertex;
            bool tied_to_u = is_pair(census->from_u[w]);
            if (w == u || w == v || (end == 1 && tied_to_u))
                continue;
            near++;
            if (v < w || (u < w && !tied_to_u))
                count_triad(census, census->from_u[v], census->from_u[w], census->from_v[w], 1);
        }
    }
    return near;
}

static void count_all(struct census *census)
{
    double n = (double)census->vertex_count;
    double rest = n * (n - 1) * (n - 2) / 6;
    for (size_t u = 0; u < census->vertex_count; u++) {
        mark(census, u, census->from_u, true);
        for (size_t i = census->index.first[u]; i < census->index.first[u + 1]; i++) {
            struct neighbour uv = census->index.items[i];
            if (uv.vertex < u)
                continue;
            mark(census, uv.vertex, census->from_v, true);
            size_t near = count_around(census, u, uv.vertex);
            struct neighbour none = {0};
            count_triad(census, uv, none, none, n - 2 - (double)near);
            mark(census, uv.vertex, census->from_v, false);
        }
        mark(census, u, census->from_u, false);
    }
    for (size_t code = 0; code < SIGNED_TRIAD_CODES; code++)
        rest -= census->counts[code];
    census->counts[0] = rest;
}

void signed_triads_count(const struct signed_pairs *pairs,
                         struct signed_triad triads[SIGNED_TRIAD_TYPES])
{
    struct census census = {
        .index = index_pairs(pairs),
        .vertex_count = pairs->vertex_count,
        .from_u = alloc_zeroed(pairs->vertex_count, sizeof *census.from_u),
        .from_v = alloc_zeroed(pairs->vertex_count, sizeof *census.from_v),
    };
    for (size_t code = 0; code < SIGNED_TRIAD_CODES; code++) {
        enum sign arcs[SIGNED_TRIAD_ARCS];
        decode(code, arcs);
        census.codes[code] = greatest_code(arcs);
    }
    count_all(&census);
    size_t type = 0;
    for (size_t code = 0; code < SIGNED_TRIAD_CODES; code++) {
        if (census.codes[code] != code)
            continue;
        decode(code, triads[type].arcs);
        triads[type++].count = census.counts[code];
    }
    list_free(census.index.first);
    list_free(census.index.items);
    list_free(census.from_u);
    list_free(census.from_v);
}

/* Number of arcs that leave (or reach) the group at a position. */
static int count_arcs(const struct signed_triad *triad, int position, bool leaving)
{
    int count = 0;
    for (size_t i = 0; i < SIGNED_TRIAD_ARCS; i++)
        if (triad->arcs[i] != SIGN_NEUTRAL)
            count += (leaving ? arc_ends[i].from : arc_ends[i].to) == position;
    return count;
}

/* Is there a group with so many arcs out and in? */
static bool has_group(const struct signed_triad *triad, int out, int in)
{
    for (int position = 0; position < 3; position++)
        if (count_arcs(triad, position, true) == out && count_arcs(triad, position, false) == in)
            return true;
    return false;
}

const char *signed_triad_type(const struct signed_triad *triad)
{
    int mutual = 0;
    int asymmetric = 0;
    for (size_t i = 0; i < SIGNED_TRIAD_ARCS; i += 2) {
        int arcs = (triad->arcs[i] != SIGN_NEUTRAL) + (triad->arcs[i + 1] != SIGN_NEUTRAL);
        mutual += arcs == 2;
        asymmetric += arcs == 1;
    }
    switch (10 * mutual + asymmetric) {
    case 0: return "003";
    case 1: return "012";
    case 2: return has_group(triad, 2, 0) ? "021D" : has_group(triad, 0, 2) ? "021U" : "021C";
    case 3: return has_group(triad, 2, 0) ? "030T" : "030C";
    case 10: return "102";
    case 11: return has_group(triad, 1, 0) ? "111D" : "111U";
    case 12: return has_group(triad, 2, 0) ? "120D" : has_group(triad, 0, 2) ? "120U" : "120C";
    case 20: return "201";
    case 21: return "210";
    default: return "300";
    }
}
