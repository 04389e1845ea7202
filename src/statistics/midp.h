/* The central mid-p test of one count whose distribution, given a log odds θ, has probabilities proportional to
 * weight (k)·exp (θ k): the binomial, and the noncentral hypergeometric of a fourfold table. */
#ifndef UT_STATISTICS_MIDP_H
#define UT_STATISTICS_MIDP_H

#include <glib.h>
#include <utsyn/outcome.h>

typedef struct {
  double lowest, highest; /* the support, whole numbers */
  /* weight (k + 1)/weight (k) = (left − k)(trials − k)/((k + 1)(k + 1 + offset)); binomial without the second pair */
  double trials;
  gboolean hypergeometric;
  double left, offset;
} UtCountFamily;

/* k of `trials`. */
UtCountFamily ut_midp_binomial (double trials);

/* Events in the first group of a fourfold table: n1 and n2 persons, m events in both together. */
UtCountFamily ut_midp_hypergeometric (double n1, double n2, double m);

/* Two-sided p of θ = `null`, and the θ not rejected at `level`: −inf or inf where the count is at the end of its
 * support. The null is outside the interval exactly when p < 1 − level. */
UtOutcome ut_midp_test (const UtCountFamily *family, double count, double null, double guess, double guess_se,
                        double level, double *p, UtInterval *theta);

#endif
