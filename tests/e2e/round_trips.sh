#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What `bloc export` writes, `bloc import` reads again: the groups with what is said of them, and the
# ties with their kinds, signs and dates, as far as the format has a place for them. Skipped (77)
# without python3, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
export LC_ALL=C.UTF-8
need python3

# list <dataset> <name>: its groups, relations and claims
list() {
    mkdir -p "$scratch/$2"
    for table in groups relations claims kinds; do
        "$program" list "$1" $table --json -o "$scratch/$2/$table.json"
    done
}

# trip <dataset> <format of export> <format of import> <file>...: there and back
trip() {
    local data=$1 format=$2 back=$3 name
    shift 3
    name=$(basename "$data")-$format
    rm -rf "$scratch/file"
    "$program" export "$data" --format="$format" --metric=none -o "$scratch/file" 2>/dev/null
    "$program" import "$back" "${@/#/$scratch/file}" --out "$scratch/$name" >"$scratch/log" 2>&1 ||
        fail "$name: $(cat "$scratch/log")"
    "$program" check "$scratch/$name" >"$scratch/log" || fail "$name: $(cat "$scratch/log")"
    list "$scratch/$name" back
    python3 tests/e2e/round_trips.py "$format" "$scratch/there" "$scratch/back" ||
        fail "$name is not what it was"
}

for data in data/islamic-state-affiliates tests/data/north tests/data/rivers tests/data/hostile; do
    list "$data" there
    for format in graphml gml gexf json dot pajek; do
        trip "$data" $format $format ''
    done
    trip "$data" pajek-plain pajek ''
    trip "$data" r csv /nodes.csv /edges.csv
done
[ "$failures" -eq 0 ] && echo "all come back"
exit $((failures > 0))
