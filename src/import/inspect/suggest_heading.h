/* What the heading of a column says of it, for the suggestion of inspect. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_HEADING_H
#define UT_IMPORT_INSPECT_SUGGEST_HEADING_H

#include <glib.h>

typedef enum {
  UT_HEADING_OTHER,
  UT_HEADING_GROUP,   /* "Kjønn", "Alder", "Status": each place has figures for several */
  UT_HEADING_PART,    /* "Bydel", "Skole": parts of a municipality */
  UT_HEADING_EDITION, /* "Oppdatert", "Uttrekksdato": of the file, not of what is counted */
  UT_HEADING_MEASURE, /* "Statistikkvariabel", "Måltall", "Enhet": its labels are different figures */
  UT_HEADING_FIGURE,  /* "Antall", "Andel" */
} UtHeadingKind;

UtHeadingKind ut_heading_kind (const char *heading);

/* "Fra" and "Til år": the two ends of one span. */
gboolean ut_heading_are_ends (const char *heading, const char *other);

#endif
