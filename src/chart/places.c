/* All places: one indicator in every place of the report, on one common axis. */
#include "places.h"

#include "charts.h"
#include "verdict_mark.h"

#include "text/figure.h"
#include "text/indicator.h"
#include "text/place.h"
#include <math.h>
#include <utsyn/number.h>
#include <utsyn/phrases.h>

#define MAX_TICKS   6
#define MOST_NAME   120.0
#define NAME_GAP    8.0
#define STRIP_GAP   12.0
#define WORD_GAP    9.0
#define REASON_ROOM 24.0 /* reasons are longer than words */
#define MARK_ROOM   6.0
#define TICK_GAP    8.0
#define PAD         3.4
#define FIRST_LINE  8.2
/* An interval reaches at most this many times the spread of the figures outside them. */
#define LONG_WHISKER 1.5

typedef struct {
  UtPage page;
  const UtPlaces *places;
  UtScale axis;
  UtMarksUsed used;
  double name_width, number, strip, strip_width, word, word_width;
} Figure;

/* What is drawn as the whisker: the interval that decided, else the figure's own. */
static UtInterval
whisker_of (const UtPlaces *places, guint i) {
  const UtAssessed *assessed = ut_places_row (places, i);
  const UtVerdict *verdict = &assessed->verdicts[places->request->benchmark];
  return verdict->level != UT_LEVEL_NOT_TESTED ? verdict->deciding : assessed->own.interval;
}

static void
widen (UtInterval *range, double value) {
  range->lower = fmin (range->lower, value);
  range->upper = fmax (range->upper, value);
}

/* What the axis must hold: all figures, and as much of the intervals as does not press the figures together. */
static UtInterval
find_range (const UtPlaces *places) {
  UtInterval figures = { INFINITY, -INFINITY };
  for (guint i = 0; i < places->n_places; i++) {
    const UtAssessed *assessed = ut_places_row (places, i);
    widen (&figures, assessed->own.value);
    for (int b = 0; b < UT_N_ENCLOSING; b++)
      widen (&figures, ut_places_reference (places, i, b) != NULL ? ut_places_reference (places, i, b)->value : NAN);
  }
  UtInterval range = figures;
  for (guint i = 0; i < places->n_places; i++) {
    widen (&range, whisker_of (places, i).lower);
    widen (&range, whisker_of (places, i).upper);
  }
  double reach = LONG_WHISKER * fmax (figures.upper - figures.lower, 0.1 * fabs (figures.upper));
  double lo = fmax (range.lower, figures.lower - reach), hi = fmin (range.upper, figures.upper + reach);
  if (figures.lower >= 0 && lo < hi - lo)
    lo = 0;
  return (UtInterval){ lo, hi };
}

static gboolean
ticks_fit (const Figure *figure, const UtScale *axis) {
  double widest = 0;
  for (guint i = 0; i < ut_scale_n_ticks (axis); i++) {
    g_autofree char *text = ut_number_format (ut_scale_tick (axis, i), ut_scale_decimals (axis), figure->page.language);
    widest = fmax (widest, ut_page_text_width (&figure->page, UT_STYLE_AXIS, text));
  }
  return widest + TICK_GAP <= (axis->to - axis->from) / (ut_scale_n_ticks (axis) - 1);
}

/* As many ticks as there is room to number. */
static void
find_axis (Figure *figure) {
  UtInterval range = find_range (figure->places);
  for (guint ticks = MAX_TICKS; ticks >= 3; ticks--) {
    figure->axis = ut_scale_nice (range.lower, range.upper, ticks);
    figure->axis.from = figure->strip + MARK_ROOM;
    figure->axis.to = figure->strip + figure->strip_width - MARK_ROOM;
    if (ticks_fit (figure, &figure->axis))
      return;
  }
}

static void
find_columns (Figure *figure) {
  const UtPlaces *places = figure->places;
  UtPage *page = &figure->page;
  double name = 0, number = 20;
  for (guint i = 0; i < places->n_places; i++) {
    const UtAssessed *assessed = ut_places_row (places, i);
    g_autofree char *place = ut_phrase_place_heading (places->regions, assessed->region, page->language);
    g_autofree char *value = ut_phrase_figure (&assessed->own, places->indicator, UT_FIGURE_CELL, page->language);
    name = fmax (name, ut_page_text_width (page, UT_STYLE_NAME, place));
    number = fmax (number, ut_page_text_width (page, UT_STYLE_OWN_NUMBER, value));
  }
  figure->name_width = CLAMP (name + 0.01, 60, MOST_NAME);
  figure->word_width = ut_verdict_words_width (page) + REASON_ROOM;
  figure->number = figure->name_width + NAME_GAP + number;
  figure->strip = figure->number + STRIP_GAP;
  figure->word = page->width - figure->word_width;
  figure->strip_width = figure->word - WORD_GAP - figure->strip;
}

