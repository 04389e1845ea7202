/* A region cell in the forms the agencies write it: what it says, not yet which place it is. */
#ifndef UT_IMPORT_LABEL_REGION_H
#define UT_IMPORT_LABEL_REGION_H

#include <glib.h>

typedef enum {
  UT_LABEL_CODE,    /* "0301 Oslo", "K-0301 Oslo", "K3807", "F03", "301", "EKA31 Østfold", "EKG05", "Oslo (0301)" */
  UT_LABEL_COUNTRY, /* "0", "EAK", "Hele landet" */
  UT_LABEL_NAME,    /* "Oslo kommune", "OS (INNLANDET)", "Porsanger - Porsáŋgu" */
  UT_LABEL_OUTSIDE, /* below municipality, Svalbard, unknown municipality: never a place of ours */
  UT_LABEL_NUMBER,  /* digits that are no code at all: "5", "38011" */
} UtLabelKind;

typedef struct {
  UtLabelKind kind;
  char code[16];     /* UT_LABEL_CODE: four digits, two for a county, or a group's; UT_LABEL_NUMBER: its digits */
  gboolean lettered; /* the code has an agency's letters ("K-0301", "EKA31"), which nothing but a place has */
  char *name;        /* UT_LABEL_NAME, else what stands beside the code, NULL when nothing: without "kommune", "i alt",
                        footnote mark, validity "(-2019)" and qualifier */
  char *qualifier;   /* "Innlandet" of "Os (Innlandet)"; NULL when none */
} UtRegionLabel;

/* Begins the label of a unit below municipality (a school, a kindergarten) that has no number of its own. */
#define UT_LABEL_BELOW "(under kommune) "

/* `label` is trimmed UTF-8. */
void ut_region_label_read (const char *label, UtRegionLabel *parts);
void ut_region_label_clear (UtRegionLabel *parts);

/* Whether a cell of a column without a telling heading is written as a region code and its name are: "0301",
 * "4003 Skien", "K-4003". Four bare digits may be a year, two an age or a month, and "18 - 29 år" is no name. */
gboolean ut_region_label_is_marked_code (const char *label);

/* Whether a folded name is one of the country's, or of its sum ("i alt"). */
gboolean ut_region_label_names_country (const char *name);

#endif
