/* How often the intervals hold the truth that have no table of every outcome. */
#include "calibration.h"

#include "base/pool.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <utsyn/difference.h>
#include <utsyn/effect.h>
#include <utsyn/interval.h>
#include <utsyn/standardise.h>
#include <utsyn/trend.h>

#define CHAPTER   20
#define MOST_SIZE 64
#define N_SIZES   3

/* Draws one sample of a size; FALSE when there is no interval. */
typedef gboolean (*Try) (const gsl_rng *random, guint size, gboolean *held);

typedef struct {
  const char *name;
  const char *unit; /* what the size counts */
  guint sizes[N_SIZES];
  Try try;
} Method;

static gboolean
holds (UtInterval interval, double truth) {
  return interval.lower <= truth && truth <= interval.upper;
}

static gboolean
try_mean (const gsl_rng *random, guint size, gboolean *held) {
  double values[MOST_SIZE];
  UtInterval interval;
  for (guint i = 0; i < size; i++)
    values[i] = gsl_ran_gaussian (random, 1);
  UtOutcome outcome = ut_interval_mean (values, size, 0.95, &interval);
  *held = outcome == UT_OUTCOME_OK && holds (interval, 0);
  return outcome == UT_OUTCOME_OK;
}

static gboolean
try_skewed_mean (const gsl_rng *random, guint size, gboolean *held) {
  const double sigma = 0.5;
  double values[MOST_SIZE];
  UtInterval interval;
  for (guint i = 0; i < size; i++)
    values[i] = gsl_ran_lognormal (random, 0, sigma);
  UtOutcome outcome = ut_interval_mean (values, size, 0.95, &interval);
  *held = outcome == UT_OUTCOME_OK && holds (interval, exp (sigma * sigma / 2));
  return outcome == UT_OUTCOME_OK;
}

/* Rates that double every twenty years of age, in a municipality that is older than the standard. */
static gboolean
try_standardised (const gsl_rng *random, guint size, UtRateLimits limits, gboolean *held) {
  gsize n;
  const double *standard = ut_standard_esp2013 (&n);
  double counts[MOST_SIZE], persons[MOST_SIZE], rates[MOST_SIZE], expected = 0, all = 0, truth = 0;
  UtStandardised result;
  for (gsize i = 0; i < n; i++) {
    persons[i] = standard[i] * exp2 ((double) i / 10);
    rates[i] = exp2 ((double) i / 4);
    expected += persons[i] * rates[i];
    all += standard[i];
  }
  for (gsize i = 0; i < n; i++) {
    rates[i] *= size / expected;
    truth += rates[i] * standard[i] / all;
    counts[i] = gsl_ran_poisson (random, rates[i] * persons[i]);
  }
  UtOutcome outcome = ut_standardise_direct (counts, persons, standard, n, 1, 0.95, limits, &result);
  *held = outcome == UT_OUTCOME_OK && holds (result.interval, truth);
  return outcome == UT_OUTCOME_OK;
}

static gboolean
try_dobson (const gsl_rng *random, guint size, gboolean *held) {
  return try_standardised (random, size, UT_RATE_LIMITS_BYAR, held);
}

static gboolean
try_gamma (const gsl_rng *random, guint size, gboolean *held) {
  return try_standardised (random, size, UT_RATE_LIMITS_GAMMA, held);
}

static gboolean
try_part (const gsl_rng *random, guint size, gboolean *held) {
  const double share = 0.2, rest_share = 0.25, rest_size = 10.0 * size;
  double events = gsl_ran_binomial (random, share, size);
  double rest = gsl_ran_binomial (random, rest_share, (guint) rest_size);
  double whole_share = (share * size + rest_share * rest_size) / (size + rest_size);
  UtPart part;
  UtOutcome outcome = ut_part_of_whole_proportion (events, size, events + rest, size + rest_size, 0.95, &part);
  *held = outcome == UT_OUTCOME_OK && holds (part.interval, share - whole_share);
  return outcome == UT_OUTCOME_OK;
}

