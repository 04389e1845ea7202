/* Datagrunnlag: where every figure comes from, what is missing, how it was calculated. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "report/rules.h"
#include "report/section/chapter.h"
#include "text/rule.h"
#include <utsyn/import.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

/* What the report uses of one dataset for one indicator. */
typedef struct {
  const UtDataset *dataset;
  GHashTable *lines; /* set of file << 32 | line */
  UtPeriod first, last;
  guint16 quality;
  gboolean at_other_limit; /* than zero */
} Use;

static void
use_free (gpointer data) {
  Use *use = data;
  g_hash_table_unref (use->lines);
  g_free (use);
}

static const UtDataset *
find_dataset (const UtChapter *chapter, const char *id) {
  for (guint i = 0; i < chapter->project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (chapter->project->datasets, i);
    if (g_str_equal (dataset->id, id))
      return dataset;
  }
  return NULL;
}

static Use *
find_use (GPtrArray *uses, const UtDataset *dataset) {
  for (guint i = 0; i < uses->len; i++) {
    Use *use = g_ptr_array_index (uses, i);
    if (use->dataset == dataset)
      return use;
  }
  Use *use = g_new0 (Use, 1);
  use->dataset = dataset;
  use->lines = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (uses, use);
  return use;
}

static void
add_row_to_uses (const UtChapter *chapter, GPtrArray *uses, const UtTable *table, gsize row) {
  gsize n = ut_table_n_origins (table, row);
  for (gsize i = 0; i < n; i++) {
    const UtOrigin origin = ut_table_origin (table, row, i);
    const UtDataset *dataset = find_dataset (chapter, ut_table_file (table, origin.file)->dataset);
    if (dataset == NULL)
      continue;
    Use *use = find_use (uses, dataset);
    UtPeriod period = table->period[row];
    gint64 *line = g_new (gint64, 1);
    *line = (gint64) origin.file << 32 | origin.line;
    g_hash_table_add (use->lines, line);
    use->quality |= table->quality[row];
    use->at_other_limit |= (table->quality[row] & UT_QUALITY_AT_LIMIT) != 0 && table->value[row] > 0;
    if (use->first.kind == UT_PERIOD_NONE || ut_period_compare (period, use->first) < 0)
      use->first = period;
    if (use->last.kind == UT_PERIOD_NONE || ut_period_compare (period, use->last) > 0)
      use->last = period;
  }
}

static void
add_series_to_uses (const UtChapter *chapter, GPtrArray *uses, UtSeries series) {
  for (gsize row = series.first; row < series.first + series.n; row++)
    add_row_to_uses (chapter, uses, series.table, row);
}

static GPtrArray *
uses_of (const UtChapter *chapter, guint indicator) {
  GPtrArray *uses = g_ptr_array_new_with_free_func (use_free);
  for (guint place = 0; place < chapter->n_places; place++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, indicator);
    add_series_to_uses (chapter, uses, assessed->series);
    for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
      add_series_to_uses (chapter, uses, assessed->reference_series[benchmark]);
  }
  return uses;
}

/* The table of sources */

