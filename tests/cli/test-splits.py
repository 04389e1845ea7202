#!/usr/bin/env python3
"""A municipality that was a part of another for some years: a figure shared by weight is shown, and judges nobody.

All figures are made up: 10 per cent in what was and is Haram, 20 per cent in the Ålesund it was a part of, 15 elsewhere.
"""
import csv
import io
import re
import tempfile

from harness import Project, check, finish, lacks, must, table, tell

OLD_HARAM, OLD_ALESUND, HARAM, ALESUND = 1534, 1507, 1580, 1508
COUNTY, COUNTRY = (15, 40000, 265000), (0, 800000, 5300000)


def both_ways():
    """Until 2025, when the two are apart again."""
    for year in range(2016, 2020):
        for code in (1504, 1523, 1529, 1546):
            yield code, year, 2000 + 100 * (year % 7), 12000
        yield OLD_HARAM, year, 900 + year % 5, 9000
    for year in range(2020, 2024):
        yield OLD_ALESUND, year, 13200 + year % 5, 66000
    for year in (2024, 2025):
        yield ALESUND, year, 11400 + year % 5, 57000
        yield HARAM, year, 900 + year % 5, 9000
    for year in range(2016, 2026):
        for code, yes, of in (COUNTY, COUNTRY):
            yield code, year, yes, of


def last_together(n):
    """2023 in an nth of all."""
    for code, yes, of in ((OLD_ALESUND, 13200, 66000), (1506, 4800, 32000), (1516, 1200, 8600), (1505, 3800, 24000), COUNTY,
                          COUNTRY):
        yield code, 2023, yes // n, of // n


def until_together():
    for year in range(2016, 2020):
        yield OLD_HARAM, year, 900 + year % 5, 9000
    for year in range(2020, 2023):
        yield OLD_ALESUND, year, 13200 + year % 5, 66000
    yield from last_together(1)


def full_count():
    for year in range(2016, 2020):
        yield OLD_HARAM, year, 100, 1000
    for year in range(2020, 2024):
        yield OLD_ALESUND, year, 9000, 60000, *(["break"] if year == 2022 else [])
    for year in (2024, 2025):
        yield HARAM, year, 10 * (year - 1994), 1000


# What each of the seven that got a part of a split municipality was made of, and its code after that.
SEVEN = {ALESUND: (OLD_ALESUND,), HARAM: (OLD_ALESUND,), 1806: (1805, 1854, 1850), 1875: (1849, 1850), 5055: (5011, 1571, 5012),
         5056: (5013, 5012), 5059: (5012, 5016, 5023, 5024)}


def before_and_after():
    """A tenth in the last year that their figures are carried by weight, and in the first that they are their own."""
    for code, parts in SEVEN.items():
        year = 2023 if code in (ALESUND, HARAM) else 2019
        for part in parts:
            yield part, year, 900, 9000
        yield code, year + 1, 900, 9000
        for when in (year, year + 1):
            yield COUNTRY[0], when, *COUNTRY[1:]


FIGURES = {"seven": sorted(set(before_and_after())), "to-2025": [*both_ways()], "to-2023": [*until_together()], "girls": [*last_together(2)], "boys": [*last_together(2)],
           "full-count": [*full_count()]}


def make_project(folder):
    project = Project(folder)
    project.theme("made-up", {"to-2025": {}, "to-2023": {"groups": {"sex": {"girls": "girls", "boys": "boys"}}}, "girls": {}, "boys": {},
                              "full-count": {"tested": False}, "seven": {}})
    project.dataset("made-up", [{"indicator": what, "region": "code", "period": {"column": "year"}, "select": {"what": what},
                                 "numerator": "yes", "denominator": "all", "quality": "mark"} for what in FIGURES],
                    table(("what", "code", "year", "yes", "all", "mark"),
                          *([what, *row, *[""] * (5 - len(row))] for what, rows in FIGURES.items() for row in rows)))
    return project


def records(project, *words):
    return list(csv.DictReader(io.StringIO(must(project.run(*words, "--csv", "--quiet")), newline="")))


def has(project, name, lines, *words):
    tell(name, lacks(project.run(*words).stdout, *lines))


def judged(project, name, expected, *words):
    """What is to be said of each benchmark."""
    found = " ".join(":".join(filter(None, (row["benchmark"], row["level"], row["reason"], row["p"] and "p", row["q"] and "q")))
                     for row in records(project, "compare", *words))
    check(name, found == expected, found)


