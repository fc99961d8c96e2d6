# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the tables of a dataset with those of its export that was imported; see round_trips.sh.

Ids are made anew of names, and ties that agree in everything become one with several claims, so
groups are compared by their names, parents by theirs, and ties as a set. Text is compared as an import cleans it.
"""
import json
import re
import sys

FORMAT, THERE, BACK = sys.argv[1:]
PAJEK = FORMAT.startswith("pajek")
GROUP = [] if PAJEK else ["kind", "region", "country", "founded", "ended"]
TIE = ["kind", "sign"] if PAJEK else ["kind", "sign", "start", "end", "place"]
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]")


def read(folder, table):
    with open(f"{folder}/{table}.json", encoding="utf-8") as file:
        return json.load(file)[table]


def clean(text):
    text = HARMFUL.sub("?", str(text)).strip()
    if PAJEK:
        text = text.replace('"', "'")
    return text[:200].rstrip("…")


def groups(folder):
    rows = read(folder, "groups")
    names = {row["id"]: clean(row["name"]) for row in rows}
    return {clean(row["name"]): [*(clean(row[name])[:100] for name in GROUP),
                                 None if PAJEK else names.get(row["parent"])] for row in rows}


def ties(folder):
    names = {row["id"]: clean(row["name"]) for row in read(folder, "groups")}
    mutual = {row["kind"] for row in read(folder, "kinds") if row["direction"] == "mutual"}
    found = set()
    for row in read(folder, "relations"):
        ends = names[row["source"]], names[row["target"]]
        if row["kind"] in mutual:  # has no first end
            ends = tuple(sorted(ends))
        found.add((ends, *(clean(row[name]) for name in TIE)))
    return found


def claims(folder):
    """How many claims of each stance each source makes, once a tie."""
    return {(row["relation"], row["source"], row["stance"]) for row in read(folder, "claims")}


failed = False
for what, of in ("groups", groups), ("ties", ties):
    there, back = of(THERE), of(BACK)
    if there == back:
        continue
    failed = True
    print(f"FAIL  {FORMAT}: {what} differ")
    if isinstance(there, dict):
        there, back = ({(key, *value) for key, value in side.items()} for side in (there, back))
    for sign, rows in ("-", there - back), ("+", back - there):
        for row in sorted(rows)[:5]:
            print(f"  {sign} {row}")
if not PAJEK:
    stances = [sorted(stance for _, _, stance in claims(folder)) for folder in (THERE, BACK)]
    if stances[0] != stances[1]:
        failed = True
        print(f"FAIL  {FORMAT}: {[len(side) for side in stances]} claims")
sys.exit(failed)