static char *
say_periods (const Use *use, UtLanguage language) {
  g_autofree char *first = ut_period_format (use->first, language);
  g_autofree char *last = ut_period_format (use->last, language);
  if (ut_period_compare (use->first, use->last) == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (ut_tr (language, "%1$s to %2$s"), first, last);
}

static char *
say_dataset (const UtDataset *dataset, UtLanguage language) {
  g_autofree char *table
      = dataset->table != NULL ? g_strdup_printf (ut_tr (language, ", table %s"), dataset->table) : g_strdup ("");
  return g_strdup_printf ("%s: %s%s", dataset->source, dataset->title, table);
}

static char *
say_dates (const UtDataset *dataset, UtLanguage language) {
  g_autoptr (GString) text = g_string_new (NULL);
  if (dataset->published != NULL)
    g_string_append_printf (text, ut_tr (language, "published %s"), dataset->published);
  if (dataset->retrieved != NULL) {
    g_string_append (text, text->len > 0 ? ", " : "");
    g_string_append_printf (text, ut_tr (language, "retrieved %s"), dataset->retrieved);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_use (const UtChapter *chapter, UtDocumentTable *table, const UtIndicator *indicator, const Use *use) {
  UtLanguage language = chapter->language;
  g_autofree char *dataset = say_dataset (use->dataset, language);
  g_autofree char *periods = say_periods (use, language);
  g_autofree char *dates = say_dates (use->dataset, language);
  g_autofree char *lines = g_strdup_printf ("%u", g_hash_table_size (use->lines));
  g_autofree char *quality = ut_phrase_quality (use->quality, use->at_other_limit ? NAN : 0, language);
  ut_document_row (table);
  ut_document_cell (table, ut_chapter_name (chapter, indicator));
  ut_document_cell (table, dataset);
  ut_document_cell (table, periods)->key = ut_period_time (use->last);
  ut_document_cell (table, use->dataset->licence);
  ut_document_cell (table, dates);
  ut_document_cell (table, lines)->key = g_hash_table_size (use->lines);
  ut_document_cell (table, quality);
}

static void
add_sources_table (UtChapter *chapter) {
  static const struct {
    const char *heading;
    gboolean number;
  } columns[] = {
    { N_ ("Indicator"), FALSE },
    { N_ ("Dataset"), FALSE },
    { N_ ("Periods"), FALSE },
    { N_ ("Licence"), FALSE },
    { N_ ("Published or retrieved"), FALSE },
    { N_ ("Lines used"), TRUE },
    { N_ ("Remarks on the figures"), FALSE },
  };
  UtDocumentTable *table = ut_document_table (
      chapter->document, ut_tr (chapter->language, "Where the figures come from, and how many lines of the files the "
                                                   "places, the county and the country rest on."));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    ut_document_column (table, ut_chapter_say (chapter, columns[i].heading), columns[i].number);
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    g_autoptr (GPtrArray) uses = uses_of (chapter, i);
    for (guint k = 0; k < uses->len; k++)
      add_use (chapter, table, ut_chapter_get (chapter, 0, i)->indicator, g_ptr_array_index (uses, k));
  }
}

static void
add_definitions (UtChapter *chapter) {
  UtDocumentTable *table = ut_document_table (chapter->document, ut_tr (chapter->language, "What the figures mean."));
  ut_document_column (table, ut_tr (chapter->language, "Indicator"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Definition"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "What is good"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Source"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Note"), FALSE);
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    const UtIndicator *indicator = ut_chapter_get (chapter, 0, i)->indicator;
    ut_chapter_row (chapter, table, indicator);
    ut_document_cell (table, ut_text_get (&indicator->definition, chapter->language));
    ut_document_cell (table, ut_polarity_word (indicator->polarity, chapter->language));
    ut_document_cell (table, ut_text_get (&indicator->source, chapter->language));
    ut_document_cell (table, ut_text_get (&indicator->note, chapter->language));
  }
}

static gboolean
is_used (const UtChapter *chapter, const UtDataset *dataset) {
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    for (guint k = 0; k < ut_assessment_n_indicators (chapter->assessment); k++)
      if (g_str_equal (ut_chapter_get (chapter, 0, k)->indicator->key, mapping->indicator))
        return TRUE;
  }
  return FALSE;
}

static void
add_dataset_notes (UtChapter *chapter) {
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < chapter->project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (chapter->project->datasets, i);
    const char *note = ut_text_get (&dataset->note, chapter->language);
    if (*note != '\0' && is_used (chapter, dataset))
      g_ptr_array_add (items, g_strdup_printf ("%s: %s", dataset->title, note));
  }
  ut_document_list (chapter->document, FALSE, items);
}

/* What is missing */

/* A row that only says that the figure is missing is no figure. */
static gboolean
is_missing (const UtFigure *figure) {
  return !ut_figure_is_shown (figure) && !ut_figure_is_suppressed (figure);
}

/* The places whose figure is such a one, and how many they are. */
static char *
name_places (const UtChapter *chapter, guint indicator, gboolean (*is_such) (const UtFigure *figure), guint *n) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint place = 0; place < chapter->n_places; place++)
    if (is_such (&ut_chapter_get (chapter, place, indicator)->own))
      g_ptr_array_add (names, ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, place)));
  *n = names->len;
  return ut_chapter_join (chapter, names);
}

