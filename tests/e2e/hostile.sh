#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Names that try to break a format come out harmless and readable in every one of them, and names in
# any script come out whole; page.sh looks at the report. Skipped (77) without the tools that read
# the formats, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
export LC_ALL=C.UTF-8
need xmllint dot pdftotext pdfinfo python3

# has <file> <text>...: each of the texts is in it
has() {
    local file=$1 text
    shift
    for text; do
        grep -qF -- "$text" "$file" || fail "$(basename "$file") lacks $text"
    done
}

# lacks <file> <what> <XPath>: there is none of it
lacks() {
    [ "$(xmllint --nonet --xpath "count($3)" "$1" 2>/dev/null)" = 0 ] ||
        fail "$(basename "$1") has $2"
}

check_svg() {
    xmllint --nonet --noout "$1" || fail "$(basename "$1") is not well-formed"
    lacks "$1" 'an element that runs or loads' "//*[local-name()='script' or
        local-name()='foreignObject' or local-name()='image' or local-name()='use']"
    lacks "$1" 'a handler' "//@*[starts-with(local-name(), 'on')]"
    lacks "$1" 'an address' "//@*[local-name()='href']"
    xmllint --nonet --xpath '//*[local-name()="text"]/text()' "$1" >"$scratch/texts"
    python3 - "$1" <<'PYTHON' || fail "$(basename "$1") has characters that turn or break a text"
import re, sys
sys.exit(re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", open(sys.argv[1], encoding="utf-8").read()) is not None)
PYTHON
}

for data in hostile scripts; do
    for format in svg dot json pdf png; do
        "$program" draw "tests/data/$data" -o "$scratch/$data.$format" 2>"$scratch/messages" || {
            fail "$data.$format is not drawn"
            cat "$scratch/messages"
        }
    done
    check_svg "$scratch/$data.svg"
    mv "$scratch/texts" "$scratch/$data.texts"
    dot -Tsvg "$scratch/$data.dot" -o "$scratch/$data-dot.svg" 2>"$scratch/errors" ||
        fail "dot does not read $data.dot"
    xmllint --nonet --noout "$scratch/$data-dot.svg" || fail "dot's SVG of $data"
    python3 -m json.tool "$scratch/$data.json" >/dev/null || fail "$data.json"
    pdfinfo "$scratch/$data.pdf" >"$scratch/info" 2>&1
    has "$scratch/info" 'JavaScript:      no'
    grep -qiE 'error' "$scratch/info" && fail "$data.pdf is damaged"
    pdftotext -layout "$scratch/$data.pdf" "$scratch/$data.txt"
    "$program" list "tests/data/$data" groups --format=csv -o "$scratch/$data.csv" 2>/dev/null
    python3 - "$scratch/$data.csv" <<'PYTHON' || fail "$data.csv would run in a spreadsheet"
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
cells = [cell for row in rows for cell in row if len(cell) > 1]
sys.exit(len({len(row) for row in rows}) != 1 or any(cell[0] in "=+-@\t\r" for cell in cells))
PYTHON
done

# Names that have no break in them are there as they are; the replaced ones say so.
has "$scratch/hostile.texts" '&lt;script&gt;alert' 'javascript:alert(1)' '&amp;#65; --&gt;' \
    'gnihtemos' '{a|b}' '�' 'backslash\' 'AAAA' '%s%n'
has "$scratch/hostile.txt" '<script>alert' 'javascript:alert(1)' '&#65; -->' 'gnihtemos' '{a|b}' \
    'backslash\' '%s%n' 'ET endobj'
has "$scratch/hostile.dot" '<script>alert(1)</script>' '\\N \\G \\n \\l {a|b} <b>' '&amp;#65;'
has "$scratch/hostile.json" '<script>alert(1)</script>' 'javascript:alert(1)'
for text in '东突厥斯坦伊斯兰运动' 'ארגון הצפון' 'Кавказский' 'حركة الشباب' 'हिज़्बुल मुजाहिदीन' \
    'กองกำลังฝ่ายเหนือ' '북부 연합 전선'; do
    has "$scratch/scripts.texts" "$text"
    has "$scratch/scripts.json" "$text"
done
has "$scratch/scripts.txt" 'Кавказский'

# Embedded letters change nothing of this.
"$program" draw tests/data/hostile --set=figure_font=embed -o "$scratch/embedded.svg"
check_svg "$scratch/embedded.svg"
has "$scratch/embedded.svg" '@font-face{font-family:Inter;font-style:normal;font-weight:400;' \
    'SIL Open Font License'

echo "$failures failed"
[ "$failures" -eq 0 ]
