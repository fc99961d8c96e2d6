#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds bloc in clean Debian systems with gcc and with clang, runs all tests, makes the package,
# installs it in a second system that has nothing else and writes the report there. Prints one line
# a step, and all of them once more at the end. As root; needs debootstrap and a Debian mirror.
#
#   scripts/portable.sh [SUITE...]      bookworm, trixie and forky unless given
#
# BLOC_ROOTS is the folder of the systems, build/roots unless given: SUITE-base is never changed,
# SUITE has the build and keeps its packages for the next run, SUITE-user is made anew each time.
# BLOC_MIRROR is the Debian mirror, that of this machine unless given. BLOC_TESTS_LEFT_OUT is a
# pattern of tests not to run, such as '^(gates|faults_)' for a quick run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mirror=${BLOC_MIRROR:-$(apt-get indextargets --format '$(SITE)' | grep -m 1 '/debian/*$')}
roots=${BLOC_ROOTS:-build/roots}
left_out=${BLOC_TESTS_LEFT_OUT:-}
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie forky)
command -v debootstrap >/dev/null || { echo "debootstrap not found: Debian package debootstrap" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "run as root" >&2; exit 2; }
mkdir -p "$roots"
roots=$(cd "$roots" && pwd)
results=$roots/results.txt
: >"$results"

say() {
    echo "$*" | tee -a "$results"
}

# A system with nothing but its base; an older debootstrap lays testing as it does unstable.
make_base() {
    local root=$roots/$1-base suite=$1 script=()
    [ ! -e "$root" ] || return 0
    [ -e "/usr/share/debootstrap/scripts/$suite" ] || script=(/usr/share/debootstrap/scripts/sid)
    rm -rf "$root.part"
    debootstrap --variant=minbase "$suite" "$root.part" "$mirror" "${script[@]}" || return 1
    # A mirror may lag behind the time for which testing vouches.
    echo 'Acquire::Check-Valid-Until "false";' >"$root.part/etc/apt/apt.conf.d/90bloc"
    mv "$root.part" "$root"
}

# copy_base SUITE NAME: unless there is one of that name.
copy_base() {
    [ -e "$roots/$2" ] || cp -a "$roots/$1-base" "$roots/$2"
}

# inside NAME COMMAND: with a process table and terminals, and no variables of this machine. What is
# mounted for it goes with its own mount namespace.
inside() {
    local root=$roots/$1
    shift
    unshare --mount bash -c '
        root=$1; shift
        cp /etc/resolv.conf "$root/etc/resolv.conf"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive CI=true bash -c "$*"' _ "$root" "$@"
}

