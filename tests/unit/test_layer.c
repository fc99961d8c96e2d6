/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/layer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_neutral_ties_are_in_the_layer_of_all_only(void **state)
{
    (void)state;
    assert_true(layer_has_sign(LAYER_ALL, SIGN_NEUTRAL));
    assert_false(layer_has_sign(LAYER_POSITIVE, SIGN_NEUTRAL));
    assert_false(layer_has_sign(LAYER_NEGATIVE, SIGN_NEUTRAL));
}

static void test_signs_do_not_share_a_layer(void **state)
{
    (void)state;
    assert_true(layer_has_sign(LAYER_POSITIVE, SIGN_POSITIVE));
    assert_false(layer_has_sign(LAYER_POSITIVE, SIGN_NEGATIVE));
    assert_true(layer_has_sign(LAYER_NEGATIVE, SIGN_NEGATIVE));
    assert_false(layer_has_sign(LAYER_NEGATIVE, SIGN_POSITIVE));
    assert_true(layer_has_sign(LAYER_ALL, SIGN_POSITIVE));
    assert_true(layer_has_sign(LAYER_ALL, SIGN_NEGATIVE));
}

static void test_layers_have_names(void **state)
{
    (void)state;
    assert_string_equal(layer_name(LAYER_ALL), "all");
    assert_string_equal(layer_name(LAYER_POSITIVE), "positive");
    assert_string_equal(layer_name(LAYER_NEGATIVE), "negative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_neutral_ties_are_in_the_layer_of_all_only),
        cmocka_unit_test(test_signs_do_not_share_a_layer),
        cmocka_unit_test(test_layers_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
