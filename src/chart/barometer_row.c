/* One row of a barometer: name, numbers, strip, verdict. */
#include "barometer.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include "text/indicator.h"
#include <utsyn/phrases.h>

#define PAD          3.2
#define FIRST_LINE   8.2 /* from the row's top (after the pad) to the first baseline */
#define MARK_ROOM    6.0 /* half a mark, at either end of the strip */
#define CLEAR        1.6 /* a whisker that decides is seen to cross the line, or to stay clear of it */
#define LONG_WHISKER 3.0 /* times the farthest figure: longer ones end in an arrow */

/* What is special about the row: its right side is no better side, or its county is another than the heading's. */
static char *
detail_text (const UtBarometer *barometer, const UtAssessed *assessed) {
  const UtIndicator *indicator = assessed->indicator;
  UtRegionId county = assessed->benchmark_region[UT_BENCHMARK_COUNTY];
  g_autofree char *detail = ut_phrase_detail (assessed, barometer->language);
  GString *out = g_string_new (detail);
  if (barometer->judged && indicator->polarity == UT_POLARITY_NEUTRAL && ut_mark_is_comparable (indicator))
    g_string_append_printf (out, " · %s", ut_tr (barometer->language, "higher to the right"));
  if (county != barometer->region[UT_BENCHMARK_COUNTY]
      && ut_figure_is_shown (&assessed->verdicts[UT_BENCHMARK_COUNTY].reference)) {
    g_autofree char *name = ut_phrase_place (barometer->regions, county, barometer->language);
    g_string_append (out, " · ");
    g_string_append_printf (out, ut_tr (barometer->language, "county: %s"), name);
  }
  return g_string_free (out, FALSE);
}

void
ut_barometer_row_measure (UtBarometerRow *row, const UtBarometer *barometer, const UtPage *page,
                          const UtBarometerColumns *columns, guint i) {
  const UtAssessed *assessed = ut_barometer_row (barometer, i);
  g_autofree char *detail = detail_text (barometer, assessed);
  *row = (UtBarometerRow){
    .assessed = assessed,
    .verdict = &assessed->verdicts[barometer->request->benchmark],
    .name
    = ut_page_wrap (page, UT_STYLE_NAME, ut_phrase_name (assessed->indicator, page->language), columns->name_width),
    .detail = ut_page_wrap (page, UT_STYLE_DETAIL, detail, columns->name_width),
  };
  row->words = ut_verdict_words (page, row->verdict, columns->word_width, TRUE);
  double left = g_strv_length (row->name) * ut_style (UT_STYLE_NAME)->leading_pt
                + g_strv_length (row->detail) * ut_style (UT_STYLE_DETAIL)->leading_pt;
  row->height = 2 * PAD + fmax (left, ut_verdict_words_height (&row->words));
}

void
ut_barometer_row_clear (UtBarometerRow *row) {
  g_strfreev (row->name);
  g_strfreev (row->detail);
  ut_verdict_words_clear (&row->words);
}

static void
widen (double *extent, double anchor, double value) {
  if (!isnan (value))
    *extent = fmax (*extent, fabs (value - anchor));
}

/* The row's scale holds every figure and, unless it is very long, the whole interval. FALSE without a middle. */
static gboolean
find_strip (const UtBarometerRow *row, const UtBarometerColumns *columns, UtStrip *strip) {
  const UtAssessed *assessed = row->assessed;
  const UtVerdict *verdict = row->verdict;
  gboolean tested = verdict->level != UT_LEVEL_NOT_TESTED;
  if (!ut_mark_is_comparable (assessed->indicator) || (!tested && !ut_figure_is_shown (&verdict->reference)))
    return FALSE;
  double anchor = tested ? verdict->tested_against : verdict->reference.value, figures = 0, whisker = 0;
  widen (&figures, anchor, assessed->own.value);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    widen (&figures, anchor, assessed->verdicts[b].reference.value);
  gboolean spread = !isnan (assessed->spread_lowest);
  widen (&figures, anchor, assessed->spread_lowest);
  widen (&figures, anchor, assessed->spread_highest);
  widen (&whisker, anchor, verdict->deciding.lower);
  widen (&whisker, anchor, verdict->deciding.upper);
  double extent = fmax (figures, spread ? fmin (whisker, LONG_WHISKER * figures) : whisker);
  /* With neither there is nothing to tell how far is far: the farthest is drawn half-way. */
  if (!spread && whisker == 0)
    extent *= 2;
  *strip = (UtStrip){
    .centre = columns->strip + columns->strip_width / 2,
    .half = columns->strip_width / 2 - MARK_ROOM,
    .anchor = anchor,
    .extent = extent,
    .mirrored = assessed->indicator->polarity == UT_POLARITY_LOW,
  };
  return TRUE;
}

