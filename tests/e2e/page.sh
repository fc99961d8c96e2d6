#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The report page is sound HTML: tags closed, ids unique, every link and picture leads somewhere,
# nothing comes from elsewhere and nothing runs, whatever the groups are called. Skipped (77) without python3, unless BLOC_REQUIRE_TOOLS is set.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v python3 >/dev/null; then
    echo "python3 not found: Debian package python3"
    [ -n "${BLOC_REQUIRE_TOOLS:-}" ] && exit 1
    exit 77
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat >"$out/check.py" <<'PYTHON'
import os, sys
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = {"meta", "img", "br", "link", "hr", "input"}

class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack, self.ids, self.links, self.faults = [], [], [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src"):
            if name in values:
                self.links.append((tag, values[name]))
        if tag == "img" and not values.get("alt"):
            self.faults.append("picture without words")
        if any(name.startswith("on") for name in values):
            self.faults.append(f"<{tag}> with a handler")
        if tag in ("script", "link", "iframe", "object", "embed", "svg", "base", "form"):
            self.faults.append(f"<{tag}>")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

out = sys.argv[1]
page = Page()
page.feed(open(os.path.join(out, "index.html"), encoding="utf-8").read())
faults = page.faults + [f"<{tag}> is not closed" for tag in page.stack]
faults += [f"id '{i}' stands twice" for i in set(page.ids) if page.ids.count(i) > 1]
text = open(os.path.join(out, "index.html"), encoding="utf-8").read()
faults += [f"U+{ord(c):04X} turns the text" for c in set(text) if c in "\u202a\u202b\u202d\u202e\u2066\u2067"]
for tag, link in page.links:
    if link.startswith("#"):
        if link[1:] not in page.ids:
            faults.append(f"{link} leads nowhere")
    elif link.startswith(("http://", "https://")):
        if tag != "a":
            faults.append(f"{link} is fetched from elsewhere")
    elif not os.path.exists(os.path.join(out, unquote(link))):
        faults.append(f"{link} is not there")
print("\n".join(faults) or f"{len(page.links)} links, {len(page.ids)} ids, no fault")
sys.exit(bool(faults) or not page.links)
PYTHON
mkdir "$out/all"
echo 'digraph all { graph [figure_type=overview] }' >"$out/all/all.gv"
failures=0
for case in north:tests/data/north_graphs hostile:"$out/all" scripts:"$out/all"; do
    data=${case%%:*}
    "$program" report "tests/data/$data" --figures "${case#*:}" --out "$out/$data" \
        >/dev/null 2>"$out/messages" || cat "$out/messages"
    python3 "$out/check.py" "$out/$data" || failures=$((failures + 1))
done
[ "$failures" -eq 0 ]
