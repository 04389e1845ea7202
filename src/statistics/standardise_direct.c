#include <utsyn/standardise.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <utsyn/interval.h>

#include <math.h>

/* Below this many events a directly standardised rate is not published; the rule of PHEindicatormethods. */
#define FEWEST_EVENTS 10

const double *
ut_standard_esp2013 (gsize *n) {
  /* 0–4, 5–9, …, 85–89, 90 and older */
  static const double persons[] = { 5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
                                    7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000 };
  *n = G_N_ELEMENTS (persons);
  return persons;
}

/* Weighted sums over the age bands, before the multiplier. */
typedef struct {
  double count, persons, rate, variance, largest_weight;
} Sums;

static UtOutcome
check_bands (const double *persons, const double *standard, gsize n_bands, double *all_standard) {
  *all_standard = 0;
  for (gsize i = 0; i < n_bands; i++) {
    if (!(persons[i] > 0) || !isfinite (persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (persons[i]) || !(standard[i] >= 0) || !ut_numeric_usable (standard[i]))
      return UT_OUTCOME_BAD_INPUT;
    *all_standard += standard[i];
  }
  return *all_standard > 0 ? UT_OUTCOME_OK : UT_OUTCOME_NO_DENOMINATOR;
}

static void
add_band (Sums *sums, double weight, double persons, double count, double squared) {
  double factor = weight / persons;
  sums->count += count;
  sums->persons += persons;
  sums->rate += factor * count;
  sums->variance += factor * factor * squared;
  sums->largest_weight = MAX (sums->largest_weight, factor);
}

static UtOutcome
dobson (const Sums *sums, double level, UtRateLimits limits, UtInterval *interval) {
  UtInterval count;
  UtOutcome outcome = limits == UT_RATE_LIMITS_EXACT  ? ut_interval_rate_exact (sums->count, 1, level, &count)
                      : limits == UT_RATE_LIMITS_RULE ? ut_interval_rate (sums->count, 1, level, &count)
                                                      : ut_interval_rate_byar (sums->count, 1, level, &count);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double scale = sqrt (sums->variance / sums->count);
  *interval = (UtInterval){ sums->rate + scale * (count.lower - sums->count),
                            sums->rate + scale * (count.upper - sums->count) };
  return UT_OUTCOME_OK;
}

static UtOutcome
fay_feuer (const Sums *sums, double level, UtInterval *interval) {
  double rate = sums->rate, variance = sums->variance, w = sums->largest_weight, tail = (1 - level) / 2, lower, upper;
  double more = rate + w, more_variance = variance + w * w;
  if (!ut_gamma_quantile (rate * rate / variance, tail, FALSE, &lower)
      || !ut_gamma_quantile (more * more / more_variance, tail, TRUE, &upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *interval = (UtInterval){ lower * variance / rate, upper * more_variance / more };
  return UT_OUTCOME_OK;
}

static UtOutcome
finish (const Sums *sums, double multiplier, double level, UtRateLimits limits, UtStandardised *result) {
  if (!ut_numeric_denominator (multiplier) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  if (sums->rate <= 0)
    return UT_OUTCOME_NO_EVENTS;
  UtInterval interval;
  UtOutcome outcome
      = limits == UT_RATE_LIMITS_GAMMA ? fay_feuer (sums, level, &interval) : dobson (sums, level, limits, &interval);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_usable (interval.lower) || !ut_numeric_usable (interval.upper) || !ut_numeric_usable (sums->variance))
    return UT_OUTCOME_BAD_INPUT;
  *result = (UtStandardised){
    .count = sums->count,
    .persons = sums->persons,
    .crude = multiplier * sums->count / sums->persons,
    .rate = multiplier * sums->rate,
    .variance = multiplier * multiplier * sums->variance,
    .interval = { multiplier * interval.lower, multiplier * interval.upper },
  };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_standardise_direct_raw (const double *count, const double *persons, const double *standard, gsize n_bands,
                           double multiplier, double level, UtRateLimits limits, UtStandardised *result) {
  double all;
  UtOutcome outcome = check_bands (persons, standard, n_bands, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  Sums sums = { 0 };
  for (gsize i = 0; i < n_bands; i++) {
    if (!(count[i] >= 0) || !ut_numeric_usable (count[i]))
      return UT_OUTCOME_BAD_INPUT;
    add_band (&sums, standard[i] / all, persons[i], count[i], count[i]);
  }
  return finish (&sums, multiplier, level, limits, result);
}

UtOutcome
ut_standardise_direct (const double *count, const double *persons, const double *standard, gsize n_bands,
                       double multiplier, double level, UtRateLimits limits, UtStandardised *result) {
  UtStandardised found;
  UtOutcome outcome = ut_standardise_direct_raw (count, persons, standard, n_bands, multiplier, level, limits, &found);
  if (outcome != UT_OUTCOME_OK)
    return outcome == UT_OUTCOME_NO_EVENTS ? UT_OUTCOME_TOO_FEW_EVENTS : outcome;
  if (found.count < FEWEST_EVENTS)
    return UT_OUTCOME_TOO_FEW_EVENTS;
  *result = found;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_standardise_direct_repeated (const double *persons_with, gsize most_events, const double *persons,
                                const double *standard, gsize n_bands, double multiplier, double level,
                                UtRateLimits limits, UtStandardised *result) {
  double all;
  UtOutcome outcome = check_bands (persons, standard, n_bands, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  Sums sums = { 0 };
  for (gsize i = 0; i < n_bands; i++) {
    double count = 0, squared = 0;
    for (gsize events = 1; events <= most_events; events++) {
      double with = persons_with[i * most_events + events - 1], times = (double) events;
      if (!(with >= 0) || !ut_numeric_usable (with))
        return UT_OUTCOME_BAD_INPUT;
      count += times * with;
      squared += times * times * with;
    }
    add_band (&sums, standard[i] / all, persons[i], count, squared);
  }
  if (sums.count < FEWEST_EVENTS)
    return UT_OUTCOME_TOO_FEW_EVENTS;
  return finish (&sums, multiplier, level, limits, result);
}
