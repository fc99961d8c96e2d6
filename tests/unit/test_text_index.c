/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/text_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static void test_every_key_is_found_with_its_value(void **state)
{
    (void)state;
    enum {
        COUNT = 20000
    };
    struct arena arena = {0};
    struct text_index index = {0};
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(text_index_add(&index, arena_format(&arena, "id_%u", i), i), i);
    assert_int_equal(index.count, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(text_index_find(&index, arena_format(&arena, "id_%u", i)), i);
    assert_int_equal(text_index_find(&index, TEXT("id_20000")), TEXT_INDEX_ABSENT);
    text_index_release(&index);
    arena_release(&arena);
}

static void test_a_repeated_key_keeps_its_first_value(void **state)
{
    (void)state;
    struct text_index index = {0};
    text_index_add(&index, TEXT("a"), 1);
    assert_int_equal(text_index_add(&index, TEXT("a"), 2), 1);
    assert_int_equal(text_index_find(&index, TEXT("a")), 1);
    assert_int_equal(index.count, 1);
    text_index_release(&index);
}

static void test_the_empty_text_is_a_key_like_others(void **state)
{
    (void)state;
    struct text_index index = {0};
    assert_int_equal(text_index_find(&index, (struct text){0}), TEXT_INDEX_ABSENT);
    text_index_add(&index, (struct text){0}, 0);
    assert_int_equal(text_index_find(&index, TEXT("")), 0);
    text_index_release(&index);
}

static void test_an_empty_index_finds_nothing(void **state)
{
    (void)state;
    struct text_index index = {0};
    assert_int_equal(text_index_find(&index, TEXT("a")), TEXT_INDEX_ABSENT);
    text_index_release(&index);
    text_index_add(&index, TEXT("a"), 3);
    text_index_release(&index);
    assert_int_equal(text_index_find(&index, TEXT("a")), TEXT_INDEX_ABSENT);
}

static void test_a_key_is_given_back_as_it_was_added(void **state)
{
    (void)state;
    static const char added[] = "key";
    char same[] = "key"; /* another place in memory */
    struct text_index index = {0};
    text_index_add(&index, text_from(added), 1);
    assert_ptr_equal(text_index_key(&index, text_from(same)).at, added);
    assert_int_equal(text_index_hash(text_from(same)), text_index_hash(text_from(added)));
    text_index_release(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_is_found_with_its_value),
        cmocka_unit_test(test_a_repeated_key_keeps_its_first_value),
        cmocka_unit_test(test_the_empty_text_is_a_key_like_others),
        cmocka_unit_test(test_an_empty_index_finds_nothing),
        cmocka_unit_test(test_a_key_is_given_back_as_it_was_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