def test_levels(project):
    untested = "county:not-tested:estimated country:not-tested:estimated"
    better = "county:better:p:q country:better:p:q"
    judged(project, "it is in no test, against county and country", untested, "to-2023", "Haram")
    has(project, "and the reader sees the figure, its mark and why",
        ["≈ 20.0", "not tested: estimated by weight, since a municipality was split"], "compare", "to-2023", "Haram")
    judged(project, "nor is what remained of the other", untested, "to-2023", "Ålesund")
    judged(project, "a neighbour that was never split is judged", better, "to-2023", "Ulstein")
    judged(project, "its own years are judged", better, "to-2025", "Haram")
    judged(project, "itself in a year shared by weight", "own:not-tested:estimated", "to-2025", "Haram", "--benchmark",
           "own:2022")
    judged(project, "itself in a year of its own", "own:similar:p:q", "to-2025", "Haram", "--benchmark", "own:2019")
    judged(project, "peers of which more than 2 % are shared by weight", "peers:not-tested:estimated", "to-2023", "Ulstein",
           "--benchmark", "peers:1580+1506")
    judged(project, "peers with all heirs of the split", "peers:better:p:q", "to-2023", "Ulstein", "--benchmark",
           "peers:1508+1580+1506")
    has(project, "groups are not compared", ["estimated by weight"], "compare", "to-2023", "Haram", "--by", "sex")


def test_seven(project):
    for code in SEVEN:
        year = 2023 if code in (ALESUND, HARAM) else 2019
        for when, expected in ((year, "country:not-tested:estimated"), (year + 1, "country:better:p:q")):
            judged(project, "%d in %d" % (code, when), expected, "seven", str(code), "--benchmark", "country", "--period", str(when))


def test_trend(project):
    left_out = ['"dropped_estimated": 4', '"trend": "none"']
    has(project, "the years shared by weight are a gap, no jump", ['"points": 6', *left_out], "trend", "to-2025", "Haram",
        "--json")
    has(project, "nor is the border it got in 2020", ['"points": 4', *left_out], "trend", "to-2023", "Haram", "--json")


def test_rank(project):
    ranks = {row["place"]: row["rank"] for row in records(project, "rank", "to-2023", "--county", "15")}
    check("it has no rank, and the others are ranked without it",
          ranks == {"1516": "1", "1506": "2", "1505": "3", "1508": "", "1580": ""}, ranks)
    has(project, "which is said", ["≈ estimated by weight, since a municipality was split; these stand in no order."],
        "rank", "to-2023", "--county", "15")


def test_explanation(project):
    has(project, "the explanation says why and by which weight",
        ["share taken 0.138", "estimate: a municipality was split",
         "not tested: estimated by weight, since a municipality was split"], "explain", "to-2023", "Haram")
    has(project, "and which points are left out",
        ["points left out: 2020 (estimated by weight); 2021 (estimated by weight)"], "explain", "to-2025", "Haram")


def test_report(project):
    project.report("haram", language="nn", region="1580", themes=["made-up"])
    out = project.written("haram") / "haram"
    text = {name: (out / name).read_text(encoding="utf-8") for name in
            ("kapittel.md", "figurar/utvikling-to-2025-haram.svg", "figurar/utvikling-full-count-haram.svg")}
    tell("the chapter marks it and gives the reason",
         lacks(text["kapittel.md"], "Anslag: ein kommune vart delt", "Rekna ut med vekter, sidan ein kommune vart delt"))
    figure = text["figurar/utvikling-to-2025-haram.svg"]
    tell("and so does the figure", lacks(figure, "Open ring: rekna ut med vekter og ikkje med i nokon test.")
         + re.findall("Hol i linja", figure))
    for name, words in (("kapittel.md", "Talet har gått frå 30,0 prosent i 2024 til 31,0 prosent i 2025."),
                        ("figurar/utvikling-full-count-haram.svg", "for Haram sidan 2024")):
        check("across a break in a year shared by weight no change is told: " + name, words in text[name],
              "\n".join(re.findall("frå .* til .*", text[name])))


with tempfile.TemporaryDirectory() as folder:
    made = make_project(folder)
    for test in (test_levels, test_seven, test_trend, test_rank, test_explanation, test_report):
        test(made)
finish()
