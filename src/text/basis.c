/* What a comparison rests on, in words. */
#include "base/i18n.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#include <math.h>

/* "Talet på barn 6–15 år (10 prosent)", "Talet på unge 16–19 år (2,5 gonger så mange)" */
static void
append_term (GString *text, const UtDenominatorTerm *term, const UtCatalogue *catalogue, UtLanguage language) {
  double size = fabs (term->factor);
  if (text->len > 0)
    g_string_append (text, term->factor < 0 ? " − " : " + ");
  g_string_append (text, ut_text_get (&ut_catalogue_get (catalogue, term->id)->name, language));
  if (size == 1)
    return;
  g_autofree char *number
      = size < 1 ? ut_number_format (size * 100, 0, language) : ut_number_format (size, 1, language);
  g_string_append_c (text, ' ');
  g_string_append_printf (
      text, size < 1 ? ut_tr (language, "(%s per cent of them)") : ut_tr (language, "(%s times as many)"), number);
}

/* How many more or fewer the true number may be; "" where it is theirs. */
static char *
phrase_doubt (const UtDenominator *denominator, UtLanguage language) {
  double lowest = denominator->doubt_lowest, highest = denominator->doubt_highest;
  g_autofree char *low = ut_number_format (fabs (lowest) * 100, 0, language);
  g_autofree char *high = ut_number_format (fabs (highest) * 100, 0, language);
  if (lowest == 0 && highest == 0)
    return g_strdup ("");
  if (lowest < 0 && highest > 0)
    return g_str_equal (low, high)
               ? g_strdup_printf (ut_tr (language, "; they may be %s per cent more or fewer"), low)
               : g_strdup_printf (ut_tr (language, "; they may be from %1$s per cent fewer to %2$s per cent more"), low,
                                  high);
  if (highest == 0)
    return g_strdup_printf (ut_tr (language, "; they may be up to %s per cent fewer"), low);
  if (lowest == 0)
    return g_strdup_printf (ut_tr (language, "; they may be up to %s per cent more"), high);
  return highest < 0 ? g_strdup_printf (ut_tr (language, "; they are %1$s to %2$s per cent fewer"), high, low)
                     : g_strdup_printf (ut_tr (language, "; they are %1$s to %2$s per cent more"), low, high);
}

char *
ut_phrase_stand_in (const UtDenominator *denominator, const UtCatalogue *catalogue, UtLanguage language) {
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < denominator->terms->len; i++)
    append_term (text, &g_array_index (denominator->terms, UtDenominatorTerm, i), catalogue, language);
  g_autofree char *doubt = phrase_doubt (denominator, language);
  return g_strconcat (text->str, doubt, NULL);
}

/* Fewer than these are small numbers, whatever they are of. */
#define FEW 10

const char *
ut_phrase_few (const UtVerdict *verdict, UtLanguage language) {
  gboolean few = verdict->level != UT_LEVEL_NOT_TESTED && verdict->own_counts.persons_highest < FEW;
  return few ? ut_tr (language, "Small numbers: fewer than ten in all.") : "";
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
        own ? ut_tr (language, "Approximate: how many the figure is of is not published. Reckoned with: %s.")
            : ut_tr (language,
                     "Approximate: how many the figure compared with is of is not published. Reckoned with: %s."),
        whose);
  }
  return g_strdup (indicator->test == UT_TEST_MARGIN
                       ? ut_tr (language, "Approximate: how much persons differ in score is taken from other years.")
                       : ut_tr (language, "Approximate: the figure is standardised."));
}
