#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include <utsyn/explain.h>
#include <utsyn/number.h>
#include <utsyn/phrases.h>

#define MOST_ORIGINS    20
#define FIGURE_DECIMALS 2

typedef struct {
  GString *text;
  const UtAssessment *assessment;
  const UtProject *project;
  UtLanguage language;
} Page;

static void say (Page *page, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (Page *page, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (page->text, format, arguments);
  va_end (arguments);
  g_string_append_c (page->text, '\n');
}

static const char *word (const Page *page, const char *english) G_GNUC_FORMAT (2);

static const char *
word (const Page *page, const char *english) {
  return ut_tr (page->language, english);
}

/* Numbers live in the page until it is done, so that several may stand in one line. */
static char *
number (const Page *page, double value, int decimals) {
  return ut_number_format (value, decimals, page->language);
}

static char *
count (const Page *page, double value) {
  return number (page, value, value == floor (value) ? 0 : FIGURE_DECIMALS);
}

/* A figure in the indicator's unit; persons are whole. */
static char *
figure_of (const Page *page, const UtIndicator *indicator, double value) {
  return indicator->measure == UT_MEASURE_COUNT ? count (page, value) : number (page, value, FIGURE_DECIMALS);
}

/* p and q: four decimals, never "0,0000". */
static char *
probability (const Page *page, double value) {
  if (value >= 0.0001)
    return number (page, value, 4);
  g_autofree char *limit = number (page, 0.0001, 4);
  return g_strconcat ("< ", limit, NULL);
}

static const UtDataset *
dataset_of (const Page *page, const char *id) {
  for (guint i = 0; i < page->project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (page->project->datasets, i);
    if (strcmp (dataset->id, id) == 0)
      return dataset;
  }
  return NULL;
}

static const char *
name_of (const Page *page, UtRegionId region) {
  return ut_regions_get (ut_assessment_regions (page->assessment), region)->name;
}

/* Where it stands */

static void
say_quantity (const Page *page, GString *line, const char *what, double value) {
  if (isnan (value))
    return;
  char exact[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (exact, sizeof exact, "%.15g", value);
  g_autofree char *shown = value == floor (value) ? count (page, value) : g_strdup (exact);
  g_string_append_printf (line, "   %s %s", what, shown);
}

static void
say_origin (Page *page, const UtOrigin *origin, const char *own_code) {
  const UtTableFile *file = ut_table_file (ut_assessment_table (page->assessment), origin->file);
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "  %s:%u   %s %s", file->path, origin->line, word (page, "code"),
                          *origin->code != '\0' ? origin->code : own_code);
  say_quantity (page, line, word (page, "numerator"), origin->numerator);
  say_quantity (page, line, word (page, "denominator"), origin->denominator);
  say_quantity (page, line, word (page, "figure"), origin->value);
  if (origin->weight != 1)
    say_quantity (page, line, word (page, "share taken"), origin->weight);
  say (page, "%s", line->str);
}

static void
say_source (Page *page, const UtOrigin *origin) {
  const UtTableFile *file = ut_table_file (ut_assessment_table (page->assessment), origin->file);
  const UtDataset *dataset = dataset_of (page, file->dataset);
  if (dataset == NULL)
    return;
  g_autoptr (GString) line = g_string_new (dataset->source);
  g_string_append_printf (line, ". %s", dataset->title);
  if (dataset->table != NULL)
    g_string_append_printf (line, word (page, ", table %s"), dataset->table);
  g_string_append_printf (line, ". %s", dataset->licence);
  if (dataset->published != NULL)
    g_string_append_printf (line, word (page, ". Published %s"), dataset->published);
  if (dataset->retrieved != NULL)
    g_string_append_printf (line, word (page, ". Retrieved %s"), dataset->retrieved);
  say (page, "  %s", line->str);
}

static void
say_origins (Page *page, const UtFigure *figure) {
  const UtTable *table = ut_assessment_table (page->assessment);
  const UtRegion *region = ut_regions_get (ut_assessment_regions (page->assessment), figure->region);
  gsize n = ut_table_n_origins (table, figure->row);
  for (gsize i = 0; i < MIN (n, MOST_ORIGINS); i++) {
    const UtOrigin origin = ut_table_origin (table, figure->row, i);
    if (i == 0)
      say_source (page, &origin);
    say_origin (page, &origin, region->code);
  }
  if (n > MOST_ORIGINS)
    say (page, word (page, "  … and %u more lines"), (guint) (n - MOST_ORIGINS));
}

/* The lines of a sum are too many to list: how many, and where they stand. */
static void
say_sum (Page *page, const UtFigure *figure) {
  const UtTable *table = ut_assessment_table (page->assessment);
  gsize n = ut_table_n_origins (table, figure->row);
  if (n == 0)
    return;
  const UtTableFile *file = ut_table_file (table, ut_table_origin (table, figure->row, 0).file);
  say (page, word (page, "  added up from %1$u lines of %2$s; not published for the area"), (guint) n, file->path);
}

/* The figure */

static const char *
interval_method (const UtIndicator *indicator) {
  static const char *const methods[] = {
    [UT_TEST_NONE] = NULL,
    [UT_TEST_BINOMIAL] = N_ ("Wilson"),
    [UT_TEST_POISSON] = N_ ("exact below 10 events, Byar from 10"),
    [UT_TEST_MARGIN] = N_ ("the source's own margin"),
  };
  return methods[indicator->test];
}

static void
say_figure (Page *page, const UtFigure *figure, const UtIndicator *indicator) {
  if (figure->status != UT_STATUS_OK) {
    say (page, "  %s", ut_status_label ((UtStatus) figure->status, page->language));
    return;
  }
  const char *unit = ut_unit_label (indicator->unit, page->language);
  g_autofree char *value = figure_of (page, indicator, figure->value);
  if (!isnan (figure->numerator) && !isnan (figure->denominator) && indicator->measure != UT_MEASURE_MEAN) {
    g_autofree char *x = count (page, figure->numerator), *n = count (page, figure->denominator);
    g_autofree char *factor = count (page, ut_unit_factor (indicator->unit));
    say (page, "  %s / %s × %s = %s %s", x, n, factor, value, unit);
  } else {
    say (page, "  %s %s", value, unit);
  }
  if (!isnan (figure->interval.lower) && interval_method (indicator) != NULL) {
    g_autofree char *lower = number (page, figure->interval.lower, FIGURE_DECIMALS);
    g_autofree char *upper = number (page, figure->interval.upper, FIGURE_DECIMALS);
    say (page, word (page, "  95 %% uncertainty of the figure alone: %s–%s (%s)"), lower, upper,
         word (page, interval_method (indicator)));
  }
  g_autofree char *quality = ut_phrase_quality (figure->quality, page->language);
  if (*quality != '\0')
    say (page, "  %s", quality);
}

/* A comparison */

static void
say_rest (Page *page, const UtVerdict *verdict, const UtIndicator *indicator) {
  if (isnan (verdict->rest_denominator))
    return;
  g_autofree char *n = count (page, verdict->rest_denominator),
                  *anchor = number (page, verdict->anchor, FIGURE_DECIMALS);
  const char *unit = ut_unit_label (indicator->unit, page->language);
  if (isnan (verdict->rest_numerator)) {
    say (page, word (page, "  the rest (without the place itself): %s in number, %s %s"), n, anchor, unit);
    return;
  }
  g_autofree char *x = count (page, verdict->rest_numerator);
  say (page, word (page, "  the rest (without the place itself): %s / %s = %s %s"), x, n, anchor, unit);
}

static void
say_test (Page *page, const UtVerdict *verdict, guint n_tested) {
  if (isnan (verdict->p))
    return;
  if (!isnan (verdict->ratio)) {
    g_autofree char *ratio = number (page, verdict->ratio, FIGURE_DECIMALS);
    g_autofree char *lower = number (page, verdict->ratio_interval.lower, FIGURE_DECIMALS);
    g_autofree char *upper = isinf (verdict->ratio_interval.upper)
                                 ? g_strdup ("∞")
                                 : number (page, verdict->ratio_interval.upper, FIGURE_DECIMALS);
    say (page, word (page, "  ratio %s (95 %% mid-p interval %s–%s)"), ratio, lower, upper);
  }
  g_autofree char *lower = number (page, verdict->deciding.lower, FIGURE_DECIMALS);
  g_autofree char *upper = number (page, verdict->deciding.upper, FIGURE_DECIMALS);
  g_autofree char *anchor = number (page, verdict->anchor, FIGURE_DECIMALS);
  g_autofree char *p = probability (page, verdict->p), *q = probability (page, verdict->q);
  say (page, word (page, "  the interval that decides: %s–%s, held against %s"), lower, upper, anchor);
  say (page, word (page, "  p %s; q %s after Benjamini–Hochberg over %u comparisons of the place"), p, q, n_tested);
}

static void
say_answer (Page *page, const UtVerdict *verdict) {
  const char *answer = ut_level_word (verdict->level, page->language);
  const char *mark = ut_level_mark (verdict->level, verdict->robust);
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    say (page, "  → %s %s: %s", mark, answer, ut_reason_text (verdict->reason, page->language));
  else if (verdict->level == UT_LEVEL_SIMILAR)
    say (page, "  → %s %s", mark, answer);
  else
    say (page, "  → %s %s, %s", mark, answer,
         verdict->robust ? word (page, "also when all comparisons are taken together")
                         : word (page, "but it may be chance when so many comparisons are made"));
  if (verdict->trivial)
    say (page, "  %s", word (page, "statistically certain, but small"));
}

static void
say_verdict (Page *page, const UtAssessed *assessed, UtBenchmark benchmark, guint n_tested) {
  static const char *const headings[UT_N_SURROUNDING]
      = { [UT_BENCHMARK_COUNTY] = N_ ("Against the county"), [UT_BENCHMARK_COUNTRY] = N_ ("Against the country") };
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  if (verdict->reference.exists) {
    say (page, "\n%s: %s", word (page, headings[benchmark]), name_of (page, verdict->reference.region));
    say_figure (page, &verdict->reference, assessed->indicator);
    if (!(verdict->reference.quality & UT_QUALITY_SUMMED))
      say_origins (page, &verdict->reference);
    else
      say_sum (page, &verdict->reference);
  } else {
    say (page, "\n%s", word (page, headings[benchmark]));
  }
  say_rest (page, verdict, assessed->indicator);
  say_test (page, verdict, n_tested);
  say_answer (page, verdict);
}

/* The trend */

static void
say_points (Page *page, const UtTrend *trend) {
  const UtTable *table = ut_assessment_table (page->assessment);
  g_autoptr (GString) points = g_string_new (NULL);
  for (guint i = 0; trend->rows != NULL && i < trend->rows->len; i++) {
    gsize row = g_array_index (trend->rows, gsize, i);
    g_autofree char *period = ut_period_format (table->period[row], page->language);
    g_autofree char *value
        = figure_of (page, ut_catalogue_get (page->project->catalogue, table->indicator[row]), table->value[row]);
    g_string_append_printf (points, "%s%s: %s", i == 0 ? "" : "; ", period, value);
  }
  if (points->len > 0)
    say (page, word (page, "  points used: %s"), points->str);
  if (trend->dropped->len > 0)
    say (page, word (page, "  points left out: %u overlapping, %u missing, %u parts of a year, %u before a break"),
         trend->n_dropped[UT_DROP_OVERLAP], trend->n_dropped[UT_DROP_MISSING], trend->n_dropped[UT_DROP_PARTIAL], trend->n_dropped[UT_DROP_BREAK]);
}

static void
say_slope (Page *page, const UtTrend *trend, const UtIndicator *indicator) {
  const char *unit = ut_unit_label (indicator->unit, page->language);
  if (!isnan (trend->slope_per_year)) {
    g_autofree char *slope = number (page, trend->slope_per_year, 3);
    g_autofree char *lower = number (page, trend->slope_interval.lower, 3);
    g_autofree char *upper = number (page, trend->slope_interval.upper, 3);
    if (isnan (trend->slope_interval.lower))
      say (page, word (page, "  change a year: %s %s (Theil–Sen)"), slope, unit);
    else
      say (page, word (page, "  change a year: %s %s (Theil–Sen, 95 %% %s to %s)"), slope, unit, lower, upper);
  }
  if (trend->method != NULL && !isnan (trend->p)) {
    g_autofree char *p = probability (page, trend->p);
    say (page, word (page, "  test: %s, p %s"), word (page, trend->method), p);
  }
  if (!isnan (trend->detectable_per_year)) {
    g_autofree char *least = number (page, trend->detectable_per_year, 3);
    say (page, word (page, "  smallest yearly change that could have been seen: %s %s"), least, unit);
  }
}

static void
say_trend (Page *page, const UtAssessed *assessed) {
  const UtTrend *trend = &assessed->trend;
  say (page, "\n%s", word (page, "Change over time"));
  say_points (page, trend);
  say_slope (page, trend, assessed->indicator);
  if (trend->trend == UT_TREND_NOT_TESTED)
    say (page, "  → %s: %s", ut_trend_word (trend->trend, page->language),
         ut_reason_text (trend->reason, page->language));
  else
    say (page, "  → %s", ut_trend_word (trend->trend, page->language));
}

static void
say_heading (Page *page, const UtAssessed *assessed) {
  const UtIndicator *indicator = assessed->indicator;
  const UtRegion *region = ut_regions_get (ut_assessment_regions (page->assessment), assessed->region);
  g_autofree char *period
      = assessed->own.exists ? ut_period_format (assessed->own.period, page->language) : g_strdup ("–");
  say (page, "%s (%s)", ut_text_get (&indicator->name, page->language), indicator->key);
  say (page, word (page, "%s %s · %s · rule utsyn"), region->name, region->code, period);
  say (page, word (page, "  defined in %s:%u"), indicator->file, indicator->line);
  const char *note = ut_text_get (&indicator->note, page->language);
  if (*note != '\0')
    say (page, "  %s", note);
}

char *
ut_explain (const UtAssessment *assessment, guint place, guint indicator, const UtProject *project,
            UtLanguage language) {
  Page page = { g_string_new (NULL), assessment, project, language };
  const UtAssessed *assessed = ut_assessment_get (assessment, place, indicator);
  say_heading (&page, assessed);
  say (&page, "\n%s", word (&page, "The figure and where it stands"));
  if (assessed->own.exists) {
    say_origins (&page, &assessed->own);
    say_figure (&page, &assessed->own, assessed->indicator);
  } else {
    say (&page, "  %s", ut_reason_text (UT_REASON_NO_FIGURE, language));
  }
  if (assessed->rank > 0)
    say (&page, word (&page, "  number %u of %u municipalities in the county"), assessed->rank, assessed->n_ranked);
  for (guint benchmark = 0; benchmark < UT_N_SURROUNDING; benchmark++)
    say_verdict (&page, assessed, (UtBenchmark) benchmark,
                 ut_assessment_n_tested (assessment, place, (UtBenchmark) benchmark));
  say_trend (&page, assessed);
  return g_string_free (page.text, FALSE);
}
