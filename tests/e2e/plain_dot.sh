#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Plain dot reads every shipped figure definition without a word. Skipped (77) without dot, unless
# BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v dot >/dev/null; then
    echo "dot not found: Debian package graphviz"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
    exit 77
fi
messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
for figure in graphs/*.gv; do
    dot -Tsvg "$figure" 2>"$messages" | grep -q '</svg>' || { echo "$figure: no picture"; exit 1; }
    if [ -s "$messages" ]; then
        echo "$figure:"
        cat "$messages"
        exit 1
    fi
done
