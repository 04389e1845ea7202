/* The local part: one municipality at a time. */
#include "text/place.h"
#include "base/i18n.h"
#include "report/section/chapter.h"
#include "text/benchmark.h"
#include "text/described.h"
#include "text/indicator.h"
#include "text/level.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

static gboolean
differs (const UtAssessed *assessed) {
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
    if (assessed->verdicts[benchmark].level > UT_LEVEL_SIMILAR)
      return TRUE;
  return FALSE;
}

static gboolean
moves (const UtAssessed *assessed) {
  const UtTrend *trend = &assessed->trend;
  return (trend->side != 0 && !ut_trend_follows (trend, UT_BENCHMARK_COUNTRY))
         || trend->relative[UT_BENCHMARK_COUNTRY].side != 0 || trend->surveys.change > UT_CHANGE_NONE;
}

/* Whole sentences only where there is something to tell; the table has the rest. */
static char *
say_indicator (const UtChapter *chapter, const UtAssessed *assessed) {
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *level = ut_phrase_levels (assessed, regions, chapter->language);
  g_string_append (text, level);
  if (moves (assessed)) {
    g_autofree char *trend = ut_phrase_trend (assessed, regions, chapter->language);
    g_string_append_printf (text, " %s", trend);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_tested_against (const UtChapter *chapter, guint place, UtBenchmark benchmark) {
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++)
    if (ut_chapter_get (chapter, place, i)->verdicts[benchmark].level != UT_LEVEL_NOT_TESTED)
      return TRUE;
  return FALSE;
}

/* Of what could not be tested nothing is claimed. */
static const char *
say_no_difference (const UtChapter *chapter, guint place) {
  UtLanguage language = chapter->language;
  gboolean county = is_tested_against (chapter, place, UT_BENCHMARK_COUNTY);
  gboolean country = is_tested_against (chapter, place, UT_BENCHMARK_COUNTRY);
  if (county && country)
    return ut_tr (language, "No indicator that could be tested differs with certainty from the county or the country.");
  if (county)
    return ut_tr (language, "No indicator that could be tested differs with certainty from the county. None could be "
                            "tested against the country.");
  if (country)
    return ut_tr (language, "No indicator that could be tested differs with certainty from the country. None could be "
                            "tested against the county.");
  return ut_tr (language, "No indicator could be tested against the county or the country.");
}

/* Nothing found, or nothing tested. */
static char *
say_nothing (const UtChapter *chapter, guint place) {
  gboolean changes = FALSE;
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, i);
    changes |= assessed->trend.trend != UT_TREND_NOT_TESTED || assessed->trend.surveys.change > UT_CHANGE_NOT_TESTED;
  }
  return g_strdup_printf (
      "%s %s", say_no_difference (chapter, place),
      changes ? ut_tr (chapter->language, "None of the series that could be tested has changed with certainty.")
              : ut_tr (chapter->language, "No series of figures could be tested for change over time."));
}

static void
add_sentences (UtChapter *chapter, guint place) {
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, i);
    if (ut_figure_is_shown (&assessed->own) && (differs (assessed) || moves (assessed)))
      g_ptr_array_add (items, say_indicator (chapter, assessed));
  }
  if (items->len == 0)
    ut_chapter_paragraph (chapter, UT_ROLE_TEXT, say_nothing (chapter, place));
  ut_document_list (chapter->document, FALSE, items);
}

/* "Ikkje sikker skilnad frå resten av landet: A; B." */
static void
add_names (UtChapter *chapter, const char *heading, GPtrArray *names) {
  if (names->len > 0) {
    g_ptr_array_add (names, NULL);
    g_autofree char *joined = g_strjoinv ("; ", (char **) names->pdata);
    g_autofree char *text = g_strdup_printf ("%s: %s.", heading, joined);
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT, text);
  }
  g_ptr_array_unref (names);
}

static GPtrArray *
names_of (const UtChapter *chapter, guint place, UtLevel level, guint against) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, i);
    const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
    if (verdict->level == level && verdict->basis != UT_BASIS_DESCRIBED
        && (ut_against_of_verdict (verdict) & against) != 0)
      g_ptr_array_add (names, (gpointer) ut_phrase_name (assessed->indicator, chapter->language));
  }
  return names;
}

