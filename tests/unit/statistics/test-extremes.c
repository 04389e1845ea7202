/* Every function of the statistics on extreme input: a number or a named outcome, and nothing written but an answer. */
#include <math.h>
#include <string.h>
#include <utsyn/compare.h>
#include <utsyn/describe.h>
#include <utsyn/difference.h>
#include <utsyn/effect.h>
#include <utsyn/exact.h>
#include <utsyn/funnel.h>
#include <utsyn/homogeneity.h>
#include <utsyn/inequality.h>
#include <utsyn/interval.h>
#include <utsyn/quantile.h>
#include <utsyn/regression.h>
#include <utsyn/shrink.h>
#include <utsyn/standardise.h>
#include <utsyn/trend.h>

#define MOST              30
#define ROOM              512
#define UNTOUCHED         0x11
#define SLOT(type, field) (G_GUINT64_CONSTANT (1) << (offsetof (type, field) / sizeof (double)))

#define GUARDED                                                                                                        \
  (SLOT (UtGuardedTrend, lag1) | SLOT (UtGuardedTrend, step) | SLOT (UtGuardedTrend, step_p)                           \
   | SLOT (UtGuardedTrend, evidence))

/* What a function is called with: two pairs of counts, or a series. */
typedef struct {
  double x1, n1, x2, n2, level;
} Counts;

typedef struct {
  const double *x, *y;
  gsize n;
  double level;
} Series;

typedef struct {
  const char *name;
  UtOutcome (*counts) (const Counts *in, gpointer result);
  UtOutcome (*series) (const Series *in, gpointer result);
  guint64 may_be_nan; /* slots of the result that are NaN by their own description */
} Call;

#define COUNTS(function, ...)                                                                                          \
  static UtOutcome function##_call (const Counts *in, gpointer result) {                                               \
    return function (__VA_ARGS__, result);                                                                             \
  }
#define SERIES(function, ...)                                                                                          \
  static UtOutcome function##_call (const Series *in, gpointer result) {                                               \
    return function (__VA_ARGS__, result);                                                                             \
  }

COUNTS (ut_interval_wilson, in->x1, in->n1, in->level)
COUNTS (ut_interval_wilson_corrected, in->x1, in->n1, in->level)
COUNTS (ut_interval_clopper_pearson, in->x1, in->n1, in->level)
COUNTS (ut_interval_jeffreys, in->x1, in->n1, in->level)
COUNTS (ut_interval_jeffreys_raw, in->x1, in->n1, in->level)
COUNTS (ut_interval_rate_exact, in->x1, in->n1, in->level)
COUNTS (ut_interval_rate_byar, in->x1, in->n1, in->level)
COUNTS (ut_interval_rate, in->x1, in->n1, in->level)
COUNTS (ut_interval_mean_of, in->x1, in->x2, in->n1, in->level)
COUNTS (ut_compare_proportions, in->x1, in->n1, in->x2, in->n2, in->level)
COUNTS (ut_compare_rates, in->x1, in->n1, in->x2, in->n2, in->level)
COUNTS (ut_compare_proportion_constant, in->x1, in->n1, in->x2 / in->n2, in->level)
COUNTS (ut_compare_rate_constant, in->x1, in->x2, in->level)
COUNTS (ut_exact_proportion_constant, in->x1, in->n1, in->x2 / in->n2)
COUNTS (ut_exact_rate_constant, in->x1, in->x2)
COUNTS (ut_exact_proportions, in->x1, in->n1, in->x2, in->n2)
COUNTS (ut_exact_rates, in->x1, in->n1, in->x2, in->n2)
COUNTS (ut_exact_odds_ratio, in->x1, in->n1, in->x2, in->n2, in->level)
COUNTS (ut_exact_rate_ratio, in->x1, in->n1, in->x2, in->n2, in->level)
COUNTS (ut_score_proportion_constant, in->x1, in->n1, in->x2 / in->n2)
COUNTS (ut_score_proportions, in->x1, in->n1, in->x2, in->n2)
COUNTS (ut_homogeneity_proportions, ((const double[]){ in->x1, in->x2 }), ((const double[]){ in->n1, in->n2 }), 2)
COUNTS (ut_homogeneity_rates, ((const double[]){ in->x1, in->x2 }), ((const double[]){ in->n1, in->n2 }), 2)
COUNTS (ut_difference_newcombe, in->x1, in->n1, in->x2, in->n2, in->level)
COUNTS (ut_part_of_whole_proportion, in->x1, in->n1, in->x1 + in->x2, in->n1 + in->n2, in->level)
COUNTS (ut_part_of_whole_rate, in->x1, in->n1, in->x1 + in->x2, in->n1 + in->n2, in->level)
COUNTS (ut_standardise_indirect, in->x1, in->n1, in->x2, in->level, UT_RATE_LIMITS_RULE)
COUNTS (ut_standardise_meis, in->x1, in->n1, in->x2, in->n2, 0.01, in->level)
COUNTS (ut_funnel_binomial, in->n1, in->x2 / in->n2, in->level)
COUNTS (ut_funnel_poisson, in->n1, in->level)
COUNTS (ut_funnel_chi_square, in->n1, in->level)
COUNTS (ut_funnel_normal, in->n1, in->x2 / in->n2, in->level)

