/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/origins.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MANY 70000 /* records of over 1 MiB in all */

struct seen {
    size_t count;
    size_t stop_at;
};

static bool check_record(void *context, const struct origin *origin, struct error *error)
{
    struct seen *seen = context;
    const uint32_t i = (uint32_t)seen->count;
    char id[16];
    const int length = snprintf(id, sizeof id, "id %u", i);
    assert_int_equal(origin->source, i % 3);
    assert_int_equal(origin->line, i + 2);
    assert_int_equal(origin->id.length, length);
    assert_memory_equal(origin->id.at, id, (size_t)length);
    assert_int_equal(origin->outcome, i % 2 == 0 ? ROW_USED : ROW_REJECTED);
    assert_int_equal(origin->reason, i % 2 == 0 ? 0 : 5);
    assert_int_equal(origin->reference_count, i % 4);
    for (uint32_t j = 0; j < i % 4; j++) {
        assert_int_equal(origin->references[j].number, i + j);
        assert_int_equal(origin->references[j].day, j == 0 ? ORIGIN_TIE : -(int32_t)j);
    }
    seen->count++;
    return seen->count != seen->stop_at || error_set(error, ERROR_SYSTEM, "enough");
}

static void add_records(struct origins *origins, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct origin_reference references[4];
        char id[16];
        const int length = snprintf(id, sizeof id, "id %u", i);
        for (uint32_t j = 0; j < 4; j++)
            references[j] = (struct origin_reference){i + j, j == 0 ? ORIGIN_TIE : -(int32_t)j};
        origins_add(origins, &(struct origin){.source = i % 3,
                                              .line = i + 2,
                                              .id = {id, (size_t)length},
                                              .outcome = i % 2 == 0 ? ROW_USED : ROW_REJECTED,
                                              .reason = i % 2 == 0 ? 0 : 5,
                                              .references = references,
                                              .reference_count = i % 4});
    }
}

static void test_records_come_back_in_their_order(void **state)
{
    (void)state;
    struct origins origins;
    struct error error = {0};
    struct seen seen = {0};
    assert_true(origins_open(&origins, &error));
    add_records(&origins, MANY);
    assert_true(origins_visit(&origins, check_record, &seen, &error));
    assert_int_equal(seen.count, MANY);
    origins_close(&origins);
}

static void test_a_visit_that_fails_ends_it(void **state)
{
    (void)state;
    struct origins origins;
    struct error error = {0};
    struct seen seen = {.stop_at = 3};
    assert_true(origins_open(&origins, &error));
    add_records(&origins, 10);
    assert_false(origins_visit(&origins, check_record, &seen, &error));
    assert_int_equal(seen.count, 3);
    assert_string_equal(error.message, "enough");
    origins_close(&origins);
}

static bool check_long_id(void *context, const struct origin *origin, struct error *error)
{
    (void)error;
    *(size_t *)context = origin->id.length;
    return true;
}

static void test_a_long_id_is_cut(void **state)
{
    (void)state;
    static char id[5000];
    struct origins origins;
    struct error error = {0};
    size_t length = 0;
    memset(id, 'x', sizeof id);
    assert_true(origins_open(&origins, &error));
    origins_add(&origins, &(struct origin){.id = {id, sizeof id}, .outcome = ROW_USED});
    assert_true(origins_visit(&origins, check_long_id, &length, &error));
    assert_int_equal(length, 200);
    origins_close(&origins);
}

static void test_what_was_not_opened_keeps_nothing(void **state)
{
    (void)state;
    struct origins origins = {0};
    struct error error = {0};
    struct seen seen = {0};
    add_records(&origins, 3);
    assert_true(origins_visit(&origins, check_record, &seen, &error));
    assert_int_equal(seen.count, 0);
    origins_close(&origins);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_come_back_in_their_order),
        cmocka_unit_test(test_a_visit_that_fails_ends_it),
        cmocka_unit_test(test_a_long_id_is_cut),
        cmocka_unit_test(test_what_was_not_opened_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
