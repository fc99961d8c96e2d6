#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Imports every sample and every committed fuzz input in its format.  Whatever is made passes the
# check without errors, and its account of rows adds up with what was printed.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
made=0 files=0

# Rows of origins.csv with an outcome; ids of rows may hold anything, but no line break.
outcomes() {
    python3 -c 'import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
print(len(rows), *(sum(row["outcome"] == name for row in rows) for name in ("used", "merged", "rejected")))' "$1"
}

# The same from the result as JSON.
totals() {
    python3 -c 'import json, sys
files = json.load(open(sys.argv[1], encoding="utf-8"))["files"]
print(*(sum(file[name] for file in files) for name in ("read", "used", "merged", "rejected")))' "$1"
}

for folder in tests/fuzz/corpus/import_*; do
    format=${folder##*/import_}
    [ "$format" != node_link ] || format=json
    for file in "$folder"/*; do
        files=$((files + 1)) status=0
        rm -rf "$scratch/data"
        "$program" import "${format//_/-}" "$file" --out "$scratch/data" --json \
            >"$scratch/result" 2>"$scratch/log" || status=$?
        [ $status -le 1 ] || fail "$file: status $status"
        [ -d "$scratch/data" ] || continue
        made=$((made + 1))
        "$program" check "$scratch/data" >"$scratch/log" 2>&1 || fail "$file: the check finds errors"
        [ "$(outcomes "$scratch/data/origins.csv")" = "$(totals "$scratch/result")" ] ||
            fail "$file: the rows of origins.csv are not those of the totals"
    done
done
[ $made -ge 15 ] || fail "only $made datasets were made"
echo "$files files, $made datasets, $failures failed"
[ $failures -eq 0 ]
