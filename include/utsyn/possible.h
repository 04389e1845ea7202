/**
 * @file possible.h
 * Comparing figures whose counts are only known within bounds: a rounded percentage, and of how many persons more or
 * less. Every count and number of persons that could give the printed figure is judged, and the answer is the one that
 * holds for them all.
 */
#ifndef UTSYN_POSSIBLE_H
#define UTSYN_POSSIBLE_H

#include <glib.h>
#include <math.h>
#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** A printed share or rate, and what is known of the counts behind it. */
typedef struct {
  double value;                           /**< share 0..1, or events per person */
  double half_width;                      /**< how far the true one may be from it: half the last digit */
  double persons_lowest, persons_highest; /**< the same where the number is known */
  gboolean outward; /**< the number of persons is borrowed, so count and share need not agree to the last person */
  double events_lowest, events_highest; /**< known otherwise: both the count where it is known, 0 and INFINITY where
                                             only the figure tells */
} UtPrinted;

/** Counts that are known. */
G_GNUC_UNUSED static inline UtPrinted
ut_printed_counts (double events, double persons) {
  return (UtPrinted){ events / persons, 0, persons, persons, FALSE, events, events };
}

/** A figure of a known number of persons, or of a borrowed one (`outward`). */
G_GNUC_UNUSED static inline UtPrinted
ut_printed_figure (double value, double half_width, double persons_lowest, double persons_highest, gboolean outward) {
  return (UtPrinted){ value, half_width, persons_lowest, persons_highest, outward, 0, INFINITY };
}

/** What the counts are of, and of whom. */
typedef enum { UT_POSSIBLE_SHARES, UT_POSSIBLE_RATES } UtPossibleKind;
typedef enum {
  UT_POSSIBLE_PART,  /**< the place is a part of the benchmark, and is tested against the rest of it */
  UT_POSSIBLE_APART, /**< two groups with nobody in common */
  UT_POSSIBLE_KNOWN, /**< the benchmark's figure is taken as known; of its counts nothing is used */
} UtPossibleRelation;

/** One of the possible pairs: events of persons against events of persons (of the whole, or of the other group). */
typedef struct {
  double events, persons;
  double other_events, other_persons; /**< UT_POSSIBLE_KNOWN: the share or rate, and 1 */
} UtPossiblePair;

/**
 * Whether any whole count of the printed persons gives the printed figure; else the two disagree.
 *
 * Reference cases: tests/reference/possible_shares.csv
 */
gboolean ut_printed_is_possible (UtPossibleKind kind, const UtPrinted *printed);

/** What all pairs say together. */
typedef struct {
  double u_least, u_greatest; /**< least and greatest P(T > x) + P(T = x)/2 when there is no difference */
  int side;                   /**< 1: all pairs are above the benchmark; −1: all below; 0: some of either */
  double p_worst, p_best;     /**< two-sided, after the design effect, of the pairs that say least and most; 1 and the
                                   smallest of either side where `side` is 0 */
  UtPossiblePair lowest, highest; /**< the pairs of u_greatest (evidence of least) and u_least */
  double events_lowest, events_highest, persons_lowest, persons_highest; /**< of the own pairs */
  UtInterval ratio_interval; /**< odds or rate ratio (UT_POSSIBLE_KNOWN: of the odds or rate): the least lower and the
                                  greatest upper limit over all pairs, each of the level that the design effect makes
                                  of 95 %. 1 lies outside exactly when p_worst < 0.05 */
} UtPossible;

