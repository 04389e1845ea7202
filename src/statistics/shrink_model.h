/* What the estimates of shares (beta–binomial) and of rates (gamma–Poisson) have in common, and how they are made. */
#ifndef UT_STATISTICS_SHRINK_MODEL_H
#define UT_STATISTICS_SHRINK_MODEL_H

#include <utsyn/shrink.h>

#include "statistics/distribution.h"

typedef struct {
  const double *x, *n;
  gsize k;
  double events, all;
} UtShrinkUnits;

/* Beta (a, b) of the shares, or Gamma (shape a, rate b) of the rates. */
typedef struct {
  double a, b;
} UtShrinkPrior;

/* The likelihood at the best prior of one size, for finding the best size. */
typedef struct {
  const UtShrinkUnits *units;
  double size;
  UtShrinkPrior prior;
} UtShrinkProfile;

typedef struct {
  gboolean at_most_all; /* no more events than persons */

  /* Logarithm of a unit's likelihood: what neither needs the other for, what needs both, and what the prior adds. */
  double (*log_unit) (double x, double n);
  double (*log_both) (double x, double n, const UtShrinkPrior *prior);
  double (*log_prior) (const UtShrinkPrior *prior);
  /* The same where all units have one level, but for log_unit. */
  double (*log_alike) (double x, double n, double level);
  /* How much more than chance a unit lies from that level; sums to above 0 where the likelihood rises from "alike". */
  double (*excess) (double x, double n, double level);

  UtOutcome (*by_moments) (const UtShrinkUnits *units, UtShrinkPrior *prior);
  double (*size) (const UtShrinkPrior *prior);
  double usual_log_size;
  /* Of the profile in the logarithm of the size; leaves the prior there. NaN: none is best. */
  double (*slope) (double log_size, void *profile);

  /* What is known of a unit beside its prior. Levels on a scale without ends: logit or logarithm. */
  double (*mean) (double x, double n, const UtShrinkPrior *prior);
  UtLogTail (*log_tail) (double x, double n, const UtShrinkPrior *prior, double on_scale, gboolean upper_tail);
  gboolean (*quantile) (double x, double n, const UtShrinkPrior *prior, double tail, gboolean upper_tail,
                        double *on_scale);
  double (*level_of) (double on_scale);

  /* For averaging: priors by their spread (√ρ, 1/√shape) and level. */
  double most_spread;
  double (*start) (const UtShrinkUnits *units);               /* level of all, never at an end */
  double (*variance) (double n, double level, double spread); /* of a unit's level, on the scale */
  double (*to_scale) (double level);
  UtShrinkPrior (*prior) (double on_scale, double spread);
} UtShrinkModel;

extern const UtShrinkModel ut_shrink_of_shares, ut_shrink_of_rates;

UtOutcome ut_shrink_check_units (const UtShrinkModel *model, UtShrinkUnits *units, gsize least);

/* Finds the prior and estimates each unit from it. */
UtOutcome ut_shrink_plug_in (const UtShrinkModel *model, UtShrinkUnits *units, UtShrinkMethod method, double level,
                             double *estimate, UtInterval *interval, UtShrinkPrior *prior, double *log_likelihood);

#endif
