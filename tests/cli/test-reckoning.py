#!/usr/bin/env python3
"""The answers are those of a reckoning by hand (reckoning.py), from the lines of the files they name."""
import math
import tempfile

from harness import ROOT, Project, answer, check, finish
from reckoning import beta_binomial, benjamini_hochberg, byar, log_choose, midp, near, poisson_at_most, wilson

FIGURES = "datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv"


def check_comparison(place, comparison, figure):
    name = "%s against %s: " % (place, comparison["benchmark"])
    x, n = figure["numerator"], figure["denominator"]
    rest, ratio = comparison["rest"], comparison["ratio"]
    rest_x, rest_n = comparison["figure"]["numerator"] - x, comparison["figure"]["denominator"] - n
    check(name + "the rest is the whole without the place", (rest["numerator"], rest["denominator"]) == (rest_x, rest_n))
    check(name + "p", near(comparison["p"], midp(x, n, rest_x, rest_n), 1e-6), comparison["p"])
    for end in ("lower", "upper"):
        at_limit = midp(x, n, rest_x, rest_n, math.log(ratio[end]))
        check(name + end + " odds ratio gives p 0.05", near(at_limit, 0.05, 1e-4), at_limit)
        share = rest_x / rest_n
        odds = ratio[end] * share
        check(name + end + " end of the deciding interval",
              near(comparison["deciding"][end], 100 * odds / (1 - share + odds)))
    q = benjamini_hochberg(comparison["p"], [member["p"] for member in comparison["family"]])
    check(name + "q", near(comparison["q"], q), comparison["q"])
    check(name + "robust by q", comparison["robust"] in (None, comparison["q"] <= 0.05))


def test_comparisons(place):
    told = answer("explain", "utenfor-15-29-aar", place)
    figure = told["figure"]
    line = (ROOT / FIGURES).read_text("utf-8-sig").splitlines()[figure["lines"][0]["line"] - 1]
    check(place + ": the line of the file has the counts",
          ";%d;%d" % (figure["numerator"], figure["denominator"]) in line.replace(",", ";")
          or str(figure["numerator"]) in line, line)
    low, high = wilson(figure["numerator"], figure["denominator"])
    check(place + ": Wilson", near(figure["interval"]["lower"], low) and near(figure["interval"]["upper"], high),
          figure["interval"])
    for comparison in told["comparisons"]:
        check_comparison(place, comparison, figure)


def guard_of(times, memory):
    """How much wider the error of a slope is when neighbours are alike: g, by the quadratic forms."""
    n, middle = len(times), math.fsum(times) / len(times)
    c = [t - middle for t in times]
    alike = [[memory ** abs(t - u) for u in times] for t in times]
    squares = math.fsum(x * x for x in c)
    among = math.fsum(c[i] * alike[i][j] * c[j] for i in range(n) for j in range(n)) / squares
    left = n - math.fsum(map(math.fsum, alike)) / n - among
    return math.sqrt(among / (left / (n - 2)))


def line_of(points, step):
    """Slope, its error, the guard, and p: with four points Student's t has a root for a tail."""
    n, middle, mean = len(points), *(math.fsum(column) / len(points) for column in zip(*points))
    squares = math.fsum((t - middle) ** 2 for t, _ in points)
    slope = math.fsum((t - middle) * (v - mean) for t, v in points) / squares
    rest = math.fsum((v - mean - slope * (t - middle)) ** 2 for t, v in points)
    error = math.sqrt(max(rest / (n - 2), step ** 2 / 12) / squares)
    guard = guard_of([t for t, _ in points], 0.4)
    t = abs(slope) / error / guard
    return slope, error, guard, 1 - t / math.sqrt(t * t + 2)


def test_trend():
    trend = answer("explain", "grunnskolepoeng", "Telemark")["trend"]
    points = [(point["time"], point["value"]) for point in trend["points"]]
    check("Telemark: four points", len(points) == 4, points)
    slope, error, guard, p = line_of(points, 0.1)
    check("Telemark: slope", near(trend["slope_per_year"], slope), (trend["slope_per_year"], slope))
    check("Telemark: its error", near(trend["slope_se"], error), (trend["slope_se"], error))
    check("Telemark: guard", near(trend["guard"], guard), (trend["guard"], guard))
    check("Telemark: p", near(trend["p"], p), (trend["p"], p))
    # Student's t with two degrees of freedom and 5 % outside.
    half = 0.95 * math.sqrt(2 / (1 - 0.95 ** 2)) * error * guard
    check("Telemark: interval", near(trend["slope_interval"]["upper"], slope + half), trend["slope_interval"])


