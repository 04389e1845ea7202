#include "wording.h"

#include <math.h>
#include <string.h>
#include <utsyn/number.h>

#include "base/i18n.h"

char *
ut_word_place (const UtRegions *regions, UtRegionId region, UtLanguage language) {
  const UtRegion *place = ut_regions_get (regions, region);
  if (place->kind == UT_REGION_COUNTRY)
    return g_strdup (ut_tr (language, "the country"));
  /* "Trøndelag - Trööndelage": the name in the report's own language stands first. */
  const char *second = strstr (place->name, " - ");
  return second != NULL ? g_strndup (place->name, (gsize) (second - place->name)) : g_strdup (place->name);
}

char *
ut_word_place_heading (const UtRegions *regions, UtRegionId region, UtLanguage language) {
  if (ut_regions_get (regions, region)->kind == UT_REGION_COUNTRY)
    return g_strdup (ut_trc (language, "heading", "The country"));
  return ut_word_place (regions, region, language);
}

char *
ut_word_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language) {
  if (figure->exists && figure->status == UT_STATUS_OK)
    return ut_number_format (figure->value, ut_indicator_decimals (indicator, figure->value), language);
  const char *sign = figure->exists ? ut_status_sign (figure->status) : "";
  return g_strdup (*sign != '\0' ? sign : "–");
}

char *
ut_word_value (const UtIndicator *indicator, double value, UtLanguage language) {
  g_autofree char *number = ut_number_format (value, ut_indicator_decimals (indicator, value), language);
  return g_strconcat (number, ut_unit_sign (indicator->unit, language), NULL);
}

char *
ut_word_change (double value, double like, UtLanguage language) {
  double size = fabs (like);
  return ut_number_format (value, size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 || size == 0 ? 2 : 3, language);
}

const char *
ut_word_name (const UtIndicator *indicator, UtLanguage language) {
  const char *name = ut_text_get (&indicator->short_name, language);
  return *name != '\0' ? name : ut_text_get (&indicator->name, language);
}

