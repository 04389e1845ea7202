/* A place's change beside that of the rest, in words. */
#include "base/i18n.h"
#include "text/probability.h"
#include "text/trend.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

#define SLOPE_DECIMALS 3

char *
ut_phrase_against_rest (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language) {
  g_autofree char *difference = ut_number_format (contrast->difference_per_year, SLOPE_DECIMALS, language);
  g_autofree char *lower = ut_number_format (contrast->interval.lower, SLOPE_DECIMALS, language);
  g_autofree char *upper = ut_number_format (contrast->interval.upper, SLOPE_DECIMALS, language);
  g_autofree char *p = ut_phrase_precise (contrast->p, language);
  return g_strdup_printf (ut_tr (language, "  change per year less that of the rest of %1$s: %2$s (95 %% %3$s to %4$s; "
                                           "least squares, Welch's t, p = %5$s)"),
                          ut_benchmark_word (benchmark, language), difference, lower, upper, p);
}
