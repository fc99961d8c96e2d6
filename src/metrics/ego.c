/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The circle of a group: its neighbours and the pairs among them, itself taken out.  With k
 * neighbours and t pairs among them,
 *
 *     effective size      k - 2t/k            (Burt 1992, as simplified by Borgatti 1997)
 *     local efficiency    mean over the pairs of neighbours of 1/d, d the distance within the
 *                         circle, 1/d = 0 out of reach       (Latora and Marchiori 2001)
 *
 * igraph's local efficiency lets paths leave the circle, another definition, and its effort is
 * that of all shortest paths for each group; so this one is ours.
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

/* The pairs of one circle in compact arrays, members numbered from 0; reused for each group. */
struct circle {
    size_t size;
    size_t *place;    /* by vertex: its number in the circle plus 1, or 0 */
    size_t *first;    /* by member: its first entry in partners; one more ends the last */
    size_t *partners; /* both ways for every pair */
    size_t *level;    /* by member: distance from the source plus 1, or 0 */
    size_t *order;    /* members in the order of discovery */
};

static void circle_init(struct circle *circle, const igraph_t *simple)
{
    size_t n = (size_t)igraph_vcount(simple);
    *circle = (struct circle){
        .place = alloc_zeroed(n, sizeof *circle->place),
        .first = alloc_zeroed(n + 1, sizeof *circle->first),
        .partners = alloc_zeroed(2 * (size_t)igraph_ecount(simple), sizeof *circle->partners),
        .level = alloc_zeroed(n, sizeof *circle->level),
        .order = alloc_zeroed(n, sizeof *circle->order),
    };
}

static void circle_release(struct circle *circle)
{
    free(circle->place);
    free(circle->first);
    free(circle->partners);
    free(circle->level);
    free(circle->order);
}

static void draw_circle(struct circle *circle, igraph_adjlist_t *adjacency,
                        const igraph_vector_int_t *members)
{
    size_t entries = 0;
    circle->size = (size_t)igraph_vector_int_size(members);
    for (size_t i = 0; i < circle->size; i++)
        circle->place[VECTOR(*members)[i]] = i + 1;
    for (size_t i = 0; i < circle->size; i++) {
        const igraph_vector_int_t *others = igraph_adjlist_get(adjacency, VECTOR(*members)[i]);
        circle->first[i] = entries;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++) {
            size_t place = circle->place[VECTOR(*others)[j]];
            if (place > 0)
                circle->partners[entries++] = place - 1;
        }
    }
    circle->first[circle->size] = entries;
    for (size_t i = 0; i < circle->size; i++)
        circle->place[VECTOR(*members)[i]] = 0;
}

/* Sum of 1/d from one member to the others in reach. */
static double sum_nearness(struct circle *circle, size_t source)
{
    size_t found = 1;
    double sum = 0;
    for (size_t i = 0; i < circle->size; i++)
        circle->level[i] = 0;
    circle->level[source] = 1;
    circle->order[0] = source;
    for (size_t next = 0; next < found; next++) {
        size_t member = circle->order[next];
        for (size_t e = circle->first[member]; e < circle->first[member + 1]; e++) {
            size_t partner = circle->partners[e];
            if (circle->level[partner] > 0)
                continue;
            circle->level[partner] = circle->level[member] + 1;
            circle->order[found++] = partner;
            sum += 1 / (double)circle->level[member];
        }
    }
    return sum;
}

static double find_local_efficiency(struct circle *circle)
{
    double sum = 0;
    double size = (double)circle->size;
    for (size_t i = 0; i < circle->size; i++)
        if (circle->first[i + 1] > circle->first[i])
            sum += sum_nearness(circle, i);
    return sum / (size * (size - 1));
}

static void measure_circles(const struct measurement *measurement, enum layer layer,
                            struct circle *circle, igraph_adjlist_t *adjacency)
{
    size_t n = measurement->selection->groups.count;
    double *sizes = measurement_column(measurement, SCOPE_GROUP, "effective_size", layer);
    double *efficiency = measurement_column(measurement, SCOPE_GROUP, "local_efficiency", layer);
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        draw_circle(circle, adjacency, igraph_adjlist_get(adjacency, (igraph_integer_t)i));
        double size = (double)circle->size;
        if (circle->size > 0)
            sizes[i] = size - (double)circle->first[circle->size] / size;
        if (circle->size > 1) {
            efficiency[i] = find_local_efficiency(circle);
            sum += efficiency[i];
        }
    }
    if (n > 0)
        measurement_set(measurement, "mean_local_efficiency", layer, sum / (double)n);
}

igraph_error_t measure_ego(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    igraph_adjlist_t adjacency;
    struct circle circle;
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    circle_init(&circle, simple);
    measure_circles(measurement, layer, &circle, &adjacency);
    circle_release(&circle);
    igraph_adjlist_destroy(&adjacency);
    return IGRAPH_SUCCESS;
}
