/**
 * @file funnel.h
 * Funnel limits, and over-dispersion: units that differ more than chance would have it. For the funnel chart, a chart
 * kind beside the places chart; until it is drawn they are checked against their reference cases and nothing else uses
 * them.
 */
#ifndef UTSYN_FUNNEL_H
#define UTSYN_FUNNEL_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** Denominators above this are refused by the exact limits. */
#define UT_FUNNEL_MOST 1e10

/** Limits around a target; by custom 95 and 99.8 %. */
typedef struct {
  UtInterval exact;  /**< quantiles of the count: steps */
  UtInterval smooth; /**< interpolated between the steps; the lower one may be a little below 0 */
} UtFunnel;

/**
 * Funnel limits of a share; Spiegelhalter 2005, Stat Med 24:1185.
 *
 * Quantiles q of Bin(n, target) at the tails over n; smooth: (q − (F(q) − p)/f(q))/n.
 *
 * @param n       persons or answers, > 0, at most 1e10; rounded to a whole number
 * @param target  share, inside (0,1)
 * @param level   two-sided, in (0,1)
 * @param[out] result  shares; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not finite or rounds to 0; UT_OUTCOME_BAD_INPUT for a
 *         target or level outside (0,1), or n above 1e10.
 *
 * Reference cases: tests/reference/funnel_binomial.csv
 */
UtOutcome ut_funnel_binomial (double n, double target, double level, UtFunnel *result);

/**
 * Funnel limits of a ratio observed/expected, as ut_funnel_binomial() with Poisson(expected).
 *
 * @param expected  > 0, at most 1e10
 * @param level     two-sided, in (0,1)
 * @param[out] result  ratios around 1; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when `expected` is not positive or not finite; UT_OUTCOME_BAD_INPUT
 *         for a level outside (0,1), or `expected` above 1e10.
 *
 * Reference cases: tests/reference/funnel_poisson.csv
 */
UtOutcome ut_funnel_poisson (double expected, double level, UtFunnel *result);

/**
 * Funnel limits of a ratio by chi-square: χ²(α/2; 2E)/(2E) and χ²(1 − α/2; 2E + 2)/(2E); the SHMI's.
 *
 * Parameters and outcomes as ut_funnel_poisson(), without an upper bound; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/funnel_poisson.csv
 */
UtOutcome ut_funnel_chi_square (double expected, double level, UtInterval *interval);

/**
 * Normal funnel limits of a share: target ∓ z·√(target(1 − target)/n), kept inside 0..1 (PHEindicatormethods).
 *
 * @param n       persons or answers, > 0
 * @param target  share, 0..1
 * @param level   two-sided, in (0,1)
 * @param[out] interval  shares; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not positive or not finite; UT_OUTCOME_BAD_INPUT for a
 *         target outside 0..1 or a level outside (0,1).
 *
 * Reference cases: tests/reference/funnel_normal.csv
 */
UtOutcome ut_funnel_normal (double n, double target, double level, UtInterval *interval);

/**
 * Where a value lies in a funnel: ∓2 outside the outer limits, ∓1 outside the inner ones, 0 inside or on them, or NaN.
 *
 * With the 95 and 99.8 % intervals of a count instead of limits, and its expectation as the value, the sign turns.
 *
 * Reference cases: tests/reference/funnel_place.csv
 */
int ut_funnel_place (double value, UtInterval inner, UtInterval outer);

/** The scale on which units of different size are compared with a target. */
typedef enum {
  UT_FUNNEL_RATIO_LOG,   /**< observed/expected: log(x/n), se 1/√n, target 0 (SHMI) */
  UT_FUNNEL_RATIO_ROOT,  /**< observed/expected: √(x/n), se 1/(2√n), target 1 (CQC) */
  UT_FUNNEL_SHARE,       /**< asin √(x/n), se 1/(2√n), target of the pooled share */
  UT_FUNNEL_RATE,        /**< log((x + ½)/(n + ½)), both random, target log of the pooled ratio */
  UT_FUNNEL_SHARE_PLAIN, /**< x/n, se of the pooled share, target the pooled share */
} UtFunnelKind;

/**
 * Values, standard errors and target on a funnel's scale; Spiegelhalter 2005; FunnelPlotR.
 *
 * @param numerator    [n] events, ≥ 0; for shares not above the denominator
 * @param denominator  [n] persons, or expected events, > 0
 * @param kind         the scale
 * @param[out] value,se  [n] on the scale; touched only when OK, as `target`
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS when n is 0; UT_OUTCOME_NO_DENOMINATOR when a denominator is not
 *         positive or not finite; UT_OUTCOME_BAD_INPUT for a numerator that is NaN, infinite, negative or too large;
 *         UT_OUTCOME_NO_EVENTS when there are none at all (for UT_FUNNEL_RATIO_LOG: in any unit; for
 *         UT_FUNNEL_SHARE_PLAIN also: only events).
 *
 * Reference cases: tests/reference/overdispersion.csv
 */
UtOutcome ut_funnel_transform (const double *numerator, const double *denominator, gsize n, UtFunnelKind kind,
                               double *value, double *se, double *target);

typedef struct {
  double phi;  /**< mean of the squared winsorised z; 1 when chance is all there is */
  double tau2; /**< variance between units, on the scale; 0 when k·phi < k − 1 */
} UtOverdispersion;

/** One unit's distance from the target, in standard errors. */
typedef struct {
  double z;
  double winsorised;
  double additive;       /**< with tau² added to the variance */
  double multiplicative; /**< z/√max(1, phi) */
} UtFunnelScore;

/**
 * Over-dispersion of k units around a target; Spiegelhalter 2005, Qual Saf Health Care 14:347.
 *
 * z = (value − target)/se winsorised at its 10 % and 90 % quantiles (type 7), phi = mean z², tau² = max(0,
 * (k·phi − (k − 1))/(Σ w − Σ w²/Σ w)), w = 1/se²; DerSimonian & Laird 1986, Control Clin Trials 7:177.
 *
 * @param value,se  [n] on the scale; se > 0
 * @param target    finite
 * @param[out] result  touched only when OK
 * @param[out] scores  [n]; NULL when not wanted
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2 units; UT_OUTCOME_BAD_INPUT for NaN, infinity or a standard
 *         error that is not positive; UT_OUTCOME_NOT_CONVERGED when one unit is so much surer than all others that what
 *         is between them is lost in rounding.
 *
 * Reference cases: tests/reference/overdispersion.csv
 */
UtOutcome ut_overdispersion (const double *value, const double *se, gsize n, double target, UtOverdispersion *result,
                             UtFunnelScore *scores);

UT_END_DECLS

#endif
