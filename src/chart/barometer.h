/* The parts of the barometer. */
#ifndef UT_CHART_BAROMETER_H
#define UT_CHART_BAROMETER_H

#include "page.h"
#include "scale.h"
#include "verdict_mark.h"

/* Who is shown, and how many of what; the texts are made of it. */
typedef struct {
  const UtChartRequest *request;
  const UtRegions *regions;
  UtLanguage language;
  UtRegionId place;
  UtRegionId region[UT_N_ENCLOSING]; /* UT_REGION_NONE: no such column */
  char *place_name;
  char *name[UT_N_ENCLOSING];    /* inside a sentence; NULL without a column */
  char *heading[UT_N_ENCLOSING]; /* over a column */
  GPtrArray *rows;           /* const UtAssessed: those with a row in the table; the others are left out and counted */
  guint first, end, n_parts; /* of the rows: those of the part */
  guint n_left_out, n_figures, n_comparisons, n_of_level[UT_N_LEVELS], n_not_robust, n_small, n_approximate;
  guint against, rules; /* of the tested: UtAgainst, and 1 << UtRule */
  gboolean judged;      /* some indicator says which way is better */
  gboolean drawn;       /* there is a figure somewhere */
  guint16 quality;      /* of all own figures */
} UtBarometer;

void ut_barometer_find (UtBarometer *barometer, const UtChartRequest *request);
void ut_barometer_clear (UtBarometer *barometer);
guint ut_barometer_n_rows (const UtBarometer *barometer);
const UtAssessed *ut_barometer_row (const UtBarometer *barometer, guint i);

/* New strings. */
char *ut_barometer_title (const UtBarometer *barometer);
char *ut_barometer_subtitle (const UtBarometer *barometer);
char *ut_barometer_sources (const UtBarometer *barometer);
char *ut_barometer_method (const UtBarometer *barometer);
char *ut_barometer_alt (const UtBarometer *barometer);

/* Where the columns are. Numbers end at their x; name, strip and words start at theirs. */
typedef struct {
  double name_width;
  double own, benchmark[UT_N_ENCLOSING];
  double strip, strip_width;
  double word, word_width;
} UtBarometerColumns;

/* One row: measured first, drawn afterwards. */
typedef struct {
  const UtAssessed *assessed;
  const UtVerdict *verdict;
  char **name, **detail;
  UtVerdictWords words;
  double height;
} UtBarometerRow;

void ut_barometer_row_measure (UtBarometerRow *row, const UtBarometer *barometer, const UtPage *page,
                               const UtBarometerColumns *columns, guint i);
void ut_barometer_row_clear (UtBarometerRow *row);
/* Draws the row below what is there. */
void ut_barometer_row_draw (const UtBarometerRow *row, const UtBarometer *barometer, UtPage *page,
                            const UtBarometerColumns *columns, UtMarksUsed *used);

#endif
