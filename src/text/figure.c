#include "text/figure.h"

#include <utsyn/number.h>

#include "base/i18n.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define MOST_DECIMALS    3
#define NO_FIGURE        "–"
#define APPROXIMATE_SIGN "≈ "

typedef enum { NO_UNIT, SIGN, LABEL } Unit;
typedef enum { NOTHING, STATUS_SIGN, REASON } Missing;
typedef enum { UNMARKED, MARKED_BY_SIGN, MARKED_BY_WORD } Approximate;

static const struct {
  Unit unit;
  Missing missing;
  Approximate approximate;
} forms[] = {
  [UT_FIGURE_NUMBER] = { NO_UNIT, NOTHING, UNMARKED },          [UT_FIGURE_CELL] = { NO_UNIT, STATUS_SIGN, UNMARKED },
  [UT_FIGURE_ABOUT] = { NO_UNIT, STATUS_SIGN, MARKED_BY_SIGN }, [UT_FIGURE_SIGN] = { SIGN, REASON, MARKED_BY_WORD },
  [UT_FIGURE_RUNNING] = { LABEL, REASON, MARKED_BY_WORD },
};
G_STATIC_ASSERT (G_N_ELEMENTS (forms) == UT_N_FIGURE_FORMS);

const char *
ut_phrase_missing (const UtFigure *figure, UtLanguage language) {
  if (!figure->exists)
    return ut_reason_text (figure->unread ? UT_REASON_UNREAD : UT_REASON_NO_FIGURE, language);
  if (ut_figure_is_suppressed (figure))
    return ut_reason_text (UT_REASON_CONFIDENTIAL, language);
  return ut_status_label (figure->status, language);
}

char *
ut_phrase_about (guint16 quality, char *text, UtLanguage language) {
  if (!(quality & UT_QUALITY_APPROXIMATE))
    return text;
  char *marked = g_strdup_printf (ut_tr (language, "about %s"), text);
  g_free (text);
  return marked;
}

static char *
phrase_missing (const UtFigure *figure, UtFigureForm form, UtLanguage language) {
  if (forms[form].missing == NOTHING)
    return g_strdup ("");
  if (forms[form].missing == REASON)
    return g_strdup (ut_phrase_missing (figure, language));
  const char *sign = figure->exists ? ut_status_sign (figure->status) : "";
  return g_strdup (*sign != '\0' ? sign : NO_FIGURE);
}

char *
ut_phrase_value (double value, int decimals, const UtIndicator *indicator, UtFigureForm form, UtLanguage language) {
  int shown = decimals == UT_OWN_DECIMALS ? ut_indicator_decimals (indicator, value) : decimals;
  g_autofree char *number = ut_number_format (value, shown, language);
  if (forms[form].unit == SIGN)
    return g_strconcat (number, ut_unit_sign (indicator->unit, language), NULL);
  /* The name of a count says what is counted. */
  if (forms[form].unit == NO_UNIT || indicator->unit == UT_UNIT_PERSONS)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", number, ut_unit_label (indicator->unit, language));
}

char *
ut_phrase_figure_rounded (const UtFigure *figure, int decimals, const UtIndicator *indicator, UtFigureForm form,
                          UtLanguage language) {
  if (!ut_figure_is_shown (figure))
    return phrase_missing (figure, form, language);
  char *text = ut_phrase_value (figure->value, decimals, indicator, form, language);
  if (forms[form].approximate == MARKED_BY_WORD)
    return ut_phrase_about (figure->quality, text, language);
  gboolean about = (figure->quality & (UT_QUALITY_APPROXIMATE | UT_QUALITY_ESTIMATE)) != 0;
  if (forms[form].approximate == UNMARKED || !about)
    return text;
  char *marked = g_strconcat (APPROXIMATE_SIGN, text, NULL);
  g_free (text);
  return marked;
}

char *
ut_phrase_figure (const UtFigure *figure, const UtIndicator *indicator, UtFigureForm form, UtLanguage language) {
  return ut_phrase_figure_rounded (figure, UT_OWN_DECIMALS, indicator, form, language);
}

static double
as_printed (double value, int decimals, const UtIndicator *indicator) {
  return ut_number_rounded (value, decimals == UT_OWN_DECIMALS ? ut_indicator_decimals (indicator, value) : decimals);
}

double
ut_phrase_printed_difference (double own, double other, int decimals, const UtIndicator *indicator) {
  return as_printed (own, decimals, indicator) - as_printed (other, decimals, indicator);
}

int
ut_phrase_distinct_decimals (double own, double other, const UtIndicator *indicator, UtLanguage language) {
  int decimals = MAX (ut_indicator_decimals (indicator, own), ut_indicator_decimals (indicator, other));
  for (; decimals < MOST_DECIMALS; decimals++) {
    g_autofree char *a = ut_number_format (own, decimals, language);
    g_autofree char *b = ut_number_format (other, decimals, language);
    if (!g_str_equal (a, b))
      break;
  }
  return decimals;
}
