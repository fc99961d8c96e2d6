#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds, tests, packages and installs bloc in clean Debian systems below build/roots, and prints
# one line a step. As root; needs debootstrap, and a network that reaches a Debian mirror.
#
#   scripts/portable.sh [SUITE...]      bookworm, trixie and forky unless given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# The mirror of this machine's own packages.
mirror=${BLOC_MIRROR:-$(apt-get indextargets --format '$(SITE)' | grep -m 1 '/debian/*$')}
roots=$PWD/build/roots
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie forky)
command -v debootstrap >/dev/null || { echo "debootstrap not found: Debian package debootstrap" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "run as root" >&2; exit 2; }
mkdir -p "$roots"
failures=0

# A system with nothing but its base; an older debootstrap lays testing as it does unstable.
make_root() {
    local root=$1 suite=$2 script=()
    [ ! -e "$root/etc/debian_version" ] || return 0
    [ -e "/usr/share/debootstrap/scripts/$suite" ] || script=(/usr/share/debootstrap/scripts/sid)
    debootstrap --variant=minbase "$suite" "$root" "$mirror" "${script[@]}"
    # A mirror may lag behind the time for which testing vouches.
    echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/90bloc"
}

# inside ROOT COMMAND: with a process table and terminals, and no variables of this machine. What is
# mounted for it goes with its own mount namespace.
inside() {
    local root=$1
    shift
    unshare --mount bash -c '
        root=$1; shift
        cp /etc/resolv.conf "$root/etc/resolv.conf"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
            CI=true bash -c "$*"' _ "$root" "$@"
}

# step SUITE NAME COMMAND...: its output goes to a log, its result to the screen.
step() {
    local suite=$1 name=$2 start=$SECONDS result=good
    shift 2
    "$@" >"$roots/$suite-${name// /-}.log" 2>&1 || { result=FAILED; failures=$((failures + 1)); }
    printf '%-10s %-28s %-7s %5d s\n' "$suite" "$name" "$result" $((SECONDS - start))
    [ "$result" = good ]
}

try_suite() {
    local suite=$1 root=$roots/$1 user=$roots/$1-user
    step "$suite" "base system" make_root "$root" "$suite" || return 0
    rm -rf "$root/root/bloc"
    step "$suite" "clone" git clone -q . "$root/root/bloc" || return 0
    step "$suite" "install packages" inside "$root" "cd ~/bloc && scripts/setup.sh --tests" || return 0
    step "$suite" "build with gcc" inside "$root" \
        "cd ~/bloc && cmake --preset release && cmake --build --preset release" || return 0
    step "$suite" "tests" inside "$root" "cd ~/bloc && ctest --preset release -j2" || true
    step "$suite" "build with clang" inside "$root" \
        "cd ~/bloc && cmake --preset dev-clang && cmake --build --preset dev-clang" || true
    step "$suite" "tests with clang, sanitizers" inside "$root" \
        "cd ~/bloc && ctest --preset dev-clang -j2" || true
    step "$suite" "package" inside "$root" "cd ~/bloc && cpack --preset release" || return 0
    rm -rf "$user"
    step "$suite" "second base system" make_root "$user" "$suite" || return 0
    cp "$root"/root/bloc/build/release/*.deb "$user/root/"
    step "$suite" "install the package" inside "$user" \
        "apt-get update -q && apt-get install -q -y --no-install-recommends ~/*.deb" || return 0
    step "$suite" "report from /tmp" inside "$user" "cd /tmp && bloc report \
        /usr/share/bloc/data/islamic-state-affiliates --figures /usr/share/bloc/graphs --out out" || true
    printf '%-10s %s\n' "$suite" "$(inside "$root" "gcc --version | head -n 1; clang --version | head -n 1; \
        pkg-config --modversion igraph libgvc" | tr '\n' ' ')"
}

for suite in "${suites[@]}"; do
    try_suite "$suite"
done
[ "$failures" -eq 0 ] || { echo "$failures steps failed; logs are in build/roots"; exit 1; }
