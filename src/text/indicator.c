#include "text/indicator.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "text/quality.h"
#include <utsyn/phrases.h>

const char *
ut_phrase_name (const UtIndicator *indicator, UtLanguage language) {
  const char *name = ut_text_get (&indicator->short_name, language);
  return *name != '\0' ? name : ut_text_get (&indicator->name, language);
}

char *
ut_phrase_subject (const UtIndicator *indicator, const char *title, UtLanguage language) {
  const char *name = ut_text_get (&indicator->name, language), *unit = ut_unit_label (indicator->unit, language);
  return g_str_has_prefix (title, name) ? ut_text_capital (unit) : g_strdup_printf ("%s, %s", name, unit);
}

char *
ut_phrase_period (UtPeriod period, UtLanguage language) {
  gboolean century = period.first_year / 100 == period.last_year / 100;
  int first = period.first_year % 100, last = period.last_year % 100;
  if (period.kind == UT_PERIOD_SPAN && century)
    return g_strdup_printf ("%d–%02d", period.first_year, last);
  if (period.kind == UT_PERIOD_SCHOOL_SPAN && century)
    return g_strdup_printf ("%02d/%02d–%02d/%02d", first, (first + 1) % 100, (last + 99) % 100, last);
  return ut_period_format (period, language);
}

char *
ut_phrase_detail (const UtAssessed *assessed, UtLanguage language) {
  const UtIndicator *indicator = assessed->indicator;
  GString *out = g_string_new (NULL);
  const UtFigure *figure = &assessed->own;
  for (int b = 0; b < UT_N_ENCLOSING && !figure->exists; b++)
    figure = &assessed->verdicts[b].reference;
  if (figure->exists) {
    g_autofree char *period = ut_phrase_period (figure->period, language);
    g_string_append_printf (out, "%s · ", period);
  }
  g_string_append (out, ut_unit_label (indicator->unit, language));
  const char *age = ut_text_get (&indicator->age, language);
  if (*age != '\0' && strstr (ut_phrase_name (indicator, language), age) == NULL)
    g_string_append_printf (out, " · %s", age);
  if (indicator->projection)
    g_string_append_printf (out, " · %s", ut_tr (language, "projection"));
  ut_phrase_append_quality (out, assessed->own.quality, language);
  return g_string_free (out, FALSE);
}

const char *
ut_phrase_difference_unit (UtUnit unit, UtLanguage language) {
  return unit == UT_UNIT_PERCENT ? ut_tr (language, "percentage points") : ut_unit_label (unit, language);
}

char *
ut_phrase_source (const UtAssessed *assessed, UtLanguage language) {
  const char *source = ut_text_get (&assessed->indicator->source, language);
  if (!assessed->own.exists)
    return g_strdup_printf (ut_tr (language, "Source: %1$s."), source);
  g_autofree char *period = ut_period_format (assessed->own.period, language);
  return g_strdup_printf (ut_tr (language, "Source: %1$s, %2$s."), source, period);
}
