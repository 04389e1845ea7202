#include <utsyn/phrases.h>

#include <math.h>

#include "base/i18n.h"
#include "chart/wording.h"
#include "report/phrases_surveys.h"
#include "report/words.h"
#include <utsyn/number.h>

/* Figures */

char *
ut_phrase_value (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language) {
  if (!ut_figure_is_shown (figure))
    return g_strdup ("");
  return ut_number_format (figure->value, ut_indicator_decimals (indicator, figure->value), language);
}

char *
ut_phrase_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language) {
  if (!ut_figure_is_shown (figure))
    return g_strdup (ut_words_missing (figure, language));
  g_autofree char *number = ut_phrase_value (figure, indicator, language);
  g_autofree char *text = g_strconcat (number, ut_unit_sign (indicator->unit, language), NULL);
  if (figure->quality & UT_QUALITY_APPROXIMATE)
    return g_strdup_printf (ut_tr (language, "about %s"), text);
  return g_steal_pointer (&text);
}

char *
ut_phrase_quality (guint16 quality, double value, UtLanguage language) {
  static const struct {
    UtQuality flag;
    const char *text;
  } words[] = {
    { UT_QUALITY_ESTIMATE, N_ ("estimate: a municipality was split") },
    { UT_QUALITY_PRELIMINARY, N_ ("preliminary figure") },
    { UT_QUALITY_BREAK, N_ ("a break in the series: not comparable with the period before") },
    { UT_QUALITY_PARTIAL, N_ ("only a part of the year") },
    { UT_QUALITY_APPROXIMATE, N_ ("the source says about") },
    { UT_QUALITY_SUMMED, N_ ("summed over the area") },
    { UT_QUALITY_RESTATED, N_ ("converted to today's boundaries") },
    { UT_QUALITY_AT_LIMIT, N_ ("at the limit of what the source shows, so the true figure may differ") },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!(quality & words[i].flag))
      continue;
    gboolean zero = words[i].flag == UT_QUALITY_AT_LIMIT && value == 0;
    const char *word = zero ? ut_reason_text (UT_REASON_AT_LIMIT, language) : ut_tr (language, words[i].text);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", word);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ut_phrase_place (const UtRegions *regions, UtRegionId region, UtLanguage language) {
  return ut_word_place (regions, region, language);
}

char *
ut_phrase_source (const UtAssessed *assessed, UtLanguage language) {
  const char *source = ut_text_get (&assessed->indicator->source, language);
  if (!assessed->own.exists)
    return g_strdup_printf (ut_tr (language, "Source: %1$s."), source);
  g_autofree char *period = ut_period_format (assessed->own.period, language);
  return g_strdup_printf (ut_tr (language, "Source: %1$s, %2$s."), source, period);
}

/* Level */

char *
ut_phrase_level (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions, UtLanguage language) {
  g_autofree char *own = ut_words_own (assessed, regions, language);
  if (!ut_figure_is_shown (&assessed->own))
    return g_steal_pointer (&own);
  g_autofree char *judgement = ut_words_judgement (assessed, benchmark, regions, language);
  return g_strdup_printf ("%s %s", own, judgement);
}

/* Trend */

/* "0,4 prosentpoeng"; NULL when there is none to print. */
static char *
phrase_yearly (double change, const UtAssessed *assessed, UtLanguage language) {
  if (isnan (change) || change == 0)
    return NULL;
  g_autofree char *number = ut_word_change (fabs (change), change, language);
  return g_strdup_printf ("%s %s", number, ut_word_difference_unit (assessed->indicator->unit, language));
}

const char *
ut_phrase_direction (const UtIndicator *indicator, gboolean up, UtLanguage language) {
  if (indicator->polarity == UT_POLARITY_NEUTRAL)
    return "";
  return up == (indicator->polarity == UT_POLARITY_HIGH) ? ut_tr (language, " That is the right direction.")
                                                         : ut_tr (language, " That is the wrong direction.");
}

