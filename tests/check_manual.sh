#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Fails on every warning mandoc has about the manual pages. Skipped (77) without mandoc, unless
# BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v mandoc >/dev/null; then
    echo "mandoc not found: Debian package mandoc"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
    exit 77
fi
find man -name '*.[157]' -print0 | xargs -0 -r mandoc -T lint -W warning