/* A line with a slope of 1 and noise of 1. */
static void
draw_line (const gsl_rng *random, guint size, double *time, double *value) {
  for (guint i = 0; i < size; i++) {
    time[i] = i;
    value[i] = i + gsl_ran_gaussian (random, 1);
  }
}

static gboolean
try_ols (const gsl_rng *random, guint size, gboolean *held) {
  double time[MOST_SIZE], value[MOST_SIZE];
  UtLinear line;
  draw_line (random, size, time, value);
  UtOutcome outcome = ut_trend_ols (time, value, size, 0.95, &line);
  *held = outcome == UT_OUTCOME_OK && holds (line.slope_interval, 1);
  return outcome == UT_OUTCOME_OK;
}

static gboolean
try_theil_sen (const gsl_rng *random, guint size, gboolean *held) {
  double time[MOST_SIZE], value[MOST_SIZE];
  UtTheilSen line;
  draw_line (random, size, time, value);
  UtOutcome outcome = ut_trend_theil_sen (time, value, size, 0.95, &line);
  *held = outcome == UT_OUTCOME_OK && holds (line.slope_interval, 1);
  return outcome == UT_OUTCOME_OK;
}

static gboolean
try_prediction (const gsl_rng *random, guint size, gboolean *held) {
  double time[MOST_SIZE], value[MOST_SIZE];
  UtPrediction prediction;
  draw_line (random, size + 1, time, value);
  UtOutcome outcome = ut_trend_predict (time, value, size, time[size], 0.95, &prediction);
  *held = outcome == UT_OUTCOME_OK && holds (prediction.prediction, value[size]);
  return outcome == UT_OUTCOME_OK;
}

/* The other line has less noise, as a county's has. */
static gboolean
try_slope_difference (const gsl_rng *random, guint size, gboolean *held) {
  double time[MOST_SIZE], value[MOST_SIZE], other[MOST_SIZE];
  UtSlopeDifference difference;
  draw_line (random, size, time, value);
  for (guint i = 0; i < size; i++)
    other[i] = gsl_ran_gaussian (random, 0.2);
  UtOutcome outcome = ut_trend_slope_difference (time, value, size, time, other, size, 0.95, &difference);
  *held = outcome == UT_OUTCOME_OK && holds (difference.interval, 1);
  return outcome == UT_OUTCOME_OK;
}

static gboolean
try_poisson_trend (const gsl_rng *random, guint size, gboolean *held) {
  const double ratio = 1.05;
  double time[MOST_SIZE], count[MOST_SIZE], persons[MOST_SIZE];
  UtPoissonTrend trend;
  for (guint i = 0; i < size; i++) {
    time[i] = i;
    persons[i] = 1000;
    count[i] = gsl_ran_poisson (random, 20 * pow (ratio, i));
  }
  UtOutcome outcome = ut_trend_poisson (count, persons, time, size, 0, 0.95, &trend);
  *held = outcome == UT_OUTCOME_OK && holds (trend.rate_ratio_interval, ratio);
  return outcome == UT_OUTCOME_OK;
}

/* Estimate and standard error, by Student's t. */
static gboolean
effect_holds (const UtEffect *effect, double df, double truth) {
  double reach = gsl_cdf_tdist_Pinv (0.975, df) * effect->se;
  return fabs (effect->estimate - truth) <= reach;
}

/* Noise that remembers a third of the year before. */
static gboolean
try_interrupted (const gsl_rng *random, guint size, gboolean *held) {
  double time[MOST_SIZE], value[MOST_SIZE], noise = gsl_ran_gaussian (random, 1);
  UtInterruption result;
  for (guint i = 0; i < size; i++) {
    noise = noise / 3 + gsl_ran_gaussian (random, sqrt (8.0 / 9));
    time[i] = i;
    value[i] = noise + (i >= size / 2 ? 2 : 0);
  }
  UtOutcome outcome = ut_effect_interrupted (time, value, size, size / 2 - 0.5, -1, &result);
  *held = outcome == UT_OUTCOME_OK && effect_holds (&result.step, size - 4.0, 2);
  return outcome == UT_OUTCOME_OK;
}

