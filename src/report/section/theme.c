/* A theme: introduction, one figure, what the indicators say, one table. */
#include <math.h>

#include "base/i18n.h"
#include "report/section/chapter.h"
#include "text/described.h"
#include "text/figure.h"
#include "text/indicator.h"
#include "text/level.h"
#include "text/place.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

/* Text */

static guint
count_figures (const UtChapter *chapter, guint indicator) {
  guint n = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    n += ut_figure_is_shown (&ut_chapter_get (chapter, place, indicator)->own);
  return n;
}

static gboolean
is_tested_somewhere (const UtChapter *chapter, guint indicator) {
  for (guint place = 0; place < chapter->n_places; place++)
    if (ut_chapter_get (chapter, place, indicator)->verdicts[UT_BENCHMARK_COUNTRY].level != UT_LEVEL_NOT_TESTED)
      return TRUE;
  return FALSE;
}

static void
append (GString *text, char *sentence) {
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* The period most of the row is about: that of the region, else the newest with a figure. */
static UtPeriod
row_period (const UtChapter *chapter, guint indicator) {
  UtPeriod newest = { 0 };
  for (guint k = chapter->n_places; k > 0; k--) {
    const UtFigure *own = &ut_chapter_get (chapter, k - 1, indicator)->own;
    if (!ut_figure_is_shown (own))
      continue;
    if (k == chapter->n_places)
      return own->period;
    if (newest.kind == UT_PERIOD_NONE || ut_period_compare (own->period, newest) > 0)
      newest = own->period;
  }
  return newest;
}

/* The benchmark's figure in the row's period; NULL where the places have several, as a region over two counties has. */
static const UtFigure *
find_reference (const UtChapter *chapter, guint indicator, UtBenchmark benchmark, UtPeriod period) {
  const UtFigure *common = NULL;
  for (guint place = 0; place < chapter->n_places; place++) {
    const UtFigure *reference = &ut_chapter_get (chapter, place, indicator)->verdicts[benchmark].reference;
    if (!reference->exists || ut_period_compare (reference->period, period) != 0)
      continue;
    if (common != NULL && common->region != reference->region)
      return NULL;
    common = reference;
  }
  return common;
}

/* "I Telemark er talet 12 prosent og i landet 10 prosent."; from `first` on. */
static char *
say_references (const UtChapter *chapter, guint indicator, UtBenchmark first) {
  const UtIndicator *shown = ut_chapter_get (chapter, 0, indicator)->indicator;
  UtPeriod period = row_period (chapter, indicator);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  /* A count of the whole county or country tells nothing beside that of a municipality. */
  for (guint benchmark = first; benchmark < UT_N_ENCLOSING && shown->measure != UT_MEASURE_COUNT; benchmark++) {
    const UtFigure *reference = find_reference (chapter, indicator, (UtBenchmark) benchmark, period);
    if (reference == NULL || !ut_figure_is_shown (reference))
      continue;
    g_ptr_array_add (words, ut_chapter_place (chapter, reference->region));
    g_ptr_array_add (words, ut_phrase_figure (reference, shown, UT_FIGURE_RUNNING, chapter->language));
  }
  char **word = (char **) words->pdata;
  if (words->len == 4)
    return g_strdup_printf (ut_tr (chapter->language, "In %1$s the figure is %2$s and in %3$s %4$s."), word[0], word[1],
                            word[2], word[3]);
  return words->len == 2 ? g_strdup_printf (ut_tr (chapter->language, "In %1$s the figure is %2$s."), word[0], word[1])
                         : NULL;
}

/* Level against country and county, or against the one that could be tested; else the figures side by side. */
static void
append_level (const UtChapter *chapter, GString *text, const UtAssessed *assessed, guint indicator) {
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  UtReason reason;
  gboolean described = ut_verdict_is_described (&assessed->verdicts[UT_BENCHMARK_COUNTRY])
                       && !isnan (assessed->verdicts[UT_BENCHMARK_COUNTRY].difference);
  if (!described && ut_chapter_untested (chapter, indicator, &reason)) {
    append (text, ut_phrase_own (assessed, regions, chapter->language));
    gboolean judged = assessed->verdicts[UT_BENCHMARK_COUNTY].level != UT_LEVEL_NOT_TESTED;
    if (judged)
      append (text, ut_phrase_judgement (assessed, UT_BENCHMARK_COUNTY, regions, chapter->language));
    append (text, say_references (chapter, indicator, judged ? UT_BENCHMARK_COUNTRY : UT_BENCHMARK_COUNTY));
    return;
  }
  append (text, ut_phrase_levels (assessed, regions, chapter->language));
}

/* The name and the period, where the region itself has no figure. */
static char *
say_name (const UtChapter *chapter, guint indicator) {
  const char *name = ut_chapter_name (chapter, ut_chapter_get (chapter, 0, indicator)->indicator);
  UtPeriod period;
  if (!ut_chapter_common_period (chapter, indicator, &period))
    return g_strdup_printf ("%s:", name);
  g_autofree char *printed = ut_period_format (period, chapter->language);
  return g_strdup_printf ("%s (%s):", name, printed);
}

/* That there are too few points is said in the local parts alone. */
static gboolean
has_course (const UtTrend *trend) {
  return trend->trend != UT_TREND_NOT_TESTED || trend->surveys.change > UT_CHANGE_NOT_TESTED
         || ut_reason_is_to_describe (trend->reason);
}

static void
add_indicator (UtChapter *chapter, guint indicator) {
  g_autoptr (GString) text = g_string_new (NULL);
  const UtAssessed *assessed = ut_chapter_get (chapter, chapter->n_places - 1, indicator);
  gboolean shown = ut_figure_is_shown (&assessed->own);
  UtReason reason;
  if (shown)
    append_level (chapter, text, assessed, indicator);
  else
    append (text, say_name (chapter, indicator));
  if (chapter->n_places > 1)
    append (text, ut_chapter_compare_places (chapter, indicator));
  if (!shown && ut_chapter_untested (chapter, indicator, &reason))
    append (text, say_references (chapter, indicator, UT_BENCHMARK_COUNTY));
  if (shown && has_course (&assessed->trend))
    append (text, ut_phrase_trend (assessed, ut_assessment_regions (chapter->assessment), chapter->language));
  ut_document_paragraph (chapter->document, UT_ROLE_TEXT, text->str);
}

/* Those that are reported without a test; `described`: since there is nothing to test. `reason` gets the only one there
 * is. */
static GPtrArray *
untested_of (UtChapter *chapter, const UtReportTheme *theme, gboolean described, guint *n_shown, UtReason *reason) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < theme->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (theme->indicators, i);
    guint number = ut_chapter_find (chapter, indicator);
    UtReason met;
    *n_shown += count_figures (chapter, number) > 0;
    if (!ut_chapter_untested (chapter, number, &met) || ut_reason_is_to_describe (met) != described)
      continue;
    *reason = names->len == 0 || *reason == met ? met : UT_REASON_NONE;
    g_ptr_array_add (names, (gpointer) ut_phrase_name (indicator, chapter->language));
  }
  return names;
}

