#!/usr/bin/python3
"""Attacks the hiding: tries by linear bounds to work out every hidden count from everything two reports print.

For each of many made-up projects (UTSYN_ATTACK_SEEDS, default 0-9 and some that were hard) a report is written, a year passes, some figures are
revised, and it is written again, naming the first as the previous one. The attacker reads every output of both reports
and what the commands answer about every municipality of the county (see facts.py), knows every sum over sex, age and
place, knows how many persons each share is among, and knows which figures were revised. No hidden count may be pinned
to fewer than min(3, T + 1) whole numbers. What a previous run printed cannot be taken back; how much that is, is reported.

To show that the attack bites, it is led first with each output alone against a project that hides nothing but what its
source hides: the cells at the limit. Then sources that hide these are taken in with limits.

What a reader knows who knows how cells are chosen, too, is tried in tests/unit/assess/test-suppress-rule.c.
"""
import os
import random
import sys
import tempfile
from pathlib import Path

from disclosure import COUNTRY, COUNTY, SHAPES, indicators_of, leaves_of, write_data, write_indicators, write_report
from facts import (OWN, Facts, read_compare, read_explain, read_rank, read_run, read_trend)
from harness import bail, finish, municipalities, must, tell, utsyn

try:
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
except ImportError:
    print("1..0 # SKIP python3-scipy is not installed")
    sys.exit(0)

YEARS, LIMIT = range(2019, 2024), 3
ENOUGH = min(3, LIMIT + 1)
OTHERS = "others"  # the country outside the county
DUST = 1e-6


# Sums, and what can be worked out


def equations(shape, places, report_places, period):
    """[total, member, …] of keys: over places, and over parts in every place."""
    for name in indicators_of(shape):
        yield [(name, COUNTY, period)] + [(name, place, period) for place in places]
        yield [(name, COUNTRY, period), (name, COUNTY, period), (name, OTHERS, period)]
        yield [(name, OWN, period)] + [(name, place, period) for place in report_places]
        for way in SHAPES[shape].get(name, []):
            for region in [*places, COUNTY, COUNTRY, OTHERS]:
                yield [(name, region, period)] + [(part, region, period) for part in way]


class System:
    """Unknown whole numbers, their bounds, and rows of (coefficients, lowest, highest)."""

    def __init__(self, rows, persons):
        self.lower, self.upper = {}, {}
        for terms, low, high in rows:
            for key in terms:
                self.lower.setdefault(key, 0)
                self.upper.setdefault(key, persons(key))
            if len(terms) == 1:
                self.tighten(*terms.items(), low, high)
        known = {key: self.lower[key] for key in self.lower if self.lower[key] == self.upper[key]}
        self.index, self.rows, self.limits = {}, [], []
        for terms, low, high in rows:
            rest = sum(coefficient * known[key] for key, coefficient in terms.items() if key in known)
            unknown = {key: coefficient for key, coefficient in terms.items() if key not in known}
            if len(terms) > 1 and unknown:
                self.rows.append({self.index.setdefault(key, len(self.index)): unknown[key] for key in unknown})
                self.limits.append((low - rest, high - rest))
        self.known = known
        self.matrix = numpy.zeros((len(self.rows), len(self.index)))
        for i, row in enumerate(self.rows):
            for at, coefficient in row.items():
                self.matrix[i, at] = coefficient

    def tighten(self, term, low, high):
        key, coefficient = term
        self.lower[key] = max(self.lower[key], numpy.ceil(low / coefficient - DUST))
        self.upper[key] = min(self.upper[key], numpy.floor(high / coefficient + DUST))

    def solve(self, objective, fixed=None):
        lower, upper = (numpy.array([bound[key] for key in self.index], dtype=float) for bound in (self.lower, self.upper))
        if fixed:
            lower[fixed[0]] = upper[fixed[0]] = fixed[1]
        low, high = zip(*self.limits)
        return milp(objective, integrality=numpy.ones(len(self.index)), bounds=Bounds(lower, upper),
                    constraints=[LinearConstraint(self.matrix, low, high)])

    def possible(self, key):
        """How many whole numbers a cell can be, counted no further than ENOUGH."""
        if key not in self.index:
            return int(min(self.upper.get(key, ENOUGH) - self.lower.get(key, 0) + 1, ENOUGH))
        objective = numpy.zeros(len(self.index))
        objective[self.index[key]] = 1
        low, high = self.solve(objective), self.solve(-objective)
        if low.status != 0:
            bail("the true numbers do not fit what is printed: " + low.message)
        least = round(low.fun)
        most = least + 100 if high.status != 0 else round(-high.fun)
        if most - least >= 2 * ENOUGH:
            return ENOUGH
        return sum(self.solve(0 * objective, (self.index[key], value)).status == 0 for value in range(least, most + 1))


