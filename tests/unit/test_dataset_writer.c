/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/dataset_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "importer/dataset_schema.h"
#include "loader/schema.h"

/* The tables have the columns that the loader reads, in its order. */
static void check_columns(const struct table_schema *schema, int number)
{
    const struct dataset_table *table = &dataset_tables[number];
    assert_int_equal(table->count, schema->column_count);
    for (size_t i = 0; i < table->count; i++) {
        assert_string_equal(table->fields[i].name, schema->columns[i].name);
        assert_int_equal(table->fields[i].required, schema->columns[i].required);
    }
}

static void test_columns_are_those_of_the_loader(void **state)
{
    (void)state;
    check_columns(&schema_groups, DATASET_GROUPS);
    check_columns(&schema_relations, DATASET_RELATIONS);
    check_columns(&schema_claims, DATASET_CLAIMS);
    check_columns(&schema_kinds, DATASET_KINDS);
    check_columns(&schema_estimates, DATASET_ESTIMATES);
}

static void test_every_file_may_be_replaced(void **state)
{
    (void)state;
    for (int i = 0; i < DATASET_TABLES; i++) {
        bool found = false;
        for (const char *const *name = dataset_writer_files; *name != NULL; name++)
            found = found || strcmp(*name, dataset_tables[i].file) == 0;
        assert_true(found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_are_those_of_the_loader),
        cmocka_unit_test(test_every_file_may_be_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
