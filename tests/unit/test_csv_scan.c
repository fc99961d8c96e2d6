/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/csv_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "loader/csv.h"

/* A file that begins with these words and is as long as asked for, all of one byte; the part
 * that is not written is a hole, which reads as zeros. */
static size_t scan(const char *words, off_t size)
{
    char path[] = "/tmp/bloc_csv_scan_XXXXXX";
    int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs(words, file);
    fflush(file);
    assert_int_equal(ftruncate(descriptor, size), 0);
    fclose(file);
    size_t line = csv_scan_long_field(path);
    unlink(path);
    return line;
}

static void test_an_endless_field_is_found_on_its_line(void **state)
{
    (void)state;
    assert_int_equal(scan("id,note\na,b\nc,", (off_t)1000000000), 3);
    assert_int_equal(scan("id,note\na,\"b\nb\nc", (off_t)CSV_SCAN_BYTES), 2);
    assert_int_equal(scan("", (off_t)CSV_SCAN_BYTES), 1);
}

static void test_small_and_missing_files_are_left_to_the_reader(void **state)
{
    (void)state;
    assert_int_equal(scan("id,note\na,", (off_t)CSV_SCAN_BYTES - 1), 0);
    assert_int_equal(csv_scan_long_field("/nowhere/at/all.csv"), 0);
    assert_int_equal(csv_scan_long_field("/tmp"), 0);
}

static void test_a_large_table_of_short_fields_is_sound(void **state)
{
    (void)state;
    char path[] = "/tmp/bloc_csv_scan_XXXXXX";
    FILE *file = fdopen(mkstemp(path), "w");
    assert_non_null(file);
    for (long written = 0; written < CSV_SCAN_BYTES;)
        written += fprintf(file, "some,\"text, with \"\"quotes\"\" and\nbreaks\",%060d\r\n", 0);
    fclose(file);
    assert_int_equal(csv_scan_long_field(path), 0);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_endless_field_is_found_on_its_line),
        cmocka_unit_test(test_small_and_missing_files_are_left_to_the_reader),
        cmocka_unit_test(test_a_large_table_of_short_fields_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