# step SUITE NAME COMMAND...: its output goes to a log, its result to the screen.
step() {
    local suite=$1 name=$2 start=$SECONDS result=good
    shift 2
    log=$roots/$suite-${name//[ \/]/-}.log
    "$@" >"$log" 2>&1 || result=FAILED
    say "$(printf '%-10s %-30s %-7s %5d s' "$suite" "$name" "$result" $((SECONDS - start)))"
    [ "$result" = good ]
}

clone() {
    rm -rf "$roots/$1/root/bloc" && git clone -q . "$roots/$1/root/bloc"
}

# Our own code stops at a warning; the linker and CMake would go on.
build() {
    inside "$1" "cd ~/bloc && cmake --preset $2 && cmake --build --preset $2" || return 1
    ! cat "$log" | grep -iE 'warning:|CMake.* warning'
}

run_tests() {
    inside "$1" "cd ~/bloc && ctest --preset $2 -j$(nproc) ${left_out:+-E '$left_out'}"
}

install_package() {
    cp "$roots/$1"/root/bloc/build/release/*.deb "$roots/$1-user/root/" || return 1
    inside "$1-user" "apt-get update -q && apt-get install -q -y --no-install-recommends ~/*.deb"
}

report='report data/islamic-state-affiliates --figures graphs --out'

# As a user who owns nothing, from a folder where nothing can be written.
report_as_nobody() {
    inside "$1-user" "cd /usr/share/bloc && setpriv --reuid=65534 --regid=65534 --clear-groups \
        bloc $report /tmp/$2"
}

report_from_tmp() {
    inside "$1-user" "cd /tmp && bloc report /usr/share/bloc/data/islamic-state-affiliates \
        --figures /usr/share/bloc/graphs --out out && test -s out/index.html"
}

same_as_where_built() {
    inside "$1" "cd ~/bloc && rm -rf /tmp/report && build/release/bloc $report /tmp/report" &&
        diff -r "$roots/$1/tmp/report" "$roots/$1-user/tmp/report"
}

same_with_more_fonts() {
    inside "$1-user" "apt-get install -q -y --no-install-recommends fonts-liberation \
        fonts-noto-core fonts-noto-cjk fontconfig" &&
        report_as_nobody "$1" report-with-fonts &&
        diff -r "$roots/$1-user/tmp/report" "$roots/$1-user/tmp/report-with-fonts"
}

# By the program of this machine's own release build.
same_on_this_machine() {
    rm -rf "$roots/here"
    build/release/bloc $report "$roots/here" &&
        diff -r "$roots/here" "$roots/$1-user/tmp/report"
}

# Found by the shells themselves.
manual_and_completions() {
    inside "$1-user" "set -e
        apt-get install -q -y --no-install-recommends man-db bash-completion zsh fish
        man bloc | grep -q 'bloc report'
        man 7 bloc-measures | grep -q betweenness
        bash -ic '. /usr/share/bash-completion/bash_completion
            _comp_load bloc 2>/dev/null || _completion_loader bloc; complete -p bloc'
        zsh -c 'autoload -Uz compinit && compinit -u -D && [ -n \"\$_comps[bloc]\" ]'
        fish -c 'complete -C \"bloc rep\"' | grep report"
}

try_suite() {
    local suite=$1
    step "$suite" "base system" make_base "$suite" || return 0
    step "$suite" "system to build in" copy_base "$suite" "$suite" || return 0
    step "$suite" "clone" clone "$suite" || return 0
    step "$suite" "packages" inside "$suite" "cd ~/bloc && scripts/setup.sh --tests" || return 0
    step "$suite" "build with clang" build "$suite" release-clang &&
        { step "$suite" "tests with clang" run_tests "$suite" release-clang || true; }
    step "$suite" "build with gcc" build "$suite" release || return 0
    step "$suite" "tests with gcc" run_tests "$suite" release || true
    step "$suite" "package" inside "$suite" "cd ~/bloc && cpack --preset release" || return 0
    rm -rf "$roots/$suite-user"
    step "$suite" "system to install in" copy_base "$suite" "$suite-user" || return 0
    step "$suite" "install the package" install_package "$suite" || return 0
    step "$suite" "report from /tmp" report_from_tmp "$suite" || true
    step "$suite" "report as nobody" report_as_nobody "$suite" report || return 0
    step "$suite" "same bytes where built" same_as_where_built "$suite" || true
    # shellcheck disable=SC1091
    if [ "$(. /etc/os-release && echo "$VERSION_CODENAME")" = "$suite" ] && [ -x build/release/bloc ]; then
        step "$suite" "same bytes on this machine" same_on_this_machine "$suite" || true
    fi
    step "$suite" "same bytes with more fonts" same_with_more_fonts "$suite" || true
    step "$suite" "manual and completions" manual_and_completions "$suite" || true
}

versions() {
    inside "$1" "gcc --version | head -n 1; clang --version | head -n 1
        echo igraph \$(pkg-config --modversion igraph), Graphviz \$(pkg-config --modversion libgvc)
        dpkg-query -W -f 'Inter \${Version}' fonts-inter" | paste -s -d ';' | sed 's/;/; /g'
}

for suite in "${suites[@]}"; do
    start=$SECONDS
    try_suite "$suite"
    say "$(printf '%-10s %-30s %-7s %5d s' "$suite" "all" "" $((SECONDS - start)))"
    say "$suite: $(versions "$suite" || true)"
done
echo
cat "$results"
failures=$(grep -c ' FAILED ' "$results" || true)
[ "$failures" -eq 0 ] || { echo "$failures steps failed; logs are in $roots"; exit 1; }
