/* The trend: one indicator through the years, own line, county and country. */
#include "trend.h"

#include "charts.h"
#include <math.h>

#define MAX_TICKS 6
/* A share is drawn from zero unless all of it is above this, or it varies less than a tenth of its height. */
#define HIGH_SHARE 60.0
#define TINY_SPAN  0.1

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
  g_autofree char *finding = ut_trend_collecting (figure);
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
  ut_trend_collect (&figure);
  find_value_axis (&figure);
  UtScene *scene = draw (&figure);
  ut_trend_clear (&figure);
  return scene;
}
