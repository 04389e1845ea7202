#!/usr/bin/env python3
"""12 of 60 against 11.4 per cent, where the rules part ways: every output of a report says what its rule decided."""
import json
import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from harness import SVG, Project, check_tables, finish, lacks, must, sheets, table, tell

# Exact p 0.0426 and Wilson 11.83-31.78 say worse; mid-p 0.0527 does not.
WORD = {"utsyn": "no certain difference", "fhi": "worse", "fingertips": "worse"}
AREA = {"utsyn": "the rest of the country", "fhi": "the country", "fingertips": "the country"}
# What no chapter by a rule that takes the area's figure as known may say.
REST = re.compile("the rest of|resten av|taken out|uten seg selv|utan seg sjølv|mid-p", re.I)
LANGUAGES = ["nb", "nn", "en"]

FIGURES = [("3421", 2023, 12, 60), ("3425", 2023, 60, 526), ("34", 2023, 22800, 200000), ("0", 2023, 1140000, 10000000)]
BOTH = {"id": "both", "name": "Both", "municipalities": [3421, 3425]}


def make_project(folder, own_rule={}):
    """Two indicators with the same figures; `own_rule` is the second one's."""
    project = Project(folder)
    project.theme("a", {"first": {"name": "First", "decimals": 1}, "second": {"name": "Second", "decimals": 1, **own_rule}})
    project.dataset("tal", [{"indicator": one, "region": "code", "period": {"column": "year"}, "numerator": "x",
                             "denominator": "n"} for one in ("first", "second")],
                    table(("code", "year", "x", "n"), *FIGURES))
    return project


def write(project, rule, language="en", region="3421", *words):
    """The folder of a report written by the rule; None leaves the key out."""
    name = "%s-%s-%s%s" % (rule or "none", language, region, "".join(words).replace("--", "-"))
    name = re.sub("[^a-z0-9-]", "", name)
    place = region if region.isdigit() else BOTH
    project.report(name, language=language, region=place, themes=["a"], **({"rule": rule} if rule else {}))
    must(project.run("report", "-o", project.root / "out", project.root / ("reports/%s.yaml" % name), "--quiet", *words))
    return project.root / "out" / name


def all_text(out):
    """Whatever a reader of the report can meet, by file."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*"))
             if path.suffix in (".html", ".md", ".svg")}
    texts["workbook"] = "\n".join(sheet.text() for book in out.glob("*.xlsx") for sheet in sheets(book).values())
    return texts


def described(out, kind):
    """The alt texts of the figures of a kind."""
    return " ".join(ElementTree.parse(path).getroot().findtext(SVG + "desc") for path in out.rglob(kind + "*.svg"))


def check_agree(project, rule):
    """The sentence, the cell and the alt text of one municipality."""
    out, word, area = write(project, rule), WORD[rule], AREA[rule]
    chapter = (out / "chapter.md").read_text(encoding="utf-8")
    certain = "worse than in %s (11.4 per cent)" if word == "worse" else "no certain difference from %s (11.4 per cent)"
    wrong = lacks(chapter, certain % area, "Marks are against %s." % area, "Level (rule %s)" % rule)
    if word != "worse":
        wrong += lacks(chapter, "No indicator is certainly worse than in %s when all comparisons of the report are taken together." % area)
    rows = [list(row.values()) for name, sheet in sheets(next(out.glob("*.xlsx"))).items() if "country" in name.lower()
            for row in sheet.rows() if "First" in row.values()]
    if not rows or word not in rows[0]:
        wrong.append("the workbook says %s" % rows)
    wrong += check_tables(next(out.glob("*.xlsx")))
    barometer = described(out, "barometer")
    wrong += lacks(barometer, "0 better, 2 worse" if word == "worse" else "0 worse, 2 no certain difference")
    captions = " ".join(" ".join(ElementTree.parse(path).getroot().itertext()) for path in out.rglob("barometer*.svg"))
    flat = re.sub(r"\s+", " ", captions)
    wrong += lacks(flat, "are tested, against %s:" % area)
    if rule != "utsyn":
        wrong += lacks(flat, "Rule %s:" % rule)
    return wrong


def check_groups(project, rule):
    """Several municipalities under one heading, and their figure."""
    out, area = write(project, rule, "en", "both"), AREA[rule]
    chapter = (out / "chapter.md").read_text(encoding="utf-8")
    wrong = lacks(re.sub(r"\s+", " ", " ".join(ElementTree.parse(next(out.rglob("places-first*.svg"))).getroot().itertext())),
                  "each against %s." % area)
    if WORD[rule] == "worse":
        return wrong + lacks(chapter, "Worse than in %s: Trysil (20.0 per cent). No certain difference in Engerdal." % area,
                             "No certain difference from %s: First; Second." % area)
    return wrong + lacks(chapter, "None of the municipalities differ with certainty from %s." % area)


def check_known(project):
    """By rules that know the area's figure nobody is taken out of it, in any language, anywhere."""
    wrong = []
    for rule in ("fhi", "fingertips"):
        for language in LANGUAGES:
            for region in ("3421", "both"):
                for name, text in all_text(write(project, rule, language, region)).items():
                    wrong += ["%s %s %s: %s: …%s…" % (rule, language, region, name, text[max(m.start() - 60, 0):m.end() + 40])
                              for m in REST.finditer(text)]
    told = all_text(write(project, "utsyn", "en", "both"))
    return wrong + ["by rule utsyn %s does not speak of the rest" % name for name in ("chapter.md", "workbook")
                    if not REST.search(told[name])]


