/* The drawing of a trend: axes, band and lines. */
#include "trend_plot.h"

#include "text/indicator.h"
#include <math.h>
#include <utsyn/number.h>

#define PLOT_SHARE 0.4 /* of the page's width */
#define LABEL_ROOM 9.0
#define TICK_GAP   6.0
#define PERIOD_GAP 7.0
#define OWN_MARK   5.4
#define EDGE       4.0 /* from the plot's sides to the first and last point */

static char *
tick_text (const UtPlot *plot, guint i) {
  const UtScale *axis = &plot->figure->value_axis;
  return ut_number_format (ut_scale_tick (axis, i), ut_scale_decimals (axis), plot->page->language);
}

/* Room at the left for the numbers, at the right for the labels. */
static void
set_sides (UtPlot *plot, const UtTrendLabel *labels, guint n_labels) {
  UtTrendFigure *figure = plot->figure;
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  double left = 0, right = 0;
  for (guint i = 0; i < ut_scale_n_ticks (&figure->value_axis); i++) {
    g_autofree char *text = tick_text (plot, i);
    left = fmax (left, ut_page_text_width (plot->page, UT_STYLE_AXIS, text));
  }
  for (guint i = 0; i < n_labels; i++)
    right = fmax (right, labels[i].width);
  plot->left = left + TICK_GAP;
  plot->right = plot->page->width - right - LABEL_ROOM;
  figure->time_axis = (UtScale){
    .lo = ut_trend_point (own, 0)->time,
    .hi = ut_trend_point (own, own->points->len - 1)->time,
    .step = 1,
    .from = plot->left + EDGE,
    .to = plot->right - EDGE,
  };
}

static void
set_heights (UtPlot *plot, double notes_height) {
  plot->top = plot->page->y + 11 + notes_height;
  plot->bottom = plot->top + plot->page->width * PLOT_SHARE;
  plot->figure->value_axis.from = plot->bottom;
  plot->figure->value_axis.to = plot->top;
}

static void
draw_value_axis (const UtPlot *plot) {
  const UtScale *axis = &plot->figure->value_axis;
  ut_scene_begin (plot->page->scene, "axis", "values");
  for (guint i = 0; i < ut_scale_n_ticks (axis); i++) {
    double tick = ut_scale_tick (axis, i), y = ut_scale_at (axis, tick);
    g_autofree char *text = tick_text (plot, i);
    ut_scene_line (plot->page->scene, (UtPoint){ plot->left, y }, (UtPoint){ plot->right, y },
                   tick == 0 ? ut_stroke (UT_COLOUR_SOFT, 0.9) : ut_stroke (UT_COLOUR_RULE, 0.6));
    ut_scene_text (plot->page->scene, (UtPoint){ plot->left - TICK_GAP, y + 2.8 },
                   ut_font (UT_STYLE_AXIS, UT_ANCHOR_END), text);
  }
  ut_scene_end (plot->page->scene);
}

typedef struct {
  double x, middle, width;
  char *text;
} PeriodText;

static void
clear_period_text (gpointer data) {
  PeriodText *period = data;
  g_free (period->text);
}

/* Every whole period of the own line; a part of a year is noted above the plot. */
static GArray *
period_texts (const UtPlot *plot) {
  const UtTrendLine *own = &plot->figure->lines[UT_LINE_OWN];
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (PeriodText));
  g_array_set_clear_func (texts, clear_period_text);
  for (guint i = 0; i < own->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (own, i);
    if (point->partial)
      continue;
    PeriodText text = { .text = ut_phrase_period (point->period, plot->page->language) };
    text.x = ut_scale_at (&plot->figure->time_axis, point->time);
    text.width = ut_page_text_width (plot->page, UT_STYLE_AXIS, text.text);
    text.middle = ut_plot_text_middle (plot, text.x, text.width);
    g_array_append_val (texts, text);
  }
  return texts;
}

/* Whether every `step`-th period, counted back from the last, can be written without touching. */
static gboolean
periods_fit (const GArray *texts, guint step) {
  for (guint i = texts->len; i > step; i -= step) {
    const PeriodText *text = &g_array_index (texts, PeriodText, i - 1);
    const PeriodText *before = &g_array_index (texts, PeriodText, i - 1 - step);
    if (text->middle - before->middle < (text->width + before->width) / 2 + PERIOD_GAP)
      return FALSE;
  }
  return TRUE;
}

static void
draw_time_axis (const UtPlot *plot) {
  g_autoptr (GArray) texts = period_texts (plot);
  UtScene *scene = plot->page->scene;
  guint step = 1;
  while (!periods_fit (texts, step))
    step++;
  ut_scene_begin (scene, "axis", "time");
  if (plot->figure->value_axis.lo != 0)
    ut_scene_line (scene, (UtPoint){ plot->left, plot->bottom }, (UtPoint){ plot->right, plot->bottom },
                   ut_stroke (UT_COLOUR_SOFT, 0.6));
  for (guint i = texts->len; i > 0; i = i > step ? i - step : 0) {
    const PeriodText *text = &g_array_index (texts, PeriodText, i - 1);
    ut_scene_line (scene, (UtPoint){ text->x, plot->bottom }, (UtPoint){ text->x, plot->bottom + 3 },
                   ut_stroke (UT_COLOUR_SOFT, 0.6));
    ut_scene_text (scene, (UtPoint){ text->middle, plot->bottom + 12.5 }, ut_font (UT_STYLE_AXIS, UT_ANCHOR_MIDDLE),
                   text->text);
  }
  ut_scene_end (scene);
}

typedef void (*DrawRun) (const UtPlot *plot, UtLineKind kind, const UtTrendPoint *points, guint n);

