#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Times whole runs of bloc, in turn with a plain tool that does a comparable job, and prints the
# median seconds of each and their ratio. Nothing is asserted: numbers depend on the machine.
#
#   bench/run.sh [PROGRAM] [RUNS]     build/release/bloc and 7 unless given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-build/release/bloc}
runs=${2:-7}
data=data/islamic-state-affiliates
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# Seconds that a command takes.
seconds_of() {
    local start end
    start=$(date +%s%N)
    "$@" >"$scratch/stdout" 2>"$scratch/stderr" || { cat "$scratch/stderr" >&2; exit 1; }
    end=$(date +%s%N)
    awk -v start="$start" -v end="$end" 'BEGIN { printf "%.4f\n", (end - start) / 1e9 }'
}

median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# row NAME -- COMMAND... [-- OTHER COMMAND...]: both run in turn, so that a busy machine slows both.
row() {
    local name=$1 side=0
    local -a ours=() theirs=()
    shift
    for word in "$@"; do
        if [ "$word" = -- ]; then side=$((side + 1)); continue; fi
        if [ $side = 1 ]; then ours+=("$word"); else theirs+=("$word"); fi
    done
    : >"$scratch/ours"; : >"$scratch/theirs"
    for ((i = 0; i < runs; i++)); do
        seconds_of "${ours[@]}" >>"$scratch/ours"
        if [ ${#theirs[@]} -gt 0 ]; then seconds_of "${theirs[@]}" >>"$scratch/theirs"; fi
    done
    awk -v name="$name" -v ours="$(median <"$scratch/ours")" -v theirs="$(median <"$scratch/theirs")" \
        'BEGIN { printf "%-34s %8.3f", name, ours
                 if (theirs > 0) printf " %8.3f %7.2f", theirs, ours / theirs
                 print "" }'
}

[ -x "$program" ] || { echo "no program '$program'; build the release preset first" >&2; exit 2; }
printf '%-34s %8s %8s %7s\n' "median of $runs runs, seconds" bloc other ratio
row "check the dataset" -- "$program" check $data
row "all measures" -- "$program" metrics $data
row "ranks of 1,000 draws" -- "$program" metrics $data --ranks --metric=degree,betweenness
row "what hinges on one source" -- "$program" metrics $data --leave-one-source-out
for figure in libya somalia overview; do
    "$program" draw $data graphs/$figure.gv --format=dot -o "$scratch/$figure.dot"
    row "draw $figure; plain dot" -- "$program" draw $data graphs/$figure.gv -o "$scratch/f.svg" \
        -- dot -Tsvg "$scratch/$figure.dot" -o "$scratch/d.svg"
done
row "whole report" -- "$program" report $data --figures graphs --out "$scratch/out"
