/* Indicators that sums over parts tie together: what is suppressed in one family tells nothing of another. */
#ifndef UT_ASSESS_FAMILIES_H
#define UT_ASSESS_FAMILIES_H

#include <utsyn/table.h>

/* In `of`: an indicator in which nothing is suppressed, and that is tied to none in which something is. */
#define UT_NO_FAMILY G_MAXUINT32

typedef struct {
  guint32 *of; /* [indicators] number of the family */
  guint n;
  GPtrArray *rows; /* [n] of GArray of UtRowStretch, in the order of the table */
} UtFamilies;

/* The rows of one indicator: from `first` until before `end`. */
typedef struct {
  UtIndicatorId indicator;
  gsize first, end;
} UtRowStretch;

/* The families that have limits, or figures that the source suppresses. */
UtFamilies *ut_families_new (const UtTable *table, const UtCatalogue *catalogue);
void ut_families_free (UtFamilies *families);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFamilies, ut_families_free)

#endif
