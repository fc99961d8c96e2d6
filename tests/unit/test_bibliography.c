/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric_table.h"

#include "metrics/balance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool is_listed(struct text citation)
{
    size_t count;
    const struct metric_work *works = metric_bibliography(&count);
    for (size_t i = 0; i < count; i++) {
        if (text_equal_string(citation, works[i].citation))
            return true;
    }
    return false;
}

static void assert_citations_are_listed(const char *name, const char *reference)
{
    struct text rest = text_from(reference);
    struct text piece;
    while (text_next_piece(&rest, ';', &piece)) {
        if (!is_listed(text_trim(piece)))
            fail_msg("%s: '%s'", name, reference);
    }
}

static void test_every_citation_of_the_catalogue_is_listed(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    for (size_t i = 0; i < count; i++)
        assert_citations_are_listed(catalogue[i].name, catalogue[i].reference);
    const struct balance_measure *measures = balance_measures(&count);
    for (size_t i = 0; i < count; i++)
        assert_citations_are_listed(measures[i].name, measures[i].reference);
}

static void test_every_work_is_cited(void **state)
{
    size_t work_count;
    size_t metric_count;
    size_t measure_count;
    const struct metric_work *works = metric_bibliography(&work_count);
    const struct metric *catalogue = metric_catalogue(&metric_count);
    const struct balance_measure *measures = balance_measures(&measure_count);
    (void)state;
    for (size_t w = 0; w < work_count; w++) {
        size_t uses = 0;
        for (size_t i = 0; i < metric_count; i++)
            uses += strstr(catalogue[i].reference, works[w].citation) != NULL;
        for (size_t i = 0; i < measure_count; i++)
            uses += strstr(measures[i].reference, works[w].citation) != NULL;
        if (uses == 0)
            fail_msg("nothing cites '%s'", works[w].citation);
    }
}

static void test_works_are_in_alphabetical_order(void **state)
{
    size_t count;
    const struct metric_work *works = metric_bibliography(&count);
    (void)state;
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(works[i - 1].citation, works[i].citation) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_citation_of_the_catalogue_is_listed),
        cmocka_unit_test(test_every_work_is_cited),
        cmocka_unit_test(test_works_are_in_alphabetical_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
