#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Draws the gallery: one figure of each type, as SVG and as PNG. In FOLDER stands afterwards what
# docs/gallery holds; a test compares the two.
#
#   scripts/gallery.sh [PROGRAM] [FOLDER]     build/release/bloc and docs/gallery unless given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-build/release/bloc}
folder=${2:-docs/gallery}
mkdir -p "$folder"

# Name in the gallery, definition.
figures="
overview            overview
overview-landscape  overview-landscape
lanes               lanes
region              libya
region-85mm         nigeria-lake-chad
ego                 al-murabitun
strip               algeria-sahel-strip
genealogy           genealogy
difference          algeria-sahel-difference
hierarchy           hierarchy
matrix              matrix
series              growth
"
while read -r name definition; do
    [ -n "$name" ] || continue
    # A failed gate would print its row here and end the script.
    "$program" draw data/islamic-state-affiliates "graphs/$definition.gv" --legibility \
        -o "$folder/$name.svg" >"$folder/legibility" 2>&1 || { cat "$folder/legibility"; exit 1; }
    if grep -w FAIL "$folder/legibility"; then
        echo "$name misses a gate" >&2
        exit 1
    fi
    rm "$folder/legibility"
    "$program" draw data/islamic-state-affiliates "graphs/$definition.gv" --dpi=120 \
        -o "$folder/$name.png"
done <<<"$figures"
