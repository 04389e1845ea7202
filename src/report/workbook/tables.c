#include "report/workbook/tables.h"

#include <math.h>

#include "base/i18n.h"
#include "report/workbook/notes.h"
#include "text/described.h"
#include "text/figure.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

static const char *
place_name (const UtAssessment *assessment, UtRegionId region) {
  return ut_regions_get (ut_assessment_regions (assessment), region)->name;
}

static const char *
theme_name (const UtAssessment *assessment, const UtIndicator *indicator, UtLanguage language) {
  return ut_text_get (&ut_catalogue_find_theme (ut_assessment_catalogue (assessment), indicator->theme)->name,
                      language);
}

static const char *
indicator_name (const UtIndicator *indicator, UtLanguage language) {
  return ut_text_get (&indicator->name, language);
}

/* Why a figure is missing, or what to know about it. */
static char *
figure_remark (const UtTable *table, const UtFigure *figure, UtLanguage language) {
  if (!ut_figure_is_shown (figure))
    return g_strdup (ut_phrase_missing (figure, language));
  return ut_phrase_figure_quality (table, figure, language);
}

static void
write_figure (UtSheet *sheet, guint column, const UtFigure *figure, const UtIndicator *indicator) {
  if (figure->exists && figure->status == UT_STATUS_OK)
    ut_sheet_number (sheet, column, figure->value, ut_indicator_decimals (indicator, figure->value));
}

static void
write_period (UtSheet *sheet, guint column, UtPeriod period) {
  g_autofree char *text
      = period.kind == UT_PERIOD_NONE ? g_strdup ("") : ut_period_format (period, sheet->book->language);
  ut_sheet_text (sheet, column, text);
}

/* Overview */

/* The periods the places' newest figures belong to, newest first: each gets a row of its own, so that figures of
 * different years never stand side by side. */
static GArray *
periods_of (const UtAssessment *assessment, guint indicator) {
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (UtPeriod));
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    const UtFigure *own = &ut_assessment_get (assessment, place, indicator)->own;
    guint i = 0;
    while (i < periods->len && ut_period_compare (g_array_index (periods, UtPeriod, i), own->period) > 0)
      i++;
    gboolean known = i < periods->len && ut_period_compare (g_array_index (periods, UtPeriod, i), own->period) == 0;
    if (own->exists && !known)
      g_array_insert_val (periods, i, own->period);
  }
  return periods;
}

static const UtFigure *
reference_in (const UtAssessment *assessment, guint indicator, UtBenchmark benchmark, UtPeriod period) {
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    const UtAssessed *assessed = ut_assessment_get (assessment, place, indicator);
    const UtFigure *reference = &assessed->verdicts[benchmark].reference;
    if (assessed->own.exists && reference->exists && ut_period_compare (reference->period, period) == 0)
      return reference;
  }
  return NULL;
}

enum { OVERVIEW_THEME, OVERVIEW_INDICATOR, OVERVIEW_UNIT, OVERVIEW_PERIOD, OVERVIEW_FIRST_PLACE };

static void
write_overview_row (UtSheet *sheet, const UtAssessment *assessment, guint i, UtPeriod period) {
  UtLanguage language = sheet->book->language;
  const UtIndicator *indicator = ut_assessment_get (assessment, 0, i)->indicator;
  guint n_places = ut_assessment_n_places (assessment);
  ut_sheet_text (sheet, OVERVIEW_THEME, theme_name (assessment, indicator, language));
  ut_sheet_text (sheet, OVERVIEW_INDICATOR, indicator_name (indicator, language));
  ut_sheet_text (sheet, OVERVIEW_UNIT, ut_unit_label (indicator->unit, language));
  write_period (sheet, OVERVIEW_PERIOD, period);
  for (guint place = 0; place < n_places; place++) {
    const UtAssessed *assessed = ut_assessment_get (assessment, place, i);
    if (!assessed->own.exists || ut_period_compare (assessed->own.period, period) != 0)
      continue;
    const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
    write_figure (sheet, OVERVIEW_FIRST_PLACE + 2 * place, &assessed->own, indicator);
    ut_sheet_text (sheet, OVERVIEW_FIRST_PLACE + 2 * place + 1, ut_level_mark (verdict->level, verdict->robust));
  }
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
    const UtFigure *reference = reference_in (assessment, i, (UtBenchmark) benchmark, period);
    if (reference != NULL)
      write_figure (sheet, OVERVIEW_FIRST_PLACE + 2 * n_places + benchmark, reference, indicator);
  }
  ut_sheet_next_row (sheet);
}