char *
ut_word_capital (const char *text) {
  char first[7] = { 0 };
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
ut_word_subject (const UtIndicator *indicator, const char *title, UtLanguage language) {
  const char *name = ut_text_get (&indicator->name, language), *unit = ut_unit_label (indicator->unit, language);
  return g_str_has_prefix (title, name) ? ut_word_capital (unit) : g_strdup_printf ("%s, %s", name, unit);
}

char *
ut_word_period (UtPeriod period, UtLanguage language) {
  gboolean century = period.first_year / 100 == period.last_year / 100;
  int first = period.first_year % 100, last = period.last_year % 100;
  if (period.kind == UT_PERIOD_SPAN && century)
    return g_strdup_printf ("%d–%02d", period.first_year, last);
  if (period.kind == UT_PERIOD_SCHOOL_SPAN && century)
    return g_strdup_printf ("%02d/%02d–%02d/%02d", first, (first + 1) % 100, (last + 99) % 100, last);
  return ut_period_format (period, language);
}

typedef struct {
  guint16 quality;
  const char *word;
  const char *note;
} QualityWords;

static const QualityWords qualities[] = {
  { UT_QUALITY_APPROXIMATE, N_ ("approximate"), N_ ("Some figures are published only as approximate.") },
  { UT_QUALITY_PRELIMINARY, N_ ("preliminary"), N_ ("Some figures are preliminary.") },
  { UT_QUALITY_PARTIAL, N_ ("part of the year"), NULL },
  { UT_QUALITY_SUMMED, N_ ("summed"), N_ ("Some figures are sums of counts that are not published for the area.") },
  { UT_QUALITY_ESTIMATE, N_ ("estimate"), N_ ("Some figures are estimates for a municipality that was split.") },
  { UT_QUALITY_RESTATED, NULL, N_ ("Older figures are carried over to today's boundaries.") },
  { UT_QUALITY_AT_LIMIT, NULL,
    N_ ("Some figures are at the limit of what the source shows, so the true ones may differ.") },
};

char *
ut_word_detail (const UtAssessed *assessed, UtLanguage language) {
  const UtIndicator *indicator = assessed->indicator;
  GString *out = g_string_new (NULL);
  const UtFigure *figure = &assessed->own;
  for (int b = 0; b < UT_N_SURROUNDING && !figure->exists; b++)
    figure = &assessed->verdicts[b].reference;
  if (figure->exists) {
    g_autofree char *period = ut_word_period (figure->period, language);
    g_string_append_printf (out, "%s · ", period);
  }
  g_string_append (out, ut_unit_label (indicator->unit, language));
  const char *age = ut_text_get (&indicator->age, language);
  if (*age != '\0' && strstr (ut_word_name (indicator, language), age) == NULL)
    g_string_append_printf (out, " · %s", age);
  if (indicator->projection)
    g_string_append_printf (out, " · %s", ut_tr (language, "projection"));
  for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
    if (qualities[i].word != NULL && (assessed->own.quality & qualities[i].quality) != 0)
      g_string_append_printf (out, " · %s", ut_tr (language, qualities[i].word));
  return g_string_free (out, FALSE);
}

char *
ut_word_quality_notes (guint16 quality, UtLanguage language) {
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
    if (qualities[i].note != NULL && (quality & qualities[i].quality) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ut_tr (language, qualities[i].note));
  return g_string_free (out, FALSE);
}

const char *
ut_word_difference_unit (UtUnit unit, UtLanguage language) {
  return unit == UT_UNIT_PERCENT ? ut_tr (language, "percentage points") : ut_unit_label (unit, language);
}

/* The country before the county; "" for none. */
static const char *
word_shared (const UtAssessed *assessed, const char *country, const char *county) {
  if (ut_assess_trend_is_shared (assessed, UT_BENCHMARK_COUNTRY))
    return country;
  return ut_assess_trend_is_shared (assessed, UT_BENCHMARK_COUNTY) ? county : "";
}

const char *
ut_word_shared_change (const UtAssessed *assessed, UtLanguage language) {
  return word_shared (assessed, ut_tr (language, " The figure for the country changes in the same direction."),
                      ut_tr (language, " The figure for the county changes in the same direction."));
}

const char *
ut_word_shared_with (const UtAssessed *assessed, UtLanguage language) {
  return word_shared (assessed, ut_tr (language, ", as in the country"), ut_tr (language, ", as in the county"));
}

guint
ut_word_count (const char *text) {
  guint n = 0;
  for (gboolean inside = FALSE; *text != '\0'; text++) {
    n += !inside && *text != ' ';
    inside = *text != ' ';
  }
  return n;
}

UtAgainst
ut_word_against_by (UtRule rule) {
  return rule == UT_RULE_UTSYN ? UT_AGAINST_REST : UT_AGAINST_WHOLE;
}

UtAgainst
ut_word_against_in (const UtVerdict *verdict) {
  gboolean surrounding = verdict->benchmark < UT_N_SURROUNDING;
  return surrounding && !isnan (verdict->anchor) && !isnan (verdict->rest_denominator) ? UT_AGAINST_REST
                                                                                       : UT_AGAINST_WHOLE;
}

char *
ut_word_against (guint against, const char *area, UtLanguage language) {
  if (against == UT_AGAINST_WHOLE)
    return g_strdup (area);
  if (against == (UT_AGAINST_REST | UT_AGAINST_WHOLE))
    return g_strdup_printf (ut_tr (language, "%1$s or the rest of %1$s"), area);
  return g_strdup_printf (ut_tr (language, "the rest of %s"), area);
}

char *
ut_word_rules (guint rules, UtLanguage language) {
  static const char *const sentences[UT_N_RULES] = {
    [UT_RULE_FHI] = N_ ("Rule fhi: the figure compared with is taken as known."),
    [UT_RULE_FINGERTIPS] = N_ ("Rule fingertips: does the figure's own 95 % interval hold the one compared with?"),
  };
  GString *out = g_string_new (NULL);
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((rules & 1u << rule) != 0 && sentences[rule] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ut_tr (language, sentences[rule]));
  return g_string_free (out, FALSE);
}
