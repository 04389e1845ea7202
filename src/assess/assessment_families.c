/* The families of the many comparisons: which indicators are in them, and what holds when they are taken together. */
#include "assessment.h"
#include "summary_family.h"
#include "trend_families.h"

#include <math.h>
#include <string.h>
#include <utsyn/multiplicity.h>

/* Girls, where the indicator of them all is assessed too: the same persons are not tested twice. */
static gboolean
is_group (const UtAssessment *assessment, const UtIndicator *group) {
  for (guint i = 0; i < assessment->family->len; i++) {
    const UtIndicator *whole = g_ptr_array_index (assessment->family, i);
    for (guint by = 0; by < UT_N_DIMENSIONS; by++)
      for (guint k = 0; k < whole->by[by].n; k++)
        if (whole->by[by].ids[k] == group->id)
          return TRUE;
  }
  return FALSE;
}

/* An indicator that stands in two themes is one comparison. */
static guint
add_member (GPtrArray *family, GHashTable *known, const UtIndicator *indicator) {
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, indicator));
  if (number > 0)
    return number - 1;
  g_ptr_array_add (family, (gpointer) indicator);
  g_hash_table_insert (known, (gpointer) indicator, GUINT_TO_POINTER (family->len));
  return family->len - 1;
}

void
ut_assessment_gather_family (UtAssessment *assessment, const GPtrArray *others) {
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n = assessment->indicators->len;
  assessment->family = g_ptr_array_new ();
  assessment->member = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    assessment->member[i] = add_member (assessment->family, known, g_ptr_array_index (assessment->indicators, i));
  for (guint i = 0; others != NULL && i < others->len; i++)
    add_member (assessment->family, known, g_ptr_array_index (others, i));
  assessment->assessed_as = g_new (guint, assessment->family->len + 1);
  assessment->is_group = g_new (gboolean, assessment->family->len + 1);
  for (guint m = 0; m < assessment->family->len; m++) {
    assessment->assessed_as[m] = G_MAXUINT;
    assessment->is_group[m] = is_group (assessment, g_ptr_array_index (assessment->family, m));
  }
  for (guint i = n; i-- > 0;)
    assessment->assessed_as[assessment->member[i]] = i;
}

/* Benjamini–Hochberg over one place × one benchmark. */
static void
adjust_levels (const UtAssessment *assessment, guint place, UtAssessed *const *members) {
  gsize n = assessment->family->len;
  g_autofree double *q = g_new (double, n + 1);
  for (guint b = 0; b < UT_N_BENCHMARKS; b++) {
    double *p = ut_assessment_p (assessment, place, (UtBenchmark) b);
    guint *n_tested = &assessment->n_tested[place * UT_N_BENCHMARKS + b];
    for (guint m = 0; m < n; m++) {
      p[m] = members[m] != NULL ? members[m]->verdicts[b].p : NAN;
      *n_tested += !isnan (p[m]);
    }
    ut_adjust_benjamini_hochberg (p, n, q);
    for (guint i = 0; i < assessment->indicators->len; i++) {
      UtVerdict *verdict = &ut_assessment_at (assessment, place, i)->verdicts[b];
      verdict->q = q[assessment->member[i]];
      verdict->robust = verdict->level > UT_LEVEL_SIMILAR && verdict->q <= 0.05;
    }
  }
}

static gboolean
is_whole (const UtAssessment *assessment, guint place) {
  return ut_regions_get (assessment->regions, g_array_index (assessment->places, UtRegionId, place))->kind
         != UT_REGION_MUNICIPALITY;
}

static gboolean
is_part (const UtAssessment *assessment, guint place, guint whole) {
  UtRegionId own = g_array_index (assessment->places, UtRegionId, place);
  const GArray *members
      = ut_regions_get (assessment->regions, g_array_index (assessment->places, UtRegionId, whole))->members;
  for (guint i = 0; members != NULL && i < members->len; i++)
    if (g_array_index (members, UtRegionId, i) == own)
      return TRUE;
  return FALSE;
}

