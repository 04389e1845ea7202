/* What two vintages say of the same places and periods. */
#include <math.h>
#include <utsyn/intake.h>

#include "base/i18n.h"

#define LEAP       10
#define LEAST_LEAP 30

static int
compare_keys (const UtTable *a, gsize i, const UtTable *b, gsize k) {
  if (a->indicator[i] != b->indicator[k])
    return a->indicator[i] < b->indicator[k] ? -1 : 1;
  if (a->region[i] != b->region[k])
    return a->region[i] < b->region[k] ? -1 : 1;
  return ut_period_compare (a->period[i], b->period[k]);
}

static gboolean
is_leap (double before, double after) {
  double larger = fmax (fabs (before), fabs (after)), smaller = fmin (fabs (before), fabs (after));
  return larger >= LEAST_LEAP && smaller > 0 && larger > LEAP * smaller;
}

static void
tell_leap (const UtTable *before, gsize i, const UtTable *after, gsize k, const UtCatalogue *catalogue,
           const UtRegions *regions, UtFindings *findings) {
  char was[G_ASCII_DTOSTR_BUF_SIZE], is[G_ASCII_DTOSTR_BUF_SIZE];
  const UtRegion *region = ut_regions_get (regions, after->region[k]);
  const UtIndicator *indicator = ut_catalogue_get (catalogue, after->indicator[k]);
  g_autofree char *period = ut_period_format (after->period[k], ut_language_messages ());
  const UtOrigin origin = ut_table_n_origins (after, k) > 0 ? ut_table_origin (after, k, 0) : (UtOrigin){ 0 };
  const char *file = ut_table_file (after, origin.file)->path;
  g_ascii_formatd (was, sizeof was, "%.10g", before->value[i]);
  g_ascii_formatd (is, sizeof is, "%.10g", after->value[k]);
  if (ut_indicator_has_limits (indicator))
    ut_findings_add (findings, file, origin.line, UT_FINDING_IMPLAUSIBLE_CHANGE,
                     _ ("%1$s, %2$s %3$s, %4$s: an implausible change from the vintage before"), indicator->key,
                     region->code, region->name, period);
  else
    ut_findings_add (findings, file, origin.line, UT_FINDING_IMPLAUSIBLE_CHANGE,
                     _ ("%1$s, %2$s %3$s, %4$s: %5$s, but %6$s in the vintage before"), indicator->key, region->code,
                     region->name, period, is, was);
}

static UtIntakeChange *
change_of (GArray *changes, UtPeriod period) {
  guint low = 0, high = changes->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    int order = ut_period_compare (g_array_index (changes, UtIntakeChange, middle).period, period);
    if (order == 0)
      return &g_array_index (changes, UtIntakeChange, middle);
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  const UtIntakeChange fresh = { .period = period };
  g_array_insert_val (changes, low, fresh);
  return &g_array_index (changes, UtIntakeChange, low);
}

/* A key that both have. */
static void
note_pair (GArray *changes, const UtTable *before, gsize i, const UtTable *after, gsize k) {
  gboolean had = !isnan (before->value[i]), has = !isnan (after->value[k]);
  if (!had && !has)
    return;
  UtIntakeChange *change = change_of (changes, after->period[k]);
  change->n_new += !had;
  change->n_same += had && before->value[i] == after->value[k];
  change->n_revised += had && before->value[i] != after->value[k];
}

GArray *
ut_intake_compare (const UtTable *before, const UtTable *after, const UtCatalogue *catalogue, const UtRegions *regions,
                   UtFindings *findings) {
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (UtIntakeChange));
  gsize i = 0, k = 0;
  while (i < before->n_rows || k < after->n_rows) {
    int order = i == before->n_rows ? 1 : k == after->n_rows ? -1 : compare_keys (before, i, after, k);
    if (order == 0) {
      note_pair (changes, before, i, after, k);
      if (findings != NULL && is_leap (before->value[i], after->value[k]))
        tell_leap (before, i, after, k, catalogue, regions, findings);
    } else if (order < 0 && !isnan (before->value[i]))
      change_of (changes, before->period[i])->n_vanished++;
    else if (order > 0 && !isnan (after->value[k]))
      change_of (changes, after->period[k])->n_new++;
    i += order <= 0;
    k += order >= 0;
  }
  return changes;
}
