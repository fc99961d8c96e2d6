/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Florentine families (Padgett and Ansell 1993): marriage and business, each with isolates.
 * All sixteen families are groups in both networks.
 */
#include "known_undirected.h"

static void add_families(struct known *known)
{
    struct text rest = known_read(known, "florentine/families.csv");
    struct text line;
    text_next_piece(&rest, '\n', &line); /* header */
    while (text_next_piece(&rest, '\n', &line)) {
        struct text name;
        if (text_next_piece(&line, ',', &name) && name.length > 0)
            sample_group(&known->sample, arena_copy_text(&known->arena, name).at);
    }
}

static void measure_florentine(struct known *known, const char *reference, const char *ties)
{
    known_init(known, reference);
    add_families(known);
    known_add_ties(known, ties, NULL, "tie", NULL);
    sample_measure(&known->sample);
}

static void test_marriage_agrees_with_the_reference(void **state)
{
    struct known known;
    (void)state;
    measure_florentine(&known, "florentine/reference_marriage.json", "florentine/marriage.csv");
    known_check_undirected(&known);
    known_check_communities(&known);
    known_release(&known);
}

static void test_business_agrees_with_the_reference(void **state)
{
    struct known known;
    (void)state;
    measure_florentine(&known, "florentine/reference_business.json", "florentine/business.csv");
    known_check_undirected(&known);
    known_check_communities(&known);
    known_release(&known);
}

static void test_marriage_agrees_with_published_values(void **state)
{
    struct known known;
    (void)state;
    measure_florentine(&known, "florentine/reference_marriage.json", "florentine/marriage.csv");
    struct sample *sample = &known.sample;
    group_id medici = sample_group(sample, "Medici");
    /* The Medici have 6 of all 40 tie ends: (16 * 6 - 40) / (15 * 14). */
    sample_assert_near(sample_network_value(sample, "degree_centralisation"), 56.0 / 210, 1e-12,
                       "degree_centralisation");
    /* Jackson (2008): the Medici lie on 0.522 of the 91 pairs of the connected families. */
    sample_assert_near(sample_group_value(sample, "betweenness", medici) / 91, 0.522, 5e-4,
                       "betweenness");
    known_release(&known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marriage_agrees_with_the_reference),
        cmocka_unit_test(test_business_agrees_with_the_reference),
        cmocka_unit_test(test_marriage_agrees_with_published_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
