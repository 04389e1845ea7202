#include <math.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/workbook/tables.h"
#include "text/figure.h"
#include <utsyn/phrases.h>

#define OWN_COLOUR   0x12436D
#define OTHER_COLOUR 0x7F7F7F

/* The first indicator with a tested comparison, else the first with any figure; G_MAXUINT when there is none. */
static guint
choose_indicator (const UtAssessment *assessment) {
  guint fallback = G_MAXUINT;
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
      const UtAssessed *assessed = ut_assessment_get (assessment, place, i);
      if (assessed->own.status != UT_STATUS_OK || !assessed->own.exists)
        continue;
      if (assessed->verdicts[UT_BENCHMARK_COUNTRY].level != UT_LEVEL_NOT_TESTED)
        return i;
      fallback = MIN (fallback, i);
    }
  }
  return fallback;
}

static gboolean
is_drawn (const UtFigure *figure) {
  return figure->exists && figure->status == UT_STATUS_OK;
}

/* Figures of one period: the places, then the county and the country they are compared with. */
static GPtrArray *
figures_of (const UtAssessment *assessment, guint indicator, guint *n_own) {
  GPtrArray *figures = g_ptr_array_new ();
  const UtAssessed *first = NULL;
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    const UtAssessed *assessed = ut_assessment_get (assessment, place, indicator);
    if (!is_drawn (&assessed->own))
      continue;
    if (first == NULL)
      first = assessed;
    if (ut_period_compare (assessed->own.period, first->own.period) == 0)
      g_ptr_array_add (figures, (gpointer) &assessed->own);
  }
  *n_own = figures->len;
  for (guint benchmark = 0; first != NULL && benchmark < UT_N_ENCLOSING; benchmark++)
    if (is_drawn (&first->verdicts[benchmark].reference))
      g_ptr_array_add (figures, (gpointer) &first->verdicts[benchmark].reference);
  return figures;
}

static const char *
name_of (const UtAssessment *assessment, const UtFigure *figure) {
  return ut_regions_get (ut_assessment_regions (assessment), figure->region)->name;
}

static void
colour_points (lxw_chart_series *series, guint n_own, guint n) {
  lxw_chart_fill own = { .color = OWN_COLOUR }, other = { .color = OTHER_COLOUR };
  lxw_chart_point own_point = { .fill = &own }, other_point = { .fill = &other };
  g_autofree lxw_chart_point **points = g_new0 (lxw_chart_point *, n + 1);
  for (guint i = 0; i < n; i++)
    points[i] = i < n_own ? &own_point : &other_point;
  chart_series_set_points (series, points);
}

static char *
describe (const UtAssessment *assessment, const GPtrArray *figures, const UtIndicator *indicator, UtLanguage language) {
  g_autoptr (GString) alt = g_string_new (ut_tr (language, "Bar chart: "));
  g_string_append (alt, ut_text_get (&indicator->name, language));
  for (guint i = 0; i < figures->len; i++) {
    const UtFigure *figure = g_ptr_array_index (figures, i);
    g_autofree char *value = ut_phrase_figure (figure, indicator, UT_FIGURE_SIGN, language);
    g_string_append_printf (alt, "%s%s %s", i == 0 ? ": " : "; ", name_of (assessment, figure), value);
  }
  g_string_append_c (alt, '.');
  return g_string_free (g_steal_pointer (&alt), FALSE);
}

static void
insert_chart (UtSheet *sheet, lxw_row_t header, guint n_own, guint n, const char *name, const char *unit,
              const char *description) {
  g_autofree char *title = ut_text_clean (name, UT_TEXT_LINE), *alt = ut_text_clean (description, UT_TEXT_LINE);
  lxw_chart *chart = workbook_add_chart (sheet->book->workbook, LXW_CHART_BAR);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  chart_series_set_categories (series, sheet->name, header + 1, 0, header + n, 0);
  chart_series_set_values (series, sheet->name, header + 1, 1, header + n, 1);
  chart_series_set_name_range (series, sheet->name, header, 1);
  chart_series_set_labels (series);
  colour_points (series, n_own, n);
  chart_title_set_name (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_min (chart->x_axis, 0);
  chart_axis_set_name (chart->x_axis, unit);
  lxw_chart_options options = { .x_scale = 1.5, .y_scale = 1.0 + 0.06 * n, .description = alt };
  worksheet_insert_chart_opt (sheet->worksheet, header, 3, chart, &options);
}

void
ut_workbook_add_chart (UtBook *book, const UtAssessment *assessment) {
  UtLanguage language = book->language;
  guint chosen = choose_indicator (assessment);
  if (chosen == G_MAXUINT)
    return;
  guint n_own = 0;
  const UtIndicator *indicator = ut_assessment_get (assessment, 0, chosen)->indicator;
  g_autoptr (GPtrArray) figures = figures_of (assessment, chosen, &n_own);
  const UtFigure *first = g_ptr_array_index (figures, 0);
  g_autofree char *period = ut_period_format (first->period, language);
  g_autofree char *title = g_strdup_printf ("%s, %s", ut_text_get (&indicator->name, language), period);
  g_autofree char *alt = describe (assessment, figures, indicator, language);
  const UtSheetColumn columns[]
      = { { ut_tr (language, "Place"), 24 }, { ut_unit_label (indicator->unit, language), 14 } };

  UtSheet *sheet = ut_book_add_sheet (book, ut_tr (language, "Chart"), title);
  ut_sheet_line (
      sheet,
      ut_tr (language, "The chart is drawn from the table and can be edited; write other figures and it follows."));
  ut_sheet_line (sheet, ut_text_get (&indicator->source, language));
  lxw_row_t header = sheet->row;
  ut_sheet_table (sheet, columns, G_N_ELEMENTS (columns), figures->len);
  for (guint i = 0; i < figures->len; i++) {
    const UtFigure *figure = g_ptr_array_index (figures, i);
    ut_sheet_text (sheet, 0, name_of (assessment, figure));
    ut_sheet_number (sheet, 1, figure->value, ut_indicator_decimals (indicator, figure->value));
    ut_sheet_next_row (sheet);
  }
  insert_chart (sheet, header, n_own, figures->len, title, ut_unit_label (indicator->unit, language), alt);
}
