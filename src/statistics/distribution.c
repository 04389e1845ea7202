#include "statistics/distribution.h"

#include <math.h>

double
ut_chi_square_p (double chi_square, double df) {
  if (!(chi_square > 0))
    return 1;
  return df == 1 ? erfc (sqrt (chi_square / 2)) : exp (ut_gamma_log_tail (df / 2, log (chi_square / 2), TRUE));
}

/* df/(df + t²) is Beta (df/2, 1/2), and its odds are df/t². */
double
ut_student_p (double t, double df) {
  if (isinf (t))
    return 0;
  if (t == 0)
    return 1;
  return exp (ut_beta_log_tail (df / 2, 0.5, log (df) - 2 * log (fabs (t)), FALSE));
}

gboolean
ut_student_quantile (double level, double df, double *t) {
  double logit;
  if (!ut_beta_quantile_logit (df / 2, 0.5, 1 - level, FALSE, &logit))
    return FALSE;
  *t = exp ((log (df) - logit) / 2);
  return TRUE;
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
