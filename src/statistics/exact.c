#include <utsyn/exact.h>

#include "statistics/count.h"
#include "statistics/numeric.h"

#include <math.h>

static void
test (const UtCountFamily *family, double count, double null, UtExactTest *result) {
  UtCountTails exact = ut_count_log_tails (family, count, null, 1),
               half = ut_count_log_tails (family, count, null, 0.5);
  *result = (UtExactTest){
    .p = ut_count_minlike (family, count, null),
    .p_central = MIN (1, 2 * exp (MIN (exact.below, exact.above))),
    .p_midp = MIN (1, 2 * exp (MIN (half.below, half.above))),
    .p_less = exp (exact.below),
    .p_greater = exp (exact.above),
  };
}

UtOutcome
ut_exact_proportion_constant (double x, double n, double p0, UtExactTest *result) {
  UtOutcome outcome = ut_count_check_share (x, n);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!(ut_numeric_denominator (p0) && p0 < 1))
    return UT_OUTCOME_BAD_INPUT;
  double size = ut_count_whole (n);
  if (size < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  UtCountFamily family = ut_count_binomial (size);
  test (&family, ut_count_whole (x), log (p0) - log1p (-p0), result);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_exact_rate_constant (double x, double expected, UtExactTest *result) {
  UtOutcome outcome = ut_count_check_rate (x, expected);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (expected > UT_COUNT_MOST)
    return UT_OUTCOME_BAD_INPUT;
  UtCountFamily family = ut_count_poisson ();
  test (&family, ut_count_whole (x), log (expected), result);
  return UT_OUTCOME_OK;
}

typedef struct {
  double k1, n1, k2, n2;
  UtCountFamily family;
} Fourfold;

static UtOutcome
fourfold (double x1, double n1, double x2, double n2, Fourfold *table) {
  UtOutcome first = ut_count_check_share (x1, n1), second = ut_count_check_share (x2, n2);
  if (first != UT_OUTCOME_OK || second != UT_OUTCOME_OK)
    return first != UT_OUTCOME_OK ? first : second;
  *table = (Fourfold){
    .k1 = ut_count_whole (x1), .n1 = ut_count_whole (n1), .k2 = ut_count_whole (x2), .n2 = ut_count_whole (n2)
  };
  if (table->n1 < 1 || table->n2 < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  double events = table->k1 + table->k2;
  if (events == 0 || events == table->n1 + table->n2)
    return UT_OUTCOME_NO_EVENTS;
  table->family = ut_count_hypergeometric (table->n1, table->n2, events);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_exact_proportions (double x1, double n1, double x2, double n2, UtExactTest *result) {
  Fourfold table;
  UtOutcome outcome = fourfold (x1, n1, x2, n2, &table);
  if (outcome == UT_OUTCOME_OK)
    test (&table.family, table.k1, 0, result);
  return outcome;
}

typedef struct {
  double k1, all, log_times;
  UtCountFamily family;
} TwoRates;

static UtOutcome
two_rates (double x1, double t1, double x2, double t2, TwoRates *rates) {
  UtOutcome first = ut_count_check_rate (x1, t1), second = ut_count_check_rate (x2, t2);
  if (first != UT_OUTCOME_OK || second != UT_OUTCOME_OK)
    return first != UT_OUTCOME_OK ? first : second;
  double k1 = ut_count_whole (x1), k2 = ut_count_whole (x2);
  if (k1 + k2 == 0)
    return UT_OUTCOME_NO_EVENTS;
  *rates = (TwoRates){ k1, k1 + k2, log (t1 / t2), ut_count_binomial (k1 + k2) };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_exact_rates (double x1, double t1, double x2, double t2, UtExactTest *result) {
  TwoRates rates;
  UtOutcome outcome = two_rates (x1, t1, x2, t2, &rates);
  if (outcome == UT_OUTCOME_OK)
    test (&rates.family, rates.k1, rates.log_times, result);
  return outcome;
}

static double
log_odds_ratio (const Fourfold *table) {
  return ut_count_log_odds (table->k1, table->n1) - ut_count_log_odds (table->k2, table->n2);
}

typedef struct {
  const UtCountFamily *family;
  double count;
} Likeliest;

static double
mean_excess (double theta, void *data) {
  const Likeliest *likeliest = data;
  return ut_count_mean_excess (likeliest->family, likeliest->count, theta);
}

/* The odds ratio at which the count is the mean: there the conditional likelihood is largest. */
static gboolean
likeliest_ratio (const Fourfold *table, double *ratio) {
  const UtCountFamily *family = &table->family;
  if (table->k1 == family->lowest || table->k1 == family->highest) {
    *ratio = table->k1 == family->lowest ? 0 : INFINITY;
    return TRUE;
  }
  double guess = log_odds_ratio (table), theta;
  Likeliest likeliest = { family, table->k1 };
  if (!ut_numeric_root (mean_excess, &likeliest, TRUE, guess - 0.01, guess + 0.01, &theta))
    return FALSE;
  *ratio = exp (theta);
  return TRUE;
}

UtOutcome
ut_exact_odds_ratio (double x1, double n1, double x2, double n2, double level, UtExactRatio *result) {
  Fourfold table;
  UtOutcome outcome = fourfold (x1, n1, x2, n2, &table);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double se = sqrt (ut_count_log_odds_variance (table.k1, table.n1) + ut_count_log_odds_variance (table.k2, table.n2));
  UtExactRatio found;
  UtInterval theta;
  if (!likeliest_ratio (&table, &found.ratio))
    return UT_OUTCOME_NOT_CONVERGED;
  outcome = ut_count_test (&table.family, table.k1, 1, 0, log_odds_ratio (&table), se, level, &found.p_central, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  found.interval = (UtInterval){ exp (theta.lower), exp (theta.upper) };
  *result = found;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_exact_rate_ratio (double x1, double t1, double x2, double t2, double level, UtExactRatio *result) {
  TwoRates rates;
  UtOutcome outcome = two_rates (x1, t1, x2, t2, &rates);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  UtInterval theta;
  double p, se = sqrt (ut_count_log_odds_variance (rates.k1, rates.all));
  outcome = ut_count_test (&rates.family, rates.k1, 1, rates.log_times, ut_count_log_odds (rates.k1, rates.all), se,
                           level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  *result = (UtExactRatio){
    .p_central = p,
    .ratio = (x1 / t1) / (x2 / t2),
    .interval = { exp (theta.lower - rates.log_times), exp (theta.upper - rates.log_times) },
  };
  return UT_OUTCOME_OK;
}
