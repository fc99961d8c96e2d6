#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Times the import of a large event file to yearly ties beside plain tools that read the same file:
# `wc -l`, and R's data.table::fread on one core, pandas and sqlite3 where they are installed.
# Prints wall and processor seconds, rows a second and peak memory.  Nothing is asserted.
#
#   bench/import.sh [PROGRAM] [ROWS]     build/release/bloc and 5000000 unless given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-build/release/bloc}
rows=${2:-5000000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# The kernel's account of a finished command: wall, user and system seconds, KiB at the peak.
account='import os, resource, subprocess, sys, time
start = time.time()
code = subprocess.call(sys.argv[2:], stdout=open(sys.argv[1] + "/stdout", "w"),
                       stderr=open(sys.argv[1] + "/stderr", "w"))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.time() - start, used.ru_utime + used.ru_stime, used.ru_maxrss, code)'

row() { # NAME COMMAND...
    local name=$1
    shift
    python3 -c "$account" "$scratch" "$@" | awk -v name="$name" -v rows="$rows" '{
        printf "%-34s %8.2f %8.2f %12.0f %8.0f\n", name, $1, $2, rows / $2, $3 / 1024 }'
}

[ -x "$program" ] || { echo "no program '$program'; build the release preset first" >&2; exit 2; }
cc -O2 -o "$scratch/make_events" bench/make_events.c -lm
"$scratch/make_events" "$rows" >"$scratch/events.csv"
echo "$rows events, $(($(stat -c %s "$scratch/events.csv") / 1000000)) MB, $(nproc) processors"
printf '%-34s %8s %8s %12s %8s\n' "" "wall s" "cpu s" "rows/cpu s" "MiB"
row "wc -l" wc -l "$scratch/events.csv"
row "bloc import acled, yearly ties" "$program" import acled "$scratch/events.csv" --out "$scratch/data"
row "the same, --dry-run" "$program" import acled "$scratch/events.csv" --dry-run
if Rscript -e 'library(data.table)' >/dev/null 2>&1; then
    row "R data.table::fread, one core" Rscript -e \
        "library(data.table); setDTthreads(1); invisible(fread('$scratch/events.csv'))"
fi
if python3 -c 'import pandas' 2>/dev/null; then
    row "pandas.read_csv" python3 -c "import pandas; pandas.read_csv('$scratch/events.csv')"
fi
if command -v sqlite3 >/dev/null; then
    row "sqlite3 .import" sqlite3 "$scratch/events.db" ".import --csv '$scratch/events.csv' events"
fi
