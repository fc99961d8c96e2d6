# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes graphs that come with NetworkX in every format of NetworkX and igraph that bloc reads; or,
given a list of relations, tells whether they are the edges of such a graph; see producers.sh."""
import collections
import json
import sys
import warnings

import igraph
import networkx

GRAPHS = {"lesmis": networkx.les_miserables_graph, "women": networkx.davis_southern_women_graph}
warnings.simplefilter("ignore")


def write_json(graph, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(networkx.node_link_data(graph), file)


def write(name, folder):
    graph = GRAPHS[name]()
    graph.graph.clear()  # lists, which GraphML has no place for
    write_json(graph, f"{folder}/networkx.json")
    networkx.write_gml(graph, f"{folder}/networkx.gml")
    networkx.write_graphml(graph, f"{folder}/networkx.graphml")
    networkx.write_gexf(graph, f"{folder}/networkx.gexf")
    networkx.write_pajek(networkx.Graph(graph.edges), f"{folder}/networkx.pajek")
    names = list(graph)
    place = {node: i for i, node in enumerate(names)}
    other = igraph.Graph([(place[a], place[b]) for a, b in graph.edges])
    other.vs["name"] = names
    other.write_gml(f"{folder}/igraph.gml")
    other.write_graphml(f"{folder}/igraph.graphml")
    other.write_dot(f"{folder}/igraph.dot")


def compare(name, groups, relations):
    wanted = collections.Counter(tuple(sorted(edge)) for edge in GRAPHS[name]().edges)
    with open(groups, encoding="utf-8") as file:
        names = {group["id"]: group["name"] for group in json.load(file)["groups"]}
    with open(relations, encoding="utf-8") as file:
        found = collections.Counter(tuple(sorted((names[tie["source"]], names[tie["target"]])))
                                    for tie in json.load(file)["relations"])
    if found != wanted:
        sys.exit(f"{len(found)} edges, not {len(wanted)}: {str(list((wanted - found) or found)[:3])}")


if len(sys.argv) == 3:
    write(*sys.argv[1:])
else:
    compare(*sys.argv[1:])
