/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text_index.h"
#include "loader/csv.h"
#include "loader/load.h"

/*
 * The dataset that comes with the program: it loads without a complaint, and its claims, its
 * relations and its account of what each paragraph gave say the same.
 */
#define FOLDER BLOC_SOURCE_DIR "/data/islamic-state-affiliates"

struct loaded {
    struct dataset dataset;
    struct findings findings;
    struct load_totals totals;
};

static int load(void **state)
{
    static struct loaded loaded;
    struct error error = {0};
    *state = &loaded;
    return load_dataset(FOLDER, &loaded.dataset, &loaded.findings, &loaded.totals, &error) ? 0 : -1;
}

static int release(void **state)
{
    struct loaded *loaded = *state;
    dataset_release(&loaded->dataset);
    findings_release(&loaded->findings);
    return 0;
}

static void test_it_loads_without_errors_and_warnings(void **state)
{
    const struct loaded *loaded = *state;
    for (size_t i = 0; i < loaded->findings.list.count; i++) {
        const struct finding *finding = &loaded->findings.list.items[i];
        if (finding->type->level != FINDING_NOTE)
            fail_msg("%zu:%zu: %s", finding->place.line, finding->place.column,
                     finding->message.at);
    }
}

static void test_every_row_is_used(void **state)
{
    const struct loaded *loaded = *state;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table_total *total = &loaded->totals.tables[i];
        assert_int_equal(total->read, total->used);
        assert_int_equal(total->rejected + total->merged, 0);
        assert_true(i == TABLE_KINDS || total->read > 0);
    }
}

/* coverage.csv: article, paragraph, relations (with ';' between them), reason. */
struct coverage {
    struct arena arena;
    struct csv_reader reader;
    struct csv_row row;
    size_t rows;
};

