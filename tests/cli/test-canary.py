#!/usr/bin/python3
"""What is hidden reaches no output: a canary under suppression is found nowhere, and two projects that differ only in
hidden numbers give the same bytes: geometry, alt texts, formulas and all."""
import json
import subprocess
import tempfile
import zipfile
import zlib
from pathlib import Path

from disclosure import COUNTRY, COUNTY, write_data, write_indicators, write_report
from harness import answer, finish, municipalities, must, sheets, tell, utsyn

SPELLINGS = ["48611", "48 611", "48\u00a0611", "48\u202f611", "48,611", "48.611", "37.29", "37,29",
             "0.3729", "0,3729"]
EVENTS, AMONG = 18128, 48611  # 37.2919 %
SHAPE, YEARS = "sex", range(2016, 2024)


def texts(path):
    """Everything readable in a file, by where it stands."""
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    if path.suffix == ".pdf":
        done = [subprocess.run(command, stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
                for command in (["pdftotext", str(path), "-"], ["pdfinfo", "-meta", str(path)], ["pdfinfo", str(path)])]
        return dict(zip(("text", "metadata", "information"), done))
    if path.suffix == ".png":
        return {"chunks": chunks(data)}
    return {"": data.decode("utf-8")}


def chunks(data):
    """The text a PNG carries beside its pixels."""
    found, at = [], 8
    while at < len(data):
        size, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
        body = data[at + 8:at + 8 + size]
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            found.append(body.decode("latin-1"))
        if kind == b"zTXt":
            found.append(zlib.decompress(body.split(b"\0", 1)[1][1:]).decode("latin-1"))
        at += 12 + size
    return "\n".join(found)


def find(where, text):
    return ["%s: %s" % (where, s) for s in SPELLINGS if s in text]


def plain(places):
    """Every cell large and unlike any canary."""
    cells = {}
    for year in map(str, YEARS):
        for i, place in enumerate(places):
            for leaf in ("jenter", "gutar"):
                cells[leaf, place, year] = (60 + 3 * i + int(year) % 7, 900 + 10 * i)
    return cells


def add_up(cells, places):
    for year in map(str, YEARS):
        for place in places:
            cells["alle", place, year] = tuple(map(sum, zip(cells["jenter", place, year], cells["gutar", place, year])))
        for name in ("jenter", "gutar", "alle"):
            cells[name, COUNTY, year] = tuple(map(sum, zip(*(cells[name, place, year] for place in places))))
            cells[name, COUNTRY, year] = tuple(a + b for a, b in zip(cells[name, COUNTY, year], (9000, 99000)))
    return cells


def write(folder, cells, suppress, places):
    folder.mkdir()
    write_indicators(folder, SHAPE, suppress, "proportion")
    write_data(folder, SHAPE, "proportion", cells)
    write_report(folder, places, SHAPE)
    told = must(utsyn("report", "-o", folder / "out", folder / "reports/prove.yaml", project=folder))
    return folder / "out/prove", told


def spoken(folder, places):
    said = {"check": utsyn("check", "--verbose", project=folder).stdout}
    for what in ("indicators", "regions", "datasets"):
        said["list " + what] = utsyn("list", what, project=folder).stdout
    for name in ("jenter", "alle"):
        for place in places:
            said["explain %s %s" % (name, place)] = utsyn("explain", name, place, project=folder).stdout
    return said


def test_canary(folder, places):
    """A canary that nothing hides is found, or the search would prove nothing; then one is hidden for its own
    sake, and the other lest the first be worked out."""
    cells = plain(places)
    cells["jenter", places[0], "2023"] = (3, AMONG)
    cells["gutar", places[0], "2023"] = (EVENTS, AMONG)
    add_up(cells, places)
    shown, told = write(folder / "shown", cells, "none", places[:3])
    seen = [path.name for path in sorted(shown.rglob("*")) if path.is_file()
            if any(find(path.name, text) for text in texts(path).values())]
    missed = [kind for kind in (".html", ".md", ".xlsx", ".svg", ".pdf") if not any(name.endswith(kind) for name in seen)]
    tell("a canary that is not hidden is found", ["not in any " + kind for kind in missed])
    hidden, told = write(folder / "hidden", cells, {"count": 3}, places[:3])
    wrong = find("report", told)
    for path in sorted(hidden.rglob("*")):
        if path.is_file():
            for where, text in texts(path).items():
                wrong += find("%s %s" % (path.name, where), text)
    tell("a canary that is hidden is in no output", wrong)
    wrong = []
    for command, text in spoken(folder / "hidden", places[:3]).items():
        wrong += find(command, text)
    tell("nor does check, list or explain say it", wrong)


def test_same(folder, places):
    """Two hidden numbers exchange a few persons; all else is the same."""
    outs = []
    for i, move in enumerate((0, 1, -1)):
        cells = plain(places)
        for place, sign in ((places[0], 1), (places[1], -1)):
            count = 2 + sign * move
            cells["jenter", place, "2021"] = (count, 900)
            cells["gutar", place, "2021"] = (70 - count, 900)
        outs.append(write(folder / ("same-%d" % i), add_up(cells, places), {"count": 3}, places)[0])
    names = [sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()) for out in outs]
    wrong = [] if names[0] == names[1] == names[2] else ["not the same files"]
    for name in names[0]:
        if name == "manifest.json":  # the fingerprint of the input is another
            continue
        data = {(out / name).read_bytes() for out in outs}
        wrong += [name + ": gives away which number is hidden"] if len(data) > 1 else []
    tell("hidden numbers that are others give the same bytes", wrong)
    said = [spoken(folder / ("same-%d" % i), places[:2]) for i in range(3)]
    tell("and the same words", [command for command in said[0] if len({s[command] for s in said}) > 1])


