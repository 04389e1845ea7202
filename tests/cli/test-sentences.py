#!/usr/bin/env python3
"""What a chapter says of figures that are missing, hidden or not tested, and of changes the country shares. All figures
are made up; the six municipalities are those of Vest-Telemark."""
import re
import tempfile

from harness import Project, check, finish, lacks, sheets, table, tell

PLACES = ["4022", "4028", "4030", "4032", "4034", "4036"]
SIX = {"id": "six", "name": "Dei seks", "municipalities": [int(code) for code in PLACES]}
KVITESEID = "4028"
SIMILAR = ["similar-%d" % n for n in range(8)]
THEMES = {"untested": ["all", "missing", "hidden", "zero", "hundred", "same", "one", "renamed", "weighted"],
          "level": ["alike", "counted", "single"], "flat": ["steady"], "nearby": ["county"],
          "change": ["shared", "own", "together", "apart"], "course": ["broken"],
          "differing": ["better", "worse", "higher", "doubtful", *SIMILAR], "somewhat-better": ["slightly-better"],
          "somewhat-worse": ["slightly-worse"]}
BESIDE = {"higher": {"polarity": "neutral"}, "slightly-better": {"relevant": {"difference": 5}},
          "slightly-worse": {"relevant": {"difference": 5}}}
# What the country's share of `county` rests on is not published.
FIGURES_ALONE = [*THEMES["untested"], *THEMES["course"], "share"]


def places_apart():
    """Six figures of each, or as many as are told, of one year."""
    for n, code in enumerate(PLACES, 1):
        yield "all", code, 2024, 10 + n
        if n <= 4:
            yield "missing", code, 2024, 20 + n
            yield "same", code, 2024, 60
        yield "hidden", code, 2024, ":" if n > 4 else 30 + n
        yield ("zero", code, 2024, 40 + n) if n > 1 else ("zero", code, 2024, 0, "", "at_limit")
        yield ("hundred", code, 2024, 50 + n) if n > 1 else ("hundred", code, 2024, 100, "", "at_limit")
        yield "weighted", code, 2024, 70 + n % 6, "", "estimate" if n > 4 else ""
        yield "county", code, 2024, 100 + n, 1000
        yield "alike", code, 2024, 100, 1000
        if n == 1:
            yield "one", code, 2024, 61
            yield "single", code, 2024, 100, 1000
        if n <= 3:
            yield "counted", code, 2024, 100 + n, 1000
    for what in ("single", "alike", "counted"):
        yield what, 0, 2024, 100000, 1000000
    for what, figure in (("better", 50), ("worse", 200), ("higher", 200), ("doubtful", 120), *((one, 100) for one in SIMILAR)):
        yield what, KVITESEID, 2024, figure, 1000
        yield what, 0, 2024, 100000, 1000000
    for what, figure in (("slightly-better", 9000), ("slightly-worse", 11000)):
        yield what, KVITESEID, 2024, figure, 100000
        yield what, 0, 2024, 1000000, 10000000
    yield "county", 40, 2024, 10000, 100000
    yield "share", 0, 2024, 10.2
    yield "renamed", 3825, 2021, 70


def changes():
    for year in range(2019, 2025):
        step = year - 2018
        yield "steady", KVITESEID, year, 100 + year % 2, 1000
        yield "shared", KVITESEID, year, 100 + 20 * step, 1000
        yield "own", KVITESEID, year, 100 + 80 * step, 1000
        yield "broken", KVITESEID, year, 80 + step, "", "break" if year == 2021 else ""
        yield "steady", 0, year, 100000, 1000000
        for what in ("shared", "own"):
            yield what, 0, year, 100000 + 20000 * step, 1000000
    for year in range(2015, 2024):
        high = 100 + year % 2 + (100 if year > 2019 else 0)
        yield "together", KVITESEID, year, high, 1000
        yield "apart", KVITESEID, year, high, 1000
        yield "together", 0, year, high * 1000, 1000000
        yield "apart", 0, year, 100000 + year % 2 * 1000, 1000000


def observation(what):
    figure = {"value": "figure", "quality": "mark"} if what in FIGURES_ALONE else {"numerator": "figure", "denominator": "of"}
    return {"indicator": "county" if what == "share" else what, "region": "code", "period": {"column": "year"},
            "select": {"what": what}, **figure}


def make_project(folder):
    project = Project(folder)
    for theme, indicators in THEMES.items():
        project.theme(theme, {one: {"tested": False} if theme == "course" else BESIDE.get(one, {}) for one in indicators})
    rows = [row + ("",) * (6 - len(row)) for row in [*places_apart(), *changes()]]
    project.dataset("made-up", [observation(what) for one in THEMES.values() for what in one] + [observation("share")],
                    table(("what", "code", "year", "figure", "of", "mark"), *rows))
    project.report("untested-nn", language="nn", region=SIX, themes=["untested"])
    project.report("untested-nb", language="nb", region=SIX, themes=["untested"])
    project.report("level", language="nb", region=SIX, themes=["level"], compare=["target"],
                   targets=[{"indicator": "counted", "value": 9}])
    project.report("nearby", language="nn", region=SIX, themes=["nearby"])
    for name in ("flat", "change", "course", "differing", "somewhat-better", "somewhat-worse"):
        project.report(name, language="nn", region=KVITESEID, themes=[name])
    return project.written("untested-nn", "untested-nb", "level", "nearby", "flat", "change", "course", "differing",
                           "somewhat-better", "somewhat-worse")


