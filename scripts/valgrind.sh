#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the main job with one figure under valgrind: no invalid access, no use of what was never
# set, and no block lost, in the program or in the processes of its layout, whose end with an error
# makes the figure a simpler one and the report fail. Nothing is suppressed. Takes the program of the
# preset release: valgrind and sanitizers do not go together.
#   valgrind.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "${1:-build/release/bloc}")
command -v valgrind >/dev/null || {
    echo "valgrind not found: Debian package valgrind" >&2
    exit 1
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/graphs"
# The clock runs slowly here, and a figure past its limit would be a simpler one.
sed 's/graph \[/&figure_time_limit=600, /' tests/data/north_graphs/guard.gv >"$scratch/graphs/guard.gv"
valgrind --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
    "$program" report tests/data/north --figures "$scratch/graphs" --out "$scratch/out"
