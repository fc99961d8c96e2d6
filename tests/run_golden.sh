#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the golden cases tests/golden/<command>/<case>/ and compares what comes out.
#
#   run_golden.sh [--update] PROGRAM [FILTER]   cases whose name contains FILTER
#   run_golden.sh --self-test                   prove that a wrong result is found
#
# A case is a folder with
#   cmd      a shell script, run in the top folder; $BLOC is the program, $SCRATCH an empty folder
#   stdout   what it prints; no file: nothing
#   stderr   what it says on standard error; no file: nothing
#   status   its exit status; no file: 0
# The name of the scratch folder is written $SCRATCH in what is compared.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C.UTF-8
unset BLOC SCRATCH NO_COLOR SOURCE_DATE_EPOCH
# Leaks inside fontconfig and Graphviz are theirs, also when a person runs this script.
export LSAN_OPTIONS="suppressions=$here/suppressions/lsan.txt:print_suppressions=0"

# Runs the case in folder $1 and leaves stdout, stderr and status in folder $2.
run_case() {
    local folder=$1 result=$2 scratch=$2/scratch
    mkdir -p "$scratch"
    (cd "$top" && BLOC=$program SCRATCH=$scratch bash "$folder/cmd" </dev/null \
        >"$result/stdout" 2>"$result/stderr")
    echo $? >"$result/status"
    sed -i "s|$scratch|\$SCRATCH|g" "$result/stdout" "$result/stderr"
}

# Prints the expected text of one part of a case.
expected() {
    if [ -f "$1/$2" ]; then
        cat "$1/$2"
    elif [ "$2" = status ]; then
        echo 0
    fi
}

# Compares a result with its case; prints the differences.
compare_case() {
    local folder=$1 result=$2 part same=0
    for part in stdout stderr status; do
        expected "$folder" $part >"$result/expected"
        if ! cmp -s "$result/expected" "$result/$part"; then
            diff -u --label "expected $part" --label "actual $part" \
                "$result/expected" "$result/$part"
            same=1
        fi
    done
    return $same
}

# Writes a result back as what is expected from now on.
update_case() {
    local folder=$1 result=$2 part
    for part in stdout stderr status; do
        rm -f "$folder/$part"
        expected "$folder" $part | cmp -s - "$result/$part" || cp "$result/$part" "$folder/$part"
    done
}

# Runs every case below folder $1 whose name contains $2.
run_all() {
    local root=$1 filter=$2 command folder name result count=0 failures=0
    for command in "$root"/*/*/cmd; do
        [ -f "$command" ] || continue
        folder=${command%/cmd}
        name=${folder#"$root"/}
        [[ $name == *"$filter"* ]] || continue
        count=$((count + 1))
        result=$(mktemp -d)
        run_case "$folder" "$result"
        if [ "$update" = yes ]; then
            update_case "$folder" "$result"
        fi
        if compare_case "$folder" "$result" >"$result/difference"; then
            echo "ok    $name"
        else
            echo "FAIL  $name"
            cat "$result/difference"
            failures=$((failures + 1))
        fi
        rm -rf "$result"
    done
    echo "$count cases, $failures failed"
    [ "$count" -gt 0 ] && [ "$failures" -eq 0 ]
}

# Checks of the runner: each line is a case with one thing wrong, or nothing.
# shellcheck disable=SC2016  # the cases expand $BLOC and $SCRATCH, not we
self_test() {
    local root failures=0
    root=$(mktemp -d)
    # shellcheck disable=SC2064  # the folder's name is wanted as it is now
    trap "rm -rf '$root'" EXIT
    top=$root program=/bin/echo update=no

    check() { # what, expected verdict, the case's files as "name=text"...
        local what=$1 verdict=$2 file actual=good
        shift 2
        mkdir -p "$root/cases/command/case"
        for file in "$@"; do
            printf '%b' "${file#*=}" >"$root/cases/command/case/${file%%=*}"
        done
        run_all "$root/cases" "" >"$root/log" 2>&1 || actual=bad
        rm -rf "$root/cases"
        if [ $actual = "$verdict" ]; then
            echo "ok    $what"
        else
            echo "FAIL  $what"
            cat "$root/log"
            failures=1
        fi
    }
    check "all as expected" good 'cmd=$BLOC one\necho two >&2\nexit 3' \
        'stdout=one\n' 'stderr=two\n' 'status=3\n'
    check "missing files mean empty and 0" good 'cmd=true'
    check "the scratch folder is there and its name is hidden" good \
        'cmd=cd $SCRATCH && $BLOC $SCRATCH' 'stdout=$SCRATCH\n'
    check "another output" bad 'cmd=$BLOC one' 'stdout=two\n'
    check "output where none is expected" bad 'cmd=$BLOC one'
    check "a missing newline" bad 'cmd=printf one' 'stdout=one\n'
    check "messages where none are expected" bad 'cmd=$BLOC one >&2'
    check "another status" bad 'cmd=exit 1'
    check "success where failure is expected" bad 'cmd=true' 'status=1\n'
    check "no case at all" bad
    update=yes
    check "an update makes a case pass" good 'cmd=$BLOC one; exit 2' 'stdout=two\n' 'stderr=x\n'
    return $failures
}

update=no
top=$(cd "$here/.." && pwd)
if [ "${1:-}" = --self-test ]; then
    self_test
    exit
fi
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -x "$1" ]; then
    echo "usage: run_golden.sh [--update] PROGRAM [FILTER]" >&2
    exit 2
fi
program=$(realpath "$1")
run_all "$here/golden" "${2:-}"
