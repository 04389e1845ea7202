/* Labels of ages and of other intervals of whole numbers: "0 år", "16–17 år", "000", "0_17", "80 år eller eldre". */
#ifndef UT_IMPORT_LABEL_AGES_H
#define UT_IMPORT_LABEL_AGES_H

#include <glib.h>

/* Both ends are in it. */
typedef struct {
  int first, last; /* UT_AGE_OPEN: and all above */
} UtAges;

#define UT_AGE_OPEN 999

/* The whole label, or one half of "code - text" where the dimension is written so. FALSE when it is no such interval.
 */
gboolean ut_ages_read (const char *label, gboolean halves, UtAges *ages);
/* "0-17", "17", "67+": new string. */
char *ut_ages_name (UtAges ages);

/* Of intervals (UtAges), the fewest that make up `whole` without gap or overlap, in order: GArray of guint, their
 * numbers; NULL when none do. */
GArray *ut_ages_tile (const GArray *intervals, UtAges whole);
/* Where an interval from `first` can end: the nearest ends below and above `last`; -1: none. */
void ut_ages_nearest_ends (const GArray *intervals, UtAges whole, int *below, int *above);

#endif
