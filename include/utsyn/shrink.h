/**
 * @file shrink.h
 * Empirical Bayes: units drawn towards what all have in common, the more the smaller they are. Beside a figure, never
 * instead of it: for ranking and maps.
 *
 * ut_shrink_averaged() is what `utsyn rank` tells; the others plug in one distribution as if it were known, and are
 * what the calibration sets it against.
 */
#ifndef UTSYN_SHRINK_H
#define UTSYN_SHRINK_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** What the units are drawn towards. */
typedef struct {
  double mean;    /**< of all, weighted by persons */
  double between; /**< variance between units beyond chance */
} UtShrinkLinear;

/**
 * Marshall's linear empirical Bayes rates; 1991, Appl Stat 40:283; spdep's EBest.
 *
 * mean = Σ count/Σ persons, between = max(0, Σ persons(rate − mean)²/Σ persons − mean/average persons), estimate = mean
 * + (rate − mean)·between/(between + mean/persons).
 *
 * @param count    [n] events, ≥ 0
 * @param persons  [n] > 0
 * @param[out] estimate  [n] rates per person; each between its own rate and the mean; may be filled only when OK
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2 units; UT_OUTCOME_NO_DENOMINATOR when persons are not
 *         positive or not finite; UT_OUTCOME_BAD_INPUT for a count that is NaN, infinite or negative;
 *         UT_OUTCOME_NO_EVENTS.
 *
 * Reference cases: tests/reference/shrink_marshall.csv
 */
UtOutcome ut_shrink_marshall (const double *count, const double *persons, gsize n, double *estimate,
                              UtShrinkLinear *result);

/**
 * Linear empirical Bayes shares; Martuzzi & Elliott 1996, Stat Med 15:1867; spdep's EBest(family = "binomial").
 *
 * Weight a/(a + (P(1 − P) − s²)/n), s² = Σ n(p − P)²/Σ n, a = s² − P(1 − P)·k/Σ n. Nothing is cut: where a is negative
 * an estimate may leave the shares it lies between, or even turn negative. A check of the formula; for use there is
 * ut_shrink_beta_binomial().
 *
 * Parameters and outcomes as ut_shrink_marshall(), with count ≤ persons, and UT_OUTCOME_NO_EVENTS also for only events.
 *
 * Reference cases: tests/reference/shrink_martuzzi_elliott.csv
 */
UtOutcome ut_shrink_martuzzi_elliott (const double *count, const double *persons, gsize n, double *estimate,
                                      UtShrinkLinear *result);

/** What is drawn together. */
typedef enum { UT_SHRINK_SHARES, UT_SHRINK_RATES } UtShrinkKind;

/** What the units have in common, averaged over what they leave possible. */
typedef struct {
  double level; /**< share, or rate */
  double
      spread; /**< correlation of two answers in one unit; of rates, the variance of the units' ratios to the level */
} UtShrinkAveraged;

/**
 * Empirical Bayes shares (beta–binomial) or rates (gamma–Poisson), averaged over the priors and not plugged in: with
 * few units, or units that differ little, no single prior is known, and intervals by the likeliest one are too narrow
 * (tests/bench/calibration-printed.md). That the units differ no more than chance would have it is a prior like the
 * others.
 *
 * Shares: Beta (μκ, (1 − μ)κ), κ = 1/ρ − 1, √ρ at the middles of 40 equal steps of (0, ½] and logit μ at 21 points
 * within 4 standard errors of logit P, P = (Σ x + ½)/(Σ n + 1); weight = likelihood × standard error, that of logit μ:
 * (Σ 1/v)^−½/(P(1 − P)), v = P(1 − P)(1 + (n − 1)ρ)/n. Estimates and limits are those of the mixture of Beta (x + μκ,
 * n − x + (1 − μ)κ). Rates: Gamma (ν, ν/μ), 1/√ν at the middles of 40 equal steps of (0, 1] for √ρ, log μ for the
 * logit, P = (Σ x + ½)/Σ n, v = P/n + P²/ν.
 *
 * The priors are learnt from `x` of `n`; the estimates are of `own_x` of `own_n`, which may be some of those, or
 * others.
 *
 * @param x,n          [k] events of persons, 0 ≤ x (shares: ≤ n), n > 0
 * @param own_x,own_n  [n_own] likewise
 * @param level        two-sided, in (0,1)
 * @param[out] estimate,interval  [n_own] shares or rates; touched only when the outcome is OK or
 *                                UT_OUTCOME_NOT_CONVERGED
 * @param[out] averaged  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS for k below 2; UT_OUTCOME_NO_DENOMINATOR when persons are not
 *         positive or not finite; UT_OUTCOME_BAD_INPUT for a count that is NaN, infinite, negative or (shares) above
 * its persons, or a level outside (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/shrink_averaged.csv
 */
