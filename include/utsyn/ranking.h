/**
 * @file ranking.h
 * Places in order of one indicator, and how certain the order is.
 */
#ifndef UTSYN_RANKING_H
#define UTSYN_RANKING_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** A place in the order. */
typedef struct {
  UtRegionId region;
  UtFigure figure;             /**< of the ranking's period; may be missing or suppressed */
  const UtAssessed *assessed;  /**< NULL when the place is judged by another period than the ranking's */
  guint rank;                  /**< 1 = best (neutral: highest); ties share; 0 when there is no reliable figure */
  guint best_rank, worst_rank; /**< the ranks the 95 % intervals leave open; 0 when the figure has no interval */
  double smoothed; /**< the figure drawn towards what the places have in common, in the unit: beside it, never
                        instead of it; NaN when there is none */
  UtInterval smoothed_interval; /**< 95 %; NaN ends when there is none */
} UtRanked;

/**
 * The order of an assessment's places in one period.
 *
 * Of numbers of persons nobody is first: a place with more people has more of everything. Else ranked are published
 * figures that are neither suppressed nor a zero that may be a suppressed figure. A place may have every
 * rank from one more than the number of places whose interval lies wholly on the better side of its own, to as many
 * fewer than all as lie wholly on the worse side. A figure without an interval counts as its own interval for the
 * others, but has no such span itself. The span comes of holding intervals against each other two by two. So it is
 * wide: it takes no account of that neighbours seldom are all at their limits at once, and it is no 95 % interval of
 * the rank.
 *
 * Smoothed is the empirical Bayes estimate of the ranked figures whose counts are known: ut_shrink_averaged(), with
 * what is common learnt from every municipality of the table that has counts in the period, also those that are no
 * place of the assessment. None for figures without counts, or where fewer than two municipalities have any. Suppressed
 * figures have no part in it.
 *
 * @return UtRanked, best first, ties by code; then by code those that have no rank, whose order tells nothing; then
 * those with no row at all. Valid as long as the assessment
 */
GArray *ut_ranking_new (const UtAssessment *assessment, guint indicator, UtPeriod period);

/**
 * The period most of the places have their newest figure in, the newest of several; UT_PERIOD_NONE when none has one.
 */
UtPeriod ut_ranking_period (const UtAssessment *assessment, guint indicator);

/** The table as it was known at the end of `period`: without the rows of later periods. */
UtTable *ut_ranking_table_until (const UtTable *table, UtPeriod period);

UT_END_DECLS

#endif
