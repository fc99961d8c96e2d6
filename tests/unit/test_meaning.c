/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool is_text_of_sentences(const char *text, size_t least)
{
    size_t sentences = 0;
    for (const char *end = text; (end = strchr(end, '.')) != NULL; end++)
        sentences += end[1] == '\0' || end[1] == ' ' ? 1 : 0;
    return sentences >= least && text[strlen(text) - 1] == '.';
}

static void test_every_metric_has_a_meaning(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    for (size_t i = 0; i < count; i++)
        if (metric_meaning(&catalogue[i]) == NULL)
            fail_msg("'%s' has no row in metrics/meaning.c", catalogue[i].name);
}

static void test_every_meaning_is_of_a_metric(void **state)
{
    size_t count;
    size_t meaning_count;
    const struct metric *catalogue = metric_catalogue(&count);
    const struct metric_meaning *meanings = metric_meanings(&meaning_count);
    (void)state;
    for (size_t m = 0; m < meaning_count; m++) {
        size_t uses = 0;
        for (size_t i = 0; i < count; i++)
            uses += metric_meaning(&catalogue[i]) == &meanings[m];
        if (uses == 0)
            fail_msg("no metric is '%s'", meanings[m].name);
    }
}

static void test_meanings_are_sentences(void **state)
{
    size_t count;
    const struct metric_meaning *meanings = metric_meanings(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        if (!is_text_of_sentences(meanings[i].meaning, 2))
            fail_msg("'%s': two sentences, not \"%s\"", meanings[i].name, meanings[i].meaning);
        if (!is_text_of_sentences(meanings[i].caution, 1))
            fail_msg("'%s': a sentence, not \"%s\"", meanings[i].name, meanings[i].caution);
    }
}

static const struct metric *find_metric(const char *name, enum metric_scope scope)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    for (size_t i = 0; i < count; i++)
        if (catalogue[i].scope == scope && strcmp(catalogue[i].name, name) == 0)
            return &catalogue[i];
    fail_msg("no metric '%s'", name);
    return NULL;
}

static void assert_meaning(const char *name, const char *expected)
{
    assert_string_equal(metric_meaning(find_metric(name, SCOPE_GROUP))->name, expected);
}

static void test_layers_share_a_meaning(void **state)
{
    (void)state;
    assert_meaning("betweenness", "betweenness");
    assert_meaning("betweenness_negative", "betweenness");
    assert_meaning("degree_in_positive", "degree_in");
}

static void test_the_longest_beginning_wins(void **state)
{
    (void)state;
    assert_meaning("degree_pledge", "degree_*");
    assert_meaning("degree_in_pledge", "degree_in_*");
    assert_meaning("degree_net", "degree_net");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_metric_has_a_meaning),
        cmocka_unit_test(test_every_meaning_is_of_a_metric),
        cmocka_unit_test(test_meanings_are_sentences),
        cmocka_unit_test(test_layers_share_a_meaning),
        cmocka_unit_test(test_the_longest_beginning_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
