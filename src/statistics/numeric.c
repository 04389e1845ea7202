#include "statistics/numeric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>
#include <stdlib.h>

#define FARTHEST             1e100
#define FARTHEST_DENOMINATOR 1e20
#define NEAREST_LEVEL        1e-12

gboolean
ut_numeric_level_ok (double level) {
  return level > NEAREST_LEVEL && 1 - level > NEAREST_LEVEL;
}

double
ut_numeric_z (double level) {
  return gsl_cdf_ugaussian_Qinv ((1 - level) / 2);
}

double
ut_numeric_normal_p (double z) {
  return erfc (fabs (z) / G_SQRT2);
}

gboolean
ut_numeric_constant (const double *values, const double *weights, gsize n) {
  const double *first = NULL;
  for (gsize i = 0; i < n; i++) {
    if (weights && !(weights[i] > 0))
      continue;
    if (first && values[i] != *first)
      return FALSE;
    first = &values[i];
  }
  return TRUE;
}

gboolean
ut_numeric_usable (double value) {
  return fabs (value) <= FARTHEST;
}

gboolean
ut_numeric_denominator (double value) {
  return value >= 1 / FARTHEST_DENOMINATOR && value <= FARTHEST_DENOMINATOR;
}

gboolean
ut_numeric_all_finite (const double *values, gsize n) {
  for (gsize i = 0; i < n; i++)
    if (!ut_numeric_usable (values[i]))
      return FALSE;
  return TRUE;
}

int
ut_numeric_compare (const void *a, const void *b) {
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

double
ut_numeric_median (double *values, gsize n) {
  qsort (values, n, sizeof *values, ut_numeric_compare);
  return n % 2 == 1 ? values[n / 2] : values[n / 2 - 1] + (values[n / 2] - values[n / 2 - 1]) / 2;
}

double
ut_numeric_tie_term (const double *values, gsize n) {
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, ut_numeric_compare);
  double sum = 0;
  for (gsize i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && sorted[end] == sorted[i];)
      end++;
    double t = (double) (end - i);
    sum += t * (t - 1) * (2 * t + 5);
  }
  return sum / 18;
}

/* The solver insists on ends that straddle the root, and reports anything else through the global error handler, so the
 * signs are made sure of first. */
static gboolean
straddle (UtFunction f, void *data, gboolean increasing, double *lower, double *upper) {
  double f_lower = f (*lower, data), f_upper = f (*upper, data);
  double step = *upper - *lower;
  for (int i = 0; i < 64 && isfinite (f_lower) && isfinite (f_upper); i++) {
    if ((f_lower <= 0 && f_upper >= 0) || (f_lower >= 0 && f_upper <= 0))
      return TRUE;
    /* Far from the root a tail is flat: only its direction tells which end to move. */
    if ((f_lower > 0) == increasing)
      f_lower = f (*lower -= step, data);
    else
      f_upper = f (*upper += step, data);
    step *= 2;
  }
  return FALSE;
}

typedef struct {
  UtFunction f;
  void *data;
  gboolean failed;
} Guarded;

/* The solver ends the program at a value that is no number; 0 ends the search instead. */
static double
guarded (double x, void *data) {
  Guarded *guard = data;
  double value = guard->f (x, guard->data);
  guard->failed |= !isfinite (value);
  return guard->failed ? 0 : value;
}

gboolean
ut_numeric_root (UtFunction f, void *data, gboolean increasing, double lower, double upper, double *root) {
  if (!straddle (f, data, increasing, &lower, &upper))
    return FALSE;
  Guarded guard = { .f = f, .data = data };
  gsl_function function = { .function = guarded, .params = &guard };
  gsl_root_fsolver *solver = gsl_root_fsolver_alloc (gsl_root_fsolver_brent);
  gboolean settled = FALSE;
  gsl_root_fsolver_set (solver, &function, lower, upper);
  for (int i = 0; i < 200 && !settled; i++) {
    if (gsl_root_fsolver_iterate (solver) != GSL_SUCCESS)
      break;
    double width = gsl_root_fsolver_x_upper (solver) - gsl_root_fsolver_x_lower (solver);
    *root = gsl_root_fsolver_root (solver);
    settled = width <= 1e-14 * MAX (1, fabs (*root)) || guarded (*root, &guard) == 0;
  }
  gsl_root_fsolver_free (solver);
  return settled && !guard.failed;
}

gboolean
ut_numeric_inner_peak (UtFunction slope, void *data, double *peak) {
  double falling = NAN;
  for (double at = 12; at > -6; at -= 0.25) {
    double rise = slope (at, data);
    if (rise < 0)
      falling = at;
    else if (rise > 0 && !isnan (falling))
      return ut_numeric_root (slope, data, FALSE, at, falling, peak);
  }
  return FALSE;
}
