#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Times whole runs of bloc, in turn with a plain tool that does a comparable job, and prints the
# median seconds of each and their ratio; behind a goal, whether it was met. Nothing is asserted:
# numbers depend on the machine. A peer that is not installed is named and left out.
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

goal=

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
        -v goal="$goal" \
        'BEGIN { printf "%-42s %8.3f", name, ours
                 if (theirs > 0) printf " %8.3f %7.2f", theirs, ours / theirs
                 if (goal != "") printf "%*s  %s %s s", (theirs > 0 ? 0 : 17), "",
                                        (ours < goal + 0 ? "below" : "NOT BELOW"), goal
                 print "" }'
}

# The job of a peer: tables to measures to a figure.
whole_job() {
    "$program" metrics "$1" --format=csv >"$2.csv"
    "$program" draw "$1" -o "$2.svg"
}

# peer NAME CHECK SCRIPT...: the whole job beside one of bench/peers, when the check succeeds.
peer() {
    local name=$1 check=$2
    shift 2
    if bash -c "$check" >"$scratch/check" 2>&1; then
        row "whole job, 60 groups; $name" -- whole_job "$scratch/s" "$scratch/ours" \
            -- "$@" "$scratch/s" "$scratch/peer"
    else
        printf '%-42s not installed\n' "whole job, 60 groups; $name"
    fi
}

[ -x "$program" ] || { echo "no program '$program'; build the release preset first" >&2; exit 2; }
python3 bench/generate.py "$scratch/xs" 12 20
python3 bench/generate.py "$scratch/s" 60 110
printf '%-42s %8s %8s %7s\n' "median of $runs runs, seconds" bloc other ratio
row "check the dataset" -- "$program" check $data
row "all measures" -- "$program" metrics $data
row "ranks of 1,000 draws" -- "$program" metrics $data --ranks --metric=degree,betweenness
row "what hinges on one source" -- "$program" metrics $data --leave-one-source-out
for figure in libya somalia overview; do
    "$program" draw $data graphs/$figure.gv --format=dot -o "$scratch/$figure.dot"
    row "draw $figure; plain dot" -- "$program" draw $data graphs/$figure.gv -o "$scratch/f.svg" \
        -- dot -Tsvg "$scratch/$figure.dot" -o "$scratch/d.svg"
done
for size in xs:12:region:0.3 s:60:overview:3; do
    IFS=: read -r folder groups type goal <<<"$size"
    set -- "$scratch/$folder" --set=figure_type="$type"
    "$program" draw "$@" --format=dot -o "$scratch/$folder.dot"
    row "draw a$([ "$type" = overview ] && echo n) $type of $groups groups; plain dot" \
        -- "$program" draw "$@" -o "$scratch/f.svg" \
        -- dot -Tsvg "$scratch/$folder.dot" -o "$scratch/d.svg"
done
goal=8
row "whole report, $(find graphs -maxdepth 1 -name '*.gv' | wc -l) figures" \
    -- "$program" report $data --figures graphs --out "$scratch/out"
goal=
peer "python-igraph and dot" '/usr/bin/python3 -c "import igraph"' /usr/bin/python3 bench/peers/with_igraph.py
peer "NetworkX and dot" '/usr/bin/python3 -c "import networkx, scipy"' /usr/bin/python3 bench/peers/with_networkx.py
peer "R igraph" 'Rscript -e "library(igraph)"' Rscript bench/peers/with_igraph.R
