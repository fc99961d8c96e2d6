/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric.h"

#include <math.h>
#include <string.h>

#define ROW(scope_, layer_, name_, label_, unit_, range_, integer_, definition_, reference_)       \
    {                                                                                              \
        .name = (name_), .scope = (scope_), .layer = (layer_), .label = (label_), .unit = (unit_), \
        .range = (range_), .definition = (definition_), .reference = (reference_),                 \
        .is_integer = (integer_)                                                                   \
    }

/* One row, over all ties. */
#define ONCE(scope, name, ...) ROW(scope, LAYER_ALL, name, __VA_ARGS__)

/* Three rows, one a sign layer. */
#define LAYERED(scope, name, label, ...)                                                    \
    ROW(scope, LAYER_ALL, name, label, __VA_ARGS__),                                        \
        ROW(scope, LAYER_POSITIVE, name "_positive", label ", positive ties", __VA_ARGS__), \
        ROW(scope, LAYER_NEGATIVE, name "_negative", label ", negative ties", __VA_ARGS__)

/* Three rows, one a direction. */
#define DEGREES(layer, suffix, ties)                                                           \
    ROW(SCOPE_GROUP, layer, "degree" suffix, "degree" ties, "ties", "0 and up", 1,             \
        "number of ties of the group; a mutual tie counts once", "Freeman 1979"),              \
        ROW(SCOPE_GROUP, layer, "degree_in" suffix, "degree in" ties, "ties", "0 and up", 1,   \
            "number of ties that point to the group; mutual ties count", "Freeman 1979"),      \
        ROW(SCOPE_GROUP, layer, "degree_out" suffix, "degree out" ties, "ties", "0 and up", 1, \
            "number of ties that the group points with; mutual ties count", "Freeman 1979")

#define FAMILY_TIES(family)                                                     \
    ONCE(SCOPE_NETWORK, "ties_" family, "ties, " family, "ties", "0 and up", 1, \
         "number of ties of the family " family, "Wasserman and Faust 1994")

#define TRIAD(code, meaning)                                                        \
    LAYERED(SCOPE_NETWORK, "triads_" code, "triads " code, "triads", "0 and up", 1, \
            "number of sets of three groups of type " code ": " meaning,            \
            "Holland and Leinhardt 1970; Davis and Leinhardt 1972")

#define SIGNED_TRIANGLES(code, meaning)                                                         \
    ONCE(SCOPE_NETWORK, "triangles_" code, "triangles " code, "triangles", "0 and up", 1,       \
         "number of sets of three groups with " meaning ", the sign of a pair that of most of " \
         "its ties",                                                                            \
         "Cartwright and Harary 1956")

