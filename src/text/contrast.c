/* A place's change beside that of the area, in words. */
#include "base/i18n.h"
#include "text/probability.h"
#include "text/trend.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

#define SLOPE_DECIMALS 3

char *
ut_phrase_contrast (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language) {
  static const char *const words[] = { N_ ("cannot be told from it"), N_ ("more than there"), N_ ("less than there") };
  const char *answer = ut_tr (language, words[contrast->side > 0 ? 1 : contrast->side < 0 ? 2 : 0]);
  g_autofree char *difference = ut_number_format (contrast->difference_per_year, SLOPE_DECIMALS, language);
  g_autofree char *lower = ut_number_format (contrast->interval.lower, SLOPE_DECIMALS, language);
  g_autofree char *upper = ut_number_format (contrast->interval.upper, SLOPE_DECIMALS, language);
  g_autofree char *p = ut_phrase_precise (contrast->p, language), *q = ut_phrase_precise (contrast->q, language);
  return g_strdup_printf (
      contrast->against_rest
          ? ut_tr (language,
                   "  change per year beside the rest of %1$s: %2$s (95 %% %3$s to %4$s; p = %5$s, q = %6$s): %7$s")
          : ut_tr (language, "  change per year beside %1$s: %2$s (95 %% %3$s to %4$s; p = %5$s, q = %6$s): %7$s"),
      ut_benchmark_word (benchmark, language), difference, lower, upper, p, q, answer);
}
