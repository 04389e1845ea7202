#include "summary_family.h"

#include <math.h>
#include <utsyn/multiplicity.h>

void
ut_summary_family_adjust (double *p, const gboolean *is_whole, guint n_places, gsize n) {
  g_autofree double *parts = g_new (double, n_places *n + 1);
  for (guint place = 0; place < n_places; place++)
    for (gsize i = place * n; i < (place + 1) * n; i++)
      parts[i] = is_whole[place] ? NAN : p[i];
  ut_adjust_benjamini_hochberg (parts, n_places * n, parts);
  for (guint place = 0; place < n_places; place++) {
    double *own = p + place * n;
    if (is_whole[place])
      ut_adjust_benjamini_hochberg (own, n, own);
    else
      for (gsize i = 0; i < n; i++)
        own[i] = parts[place * n + i];
  }
}

gboolean
ut_summary_family_admits (const UtVerdict *verdict) {
  return verdict->robust_in_report && !verdict->below_relevant;
}

gboolean
ut_summary_family_follows (const UtVerdict *verdict, const UtVerdict *whole) {
  return ut_summary_family_admits (whole) && verdict->level != UT_LEVEL_NOT_TESTED && !verdict->below_relevant
         && verdict->difference * whole->difference > 0;
}
