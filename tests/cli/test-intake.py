#!/usr/bin/env python3
"""New files are whole or nothing, links are not followed, and one run at a time."""
import fcntl
import gzip
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from harness import ROOT, UTSYN, check, finish
from intake import Intake, refused


def test_refused(folder):
    project = Intake(folder)
    own = (project.path("fhi-mobbing") / project.own).read_bytes()
    heading, first = own.decode().splitlines()[:2]
    for name, content, *says in (
            ("text.csv", b"hei\nhallo\n", "text.csv: it is text, but no table", "utsyn inspect text.csv"),
            ("page.csv", b"<!DOCTYPE html><html><head><title>Logg inn</title></head></html>", "web page", "Logg inn"),
            ("packed.csv", gzip.compress(own), "packed.csv: it is a gzip archive: unpack it"),
            ("empty.csv", b"", "empty.csv: the file is empty"),
            ("json.csv", b'{"error": "no"}', "json.csv: it is an answer without figures"),
            ("headings.csv", heading.encode() + b"\n", "no figure for fhi-mobbing there: of 0 rows"),
            ("elsewhere.csv", (heading + "\nSE1;Skane;2016/17-2018/19;0.05\n").encode(), "are of no known place"),
            ("gone.csv", "\n".join([heading, first.rpartition(";")[0] + ";.."]).encode(), "is missing (1 row)"),
            ("other.csv", (ROOT / "datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv").read_bytes(),
             "is no label column of other.csv"),
            ("cut.xlsx.csv", b"PK\x03\x04half of a workbook", "cut.xlsx.csv"),
            ("named.txt", own.replace(b";", b";", 1) + b"\n", "named.txt: fhi-mobbing reads files called", "rename it"),
            ("fetched.json", own + b"\n", "fetched.json: the record of an import or a fetch has this name", "rename it"),
            ("dataset.yaml", own + b"\n", "dataset.yaml: the definition of a dataset has this name", "rename it")):
        (project.drop / name).write_bytes(content)
        refused(project, name, [name], 3, "fhi-mobbing: nothing was taken in", *says)
    os.mkfifo(project.drop / "pipe.csv")
    (project.drop / "to-pipe.csv").symlink_to("pipe.csv")
    (project.drop / "zero.csv").symlink_to("/dev/zero")
    (project.drop / "folder.csv").mkdir()
    for name in ("pipe.csv", "to-pipe.csv", "zero.csv", "/dev/zero"):
        refused(project, name, [name], 4, name + ": this is no ordinary file")
    refused(project, "a folder without files", ["folder.csv"], 3, "there is no file to take in")
    code, told = project.ask("inspect", "pipe.csv", "/dev/zero", "folder.csv")
    check("inspect does not wait for them either", code == 4 and told.count("no ordinary file") == 2
          and "this is a folder" in told, told)
    refused(project, "a good file and a bad one of one dataset", [project.newer(), "page.csv"], 3, "web page")
    code, told = project.ask("check")
    check("check is as before", code == 0 and "fhi-mobbing" not in told.replace("no dataset gives", ""), told)


def test_together(folder):
    """A folder: the file no dataset wants is told, the good one taken in."""
    project = Intake(folder)
    (project.drop / "both").mkdir()
    shutil.move(project.drop / project.newer(project.own), project.drop / "both")
    (project.drop / "both/page.csv").write_bytes(b"<html><title>Feil</title></html>")
    code, told = project.ask("import", "both")
    check("the good file of a folder is taken in", code == 3 and "both/page.csv: no dataset wants it" in told
          and "fhi-mobbing: new vintage 2026-01-01" in told and "1 revised, 10 as before" in told, told)
    check("with what came", sorted(path.name for path in (project.path("fhi-mobbing") / "2026-01-01").iterdir())
          == sorted(["fetched.json", project.own]), list(project.path("fhi-mobbing").rglob("*")))
    extra = (project.drop / "both" / project.own).read_text(encoding="utf-8").splitlines()[0] + "\n"
    (project.drop / "headings.csv").write_text(extra, encoding="utf-8")
    enda = project.drop / project.newer("enda.csv")
    enda.write_text(enda.read_text(encoding="utf-8").replace("0.099", "0.098"), encoding="utf-8")
    refused(project, "a file nothing is read from", ["enda.csv", "headings.csv"], 3, "headings.csv: no row of this file")
    code, told = project.bring("both/" + project.own)
    check("what is there already is said", code == 0 and "already there (2026-01-01)" in told, told)
    (project.drop / "both/fetched.json").write_text("{}")
    code, told = project.ask("import", "both")
    check("the record in a folder is left out and told", "both/fetched.json: left out" in told, told)
    code, told = project.ask("import", "both/fetched.json")
    check("and named by itself refused", code == 3 and "rename it" in told, told)


