/* The lines of a trend figure: which figures they join, and where they are broken. */
#include "trend.h"

#include "verdict_mark.h"

#include "text/place.h"
#include <math.h>
#include <utsyn/phrases.h>

/* Two points further apart than this many of the shortest steps are not joined. */
#define LONG_STEP 2.1

const UtTrendPoint *
ut_trend_point (const UtTrendLine *line, guint i) {
  return &g_array_index (line->points, UtTrendPoint, i);
}

const UtTrendPoint *
ut_trend_last (const UtTrendLine *line) {
  for (guint i = line->points->len; i > 0; i--)
    if (!ut_trend_point (line, i - 1)->partial)
      return ut_trend_point (line, i - 1);
  return ut_trend_point (line, line->points->len - 1);
}

static void
add_point (UtTrendLine *line, const UtTable *table, gsize row, const UtIndicator *indicator, gboolean after_gap) {
  gboolean broken = (table->quality[row] & UT_QUALITY_BREAK) != 0;
  UtTrendPoint point = {
    .period = table->period[row],
    .time = ut_period_time (table->period[row]),
    .value = table->value[row],
    .interval = ut_assess_figure (table, row, indicator).interval,
    .partial = (table->quality[row] & UT_QUALITY_PARTIAL) != 0 || !ut_period_is_complete (table->period[row]),
    .estimated = (table->quality[row] & UT_QUALITY_ESTIMATE) != 0,
    .starts = broken || after_gap || line->points->len == 0,
    .broken = broken && line->points->len > 0,
  };
  g_array_append_val (line->points, point);
}

static void
add_line (UtTrendFigure *figure, UtLineKind kind, UtRegionId region, UtSeries series, double from, double to) {
  UtTrendLine *line = &figure->lines[kind];
  line->points = g_array_new (FALSE, FALSE, sizeof (UtTrendPoint));
  gboolean gap = FALSE;
  for (gsize row = series.first; row < series.first + series.n; row++) {
    double time = ut_period_time (series.table->period[row]);
    if (series.table->status[row] != UT_STATUS_OK) {
      gap = TRUE;
    } else if (time >= from && time <= to) {
      add_point (line, series.table, row, figure->indicator, gap);
      gap = FALSE;
      if (kind == UT_LINE_OWN)
        figure->quality |= series.table->quality[row];
    }
  }
  if (line->points->len == 0)
    return;
  const UtRegions *regions = ut_assessment_regions (figure->request->assessment);
  line->name = ut_phrase_place (regions, region, figure->language);
  line->heading = ut_phrase_place_heading (regions, region, figure->language);
}

static double
shortest_step (const UtTrendLine *line) {
  double shortest = INFINITY, before = NAN;
  for (guint i = 0; i < line->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (line, i);
    if (point->partial)
      continue;
    if (point->time > before)
      shortest = fmin (shortest, point->time - before);
    before = point->time;
  }
  return shortest;
}

/* A part of a year stands alone, and a long silence is a gap; so is an estimate, whose people are not all the place's.
 */
static void
find_gaps (UtTrendFigure *figure, UtLineKind kind) {
  UtTrendLine *line = &figure->lines[kind];
  double step = shortest_step (line), before = NAN;
  gboolean after_estimate = FALSE;
  for (guint i = 0; i < line->points->len; i++) {
    UtTrendPoint *point = &g_array_index (line->points, UtTrendPoint, i);
    if (point->partial) {
      figure->n_partial += kind == UT_LINE_OWN;
      continue;
    }
    figure->n_estimated += kind == UT_LINE_OWN && point->estimated;
    point->starts |= isnan (before) || point->time - before > LONG_STEP * step;
    figure->n_gaps += kind == UT_LINE_OWN && point->starts && !point->broken && !isnan (before);
    point->starts |= after_estimate;
    after_estimate = point->estimated;
    before = point->time;
  }
}

void
ut_trend_collect (UtTrendFigure *figure) {
  const UtAssessed *assessed = figure->assessed;
  add_line (figure, UT_LINE_OWN, assessed->region, assessed->series, -INFINITY, INFINITY);
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  double from = own->points->len > 0 ? ut_trend_point (own, 0)->time : INFINITY;
  double to = own->points->len > 0 ? ut_trend_point (own, own->points->len - 1)->time : -INFINITY;
  gboolean comparable = ut_mark_is_comparable (figure->indicator);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    add_line (figure, b == UT_BENCHMARK_COUNTY ? UT_LINE_COUNTY : UT_LINE_COUNTRY, assessed->benchmark_region[b],
              comparable ? assessed->reference_series[b] : (UtSeries){ 0 }, from, to);
  for (int kind = 0; kind < UT_N_LINES; kind++)
    find_gaps (figure, (UtLineKind) kind);
  for (guint i = 0; i < own->points->len; i++)
    figure->band |= !isnan (ut_trend_point (own, i)->interval.lower);
}

void
ut_trend_clear (UtTrendFigure *figure) {
  for (int kind = 0; kind < UT_N_LINES; kind++) {
    g_free (figure->lines[kind].name);
    g_free (figure->lines[kind].heading);
    g_array_unref (figure->lines[kind].points);
  }
}
