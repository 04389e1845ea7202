/**
 * @file breakdown.h
 * The groups of an indicator in a place: each against the same group elsewhere, and the groups against each other.
 */
#ifndef UTSYN_BREAKDOWN_H
#define UTSYN_BREAKDOWN_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** One group: girls. */
typedef struct {
  const UtIndicator *indicator;        /**< that tells of it */
  UtFigure own;                        /**< in the period of the breakdown */
  UtVerdict verdicts[UT_N_BENCHMARKS]; /**< against the same group; outside the family of many comparisons, so q is NaN
                                            and none is robust */
} UtGroup;

/** Whether the groups are alike. */
typedef enum {
  UT_CONTRAST_NOT_TESTED,
  UT_CONTRAST_NONE,      /**< no certain difference between the groups */
  UT_CONTRAST_DIFFERENT, /**< p < 0.05 */
  UT_N_CONTRASTS
} UtContrast;

/** An indicator broken down by sex, grade or age in one place and period. */
typedef struct {
  UtDimension dimension;
  UtPeriod period; /**< of the place's own figure, be it suppressed; UT_PERIOD_NONE when there is no row */
  GArray *groups;  /**< UtGroup, in the catalogue's order */
  UtContrast contrast;
  UtReason reason;       /**< when not tested */
  const char *method;    /**< msgid; NULL when not tested */
  double p;              /**< NaN when not tested */
  double chi_square;     /**< with one degree of freedom less than there are groups; NaN where the test has none */
  double least_expected; /**< the smallest expected count, for three groups or more; NaN else */
} UtBreakdown;

/**
 * The breakdown of one indicator in one place.
 *
 * Each group is assessed as the whole is, by the same rule and benchmarks, like with like: girls against the girls of
 * the county. The groups against each other: two by the conditional mid-p of rule utsyn (scores by their margins),
 * whatever the rule, since both are as random; three or more by Pearson's chi-square where five events, and five
 * without, are expected in each, else exactly (Freeman–Halton). Not tested when one of them is suppressed, missing,
 * standardised or a full count, with the reason of the first such; when their counts are known only by a rounded figure
 * (three or more), for three or more scores, and where there are too many tables for the exact test.
 *
 * @param place,indicator  in the assessment
 * @return NULL when the indicator is not broken down by `dimension`
 */
UtBreakdown *ut_breakdown_new (const UtAssessment *assessment, guint place, guint indicator, UtDimension dimension);
void ut_breakdown_free (UtBreakdown *breakdown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtBreakdown, ut_breakdown_free)

UT_END_DECLS

#endif
