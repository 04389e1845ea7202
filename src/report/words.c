#include "report/words.h"

#include <math.h>

#include "base/i18n.h"
#include "chart/wording.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>

#define MOST_DECIMALS 3

char *
ut_words_quantity (double value, int decimals, const UtIndicator *indicator, UtLanguage language) {
  g_autofree char *number = ut_number_format (value, decimals, language);
  /* The name of a count says what is counted. */
  if (indicator->unit == UT_UNIT_PERSONS)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", number, ut_unit_label (indicator->unit, language));
}

static char *
mark_approximate (guint16 quality, char *text, UtLanguage language) {
  if (!(quality & UT_QUALITY_APPROXIMATE))
    return text;
  char *marked = g_strdup_printf (ut_tr (language, "about %s"), text);
  g_free (text);
  return marked;
}

int
ut_words_telling_decimals (double own, double other, const UtIndicator *indicator, UtLanguage language) {
  int decimals = MAX (ut_indicator_decimals (indicator, own), ut_indicator_decimals (indicator, other));
  for (; decimals < MOST_DECIMALS; decimals++) {
    g_autofree char *a = ut_number_format (own, decimals, language);
    g_autofree char *b = ut_number_format (other, decimals, language);
    if (!g_str_equal (a, b))
      break;
  }
  return decimals;
}

char *
ut_words_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language) {
  char *text = ut_words_quantity (figure->value, ut_indicator_decimals (indicator, figure->value), indicator, language);
  return mark_approximate (figure->quality, text, language);
}

const char *
ut_words_missing (const UtFigure *figure, UtLanguage language) {
  if (!figure->exists)
    return ut_reason_text (figure->unread ? UT_REASON_UNREAD : UT_REASON_NO_FIGURE, language);
  if (ut_figure_is_hidden (figure))
    return ut_reason_text (UT_REASON_CONFIDENTIAL, language);
  return ut_status_label (figure->status, language);
}

char *
ut_words_own (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
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
                            ut_words_missing (&assessed->own, language));
  g_autofree char *figure = ut_words_figure (&assessed->own, assessed->indicator, language);
  return g_strdup_printf (ut_tr (language, "%1$s: %2$s in %3$s (%4$s)."), name, figure, place, period);
}

char *
ut_words_benchmark (const UtVerdict *verdict, UtRegionId region, const UtRegions *regions, UtLanguage language) {
  UtRegionId shown = verdict->reference.exists ? verdict->reference.region : region;
  if (shown == UT_REGION_NONE)
    return g_strdup (verdict->benchmark == UT_BENCHMARK_COUNTY ? ut_tr (language, "the county")
                                                               : ut_tr (language, "the country"));
  g_autofree char *place = ut_phrase_place (regions, shown, language);
  return ut_word_against (ut_word_against_in (verdict), place, language);
}

char *
ut_words_benchmark_figure (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                           UtLanguage language) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  const UtIndicator *indicator = assessed->indicator;
  g_autofree char *name = ut_words_benchmark (verdict, assessed->benchmark_region[benchmark], regions, language);
  double value = isnan (verdict->anchor) ? verdict->reference.value : verdict->anchor;
  /* A count of the whole county or country tells nothing beside that of a municipality. */
  if (!ut_figure_is_shown (&verdict->reference) || isnan (value) || indicator->measure == UT_MEASURE_COUNT)
    return g_steal_pointer (&name);
  int decimals = ut_indicator_decimals (indicator, value);
  if (verdict->level > UT_LEVEL_SIMILAR)
    decimals = ut_words_telling_decimals (assessed->own.value, value, indicator, language);
  char *quantity = ut_words_quantity (value, decimals, indicator, language);
  g_autofree char *shown = mark_approximate (verdict->reference.quality, quantity, language);
  return g_strdup_printf ("%s (%s)", name, shown);
}