static const struct metric catalogue[] = {
    /* group: degrees */
    DEGREES(LAYER_ALL, "", ""),
    DEGREES(LAYER_POSITIVE, "_positive", ", positive ties"),
    DEGREES(LAYER_NEGATIVE, "_negative", ", negative ties"),
    DEGREES(LAYER_ALL, "_neutral", ", neutral ties"),
    DEGREES(LAYER_ALL, "_pledge", ", family pledge"),
    DEGREES(LAYER_ALL, "_split", ", family split"),
    DEGREES(LAYER_ALL, "_conflict", ", family conflict"),
    DEGREES(LAYER_ALL, "_alliance", ", family alliance"),
    DEGREES(LAYER_ALL, "_membership", ", family membership"),
    DEGREES(LAYER_ALL, "_lineage", ", family lineage"),
    ONCE(SCOPE_GROUP, "degree_net", "net degree", "ties", "any", 1,
         "positive minus negative ties of the group", "Everett and Borgatti 2014"),
    LAYERED(SCOPE_GROUP, "strength", "strength", "weight", "any", 0,
            "sum of the weights of the group's ties", "Barrat and others 2004"),
    LAYERED(SCOPE_GROUP, "strength_in", "strength in", "weight", "any", 0,
            "sum of the weights of the ties that point to the group; mutual ties count",
            "Barrat and others 2004"),
    LAYERED(SCOPE_GROUP, "strength_out", "strength out", "weight", "any", 0,
            "sum of the weights of the ties that the group points with; mutual ties count",
            "Barrat and others 2004"),
    LAYERED(SCOPE_GROUP, "neighbours", "neighbours", "groups", "0 and up", 1,
            "number of distinct groups that the group has a tie with", "Freeman 1979"),

    /* group: centrality */
    LAYERED(SCOPE_GROUP, "betweenness", "betweenness", "paths", "0 to (n-1)(n-2)/2", 0,
            "sum over pairs of other groups of the share of their shortest paths that pass through "
            "the group; direction left aside",
            "Freeman 1977; Brandes 2001"),
    LAYERED(SCOPE_GROUP, "harmonic_closeness", "harmonic closeness", "share", "0 to 1", 0,
            "mean over the other groups of 1/d, where 1/d is 0 for a group out of reach; direction "
            "left aside; not defined for a single group",
            "Rochat 2009; Boldi and Vigna 2014"),
    LAYERED(SCOPE_GROUP, "closeness", "closeness (classic)", "share", "0 to 1", 0,
            "number of groups in reach / sum of d(i,j) to them; direction left aside; not defined "
            "without a tie",
            "Freeman 1979"),
    LAYERED(
        SCOPE_GROUP, "eigenvector", "eigenvector centrality", "share", "0 to 1", 0,
        "entry of the eigenvector of the largest eigenvalue of the matrix of pairs, the largest "
        "entry scaled to 1; of several components only those with the largest eigenvalue have "
        "entries above 0, each scaled alone; not defined without a pair",
        "Bonacich 1972"),
    LAYERED(SCOPE_GROUP, "pagerank", "PageRank", "share", "0 to 1", 0,
            "share of time that a walk along the arcs spends at the group, damping 0.85; parallel "
            "arcs count each",
            "Brin and Page 1998"),
    LAYERED(
        SCOPE_GROUP, "hub", "hub score", "share", "0 to 1", 0,
        "entry of the principal eigenvector of A A', A the matrix of arcs, the largest scaled to "
        "1: high for those who point to authorities; not defined without an arc",
        "Kleinberg 1999"),
    LAYERED(
        SCOPE_GROUP, "authority", "authority score", "share", "0 to 1", 0,
        "entry of the principal eigenvector of A' A, A the matrix of arcs, the largest scaled to "
        "1: high for those whom hubs point to; not defined without an arc",
        "Kleinberg 1999"),
    LAYERED(SCOPE_GROUP, "bonacich_power", "Bonacich power", "index", "0 and up", 0,
            "entry of s (I - bA)^-1 A 1, A the matrix of pairs, b half the reciprocal of its "
            "largest eigenvalue, s such that the squares sum to n; not defined without a pair",
            "Bonacich 1987"),
    LAYERED(SCOPE_GROUP, "bargaining_power", "bargaining power", "index", "any", 0,
            "Bonacich power with -b: ties to groups with few other ties count more; not defined "
            "without a pair",
            "Bonacich 1987"),
    LAYERED(SCOPE_GROUP, "katz", "Katz status", "walks", "0 and up", 0,
            "sum over k of b^k times the number of walks of k arcs that end at the group, parallel "
            "arcs merged, b half the reciprocal of the largest eigenvalue of the matrix of pairs; "
            "not defined without a pair",
            "Katz 1953"),

    LAYERED(
        SCOPE_GROUP, "reach_possible", "reach in time, possible", "groups", "0 to n-1", 1,
        "number of groups that a path from the group leads to along which no tie has to be "
        "passed before an earlier one, by some days that the dates allow; direction left aside; "
        "of more than 1000 groups not defined unless it is asked for by name",
        "Holme and Saramaki 2012"),
    LAYERED(
        SCOPE_GROUP, "reach_certain", "reach in time, certain", "groups", "0 to n-1", 1,
        "the same by all days that the dates allow; of more than 1000 groups not defined unless "
        "it is asked for by name",
        "Holme and Saramaki 2012"),
    ONCE(SCOPE_GROUP, "pn_centrality", "PN centrality", "index", "any", 0,
         "entry of (I - A / (2n-2))^-1 1 with A = P - 2N, P and N the matrices of positive and "
         "negative pairs; 1 without a signed tie, more with allies, less with enemies; not defined "
         "for a single group or two enemies alone",
         "Everett and Borgatti 2014"),

    /* group: place in the structure */
    LAYERED(SCOPE_GROUP, "coreness", "coreness", "neighbours", "0 and up", 1,
            "largest k such that the group is in a set whose members have k neighbours in the set",
            "Seidman 1983"),
    LAYERED(SCOPE_GROUP, "truss", "truss", "index", "0, or 2 and up", 1,
            "largest k such that a pair of the group is in a set of pairs each of which is part of "
            "k - 2 triangles of the set; 0 without a pair",
            "Cohen 2008"),
    LAYERED(SCOPE_GROUP, "core", "core", "yes or no", "0 or 1", 1,
            "1 when the group is in the set C that maximises the correlation, over pairs, of being "
            "tied with having an end in C; not defined when nobody or everybody is tied",
            "Borgatti and Everett 2000"),
    LAYERED(
        SCOPE_GROUP, "constraint", "constraint", "index", "0 and up", 0,
        "sum over the neighbours j of (p_ij + sum over q of p_iq p_qj)^2, p_ij the share of i's "
        "ties that go to j; not defined without a tie",
        "Burt 1992"),
    LAYERED(SCOPE_GROUP, "effective_size", "effective size", "groups", "1 to n-1", 0,
            "k - 2t/k with k neighbours and t pairs among them; not defined without a tie",
            "Burt 1992; Borgatti 1997"),
    LAYERED(SCOPE_GROUP, "local_efficiency", "local efficiency", "share", "0 to 1", 0,
            "mean of 1/d over the pairs of neighbours, d their distance along pairs of neighbours, "
            "0 when out of reach; not defined below two neighbours",
            "Latora and Marchiori 2001"),
    LAYERED(SCOPE_GROUP, "ei_region", "E-I index by region", "index", "-1 to 1", 0,
            "(E - I) / (E + I), E the ties of the group to other regions, I those within its own; "
            "not defined without such a tie",
            "Krackhardt and Stern 1988"),
    LAYERED(SCOPE_GROUP, "ei_kind", "E-I index by kind of group", "index", "-1 to 1", 0,
            "(E - I) / (E + I), E the ties of the group to other kinds, I those to its own; not "
            "defined without a tie",
            "Krackhardt and Stern 1988"),
    LAYERED(SCOPE_GROUP, "local_clustering", "local clustering", "share", "0 to 1", 0,
            "share of the pairs of neighbours that are tied; not defined below two neighbours",
            "Watts and Strogatz 1998"),
    LAYERED(SCOPE_GROUP, "weighted_clustering", "weighted clustering", "share", "0 to 1", 0,
            "1 / s (k-1) times the sum over the ordered pairs of neighbours that are tied of "
            "(w_ij + w_iq) "
            "/ 2, k the neighbours, w the ties of a pair, s their sum; not defined below two "
            "neighbours",
            "Barrat and others 2004"),
    LAYERED(SCOPE_GROUP, "weak_component", "weak component", "class", "1 and up", 1,
            "number of the set of groups joined by ties whatever the direction; 1 is the largest, "
            "then by the first group",
            "Wasserman and Faust 1994"),
    LAYERED(
        SCOPE_GROUP, "strong_component", "strong component", "class", "1 and up", 1,
        "number of the set of groups that reach each other along arcs; 1 is the largest, then by "
        "the first group",
        "Wasserman and Faust 1994"),
    LAYERED(SCOPE_GROUP, "articulation_point", "articulation point", "yes or no", "0 or 1", 1,
            "1 when there are more components without the group", "Harary 1969"),
    LAYERED(SCOPE_GROUP, "community", "community", "class", "1 and up", 1,
            "number of the community in the partition of highest modularity among 10 Leiden runs "
            "with consecutive seeds; 1 is the largest, then by the first group",
            "Traag, Waltman and van Eck 2019"),

    /* relation */
    LAYERED(
        SCOPE_RELATION, "edge_betweenness", "edge betweenness", "paths", "0 and up", 0,
        "sum over pairs of groups of the share of their shortest paths that pass along the pair "
        "that the relation ties; the same for its parallel ties",
        "Girvan and Newman 2002; Brandes 2008"),
    LAYERED(
        SCOPE_RELATION, "bridge", "bridge", "yes or no", "0 or 1", 1,
        "1 when there are more components without the pair that the relation ties; the same for "
        "its parallel ties",
        "Harary 1969"),
    LAYERED(SCOPE_RELATION, "truss", "truss", "index", "2 and up", 1,
            "largest k such that the pair that the relation ties is in a set of pairs each of "
            "which is part of k - 2 triangles of the set",
            "Cohen 2008"),
    ONCE(SCOPE_RELATION, "parallel_ties", "parallel ties", "ties", "1 and up", 1,
         "number of ties between the two groups, this one included", "Wasserman and Faust 1994"),
    ONCE(
        SCOPE_RELATION, "duration_least", "duration, at least", "days", "1 and up", 1,
        "fewest days that the dates allow from the beginning to the end of the tie, both included; "
        "not defined for events, and where no source gives an end, it is still to come, or a date "
        "has no bound",
        "ISO 8601-2:2019; Holme and Saramaki 2012"),
    ONCE(SCOPE_RELATION, "duration_most", "duration, at most", "days", "1 and up", 1,
         "most days that the dates allow from the beginning to the end of the tie, both included; "
         "not defined for events, and where no source gives an end, it is still to come, or a date "
         "has no bound",
         "ISO 8601-2:2019; Holme and Saramaki 2012"),
    ONCE(
        SCOPE_RELATION, "still_so", "still so", "yes or no", "0 or 1", 1,
        "1 when the sources say that the tie has not ended, 0 when it has; not defined for events, "
        "and where no source gives an end",
        "ISO 8601-2:2019"),

    /* network: counts */
    ONCE(SCOPE_NETWORK, "groups", "groups", "groups", "0 and up", 1, "number of groups chosen: n",
         "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "ties", "ties", "ties", "0 and up", 1, "number of ties",
            "Wasserman and Faust 1994"),
    ONCE(SCOPE_NETWORK, "ties_neutral", "ties, neutral", "ties", "0 and up", 1,
         "number of ties whose kind is neither positive nor negative", "Wasserman and Faust 1994"),
    ONCE(SCOPE_NETWORK, "ties_possible", "ties, possibly active", "ties", "0 and up", 1,
         "number of ties that the dates allow but do not prove in the window asked for",
         "ISO 8601-2:2019"),
    LAYERED(SCOPE_NETWORK, "ties_ended", "ties, ended", "ties", "0 and up", 1,
            "number of lasting ties of which the end is given", "ISO 8601-2:2019"),
    LAYERED(SCOPE_NETWORK, "ties_still_so", "ties, still so", "ties", "0 and up", 1,
            "number of lasting ties that have not ended", "ISO 8601-2:2019"),
    LAYERED(SCOPE_NETWORK, "ties_end_unknown", "ties, end unknown", "ties", "0 and up", 1,
            "number of lasting ties of which no source gives the end", "ISO 8601-2:2019"),
    LAYERED(SCOPE_NETWORK, "duration_least_median", "median duration, at least", "days", "1 and up",
            0,
            "median of the fewest days that the ties with both a least and a most duration lasted, "
            "whole ties whatever the window; not defined without such a tie",
            "Holme and Saramaki 2012"),
    LAYERED(SCOPE_NETWORK, "duration_most_median", "median duration, at most", "days", "1 and up",
            0,
            "median of the most days that the same ties lasted, so that the median of their true "
            "durations lies between the two; not defined without such a tie",
            "Holme and Saramaki 2012"),
    FAMILY_TIES("pledge"),
    FAMILY_TIES("split"),
    FAMILY_TIES("conflict"),
    FAMILY_TIES("alliance"),
    FAMILY_TIES("membership"),
    FAMILY_TIES("lineage"),
    LAYERED(SCOPE_NETWORK, "pairs", "pairs", "pairs", "0 and up", 1,
            "number of pairs of groups with at least one tie", "Wasserman and Faust 1994"),
    ONCE(SCOPE_NETWORK, "pairs_mixed", "pairs of both signs", "pairs", "0 and up", 1,
         "number of pairs of groups with both a positive and a negative tie",
         "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "isolates", "isolates", "groups", "0 and up", 1,
            "number of groups without a tie", "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "density", "density", "share", "0 to 1", 0,
            "2 pairs / (n (n-1)); not defined below two groups", "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "arc_density", "arc density", "share", "0 to 1", 0,
            "arcs / (n (n-1)), parallel arcs merged; not defined below two groups",
            "Wasserman and Faust 1994"),

    LAYERED(
        SCOPE_NETWORK, "reachability_possible", "reachability in time, possible", "share", "0 to 1",
        0,
        "mean of possible reach in time / (n-1); not defined below two groups, and of more than "
        "1000 unless it is asked for by name",
        "Holme and Saramaki 2012"),
    LAYERED(SCOPE_NETWORK, "reachability_certain", "reachability in time, certain", "share",
            "0 to 1", 0,
            "mean of certain reach in time / (n-1); not defined below two groups, and of more than "
            "1000 unless it is asked for by name",
            "Holme and Saramaki 2012"),

    /* network: mutuality and closure */
    LAYERED(SCOPE_NETWORK, "reciprocity", "reciprocity", "share", "0 to 1", 0,
            "share of the arcs, parallel ones merged, that are returned; mutual ties are; not "
            "defined without an arc",
            "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "transitivity", "transitivity", "share", "0 to 1", 0,
            "3 triangles / connected triples; not defined without a triple", "Newman 2003b"),
    LAYERED(
        SCOPE_NETWORK, "mean_clustering", "mean local clustering", "share", "0 to 1", 0,
        "mean of local clustering over all groups, 0 for those below two neighbours; not defined "
        "without a group",
        "Watts and Strogatz 1998"),
    LAYERED(SCOPE_NETWORK, "triangles", "triangles", "triangles", "0 and up", 1,
            "number of sets of three groups of which each two are tied", "Newman 2003b"),

    /* network: balance of signs */
    SIGNED_TRIANGLES("ppp", "three positive pairs"),
    SIGNED_TRIANGLES("ppn", "two positive pairs and a negative one"),
    SIGNED_TRIANGLES("pnn", "a positive pair and two negative ones"),
    SIGNED_TRIANGLES("nnn", "three negative pairs"),
    ONCE(SCOPE_NETWORK, "triangle_balance", "balanced triangles", "share", "0 to 1", 0,
         "share of the triangles of signed pairs with an even number of negative ones, pairs with "
         "as many ties of either sign left out; not defined without a triangle",
         "Heider 1946; Cartwright and Harary 1956"),

    /* network: cohesion */
    LAYERED(SCOPE_NETWORK, "weak_components", "weak components", "components", "0 and up", 1,
            "number of weak components, isolates included", "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "strong_components", "strong components", "components", "0 and up", 1,
            "number of strong components, single groups included", "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "largest_component", "largest component", "groups", "0 and up", 1,
            "number of groups in the largest weak component", "Wasserman and Faust 1994"),
    LAYERED(SCOPE_NETWORK, "articulation_points", "articulation points", "groups", "0 and up", 1,
            "number of groups without which there are more components", "Harary 1969"),
    LAYERED(SCOPE_NETWORK, "bridges", "bridges", "pairs", "0 and up", 1,
            "number of pairs without which there are more components", "Harary 1969"),
    LAYERED(SCOPE_NETWORK, "biconnected_components", "biconnected components", "components",
            "0 and up", 1,
            "number of largest sets of pairs of which each two lie on a ring; a bridge is one "
            "alone",
            "Harary 1969"),
    LAYERED(SCOPE_NETWORK, "largest_biconnected", "largest biconnected component", "groups",
            "0, or 2 and up", 1,
            "number of groups in the largest set that no single group's removal breaks; 0 without "
            "a pair",
            "Harary 1969"),
    LAYERED(SCOPE_NETWORK, "highest_coreness", "highest coreness", "neighbours", "0 and up", 1,
            "largest coreness of a group", "Seidman 1983"),
    LAYERED(SCOPE_NETWORK, "highest_truss", "highest truss", "index", "0, or 2 and up", 1,
            "largest truss of a pair; 0 without a pair", "Cohen 2008"),
    LAYERED(SCOPE_NETWORK, "fragmentation", "fragmentation", "share", "0 to 1", 0,
            "1 - sum s (s-1) / n (n-1), s the sizes of the weak components; not defined below two "
            "groups",
            "Borgatti 2006"),
    LAYERED(SCOPE_NETWORK, "effective_components", "effective number of components", "components",
            "1 to n", 0,
            "1 / sum (s/n)^2, s the sizes of the weak components; not defined without a group",
            "Laakso and Taagepera 1979"),
    LAYERED(SCOPE_NETWORK, "core_fit", "fit of core and periphery", "correlation", "-1 to 1", 0,
            "largest correlation, over pairs, of being tied with having an end in a set C of 1 to "
            "n-2 groups; not defined when nobody or everybody is tied",
            "Borgatti and Everett 2000"),
    LAYERED(
        SCOPE_NETWORK, "core_fit_bound", "proven bound of the fit", "correlation", "-1 to 1", 0,
        "no set C fits better; equals the fit when branch and bound finished within its effort; "
        "not defined when nobody or everybody is tied",
        "Borgatti and Everett 2000"),
    LAYERED(SCOPE_NETWORK, "core_size", "size of the core", "groups", "1 to n-2", 1,
            "number of groups in the set C that fits best; not defined when nobody or everybody is "
            "tied",
            "Borgatti and Everett 2000"),

    /* network: distance */
    LAYERED(SCOPE_NETWORK, "diameter", "diameter", "steps", "1 and up", 1,
            "largest d(i,j) of two groups in reach of each other; not defined without a pair",
            "Wasserman and Faust 1994"),
    LAYERED(
        SCOPE_NETWORK, "mean_distance", "mean distance", "steps", "1 and up", 0,
        "mean d(i,j) over the pairs of groups in reach of each other; not defined without a pair",
        "Watts and Strogatz 1998"),
    LAYERED(SCOPE_NETWORK, "efficiency", "efficiency", "share", "0 to 1", 0,
            "mean of 1/d(i,j) over all pairs of groups, 0 when out of reach; not defined below two "
            "groups",
            "Latora and Marchiori 2001"),
    LAYERED(
        SCOPE_NETWORK, "mean_local_efficiency", "mean local efficiency", "share", "0 to 1", 0,
        "mean of local efficiency over all groups, 0 for those below two neighbours; not defined "
        "without a group",
        "Latora and Marchiori 2001"),

    /* network: centralisation and mixing */
    LAYERED(SCOPE_NETWORK, "degree_centralisation", "degree centralisation", "share", "0 to 1", 0,
            "sum over groups of (largest - own number of neighbours) / (n-1)(n-2), its value in a "
            "star; not defined below three groups",
            "Freeman 1979"),
    LAYERED(SCOPE_NETWORK, "betweenness_centralisation", "betweenness centralisation", "share",
            "0 to 1", 0,
            "sum over groups of (largest - own betweenness) / (n-1)^2(n-2)/2, its value in a star; "
            "not defined below three groups",
            "Freeman 1979"),
    LAYERED(SCOPE_NETWORK, "harmonic_centralisation", "harmonic centralisation", "share", "0 to 1",
            0,
            "sum over groups of (largest - own harmonic closeness) / (n-2)/2, its value in a star; "
            "not defined below three groups",
            "Freeman 1979; Boldi and Vigna 2014"),
    LAYERED(SCOPE_NETWORK, "in_centralisation", "centralisation of arcs in", "share", "0 to 1", 0,
            "sum over groups of (largest - own number of groups that point to it) / (n-1)^2, its "
            "value when all point to one; not defined below two groups",
            "Freeman 1979"),
    LAYERED(SCOPE_NETWORK, "out_centralisation", "centralisation of arcs out", "share", "0 to 1", 0,
            "sum over groups of (largest - own number of groups it points to) / (n-1)^2, its value "
            "when one points to all; not defined below two groups",
            "Freeman 1979"),
    LAYERED(SCOPE_NETWORK, "closeness_centralisation", "closeness centralisation (classic)",
            "share", "0 to 1", 0,
            "sum over groups of (largest - own closeness) / ((n-1)(n-2)/(2n-3)), its value in a "
            "star; not defined below three groups or in several components",
            "Freeman 1979"),
    LAYERED(SCOPE_NETWORK, "eigenvector_centralisation", "eigenvector centralisation", "share",
            "0 to 1", 0,
            "sum over groups of (1 - own eigenvector centrality) / (n-2), its value with a single "
            "pair; not defined below three groups or without a pair",
            "Freeman 1979; Bonacich 1972"),
    LAYERED(
        SCOPE_NETWORK, "degree_assortativity", "assortativity by degree", "correlation", "-1 to 1",
        0,
        "correlation over pairs of the number of neighbours of the two groups; not defined when "
        "it does not vary",
        "Newman 2002"),
    LAYERED(SCOPE_NETWORK, "region_assortativity", "assortativity by region", "coefficient",
            "-1 to 1", 0,
            "(sum e_ii - sum a_i^2) / (1 - sum a_i^2) over ties whose groups both have a region, "
            "e_ii the share within region i, a_i the share of tie ends in it; not defined when all "
            "of these are of one region",
            "Newman 2003a"),
    LAYERED(
        SCOPE_NETWORK, "kind_assortativity", "assortativity by kind of group", "coefficient",
        "-1 to 1", 0,
        "(sum e_ii - sum a_i^2) / (1 - sum a_i^2), e_ii the share of ties within kind i, a_i the "
        "share of tie ends in it; not defined when all tied groups are of one kind",
        "Newman 2003a"),
    LAYERED(SCOPE_NETWORK, "ei_region", "E-I index by region", "index", "-1 to 1", 0,
            "(E - I) / (E + I), E the ties between regions, I those within one, for ties whose "
            "groups both have a region; not defined without such a tie",
            "Krackhardt and Stern 1988"),
    LAYERED(
        SCOPE_NETWORK, "ei_kind", "E-I index by kind of group", "index", "-1 to 1", 0,
        "(E - I) / (E + I), E the ties between kinds of groups, I those within one; not defined "
        "without a tie",
        "Krackhardt and Stern 1988"),

    /* network: communities */
    LAYERED(SCOPE_NETWORK, "communities", "communities", "communities", "0 and up", 1,
            "number of communities, single groups included", "Traag, Waltman and van Eck 2019"),
    LAYERED(SCOPE_NETWORK, "modularity", "modularity of the communities", "share", "-0.5 to 1", 0,
            "sum e_ii - sum a_i^2 over communities, e_ii the share of ties within community i, a_i "
            "the share of tie ends in it; not defined without a tie",
            "Newman and Girvan 2004"),
    LAYERED(
        SCOPE_NETWORK, "community_agreement", "agreement of the community runs", "index", "-1 to 1",
        0,
        "mean adjusted Rand index of all pairs of the 10 Leiden runs; 1 when they all agree; not "
        "defined without a tie",
        "Hubert and Arabie 1985"),
    LAYERED(SCOPE_NETWORK, "region_modularity", "modularity of the regions", "share", "-0.5 to 1",
            0,
            "sum e_ii - sum a_i^2 over regions, for ties whose groups both have a region; not "
            "defined without such a tie",
            "Newman and Girvan 2004"),
    ONCE(SCOPE_NETWORK, "polarisation", "polarisation", "share", "0 to 1", 0,
         "mean density of positive pairs within blocs, each weighted by its groups, times the "
         "share of positive pairs that lie within blocs; blocs are the communities of positive "
         "ties with two groups or more; not defined without a positive pair",
         "Maoz 2006"),
    ONCE(SCOPE_NETWORK, "hostility_between", "hostility between blocs", "share", "0 to 1", 0,
         "share of the negative pairs between members of blocs of two groups or more whose blocs "
         "differ, blocs being the communities of positive ties; not defined without such a pair",
         "Maoz 2006"),

    /* network: census */
    LAYERED(SCOPE_NETWORK, "dyads_mutual", "dyads, mutual", "dyads", "0 and up", 1,
            "number of sets of two groups with arcs in both directions",
            "Holland and Leinhardt 1970"),
    LAYERED(SCOPE_NETWORK, "dyads_asymmetric", "dyads, asymmetric", "dyads", "0 and up", 1,
            "number of sets of two groups with arcs in one direction only",
            "Holland and Leinhardt 1970"),
    LAYERED(SCOPE_NETWORK, "dyads_null", "dyads, null", "dyads", "0 and up", 1,
            "number of sets of two groups without an arc", "Holland and Leinhardt 1970"),
    TRIAD("003", "no arc"),
    TRIAD("012", "one arc"),
    TRIAD("102", "one mutual pair"),
    TRIAD("021D", "a points to b and c"),
    TRIAD("021U", "b and c point to a"),
    TRIAD("021C", "a points to b, b to c"),
    TRIAD("111D", "a and b mutual, c points to b"),
    TRIAD("111U", "a and b mutual, b points to c"),
    TRIAD("030T", "a points to b and c, b to c"),
    TRIAD("030C", "a points to b, b to c, c to a"),
    TRIAD("201", "two mutual pairs"),
    TRIAD("120D", "a points to b and c, which are mutual"),
    TRIAD("120U", "b and c, which are mutual, point to a"),
    TRIAD("120C", "a points to b, b to c, a and c mutual"),
    TRIAD("210", "two mutual pairs and one arc"),
    TRIAD("300", "three mutual pairs"),

    /* component */
    ONCE(SCOPE_COMPONENT, "size", "size", "groups", "1 and up", 1,
         "number of groups in the weak component", "Wasserman and Faust 1994"),
    ONCE(SCOPE_COMPONENT, "ties", "ties", "ties", "0 and up", 1,
         "number of ties in the weak component", "Wasserman and Faust 1994"),
    ONCE(SCOPE_COMPONENT, "ties_positive", "positive ties", "ties", "0 and up", 1,
         "number of positive ties in the weak component", "Wasserman and Faust 1994"),
    ONCE(SCOPE_COMPONENT, "ties_negative", "negative ties", "ties", "0 and up", 1,
         "number of negative ties in the weak component", "Wasserman and Faust 1994"),
    ONCE(SCOPE_COMPONENT, "pairs", "pairs", "pairs", "0 and up", 1,
         "number of pairs in the weak component", "Wasserman and Faust 1994"),
    ONCE(SCOPE_COMPONENT, "density", "density", "share", "0 to 1", 0,
         "2 pairs / (size (size-1)); not defined for a single group", "Wasserman and Faust 1994"),

    /* period */
    ONCE(SCOPE_PERIOD, "ties_formed", "ties formed", "ties", "0 and up", 1,
         "number of lasting ties in the window that were not, even possibly, in the window before",
         "Snijders, van de Bunt and Steglich 2010"),
    ONCE(SCOPE_PERIOD, "ties_dissolved", "ties dissolved", "ties", "0 and up", 1,
         "number of lasting ties in the window before that are not, even possibly, in the window",
         "Snijders, van de Bunt and Steglich 2010"),
    ONCE(SCOPE_PERIOD, "ties_kept", "ties kept", "ties", "0 and up", 1,
         "number of lasting ties in both the window and the one before",
         "Snijders, van de Bunt and Steglich 2010"),
    ONCE(SCOPE_PERIOD, "tie_jaccard", "Jaccard index of ties", "share", "0 to 1", 0,
         "kept / (formed + dissolved + kept); not defined without a tie in either window",
         "Snijders, van de Bunt and Steglich 2010"),
    ONCE(SCOPE_PERIOD, "pledges", "pledges", "ties", "0 and up", 1,
         "number of positive ties of the family pledge that began or happened in the window; those "
         "without a lower bound to their date are in no window",
         "ISO 8601-2:2019"),
    ONCE(
        SCOPE_PERIOD, "pledges_negative", "pledges refused or rejected", "ties", "0 and up", 1,
        "number of negative ties of the family pledge that happened in the window; those without a "
        "lower bound to their date are in no window",
        "ISO 8601-2:2019"),
    ONCE(
        SCOPE_PERIOD, "switches", "alliance switches", "groups", "0 and up", 1,
        "number of groups that left one side and bound themselves to another opposed to it, the "
        "new tie beginning in the window; those without a lower bound to its date are in no window",
        "Christia 2012"),
    LAYERED(SCOPE_PERIOD, "community_rand", "stability of communities, adjusted Rand", "index",
            "-1 to 1", 0,
            "adjusted Rand index of the communities of the window and of the one before, over "
            "groups that are tied in both; not defined below two such groups",
            "Hubert and Arabie 1985"),
    LAYERED(SCOPE_PERIOD, "community_nmi", "stability of communities, NMI", "index", "0 to 1", 0,
            "normalised mutual information of the same two partitions; not defined below two such "
            "groups",
            "Danon and others 2005"),
    ONCE(
        SCOPE_PERIOD, "bloc_rand", "stability of blocs, adjusted Rand", "index", "-1 to 1", 0,
        "adjusted Rand index of the two blocs of least frustration of the window and of the one "
        "before, over groups in the largest part of signed pairs of both; of several such "
        "partitions those that moves of single groups bring nearest to each other; not defined "
        "below two such groups, with more than 500 signed pairs, or when one of the two is not proven",
        "Harary 1959; Hubert and Arabie 1985"),
    ONCE(SCOPE_PERIOD, "bloc_nmi", "stability of blocs, NMI", "index", "0 to 1", 0,
         "normalised mutual information of the same two partitions; not defined where the adjusted "
         "Rand index is not",
         "Harary 1959; Danon and others 2005"),
};

