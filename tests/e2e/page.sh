#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The report page is sound HTML: tags closed, ids unique, every link and picture leads somewhere,
# nothing comes from elsewhere. Skipped (77) without python3, unless BLOC_REQUIRE_TOOLS is set.
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
"$program" report tests/data/north --figures tests/data/north_graphs --out "$out" >/dev/null
python3 - "$out" <<'PYTHON'
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
        if tag in ("script", "link", "iframe"):
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
