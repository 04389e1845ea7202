#!/usr/bin/env python3
"""Whatever is wrong with one dataset, definition or folder, the others are read and it is reported."""
import os
import shutil
import socket
import tempfile
from pathlib import Path

from harness import check, finish
from intake import Intake


REPORT = """title: Prøve
language: nb
region: 4036
themes:
  - %s: [%s]
"""


def break_file(project, name, kind):
    file = next(project.path(name).glob("*.csv"))
    file.unlink()
    if kind == "text":
        file.write_text("hei\nhallo\n")
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "zero":
        file.symlink_to("/dev/zero")
    elif kind == "folder":
        file.mkdir()
    elif kind == "socket":
        here = os.getcwd()
        os.chdir(file.parent)
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(file.name)
        os.chdir(here)


def break_definition(project, name, old, new):
    definition = project.path(name) / "dataset.yaml"
    definition.write_text(definition.read_text().replace(old, new))


def test_broken(folder):
    """Whatever is wrong with one dataset, the others are read; its own indicators say why they are missing."""
    nav, key = "nav-nedsett-arbeidsevne", "nedsatt-arbeidsevne-18-66-aar"
    for kind, says in (("text", "is no label column"), ("absent", "no file in datasets/" + nav),
                       ("pipe", "no ordinary file"), ("zero", "no ordinary file"), ("folder", "this is a folder"),
                       ("socket", "no ordinary file"), ("format:", "unknown format"), ("id:", "is not the name"),
                       ("observations:", "unknown key"), ("\nformat", "a tab where YAML wants spaces"),
                       ("- indicator: ", "no indicator")):
        project = Intake(folder, nav)
        if kind == "\nformat":
            break_definition(project, nav, kind, "\n\t[\nformat")
        elif kind == "observations:":
            break_definition(project, nav, kind, "observasjoner:")
        elif ":" in kind:
            break_definition(project, nav, kind, kind + " x")
        else:
            break_file(project, nav, kind)
        (project.root / "reports/without.yaml").write_text(REPORT % ("barnehage-skule", "mobbing-7-trinn"))
        (project.root / "reports/with.yaml").write_text(REPORT % ("utanfor", key))
        name = kind.strip()
        code, told = project.ask("check")
        check("%s: check is exit code 3" % name, code == 3 and says in told, "exit code %d\n%s" % (code, told))
        code, told = project.ask("compare", "mobbing-7-trinn", "Vinje")
        check("%s: what uses nothing of it goes on" % name, code == 0 and says in told
              and nav + " cannot be read and is left out" in told and "Judgement" in told, told)
        code, told = project.ask("compare", key, "Vinje", "--json")
        check("%s: its indicators say why" % name, code == 0 and '"dataset-unread"' in told, told)
        code, told = report_both(project)
        chapter = (project.drop / "out/with/kapittel.md").read_text(encoding="utf-8") if code == 0 else ""
        check("%s: reports are written" % name, code == 0 and says in told
              and (project.drop / "out/without/kapittel.html").exists(), told)
        check("%s: and tell it" % name, chapter.count("kunne ikke leses") >= 1, chapter[:2000])


def report_both(project):
    return project.ask("report", str(project.root / "reports/without.yaml"), str(project.root / "reports/with.yaml"),
                       "-o", str(project.drop / "out"))


def test_several(folder):
    nav = "nav-nedsett-arbeidsevne"
    project = Intake(folder, nav, "ssb-befolkning")
    break_file(project, nav, "text")
    break_definition(project, "ssb-befolkning", "format:", "formatt:")
    code, told = project.ask("check")
    check("check tells everything at once", code == 3 and "unknown key 'formatt'" in told
          and "is no label column" in told and "errors in " in told, told)
    code, told = project.ask("rank", "nedsatt-arbeidsevne-18-66-aar", "mobbing-7-trinn", "--county", "40")
    check("each is told of, and the rest is answered", code == 0 and told.count("is left out") == 2
          and "could not be read" in told and "Vinje" in told, told)
    code, told = project.ask("rank", "mobbing-7-trinn", "--county", "40", "--strict")
    check("under --strict it is exit code 1", code == 1, told)
    code, told = project.ask("list", "datasets")
    check("list goes on", code == 0 and "fhi-mobbing" in told and "unknown key 'formatt'" in told, told)
    code, told = project.bring(project.newer())
    check("so does import", code == 0 and "new vintage" in told, told)
    code, told = project.ask("import", "--dataset", "ssb-befolkning", "ny.csv")
    check("but not into the bad one", code == 3 and "unknown key 'formatt'" in told, told)
    (project.root / "reports/bad.yaml").write_text("title: x\n")
    code, told = project.ask("report", str(project.root / "reports/bad.yaml"), "-o", str(project.drop / "out"))
    check("a report that is wrong itself is exit code 3", code == 3, told)


