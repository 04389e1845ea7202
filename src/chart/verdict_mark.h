/* The mark and the words of a verdict: the same in every chart. */
#ifndef UT_CHART_VERDICT_MARK_H
#define UT_CHART_VERDICT_MARK_H

#include "page.h"
#include "scale.h"

/* Whether a place's figure can be drawn beside another's. A number of persons grows with the place: among
 * municipalities the country would be all there is to see. */
gboolean ut_mark_is_comparable (const UtIndicator *indicator);

/* The own mark; a thin ring of paper keeps it apart from what lies under it. */
void ut_verdict_mark (UtScene *scene, const UtVerdict *verdict, UtPoint centre);

/* The colour of a benchmark's name and figure. */
UtColour ut_benchmark_colour (UtBenchmark benchmark);
/* The mark of a county: a small diamond. */
void ut_county_mark (UtScene *scene, UtPoint centre);
/* The mark of the country where it is no line through all rows: a short upright line. */
void ut_country_mark (UtScene *scene, UtPoint centre);
/* The spread of municipalities. */
void ut_spread_mark (UtScene *scene, double from_x, double to_x, double y);

/* An end of a whisker; one that is clipped goes on outside, and has an arrow. */
typedef struct {
  double x;
  gboolean clipped;
} UtWhiskerEnd;

void ut_whisker_mark (UtScene *scene, UtWhiskerEnd one, UtWhiskerEnd other, double y);

/* "betre", and under it why it is not tested, or that it may be chance. Measured first: the lines are kept until drawn.
 */
typedef struct {
  char **word, **reason;
  gboolean strong;
  UtColour colour;
} UtVerdictWords;

/* `with_reason` FALSE leaves out why a verdict is not tested, where that is said once for all. */
UtVerdictWords ut_verdict_words (const UtPage *page, const UtVerdict *verdict, double width, gboolean with_reason);
void ut_verdict_words_clear (UtVerdictWords *words);
double ut_verdict_words_height (const UtVerdictWords *words);
void ut_verdict_words_draw (UtPage *page, const UtVerdictWords *words, double x, double baseline);
/* Wide enough for every level word on one line. */
double ut_verdict_words_width (const UtPage *page);

/* What a legend must explain. */
typedef struct {
  gboolean levels[UT_N_LEVELS]; /* used at all */
  gboolean filled[UT_N_LEVELS]; /* used by a robust one */
  gboolean hollow, whisker, spread, county, country;
  gboolean described, untested; /* why a mark is none */
} UtMarksUsed;

void ut_marks_used_add (UtMarksUsed *used, const UtVerdict *verdict);
/* Draws the legend below what is there; `county` is its name, for the diamond and the spread. */
void ut_marks_legend (UtPage *page, const UtMarksUsed *used, const char *county, const char *country);

#endif
