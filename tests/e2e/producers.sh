#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# `bloc import` reads what other tools write: two classic networks in every format of NetworkX and
# igraph have the same groups and ties, and mutual ones. Skipped (77) without those two, unless
# BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
export LC_ALL=C.UTF-8
need_python networkx igraph
files=0

for graph in lesmis women; do
    mkdir "$scratch/$graph"
    "$python" tests/e2e/producers.py $graph "$scratch/$graph"
    for file in "$scratch/$graph"/*; do
        files=$((files + 1))
        rm -rf "$scratch/data"
        "$program" import "${file##*.}" "$file" --out "$scratch/data" >"$scratch/result" \
            2>"$scratch/log" || fail "$file: $(cat "$scratch/log")"
        grep -qE '^tie +tie +alliance +0 +mutual' "$scratch/result" || fail "$file: not mutual"
        for table in groups relations; do
            "$program" list "$scratch/data" $table --json -o "$scratch/$table.json"
        done
        "$python" tests/e2e/producers.py $graph "$scratch/groups.json" "$scratch/relations.json" ||
            fail "$file"
    done
done
echo "$files files, $failures failed"
[ "$files" -eq 16 ] && [ "$failures" -eq 0 ]
