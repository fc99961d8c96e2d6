#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The completion of bash offers every command and exactly the options of its help text; the scripts
# of the other shells are sound where those shells are installed.
set -euo pipefail
program=$(realpath "$1")
failures=0

fail() {
    echo "FAIL  $*"
    failures=$((failures + 1))
}

# What is offered behind these words.
offered() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _bloc
    printf '%s\n' "${COMPREPLY[@]}"
}

compopt() { :; }    # only works while a shell completes
source <("$program" completion bash)

mapfile -t commands < <("$program" --help | sed -n 's/^  \([a-z-]\+\) .*/\1/p')
[ ${#commands[@]} -ge 6 ] || fail "only ${#commands[@]} commands in the help text"
for command in "${commands[@]}"; do
    offered bloc "${command:0:2}" | grep -x "$command" >/dev/null || fail "$command is not offered"
    diff <("$program" "$command" --help | sed -n '/^Options/,$s/^ *\(-., \)\?--\([a-z-]*=\?\).*/--\2/p' | sort) \
         <(offered bloc "$command" -- | sort) || fail "options of $command"
done
[ "$(offered bloc metrics --off)" = '' ] || fail "an option that is none is offered"
[ "$(offered bloc help met)" = metrics ] || fail "help does not offer commands"

for shell in zsh fish; do
    script=$("$program" completion $shell)
    for command in "${commands[@]}"; do
        grep -q "\b$command\b" <<<"$script" || fail "$shell does not know $command"
    done
    if command -v $shell >/dev/null; then
        $shell -n <<<"$script" || fail "$shell does not read its script"
    fi
done
exit $((failures > 0))