static gsize
count_overview_rows (const UtAssessment *assessment) {
  gsize n = 0;
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    g_autoptr (GArray) periods = periods_of (assessment, i);
    n += periods->len;
  }
  return n;
}

static GArray *
overview_columns (const UtAssessment *assessment, GPtrArray *headings, UtLanguage language) {
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (UtSheetColumn));
  UtSheetColumn fixed[] = { { ut_tr (language, "Theme"), 16 },
                            { ut_tr (language, "Indicator"), 36 },
                            { ut_tr (language, "Unit"), 11 },
                            { ut_tr (language, "Period"), 12 } };
  g_array_append_vals (columns, fixed, G_N_ELEMENTS (fixed));
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    const char *name = place_name (assessment, ut_assessment_place (assessment, place));
    char *mark = g_strdup_printf (ut_tr (language, "%s against the country"), name);
    g_ptr_array_add (headings, mark);
    UtSheetColumn pair[] = { { name, 10 }, { mark, 9 } };
    g_array_append_vals (columns, pair, G_N_ELEMENTS (pair));
  }
  UtSheetColumn references[UT_N_ENCLOSING]
      = { { ut_tr (language, "County"), 11 }, { ut_tr (language, "Country"), 11 } };
  g_array_append_vals (columns, references, UT_N_ENCLOSING);
  return columns;
}

void
ut_workbook_add_overview (UtBook *book, const UtAssessment *assessment) {
  UtLanguage language = book->language;
  UtSheet *sheet = ut_book_add_sheet (book, ut_tr (language, "Overview"), ut_tr (language, "Overview of the figures"));
  ut_sheet_line (sheet,
                 ut_tr (language, "One row per indicator and period; beside each place its mark against the country."));
  ut_sheet_line (
      sheet,
      ut_note_refer (book, ut_tr (language, "A blank cell has no figure; the reason stands in the comparison sheets."),
                     1 << UT_NOTE_MARKS | 1 << UT_NOTE_MISSING));
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = overview_columns (assessment, headings, language);
  ut_sheet_table (sheet, (const UtSheetColumn *) columns->data, columns->len, count_overview_rows (assessment));
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    g_autoptr (GArray) periods = periods_of (assessment, i);
    for (guint k = 0; k < periods->len; k++)
      write_overview_row (sheet, assessment, i, g_array_index (periods, UtPeriod, k));
  }
}

/* Comparison */

enum {
  COMPARE_THEME,
  COMPARE_INDICATOR,
  COMPARE_UNIT,
  COMPARE_PLACE,
  COMPARE_PERIOD,
  COMPARE_OWN,
  COMPARE_REMARK,
  COMPARE_REGION,
  COMPARE_REFERENCE,
  COMPARE_DIFFERENCE,
  COMPARE_MARK,
  COMPARE_WORD,
  COMPARE_REASON,
  COMPARE_BASIS,
  COMPARE_TREND,
  N_COMPARE
};

/* Why the word is what it is: the reason of a comparison not made, or how certain it is. */
static const char *
verdict_remark (const UtVerdict *verdict, UtLanguage language) {
  if (ut_verdict_is_described (verdict))
    return "";
  if (verdict->reason != UT_REASON_NONE)
    return ut_reason_text (verdict->reason, language);
  if (verdict->level == UT_LEVEL_SIMILAR)
    return "";
  if (!verdict->robust)
    return ut_tr (language, "may be chance: does not hold when all comparisons are taken together");
  if (verdict->below_relevant)
    return ut_tr (language, "statistically certain, but small");
  return ut_tr (language, "holds also when all comparisons are taken together");
}

