#include "text/benchmark.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include <utsyn/phrases.h>

UtAgainst
ut_against_of_rule (UtRule rule) {
  return rule == UT_RULE_UTSYN ? UT_AGAINST_REST : UT_AGAINST_WHOLE;
}

UtAgainst
ut_against_of_verdict (const UtVerdict *verdict) {
  gboolean surrounding = verdict->benchmark < UT_N_ENCLOSING;
  /* Where counts only lie within bounds, so does the rest. */
  gboolean bounded = verdict->basis == UT_BASIS_DERIVED || verdict->basis == UT_BASIS_APPROXIMATE;
  gboolean has_rest = !isnan (verdict->rest_denominator) || (bounded && verdict->rule == UT_RULE_UTSYN);
  return surrounding && has_rest && !isnan (verdict->tested_against) ? UT_AGAINST_REST : UT_AGAINST_WHOLE;
}

char *
ut_phrase_against (guint against, const char *area, UtLanguage language) {
  if (against == UT_AGAINST_WHOLE)
    return g_strdup (area);
  if (against == (UT_AGAINST_REST | UT_AGAINST_WHOLE))
    return g_strdup_printf (ut_tr (language, "%1$s or the rest of %1$s"), area);
  return g_strdup_printf (ut_tr (language, "the rest of %s"), area);
}

char *
ut_phrase_benchmark (const UtVerdict *verdict, UtRegionId region, const UtRegions *regions, UtLanguage language) {
  UtRegionId shown = verdict->reference.exists ? verdict->reference.region : region;
  if (shown == UT_REGION_NONE)
    return g_strdup (verdict->benchmark == UT_BENCHMARK_COUNTY ? ut_tr (language, "the county")
                                                               : ut_tr (language, "the country"));
  g_autofree char *place = ut_phrase_place (regions, shown, language);
  return ut_phrase_against (ut_against_of_verdict (verdict), place, language);
}

char *
ut_phrase_benchmark_figure (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                            UtLanguage language) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  const UtIndicator *indicator = assessed->indicator;
  g_autofree char *name = ut_phrase_benchmark (verdict, assessed->benchmark_region[benchmark], regions, language);
  double value = isnan (verdict->tested_against) ? verdict->reference.value : verdict->tested_against;
  /* A count of the whole county or country tells nothing beside that of a municipality. */
  if (!ut_figure_is_shown (&verdict->reference) || isnan (value) || indicator->measure == UT_MEASURE_COUNT)
    return g_steal_pointer (&name);
  int decimals = ut_indicator_decimals (indicator, value);
  if (verdict->level > UT_LEVEL_SIMILAR)
    decimals = ut_phrase_distinct_decimals (assessed->own.value, value, indicator, language);
  char *quantity = ut_phrase_value (value, decimals, indicator, UT_FIGURE_RUNNING, language);
  g_autofree char *shown = ut_phrase_about (verdict->reference.quality, quantity, language);
  return g_strdup_printf ("%s (%s)", name, shown);
}