def attack(sums, old, new, revised, persons, targets):
    """The cells of `targets` that can be pinned, with how many values are left to each; `persons` before and now."""
    before = lambda key: ("before",) + key if key in revised else key
    row = lambda keys: {key: 1 if i == 0 else -1 for i, key in enumerate(keys)}
    rows = [(row(keys), 0, 0) for keys in sums] + new
    if old:
        rows += [(row([before(key) for key in keys]), 0, 0) for keys in sums]
        rows += [({before(key): terms[key] for key in terms}, low, high) for terms, low, high in old]
    among = lambda key: persons[len(key) == 3].get(key[-3:], numpy.inf)
    system = System(rows, among)
    pinned = [(key, system.possible(key)) for key in sorted(targets)]
    return [(key, left) for key, left in pinned if left < ENOUGH]


# Made-up projects


def invent(chance, shape, places):
    cells = {}
    for period in map(str, YEARS):
        for leaf in leaves_of(shape):
            for place in [*places, OTHERS]:
                few = chance.random() < 0.25
                persons = chance.randint(40, 300) if place != OTHERS else 90000
                cells[leaf, place, period] = (chance.randint(0, 6) if few and place != OTHERS else chance.randint(7, 40),
                                              persons)
        add_up(shape, places, period, cells, chance)
    return cells


def add_up(shape, places, period, cells, chance=None):
    leaves = set(leaves_of(shape))
    for region in [*places, OTHERS]:
        for name in reversed(indicators_of(shape)):
            if name not in leaves and all((leaf, region, period) in cells for leaf in leaves_of(shape, name)):
                cells[name, region, period] = total(cells, leaves_of(shape, name), region, period)
        if shape == "sex and age" and chance:  # ages are another division of the same
            count, persons = cells["alle", region, period]
            # Nobody is hidden among no persons.
            young, few = chance.randint(0, count), 5
            among = chance.randint(max(young, few), persons - max(count - young, few))
            cells["unge", region, period] = (young, among)
            cells["eldre", region, period] = (count - young, persons - among)
    for name in indicators_of(shape):
        if (name, places[0], period) in cells:
            cells[name, COUNTY, period] = total(cells, [name], None, period, places)
            cells[name, COUNTRY, period] = tuple(map(sum, zip(cells[name, COUNTY, period], cells[name, OTHERS, period])))


def total(cells, names, region, period, places=None):
    return tuple(map(sum, zip(*(cells[name, place, period] for name in names for place in (places or [region])))))


def revise(chance, shape, places, cells):
    """A year later a few figures of the years before are others."""
    later = dict(cells)
    for period in map(str, list(YEARS)[:-1]):
        for leaf in leaves_of(shape):
            for place in places:
                count, persons = later[leaf, place, period]
                if chance.random() < 0.04:
                    later[leaf, place, period] = (min(max(count + chance.choice([-3, -1, 2, 9]), 0), persons), persons)
        add_up(shape, places, period, later, chance)
    return later


