#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The shipped strips and differences meet every gate of legibility and come out the same each time,
# and what they are made of can be said on the command line as well.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
data=data/islamic-state-affiliates

for figure in graphs/*-strip.gv graphs/*-difference.gv; do
    "$program" draw "$data" "$figure" --legibility -o "$scratch/figure.svg" >"$scratch/gates"
    if grep -q FAIL "$scratch/gates"; then
        cat "$scratch/gates"
        fail "$figure fails a gate"
    fi
    "$program" draw "$data" "$figure" -o "$scratch/again.svg"
    cmp "$scratch/figure.svg" "$scratch/again.svg" || fail "$figure differs from itself"
done

"$program" draw "$data" graphs/algeria-sahel.gv --set=figure_type=strip \
    --set=figure_windows='2012/2013; 2014; 2015; 2016' -o "$scratch/strip.svg"
panels=$(grep -c 'class="panel"' "$scratch/strip.svg")
[ "$panels" = 4 ] || fail "four windows make $panels panels"

"$program" draw "$data" graphs/algeria-sahel.gv --set=figure_type=difference \
    --set=figure_from=2014-08 --set=figure_to=2015-12 -o "$scratch/difference.svg"
grep -q 'class="link [^"]* gained"' "$scratch/difference.svg" || fail "nothing is gained"

if "$program" draw "$data" graphs/algeria-sahel.gv --set=figure_type=strip -o "$scratch/none.svg" \
    2>"$scratch/message"; then
    fail "a strip without windows was drawn"
fi
grep -q 'figure_windows' "$scratch/message" || fail "the message does not name figure_windows"
exit $((failures > 0))
