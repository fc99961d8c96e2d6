#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs every check: gcc with sanitizers, clang with fuzzing, and the release build; all with warnings as errors.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export BLOC_REQUIRE_TOOLS=1     # a check whose tool is missing fails instead of being skipped

scripts/setup.sh --tests
cmake --workflow --preset dev
cmake --workflow --preset fuzz
cmake --workflow --preset release
