"""What a reader can take from everything a run prints: bounds on counts, each with the output it stands in.

Slopes and p values are not read: they are not linear in the counts, and are made of figures that are read. Neither is
the geometry of the figures, of which `canary` sees that it is the same whatever is hidden.
"""
import html
import json
import re
import xml.etree.ElementTree as ElementTree

from disclosure import COUNTRY, COUNTY
from harness import ROOT, SVG, answer, sheets

OWN = "proveregion"
NUMBER = "[−-]?\\d+(?:[\u00a0\u202f]\\d{3})*(?:,\\d+)?"
NAME = "Talet på [a-z]+(?:-[a-z]+)?"
EXACT = 1e-7  # what is left of a figure written with fifteen digits
LOOSE = 1e-4  # persons: what a solver must not stumble over


def half_of(text):
    """Half a unit in the last decimal that is printed."""
    return 0.5 * 10 ** -len(text.partition(",")[2]) * (1 + EXACT)


def number_of(text):
    return float(text.replace("\u00a0", "").replace("\u202f", "").replace("−", "-").replace(",", "."))


class Facts:
    """`persons` is known to everyone: {(indicator, region, period): how many the figure is among}."""

    def __init__(self, measure, persons):
        self.is_share, self.persons = measure == "proportion", persons
        # Of a count the program is not told among how many it is, so it cannot hide with that in view.
        self.limits = persons if self.is_share else {}
        self.bounds = {}  # (source, ((key, coefficient), …)) -> lowest, highest
        self.hidden, self.latest = set(), {}
        self.codes = {"Telemark": COUNTY, "Landet": COUNTRY, "Prøveregionen": OWN, "Fylket": COUNTY}
        for line in (ROOT / "datasets/inndeling/kommuner.csv").read_text(encoding="utf-8").splitlines()[1:]:
            self.codes.setdefault(line.split(";")[1], line.split(";")[0]) if line.split(";")[2] == COUNTY else None
        self.places = "(?<![\\w-])(?:%s)" % "|".join(sorted(self.codes, key=len, reverse=True))

    def add(self, source, terms, low, high):
        if all(key in self.persons for key in terms):
            where = source, tuple(sorted(terms.items()))
            before = self.bounds.get(where, (-float("inf"), float("inf")))
            self.bounds[where] = max(low, before[0]), min(high, before[1])

    def per_person(self, key):
        return 100 / self.persons[key] if self.is_share else 1

    def figure(self, source, key, value, half=None):
        if key in self.persons:
            half = EXACT * (1 + abs(value)) if half is None else half
            self.add(source, {key: self.per_person(key)}, value - half, value + half)

    def count(self, source, key, count):
        self.add(source, {key: 1}, count - EXACT, count + EXACT)

    def difference(self, source, key, other, low, high):
        if key in self.persons and other in self.persons and key != other:
            each = self.per_person(key), self.per_person(other)
            self.add(source, {key: each[0] / max(each), other: -each[1] / max(each)},
                     low / max(each) - LOOSE, high / max(each) + LOOSE)

    def rest(self, source, key, area, value, half=None):
        """The area without the place."""
        if key not in self.persons or area not in self.persons or not self.is_share:
            return
        half = EXACT * (1 + abs(value)) if half is None else half
        others = (self.persons[area] - self.persons[key]) / 100
        self.add(source, {area: 1, key: -1}, (value - half) * others - EXACT, (value + half) * others + EXACT)

    def level(self, source, key, other, level):
        """All indicators are better when low."""
        if level in ("better", "lower"):
            self.difference(source, key, other, -float("inf"), 0)
        if level in ("worse", "higher"):
            self.difference(source, key, other, 0, float("inf"))

    def key(self, name, place, period):
        return name.replace("Talet på ", ""), self.codes.get(place, place), period

    def untrue(self, cells):
        """What is read wrong, or printed wrong."""
        for (source, terms), (low, high) in self.bounds.items():
            value = sum(cells[key][0] * coefficient for key, coefficient in terms)
            if not low - EXACT <= value <= high + EXACT:
                yield "%s says %s is %.6g to %.6g, but it is %.6g" % (source, dict(terms), low, high, value)

    def sources(self):
        return sorted({source for source, terms in self.bounds})

    def of(self, sources=None):
        return [(dict(terms), low, high) for (source, terms), (low, high) in self.bounds.items()
                if sources is None or source in sources]


# Tables and text


