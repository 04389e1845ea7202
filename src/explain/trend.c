/* A trend explained: the points, those left out and why, the test and the slope. */
#include "explain/explanation.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "text/figure.h"
#include "text/indicator.h"
#include "text/probability.h"
#include "text/trend.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

#define SLOPE_DECIMALS     3
#define STATISTIC_DECIMALS 4

/* Counts that are published; those that are only possible are nobody's to print. */
static gboolean
is_counted (const UtTrend *trend) {
  return trend->basis == UT_BASIS_COUNTS;
}

/* "2015: 54/641 = 8.42" where the counts were tested, else "2015: 8.42". */
static void
append_point (const UtExplanation *page, GString *points, gsize row, gboolean counted) {
  const UtTable *table = ut_assessment_table (page->assessment);
  g_autofree char *period = ut_period_format (table->period[row], page->language);
  g_autofree char *value = ut_explanation_figure (page, table->value[row]);
  g_string_append_printf (points, "%s%s: ", points->len > 0 ? "; " : "", period);
  if (counted) {
    g_autofree char *x = ut_explanation_exact (page, ut_table_numerator (table, row));
    g_autofree char *n = ut_explanation_exact (page, ut_table_denominator (table, row));
    g_string_append_printf (points, "%s/%s = ", x, n);
  }
  g_string_append (points, value);
}

static void
add_points (UtExplanation *page, json_t *data, const UtTrend *trend) {
  const UtTable *table = ut_assessment_table (page->assessment);
  g_autoptr (GString) points = g_string_new (NULL);
  json_t *list = json_array ();
  for (guint i = 0; trend->rows != NULL && i < trend->rows->len; i++) {
    gsize row = g_array_index (trend->rows, gsize, i);
    append_point (page, points, row, is_counted (trend));
    json_t *point = json_object ();
    ut_json_set_period (point, "period", table->period[row]);
    ut_json_set_number (point, "time", ut_period_time (table->period[row]));
    ut_json_set_number (point, "value", table->value[row]);
    ut_json_set_number (point, "numerator", ut_table_numerator (table, row));
    ut_json_set_number (point, "denominator", ut_table_denominator (table, row));
    json_array_append_new (list, point);
  }
  if (points->len > 0)
    say (page, word (page, "  points used: %s"), points->str);
  json_object_set_new (data, "points", list);
}

/* A row without a figure says what it lacks; one with a figure why that was not used. */
static const char *
dropped_reason (const UtExplanation *page, const UtDroppedPoint *dropped) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  UtFigure figure = ut_assess_figure (ut_assessment_table (page->assessment), dropped->row, assessed->indicator);
  if (dropped->why == UT_DROP_MISSING && !ut_figure_is_shown (&figure))
    return ut_phrase_missing (&figure, page->language);
  return ut_drop_text (dropped->why, page->language);
}

/* Oldest first, as the points are. */
static void
add_dropped (UtExplanation *page, json_t *data, const UtTrend *trend) {
  const UtTable *table = ut_assessment_table (page->assessment);
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *list = json_array ();
  for (guint i = trend->dropped != NULL ? trend->dropped->len : 0; i-- > 0;) {
    const UtDroppedPoint *dropped = &g_array_index (trend->dropped, UtDroppedPoint, i);
    g_autofree char *period = ut_period_format (table->period[dropped->row], page->language);
    g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", period, dropped_reason (page, dropped));
    json_t *point = json_object ();
    ut_json_set_period (point, "period", table->period[dropped->row]);
    ut_json_set_text (point, "reason", ut_drop_code (dropped->why));
    json_array_append_new (list, point);
  }
  if (text->len > 0)
    say (page, word (page, "  points left out: %s"), text->str);
  json_object_set_new (data, "left_out", list);
}

static char *
slope (const UtExplanation *page, double value) {
  return ut_number_format (value, SLOPE_DECIMALS, page->language);
}

