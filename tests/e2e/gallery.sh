#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The gallery shows what the program draws: drawn anew, every figure meets the gates (the script
# ends otherwise), has the same parts and the same width in print as the one in docs/gallery, and
# its picture is of the same width; README.md shows each, and one of each type is there.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh

# Identifiers of all parts, and the printed width.
parts() {
    grep -o ' id="[^"]*"' "$1" | sort
    grep -o '<svg [^>]*>' "$1" | head -n 1 | grep -o ' width="[^"]*"'
}

# Bytes 16 to 19 of a PNG are its width.
png_width() {
    od -A n -t u1 -j 16 -N 4 "$1"
}

scripts/gallery.sh "$program" "$scratch" || fail "a figure of the gallery cannot be drawn"
diff <(cd "$scratch" && ls) <(cd docs/gallery && ls -I README.md) || fail "other files than in docs/gallery"
for drawn in "$scratch"/*.svg; do
    name=$(basename "$drawn" .svg)
    diff <(parts "docs/gallery/$name.svg") <(parts "$drawn") >"$scratch/differences" ||
        fail "$name has other parts: $(head -n 4 "$scratch/differences")"
    [ "$(png_width "docs/gallery/$name.png")" = "$(png_width "$scratch/$name.png")" ] ||
        fail "$name.png has another width"
    grep -q "($name.svg)" docs/gallery/README.md || fail "docs/gallery/README.md does not show $name"
done

# A word that is no type is refused with all that are.
types=$({ "$program" draw data/islamic-state-affiliates --set=figure_type=none 2>&1 || true; } |
    sed -n 's/.*(\([a-z, ]*\)).*/\1/p' | tr -d ,)
for type in $types; do
    grep -hq "data-type=\"$type\"" "$scratch"/*.svg || fail "no figure of type $type"
done
[ "$(wc -w <<<"$types")" -ge 10 ] || fail "only these types are known: $types"
exit $((failures > 0))
