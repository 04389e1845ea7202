/* What a comparison rests on, in words. */
#include "base/i18n.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#include <math.h>

static char *
percent (double share, UtLanguage language) {
  g_autofree char *number = ut_number_format (share * 100, 0, language);
  return g_strdup_printf ("%s%s", share > 0 ? "+" : "", number);
}

static void
append_term (GString *text, const UtDenominatorTerm *term, const UtCatalogue *catalogue, UtLanguage language) {
  const char *name = ut_text_get (&ut_catalogue_get (catalogue, term->id)->name, language);
  double size = fabs (term->factor);
  g_autofree char *factor = ut_number_format (size, fabs (size * 10 - round (size * 10)) < 1e-9 ? 1 : 2, language);
  if (text->len > 0)
    g_string_append (text, term->factor < 0 ? " − " : " + ");
  if (size == 1)
    g_string_append (text, name);
  else
    g_string_append_printf (text, "%s · %s", factor, name);
}

char *
ut_phrase_stand_in (const UtDenominator *denominator, const UtCatalogue *catalogue, UtLanguage language) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *lowest = percent (denominator->doubt_lowest, language),
                  *highest = percent (denominator->doubt_highest, language);
  for (guint i = 0; i < denominator->terms->len; i++)
    append_term (text, &g_array_index (denominator->terms, UtDenominatorTerm, i), catalogue, language);
  return g_strdup_printf (ut_tr (language, "%1$s, %2$s to %3$s per cent"), text->str, lowest, highest);
}

char *
ut_phrase_basis (const UtVerdict *verdict, const UtIndicator *indicator, const UtCatalogue *catalogue,
                 UtLanguage language) {
  const UtDenominator *stands_in = verdict->own_counts.stands_in;
  if (verdict->basis != UT_BASIS_APPROXIMATE)
    return g_strdup ("");
  gboolean own = stands_in != NULL;
  if (!own)
    stands_in = verdict->reference_counts.stands_in;
  if (stands_in != NULL) {
    g_autofree char *whose = ut_phrase_stand_in (stands_in, catalogue, language);
    return g_strdup_printf (
        own ? ut_tr (language, "Approximate: how many the figure is of is not published, so others stand in (%s).")
            : ut_tr (language, "Approximate: how many the figure compared with is of is not published, so others stand "
                               "in (%s)."),
        whose);
  }
  return g_strdup (indicator->test == UT_TEST_MARGIN
                       ? ut_tr (language, "Approximate: how much persons differ in score is taken from other years.")
                       : ut_tr (language, "Approximate: the figure is standardised."));
}