def test_years(folder):
    """A file a year: it adds its year, takes nothing, and old files are not taken for new."""
    project = Intake(folder)
    lines = (project.path("fhi-mobbing") / project.own).read_text(encoding="utf-8").splitlines()
    (project.drop / "next.csv").write_text("\n".join([lines[0], "0;Landet;2030;0.071", "4028;Kviteseid;2030;0.052"]) + "\n")
    code, told = project.bring("next.csv")
    check("next year's file adds its year", code == 0 and "2030: 2 new" in told and "vanished" not in told
          and "87 figures as before" in told, told)
    code, told = project.ask("check", "--strict")
    check("without a finding of its own", "next.csv" not in told, told)
    shutil.copy(project.path("fhi-mobbing") / project.own, project.drop)
    code, told = project.bring(project.own)
    check("an old file is not taken for new", code == 0 and "already there" in told, told)
    (project.drop / "mend.csv").write_text("\n".join([lines[0], "0;Landet;2030;0.072"]) + "\n")
    code, told = project.bring("mend.csv")
    check("a revision is told", code == 0 and "2030: 1 revised, 1 as before" in told
          and "1 figure is revised since datasets/fhi-mobbing/2026-01-01/next.csv:2: 0 Landet, 7.1 before and 7.2 now" in told, told)
    (project.path("fhi-mobbing") / "utkast").mkdir()
    shutil.copy(project.drop / "mend.csv", project.path("fhi-mobbing") / "utkast")
    (project.drop / "enda.csv").write_text("\n".join([lines[0], "0;Landet;2031;0.07"]) + "\n")
    refused(project, "what another folder would stand before", ["enda.csv"], 3, "utkast sorts after today's date")


def newest_only(project):
    path = project.path("fhi-mobbing") / "dataset.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("format:", "vintages: newest\nformat:"), encoding="utf-8")


def test_newest(folder):
    """Each download is the whole series: what is not in the new one would be gone."""
    project = Intake(folder)
    newest_only(project)
    lines = (project.path("fhi-mobbing") / project.own).read_text(encoding="utf-8").splitlines()
    (project.drop / "next.csv").write_text("\n".join([lines[0], "0;Landet;2030;0.071"]) + "\n")
    refused(project, "a file that lacks the series", ["next.csv"], 3, "fhi-mobbing: 87 figures would vanish: ",
            "'vintages: all' in datasets/fhi-mobbing/dataset.yaml", "--replace")
    code, told = project.bring("--replace", "next.csv")
    check("unless it is said to replace it", code == 0 and "new vintage 2026-01-01" in told and "11 vanished" in told
          and "2030: 1 new" in told, told)


def test_bad_vintage(folder):
    """One that an older program took in is not said to be well when it is brought again."""
    project = Intake(folder)
    newest_only(project)
    (project.path("fhi-mobbing") / "2026-01-01").mkdir()
    for place in (project.drop, project.path("fhi-mobbing") / "2026-01-01"):
        (place / "page.csv").write_bytes(b"<html><title>Feil</title></html>")
    code, told = project.bring("page.csv")
    check("a bad vintage brought again", code == 3 and "page.csv" in told, told)
    code, told = project.bring(project.newer())
    check("is replaced by a good one", code == 0 and "new vintage 2026-01-01.02" in told, told)
    project = Intake(folder)
    (project.path("fhi-mobbing") / "2025-01-01").mkdir()
    (project.path("fhi-mobbing") / "2025-01-01/page.csv").write_bytes(b"<html><title>Feil</title></html>")
    code, told = project.bring(project.newer())
    check("one that is read beside the good one is told", code == 3 and "new vintage 2026-01-01" in told
          and "2025-01-01/page.csv" in told, told)


def test_links(folder):
    for name in (".fetching", ".fetching-00000000"):
        project = Intake(folder)
        victim = Path(tempfile.mkdtemp(dir=folder))
        (victim / "thesis.docx").write_text("mine")
        (project.path("fhi-mobbing") / name).symlink_to(victim)
        code, told = project.bring(project.newer())
        check("%s as a link: what it points to stays" % name, code == 0
              and [path.name for path in victim.iterdir()] == ["thesis.docx"], told)
        check("%s as a link: the vintage is a folder" % name, (project.path("fhi-mobbing") / "2026-01-01").is_dir()
              and not (project.path("fhi-mobbing") / "2026-01-01").is_symlink(), told)
    project = Intake(folder)
    (project.path("fhi-mobbing") / "2026-01-01").symlink_to(victim)
    code, told = project.bring(project.newer())
    check("a vintage that is a link stays", code == 0 and "new vintage 2026-01-01.02" in told
          and [path.name for path in victim.iterdir()] == ["thesis.docx"], told)
    project = Intake(folder)
    (project.path("fhi-mobbing") / "2026-01-01").symlink_to("nowhere")
    code, told = project.bring(project.newer())
    check("one that leads nowhere too, and is told", code == 4 and "2026-01-01: there is no such" in told and "new vintage 2026-01-01.02" in told, told)
    for whole in (False, True):
        project = Intake(folder)
        own = project.root / "datasets" if whole else project.path("fhi-mobbing")
        shutil.move(own, project.drop / "elsewhere")
        own.symlink_to(project.drop / "elsewhere")
        before = sorted((project.drop / "elsewhere").rglob("*"))
        project.own = next((project.drop / "elsewhere").rglob("mobbing*.csv")).name
        code, told = project.bring(project.newer())
        check("%s that is a link is read, not written to" % own.name, code == 4 and "is a link" in told
              and sorted((project.drop / "elsewhere").rglob("*")) == before, told)


