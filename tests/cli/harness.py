"""What the tests of this folder share: telling in TAP, running utsyn, made-up projects, and reading back what was written."""
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(os.environ["UTSYN_SOURCE_ROOT"])
BUILD = Path(os.environ["UTSYN_BUILD_ROOT"])
UTSYN = BUILD / "src/cli/utsyn"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
number = failed = 0


# Telling


def tell(name, wrong=(), skip=None):
    """A test, which is passed when nothing is wrong."""
    global number, failed
    wrong = [line for part in wrong for line in str(part).splitlines() or [""]]
    number += 1
    failed += bool(wrong)
    for line in wrong[:40]:
        print("# " + line)
    print("%sok %d %s%s" % ("not " if wrong else "", number, name.replace("#", ""), " # SKIP " + skip if skip else ""),
          flush=True)


def check(name, fine, told=""):
    """A test, which is passed when it is fine; what was found otherwise is told."""
    tell(name, [] if fine else [told or "it is not so"])


def lacks(text, *parts):
    """The parts a text should have and has not, then the text."""
    missing = ["no «%s»" % part for part in parts if part not in text]
    return missing + [text] if missing else []


def bail(why):
    print("Bail out! " + " ".join(str(why).split()))
    sys.exit(1)


def finish():
    print("1..%d" % number)
    sys.exit(failed > 0)


# Running


def utsyn(*words, project=None, language="en", variables={}, **options):
    """The finished process. What it prints, errors too, is the text `stdout` unless the options say otherwise."""
    more = ["--lang", language] if language else []
    more += ["--project", project] if project else []
    options = {"encoding": "utf-8", "stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT,
               "cwd": ROOT, **options}
    return subprocess.run([UTSYN, *words, *more], env=dict(os.environ, **variables), **options)


def must(done):
    """What a command printed that has to succeed for the test to go on."""
    if done.returncode != 0:
        bail("%s: %s" % (" ".join(map(str, done.args[1:])), done.stdout))
    return done.stdout


def answer(*words, **options):
    """What a command answers as data."""
    return json.loads(must(utsyn(*words, "--json", "--quiet", **options)))


# Made-up projects


def flow(value):
    return json.dumps(value, ensure_ascii=False)


def definition(keys, under=None, entries=()):
    """A YAML file: a line a key, then a line an entry of the list."""
    lines = ["%s: %s" % (key, flow(value)) for key, value in keys.items()]
    lines += ["%s:" % under] + ["  - " + flow(entry) for entry in entries] if under else []
    return "\n".join(lines) + "\n"


def table(*rows):
    return "".join(";".join(map(str, row)) + "\n" for row in rows)


def municipalities(county):
    lines = (ROOT / "datasets/inndeling/kommuner.csv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split(";")[0] for line in lines if line.split(";")[2] == county]


class Project:
    """A folder with the lists of places, and what is copied or made up."""

    def __init__(self, root, *copied):
        self.root = Path(root)
        for name in ("datasets", "indicators", "reports"):
            (self.root / name).mkdir(parents=True, exist_ok=True)
        for name in ("datasets/inndeling", *copied):
            shutil.copytree(ROOT / name, self.root / name, dirs_exist_ok=True)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")
        return self.root / path

    def replace(self, path, *pairs):
        text = (self.root / path).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, (path, old)
            text = text.replace(old, new)
        self.write(path, text)

    def theme(self, name, indicators, title=None):
        """indicators: {id: what it has beside or instead of the usual}"""
        usual = {"definition": "Made up", "measure": "proportion", "polarity": "low", "suppress": "none", "source": "Made up"}
        self.write("indicators/%s.yaml" % name, definition(
            {"theme": name, "name": title or name, "order": 1}, "indicators",
            [{"id": one, "name": one, **usual, **more} for one, more in indicators.items()]))

    def dataset(self, name, observations, text=None, **keys):
        """text: that of its only file"""
        usual = {"id": name, "source": "Made up", "title": "Made-up figures", "licence": "NLOD 2.0", "published": "2025",
                 "format": "tidy", "boundaries": "auto", "files": ["*.csv"]}
        self.write("datasets/%s/dataset.yaml" % name, definition({**usual, **keys}, "observations", observations))
        if text is not None:
            self.write("datasets/%s/figures.csv" % name, text)

    def report(self, name, **keys):
        return self.write("reports/%s.yaml" % name, definition({"title": "Prøve", **keys}))

    def run(self, *words, **options):
        return utsyn(*words, project=self.root, **options)

    def answer(self, *words, **options):
        return answer(*words, project=self.root, **options)

    def written(self, *names):
        """The folder of the reports of these names, which are written."""
        must(self.run("report", "--quiet", "-o", self.root / "out", *(self.root / "reports" / (name + ".yaml") for name in names)))
        return self.root / "out"


# Reading back


class Sheet:
    """`cells` are {place: value}, `formulas` the same, `root` the XML."""

    def __init__(self, root, shared):
        self.root, self.cells, self.formulas = root, {}, {}
        for cell in root.iter(SHEET + "c"):
            value, formula = cell.findtext(SHEET + "v"), cell.findtext(SHEET + "f")
            if value is not None:
                kind = cell.get("t", "n")
                value = shared[int(value)] if kind == "s" else float(value) if kind == "n" else value
            self.cells[cell.get("r")] = value
            if formula:
                self.formulas[cell.get("r")] = formula

    def rows(self):
        """{column: value} of every row."""
        found = {}
        for place, value in self.cells.items():
            column, row = re.fullmatch("([A-Z]+)(\\d+)", place).groups()
            row = found.setdefault(int(row), {})
            if value is not None:
                row[column] = value
        return [found[row] for row in sorted(found)]

    def text(self):
        return "\n".join(value for value in self.cells.values() if isinstance(value, str))


def sheets(path):
    """The sheets of a workbook by name."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(t.text or "" for t in item.iter(SHEET + "t"))
                  for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        return {name: Sheet(ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % i)), shared)
                for i, name in enumerate(names, 1)}


def table_rows(path):
    """The first and the last row of each table of a workbook, its headings among them, by the name of its sheet."""
    found = {}
    with zipfile.ZipFile(path) as book:
        for i, name in enumerate(sheets(path), 1):
            links = "xl/worksheets/_rels/sheet%d.xml.rels" % i
            for table in re.findall("tables/table\\d+[.]xml", book.read(links).decode()) if links in book.namelist() else []:
                area = ElementTree.fromstring(book.read("xl/" + table)).get("ref")
                found[name] = tuple(map(int, re.fullmatch("[A-Z]+(\\d+):[A-Z]+(\\d+)", area).groups()))
    return found


def check_tables(path):
    """A table ends with the last row there is: sorting and filtering in it leave nothing out and add nothing."""
    wrong, found = [], table_rows(path)
    for name, sheet in sheets(path).items():
        last = max((int(re.sub("[A-Z]", "", place)) for place, value in sheet.cells.items() if value is not None), default=0)
        if name in found and found[name][1] != last:
            wrong.append("%s: the table ends in row %d, the figures in row %d" % (name, found[name][1], last))
    return wrong if found else ["%s: no table" % path.name]
