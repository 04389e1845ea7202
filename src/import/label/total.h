/* Labels that stand for all of their dimension: "I alt", "Begge kjønn", "Alle aldre", "kjønn samlet". */
#ifndef UT_IMPORT_LABEL_TOTAL_H
#define UT_IMPORT_LABEL_TOTAL_H

#include <glib.h>

/* A word of the label says so; it may be the total of something else: "Arbeidsledige i alt". */
gboolean ut_label_names_total (const char *label);
/* It says nothing else than that it is all of what the heading names. */
gboolean ut_label_is_total (const char *label, const char *heading);

#endif