/* The common benchmarks are named above their lines, each on a line of its own. */
static void
draw_line_names (Figure *figure) {
  UtPage *page = &figure->page;
  page->y += 6;
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    const UtFigure *common = figure->places->common[b];
    if (common == NULL)
      continue;
    g_autofree char *name = ut_phrase_place_heading (figure->places->regions, common->region, page->language);
    g_autofree char *value
        = ut_phrase_value (common->value, UT_OWN_DECIMALS, figure->places->indicator, UT_FIGURE_SIGN, page->language);
    g_autofree char *text = g_strdup_printf ("%s %s", name, value);
    double half = ut_page_text_width (page, UT_STYLE_COLUMN, text) / 2, x = ut_scale_at (&figure->axis, common->value);
    page->y += ut_style (UT_STYLE_COLUMN)->leading_pt;
    ut_scene_text (page->scene, (UtPoint){ CLAMP (x, half, page->width - half), page->y },
                   ut_font_in (UT_STYLE_COLUMN, UT_ANCHOR_MIDDLE, ut_benchmark_colour ((UtBenchmark) b)), text);
  }
  page->y += 4;
}

typedef struct {
  const UtAssessed *assessed;
  const UtVerdict *verdict;
  const UtFigure *reference[UT_N_ENCLOSING];
  UtInterval whisker;
  char **name;
  char *period; /* NULL when all have the same */
  UtVerdictWords words;
  double height;
} Row;

static Row
measure_row (const Figure *figure, guint i) {
  const UtPlaces *places = figure->places;
  const UtAssessed *assessed = ut_places_row (places, i);
  g_autofree char *name = ut_phrase_place_heading (places->regions, assessed->region, figure->page.language);
  Row row = {
    .assessed = assessed,
    .verdict = &assessed->verdicts[places->request->benchmark],
    .reference = { ut_places_reference (places, i, 0), ut_places_reference (places, i, 1) },
    .whisker = whisker_of (places, i),
    .name = ut_page_wrap (&figure->page, UT_STYLE_NAME, name, figure->name_width),
  };
  if (!places->one_period && assessed->own.exists)
    row.period = ut_phrase_period (assessed->own.period, figure->page.language);
  row.words = ut_verdict_words (&figure->page, row.verdict, figure->word_width, row.verdict->reason != places->reason);
  double left = g_strv_length (row.name) * ut_style (UT_STYLE_NAME)->leading_pt
                + (row.period != NULL ? ut_style (UT_STYLE_DETAIL)->leading_pt : 0);
  row.height = 2 * PAD + fmax (left, ut_verdict_words_height (&row.words));
  return row;
}

static void
clear_row (Row *row) {
  g_strfreev (row->name);
  g_free (row->period);
  ut_verdict_words_clear (&row->words);
}

static UtWhiskerEnd
whisker_end (const UtScale *axis, double value) {
  return (UtWhiskerEnd){ .x = ut_scale_at (axis, value), .clipped = value < axis->lo || value > axis->hi };
}

static void
draw_marks (Figure *figure, const Row *row, double y) {
  UtScene *scene = figure->page.scene;
  if (!isnan (row->whisker.lower) && !isnan (row->whisker.upper)) {
    ut_whisker_mark (scene, whisker_end (&figure->axis, row->whisker.lower),
                     whisker_end (&figure->axis, row->whisker.upper), y);
    figure->used.whisker = TRUE;
  }
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    const UtFigure *reference = row->reference[b];
    if (figure->places->common[b] != NULL || reference == NULL)
      continue;
    UtPoint at = { ut_scale_at (&figure->axis, reference->value), y };
    if (b == UT_BENCHMARK_COUNTY)
      ut_county_mark (scene, at);
    else
      ut_country_mark (scene, at);
    figure->used.county |= b == UT_BENCHMARK_COUNTY;
    figure->used.country |= b == UT_BENCHMARK_COUNTRY;
  }
  ut_verdict_mark (scene, row->verdict, (UtPoint){ ut_scale_at (&figure->axis, row->assessed->own.value), y });
  ut_marks_used_add (&figure->used, row->verdict);
}