static UtOutcome
ut_trend_values (const double *x, const double *y, gsize n, gpointer result) {
  return ut_trend_guarded (&(UtTrendPoints){ .n = n, .time = x, .value = y }, result);
}

static UtOutcome
ut_trend_shares (const double *x, const double *y, gsize n, gpointer result) {
  UtTrendPoints points = { .model = UT_MODEL_SHARE, .n = n, .time = x, .events = y, .persons = x, .offset = y };
  return ut_trend_guarded (&points, result);
}

static UtOutcome
ut_trend_rates (const double *x, const double *y, gsize n, gpointer result) {
  UtTrendPoints points = { .model = UT_MODEL_RATE, .n = n, .time = x, .events = y, .persons = x };
  points.least_dispersion = n ? y[n - 1] : 1;
  return ut_trend_guarded (&points, result);
}

SERIES (ut_interval_mean, in->y, in->n, in->level)
SERIES (ut_trend_theil_sen, in->x, in->y, in->n, in->level)
SERIES (ut_trend_mann_kendall, in->y, in->n)
SERIES (ut_trend_hamed_rao, in->y, in->n)
SERIES (ut_trend_ols, in->x, in->y, in->n, in->level)
SERIES (ut_trend_wls, in->x, in->y, in->y, in->n, in->level)
SERIES (ut_trend_predict, in->x, in->y, in->n, 2030, in->level)
SERIES (ut_trend_slope_difference, in->x, in->y, in->n, in->x, in->y, in->n, in->level)
SERIES (ut_trend_poisson, in->y, in->x, in->x, in->n, 2000, in->level)
SERIES (ut_trend_marker, in->y, in->x, in->x, in->n, UT_TREND_RATE)
SERIES (ut_trend_proportions, in->y, in->x, in->x, in->n)
SERIES (ut_trend_jump, in->x, in->y, in->n)
SERIES (ut_trend_detectable, in->x, in->n, in->n ? in->y[0] : NAN, in->level)
SERIES (ut_trend_guard, in->x, in->n, 0.4, 0)
SERIES (ut_trend_least_seen, in->n ? in->y[0] : NAN, in->n ? in->x[0] : NAN, in->n)
SERIES (ut_trend_values, in->x, in->y, in->n)
SERIES (ut_trend_shares, in->x, in->y, in->n)
SERIES (ut_trend_rates, in->x, in->y, in->n)
SERIES (ut_describe, in->y, in->n)
SERIES (ut_describe_weighted, in->y, in->x, in->n)
SERIES (ut_autocorrelation, in->y, in->n, 1)
SERIES (ut_quantile, in->y, in->n, in->level, 7)
SERIES (ut_quantile_weighted, in->x, in->y, in->n, in->level)
SERIES (ut_quantile_frequency, in->x, in->y, in->n, in->level)
SERIES (ut_effect_interrupted, in->x, in->y, in->n, 2005, -1)
SERIES (ut_inequality, in->x, in->y, in->y, in->n, UT_SCALE_PLAIN, in->level)
SERIES (ut_standardise_direct, in->y, in->x, in->x, in->n, 1e5, in->level, UT_RATE_LIMITS_BYAR)
SERIES (ut_standardise_direct_raw, in->y, in->x, in->x, in->n, 1e5, in->level, UT_RATE_LIMITS_GAMMA)
SERIES (ut_standardise_expected, in->y, in->y, in->x, in->n)

