/* Student's t: df/(df + t²) is Beta (df/2, 1/2), and its odds are df/t². */
#include "statistics/distribution.h"

#include <math.h>

double
ut_student_p (double t, double df) {
  if (isinf (t))
    return 0;
  if (t == 0)
    return 1;
  return exp (ut_beta_log_tail (df / 2, 0.5, log (df) - 2 * log (fabs (t)), FALSE).tail);
}

static gboolean
find_quantile (double level, double df, double *t) {
  double logit;
  if (!ut_beta_quantile_logit (df / 2, 0.5, 1 - level, FALSE, &logit))
    return FALSE;
  *t = exp ((log (df) - logit) / 2);
  return TRUE;
}

/* Thousands of short series ask for the same few quantiles, so these are found once: whole degrees of freedom at the
 * level of our intervals and at that of a power of 80 %. */
#define MOST_KEPT 60

static const double kept_levels[] = { 0.95, 2 * 0.8 - 1 };

typedef struct {
  gsize done; /* of g_once_init_enter */
  double t;   /* NaN when it could not be found */
} Kept;

static gboolean
find_kept (Kept *kept, double level, double df, double *t) {
  if (g_once_init_enter (&kept->done)) {
    double found;
    gboolean any = find_quantile (level, df, &found);
    kept->t = any ? found : NAN;
    g_once_init_leave (&kept->done, 1);
  }
  if (isnan (kept->t))
    return FALSE;
  *t = kept->t;
  return TRUE;
}

gboolean
ut_student_quantile (double level, double df, double *t) {
  static Kept kept[G_N_ELEMENTS (kept_levels)][MOST_KEPT];
  gboolean whole = df >= 1 && df <= MOST_KEPT && df == floor (df);
  for (gsize i = 0; whole && i < G_N_ELEMENTS (kept_levels); i++)
    if (level == kept_levels[i])
      return find_kept (&kept[i][(gsize) df - 1], level, df, t);
  return find_quantile (level, df, t);
}
