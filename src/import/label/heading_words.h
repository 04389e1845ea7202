/* What a heading says that its column holds: places or periods. Known words, also in "Region - region". */
#ifndef UT_IMPORT_LABEL_HEADING_WORDS_H
#define UT_IMPORT_LABEL_HEADING_WORDS_H

#include <glib.h>

gboolean ut_heading_names_region (const char *heading);
/* Such a heading of municipalities, which have no numbers below 100. */
gboolean ut_heading_names_municipality (const char *heading);
/* How far down the list of headings of places it stands, codes before names; -1 when it is none. */
int ut_heading_region_rank (const char *heading);
/* Its place among the headings that name periods, finer ones first; -1 when it names none. */
int ut_heading_period_rank (const char *heading);
gboolean ut_heading_names_period (const char *heading);

/* What dataset.yaml calls a column, counted from 0 in the whole file: its heading, or "kolonne 3" when it has none. New
 * string. */
char *ut_heading_or_number (const char *heading, guint column);
/* Whether it is such a name of a column without a heading. */
gboolean ut_heading_is_number (const char *name);

#endif
