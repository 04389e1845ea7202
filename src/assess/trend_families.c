#include "trend_families.h"

#include <math.h>
#include <utsyn/multiplicity.h>

#define LEVEL 0.05

void
ut_trend_families_adjust (UtTrend *const *trends, gsize n) {
  g_autofree double *q = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    q[i] = trends[i] != NULL ? trends[i]->p : NAN;
  ut_adjust_benjamini_hochberg (q, n, q);
  for (gsize i = 0; i < n; i++) {
    if (trends[i] == NULL)
      continue;
    trends[i]->q = q[i];
    trends[i]->robust = trends[i]->side != 0 && q[i] <= LEVEL;
  }
  for (guint area = 0; area < UT_N_ENCLOSING; area++) {
    for (gsize i = 0; i < n; i++)
      q[i] = trends[i] != NULL ? trends[i]->relative[area].p : NAN;
    ut_adjust_benjamini_hochberg (q, n, q);
    for (gsize i = 0; i < n; i++) {
      if (trends[i] == NULL)
        continue;
      trends[i]->relative[area].q = q[i];
      trends[i]->relative[area].robust = trends[i]->relative[area].side != 0 && q[i] <= LEVEL;
    }
  }
}

void
ut_trend_families_pool (UtTrend *const *trends, gsize n) {
  g_autofree double *q = g_new (double, n + 1);
  for (guint area = 0; area < UT_N_ENCLOSING; area++) {
    for (gsize i = 0; i < n; i++)
      q[i] = trends[i] != NULL ? trends[i]->relative[area].p : NAN;
    ut_adjust_benjamini_hochberg (q, n, q);
    for (gsize i = 0; i < n; i++)
      if (trends[i] != NULL)
        trends[i]->relative[area].q_report = q[i];
  }
}

void
ut_trend_families_copy (const UtTrend *from, UtTrend *to) {
  to->q = from->q;
  to->robust = from->robust;
  for (guint area = 0; area < UT_N_ENCLOSING; area++) {
    to->relative[area].q = from->relative[area].q;
    to->relative[area].q_report = from->relative[area].q_report;
    to->relative[area].robust = from->relative[area].robust;
  }
}
