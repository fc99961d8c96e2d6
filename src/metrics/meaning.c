/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What each metric means for alliance structure, and what to beware of.  One row for all sign
 * layers of a metric, and for all scopes that have its name; a name that ends in '*' stands for
 * the metrics that begin so and have no row of their own.
 */
#include "metrics/metric.h"

#include <string.h>

#define DEGREE_CAUTION                                                                             \
    "It counts what the sources report: a group that is written about more has more ties. Beside " \
    "it look at the eigenvector centrality, since the two can disagree on who matters."
#define ONE_SIGN "Read it by sign: over all ties, friends and foes count alike."
#define TRIAD_CAUTION                                                                            \
    "Counts grow with the cube of the number of groups and depend on the density; the table of " \
    "motifs compares them with chance."
#define COUNT_CAUTION "It depends on what was collected, so compare only like selections."
#define SMALL_CAUTION "In a small or sparse network one tie more or less changes it visibly."
#define PAIR_CAUTION                                                                             \
    "a pair of groups with ties of both signs has that of more of them, and none when they are " \
    "equal."
#define PAIR_CAUTION_FIRST                                                                       \
    "A pair of groups with ties of both signs has that of more of them, and none when they are " \
    "equal."
#define DURATION_CAUTION                                                                       \
    "Ties that are still so or whose end nobody gives have no duration; these tend to be the " \
    "longest, so the others alone tell too short a time."
#define REACH_CAUTION                                                                                \
    "The days are those of whole ties, whatever the window. A tie of unknown end is certain on its " \
    "first day alone, so the certain and the possible reach may lie far apart; the truth is between."
#define BLOC_CAUTION                                                                             \
    "Several partitions may fit equally well and differ in more than single groups; then a low " \
    "value may be the choice among them. " PAIR_CAUTION_FIRST
#define NEW_CAUTION_TAIL "what has no lower bound to its date is in no window."
#define NEW_CAUTION "It depends on how exactly the sources date: " NEW_CAUTION_TAIL
#define STABILITY_CAUTION                                                                            \
    "Communities of sparse networks rest on few ties, so a new tie can move many groups; beside it " \
    "look at the agreement of the community runs."
#define CLASS_CAUTION "The numbers are names: a higher number is not more of anything."

