#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Fails on every include in src/ that tests/layers.txt does not allow.
#
#   check_layers.sh [TABLE SRC]    check a source tree (default: this project's)
#   check_layers.sh --self-test    prove that forbidden includes are found
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

check_tree() {
    local table=$1 src=$2
    (cd "$src" && find . -name '*.[ch]' | sed 's|^\./||' | LC_ALL=C sort |
        while read -r file; do
            grep -nE '^[[:space:]]*#[[:space:]]*include' "$file" | sed "s|^|$file:|" || true
        done) |
    awk -v table="$table" '
    function pattern(glob) {
        gsub(/[.+]/, "\\\\&", glob)
        gsub(/\*/, ".*", glob)
        return "^" glob "$"
    }
    function complain(text) {
        print place ": " text
        failures++
    }
    # Does some line of the table that speaks for this file name the header?
    function named(file, module, header,    i) {
        for (i = 1; i <= grants; i++)
            if (header ~ pattern(granted[i]) &&
                (owner[i] == module || file ~ pattern(owner[i])))
                return 1
        return 0
    }
    # Does a module keep one of its own headers for some of its files?
    function reserved(module, header,    i) {
        for (i = 1; i <= grants; i++)
            if (header ~ pattern(granted[i]) && index(owner[i], module "/") == 1)
                return 1
        return 0
    }
    function fenced(header,    i) {
        for (i = 1; i <= grants; i++)
            if (header ~ pattern(granted[i]))
                return 1
        return 0
    }
    BEGIN {
        while ((getline line < table) > 0) {
            sub(/#.*/, "", line)
            count = split(line, word, " ")
            if (count == 0)
                continue
            if (word[1] !~ /\//)
                known[word[1]] = 1
            for (i = 2; i <= count; i++) {
                if (word[i] ~ /\.h$|\*$/) {
                    grants++
                    owner[grants] = word[1]
                    granted[grants] = word[i]
                } else {
                    uses[word[1], word[i]] = 1
                }
            }
        }
        if (length(known) == 0) {
            print table ": no module named"
            failures++
        }
    }
    {
        split($0, part, ":")
        file = part[1]
        place = file ":" part[2]
        module = file
        sub(/\/.*/, "", module)
        text = substr($0, length(place) + 2)
        includes++
        if (!(module in known)) {
            complain("the module " module " is not in the table")
            next
        }
        if (match(text, /<[^>]+>/)) {
            written = substr(text, RSTART, RLENGTH)
            header = substr(written, 2, RLENGTH - 2)
            sub(/^(igraph|graphviz|harfbuzz|libxml2)\//, "", header)
            if (fenced(header) && !named(file, module, header))
                complain(file " may not include " written)
            next
        }
        if (!match(text, /"[^"]+"/)) {
            complain("an include names its file in <> or \"\"")
            next
        }
        header = substr(text, RSTART + 1, RLENGTH - 2)
        target = header
        sub(/\/.*/, "", target)
        if (header !~ /\// || !(target in known))
            complain("\"" header "\" is not of the form \"module/file.h\"")
        else if (named(file, module, header))
            next
        else if (target == module && !reserved(module, header))
            next
        else if (target == module || fenced(header) || !((module, target) in uses))
            complain(file " may not include \"" header "\"")
    }
    END {
        if (includes == 0) {
            print "no include found"
            failures++
        }
        printf "%d includes, %d forbidden\n", includes, failures
        exit failures > 0
    }'
}

# One tree that keeps the table and one breach at a time: each breach must be found, alone.
self_test() {
    local scratch failures=0
    scratch=$(mktemp -d)
    # shellcheck disable=SC2064  # the folder's name is wanted as it is now
    trap "rm -rf '$scratch'" EXIT
    mkdir -p "$scratch"/src/{low,middle,high}
    cat >"$scratch/table" <<'TABLE'
low
middle          low             # a comment
middle/one.c    foreign.h middle/own.h
high            low middle/open.h
TABLE
    printf '#include <foreign.h>\n#include "middle/own.h"\n' >"$scratch/src/middle/one.c"
    printf '#include "middle/shut.h"\n#include <stdio.h>\n#include "low/a.h"\n' \
        >"$scratch/src/middle/two.c"
    echo '#include "middle/open.h"' >"$scratch/src/high/top.c"
    echo '#include <stddef.h>' >"$scratch/src/low/a.h"

    if ! check_tree "$scratch/table" "$scratch/src" >"$scratch/result"; then
        echo "FAIL: a tree that keeps the table is refused:"
        cat "$scratch/result"
        failures=1
    fi
    while read -r file include; do
        cp -r "$scratch/src" "$scratch/bad"
        echo "#include $include" >>"$scratch/bad/$file"
        if check_tree "$scratch/table" "$scratch/bad" >"$scratch/result"; then
            echo "FAIL: $file may include $include"
            failures=1
        elif ! grep -q "^$file:.*${include//[<>\"]/}" "$scratch/result" ||
             ! grep -q ' 1 forbidden$' "$scratch/result"; then
            echo "FAIL: the breach in $file is not what is reported:"
            cat "$scratch/result"
            failures=1
        else
            echo "ok: $file, $include"
        fi
        rm -rf "$scratch/bad"
    done <<'BREACHES'
low/a.h "middle/two.h"
low/a.h <foreign.h>
low/a.h <graphviz/foreign.h>
middle/two.c <foreign.h>
middle/two.c "high/top.h"
middle/two.c "two.h"
middle/two.c "middle/own.h"
high/top.c "middle/shut.h"
high/top.c <foreign.h>
low/b.c "middle/open.h"
BREACHES
    return "$failures"
}

case ${1:-} in
--self-test) self_test ;;
'') check_tree "$here/layers.txt" "$here/../src" ;;
*) check_tree "$(realpath "$1")" "$2" ;;
esac
