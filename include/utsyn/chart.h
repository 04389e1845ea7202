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
 * A chart kind is a row of the table in src/chart/registry.c and a file that draws it.
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
  guint place;           /**< number of the place in the assessment; not used where the scope has all */
  guint indicator;       /**< number of the indicator; not used where the scope has all */
  guint part;            /**< 1 to n_parts of the kind; 0: all in one */
  UtBenchmark benchmark; /**< the one that decides the marks */
  UtLanguage language;
  double width_pt;            /**< 0: a plan's column, 159 mm */
  const UtMeasurer *measurer; /**< NULL: Pango */
  const char *notice; /**< printed in the footer in the warning colour, e.g. that data are synthetic; may be NULL */
} UtChartRequest;

/** What one chart of a kind is about. */
typedef enum {
  UT_CHART_OF_PLACE,           /**< one place, all indicators */
  UT_CHART_OF_INDICATOR,       /**< one indicator, all places */
  UT_CHART_OF_PLACE_INDICATOR, /**< one indicator of one place */
  UT_CHART_OF_REPORT,          /**< all places and indicators */
  UT_N_CHART_SCOPES
} UtChartScope;

/** Where in a chapter charts stand; flags. */
typedef enum {
  UT_CHART_IN_SUMMARY = 1 << 0, /**< the whole region, where the report has several places */
  UT_CHART_IN_THEME = 1 << 1,   /**< the theme's leading indicator */
  UT_CHART_IN_LOCAL = 1 << 2,   /**< each municipality's own part */
} UtChartSpot;

typedef struct {
  const char *name; /**< "barometer" */
  const char *file; /**< in names of files ("file name" msgid) */
  const char *help; /**< one line (msgid) */
  UtChartScope scope;
  guint spots; /**< UtChartSpot flags */
  /** Optional: whether it says here what another kind does not say better. NULL: always. */
  gboolean (*suits) (const UtChartRequest *request);
  /** Mandatory. A new scene; NULL when there is nothing to draw, which is no error: a barometer or places without one
   * figure, places with one mark alone, a trend with fewer than two. */
  UtScene *(*draw) (const UtChartRequest *request);
  /** In how many parts, each of which can be read on a page. NULL: always one. */
  guint (*n_parts) (const UtChartRequest *request);
} UtChartKind;

/** Whether the scope has one chart for each place, or for each indicator. */
gboolean ut_chart_scope_has_place (UtChartScope scope);
gboolean ut_chart_scope_has_indicator (UtChartScope scope);

guint ut_charts_count (void);
const UtChartKind *ut_charts_get (guint i);
const UtChartKind *ut_charts_find (const char *name);

UT_END_DECLS

#endif