static void
add_similar (UtChapter *chapter, guint place, UtAgainst against) {
  UtRegionId country = ut_regions_country (ut_assessment_regions (chapter->assessment));
  g_autofree char *area = ut_chapter_place (chapter, country);
  g_autofree char *other = ut_phrase_against (against, area, chapter->language);
  g_autofree char *heading = g_strdup_printf (ut_tr (chapter->language, "No certain difference from %s"), other);
  add_names (chapter, heading, names_of (chapter, place, UT_LEVEL_SIMILAR, against));
}

static void
add_others (UtChapter *chapter, guint place) {
  add_similar (chapter, place, UT_AGAINST_REST);
  add_similar (chapter, place, UT_AGAINST_WHOLE);
  add_names (chapter, ut_tr (chapter->language, "Undecided against the country"),
             names_of (chapter, place, UT_LEVEL_UNDECIDED, UT_AGAINST_REST | UT_AGAINST_WHOLE));
  add_names (chapter, ut_tr (chapter->language, "Not tested against the country; the table says why"),
             names_of (chapter, place, UT_LEVEL_NOT_TESTED, UT_AGAINST_REST | UT_AGAINST_WHOLE));
}

static void
add_benchmark (const UtChapter *chapter, UtDocumentTable *table, const UtAssessed *assessed, UtBenchmark benchmark) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  UtCell *cell = ut_chapter_cell (chapter, table, &verdict->reference, assessed->indicator);
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  if (benchmark == UT_BENCHMARK_COUNTY && verdict->reference.exists
      && verdict->reference.region != ut_regions_get (regions, assessed->region)->county) {
    g_autofree char *name = ut_chapter_place (chapter, verdict->reference.region);
    g_autofree char *note = g_strdup_printf (ut_tr (chapter->language, "The figure is for %s."), name);
    ut_document_note (table, cell, note);
  }
  cell = ut_document_cell (table, "");
  ut_chapter_mark (chapter, cell, verdict);
  if (ut_figure_is_shown (&assessed->own))
    ut_chapter_note_verdict (chapter, table, cell, assessed->indicator, verdict);
  g_free (cell->text);
  char *difference
      = ut_verdict_is_described (verdict) ? ut_phrase_difference_short (assessed, benchmark, chapter->language) : NULL;
  cell->text = difference != NULL ? difference : g_strdup (cell->word);
  g_clear_pointer (&cell->word, g_free);
}

static void
add_period (const UtChapter *chapter, UtDocumentTable *table, UtPeriod period) {
  g_autofree char *printed = ut_period_format (period, chapter->language);
  ut_document_cell (table, printed)->key = ut_period_time (period);
}

static void
add_row (const UtChapter *chapter, UtDocumentTable *table, const UtAssessed *assessed) {
  ut_chapter_row (chapter, table, assessed->indicator);
  add_period (chapter, table, assessed->own.period);
  ut_chapter_cell (chapter, table, &assessed->own, assessed->indicator);
  add_benchmark (chapter, table, assessed, UT_BENCHMARK_COUNTY);
  add_benchmark (chapter, table, assessed, UT_BENCHMARK_COUNTRY);
  g_autofree char *trend = ut_phrase_trend_word (assessed, chapter->language);
  ut_document_cell (table, trend);
}

