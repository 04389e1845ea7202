#include "text/trend.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include "text/indicator.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

/* "0,4 prosentpoeng"; NULL when there is none to print. */
static char *
phrase_yearly (double change, const UtAssessed *assessed, UtLanguage language) {
  if (isnan (change) || change == 0)
    return NULL;
  g_autofree char *number = ut_phrase_change (fabs (change), change, language);
  return g_strdup_printf ("%s %s", number, ut_phrase_difference_unit (assessed->indicator->unit, language));
}

static char *
phrase_change (const UtAssessed *assessed, const char *first, const char *last, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  gboolean up = trend->trend == UT_TREND_RISING;
  const char *beside = ut_phrase_beside (trend, language);
  g_autofree char *yearly = phrase_yearly (trend->slope_per_year, assessed, language);
  g_autofree char *sentence
      = yearly == NULL ? g_strdup_printf (up ? ut_tr (language, "From %1$s to %2$s the figure has risen%3$s.")
                                             : ut_tr (language, "From %1$s to %2$s the figure has fallen%3$s."),
                                          first, last, beside)
                       : g_strdup_printf (
                           up ? ut_tr (language, "From %1$s to %2$s the figure has risen, by about %3$s a year%4$s.")
                              : ut_tr (language, "From %1$s to %2$s the figure has fallen, by about %3$s a year%4$s."),
                           first, last, yearly, beside);
  return g_strconcat (sentence, ut_phrase_direction (assessed->indicator, up, language),
                      ut_phrase_trend_doubt (trend, language), NULL);
}

static char *
phrase_no_change (const UtAssessed *assessed, const char *first, const char *last, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  g_autofree char *least = phrase_yearly (trend->detectable_per_year, assessed, language);
  g_autofree char *none
      = least == NULL ? g_strdup_printf (ut_tr (language, "There is no clear trend from %1$s to %2$s."), first, last)
                      : g_strdup_printf (ut_tr (language, "There is no clear trend from %1$s to %2$s; a change of at "
                                                          "least %3$s a year would probably have been seen."),
                                         first, last, least);
  return g_strconcat (none, ut_phrase_beside_sentence (trend, language), ut_phrase_trend_doubt (trend, language), NULL);
}

static char *
phrase_jump (const UtAssessed *assessed, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  const char *beside = ut_phrase_beside (trend, language);
  g_autofree char *period = ut_period_format (trend->jump_period, language);
  g_autofree char *jump = g_strdup_printf (
      trend->side > 0 ? ut_tr (language, "The level shifted abruptly up in %1$s%2$s. It is no steady change.")
                      : ut_tr (language, "The level shifted abruptly down in %1$s%2$s. It is no steady change."),
      period, beside);
  return g_strconcat (jump, ut_phrase_direction (assessed->indicator, trend->side > 0, language),
                      ut_phrase_trend_doubt (trend, language), NULL);
}

/* A full count has nothing to test, but a first point and a last; NULL where these are not both there. */
static char *
phrase_course (const UtAssessed *assessed, UtLanguage language) {
  const UtIndicator *indicator = assessed->indicator;
  const UtTable *table = assessed->series.table;
  gsize from_row, to_row;
  if (!ut_trend_ends (&assessed->trend, &from_row, &to_row))
    return NULL;
  UtFigure first = ut_assess_figure (table, from_row, indicator), last = ut_assess_figure (table, to_row, indicator);
  g_autofree char *from = ut_phrase_figure (&first, indicator, UT_FIGURE_RUNNING, language);
  g_autofree char *to = ut_phrase_figure (&last, indicator, UT_FIGURE_RUNNING, language);
  g_autofree char *begin = ut_period_format (first.period, language);
  g_autofree char *end = ut_period_format (last.period, language);
  return g_strdup_printf (ut_tr (language, "The figure has gone from %1$s in %2$s to %3$s in %4$s."), from, begin, to,
                          end);
}

char *
ut_phrase_trend (const UtAssessed *assessed, const UtRegions *regions G_GNUC_UNUSED, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  if (assessed->series.n < 2)
    return NULL;
  if (trend->reason == UT_REASON_PROJECTION)
    return ut_phrase_projection (assessed, language);
  if (trend->reason == UT_REASON_FULL_COUNT)
    return phrase_course (assessed, language);
  if (trend->surveys.change != UT_CHANGE_NOT_APPLICABLE)
    return ut_phrase_surveys (assessed, language);
  if (trend->trend == UT_TREND_NOT_TESTED)
    return g_strdup_printf (ut_tr (language, "The change over time is not tested: %s."),
                            ut_reason_text (trend->reason, language));
  if (trend->trend == UT_TREND_JUMP)
    return phrase_jump (assessed, language);
  g_autofree char *first = ut_period_format (trend->first, language);
  g_autofree char *last = ut_period_format (trend->last, language);
  return trend->trend == UT_TREND_NONE ? phrase_no_change (assessed, first, last, language)
                                       : phrase_change (assessed, first, last, language);
}