/* Each run of points that belong together. */
static void
for_each_run (const UtPlot *plot, UtLineKind kind, DrawRun draw) {
  const UtTrendLine *line = &plot->figure->lines[kind];
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (UtTrendPoint));
  for (guint i = 0; i < line->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (line, i);
    if (point->partial || point->estimated)
      continue;
    if (point->starts && run->len > 0) {
      draw (plot, kind, (const UtTrendPoint *) (gpointer) run->data, run->len);
      g_array_set_size (run, 0);
    }
    g_array_append_vals (run, point, 1);
  }
  if (run->len > 0)
    draw (plot, kind, (const UtTrendPoint *) (gpointer) run->data, run->len);
}

static gboolean
has_interval (const UtTrendPoint *point) {
  return !isnan (point->interval.lower) && !isnan (point->interval.upper);
}

static UtPaint
band_paint (void) {
  UtPaint paint = ut_fill (UT_COLOUR_OWN);
  paint.opacity = 0.12;
  return paint;
}

static void
draw_whole_band (const UtPlot *plot, const UtTrendPoint *points, guint n) {
  g_autofree UtPoint *outline = g_new (UtPoint, 2 * n);
  for (guint i = 0; i < n; i++) {
    outline[i] = ut_plot_place (plot, points[i].time, points[i].interval.upper);
    outline[2 * n - 1 - i] = ut_plot_place (plot, points[i].time, points[i].interval.lower);
  }
  if (n > 1) {
    ut_scene_polygon (plot->page->scene, outline, 2 * n, band_paint ());
    return;
  }
  /* A point alone has a band as wide as its mark. */
  ut_scene_rectangle (plot->page->scene, outline[0].x - OWN_MARK / 2, outline[0].y, OWN_MARK,
                      outline[1].y - outline[0].y, 0, band_paint ());
}

/* The band has a hole where a point has no interval. */
static void
draw_band (const UtPlot *plot, G_GNUC_UNUSED UtLineKind kind, const UtTrendPoint *points, guint n) {
  for (guint i = 0, end; i < n; i = end + 1) {
    for (end = i; end < n && has_interval (&points[end]);)
      end++;
    if (end > i)
      draw_whole_band (plot, points + i, end - i);
  }
}

/* A point with no neighbour makes no line. */
static void
draw_alone (const UtPlot *plot, UtLineKind kind, UtPoint at) {
  if (kind == UT_LINE_COUNTY)
    ut_scene_mark (plot->page->scene, UT_MARK_DIAMOND, at, 6.2,
                   ut_fill_and_stroke (UT_COLOUR_PAPER, UT_COLOUR_COUNTY_TEXT, 1.0));
  else if (kind == UT_LINE_COUNTRY)
    ut_scene_line (plot->page->scene, (UtPoint){ at.x - 4, at.y }, (UtPoint){ at.x + 4, at.y },
                   ut_stroke (UT_COLOUR_COUNTRY, 1.7));
}

static void
draw_run (const UtPlot *plot, UtLineKind kind, const UtTrendPoint *points, guint n) {
  g_autofree UtPoint *path = g_new (UtPoint, n);
  for (guint i = 0; i < n; i++)
    path[i] = ut_plot_place (plot, points[i].time, points[i].value);
  const UtLineLook *look = ut_line_look (kind);
  if (n > 1)
    ut_scene_polyline (plot->page->scene, path, n, ut_dashed (look->line, look->width, look->dash));
  else
    draw_alone (plot, kind, path[0]);
  for (guint i = 0; kind == UT_LINE_OWN && i < n; i++)
    ut_scene_mark (plot->page->scene, UT_MARK_CIRCLE, path[i], OWN_MARK, ut_fill (UT_COLOUR_OWN));
}

/* What is no figure of a whole year, or not of the place's own people, is an open ring. */
static void
draw_rings (const UtPlot *plot) {
  const UtTrendLine *own = &plot->figure->lines[UT_LINE_OWN];
  for (guint i = 0; i < own->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (own, i);
    if (point->partial || point->estimated)
      ut_scene_mark (plot->page->scene, UT_MARK_CIRCLE, ut_plot_place (plot, point->time, point->value), OWN_MARK,
                     ut_fill_and_stroke (UT_COLOUR_PAPER, UT_COLOUR_OWN, 1.3));
  }
}

static void
draw_lines (const UtPlot *plot) {
  static const char *const names[]
      = { [UT_LINE_OWN] = "own", [UT_LINE_COUNTY] = "county", [UT_LINE_COUNTRY] = "country" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == UT_N_LINES);
  ut_scene_begin (plot->page->scene, "band", NULL);
  for_each_run (plot, UT_LINE_OWN, draw_band);
  ut_scene_end (plot->page->scene);
  for (int kind = UT_N_LINES - 1; kind >= 0; kind--) {
    ut_scene_begin (plot->page->scene, "line", names[kind]);
    for_each_run (plot, (UtLineKind) kind, draw_run);
    ut_scene_end (plot->page->scene);
  }
  draw_rings (plot);
}

void
ut_trend_plot (UtTrendFigure *figure, UtPage *page) {
  UtPlot plot = { .figure = figure, .page = page };
  UtTrendLabel labels[UT_N_LINES];
  guint n_labels = ut_trend_labels_make (figure, page, labels);
  set_sides (&plot, labels, n_labels);
  g_autoptr (GArray) notes = ut_trend_notes_make (&plot);
  set_heights (&plot, ut_trend_notes_height (notes));
  draw_value_axis (&plot);
  draw_time_axis (&plot);
  ut_trend_notes_draw (&plot, notes);
  draw_lines (&plot);
  ut_trend_labels_draw (&plot, labels, n_labels);
  page->y = plot.bottom + 15;
}
