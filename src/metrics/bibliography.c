/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The works that the catalogue of metrics refers to. */
#include "metrics/metric_table.h"

static const struct metric_work works[] = {
    {"Albert, Jeong and Barabasi 2000",
     "Albert, R., Jeong, H., and Barabási, A.-L. (2000). Error and attack tolerance of complex "
     "networks. Nature 406, 378-382."},
    {"Aref and Wilson 2018",
     "Aref, S., and Wilson, M. C. (2018). Measuring partial balance in signed networks. Journal "
     "of Complex Networks 6, 566-595."},
    {"Bakke, Cunningham and Seymour 2012",
     "Bakke, K. M., Cunningham, K. G., and Seymour, L. J. M. (2012). A plague of initials: "
     "fragmentation, cohesion, and infighting in civil wars. Perspectives on Politics 10, "
     "265-283."},
    {"Barrat and others 2004",
     "Barrat, A., Barthélemy, M., Pastor-Satorras, R., and Vespignani, A. (2004). The architecture "
     "of complex weighted networks. PNAS 101, 3747-3752."},
    {"Blondel and others 2008",
     "Blondel, V. D., Guillaume, J.-L., Lambiotte, R., and Lefebvre, E. (2008). Fast unfolding "
     "of communities in large networks. Journal of Statistical Mechanics 2008, P10008."},
    {"Boldi and Vigna 2014", "Boldi, P., and Vigna, S. (2014). Axioms for centrality. Internet "
                             "Mathematics 10, 222-262."},
    {"Bonacich 1972", "Bonacich, P. (1972). Factoring and weighting approaches to status scores "
                      "and clique identification. Journal of Mathematical Sociology 2, 113-120."},
    {"Bonacich 1987",
     "Bonacich, P. (1987). Power and centrality: a family of measures. American Journal of "
     "Sociology 92, 1170-1182."},
    {"Borgatti 1997",
     "Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. "
     "Connections 20, 35-38."},
    {"Borgatti 2006",
     "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational "
     "and Mathematical Organization Theory 12, 21-34."},
    {"Borgatti and Everett 2000",
     "Borgatti, S. P., and Everett, M. G. (2000). Models of core/periphery structures. Social "
     "Networks 21, 375-395."},
    {"Brandes 2001",
     "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of "
     "Mathematical Sociology 25, 163-177."},
    {"Brandes 2008", "Brandes, U. (2008). On variants of shortest-path betweenness centrality and "
                     "their generic computation. Social Networks 30, 136-145."},
    {"Brandes and others 2008",
     "Brandes, U., Delling, D., Gaertler, M., Görke, R., Hoefer, M., Nikoloski, Z., and Wagner, "
     "D. (2008). On modularity clustering. IEEE Transactions on Knowledge and Data Engineering "
     "20, 172-188."},
    {"Breiger 1974",
     "Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53, 181-190."},
    {"Brin and Page 1998", "Brin, S., and Page, L. (1998). The anatomy of a large-scale "
                           "hypertextual Web search engine. Computer Networks and ISDN Systems "
                           "30, 107-117."},
    {"Burt 1992", "Burt, R. S. (1992). Structural holes: the social structure of competition. "
                  "Harvard University Press."},
    {"Cartwright and Harary 1956",
     "Cartwright, D., and Harary, F. (1956). Structural balance: a generalization of Heider's theory. Psychological Review 63, 277-293."},
    {"Christia 2012", "Christia, F. (2012). Alliance formation in civil wars. Cambridge University "
                      "Press."},
    {"Cohen 2008",
     "Cohen, J. (2008). Trusses: cohesive subgraphs for social network analysis. National Security Agency technical report."},
    {"Danon and others 2005", "Danon, L., Diaz-Guilera, A., Duch, J., and Arenas, A. (2005). "
                              "Comparing community structure identification. Journal of "
                              "Statistical Mechanics, P09008."},
    {"Davis 1967",
     "Davis, J. A. (1967). Clustering and structural balance in graphs. Human Relations 20, "
     "181-187."},
    {"Davis and Leinhardt 1972",
     "Davis, J. A., and Leinhardt, S. (1972). The structure of positive interpersonal relations in "
     "small groups. In J. Berger (ed.), Sociological theories in progress, volume 2. Houghton "
     "Mifflin."},
    {"Doreian and Mrvar 1996",
     "Doreian, P., and Mrvar, A. (1996). A partitioning approach to structural balance. Social "
     "Networks 18, 149-168."},
    {"Estrada 2019",
     "Estrada, E. (2019). Rethinking structural balance in signed social networks. Discrete "
     "Applied Mathematics 268, 70-90."},
    {"Everett and Borgatti 2014", "Everett, M. G., and Borgatti, S. P. (2014). Networks containing "
                                  "negative ties. Social Networks 38, 111-120."},
    {"Freeman 1977", "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. "
                     "Sociometry 40, 35-41."},
    {"Freeman 1979", "Freeman, L. C. (1979). Centrality in social networks: conceptual "
                     "clarification. Social Networks 1, 215-239."},
    {"Girvan and Newman 2002", "Girvan, M., and Newman, M. E. J. (2002). Community structure in "
                               "social and biological networks. PNAS 99, 7821-7826."},
    {"Gomez, Jensen and Arenas 2009",
     "Gómez, S., Jensen, P., and Arenas, A. (2009). Analysis of community structure in networks "
     "of correlated data. Physical Review E 80, 016114."},
    {"Gould and Fernandez 1989",
     "Gould, R. V., and Fernandez, R. M. (1989). Structures of mediation: a formal approach to "
     "brokerage in transaction networks. Sociological Methodology 19, 89-126."},
    {"Harary 1959",
     "Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4, 316-323."},
    {"Harary 1969", "Harary, F. (1969). Graph theory. Addison-Wesley."},
    {"Heider 1946",
     "Heider, F. (1946). Attitudes and cognitive organization. Journal of Psychology 21, 107-112."},
    {"Holland and Leinhardt 1970",
     "Holland, P. W., and Leinhardt, S. (1970). A method for detecting structure in sociometric "
     "data. American Journal of Sociology 76, 492-513."},
    {"Holme and Saramaki 2012",
     "Holme, P., and Saramäki, J. (2012). Temporal networks. Physics Reports 519, 97-125."},
    {"Hubert and Arabie 1985",
     "Hubert, L., and Arabie, P. (1985). Comparing partitions. Journal of "
     "Classification 2, 193-218."},
    {"ISO 8601-2:2019", "ISO 8601-2:2019. Date and time: representations for information "
                        "interchange, part 2: extensions."},
    {"Katz 1953",
     "Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18, "
     "39-43."},
    {"Kleinberg 1999", "Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked "
                       "environment. Journal of the ACM 46, 604-632."},
    {"Krackhardt and Stern 1988",
     "Krackhardt, D., and Stern, R. N. (1988). Informal networks and organizational crises: an "
     "experimental simulation. Social Psychology Quarterly 51, 123-140."},
    {"Kunegis and others 2010",
     "Kunegis, J., Schmidt, S., Lommatzsch, A., Lerner, J., De Luca, E. W., and Albayrak, S. "
     "(2010). Spectral analysis of signed graphs for clustering, prediction and visualization. "
     "SIAM International Conference on Data Mining, 559-570."},
    {"Laakso and Taagepera 1979",
     "Laakso, M., and Taagepera, R. (1979). Effective number of parties: a measure with "
     "application to West Europe. Comparative Political Studies 12, 3-27."},
    {"Latora and Marchiori 2001", "Latora, V., and Marchiori, M. (2001). Efficient behavior of "
                                  "small-world networks. Physical Review Letters 87, 198701."},
    {"Lorrain and White 1971",
     "Lorrain, F., and White, H. C. (1971). Structural equivalence of individuals in social "
     "networks. Journal of Mathematical Sociology 1, 49-80."},
    {"Maoz 2006",
     "Maoz, Z. (2006). Network polarization, network interdependence, and international "
     "conflict, 1816-2002. Journal of Peace Research 43, 391-411."},
    {"Milo and others 2002",
     "Milo, R., Shen-Orr, S., Itzkovitz, S., Kashtan, N., Chklovskii, D., and Alon, U. (2002). "
     "Network motifs: simple building blocks of complex networks. Science 298, 824-827."},
    {"Moody and White 2003",
     "Moody, J., and White, D. R. (2003). Structural cohesion and embeddedness: a hierarchical "
     "concept of social groups. American Sociological Review 68, 103-127."},
    {"Newman 2002", "Newman, M. E. J. (2002). Assortative mixing in networks. Physical Review "
                    "Letters 89, 208701."},
    {"Newman 2003a", "Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, "
                     "026126."},
    {"Newman 2003b", "Newman, M. E. J. (2003). The structure and function of complex networks. "
                     "SIAM Review 45, 167-256."},
    {"Newman and Girvan 2004", "Newman, M. E. J., and Girvan, M. (2004). Finding and evaluating "
                               "community structure in networks. Physical Review E 69, 026113."},
    {"Pons and Latapy 2005",
     "Pons, P., and Latapy, M. (2005). Computing communities in large networks using random "
     "walks. In Computer and Information Sciences, ISCIS 2005, Lecture Notes in Computer Science "
     "3733, 284-293."},
    {"Rochat 2009", "Rochat, Y. (2009). Closeness centrality extended to unconnected graphs: the "
                    "harmonic centrality index. Applications of Social Network Analysis, Zurich."},
    {"Schneider and others 2011",
     "Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S., and Herrmann, H. J. (2011). "
     "Mitigation of malicious attacks on networks. PNAS 108, 3838-3841."},
    {"Seidman 1983", "Seidman, S. B. (1983). Network structure and minimum degree. Social Networks "
                     "5, 269-287."},
    {"Snijders, van de Bunt and Steglich 2010",
     "Snijders, T. A. B., van de Bunt, G. G., and Steglich, C. E. G. (2010). Introduction to "
     "stochastic actor-based models for network dynamics. Social Networks 32, 44-60."},
    {"Traag and Bruggeman 2009",
     "Traag, V. A., and Bruggeman, J. (2009). Community detection in networks with positive and "
     "negative links. Physical Review E 80, 036115."},
    {"Traag, Waltman and van Eck 2019",
     "Traag, V. A., Waltman, L., and van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing "
     "well-connected communities. Scientific Reports 9, 5233."},
    {"Wasserman and Faust 1994", "Wasserman, S., and Faust, K. (1994). Social network analysis: "
                                 "methods and applications. Cambridge University Press."},
    {"Watts and Strogatz 1998", "Watts, D. J., and Strogatz, S. H. (1998). Collective dynamics of "
                                "'small-world' networks. Nature 393, 440-442."},
    {"White and Harary 2001",
     "White, D. R., and Harary, F. (2001). The cohesiveness of blocks in social networks: node "
     "connectivity and conditional density. Sociological Methodology 31, 305-359."},
};

const struct metric_work *metric_bibliography(size_t *count)
{
    *count = sizeof works / sizeof *works;
    return works;
}
