#!/usr/bin/env python3
"""Runs the .t files of this folder: command lines and what they must print.

  # a remark
  $ utsyn list nonsense     the command, run by sh in a copy of the project with some datasets; $T is an empty folder
  ? 2                       its exit code; 0 when not given
  expected line             standard output and standard error together, to the letter
  ~ regular expression      a line with something that is not fixed
  ...                       any number of lines

UTSYN_GOLDEN_UPDATE=1 rewrites the expected lines of blocks that have neither ~ nor ... Names of files as arguments: only these.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import BUILD, ROOT, check, finish

HERE = Path(__file__).resolve().parent
UPDATE = os.environ.get("UTSYN_GOLDEN_UPDATE") == "1"

# The transcripts are of these and of the indicators that they give figures for: one more of either would be in every
# family of comparisons, and change the q of all.
DATASETS = """
    fhi-barnevaksinasjon fhi-barnevernstiltak fhi-grunnskolepoeng fhi-leseferdigheit fhi-mobbing fhi-overvekt
    fhi-psykiske-symptom fhi-trangbuddheit fhi-trivsel fhi-ungdata-helse fhi-ungdata-psykiske-plager
    fhi-ungdata-smertestillande fhi-vedvarande-laginntekt fhus-2021 inndeling nav-nedsett-arbeidsevne planane-omtale
    ssb-barnehagedekning ssb-befolkning ssb-framskriving-2024 ssb-framskriving-2026 ssb-unge-utanfor
    ssb-utanfor-arbeid-og-utdanning ssb-utdanningsniva ssb-utdanningsniva-landet udir-nasjonale-prover-5 udir-pedagognorm
    """.split()


def parse(path):
    """The blocks of a file: remarks, command, exit code, expected lines."""
    blocks, remarks = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("$ "):
            blocks.append({"remarks": remarks, "command": line[2:], "code": 0, "expected": []})
            remarks = []
        elif line.startswith("#") and (not blocks or remarks or blocks[-1]["expected"][-1:] == [""]):
            remarks.append(line)
        elif line.startswith("? "):
            blocks[-1]["code"] = int(line[2:])
        elif blocks and not remarks:
            blocks[-1]["expected"].append(line)
    for block in blocks:
        while block["expected"][-1:] == [""]:
            block["expected"].pop()
    return blocks


def matches(expected, actual):
    if not expected:
        return not actual
    head, rest = expected[0], expected[1:]
    if head == "...":
        return any(matches(rest, actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    fine = re.fullmatch(head[2:], actual[0]) if head.startswith("~ ") else head == actual[0]
    return bool(fine) and matches(rest, actual[1:])


def make_project(project):
    for path in ROOT.iterdir():
        if path.name not in ("indicators", "datasets", "reports", "out", "build"):
            (project / path.name).symlink_to(path)
    shutil.copytree(ROOT / "reports", project / "reports")
    shutil.copytree(ROOT / "indicators", project / "indicators")
    for name in DATASETS:
        shutil.copytree(ROOT / "datasets" / name, project / "datasets" / name)
    given = [path.read_text(encoding="utf-8") for part in ("datasets", "reports") for path in (project / part).rglob("*.yaml")]
    named = set(re.findall("[\\w-]+", " ".join(given)))
    for path in (project / "indicators").glob("*.yaml"):
        head, *entries = re.split("(?m)^(?=  - id: )", path.read_text(encoding="utf-8"))
        kept = [entry for entry in entries if re.match("  - id: ([\\w-]+)", entry).group(1) in named]
        path.write_text(head + "".join(kept), encoding="utf-8")


def run(command, folder, project):
    environment = dict(os.environ, T=folder, PATH="%s/src/cli:%s" % (BUILD, os.environ["PATH"]))
    done = subprocess.run(["sh", "-c", command], cwd=project, env=environment, encoding="utf-8",
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = done.stdout.replace(folder, "$T").splitlines()
    while printed[-1:] == [""]:
        printed.pop()
    return done.returncode, printed


def loose(block):
    return any(line == "..." or line.startswith("~ ") for line in block["expected"])


def write(path, blocks):
    parts = []
    for block in blocks:
        lines = block["remarks"] + ["$ " + block["command"]]
        if block["code"]:
            lines.append("? %d" % block["code"])
        parts.append("\n".join(lines + block["expected"]))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def test(path, project):
    blocks = parse(path)
    with tempfile.TemporaryDirectory() as folder:
        for block in blocks:
            code, printed = run(block["command"], folder, project)
            fine = code == block["code"] and matches(block["expected"], printed)
            check("%s: %s" % (path.stem, block["command"]), fine,
                  "\n".join(["exit code %d, expected %d; printed:" % (code, block["code"]), *printed]))
            if not fine and UPDATE and not loose(block):
                block["code"], block["expected"] = code, printed
    if UPDATE:
        write(path, blocks)


with tempfile.TemporaryDirectory() as project:
    make_project(Path(project))
    for path in sorted(HERE.glob("*.t")):
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            test(path, project)
finish()
