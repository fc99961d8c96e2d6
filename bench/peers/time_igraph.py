#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Seconds that python3-igraph takes for betweenness and harmonic centrality of an edge file."""
import sys
import time

import igraph

with open(sys.argv[1]) as lines:
    groups = int(next(lines))
    graph = igraph.Graph(groups, [tuple(map(int, line.split())) for line in lines])
start = time.monotonic()
graph.betweenness(directed=False)
middle = time.monotonic()
graph.harmonic_centrality()
print(f"{middle - start:.3f} {time.monotonic() - middle:.3f}")