/* The place itself is named by its year. */
static char *
reference_name (const UtAssessment *assessment, const UtVerdict *verdict, UtLanguage language) {
  if (verdict->reference.region == UT_REGION_NONE)
    return g_strdup (ut_benchmark_word (verdict->benchmark, language));
  const char *name = place_name (assessment, verdict->reference.region);
  if (verdict->benchmark != UT_BENCHMARK_PAST)
    return g_strdup (name);
  g_autofree char *period = ut_period_format (verdict->reference.period, language);
  return g_strdup_printf ("%s %s", name, period);
}

static void
write_comparison_row (UtSheet *sheet, const UtAssessment *assessment, const UtAssessed *assessed,
                      UtBenchmark benchmark) {
  UtLanguage language = sheet->book->language;
  const UtIndicator *indicator = assessed->indicator;
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  g_autofree char *remark = figure_remark (assessed->series.table, &assessed->own, language);
  ut_sheet_text (sheet, COMPARE_THEME, theme_name (assessment, indicator, language));
  ut_sheet_text (sheet, COMPARE_INDICATOR, indicator_name (indicator, language));
  ut_sheet_text (sheet, COMPARE_UNIT, ut_unit_label (indicator->unit, language));
  ut_sheet_text (sheet, COMPARE_PLACE, place_name (assessment, assessed->region));
  write_period (sheet, COMPARE_PERIOD, assessed->own.period);
  write_figure (sheet, COMPARE_OWN, &assessed->own, indicator);
  ut_sheet_text (sheet, COMPARE_REMARK, remark);
  if (verdict->reference.exists) {
    g_autofree char *compared_with = reference_name (assessment, verdict, language);
    ut_sheet_text (sheet, COMPARE_REGION, compared_with);
    write_figure (sheet, COMPARE_REFERENCE, &verdict->reference, indicator);
  }
  if (!isnan (verdict->difference))
    ut_sheet_difference (sheet, COMPARE_DIFFERENCE, COMPARE_OWN, COMPARE_REFERENCE, verdict->difference,
                         ut_indicator_decimals (indicator, assessed->own.value));
  ut_sheet_text (sheet, COMPARE_MARK, ut_level_mark (verdict->level, verdict->robust));
  ut_sheet_text (sheet, COMPARE_WORD, ut_verdict_word (verdict, language));
  g_autofree char *standing = ut_verdict_is_described (verdict)
                                  ? ut_phrase_standing (assessed, ut_assessment_regions (assessment), language)
                                  : NULL;
  ut_sheet_text (sheet, COMPARE_REASON, standing != NULL ? standing : verdict_remark (verdict, language));
  g_autofree char *basis = ut_phrase_basis (verdict, indicator, ut_assessment_catalogue (assessment), language);
  const char *few = ut_phrase_few (verdict, language);
  g_autofree char *rests_on = g_strjoin (*few != '\0' ? ". " : "",
                                         *basis != '\0' ? basis : ut_basis_word (verdict->basis, language), few, NULL);
  ut_sheet_text (sheet, COMPARE_BASIS, rests_on);
  g_autofree char *trend = ut_phrase_trend_word (assessed, language);
  ut_sheet_text (sheet, COMPARE_TREND, trend);
  ut_sheet_next_row (sheet);
}

