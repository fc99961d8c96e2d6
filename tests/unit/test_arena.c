/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_memory_is_zero_and_aligned_whatever_came_before(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 1; size < 3000; size += 7) {
        arena_copy_text(&arena, TEXT("odd"));
        unsigned char *bytes = arena_alloc(&arena, 1, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xAA, size);
    }
    arena_release(&arena);
}

static void test_objects_do_not_overlap(void **state)
{
    (void)state;
    enum {
        COUNT = 5000
    };
    struct arena arena = {0};
    size_t *numbers[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        const size_t count = 1 + i % 40;
        numbers[i] = arena_alloc(&arena, count, sizeof *numbers[i]);
        for (size_t k = 0; k < count; k++)
            numbers[i][k] = i;
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < 1 + i % 40; k++)
            assert_int_equal(numbers[i][k], i);
    arena_release(&arena);
}

static void test_an_object_larger_than_a_block_has_room(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 1, 10);
    char *large = arena_alloc(&arena, 300, 1000);
    char *next = arena_alloc(&arena, 1, 10);
    memset(large, 'x', (size_t)300 * 1000);
    assert_int_equal(small[9], 0);
    assert_int_equal(next[0], 0);
    /* The block that was being filled goes on being filled. */
    assert_true(next > small && next - small < 100);
    arena_release(&arena);
}

static void test_nothing_is_still_a_place(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_non_null(arena_alloc(&arena, 0, 8));
    arena_release(&arena);
}

static void test_a_copied_text_ends_with_nul(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char model[] = {'a', 'b', 'c', 'd'};
    const struct text copy = arena_copy_text(&arena, (struct text){model, 3});
    assert_int_equal(copy.length, 3);
    assert_string_equal(copy.at, "abc");
    const struct text empty = arena_copy_text(&arena, (struct text){0});
    assert_int_equal(empty.length, 0);
    assert_string_equal(empty.at, "");
    arena_release(&arena);
}

static void test_a_formatted_text_has_its_length(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct text text = arena_format(&arena, "%s-%d-%.1f", "a", 42, 2.5);
    assert_int_equal(text.length, strlen("a-42-2.5"));
    assert_string_equal(text.at, "a-42-2.5");
    const struct text wide = arena_format(&arena, "%100000d", 1);
    assert_int_equal(wide.length, 100000);
    arena_release(&arena);
}

static void test_release_leaves_an_arena_that_can_be_used_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_release(&arena);
    arena_alloc(&arena, 1, 1);
    arena_release(&arena);
    assert_null(arena.first);
    assert_string_equal(arena_copy_text(&arena, TEXT("again")).at, "again");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zero_and_aligned_whatever_came_before),
        cmocka_unit_test(test_objects_do_not_overlap),
        cmocka_unit_test(test_an_object_larger_than_a_block_has_room),
        cmocka_unit_test(test_nothing_is_still_a_place),
        cmocka_unit_test(test_a_copied_text_ends_with_nul),
        cmocka_unit_test(test_a_formatted_text_has_its_length),
        cmocka_unit_test(test_release_leaves_an_arena_that_can_be_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
