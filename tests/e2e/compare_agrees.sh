#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# `bloc compare` and the figure of a difference show the same sets of ties. Skipped (77) without
# python3, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
need python3
data=data/islamic-state-affiliates

for dates in 2014-08/2015-12 2012/2014 2015-06/2017; do
    from=${dates%/*} to=${dates#*/}
    for region in Algeria,Sahel "Afghanistan-Pakistan-Central Asia" Libya Somalia; do
        "$program" draw "$data" --region="$region" --set=figure_type=difference \
            --set=figure_from="$from" --set=figure_to="$to" -o "$scratch/difference.svg"
        "$program" compare "$data" --region="$region" --from="$from" --to="$to" --json \
            -o "$scratch/compare.json"
        python3 - "$scratch" <<'PYTHON' || fail "$region, $dates: the figure differs from compare"
import collections, json, re, sys
drawn, told = collections.defaultdict(set), collections.defaultdict(set)
for line in re.findall(r'<g [^>]*class="link[^>]*>', open(sys.argv[1] + "/difference.svg").read()):
    relations = re.search(r'data-relations="([^"]*)"', line)
    classes = re.search(r'class="([^"]*)"', line).group(1).split()
    if relations:
        drawn[classes[-1]] |= set(relations.group(1).split())
names = {"gained": "gained", "lost": "lost", "flipped": "changed", "kept": "unchanged"}
for tie in json.load(open(sys.argv[1] + "/compare.json"))["ties"]:
    told[names.get(tie["change"], "between")].add(tie["id"])
for name in set(drawn) | set(told):
    if drawn[name] != told[name]:
        sys.exit(f"{name}: {sorted(drawn[name] ^ told[name])}")
if not drawn["unchanged"]:
    sys.exit("the figure has no ties")
PYTHON
    done
done
exit $((failures > 0))