def read_table(facts, source, rows, notes):
    """A table of the chapter: an indicator, its period, and columns headed by places."""
    head = rows[0]
    if head[:2] != ["Indikator", "Periode"]:
        return
    for row in rows[1:]:
        name = re.match(NAME, row[0])
        if name is None:
            continue
        for place, cell in zip(head[2:], row[2:]):
            found = re.match(NUMBER, cell)
            if place not in facts.codes or not found:
                continue
            period = period_of(cell, notes, row[1])
            facts.figure(source, facts.key(name.group(), place, period), number_of(found.group()), half_of(found.group()))
            facts.latest[name.group(), place] = period


def period_of(cell, notes, otherwise):
    """A cell may have several notes; one of them says when its figure is from."""
    return next((notes[note] for note in re.findall("\\^(\\w+)", cell) if note in notes), otherwise)


def read_prose(facts, source, text):
    latest = lambda name, place: facts.key(name, place, facts.latest.get((name, place), ""))
    for name, rest in re.findall("(%s)((?:: | i \\d+ område\\.| \\(\\d{4}\\): |\\. ).*)" % NAME, text):
        told = re.match(": (%s)(?: prosent)? i (%s) \\((\\d{4})\\)" % (NUMBER, facts.places), rest)
        if told:
            key = facts.key(name, told.group(2), told.group(3))
            facts.figure(source, key, number_of(told.group(1)), half_of(told.group(1)))
            own, _, _ = rest.partition(" enn i resten av landet: ")
            for area, value in re.findall("resten av (landet|Telemark) \\((%s) prosent\\)" % NUMBER, own):
                facts.rest(source, key, (key[0], COUNTRY if area == "landet" else COUNTY, key[2]), number_of(value),
                           half_of(value))
        for place, value in re.findall("(?<! i )(?<!resten av )(%s) \\((%s)(?: prosent)?\\)" % (facts.places, NUMBER), rest):
            facts.figure(source, latest(name, place), number_of(value), half_of(value))
        listed = rest if re.match(" i \\d+ område", rest) else ""
        for place, value in re.findall("(%s) (%s)(?=, |\\.?$)" % (facts.places, NUMBER), listed):
            facts.figure(source, latest(name, place), number_of(value), half_of(value))
        for place, first, when, last, then in re.findall(
                "(%s) hadde (%s)(?: %%)? i (\\d{4}) og (%s)(?: %%)? i (\\d{4})" % (facts.places, NUMBER, NUMBER), rest):
            facts.figure(source, facts.key(name, place, when), number_of(first), half_of(first))
            facts.figure(source, facts.key(name, place, then), number_of(last), half_of(last))
        for place, value, when in re.findall("(%s): (%s)(?: %%)? i (\\d{4})" % (facts.places, NUMBER), rest):
            facts.figure(source, facts.key(name, place, when), number_of(value), half_of(value))


def read_notes(text):
    return dict(re.findall("<sup>(\\w+)</sup> Talet er frå (\\d{4})\\.", text))


def read_markdown(facts, folder):
    text = (folder / "kapittel.md").read_text(encoding="utf-8")
    blocks = re.split("\n(?=\\*\\*)", text)
    for block in blocks:
        rows = [[re.sub("<sup>(\\w+).*?</sup>", "^\\1", cell).strip() for cell in line.strip("|").split("|")]
                for line in block.splitlines() if line.startswith("| ")]
        if rows:
            read_table(facts, "kapittel.md", rows, read_notes(block))
    for line in text.splitlines():
        if not line.startswith("| "):
            read_prose(facts, "kapittel.md", line)


def read_html(facts, folder):
    page = (folder / "kapittel.html").read_text(encoding="utf-8")
    for block in re.split("(?=<table\\b)", page):
        table = re.match("<table\\b.*?</table>", block, re.S)
        rows = [re.findall("<t[dh]\\b.*?</t[dh]>", row, re.S)
                for row in re.findall("<tr\\b.*?</tr>", table.group() if table else "", re.S)]
        plain = lambda cell: html.unescape(re.sub("<[^>]*>", "", re.sub("<sup>.*?>(\\w+)<.*?</sup>", "^\\1", cell))).strip()
        if not rows:
            continue
        notes = read_notes(re.sub("<svg.*?</svg>", "", block, flags=re.S))
        read_table(facts, "kapittel.html", [[plain(cell) for cell in row] for row in rows], notes)
        # Tables are sorted by an attribute that says more than the cell.
        exact = [[re.sub("^[^^]*", lambda found: "%s" % sort_key(cell, found.group()), plain(cell)) for cell in row]
                 for row in rows[1:]]
        read_exact(facts, [plain(cell) for cell in rows[0]], exact, notes)
    for drawing in re.findall("<svg\\b.*?</svg>", page, re.S):
        read_drawing(facts, "kapittel.html", ElementTree.fromstring(drawing))
    for block in re.split("</(?:p|li|desc|title|text|h\\d)>", page):
        read_prose(facts, "kapittel.html", html.unescape(re.sub("<[^>]*>", "", block)).strip())
    for text in re.findall("(?:alt|aria-label|title)=\"([^\"]*)\"", page):
        read_prose(facts, "kapittel.html", html.unescape(text))