def test_left(folder):
    project = Intake(folder)
    for name in (".fetching", ".fetching-0a1b2c3d"):
        (project.path("fhi-mobbing") / name).mkdir()
        (project.path("fhi-mobbing") / name / "01.csv").write_text("half")
    code, told = project.ask("check")
    check("what a killed run left is no vintage", code == 0, told)
    mine = project.path("fhi-mobbing") / ".fetching-mine"
    (mine / "sub").mkdir(parents=True)
    (mine / "notes.txt").write_text("mine")
    (project.path("fhi-mobbing") / ".fetching-file").write_text("mine")
    code, told = project.bring(project.newer())
    left = sorted(path.name for path in project.path("fhi-mobbing").iterdir() if path.name.startswith("."))
    check("it is cleared away, and what is not ours stays", code == 0 and left == [".fetching-file", ".fetching-mine"]
          and (mine / "notes.txt").exists() and (mine / "sub").exists(), "%s\n%s" % (left, told))


def limit_files():
    """As if the disk were full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def be_nobody():
    """Nothing is forbidden to root."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setuid(65534)


def test_full(folder):
    project = Intake(folder)
    name = project.newer()
    before = project.all()
    code, told = project.bring(name, preexec_fn=limit_files)
    check("a disk that is full: exit code 4, nothing left", code == 4 and project.all() == before,
          "exit code %d\n%s" % (code, told))
    for place in (Path(folder), project.root, project.drop):
        place.chmod(0o755)
    try:
        subprocess.run([UTSYN, "--version"], check=True, preexec_fn=be_nobody, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        check("a folder that may not be written in # SKIP nobody may run the program here", True)
        return
    project.path("fhi-mobbing").chmod(0o555)
    code, told = project.bring(name, preexec_fn=be_nobody)
    project.path("fhi-mobbing").chmod(0o755)
    check("a folder that may not be written in: exit code 4, nothing left", code == 4 and project.all() == before
          and "you may not read or write there" in told, "exit code %d\n%s" % (code, told))


def test_lock(folder):
    project = Intake(folder)
    name = project.newer()
    before = project.all()
    folder = os.open(project.path("fhi-mobbing"), os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    run = subprocess.Popen([UTSYN, "import", "--lang", "en", "--project", str(project.root), "--dataset",
                            "fhi-mobbing", name], cwd=project.drop, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(1.5)
    check("a run waits for another with the same dataset", run.poll() is None and project.all() == before, run.poll())
    os.close(folder)
    told = run.communicate(timeout=60)[0].decode()
    check("and goes on after it", run.returncode == 0 and "new vintage" in told, told)
    project = Intake(project.drop)
    names = [project.newer("a.csv"), project.newer("b.csv")]
    (project.drop / "b.csv").write_text((project.drop / "b.csv").read_text().replace(";0.099", ";0.088"))
    runs = [subprocess.Popen([UTSYN, "import", "--project", str(project.root), "--dataset", "fhi-mobbing", one],
                             cwd=project.drop, stdout=subprocess.DEVNULL, env=dict(os.environ, SOURCE_DATE_EPOCH="0"))
            for one in names * 3]
    codes = [run.wait(timeout=120) for run in runs]
    vintages = sorted(path for path in project.path("fhi-mobbing").iterdir() if path.is_dir())
    whole = all(sorted(path.name for path in vintage.iterdir()) in (["a.csv", "fetched.json"], ["b.csv", "fetched.json"])
                for vintage in vintages)
    check("six at once never mix", codes == [0] * 6 and len(vintages) >= 2 and whole, (codes, vintages))


def test_deliveries(folder):
    """One of several files cannot be read: none is taken in, whoever names them."""
    project = Intake(folder)
    project.newer()
    inside = project.drop / "in"
    inside.mkdir()
    (inside / "a.csv").write_bytes((project.drop / "ny.csv").read_bytes())
    refused(project, "a file that is not there", ("ny.csv", "none.csv"), 4, "none.csv: ", "nothing was taken in")
    (inside / "b.csv").symlink_to("nowhere")
    refused(project, "a folder with a link to nowhere", ("in",), 4, "in/b.csv: ", "nothing was taken in")
    (inside / "b.csv").unlink()
    os.mkfifo(inside / "b.csv")
    refused(project, "a folder with a pipe", ("in",), 4, "in/b.csv: ", "nothing was taken in")


with tempfile.TemporaryDirectory() as temporary:
    for test in (test_refused, test_together, test_years, test_newest, test_bad_vintage, test_links, test_left, test_full, test_lock, test_deliveries):
        test(temporary)
finish()