static const char vocabulary[] =
    "n is the number of groups chosen. A tie is a chosen relation. A pair is two groups with at "
    "least one tie, whatever the number and direction of their ties. An arc is a direction in "
    "which a tie runs; a mutual tie has both. d(i,j) is the least number of pairs to pass from "
    "group i to group j. Positive and negative ties are those whose kind has that sign. A tie of "
    "a group with itself counts nowhere. A relation has values only in the layers of its sign.";

static const size_t catalogue_count = sizeof catalogue / sizeof *catalogue;

const struct metric *metric_catalogue(size_t *count)
{
    *count = catalogue_count;
    return catalogue;
}

const char *metric_vocabulary(void)
{
    return vocabulary;
}

bool metric_is_named(const struct metric *metric, const char *base, enum layer layer)
{
    if (metric->layer != layer)
        return false;
    if (layer == LAYER_ALL)
        return strcmp(metric->name, base) == 0;
    size_t length = strlen(base);
    return strncmp(metric->name, base, length) == 0 && metric->name[length] == '_' &&
           strcmp(metric->name + length + 1, layer_name(layer)) == 0;
}

void metric_add_columns(struct metric_table *table, struct arena *arena, enum metric_scope scope)
{
    for (size_t i = 0; i < catalogue_count; i++) {
        if (catalogue[i].scope != scope)
            continue;
        double *values = arena_alloc(arena, table->row_count, sizeof *values);
        for (size_t row = 0; row < table->row_count; row++)
            values[row] = (double)NAN;
        list_push(&table->columns,
                  (struct metric_column){.metric = &catalogue[i], .values = values});
    }
}

void metric_open_table(struct metric_results *results, enum metric_scope scope, size_t row_count)
{
    struct metric_table *table = &results->tables[scope];
    table->scope = scope;
    table->row_count = row_count;
    metric_add_columns(table, &results->arena, scope);
}