static void
draw_row (Figure *figure, const Row *row) {
  UtPage *page = &figure->page;
  double baseline = page->y + PAD + FIRST_LINE;
  gboolean known = ut_figure_is_shown (&row->assessed->own);
  ut_scene_begin (page->scene, "row", ut_regions_get (figure->places->regions, row->assessed->region)->code);
  double last = ut_page_lines (page, row->name, 0, baseline, UT_STYLE_NAME, ut_font (UT_STYLE_NAME, UT_ANCHOR_START));
  if (row->period != NULL)
    ut_scene_text (page->scene, (UtPoint){ 0, last + ut_style (UT_STYLE_DETAIL)->leading_pt },
                   ut_font (UT_STYLE_DETAIL, UT_ANCHOR_START), row->period);
  g_autofree char *value
      = ut_phrase_figure (&row->assessed->own, figure->places->indicator, UT_FIGURE_CELL, page->language);
  ut_scene_text (page->scene, (UtPoint){ figure->number, baseline },
                 known ? ut_font (UT_STYLE_OWN_NUMBER, UT_ANCHOR_END)
                       : ut_font_in (UT_STYLE_NUMBER, UT_ANCHOR_END, UT_COLOUR_MUTED),
                 value);
  if (known)
    draw_marks (figure, row, baseline - 2.8);
  ut_verdict_words_draw (page, &row->words, figure->word, baseline);
  ut_scene_end (page->scene);
}

/* Everything that lies under the rows, as tall as they will be. */
static void
draw_ground (Figure *figure, double top, double bottom) {
  UtScene *scene = figure->page.scene;
  ut_scene_begin (scene, "axis", NULL);
  for (guint i = 0; i < ut_scale_n_ticks (&figure->axis); i++) {
    double tick = ut_scale_tick (&figure->axis, i), x = ut_scale_at (&figure->axis, tick);
    g_autofree char *text = ut_number_format (tick, ut_scale_decimals (&figure->axis), figure->page.language);
    ut_scene_line (scene, (UtPoint){ x, top }, (UtPoint){ x, bottom }, ut_stroke (UT_COLOUR_RULE, 0.6));
    ut_scene_text (scene, (UtPoint){ x, bottom + 10.5 }, ut_font (UT_STYLE_AXIS, UT_ANCHOR_MIDDLE), text);
  }
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    const UtFigure *common = figure->places->common[b];
    if (common == NULL)
      continue;
    double x = ut_scale_at (&figure->axis, common->value);
    ut_scene_line (scene, (UtPoint){ x, top }, (UtPoint){ x, bottom },
                   b == UT_BENCHMARK_COUNTY ? ut_dashed (UT_COLOUR_COUNTY, 1.4, UT_DASH_DASHED)
                                            : ut_dashed (UT_COLOUR_COUNTRY, 1.4, UT_DASH_DOTTED));
  }
  ut_scene_end (scene);
}

static void
draw_rows (Figure *figure) {
  guint n = figure->places->n_places;
  g_autofree Row *rows = g_new (Row, n);
  double height = 0, top = figure->page.y;
  for (guint i = 0; i < n; i++) {
    rows[i] = measure_row (figure, i);
    height += rows[i].height;
  }
  draw_ground (figure, top, top + height);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      ut_scene_line (figure->page.scene, (UtPoint){ 0, figure->page.y }, (UtPoint){ figure->strip, figure->page.y },
                     ut_stroke (UT_COLOUR_RULE, 0.4));
    draw_row (figure, &rows[i]);
    figure->page.y += rows[i].height;
    clear_row (&rows[i]);
  }
  figure->page.y += 15;
}

static UtScene *
draw (const UtPlaces *places) {
  Figure figure = { .page = ut_page_begin (places->request), .places = places };
  UtPage *page = &figure.page;
  g_autofree char *title = ut_places_title (places, page);
  g_autofree char *subtitle = ut_places_subtitle (places, title);
  g_autofree char *footer = ut_places_footer (places);
  g_autofree char *alt = ut_places_alt (places);
  find_columns (&figure);
  find_axis (&figure);
  ut_page_heading (page, title, subtitle);
  draw_line_names (&figure);
  draw_rows (&figure);
  ut_marks_legend (page, &figure.used, ut_tr (page->language, "the county"), ut_tr (page->language, "the country"));
  ut_scene_begin (page->scene, "footer", NULL);
  page->y += 3;
  ut_page_paragraph (page, UT_STYLE_FOOTER, footer);
  ut_page_paragraph (page, UT_STYLE_NOTICE, places->request->notice);
  ut_scene_end (page->scene);
  return ut_page_finish (page, title, alt);
}

gboolean
ut_chart_places_suits (const UtChartRequest *request) {
  return ut_assessment_n_places (request->assessment) > 1
         || !ut_chart_has_line (ut_assessment_get (request->assessment, 0, request->indicator));
}

UtScene *
ut_chart_places (const UtChartRequest *request) {
  if (ut_assessment_n_places (request->assessment) == 0)
    return NULL;
  UtPlaces places = ut_places_collect (request);
  return places.drawn && places.n_marks > 1 ? draw (&places) : NULL;
}
