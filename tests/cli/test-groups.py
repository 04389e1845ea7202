#!/usr/bin/env python3
"""An indicator by sex and grade: each group against its own, the groups against each other, and what is hidden."""
import math
import tempfile

from harness import Project, check, finish, table
from reckoning import freeman_halton, midp, near

FIGURES = {"jenter": {"40": (1200, 8000), "4034": (45, 200), "4036": (30, 300), "4032": (12, 90)},
           "gutar": {"40": (600, 8000), "4034": (15, 200), "4036": (31, 305), "4032": (14, 93)},
           "t8": {"4034": (4, 12), "4036": (12, 210), "4032": (2, 60)},
           "t9": {"4034": (5, 13), "4036": (30, 190), "4032": (13, 61)},
           "t10": {"4034": (5, 12), "4036": (19, 205), "4032": (11, 62)},
           "alle": {"40": (1800, 16000), "4034": (60, 400), "4036": (61, 605), "4032": (26, 183)}}
GRADES = ("t8", "t9", "t10")


def make_project(folder):
    """Fyresdal (4032) has two events in grade 8."""
    project = Project(folder)
    groups = {"groups": {"sex": {"girls": "jenter", "boys": "gutar"}, "grade": {8: "t8", 9: "t9", 10: "t10"}}}
    project.theme("prove", {name: {"suppress": {"count": 3}, **(groups if name == "alle" else {})} for name in FIGURES})
    project.dataset("prove", [{"indicator": name, "region": "code", "period": {"column": "year"}, "select": {"group": name},
                               "numerator": "x", "denominator": "n"} for name in FIGURES],
                    table(("code", "year", "group", "x", "n"), *((code, 2023, name, x, n) for name, places in FIGURES.items()
                                                                 for code, (x, n) in places.items())))
    return project


def test_sexes(project):
    by_sex = project.answer("explain", "alle", "4034")["breakdowns"][0]
    records = project.answer("compare", "alle", "4034", "--by", "sex")
    for group in by_sex["groups"]:
        x, n = FIGURES[group["indicator"]]["4034"]
        all_x, all_n = FIGURES[group["indicator"]]["40"]
        p = group["comparisons"][0]["p"]
        check(group["indicator"] + " against their own in the county", near(p, midp(x, n, all_x - x, all_n - n), 1e-6), p)
    contrast = by_sex["against_each_other"]
    check("two groups: mid-p", near(contrast["p"], midp(45, 200, 15, 200), 1e-6) and contrast["answer"] == "different",
          contrast)
    found = {(record["group"], record["against"]): record["p"] for record in records}
    girls, boys = (group["comparisons"][0]["p"] for group in by_sex["groups"])
    explained = {("jenter", "county"): girls, ("jenter", "country"): None, ("gutar", "country"): None,
                 ("gutar", "county"): boys, (None, "each-other"): contrast["p"]}
    check("compare --by has the p of explain", found.keys() == explained.keys()
          and all(found[key] == p or near(found[key], p) for key, p in explained.items()), found)


def test_grades(project):
    exact = freeman_halton([FIGURES[name]["4034"] for name in GRADES])
    contrast = project.answer("explain", "alle", "4034")["breakdowns"][1]["against_each_other"]
    check("three small groups: exactly", near(contrast["p"], exact, 1e-9) and contrast["answer"] == "similar", contrast)
    contrast = project.answer("explain", "alle", "4036")["breakdowns"][1]["against_each_other"]
    groups = [FIGURES[name]["4036"] for name in GRADES]
    share = sum(x for x, _ in groups) / sum(n for _, n in groups)
    chi_square = sum((x - n * share) ** 2 / (n * share * (1 - share)) for x, n in groups)
    check("three groups: chi-square", near(contrast["chi_square"], chi_square)
          and near(contrast["p"], math.exp(-chi_square / 2)) and contrast["answer"] == "different", contrast)


def test_hidden(project):
    by_grade = project.answer("explain", "alle", "4032")["breakdowns"][1]
    contrast, hidden = by_grade["against_each_other"], by_grade["groups"][0]
    check("a hidden group ends the test", contrast["reason"] == "confidential" and contrast["p"] is None, contrast)
    check("and shows nothing", hidden["value"] is None and hidden["numerator"] is None
          and all(comparison["p"] is None for comparison in hidden["comparisons"]), hidden)
    page = project.run("compare", "alle", "4034", "4032", "--by", "grade").stdout
    check("nor in the table", "3.33" not in page and " 2 " not in page and "each other" in page
          and "suppressed to protect" in page, page)


def test_families(project):
    whole, girls = (project.answer("compare", name, "4034")[0] for name in ("alle", "jenter"))
    check("the groups are no comparisons beside the whole", whole["comparisons"] == girls["comparisons"] == 1
          and near(whole["q"], whole["p"]) and girls["q"] is None and not girls["robust"], (whole, girls))


with tempfile.TemporaryDirectory() as folder:
    made = make_project(folder)
    for test in (test_sexes, test_grades, test_hidden, test_families):
        test(made)
finish()
