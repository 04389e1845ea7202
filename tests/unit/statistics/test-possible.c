/* The search over possible counts against every pair, one by one. */
#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/possible.h>

#define GUARD 1e-9

typedef struct {
  UtPrinted own, other;
  UtPossibleKind kind;
  UtPossibleRelation relation;
  double design_effect;
} Case;

/* What all pairs say, each tested by the function for counts that are known. */
typedef struct {
  guint n;
  double above_most, below_most, above_least, below_least; /* p of one side, of the pairs that say least and most */
  double lower, upper;
} Brute;

static UtOutcome
test_pair (const Case *c, double x, double n, double events, double persons, double level, UtComparison *comparison) {
  gboolean shares = c->kind == UT_POSSIBLE_SHARES;
  if (c->relation == UT_POSSIBLE_KNOWN)
    return shares ? ut_compare_proportion_constant (x, n, events, level, comparison)
                  : ut_compare_rate_constant (x, n * events, level, comparison);
  double rest = c->relation == UT_POSSIBLE_PART ? events - x : events;
  double rest_n = c->relation == UT_POSSIBLE_PART ? persons - n : persons;
  return shares ? ut_compare_proportions (x, n, rest, rest_n, level, comparison)
                : ut_compare_rates (x, n, rest, rest_n, level, comparison);
}

static double
odds (double share) {
  return share / (1 - share);
}

/* The side of the place by its mid-p is that of the smaller tail. */
static gboolean
add_pair (const Case *c, Brute *all, double x, double n, double events, double persons) {
  UtComparison half, comparison;
  double level = ut_design_effect_level (c->design_effect);
  if (test_pair (c, x, n, events, persons, level, &comparison) != UT_OUTCOME_OK
      || test_pair (c, x, n, events, persons, 1e-6, &half) != UT_OUTCOME_OK)
    return FALSE;
  UtInterval ratio = comparison.ratio_interval, middle = half.ratio_interval;
  if (c->relation == UT_POSSIBLE_KNOWN && c->kind == UT_POSSIBLE_SHARES) {
    ratio = (UtInterval){ odds (comparison.own.lower) / odds (events), odds (comparison.own.upper) / odds (events) };
    middle = (UtInterval){ odds (half.own.lower) / odds (events), odds (half.own.upper) / odds (events) };
  }
  double p = ut_design_effect_p (comparison.p, c->design_effect);
  double other = 2;
  gboolean up = middle.lower > 1 || (middle.lower <= 1 && middle.upper >= 1);
  if (middle.lower <= 1 && middle.upper >= 1)
    other = p; /* about the middle of both tails */
  all->n++;
  all->above_most = fmax (all->above_most, up ? p : other);
  all->below_most = fmax (all->below_most, up && other == 2 ? other : p);
  all->above_least = fmin (all->above_least, up ? p : other);
  all->below_least = fmin (all->below_least, up && other == 2 ? other : p);
  all->lower = fmin (all->lower, ratio.lower);
  all->upper = fmax (all->upper, ratio.upper);
  return TRUE;
}

