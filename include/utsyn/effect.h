/**
 * @file effect.h
 * Effect of a measure: before and after in one series, and against others that had no measure.
 */
#ifndef UTSYN_EFFECT_H
#define UTSYN_EFFECT_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** One term of a model, in the value's unit. */
typedef struct {
  double estimate;
  double se;         /**< the one to use: Newey–West in a series, clustered by unit among several */
  double p;          /**< two-sided, Student's t of estimate/se; 1 for an estimate of exactly 0 */
  double se_plain;   /**< least squares */
  double p_plain;    /**< Student's t with n − 4 degrees of freedom */
  double se_unequal; /**< forgives unequal variance (HC1) */
} UtEffect;

/** A series with a change. */
typedef struct {
  UtEffect level; /**< at time 0 */
  UtEffect trend; /**< per unit of time before the change */
  UtEffect step;  /**< what the change moved at once */
  UtEffect bend;  /**< how much the trend changed, per unit of time */
  gsize lag;      /**< that the standard errors reach back */
  double durbin_watson;
} UtInterruption;

/**
 * Interrupted time series: y = level + trend·t + step·[t > change] + bend·(t − change)₊.
 *
 * Newey & West 1987, Econometrica 55:703, weights 1 − l/(L + 1), times n/(n − 4); p by Student's t with n − 4 degrees
 * of freedom. Wagner et al. 2002, J Clin Pharm Ther 27:299. It shows a change, not its cause. In short series that
 * remember, these standard errors are too small: an interval of 95 % holds 74 % of the time at 12 points and 83 % at 48
 * (tests/bench/calibration.md). No command asks for it yet: the report on measures will, where nobody else can be set
 * beside.
 *
 * @param time    [n] rising, finite
 * @param y       [n] finite
 * @param change  last time before the change
 * @param lag     autocorrelation to forgive; negative: ⌊4(n/100)^(2/9)⌋
 * @param[out] result  touched only when OK; a perfect fit has standard errors of 0
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 5; UT_OUTCOME_BAD_INPUT for NaN, infinity or times that do not
 *         rise; UT_OUTCOME_NO_VARIATION with fewer than two points before or after the change.
 *
 * Reference cases: tests/reference/effect_interrupted.csv
 */
UtOutcome ut_effect_interrupted (const double *time, const double *y, gsize n, double change, int lag,
                                 UtInterruption *result);

/** Before and after, with and without the measure. */
typedef struct {
  UtEffect level;   /**< of the others, before */
  UtEffect treated; /**< what those with the measure had more, before */
  UtEffect after;   /**< what the others had more, after */
  UtEffect effect;  /**< what those with the measure gained beyond the others */
  gsize n_units;
  gsize n_treated, n_placebos; /**< units with the measure; units without it that have figures before and after */
  gboolean by_placebo;         /**< p of the effect is its rank among placebos; NaN where these are too few to test */
} UtDifferenceInDifferences;

/** With fewer treated units than this, standard errors by unit call a measure effective when it is not in 42 to 66 per
 * cent of cases. */
#define UT_EFFECT_MANY_TREATED 5
/** With fewer placebos than this no rank is below 5 %. */
#define UT_EFFECT_LEAST_PLACEBOS 19

/**
 * Difference in differences: y = level + treated + after + effect·treated·after.
 *
 * Standard errors clustered by unit, times G/(G − 1)·(n − 1)/(n − 4) for G units; p by Student's t with G − 1 degrees
 * of freedom. Bertrand, Duflo & Mullainathan 2004, Q J Econ 119:249. With few units that p is too small: with fewer
 * than five treated, p of the effect is its rank among placebos, (1 + #{|placebo| ≥ |effect|})/(1 + placebos), a
 * placebo being what a unit without the measure gained beyond the others without it (Abadie, Diamond & Hainmueller
 * 2010, JASA 105:493); with fewer than nineteen of them it cannot be tested, and p is NaN.
 *
 * No command asks for it yet; the plan's targets.yaml tells which measures began when, and the report on measures will.
 *
 * @param y        [n] finite
 * @param treated  [n] 1 for units with the measure, else 0
 * @param after    [n] 1 from the measure on, else 0
 * @param unit     [n] a number for each unit (municipality), finite
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 5 points or 2 units; UT_OUTCOME_BAD_INPUT for NaN, infinity or
 *         a mark other than 0 and 1; UT_OUTCOME_NO_VARIATION when one of the four groups is empty.
 *
 * Reference cases: tests/reference/effect_difference.csv
 */
UtOutcome ut_effect_difference (const double *y, const double *treated, const double *after, const double *unit,
                                gsize n, UtDifferenceInDifferences *result);

UT_END_DECLS

#endif
