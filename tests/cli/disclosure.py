"""Projects with small numbers for the tests of what must not get out, and what their outputs show."""
import html
import os
import random
import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(os.environ["UTSYN_SOURCE_ROOT"])
UTSYN = os.environ["UTSYN_BUILD_ROOT"] + "/src/cli/utsyn"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COUNTY, COUNTRY = "40", "0"

# Each shape: the parts of each indicator. The last one ties sexes and ages together in every cell.
SHAPES = {
    "total": {},
    "sex": {"alle": [["jenter", "gutar"]]},
    "sex and age": {"alle": [["jenter", "gutar"], ["unge", "eldre"]]},
    "sex by age": {"alle": [["jenter", "gutar"], ["unge", "eldre"]], "jenter": [["jenter-unge", "jenter-eldre"]],
                   "gutar": [["gutar-unge", "gutar-eldre"]], "unge": [["jenter-unge", "gutar-unge"]],
                   "eldre": [["jenter-eldre", "gutar-eldre"]]},
}


def municipalities(county=COUNTY):
    lines = (ROOT / "datasets/inndeling/kommuner.csv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split(";")[0] for line in lines if line.split(";")[2] == county]


def indicators_of(shape):
    names = ["alle"]
    for whole, ways in SHAPES[shape].items():
        names += [part for way in ways for part in way if part not in names]
    return names


def leaves_of(shape, indicator="alle"):
    """The smallest groups; with two separate ways to divide, the first."""
    ways = SHAPES[shape].get(indicator)
    return [leaf for part in ways[0] for leaf in leaves_of(shape, part)] if ways else [indicator]


def utsyn(project, *words):
    return subprocess.run([UTSYN, *words, "--project", str(project)], env=dict(os.environ, LC_ALL="C.UTF-8"),
                          encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def write_indicators(folder, shape, suppress, measure):
    what = {"count": "measure: count, unit: persons",
            "proportion": "measure: proportion, unit: percent, decimals: 2"}[measure]
    lines = ["theme: prove", "name: Prøve", "order: 1", "indicators:"]
    for name in indicators_of(shape):
        ways = SHAPES[shape].get(name)
        divisions = ["{%s}" % ", ".join("%s: %s" % (part, part) for part in way) for way in ways or []]
        groups = ", groups: {other: [%s], exhaustive: true}" % ", ".join(divisions) if ways else ""
        lines.append("  - {id: %s, name: Talet på %s, definition: d, %s, polarity: low, suppress: %s, source: s%s}"
                     % (name, name, what, suppress, groups))
    (folder / "indicators").mkdir(parents=True, exist_ok=True)
    (folder / "indicators/prove.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_data(folder, shape, measure, cells, vintage="."):
    """cells: {(indicator, region, period): (count, persons)}; a count that is None is hidden by the source."""
    data = folder / "datasets/prove"
    data.mkdir(parents=True, exist_ok=True)
    if not (folder / "datasets/inndeling").exists():
        (folder / "datasets/inndeling").symlink_to(ROOT / "datasets/inndeling")
    lines = ["id: prove", "source: Prøve", "title: Prøvetal", "licence: NLOD 2.0", "published: 2024-06-01", "format: tidy", "boundaries: 2024",
             "observations:"]
    for name in indicators_of(shape):
        lines += ["  - indicator: %s" % name, "    region: kode", "    period: {column: periode}",
                  "    select: {gruppe: %s}" % name]
        lines += ["    value: tal"] if measure == "count" else ["    numerator: tal", "    denominator: av"]
    (data / "dataset.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = ["kode;periode;gruppe;tal;av"]
    for name, region, period in sorted(cells):
        count, persons = cells[name, region, period]
        rows.append("%s;%s;%s;%s;%d" % (region, period, name, ":" if count is None else count, persons))
    (data / vintage).mkdir(exist_ok=True)
    (data / vintage / "tal.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_report(folder, places, shape, more=()):
    (folder / "reports").mkdir(exist_ok=True)
    lines = ["title: Prøve", "language: nn",
             "region: {id: proveregion, name: Prøveregionen, municipalities: [%s]}" % ", ".join(places),
             "themes:", "  - prove: [%s]" % ", ".join(indicators_of(shape)), *more]
    (folder / "reports/prove.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def sheets(path):
    """Rows of every sheet of a workbook: {name: [[cell]]}."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(t.text or "" for t in item.iter(SHEET + "t"))
                  for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        found = {}
        for i, name in enumerate(names, 1):
            rows = []
            for row in ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % i)).iter(SHEET + "row"):
                cells = {}
                for c in row.iter(SHEET + "c"):
                    value = c.findtext(SHEET + "v")
                    if value is not None:
                        cells[re.match("[A-Z]+", c.get("r")).group()] = (
                            shared[int(value)] if c.get("t") == "s" else float(value) if c.get("t") in (None, "n") else value)
                rows.append(cells)
            found[name] = rows
    return found


def tables(path):
    """Rows of every table of a page."""
    text = path.read_text(encoding="utf-8")
    return [[[html.unescape(re.sub("<[^>]*>", "", cell)).strip() for cell in re.findall(r"<t[dh]\b.*?</t[dh]>", row, re.S)]
             for row in re.findall(r"<tr\b.*?</tr>", table, re.S)] for table in re.findall(r"<table\b.*?</table>", text, re.S)]