/* What is told of a whole is told with its parts. */
static void
follow_whole (const UtAssessment *assessment, guint whole) {
  for (guint place = 0; place < assessment->places->len; place++)
    for (guint i = 0; place != whole && is_part (assessment, place, whole) && i < assessment->indicators->len; i++) {
      UtVerdict *own = &ut_assessment_at (assessment, place, i)->verdicts[UT_BENCHMARK_COUNTRY];
      own->in_summary
          |= ut_summary_family_follows (own, &ut_assessment_at (assessment, whole, i)->verdicts[UT_BENCHMARK_COUNTRY]);
    }
}

/* What the summary of a report may say, over all its places. */
static void
adjust_report (const UtAssessment *assessment) {
  gsize n = assessment->family->len;
  guint n_places = assessment->places->len;
  g_autofree double *q = g_new (double, n_places *n + 1);
  g_autofree gboolean *whole = g_new (gboolean, n_places + 1);
  for (guint place = 0; place < n_places; place++) {
    whole[place] = is_whole (assessment, place);
    memcpy (q + place * n, ut_assessment_p (assessment, place, UT_BENCHMARK_COUNTRY), n * sizeof *q);
  }
  ut_summary_family_adjust (q, whole, n_places, n);
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < assessment->indicators->len; i++) {
      UtVerdict *verdict = &ut_assessment_at (assessment, place, i)->verdicts[UT_BENCHMARK_COUNTRY];
      verdict->q_report = q[place * n + assessment->member[i]];
      verdict->robust_in_report = verdict->level > UT_LEVEL_SIMILAR && verdict->q_report <= 0.05;
      verdict->in_summary = ut_summary_family_admits (verdict);
    }
  for (guint place = 0; place < n_places; place++)
    if (whole[place])
      follow_whole (assessment, place);
}

static void
adjust_trends (const UtAssessment *assessment, UtAssessed *const *members) {
  guint n = assessment->family->len;
  g_autofree UtTrend **trends = g_new0 (UtTrend *, n + 1);
  for (guint m = 0; m < n; m++)
    trends[m] = members[m] != NULL ? &members[m]->trend : NULL;
  ut_trend_families_adjust (trends, n);
}

void
ut_assessment_adjust_place (const UtAssessment *assessment, guint place, UtAssessed *others) {
  guint n = assessment->family->len;
  g_autofree UtAssessed **members = g_new0 (UtAssessed *, n + 1);
  for (guint m = 0; m < n; m++) {
    guint as = assessment->assessed_as[m];
    if (!assessment->is_group[m])
      members[m] = as != G_MAXUINT ? ut_assessment_at (assessment, place, as) : &others[m];
  }
  adjust_levels (assessment, place, members);
  if (!assessment->options.without_trends)
    adjust_trends (assessment, members);
}

/* Beside the country; an indicator that stands twice has what it has where it stands first. */
static void
pool_trends (const UtAssessment *assessment) {
  guint n = assessment->family->len, n_places = assessment->places->len;
  g_autofree UtTrend **trends = g_new0 (UtTrend *, (gsize) n * n_places + 1);
  for (guint place = 0; place < n_places; place++)
    for (guint m = 0; m < n; m++)
      if (assessment->assessed_as[m] != G_MAXUINT && !assessment->is_group[m])
        trends[place * n + m] = &ut_assessment_at (assessment, place, assessment->assessed_as[m])->trend;
  ut_trend_families_pool (trends, (gsize) n * n_places);
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < assessment->indicators->len; i++)
      ut_trend_families_copy (
          &ut_assessment_at (assessment, place, assessment->assessed_as[assessment->member[i]])->trend,
          &ut_assessment_at (assessment, place, i)->trend);
}

void
ut_assessment_adjust_report (const UtAssessment *assessment) {
  adjust_report (assessment);
  pool_trends (assessment);
}
