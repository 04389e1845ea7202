/**
 * @file chart.h
 * Chart kinds: each turns verdicts into a scene.
 */
#ifndef UTSYN_CHART_H
#define UTSYN_CHART_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>
#include <utsyn/scene.h>

UT_BEGIN_DECLS

/**
 * Chart kinds: "barometer", "trend", "places".
 *
 * Every figure has its message as the title, says measure, unit and period, and explains its marks; all words are in
 * `language`. Nothing is worked out but places on paper: intervals, verdicts and trends are the assessment's. The
 * height follows from the content; no text is cut, and none lies on another, however long the names.
 *
 * Tested in tests/unit/chart, golden figures in tests/golden.
 */

/** What to draw. */
typedef struct {
  const UtAssessment *assessment;
  guint place;           /**< number of the place in the assessment */
  guint indicator;       /**< number of the indicator; not used by kinds that draw a whole profile */
  guint part;            /**< 1 to n_parts of the kind; 0: all in one */
  UtBenchmark benchmark; /**< the one that decides the marks */
  UtLanguage language;
  double width_pt;            /**< 0: a plan's column, 159 mm */
  const UtMeasurer *measurer; /**< NULL: Pango */
  const char *notice; /**< printed in the footer in the warning colour, e.g. that data are synthetic; may be NULL */
} UtChartRequest;

typedef struct {
  const char *name;       /**< "barometer" */
  const char *help;       /**< one line (msgid) */
  gboolean per_indicator; /**< draws one indicator; otherwise a place's whole profile */
  gboolean all_places;    /**< draws all places of the assessment at once; `place` is then not used */
  /** Mandatory. A new scene; NULL when there is nothing to draw, which is no error: a barometer or places without one
   * figure, places with one mark alone, a trend with fewer than two. */
  UtScene *(*draw) (const UtChartRequest *request);
  /** In how many parts, each of which can be read on a page. NULL: always one. */
  guint (*n_parts) (const UtChartRequest *request);
} UtChartKind;

guint ut_charts_count (void);
const UtChartKind *ut_charts_get (guint i);
const UtChartKind *ut_charts_find (const char *name);

UT_END_DECLS

#endif
