/* A figure explained: the lines of files it rests on, its counts, its interval. */
#include "explain/explanation.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "text/figure.h"
#include <utsyn/phrases.h>

#define MOST_ORIGINS 20
/* From here Byar's approximation is used. */
#define BYAR_FROM 10
/* Two-sided 95 % of the normal distribution, and its square, as they are put into formulas. */
#define Z  1.959964
#define ZZ 3.841459

/* Where it stands */

static const UtDataset *
dataset_of (const UtExplanation *page, const char *id) {
  for (guint i = 0; i < page->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (page->datasets, i);
    if (strcmp (dataset->id, id) == 0)
      return dataset;
  }
  return NULL;
}

static void
add_source (UtExplanation *page, json_t *data, const UtTableFile *file) {
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
  json_t *source = json_pack ("{s:s, s:s, s:s, s:s}", "dataset", dataset->id, "source", dataset->source, "title",
                              dataset->title, "licence", dataset->licence);
  ut_json_set_text (source, "table", dataset->table);
  ut_json_set_text (source, "published", dataset->published);
  ut_json_set_text (source, "retrieved", dataset->retrieved);
  json_object_set_new (data, "source", source);
}

static void
append_quantity (const UtExplanation *page, GString *line, const char *what, double value) {
  if (isnan (value))
    return;
  char exact[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (exact, sizeof exact, "%.15g", value);
  g_autofree char *shown = value == floor (value) ? ut_explanation_exact (page, value) : g_strdup (exact);
  g_string_append_printf (line, "   %s %s", what, shown);
}

static void
add_origin (UtExplanation *page, json_t *list, const UtOrigin *origin, const char *own_code) {
  const UtTableFile *file = ut_table_file (ut_assessment_table (page->assessment), origin->file);
  const char *code = *origin->code != '\0' ? origin->code : own_code;
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "  %s:%u   %s %s", file->path, origin->line, word (page, "code"), code);
  append_quantity (page, line, word (page, "numerator"), origin->numerator);
  append_quantity (page, line, word (page, "denominator"), origin->denominator);
  append_quantity (page, line, word (page, "figure"), origin->value);
  if (origin->weight != 1)
    append_quantity (page, line, word (page, "share taken"), origin->weight);
  say (page, "%s", line->str);
  json_t *data = json_pack ("{s:s, s:i, s:s}", "file", file->path, "line", (int) origin->line, "code", code);
  ut_json_set_number (data, "numerator", origin->numerator);
  ut_json_set_number (data, "denominator", origin->denominator);
  ut_json_set_number (data, "value", origin->value);
  ut_json_set_number (data, "weight", origin->weight);
  json_array_append_new (list, data);
}

/* "9 + 12 + 0.4·30 = 33": how the lines make up the counts. */
static void
add_addition (UtExplanation *page, const UtFigure *figure, const char *what, gboolean numerator, double sum) {
  const UtTable *table = ut_assessment_table (page->assessment);
  gsize n = ut_table_n_origins (table, figure->row);
  g_autoptr (GString) terms = g_string_new (NULL);
  for (gsize i = 0; i < n; i++) {
    const UtOrigin origin = ut_table_origin (table, figure->row, i);
    double term = numerator ? origin.numerator : origin.denominator;
    if (isnan (term))
      return;
    g_autofree char *shown = ut_explanation_exact (page, term);
    g_autofree char *weight = ut_explanation_exact (page, origin.weight);
    g_string_append_printf (terms, "%s%s%s%s", i > 0 ? " + " : "", origin.weight != 1 ? weight : "",
                            origin.weight != 1 ? "·" : "", shown);
  }
  g_autofree char *total = ut_explanation_exact (page, sum);
  if (n > 1 && !isnan (sum))
    say (page, "  %s: %s = %s", what, terms->str, total);
}

