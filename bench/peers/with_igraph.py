# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole job with python-igraph and dot: tables, ten measures, a table of them, a figure."""
import csv
import subprocess
import sys

import igraph

folder, out = sys.argv[1:3]
with open(folder + "/groups.csv", encoding="utf-8") as file:
    groups = list(csv.DictReader(file))
with open(folder + "/relations.csv", encoding="utf-8") as file:
    ties = list(csv.DictReader(file))
number = {group["id"]: i for i, group in enumerate(groups)}
graph = igraph.Graph(
    len(groups), [(number[tie["source"]], number[tie["target"]]) for tie in ties], directed=True
)
simple = graph.as_undirected()
measures = {
    "degree": graph.degree(),
    "in_degree": graph.indegree(),
    "out_degree": graph.outdegree(),
    "betweenness": simple.betweenness(),
    "closeness": simple.closeness(),
    "harmonic": simple.harmonic_centrality(),
    "pagerank": graph.pagerank(),
    "eigenvector": simple.eigenvector_centrality(),
    "clustering": simple.transitivity_local_undirected(mode="zero"),
    "coreness": simple.coreness(),
}
with open(out + ".csv", "w", encoding="utf-8") as file:
    table = csv.writer(file)
    table.writerow(["group", *measures])
    for i, group in enumerate(groups):
        table.writerow([group["id"], *(values[i] for values in measures.values())])
with open(out + ".dot", "w", encoding="utf-8") as file:
    file.write("digraph ties {\n")
    for group in groups:
        file.write(f'"{group["id"]}" [label="{group["label"]}"]\n')
    for tie in ties:
        file.write(f'"{tie["source"]}" -> "{tie["target"]}" [label="{tie["kind"]} {tie["start"]}"]\n')
    file.write("}\n")
subprocess.run(["dot", "-Tsvg", out + ".dot", "-o", out + ".svg"], check=True)
