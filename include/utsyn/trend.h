/**
 * @file trend.h
 * Change over time: pure functions of points (time, value).
 *
 * ut_trend_guarded() and ut_trend_least_seen() decide every trend; ut_trend_theil_sen() describes the course of what is
 * not tested. The others are the methods that other tools use (Mann–Kendall, Hamed–Rao, chi-square and log-linear
 * trends, the Fingertips marker, least squares with a band): `utsyn explain` will show them beside the answer, for
 * those who must compare. Until then they are checked against their reference cases.
 */
#ifndef UTSYN_TREND_H
#define UTSYN_TREND_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

typedef struct {
  double slope;              /**< median of pairwise slopes, value per unit of time */
  double intercept;          /**< median(y) − slope · median(x) */
  double intercept_joint;    /**< median of y − slope · x */
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
  double tau_a;    /**< s over the number of pairs */
  double tau_b;    /**< the same, corrected for ties in the values */
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

/**
 * Straight line by weighted least squares.
 *
 * As ut_trend_ols(), minimising Σ w(y − line)²; `sigma` is the residual standard deviation of a point of weight 1, and
 * points of weight 0 do not count.
 *
 * @param weights  [n] ≥ 0, finite; NULL for all 1
 *
 * Reference cases: tests/reference/trend_wls.csv
 */
UtOutcome ut_trend_wls (const double *x, const double *y, const double *weights, gsize n, double level,
                        UtLinear *result);

/** What a straight line says at one time, in the value's unit. */
typedef struct {
  double value;          /**< on the line */
  UtInterval confidence; /**< of the line */
  UtInterval prediction; /**< of a new point */
} UtPrediction;

/**
 * The line of ut_trend_ols() carried to a time, with confidence and prediction intervals.
 *
 * value ∓ t·s·√(1/n + (x0 − x̄)²/Sxx), and with 1 more under the root; Student's t with n − 2 degrees of freedom.
 *
 * @param x,y    [n] times and values, finite
 * @param x0     the time, finite; outside the points it is an extrapolation
 * @param level  two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return as ut_trend_ols()
 *
 * Reference cases: tests/reference/trend_predict.csv
 */
UtOutcome ut_trend_predict (const double *x, const double *y, gsize n, double x0, double level, UtPrediction *result);

/** First slope less second. */
typedef struct {
  double difference; /**< value per unit of time */
  double se;
  double df; /**< Welch & Satterthwaite */
  double t, p;
  UtInterval interval;
} UtSlopeDifference;

/**
 * Difference of the slopes of two series, each with its own residual variance.
 *
 * se² = se₁² + se₂² of ut_trend_ols(), Student's t with (se₁² + se₂²)²/(se₁⁴/df₁ + se₂⁴/df₂) degrees of freedom; Welch
 * 1947, Biometrika 34:28. The series are taken as independent: the second must not hold the first (use the rest of the
 * county, not the county).
 *
 * @param x1,y1,x2,y2  [n1], [n2] times and values, finite
 * @param level        two-sided, in (0,1)
 * @param[out] result  touched only when OK; two lines without residuals have se 0
 * @return as ut_trend_ols(), for either series; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/trend_slope_difference.csv
 */
UtOutcome ut_trend_slope_difference (const double *x1, const double *y1, gsize n1, const double *x2, const double *y2,
                                     gsize n2, double level, UtSlopeDifference *result);

/** Mann–Kendall with a corrected variance. */
typedef struct {
  double correction; /**< factor of the variance */
  double variance;
  double z; /**< with continuity correction; 0 when s is 0 */
  double p; /**< two-sided, normal */
} UtCorrected;

typedef struct {
  double s;
  gsize n_lags;          /**< autocorrelations that show; 0: nothing is corrected */
  UtCorrected corrected; /**< with the sum as Hamed & Rao have it; negative autocorrelation makes p smaller */
  UtCorrected absolute;  /**< with the absolute values, as pyMannKendall; never smaller than needed */
} UtHamedRao;

/**
 * Mann–Kendall test of an autocorrelated series; Hamed & Rao 1998, J Hydrol 204:182.
 *
 * The Sen slope is taken out, and the autocorrelations ρ of the ranks of what is left are found (divisor n). Those with
 * |ρ| > 1.96/√n multiply the variance by 1 + 2/(n(n − 1)(n − 2))·Σ (n − k)(n − k − 1)(n − k − 2)·ρₖ.
 *
 * @param y  [n] values at equal steps of time, finite
 * @param[out] result  touched only when OK
 * @return as ut_trend_mann_kendall(); UT_OUTCOME_NO_VARIATION also when the correction leaves no variance.
 *
 * Reference cases: tests/reference/trend_hamed_rao.csv
 */
UtOutcome ut_trend_hamed_rao (const double *y, gsize n, UtHamedRao *result);

/** A log-linear rate: log(rate) = intercept + slope·(x − origin). */
typedef struct {
  double intercept, slope;
  double intercept_se, slope_se;
  double z, p;       /**< slope/se, two-sided normal; Wald */
  double rate_ratio; /**< per unit of time, exp(slope) */
  UtInterval rate_ratio_interval;
  double deviance;
  gsize df;           /**< n − 2 */
  double pearson;     /**< Pearson chi-square / df */
  double dispersion;  /**< the same, not below 1 */
  double p_dispersed; /**< p of z/√dispersion */
} UtPoissonTrend;

/**
 * Log-linear Poisson trend of counts with their persons as offset, by maximum likelihood; McCullagh & Nelder 1989.
 *
 * @param count    [n] events, ≥ 0 (may be fractional)
 * @param persons  [n] persons or person-years, > 0
 * @param x        [n] times, finite
 * @param origin   time of the intercept, finite
 * @param level    two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_NO_DENOMINATOR when persons are not positive or
 *         not finite; UT_OUTCOME_BAD_INPUT for NaN, infinity, a negative count or a level outside (0,1);
 *         UT_OUTCOME_NO_EVENTS; UT_OUTCOME_NO_VARIATION when all times are the same; UT_OUTCOME_NOT_CONVERGED when all
 *         events are at the first or the last time, where no slope is the likeliest.
 *
 * Reference cases: tests/reference/trend_poisson.csv
 */
UtOutcome ut_trend_poisson (const double *count, const double *persons, const double *x, gsize n, double origin,
                            double level, UtPoissonTrend *result);

/** What the counts of a series are. */
typedef enum { UT_TREND_PROPORTION, UT_TREND_RATE } UtTrendKind;

typedef struct {
  double slope;      /**< share or rate per year, weighted by persons */
  double chi_square; /**< 1 df, of the slope */
  int side;          /**< 1 rising, −1 falling, 0 no significant change */
} UtTrendMarker;

/**
 * Recent trend as Fingertips marks it (Public Health England, Technical guide: recent trends).
 *
 * Of the last five points: chi-square for trend above 9.5495 (p 0.002), and the slope of one sign with all five and
 * with each point left out. The variance is p(1 − p) for shares, p for rates.
 *
 * @param count    [n] events, ≥ 0; for shares not above persons
 * @param persons  [n] persons or person-years, > 0
 * @param year     [n] in order; the last five must be consecutive
 * @param kind     shares or rates
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 5, or where a year is missing among the last five; of these
 *         five: UT_OUTCOME_NO_DENOMINATOR when persons are not positive or not finite; UT_OUTCOME_BAD_INPUT for a count
 *         that is NaN, infinite, negative or (shares) above persons; UT_OUTCOME_NO_EVENTS when there are none, or
 *         (shares) only events.
 *
 * Reference cases: tests/reference/trend_marker.csv
 */
UtOutcome ut_trend_marker (const double *count, const double *persons, const double *year, gsize n, UtTrendKind kind,
                           UtTrendMarker *result);

typedef struct {
  double slope;      /**< weighted slope of the share on time, share per unit of time */
  double chi_square; /**< 1 df */
  double p;
  double dispersion;  /**< Pearson chi-square of the departures / its df, not below 1 */
  double p_dispersed; /**< p of chi_square / dispersion */
  double departure;   /**< chi-square of what the trend leaves: homogeneity less trend */
  gsize df_departure; /**< n_points − 2 */
  double p_departure; /**< small: the line does not describe the points */
  double p_total;     /**< of homogeneity, chi_square + departure with one more degree of freedom */
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

/** What a series is of, and so on which scale its line is straight. */
typedef enum {
  UT_MODEL_VALUE, /**< values as they are: least squares */
  UT_MODEL_SHARE, /**< events among persons: logit */
  UT_MODEL_RATE,  /**< events over persons or person-years: log */
} UtTrendModel;

typedef struct {
  UtTrendModel model;
  gsize n;
  const double *time;             /**< [n] rising */
  const double *value;            /**< [n]; read for UT_MODEL_VALUE alone */
  const double *events, *persons; /**< [n] events ≥ 0 (of shares not above persons), persons > 0; read for the others */
  const double *offset;    /**< [n] what the points are seen beside, on the model's scale: logit or log of the country's
                              figure, or that figure; NULL for none */
  double least_dispersion; /**< counts: the design effect, 1 for independent persons; values: the residual variance
                              that rounding alone makes, (step of the printed figure)²/12 */
} UtTrendPoints;

typedef struct {
  double slope;    /**< a unit of time, on the model's scale: logit, log or the value's unit; infinite, with an
                        infinite error and p 1, where all events (or all others) are at one end */
  double slope_se; /**< with the dispersion in it, without the guard */
  UtInterval slope_interval; /**< slope ∓ t·se·guard, 95 %; excludes 0 exactly when p < 0.05 */
  double dispersion;         /**< max (least, X²/(n − 2)); of values the residual variance */
  double lag1;   /**< correlation of neighbouring residuals of the least-squares line; NaN for constant values */
  double memory; /**< ρ that was guarded against */
  double guard;  /**< factor of the error; see ut_trend_guard() */
  double t;      /**< slope/se */
  double p;      /**< of t/guard, Student's with n − 2 degrees of freedom, two-sided */
  gsize df;
  gsize step_after; /**< points before the best step; 0 where none is looked for */
  double step;      /**< its height, on the model's scale; infinite when one side has no events; NaN */
  double step_p;    /**< (n − 3) × its t-test with its own guard, at most 1; NaN */
  double evidence;  /**< against the line; NaN for constant values */
  int side;         /**< 1 rising, −1 falling, 0 neither; of a jump that of the step */
  gboolean jump;
} UtGuardedTrend;

/**
 * Trend of a short series: a straight line whose error allows for over-dispersion and for memory, or one step.
 *
 * Shares and rates: maximum likelihood (McCullagh & Nelder 1989), variance times the dispersion; values: least squares.
 * Short series cannot show their memory, so some is assumed: ρ = 0.4 for values, 0.2 for counts; from ten points
 * min(0.9, max(that, r₁ + (1 + 4 max(0, r₁))/n)), where r₁ is `lag1`. The error is widened by ut_trend_guard().
 *
 * A jump, from six points and two on either side, without an offset: the step with the least deviance has
 * step_p < 0.02, and evidence of 6 or more (Kass & Raftery 1995, JASA 90:773: strong): for values
 * n·ln(RSS_line/RSS_step), neither below (n − 2)·least; for counts the difference of deviance over
 * max(least, the smaller deviance/(n − 2)). One odd end point is never a jump. Otherwise rising or falling when
 * p < 0.05.
 *
 * Used by: every trend and its comparison with county and country (utsyn trend, explain, report).
 *
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 4; UT_OUTCOME_NO_DENOMINATOR when persons are not positive or
 *         not finite; UT_OUTCOME_BAD_INPUT for NaN, infinity, times that do not rise, a negative count or (shares) one
 *         above persons; UT_OUTCOME_NO_EVENTS when there are none, or (shares) only events; UT_OUTCOME_NO_VARIATION
 *         for values without rounding that are all the same; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/trend_guarded.csv
 */
UtOutcome ut_trend_guarded (const UtTrendPoints *points, UtGuardedTrend *result);

/**
 * How much wider the error of a slope, or of a step, is when neighbouring points are alike.
 *
 * g² = (c'Rc/c'c)/(tr(MR)/(n − 2)), R = ρ^|tᵢ − tⱼ|, c the times from their mean (or the step's two levels from theirs)
 * and M what takes a mean and c out of the points; after Bayley & Hammersley 1946, J R Stat Soc Suppl 8:184.
 *
 * @param time        [n] finite
 * @param memory      ρ, 0 ≤ ρ < 1; 0 gives 1
 * @param step_after  points before the step; 0 for a slope
 * @param[out] guard  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3; UT_OUTCOME_BAD_INPUT; UT_OUTCOME_NO_VARIATION when all
 * times are the same.
 *
 * Reference cases: tests/reference/trend_guard.csv
 */
UtOutcome ut_trend_guard (const double *time, gsize n, double memory, gsize step_after, double *guard);

typedef struct {
  double critical; /**< guard·t(0.975; df): |t| beyond it is called a change */
  double shift;    /**< noncentrality at which that happens in eight of ten series */
  double slope;    /**< shift·se, per unit of time, positive */
} UtLeastSeen;

/**
 * Least slope that would probably have been seen: by the test of ut_trend_guarded(), in 80 % of series.
 *
 * The noncentral t with df degrees of freedom; P(|T| > critical) is summed over the spread, and solved for the shift.
 *
 * @param slope_se  without the guard, ≥ 0; 0 gives 0
 * @param guard     > 0
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS when df is 0; UT_OUTCOME_BAD_INPUT for NaN, infinity or a negative
 *         error; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/trend_least_seen.csv
 */
UtOutcome ut_trend_least_seen (double slope_se, double guard, gsize df, UtLeastSeen *result);

UT_END_DECLS

#endif
