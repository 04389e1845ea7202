#include "text/probability.h"

#include <math.h>
#include <utsyn/number.h>

#define DECIMALS 4
#define LEAST    0.0001
/* Significant digits of a precise one, and the most decimals that takes. */
#define DIGITS        4
#define MOST_DECIMALS 12

static char *
below (double limit, int decimals, UtLanguage language) {
  g_autofree char *number = ut_number_format (limit, decimals, language);
  return g_strconcat ("< ", number, NULL);
}

char *
ut_phrase_probability (double p, UtLanguage language) {
  return p < LEAST ? below (LEAST, DECIMALS, language) : ut_number_format (p, DECIMALS, language);
}

char *
ut_phrase_p (double p, UtLanguage language) {
  g_autofree char *text = ut_phrase_probability (p, language);
  return g_strconcat (p < LEAST ? "p " : "p = ", text, NULL);
}

char *
ut_phrase_precise (double p, UtLanguage language) {
  int decimals = p > 0 ? DIGITS - 1 - (int) floor (log10 (p)) : 0;
  return decimals <= MOST_DECIMALS ? ut_number_format (p, decimals, language)
                                   : below (pow (10, -MOST_DECIMALS), MOST_DECIMALS, language);
}
