#include "statistics/distribution.h"

#include <math.h>

double
ut_chi_square_p (double chi_square, double df) {
  if (!(chi_square > 0))
    return 1;
  return df == 1 ? erfc (sqrt (chi_square / 2)) : exp (ut_gamma_log_tail (df / 2, log (chi_square / 2), TRUE).tail);
}

double
ut_digamma (double x) {
  double shift = 0;
  for (; x < 10; x++)
    shift -= 1 / x;
  double b = 1 / (x * x);
  return shift + log (x) - 1 / (2 * x)
         - b * (1.0 / 12 - b * (1.0 / 120 - b * (1.0 / 252 - b * (1.0 / 240 - b * (1.0 / 132 - b * 691.0 / 32760)))));
}
