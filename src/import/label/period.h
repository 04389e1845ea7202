/* Periods as labels and headings carry them. */
#ifndef UT_IMPORT_LABEL_PERIOD_H
#define UT_IMPORT_LABEL_PERIOD_H

#include <glib.h>
#include <utsyn/period.h>

/* A whole cell: "2024", "2013 2013" and "2013 - 2013" (code and text), "2022 - 2022/2023" (the school year), "2024K1",
 * "2024H1" and "2024T1" (a quarter, a half, a third), else as ut_period_parse. */
gboolean ut_period_label_read (const char *label, UtPeriod *period);

/* What only the other periods of a column can tell the meaning of. */
typedef enum {
  UT_FORM_PLAIN,
  UT_FORM_NEW_YEAR,             /* the date of a 1 January: its month, or the year */
  UT_FORM_YEAR_END,             /* of a 31 December: likewise */
  UT_FORM_DAY,                  /* any other date: its month */
  UT_FORM_MONTH,                /* "2024-06" */
  UT_FORM_MONTH_OR_SCHOOL_YEAR, /* "2005-06" */
  UT_N_PERIOD_FORMS
} UtPeriodForm;

/* A cell of a column that is known to hold periods: as above, and "202406". The period is what it is by itself. */
gboolean ut_period_cell_read (const char *cell, UtPeriod *period, UtPeriodForm *form);

/* Two cells of one row, in either order: a year and its part ("2024" and "6", "juni", "K2", "2. kvartal", "uke 12"), or
 * the years a span begins and ends with. What a bare number counts is said by its heading; of nothing said, months. */
gboolean ut_period_pair_read (const char *cells[2], const char *headings[2], UtPeriod *period);

/* Whether a heading speaks of years and of nothing shorter. */
gboolean ut_period_heading_names_year (const char *heading);

/* The longest period that ends a heading, else one that begins it: "Personer 2023", "personer_2023" and "2023 Personer"
 * give "Personer" and "2023", "2015" gives "" and "2015", "Personer 2023 - 2023" the same as the first. New strings;
 * FALSE when there is no period. */
gboolean ut_period_heading_split (const char *heading, char **contents, char **period);

#endif
