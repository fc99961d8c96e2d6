#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds bloc and writes the report and the figures of the example dataset to out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh
cmake --preset release -D BLOC_TESTS=OFF
cmake --build --preset release
build/release/bloc report data/islamic-state-affiliates --figures graphs --out out
