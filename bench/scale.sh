#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Times the largest dataset that the program is made for, synthetic, and says how much memory the
# run takes. Nothing is asserted: numbers depend on the machine.
#
#   bench/scale.sh [GROUPS TIES [PROGRAM]]     200000 1000000 build/release/bloc
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
groups=${1:-200000}
ties=${2:-1000000}
program=${3:-build/release/bloc}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

[ -x "$program" ] || { echo "no program '$program'; build the release preset first" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "no /usr/bin/time: Debian package time" >&2; exit 2; }
python3 bench/generate.py "$scratch/data" "$groups" "$ties"

# run NAME WORD...: bloc with these words.
run() {
    local name=$1
    shift
    /usr/bin/time -o "$scratch/time" -f "%e %U %M" "$program" "$@" >"$scratch/out" 2>"$scratch/err"
    awk -v name="$name" '{ printf "%-44s %7.2f s %7.2f s of processors %6.0f MiB\n", name, $1, $2, $3 / 1024 }' \
        "$scratch/time"
}
echo "$groups groups, $ties ties"
run "check" check "$scratch/data"
run "degree, components, PageRank, coreness" metrics "$scratch/data" --format=csv \
    --metric=degree,weak_component,pagerank,coreness
run "betweenness from a sample of 200 groups" metrics "$scratch/data" --format=csv \
    --metric=betweenness --sample=200