static void
add_lines (UtExplanation *page, json_t *data, const UtFigure *figure) {
  const UtTable *table = ut_assessment_table (page->assessment);
  const UtRegion *region = ut_regions_get (ut_assessment_regions (page->assessment), figure->region);
  gsize n = ut_table_n_origins (table, figure->row);
  json_t *list = json_array ();
  for (gsize i = 0; i < MIN (n, MOST_ORIGINS); i++) {
    const UtOrigin origin = ut_table_origin (table, figure->row, i);
    if (i == 0)
      add_source (page, data, ut_table_file (table, origin.file));
    add_origin (page, list, &origin, region->code);
  }
  if (n > MOST_ORIGINS)
    say (page, ut_trn (page->language, "  … and %u more line", "  … and %u more lines", n - MOST_ORIGINS),
         (guint) (n - MOST_ORIGINS));
  json_object_set_new (data, "lines", list);
  if (n > MOST_ORIGINS || figure->status != UT_STATUS_OK)
    return;
  add_addition (page, figure, word (page, "numerator"), TRUE, figure->numerator);
  add_addition (page, figure, word (page, "denominator"), FALSE, figure->denominator);
}

/* The lines of a sum are too many to list: how many, and where they stand. */
static void
add_sum (UtExplanation *page, json_t *data, const UtFigure *figure) {
  const UtTable *table = ut_assessment_table (page->assessment);
  gsize n = ut_table_n_origins (table, figure->row);
  if (n == 0)
    return;
  const UtTableFile *file = ut_table_file (table, ut_table_origin (table, figure->row, 0).file);
  say (page,
       ut_trn (page->language, "  added up from %1$u line of %2$s; not published for the area",
               "  added up from %1$u lines of %2$s; not published for the area", n),
       (guint) n, file->path);
  json_object_set_new (data, "summed_from", json_pack ("{s:i, s:s}", "lines", (int) n, "file", file->path));
}

/* The interval */

static char *
wilson (const UtExplanation *page, double x, double n) {
  g_autofree char *events = ut_explanation_exact (page, x), *persons = ut_explanation_exact (page, n);
  g_autofree char *z = ut_explanation_exact (page, Z), *zz = ut_explanation_exact (page, ZZ);
  return g_strdup_printf ("(2·%1$s + %3$s ∓ %4$s·√(%3$s + 4·%1$s·(1 − %1$s/%2$s))) / (2·(%2$s + %3$s))", events,
                          persons, zz, z);
}

static char *
byar (const UtExplanation *page, double x, double n) {
  g_autofree char *events = ut_explanation_exact (page, x), *next = ut_explanation_exact (page, x + 1);
  g_autofree char *persons = ut_explanation_exact (page, n), *z = ut_explanation_exact (page, Z);
  return g_strdup_printf ("%1$s·(1 − 1/(9·%1$s) − %4$s/(3·√%1$s))³ / %3$s; "
                          "%2$s·(1 − 1/(9·%2$s) + %4$s/(3·√%2$s))³ / %3$s",
                          events, next, persons, z);
}

static char *
exact_rate (const UtExplanation *page, double x, double n) {
  g_autofree char *events = ut_explanation_exact (page, x), *persons = ut_explanation_exact (page, n);
  g_autofree char *low = ut_explanation_exact (page, 0.025), *high = ut_explanation_exact (page, 0.975);
  return g_strdup_printf ("χ²(%3$s; 2·%1$s)/2 / %2$s; χ²(%4$s; 2·%1$s + 2)/2 / %2$s", events, persons, low, high);
}

static char *
margin (const UtExplanation *page, const UtFigure *figure) {
  g_autofree char *value = ut_explanation_exact (page, figure->value);
  g_autofree char *half = ut_explanation_exact (page, figure->margin);
  return g_strdup_printf ("%s ∓ %s", value, half);
}

char *
ut_explanation_interval_formula (const UtExplanation *page, const UtFigure *figure, const char **method) {
  *method = NULL;
  if (isnan (figure->interval.lower))
    return NULL;
  double x = figure->numerator, n = figure->denominator;
  switch (ut_explanation_assessed (page)->indicator->test) {
  case UT_TEST_BINOMIAL:
    *method = N_ ("Wilson");
    return wilson (page, x, n);
  case UT_TEST_POISSON:
    *method = x < BYAR_FROM ? N_ ("exact, below 10 events") : N_ ("Byar, from 10 events");
    return x < BYAR_FROM ? exact_rate (page, x, n) : byar (page, x, n);
  case UT_TEST_MARGIN:
    *method = N_ ("the source's own margin");
    return margin (page, figure);
  case UT_TEST_NONE:
    break;
  }
  return NULL;
}

