/* How much of a sum rests on weights of split places. */
#ifndef UT_ASSESS_WEIGHTED_H
#define UT_ASSESS_WEIGHTED_H

#include <utsyn/region.h>
#include <utsyn/table.h>

/* Share of a sum's persons that may be shared by weight. */
#define UT_MOST_WEIGHTED 0.02

/* The municipalities that were split: GPtrArray of GArray, the UtRegionId of those of today that got a part. */
GPtrArray *ut_splits_new (const UtRegions *regions);

/* Whether every municipality that was split between `place` and others has all its heirs among the members of a sum;
 * FALSE when there is none. Then the sum does not depend on how it was shared. */
gboolean ut_splits_are_whole (const GPtrArray *splits, UtRegionId place, const GArray *members);

/* Whether the origins from `first` on say by what weight they were shared: one at least has another than 1. */
gboolean ut_weights_are_known (const GArray *origins, guint first);

/**
 * The persons in a sum that come from only some of the parts of a split place.
 *
 * A line of a file that is there in full, all its heirs being in the sum, is not counted: whatever the weights, the sum
 * is the published number.
 *
 * @param origins   UtOrigin of all members
 * @param by_value  the value of a line is its persons (a count of persons); else the denominator is
 * @return infinity when there are such lines and none says how many persons it is of
 */
double ut_weighted_persons (const GArray *origins, gboolean by_value);

#endif
