#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The hierarchy and the matrix of the dataset that comes with the program meet every gate of
# legibility, cite what they show, come out the same twice, and can be had by an option.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh

data=data/islamic-state-affiliates
for figure in hierarchy matrix; do
    svg=$scratch/$figure.svg
    "$program" draw "$data" "graphs/$figure.gv" -o "$svg" --legibility >"$scratch/gates"
    if grep FAIL "$scratch/gates"; then fail "$figure: legibility"; fi
    [ "$(grep -c 'pass$' "$scratch/gates")" -eq 10 ] || fail "$figure: gates are missing"
    "$program" draw "$data" "graphs/$figure.gv" -o "$scratch/again.svg"
    cmp "$svg" "$scratch/again.svg" || fail "$figure: two runs differ"
    grep -q '<dc:source>' "$svg" || fail "$figure: no source"
    grep -q 'width="170mm"' "$svg" || fail "$figure: not 170 mm wide"
    "$program" draw tests/data/north tests/data/north_graphs/ties.gv --set="figure_type=$figure" \
        -o "$scratch/option.svg" || fail "$figure: not by option"
done

# One group a row; every tie of the selection is in some cell.
[ "$(grep -c 'class="group ' "$scratch/matrix.svg")" -eq \
    "$(sed -n 's/.*<desc[^>]*>Network figure of \([0-9]*\) groups.*/\1/p' "$scratch/matrix.svg")" ] ||
    fail "matrix: not one row a group"
grep -q 'class="cell family-conflict sign-negative"' "$scratch/matrix.svg" || fail "matrix: no cell"

exit $((failures > 0))
