/* The trend: one indicator through the years, own line, county and country. */
#include "trend.h"

#include "charts.h"
#include "verdict_mark.h"

#include "text/place.h"
#include <math.h>
#include <utsyn/phrases.h>

#define MAX_TICKS 6
/* Two points further apart than this many of the shortest steps are not joined. */
#define LONG_STEP 2.1
/* A share is drawn from zero unless all of it is above this, or it varies less than a tenth of its height. */
#define HIGH_SHARE 60.0
#define TINY_SPAN  0.1

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

static void
find_lines (UtTrendFigure *figure) {
  const UtAssessed *assessed = figure->assessed;
  add_line (figure, UT_LINE_OWN, assessed->region, assessed->series, -INFINITY, INFINITY);
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  double from = own->points->len > 0 ? ut_trend_point (own, 0)->time : INFINITY;
  double to = own->points->len > 0 ? ut_trend_point (own, own->points->len - 1)->time : -INFINITY;
  gboolean comparable = ut_mark_is_comparable (figure->indicator);
  for (int b = 0; b < UT_N_SURROUNDING; b++)
    add_line (figure, b == UT_BENCHMARK_COUNTY ? UT_LINE_COUNTY : UT_LINE_COUNTRY, assessed->benchmark_region[b],
              comparable ? assessed->reference_series[b] : (UtSeries){ 0 }, from, to);
  for (int kind = 0; kind < UT_N_LINES; kind++)
    find_gaps (figure, (UtLineKind) kind);
  for (guint i = 0; i < own->points->len; i++)
    figure->band |= !isnan (ut_trend_point (own, i)->interval.lower);
}

static gboolean
starts_at_zero (const UtIndicator *indicator, double lo, double hi) {
  gboolean amount = indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE
                    || indicator->measure == UT_MEASURE_COUNT;
  if (!amount || lo < 0)
    return FALSE;
  return !(indicator->unit == UT_UNIT_PERCENT && lo > HIGH_SHARE) && hi - lo >= TINY_SPAN * hi;
}

/* All values, and as much of the interval band as does not make the lines flat. */
static void
find_value_axis (UtTrendFigure *figure) {
  double lo = INFINITY, hi = -INFINITY;
  for (int kind = 0; kind < UT_N_LINES; kind++)
    for (guint i = 0; i < figure->lines[kind].points->len; i++) {
      lo = fmin (lo, ut_trend_point (&figure->lines[kind], i)->value);
      hi = fmax (hi, ut_trend_point (&figure->lines[kind], i)->value);
    }
  gboolean zero = starts_at_zero (figure->indicator, lo, hi), positive = lo >= 0;
  gboolean percent = figure->indicator->unit == UT_UNIT_PERCENT && positive && hi <= 100;
  /* Noise in the last decimal must not fill the figure. */
  double least = percent ? 5 : 0.05 * fmax (fabs (lo), fabs (hi)), room = fmax (0, least - (hi - lo)) / 2;
  double reach = zero ? hi : hi - lo + 2 * room;
  double lower = lo - room, upper = hi + room, band_lower = lower, band_upper = upper;
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  for (guint i = 0; i < own->points->len; i++) {
    band_lower = fmin (band_lower, ut_trend_point (own, i)->interval.lower);
    band_upper = fmax (band_upper, ut_trend_point (own, i)->interval.upper);
  }
  lower = zero ? 0 : fmax (band_lower, lower - reach);
  upper = fmin (band_upper, upper + reach);
  figure->value_axis
      = ut_scale_nice (positive ? fmax (lower, 0) : lower, percent ? fmin (upper, 100) : upper, MAX_TICKS);
  figure->cut_axis = figure->value_axis.lo > 0;
}

static UtScene *
draw (UtTrendFigure *figure) {
  UtPage page = ut_page_begin (figure->request);
  g_autofree char *title = ut_trend_title (figure, &page);
  g_autofree char *subtitle = ut_trend_subtitle (figure, title);
  g_autofree char *finding = ut_trend_finding (figure);
  g_autofree char *footer = ut_trend_footer (figure);
  g_autofree char *alt = ut_trend_alt (figure);
  ut_page_heading (&page, title, subtitle);
  ut_trend_plot (figure, &page);
  ut_scene_begin (page.scene, "footer", NULL);
  page.y += 5;
  ut_page_paragraph (&page, UT_STYLE_FINDING, finding);
  page.y += 1;
  ut_page_paragraph (&page, UT_STYLE_FOOTER, footer);
  ut_page_paragraph (&page, UT_STYLE_NOTICE, figure->request->notice);
  ut_scene_end (page.scene);
  return ut_page_finish (&page, title, alt);
}

gboolean
ut_chart_has_line (const UtAssessed *assessed) {
  guint n_points = 0;
  for (gsize row = assessed->series.first; row < assessed->series.first + assessed->series.n; row++)
    n_points += assessed->series.table->status[row] == UT_STATUS_OK;
  return n_points >= 2;
}

gboolean
ut_chart_trend_suits (const UtChartRequest *request) {
  return ut_assessment_n_places (request->assessment) == 1
         && ut_chart_has_line (ut_assessment_get (request->assessment, request->place, request->indicator));
}

UtScene *
ut_chart_trend (const UtChartRequest *request) {
  const UtAssessed *assessed = ut_assessment_get (request->assessment, request->place, request->indicator);
  UtTrendFigure figure
      = { .request = request, .assessed = assessed, .indicator = assessed->indicator, .language = request->language };
  if (!ut_chart_has_line (assessed))
    return NULL;
  find_lines (&figure);
  find_value_axis (&figure);
  UtScene *scene = draw (&figure);
  for (int kind = 0; kind < UT_N_LINES; kind++) {
    g_free (figure.lines[kind].name);
    g_free (figure.lines[kind].heading);
    g_array_unref (figure.lines[kind].points);
  }
  return scene;
}
