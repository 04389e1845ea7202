#!/usr/bin/env python3
"""Writes the bundled reports and reads every output back: whole, alike twice, accessible, and saying the same figures."""
import hashlib
import json
import re
import shutil
import struct
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from html.parser import HTMLParser
from pathlib import Path

from harness import ROOT, SHEET, SVG, check_tables, finish, sheets, tell, utsyn

REPORTS = ["vest-telemark", "vestre-slidre", "nord-osterdal", "trysil", "gjovikregionen"]


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Page(HTMLParser):
    """What a screen reader and a network monitor would notice."""

    VOID = {"meta", "link", "img", "br", "hr", "input", "col", "path", "line", "rect", "circle", "polygon", "polyline"}

    def __init__(self):
        super().__init__()
        self.wrong, self.headings, self.figures, self.ids, self.targets, self.language = [], [], 0, [], [], None
        self.in_table, self.caption = False, False

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "html":
            self.language = a.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in a:
            self.ids.append(a["id"])
        for key in ("src", "srcset", "data"):
            if key in a and not a[key].startswith("data:"):
                self.wrong.append("<%s> loads %s" % (tag, a[key]))
        if tag in ("link", "iframe", "object", "embed"):
            self.wrong.append("<%s> would load something" % tag)
        if tag == "a" and a.get("href", "").startswith("#"):
            self.targets.append(a["href"][1:])
        if tag == "svg":
            self.figures += 1
            label = a.get("aria-label", "")
            if a.get("role") != "img" or not label or len(label) > 300:
                self.wrong.append("figure %d: role %s, alt text of %d characters" % (self.figures, a.get("role"), len(label)))
        if tag == "img":
            self.figures += 1
            if not a.get("alt"):
                self.wrong.append("an image without alt text")
        if tag == "table":
            self.caption = False
        if tag == "caption":
            self.caption = True
        if tag == "th" and a.get("scope") not in ("col", "row"):
            self.wrong.append("a header cell without scope")

    def handle_endtag(self, tag):
        if tag == "table" and not self.caption:
            self.wrong.append("a table without caption")

    def finish(self):
        if self.headings[:1] != [1] or self.headings.count(1) != 1:
            self.wrong.append("headings begin %s" % self.headings[:3])
        self.wrong += ["heading %d after %d" % (b, a) for a, b in zip(self.headings, self.headings[1:]) if b > a + 1]
        self.wrong += ["two elements with id " + i for i in set(self.ids) if self.ids.count(i) > 1]
        self.wrong += ["a link to #%s, which is not there" % t for t in self.targets if t and t not in self.ids]
        return self.wrong


def check_html(path, language):
    text = path.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    wrong = page.finish()
    if page.language != language:
        wrong.append("language is %s" % page.language)
    if re.search(r"url\((?!data:|#)|@import", text):
        wrong.append("the style loads something")
    if re.search(r"\bnan\b|\binf\b|\(null\)|%[sdu]", re.sub(r"<(style|script).*?</\1>", "", text, flags=re.S)):
        wrong.append("a stray nan, inf, null or format sign")
    return wrong, page.figures


def check_png(path):
    data = path.read_bytes()
    at = data.find(b"pHYs")
    if at < 0:
        return ["%s: no resolution" % path.name]
    x, y, unit = struct.unpack(">IIB", data[at + 4:at + 13])
    return [] if (x, y, unit) == (11811, 11811, 1) else ["%s: %s dots a metre" % (path.name, x)]


def check_svg(path):
    root = ElementTree.parse(path).getroot()
    return ["%s: no %s" % (path.name, tag) for tag in ("title", "desc") if not root.findtext(SVG + tag)]


