/* Figures of areas that no source prints and no counts add up to: those of the members, each by its persons. */
#ifndef UT_ASSESS_COMBINE_H
#define UT_ASSESS_COMBINE_H

#include "prepare.h"

/* The rows that are added to a table where everything that must be hidden is hidden, so that nothing hidden is in
 * them. Own regions need members with nine of ten of their persons; counties of today and the country 98 %, and there
 * the others may have any figure. `areas` and `own` are partitions, `sums` those of own regions that are in the table
 * already. NULL when nothing is added; the answer is the caller's alone. */
UtTable *ut_combine (const UtTable *shown, const UtCatalogue *catalogue, const UtRegions *regions,
                     const GPtrArray *areas, const GPtrArray *own, const GArray *sums, const gboolean *wanted);

/* A member: its figure is in [lowest_value, highest_value], and it is of persons in [lowest, highest]. */
typedef struct {
  double lowest_value, highest_value;
  double lowest, highest;
} UtCombinedMember;

/*
 * How far Σn·v/Σn may be from `value` when every member's v and n may be anything within its bounds.
 *
 * The extremes lie where the members with the greatest figures have as many persons as they may and the others as few,
 * or the other way round. [n] members, n ≥ 1; they are sorted.
 */
double ut_combine_width (UtCombinedMember *members, guint n, double value);

#endif