static char *
say_suppressed_figures (const UtChapter *chapter, guint indicator) {
  guint n;
  g_autofree char *joined = name_places (chapter, indicator, ut_figure_is_suppressed, &n);
  const char *name = ut_chapter_name (chapter, ut_chapter_get (chapter, 0, indicator)->indicator);
  return n == 0 ? NULL
                : g_strdup_printf (ut_tr (chapter->language, "%1$s: no figure is shown for %2$s, to protect privacy"),
                                   name, joined);
}

/* Why there are fewer figures than there should be. */
static char *
say_unread (const UtChapter *chapter, const UtIndicator *indicator) {
  return g_strdup_printf (
      ut_tr (chapter->language, "%s: a dataset with its figures could not be read, and is left out"),
      ut_chapter_name (chapter, indicator));
}

static char *
say_missing_figures (const UtChapter *chapter, guint indicator) {
  guint n;
  g_autofree char *joined = name_places (chapter, indicator, is_missing, &n);
  if (n == 0)
    return NULL;
  const char *name = ut_chapter_name (chapter, ut_chapter_get (chapter, 0, indicator)->indicator);
  if (n == chapter->n_places)
    return g_strdup_printf (ut_tr (chapter->language, "%s: no figure for any of the places"), name);
  return g_strdup_printf (ut_tr (chapter->language, "%1$s: no figure for %2$s"), name, joined);
}

static void
add_missing (UtChapter *chapter) {
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < chapter->report->gaps->len; i++) {
    const UtReportGap *gap = g_ptr_array_index (chapter->report->gaps, i);
    g_ptr_array_add (items, g_strdup_printf (ut_tr (chapter->language, "%1$s. Can be had from: %2$s"),
                                             ut_text_get (&gap->what, chapter->language),
                                             ut_text_get (&gap->source, chapter->language)));
  }
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    char *missing = say_missing_figures (chapter, i), *hidden = say_suppressed_figures (chapter, i);
    if (missing != NULL)
      g_ptr_array_add (items, missing);
    if (hidden != NULL)
      g_ptr_array_add (items, hidden);
    const UtIndicator *indicator = ut_chapter_get (chapter, 0, i)->indicator;
    if (indicator->unread)
      g_ptr_array_add (items, say_unread (chapter, indicator));
  }
  ut_document_heading (chapter->document, 3, ut_tr (chapter->language, "What is missing"));
  if (items->len == 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT,
                           ut_tr (chapter->language, "Every indicator of the report has a figure for every place."));
  ut_document_list (chapter->document, FALSE, items);
}

/* Methods and import */

/* The rules in use, and which indicators have another than the report's. */
static void
add_rules (const UtChapter *chapter, GPtrArray *items) {
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((chapter->rules & 1u << rule) != 0)
      g_ptr_array_add (items, g_strdup (ut_rule_method ((UtRule) rule, chapter->language)));
  char *exceptions = ut_rules_exceptions (chapter->report, chapter->assessment);
  if (*exceptions != '\0')
    g_ptr_array_add (items, exceptions);
  else
    g_free (exceptions);
}