static void
add_interval (UtExplanation *page, json_t *data, const UtFigure *figure) {
  const UtIndicator *indicator = ut_explanation_assessed (page)->indicator;
  const char *method;
  g_autofree char *formula = ut_explanation_interval_formula (page, figure, &method);
  if (formula == NULL)
    return;
  g_autofree char *lower = ut_explanation_figure (page, figure->interval.lower);
  g_autofree char *upper = ut_explanation_figure (page, figure->interval.upper);
  g_autofree char *factor = ut_explanation_exact (page, ut_unit_factor (indicator->unit));
  gboolean scaled = indicator->test != UT_TEST_MARGIN && ut_unit_factor (indicator->unit) != 1;
  g_autofree char *whole = scaled ? g_strdup_printf ("%s, × %s", formula, factor) : g_strdup (formula);
  say (page, word (page, "  95 %% uncertainty of the figure alone: %s–%s (%s)"), lower, upper,
       ut_tr (page->language, method));
  say (page, "    = %s", whole);
  json_t *interval = json_object ();
  ut_json_set_number (interval, "lower", figure->interval.lower);
  ut_json_set_number (interval, "upper", figure->interval.upper);
  ut_json_set_text (interval, "method", method);
  ut_json_set_text (interval, "formula", whole);
  json_object_set_new (data, "interval", interval);
}

/* The figure */

static void
add_value (UtExplanation *page, json_t *data, const UtFigure *figure) {
  const UtIndicator *indicator = ut_explanation_assessed (page)->indicator;
  const char *unit = ut_unit_label (indicator->unit, page->language);
  g_autofree char *value = ut_explanation_figure (page, figure->value);
  if (!isnan (figure->numerator) && !isnan (figure->denominator) && indicator->measure != UT_MEASURE_MEAN) {
    g_autofree char *x = ut_explanation_exact (page, figure->numerator);
    g_autofree char *n = ut_explanation_exact (page, figure->denominator);
    g_autofree char *factor = ut_explanation_exact (page, ut_unit_factor (indicator->unit));
    say (page, "  %s / %s × %s = %s %s", x, n, factor, value, unit);
  } else {
    say (page, "  %s %s", value, unit);
  }
  add_interval (page, data, figure);
  g_autofree char *quality
      = ut_phrase_figure_quality (ut_explanation_assessed (page)->series.table, figure, page->language);
  if (*quality != '\0')
    say (page, "  %s", quality);
  ut_json_set_text (data, "remark", *quality != '\0' ? quality : NULL);
}

json_t *
ut_explanation_add_figure (UtExplanation *page, const UtFigure *figure) {
  json_t *data = json_object ();
  ut_json_set_number (data, "value", figure->value);
  ut_json_set_number (data, "numerator", figure->numerator);
  ut_json_set_number (data, "denominator", figure->denominator);
  ut_json_set_number (data, "margin", figure->margin);
  if (!figure->exists) {
    say (page, "  %s", ut_phrase_missing (figure, page->language));
    ut_json_set_text (data, "missing", "");
    return data;
  }
  ut_json_set_text (data, "missing", ut_figure_is_shown (figure) ? NULL : ut_status_sign (figure->status));
  gboolean own = figure->region == ut_explanation_assessed (page)->region;
  gboolean summed = !own && (figure->quality & UT_QUALITY_SUMMED) != 0;
  if (!summed)
    add_lines (page, data, figure);
  if (ut_figure_is_shown (figure))
    add_value (page, data, figure);
  else
    say (page, "  %s", ut_phrase_missing (figure, page->language));
  if (summed)
    add_sum (page, data, figure);
  return data;
}