static char *
say_untested (const UtChapter *chapter, const char *names, gboolean all, UtReason reason) {
  const char *why = ut_reason_text (reason, chapter->language);
  if (reason == UT_REASON_NONE)
    return g_strdup_printf (ut_tr (chapter->language, "Not tested against the country; the table says why: %s."),
                            names);
  if (all)
    return g_strdup_printf (ut_tr (chapter->language, "None of these figures are tested against the country: %s."),
                            why);
  return g_strdup_printf (ut_tr (chapter->language, "Not tested against the country (%1$s): %2$s."), why, names);
}

static void
add_untested (UtChapter *chapter, const UtReportTheme *theme) {
  for (int described = 0; described <= 1; described++) {
    guint n_shown = 0;
    UtReason reason = UT_REASON_NONE;
    g_autoptr (GPtrArray) names = untested_of (chapter, theme, described, &n_shown, &reason);
    gboolean all = names->len == n_shown && n_shown > 1;
    if (names->len == 0)
      continue;
    g_ptr_array_add (names, NULL);
    g_autofree char *joined = g_strjoinv ("; ", (char **) names->pdata);
    if (described && all)
      ut_chapter_paragraph (chapter, UT_ROLE_TEXT,
                            g_strdup (ut_tr (chapter->language, "These figures are described: they leave nothing to "
                                                                "chance.")));
    else if (described)
      ut_chapter_paragraph (
          chapter, UT_ROLE_TEXT,
          g_strdup_printf (ut_tr (chapter->language, "Described, since they leave nothing to chance: %s."), joined));
    else
      ut_chapter_paragraph (chapter, UT_ROLE_TEXT, say_untested (chapter, joined, all, reason));
  }
}

static gboolean
is_suppressed_somewhere (const UtChapter *chapter, guint indicator) {
  for (guint place = 0; place < chapter->n_places; place++)
    if (ut_figure_is_suppressed (&ut_chapter_get (chapter, place, indicator)->own))
      return TRUE;
  return FALSE;
}

