/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "metrics/balance.h"
#include "metrics/sheet.h"

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

/* The next reference of the catalogue, the sheets and the measures of balance, with whose it is;
 * NULL after the last. */
static const char *nth_reference(size_t n, const char **owner)
{
    size_t count;
    size_t sheet_count;
    size_t balance_count;
    const struct metric *catalogue = metric_catalogue(&count);
    const struct sheet_type *const *sheets = sheet_types(&sheet_count);
    const struct balance_measure *measures = balance_measures(&balance_count);
    if (n < count) {
        *owner = catalogue[n].name;
        return catalogue[n].reference;
    }
    n -= count;
    if (n < sheet_count) {
        *owner = sheets[n]->name;
        return sheets[n]->reference;
    }
    n -= sheet_count;
    if (n >= balance_count)
        return NULL;
    *owner = measures[n].name;
    return measures[n].reference;
}

static void test_every_citation_is_listed(void **state)
{
    const char *owner = "";
    const char *reference;
    (void)state;
    for (size_t i = 0; (reference = nth_reference(i, &owner)) != NULL; i++) {
        struct text rest = text_from(reference);
        struct text piece;
        while (text_next_piece(&rest, ';', &piece)) {
            if (!is_listed(text_trim(piece)))
                fail_msg("%s: '%s'", owner, reference);
        }
    }
}

static void test_every_work_is_cited(void **state)
{
    size_t work_count;
    const struct metric_work *works = metric_bibliography(&work_count);
    const char *owner = "";
    const char *reference;
    (void)state;
    for (size_t w = 0; w < work_count; w++) {
        size_t uses = 0;
        for (size_t i = 0; (reference = nth_reference(i, &owner)) != NULL; i++)
            uses += strstr(reference, works[w].citation) != NULL;
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
        cmocka_unit_test(test_every_citation_is_listed),
        cmocka_unit_test(test_every_work_is_cited),
        cmocka_unit_test(test_works_are_in_alphabetical_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
