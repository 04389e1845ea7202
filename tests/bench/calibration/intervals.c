/* How often an interval of one count holds the truth, reckoned from every count there can be. */
#include "calibration.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/interval.h>

#define N_STEPS 200
/* Counts that are not worth a term. */
#define FAR_SD 9

typedef UtOutcome (*MakeInterval) (double x, double n, double level, UtInterval *interval);

typedef struct {
  const char *name;
  MakeInterval make;
  gboolean exact; /* promises 95 % everywhere; the others on average */
} Method;

static UtOutcome
midp_share (double x, double n, double level, UtInterval *interval) {
  UtComparison comparison;
  UtOutcome outcome = ut_compare_proportion_constant (x, n, 0.5, level, &comparison);
  if (outcome == UT_OUTCOME_OK)
    *interval = comparison.own;
  return outcome;
}

static UtOutcome
midp_rate (double x, double n, double level, UtInterval *interval) {
  UtComparison comparison;
  UtOutcome outcome = ut_compare_rate_constant (x, n, level, &comparison);
  if (outcome == UT_OUTCOME_OK)
    *interval = (UtInterval){ comparison.own.lower / n, comparison.own.upper / n };
  return outcome;
}

/* Over a smooth range of the truth. */
typedef struct {
  double mean, least;
} Coverage;

typedef double (*Probability) (guint x, double truth, double n);

static double
binomial (guint x, double truth, double n) {
  return gsl_ran_binomial_pdf (x, truth, (guint) n);
}

static double
poisson (guint x, double truth, double n) {
  return gsl_ran_poisson_pdf (x, truth * n);
}

static UtInterval *
make_all (const Method *method, double n, guint most) {
  UtInterval *intervals = g_new (UtInterval, most + 1);
  for (guint x = 0; x <= most; x++)
    if (method->make (x, n, 0.95, &intervals[x]) != UT_OUTCOME_OK)
      g_error ("%s gives no interval for %u of %g", method->name, x, n);
  return intervals;
}

static double
cover (const UtInterval *intervals, guint most, Probability probability, double truth, double n) {
  double sd = sqrt (truth * n), held = 0;
  guint first = (guint) fmax (0, truth * n - FAR_SD * sd - 1);
  guint last = (guint) fmin (most, truth * n + FAR_SD * sd + 30);
  for (guint x = first; x <= last; x++)
    if (intervals[x].lower <= truth && truth <= intervals[x].upper)
      held += probability (x, truth, n);
  return held;
}

static Coverage
cover_range (const UtInterval *intervals, guint most, Probability probability, double n, double from, double to) {
  Coverage coverage = { 0, 1 };
  for (guint i = 0; i < N_STEPS; i++) {
    double held = cover (intervals, most, probability, from + (to - from) * (i + 0.5) / N_STEPS, n);
    coverage.mean += held / N_STEPS;
    coverage.least = fmin (coverage.least, held);
  }
  return coverage;
}

static void
write_cell (Page *page, Coverage coverage) {
  page_add (page, "| %.1f (%.1f) ", 100 * coverage.mean, 100 * coverage.least);
}

/* The lowest and the highest mean, and the lowest of all, over the sizes. */
typedef struct {
  double lowest_mean, highest_mean, least;
} Extremes;

static void
take (Extremes *extremes, Coverage coverage) {
  extremes->lowest_mean = fmin (extremes->lowest_mean, coverage.mean);
  extremes->highest_mean = fmax (extremes->highest_mean, coverage.mean);
  extremes->least = fmin (extremes->least, coverage.least);
}

static void
set_goals (Page *page, const Method *method, const char *where, const Extremes *common, const Extremes *rare) {
  if (method->exact) {
    g_autofree char *what = g_strdup_printf ("%s, least coverage, %s", method->name, where);
    page_goal (page, what, 100 * fmin (common->least, rare->least), 95, 100, 0);
    return;
  }
  g_autofree char *low = g_strdup_printf ("%s, lowest mean coverage, %s", method->name, where);
  g_autofree char *high = g_strdup_printf ("%s, highest mean coverage, %s", method->name, where);
  page_goal (page, low, 100 * common->lowest_mean, 94, 97, 0);
  page_goal (page, high, 100 * common->highest_mean, 94, 97, 0);
}