/**
 * The own figure against another, over every pair of counts that may lie behind them.
 *
 * Pairs. Own: whole x and n with |x/n − value| ≤ half-width and n within its bounds; where the persons are borrowed, x
 * from ⌊n₁(v − h)⌋ to ⌈n₂(v + h)⌉, and for each n from ⌊x/(v + h)⌋ to ⌈x/(v − h)⌉, moved into [n₁, n₂]. Other: at each
 * end M of its persons, events ⌈M(V − H)⌉ and ⌊M(V + H)⌋. All floors and ceilings are guarded by 1e-9.
 *
 * Statistic. U = P(T > x) + P(T = x)/2: for shares T is hypergeometric (M persons, X events, n drawn), for rates
 * binomial (X events, each in the place with probability n/M): the central mid-p test against the rest of
 * ut_compare_proportions() and ut_compare_rates(). U falls in x, rises in n, rises in X and falls in M, at any ratio,
 * so that its extremes lie where n is the greatest or least allowed for x. Those of them are tested that an estimate
 * leaves open: the normal deviate with its skewness taken out.
 *
 * Design effect d (Kish 1965, Survey Sampling): p′ = 2Φ(−z/√d), z from p/2, and limits at level 2Φ(1.96√d) − 1; see
 * ut_design_effect_p() and ut_design_effect_level().
 *
 * @param own, other     other: the whole that holds the place (UT_POSSIBLE_PART), the other group (UT_POSSIBLE_APART),
 *                       or a known share or rate (UT_POSSIBLE_KNOWN, persons unused)
 * @param design_effect  ≥ 1
 * @param[out] answer    touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when a number of persons is not positive or finite, or nobody is
 * left to compare with; UT_OUTCOME_NO_EVENTS when nobody, or everybody, is counted in every pair;
 *         UT_OUTCOME_TOO_FEW_POINTS when no pair gives the printed figure (the figures disagree);
 *         UT_OUTCOME_BAD_INPUT for NaN, a negative number, a share above 1 or a design effect below 1;
 *         UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/possible_shares.csv
 */
UtOutcome ut_possible_compare (UtPossibleKind kind, UtPossibleRelation relation, const UtPrinted *own,
                               const UtPrinted *other, double design_effect, UtPossible *answer);

/** Means, each known within bounds. */
typedef struct {
  double value, half_width;
  double n_lowest, n_highest;
} UtPrintedMean;

/** What all corners say together. */
typedef struct {
  int side;               /**< as in UtPossible */
  double p_worst, p_best; /**< as in UtPossible */
  double other;           /**< mean compared with, at the middle of the bounds: of the rest, or of the other group */
  UtInterval difference; /**< own − other, 95 %: the least lower and greatest upper limit of all corners; 0 lies outside
                              exactly when p_worst < 0.05 */
} UtPossibleMean;

/**
 * A mean against that of the rest, of another group, or a known one, by Student's t.
 *
 * t = (ȳ − ȳ_rest)/(s·√(d(1/n + 1/(N − n)))), ȳ_rest = (NȲ − nȳ)/(N − n), n/d − 1 degrees of freedom, over all corners:
 * ȳ ± h, Ȳ ± H, both ends of n, N and s. Another group: N itself stands for N − n and Ȳ for ȳ_rest. A known mean:
 * without 1/(N − n). d is Kish's design effect.
 *
 * @param sd_lowest, sd_highest  standard deviation of one person's score, > 0, the same unit as the means
 * @param[out] answer            touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive, or nobody is left;
 * UT_OUTCOME_TOO_FEW_POINTS when n/d is below 2; UT_OUTCOME_BAD_INPUT for NaN, a spread that is not positive, or d
 * below 1.
 *
 * Reference cases: tests/reference/possible_means.csv
 */
UtOutcome ut_possible_means (UtPossibleRelation relation, const UtPrintedMean *own, const UtPrintedMean *other,
                             double sd_lowest, double sd_highest, double design_effect, UtPossibleMean *answer);

/**
 * A two-sided p of independent answers, as it is of answers that go together: p′ = 2Φ(−z/√d), z from p/2.
 *
 * d = 1 + (m − 1)ρ for clusters of m with intraclass correlation ρ: Kish 1965, Survey Sampling. Never NaN: 0 stays 0
 * and 1 stays 1; d 1 leaves p as it is.
 *
 * Reference cases: tests/reference/design_effect.csv
 */
double ut_design_effect_p (double p, double design_effect);

/**
 * The level at which an interval of independent answers is a 95 % interval of answers that go together: 2Φ(1.96√d) − 1.
 * d 1 gives 0.95 itself.
 *
 * Reference cases: tests/reference/design_effect.csv
 */
double ut_design_effect_level (double design_effect);

/**
 * d = 1 + (size − 1)·correlation: Kish 1965. Not below 1.
 *
 * Reference cases: tests/reference/design_effect.csv
 */
double ut_design_effect_of_clusters (double size, double correlation);

UT_END_DECLS

#endif