def sort_key(cell, otherwise):
    found = re.match("<t[dh][^>]* class=\"number\"[^>]* data-key=\"([^\"]*)\"", cell)
    return found.group(1) if found else otherwise


def read_exact(facts, head, rows, notes):
    if head[:2] != ["Indikator", "Periode"]:
        return
    for row in rows:
        name = re.match(NAME, row[0])
        for place, cell in zip(head[2:], row[2:]):
            value = cell.partition("^")[0]
            if name and place in facts.codes and re.fullmatch("-?\\d+(?:\\.\\d+)?", value):
                facts.figure("kapittel.html", facts.key(name.group(), place, period_of(cell, notes, row[1])), float(value))


# Figures


def read_drawing(facts, source, root):
    title = root.findtext(SVG + "desc") or ""
    read_prose(facts, source, title)
    rows = [list(group.iter(SVG + "text")) for group in root.iter(SVG + "g") if group.get("class") == "row"]
    heading = " ".join(text.text for text in root.iter(SVG + "text") if text.text)
    name, period = re.search(NAME, title), re.search(", (\\d{4})\\.", heading)
    columns = {}  # a long name stands on two lines
    for text in (text for group in root.iter(SVG + "g") if group.get("class") == "columns" for text in group.iter(SVG + "text")):
        columns[text.get("x")] = columns.get(text.get("x"), "") + (text.text or "")
    columns = {x: name for x, name in columns.items() if name in facts.codes}
    for row in rows:
        texts = [text.text or "" for text in row]
        if title.startswith("Punktfigur") and name and texts[0] in facts.codes:
            own = [text for text in texts if re.fullmatch("\\d{4}", text)]
            value = next((text.text for text in row if text.get("text-anchor") == "end"), "")
            when = own[0] if own and period is None else period.group(1) if period else ""
            if re.fullmatch(NUMBER, value):
                facts.figure(source, facts.key(name.group(), texts[0], when), number_of(value), half_of(value))
        if title.startswith("Barometer") and re.fullmatch(NAME, texts[0]) and re.match("\\d{4}", texts[1]):
            for text in row:
                if text.get("x") in columns and re.fullmatch(NUMBER, text.text or ""):
                    facts.figure(source, facts.key(texts[0], columns[text.get("x")], texts[1][:4]), number_of(text.text),
                                 half_of(text.text))


def read_figures(facts, folder):
    for path in sorted((folder / "figurar").glob("*.svg")):
        read_drawing(facts, "figurar", ElementTree.parse(path).getroot())


# The workbook

LEVELS = {"betre": "better", "dårlegare": "worse"}


def read_workbook(facts, folder):
    book = {name: sheet.rows() for name, sheet in sheets(folder / "prove.xlsx").items()}
    for row in book["Seriar"]:
        if not re.fullmatch(NAME, row.get("A", "")) or row.get("C") not in facts.codes:
            continue
        key = facts.key(row["A"], row["C"], str(row["D"]))
        if "E" in row:
            facts.figure("prove.xlsx", key, row["E"])
        if "F" in row:
            facts.count("prove.xlsx", key, row["F"])
        if "personvern" in row.get("H", ""):
            facts.hidden.add(key)
    for row in book["Mot landet"] + book["Mot fylket"]:
        if not re.fullmatch(NAME, str(row.get("B"))) or row.get("D") not in facts.codes or "E" not in row:
            continue
        own, other = (facts.key(row["B"], row.get(place), str(row["E"])) for place in "DH")
        for key, column in ((own, "F"), (other, "I")):
            if column in row:
                facts.figure("prove.xlsx", key, row[column])
        if "J" in row:
            facts.difference("prove.xlsx", own, other, row["J"] - 1e-6, row["J"] + 1e-6)
        facts.level("prove.xlsx", own, other, LEVELS.get(row.get("L")))
    heads = next(row for row in book["Oversikt"] if row.get("A") == "Tema")
    for row in book["Oversikt"]:
        for column, place in heads.items():
            if place in facts.codes and isinstance(row.get(column), float):
                facts.figure("prove.xlsx", facts.key(row["B"], place, str(row["D"])), row[column])


