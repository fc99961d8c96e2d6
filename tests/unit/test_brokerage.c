/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/brokerage.h"

#include "sheet_case.h"

static const char *const role_names[ROLE_COUNT] = {"coordinator", "consultant", "gatekeeper",
                                                   "representative", "liaison"};

/* Roles of v by looking at every pair. */
static void count_roles(bool arc[16][16], size_t n, size_t v, const size_t *class,
                        double roles[ROLE_COUNT])
{
    for (int r = 0; r < ROLE_COUNT; r++)
        roles[r] = 0;
    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++) {
            if (a == b || a == v || b == v || !arc[a][v] || !arc[v][b] || arc[a][b])
                continue;
            int role = class[a] == class[v] && class[b] == class[v] ? ROLE_COORDINATOR
                       : class[a] == class[v]                       ? ROLE_REPRESENTATIVE
                       : class[b] == class[v]                       ? ROLE_GATEKEEPER
                       : class[a] == class[b]                       ? ROLE_CONSULTANT
                                                                    : ROLE_LIAISON;
            roles[role]++;
        }
    }
}

/* Sums over all ways to deal the classes out to the others than v. */
struct dealing {
    bool (*arc)[16];
    size_t n;
    size_t v;
    size_t class[16];
    double ways;
    double sum[ROLE_COUNT];
    double squares[ROLE_COUNT];
};

static void deal(struct dealing *dealing, size_t place)
{
    if (place == dealing->n) {
        double roles[ROLE_COUNT];
        count_roles(dealing->arc, dealing->n, dealing->v, dealing->class, roles);
        dealing->ways++;
        for (int r = 0; r < ROLE_COUNT; r++) {
            dealing->sum[r] += roles[r];
            dealing->squares[r] += roles[r] * roles[r];
        }
        return;
    }
    if (place == dealing->v) {
        deal(dealing, place + 1);
        return;
    }
    for (size_t other = place; other < dealing->n; other++) {
        size_t *class = dealing->class;
        size_t held = class[place];
        if (other == dealing->v)
            continue;
        class[place] = class[other];
        class[other] = held;
        deal(dealing, place + 1);
        class[other] = class[place];
        class[place] = held;
    }
}

static const double *column_of(const struct sheet *sheet, size_t row, const char *role,
                               const char *suffix)
{
    char name[64];
    snprintf(name, sizeof name, "%s%s", role, suffix);
    return &sheet_find(sheet, row, name)->number;
}

static void check_broker(const struct sheet *sheet, size_t row, struct dealing *dealing)
{
    double roles[ROLE_COUNT];
    count_roles(dealing->arc, dealing->n, dealing->v, dealing->class, roles);
    deal(dealing, 0);
    for (int r = 0; r < ROLE_COUNT; r++) {
        double mean = dealing->sum[r] / dealing->ways;
        double variance = dealing->squares[r] / dealing->ways - mean * mean;
        double z = variance > 1e-9 ? (roles[r] - mean) / sqrt(variance) : (double)NAN;
        sample_assert_near(*column_of(sheet, row, role_names[r], ""), roles[r], 0, role_names[r]);
        sample_assert_near(*column_of(sheet, row, role_names[r], "_expected"), mean, 1e-9,
                           role_names[r]);
        sample_assert_near(*column_of(sheet, row, role_names[r], "_z"), z, 1e-6, role_names[r]);
    }
}

static void test_moments_are_those_of_all_dealings(void **state)
{
    static const char *const regions[] = {"North", "South", "West"};
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct sample sample;
        struct sample_matrix matrix;
        struct sheet sheet;
        uint64_t random = seed;
        sample_init(&sample);
        sample_groups(&sample, 7);
        for (int i = 0; i < 16; i++) {
            group_id from = sample_random(&random, 7);
            sample_tie(&sample, from, (from + 1 + sample_random(&random, 6)) % 7, "pledge");
        }
        for (group_id i = 0; i < 7; i++)
            sample_region(&sample, i, regions[sample_random(&random, 3)]);
        sample_measure(&sample);
        sample_read_matrix(&sample, LAYER_ALL, &matrix);
        sheet_case_build(&sample, "role", (struct sheet_wish){.classes = CLASS_REGION}, &sheet);
        for (group_id v = 0; v < 7; v++) {
            struct dealing dealing = {.arc = matrix.arc, .n = 7, .v = v};
            for (size_t i = 0; i < 7; i++)
                dealing.class[i] = (size_t)sample.dataset.groups.items[i].region.at[0];
            size_t row = sheet_case_row(&sheet, v);
            if (row != SIZE_MAX)
                check_broker(&sheet, row, &dealing);
        }
        sheet_release(&sheet);
        sample_release(&sample);
    }
}

/* All 4096 directed networks of four, each with its probability. */
static void test_density_moments_are_those_of_all_networks(void **state)
{
    static const size_t class[16] = {0, 0, 1, 1};
    const double sizes[2] = {1, 2}; /* of the others than group 0 */
    const double density = 0.3;
    struct role_counts counts[ROLE_COUNT];
    double sum[ROLE_COUNT] = {0};
    double squares[ROLE_COUNT] = {0};
    (void)state;
    for (unsigned network = 0; network < 4096; network++) {
        bool arc[16][16] = {{false}};
        double roles[ROLE_COUNT];
        double probability = 1;
        for (unsigned bit = 0; bit < 12; bit++) {
            size_t from = bit / 3;
            size_t to = bit % 3 + (bit % 3 >= from);
            arc[from][to] = network >> bit & 1;
            probability *= arc[from][to] ? density : 1 - density;
        }
        count_roles(arc, 4, 0, class, roles);
        for (int r = 0; r < ROLE_COUNT; r++) {
            sum[r] += probability * roles[r];
            squares[r] += probability * roles[r] * roles[r];
        }
    }
    brokerage_count(sizes, 2, 0, counts);
    for (int r = 0; r < ROLE_COUNT; r++) {
        struct moments moments = brokerage_density(&counts[r], density);
        sample_assert_near(moments.mean, sum[r], 1e-12, role_names[r]);
        sample_assert_near(moments.variance, squares[r] - sum[r] * sum[r], 1e-12, role_names[r]);
    }
}

/* One path through each class pattern; group 0 is the broker, of the class North. */
static void test_roles_by_hand(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    for (group_id i = 0; i < 5; i++)
        sample_region(&sample, i, i < 3 ? "North" : i == 3 ? "South" : "West");
    sample_tie(&sample, 1, 0, "pledge");
    sample_tie(&sample, 3, 0, "pledge");
    sample_tie(&sample, 0, 2, "pledge");
    sample_tie(&sample, 0, 4, "pledge");
    sample_measure(&sample);
    sheet_case_build(&sample, "role", (struct sheet_wish){.classes = CLASS_REGION}, &sheet);
    assert_int_equal(sheet_row_count(&sheet), 1);
    assert_true(sheet_case_number(&sheet, 0, "total") == 4);
    assert_true(sheet_case_number(&sheet, 0, "coordinator") == 1);    /* 1 0 2 */
    assert_true(sheet_case_number(&sheet, 0, "representative") == 1); /* 1 0 4 */
    assert_true(sheet_case_number(&sheet, 0, "gatekeeper") == 1);     /* 3 0 2 */
    assert_true(sheet_case_number(&sheet, 0, "liaison") == 1);        /* 3 0 4 */
    assert_true(sheet_case_number(&sheet, 0, "consultant") == 0);
    sheet_release(&sheet);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moments_are_those_of_all_dealings),
        cmocka_unit_test(test_density_moments_are_those_of_all_networks),
        cmocka_unit_test(test_roles_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