/* Names have commas of their own. */
static void
add_names (UtChapter *chapter, const char *format, GPtrArray *names) {
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  g_autofree char *joined = g_strjoinv ("; ", (char **) names->pdata);
  ut_chapter_paragraph (chapter, UT_ROLE_TEXT, ut_phrase_fill (ut_tr (chapter->language, format), joined));
}

/* What there is no figure of: a hidden one is another matter than none. */
static void
add_without_figures (UtChapter *chapter, const UtReportTheme *theme) {
  g_autoptr (GPtrArray) hidden = g_ptr_array_new (), absent = g_ptr_array_new ();
  for (guint i = 0; i < theme->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (theme->indicators, i);
    guint number = ut_chapter_find (chapter, indicator);
    if (count_figures (chapter, number) == 0)
      g_ptr_array_add (is_suppressed_somewhere (chapter, number) ? hidden : absent,
                       (gpointer) ut_chapter_name (chapter, indicator));
  }
  add_names (chapter, N_ ("Suppressed to protect privacy: %s."), hidden);
  add_names (chapter,
             chapter->n_places > 1 ? N_ ("The report's figures hold nothing for these places on: %s.")
                                   : N_ ("The report's figures hold nothing for the municipality on: %s."),
             absent);
}

#define NO_INDICATOR G_MAXUINT

/* The first indicator with a tested verdict, else the first with figures: of two places at least, where there are more
 * than one, for a single mark shows nothing. */
static guint
choose_figure (const UtChapter *chapter, const UtReportTheme *theme) {
  guint fallback = NO_INDICATOR;
  for (guint i = 0; i < theme->indicators->len; i++) {
    guint indicator = ut_chapter_find (chapter, g_ptr_array_index (theme->indicators, i));
    if (is_tested_somewhere (chapter, indicator))
      return indicator;
    if (fallback == NO_INDICATOR && count_figures (chapter, indicator) >= MIN (chapter->n_places, 2))
      fallback = indicator;
  }
  return fallback;
}

static void
add_figure (UtChapter *chapter, const UtReportTheme *theme) {
  guint indicator = choose_figure (chapter, theme);
  if (indicator != NO_INDICATOR)
    ut_chapter_charts (chapter, UT_CHART_IN_THEME, 0, indicator);
}

/* Table */

/* The county all municipalities lie in today; UT_REGION_NONE when they lie in several. */
static UtRegionId
common_county (const UtChapter *chapter) {
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  const GArray *municipalities = chapter->report->municipalities;
  UtRegionId county = ut_regions_get (regions, g_array_index (municipalities, UtRegionId, 0))->county;
  for (guint i = 1; i < municipalities->len; i++)
    if (ut_regions_get (regions, g_array_index (municipalities, UtRegionId, i))->county != county)
      return UT_REGION_NONE;
  return county;
}

static void
add_columns (const UtChapter *chapter, UtDocumentTable *table) {
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  UtRegionId county = common_county (chapter);
  ut_document_column (table, ut_tr (chapter->language, "Indicator"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Period"), FALSE);
  for (guint place = 0; place < chapter->n_places; place++) {
    g_autofree char *name = ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, place));
    ut_document_column (table, name, TRUE);
  }
  g_autofree char *name = county != UT_REGION_NONE ? ut_chapter_place (chapter, county) : NULL;
  g_autofree char *country = ut_phrase_place_heading (regions, ut_regions_country (regions), chapter->language);
  ut_document_column (table, name != NULL ? name : ut_tr (chapter->language, "County"), TRUE);
  ut_document_column (table, country, TRUE);
}

static void
add_place_cell (const UtChapter *chapter, UtDocumentTable *table, const UtAssessed *assessed, UtPeriod period) {
  UtCell *cell = ut_chapter_cell (chapter, table, &assessed->own, assessed->indicator);
  if (!ut_figure_is_shown (&assessed->own))
    return;
  const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  ut_chapter_mark (chapter, cell, verdict);
  ut_chapter_note_verdict (chapter, table, cell, assessed->indicator, verdict);
  if (ut_period_compare (assessed->own.period, period) == 0)
    return;
  g_autofree char *other = ut_period_format (assessed->own.period, chapter->language);
  g_autofree char *note = g_strdup_printf (ut_tr (chapter->language, "The figure is from %s."), other);
  ut_document_note (table, cell, note);
}

