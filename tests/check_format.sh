#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Fails when a source is not laid out as .clang-format says. Skipped (77) without clang-format,
# unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tool=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$tool" ]; then
    echo "clang-format not found: Debian package clang-format"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
    exit 77
fi
find src tests -name '*.[ch]' -print0 | xargs -0 -r "$tool" --dry-run --Werror
