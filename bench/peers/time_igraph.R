# SPDX-License-Identifier: GPL-2.0-or-later
# Seconds that r-cran-igraph takes for betweenness and harmonic centrality of an edge file.
suppressPackageStartupMessages(library(igraph))
path <- commandArgs(trailingOnly = TRUE)[1]
groups <- scan(path, n = 1, quiet = TRUE)
edges <- scan(path, skip = 1, quiet = TRUE)
graph <- make_graph(edges + 1, n = groups, directed = FALSE)
first <- system.time(betweenness(graph, directed = FALSE))[["elapsed"]]
second <- system.time(harmonic_centrality(graph))[["elapsed"]]
cat(sprintf("%.3f %.3f\n", first, second))