static UtOutcome
ut_overdispersion_call (const Series *in, gpointer result) {
  return ut_overdispersion (in->x, in->y, in->n, 2000, result, NULL);
}

static UtOutcome
ut_regress_call (const Series *in, gpointer result) {
  double *out = result;
  return ut_regress (in->x, in->y, in->n, 1, TRUE, out, out + 2, (UtFit *) (out + 4));
}

static UtOutcome
ut_effect_difference_call (const Series *in, gpointer result) {
  double treated[MOST], after[MOST], unit[MOST];
  for (gsize i = 0; i < in->n; i++) {
    treated[i] = i % 2;
    after[i] = i / 2 % 2;
    unit[i] = i % 4;
  }
  return ut_effect_difference (in->y, treated, after, unit, in->n, result);
}

/* What estimates every unit is called by itself below. */
#define CALL(function, kind, nan)                                                                                      \
  { .name = #function, .kind = function##_call, .may_be_nan = (nan) }

static const Call calls[] = {
  CALL (ut_interval_wilson, counts, 0),
  CALL (ut_interval_wilson_corrected, counts, 0),
  CALL (ut_interval_clopper_pearson, counts, 0),
  CALL (ut_interval_jeffreys, counts, 0),
  CALL (ut_interval_jeffreys_raw, counts, 0),
  CALL (ut_interval_rate_exact, counts, 0),
  CALL (ut_interval_rate_byar, counts, 0),
  CALL (ut_interval_rate, counts, 0),
  CALL (ut_interval_mean_of, counts, 0),
  CALL (ut_compare_proportions, counts, 0),
  CALL (ut_compare_rates, counts, 0),
  CALL (ut_compare_proportion_constant, counts, 0),
  CALL (ut_compare_rate_constant, counts, 0),
  CALL (ut_exact_proportion_constant, counts, 0),
  CALL (ut_exact_rate_constant, counts, 0),
  CALL (ut_exact_proportions, counts, 0),
  CALL (ut_exact_rates, counts, 0),
  CALL (ut_exact_odds_ratio, counts, 0),
  CALL (ut_exact_rate_ratio, counts, 0),
  CALL (ut_score_proportion_constant, counts, 0),
  CALL (ut_score_proportions, counts, 0),
  CALL (ut_homogeneity_proportions, counts, SLOT (UtHomogeneity, p_exact)),
  CALL (ut_homogeneity_rates, counts, SLOT (UtHomogeneity, p_exact)),
  CALL (ut_difference_newcombe, counts, 0),
  CALL (ut_part_of_whole_proportion, counts, 0),
  CALL (ut_part_of_whole_rate, counts, 0),
  CALL (ut_standardise_indirect, counts, 0),
  CALL (ut_standardise_meis, counts, 0),
  CALL (ut_funnel_binomial, counts, 0),
  CALL (ut_funnel_poisson, counts, 0),
  CALL (ut_funnel_chi_square, counts, 0),
  CALL (ut_funnel_normal, counts, 0),
  CALL (ut_interval_mean, series, 0),
  CALL (ut_trend_theil_sen, series, 0),
  CALL (ut_trend_mann_kendall, series, SLOT (UtMannKendall, p_exact)),
  CALL (ut_trend_hamed_rao, series, 0),
  CALL (ut_trend_ols, series, 0),
  CALL (ut_trend_wls, series, 0),
  CALL (ut_trend_predict, series, 0),
  CALL (ut_trend_slope_difference, series, 0),
  CALL (ut_trend_poisson, series, 0),
  CALL (ut_trend_marker, series, 0),
  CALL (ut_trend_proportions, series, 0),
  CALL (ut_trend_jump, series, 0),
  CALL (ut_trend_detectable, series, 0),
  CALL (ut_trend_guard, series, 0),
  CALL (ut_trend_least_seen, series, 0),
  CALL (ut_trend_values, series, GUARDED),
  CALL (ut_trend_shares, series, GUARDED),
  CALL (ut_trend_rates, series, GUARDED),
  CALL (ut_describe, series, SLOT (UtDescription, sd)),
  CALL (ut_describe_weighted, series, SLOT (UtWeighted, variance_frequency)),
  CALL (ut_autocorrelation, series, 0),
  CALL (ut_quantile, series, 0),
  CALL (ut_quantile_weighted, series, 0),
  CALL (ut_quantile_frequency, series, 0),
  CALL (ut_effect_interrupted, series, 0),
  CALL (ut_inequality, series,
        SLOT (UtInequality, ratio) | SLOT (UtInequality, ratio_interval.lower)
            | SLOT (UtInequality, ratio_interval.upper)),
  CALL (ut_standardise_direct, series, 0),
  CALL (ut_standardise_direct_raw, series, 0),
  CALL (ut_standardise_expected, series, 0),
  CALL (ut_overdispersion, series, 0),
  CALL (ut_regress, series, 0),
  CALL (ut_effect_difference, series, SLOT (UtDifferenceInDifferences, effect.p)),
};

static void
complain (const Call *call, const char *input, const char *what) {
  g_test_message ("%s of %s: %s", call->name, input, what);
  g_test_fail ();
}

static void
check (const Call *call, UtOutcome outcome, const double *result, const char *input) {
  if (outcome > UT_OUTCOME_NOT_CONVERGED)
    complain (call, input, "no named outcome");
  for (gsize i = 0; i < ROOM / sizeof (double); i++) {
    gboolean excused = i < 64 && (call->may_be_nan >> i & 1);
    if (outcome == UT_OUTCOME_OK && isnan (result[i]) && !excused) {
      g_autofree char *what = g_strdup_printf ("not a number in slot %" G_GSIZE_FORMAT, i);
      complain (call, input, what);
    }
  }
  if (outcome == UT_OUTCOME_OK)
    return;
  const guint8 *bytes = (const guint8 *) result;
  for (gsize i = 0; i < ROOM; i++)
    if (bytes[i] != UNTOUCHED) {
      complain (call, input, "no answer, but something written");
      return;
    }
}

static const double sizes[] = { 0, 1e-320, 1e-300, 0.4, 1, 30, 1e7, 1e12, 1e300, -1, INFINITY, NAN };
static const double levels[] = { 0.95, 0.998, 1e-9, 1 - 1e-12, 1e-320, 0, 1, NAN };

/* The count that a kind of extreme is, of n. */
static double
count_of (int kind, double n) {
  const double counts[] = { 0, 0.3, 1, 9.999, floor (n / 2), n - 1, n, n + 1, -1, 1e300, INFINITY, NAN };
  return counts[kind];
}
#define N_COUNTS 12

static void
try_counts (const Call *call, const Counts *in) {
  double result[ROOM / sizeof (double)];
  memset (result, UNTOUCHED, ROOM);
  UtOutcome outcome = call->counts (in, result);
  g_autofree char *input = g_strdup_printf ("%g/%g against %g/%g at %g", in->x1, in->n1, in->x2, in->n2, in->level);
  check (call, outcome, result, input);
}

static void
test_counts (gconstpointer data) {
  const Call *call = data;
  for (guint n1 = 0; n1 < G_N_ELEMENTS (sizes); n1++)
    for (int x1 = 0; x1 < N_COUNTS; x1++)
      for (guint n2 = 1; n2 < G_N_ELEMENTS (sizes); n2 += 2)
        for (int x2 = n1 % 2; x2 < N_COUNTS; x2 += 2) {
          double level = levels[(n1 + n2 + (guint) (x1 + x2)) % G_N_ELEMENTS (levels)];
          Counts in = { count_of (x1, sizes[n1]), sizes[n1], count_of (x2, sizes[n2]), sizes[n2], level };
          try_counts (call, &in);
        }
}

enum { ZERO, ALL_EQUAL, RISING, FALLING, TWO_VALUES, OUTLIER, HOLE, ENDLESS, HUGE_VALUES, TINY, FAR, MIXED, N_SHAPES };

static double
value_of (int shape, gsize i) {
  const double values[N_SHAPES] = {
    [ZERO] = 0,
    [ALL_EQUAL] = 0.1,
    [RISING] = (double) i + 1,
    [FALLING] = 30 - (double) i,
    [TWO_VALUES] = (double) (i / 2 % 2),
    [OUTLIER] = i == 3 ? 1e9 : 100,
    [HOLE] = i == 2 ? NAN : (double) i,
    [ENDLESS] = i == 1 ? INFINITY : (double) i,
    [HUGE_VALUES] = 1e300 * (double) (i % 3),
    [TINY] = 1e-300 * (double) (i % 5),
    [FAR] = 1e15 + (double) (i % 4),
    [MIXED] = i % 2 ? -1e7 : 1e-7 * (double) i,
  };
  return values[shape];
}

static double
time_of (int kind, gsize i) {
  const double times[] = { 2000 + (double) i, 2020, i == 4 ? NAN : (double) i, 1e300 * (double) i };
  return times[kind];
}
#define N_TIMES 4

static void
try_series (const Call *call, int shape, int times, gsize n, double level) {
  double x[MOST], y[MOST], result[ROOM / sizeof (double)];
  for (gsize i = 0; i < n; i++) {
    x[i] = time_of (times, i);
    y[i] = value_of (shape, i);
  }
  memset (result, UNTOUCHED, ROOM);
  UtOutcome outcome = call->series (&(Series){ x, y, n, level }, result);
  g_autofree char *input
      = g_strdup_printf ("shape %d, times %d, %" G_GSIZE_FORMAT " points, level %g", shape, times, n, level);
  check (call, outcome, result, input);
}

static void
test_series (gconstpointer data) {
  static const gsize lengths[] = { 0, 1, 2, 3, 4, 5, 11, MOST };
  for (int shape = 0; shape < N_SHAPES; shape++)
    for (int times = 0; times < N_TIMES; times++)
      for (guint length = 0; length < G_N_ELEMENTS (lengths); length++)
        for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
          try_series (data, shape, times, lengths[length], levels[level]);
}

/* Shrunken estimates: each a number with an interval. */
static void
check_shrunk (UtOutcome outcome, const double *estimate, const UtInterval *interval, gsize n) {
  g_assert_cmpint (outcome, <=, UT_OUTCOME_NOT_CONVERGED);
  if (outcome != UT_OUTCOME_OK)
    return;
  for (gsize i = 0; i < n; i++) {
    g_assert_false (isnan (estimate[i]) || isnan (interval[i].lower) || isnan (interval[i].upper));
    g_assert_true (interval[i].lower <= interval[i].upper);
  }
}

static void
shrink (const double *count, const double *persons, gsize n, UtShrinkMethod method, double level) {
  double estimate[MOST];
  UtInterval interval[MOST];
  UtGammaPrior gamma;
  UtBetaPrior beta;
  UtShrinkLinear linear;
  check_shrunk (ut_shrink_gamma_poisson (count, persons, n, method, level, estimate, interval, &gamma), estimate,
                interval, n);
  check_shrunk (ut_shrink_beta_binomial (count, persons, n, method, level, estimate, interval, &beta), estimate,
                interval, n);
  if (ut_shrink_marshall (count, persons, n, estimate, &linear) == UT_OUTCOME_OK)
    for (gsize i = 0; i < n; i++)
      g_assert_true (isfinite (estimate[i]));
  if (ut_shrink_martuzzi_elliott (count, persons, n, estimate, &linear) == UT_OUTCOME_OK)
    for (gsize i = 0; i < n; i++)
      g_assert_true (isfinite (estimate[i]));
}

/* One unit of them: the priors come of all. */
static void
average (const double *count, const double *persons, gsize n, double level) {
  double estimate[1];
  UtInterval interval[1];
  UtShrinkAveraged averaged;
  gsize n_own = MIN (n, 1);
  for (int kind = UT_SHRINK_SHARES; kind <= UT_SHRINK_RATES; kind++)
    check_shrunk (ut_shrink_averaged ((UtShrinkKind) kind, count, persons, n, count, persons, n_own, level, estimate,
                                      interval, &averaged),
                  estimate, interval, n_own);
}

static void
test_shrink (void) {
  static const gsize lengths[] = { 0, 1, 2, 3, MOST };
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (int shape = 0; shape < N_SHAPES; shape++)
      for (guint length = 0; length < G_N_ELEMENTS (lengths); length++) {
        double count[MOST], persons[MOST];
        for (gsize i = 0; i < lengths[length]; i++) {
          persons[i] = sizes[size] * (double) (i % 3 + 1);
          count[i] = shape == RISING    ? persons[i]
                     : shape == FALLING ? persons[i] * (double) (i % 2)
                                        : value_of (shape, i);
        }
        double level = levels[(size + (guint) shape) % 4];
        shrink (count, persons, lengths[length], UT_SHRINK_MOMENTS, level);
        shrink (count, persons, lengths[length], UT_SHRINK_LIKELIHOOD, level);
        if (lengths[length] <= 3)
          average (count, persons, lengths[length], level);
      }
}

/* Times, persons and multipliers by which nothing can be divided or multiplied: each function says so. */
static void
test_unreachable (void) {
  const double near[] = { 1e-300, 0 }, far[] = { 1e100, 1e-30 }, years[] = { 2000, 2001, 2002, 2003, 2004 };
  const double one[] = { 1, 1, 1, 1, 1 }, two[] = { 5, 6, 5, 6, 5 }, crowd[] = { 1e308, 1e308, 3, 3, 3 };
  const double nobody[] = { 1e-320, 17, 17, 17, 17 }, huge[] = { 1e308, 1e308, 3, 3, 1e308 };
  UtTheilSen line;
  g_assert_cmpint (ut_trend_theil_sen (near, far, 2, 0.95, &line), ==, UT_OUTCOME_BAD_INPUT);
  UtProportionTrend share;
  g_assert_cmpint (ut_trend_proportions (one, crowd, years, 5, &share), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_proportions (one, two, crowd, 5, &share), ==, UT_OUTCOME_BAD_INPUT);
  UtTrendMarker marker;
  g_assert_cmpint (ut_trend_marker (huge, two, years, 5, UT_TREND_RATE, &marker), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_marker (one, crowd, years, 5, UT_TREND_PROPORTION, &marker), ==, UT_OUTCOME_BAD_INPUT);
  UtStandardised direct;
  g_assert_cmpint (ut_standardise_direct (two, nobody, one, 5, 1e5, 0.95, UT_RATE_LIMITS_EXACT, &direct), ==,
                   UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_standardise_direct (two, two, one, 5, 1e308, 0.95, UT_RATE_LIMITS_BYAR, &direct), ==,
                   UT_OUTCOME_BAD_INPUT);
  UtIndirect indirect;
  g_assert_cmpint (ut_standardise_indirect (1e10, 1e-10, 1e308, 0.95, UT_RATE_LIMITS_RULE, &indirect), ==,
                   UT_OUTCOME_BAD_INPUT);
  UtMeis meis;
  g_assert_cmpint (ut_standardise_meis (1, 1, 1e-320, 1e-13, 1, 0.95, &meis), ==, UT_OUTCOME_BAD_INPUT);
}

/* Fitted counts that are 0 to a double, and units of which no scale can be made. */
static void
test_unreachable_models (void) {
  const double years[] = { 2000, 2001, 2002, 2003, 2004, 2005, 2006 }, same[] = { 5, 5, 5, 5, 5, 5, 5 };
  const double apart[] = { 1e7, 1e7, 0, 2, 1, 2, 1 }, events[] = { 0, 0, 1, 0, 1e7, 1, 1e7 };
  const double hole[] = { 1e-320, 17, 17, 17, 17, 17, 17 }, crowd[] = { 1e308, 3, 3, 1e308, 3, 3, 3 };
  UtPoissonTrend poisson;
  if (ut_trend_poisson (events, same, apart, 7, 0, 0.95, &poisson) == UT_OUTCOME_OK)
    g_assert_true (isfinite (poisson.pearson) && isfinite (poisson.p_dispersed));
  g_assert_cmpint (ut_trend_poisson (same, hole, years, 7, 2003, 0.95, &poisson), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_poisson (same, same, crowd, 7, 2003, 0.95, &poisson), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_poisson (same, same, years, 7, 1e300, 0.95, &poisson), ==, UT_OUTCOME_BAD_INPUT);
  UtInequality inequality;
  g_assert_cmpint (ut_inequality (crowd, years, NULL, 7, UT_SCALE_PLAIN, 0.95, &inequality), ==, UT_OUTCOME_BAD_INPUT);
  UtOverdispersion over;
  g_assert_cmpint (ut_overdispersion (years, hole, 7, 2003, &over, NULL), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_overdispersion (years, same, 7, 1e300, &over, NULL), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (
      ut_overdispersion ((const double[]){ 1e7, 2, 0 }, (const double[]){ 1e-13, 1, 46 }, 3, 0, &over, NULL), ==,
      UT_OUTCOME_NOT_CONVERGED);
  double slope;
  g_assert_cmpint (ut_trend_detectable (years, 7, 1e308, 0.95, &slope), ==, UT_OUTCOME_BAD_INPUT);
  UtPart part;
  g_assert_cmpint (ut_part_of_whole_proportion (0, 3, 1e-320, 1e20, 0.95, &part), ==, UT_OUTCOME_BAD_INPUT);
}

/* A place that is nearer the mean than chance has it hides the others from the score test, when it is large; the
 * likelihood still has its top where they differ. Tops found by Nelder and Mead's method. */
static void
test_shrink_behind_a_large_unit (void) {
  const double observed[] = { 523, 520, 24 }, expected[] = { 600, 600, 10 };
  const double x[] = { 46, 9, 341, 30, 2, 8 }, n[] = { 400, 60, 3000, 400, 60, 60 };
  double estimate[6];
  UtInterval interval[6];
  UtGammaPrior gamma;
  UtBetaPrior beta;
  g_assert_cmpint (
      ut_shrink_gamma_poisson (observed, expected, 3, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &gamma), ==,
      UT_OUTCOME_OK);
  g_assert_cmpfloat_with_epsilon (log (gamma.shape), 1.7015885, 1e-5);
  g_assert_cmpfloat_with_epsilon (log (gamma.rate), 1.46467433, 1e-5);
  g_assert_cmpint (ut_shrink_beta_binomial (x, n, 6, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &beta), ==,
                   UT_OUTCOME_OK);
  g_assert_cmpfloat_with_epsilon (log (beta.alpha), 4.1962885, 1e-4);
  g_assert_cmpfloat_with_epsilon (log (beta.beta), 6.34171764, 1e-4);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autofree char *path = g_strdup_printf ("/statistics/extremes/%s", calls[i].name);
    g_test_add_data_func (path, &calls[i], calls[i].counts ? test_counts : test_series);
  }
  g_test_add_func ("/statistics/extremes/shrink", test_shrink);
  g_test_add_func ("/statistics/extremes/shrink-behind-a-large-unit", test_shrink_behind_a_large_unit);
  g_test_add_func ("/statistics/extremes/unreachable", test_unreachable);
  g_test_add_func ("/statistics/extremes/unreachable-models", test_unreachable_models);
  return g_test_run ();
}
