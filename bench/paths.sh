#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Times betweenness and harmonic closeness: ours, igraph's, and those of the tools that are
# installed, all on one graph in one run. Nothing is asserted: numbers depend on the machine.
#
#   bench/paths.sh [GROUPS PAIRS [PROGRAM]]     1000 5000 build/release/bench/bench_paths
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
groups=${1:-1000}
pairs=${2:-5000}
program=${3:-build/release/bench/bench_paths}
python=${PYTHON:-/usr/bin/python3}      # where Debian's modules are
edges=$(mktemp)
trap 'rm -f "$edges"' EXIT

[ -x "$program" ] || { echo "no program '$program'; build the release preset first" >&2; exit 2; }
"$program" "$groups" "$pairs" "$edges"

# peer NAME DEBIAN_PACKAGE PROBE -- COMMAND...
peer() {
    local name=$1 package=$2 probe=$3 seconds
    shift 4
    if ! eval "$probe" >/dev/null 2>&1; then
        echo "  $name: skipped, not installed ($package)"
        return
    fi
    read -r -a seconds < <("$@" "$edges")
    printf '  %s: betweenness %.3f s, harmonic %.3f s\n' "$name" "${seconds[0]}" "${seconds[1]}"
}
peer python3-igraph python3-igraph "$python -c 'import igraph'" -- "$python" bench/peers/time_igraph.py
peer graph-tool python3-graph-tool "$python -c 'import graph_tool'" -- \
    "$python" bench/peers/time_graph_tool.py
peer r-cran-igraph r-cran-igraph "Rscript -e 'library(igraph)'" -- Rscript bench/peers/time_igraph.R
