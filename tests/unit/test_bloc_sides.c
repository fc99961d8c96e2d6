/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/bloc_sides.h"

#include <math.h>

#include "metrics/signed_pairs.h"
#include "sample.h"

/* The sides as "1122", 0 for none. */
static void expect(const struct bloc_sides *blocs, const char *expected)
{
    char found[20] = "";
    assert_true(blocs->group_count < sizeof found);
    for (size_t i = 0; i < blocs->group_count && i < sizeof found - 1; i++)
        found[i] = (char)('0' + blocs->sides[i]);
    assert_string_equal(found, expected);
}

static const struct bloc_sides none = {0};

static void find(struct sample *sample, struct bloc_sides *blocs)
{
    sample_select(sample);
    assert_int_equal(bloc_sides_find(&sample->selection, NULL, &none, blocs), IGRAPH_SUCCESS);
}

/* Two allies against two others; a pair beside them that is smaller; a loner. */
static void fill_two_blocs(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 7);
    sample_tie(sample, 0, 1, "alliance");
    sample_tie(sample, 2, 3, "alliance");
    sample_tie(sample, 0, 2, "conflict");
    sample_tie(sample, 1, 3, "conflict");
    sample_tie(sample, 4, 5, "conflict");
}

static void test_the_sides_of_the_largest_part(void **state)
{
    struct sample sample;
    struct bloc_sides blocs;
    (void)state;
    fill_two_blocs(&sample);
    find(&sample, &blocs);
    assert_true(blocs.proven);
    assert_true(blocs.sides[0] == blocs.sides[1] && blocs.sides[2] == blocs.sides[3]);
    assert_int_equal(blocs.sides[0] + blocs.sides[2], 3);
    assert_int_equal(blocs.sides[4] + blocs.sides[5] + blocs.sides[6], 0);
    bloc_sides_release(&blocs);
    sample_release(&sample);
}

/* Group 4 has as much with the one bloc as with the other, so it stands where it stood; the names
 * of the blocs do not matter. */
static void test_a_group_between_the_blocs_stands_where_it_stood(void **state)
{
    static const size_t stood[][5] = {{1, 1, 2, 2, 1}, {1, 1, 2, 2, 2}, {2, 2, 1, 1, 2}};
    static const char *const expected[] = {"11221", "11222", "22112"};
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 2, 3, "alliance");
    sample_tie(&sample, 0, 2, "conflict");
    sample_tie(&sample, 1, 3, "conflict");
    sample_tie(&sample, 4, 0, "alliance");
    sample_tie(&sample, 4, 2, "alliance");
    sample_select(&sample);
    for (size_t i = 0; i < 3; i++) {
        size_t sides[5];
        struct bloc_sides blocs;
        struct stability stability;
        const struct bloc_sides before = {.group_count = 5, .sides = sides, .proven = true};
        memcpy(sides, stood[i], sizeof sides);
        assert_int_equal(bloc_sides_find(&sample.selection, &sample.selection, &before, &blocs),
                         IGRAPH_SUCCESS);
        expect(&blocs, expected[i]);
        assert_int_equal(
            bloc_sides_compare(&sample.selection, &before, &sample.selection, &blocs, &stability),
            IGRAPH_SUCCESS);
        assert_true(stability.rand == 1 && stability.nmi == 1);
        bloc_sides_release(&blocs);
    }
    sample_release(&sample);
}

/* b has allies at odds: of three partitions that fit equally well one is that of the next window. */
static void test_what_was_open_before_is_settled_by_what_follows(void **state)
{
    struct sample before;
    struct sample after;
    struct bloc_sides first, second;
    struct stability stability;
    (void)state;
    sample_init(&before);
    sample_init(&after);
    sample_groups(&before, 3);
    sample_groups(&after, 3);
    sample_tie(&before, 0, 1, "alliance");
    sample_tie(&before, 1, 2, "alliance");
    sample_tie(&before, 0, 2, "conflict");
    sample_tie(&after, 0, 1, "alliance");
    sample_tie(&after, 0, 2, "conflict");
    find(&before, &first);
    sample_select(&after);
    assert_int_equal(bloc_sides_find(&after.selection, &before.selection, &first, &second),
                     IGRAPH_SUCCESS);
    assert_int_equal(
        bloc_sides_compare(&before.selection, &first, &after.selection, &second, &stability),
        IGRAPH_SUCCESS);
    assert_true(stability.rand == 1 && stability.nmi == 1);
    bloc_sides_release(&first);
    bloc_sides_release(&second);
    sample_release(&before);
    sample_release(&after);
}