static gboolean
add_corners (const Case *c, Brute *all, double x, double n) {
  if (c->relation == UT_POSSIBLE_KNOWN)
    return add_pair (c, all, x, n, c->other.value - c->other.half_width, 1)
           && add_pair (c, all, x, n, c->other.value + c->other.half_width, 1);
  double persons[] = { c->other.persons_lowest, c->other.persons_highest };
  for (int i = 0; i < 2; i++) {
    double low = ceil (persons[i] * (c->other.value - c->other.half_width) - GUARD);
    double high = floor (persons[i] * (c->other.value + c->other.half_width) + GUARD);
    if (!add_pair (c, all, x, n, low, persons[i]) || !add_pair (c, all, x, n, high, persons[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
try_all (const Case *c, Brute *all) {
  const UtPrinted *own = &c->own;
  double lower = fmax (own->value - own->half_width, 0), upper = own->value + own->half_width;
  double n1 = own->persons_lowest, n2 = own->persons_highest;
  if (c->kind == UT_POSSIBLE_SHARES)
    upper = fmin (upper, 1);
  *all = (Brute){ 0, 0, 0, 2, 2, INFINITY, -INFINITY };
  for (double x = floor (n1 * lower + GUARD); x <= ceil (n2 * upper - GUARD); x++) {
    double first = own->outward ? floor (x / upper + GUARD) : ceil (x / upper - GUARD);
    double last = lower > 0 ? (own->outward ? ceil (x / lower - GUARD) : floor (x / lower + GUARD)) : n2;
    first = own->outward ? CLAMP (first, n1, n2) : fmax (first, n1);
    last = own->outward ? CLAMP (last, n1, n2) : fmin (last, n2);
    for (double n = c->kind == UT_POSSIBLE_SHARES ? fmax (first, x) : first; n <= last; n++)
      if (!add_corners (c, all, x, n))
        return FALSE;
  }
  return all->n > 0;
}

static Case
random_case (guint i) {
  static const double digits[] = { 0.005, 0.0005, 0.05, 1e-9 };
  Case c = { .kind = i % 3 == 2 ? UT_POSSIBLE_RATES : UT_POSSIBLE_SHARES };
  c.relation = (UtPossibleRelation) (i / 3 % 3);
  c.design_effect = i % 2 != 0 ? 1 : g_test_rand_double_range (1, 3);
  /* A few large ones, of which not every count is tested. */
  double n1 = floor (pow (10, g_test_rand_double_range (0.5, i % 50 == 0 ? 2.7 : 1.9)));
  double n2 = floor (n1 * g_test_rand_double_range (1, 1.4));
  double half = digits[g_test_rand_int_range (0, 4)];
  double value = floor (g_test_rand_double_range (half < 0.05 ? 0.03 : 0.1, 0.9) / half / 2 + 1) * half * 2;
  if (half < 1e-6)
    value = floor (value * n1) / n1;
  c.own = ut_printed_figure (fmin (value, 1), half, n1, i % 4 == 0 ? n1 : n2, i % 4 != 0 && i % 5 != 0);
  double whole = floor (g_test_rand_double_range (400, 3000));
  double share = fmin (fmax (value * g_test_rand_double_range (0.4, 1.8), 0.02), 0.95);
  c.other = ut_printed_figure (round (share * 1000) / 1000, 0.0005, whole, floor (whole * 1.1), FALSE);
  return c;
}

static gboolean
same (double a, double b) {
  return a == b || fabs (a - b) <= 1e-7 * fmax (fabs (a), fabs (b));
}

static void
assert_near (double limit, double farthest) {
  if (same (limit, farthest) || (limit == 1 && farthest > 1))
    return;
  g_assert_cmpfloat (limit, >=, farthest * (1 - 1e-7));
  g_assert_cmpfloat (limit, <=, farthest * (1 + 1e-5));
}

static void
compare_with_all (const Case *c, guint *n_compared, guint *n_sure) {
  UtPossible answer;
  Brute all;
  UtOutcome outcome = ut_possible_compare (c->kind, c->relation, &c->own, &c->other, c->design_effect, &answer);
  if (!try_all (c, &all))
    return;
  g_assert_cmpint (outcome, ==, UT_OUTCOME_OK);
  (*n_compared)++;
  *n_sure += answer.p_worst < 0.05;
  gboolean excludes = answer.ratio_interval.lower > 1 || answer.ratio_interval.upper < 1;
  g_assert_cmpint (excludes, ==, answer.p_worst < 0.05);
  g_assert_cmpfloat (answer.u_least, <=, answer.u_greatest);
  if (answer.side > 0) {
    g_assert_true (same (answer.p_worst, all.above_most));
    g_assert_true (same (answer.p_best, all.above_least));
  }
  if (answer.side < 0) {
    g_assert_true (same (answer.p_worst, all.below_most));
    g_assert_true (same (answer.p_best, all.below_least));
  }
  if (answer.side == 0) {
    g_assert_cmpfloat (answer.p_worst, ==, 1);
    g_assert_true (same (answer.p_best, fmin (all.above_least, all.below_least)));
  }
  /* Of many pairs the limits may be those of a near neighbour. */
  assert_near (answer.ratio_interval.lower, all.lower);
  assert_near (1 / answer.ratio_interval.upper, 1 / all.upper);
}

static void
test_every_pair (void) {
  guint n_compared = 0, n_sure = 0;
  for (guint i = 0; i < 500; i++) {
    const Case c = random_case (i);
    compare_with_all (&c, &n_compared, &n_sure);
  }
  g_test_message ("%u sets compared, %u sure", n_compared, n_sure);
  g_assert_cmpuint (n_compared, >, 300);
  g_assert_cmpuint (n_sure, >, 20);
  g_assert_cmpuint (n_sure, <, n_compared - 20);
}

/* Counts that are known are a set of one pair: the very test of two groups. */
static void
test_known_counts (void) {
  for (int i = 0; i < 500; i++) {
    double n = g_test_rand_int_range (1, 400), rest_n = g_test_rand_int_range (1, 4000);
    double x = g_test_rand_int_range (0, (int) n + 1), rest = g_test_rand_int_range (0, (int) rest_n + 1);
    if (x + rest == 0 || x + rest == n + rest_n)
      continue;
    const UtPrinted own = ut_printed_counts (x, n), whole = ut_printed_counts (x + rest, n + rest_n),
                    other = ut_printed_counts (rest, rest_n);
    UtComparison shares, rates;
    UtPossible part, apart, part_rates;
    g_assert_cmpint (ut_compare_proportions (x, n, rest, rest_n, 0.95, &shares), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_compare_rates (x, n, rest, rest_n, 0.95, &rates), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_PART, &own, &whole, 1, &part), ==,
                     UT_OUTCOME_OK);
    g_assert_cmpint (ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_APART, &own, &other, 1, &apart), ==,
                     UT_OUTCOME_OK);
    g_assert_cmpint (ut_possible_compare (UT_POSSIBLE_RATES, UT_POSSIBLE_PART, &own, &whole, 1, &part_rates), ==,
                     UT_OUTCOME_OK);
    g_assert_true (same (part.p_worst, shares.p) || part.side == 0);
    g_assert_true (same (part.p_best, shares.p));
    g_assert_true (same (part.ratio_interval.lower, shares.ratio_interval.lower));
    g_assert_true (same (part.ratio_interval.upper, shares.ratio_interval.upper));
    g_assert_cmpfloat (apart.p_worst, ==, part.p_worst);
    g_assert_true (same (part_rates.p_best, rates.p));
    g_assert_true (same (part_rates.ratio_interval.lower, rates.ratio_interval.lower));
  }
}

static void
test_no_answer (void) {
  UtPossible answer;
  const UtPrinted whole = ut_printed_figure (0.2, 0.0005, 5000, 5000, FALSE);
  UtPrinted own = ut_printed_figure (0.333, 0.0005, 20, 20, FALSE);
#define COMPARE(own, other) ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_PART, own, other, 1, &answer)
  g_assert_cmpint (COMPARE (&own, &whole), ==, UT_OUTCOME_TOO_FEW_POINTS);
  own.persons_lowest = own.persons_highest = 0;
  g_assert_cmpint (COMPARE (&own, &whole), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (COMPARE (&whole, &whole), ==, UT_OUTCOME_NO_DENOMINATOR);
  const UtPrinted none = ut_printed_counts (0, 20), nobody = ut_printed_counts (0, 500);
  g_assert_cmpint (COMPARE (&none, &nobody), ==, UT_OUTCOME_NO_EVENTS);
  own = ut_printed_figure (NAN, 0.0005, 20, 20, FALSE);
  g_assert_cmpint (COMPARE (&own, &whole), ==, UT_OUTCOME_BAD_INPUT);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/possible/every-pair", test_every_pair);
  g_test_add_func ("/statistics/possible/known-counts", test_known_counts);
  g_test_add_func ("/statistics/possible/no-answer", test_no_answer);
  return g_test_run ();
}