UtOutcome ut_shrink_averaged (UtShrinkKind kind, const double *x, const double *n, gsize k, const double *own_x,
                              const double *own_n, gsize n_own, double level, double *estimate, UtInterval *interval,
                              UtShrinkAveraged *averaged);

/** How the distribution of the units is found. */
typedef enum { UT_SHRINK_MOMENTS, UT_SHRINK_LIKELIHOOD } UtShrinkMethod;

/** Gamma distribution of the units' ratios: mean shape/rate. */
typedef struct {
  double shape, rate;
  double log_likelihood; /**< negative binomial, of the counts */
} UtGammaPrior;

/**
 * Gamma–Poisson empirical Bayes ratios; Clayton & Kaldor 1987, Biometrics 43:671.
 *
 * estimate = (observed + shape)/(expected + rate), limits those of Gamma(observed + shape, expected + rate). Moments:
 * the fixed point shape = m²/v, rate = m/v of m = mean(estimate), v = Σ (1 + rate/expected)(estimate − m)²/(k − 1).
 * Likelihood: negative binomial maximum. Plugged in as if it were known: `utsyn rank` and maps have
 * ut_shrink_averaged(); this one is what the bench of calibration sets it beside.
 *
 * @param observed  [n] events, ≥ 0
 * @param expected  [n] > 0
 * @param method    moments or likelihood
 * @param level     two-sided, in (0,1)
 * @param[out] estimate,interval  [n] ratios; touched only when the outcome is OK or UT_OUTCOME_NOT_CONVERGED
 * @param[out] prior  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2 units; UT_OUTCOME_NO_DENOMINATOR when an expectation is not
 *         positive or not finite; UT_OUTCOME_BAD_INPUT for an observed count that is NaN, infinite or negative, or a
 *         level outside (0,1); UT_OUTCOME_NO_EVENTS; UT_OUTCOME_NO_VARIATION when the units differ no more than chance
 *         would have it, and nothing is estimated: the mean of all is the best figure of each;
 * UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/shrink_gamma_poisson.csv
 */
UtOutcome ut_shrink_gamma_poisson (const double *observed, const double *expected, gsize n, UtShrinkMethod method,
                                   double level, double *estimate, UtInterval *interval, UtGammaPrior *prior);

/** Beta distribution of the units' shares. */
typedef struct {
  double alpha, beta;
  double correlation; /**< of two answers in one unit: 1/(1 + alpha + beta) */
  double log_likelihood;
} UtBetaPrior;

/**
 * Beta–binomial empirical Bayes shares; Williams 1975, Biometrics 31:949; moments: Kleinman 1973, JASA 68:46.
 *
 * estimate = (x + alpha)/(n + alpha + beta), limits those of Beta(x + alpha, n − x + beta). Moments: correlation
 * ρ = (S − (k − 1)P(1 − P))/(P(1 − P)(N − Σ n²/N − (k − 1))), S = Σ n(p − P)²; likelihood: beta-binomial maximum.
 * Plugged in as if it were known; used as ut_shrink_gamma_poisson() is.
 *
 * @param x       [k] events, 0 ≤ x ≤ n
 * @param n       [k] persons or answers, > 0
 * @param method  moments or likelihood
 * @param level   two-sided, in (0,1)
 * @param[out] estimate,interval  [k] shares; touched only when the outcome is OK or UT_OUTCOME_NOT_CONVERGED
 * @param[out] prior  touched only when OK
 * @return as ut_shrink_gamma_poisson(); UT_OUTCOME_NO_EVENTS also for only events; UT_OUTCOME_NOT_CONVERGED also when
 *         every unit has none or only events.
 *
 * Reference cases: tests/reference/shrink_beta_binomial.csv
 */
UtOutcome ut_shrink_beta_binomial (const double *x, const double *n, gsize k, UtShrinkMethod method, double level,
                                   double *estimate, UtInterval *interval, UtBetaPrior *prior);

UT_END_DECLS

#endif