static const struct metric_meaning meanings[] = {
    /* degrees */
    {"degree",
     "How many recorded ties of any kind a group has. Those with many are the hubs that others "
     "join, leave or fight.",
     DEGREE_CAUTION},
    {"degree_in",
     "How many ties others direct at the group: pledges received, members, attacks suffered. Much "
     "of it marks a centre that others orient themselves to.",
     DEGREE_CAUTION},
    {"degree_out",
     "How many ties the group itself directs at others. Much of it marks one that seeks allies or "
     "picks fights.",
     DEGREE_CAUTION},
    {"degree_*",
     "How many ties of this sign or family the group has. It tells whether a group is tied by "
     "loyalty, by descent or by hostility.",
     DEGREE_CAUTION},
    {"degree_in_*",
     "How many ties of this sign or family others direct at the group. For pledges and memberships "
     "these are its followers.",
     DEGREE_CAUTION},
    {"degree_out_*",
     "How many ties of this sign or family the group directs at others. For pledges and "
     "memberships these are the centres it follows.",
     DEGREE_CAUTION},
    {"degree_net",
     "Friends less foes among the recorded ties. Below zero the group has more hostile ties than "
     "friendly ones.",
     "Many ties of both signs and no tie at all both give 0."},
    {"strength",
     "The group's ties, each with the weight that the data give it. Where weights are counts of "
     "events or fighters it tells intensity, not only presence.",
     "Without weights in the data every tie weighs 1 and it equals the degree."},
    {"strength_in",
     "The weight of the ties that others direct at the group. It tells how much loyalty or "
     "hostility arrives.",
     "Without weights in the data it equals the degree in."},
    {"strength_out",
     "The weight of the ties that the group directs at others. It tells how much it invests in "
     "others, for or against.",
     "Without weights in the data it equals the degree out."},
    {"neighbours",
     "With how many different groups there is a tie. Beside the degree it tells whether many ties "
     "go to many partners or to the same few.",
     DEGREE_CAUTION},

    /* centrality */
    {"betweenness",
     "How often a group stands on the shortest ways between others. A high value marks a broker "
     "whose loss or change of side would cut others off from each other.",
     "Over all ties a way may run through hostility, which passes nothing on. One missing tie can "
     "change it much, most of all in networks around a core."},
    {"harmonic_closeness",
     "How near a group is to all others. Near ones are reached by news, people and pressure in few "
     "steps.",
     "Groups out of reach count as infinitely far, so it works in a network that is in pieces; "
     "values of selections of different size do not compare."},
    {"closeness",
     "The classic form of closeness: how few steps a group needs on average to those it can reach. "
     "It is here for comparison with older studies.",
     "Within small pieces everybody is near, so isolated pairs look most central; prefer harmonic "
     "closeness in a network that is in pieces."},
    {"eigenvector",
     "How well a group is tied to groups that are well tied themselves. It separates the inner "
     "circle from groups with as many ties to nobodies.",
     "It lies in one component: groups of other components get 0 however central they are there."},
    {"pagerank",
     "Where a follower of arcs ends up: groups get standing from those who point to them. With "
     "pledges and memberships it ranks the centres of allegiance.",
     "Over all ties an attack counts like a pledge; read the positive layer for allegiance."},
    {"hub",
     "A high score marks a group that points to those everybody points to, such as one loyal to "
     "all the big centres. Hubs and authorities define each other.",
     "Like eigenvector centrality it lies in one component."},
    {"authority",
     "A high score marks a group that good hubs point to: the centre that committed followers "
     "choose. Hubs and authorities define each other.",
     "Like eigenvector centrality it lies in one component."},
    {"bonacich_power",
     "Standing from being tied to groups that are tied well, fading with each further step. Above "
     "1 a group stands better than the average.",
     "The fading is set by us at half of what is possible; with another one ranks may change."},
    {"bargaining_power",
     "Strength against partners who have few others to turn to. A group is strong when its "
     "partners are weak, as a patron of dependent clients is.",
     "Values can be negative: such a group depends on partners who have better choices. The fading "
     "is set by us at half of what is possible."},
    {"katz",
     "Followers, followers of followers and so on, each step counting less. It ranks those at the "
     "top of long chains of allegiance, which a count of direct followers misses.",
     "Over all ties an attack counts like a pledge; read the positive layer for allegiance."},

    /* place in the structure */
    {"reach_possible",
     "How many others the group can have reached in the order of time: news or fighters pass along a "
     "tie only while it holds. What is in reach at any time but not in order was never reachable.",
     REACH_CAUTION},
    {"reach_certain",
     "How many others the group could reach in the order of time whatever the exact dates were. It "
     "is the part of its reach that the dates prove.",
     REACH_CAUTION},
    {"pn_centrality",
     "How well a group stands among friends and foes at once: an ally raises it, an enemy lowers "
     "it, and each the more, the better it stands itself. A group without signed ties has 1.",
     "Among many groups it differs little from 1, so read the order; " PAIR_CAUTION},
    {"coreness",
     "How deep a group sits in the dense part. Groups of high coreness hold each other by several "
     "ties, so the loss of one does not detach them.",
     ONE_SIGN},
    {"truss",
     "How thickly a tie, or the thickest tie of a group, is held by common partners. From 3 on its "
     "two groups share a third, so that it does not hang on them alone.",
     ONE_SIGN},
    {"constraint",
     "How much a group's contacts are tied to each other or bundled in one partner. Low values "
     "mark a group with room to play partners off against each other.",
     "A group with a single partner has 1; with few partners it can exceed 1."},
    {"effective_size",
     "How many partners a group has that do not know each other anyway. It is the number of "
     "separate worlds the group connects.",
     "It grows with the number of partners; compare it with the neighbours."},
    {"local_clustering",
     "How often the partners of a group are partners too. High values mark a closed circle, low "
     "ones a go-between.",
     "With two or three neighbours it is coarse: 0, 1/3, 2/3 or 1."},
    {"weighted_clustering",
     "How often the partners of a group are partners too, those with many ties to it counting more. "
     "Above the plain local clustering, its main partners make the closed circle.",
     "The weight is the number of ties that sources report of the pair, not their strength."},
    {"local_efficiency",
     "How well the partners of a group are connected when it is gone. High values mean that the "
     "circle outlives the group.",
     "Only ways among the partners themselves count, not ways through the rest of the network."},
    {"ei_region",
     "Whether ties cross regions (towards 1) or stay within them (towards -1). It tells local "
     "groups from those that work across theatres.",
     "Ties of groups without a region are left out. Many small regions push it up, whatever the "
     "groups prefer."},
    {"ei_kind",
     "Whether ties go to other kinds of groups (towards 1) or to the same kind (towards -1). Near "
     "1 organisations deal with states and provinces more than with each other.",
     "If one kind has most of the groups, it is low whatever the groups prefer."},
    {"core",
     "Whether a group belongs to the core of the split into core and periphery that fits best. "
     "Core groups take part in nearly all ties; peripheral ones have next to none with each other.",
     "There is always a best split; look at the fit before speaking of a core."},
    {"weak_component",
     "Which groups are joined by any chain of ties. Groups of different components have nothing to "
     "do with each other in this layer.",
     CLASS_CAUTION},
    {"strong_component",
     "Which groups reach each other along the direction of ties. A large one holds mutual ties or "
     "circles; a hierarchy has none.",
     CLASS_CAUTION},
    {"articulation_point",
     "Whether the removal of the group would break its part of the network apart. Such groups are "
     "single points of failure of an alliance.",
     "A tie that nobody recorded may bridge the gap."},
    {"community",
     "Which bloc a group falls into: groups tied more among each other than with the rest. In the "
     "positive layer these are candidate alliances.",
     CLASS_CAUTION " Other partitions may be nearly as good: see the agreement of the runs."},

    /* relations */
    {"edge_betweenness",
     "How many shortest ways run along the pair that this tie joins. High values mark the seams "
     "between blocs.",
     "Parallel ties have the value of their pair, not a share of it."},
    {"bridge",
     "Whether the pair is the only link between two parts. If it breaks, they lose each other.",
     "A tie that nobody recorded may bridge the gap."},
    {"parallel_ties",
     "How many ties are recorded between the same two groups. Several tell of a relation that was "
     "renewed, changed its kind or turned.",
     COUNT_CAUTION},
    {"duration_least",
     "How many days the tie lasted for sure, by the dates that sources give. Set beside the longest "
     "duration it tells how exactly the time is known.",
     DURATION_CAUTION},
    {"duration_most",
     "How many days the tie can have lasted, by the dates that sources give. A short one marks a "
     "tie of convenience, whatever the exact dates.",
     DURATION_CAUTION},
    {"still_so",
     "Whether the tie outlasts what the sources tell, as they say. It keeps apart what goes on from "
     "what nobody followed to its end.",
     "It is as old as the source that says so; an end that nobody reported is not the same."},

    /* counts */
    {"groups", "How many groups the selection has. All shares below refer to it.", COUNT_CAUTION},
    {"ties",
     "How many ties the selection has. Beside the number of groups it tells how much is recorded "
     "of each.",
     COUNT_CAUTION},
    {"ties_*",
     "How many ties have this sign, family or certainty. Their proportion tells whether the "
     "sources speak of loyalty, of descent or of conflict.",
     COUNT_CAUTION},
    {"ties_possible",
     "How many ties may have held in the window, as their dates allow but do not prove. All other "
     "measures count them in.",
     "Where it is a large share of the ties, repeat the measures with --certain-only."},
    {"ties_ended",
     "How many lasting ties have come to an end that a source gives. Their share of all tells how "
     "far durations speak for the whole.",
     "Ends are reported less than beginnings, so the number is a lower bound."},
    {"ties_still_so", "How many lasting ties go on, as the sources say. They have no duration yet.",
     "It is as old as the sources that say so."},
    {"ties_end_unknown",
     "How many lasting ties nobody followed to their end. After their beginning they are only "
     "possible, which makes every later measure less sure.",
     "An unknown end is not an open one; a source may still be found."},
    {"duration_least_median",
     "How many days half of the ended ties lasted at least. By sign it tells whether alliances "
     "outlive enmities.",
     DURATION_CAUTION},
    {"duration_most_median",
     "How many days half of the ended ties can have lasted at most. The median of the true "
     "durations lies between this and the least.",
     DURATION_CAUTION},
    {"pairs",
     "How many pairs of groups have anything to do with each other. Most measures of shape use "
     "pairs, so that repeated ties do not count twice.",
     COUNT_CAUTION},
    {"pairs_mixed",
     "How many pairs are recorded both as friends and as foes. They changed sides, or cooperate "
     "and fight at once.",
     "Without a window a pledge of one year and a battle of another make such a pair."},
    {"isolates",
     "How many groups have no tie in this layer. In the positive layer they are the loners.",
     "A group may be alone because nobody wrote of its ties."},
    {"density",
     "What share of all possible pairs is tied. The higher it is, the less any single group can be "
     "isolated.",
     "It falls as networks grow, so compare it only between selections of like size."},
    {"arc_density",
     "What share of all possible directed ties is there. It is the density of who acts on whom.",
     "It falls as networks grow, so compare it only between selections of like size."},

    /* mutuality and closure */
    {"reciprocity",
     "What share of directed ties is returned. Low values in the positive layer speak of "
     "hierarchy, high ones of alliances between equals.",
     "Kinds that are mutual by nature, such as alliance and conflict, are always returned."},
    {"transitivity",
     "How often two groups with a common partner are partners too. High values speak of closed "
     "camps.",
     ONE_SIGN},
    {"mean_clustering",
     "The mean over groups of how closed their circle is. Small groups weigh as much as hubs.",
     "Groups with fewer than two partners count as 0 and pull it down."},
    {"triangles",
     "How many threes of groups are all tied to each other. They are the smallest closed camps, or "
     "in the negative layer the smallest wars of all against all.",
     COUNT_CAUTION},
    {"triangles_ppp", "Threes that are all allied. They are balanced: the ally of an ally is one.",
     PAIR_CAUTION_FIRST},
    {"triangles_ppn",
     "Threes in which two enemies share an ally. They are not balanced: the one between is pulled "
     "both ways, and one of the ties tends to give.",
     PAIR_CAUTION_FIRST},
    {"triangles_pnn",
     "Threes in which two allies share an enemy. They are balanced, and the commonest shape of two "
     "camps.",
     PAIR_CAUTION_FIRST},
    {"triangles_nnn", "Threes that are all enemies. Two blocs cannot hold them, three can.",
     PAIR_CAUTION_FIRST},
    {"triangle_balance",
     "How far the threes of groups agree with two camps: allies of allies, and enemies of enemies. "
     "At 1 no three pulls a group both ways.",
     "It sees triangles only, and rests on few in a sparse network; bloc balance tells of longer "
     "circles too."},

    /* cohesion */
    {"reachability_possible",
     "The share of pairs, each way counted, in which the one can have reached the other in the order "
     "of time. Set beside the share in one component it tells how much time keeps apart.",
     REACH_CAUTION},
    {"reachability_certain",
     "The share of pairs, each way counted, in which the one could reach the other whatever the exact "
     "dates were. It is what the dates prove of the whole.",
     REACH_CAUTION},
    {"weak_components",
     "Into how many unconnected pieces the network falls. A movement of many pieces cannot act as "
     "one.",
     "Isolates are pieces too; look at the largest component beside it."},
    {"strong_components",
     "Into how many pieces the network falls when direction counts. As many as groups means a pure "
     "hierarchy.",
     "Single groups are pieces too."},
    {"largest_component",
     "How many groups hang together in the largest piece. It is the most that could be mobilised, "
     "or drawn in, through existing ties.",
     ONE_SIGN},
    {"articulation_points",
     "How many groups are single points of failure. The more there are, the more fragile the "
     "whole.",
     "Sparse data look more fragile than the world is."},
    {"bridges",
     "How many pairs are the only link between two parts. Each is a seam where the network can "
     "come apart.",
     "Every group that hangs on one tie makes one."},
    {"biconnected_components",
     "Into how many parts without a single point of failure the ties fall. Many small ones are "
     "pairs that hang on by a bridge.",
     SMALL_CAUTION},
    {"largest_biconnected",
     "How many groups are in the largest part that survives the loss of any one. Next to the "
     "largest component it tells how much of it is robust.",
     SMALL_CAUTION},
    {"highest_coreness",
     "How thick the densest part of the network is. In a tree of followers it is 1.", ONE_SIGN},
    {"highest_truss",
     "How thick the densest set of triangles is. 2 means that no two partners share a third.",
     ONE_SIGN},
    {"fragmentation",
     "The chance that two groups drawn at random, one after the other, are out of reach of each "
     "other. 0 is one connected movement, 1 is all loners.",
     "It knows pieces only, not how loosely the groups inside a piece are tied."},
    {"effective_components",
     "How many pieces of equal size would be as fragmented. It discounts the many loners beside "
     "one large piece.",
     "Groups count alike, however many fighters they have; --by=movement weighs them."},

    /* distance */
    {"diameter",
     "How many steps the two farthest groups in reach of each other are apart. Long ones speak of "
     "chains of command or of distant theatres.",
     "It hangs on a single pair, and falls when the network breaks into pieces."},
    {"mean_distance",
     "How many steps lie between two groups in reach of each other on average. Short ones let "
     "influence and conflict spread quickly.",
     "It falls when the network breaks into pieces; efficiency does not have that flaw."},
    {"efficiency",
     "How near groups are to each other, those out of reach counting as infinitely far. It falls "
     "when parts get lost, so it suits comparison over time.",
     "It falls as networks grow, so compare it only between selections of like size."},
    {"mean_local_efficiency",
     "How well circles of partners hold when their middle is gone, on average. It is the local "
     "counterpart of efficiency: tolerance to the loss of a group.",
     "Groups with fewer than two partners count as 0 and pull it down."},

    /* centralisation and mixing */
    {"degree_centralisation",
     "How much ties gather at one group, from 0 for all alike to 1 for a star. High values mark a "
     "movement with one centre.",
     "Two rival centres lower it, though few groups hold everything."},
    {"in_centralisation",
     "How much incoming ties gather at one group. In the positive layer 1 means that everybody "
     "follows one centre.",
     "Two rival centres lower it, though few groups hold everything."},
    {"out_centralisation",
     "How much outgoing ties gather at one group. In the negative layer high values mean one "
     "aggressor, in the positive layer one group that courts all.",
     SMALL_CAUTION},
    {"betweenness_centralisation",
     "How much brokerage gathers at one group. High values mean that one group holds the rest "
     "together.",
     SMALL_CAUTION},
    {"harmonic_centralisation",
     "How much one group is nearer to all than the others are. High values mark a short way to one "
     "centre from everywhere.",
     SMALL_CAUTION},
    {"closeness_centralisation",
     "The classic form of centralisation by closeness: how much nearer one group is than the "
     "others. It is here for comparison with older studies.",
     "Defined only when the network hangs together; harmonic centralisation always is."},
    {"eigenvector_centralisation",
     "How much standing gathers in few hands. Low values mean an inner circle of many.",
     "The largest possible value is that of a single tied pair among loners, as igraph has it, so "
     "real networks seldom come near 1."},
    {"degree_assortativity",
     "Whether well tied groups are tied to each other (above 0) or to groups with few ties (below "
     "0). Patrons with many small clients make it negative.",
     SMALL_CAUTION},
    {"region_assortativity",
     "Whether ties stay within regions more than chance would have it. Near 1 the movement is a "
     "sum of local scenes, near 0 regions do not matter.",
     "Groups without a region are left out."},
    {"kind_assortativity",
     "Whether groups tie with their own kind more than chance would have it. Below 0 "
     "organisations, provinces and states are tied across kinds.",
     "If one kind has most of the groups, chance alone ties within it."},

    /* communities */
    {"communities",
     "Into how many blocs the network falls by its ties alone. Compare with the camps that the "
     "sources name.",
     "Isolates are blocs of their own."},
    {"modularity",
     "How far ties stay within the blocs, beyond chance. Above about 0.3 the blocs are marked.",
     "Sparse networks and many pieces give high values even without camps."},
    {"community_agreement",
     "How far repeated runs find the same blocs. Near 1 the division is clear, well below it the "
     "borders of the blocs are arbitrary.",
     "Agreement says that the method is sure, not that it is right."},
    {"region_modularity",
     "How far ties stay within regions, beyond chance. Compare it with the modularity of the "
     "communities: near to it, the blocs are the regions.",
     "Ties of groups without a region are left out."},
    {"core_fit",
     "How well the network is a core that everything hangs on and a periphery without ties of its "
     "own. Near 1 the movement has such a centre, near 0 it has none.",
     "Random sparse networks reach 0.3 and more, since the core is chosen to fit."},
    {"core_fit_bound",
     "The fit that no core can exceed. If it equals the fit, the core is proven to be best.",
     "Above the fit, the search was cut short and a better core may exist."},
    {"core_size", "How many groups make the core that fits best. Two hubs with followers give 2.",
     "Cores of different size can fit almost alike."},
    {"polarisation",
     "How far friendly ties bind groups into dense blocs and do not run between them. 1 is a world "
     "of closed camps, near 0 one of loose or overlapping ones.",
     "It is silent on hostility: see that between blocs. Blocs are found in the same ties, so part "
     "of it is by construction."},
    {"hostility_between",
     "How much of the hostility among members of blocs runs from bloc to bloc. Near 1 the camps "
     "fight each other, well below it they fight within.",
     "Hostility towards groups without friends is left out."},

    /* census */
    {"dyads_mutual",
     "How many pairs act on each other. Alliances and conflicts between equals are mutual.",
     "Kinds that are mutual by nature make them without any reply."},
    {"dyads_asymmetric",
     "How many pairs have a tie in one direction only. Pledges, memberships and attacks that are "
     "not returned make them.",
     COUNT_CAUTION},
    {"dyads_null",
     "How many pairs have nothing to do with each other. In sparse networks it is nearly all of "
     "them.",
     COUNT_CAUTION},
    {"triads_003", "Threes without a tie. In a sparse network nearly all are such.", TRIAD_CAUTION},
    {"triads_012", "Threes with one directed tie and a bystander. They tell the density only.",
     TRIAD_CAUTION},
    {"triads_102", "Threes with one mutual tie and a bystander. They tell the density only.",
     TRIAD_CAUTION},
    {"triads_021D",
     "One group acts on two that are apart: a patron, or an aggressor, with two targets. Many of "
     "them mark active centres.",
     TRIAD_CAUTION},
    {"triads_021U",
     "Two groups that are apart act on the same third: two followers of one centre, or two enemies "
     "of one group. Many of them mark a star of pledges.",
     TRIAD_CAUTION},
    {"triads_021C",
     "A chain of two ties: the middle group passes on. In the positive layer it is a chain of "
     "command without a short cut.",
     TRIAD_CAUTION},
    {"triads_111D",
     "Two groups act on each other and an outsider acts on one of them. An equal alliance, or "
     "feud, of which one side is followed or attacked.",
     TRIAD_CAUTION},
    {"triads_111U",
     "Two groups act on each other and one of them acts on an outsider. An equal alliance, or "
     "feud, of which one side reaches out.",
     TRIAD_CAUTION},
    {"triads_030T",
     "A ranking of three: the second follows the first's choice. In the positive layer it is "
     "closed hierarchy, since the follower's follower is tied to the top as well.",
     TRIAD_CAUTION},
    {"triads_030C",
     "A circle of three, each acting on the next. It is rare where there is a hierarchy.",
     TRIAD_CAUTION},
    {"triads_201",
     "One group has mutual ties with two that are apart. It stands between two allies, or fights "
     "on two fronts.",
     TRIAD_CAUTION},
    {"triads_120D",
     "One group acts on two that act on each other. A patron of two allies, or one who takes on "
     "both sides of a feud.",
     TRIAD_CAUTION},
    {"triads_120U",
     "Two groups that act on each other both act on a third. Two allies with a common patron, or a "
     "common enemy.",
     TRIAD_CAUTION},
    {"triads_120C", "A chain whose ends are tied mutually. It is a circle with one tie returned.",
     TRIAD_CAUTION},
    {"triads_210",
     "Three groups all tied, one tie not returned. It lacks one step to a closed camp.",
     TRIAD_CAUTION},
    {"triads_300",
     "Three groups that all act on each other. In the positive layer it is a closed camp of "
     "equals, in the negative layer a war of all against all.",
     TRIAD_CAUTION},

    /* components */
    {"size",
     "How many groups hang together in this piece. Large ones can act, or be drawn in, together.",
     COUNT_CAUTION},
    {"ties_positive",
     "How many friendly ties the piece has. With few of them it is held together by conflict.",
     COUNT_CAUTION},
    {"ties_negative",
     "How many hostile ties the piece has. Many of them make it a battlefield rather than an "
     "alliance.",
     COUNT_CAUTION},

    /* period */
    {"ties_formed",
     "How many lasting ties are new against the window before. Many at once mark a time in which "
     "groups take sides.",
     NEW_CAUTION},
    {"ties_dissolved",
     "How many lasting ties of the window before are gone. Many at once mark a time in which "
     "alliances break.",
     "A tie of which no source gives the end is never counted as gone, so it is a lower bound."},
    {"ties_kept",
     "How many lasting ties the window shares with the one before. It is the part of the structure "
     "that time has not touched.",
     "A tie of which no source gives the end counts as kept for ever after."},
    {"tie_jaccard",
     "The share of the lasting ties of two windows that stand in both. Near 1 the structure is "
     "stable, and below about 0.3 the two windows are hardly one network that changes.",
     "A tie of which no source gives the end counts as kept, which makes it too high; among certain "
     "ties the same tie is there in its first window only, which makes it too low."},
    {"pledges",
     "How many oaths of allegiance were given, renewed or reaffirmed in the window. It shows when a "
     "centre drew others to it.",
     NEW_CAUTION},
    {"pledges_negative",
     "How many times a pledge was refused or disowned in the window. Beside the pledges it shows "
     "how far a centre was resisted.",
     NEW_CAUTION},
    {"switches",
     "How many groups changed sides in the window: left one and bound themselves to another that is "
     "opposed to it. `bloc list DATA switches` names them with the ties and sources.",
     "Sides are read from pledges, memberships and mergers of all time, and both ties must be able "
     "to lie within a year of each other; " NEW_CAUTION_TAIL},
    {"community_rand",
     "How far the communities of the window are those of the one before, for the groups that have "
     "ties in both. At 1 nobody changed company, near 0 they are mixed anew as if by chance.",
     STABILITY_CAUTION},
    {"community_nmi",
     "How much the communities of the window tell about those of the one before. At 1 they are the "
     "same, at 0 they tell nothing of each other.",
     STABILITY_CAUTION},
    {"bloc_rand",
     "How far the two camps that the signs make are those of the window before, for the groups in "
     "both. At 1 nobody changed camp, near 0 the camps are mixed anew as if by chance.",
     BLOC_CAUTION},
    {"bloc_nmi",
     "How much the two camps that the signs make tell about those of the window before. At 1 they "
     "are the same, at 0 they tell nothing of each other.",
     BLOC_CAUTION},
};

static const size_t meaning_count = sizeof meanings / sizeof *meanings;

const struct metric_meaning *metric_meanings(size_t *count)
{
    *count = meaning_count;
    return meanings;
}

/* How many letters of the name the row accounts for; 0 when it is another's. */
static size_t match(const struct metric_meaning *meaning, struct text name)
{
    size_t length = strlen(meaning->name);
    if (meaning->name[length - 1] == '*')
        return name.length >= length && memcmp(name.at, meaning->name, length - 1) == 0 ? length - 1
                                                                                        : 0;
    return text_equal_string(name, meaning->name) ? length : 0;
}

const struct metric_meaning *metric_meaning(const struct metric *metric)
{
    struct text name = metric_base_name(metric);
    const struct metric_meaning *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < meaning_count; i++) {
        size_t length = match(&meanings[i], name);
        if (length > longest) {
            longest = length;
            best = &meanings[i];
        }
    }
    return best;
}
