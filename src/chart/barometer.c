/* The barometer: a place's whole profile, one row an indicator, each set beside county and country. */
#include "barometer.h"
#include "charts.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define NUMBER_GAP   9.0
#define NAME_GAP     8.0
#define STRIP_GAP    7.0
#define WORD_GAP     7.0
#define LEAST_NUMBER 20.0
#define REASON_ROOM  16.0 /* reasons are longer than words */
#define LEAST_STRIP  60.0
#define GOOD_STRIP   94.0
#define MOST_STRIP   140.0
#define LEAST_NAME   90.0
#define MOST_HEADING 64.0 /* a longer place name is broken */

/* Wide enough for the heading and for every number under it. */
static double
column_width (const UtBarometer *barometer, const UtPage *page, int benchmark) {
  const char *heading = benchmark < 0 ? barometer->place_name : barometer->heading[benchmark];
  double width = fmax (LEAST_NUMBER, ut_page_column_width (page, UT_STYLE_COLUMN, heading, MOST_HEADING));
  for (guint i = 0; i < ut_barometer_n_rows (barometer); i++) {
    const UtAssessed *assessed = ut_barometer_row (barometer, i);
    const UtFigure *figure = benchmark < 0 ? &assessed->own : &assessed->verdicts[benchmark].reference;
    g_autofree char *text = ut_phrase_figure (figure, assessed->indicator, UT_FIGURE_CELL, page->language);
    width = fmax (width, ut_page_text_width (page, benchmark < 0 ? UT_STYLE_OWN_NUMBER : UT_STYLE_NUMBER, text));
  }
  return width;
}

/* From the right: words, strip, numbers; what is left is the names'. */
static UtBarometerColumns
find_columns (const UtBarometer *barometer, const UtPage *page) {
  UtBarometerColumns columns = { .word_width = ut_verdict_words_width (page) + REASON_ROOM };
  double own = column_width (barometer, page, -1), numbers = own, benchmark[UT_N_ENCLOSING] = { 0 };
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    if (barometer->region[b] != UT_REGION_NONE) {
      benchmark[b] = column_width (barometer, page, b);
      numbers += NUMBER_GAP + benchmark[b];
    }
  double rest = page->width - columns.word_width - WORD_GAP - STRIP_GAP - numbers - NAME_GAP;
  /* Where long place names and large numbers take the room, reasons and strips give way. */
  double wanting = CLAMP (LEAST_NAME + GOOD_STRIP - rest, 0, REASON_ROOM);
  columns.word_width -= wanting;
  rest += wanting;
  columns.strip_width = CLAMP (rest * 0.4, MIN (GOOD_STRIP, fmax (rest - LEAST_NAME, LEAST_STRIP)), MOST_STRIP);
  columns.name_width = rest - columns.strip_width;
  double x = columns.own = columns.name_width + NAME_GAP + own;
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    if (benchmark[b] > 0)
      x = columns.benchmark[b] = x + NUMBER_GAP + benchmark[b];
  columns.strip = x + STRIP_GAP;
  columns.word = columns.strip + columns.strip_width + WORD_GAP;
  return columns;
}

/* The last line of every column heading is on the same baseline. */
static void
draw_column_heading (UtPage *page, const char *text, double x, double width, double baseline, UtColour colour) {
  g_auto (GStrv) lines = ut_page_wrap (page, UT_STYLE_COLUMN, text, width + 0.01);
  double first = baseline - (g_strv_length (lines) - 1) * ut_style (UT_STYLE_COLUMN)->leading_pt;
  ut_page_lines (page, lines, x, first, UT_STYLE_COLUMN, ut_font_in (UT_STYLE_COLUMN, UT_ANCHOR_END, colour));
}

static void
draw_direction (UtPage *page, double x, double baseline, double side, const char *word) {
  UtAnchor anchor = side < 0 ? UT_ANCHOR_END : UT_ANCHOR_START;
  double width = ut_page_text_width (page, UT_STYLE_HINT, word);
  ut_scene_text (page->scene, (UtPoint){ x + side * 5, baseline }, ut_font (UT_STYLE_HINT, anchor), word);
  double tip = x + side * (width + 11.5), y = baseline - 2.6;
  UtPoint corners[] = { { tip, y }, { tip - side * 4, y - 2.2 }, { tip - side * 4, y + 2.2 } };
  ut_scene_polygon (page->scene, corners, G_N_ELEMENTS (corners), ut_fill (UT_COLOUR_SOFT));
}

/* What the middle line is, above which side is which. */
static void
draw_strip_heading (UtPage *page, const UtBarometer *barometer, const UtBarometerColumns *columns, double baseline) {
  UtBenchmark benchmark = barometer->request->benchmark;
  double centre = columns->strip + columns->strip_width / 2;
  UtLevel good = barometer->judged ? UT_LEVEL_BETTER : UT_LEVEL_HIGHER;
  UtLevel bad = barometer->judged ? UT_LEVEL_WORSE : UT_LEVEL_LOWER;
  draw_direction (page, centre, baseline, -1, ut_level_word (bad, page->language));
  draw_direction (page, centre, baseline, 1, ut_level_word (good, page->language));
  if (barometer->heading[benchmark] == NULL)
    return;
  UtColour colour = ut_benchmark_colour (benchmark);
  ut_scene_text (page->scene, (UtPoint){ centre, baseline - ut_style (UT_STYLE_HINT)->leading_pt - 0.5 },
                 ut_font_in (UT_STYLE_COLUMN, UT_ANCHOR_MIDDLE, colour), barometer->heading[benchmark]);
}

