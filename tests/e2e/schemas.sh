#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The XML that `bloc export` writes keeps to its formats (tests/schemas), whatever the names, the
# selection and the measures, and its values are of the types that it declares. Skipped (77) without
# xmllint, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
export LC_ALL=C.UTF-8
need xmllint python3

# valid <format> <file>
valid() {
    xmllint --nonet --noout --schema "tests/schemas/$1.xsd" "$2" >"$scratch/messages" 2>&1
}

# What no schema says: values are declared for what they stand at, and are of the declared type; no
# spell ends before it starts.
cat >"$scratch/values.py" <<'PYTHON'
import datetime
import re
import sys
from xml.etree import ElementTree

TYPES = {"string": ".*", "int": r"-?\d+", "integer": r"-?\d+",
         "double": r"-?(INF|Inf|\d+(\.\d+)?(e[-+]?\d+)?)"}


def local(element):
    return element.tag.rsplit("}", 1)[1]


def check(declared, what, key, value):
    kind = declared.get((what, key))
    if kind is None:
        sys.exit(f"{what} has '{key}', which is not declared for it")
    if not re.fullmatch(TYPES[kind], value, re.DOTALL):
        sys.exit(f"{what}: '{key}' is no {kind}: {value[:80]}")


root = ElementTree.parse(sys.argv[1]).getroot()
declared = {}
for element in root.iter():
    if local(element) == "key":
        declared[element.get("for"), element.get("id")] = element.get("attr.type")
    elif local(element) == "attributes":
        for attribute in element:
            declared[element.get("class"), attribute.get("id")] = attribute.get("type")
values = 0
for parent in root.iter():
    for child in parent:
        if local(child) == "data":
            check(declared, local(parent), child.get("key"), child.text or "")
            values += 1
        elif local(child) == "attvalues":
            for value in child:
                check(declared, local(parent), value.get("for"), value.get("value"))
                values += 1
        elif local(child) == "spell" and child.get("start") and child.get("end"):
            start, end = (datetime.date.fromisoformat(child.get(name)) for name in ("start", "end"))
            if start > end:
                sys.exit(f"a spell from {start} to {end}")
if values == 0:
    sys.exit("no values")
PYTHON

# check <dataset> <options of export>...
check() {
    local data=$1 format
    shift
    for format in graphml gexf; do
        "$program" export "$data" --format=$format "$@" -o "$scratch/file" 2>"$scratch/messages" ||
            fail "$data $*: $format: $(cat "$scratch/messages")"
        valid $format "$scratch/file" || fail "$data $*: $format: $(head -3 "$scratch/messages")"
        python3 "$scratch/values.py" "$scratch/file" 2>"$scratch/messages" ||
            fail "$data $*: $format: $(cat "$scratch/messages")"
    done
}

for data in data/islamic-state-affiliates tests/data/north tests/data/rivers tests/data/hostile \
    tests/data/scripts; do
    check "$data"
    check "$data" --metric=none
done
check data/islamic-state-affiliates --metric=all
check data/islamic-state-affiliates --during=2015
check data/islamic-state-affiliates --during=2014-06-29/2015-03-07 --region=Libya --certain-only

# The schemas find what breaks them.
refuses() {
    sed "$2" "$scratch/sound.$1" >"$scratch/broken"
    cmp -s "$scratch/sound.$1" "$scratch/broken" && fail "$1: '$2' changes nothing"
    valid "$1" "$scratch/broken" && fail "$1: '$2' is not found"
    return 0
}

for format in graphml gexf; do
    "$program" export tests/data/north --format=$format -o "$scratch/sound.$format" 2>/dev/null
    refuses $format '0,/<node id="[^"]*"/s//<node/'
    refuses $format '0,/ source="[^"]*"/s// source="nobody"/'
    refuses $format '0,/type="double"/s//type="real"/'
done
refuses gexf '0,/ start="[^"]*"/s// start="2014-13"/'
refuses graphml '0,/<data key="v_[^"]*"/s//<data key="v_unheard"/'

[ "$failures" -eq 0 ] && echo "all valid"
exit $((failures > 0))
