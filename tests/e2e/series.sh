#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The line chart of the shipped dataset meets every gate of legibility at both widths, comes out the
# same each time, and shows the numbers of `bloc metrics --by=year`. Skipped (77) without python3,
# unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
need python3
data=data/islamic-state-affiliates

for width in 85mm 170mm; do
    "$program" draw "$data" graphs/growth.gv --set=figure_width=$width --legibility \
        -o "$scratch/figure.svg" >"$scratch/gates"
    if grep -q FAIL "$scratch/gates"; then
        cat "$scratch/gates"
        fail "the chart fails a gate at $width"
    fi
done
"$program" draw "$data" graphs/growth.gv -o "$scratch/again.svg"
cmp "$scratch/figure.svg" "$scratch/again.svg" || fail "the chart differs from itself"

"$program" metrics "$data" --by=year --during=2012/2017 --metric=ties,pledges,switches --json \
    -o "$scratch/series.json"
python3 - "$scratch" <<'PYTHON' || fail "the chart shows other numbers than the metrics"
import html, json, re, sys
svg = html.unescape(open(sys.argv[1] + "/again.svg").read())
labels = {"ties": "ties", "pledges": "pledges", "switches": "alliance switches"}
for row in json.load(open(sys.argv[1] + "/series.json"))["series"]:
    for name, label in labels.items():
        for suffix, word in (("", "possible"), ("_certain", "certain")):
            dot = f"<title>{row['period']}: {row[name + suffix]} {label}, {word}</title>"
            if dot not in svg:
                sys.exit("not in the chart: " + dot)
PYTHON
exit $((failures > 0))