def test_oldest(folder):
    """A query that would fetch the oldest years is told of by check; the figures that are there are read."""
    project = Intake(folder)
    definition = project.path("fhi-mobbing") / "dataset.yaml"
    definition.write_text(definition.read_text() + "\nfiles: [\"*.csv\", \"*.json\"]\n"
                          "fetch: {api: fhi, source: nokkel, table: 806, select: {GEO: \"*\", AAR: top(3)}}\n")
    code, told = project.ask("check", "--verbose")
    check("check tells that top is the oldest at FHI", code == 0 and "AAR: bottom(3)" in told, told)
    definition.write_text(definition.read_text().replace("top(3)", "bottom(3)"))
    code, told = project.ask("check", "--verbose")
    check("and that bottom is right", code == 0 and "bottom(3)" not in told, told)


def test_definitions(folder):
    """No definition and no previous run is waited for."""
    for name, words, expected in (("indicators/utanfor.yaml", ["check"], 4),
                                  ("datasets/inndeling/kommuner.csv", ["list", "regions"], 4),
                                  ("reports/a.yaml", ["report", "reports/a.yaml"], 4),
                                  ("out/manifest.json", ["report", "reports/b.yaml"], 3)):
        project = Intake(folder)
        (project.root / "out").mkdir()
        (project.root / "reports/b.yaml").write_text(REPORT % ("barnehage-skule", "mobbing-7-trinn")
                                                     + "previous: out/manifest.json\n")
        (project.root / name).unlink(missing_ok=True)
        os.mkfifo(project.root / name)
        words = [str(project.root / word) if "/" in word else word for word in words]
        code, told = project.ask(*words)
        check("%s as a pipe" % name, code == expected and Path(name).name in told and "no ordinary file" in told,
              "exit code %d\n%s" % (code, told))
    project = Intake(folder, "nav-nedsett-arbeidsevne")
    definition = project.path("nav-nedsett-arbeidsevne") / "dataset.yaml"
    definition.unlink()
    definition.symlink_to("nowhere.yaml")
    code, told = project.ask("compare", "mobbing-7-trinn", "Vinje", "--quiet")
    check("a definition that is a link to nowhere is told of, also under --quiet", code == 0
          and "nav-nedsett-arbeidsevne cannot be read" in told, told)


def test_folders(folder):
    """A folder that cannot be listed may hold the newest figures: no older ones stand for them without a word."""
    project = Intake(folder, "ssb-barnehagedekning")
    (project.path("fhi-mobbing") / "2026-02-01").symlink_to("nowhere")
    code, told = project.ask("check")
    check("a vintage that leads nowhere is told", code == 3 and "fhi-mobbing/2026-02-01: " in told, told)
    shutil.rmtree(project.path("fhi-mobbing"))
    project.path("fhi-mobbing").symlink_to("nowhere")
    code, told = project.ask("check")
    check("so is a dataset that leads nowhere", code == 3 and "datasets/fhi-mobbing: " in told, told)
    text = next(project.path("ssb-barnehagedekning").glob("*.csv"))
    lines = text.read_text(encoding="utf-8").splitlines()
    text.write_text("\n".join([lines[0], lines[1].rpartition(";")[0] + ";5a8", *lines[2:]]) + "\n", encoding="utf-8")
    code, told = project.ask("check")
    check("and the findings of the others with it", code == 3 and "5a8" in told, told)
    project = Intake(folder)
    (project.root / "reports").rmdir()
    (project.root / "reports").symlink_to("nowhere")
    for words, expected in ((("check",), 4), (("compare", "Vinje"), 0), (("compare", "Vinje", "--strict"), 1)):
        code, told = project.ask(*words)
        check("%s: reports that cannot be listed are told" % " ".join(words),
              code == expected and "reports: " in told, "%d\n%s" % (code, told))


with tempfile.TemporaryDirectory() as temporary:
    for test in (test_broken, test_several, test_oldest, test_definitions, test_folders):
        test(temporary)
finish()
