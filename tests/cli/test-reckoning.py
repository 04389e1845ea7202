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


def test_smoothed():
    """The same two numbers draw all places, and no other two are likelier."""
    records = answer("rank", "utenfor-15-29-aar", "--county", "40")
    places = [(record["numerator"], record["denominator"]) for record in records]
    smoothed = [record["smoothed"] / 100 for record in records]
    (x, n), s, (y, m), t = places[0], smoothed[0], places[-1], smoothed[-1]
    # x + a = s·(n + b) and y + a = t·(m + b), b = alpha + beta
    both = (y - x - t * m + s * n) / (t - s)
    alpha = s * (n + both) - x
    check("smoothed: one prior for all", all(near((x + alpha) / (n + both), s) for (x, n), s in zip(places, smoothed)),
          (alpha, both))
    top = beta_binomial(places, alpha, both - alpha)
    check("smoothed: the likeliest prior", all(beta_binomial(places, alpha * a, (both - alpha) * b) < top for a, b in
                                               ((1.05, 1), (0.95, 1), (1, 1.05), (1, 0.95), (1.1, 1.1), (0.9, 0.9))))


for municipality in ("Fyresdal", "Vinje", "Tokke"):
    test_comparisons(municipality)
for test in (test_trend, test_rates, test_smoothed):
    test()
finish()
