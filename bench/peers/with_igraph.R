# SPDX-License-Identifier: GPL-2.0-or-later
# The whole job with igraph for R and its own plot: tables, ten measures, a table of them, a figure.
suppressPackageStartupMessages(library(igraph))
arguments <- commandArgs(trailingOnly = TRUE)
groups <- read.csv(file.path(arguments[1], "groups.csv"))
ties <- read.csv(file.path(arguments[1], "relations.csv"))
graph <- graph_from_data_frame(ties[c("source", "target", "kind", "start")], TRUE, groups["id"])
simple <- as.undirected(graph)
write.csv(
  data.frame(
    group = groups$id,
    degree = degree(graph),
    in_degree = degree(graph, mode = "in"),
    out_degree = degree(graph, mode = "out"),
    betweenness = betweenness(simple),
    closeness = closeness(simple),
    harmonic = harmonic_centrality(simple),
    pagerank = page_rank(graph)$vector,
    eigenvector = eigen_centrality(simple)$vector,
    clustering = transitivity(simple, type = "local", isolates = "zero"),
    coreness = coreness(simple)
  ),
  paste0(arguments[2], ".csv"),
  row.names = FALSE
)
svg(paste0(arguments[2], ".svg"))
set.seed(1)
plot(graph, vertex.label = groups$label, edge.label = ties$start)
invisible(dev.off())
