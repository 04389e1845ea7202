#!/usr/bin/env python3
"""What definitions, figures and names of files may hold and no document or terminal should get: control characters, ESC,
direction marks, U+FFFF, bytes that are no UTF-8. Data (CSV, JSON) stay as they are; letters stay everywhere."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from harness import ROOT, SHEET, Project, finish, tell
from harness import utsyn as run

ODD = "\v\x1b[31m\x7f\x9b2J\u2028\u202e\u2066\u200f\uffff\ufffe\ufdd0"
QUOTED = "".join("\\u%04x" % ord(c) if c != "[" and not c.isalnum() else c for c in ODD)
KEPT = "Kárášjohka ŧŋđ åøæ"
ODD_FILE = "datasets/ungdata/tall\x1b[31m\u202e.csv"
FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")


def make_project(folder):
    shutil.copytree(ROOT / "tests/cli/surveys", folder, dirs_exist_ok=True)
    project = Project(folder)
    # In a list of places a line separator is one character of a name like another.
    project.replace("datasets/inndeling/kommuner.csv", (";Vinje;", ";Vinje " + KEPT + ODD + ";"))
    odd = '"%s %s ' + QUOTED + ' end"'
    project.replace("indicators/ungdata.yaml",
                    ("name: {nb: Ungdata, nn: Ungdata, en: Ungdata}", "name: " + odd % ("Theme", KEPT)),
                    ("name: {nb: Ensomme, nn: Einsame, en: Lonely}", "name: " + odd % ("Lonely", KEPT)),
                    ("short: {nb: Ensomme, nn: Einsame, en: Lonely}", "short: " + odd % ("Lonely", KEPT)),
                    ("source: {nb: Ungdata, nn: Ungdata, en: Ungdata}", "source: " + odd % ("Source", KEPT)),
                    ("definition: d\n", "definition: " + odd % ("Definition", KEPT) + "\n"))
    project.replace("datasets/ungdata/dataset.yaml", ("source: Kommunens rapport", "source: " + odd % ("Report", KEPT)),
                    ("title: Ungdata", "title: " + odd % ("Figures", KEPT) + "\nnote: " + odd % ("Note", KEPT)),
                    ("licence: NLOD 2.0", "licence: " + odd % ("NLOD", KEPT)))
    project.replace("reports/unge.yaml", ("title: Young people", "title: " + odd % ("Young", KEPT)),
                    ("name: Vinje og Tokke", "name: " + odd % ("Both", KEPT)),
                    ("outputs: [chapter, workbook]", "missing: [{what: %s, source: x}]" % (odd % ("Missing", KEPT))))
    (folder / "datasets/ungdata/tall.csv").rename(folder / ODD_FILE)
    return folder


def utsyn(project, *words):
    return run(*words, cwd=project, encoding=None, stderr=subprocess.PIPE)


def check_text(name, data):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return ["%s: %s" % (name, error)]
    return ["%s: %r" % (name, text[max(0, m.start() - 30):m.end() + 10]) for m in FORBIDDEN.finditer(text)][:2]


def check_markup(name, data):
    try:
        ElementTree.fromstring(data)
        return check_text(name, data)
    except ElementTree.ParseError as error:
        return ["%s: not well-formed: %s" % (name, error)]


def check_workbook(path):
    with zipfile.ZipFile(path) as book:
        parts = [(name, book.read(name)) for name in book.namelist()]
    wrong = sum((check_markup(name, data) for name, data in parts), [])
    wrong += ["a line break in %s" % name for name, data in parts
              if any("\n" in (t.text or "") for t in ElementTree.fromstring(data).iter(SHEET + "t"))]
    # Escaped in OOXML's own way is there all the same.
    wrong += ["%s: %s" % (name, m[0]) for name, data in parts for m in re.finditer(rb"_x00[01][0-9A-F]_", data)]
    return wrong + ([] if any(KEPT.encode() in data for _, data in parts) else ["the letters are gone"])


def check_pdf(path):
    done = subprocess.run(["pdfinfo", "-enc", "UTF-8", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return check_text(path.name, done.stdout) + ([] if done.returncode == 0 else [done.stderr])


def check_report(project):
    done = utsyn(project, "report", "-o", "out", "reports/unge.yaml")
    tell("the report is written", [] if done.returncode == 0 else [done.stderr])
    out = project / "out/unge"
    tell("workbook", check_workbook(out / "unge.xlsx"))
    for name in ("chapter.html", "chapter.md"):
        data = (out / name).read_bytes()
        tell(name, check_text(name, data) + ([] if KEPT.encode() in data else ["the letters are gone"]))
    figures = sorted((out / "charts").iterdir())
    drawings = [path for path in figures if path.suffix == ".svg"]
    tell("%d SVG" % len(drawings), sum((check_markup(p.name, p.read_bytes()) for p in drawings), []) if drawings else ["none"])
    if shutil.which("pdfinfo"):
        tell("PDF", sum((check_pdf(p) for p in figures if p.suffix == ".pdf"), []))
    tell("names of files", sum((check_text("name", p.name.encode()) for p in figures), []))
    for name in ("manifest.json", "figures.json"):
        json.loads((out / name).read_bytes())
    title = json.loads((out / "manifest.json").read_bytes())["report"]["title"]
    tell("the manifest is data", [] if title == "Young %s %s end" % (KEPT, ODD) else [repr(title)])


def check_terminal(project):
    lines = [["list", "regions"], ["list", "indicators"], ["list", "datasets"], ["compare", "4036"], ["check", "-v"],
             ["compare", "--by", "sex", "4036"], ["trend", "einsemd", "4036"], ["rank", "einsemd"],
             ["explain", "einsemd", "4036"], ["inspect", ODD_FILE],
             ["inspect", "--yaml", ODD_FILE], ["inspect", "none\x1b[31m"],
             ["compare", "Nowhere\x1b[31m\u202e"], ["nonsense\x1b[31m"], ["list", "--\x1b[31m"], ["list", b"\xff\xed\xa0\x80"],
             ["report", "none\x1b[31m.yaml"]]
    for words in lines:
        done = utsyn(project, *words)
        shown = " ".join(w if isinstance(w, str) else "bytes" for w in words)
        printed = done.stdout + done.stderr
        tell("terminal: " + re.sub(FORBIDDEN, "?", shown).replace("#", ""),
             check_text("terminal", printed) if printed else ["nothing was printed"])
    listed = utsyn(project, "list", "regions").stdout.decode("utf-8")
    tell("a name is one line", [] if re.search("^4036 +Vinje " + KEPT + " .*$", listed, re.M) else [listed[-300:]])


def check_data(project):
    name = "Vinje " + KEPT + ODD
    rows = list(csv.DictReader(io.StringIO(utsyn(project, "compare", "4036", "--csv").stdout.decode("utf-8"), newline="")))
    tell("CSV is data", [] if rows and rows[0]["place_name"] == name else [rows[:1]])
    records = json.loads(utsyn(project, "compare", "4036", "--json").stdout.decode("utf-8"))
    tell("JSON is data", [] if records and records[0]["place_name"] == name else [records[:1]])
    found = json.loads(utsyn(project, "inspect", "--json", ODD_FILE).stdout.decode("utf-8"))
    tell("JSON of a file's name", [] if found["file"] == ODD_FILE else [found["file"]])
    shutil.copy(project / ODD_FILE, os.fsencode(project) + b"/\xff.csv")
    done = utsyn(project, "inspect", "--json", b"\xff.csv")
    tell("JSON of a name that is no UTF-8", [] if "\ufffd.csv" in done.stdout.decode("utf-8") else [done])


def check_forged(project):
    """A place, a label or a file whose name has a line break says nothing in our name."""
    forged = "Nowhere\nutsyn: all is well"
    dataset = next(path.parent for path in sorted((project / "datasets").glob("*/dataset.yaml"))
                   if list(path.parent.glob("*.csv")))
    own = next(dataset.glob("*.csv"))
    rows = own.read_text(encoding="utf-8").splitlines()
    separator = max(";,", key=rows[0].count)
    cells = rows[1].split(separator)
    (dataset / "2099-01-01").mkdir()
    odd = dataset / "2099-01-01" / ("a\nutsyn: all is well" + own.name)
    odd.write_text("\n".join(rows + [separator.join('"%s"' % forged if cell == cells[0] else cell for cell in cells)]) + "\n",
                   encoding="utf-8")
    done = utsyn(project, "check", "-v")
    said = (done.stdout + done.stderr).decode("utf-8")
    tell("a name cannot forge a line of a message",
         [] if "\\u000autsyn: all is well" in said and not re.search("^utsyn: all is well", said, re.M) else [said[-2000:]])
    shutil.rmtree(odd.parent)
    done = utsyn(project, "compare", forged)
    said = done.stderr.decode("utf-8")
    tell("nor can a word on the command line", [] if not re.search("^utsyn: all", said, re.M) else [said])


def check_bytes(project):
    path = project / "datasets/inndeling/fylker.csv"
    path.write_bytes(path.read_bytes().replace(b";Telemark;", b";Tele\xff\xed\xa0\x80mark;"))
    done = utsyn(project, "list", "regions")
    said = done.stderr.decode("utf-8")
    tell("a list of places that is no UTF-8 is refused with its line",
         [] if done.returncode == 3 and re.search(r"fylker\.csv:\d+:\d+: ", said) else [done.returncode, said])


assert unicodedata.is_normalized("NFC", KEPT)
with tempfile.TemporaryDirectory() as temporary:
    made = make_project(Path(temporary))
    check_report(made)
    check_terminal(made)
    check_data(made)
    check_forged(made)
    check_bytes(made)
finish()