static void
add_reference_cell (const UtChapter *chapter, UtDocumentTable *table, guint indicator, UtBenchmark benchmark,
                    UtPeriod period) {
  static const UtFigure none = { .exists = FALSE };
  const UtIndicator *shown = ut_chapter_get (chapter, 0, indicator)->indicator;
  const UtFigure *reference = find_reference (chapter, indicator, benchmark, period);
  UtCell *cell = ut_chapter_cell (chapter, table, reference != NULL ? reference : &none, shown);
  UtRegionId county = common_county (chapter);
  if (reference == NULL || benchmark != UT_BENCHMARK_COUNTY || reference->region == county)
    return;
  g_autofree char *name = ut_chapter_place (chapter, reference->region);
  g_autofree char *note = g_strdup_printf (ut_tr (chapter->language, "The figure is for %s."), name);
  ut_document_note (table, cell, note);
}

static void
add_row (const UtChapter *chapter, UtDocumentTable *table, guint indicator) {
  UtPeriod period = row_period (chapter, indicator);
  g_autofree char *printed = ut_period_format (period, chapter->language);
  ut_chapter_row (chapter, table, ut_chapter_get (chapter, 0, indicator)->indicator);
  UtCell *cell = ut_document_cell (table, printed);
  cell->key = ut_period_time (period);
  for (guint place = 0; place < chapter->n_places; place++)
    add_place_cell (chapter, table, ut_chapter_get (chapter, place, indicator), period);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
    add_reference_cell (chapter, table, indicator, (UtBenchmark) benchmark, period);
}

static void
add_table (UtChapter *chapter, const UtReportTheme *theme) {
  g_autofree char *country = ut_chapter_country (chapter, theme->indicators);
  g_autofree char *caption
      = g_strdup_printf (ut_tr (chapter->language, "%1$s: newest figures. Marks are against %2$s."),
                         ut_text_get (&theme->theme->name, chapter->language), country);
  UtDocumentTable *table = ut_document_table (chapter->document, caption);
  add_columns (chapter, table);
  for (guint i = 0; i < theme->indicators->len; i++) {
    guint indicator = ut_chapter_find (chapter, g_ptr_array_index (theme->indicators, i));
    if (count_figures (chapter, indicator) > 0)
      add_row (chapter, table, indicator);
  }
}

static void
add_source_line (UtChapter *chapter, const UtReportTheme *theme) {
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  for (guint i = 0; i < theme->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (theme->indicators, i);
    char *source = (char *) ut_text_get (&indicator->source, chapter->language);
    if (count_figures (chapter, ut_chapter_find (chapter, indicator)) > 0
        && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
      g_ptr_array_add (sources, source);
  }
  guint n = sources->len;
  g_ptr_array_add (sources, NULL);
  g_autofree char *joined = g_strjoinv ("; ", (char **) sources->pdata);
  ut_chapter_paragraph (chapter, UT_ROLE_SOURCE,
                        g_strdup_printf (ut_trn (chapter->language, "Source: %s.", "Sources: %s.", n), joined));
}

/* Low and high growth stand in the sentence on the main alternative. */
static gboolean
is_told_with_another (const UtReportTheme *theme, const UtIndicator *indicator) {
  for (guint i = 0; i < theme->indicators->len; i++) {
    const UtIndicator *other = g_ptr_array_index (theme->indicators, i);
    for (guint k = 0; k < UT_N_ALTERNATIVES; k++)
      if (other->alternatives[k].key != NULL && g_str_equal (other->alternatives[k].key, indicator->key))
        return TRUE;
  }
  return FALSE;
}

static void
add_theme (UtChapter *chapter, const UtReportTheme *theme) {
  ut_document_heading (chapter->document, 2, ut_text_get (&theme->theme->name, chapter->language));
  ut_chapter_paragraph (chapter, UT_ROLE_LEAD, g_strdup (ut_text_get (&theme->theme->introduction, chapter->language)));
  add_figure (chapter, theme);
  gboolean any = FALSE;
  for (guint i = 0; i < theme->indicators->len; i++) {
    guint indicator = ut_chapter_find (chapter, g_ptr_array_index (theme->indicators, i));
    if (count_figures (chapter, indicator) == 0)
      continue;
    any = TRUE;
    if (!is_told_with_another (theme, g_ptr_array_index (theme->indicators, i)))
      add_indicator (chapter, indicator);
  }
  add_untested (chapter, theme);
  add_without_figures (chapter, theme);
  if (!any)
    return;
  add_table (chapter, theme);
  ut_chapter_add_groups (chapter, theme);
  add_source_line (chapter, theme);
}

static void
add (UtChapter *chapter) {
  for (guint i = 0; i < chapter->report->themes->len; i++)
    add_theme (chapter, g_ptr_array_index (chapter->report->themes, i));
}

const UtSection ut_section_themes = { .name = "themes", .add = add };
