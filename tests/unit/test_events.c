/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/events.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "importer/import.h"
#include "model/date.h"

#define DAYS 400

/* An import with three groups and a file, and nothing on disk. */
struct events_case {
    struct import import;
    struct import_options options;
    struct import_file file;
    struct findings findings;
    struct events events;
    uint32_t conflict;
};

static void start(struct events_case *test, const char *by, const char *gap)
{
    struct error error = {0};
    *test = (struct events_case){0};
    test->options = (struct import_options){.by = text_from(by), .gap = text_from(gap)};
    test->import = (struct import){
        .options = &test->options, .file = &test->file, .findings = &test->findings};
    test->file.path = TEXT("events.csv");
    intake_init(&test->import.intake);
    intake_add_source(&test->import.intake, &(struct intake_source){.id = TEXT("events")});
    intake_group_named(&test->import.intake, TEXT("A"));
    intake_group_named(&test->import.intake, TEXT("B"));
    intake_group_named(&test->import.intake, TEXT("C"));
    test->conflict = intake_find_kind(&test->import.intake, TEXT("conflict"));
    assert_true(events_init(&test->events, &test->import, &error));
}

static void add(struct events_case *test, uint32_t source, uint32_t target, int32_t day)
{
    const struct event event = {.source = source,
                                .target = target,
                                .kind = test->conflict,
                                .first = day,
                                .last = day,
                                .low = 1,
                                .high = 2};
    import_begin_row(&test->import, test->file.read + 2, (struct text){0});
    events_add(&test->events, &test->import, &event);
    import_end_row(&test->import);
}

static void finish(struct events_case *test)
{
    events_release(&test->events);
    list_release(&test->import.row.references);
    buffer_release(&test->import.scratch);
    intake_release(&test->import.intake);
    findings_release(&test->findings);
}

/* Ties as "2014 3;", by start and weight. */
static void check_ties(const struct events_case *test, const char *expected)
{
    struct buffer ties = {0};
    for (size_t i = 0; i < test->import.intake.ties.count; i++) {
        const struct intake_tie *tie = &test->import.intake.ties.items[i];
        buffer_add_format(&ties, TEXT_FORMAT "/" TEXT_FORMAT " %g;", TEXT_PARTS(tie->start),
                          TEXT_PARTS(tie->end), tie->weight);
    }
    assert_string_equal(ties.at == NULL ? "" : ties.at, expected);
    buffer_release(&ties);
}

static void test_years_are_ties_of_their_own_and_mirrored_events_one(void **state)
{
    (void)state;
    struct events_case test;
    start(&test, "year", NULL);
    add(&test, 0, 1, day_from_civil(2014, 12, 31));
    add(&test, 1, 0, day_from_civil(2014, 1, 1));
    add(&test, 0, 1, day_from_civil(2015, 1, 1));
    events_finish(&test.events, &test.import);
    check_ties(&test, "2014/2014 2;2015/2015 1;");
    assert_int_equal(test.import.intake.estimates.count, 2);
    assert_true(test.import.intake.estimates.items[0].low == 2);
    assert_true(test.import.intake.estimates.items[0].high == 4);
    finish(&test);
}

static void test_a_dyad_is_one_tie(void **state)
{
    (void)state;
    struct events_case test;
    start(&test, "dyad", NULL);
    add(&test, 0, 1, day_from_civil(2014, 5, 1));
    add(&test, 0, 2, day_from_civil(2014, 5, 2));
    add(&test, 0, 1, day_from_civil(2001, 2, 3));
    events_finish(&test.events, &test.import);
    check_ties(&test, "2001-02-03/2014-05-01 2;2014-05-02/2014-05-02 1;");
    finish(&test);
}

static void test_both_sides_alike_are_rejected(void **state)
{
    (void)state;
    struct events_case test;
    start(&test, "year", NULL);
    add(&test, 1, 1, 0);
    assert_int_equal(test.file.rejected, 1);
    assert_int_equal(test.file.reasons[FOUND_SELF_RELATION], 1);
    finish(&test);
}

/* A second way to spells: mark the days, and walk over them. */
static size_t naive_spells(const bool days[DAYS], int gap, int starts[DAYS], int ends[DAYS])
{
    size_t count = 0;
    for (int day = 0; day < DAYS; day++) {
        if (!days[day])
            continue;
        if (count == 0 || day - ends[count - 1] > gap)
            starts[count++] = day;
        ends[count - 1] = day;
    }
    return count;
}

static void test_spells_are_those_of_a_walk_over_the_days(void **state)
{
    (void)state;
    uint32_t random = 1;
    for (int round = 0; round < 60; round++) {
        struct events_case test;
        bool days[DAYS] = {false};
        int starts[DAYS];
        int ends[DAYS];
        char gap[8];
        const int length = round % 30;
        snprintf(gap, sizeof gap, "%d", length);
        start(&test, "spell", gap);
        for (int i = 0; i < 5 + round; i++) {
            random = random * 1103515245 + 12345;
            const int day = (int)(random >> 16) % DAYS;
            days[day] = true;
            add(&test, 0, 1, day);
        }
        const size_t count = naive_spells(days, length, starts, ends);
        const struct event_spell_list *spells = &test.events.cells.items[0].spells;
        assert_int_equal(spells->count, count);
        size_t events = 0;
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(spells->items[i].first, starts[i]);
            assert_int_equal(spells->items[i].last, ends[i]);
            events += spells->items[i].count;
        }
        assert_int_equal(events, 5 + round);
        events_finish(&test.events, &test.import);
        assert_int_equal(test.import.intake.ties.count, count);
        for (int day = 0; day < DAYS; day++)
            if (days[day])
                assert_true(test.import.find_tie(&test.events, (struct origin_reference){0, day}) <
                            count);
        finish(&test);
    }
}

static void test_repeated_ids_are_noticed(void **state)
{
    (void)state;
    struct events_case test;
    start(&test, "year", NULL);
    for (int i = 0; i < 20000; i++) {
        char id[16];
        snprintf(id, sizeof id, "EVT%d", i % 10000);
        assert_int_equal(events_is_new(&test.events, text_from(id)), i < 10000);
    }
    assert_true(events_is_new(&test.events, TEXT("")));
    assert_true(events_is_new(&test.events, TEXT("")));
    finish(&test);
}

static void test_wrong_gaps_are_refused(void **state)
{
    (void)state;
    const char *const gaps[] = {"-1", "many", "1.5"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        const struct import_options options = {.gap = text_from(gaps[i])};
        struct import import = {.options = &options};
        struct events events;
        struct error error = {0};
        assert_false(events_init(&events, &import, &error));
        assert_int_equal(error.kind, ERROR_USAGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years_are_ties_of_their_own_and_mirrored_events_one),
        cmocka_unit_test(test_a_dyad_is_one_tie),
        cmocka_unit_test(test_both_sides_alike_are_rejected),
        cmocka_unit_test(test_spells_are_those_of_a_walk_over_the_days),
        cmocka_unit_test(test_repeated_ids_are_noticed),
        cmocka_unit_test(test_wrong_gaps_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
