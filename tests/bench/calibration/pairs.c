/* How often an interval of a comparison of two groups holds the truth, reckoned from every pair of counts. */
#include "calibration.h"

#include "base/pool.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/difference.h>
#include <utsyn/exact.h>

#define N_STEPS 40
/* What a pair of counts must weigh to be looked at. */
#define NEGLIGIBLE 1e-9

typedef enum { ODDS_RATIO, RATE_RATIO, DIFFERENCE } Quantity;

typedef UtOutcome (*MakeInterval) (double x1, double n1, double x2, double n2, UtInterval *interval);

typedef struct {
  const char *name;
  Quantity quantity;
  MakeInterval make;
  gboolean exact;
} Method;

static UtOutcome
midp_shares (double x1, double n1, double x2, double n2, UtInterval *interval) {
  UtComparison comparison;
  UtOutcome outcome = ut_compare_proportions (x1, n1, x2, n2, 0.95, &comparison);
  *interval = comparison.ratio_interval;
  return outcome;
}

static UtOutcome
midp_rates (double x1, double n1, double x2, double n2, UtInterval *interval) {
  UtComparison comparison;
  UtOutcome outcome = ut_compare_rates (x1, n1, x2, n2, 0.95, &comparison);
  *interval = comparison.ratio_interval;
  return outcome;
}

static UtOutcome
exact_shares (double x1, double n1, double x2, double n2, UtInterval *interval) {
  UtExactRatio ratio;
  UtOutcome outcome = ut_exact_odds_ratio (x1, n1, x2, n2, 0.95, &ratio);
  *interval = ratio.interval;
  return outcome;
}

static UtOutcome
exact_rates (double x1, double n1, double x2, double n2, UtInterval *interval) {
  UtExactRatio ratio;
  UtOutcome outcome = ut_exact_rate_ratio (x1, n1, x2, n2, 0.95, &ratio);
  *interval = ratio.interval;
  return outcome;
}

static UtOutcome
newcombe (double x1, double n1, double x2, double n2, UtInterval *interval) {
  UtDifference difference;
  UtOutcome outcome = ut_difference_newcombe (x1, n1, x2, n2, 0.95, &difference);
  *interval = difference.interval;
  return outcome;
}

/* Two groups, and what is true of them. */
typedef struct {
  const Method *method;
  double n1, n2;
  guint most1, most2;    /* counts looked at */
  UtInterval *intervals; /* [most1 + 1][most2 + 1] */
} Pair;

static void
make_row (gpointer user, guint x1, guint worker) {
  Pair *pair = user;
  (void) worker;
  for (guint x2 = 0; x2 <= pair->most2; x2++) {
    UtInterval *interval = &pair->intervals[x1 * (pair->most2 + 1) + x2];
    /* Where nothing can be compared nothing is said, which is not wrong. */
    if (pair->method->make (x1, pair->n1, x2, pair->n2, interval) != UT_OUTCOME_OK)
      *interval = (UtInterval){ -INFINITY, INFINITY };
  }
}

static double
probability (const Pair *pair, guint x, double level, double n) {
  return pair->method->quantity == RATE_RATIO ? gsl_ran_poisson_pdf (x, level * n)
                                              : gsl_ran_binomial_pdf (x, level, (guint) n);
}

static double
cover (const Pair *pair, double level1, double level2, double truth) {
  double held = 0;
  g_autofree double *second = g_new (double, pair->most2 + 1);
  for (guint x2 = 0; x2 <= pair->most2; x2++)
    second[x2] = probability (pair, x2, level2, pair->n2);
  for (guint x1 = 0; x1 <= pair->most1; x1++) {
    double first = probability (pair, x1, level1, pair->n1);
    const UtInterval *row = &pair->intervals[x1 * (pair->most2 + 1)];
    for (guint x2 = 0; first > NEGLIGIBLE && x2 <= pair->most2; x2++)
      if (row[x2].lower <= truth && truth <= row[x2].upper)
        held += first * second[x2];
  }
  return held;
}

/* The own group's share or rate when it has `ratio` times the odds or rate of the other's. */
static double
own_level (const Pair *pair, double level2, double ratio) {
  if (pair->method->quantity == RATE_RATIO)
    return ratio * level2;
  double odds = ratio * level2 / (1 - level2);
  return odds / (1 + odds);
}

