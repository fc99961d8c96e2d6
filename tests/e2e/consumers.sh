#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Other tools read what `bloc export` writes and find the same groups, ties, names, kinds and signs:
# NetworkX and igraph for Python, R with igraph where it is installed. Skipped (77) without the
# first two, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
export LC_ALL=C.UTF-8
need xmllint dot
need_python networkx igraph

for data in data/islamic-state-affiliates tests/data/hostile; do
    folder=$scratch/$(basename "$data")
    mkdir "$folder"
    for table in groups relations; do
        "$program" list "$data" $table --json -o "$folder/$table.json"
    done
    for format in graphml gml pajek pajek-plain gexf dot json cyjs cx2 jgf r python; do
        "$program" export "$data" --format=$format --metric=degree -o "$folder/network.$format" \
            2>"$scratch/messages" || fail "$data: $format: $(cat "$scratch/messages")"
    done
    xmllint --nonet --noout "$folder"/network.graphml "$folder"/network.gexf ||
        fail "$data: not well-formed"
    dot -Tcanon -o /dev/null "$folder/network.dot" 2>"$scratch/messages" ||
        fail "$data: dot: $(cat "$scratch/messages")"
    "$python" tests/e2e/consumers.py "$folder" || fail "$data: Python"
    "$python" "$folder/network.python/network.py" | sort -u >"$scratch/python"
    if command -v Rscript >/dev/null && Rscript -e 'library(igraph)' >/dev/null 2>&1; then
        Rscript "$folder/network.r/network.R" >"$scratch/r" 2>"$scratch/messages" ||
            fail "$data: R: $(cat "$scratch/messages")"
        head -1 "$scratch/r" | grep -qxF -f - "$scratch/python" || fail "$data: R and Python differ"
        Rscript tests/e2e/consumers.R "$folder" || fail "$data: igraph of R"
    else
        echo "R with igraph not found (Debian package r-cran-igraph): not tried"
    fi
done
[ "$failures" -eq 0 ] && echo "all agree"
exit $((failures > 0))
