#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# How the program ends when nobody reads it, and when two reports go to the same folder at once.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh

# expect <what> <found> <expected>
expect() {
    if [ "$2" != "$3" ]; then
        printf 'FAIL  %s: %s, not %s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# A pipe whose reader is gone: the program dies of SIGPIPE and says nothing.
mkfifo "$scratch/pipe"
for command in 'list tests/data/north groups' 'metrics tests/data/north' '--help'; do
    status=0
    exec {reader}<>"$scratch/pipe" {writer}>"$scratch/pipe"
    exec {reader}<&-
    # shellcheck disable=SC2086
    "$program" $command >&"$writer" 2>"$scratch/said" || status=$?
    exec {writer}>&-
    expect "status of $command without a reader" "$status" $((128 + $(kill -l PIPE)))
    expect "words of $command without a reader" "$(cat "$scratch/said")" ''
done

# What comes before the layout gives back its memory: no leak is suppressed.
clean() {
    local status=0
    LSAN_OPTIONS= "$program" "$@" >/dev/null 2>"$scratch/said" || status=$?
    expect "status of $1: $(head -c 2000 "$scratch/said")" "$status" 0
}
printf 'source,target,kind\nAlpha,Beta,alliance\n' >"$scratch/ties.csv"
clean check tests/data/north
clean list tests/data/north relations
clean show tests/data/north guard
clean path tests/data/north guard league
clean metrics tests/data/north
clean metrics tests/data/north --ranks
clean metrics tests/data/north --by=role
clean balance tests/data/north
clean compare tests/data/north --from=2014 --to=2016
clean export tests/data/north --format=graphml
clean import csv "$scratch/ties.csv" --out "$scratch/imported"

# Two reports at once: one of them as a whole, and nothing else.
mkdir "$scratch/graphs"
cp tests/data/north_graphs/guard.gv "$scratch/graphs"
report() {
    "$program" report tests/data/north --figures "$scratch/graphs" "$@" >/dev/null
}
report --out "$scratch/first"
report --seed=7 --out "$scratch/second"
report --out "$scratch/out" &
report --seed=7 --out "$scratch/out" &
wait -n && wait -n || expect 'status of two reports at once' "$?" 0
if ! diff -r "$scratch/out" "$scratch/first" >/dev/null &&
    ! diff -r "$scratch/out" "$scratch/second" >/dev/null; then
    expect 'what two reports at once leave' mixed 'one of them'
fi

echo "$failures failed"
[ "$failures" -eq 0 ]
