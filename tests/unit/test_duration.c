/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

#include "metrics/metric.h"

static struct date read_date(const char *text)
{
    struct date date;
    const char *reason;
    size_t offset;
    if (!date_parse(text_from(text), &date, &reason, &offset))
        fail_msg("date '%s': %s", text, reason);
    return date;
}

#define NONE ((double)NAN)

/* Ties between two groups, and by hand: days at least, at most, and whether still so. */
static const struct {
    const char *kind;
    const char *start;
    const char *end;
    double least;
    double most;
    double still_so;
} cases[] = {
    {"alliance", "2014-03-01", "2014-03-01", 1, 1, 0},
    {"alliance", "2014-03-01", "2014-03-10", 10, 10, 0},
    {"alliance", "2014", "2014", 1, 365, 0},      /* from 1 Jan to 31 Dec, or a day */
    {"alliance", "2014", "2016", 367, 1096, 0},   /* 2014-12-31..2016-01-01; 2016 is a leap year */
    {"pledge", "2014-06/2014-08", "", 33, 92, 0}, /* 06-30..08-01; 06-01..08-31 */
    {"rivalry", "[..2014-01-31]", "2014-02-02", 3, NONE, 0}, /* no bound below */
    {"rivalry", "2014-01-30", "[2014-02-02..]", 4, NONE, 0}, /* no bound above */
    {"rivalry", "", "2014-02-02", NONE, NONE, 0},
    {"rivalry", "2014", "..", NONE, NONE, 1},
    {"rivalry", "", "..", NONE, NONE, 1},
    {"alliance", "2014", "", NONE, NONE, NONE},
    {"alliance", "..", "2014", NONE, NONE, 0},
    {"attack", "2014-03-01", "2014-03-10", NONE, NONE, NONE}, /* an event */
};

enum {
    CASES = sizeof cases / sizeof *cases,
};

static void fill(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 2);
    for (size_t i = 0; i < CASES; i++) {
        sample_tie(sample, 0, 1, cases[i].kind);
        struct relation *relation = &sample->dataset.relations.items[i];
        relation->start = read_date(cases[i].start);
        relation->end = read_date(cases[i].end);
    }
    sample_measure(sample);
}

static void test_durations_by_hand(void **state)
{
    struct sample sample;
    (void)state;
    fill(&sample);
    const double *least = sample_column(&sample, SCOPE_RELATION, "duration_least");
    const double *most = sample_column(&sample, SCOPE_RELATION, "duration_most");
    const double *still_so = sample_column(&sample, SCOPE_RELATION, "still_so");
    for (size_t i = 0; i < CASES; i++) {
        sample_assert_near(least[i], cases[i].least, 0, cases[i].start);
        sample_assert_near(most[i], cases[i].most, 0, cases[i].start);
        sample_assert_near(still_so[i], cases[i].still_so, 0, cases[i].start);
    }
    sample_release(&sample);
}

/* Of the first five: 1 10 1 367 33 and 1 10 365 1096 92 days; the pledge and four alliances. */
static void test_the_network_has_medians_and_counts_what_has_no_end_apart(void **state)
{
    struct sample sample;
    (void)state;
    fill(&sample);
    assert_true(sample_network_value(&sample, "duration_least_median") == 10);
    assert_true(sample_network_value(&sample, "duration_most_median") == 92);
    assert_true(sample_network_value(&sample, "ties_ended") == 9);
    assert_true(sample_network_value(&sample, "ties_still_so") == 2);
    assert_true(sample_network_value(&sample, "ties_end_unknown") == 1);
    assert_true(sample_network_value(&sample, "ties_ended_negative") == 3);
    assert_true(sample_network_value(&sample, "ties_still_so_positive") == 0);
    assert_true(isnan(sample_network_value(&sample, "duration_least_median_negative")));
    sample_release(&sample);
}

static void test_a_median_of_two_lies_between_them(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    for (size_t i = 0; i < 2; i++) {
        sample_tie(&sample, 0, 1, "alliance");
        sample.dataset.relations.items[i].start = read_date("2014-03-01");
        sample.dataset.relations.items[i].end = read_date(i == 0 ? "2014-03-10" : "2014-03-03");
    }
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "duration_least_median") == 6.5);
    sample_release(&sample);
}

/* A tie that may begin and end in these few days, tried day by day. */
static void test_bounds_are_those_of_all_days(void **state)
{
    static const char *const starts[] = {"2014-03-05", "[2014-03-02..2014-03-06]", "2014-03",
                                         "2014-03-04?", "2014-03-03/2014-03-05"};
    static const char *const ends[] = {"2014-03-05", "[2014-03-04..2014-03-09]", "2014-04",
                                       "2014-03-07~", "2014-03-06/2014-03-20"};
    (void)state;
    for (size_t s = 0; s < 5; s++)
        for (size_t e = 0; e < 5; e++) {
            struct sample sample;
            const struct date start = read_date(starts[s]);
            const struct date end = read_date(ends[e]);
            double least = NONE, most = NONE;
            for (day_number b = start.earliest; b <= start.begins_by; b++)
                for (day_number f = end.ends_from; f <= end.latest; f++)
                    if (f >= b) {
                        least = fmin(least, (double)(f - b + 1));
                        most = fmax(most, (double)(f - b + 1));
                    }
            sample_init(&sample);
            sample_groups(&sample, 2);
            sample_tie(&sample, 0, 1, "alliance");
            sample.dataset.relations.items[0].start = start;
            sample.dataset.relations.items[0].end = end;
            sample_measure(&sample);
            sample_assert_near(sample_column(&sample, SCOPE_RELATION, "duration_least")[0], least,
                               0, starts[s]);
            sample_assert_near(sample_column(&sample, SCOPE_RELATION, "duration_most")[0], most, 0,
                               ends[e]);
            sample_release(&sample);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_durations_by_hand),
        cmocka_unit_test(test_the_network_has_medians_and_counts_what_has_no_end_apart),
        cmocka_unit_test(test_a_median_of_two_lies_between_them),
        cmocka_unit_test(test_bounds_are_those_of_all_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
