/* The many trends that are looked at together. */
#ifndef UT_ASSESS_TREND_FAMILIES_H
#define UT_ASSESS_TREND_FAMILIES_H

#include <utsyn/assess.h>

/* Benjamini–Hochberg over the trends of one place: its own are a family, and so are those beside each area. [n] of
 * them, NULL where one is in no family. */
void ut_trend_families_adjust (UtTrend *const *trends, gsize n);

/* The same beside each area over all places, for what a report says of them together. */
void ut_trend_families_pool (UtTrend *const *trends, gsize n);

/* What the families made of the same trend that stands twice. */
void ut_trend_families_copy (const UtTrend *from, UtTrend *to);

#endif