static double
truth_of (const Pair *pair, double level1, double level2, double ratio) {
  return pair->method->quantity == DIFFERENCE ? level1 - level2 : ratio;
}

typedef struct {
  double mean, least;
} Coverage;

/* From 5 events expected in the own group up; the other group is larger. */
static Coverage
cover_range (const Pair *pair, double ratio) {
  Coverage coverage = { 0, 1 };
  gboolean rates = pair->method->quantity == RATE_RATIO;
  double from = 5 / pair->n1, to = rates ? 40 / pair->n1 : 0.5;
  for (guint i = 0; i < N_STEPS; i++) {
    double level1 = from + (to - from) * (i + 0.5) / N_STEPS;
    double level2 = own_level (pair, level1, 1 / ratio);
    double held = cover (pair, level1, level2, truth_of (pair, level1, level2, ratio));
    coverage.mean += held / N_STEPS;
    coverage.least = fmin (coverage.least, held);
  }
  return coverage;
}

static void
set_goals (Page *page, const Method *method, double lowest, double highest, double least) {
  if (method->exact) {
    g_autofree char *what = g_strdup_printf ("%s, least coverage", method->name);
    page_goal (page, what, 100 * least, 95, 100, 0);
    return;
  }
  g_autofree char *low = g_strdup_printf ("%s, lowest mean coverage", method->name);
  g_autofree char *high = g_strdup_printf ("%s, highest mean coverage", method->name);
  page_goal (page, low, 100 * lowest, 94, 97, 0);
  page_goal (page, high, 100 * highest, 94, 97, 0);
}

static void
cover_method (Page *page, const Method *method) {
  static const double sizes[] = { 20, 50, 100 }, ratios[] = { 1, 2 };
  double lowest = 1, highest = 0, least = 1;
  page_add (page, "| %s ", method->name);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    gboolean rates = method->quantity == RATE_RATIO;
    Pair pair = { .method = method, .n1 = sizes[i], .n2 = 10 * sizes[i] };
    pair.most1 = rates ? 100 : (guint) pair.n1;
    pair.most2 = rates ? 600 : (guint) pair.n2;
    g_autofree UtInterval *intervals = g_new (UtInterval, (gsize) (pair.most1 + 1) * (pair.most2 + 1));
    pair.intervals = intervals;
    ut_pool_run (ut_pool_width (), pair.most1 + 1, make_row, &pair);
    for (guint k = 0; k < G_N_ELEMENTS (ratios); k++) {
      Coverage coverage = cover_range (&pair, ratios[k]);
      page_add (page, "| %.1f (%.1f) ", 100 * coverage.mean, 100 * coverage.least);
      lowest = fmin (lowest, coverage.mean);
      highest = fmax (highest, coverage.mean);
      least = fmin (least, coverage.least);
    }
  }
  page_add (page, "|\n");
  set_goals (page, method, lowest, highest, least);
}

void
calibrate_pairs (Page *page) {
  static const Method methods[] = {
    { "odds ratio, conditional mid-p", ODDS_RATIO, midp_shares, FALSE },
    { "odds ratio, exact", ODDS_RATIO, exact_shares, TRUE },
    { "rate ratio, conditional mid-p", RATE_RATIO, midp_rates, FALSE },
    { "rate ratio, exact", RATE_RATIO, exact_rates, TRUE },
    { "difference of shares, Newcombe", DIFFERENCE, newcombe, FALSE },
  };
  static const char *const columns[]
      = { "comparison", "20, ratio 1", "20, ratio 2", "50, ratio 1", "50, ratio 2", "100, ratio 1", "100, ratio 2" };
  page_add (page,
            "## Intervals of a comparison\n\n"
            "A group of 20, 50 or 100 against one ten times as large, from 5 events expected in the own group "
            "(shares to one half, rates to 40 events); the odds or rate ratio is 1 or 2. Mean coverage (and the "
            "least of %d points) in per cent; nothing is simulated. Pairs in which nothing can be compared count "
            "as held.\n\n",
            N_STEPS);
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    cover_method (page, &methods[i]);
  page_add (page, "\n");
}