def check_pdf(path):
    info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    fonts = subprocess.run(["pdffonts", path], stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()[2:]
    wrong = [] if re.search(r"^Title: +\S", info.stdout, re.M) and info.returncode == 0 else ["%s: %s" % (path.name, info.stdout)]
    return wrong + ["%s: another font: %s" % (path.name, f) for f in fonts if "OpenSans" not in f.replace(" ", "")]


def check_headings(path):
    """A heading ends where the numbers under it end."""
    wrong = []
    with zipfile.ZipFile(path) as book:
        formats = ElementTree.fromstring(book.read("xl/styles.xml")).find(SHEET + "cellXfs")
    ends = [(f.find(SHEET + "alignment").get("horizontal") if f.find(SHEET + "alignment") is not None else None) for f in formats]
    for name, sheet in sheets(path).items():
        cells = sheet.cells
        style = {c.get("r"): ends[int(c.get("s", 0))] for c in sheet.root.iter(SHEET + "c")}
        for column in {re.sub(r"\d", "", cell) for cell, value in cells.items() if isinstance(value, float)}:
            rows = sorted(int(cell[len(column):]) for cell in cells if re.fullmatch(column + r"\d+", cell))
            number = next(row for row in rows if isinstance(cells["%s%d" % (column, row)], float))
            heading = max((row for row in rows if row < number and cells["%s%d" % (column, row)] is not None), default=0)
            if style["%s%d" % (column, number)] != "right" or style.get("%s%d" % (column, heading)) != "right":
                wrong.append("%s!%s%d: heading and numbers do not end together" % (name, column, number))
    return wrong


def check_workbook(path, temporary):
    wrong, n_formulas = check_headings(path) + check_tables(path), 0
    original = sheets(path)
    for name, sheet in original.items():
        if sheet.root.find(SHEET + "mergeCells") is not None:
            wrong.append("%s: merged cells" % name)
        if len(name) > 31:
            wrong.append("%s: name too long" % name)
        for cell, formula in sheet.formulas.items():
            n_formulas += 1
            a, b = (sheet.cells[ref] for ref in formula.split("-"))
            if abs((a - b) - sheet.cells[cell]) > 1e-9:
                wrong.append("%s!%s: %s is not %s" % (name, cell, sheet.cells[cell], a - b))
    if n_formulas == 0:
        wrong.append("no live formula")
    # LibreOffice, told to recalculate everything it loads.
    profile = temporary / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        '<value>0</value></prop></item></oor:items>', encoding="utf-8")
    again = temporary / "again"
    subprocess.run(["soffice", "-env:UserInstallation=file://%s" % profile.parent, "--headless", "--convert-to", "xlsx",
                    "--outdir", again, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    if not (again / path.name).exists():
        return wrong + ["LibreOffice did not open it"]
    for name, sheet in sheets(again / path.name).items():
        for cell, value in sheet.cells.items():
            before = original[name].cells.get(cell)
            same = abs(before - value) < 1e-9 if isinstance(before, float) and isinstance(value, float) else before == value
            if not same:
                wrong.append("%s!%s: %r became %r" % (name, cell, before, value))
    return wrong


def check_manifest(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    wrong = ["%s: another SHA-256" % f["file"] for f in manifest["outputs"] if sha256(folder / f["file"]) != f["sha256"]]
    wrong += ["%s: another SHA-256" % f["file"] for f in manifest["inputs"] if sha256(ROOT / f["file"]) != f["sha256"]]
    listed = {f["file"] for f in manifest["outputs"]} | {"manifest.json"}
    wrong += ["%s: not in the manifest" % name for name in files(folder) if name not in listed]
    wrong += ["an input without source: %s" % f["file"] for f in manifest["inputs"] if "dataset" in f and not f.get("source")]
    return wrong


def check_browser(path, n_figures, temporary):
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                           "--disable-background-networking", "--disable-component-update", "--disable-sync",
                           "--user-data-dir=%s" % (temporary / "browser"), "--dump-dom", "file://%s" % path],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", timeout=300)
    seen = done.stdout.count("<svg")
    return [] if seen == n_figures and done.returncode == 0 else ["the browser shows %d of %d figures" % (seen, n_figures)]


def check_print(path, temporary):
    """Every page that goes on with a table starts with its headings, and no introduction stands alone at a page's foot."""
    paper = temporary / "printed.pdf"
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
                    "--user-data-dir=%s" % (temporary / "browser"), "--print-to-pdf=%s" % paper, "file://%s" % path],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    done = subprocess.run(["pdftotext", "-layout", paper, "-"], stdout=subprocess.PIPE, encoding="utf-8")
    source = path.read_text(encoding="utf-8")
    wrong = [] if done.stdout.strip() else ["nothing was printed"]
    rows = {text.split("  ")[0] for body in re.findall(r"<tbody>.*?</tbody>", source, re.S)
            for text in (re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<th\b.*?</th>", body, re.S))}
    leads = {" ".join(text.split()) for text in re.findall(r'<p class="lead">(.*?)</p>', source, re.S)}
    heads = [[re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<th\b.*?</th>", head, re.S)][:2]
             for head in re.findall(r"<thead>.*?</thead>", source, re.S)]
    for number, page in enumerate(done.stdout.split("\f"), 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        top = re.split(r" {2,}", lines[0])[0] if lines else ""
        if top and any(row.startswith(top) for row in rows) and len(lines[0]) > len(top):
            wrong.append("page %d starts with the row «%s», without headings" % (number, top))
        if lines and any(re.match(r"%s +%s\b" % tuple(map(re.escape, head)), lines[-1]) for head in heads):
            wrong.append("page %d ends with the headings of a table" % number)
        if top and any(lead.endswith(top) and lead != top for lead in leads):
            wrong.append("page %d starts with the end of an introduction" % number)
    return wrong


def main():
    temporary = Path(tempfile.mkdtemp())
    first, second = temporary / "first", temporary / "second"
    paths = ["reports/%s.yaml" % name for name in REPORTS]
    done = utsyn("report", "-o", first, *paths, language=None, variables={"LC_ALL": "C.UTF-8"})
    tell("the five reports are written", [] if done.returncode == 0 else done.stdout.splitlines())
    again = utsyn("report", "-o", second, paths[0], language=None, variables={"LC_ALL": "nb_NO.UTF-8"})
    name = REPORTS[0]
    tell("twice the same files", [] if again.returncode == 0 and files(first / name) == files(second / name) else ["differ"])
    tell("twice the same bytes, in another locale",
         [f for f in files(first / name) if not (second / name / f).exists() or sha256(first / name / f) != sha256(second / name / f)])

    for name in REPORTS:
        folder = first / name
        definition = (ROOT / "reports" / (name + ".yaml")).read_text(encoding="utf-8")
        language = re.search(r"^language: (\w+)", definition, re.M)[1]
        tell(name + ": manifest", check_manifest(folder))
        wrong, n_figures = check_html(folder / "kapittel.html", language)
        tell(name + ": HTML stands alone and is accessible", wrong + ([] if n_figures else ["no figure"]))
        for suffix, check in ((".png", check_png), (".svg", check_svg), (".pdf", check_pdf)):
            found = sorted((folder / {"nb": "figurer", "nn": "figurar"}[language]).glob("*" + suffix))
            tell("%s: %d figures as %s" % (name, len(found), suffix[1:]), sum(map(check, found), []) if found else ["none"])
        markdown = (folder / "kapittel.md").read_text(encoding="utf-8")
        missing = [f for f in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", markdown) if not (folder / f).exists()]
        tell(name + ": Markdown's figures are there", missing)
        if shutil.which("soffice"):
            tell(name + ": workbook opens and recalculates to the same", check_workbook(folder / (name + ".xlsx"), temporary))
        else:
            tell(name + ": workbook", [], skip="LibreOffice is not installed")
    if shutil.which("chromium"):
        page = first / REPORTS[0] / "kapittel.html"
        tell("the HTML opens in a browser", check_browser(page, check_html(page, "nn")[1], temporary))
        if shutil.which("pdftotext"):
            tell("printed, tables and introductions keep together", check_print(page, temporary))
        else:
            tell("printed", [], skip="poppler-utils is not installed")
    else:
        tell("the HTML opens in a browser", [], skip="chromium is not installed")

    before = {f: sha256(second / REPORTS[0] / f) for f in files(second / REPORTS[0])}
    broken = temporary / "broken.yaml"
    broken.write_text("title: x\nlanguage: nn\nregion: 4032\nthemes: [finst-ikkje]\n", encoding="utf-8")
    done = utsyn("report", "-o", second, broken)
    after = {f: sha256(second / REPORTS[0] / f) for f in files(second / REPORTS[0])}
    tell("a bad definition exits 3 and leaves old output alone",
         [] if done.returncode == 3 and before == after and "broken.yaml:4:" in done.stdout else [done.returncode, done.stdout])
    shutil.rmtree(temporary)
    finish()


main()