void
ut_workbook_add_comparison (UtBook *book, const UtAssessment *assessment, UtBenchmark benchmark) {
  UtLanguage language = book->language;
  const UtSheetColumn columns[N_COMPARE] = {
    [COMPARE_THEME] = { ut_tr (language, "Theme"), 16 },
    [COMPARE_INDICATOR] = { ut_tr (language, "Indicator"), 36 },
    [COMPARE_UNIT] = { ut_tr (language, "Unit"), 11 },
    [COMPARE_PLACE] = { ut_tr (language, "Place"), 14 },
    [COMPARE_PERIOD] = { ut_tr (language, "Period"), 12 },
    [COMPARE_OWN] = { ut_tr (language, "Figure"), 10 },
    [COMPARE_REMARK] = { ut_tr (language, "Remark on the figure"), 22 },
    [COMPARE_REGION] = { ut_tr (language, "Compared with"), 13 },
    [COMPARE_REFERENCE] = { ut_tr (language, "Figure compared with"), 18 },
    [COMPARE_DIFFERENCE] = { ut_tr (language, "Difference"), 10 },
    [COMPARE_MARK] = { ut_note_refer (book, ut_tr (language, "Mark"), 1 << UT_NOTE_MARKS), 9 },
    [COMPARE_WORD] = { ut_note_refer (book, ut_tr (language, "Judgement"), 1 << UT_NOTE_RULES), 15 },
    [COMPARE_REASON] = { ut_note_refer (book, ut_tr (language, "Reason"), 1 << UT_NOTE_REASONS), 32 },
    [COMPARE_BASIS] = { ut_tr (language, "Basis"), 32 },
    [COMPARE_TREND] = { ut_note_refer (book, ut_tr (language, "Change over time"), 1 << UT_NOTE_CHANGE), 15 },
  };
  guint n_places = ut_assessment_n_places (assessment), n_indicators = ut_assessment_n_indicators (assessment);
  UtSheet *sheet
      = ut_book_add_sheet (book, ut_benchmark_sheet (benchmark, language), ut_benchmark_title (benchmark, language));
  ut_sheet_line (
      sheet,
      ut_tr (language,
             "One row per indicator and place. The difference is a formula: figure minus figure compared with."));
  ut_sheet_line (
      sheet,
      ut_tr (language,
             "A blank figure is missing; the column beside it says why. Sources are on the sheet of indicators."));
  ut_sheet_table (sheet, columns, N_COMPARE, (gsize) n_places * n_indicators);
  for (guint i = 0; i < n_indicators; i++)
    for (guint place = 0; place < n_places; place++)
      write_comparison_row (sheet, assessment, ut_assessment_get (assessment, place, i), benchmark);
}

/* Series */

enum {
  SERIES_INDICATOR,
  SERIES_UNIT,
  SERIES_PLACE,
  SERIES_PERIOD,
  SERIES_VALUE,
  SERIES_NUMERATOR,
  SERIES_DENOMINATOR,
  SERIES_REMARK,
  N_SERIES
};

/* The series of an indicator, each once: places first, then the counties and the country they are compared with. */
static GArray *
series_of (const UtAssessment *assessment, guint indicator) {
  GArray *all = g_array_new (FALSE, FALSE, sizeof (UtSeries));
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++)
    g_array_append_val (all, ut_assessment_get (assessment, place, indicator)->series);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
    for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
      UtSeries series = ut_assessment_get (assessment, place, indicator)->reference_series[benchmark];
      gboolean known = series.n == 0;
      for (guint i = 0; i < all->len && !known; i++)
        known = g_array_index (all, UtSeries, i).n > 0 && g_array_index (all, UtSeries, i).first == series.first;
      if (!known)
        g_array_append_val (all, series);
    }
  }
  return all;
}

static void
write_series (UtSheet *sheet, const UtAssessment *assessment, const UtIndicator *indicator, UtSeries series) {
  UtLanguage language = sheet->book->language;
  for (gsize row = series.first; row < series.first + series.n; row++) {
    UtFigure figure = ut_assess_figure (series.table, row, indicator);
    g_autofree char *remark = figure_remark (series.table, &figure, language);
    ut_sheet_text (sheet, SERIES_INDICATOR, indicator_name (indicator, language));
    ut_sheet_text (sheet, SERIES_UNIT, ut_unit_label (indicator->unit, language));
    ut_sheet_text (sheet, SERIES_PLACE, place_name (assessment, figure.region));
    write_period (sheet, SERIES_PERIOD, figure.period);
    write_figure (sheet, SERIES_VALUE, &figure, indicator);
    ut_sheet_number (sheet, SERIES_NUMERATOR, figure.numerator, 0);
    ut_sheet_number (sheet, SERIES_DENOMINATOR, figure.denominator, 0);
    ut_sheet_text (sheet, SERIES_REMARK, remark);
    ut_sheet_next_row (sheet);
  }
}

