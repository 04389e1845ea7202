"""A project that takes files in, and the folder they are brought to."""
import os
import tempfile
from pathlib import Path

from harness import Project, check, utsyn


class Intake(Project):
    def __init__(self, folder, *datasets):
        super().__init__(tempfile.mkdtemp(dir=folder), "indicators", "datasets/fhi-mobbing",
                         *("datasets/" + name for name in datasets))
        self.drop = Path(tempfile.mkdtemp(dir=folder))
        self.own = next(path.name for path in self.path("fhi-mobbing").glob("*.csv"))

    def path(self, name):
        return self.root / "datasets" / name

    def ask(self, *words, **options):
        """Exit code and what is printed."""
        done = utsyn(*words, project=self.root, cwd=self.drop, timeout=60,
                     variables={"SOURCE_DATE_EPOCH": "1767225600"}, **options)
        return done.returncode, done.stdout

    def bring(self, *words, **options):
        return self.ask("import", "--dataset", "fhi-mobbing", *words, **options)

    def newer(self, name="ny.csv"):
        """The dataset's own file with one figure changed."""
        text = (self.path("fhi-mobbing") / self.own).read_text(encoding="utf-8").splitlines()
        (self.drop / name).write_text("\n".join([text[0], text[1].rpartition(";")[0] + ";0.099", *text[2:]]) + "\n",
                                      encoding="utf-8")
        return name

    def all(self):
        """Everything in the project, links as what they are."""
        return sorted((str(path.relative_to(self.root)), os.readlink(path) if path.is_symlink() else
                       path.read_bytes() if path.is_file() else None) for path in self.root.rglob("*"))


def refused(project, name, words, code, *says):
    before = project.all()
    found, told = project.bring(*words)
    check("%s: refused and said" % name, found == code and all(text in told for text in says),
          "exit code %d\n%s" % (found, told))
    check("%s: nothing is changed" % name, project.all() == before, [path for path, _ in project.all()])
