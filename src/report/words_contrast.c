#include "report/words_contrast.h"

#include <math.h>

#include "base/i18n.h"
#include <utsyn/number.h>

#define SLOPE_DECIMALS 3
/* Significant digits of a p that is reckoned on with, and the most decimals that takes. */
#define DIGITS        4
#define MOST_DECIMALS 12

char *
ut_words_precise (double p, UtLanguage language) {
  int decimals = p > 0 ? DIGITS - 1 - (int) floor (log10 (p)) : 0;
  if (decimals <= MOST_DECIMALS)
    return ut_number_format (p, decimals, language);
  g_autofree char *limit = ut_number_format (pow (10, -MOST_DECIMALS), MOST_DECIMALS, language);
  return g_strconcat ("< ", limit, NULL);
}

char *
ut_words_contrast (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language) {
  g_autofree char *difference = ut_number_format (contrast->difference_per_year, SLOPE_DECIMALS, language);
  g_autofree char *lower = ut_number_format (contrast->interval.lower, SLOPE_DECIMALS, language);
  g_autofree char *upper = ut_number_format (contrast->interval.upper, SLOPE_DECIMALS, language);
  g_autofree char *p = ut_words_precise (contrast->p, language);
  return g_strdup_printf (ut_tr (language, "  change per year less that of the rest of %1$s: %2$s (95 %% %3$s to %4$s; "
                                           "least squares, Welch's t, p = %5$s)"),
                          ut_benchmark_word (benchmark, language), difference, lower, upper, p);
}
