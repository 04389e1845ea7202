/* Answers that go together: pupils of a class, children of a household. */
#include <utsyn/possible.h>

#include "statistics/numeric.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double
ut_design_effect_p (double p, double design_effect) {
  if (!(p > 0) || p >= 1 || !(design_effect > 1))
    return p;
  return ut_numeric_normal_p (gsl_cdf_ugaussian_Qinv (p / 2) / sqrt (design_effect));
}

double
ut_design_effect_level (double design_effect) {
  if (!(design_effect > 1))
    return 0.95;
  return 1 - ut_numeric_normal_p (ut_numeric_z (0.95) * sqrt (design_effect));
}

double
ut_design_effect_of_clusters (double size, double correlation) {
  return fmax (1 + (size - 1) * correlation, 1);
}