static void
add_table (UtChapter *chapter, guint place) {
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  UtRegionId region = ut_assessment_place (chapter->assessment, place);
  g_autofree char *name = ut_chapter_place (chapter, region);
  g_autofree char *county = ut_chapter_place (chapter, ut_regions_get (regions, region)->county);
  g_autofree char *country = ut_phrase_place_heading (regions, ut_regions_country (regions), chapter->language);
  g_autofree char *caption = g_strdup_printf (ut_tr (chapter->language, "%s: all figures of the report."), name);
  UtDocumentTable *table = ut_document_table (chapter->document, caption);
  ut_document_column (table, ut_tr (chapter->language, "Indicator"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Period"), FALSE);
  ut_document_column (table, name, TRUE);
  ut_document_column (table, county, TRUE);
  ut_document_column (table, ut_tr (chapter->language, "Against the county"), FALSE);
  ut_document_column (table, country, TRUE);
  ut_document_column (table, ut_tr (chapter->language, "Against the country"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Change over time"), FALSE);
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, i);
    if (assessed->own.exists)
      add_row (chapter, table, assessed);
  }
}

/* Whether an indicator has something to stand beside; how many people others have tells nothing of the place. */
static gboolean
has_further (const UtAssessed *assessed, UtBenchmark benchmark) {
  gboolean others = benchmark == UT_BENCHMARK_GROUP || benchmark == UT_BENCHMARK_PEERS;
  return assessed->own.exists && assessed->verdicts[benchmark].reference.exists
         && !(others && assessed->indicator->measure == UT_MEASURE_COUNT);
}

static gboolean
any_has_further (const UtChapter *chapter, guint place, UtBenchmark benchmark) {
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++)
    if (has_further (ut_chapter_get (chapter, place, i), benchmark))
      return TRUE;
  return FALSE;
}

static char *
caption_of (const UtChapter *chapter, const char *name, UtBenchmark benchmark) {
  const UtAssessOptions *options = &chapter->report->options;
  if (benchmark == UT_BENCHMARK_PAST)
    return g_strdup_printf (ut_tr (chapter->language, "%1$s against itself in %2$d."), name, options->past_year);
  const char *against = benchmark == UT_BENCHMARK_PEERS
                            ? ut_regions_get (ut_assessment_regions (chapter->assessment), options->peers)->name
                            : ut_benchmark_word (benchmark, chapter->language);
  return g_strdup_printf (ut_tr (chapter->language, "%1$s against %2$s."), name, against);
}

/* What else the report compares the place with: a table each. */
static void
add_further (UtChapter *chapter, guint place, UtBenchmark benchmark) {
  UtRegionId region = ut_assessment_place (chapter->assessment, place);
  g_autofree char *name = ut_chapter_place (chapter, region);
  g_autofree char *caption = caption_of (chapter, name, benchmark);
  UtDocumentTable *table = ut_document_table (chapter->document, caption);
  ut_document_column (table, ut_tr (chapter->language, "Indicator"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Period"), FALSE);
  ut_document_column (table, name, TRUE);
  ut_document_column (table, ut_tr (chapter->language, "Figure compared with"), TRUE);
  ut_document_column (table, ut_tr (chapter->language, "Judgement"), FALSE);
  if (benchmark == UT_BENCHMARK_PAST)
    ut_document_column (table, ut_tr (chapter->language, "Period compared with"), FALSE);
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, i);
    if (!has_further (assessed, benchmark))
      continue;
    ut_chapter_row (chapter, table, assessed->indicator);
    add_period (chapter, table, assessed->own.period);
    ut_chapter_cell (chapter, table, &assessed->own, assessed->indicator);
    add_benchmark (chapter, table, assessed, benchmark);
    if (benchmark == UT_BENCHMARK_PAST)
      add_period (chapter, table, assessed->verdicts[benchmark].reference.period);
  }
}

/* Below a heading, where one is given and there is anything to stand below it. */
static void
add_all_further (UtChapter *chapter, guint place, const char *heading) {
  for (guint b = UT_N_ENCLOSING; b < UT_N_BENCHMARKS; b++) {
    if (!any_has_further (chapter, place, (UtBenchmark) b))
      continue;
    if (heading != NULL)
      ut_document_heading (chapter->document, 3, heading);
    heading = NULL;
    add_further (chapter, place, (UtBenchmark) b);
  }
}

static void
add (UtChapter *chapter) {
  gboolean alone = chapter->n_places == 1;
  if (!alone)
    ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "Local parts"));
  /* The themes tell of the region; what else it is compared with, as its own targets, stands here. */
  for (guint place = chapter->n_municipalities; place < chapter->n_places; place++) {
    g_autofree char *name = ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, place));
    add_all_further (chapter, place, name);
  }
  for (guint place = 0; place < chapter->n_municipalities; place++) {
    g_autofree char *name = ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, place));
    g_autofree char *heading
        = alone ? g_strdup_printf (ut_tr (chapter->language, "The whole picture for %s"), name) : g_strdup (name);
    ut_document_heading (chapter->document, alone ? 2 : 3, heading);
    ut_chapter_charts (chapter, UT_CHART_IN_LOCAL, place, 0);
    if (!alone) {
      add_sentences (chapter, place);
      add_others (chapter, place);
    }
    add_table (chapter, place);
    add_all_further (chapter, place, NULL);
  }
}

const UtSection ut_section_places = { .name = "places", .add = add };
