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

/** What to draw. */
typedef struct {
  const UtAssessment *assessment;
  guint place;           /**< number of the place in the assessment */
  guint indicator;       /**< number of the indicator; not used by kinds that draw a whole profile */
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
  /** Mandatory. NULL when there is nothing to draw (no figure at all): not an error. */
  UtScene *(*draw) (const UtChartRequest *request);
} UtChartKind;

guint ut_charts_count (void);
const UtChartKind *ut_charts_get (guint i);
const UtChartKind *ut_charts_find (const char *name);

UT_END_DECLS

#endif