def test_rates():
    """The same counts as a rate: Byar from 10 events, the exact limits below, and a binomial mid-p."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(folder, "indicators", "datasets", "reports")
        path = project.root / "indicators/utanfor.yaml"
        head, mark, tail = path.read_text().partition("- id: utenfor-30-61-aar")
        for old, new in (("proportion", "rate"), ("percent", "per_1000"), ("binomial", "poisson")):
            head = head.replace(": " + old + "\n", ": " + new + "\n")
        path.write_text(head + mark + tail)
        vinje, fyresdal = (project.answer("explain", "utenfor-15-29-aar", place) for place in ("Vinje", "Fyresdal"))
    interval = vinje["figure"]["interval"]
    low, high = byar(54, 641, 1000)
    check("Byar", near(interval["lower"], low) and near(interval["upper"], high), interval)
    check("Byar's formula", interval["formula"].startswith("54·(1 − 1/(9·54) − 1.959964/(3·√54))³ / 641; 55·"), interval)
    interval = fyresdal["figure"]["interval"]
    check("exact below 10 events", interval["formula"].startswith("χ²(0.025; 2·9)/2 / 185"), interval)
    # Of a count that 2.5 % are 9 or fewer.
    tail_sum = poisson_at_most(9, interval["upper"] / 1000 * 185)
    check("exact upper limit", near(tail_sum, 0.025, 1e-6), tail_sum)
    comparison = fyresdal["comparisons"][0]
    m, share = comparison["figure"]["numerator"], 185 / comparison["figure"]["denominator"]
    terms = [math.exp(log_choose(m, k) + k * math.log(share) + (m - k) * math.log(1 - share)) for k in range(10)]
    p = 2 * (math.fsum(terms[:9]) + terms[9] / 2)
    check("binomial mid-p of a rate", near(comparison["p"], p, 1e-6), (comparison["p"], p))


def averaged(places):
    """Mean of each place's share, averaged over the priors that all of them leave possible."""
    total = (sum(x for x, n in places) + 0.5) / (sum(n for x, n in places) + 1)
    priors = []
    for k in range(40):
        rho = ((k + 0.5) / 40 * 0.5) ** 2
        spread = total * (1 - total)
        error = sum(n / (spread * (1 + (n - 1) * rho)) for x, n in places) ** -0.5 / spread
        for step in range(21):
            share = 1 / (1 + math.exp(-(math.log(total / (1 - total)) + error * 4 * (step - 10) / 10)))
            both = 1 / rho - 1
            priors.append((beta_binomial(places, share * both, (1 - share) * both) + math.log(error), share, both))
    top = max(prior[0] for prior in priors)
    weights = [math.exp(prior[0] - top) for prior in priors]
    return [sum(w * (x + share * both) / (n + both) for w, (_, share, both) in zip(weights, priors)) / sum(weights)
            for x, n in places]


def test_smoothed():
    """Every place is drawn towards what all municipalities of the table tell, whichever are shown."""
    records = answer("rank", "utenfor-15-29-aar")
    counted = [record for record in records if record["numerator"] is not None and record["smoothed"] is not None]
    expected = averaged([(record["numerator"], record["denominator"]) for record in counted])
    check("smoothed: averaged over all municipalities",
          all(near(record["smoothed"] / 100, mean) for record, mean in zip(counted, expected)), len(counted))
    county = {record["place"]: record["smoothed"] for record in answer("rank", "utenfor-15-29-aar", "--county", "40")}
    check("smoothed: the same where some are shown", all(record["smoothed"] == county[record["place"]]
                                                         for record in counted if record["place"] in county), county)


for municipality in ("Fyresdal", "Vinje", "Tokke"):
    test_comparisons(municipality)
for test in (test_trend, test_rates, test_smoothed):
    test()
finish()
