#!/usr/bin/env python3
"""Which place a row is about: what code and name of it say together, in which years, and that Oslo is one place."""
import re
import shutil
import tempfile

from harness import ROOT, Project, check, finish, lacks, table, tell

FILE = "datasets/trial/figures.csv"


def take(project, column, *rows):
    """The rows of the only file; `column` is that of the places."""
    project.dataset("trial", [{"indicator": "rate", "region": column, "period": {"column": "aar"}, "value": "rate"}],
                    table(*rows))


def rows(project, name, figures, *told):
    """figures: {place: its rate, or None}; told: how each finding of the file begins."""
    found = [line for line in project.run("check", "-v").stdout.splitlines() if re.match(re.escape(FILE) + ":\\d", line)]
    begin = [FILE + ":" + text for text in told]
    check("%s: what is told" % name, len(found) == len(begin) and all(map(str.startswith, found, begin)), "\n".join(found))
    for place, rate in figures.items():
        page = project.run("explain", "rate", place).stdout
        if rate is None:
            tell("%s: no figure for %s" % (name, place), re.findall(r"^  [0-9.]+ per 1000", page, re.M))
        else:
            check("%s: %s" % (name, place), re.search(r"^  %s(\.0+)? per 1000" % rate, page, re.M), page)


def test_codes_and_names(project):
    take(project, "Kommune", ("Kommune", "Kommunenr", "aar", "rate"), ("Skien", 4003, 2024, 11), ("Porsgrunn", 4012, 2024, 12),
         ("Bamble", 4012, 2024, 13))
    rows(project, "a name with another's code", {"4003": 11, "4001": None, "4012": 13}, "3: '4012 Porsgrunn': ")
    take(project, "sted", ("sted", "aar", "rate"), ("4003: Skien", 2024, 11), ("4001, Porsgrunn", 2024, 12),
         ("4012_Bamble", 2024, 13), ("Troms Romsa", 2024, 14), ("Unjárga-Nesseby", 2024, 15),
         ("Guovdageaidnu Kautokeino", 2024, 16), ("4005: Nome", 2024, 17), ("Oslo - Frogner", 2024, 18))
    rows(project, "codes and names as they are written",
         {"4003": 11, "4001": 12, "4012": 13, "55": 14, "5636": 15, "5612": 16, "4018": None, "0301": None},
         "8: '4005: Nome': ", "9: 'Oslo - Frogner' is no place we know (figures")


def test_numbers(project):
    """What may be counties and may be something else."""
    take(project, "trinn", ("trinn", "aar", "rate"), (3, 2024, 11), (5, 2024, 12), (31, 2024, 13))
    rows(project, "numbers that are no counties of 2024", {"03": None, "0301": None, "31": None},
         "2: 'trinn' holds numbers, and '5' is no county; choose another column with 'region:'")
    take(project, "trinn", ("trinn", "aar", "rate"), (5, 2018, 11), (8, 2018, 12), (9, 2018, 13))
    rows(project, "numbers that may be counties of 2018", {"05": None, "40": None},
         "2: 'trinn' holds numbers, as '5', that may be counties or something else")
    take(project, "Fylke", ("Fylke", "aar", "rate"), (30, 2024, 11), (31, 2024, 12), (30, 2021, 13), (31, 2021, 14),
         (40, 2015, 15))
    rows(project, "a county out of its time", {"30": 13, "31": 12, "40": 15},
         "2: '30' was not in force in 2024, but has figures (figures")


def test_oslo(project):
    take(project, "Fylke", ("Fylke", "aar", "rate"), ("03", 2024, 11), (40, 2024, 12), (0, 2024, 13))
    rows(project, "Oslo by its county code", {"0301": 11, "03": 11})
    page = project.run("explain", "rate", "0301").stdout
    tell("Oslo is not held against itself", [page] if "Against the county: " in page else [])
    tell("but against the country, by the line of the county",
         lacks(page, "Against the country") + ([] if re.search("figures.csv:2 .*code 03", page) else [page]))
    take(project, "Region", ("Region", "aar", "rate"), ("03", 2024, 11), ("0301", 2024, 11), ("03", 2023, 11),
         ("0301", 2023, 14))
    rows(project, "Oslo by both codes", {"0301": 11, "03": 11}, "4: rate, 03, 2023: ")


for test in (test_codes_and_names, test_numbers, test_oslo):
    with tempfile.TemporaryDirectory() as folder:
        made = Project(folder)
        shutil.copytree(ROOT / "tests/import/project/indicators", made.root / "indicators", dirs_exist_ok=True)
        test(made)
finish()
