/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

static const char *const regions[] = {"", "Levant", "Sahel"};

/* Ties counted one by one from the data. */
static double naive_index(const struct sample *sample, enum layer layer, bool by_region,
                          group_id only)
{
    const struct dataset *dataset = &sample->dataset;
    double external = 0;
    double internal = 0;
    for (size_t i = 0; i < dataset->relations.count; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        const struct group *source = &dataset->groups.items[relation->source];
        const struct group *target = &dataset->groups.items[relation->target];
        bool counts = layer_has_sign(layer, dataset->kinds.items[relation->kind].sign) &&
                      (only == GROUP_NONE || relation->source == only || relation->target == only);
        if (by_region && (source->region.length == 0 || target->region.length == 0))
            counts = false;
        bool same =
            by_region ? text_equal(source->region, target->region) : source->kind == target->kind;
        external += counts && !same;
        internal += counts && same;
    }
    return external + internal > 0 ? (external - internal) / (external + internal) : (double)NAN;
}

static void check(struct sample *sample, enum layer layer, const char *name, bool by_region)
{
    const char *column = sample_layer_column(name, layer);
    sample_assert_near(sample_network_value(sample, column),
                       naive_index(sample, layer, by_region, GROUP_NONE), 1e-12, column);
    for (group_id i = 0; i < sample->dataset.groups.count; i++)
        sample_assert_near(sample_group_value(sample, column, i),
                           naive_index(sample, layer, by_region, i), 1e-12, column);
}

static void test_the_index_counts_ties_outwards_and_inwards(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct sample sample;
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        for (group_id i = 0; i < sample.dataset.groups.count; i++) {
            sample_region(&sample, i, regions[(i + seed) % 3]);
            sample.dataset.groups.items[i].kind = i % 2 ? GROUP_STATE : GROUP_COUNCIL;
        }
        sample_measure(&sample);
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            check(&sample, (enum layer)layer, "ei_region", true);
            check(&sample, (enum layer)layer, "ei_kind", false);
        }
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_index_counts_ties_outwards_and_inwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
