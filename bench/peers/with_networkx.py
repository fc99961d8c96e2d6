# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole job with NetworkX and dot: tables, ten measures, a table of them, a figure."""
import csv
import subprocess
import sys

import networkx

folder, out = sys.argv[1:3]
with open(folder + "/groups.csv", encoding="utf-8") as file:
    groups = list(csv.DictReader(file))
with open(folder + "/relations.csv", encoding="utf-8") as file:
    ties = list(csv.DictReader(file))
graph = networkx.MultiDiGraph()
graph.add_nodes_from(group["id"] for group in groups)
graph.add_edges_from((tie["source"], tie["target"]) for tie in ties)
simple = networkx.Graph(graph)
measures = {
    "degree": dict(graph.degree()),
    "in_degree": dict(graph.in_degree()),
    "out_degree": dict(graph.out_degree()),
    "betweenness": networkx.betweenness_centrality(simple, normalized=False),
    "closeness": networkx.closeness_centrality(simple),
    "harmonic": networkx.harmonic_centrality(simple),
    "pagerank": networkx.pagerank(networkx.DiGraph(graph)),
    "eigenvector": networkx.eigenvector_centrality(simple, max_iter=1000),
    "clustering": networkx.clustering(simple),
    "coreness": networkx.core_number(simple),
}
with open(out + ".csv", "w", encoding="utf-8") as file:
    table = csv.writer(file)
    table.writerow(["group", *measures])
    for group in groups:
        table.writerow([group["id"], *(values[group["id"]] for values in measures.values())])
with open(out + ".dot", "w", encoding="utf-8") as file:
    file.write("digraph ties {\n")
    for group in groups:
        file.write(f'"{group["id"]}" [label="{group["label"]}"]\n')
    for tie in ties:
        file.write(f'"{tie["source"]}" -> "{tie["target"]}" [label="{tie["kind"]} {tie["start"]}"]\n')
    file.write("}\n")
subprocess.run(["dot", "-Tsvg", out + ".dot", "-o", out + ".svg"], check=True)
