#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Seconds that graph-tool takes, on all processors, for betweenness (it always does groups and
edges at once) and harmonic closeness of an edge file."""
import sys
import time

import graph_tool
from graph_tool import centrality

with open(sys.argv[1]) as lines:
    groups = int(next(lines))
    graph = graph_tool.Graph(directed=False)
    graph.add_vertex(groups)
    graph.add_edge_list([tuple(map(int, line.split())) for line in lines])
start = time.monotonic()
centrality.betweenness(graph)
middle = time.monotonic()
centrality.closeness(graph, harmonic=True)
print(f"{middle - start:.3f} {time.monotonic() - middle:.3f}")
