/* What the two last surveys tell, in words. */
#include "text/trend.h"

#include <math.h>

#include "base/i18n.h"
#include "text/indicator.h"
#include "text/level.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define MOST_DECIMALS 3

static char *
say_untested (const UtTrend *trend, const char *before, const char *after, UtLanguage language) {
  const UtSurveyChange *change = &trend->surveys;
  const char *why = ut_reason_text (trend->reason, language);
  return g_strdup_printf (
      ut_tr (language, "The change over time is not tested: %1$s. Nor is that from %2$s to %3$s: %4$s."), why, before,
      after, ut_reason_text (change->reason, language));
}

/* Whether a number that is not 0 would be printed as if it were. */
static gboolean
vanishes (double value, int decimals) {
  return value != 0 && fabs (value) < 0.5 * pow (10, -decimals);
}

int
ut_survey_decimals (const UtSurveyChange *change) {
  int decimals = 1;
  while (decimals < MOST_DECIMALS
         && (vanishes (change->difference, decimals) || vanishes (change->interval.lower, decimals)
             || vanishes (change->interval.upper, decimals)))
    decimals++;
  return decimals;
}

static char *
say_move (const UtSurveyChange *change, const char *before, const char *after, const char *unit, UtLanguage language) {
  gboolean up = change->change == UT_CHANGE_HIGHER;
  double least = up ? change->interval.lower : -change->interval.upper;
  double most = up ? change->interval.upper : -change->interval.lower;
  int decimals = ut_survey_decimals (change);
  g_autofree char *by = ut_number_format (fabs (change->difference), decimals, language);
  g_autofree char *from = ut_number_format (least, decimals, language);
  g_autofree char *to = ut_number_format (most, decimals, language);
  return g_strdup_printf (
      up ? ut_tr (language, "From %1$s to %2$s the figure rose by %3$s %4$s (95 %% uncertainty: %5$s to %6$s). The "
                            "change is certain, but two surveys are no trend.")
         : ut_tr (language, "From %1$s to %2$s the figure fell by %3$s %4$s (95 %% uncertainty: %5$s to %6$s). The "
                            "change is certain, but two surveys are no trend."),
      before, after, by, unit, from, to);
}

static char *
say_none (const UtSurveyChange *change, const char *before, const char *after, const char *unit, UtLanguage language) {
  int decimals = ut_survey_decimals (change);
  g_autofree char *by = ut_number_format (change->difference, decimals, language);
  g_autofree char *from = ut_number_format (change->interval.lower, decimals, language);
  g_autofree char *to = ut_number_format (change->interval.upper, decimals, language);
  return g_strdup_printf (ut_tr (language, "From %1$s to %2$s there is no certain change: the difference is %3$s %4$s "
                                           "(95 %% uncertainty: %5$s to %6$s)."),
                          before, after, by, unit, from, to);
}

char *
ut_phrase_surveys (const UtAssessed *assessed, UtLanguage language) {
  const UtSurveyChange *change = &assessed->trend.surveys;
  const char *unit = ut_phrase_difference_unit (assessed->indicator->unit, language);
  g_autofree char *before = ut_period_format (change->before.period, language);
  g_autofree char *after = ut_period_format (change->after.period, language);
  if (change->change == UT_CHANGE_NOT_TESTED)
    return say_untested (&assessed->trend, before, after, language);
  if (change->change == UT_CHANGE_NONE)
    return say_none (change, before, after, unit, language);
  g_autofree char *move = say_move (change, before, after, unit, language);
  const char *judged = ut_phrase_direction (assessed->indicator, change->change == UT_CHANGE_HIGHER, language);
  return g_strconcat (move, judged, NULL);
}
