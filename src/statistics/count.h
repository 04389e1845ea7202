/* One count whose distribution, given a parameter θ, has probabilities proportional to weight (k)·exp (θ k): the
 * binomial and the noncentral hypergeometric of a fourfold table, where θ is a log odds, and the Poisson, where it is
 * the log of the mean. */
#ifndef UT_STATISTICS_COUNT_H
#define UT_STATISTICS_COUNT_H

#include <glib.h>
#include <utsyn/outcome.h>

typedef struct {
  double lowest, highest; /* the support, whole numbers */
  /* weight (k + 1)/weight (k) = (left − k)(trials − k)/((k + 1)(k + 1 + offset)); binomial without the second pair,
   * Poisson 1/(k + 1): its trials are infinite */
  double trials;
  gboolean hypergeometric;
  double left, offset;
} UtCountFamily;

/* Counts above this are refused: the sums have some times their root many terms. */
#define UT_COUNT_MOST 1e10

/* k of `trials`. */
UtCountFamily ut_count_binomial (double trials);

/* Events in the first group of a fourfold table: n1 and n2 persons, m events in both together. */
UtCountFamily ut_count_hypergeometric (double n1, double n2, double m);

UtCountFamily ut_count_poisson (void);

/* Logarithms of P (K above the count) + own·P (K = count), and of the same below: own 1 for an exact tail, 1/2 for a
 * mid-p one. Each falls ever less steeply towards its own side: both are concave in θ. */
typedef struct {
  double above, below;
  double above_slope, below_slope; /* by θ */
} UtCountTails;

UtCountTails ut_count_log_tails (const UtCountFamily *family, double count, double theta, double own);

/* Sum of the probabilities not above the count's own (times 1 + 1e-7), as R's exact tests take them. */
double ut_count_minlike (const UtCountFamily *family, double count, double theta);

/* E K − count. */
double ut_count_mean_excess (const UtCountFamily *family, double count, double theta);

/* A count and its denominator as the tests take them: OK, or why not. */
UtOutcome ut_count_check_share (double x, double n);
UtOutcome ut_count_check_rate (double x, double t);

/* To the nearest whole number. */
double ut_count_whole (double count);

/* Where the log odds lies about, and how certain that is: Haldane's half count keeps both finite. */
double ut_count_log_odds (double x, double n);
double ut_count_log_odds_variance (double x, double n);

/* One limit: the θ at which the tail above the count (a lower limit) or below it is (1 − level)/2; −inf or inf where
 * the count is at that end of its support. FALSE: not found. */
gboolean ut_count_limit (const UtCountFamily *family, double count, double own, gboolean above, double guess,
                         double level, double *theta);

/* The central test: two-sided p of θ = `null`, and the θ not rejected at `level`: −inf or inf where the count is at the
 * end of its support. The null is outside the interval exactly when p < 1 − level. */
UtOutcome ut_count_test (const UtCountFamily *family, double count, double own, double null, double guess,
                         double guess_se, double level, double *p, UtInterval *theta);

#endif