def says(out, report, *words):
    text = (out / report / "kapittel.md").read_text(encoding="utf-8")
    for one in words:
        tell("%s: %s" % (report, one), lacks(text, one))


def never(out, report, *words):
    lines = (out / report / "kapittel.md").read_text(encoding="utf-8").splitlines()
    for one in words:
        tell("%s: never «%s»" % (report, one), [line for line in lines if one in line])


def draws(out, report, figure, words):
    text = (out / report / (figure + ".svg")).read_text(encoding="utf-8")
    check("%s, %s: %s" % (report, figure, words), words.lower() in text.lower(), text)


def test_untested(out):
    says(out, "untested-nn", "all (2024): I kommunane går talet frå 11,0 prosent i Seljord",
         "missing (2024): I dei 4 av 6 kommunane som har tal, går det frå",
         "hidden (2024): 4 av 6 kommunar har eit tal som kan visast. Eit skjerma tal kan liggje utanfor desse",
         "zero (2024): 5 av 6 kommunar har eit tal som kan visast.",
         "hundred (2024): I kommunane går talet frå",
         "same (2024): Dei 4 av 6 kommunane som har tal, har det same.",
         "one (2024): Berre Seljord (61,0 prosent) har eit tal som kan visast.",
         "weighted (2024): I dei 4 av 6 kommunane med tal som ikkje er fordelte med vekter, går det frå 71,0 prosent i Seljord"
         " til 74,0 prosent i Fyresdal.",
         "Inga samanlikning med landet kunne testast.",
         "Ingen av desse tala er testa mot landet: det finst ikkje tal å samanlikne med.",
         "Ingen tal kunne testast for endring over tid.",
         "Ingen indikator kunne testast mot fylket eller landet. Ingen tal kunne testast for endring over tid.",
         "Null kan vere eit tal som er skjerma i kjelda",
         "På grensa for kva kjelda viser, så det verkelege talet kan vere eit anna",
         "- missing: ikkje tal for Tokke, Vinje og Dei seks",
         "- hidden: talet blir ikkje vist for Tokke og Vinje, av omsyn til personvernet",
         "- renamed: ikkje tal for Seljord")
    never(out, "untested-nn", "Ingen indikator er sikkert", "viser ei klar endring", "Rekna om til grensene i dag")
    says(out, "untested-nb", "missing (2024): I de 4 av 6 kommunene som har tall, går det fra",
         "hidden (2024): 4 av 6 kommuner har et tall som kan vises. Et skjermet tall kan ligge utenfor disse",
         "Ingen tall kunne testes for endring over tid.")
    draws(out, "untested-nn", "figurar/stader-weighted", "i 4 av 6 stader")


def test_level(out):
    draws(out, "level", "figurer/steder-single", "det eneste området som er testet, er ikke sikkert ulikt landet")
    # Six and three municipalities, and the six together; what has no figure is no comparison.
    says(out, "level", "11 av 11 sammenligninger med landet kunne testes.")
    says(out, "flat", "1 av 1 samanlikning med landet kunne testast. Ingen gav ein sikker skilnad.")
    # Nothing could be tested against the country: the county's answer is told, and no more than that.
    says(out, "nearby", "Det er ikkje sikker skilnad frå resten av Telemark (9,98 prosent).",
         "Ingen indikator som kunne testast, skil seg sikkert frå fylket. Ingen kunne testast mot landet.")
    never(out, "nearby", "frå fylket eller landet")


def test_summary(out):
    small = "Skilnader som er sikre, men små, er ikkje med i listene."
    says(out, "differing", "12 av 12 samanlikningar med landet kunne testast. 4 gav ein skilnad, og 3 av desse held òg når")
    never(out, "differing", small)
    says(out, "somewhat-better", "Utanom små skilnader er ingen indikator sikkert betre enn i",
         "Ingen indikator er sikkert dårlegare enn i", small)
    says(out, "somewhat-worse", "Utanom små skilnader er ingen indikator sikkert dårlegare enn i",
         "Ingen indikator er sikkert betre enn i", small)


def test_change(out):
    says(out, "flat", "1 talrekkje kunne testast. Ho viser inga klar endring over tid.", "; ei endring på minst ",
         "i året ville me truleg ha sett.")
    says(out, "course", "Talet har gått frå 83,0 prosent i 2021 til 86,0 prosent i 2024.")
    never(out, "change", "shared: stigande")
    says(out, "change", "own: stigande i Kviteseid, meir enn i landet.",
         "Nivået skifta brått opp i 2020; kan ikkje skiljast frå landet. Det er ikkje ei jamn utvikling.")
    figures = {path.name: path.read_text(encoding="utf-8") for path in (out / "change/figurar").glob("utvikling-*.svg")}
    wrong = [] if len(figures) >= 2 else [sorted(figures)]
    for name, text in figures.items():
        shared = re.search("shared|together", name) is not None
        if (text.count("; kan ikkje skiljast frå landet") >= 2) != shared:  # in the heading and the description
            wrong.append(name)
    tell("the figure of the change says that the country follows", wrong)


def test_targets(out):
    told = {report: any("Et mål regnes som et kjent tall." in sheet.text() for book in (out / report).glob("*.xlsx")
                        for sheet in sheets(book).values()) for report in ("level", "untested-nb")}
    check("note 2 of the workbook tells of targets where there are some", told == {"level": True, "untested-nb": False}, told)


with tempfile.TemporaryDirectory() as folder:
    written = make_project(folder)
    for test in (test_untested, test_level, test_summary, test_change, test_targets):
        test(written)
finish()
