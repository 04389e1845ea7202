#!/usr/bin/env python3
"""Every public file beside the project, all the way: inspected, taken in as suggested, taken in as chosen by hand.

What comes out is held against the same file read with Python's own readers (public_files.py): rows read = used + not
selected + not a place + bad, every figure of a row that was asked for is in the table with the text's value and its
line, and what is not is a place that the hand-made list says is none of ours.
"""
import json
import re
import subprocess
import sys
import tempfile

import public_files
from harness import BUILD, ROOT, Project, finish, tell, utsyn

DATA = ROOT.parent / "shared" / "data"
PAGE_PARTS = {  # what the page of `utsyn inspect` always says of a file
    "name and format": r"^%s   .+ \(%s\)",
    "encoding": r"(?m)\A.*(UTF-8|UTF-16LE|ISO-8859-1|windows-1252|\(xlsx\))",
    "separator": r"(?m)\A.*(comma|semicolon|tab|\((json-stat|px|geojson|xlsx)\))",
    "decimal mark": r"(?m)\A.*decimal (point|comma)$",
    "rows": r"(?m)^  \d+ rows?, \d+ columns? of figures",
    "dimensions": r"(?m)^  .+: \d+ – ",
    "the way on": r"(?m)^  a dataset.yaml to start from: utsyn inspect --yaml ",
}


def inspect(*words):
    return utsyn("inspect", *words, stderr=subprocess.PIPE)


def take_in_as_chosen(path, form, file):
    m = file.chosen
    period = {"header": True} if m["period"] == "header" else (
        {"fixed": m["period"][1]} if isinstance(m["period"], tuple) else {"column": m["period"]})
    more = {"decimal": m["decimal"]} if "decimal" in m else {}
    more.update({"sheets": [m["sheets"]]} if "sheets" in m else {})
    with tempfile.TemporaryDirectory() as folder:
        project = Project(folder)
        project.dataset("chosen", [{"indicator": "chosen", "region": m["region"], "period": period, "value": m["value"],
                                    **({"select": m["select"]} if m["select"] else {})}],
                        format=form, boundaries={"year": "auto"}.get(m["regions"], m["regions"]), files=["*"], **more)
        return take_in(project, path, "chosen")


def take_in_as_suggested(path, dataset, yaml):
    with tempfile.TemporaryDirectory() as folder:
        project = Project(folder)
        project.write("datasets/%s/dataset.yaml" % dataset, yaml)
        return take_in(project, path, dataset)


def take_in(project, path, dataset):
    """The lines of import-rows for a project of this one file."""
    project.theme("trial", {"chosen": {"measure": "count", "polarity": "neutral"},
                            "suggested": {"measure": "index", "unit": "points", "polarity": "neutral"},
                            "summed": {"measure": "count", "polarity": "neutral"}})
    (project.root / "datasets" / dataset / path.name).symlink_to(path)
    done = subprocess.run([BUILD / "tests/unit/import/import-rows", project.root], encoding="utf-8", stdout=subprocess.PIPE)
    return [line.split("\t") for line in done.stdout.splitlines()]


def meets(record, select):
    """Whether a record has the labels that are selected; "all" is the sum of every one."""
    return all(label in ("all", record.get(heading)) for heading, label in select.items())


def figure(text, comma):
    """The number a cell prints, None when it prints none."""
    text = re.sub(r"[\s\u00a0\u202f]|%$", "", text or "")
    text = text.replace(",", ".") if comma else text
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?", text) else None


def bare(heading):
    return re.sub(r"[ .(]*(19|20)\d\d([-_/]\d+)?\)?[ .]*", "", heading)


def columns_of(records, file, mapping):
    """The headings whose cells the mapping reads: one, or one a period."""
    headings = {heading: None for _, record in records for heading in record}
    wanted = file.column or mapping["value"]
    return [h for h in headings if h == wanted or (mapping["period"] == "header" and bare(h) == bare(wanted))]


def check_counts(lines, file, matching):
    counts = [[int(n) for n in line[2:]] for line in lines if line[0] == "count"]
    if len(counts) != 1:
        return ["no count: %s" % (lines[:1] or "nothing was printed")]
    n_rows, used, not_selected, not_region, bad = counts[0]
    faults = []
    if n_rows != used + not_selected + not_region + bad:
        faults.append("%d rows are not %d + %d + %d + %d" % tuple(counts[0]))
    if file.whole and n_rows != file.n:
        faults.append("%d rows read, but the file has %d" % (n_rows, file.n))
    if bad != file.n_bad + file.n_repeated:
        faults.append("%d bad rows, expected %d" % (bad, file.n_bad + file.n_repeated))
    if file.whole and not_selected != file.n - file.n_bad - matching:
        faults.append("%d rows not selected, expected %d" % (not_selected, file.n - file.n_bad - matching))
    return faults


def origins_of(lines):
    """line → the values taken from it."""
    origins = {}
    for line in lines:
        for origin in line[9:] if line[0] == "row" else []:
            place, value, _ = re.fullmatch(r".*:(\d+)/[^=]*=(.*)×(.*)", origin).groups()
            origins.setdefault(int(place), []).append(float(value))
    return origins


