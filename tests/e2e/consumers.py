# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the files in a folder with groups.json and relations.json there; see consumers.sh."""
import collections
import io
import json
import sys
import warnings

import igraph
import networkx

FOLDER = sys.argv[1]
warnings.simplefilter("ignore")  # igraph leaves U+FFFD as an entity, and says so
SIGN = {"+": 1, "-": -1, "0": 0}
failures = 0


def path(name):
    return f"{FOLDER}/{name}"


def read_json(name):
    with open(path(name), encoding="utf-8") as file:
        return json.load(file)


def text_of(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read()


def expect(what, found, wanted):
    global failures
    if found != wanted:
        failures += 1
        print(f"FAIL  {FOLDER}: {what}: {str(found)[:300]}\n      not {str(wanted)[:300]}")


GROUPS = {group["id"]: group for group in read_json("groups.json")["groups"]}
RELATIONS = {tie["id"]: tie for tie in read_json("relations.json")["relations"]}
TIES = collections.Counter((tie["source"], tie["target"], tie["kind"], SIGN[tie["sign"]],
                            tie["start"], tie["end"]) for tie in RELATIONS.values())


def clean(name):
    """As an exported text has it."""
    harmful = [*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    return name.translate(dict.fromkeys(harmful, 0xFFFD))


def check_networkx(what, graph, known_by=None):
    """known_by: the attribute that holds the id, where nodes go by something else."""
    ids = {node: data[known_by] if known_by else node for node, data in graph.nodes(data=True)}
    expect(f"{what}: groups", sorted(ids.values()), sorted(GROUPS))
    expect(f"{what}: names", {ids[node]: data["name"] for node, data in graph.nodes(data=True)},
           {key: clean(group["name"]) for key, group in GROUPS.items()})
    expect(f"{what}: degrees are numbers",
           {type(data["degree"]) for _, data in graph.nodes(data=True)}, {int})
    # NetworkX keeps the dates of spells, too, as start and end of an edge.
    found = collections.Counter((ids[source], ids[target], data["kind"], data["sign"],
                                 str(data.get("start") or ""), str(data.get("end") or ""))
                                for source, target, data in graph.edges(data=True))
    expect(f"{what}: ties", found, TIES)


def read_gexf():
    """Older releases know no 1.3; the text is the same but for the name of its namespace."""
    try:
        return networkx.read_gexf(path("network.gexf"))
    except networkx.NetworkXError:
        text = text_of("network.gexf").replace('xmlns="http://gexf.net/1.3"',
                                               'xmlns="http://www.gexf.net/1.2draft"')
        return networkx.read_gexf(io.BytesIO(text.encode()))


def read_node_link():
    data = read_json("network.json")
    try:
        return networkx.node_link_graph(data, edges="links")
    except TypeError:  # before 3.4
        return networkx.node_link_graph(data)


def check_pajek(graph):
    expect("pajek-plain: groups", len(graph), len(GROUPS))
    signs = collections.Counter((weight > 0) - (weight < 0)
                                for _, _, weight in graph.edges(data="weight"))
    expect("pajek-plain: signs", signs, collections.Counter(SIGN[tie["sign"]]
                                                            for tie in RELATIONS.values()))


def check_igraph(what, graph, key):
    expect(f"{what}: groups", sorted(graph.vs[key]), sorted(GROUPS))
    ids = graph.vs[key]
    found = collections.Counter()
    for edge in graph.es:
        data = edge.attributes()
        found[ids[edge.source], ids[edge.target], data["kind"], int(data["sign"]),
              data.get("start") or "", data.get("end") or ""] += 1
    expect(f"{what}: ties", found, TIES)


check_networkx("graphml", networkx.read_graphml(path("network.graphml")))
check_networkx("gml", networkx.read_gml(path("network.gml")), known_by="key")
check_networkx("gexf", read_gexf())
check_networkx("json", read_node_link())
check_networkx("cyjs", networkx.cytoscape_graph(read_json("network.cyjs")))
check_pajek(networkx.read_pajek(path("network.pajek-plain")))
check_igraph("graphml in igraph", igraph.Graph.Read_GraphML(path("network.graphml")), "id")
check_igraph("gml in igraph", igraph.Graph.Read_GML(path("network.gml")), "key")
plain = igraph.Graph.Read_Pajek(path("network.pajek-plain"))
expect("pajek-plain in igraph", (plain.vcount(), plain.ecount()), (len(GROUPS), len(RELATIONS)))

sys.path.insert(0, path("network.python"))
import network  # noqa: E402, what bloc export wrote
check_networkx("python", network.network())
cx2 = {name: aspect[name] for aspect in read_json("network.cx2") for name in aspect}
expect("cx2: counts", (len(cx2["nodes"]), len(cx2["edges"])), (len(GROUPS), len(RELATIONS)))
for edge in cx2["edges"]:
    expect("cx2: citations", len(edge["v"]["citations"]), edge["v"]["claims"])
jgf = read_json("network.jgf")["graph"]
expect("jgf: counts", (sorted(jgf["nodes"]), len(jgf["edges"])), (sorted(GROUPS), len(RELATIONS)))
sys.exit(failures > 0)
