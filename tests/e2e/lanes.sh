#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The lanes of the dataset that comes with the program meet every gate of legibility, cross few
# lines, show every tie, come out the same twice, and can be had by an option.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh

data=data/islamic-state-affiliates
lanes() {
    "$program" draw "$data" graphs/lanes.gv "$@"
}

# Gates and crossings of one drawing whose table is on standard input.
check_gates() {
    cat >"$scratch/gates"
    if grep FAIL "$scratch/gates"; then fail "$1: legibility"; fi
    [ "$(grep -c 'pass$' "$scratch/gates")" -ge 8 ] || fail "$1: gates are missing"
    awk '/^crossings per line/ { exit $4 > 0.2 }' "$scratch/gates" || fail "$1: too many crossings"
}

# Pages that are high enough for a printer, every tie of the selection on one of them.
lanes -o "$scratch/lanes.svg" --legibility | check_gates lanes
lanes -o "$scratch/again.svg"
for page in 1 2; do
    svg=$scratch/lanes-$page.svg
    cmp "$svg" "$scratch/again-$page.svg" || fail "two runs differ"
    grep -q 'width="170mm"' "$svg" || fail "not 170 mm wide"
    awk -F '"' '/<svg/ { exit $6 + 0 > 240 }' "$svg" || fail "page $page is too high"
    [ "$(grep -c 'class="hub-bar"' "$svg")" -eq 2 ] || fail "not two bars"
    grep -q "page $page of 2" "$svg" || fail "no number on page $page"
done
"$program" list "$data" relations --connected-only --format=csv \
    --group-kind=organisation,province,faction,council,unit,movement >"$scratch/ties.csv"
grep -ho 'data-relations="[^"]*"' "$scratch"/lanes-?.svg | cut -d '"' -f 2 | tr ' ,' '\n\n' |
    sort -u >"$scratch/drawn"
[ "$(wc -l <"$scratch/drawn")" -eq $(($(wc -l <"$scratch/ties.csv") - 1)) ] || fail "not every tie"
lanes >"$scratch/out" 2>"$scratch/errors" && fail "two pages on standard output"
grep -q '2 pages' "$scratch/errors" || fail "not told of two pages"

lanes --region=Somalia,Sahel --set=encode_hubs=islamic_state,al_qaeda,al_shabaab,aqim \
    -o "$scratch/four.svg" --legibility | check_gates "four hubs"
"$program" draw tests/data/north tests/data/north_graphs/ties.gv --set=figure_type=lanes \
    -o "$scratch/option.svg" || fail "not by option"

exit $((failures > 0))
