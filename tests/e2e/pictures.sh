#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# A PDF is one page of the figure's size in print, with real text in embedded fonts. Skipped (77) without poppler's tools, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
unset SOURCE_DATE_EPOCH
need pdfinfo pdffonts pdfimages pdftotext

fail() {
    echo "FAIL  $1:"
    cat "$2"
    failures=$((failures + 1))
}

# expect|refuse <what is wrong otherwise> <file> <extended regular expression of a line>
expect() {
    grep -Eq -- "$3" "$2" || fail "$1 ($3)" "$2"
}
refuse() {
    ! grep -Eiq -- "$3" "$2" || fail "$1 ($3)" "$2"
}

draw() {
    "$program" draw tests/data/north tests/data/north_graphs/guard.gv "$@"
}

draw -o "$scratch/guard.pdf" --set=figure_width=120mm
pdfinfo "$scratch/guard.pdf" >"$scratch/info" 2>&1
expect 'not one page' "$scratch/info" '^Pages: +1$'
expect 'not 120 mm wide' "$scratch/info" '^Page size: +340\.157 x'
expect 'no title' "$scratch/info" '^Title: +The Northern Guard$'
refuse 'a date' "$scratch/info" 'date'
refuse 'damaged' "$scratch/info" 'error'

# After two lines of head: name, type, encoding; embedded, subset, Unicode map; object.
pdffonts "$scratch/guard.pdf" | tail -n +3 >"$scratch/fonts"
expect 'not the font' "$scratch/fonts" '\+Inter-Regular '
expect 'not the font of titles' "$scratch/fonts" '\+Inter-SemiBold '
grep -Ev ' yes +yes +yes +[0-9]+ +[0-9]+$' "$scratch/fonts" >"$scratch/loose" || true
refuse 'fonts that are not embedded or have no Unicode map' "$scratch/loose" '.'
pdfimages -list "$scratch/guard.pdf" | tail -n +3 >"$scratch/images"
refuse 'parts that are pictures' "$scratch/images" '.'

pdftotext -layout "$scratch/guard.pdf" "$scratch/text"
for words in 'The Northern Guard' 'League' 'Şûra' '2014-10' 'ended or merged' 'Moe 2016'; do
    expect 'text is missing' "$scratch/text" "$words"
done

SOURCE_DATE_EPOCH=1454284800 draw -o "$scratch/dated.pdf"
TZ=UTC pdfinfo -isodates "$scratch/dated.pdf" >"$scratch/info"
expect 'not the date asked for' "$scratch/info" '^CreationDate: +2016-02-01T00:00:00'

echo "$failures failed"
[ "$failures" -eq 0 ]