static const double sizes[] = { 20, 40, 100, 200, 500, 1000, 2000 };

static void
cover_shares (Page *page, const Method *method, gboolean is_goal) {
  Extremes common = { 1, 0, 1 }, rare = { 1, 0, 1 };
  GString *cells[] = { page->body, g_string_new ("") };
  page_add (page, "| %s, 5 and more ", method->name);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    double n = sizes[i];
    g_autofree UtInterval *intervals = make_all (method, n, (guint) n);
    Coverage usual = cover_range (intervals, (guint) n, binomial, n, 5 / n, 0.5);
    Coverage few = cover_range (intervals, (guint) n, binomial, n, 0.05 / n, 5 / n);
    write_cell (page, usual);
    g_string_append_printf (cells[1], "| %.1f (%.1f) ", 100 * few.mean, 100 * few.least);
    take (&common, usual);
    take (&rare, few);
  }
  page_add (page, "|\n| %s, below 5 %s|\n", method->name, cells[1]->str);
  g_string_free (cells[1], TRUE);
  if (is_goal)
    set_goals (page, method, "shares of 20 to 2000", &common, &rare);
}

static void
calibrate_shares (Page *page) {
  static const Method methods[] = {
    { "Wilson", ut_interval_wilson, FALSE },
    { "Jeffreys", ut_interval_jeffreys, FALSE },
    { "binomial mid-p", midp_share, FALSE },
    { "Clopper–Pearson", ut_interval_clopper_pearson, TRUE },
  };
  static const Method other = { "Wilson, corrected", ut_interval_wilson_corrected, FALSE };
  static const char *const columns[]
      = { "shares, events expected", "n = 20", "40", "100", "200", "500", "1000", "2000" };
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    cover_shares (page, &methods[i], TRUE);
  cover_shares (page, &other, FALSE);
  page_add (page, "\n");
}

static void
cover_rates (Page *page, const Method *method) {
  static const double limits[] = { 0.05, 5, 10, 20, 50, 100, 1000 };
  const double n = 1;
  const guint most = 1400;
  Extremes common = { 1, 0, 1 }, rare = { 1, 0, 1 };
  g_autofree UtInterval *intervals = make_all (method, n, most);
  page_add (page, "| %s ", method->name);
  for (guint i = 1; i < G_N_ELEMENTS (limits); i++) {
    Coverage coverage = cover_range (intervals, most, poisson, n, limits[i - 1], limits[i]);
    write_cell (page, coverage);
    take (i == 1 ? &rare : &common, coverage);
  }
  page_add (page, "|\n");
  set_goals (page, method, "rates", &common, &rare);
}

static void
calibrate_rates (Page *page) {
  static const Method methods[] = {
    { "Byar", ut_interval_rate_byar, FALSE },
    { "exact below 10, then Byar", ut_interval_rate, FALSE },
    { "Poisson mid-p", midp_rate, FALSE },
    { "exact Poisson", ut_interval_rate_exact, TRUE },
  };
  static const char *const columns[]
      = { "rates, events expected", "below 5", "5–10", "10–20", "20–50", "50–100", "100–1000" };
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    cover_rates (page, &methods[i]);
  page_add (page, "\n");
}

void
calibrate_intervals (Page *page) {
  page_add (page,
            "## Intervals of one count\n\n"
            "Mean coverage (and the least of %d points) over an even range of the truth, in per cent, of "
            "intervals of 95 %%; nothing is simulated. Shares from 0 to one half; the methods are symmetric. An "
            "indirectly standardised ratio and FHI's MEIS are intervals of the observed count, and so the same "
            "as for rates.\n\n",
            N_STEPS);
  calibrate_shares (page);
  calibrate_rates (page);
}