def hidden_in_report(out):
    """(name of the indicator, name of the place, period) of every hidden cell."""
    return {(row["A"], row["C"], str(row["D"])) for row in sheets(out / "prove.xlsx")["Seriar"].rows()
            if "personvern" in row.get("H", "")}


def test_earlier(folder, places):
    """A previous run showed the cell that would be hidden beside a small one, so another is. The commands hide it too."""
    project, cells = folder / "earlier", plain(places)
    write(project, add_up(dict(cells), places), {"count": 3}, places)
    kept = project / "kept"
    (project / "out").rename(kept)
    tal = json.loads((kept / "prove/tal.json").read_text(encoding="utf-8"))
    first = [one for one in tal["figures"] if one["region"] in (places[0], places[1])]
    (kept / "prove/tal.json").write_text(json.dumps({"figures": first}), encoding="utf-8")
    cells["jenter", places[0], "2021"] = (2, 900)
    write_data(project, SHAPE, "proportion", add_up(cells, places))
    sets = []
    for more in ({}, {"previous": "kept/prove/manifest.json"}):
        write_report(project, places, SHAPE, **more)
        must(utsyn("report", "-o", project / "out", project / "reports/prove.yaml", project=project))
        answers = answer("rank", "--county", COUNTY, "--period", "2021", "jenter", "gutar", "alle", project=project)
        said = {(one["indicator_name"], one["place_name"], one["period"]) for one in answers if one["missing"] == ":"}
        sets.append((hidden_in_report(project / "out/prove"), said))
    region = lambda cells: {cell for cell in cells if cell[1] not in ("Prøveregionen", "Telemark", "Landet")}  # rank: municipalities
    wrong = ["the previous run makes no difference"] if sets[0][0] == sets[1][0] else []
    for report, said in sets:
        wrong += ["%s, %s, %s: hidden in the report or the answer alone" % cell for cell in region(report) ^ said]
    tell("what a report hides because of a previous one, no command shows", wrong)


county = municipalities(COUNTY)
with tempfile.TemporaryDirectory() as temporary:
    for test in (test_canary, test_same, test_earlier):
        test(Path(temporary), county)
finish()
