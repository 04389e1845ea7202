#!/usr/bin/env python3
"""What is printed arrives, or the exit code is 4: for every command of the table, whatever stands in the way."""
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from harness import ROOT, UTSYN, Project, finish, tell, utsyn

# Lines of each command that print to standard output; a report does not. A command that is not here fails the test.
DATA = "datasets/ungdata/tall.csv"
LINES = {
    "report": [],
    "check": [["check"], ["check", "-v"]],
    "list": [["list", "indicators"], ["list", "regions"], ["list", "datasets"]],
    "import": [["import", DATA]],
    "inspect": [["inspect", DATA], ["inspect", "--json", DATA], ["inspect", "--yaml", DATA]],
    "compare": [["compare", "Vinje"], ["compare", "Vinje", "--csv"], ["compare", "Vinje", "--json"]],
    "trend": [["trend", "einsemd", "Vinje"], ["trend", "einsemd", "Vinje", "--csv"],
              ["trend", "einsemd", "Vinje", "--json"]],
    "rank": [["rank", "einsemd"], ["rank", "einsemd", "--csv"], ["rank", "einsemd", "--json"]],
    "explain": [["explain", "einsemd", "Vinje"], ["explain", "einsemd", "Vinje", "--json"]],
    "fetch": [["fetch", "--dry-run", "--project", "fetch"]],
}
FETCHED = """id: folketal
source: SSB
title: Folketal
licence: CC BY 4.0
published: 2026
format: pxweb-csv
boundaries: auto
fetch:
  api: ssb
  table: "07459"
  select: {Region: "*", ContentsCode: Personer1, Tid: top(3)}
observations:
  - {indicator: folketal, region: Region, period: {column: Tid}, value: Personer1 - Personer}
"""


def make_project(folder):
    shutil.copytree(ROOT / "tests/cli/surveys", folder, dirs_exist_ok=True)
    project = Project(folder)
    project.write("fetch/datasets/folketal/dataset.yaml", FETCHED)
    (folder / "fetch/indicators").mkdir()
    return folder


temporary = tempfile.TemporaryDirectory()
PROJECT = make_project(Path(temporary.name))


def run(words, **more):
    return utsyn(*words, cwd=PROJECT, **{"encoding": None, "stderr": subprocess.PIPE, **more})


def commands():
    page = run(["--help"], stdout=subprocess.PIPE, encoding="utf-8").stdout
    listed = page.split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\w+)", listed, re.M)


def to_full_device(words):
    with open("/dev/full", "wb") as full:
        return run(words, stdout=full)


def to_closed_stream(words):
    return subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", UTSYN, *words, "--lang", "en"], cwd=PROJECT,
                          stderr=subprocess.PIPE)


def to_short_file(words, n_bytes):
    """A disk that is full after so many bytes."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))
    with tempfile.TemporaryFile() as file:
        return run(words, stdout=file, preexec_fn=limit)


def faults(done, what):
    said = done.stderr.decode("utf-8", "replace")
    wrong = [] if done.returncode == 4 else ["%s: exit code %d" % (what, done.returncode)]
    return wrong + ([] if "standard output cannot be written: " in said else ["%s: said %r" % (what, said[-200:])])


def check_line(words):
    wrong = faults(to_full_device(words), "full device") + faults(to_closed_stream(words), "closed stream")
    whole = run(words, stdout=subprocess.PIPE).stdout
    if not whole:
        return wrong + ["it prints nothing, so it is no test"]
    for n_bytes in sorted({0, len(whole) // 2, len(whole) - 1}):
        wrong += faults(to_short_file(words, n_bytes), "full after %d of %d bytes" % (n_bytes, len(whole)))
    done = to_short_file(words, len(whole))
    return wrong + ([] if done.returncode in (0, 1) else ["room for all of it: exit code %d" % done.returncode])


def check_pipe():
    """The reader that goes away is no fault to talk about."""
    for ignored in (False, True):
        ours, theirs = os.pipe()
        os.close(ours)
        done = run(["list", "regions"], stdout=theirs, restore_signals=False,
                   preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN if ignored else signal.SIG_DFL))
        os.close(theirs)
        expected = 4 if ignored else -signal.SIGPIPE
        if done.returncode != expected or done.stderr:
            yield "exit code %d (expected %d), said %r" % (done.returncode, expected, done.stderr)


def check_nothing_printed():
    """A closed stream that is not needed is none, and no file that is opened takes its number."""
    with tempfile.TemporaryDirectory() as folder:
        done = to_closed_stream(["report", "-q", "-o", folder, "reports/unge.yaml"])
        manifest = Path(folder) / "unge" / "manifest.json"
        if done.returncode != 0 or not manifest.exists():
            yield "exit code %d, said %r" % (done.returncode, done.stderr)


names = commands()
tell("the command table is read", [] if len(names) > 5 else [names])
for name in names:
    tell(name + ": has lines that print", [] if name in LINES else ["add it to LINES of tests/cli/test-streams.py"])
    tell(name + " --help", check_line([name, "--help"]))
    for words in LINES.get(name, []):
        tell(" ".join(words), check_line(words))
for words in (["--help"], ["--version"], []):
    tell("utsyn " + " ".join(words), faults(to_full_device(words), "full device"))
tell("a reader that goes away", list(check_pipe()))
tell("a closed stream that nothing is printed to", list(check_nothing_printed()))
finish()
