#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the Debian packages that bloc is built with; with --tests also those of its tests.
# Does nothing when all are there.
set -euo pipefail

packages=(
    gcc libc6-dev cmake ninja-build pkg-config
    libigraph-dev libglpk-dev libgraphviz-dev libjansson-dev libutf8proc-dev libxml2-dev
    libharfbuzz-dev librsvg2-dev libcairo2-dev libfontconfig-dev fonts-inter libseccomp-dev
)
test_packages=(
    libcmocka-dev clang libclang-rt-dev clang-format clang-tidy
    dpkg-dev file graphviz locales librsvg2-bin poppler-utils libxml2-utils mandoc python3 valgrind gcovr
    python3-networkx python3-igraph
)

case ${1:-} in
'') ;;
--tests) packages+=("${test_packages[@]}") ;;
*)
    echo "usage: setup.sh [--tests]" >&2
    exit 2
    ;;
esac

# From version 14 on, Debian packages this plugin of Graphviz apart.
neato_layout=libgvplugin-neato-layout-dev

missing=()
add_missing() {
    local package state
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || missing+=("$package")
    done
}
# Before the first update of a machine apt-cache knows no package.
add_missing "${packages[@]}" $(apt-cache pkgnames "$neato_layout" 2>/dev/null || true)
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup.sh: run as root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "installing ${missing[*]}"
"${as_root[@]}" apt-get update -q
add_missing $(apt-cache pkgnames "$neato_layout")
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"