/* By level; the second is the robust one. */
static const char *const differences[][2] = {
  [UT_LEVEL_BETTER] = { N_ ("That is better than in %s, but it may be chance when all the comparisons made are taken "
                            "into account."),
                        N_ ("That is better than in %s, also when all the comparisons made are taken into account.") },
  [UT_LEVEL_WORSE] = { N_ ("That is worse than in %s, but it may be chance when all the comparisons made are taken "
                           "into account."),
                       N_ ("That is worse than in %s, also when all the comparisons made are taken into account.") },
  [UT_LEVEL_HIGHER] = { N_ ("That is higher than in %s, but it may be chance when all the comparisons made are taken "
                            "into account."),
                        N_ ("That is higher than in %s, also when all the comparisons made are taken into account.") },
  [UT_LEVEL_LOWER] = { N_ ("That is lower than in %s, but it may be chance when all the comparisons made are taken "
                           "into account."),
                       N_ ("That is lower than in %s, also when all the comparisons made are taken into account.") },
};

char *
ut_words_fill (const char *sentence, const char *text) {
  g_auto (GStrv) halves = g_strsplit (sentence, "%s", 2);
  return g_strjoinv (text, halves);
}

static char *
words_difference (const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  const char *difference = differences[verdict->level][verdict->robust ? 1 : 0];
  g_autofree char *sentence = ut_words_fill (ut_tr (language, difference), benchmark);
  if (!verdict->trivial)
    return g_steal_pointer (&sentence);
  const char *small = verdict->robust ? ut_tr (language, "The difference is statistically certain, but small.")
                                      : ut_tr (language, "The difference is small.");
  return g_strdup_printf ("%s %s", sentence, small);
}

static char *
words_not_tested (const UtAssessed *assessed, const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  const char *reason = ut_reason_text (verdict->reason, language);
  if (verdict->reason == UT_REASON_PROJECTION || verdict->reason == UT_REASON_FULL_COUNT
      || assessed->indicator->measure == UT_MEASURE_COUNT)
    return g_strdup_printf (ut_tr (language, "It is described, not tested: %s."), reason);
  if (!ut_figure_is_shown (&verdict->reference))
    return g_strdup_printf (ut_tr (language, "It is not compared with %1$s: %2$s."), benchmark, reason);
  return g_strdup_printf (ut_tr (language, "The difference from %1$s is not tested: %2$s."), benchmark, reason);
}

static char *
words_tested (const UtVerdict *verdict, const char *benchmark, UtLanguage language) {
  if (verdict->level == UT_LEVEL_SIMILAR)
    return g_strdup_printf (ut_tr (language, "There is no certain difference from %s."), benchmark);
  return words_difference (verdict, benchmark, language);
}

char *
ut_words_judgement (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions, UtLanguage language) {
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  g_autofree char *held_against = ut_words_benchmark_figure (assessed, benchmark, regions, language);
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return words_not_tested (assessed, verdict, held_against, language);
  return words_tested (verdict, held_against, language);
}

static char *
words_judgements (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  const UtVerdict *country = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  const UtVerdict *county = &assessed->verdicts[UT_BENCHMARK_COUNTY];
  g_autofree char *judgement = ut_words_judgement (assessed, UT_BENCHMARK_COUNTRY, regions, language);
  if (county->level == UT_LEVEL_NOT_TESTED)
    return g_steal_pointer (&judgement);
  if (country->level != county->level || !country->robust != !county->robust || !country->trivial != !county->trivial) {
    g_autofree char *other = ut_words_judgement (assessed, UT_BENCHMARK_COUNTY, regions, language);
    return g_strdup_printf ("%s %s", judgement, other);
  }
  g_autofree char *first = ut_words_benchmark_figure (assessed, UT_BENCHMARK_COUNTRY, regions, language);
  g_autofree char *second = ut_words_benchmark_figure (assessed, UT_BENCHMARK_COUNTY, regions, language);
  g_autofree char *both = country->level == UT_LEVEL_SIMILAR
                              ? g_strdup_printf (ut_tr (language, "%1$s or %2$s"), first, second)
                              : g_strdup_printf (ut_tr (language, "%1$s and %2$s"), first, second);
  return words_tested (country, both, language);
}

char *
ut_words_level (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language) {
  g_autofree char *own = ut_words_own (assessed, regions, language);
  if (!ut_figure_is_shown (&assessed->own))
    return g_steal_pointer (&own);
  g_autofree char *judgements = words_judgements (assessed, regions, language);
  return g_strdup_printf ("%s %s", own, judgements);
}