/* An end of the whisker: never so near the line that one cannot see on which side it is. */
static UtWhiskerEnd
whisker_end (const UtStrip *strip, double value) {
  UtWhiskerEnd end;
  end.x = ut_strip_at (strip, value, &end.clipped);
  if (fabs (end.x - strip->centre) < CLEAR)
    end.x = strip->centre + ((value >= strip->anchor) == !strip->mirrored ? CLEAR : -CLEAR);
  return end;
}

static void
draw_whisker (UtScene *scene, const UtBarometerRow *row, const UtStrip *strip, double y, UtMarksUsed *used) {
  UtInterval interval = row->verdict->deciding;
  if (row->verdict->level == UT_LEVEL_NOT_TESTED || isnan (interval.lower) || isnan (interval.upper))
    return;
  ut_whisker_mark (scene, whisker_end (strip, interval.lower), whisker_end (strip, interval.upper), y);
  used->whisker = TRUE;
}

/* The benchmark that is not in the middle. */
static void
draw_other (UtScene *scene, const UtBarometerRow *row, const UtStrip *strip, double y, UtMarksUsed *used) {
  UtBenchmark other = row->verdict->benchmark == UT_BENCHMARK_COUNTRY ? UT_BENCHMARK_COUNTY : UT_BENCHMARK_COUNTRY;
  const UtFigure *figure = &row->assessed->verdicts[other].reference;
  if (!ut_figure_is_shown (figure))
    return;
  double x = ut_strip_at (strip, figure->value, NULL);
  if (other == UT_BENCHMARK_COUNTY) {
    ut_county_mark (scene, (UtPoint){ x, y });
    used->county = TRUE;
    return;
  }
  ut_country_mark (scene, (UtPoint){ x, y });
  used->country = TRUE;
}

static void
draw_strip (const UtBarometerRow *row, UtPage *page, const UtBarometerColumns *columns, double y, UtMarksUsed *used) {
  UtStrip strip;
  if (!find_strip (row, columns, &strip))
    return;
  UtScene *scene = page->scene;
  const UtAssessed *assessed = row->assessed;
  if (!isnan (assessed->spread_lowest)) {
    ut_spread_mark (scene, ut_strip_at (&strip, assessed->spread_lowest, NULL),
                    ut_strip_at (&strip, assessed->spread_highest, NULL), y);
    used->spread = TRUE;
  }
  UtColour line = row->verdict->benchmark == UT_BENCHMARK_COUNTRY ? UT_COLOUR_COUNTRY : UT_COLOUR_COUNTY_TEXT;
  ut_scene_line (scene, (UtPoint){ strip.centre, page->y }, (UtPoint){ strip.centre, page->y + row->height },
                 ut_stroke (line, 1.2));
  draw_whisker (scene, row, &strip, y, used);
  draw_other (scene, row, &strip, y, used);
  if (ut_figure_is_shown (&assessed->own)) {
    ut_verdict_mark (scene, row->verdict, (UtPoint){ ut_strip_at (&strip, assessed->own.value, NULL), y });
    ut_marks_used_add (used, row->verdict);
  }
}

static void
draw_number (UtPage *page, const UtFigure *figure, const UtIndicator *indicator, UtStyle style, UtPoint at) {
  g_autofree char *text = ut_phrase_figure (figure, indicator, UT_FIGURE_CELL, page->language);
  UtFont font = ut_figure_is_shown (figure) ? ut_font (style, UT_ANCHOR_END)
                                            : ut_font_in (UT_STYLE_NUMBER, UT_ANCHOR_END, UT_COLOUR_MUTED);
  ut_scene_text (page->scene, at, font, text);
}

void
ut_barometer_row_draw (const UtBarometerRow *row, const UtBarometer *barometer, UtPage *page,
                       const UtBarometerColumns *columns, UtMarksUsed *used) {
  const UtIndicator *indicator = row->assessed->indicator;
  double baseline = page->y + PAD + FIRST_LINE;
  ut_scene_begin (page->scene, "row", indicator->key);
  double last = ut_page_lines (page, row->name, 0, baseline, UT_STYLE_NAME, ut_font (UT_STYLE_NAME, UT_ANCHOR_START));
  ut_page_lines (page, row->detail, 0, last + ut_style (UT_STYLE_DETAIL)->leading_pt, UT_STYLE_DETAIL,
                 ut_font (UT_STYLE_DETAIL, UT_ANCHOR_START));
  draw_number (page, &row->assessed->own, indicator, UT_STYLE_OWN_NUMBER, (UtPoint){ columns->own, baseline });
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    if (barometer->region[b] != UT_REGION_NONE)
      draw_number (page, &row->assessed->verdicts[b].reference, indicator, UT_STYLE_NUMBER,
                   (UtPoint){ columns->benchmark[b], baseline });
  draw_strip (row, page, columns, baseline - 2.8, used);
  ut_verdict_words_draw (page, &row->words, columns->word, baseline);
  ut_scene_end (page->scene);
  page->y += row->height;
}
