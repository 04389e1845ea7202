#include "text/described.h"

#include <math.h>

#include "base/i18n.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/indicator.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

char *
ut_phrase_difference_short (const UtAssessed *assessed, UtBenchmark benchmark, UtLanguage language) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  const UtIndicator *indicator = assessed->indicator;
  if (isnan (verdict->difference) || !ut_figure_is_shown (&verdict->reference))
    return NULL;
  int decimals = MAX (ut_indicator_decimals (indicator, assessed->own.value),
                      ut_indicator_decimals (indicator, verdict->reference.value));
  double difference
      = ut_phrase_printed_difference (assessed->own.value, verdict->reference.value, UT_OWN_DECIMALS, indicator);
  if (ut_number_rounded (difference, decimals) == 0)
    return g_strdup (ut_tr (language, "the same"));
  g_autofree char *size = ut_number_format (fabs (difference), decimals, language);
  return g_strdup_printf (difference > 0 ? ut_tr (language, "%1$s %2$s higher") : ut_tr (language, "%1$s %2$s lower"),
                          size, ut_phrase_difference_unit (indicator->unit, language));
}

char *
ut_phrase_described_difference (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                                UtLanguage language) {
  g_autofree char *size = ut_phrase_difference_short (assessed, benchmark, language);
  if (size == NULL)
    return NULL;
  g_autofree char *other = ut_phrase_benchmark_figure (assessed, benchmark, regions, language);
  return g_str_equal (size, ut_tr (language, "the same"))
             ? g_strdup_printf (ut_tr (language, "the same as in %s"), other)
             : g_strdup_printf (ut_tr (language, "%1$s than in %2$s"), size, other);
}

/* "17 i Telemark", "dei 15 av 17 i Telemark som har tal" */
static char *
name_set (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  g_autofree char *county = ut_phrase_place (regions, ut_regions_get (regions, assessed->region)->county, language);
  if (assessed->n_ranked == assessed->n_neighbours)
    return g_strdup_printf (ut_tr (language, "%1$u in %2$s"), assessed->n_ranked, county);
  return g_strdup_printf (ut_tr (language, "the %1$u of %2$u in %3$s that have a figure"), assessed->n_ranked,
                          assessed->n_neighbours, county);
}

/* From the end that is nearer. */
char *
ut_phrase_standing (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  if (assessed->rank == 0 || assessed->n_ranked < 2)
    return NULL;
  gboolean from_lowest = assessed->n_lower <= assessed->n_higher;
  guint rank = 1 + (from_lowest ? assessed->n_lower : assessed->n_higher);
  g_autofree char *set = name_set (assessed, regions, language);
  if (assessed->n_equal > 1)
    return g_strdup_printf (from_lowest ? ut_tr (language, "shared no. %1$u of %2$s, counted from the lowest")
                                        : ut_tr (language, "shared no. %1$u of %2$s, counted from the highest"),
                            rank, set);
  return g_strdup_printf (from_lowest ? ut_tr (language, "no. %1$u of %2$s, counted from the lowest")
                                      : ut_tr (language, "no. %1$u of %2$s, counted from the highest"),
                          rank, set);
}
