# SPDX-License-Identifier: GPL-2.0-or-later
# Compares what igraph reads of the files in a folder with the tables of network.r; see consumers.sh.
suppressPackageStartupMessages(library(igraph))
folder <- commandArgs(trailingOnly = TRUE)
edges <- read.csv(file.path(folder, "network.r", "edges.csv"), encoding = "UTF-8")
signs <- as.vector(table(factor(sign(edges$sign), c(-1, 0, 1))))
good <- TRUE
for (format in c("graphml", "gml", "pajek")) {
  file <- paste0("network.", if (format == "pajek") "pajek-plain" else format)
  g <- suppressWarnings(read_graph(file.path(folder, file), format))
  found <- sign(if (format == "pajek") E(g)$weight else E(g)$sign)
  if (ecount(g) != nrow(edges) || any(table(factor(found, c(-1, 0, 1))) != signs)) {
    cat("FAIL ", format, "\n")
    good <- FALSE
  }
}
# The folder's own script has the names as they are.
own <- new.env()
own$commandArgs <- function() character()  # as if it were typed in
invisible(capture.output(source(file.path(folder, "network.r", "network.R"), own, chdir = TRUE)))
named <- suppressWarnings(read_graph(file.path(folder, "network.graphml"), "graphml"))
if (!identical(enc2utf8(V(own$g)$full_name), enc2utf8(V(named)$name))) {
  cat("FAIL  names of network.R\n")
  good <- FALSE
}
quit(status = !good)