def check_figures(lines, file, mapping, records):
    """Every figure that was asked for is in the table, or its place is none of ours; and no other."""
    origins, columns = origins_of(lines), columns_of(records, file, mapping)
    scale = 100 if mapping.get("fraction") else 1
    faults = [] if columns else ["no column %s" % mapping["value"]]
    outside = re.compile(file.outside) if file.outside != () else None
    told = {int(line[2]) for line in lines if line[0] == "finding" and " figure " in line[3]}
    expected = {}
    for line, record in records:
        if not meets(record, mapping["select"]):
            continue
        figures = [value * scale for value in (figure(record.get(c), file.comma) for c in columns) if value is not None]
        expected.setdefault(line, []).extend(figures)
        lost = [f for f in figures if not any(abs(f - v) <= 1e-9 * max(1, abs(f)) for v in origins.get(line, []))]
        label = record[file.place or mapping["region"]]
        if outside is not None and outside.match(label) and line not in origins:
            continue
        if line in file.conflicts and line in told:
            continue
        if mapping["regions"] in ("year", "auto"):
            lost = [f for f in lost if f != 0]  # a code that was not in force that year carries 0
        faults += ["line %d: %s of %s is nowhere" % (line, f, label) for f in lost]
    faults += ["line %d was not asked for" % line for line in origins if line not in expected]
    return faults


def check_values(lines, checks):
    rows = {tuple(line[2:4]): line for line in lines if line[0] == "row"}
    return ["%s in %s is %s, expected %s" % (code, period, rows.get((code, period), ["nowhere"] * 5)[4], value)
            for code, period, value in checks
            if (code, period) not in rows or abs(float(rows[code, period][4] or "nan") - value) > 1e-9 * abs(value)
            or rows[code, period][7] != "ok"]


def read_suggestion(yaml):
    """The mapping of a suggested dataset.yaml, as public_files writes them."""
    def find(pattern):
        found = re.search(pattern, yaml, re.M)
        return found and found.group(1)
    region, column, fixed = find(r"^    region: (\".*?[^\\]\")"), find(r"column: (\".*?[^\\]\")}"), find(r"fixed: \"?(\d[\d-]*)")
    period = json.loads(column) if column else ("fixed", fixed) if fixed else "header"
    return public_files.mapping(region and json.loads(region), period, json.loads(find(r"^    value: (\".*?[^\\]\")") or '""'),
                              json.loads(re.sub(r": all(?=[,}])", ': "all"', find(r"^    select: ({.*})") or "{}")), find(r"^boundaries: (\w+)"),
                              fraction="as: fraction" in yaml)


def check_file(file):
    path = DATA / file.path
    page, suggestion = inspect(path), inspect("--yaml", path)
    data = json.loads(inspect("--json", path).stdout)
    name = re.search(r"^format: (.*)$", suggestion.stdout, re.M).group(1)
    parts = {what: part % (re.escape(path.name), name) if "%" in part else part for what, part in PAGE_PARTS.items()}
    tell(file.path + ": the page", ["no %s:\n%s" % (what, page.stdout)
                                      for what, part in parts.items() if not re.search(part, page.stdout)]
           + (["exit code %d" % page.returncode] if page.returncode != 0 else []))
    records = file.read(path)
    tell(file.path + ": counted twice", [] if len(records) == file.n else ["%d records" % len(records)])
    read = sum(table["rows"] for table in data["tables"])
    tell(file.path + ": the page counts every row", [] if read == file.n or not file.whole else ["%d rows" % read])
    check_suggestion(file, path, suggestion.stdout, records)
    lines = take_in_as_chosen(path, name, file)
    if file.only_codes:
        fine = lines and lines[0][0] == "error" and "holds the codes of the places" in lines[0][1]
        tell(file.path + ": codes are no figures", [] if fine else [str(lines[:1])])
        return
    matching = sum(all(r.get(h) == v for h, v in file.chosen["select"].items()) for _, r in records) - file.n_bad
    tell(file.path + ": rows chosen by hand", check_counts(lines, file, matching))
    tell(file.path + ": figures chosen by hand", check_figures(lines, file, file.chosen, records))
    tell(file.path + ": the manifest's figure", check_values(lines, file.checks))


def fill_in_period(file, yaml):
    """What the file does not say is asked for; the hand-made mapping knows, or it does not matter."""
    chosen = file.chosen["period"]
    period = chosen[1] if isinstance(chosen, tuple) else "2024"
    return re.sub(r"(?m)^    # period: .*$", '    period: {fixed: "%s"}' % period, yaml)


def check_suggestion(file, path, yaml, records):
    """Taken in as it is written, but for the indicator; a file without places or figures says so instead."""
    yaml = fill_in_period(file, yaml)
    mapping = read_suggestion(yaml)
    dataset = re.match(r"id: (\S+)", yaml).group(1)
    indicator = "summed" if "all" in mapping["select"].values() else "suggested"
    lines = take_in_as_suggested(path, dataset, yaml.replace("indicator: indicator-id", "indicator: " + indicator))
    refused = {"places": "which column of ", "figures": "neither value nor numerator"}.get(file.lacks)
    if refused is not None:
        fine = lines and lines[0][0] == "error" and refused in lines[0][1]
        tell(file.path + ": the suggestion has no " + file.lacks, [] if fine else [str(lines[:1])])
        return
    matching = sum(meets(r, mapping["select"]) for _, r in records) - file.n_bad
    faults = check_counts(lines, file, matching) if file.suggested_whole else []
    tell(file.path + ": rows as suggested", faults + ([] if mapping["region"] else ["no places"]))
    if file.suggested_whole:
        tell(file.path + ": figures as suggested", check_figures(lines, file, mapping, records))
    n_places = len({line[2] for line in lines if line[0] == "row"})
    tell(file.path + ": places as suggested", [] if n_places >= file.n_places else
           ["%d places, expected %d" % (n_places, file.n_places)])


if not DATA.is_dir():
    print("1..0 # SKIP the shared data are not here")
    sys.exit(0)
for public_file in public_files.FILES:
    if len(sys.argv) < 2 or sys.argv[1] in public_file.path:
        check_file(public_file)
finish()
