/**
 * @file trend.h
 * Change over time: pure functions of points (time, value).
 */
#ifndef UTSYN_TREND_H
#define UTSYN_TREND_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

typedef struct {
  double slope;              /**< median of pairwise slopes, value per unit of time */
  double intercept;          /**< median(y) − slope · median(x) */
  UtInterval slope_interval; /**< Sen 1968; the ends are two of the pairwise slopes */
} UtTheilSen;

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points at different times.
 *
 * Limits (Sen 1968, JASA 63:1379): of N sorted slopes those at (N ∓ zσ)/2, rounded half to even and kept inside,
 * σ² = (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over ties t in y and in x. With few points the limits are the
 * smallest and largest slope, and cover less than the level.
 *
 * @param x,y    [n] times in any order and values, finite
 * @param level  two-sided, in (0,1)
 * @param[out] result  touched only when OK; a constant y gives 0 with interval 0..0
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2; UT_OUTCOME_BAD_INPUT for NaN, infinity or a level outside
 *         (0,1); UT_OUTCOME_NO_VARIATION when all times are the same.
 *
 * Reference cases: tests/reference/trend_theil_sen.csv
 */
UtOutcome ut_trend_theil_sen (const double *x, const double *y, gsize n, double level, UtTheilSen *result);

typedef struct {
  double s;        /**< rising pairs less falling pairs */
  double variance; /**< of s without a trend, tie-corrected */
  double z;        /**< (s ∓ 1)/√variance: with continuity correction; 0 when s is 0 */
  double p_normal; /**< two-sided */
  double p_exact;  /**< exact permutation p; NaN when y has ties or n > 50 */
  double p;        /**< the one to use: exact when there is one, else normal */
} UtMannKendall;

/**
 * Mann–Kendall test of a monotone trend; Mann 1945, Econometrica 13:245; Kendall 1975.
 *
 * The exact p is 2·P(S ≥ |s|), at most 1, over all n! orders, counted by their inversions. Four points can never reach
 * 5 %.
 *
 * @param y  [n] values in time order, finite
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_BAD_INPUT for NaN or infinity;
 *         UT_OUTCOME_NO_VARIATION when all values are the same.
 *
 * Reference cases: tests/reference/trend_mann_kendall.csv
 */
UtOutcome ut_trend_mann_kendall (const double *y, gsize n, UtMannKendall *result);

typedef struct {
  double slope;     /**< value per unit of time */
  double intercept; /**< at x = 0 */
  double slope_se, intercept_se;
  double t;         /**< slope / slope_se; ±inf for a line without residuals */
  double p;         /**< two-sided, Student's t; 0 when t is infinite */
  double r_squared; /**< 0..1 */
  double sigma;     /**< residual standard deviation */
  UtInterval slope_interval;
  gsize df; /**< n − 2 */
} UtLinear;

/**
 * Straight line by ordinary least squares, with centred times.
 *
 * @param x,y    [n] times and values, finite
 * @param level  two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_BAD_INPUT for NaN, infinity or a level outside
 *         (0,1); UT_OUTCOME_NO_VARIATION when all times or all values are the same.
 *
 * Reference cases: tests/reference/trend_ols.csv, trend_ols_nist.csv
 */
UtOutcome ut_trend_ols (const double *x, const double *y, gsize n, double level, UtLinear *result);

typedef struct {
  double slope;      /**< weighted slope of the share on time, share per unit of time */
  double chi_square; /**< 1 df */
  double p;
  double dispersion;  /**< Pearson chi-square of the departures / its df, not below 1 */
  double p_dispersed; /**< p of chi_square / dispersion */
} UtProportionTrend;

/**
 * Chi-square for linear trend in proportions; Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375.
 *
 * T = Σ (t − t̄)(x − n p̄), χ² = T²/(p̄(1 − p̄) Σ n(t − t̄)²) with t̄ weighted by n; slope = T/Σ n(t − t̄)². The dispersion is
 * what χ² of homogeneity leaves beside the trend, per degree of freedom (n_points − 2).
 *
 * @param events  [n_points] 0 ≤ events ≤ n (may be fractional)
 * @param n       [n_points] persons or answers, > 0
 * @param t       [n_points] times
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_NO_DENOMINATOR when an n is not positive or not
 *         finite; UT_OUTCOME_BAD_INPUT for NaN or events outside 0..n; UT_OUTCOME_NO_EVENTS when there are no events,
 * or only events; UT_OUTCOME_NO_VARIATION when all times are the same.
 *
 * Reference cases: tests/reference/trend_proportions.csv
 */
UtOutcome ut_trend_proportions (const double *events, const double *n, const double *t, gsize n_points,
                                UtProportionTrend *result);

typedef struct {
  gboolean jump;             /**< the step describes the series better than the line */
  gsize first_after;         /**< index of the first point after the step */
  double bic_line, bic_step; /**< n·log(RSS/n) + 3·log n; smaller is better */
} UtJump;

/**
 * Line against one step by BIC (Schwarz 1978, Ann Stat 6:461), Gaussian residuals.
 *
 * Both have two mean parameters and a variance; the step's position, at least one point on either side, costs nothing
 * extra. Residuals within rounding of a perfect fit count as that rounding, so the logarithm is finite; two perfect
 * fits are no jump. The first of several equally good positions is taken.
 *
 * @param x,y  [n] times, rising, and values, finite
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 5; UT_OUTCOME_BAD_INPUT for NaN, infinity or times that do not
 *         rise; UT_OUTCOME_NO_VARIATION when all values are the same.
 *
 * Reference cases: tests/reference/trend_jump.csv
 */
UtOutcome ut_trend_jump (const double *x, const double *y, gsize n, UtJump *result);

/**
 * Smallest slope seen with 80 % power at the level, with these times and this residual standard deviation.
 *
 * (t₁₋α/₂ + t₀.₈)·sd/√Σ(x − x̄)², Student's t with n − 2 degrees of freedom: the usual stand-in for the noncentral t;
 * the power is within some points of 80 % from five points.
 *
 * @param x            [n] times, finite
 * @param residual_sd  standard deviation around the line, in the value's unit, ≥ 0; 0 gives 0
 * @param level        two-sided, in (0,1)
 * @param[out] slope   value per unit of time, positive; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_BAD_INPUT for NaN, a negative sd or a level
 * outside (0,1); UT_OUTCOME_NO_VARIATION when all times are the same.
 *
 * Reference cases: tests/reference/trend_detectable.csv
 */
UtOutcome ut_trend_detectable (const double *x, gsize n, double residual_sd, double level, double *slope);

UT_END_DECLS

#endif
