"""The statistics a second time, written apart from the program's: Wilson's formula, distributions term by term."""
import math

Z = 1.959963984540054


def near(a, b, tolerance=1e-9):
    return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-300)


def log_choose(n, k):
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def wilson(x, n):
    """Per cent."""
    root = Z * math.sqrt(Z * Z + 4 * x * (1 - x / n))
    return [(2 * x + Z * Z + sign * root) / (2 * (n + Z * Z)) * 100 for sign in (-1, 1)]


def byar(x, n, factor):
    low = x * (1 - 1 / (9 * x) - Z / (3 * math.sqrt(x))) ** 3
    high = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * math.sqrt(x + 1))) ** 3
    return [end / n * factor for end in (low, high)]


def poisson_at_most(x, mean):
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(x + 1))


def midp(x, n, rest_x, rest_n, log_odds=0.0):
    """Central mid-p of the conditional distribution at an odds ratio."""
    m = x + rest_x
    weight = {k: log_choose(n, k) + log_choose(rest_n, m - k) + k * log_odds for k in range(min(n, m) + 1)}
    top = max(weight.values())
    total = math.fsum(math.exp(w - top) for w in weight.values())
    below = math.fsum(math.exp(w - top) for k, w in weight.items() if k < x) / total
    at = math.exp(weight[x] - top) / total
    return min(2 * min(below + at / 2, 1 - below - at / 2), 1)


def benjamini_hochberg(p, family):
    return min([1.0] + [one * len(family) / (j + 1) for j, one in enumerate(sorted(family)) if one >= p])


def freeman_halton(groups):
    """Exact p of counts among so many, by every table with the same margins."""
    events = sum(x for x, _ in groups)

    def tables(left, rest):
        if not rest:
            if left == 0:
                yield 1
            return
        for x in range(min(left, rest[0]) + 1):
            for weight in tables(left - x, rest[1:]):
                yield math.comb(rest[0], x) * weight
    weights = list(tables(events, [n for _, n in groups]))
    own = math.prod(math.comb(n, x) for x, n in groups)
    return sum(weight for weight in weights if weight <= own) / sum(weights)


def beta_binomial(places, alpha, beta):
    """Log likelihood, but for a constant."""
    return math.fsum(math.lgamma(x + alpha) + math.lgamma(n - x + beta) - math.lgamma(n + alpha + beta)
                     + math.lgamma(alpha + beta) - math.lgamma(alpha) - math.lgamma(beta) for x, n in places)
