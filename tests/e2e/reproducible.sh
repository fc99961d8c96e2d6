#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The same dataset gives the same bytes whatever surrounds the program: another folder, locale, time
# zone or environment; and the same figures and tables of numbers with the rows of its tables in
# another order. Only what tells of the files themselves may differ then: the lines of findings, and
# the digests of what was read.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh

# prepare <name>: a folder with a copy of the dataset and of one definition
prepare() {
    mkdir -p "$scratch/$1/graphs"
    cp -r tests/data/north "$scratch/$1/"
    cp tests/data/north_graphs/guard.gv "$scratch/$1/graphs/"
}

# report <name> [VARIABLE=VALUE...]: the report of the copy, under these variables
report() {
    local name=$1
    shift
    (cd "$scratch/$name" && env "$@" "$program" report north >log 2>&1) || {
        fail "$name: no report"
        cat "$scratch/$name/log"
    }
}

# same <name> [diff option...]: is its report that of the first?
same() {
    local name=$1
    shift
    diff -r "$@" "$scratch/first/out" "$scratch/$name/out" >"$scratch/differences" || {
        fail "$name: other bytes"
        head -20 "$scratch/differences"
    }
}

# The locales are made here, from Debian's package locales, since few machines have both.
export LOCPATH=$scratch/locales
mkdir "$LOCPATH"
for locale in de_DE tr_TR; do
    localedef -i "$locale" -f UTF-8 "$LOCPATH/$locale.UTF-8" 2>"$scratch/errors" && continue
    echo "no locale $locale: Debian package locales"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && fail "no locale $locale"
done

for name in first german turkish c elsewhere shuffled; do
    prepare "$name"
done
report first LC_ALL=C.UTF-8 TZ=UTC
report german LC_ALL=de_DE.UTF-8 LANGUAGE=de LC_NUMERIC=de_DE.UTF-8 TZ=Asia/Kolkata
report turkish LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=America/St_Johns
report c LC_ALL=C TZ= HOME="$scratch" COLUMNS=40 NO_COLOR=1 MALLOC_PERTURB_=165
same german
same turkish
same c

# A report that is there is what another run makes, and a change is seen.
(cd "$scratch/first" && "$program" report north --check >/dev/null) || fail "--check differs"
# From another folder, only the paths that messages show may differ.
(cd "$scratch/elsewhere" &&
    "$program" report ../first/north --figures=../first/graphs >/dev/null 2>&1) || fail "elsewhere"
same elsewhere --exclude=findings.csv --exclude=findings.json --exclude=manifest.json \
    --exclude=index.html

# Rows in reverse: all but the header. No field of these tables has a line break in it.
for table in "$scratch"/shuffled/north/*.csv; do
    { head -n 1 "$table" && tail -n +2 "$table" | tac; } >"$scratch/turned"
    cmp -s "$scratch/turned" "$table" && fail "$table: the order of rows is the same"
    mv "$scratch/turned" "$table"
done
report shuffled LC_ALL=C.UTF-8 TZ=UTC
same shuffled --exclude=findings.csv --exclude=findings.json --exclude=manifest.json \
    --exclude=index.html
diff "$scratch/first/out/index.html" "$scratch/shuffled/out/index.html" >"$scratch/differences" ||
    grep '^[<>]' "$scratch/differences" | grep -v 'north/[a-z]*\.csv' >"$scratch/rest" &&
    fail "the page differs in more than lines of findings"

echo "$failures failed"
[ "$failures" -eq 0 ]