static void
add_methods (UtChapter *chapter) {
  static const char *const lines[] = {
    N_ ("Many comparisons: the comparisons of one place with one benchmark are a family, and the Benjamini–Hochberg "
        "method with the limit 0.05 decides which differences hold together. These have filled marks; the others may "
        "be chance."),
    N_ ("The summary: all comparisons of the report's municipalities with the country are one family, and those of the "
        "report's own region another; a difference stands in the summary when it holds in one of them."),
    N_ ("Published margins: where the source gives its own margin of error, that is used, and the answer must be the "
        "same for every true figure the printed one may have been rounded from."),
    N_ ("Change over time: a straight line from 4 points (for shares their logit, for rates their logarithm, where the "
        "number of persons is known or stands in), with an error widened for what varies beyond chance and for years "
        "that are like their neighbours; p below 0.05. An abrupt shift is one step that describes the figures much "
        "better, with two points at least on either side. Beside the country the same line is what the place does "
        "differently. Both are judged with the other trends of the place (Benjamini–Hochberg). Figures before a break "
        "and parts of a year are left out."),
    N_ ("Small numbers: figures at or below the indicator's limits are suppressed, and with them every sum that would "
        "give them away. The sign : is a suppressed figure, .. a missing one and . one that cannot exist."),
    N_ ("Areas: figures published for older municipalities are added up to today's by counts. Where a municipality was "
        "split, they are shared by weight, marked as estimates and left out of every test. Figures for the report's "
        "own region are sums of counts; where only percentages are published, they are weighted by how many persons "
        "each "
        "is about, and called approximate."),
  };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  add_rules (chapter, items);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (items, g_strdup (ut_chapter_say (chapter, lines[i])));
  ut_document_heading (chapter->document, 3, ut_tr (chapter->language, "Methods in short"));
  ut_document_list (chapter->document, FALSE, items);
}

/* Only those about the files of datasets: others depend on which reports are written in the same run. */
static gsize
count_findings (const UtChapter *chapter, gsize n_of_kind[UT_N_FINDING_KINDS]) {
  gsize n = 0;
  for (gsize i = 0; i < ut_findings_count (chapter->findings); i++) {
    const UtFinding *finding = ut_findings_get (chapter->findings, i);
    gboolean ours
        = finding->kind == UT_FINDING_UNREAD || (finding->file != NULL && strstr (finding->file, "datasets/") != NULL);
    if (!ours)
      continue;
    n_of_kind[finding->kind]++;
    n++;
  }
  return n;
}

static char *
say_rows (const UtChapter *chapter, gsize n_rows, gsize n_used, gsize n_findings) {
  UtLanguage language = chapter->language;
  g_autofree char *rows = ut_number_format ((double) n_rows, 0, language);
  g_autofree char *used = ut_number_format ((double) n_used, 0, language);
  g_autofree char *findings = ut_number_format ((double) n_findings, 0, language);
  if (n_findings == 0)
    return g_strdup_printf (ut_tr (language, "The files of the project have %1$s rows, of which %2$s are used. Every "
                                             "row and cell could be understood."),
                            rows, used);
  return g_strdup_printf (ut_tr (language, "The files of the project have %1$s rows, of which %2$s are used. Rows and "
                                           "cells that could not be used as they are give a finding each; there are "
                                           "%3$s over all files."),
                          rows, used, findings);
}

static void
add_findings (UtChapter *chapter) {
  gsize n_rows = 0, n_used = 0, n_of_kind[UT_N_FINDING_KINDS] = { 0 };
  gsize n_findings = count_findings (chapter, n_of_kind);
  for (guint i = 0; chapter->project->counts != NULL && i < chapter->project->counts->len; i++) {
    const UtImportCount *count = &g_array_index (chapter->project->counts, UtImportCount, i);
    n_rows += count->n_rows;
    n_used += count->n_used;
  }
  ut_document_heading (chapter->document, 3, ut_tr (chapter->language, "Reading the files"));
  ut_chapter_paragraph (chapter, UT_ROLE_TEXT, say_rows (chapter, n_rows, n_used, n_findings));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (UtFindingKind kind = 0; kind < UT_N_FINDING_KINDS; kind++) {
    if (n_of_kind[kind] > 0)
      g_ptr_array_add (items,
                       g_strdup_printf ("%s: %zu", ut_finding_kind_label (kind, chapter->language), n_of_kind[kind]));
  }
  ut_document_list (chapter->document, FALSE, items);
}

static void
add (UtChapter *chapter) {
  ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "The figures behind the chapter"));
  ut_document_heading (chapter->document, 3, ut_tr (chapter->language, "Sources"));
  add_sources_table (chapter);
  add_dataset_notes (chapter);
  ut_document_heading (chapter->document, 3, ut_tr (chapter->language, "Definitions"));
  add_definitions (chapter);
  add_missing (chapter);
  add_methods (chapter);
  add_findings (chapter);
}

const UtSection ut_section_sources = { .name = "sources", .add = add };
