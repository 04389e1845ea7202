/**
 * @file standardise.h
 * Rates standardised by age: directly, with a standard population, and indirectly, with a country's rates. For files
 * of counts by age, which `utsyn import` will then standardise itself; until then checked against their reference
 * cases, and by the bench of calibration.
 */
#ifndef UTSYN_STANDARDISE_H
#define UTSYN_STANDARDISE_H

#include <glib.h>
#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** Where the limits of the observed count come from. */
typedef enum {
  UT_RATE_LIMITS_BYAR,
  UT_RATE_LIMITS_EXACT,
  UT_RATE_LIMITS_RULE,  /**< exact below 10 events, Byar from 10 */
  UT_RATE_LIMITS_GAMMA, /**< direct only: Fay & Feuer's gamma interval */
} UtRateLimits;

/** A directly standardised rate; rates are per the multiplier. */
typedef struct {
  double count;    /**< events in all bands */
  double persons;  /**< in all bands */
  double crude;    /**< rate without standardisation */
  double rate;     /**< standardised */
  double variance; /**< of `rate`, multiplier squared */
  UtInterval interval;
} UtStandardised;

/**
 * European Standard Population 2013: 19 bands, 0–4 to 85–89 and 90 and older, 100 000 persons; Eurostat 2013, Revision
 * of the European Standard Population.
 *
 * @param[out] n  19
 * @return [n] persons; static
 *
 * Reference cases: tests/reference/standard_esp2013.csv
 */
const double *ut_standard_esp2013 (gsize *n);

/**
 * Directly standardised rate, not below 10 events.
 *
 * Σ w·count/persons, w = standard/Σ standard, variance Σ w²·count/persons². Limits: rate + √(variance/O)·(limit(O) −
 * O), Dobson et al. 1991, Stat Med 10:457; or gamma, Fay & Feuer 1997, Stat Med 16:791. Below 10 events in all there is
 * no rate (the rule of PHEindicatormethods).
 *
 * @param count       [n_bands] events, ≥ 0 (may be fractional); a missing count is an error, not 0
 * @param persons     [n_bands] persons or person-years, > 0
 * @param standard    [n_bands] standard population, ≥ 0, not all 0
 * @param multiplier  100 000 for a rate per 100 000
 * @param level       two-sided, in (0,1)
 * @param limits      how the limits are made
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_EVENTS below 10 events; UT_OUTCOME_NO_DENOMINATOR when a band has no
 *         persons, or the standard is empty; UT_OUTCOME_BAD_INPUT for NaN, infinity or a negative number, a multiplier
 *         that is not positive, or a level outside (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/standardise_direct.csv
 */
UtOutcome ut_standardise_direct (const double *count, const double *persons, const double *standard, gsize n_bands,
                                 double multiplier, double level, UtRateLimits limits, UtStandardised *result);

/**
 * Directly standardised rate however few the events; for checking, not for publishing.
 *
 * As ut_standardise_direct(), with UT_OUTCOME_NO_EVENTS instead of UT_OUTCOME_TOO_FEW_EVENTS, when there is none.
 *
 * Reference cases: tests/reference/standardise_direct.csv
 */
UtOutcome ut_standardise_direct_raw (const double *count, const double *persons, const double *standard, gsize n_bands,
                                     double multiplier, double level, UtRateLimits limits, UtStandardised *result);

/**
 * Directly standardised rate where one person may have several events, which are then not independent.
 *
 * count = Σ f·persons with f events; the variance takes Σ f²·persons for the count (PHEindicatormethods; Dobson et al.
 * 1991). Otherwise as ut_standardise_direct().
 *
 * @param persons_with  [n_bands · most_events] band by band: persons with 1, 2, …, most_events events, ≥ 0
 *
 * Reference cases: tests/reference/standardise_repeated.csv
 */
UtOutcome ut_standardise_direct_repeated (const double *persons_with, gsize most_events, const double *persons,
                                          const double *standard, gsize n_bands, double multiplier, double level,
                                          UtRateLimits limits, UtStandardised *result);

/**
 * Events expected with the reference's rates: Σ persons·reference_count/reference_persons.
 *
 * @param persons            [n_bands] own persons, ≥ 0; a band may be empty
 * @param reference_count    [n_bands] events in the reference, ≥ 0
 * @param reference_persons  [n_bands] persons in the reference, > 0
 * @param[out] expected  touched only when OK; 0 when there is nobody, or no events
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when the reference has an empty band; UT_OUTCOME_BAD_INPUT for NaN,
 *         infinity or a negative number.
 *
 * Reference cases: tests/reference/standardise_indirect.csv
 */
UtOutcome ut_standardise_expected (const double *persons, const double *reference_count,
                                   const double *reference_persons, gsize n_bands, double *expected);

/** An indirectly standardised ratio and rate. */
typedef struct {
  double ratio; /**< observed/expected, 1 = as the reference (SMR without the factor 100) */
  UtInterval ratio_interval;
  double rate; /**< ratio · the reference's crude rate (ISR), in its unit */
  UtInterval rate_interval;
} UtIndirect;

/**
 * Indirectly standardised ratio and rate; Breslow & Day 1987.
 *
 * @param observed        events, ≥ 0
 * @param expected        ut_standardise_expected(), > 0
 * @param reference_rate  the reference's crude rate, ≥ 0
 * @param level           two-sided, in (0,1)
 * @param limits          exact, Byar or the rule; never gamma
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when `expected` is not positive or not finite; UT_OUTCOME_BAD_INPUT
 *         for NaN, infinity, a negative number, gamma limits or a level outside (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/standardise_indirect.csv
 */
UtOutcome ut_standardise_indirect (double observed, double expected, double reference_rate, double level,
                                   UtRateLimits limits, UtIndirect *result);

/** FHI's figures. */
typedef struct {
  double smr; /**< the country is 100 */
  UtInterval smr_interval;
  double meis; /**< smr · country rate / 100, in the unit of that rate */
  UtInterval meis_interval;
} UtMeis;

/**
 * FHI's standardised ratio and rate (MEIS).
 *
 * SMR = 100·observed/expected over the country's own observed/expected (1 where the rates are the country's), limits
 * exact below 10 events, Byar from 10; MEIS = SMR·country rate/100.
 *
 * @param observed,expected                  own, ≥ 0 and > 0
 * @param country_observed,country_expected  of the country, > 0
 * @param country_rate                       the country's crude rate, ≥ 0
 * @param level                              two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return as ut_standardise_indirect(); UT_OUTCOME_NO_DENOMINATOR also when the country has no events or expectation.
 *
 * Reference cases: tests/reference/standardise_indirect.csv
 */
UtOutcome ut_standardise_meis (double observed, double expected, double country_observed, double country_expected,
                               double country_rate, double level, UtMeis *result);

UT_END_DECLS

#endif
