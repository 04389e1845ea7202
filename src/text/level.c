#include "text/level.h"

#include "base/i18n.h"
#include "text/benchmark.h"
#include "text/described.h"
#include "text/figure.h"
#include <utsyn/terms.h>

char *
ut_phrase_own (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  const char *name = ut_text_get (&assessed->indicator->name, language);
  g_autofree char *place = ut_phrase_place (regions, assessed->region, language);
  if (!assessed->own.exists && assessed->own.unread)
    return g_strdup_printf (
        ut_tr (language, "%1$s: there is no figure for %2$s, since the dataset with its figures could not be read."),
        name, place);
  if (!assessed->own.exists)
    return g_strdup_printf (ut_tr (language, "%1$s: there is no figure for %2$s."), name, place);
  g_autofree char *period = ut_period_format (assessed->own.period, language);
  if (!ut_figure_is_shown (&assessed->own))
    return g_strdup_printf (ut_tr (language, "%1$s: no figure for %2$s (%3$s): %4$s."), name, place, period,
                            ut_phrase_missing (&assessed->own, language));
  g_autofree char *figure = ut_phrase_figure (&assessed->own, assessed->indicator, UT_FIGURE_RUNNING, language);
  return g_strdup_printf (ut_tr (language, "%1$s: %2$s in %3$s (%4$s)."), name, figure, place, period);
}

char *
ut_phrase_fill (const char *sentence, const char *text) {
  g_auto (GStrv) halves = g_strsplit (sentence, "%s", 2);
  return g_strjoinv (text, halves);
}

static char *
phrase_difference (const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  g_autofree char *sentence = ut_phrase_fill (ut_level_sentence (verdict->level, verdict->robust, language), benchmark);
  if (!verdict->below_relevant)
    return g_steal_pointer (&sentence);
  const char *small = verdict->robust ? ut_tr (language, "The difference is statistically certain, but small.")
                                      : ut_tr (language, "The difference is small.");
  return g_strdup_printf ("%s %s", sentence, small);
}

/* "Det er 1,1 prosentpoeng lågare enn landet (19,6 prosent); nr. 4 av 17 i Telemark, talt frå lågast." */
static char *
phrase_described (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions, UtLanguage language) {
  g_autofree char *difference = ut_phrase_described_difference (assessed, benchmark, regions, language);
  g_autofree char *standing = ut_phrase_standing (assessed, regions, language);
  if (difference == NULL)
    return NULL;
  return standing != NULL ? g_strdup_printf (ut_tr (language, "It is %1$s; %2$s."), difference, standing)
                          : g_strdup_printf (ut_tr (language, "It is %s."), difference);
}

static char *
phrase_not_tested (const UtAssessed *assessed, const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  const char *reason = ut_reason_text (verdict->reason, language);
  if (ut_reason_is_to_describe (verdict->reason) || assessed->indicator->measure == UT_MEASURE_COUNT)
    return g_strdup_printf (ut_tr (language, "It is described, not tested: %s."), reason);
  if (!ut_figure_is_shown (&verdict->reference))
    return g_strdup_printf (ut_tr (language, "It is not compared with %1$s: %2$s."), benchmark, reason);
  return g_strdup_printf (ut_tr (language, "The difference from %1$s is not tested: %2$s."), benchmark, reason);
}

static char *
phrase_undecided (const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  return g_strdup_printf (ut_tr (language, "Whether it differs from %1$s is undecided: %2$s."), benchmark,
                          ut_reason_text (verdict->reason, language));
}

static char *
phrase_tested (const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  if (verdict->level == UT_LEVEL_SIMILAR)
    return g_strdup_printf (ut_tr (language, "There is no certain difference from %s."), benchmark);
  return phrase_difference (verdict, benchmark, language);
}

char *
ut_phrase_judgement (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions, UtLanguage language) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  g_autofree char *held_against = ut_phrase_benchmark_figure (assessed, benchmark, regions, language);
  char *described
      = ut_verdict_is_described (verdict) ? phrase_described (assessed, benchmark, regions, language) : NULL;
  if (described != NULL)
    return described;
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return phrase_not_tested (assessed, verdict, held_against, language);
  if (verdict->level == UT_LEVEL_UNDECIDED)
    return phrase_undecided (verdict, held_against, language);
  return phrase_tested (verdict, held_against, language);
}

static char *
phrase_judgements (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  const UtVerdict *country = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  const UtVerdict *county = &assessed->verdicts[UT_BENCHMARK_COUNTY];
  g_autofree char *judgement = ut_phrase_judgement (assessed, UT_BENCHMARK_COUNTRY, regions, language);
  if (county->level == UT_LEVEL_NOT_TESTED)
    return g_steal_pointer (&judgement);
  if (country->level != county->level || country->level == UT_LEVEL_UNDECIDED || !country->robust != !county->robust
      || !country->below_relevant != !county->below_relevant) {
    g_autofree char *other = ut_phrase_judgement (assessed, UT_BENCHMARK_COUNTY, regions, language);
    return g_strdup_printf ("%s %s", judgement, other);
  }
  g_autofree char *first = ut_phrase_benchmark_figure (assessed, UT_BENCHMARK_COUNTRY, regions, language);
  g_autofree char *second = ut_phrase_benchmark_figure (assessed, UT_BENCHMARK_COUNTY, regions, language);
  g_autofree char *both = country->level == UT_LEVEL_SIMILAR
                              ? g_strdup_printf (ut_tr (language, "%1$s or %2$s"), first, second)
                              : g_strdup_printf (ut_tr (language, "%1$s and %2$s"), first, second);
  return phrase_tested (country, both, language);
}

char *
ut_phrase_levels (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  g_autofree char *own = ut_phrase_own (assessed, regions, language);
  if (!ut_figure_is_shown (&assessed->own))
    return g_steal_pointer (&own);
  g_autofree char *judgements = phrase_judgements (assessed, regions, language);
  return g_strdup_printf ("%s %s", own, judgements);
}

char *
ut_phrase_level (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions, UtLanguage language) {
  g_autofree char *own = ut_phrase_own (assessed, regions, language);
  if (!ut_figure_is_shown (&assessed->own))
    return g_steal_pointer (&own);
  g_autofree char *judgement = ut_phrase_judgement (assessed, benchmark, regions, language);
  return g_strdup_printf ("%s %s", own, judgement);
}
