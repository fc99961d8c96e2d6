#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Every figure of a report, one of each type, tells what it was made from: what is listed with the
# options that its record has, the dataset's digest as the manual has it computed, and the digest of
# its definition in the manifest. Nothing but the metadata tells it. Skipped (77) without python3,
# unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/e2e/lib/journey.sh
need python3

mkdir "$scratch/graphs"
cp tests/data/north_graphs/*.gv "$scratch/graphs"
for type in overview lanes region ego strip difference genealogy hierarchy matrix series; do
    echo "digraph $type { graph [figure_type=$type, select_ego=guard, select_hops=2," \
        'figure_windows="2012/2014; 2015", figure_from=2013, figure_to=2015] band [hidden=yes] }' \
        >"$scratch/graphs/$type.gv"
done
"$program" report tests/data/north --figures="$scratch/graphs" --out="$scratch/out" \
    >"$scratch/log" 2>&1 || fail "no report: $(cat "$scratch/log")"
python3 -B tests/e2e/figure_data.py "$program" tests/data/north "$scratch"/out || fail "the report"

# Hidden groups, several pages, and a figure that follows from the options.
data=data/islamic-state-affiliates
mkdir -p "$scratch/drawn/figures"
for figure in algeria-sahel lanes growth; do
    "$program" draw $data "graphs/$figure.gv" -o "$scratch/drawn/figures/$figure.svg" 2>"$scratch/log"
done
"$program" draw $data --ego=AQIM --during=2015 --certain-only \
    -o "$scratch/drawn/figures/figure.svg" 2>"$scratch/log"
python3 -B tests/e2e/figure_data.py "$program" $data "$scratch/drawn" || fail "figures drawn"
"$program" figure-data "$scratch"/drawn/figures/*.svg --data=$data >"$scratch/log" ||
    fail "other data: $(cat "$scratch/log")"

# Names of any script, and such as would break out of XML, JSON or a terminal.
for sample in hostile scripts; do
    mkdir -p "$scratch/$sample/figures"
    "$program" draw "tests/data/$sample" -o "$scratch/$sample/figures/$sample.svg" 2>"$scratch/log"
    python3 -B tests/e2e/figure_data.py "$program" "tests/data/$sample" "$scratch/$sample" ||
        fail "the figure of $sample"
done

# The digest of the dataset as the manual computes it.
sed -n '/^for f in claims.csv/,/^done/p' man/bloc-figure.5 | sed 's/\\e$/\\/' >"$scratch/recipe"
digest=$(cd $data && bash "$scratch/recipe" | cut -d ' ' -f 1)
[ ${#digest} = 64 ] || fail "no recipe in the manual"
"$program" figure-data "$scratch/drawn/figures/growth.svg" --table=figures --json |
    grep -q "\"dataset_sha256\": \"$digest\"" || fail "the digest of the manual is another: $digest"

# The picture is the same without it.
if command -v rsvg-convert >/dev/null; then
    svg=$scratch/drawn/figures/growth.svg
    sed '/<bloc:figure-data/,/<.bloc:figure-data/d' "$svg" >"$scratch/bare.svg"
    cmp -s "$svg" "$scratch/bare.svg" && fail "there was no record"
    rsvg-convert "$svg" -o "$scratch/with.png"
    rsvg-convert "$scratch/bare.svg" -o "$scratch/without.png"
    cmp "$scratch/with.png" "$scratch/without.png" || fail "the record is seen"
elif [ -n "${BLOC_REQUIRE_TOOLS:-}" ]; then
    fail "rsvg-convert not found: Debian package librsvg2-bin"
fi
exit $((failures > 0))
