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

static gboolean
is_counted (const UtTrend *trend) {
  return !isnan (trend->dispersion);
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
  ut_json_set_number (data, "slope_per_year", trend->slope_per_year);
  ut_explanation_set_interval (data, "slope_interval", trend->slope_interval);
  if (isnan (trend->slope_per_year))
    return;
  g_autofree char *change = slope (page, trend->slope_per_year);
  g_autofree char *lower = slope (page, trend->slope_interval.lower);
  g_autofree char *upper = slope (page, trend->slope_interval.upper);
  guint n = trend->rows->len;
  if (isnan (trend->slope_interval.lower))
    say (page, word (page, "  change a year: %s %s (Theil–Sen)"), change, unit);
  else
    say (page, word (page, "  change a year: %s %s (Theil–Sen, 95 %% %s to %s)"), change, unit, lower, upper);
  if (n > 2)
    say (page, word (page, "    = the median of the %u slopes between two points"), n * (n - 1) / 2);
}

/* Σx and Σn over the points. */
static void
add_up (const UtExplanation *page, const UtTrend *trend, double *events, double *persons) {
  const UtTable *table = ut_assessment_table (page->assessment);
  *events = *persons = 0;
  for (guint i = 0; i < trend->rows->len; i++) {
    gsize row = g_array_index (trend->rows, gsize, i);
    *events += ut_table_numerator (table, row);
    *persons += ut_table_denominator (table, row);
  }
}

static char *
test_formula (const UtExplanation *page, const UtTrend *trend) {
  g_autofree char *statistic = ut_number_format (trend->statistic, STATISTIC_DECIMALS, page->language);
  if (!is_counted (trend)) {
    g_autofree char *s = ut_explanation_exact (page, trend->statistic);
    return g_strdup_printf ("S = Σ sign(yⱼ − yᵢ), i < j, n = %u: %s", trend->rows->len, s);
  }
  double events, persons;
  add_up (page, trend, &events, &persons);
  g_autofree char *x = ut_explanation_exact (page, events), *n = ut_explanation_exact (page, persons);
  g_autofree char *dispersion = ut_number_format (trend->dispersion, STATISTIC_DECIMALS, page->language);
  if (ut_explanation_assessed (page)->indicator->test == UT_TEST_POISSON)
    return g_strdup_printf ("log(x/n) = a + b·t, Σx/Σn = %s/%s, χ² = (b/se)²: %s / %s", x, n, statistic, dispersion);
  return g_strdup_printf ("χ² = (Σ(t − t̄)(x − n·p̄))² / (p̄(1 − p̄)·Σn(t − t̄)²), p̄ = %s/%s: %s / %s", x, n, statistic,
                          dispersion);
}

static void
add_test (UtExplanation *page, json_t *data, const UtTrend *trend) {
  ut_json_set_text (data, "method", trend->method);
  ut_json_set_number (data, "statistic", trend->statistic);
  ut_json_set_number (data, "dispersion", trend->dispersion);
  ut_json_set_number (data, "p", trend->p);
  if (trend->method == NULL || isnan (trend->p))
    return;
  g_autofree char *p = ut_phrase_probability (trend->p, page->language), *formula = test_formula (page, trend);
  say (page, word (page, "  test: %s, p %s"), ut_tr (page->language, trend->method), p);
  say (page, "    %s", formula);
  if (is_counted (trend) && ut_explanation_assessed (page)->indicator->test == UT_TEST_POISSON)
    say (page, "    %s", word (page, "by maximum likelihood; the last number is the dispersion, at least 1"));
  else if (is_counted (trend))
    say (page, "    %s", word (page, "t̄ is weighted by n; the last number is the dispersion, at least 1"));
  ut_json_set_text (data, "test_formula", formula);
}

static void
add_detectable (UtExplanation *page, json_t *data, const UtTrend *trend) {
  ut_json_set_number (data, "detectable_per_year", trend->detectable_per_year);
  ut_json_set_number (data, "scatter", trend->scatter);
  if (isnan (trend->detectable_per_year))
    return;
  const char *unit = ut_phrase_difference_unit (ut_explanation_assessed (page)->indicator->unit, page->language);
  g_autofree char *least = slope (page, trend->detectable_per_year), *sd = ut_explanation_exact (page, trend->scatter);
  g_autofree char *half = ut_number_format (0.975, 3, page->language);
  g_autofree char *power = ut_number_format (0.8, 1, page->language);
  g_autofree char *formula
      = g_strdup_printf ("(t(%1$s; %3$u) + t(%2$s; %3$u))·%4$s / √Σ(t − t̄)²", half, power, trend->rows->len - 2, sd);
  say (page, word (page, "  smallest yearly change that would probably have been seen: %s %s"), least, unit);
  say (page, "    = %s", formula);
  ut_json_set_text (data, "detectable_formula", formula);
}

static void
add_answer (UtExplanation *page, json_t *data, const UtTrend *trend) {
  const char *answer = ut_trend_word (trend->trend, page->language);
  gboolean untested = trend->trend == UT_TREND_NOT_TESTED;
  g_autofree char *jump = ut_period_format (trend->jump_period, page->language);
  if (untested)
    say (page, "  → %s: %s", answer, ut_reason_text (trend->reason, page->language));
  else if (trend->trend == UT_TREND_JUMP)
    say (page, word (page, "  → %1$s, from %2$s: one step describes the points better than a line (BIC)"), answer,
         jump);
  else
    say (page, "  → %s", answer);
  ut_json_set_text (data, "class", ut_trend_code (trend->trend));
  ut_json_set_text (data, "reason", untested ? ut_reason_code (trend->reason) : NULL);
  ut_json_set_period (data, "jump", trend->jump_period);
}

/* Whether the place changes otherwise than the rest of the area. */
static void
add_contrast (UtExplanation *page, json_t *list, UtBenchmark benchmark) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  UtTrendContrast contrast = ut_assess_trend_contrast (assessed, benchmark);
  json_t *data = json_object ();
  ut_json_set_text (data, "benchmark", ut_benchmark_code (benchmark));
  ut_json_set_text (data, "reason", contrast.reason != UT_REASON_NONE ? ut_reason_code (contrast.reason) : NULL);
  ut_json_set_number (data, "points", contrast.n_points);
  ut_json_set_number (data, "difference_per_year", contrast.difference_per_year);
  ut_explanation_set_interval (data, "interval", contrast.interval);
  ut_json_set_number (data, "p", contrast.p);
  json_array_append_new (list, data);
  if (contrast.reason != UT_REASON_NONE)
    return;
  g_autofree char *line = ut_phrase_against_rest (&contrast, benchmark, page->language);
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
