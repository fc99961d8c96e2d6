#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# A PDF is one page of the figure's size in print, with real text in embedded fonts, whatever the
# groups are called. Skipped (77) without poppler's tools, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
unset SOURCE_DATE_EPOCH
for tool in pdfinfo pdffonts pdfimages pdftotext; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool not found: Debian package poppler-utils"
        [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
        exit 77
    fi
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

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

# Names that would end an element, a string or an object.
cp -r tests/data/north "$scratch/hostile"
cat >"$scratch/hostile/groups.csv" <<'CSV'
id,name,label,aliases,kind,parent,region,country,founded,ended,note
league,</text></svg><script>,,,organisation,,North,XN,1998,..,
guard,) Tj ET endobj %,,,faction,,North,XN,2014,2016-03,
shura,&amp; ]]> <!--,,,council,,East,XE,2012~,,
band,""" onload=""x",,,organisation,,East,XE,,,
state,\(\) >> %s%n,,,state,,East,XE,,,
CSV
for format in pdf png; do
    "$program" draw "$scratch/hostile" tests/data/north_graphs/ties.gv -o "$scratch/hostile.$format"
done
pdfinfo "$scratch/hostile.pdf" >"$scratch/info" 2>&1
expect 'not one page' "$scratch/info" '^Pages: +1$'
expect 'a script' "$scratch/info" '^JavaScript: +no$'
refuse 'damaged' "$scratch/info" 'error'
pdftotext "$scratch/hostile.pdf" "$scratch/text" 2>&1
for words in 'svg><script>' 'ET endobj' '&amp; ]]>' 'onload="x' '>> %s%n'; do
    expect 'not the name as it is' "$scratch/text" "$words"
done

echo "$failures failed"
[ "$failures" -eq 0 ]