def with_own(shape, cells, report_places):
    """The cells, and the sums of the report's own region."""
    own = {(name, OWN, period): total(cells, [name], None, period, report_places)
           for name in indicators_of(shape) for period in map(str, YEARS)}
    return {**cells, **own}


class Made:
    """A project, its places and its figures."""

    def __init__(self, folder, seed, suppress={"count": LIMIT}):
        self.folder, self.suppress, self.chance = folder, suppress, random.Random(seed)
        self.shape = list(SHAPES)[seed % len(SHAPES)]
        self.measure = ["count", "proportion"][seed // len(SHAPES) % 2]
        self.places = municipalities(COUNTY)
        self.report_places = (self.places if self.chance.random() < 0.6 else
                              sorted(self.chance.sample(self.places, 8)))

    def invent(self):
        return invent(self.chance, self.shape, self.places)

    def all(self, cells):
        return with_own(self.shape, cells, self.report_places)

    def write(self, cells, years, previous=None):
        """The folder of the report of these years; cells that are not in `cells` are in no file either."""
        write_indicators(self.folder, self.shape, self.suppress, self.measure)
        write_data(self.folder, self.shape, self.measure,
                   {key: cells[key] for key in cells if key[1] not in (OTHERS, OWN) and int(key[2]) in years},
                   "%d-06-01" % (years[-1] + 1))
        write_report(self.folder, self.report_places, self.shape, **({"previous": previous} if previous else {}))
        out = self.folder / ("out-%d" % years[-1])
        must(utsyn("report", "--quiet", "-o", out, self.folder / "reports/prove.yaml", project=self.folder))
        return out / "prove"

    def facts(self, cells):
        return Facts(self.measure, {key: cells[key][1] for key in cells})

    def ask(self, facts, explained):
        """What the commands answer about the county's municipalities, explained some of it."""
        names = indicators_of(self.shape)
        read_compare(facts, self.folder, names, self.places)
        for period in map(str, YEARS):
            read_rank(facts, self.folder, names, period)
        for indicator, place in explained:
            read_explain(facts, self.folder, indicator, place)
        return read_trend(facts, self.folder, names, self.places)


def in_year(rows, period):
    return [row for row in rows if all(key[2] == period for key in row[0])]


# Tests


def test_bite(seed):
    """The source hides the small cells alone, and every output by itself gives some of them away."""
    with tempfile.TemporaryDirectory() as name:
        made = Made(Path(name), seed, "none")
        made.report_places = made.places
        cells = made.all(made.invent())
        small = {key for key in cells if key[1] in made.places and cells[key][0] <= LIMIT}
        printed = {key: cells[key] for key in cells if key not in small}
        folder = made.write(printed, list(YEARS))
        facts = made.facts(cells)
        read_run(facts, folder)
        made.ask(facts, [(name, place) for name in indicators_of(made.shape) for place in made.places[:9]])
    tell("seed %d: what is read is true" % seed, list(facts.untrue(cells)))
    for source in facts.sources():
        pinned = []
        for period in map(str, YEARS):
            if not pinned:
                sums = list(equations(made.shape, made.places, made.report_places, period))
                pinned = attack(sums, [], in_year(facts.of([source]), period), set(), [{}, facts.persons],
                                {key for key in small if key[2] == period})
        tell("seed %d: %s alone gives away what only the source hides" % (seed, source),
             [] if pinned else ["nothing is worked out from it"])
    missing = {"kapittel.html", "kapittel.md", "figurar", "prove.xlsx", "manifest.json", "tal.json", "compare", "rank",
               "explain"} - set(facts.sources())
    tell("seed %d: every output is read" % seed, ["nothing is read in " + source for source in missing])


def test_source(seed):
    """The source hides the small cells itself, and prints all the sums: our outputs do not pass on what gives them away."""
    with tempfile.TemporaryDirectory() as name:
        made = Made(Path(name), seed)
        cells = made.all(made.invent())
        small = {key for key in cells if key[1] in made.places and cells[key][0] <= LIMIT}
        folder = made.write({key: (None, cells[key][1]) if key in small else cells[key] for key in cells}, list(YEARS))
        facts = made.facts(cells)
        read_run(facts, folder)
        made.ask(facts, [])
    wrong = list(facts.untrue(cells))
    for period in map(str, YEARS):
        now = in_year(facts.of(), period)
        printed = {next(iter(terms)) for terms, _, _ in now if len(terms) == 1}
        wrong += ["%s is suppressed by the source and shown" % (key,) for key in small & printed]
        sums = list(equations(made.shape, made.places, made.report_places, period))
        pinned = attack(sums, [], now, set(), [{}, facts.limits], {key for key in small if key[2] == period} - printed)
        wrong += ["%s can only be %d values" % one for one in pinned]
    tell("seed %d: %s, %s, %d cells suppressed by the source" % (seed, made.shape, made.measure, len(small)), wrong)


def shown_again(made, trends, facts):
    """A trend of more points than are shown is made of hidden ones."""
    for (name, place), (n, first, last) in trends.items():
        points = {terms[0][0][2] for (_, terms) in facts.bounds if len(terms) == 1 and terms[0][0][:2] == (name, place)}
        if n > len(points) or not {first, last} <= points:
            yield "the trend of %s in %s rests on %d points, %s to %s" % (name, place, n, first, last)


def test_run(seed):
    """Two reports and the commands together."""
    years = list(YEARS)
    with tempfile.TemporaryDirectory() as name:
        made = Made(Path(name), seed)
        before = made.invent()
        after = revise(made.chance, made.shape, made.places, before)
        before, after = made.all(before), made.all(after)
        first = made.write(before, years[:-1])
        second = made.write(after, years, os.path.relpath(first / "manifest.json", made.folder))
        old, new = made.facts(before), made.facts(after)
        read_run(old, first)
        read_run(new, second)
        explained = made.chance.sample(sorted({key[:2] for key in new.hidden if key[1] != OWN}) or [("alle", COUNTY)], 1)
        trends = made.ask(new, explained)
    wrong = list(old.untrue(before)) + list(new.untrue(after)) + list(shown_again(made, trends, new))
    n_open = 0
    for period in map(str, years):
        now, then = in_year(new.of(), period), in_year(old.of(), period)
        printed = {next(iter(terms)) for terms, _, _ in now if len(terms) == 1}
        small = {key for key in printed if after[key][0] <= LIMIT and key[1] != COUNTRY}
        wrong += ["%s is small and shown" % (key,) for key in small]
        hidden = {key for key in new.hidden if key[2] == period}
        wrong += ["%s is hidden in one output and shown in another" % (key,) for key in hidden & printed]
        # Of a count nothing else is printed.
        told = lambda cells, key: cells.get(key) and cells[key][:1 if made.measure == "count" else 2]
        revised = {key for key in after if key[2] == period and told(before, key) != told(after, key)}
        reached = {key for key in hidden - revised for terms, _, _ in then if set(terms) == {key}}
        n_open += len(reached)
        sums = list(equations(made.shape, made.places, made.report_places, period))
        targets = {key for key in hidden - reached if key[1] != OWN}
        pinned = attack(sums, then, now, revised, [old.limits, new.limits], targets)
        wrong += ["%s can only be %d values" % one for one in pinned]
    tell("seed %d: %s, %s, %d places; %d hidden, %d of them printed a year before"
         % (seed, made.shape, made.measure, len(made.report_places), len(new.hidden), n_open), wrong)


def seeds():
    """Of 0-9,30: both ends of a stretch belong to it."""
    for stretch in (os.environ.get("UTSYN_ATTACK_SEEDS") or "0-9,30,58,67").split(","):
        first, _, last = stretch.partition("-")
        yield from range(int(first), int(last or first) + 1)


for own in (1, 6):
    test_bite(own)
for own in (1, 2, 3, 4):
    test_source(own)
for own in seeds():
    test_run(own)
finish()