/* Of four groups one has changed sides: the index by hand, of pairs together in both. */
static void test_likeness_counted_by_hand(void **state)
{
    struct sample sample;
    struct bloc_sides blocs;
    struct stability stability;
    size_t sides[7] = {1, 1, 1, 2, 0, 0, 1};
    const struct bloc_sides before = {.group_count = 7, .sides = sides, .proven = true};
    const struct bloc_sides open = {.group_count = 7, .sides = sides};
    (void)state;
    fill_two_blocs(&sample);
    find(&sample, &blocs);
    bloc_sides_compare(&sample.selection, &before, &sample.selection, &blocs, &stability);
    /* together in both 1, before 3, now 2, of 6 pairs: (1 - 3*2/6) / ((3+2)/2 - 3*2/6) = 0 */
    sample_assert_near(stability.rand, 0, 1e-12, "rand");
    bloc_sides_compare(&sample.selection, &open, &sample.selection, &blocs, &stability);
    assert_true(isnan(stability.rand) && isnan(stability.nmi));
    bloc_sides_compare(&sample.selection, &none, &sample.selection, &blocs, &stability);
    assert_true(isnan(stability.rand));
    bloc_sides_release(&blocs);
    sample_release(&sample);
}

static void test_more_pairs_than_are_searched_prove_nothing(void **state)
{
    struct sample sample;
    struct bloc_sides blocs;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 502);
    for (group_id i = 1; i < 502; i++)
        sample_tie(&sample, 0, i, "alliance");
    find(&sample, &blocs);
    assert_false(blocs.proven);
    bloc_sides_release(&blocs);
    sample_release(&sample);
}

/* Pairs at odds with a partition, counted naively. */
static size_t count_at_odds(const struct signed_pairs *pairs, const size_t *sides)
{
    size_t count = 0;
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const struct signed_pair *pair = &pairs->pairs.items[i];
        const bool within = sides[pair->a] == sides[pair->b];
        count += sides[pair->a] > 0 && pair->sign != SIGN_NEUTRAL &&
                 within == (pair->sign == SIGN_NEGATIVE);
    }
    return count;
}

/* Whatever was before, none of all partitions fits better. */
static void test_following_keeps_the_best_fit(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct sample sample;
        struct signed_pairs pairs;
        struct bloc_sides blocs;
        size_t sides[16];
        uint64_t random = seed;
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        sample_select(&sample);
        const size_t n = sample.selection.groups.count;
        for (size_t i = 0; i < n; i++)
            sides[i] = 1 + sample_random(&random, 2);
        const struct bloc_sides before = {.group_count = n, .sides = sides, .proven = true};
        assert_int_equal(bloc_sides_find(&sample.selection, &sample.selection, &before, &blocs),
                         IGRAPH_SUCCESS);
        signed_pairs_init(&pairs, &sample.selection,
                          (struct pair_policy){PAIR_MAJORITY, COUNT_PAIRS});
        const size_t found = count_at_odds(&pairs, blocs.sides);
        for (size_t choice = 0; choice < (size_t)1 << n; choice++) {
            for (size_t i = 0; i < n; i++)
                sides[i] = blocs.sides[i] == 0 ? 0 : 1 + (choice >> i) % 2;
            assert_true(found <= count_at_odds(&pairs, sides));
        }
        signed_pairs_release(&pairs);
        bloc_sides_release(&blocs);
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_sides_of_the_largest_part),
        cmocka_unit_test(test_a_group_between_the_blocs_stands_where_it_stood),
        cmocka_unit_test(test_what_was_open_before_is_settled_by_what_follows),
        cmocka_unit_test(test_likeness_counted_by_hand),
        cmocka_unit_test(test_more_pairs_than_are_searched_prove_nothing),
        cmocka_unit_test(test_following_keeps_the_best_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
