/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *digest_of(struct text bytes)
{
    static char digest[DIGEST_LENGTH + 1];
    digest_sha256(bytes, digest);
    return digest;
}

/* The examples of the standard, and what is one short of, at and past the padding's limit. */
static void test_digests_are_those_of_the_standard(void **state)
{
    (void)state;
    assert_string_equal(digest_of(TEXT("")),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(digest_of((struct text){0}), digest_of(TEXT("")));
    assert_string_equal(digest_of(TEXT("abc")),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(digest_of(TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void test_long_input_goes_through_many_blocks(void **state)
{
    (void)state;
    char *million = malloc(1000000);
    assert_non_null(million);
    memset(million, 'a', 1000000);
    assert_string_equal(digest_of((struct text){.at = million, .length = 1000000}),
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digests_are_those_of_the_standard),
        cmocka_unit_test(test_long_input_goes_through_many_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