static void
add_slope (UtExplanation *page, json_t *data, const UtTrend *trend) {
  const char *unit = ut_phrase_difference_unit (ut_explanation_assessed (page)->indicator->unit, page->language);
  gboolean tested = trend->trend != UT_TREND_NOT_TESTED;
  ut_json_set_number (data, "slope_per_year", trend->slope_per_year);
  ut_explanation_set_interval (data, "slope_interval", trend->slope_interval);
  if (isnan (trend->slope_per_year))
    return;
  g_autofree char *change = slope (page, trend->slope_per_year);
  g_autofree char *lower = slope (page, trend->slope_interval.lower);
  g_autofree char *upper = slope (page, trend->slope_interval.upper);
  guint n = trend->rows->len;
  if (!tested)
    say (page, word (page, "  change a year: %s %s (Theil–Sen)"), change, unit);
  else if (trend->model == UT_MODEL_VALUE)
    say (page, word (page, "  change a year: %s %s (95 %% %s to %s)"), change, unit, lower, upper);
  else
    say (page, word (page, "  change a year: %s %s (95 %% %s to %s), at the mean level of the series"), change, unit,
         lower, upper);
  if (!tested && n > 2)
    say (page, word (page, "    = the median of the %u slopes between two points"), n * (n - 1) / 2);
}

static char *
number (const UtExplanation *page, double value) {
  return ut_number_format (value, STATISTIC_DECIMALS, page->language);
}

/* The line on its scale, and what widens its error. */
static void
say_line (UtExplanation *page, const UtTrend *trend) {
  static const char *const lines[] = {
    [UT_MODEL_VALUE] = "v = a + b·t",
    [UT_MODEL_SHARE] = "logit(x/n) = a + b·t",
    [UT_MODEL_RATE] = "log(x/n) = a + b·t",
  };
  const UtGuardedTrend *fit = &trend->fit;
  g_autofree char *b = number (page, fit->slope), *se = number (page, fit->slope_se),
                  *t = number (page, fit->t / fit->guard);
  g_autofree char *spread = number (page, fit->dispersion), *memory = number (page, fit->memory),
                  *guard = number (page, fit->guard);
  say (page, "    %s: b = %s, se = %s, t = b/(se·g) = %s, %zu df", lines[trend->model], b, se, t, (size_t) fit->df);
  if (trend->model == UT_MODEL_VALUE)
    say (page, word (page, "    residual variance %1$s; memory ρ = %2$s, so the error is widened by g = %3$s"), spread,
         memory, guard);
  else
    say (page, word (page, "    dispersion %1$s; memory ρ = %2$s, so the error is widened by g = %3$s"), spread, memory,
         guard);
  if (trend->basis == UT_BASIS_DERIVED || trend->basis == UT_BASIS_APPROXIMATE)
    say (page, "    %s", word (page, "x is the printed figure of the fewest persons it may be of, in whole persons"));
}

/* The best step, and why it is a jump or is not. */
static void
say_step (UtExplanation *page, const UtTrend *trend) {
  const UtGuardedTrend *fit = &trend->fit;
  if (fit->step_after == 0)
    return;
  gsize row = g_array_index (trend->rows, gsize, fit->step_after);
  g_autofree char *period = ut_period_format (ut_assessment_table (page->assessment)->period[row], page->language);
  g_autofree char *p = ut_phrase_p (fit->step_p, page->language);
  g_autofree char *evidence
      = isnan (fit->evidence) ? g_strdup ("–") : ut_number_format (fit->evidence, 1, page->language);
  g_autofree char *level = ut_number_format (0.02, 2, page->language);
  say (page,
       word (page, "  best step: from %1$s, %2$s; evidence against the line %3$s (a jump: p < %4$s and at least 6)"),
       period, p, evidence, level);
}