void
ut_workbook_add_series (UtBook *book, const UtAssessment *assessment) {
  UtLanguage language = book->language;
  const UtSheetColumn columns[N_SERIES] = {
    [SERIES_INDICATOR] = { ut_tr (language, "Indicator"), 48 },
    [SERIES_UNIT] = { ut_tr (language, "Unit"), 14 },
    [SERIES_PLACE] = { ut_tr (language, "Place"), 22 },
    [SERIES_PERIOD] = { ut_tr (language, "Period"), 18 },
    [SERIES_VALUE] = { ut_tr (language, "Figure"), 12 },
    [SERIES_NUMERATOR] = { ut_tr (language, "Numerator"), 12 },
    [SERIES_DENOMINATOR] = { ut_tr (language, "Denominator"), 12 },
    [SERIES_REMARK] = { ut_tr (language, "Remark on the figure"), 44 },
  };
  UtSheet *sheet = ut_book_add_sheet (book, ut_tr (language, "Series"), ut_tr (language, "Figures over time"));
  ut_sheet_line (sheet, ut_tr (language, "Every figure the report rests on, with counts where they are published."));
  ut_sheet_line (sheet, ut_note_refer (book, ut_tr (language, "A blank figure is missing; the last column says why."),
                                       1 << UT_NOTE_MISSING));
  gsize n_rows = 0;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    GArray *series = series_of (assessment, i);
    g_ptr_array_add (all, series);
    for (guint k = 0; k < series->len; k++)
      n_rows += g_array_index (series, UtSeries, k).n;
  }
  ut_sheet_table (sheet, columns, N_SERIES, n_rows);
  for (guint i = 0; i < all->len; i++) {
    const GArray *series = g_ptr_array_index (all, i);
    for (guint k = 0; k < series->len; k++)
      write_series (sheet, assessment, ut_assessment_get (assessment, 0, i)->indicator,
                    g_array_index (series, UtSeries, k));
  }
}

/* Indicators */

enum {
  INDICATOR_THEME,
  INDICATOR_NAME,
  INDICATOR_DEFINITION,
  INDICATOR_UNIT,
  INDICATOR_GOOD,
  INDICATOR_SOURCE,
  INDICATOR_NOTE,
  N_INDICATOR
};

void
ut_workbook_add_indicators (UtBook *book, const UtAssessment *assessment) {
  UtLanguage language = book->language;
  const UtSheetColumn columns[N_INDICATOR] = {
    [INDICATOR_THEME] = { ut_tr (language, "Theme"), 20 },
    [INDICATOR_NAME] = { ut_tr (language, "Indicator"), 44 },
    [INDICATOR_DEFINITION] = { ut_tr (language, "Definition"), 54 },
    [INDICATOR_UNIT] = { ut_tr (language, "Unit"), 14 },
    [INDICATOR_GOOD] = { ut_tr (language, "What is good"), 16 },
    [INDICATOR_SOURCE] = { ut_tr (language, "Source"), 24 },
    [INDICATOR_NOTE] = { ut_tr (language, "Note"), 44 },
  };
  guint n = ut_assessment_n_indicators (assessment);
  UtSheet *sheet = ut_book_add_sheet (book, ut_tr (language, "Indicators"), ut_tr (language, "Indicators and sources"));
  ut_sheet_line (sheet, ut_tr (language, "What each indicator counts, and where the figures come from."));
  ut_sheet_table (sheet, columns, N_INDICATOR, n);
  for (guint i = 0; i < n; i++) {
    const UtIndicator *indicator = ut_assessment_get (assessment, 0, i)->indicator;
    ut_sheet_text (sheet, INDICATOR_THEME, theme_name (assessment, indicator, language));
    ut_sheet_text (sheet, INDICATOR_NAME, indicator_name (indicator, language));
    ut_sheet_text (sheet, INDICATOR_DEFINITION, ut_text_get (&indicator->definition, language));
    ut_sheet_text (sheet, INDICATOR_UNIT, ut_unit_label (indicator->unit, language));
    ut_sheet_text (sheet, INDICATOR_GOOD, ut_polarity_word (indicator->polarity, language));
    ut_sheet_text (sheet, INDICATOR_SOURCE, ut_text_get (&indicator->source, language));
    ut_sheet_text (sheet, INDICATOR_NOTE, ut_text_get (&indicator->note, language));
    ut_sheet_next_row (sheet);
  }
}
