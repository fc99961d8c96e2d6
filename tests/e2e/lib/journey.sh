# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What the journeys share, each of which runs in the top folder: a scratch folder that goes with
# them, tools that they need and failures that they count.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    echo "FAIL  $*"
    failures=$((failures + 1))
}

miss() {
    echo "$* not found; scripts/setup.sh --tests installs it"
    [ -z "${BLOC_REQUIRE_TOOLS:-}" ] || exit 1
    exit 77
}

# need TOOL...: skipped (77) without one of them, or failed when BLOC_REQUIRE_TOOLS is set.
need() {
    local tool
    for tool; do
        command -v "$tool" >/dev/null || miss "$tool"
    done
}

# need_python MODULE...: the same for a Python that has the modules, which is then $python.
need_python() {
    local modules="$*"
    for python in python3 /usr/bin/python3; do
        "$python" -c "import ${modules// /, }" 2>/dev/null && return
    done
    miss "Python with $modules"
}