static void
set_fit (json_t *data, const UtTrend *trend) {
  gboolean tested = trend->trend != UT_TREND_NOT_TESTED;
  const UtGuardedTrend *fit = &trend->fit;
  const struct {
    const char *key;
    double value;
  } numbers[] = {
    { "slope", fit->slope },   { "slope_se", fit->slope_se }, { "dispersion", fit->dispersion }, { "lag1", fit->lag1 },
    { "memory", fit->memory }, { "guard", fit->guard },       { "df", (double) fit->df },        { "line_p", fit->p },
    { "step_p", fit->step_p }, { "evidence", fit->evidence },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    ut_json_set_number (data, numbers[i].key, tested ? numbers[i].value : NAN);
}

static void
add_test (UtExplanation *page, json_t *data, const UtTrend *trend) {
  ut_json_set_text (data, "method", trend->method);
  ut_json_set_text (data, "basis", trend->basis != UT_BASIS_NONE ? ut_basis_code (trend->basis) : NULL);
  set_fit (data, trend);
  ut_json_set_number (data, "p", trend->p);
  ut_json_set_number (data, "q", trend->q);
  json_object_set_new (data, "robust", json_boolean (trend->robust));
  if (trend->method == NULL)
    return;
  g_autofree char *p = ut_phrase_p (trend->fit.p, page->language);
  say (page, word (page, "  test: %s, %s"), ut_tr (page->language, trend->method), p);
  say_line (page, trend);
  say_step (page, trend);
}

static void
add_detectable (UtExplanation *page, json_t *data, const UtTrend *trend) {
  ut_json_set_number (data, "detectable_per_year", trend->detectable_per_year);
  if (isnan (trend->detectable_per_year))
    return;
  const char *unit = ut_phrase_difference_unit (ut_explanation_assessed (page)->indicator->unit, page->language);
  g_autofree char *least = slope (page, trend->detectable_per_year);
  g_autofree char *half = ut_number_format (0.975, 3, page->language),
                  *power = ut_number_format (0.8, 1, page->language);
  g_autofree char *shift = number (page, trend->detectable_per_year / trend->per_scale / trend->fit.slope_se);
  g_autofree char *formula = g_strdup_printf ("δ·se, δ = %s: P(|t(%zu; δ)| > g·t(%s; %zu)) = %s", shift,
                                              (size_t) trend->fit.df, half, (size_t) trend->fit.df, power);
  say (page, word (page, "  a change of at least this a year would probably have been seen: %s %s"), least, unit);
  say (page, "    = %s", formula);
  ut_json_set_text (data, "detectable_formula", formula);
}

static void
add_answer (UtExplanation *page, json_t *data, const UtTrend *trend) {
  g_autofree char *answer = ut_phrase_trend_word (ut_explanation_assessed (page), page->language);
  gboolean untested = trend->trend == UT_TREND_NOT_TESTED;
  if (untested)
    say (page, "  → %s: %s", ut_trend_word (trend->trend, page->language),
         ut_reason_text (trend->reason, page->language));
  else
    say (page, "  → %s", answer);
  ut_json_set_text (data, "class", ut_trend_code (trend->trend));
  ut_json_set_text (data, "reason", untested ? ut_reason_code (trend->reason) : NULL);
  ut_json_set_period (data, "jump", trend->jump_period);
}

/* Whether the place changes otherwise than the area. */
static void
add_contrast (UtExplanation *page, json_t *list, UtBenchmark benchmark) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  const UtTrendContrast *contrast = &assessed->trend.relative[benchmark];
  json_t *data = json_object ();
  ut_json_set_text (data, "benchmark", ut_benchmark_code (benchmark));
  ut_json_set_text (data, "reason", contrast->reason != UT_REASON_NONE ? ut_reason_code (contrast->reason) : NULL);
  ut_json_set_number (data, "points", contrast->n_points);
  ut_json_set_number (data, "difference_per_year", contrast->difference_per_year);
  ut_explanation_set_interval (data, "interval", contrast->interval);
  gboolean answered = contrast->reason == UT_REASON_NONE;
  ut_json_set_text (data, "change", answered ? ut_beside_code (contrast->side) : NULL);
  json_object_set_new (data, "against_rest", json_boolean (contrast->against_rest));
  ut_json_set_text (data, "area_trend", ut_trend_code (contrast->area));
  ut_json_set_number (data, "p", contrast->p);
  ut_json_set_number (data, "q", contrast->q);
  json_array_append_new (list, data);
  if (contrast->reason != UT_REASON_NONE)
    return;
  g_autofree char *line = ut_phrase_contrast (contrast, benchmark, page->language);
  say (page, "%s", line);
}

static void
add_contrasts (UtExplanation *page, json_t *data) {
  json_t *list = json_array ();
  for (guint i = 0; i < UT_N_ENCLOSING; i++)
    add_contrast (page, list, (UtBenchmark) i);
  json_object_set_new (data, "against", list);
}

void
ut_explanation_add_trend (UtExplanation *page) {
  const UtTrend *trend = &ut_explanation_assessed (page)->trend;
  json_t *data = json_object ();
  say (page, "\n%s", word (page, "Change over time"));
  add_points (page, data, trend);
  add_dropped (page, data, trend);
  add_slope (page, data, trend);
  add_test (page, data, trend);
  add_detectable (page, data, trend);
  add_answer (page, data, trend);
  ut_explanation_add_surveys (page, data);
  add_contrasts (page, data);
  json_object_set_new (page->data, "trend", data);
}
