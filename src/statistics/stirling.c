#include "statistics/stirling.h"

#include <math.h>

double
ut_stirling_rest (double a) {
  if (a < 15) {
    int sign;
    return lgamma_r (a, &sign) - ((a - 0.5) * log (a) - a + log (2 * G_PI) / 2);
  }
  double b = 1 / (a * a);
  return (1.0 / 12 - b * (1.0 / 360 - b * (1.0 / 1260 - b * (1.0 / 1680 - b / 1188)))) / a;
}

double
ut_deviance_part (double x, double mean, double log_mean) {
  if (fabs (x - mean) >= 0.1 * (x + mean))
    return x * (log (x) - log_mean) + mean - x;
  double v = (x - mean) / (x + mean), sum = (x - mean) * v, term = 2 * x * v;
  for (int j = 1; j < 100; j++) {
    term *= v * v;
    double next = sum + term / (2 * j + 1);
    if (next == sum)
      break;
    sum = next;
  }
  return sum;
}
