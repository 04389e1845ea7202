/* What a projection says, in words. */
#include "text/trend.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include "text/indicator.h"
#include <utsyn/number.h>
#include <utsyn/projection.h>

static char *
number (double value, const UtIndicator *indicator, UtLanguage language) {
  return ut_phrase_value (value, UT_OWN_DECIMALS, indicator, UT_FIGURE_SIGN, language);
}

/* "−7 %" of persons, "+3,3 prosentpoeng" of a share; a change that whole per cent would hide has a decimal. */
static char *
change (const UtProjectedYear *year, double from, const UtIndicator *indicator, UtLanguage language) {
  gboolean share = isnan (year->percent);
  double size = share ? ut_phrase_printed_difference (year->value, from, UT_OWN_DECIMALS, indicator) : year->percent;
  int decimals = share || fabs (size) < 0.95 ? 1 : 0;
  if (ut_number_rounded (size, 1) == 0)
    return g_strdup (ut_tr (language, "about unchanged"));
  g_autofree char *digits = ut_number_format (fabs (size), decimals, language);
  const char *sign = size > 0 ? "+" : "−";
  if (share)
    return g_strdup_printf ("%s%s %s", sign, digits, ut_phrase_difference_unit (indicator->unit, language));
  return g_strdup_printf ("%s%s%s", sign, digits, ut_unit_sign (UT_UNIT_PERCENT, language));
}

/* "510 i 2035 (−7 %; 488–533)". */
static char *
say_year (const UtProjectedYear *year, double from, const UtIndicator *indicator, UtLanguage language) {
  g_autofree char *value = number (year->value, indicator, language);
  g_autofree char *moved = change (year, from, indicator, language);
  g_autofree char *period = ut_period_format (year->period, language);
  if (isnan (year->low) || isnan (year->high))
    return g_strdup_printf (ut_tr (language, "%1$s in %2$s (%3$s)"), value, period, moved);
  g_autofree char *low = number (fmin (year->low, year->high), indicator, language);
  g_autofree char *high = number (fmax (year->low, year->high), indicator, language);
  return g_strdup_printf (ut_tr (language, "%1$s in %2$s (%3$s; %4$s–%5$s)"), value, period, moved, low, high);
}

static gboolean
has_alternatives (const UtProjection *projection) {
  for (guint i = 0; i < projection->n_years; i++)
    if (!isnan (projection->years[i].low) && !isnan (projection->years[i].high))
      return TRUE;
  return FALSE;
}

/* "a, b and c". */
static char *
join (char *const *parts, guint n, UtLanguage language) {
  GString *text = g_string_new (parts[0]);
  for (guint i = 1; i + 1 < n; i++)
    g_string_append_printf (text, ", %s", parts[i]);
  if (n > 1)
    g_string_append_printf (text, " %s %s", ut_tr (language, "and"), parts[n - 1]);
  return g_string_free (text, FALSE);
}

char *
ut_phrase_projection (const UtAssessed *assessed, UtLanguage language) {
  UtProjection projection;
  if (!ut_projection_find (assessed, &projection))
    return NULL;
  char *years[UT_N_PROJECTION_YEARS] = { NULL };
  for (guint i = 0; i < projection.n_years; i++)
    years[i] = say_year (&projection.years[i], projection.value, assessed->indicator, language);
  g_autofree char *joined = join (years, projection.n_years, language);
  g_autofree char *from = number (projection.value, assessed->indicator, language);
  g_autofree char *period = ut_period_format (projection.from, language);
  for (guint i = 0; i < projection.n_years; i++)
    g_free (years[i]);
  return g_strdup_printf (
      has_alternatives (&projection)
          ? ut_tr (language,
                   "The projection goes from %1$s in %2$s to %3$s; in brackets the change, and low to high growth.")
          : ut_tr (language, "The projection goes from %1$s in %2$s to %3$s; in brackets the change."),
      from, period, joined);
}

char *
ut_phrase_projection_word (const UtAssessed *assessed, UtLanguage language) {
  UtProjection projection;
  if (!ut_projection_find (assessed, &projection))
    return NULL;
  /* The middle one is far enough to plan by, and near enough to believe. */
  const UtProjectedYear *year = &projection.years[projection.n_years / 2];
  return say_year (year, projection.value, assessed->indicator, language);
}
