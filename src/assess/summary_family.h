/* What a report's summary may say: one family over all its municipalities, since a family a place lets one false
 * headline through in every few reports. */
#ifndef UT_ASSESS_SUMMARY_FAMILY_H
#define UT_ASSESS_SUMMARY_FAMILY_H

#include <utsyn/assess.h>

/* p against the country, [places × n], by place, is adjusted in its place: one Benjamini–Hochberg family of all places
 * but those that are the whole of others, which are each its own. NaN is no test. */
void ut_summary_family_adjust (double *p, const gboolean *is_whole, guint n_places, gsize n);

/* Whether a verdict by itself, with its `q_report`, may be told. */
gboolean ut_summary_family_admits (const UtVerdict *verdict);

/* Whether the place goes the way the whole surely does, and so stands among those that are listed with it. */
gboolean ut_summary_family_follows (const UtVerdict *verdict, const UtVerdict *whole);

#endif
