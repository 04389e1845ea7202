/* The change between the two last surveys explained: both shares with their intervals, and the difference. */
#include "explain/explanation.h"

#include <math.h>

#include "base/i18n.h"
#include "text/indicator.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

static json_t *
survey_data (const UtSurvey *survey) {
  json_t *data = json_object ();
  ut_json_set_period (data, "period", survey->period);
  ut_json_set_number (data, "value", survey->value);
  ut_json_set_number (data, "share", survey->share);
  ut_json_set_number (data, "numerator", survey->events);
  ut_json_set_number (data, "numerator_lowest", survey->lowest);
  ut_json_set_number (data, "numerator_highest", survey->highest);
  ut_json_set_number (data, "denominator", survey->persons);
  ut_explanation_set_interval (data, "interval", survey->interval);
  return data;
}

/* "2019: 24 / 120 = 20.00 (13.82–28.05, Wilson)", and its formula. */
static void
say_survey (UtExplanation *page, const UtSurvey *survey) {
  const UtFigure figure = { .numerator = survey->events, .denominator = survey->persons, .interval = survey->interval };
  const char *method;
  g_autofree char *formula = ut_explanation_interval_formula (page, &figure, &method);
  g_autofree char *period = ut_period_format (survey->period, page->language);
  g_autofree char *x = ut_explanation_exact (page, survey->events), *n = ut_explanation_exact (page, survey->persons);
  g_autofree char *value = ut_explanation_figure (page, survey->share);
  g_autofree char *lower = ut_explanation_figure (page, survey->interval.lower);
  g_autofree char *upper = ut_explanation_figure (page, survey->interval.upper);
  double scale = ut_unit_factor (ut_explanation_assessed (page)->indicator->unit);
  g_autofree char *factor = ut_explanation_exact (page, scale);
  say (page, "    %s: %s / %s × %s = %s (%s–%s, %s)", period, x, n, factor, value, lower, upper,
       ut_tr (page->language, method));
  say (page, "      %s, × %s", formula, factor);
  if (survey->lowest == survey->highest)
    return;
  g_autofree char *least = ut_explanation_exact (page, survey->lowest);
  g_autofree char *most = ut_explanation_exact (page, survey->highest);
  g_autofree char *printed = ut_explanation_exact (page, survey->value);
  say (page,
       word (page, "      only the rounded figure %1$s is published: %2$s to %3$s persons, the answer is the same "
                   "for them all"),
       printed, least, most);
}

/* "= 14.62 − √((34.62 − 27.00)² + (28.05 − 20.00)²)"; the first share is the newer. */
static char *
limit_formula (const UtExplanation *page, const UtSurveyChange *change, gboolean upper) {
  double far = upper ? change->after.interval.upper : change->after.interval.lower;
  double near = upper ? change->before.interval.lower : change->before.interval.upper;
  g_autofree char *d = ut_explanation_figure (page, change->difference);
  g_autofree char *p2 = ut_explanation_figure (page, change->after.share),
                  *p1 = ut_explanation_figure (page, change->before.share);
  g_autofree char *e2 = ut_explanation_figure (page, far), *e1 = ut_explanation_figure (page, near);
  return upper ? g_strdup_printf ("%s + √((%s − %s)² + (%s − %s)²)", d, e2, p2, p1, e1)
               : g_strdup_printf ("%s − √((%s − %s)² + (%s − %s)²)", d, p2, e2, e1, p1);
}

static void
say_difference (UtExplanation *page, json_t *data, const UtSurveyChange *change) {
  g_autofree char *difference = ut_explanation_figure (page, change->difference);
  g_autofree char *lower = ut_explanation_figure (page, change->interval.lower);
  g_autofree char *upper = ut_explanation_figure (page, change->interval.upper);
  g_autofree char *down = limit_formula (page, change, FALSE);
  g_autofree char *up = limit_formula (page, change, TRUE);
  const char *unit = ut_phrase_difference_unit (ut_explanation_assessed (page)->indicator->unit, page->language);
  say_survey (page, &change->before);
  say_survey (page, &change->after);
  say (page, word (page, "    difference: %1$s %2$s (Newcombe's method 10, 95 %% %3$s to %4$s)"), difference, unit,
       lower, upper);
  say (page, "      %s = %s", down, lower);
  say (page, "      %s = %s", up, upper);
  ut_json_set_text (data, "lower_formula", down);
  ut_json_set_text (data, "upper_formula", up);
}

void
ut_explanation_add_surveys (UtExplanation *page, json_t *trend) {
  const UtSurveyChange *change = &ut_explanation_assessed (page)->trend.surveys;
  if (change->change == UT_CHANGE_NOT_APPLICABLE)
    return;
  json_t *data = json_object ();
  gboolean untested = change->change == UT_CHANGE_NOT_TESTED;
  say (page, "  %s", word (page, "the two last surveys against each other"));
  if (untested)
    say (page, "  → %s: %s", ut_trend_word (UT_TREND_NOT_TESTED, page->language),
         ut_reason_text (change->reason, page->language));
  else {
    g_autofree char *answer = ut_phrase_trend_word (ut_explanation_assessed (page), page->language);
    say_difference (page, data, change);
    say (page, "  → %s", answer);
  }
  ut_json_set_text (data, "change", ut_change_code (change->change));
  ut_json_set_text (data, "reason", untested ? ut_reason_code (change->reason) : NULL);
  ut_json_set_number (data, "difference", change->difference);
  ut_explanation_set_interval (data, "interval", change->interval);
  json_object_set_new (data, "before", survey_data (&change->before));
  json_object_set_new (data, "after", survey_data (&change->after));
  json_object_set_new (trend, "surveys", data);
}
