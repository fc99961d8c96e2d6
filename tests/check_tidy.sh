#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs clang-tidy, as .clang-tidy says, over every source of a build folder.
#   check_tidy.sh BUILD [FILTER]     sources whose path contains FILTER
# Skipped (77) without clang-tidy, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
build=$(realpath "$1")
filter=${2:-}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tool=$(command -v clang-tidy-14 || command -v clang-tidy || true)
if [ -z "$tool" ]; then
    echo "clang-tidy not found: Debian package clang-tidy"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
    exit 77
fi
find src tests -name '*.c' | LC_ALL=C sort | grep -F -- "$filter" |
    xargs -r -n 4 -P "$(nproc)" "$tool" -p "$build" --quiet