def check_mixed(project):
    """An indicator's own rule decides it, and the report names it."""
    out = write(project, None)
    chapter = (out / "chapter.md").read_text(encoding="utf-8")
    wrong = lacks(chapter, "First: 20.0 per cent in Trysil (2023). There is no certain difference from the rest of the country",
                  "Second: 20.0 per cent in Trysil (2023). That is worse than in the country (11.4 per cent)",
                  "Level (rule utsyn)", "Level (rule fhi)", "Decided by rule fhi: Second.",
                  "Marks are against the country or the rest of the country.")
    wrong += lacks(all_text(out)["workbook"], "Decided by rule fhi: Second.")
    report = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["report"]
    if (report["rule"], report["rule_for_all"]) != ("utsyn", False):
        wrong.append("the manifest says %s" % report)
    explained = project.answer("explain", "second", "3421")
    country = [c for c in explained["comparisons"] if c["benchmark"] == "country"][0]
    if country["rule"] != "fhi" or len(country["family"]) != 2:
        wrong.append("explain: rule %s, family %s" % (country["rule"], country["family"]))
    return wrong


def check_command(project):
    """--rule goes before the indicator's own rule and the report's."""
    wrong = []
    for rule, word in WORD.items():
        out = write(project, "fingertips", "en", "3421", "--rule", rule)
        chapter = (out / "chapter.md").read_text(encoding="utf-8")
        wrong += lacks(chapter, "Level (rule %s)" % rule)
        wrong += ["%s: another rule too" % rule] if chapter.count("Level (rule") != 1 or "Decided by" in chapter else []
        report = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["report"]
        if (report["rule"], report["rule_for_all"]) != (rule, True):
            wrong.append("the manifest says %s" % report)
        levels = {record["level"] for record in project.answer("compare", "second", "3421", "--rule", rule)}
        if levels != {"similar" if rule == "utsyn" else "worse"}:
            wrong.append("compare --rule %s: %s" % (rule, levels))
    refused = project.run("report", project.root / "reports/none-en-3421.yaml", "--rule", "ssb")
    if refused.returncode != 2 or "allowed: utsyn, fhi, fingertips" not in refused.stdout:
        wrong.append(refused.stdout)
    return wrong


with tempfile.TemporaryDirectory() as temporary:
    plain = make_project(Path(temporary) / "plain")
    own = make_project(Path(temporary) / "own", {"rule": "fhi"})
    for rule in WORD:
        tell("sentence, cell and figure agree by rule %s" % rule, check_agree(plain, rule))
    for rule in WORD:
        tell("the municipalities together by rule %s" % rule, check_groups(plain, rule))
    tell("nobody is taken out of a figure taken as known", check_known(plain))
    tell("an indicator with its own rule", check_mixed(own))
    tell("--rule decides for all", check_command(own))
finish()
