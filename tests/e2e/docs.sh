#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Every command line of the README and the manual pages runs; every option of the help texts and
# every attribute of figures is in the manual, and the manual has no other.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
top=$PWD

# Command lines, one a line: indented code of the documents, "$ " lines of the manual.
command_lines() {
    sed -n 's/^    \([a-z/]*bloc .*\|cp .*\|scripts\/.*\)/\1/p' README.md docs/your-data.md | sed 's/  *#.*//'
    sed -n 's/^\.Dl \$ //p' man/*.[15]
}

mkdir -p "$scratch/bin" "$scratch/build/release"
ln -s "$program" "$scratch/bin/bloc"
ln -s "$program" "$scratch/build/release/bloc"
ln -s "$top/data" "$top/scripts" "$top/tests" "$scratch"
# One quick figure stands for all of them: the golden tests and the report itself draw the rest.
mkdir "$scratch/graphs"
cp -r graphs/libya.gv graphs/themes "$scratch/graphs"

count=0
while IFS= read -r line; do
    count=$((count + 1))
    if [[ $line == scripts/* ]]; then
        [ -x "$line" ] || fail "$line is no program"
        continue
    fi
    status=0
    (cd "$scratch" && PATH=$scratch/bin:$PATH bash -c "$line" >"$scratch/log" 2>&1) || status=$?
    if [[ $line == *"bloc import"* ]] && [ $status -le 1 ]; then # 1: a sample has wrong rows
        [[ $line != *--out* ]] || "$program" check "$scratch/${line##*--out }" >"$scratch/log" 2>&1 ||
            fail "what $line makes is not sound"
    elif [ $status -ne 0 ]; then
        fail "$line"
        cat "$scratch/log"
    fi
done < <(command_lines)
[ "$count" -ge 10 ] || fail "only $count command lines found"

# Pictures and files that the documents name are there.
while IFS= read -r file; do
    [ -e "$file" ] || [ -e "src/$file" ] || fail "$file is named and is not there"
done < <({
    sed -n 's/.*](\([^)]*\)).*/\1/p' README.md ARCHITECTURE.md docs/your-data.md
    grep -oh '`[a-z]*/[a-zA-Z_./-]*`' README.md ARCHITECTURE.md | tr -d '`' | grep -v '[*<]\|^out/'
} | sort -u)

# The figure of the README is one of the present data: the same nodes and links.
"$program" draw data/islamic-state-affiliates graphs/algeria-sahel.gv -o "$scratch/figure.svg"
for figure in docs/algeria-sahel.svg "$scratch/figure.svg"; do
    grep -o '<g id="[^"]*"' "$figure" | sort >"$scratch/$(basename "$figure").ids"
done
[ -s "$scratch/figure.svg.ids" ] || fail "the figure has no parts"
diff "$scratch/algeria-sahel.svg.ids" "$scratch/figure.svg.ids" || fail "draw docs/algeria-sahel.svg anew"

# Long options of all help texts against those of bloc.1.
for command in '' report check figure-data list show path metrics compare balance draw import; do
    # shellcheck disable=SC2086  # no command is no word
    "$program" $command --help
done | grep -oE '^ +(-[a-z], )?--[a-z-]+' | sed 's/.*--//' | sort -u >"$scratch/options"
grep -o 'Fl -[a-z-]*' man/bloc.1 | sed 's/Fl -//' | sort -u >"$scratch/documented"
diff "$scratch/options" "$scratch/documented" || fail "options (<) and bloc.1 (>) differ"

# Attributes of the reference, which a test compares with the code, against those of bloc-figure.5.
sed -n 's/^| `\([a-z_]*\)` |.*/\1/p' graphs/README.md | sort -u >"$scratch/attributes"
sed -n 's/^\.It Va \([a-z_]*\)$/\1/p' man/bloc-figure.5 | sort -u >"$scratch/documented"
[ -s "$scratch/attributes" ] || fail "no attribute found"
diff "$scratch/attributes" "$scratch/documented" || fail "attributes (<) and bloc-figure.5 (>) differ"

# Columns of the shipped tables are all in bloc-data.5.
for table in groups relations claims estimates; do
    for column in $(head -1 "data/islamic-state-affiliates/$table.csv" | tr ',' ' '); do
        grep -Eq "^\.It Va (.*, Va )?$column( |$|,)" man/bloc-data.5 ||
            grep -Eq "Va $column( ,|$)" man/bloc-data.5 || fail "$table.csv: $column"
    done
done

echo "$count command lines, $(wc -l <"$scratch/options") options," \
    "$(wc -l <"$scratch/attributes") attributes, $failures failed"
[ "$failures" -eq 0 ]