static guint
heading_lines (const UtBarometer *barometer, const UtPage *page) {
  guint most = 2; /* the strip's */
  for (int b = -1; b < UT_N_ENCLOSING; b++) {
    const char *heading = b < 0 ? barometer->place_name : barometer->heading[b];
    if (heading == NULL)
      continue;
    g_auto (GStrv) lines = ut_page_wrap (page, UT_STYLE_COLUMN, heading, column_width (barometer, page, b) + 0.01);
    most = MAX (most, g_strv_length (lines));
  }
  return most;
}

static void
draw_column_headings (UtPage *page, const UtBarometer *barometer, const UtBarometerColumns *columns) {
  ut_scene_begin (page->scene, "columns", NULL);
  double baseline = page->y + 8 + heading_lines (barometer, page) * ut_style (UT_STYLE_COLUMN)->leading_pt;
  draw_column_heading (page, barometer->place_name, columns->own, column_width (barometer, page, -1), baseline,
                       UT_COLOUR_OWN);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    if (barometer->heading[b] != NULL)
      draw_column_heading (page, barometer->heading[b], columns->benchmark[b], column_width (barometer, page, b),
                           baseline, ut_benchmark_colour ((UtBenchmark) b));
  draw_strip_heading (page, barometer, columns, baseline);
  page->y = baseline + 1;
  ut_scene_end (page->scene);
}

static void
draw_theme (UtPage *page, const UtBarometer *barometer, const char *key) {
  const UtTheme *theme = ut_catalogue_find_theme (ut_assessment_catalogue (barometer->request->assessment), key);
  const char *name = theme != NULL ? ut_text_get (&theme->name, page->language) : key;
  ut_scene_begin (page->scene, "theme", key);
  page->y += 6;
  ut_page_paragraph (page, UT_STYLE_GROUP, name);
  page->y += 1.5;
  ut_scene_line (page->scene, (UtPoint){ 0, page->y }, (UtPoint){ page->width, page->y },
                 ut_stroke (UT_COLOUR_SOFT, 0.6));
  ut_scene_end (page->scene);
}

static void
draw_rows (UtPage *page, const UtBarometer *barometer, const UtBarometerColumns *columns, UtMarksUsed *used) {
  const char *theme = NULL;
  for (guint i = barometer->first; i < barometer->end; i++) {
    UtBarometerRow row;
    ut_barometer_row_measure (&row, barometer, page, columns, i);
    const UtIndicator *indicator = row.assessed->indicator;
    if (theme == NULL || !g_str_equal (theme, indicator->theme))
      draw_theme (page, barometer, indicator->theme);
    else
      ut_scene_line (page->scene, (UtPoint){ 0, page->y }, (UtPoint){ page->width, page->y },
                     ut_stroke (UT_COLOUR_RULE, 0.4));
    theme = indicator->theme;
    ut_barometer_row_draw (&row, barometer, page, columns, used);
    ut_barometer_row_clear (&row);
  }
}

static void
draw_footer (UtPage *page, const UtBarometer *barometer) {
  g_autofree char *method = ut_barometer_method (barometer);
  g_autofree char *sources = ut_barometer_sources (barometer);
  ut_scene_begin (page->scene, "footer", NULL);
  page->y += 3;
  ut_page_paragraph (page, UT_STYLE_FOOTER, method);
  ut_page_paragraph (page, UT_STYLE_FOOTER, sources);
  ut_page_paragraph (page, UT_STYLE_NOTICE, barometer->request->notice);
  ut_scene_end (page->scene);
}

static UtScene *
draw (const UtBarometer *barometer) {
  UtPage page = ut_page_begin (barometer->request);
  UtMarksUsed used = { 0 };
  g_autofree char *title = ut_barometer_title (barometer);
  g_autofree char *subtitle = ut_barometer_subtitle (barometer);
  g_autofree char *alt = ut_barometer_alt (barometer);
  UtBarometerColumns columns = find_columns (barometer, &page);
  ut_page_heading (&page, title, subtitle);
  draw_column_headings (&page, barometer, &columns);
  draw_rows (&page, barometer, &columns, &used);
  ut_scene_line (page.scene, (UtPoint){ 0, page.y }, (UtPoint){ page.width, page.y }, ut_stroke (UT_COLOUR_SOFT, 0.6));
  page.y += 4;
  ut_marks_legend (&page, &used, barometer->name[UT_BENCHMARK_COUNTY], barometer->name[UT_BENCHMARK_COUNTRY]);
  draw_footer (&page, barometer);
  return ut_page_finish (&page, title, alt);
}

guint
ut_chart_barometer_n_parts (const UtChartRequest *request) {
  UtBarometer barometer;
  ut_barometer_find (&barometer, request);
  guint n = barometer.n_parts;
  ut_barometer_clear (&barometer);
  return n;
}

UtScene *
ut_chart_barometer (const UtChartRequest *request) {
  UtBarometer barometer;
  ut_barometer_find (&barometer, request);
  UtScene *scene = barometer.drawn && barometer.first < barometer.end ? draw (&barometer) : NULL;
  ut_barometer_clear (&barometer);
  return scene;
}