# Data files, and the commands that print data


def read_manifest(facts, folder):
    for series in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["figures"]:
        for period, value in series["values"].items():
            facts.figure("manifest.json", (series["indicator"], series["place"], period), value,
                         0.005 if facts.is_share else 0.5)
        for benchmark, region in (("county", COUNTY), ("country", COUNTRY)):
            if benchmark in series:
                own, other = ((series["indicator"], place, series["period"]) for place in (series["place"], region))
                facts.level("manifest.json", own, other, series[benchmark]["level"])


def read_tal(facts, folder):
    for one in json.loads((folder / "tal.json").read_text(encoding="utf-8"))["figures"]:
        facts.figure("tal.json", (one["indicator"], one["region"], one["period"]), one["value"])


def read_run(facts, folder):
    """Everything a report wrote."""
    read_html(facts, folder)  # its tables say of which periods the sentences are
    for read in (read_markdown, read_figures, read_workbook, read_manifest, read_tal):
        read(facts, folder)


def read_record(facts, source, key, record, prefix=""):
    if record[prefix + "value"] is not None:
        facts.figure(source, key, record[prefix + "value"])
    if record[prefix + "numerator"] is not None:
        facts.count(source, key, record[prefix + "numerator"])
    if record.get(prefix + "missing") == ":":
        facts.hidden.add(key)


def read_compare(facts, project, indicators, places):
    for record in answer("compare", *indicators, *places, project=project):
        if record["period"] is None:
            continue
        own, other = ((record["indicator"], place, record["period"]) for place in (record["place"], record["benchmark_place"]))
        read_record(facts, "compare", own, record)
        read_record(facts, "compare", other, record, "benchmark_")
        if record["difference"] is not None:
            facts.difference("compare", own, other, record["difference"] - 1e-6, record["difference"] + 1e-6)
        if record["tested_against"] is not None:
            facts.rest("compare", own, other, record["tested_against"])
        facts.level("compare", own, other, record["level"])


def read_rank(facts, project, indicators, period):
    """Who stands before whom, and the figures."""
    records = answer("rank", "--county", COUNTY, "--period", period, *indicators, project=project)
    for record in records:
        key = record["indicator"], record["place"], record["period"]
        read_record(facts, "rank", key, record)
        for benchmark, region in (("county", COUNTY), ("country", COUNTRY)):
            facts.level("rank", key, (key[0], region, key[2]), record[benchmark + "_level"])
    for before, after in zip(records, records[1:]):
        if before["indicator"] == after["indicator"] and None not in (before["rank"], after["rank"]):
            keys = [(one["indicator"], one["place"], one["period"]) for one in (before, after)]
            tie = before["rank"] == after["rank"]
            facts.difference("rank", *keys, -EXACT if tie else -float("inf"), EXACT)


def read_explain(facts, project, indicator, place):
    page = answer("explain", indicator, place, project=project)
    own = indicator, place, page["period"]
    read_record(facts, "explain", own, page["figure"])
    for point in page["trend"].get("points") or []:
        facts.figure("explain", (indicator, place, point["period"]), point["value"])
    for one in page["comparisons"]:
        other = indicator, one.get("place"), page["period"]
        if one.get("figure"):
            read_record(facts, "explain", other, one["figure"])
        if one.get("rest") and own in facts.persons and other in facts.persons:
            facts.add("explain", {other: 1, own: -1}, one["rest"]["numerator"], one["rest"]["numerator"])
        if one.get("difference") is not None:
            facts.difference("explain", own, other, one["difference"] - 1e-6, one["difference"] + 1e-6)
        facts.level("explain", own, other, one.get("level"))


def read_trend(facts, project, indicators, places):
    """{(indicator, place): (how many points its slope is of, the first, the last)}"""
    return {(one["indicator"], one["place"]): (one["points"], one["first"], one["last"])
            for one in answer("trend", *indicators, *places, project=project) if one["slope_per_year"] is not None}
