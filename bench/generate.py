#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a synthetic dataset: heavy-tailed degrees, dated ties, one claim a tie.

    bench/generate.py FOLDER GROUPS TIES [SEED]     200000 groups and 1000000 ties: 20 s, 150 MB
"""
import json
import pathlib
import random
import sys

KINDS = ["pledge", "alliance", "support", "attack", "conflict", "split", "member"]
WEIGHTS = [20, 15, 10, 20, 15, 5, 15]


def write_groups(folder, count, rng):
    with open(folder / "groups.csv", "w") as file:
        file.write("id,name,label,kind,region,founded\n")
        for i in range(count):
            file.write(f"g{i},Group {i},G{i},organisation,region {i % min(40, 1 + count // 8)},{rng.randint(1990, 2010)}\n")


def write_ties(folder, groups, ties, rng):
    """Ends are drawn from the ends so far half of the time, so that the tied become more tied."""
    ends = list(range(min(groups, 8)))
    with open(folder / "relations.csv", "w") as relations, open(folder / "claims.csv", "w") as claims:
        relations.write("id,source,target,kind,start,end\n")
        claims.write("relation,source,locator,stance,grade\n")
        for i in range(ties):
            source = rng.randrange(groups)
            target = rng.choice(ends) if rng.random() < 0.5 else rng.randrange(groups)
            if source == target:
                target = (target + 1) % groups
            ends += [source, target]
            year, month = rng.randint(2011, 2020), rng.randint(1, 12)
            kind = rng.choices(KINDS, WEIGHTS)[0]
            end = "" if kind in ("pledge", "attack", "split") else str(year + rng.randint(1, 4))
            relations.write(f"r{i},g{source},g{target},{kind},{year}-{month:02},{end}\n")
            claims.write(f"r{i},s{i % 500},paragraph {i % 90 + 1},supports,"
                         f"{rng.choice(['stated', 'reported', 'inferred'])}\n")


def main():
    folder, groups, ties = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 20140629)
    folder.mkdir(parents=True, exist_ok=True)
    write_groups(folder, groups, rng)
    write_ties(folder, groups, ties, rng)
    sources = [{"id": f"s{i}", "type": "article", "title": f"Article {i}"} for i in range(500)]
    (folder / "sources.json").write_text(json.dumps(sources, indent=1))


if len(sys.argv) < 4:
    sys.exit(__doc__)
main()