static char *
phrase_change (const UtAssessed *assessed, const char *first, const char *last, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  gboolean up = trend->trend == UT_TREND_RISING;
  g_autofree char *yearly = phrase_yearly (trend->slope_per_year, assessed, language);
  g_autofree char *sentence
      = yearly == NULL
            ? g_strdup_printf (up ? ut_tr (language, "From %1$s to %2$s the figure has risen.")
                                  : ut_tr (language, "From %1$s to %2$s the figure has fallen."),
                               first, last)
            : g_strdup_printf (up ? ut_tr (language, "From %1$s to %2$s the figure has risen, by about %3$s a year.")
                                  : ut_tr (language, "From %1$s to %2$s the figure has fallen, by about %3$s a year."),
                               first, last, yearly);
  return g_strconcat (sentence, ut_phrase_direction (assessed->indicator, up, language),
                      ut_word_shared_change (assessed, language), NULL);
}

static char *
phrase_no_change (const UtAssessed *assessed, const char *first, const char *last, UtLanguage language) {
  g_autofree char *least = phrase_yearly (assessed->trend.detectable_per_year, assessed, language);
  if (least == NULL)
    return g_strdup_printf (ut_tr (language, "There is no clear change from %1$s to %2$s."), first, last);
  return g_strdup_printf (ut_tr (language, "There is no clear change from %1$s to %2$s; a change of about %3$s a "
                                           "year or more would probably have been seen."),
                          first, last, least);
}

/* A full count and a projection have nothing to test, but a first point and a last; NULL where these are not both
 * there. */
static char *
phrase_course (const UtAssessed *assessed, UtLanguage language) {
  const UtIndicator *indicator = assessed->indicator;
  const UtTable *table = assessed->series.table;
  gsize from_row, to_row;
  if (!ut_trend_ends (&assessed->trend, &from_row, &to_row))
    return NULL;
  UtFigure first = ut_assess_figure (table, from_row, indicator), last = ut_assess_figure (table, to_row, indicator);
  g_autofree char *from = ut_words_figure (&first, indicator, language);
  g_autofree char *to = ut_words_figure (&last, indicator, language);
  g_autofree char *begin = ut_period_format (first.period, language);
  g_autofree char *end = ut_period_format (last.period, language);
  return indicator->projection
             ? g_strdup_printf (ut_tr (language, "The projection goes from %1$s in %2$s to %3$s in %4$s."), from, begin,
                                to, end)
             : g_strdup_printf (ut_tr (language, "The figure has gone from %1$s in %2$s to %3$s in %4$s."), from, begin,
                                to, end);
}

char *
ut_phrase_trend (const UtAssessed *assessed, const UtRegions *regions G_GNUC_UNUSED, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  if (assessed->series.n < 2)
    return NULL;
  if (trend->reason == UT_REASON_FULL_COUNT || trend->reason == UT_REASON_PROJECTION)
    return phrase_course (assessed, language);
  if (trend->surveys.change != UT_CHANGE_NOT_ASKED)
    return ut_phrase_surveys (assessed, language);
  if (trend->trend == UT_TREND_NOT_TESTED)
    return g_strdup_printf (ut_tr (language, "The change over time is not tested: %s."),
                            ut_reason_text (trend->reason, language));
  if (trend->trend == UT_TREND_JUMP) {
    g_autofree char *period = ut_period_format (trend->jump_period, language);
    g_autofree char *jump
        = g_strdup_printf (ut_tr (language, "The level shifted abruptly in %s; it is no steady change."), period);
    return g_strconcat (jump, ut_word_shared_change (assessed, language), NULL);
  }
  g_autofree char *first = ut_period_format (trend->first, language);
  g_autofree char *last = ut_period_format (trend->last, language);
  return trend->trend == UT_TREND_NONE ? phrase_no_change (assessed, first, last, language)
                                       : phrase_change (assessed, first, last, language);
}