static void open_coverage(struct coverage *coverage)
{
    static const char *const names[] = {"article", "paragraph", "relations", "reason"};
    struct text contents;
    struct error error = {0};
    *coverage = (struct coverage){0};
    assert_true(file_read(FOLDER "/coverage.csv", &coverage->arena, &contents, &error));
    csv_reader_init(&coverage->reader, contents, &coverage->arena);
    assert_true(csv_reader_next(&coverage->reader, &coverage->row));
    assert_int_equal(coverage->row.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(text_equal_string(coverage->row.fields[i].value, names[i]));
}

static bool next_paragraph(struct coverage *coverage)
{
    if (!csv_reader_next(&coverage->reader, &coverage->row))
        return false;
    assert_int_equal(coverage->row.fault, CSV_SOUND);
    assert_int_equal(coverage->row.count, 4);
    coverage->rows++;
    return true;
}

static void close_coverage(struct coverage *coverage)
{
    csv_reader_release(&coverage->reader);
    arena_release(&coverage->arena);
}

static struct text field(const struct coverage *coverage, size_t column)
{
    return coverage->row.fields[column].value;
}

/* How many paragraphs each source has; every one is accounted for once, in order. */
static void count_paragraphs(const struct dataset *dataset, long *paragraphs)
{
    struct coverage coverage;
    open_coverage(&coverage);
    while (next_paragraph(&coverage)) {
        const source_id source = dataset_find_source(dataset, field(&coverage, 0));
        long number;
        assert_true(source < dataset->sources.count);
        assert_true(text_to_long(field(&coverage, 1), &number));
        assert_int_equal(number, ++paragraphs[source]);
    }
    assert_true(coverage.rows > 0);
    close_coverage(&coverage);
}

static void test_every_locator_is_a_paragraph_of_its_article(void **state)
{
    const struct dataset *dataset = &((const struct loaded *)*state)->dataset;
    long paragraphs[64] = {0};
    assert_true(dataset->sources.count <= 64);
    count_paragraphs(dataset, paragraphs);
    for (size_t i = 0; i < dataset->claims.count; i++) {
        const struct claim *claim = &dataset->claims.items[i];
        long number = 0;
        if (!text_to_long(claim->locator, &number) || number < 1 ||
            number > paragraphs[claim->source])
            fail_msg("claims.csv:%zu: no paragraph %.*s", claim->line, TEXT_PARTS(claim->locator));
    }
    for (size_t i = 0; i < dataset->estimates.count; i++) {
        const struct estimate *estimate = &dataset->estimates.items[i];
        long number = 0;
        if (!text_to_long(estimate->locator, &number) || number < 1 ||
            number > paragraphs[estimate->source])
            fail_msg("estimates.csv:%zu: no paragraph %.*s", estimate->line,
                     TEXT_PARTS(estimate->locator));
    }
}

/* "source paragraph relation", once for each that coverage.csv names. */
static void index_coverage(const struct dataset *dataset, struct arena *arena,
                           struct text_index *index)
{
    struct coverage coverage;
    open_coverage(&coverage);
    while (next_paragraph(&coverage)) {
        struct text rest = field(&coverage, 2);
        struct text id;
        while (text_next_piece(&rest, ';', &id)) {
            const struct text key =
                arena_format(arena, "%.*s %.*s %.*s", TEXT_PARTS(field(&coverage, 0)),
                             TEXT_PARTS(field(&coverage, 1)), TEXT_PARTS(id));
            if (dataset_find_relation(dataset, id) == RELATION_NONE)
                fail_msg("coverage.csv:%zu: no relation %.*s", coverage.row.line, TEXT_PARTS(id));
            const size_t before = index->count;
            text_index_add(index, key, 0);
            if (index->count == before)
                fail_msg("coverage.csv:%zu: '%s' stands twice", coverage.row.line, key.at);
        }
    }
    close_coverage(&coverage);
}

static void test_claims_and_coverage_are_the_same_set(void **state)
{
    const struct dataset *dataset = &((const struct loaded *)*state)->dataset;
    struct arena arena = {0};
    struct text_index covered = {0};
    struct text_index claimed = {0};
    index_coverage(dataset, &arena, &covered);
    for (size_t i = 0; i < dataset->claims.count; i++) {
        const struct claim *claim = &dataset->claims.items[i];
        const struct text key = arena_format(
            &arena, "%.*s %.*s %.*s", TEXT_PARTS(dataset->sources.items[claim->source].id),
            TEXT_PARTS(claim->locator), TEXT_PARTS(dataset->relations.items[claim->relation].id));
        if (text_index_find(&covered, key) == TEXT_INDEX_ABSENT)
            fail_msg("claims.csv:%zu: coverage.csv lacks '%s'", claim->line, key.at);
        text_index_add(&claimed, key, 0);
    }
    /* each claim is covered, so equal numbers mean equal sets */
    assert_int_equal(claimed.count, covered.count);
    text_index_release(&covered);
    text_index_release(&claimed);
    arena_release(&arena);
}

static void test_every_paragraph_has_relations_or_a_reason(void **state)
{
    (void)state;
    struct coverage coverage;
    open_coverage(&coverage);
    while (next_paragraph(&coverage)) {
        if (field(&coverage, 2).length == 0 && field(&coverage, 3).length == 0)
            fail_msg("coverage.csv:%zu: neither relations nor a reason", coverage.row.line);
    }
    close_coverage(&coverage);
}

static void test_every_relation_stands_on_a_claim(void **state)
{
    const struct dataset *dataset = &((const struct loaded *)*state)->dataset;
    for (relation_id i = 0; i < dataset->relations.count; i++) {
        size_t count;
        dataset_claims_of(dataset, i, &count);
        assert_true(count > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_loads_without_errors_and_warnings),
        cmocka_unit_test(test_every_row_is_used),
        cmocka_unit_test(test_every_locator_is_a_paragraph_of_its_article),
        cmocka_unit_test(test_claims_and_coverage_are_the_same_set),
        cmocka_unit_test(test_every_paragraph_has_relations_or_a_reason),
        cmocka_unit_test(test_every_relation_stands_on_a_claim),
    };
    return cmocka_run_group_tests(tests, load, release);
}