/* Units with levels of their own; half of them with the measure, two years before and two after. */
static gboolean
try_difference (const gsl_rng *random, guint size, gboolean *held) {
  enum { YEARS = 4 };
  double value[MOST_SIZE * YEARS], treated[MOST_SIZE * YEARS], after[MOST_SIZE * YEARS], unit[MOST_SIZE * YEARS];
  UtDifferenceInDifferences result;
  guint n = 0;
  for (guint u = 0; u < size; u++) {
    double level = gsl_ran_gaussian (random, 1);
    for (guint year = 0; year < YEARS; year++, n++) {
      treated[n] = u % 2;
      after[n] = year >= YEARS / 2;
      unit[n] = u;
      value[n] = level + after[n] + treated[n] * after[n] + gsl_ran_gaussian (random, 1);
    }
  }
  UtOutcome outcome = ut_effect_difference (value, treated, after, unit, n, &result);
  *held = outcome == UT_OUTCOME_OK && effect_holds (&result.effect, size - 1.0, 1);
  return outcome == UT_OUTCOME_OK;
}

typedef struct {
  const Method *method;
  guint number, size, n_samples;
  guint n_held[16], n_made[16];
} Job;

static void
try_many (gpointer user, guint task, guint worker) {
  Job *job = user;
  gsl_rng *random = random_new (CHAPTER + job->number, job->size * 16 + task);
  gboolean held;
  (void) worker;
  for (guint i = 0; i < job->n_samples / G_N_ELEMENTS (job->n_held); i++)
    if (job->method->try (random, job->size, &held)) {
      job->n_made[task]++;
      job->n_held[task] += held;
    }
  gsl_rng_free (random);
}

static void
cover (Page *page, const Method *method, guint number, guint n_samples) {
  page_add (page, "| %s | %s ", method->name, method->unit);
  for (guint i = 0; i < N_SIZES; i++) {
    Job job = { .method = method, .number = number, .size = method->sizes[i], .n_samples = n_samples };
    guint n_held = 0, n_made = 0;
    ut_pool_run (ut_pool_width (), G_N_ELEMENTS (job.n_held), try_many, &job);
    for (guint task = 0; task < G_N_ELEMENTS (job.n_held); task++) {
      n_held += job.n_held[task];
      n_made += job.n_made[task];
    }
    page_add (page, "| %u: %.1f ", job.size, percent (n_held, n_made));
  }
  page_add (page, "|\n");
}

void
calibrate_simulated (Page *page, guint n_samples) {
  static const Method methods[] = {
    { "mean, Student's t, normal values", "values", { 5, 15, 50 }, try_mean },
    { "mean, Student's t, skewed values (log-normal, σ 0.5)", "values", { 5, 15, 50 }, try_skewed_mean },
    { "directly standardised rate, Dobson with Byar", "events expected", { 20, 50, 200 }, try_dobson },
    { "directly standardised rate, gamma", "events expected", { 20, 50, 200 }, try_gamma },
    { "part against whole, share", "persons", { 50, 100, 500 }, try_part },
    { "slope, least squares", "points", { 5, 10, 15 }, try_ols },
    { "slope, Theil–Sen", "points", { 5, 10, 15 }, try_theil_sen },
    { "next value on a line", "points", { 5, 10, 15 }, try_prediction },
    { "difference of two slopes", "points", { 5, 10, 15 }, try_slope_difference },
    { "rate ratio a year, log-linear Poisson", "points", { 5, 10, 15 }, try_poisson_trend },
    { "interrupted time series, step, Newey–West", "points", { 12, 24, 48 }, try_interrupted },
    { "difference in differences, clustered", "units", { 10, 20, 50 }, try_difference },
  };
  static const char *const columns[] = { "interval", "size in", "small", "medium", "large" };
  page_add (page,
            "## Intervals that are simulated\n\n"
            "Coverage in per cent, of %u samples of each size (two errors: %.1f).\n\n",
            n_samples, two_errors (95, n_samples));
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    cover (page, &methods[i], i, n_samples);
  page_add (page, "\n");
}
