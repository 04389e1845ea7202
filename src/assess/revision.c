#include <utsyn/revision.h>

#include <math.h>
#include <string.h>

#include "base/i18n.h"

static const struct {
  const char *code, *text;
} kinds[] = {
  [UT_REVISION_RECODED] = { "recoded", N_ ("other code or boundaries") },
  [UT_REVISION_NEW_PLACE] = { "new-place", N_ ("new place in the report") },
  [UT_REVISION_NEW_INDICATOR] = { "new-indicator", N_ ("new indicator in the report") },
  [UT_REVISION_GONE] = { "gone", N_ ("indicator no longer in the report") },
  [UT_REVISION_NEW_PERIOD] = { "new-period", N_ ("new period") },
  [UT_REVISION_FILLED] = { "filled", N_ ("figure for an earlier period that had none") },
  [UT_REVISION_REVISED] = { "revised", N_ ("another figure for the same period") },
  [UT_REVISION_BROKEN] = { "broken", N_ ("break in the series") },
  [UT_REVISION_LOST] = { "lost", N_ ("no figure is shown any longer") },
  [UT_REVISION_VERDICT] = { "verdict", N_ ("judged otherwise") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == UT_N_REVISIONS);

const char *
ut_revision_code (UtRevisionKind kind) {
  return kinds[kind].code;
}

const char *
ut_revision_text (UtRevisionKind kind, UtLanguage language) {
  return ut_tr (language, kinds[kind].text);
}

const char *
ut_cause_text (UtRevisionCause cause, UtLanguage language) {
  static const char *const texts[] = {
    [UT_CAUSE_RULE] = N_ ("because another rule decides"),
    [UT_CAUSE_NEW_PERIOD] = N_ ("because of a new period"),
    [UT_CAUSE_REVISED] = N_ ("because the figure was revised"),
    [UT_CAUSE_COMPARISON] = N_ ("because of what it is compared with; the figure is the same"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == UT_N_CAUSES);
  return cause == UT_CAUSE_NONE ? "" : ut_tr (language, texts[cause]);
}

typedef struct {
  const UtPublished *before, *now;
  const UtRegions *regions;
  GArray *found;
} Comparison;

static UtRevision *
tell (Comparison *comparison, UtRevisionKind kind, const char *indicator, const char *place) {
  UtRevision revision = { .kind = kind, .indicator = indicator, .place = place, .before = NAN, .now = NAN };
  g_array_append_val (comparison->found, revision);
  return &g_array_index (comparison->found, UtRevision, comparison->found->len - 1);
}

/* Places */

static const UtPublishedPlace *
find_place (const UtPublished *published, const char *code) {
  for (guint i = 0; i < published->places->len; i++) {
    const UtPublishedPlace *place = g_ptr_array_index (published->places, i);
    if (g_str_equal (place->code, code))
      return place;
  }
  return NULL;
}

/* How a code of the earlier run became the code `now`; FALSE when it did not. */
static gboolean
became (const UtRegions *regions, const char *code, const char *now, UtRestateKind *kind) {
  const UtRegion *old = ut_regions_find_code (regions, code);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  if (old == NULL || old->kind != UT_REGION_MUNICIPALITY || old->valid_to == G_MAXINT
      || !ut_regions_restate (regions, code, old->valid_to - 1, kind, targets))
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (ut_regions_get (regions, g_array_index (targets, UtRestatement, i).region)->code, now))
      return TRUE;
  return FALSE;
}

/* The place of the earlier run that this one was; `followed` says whether its figures can be set beside. */
static const UtPublishedPlace *
find_earlier (const Comparison *comparison, const UtPublishedPlace *place, gboolean *followed) {
  const UtPublishedPlace *same = find_place (comparison->before, place->code);
  *followed = TRUE;
  if (same != NULL)
    return same;
  for (guint i = 0; i < comparison->before->places->len; i++) {
    const UtPublishedPlace *earlier = g_ptr_array_index (comparison->before->places, i);
    UtRestateKind kind;
    if (!became (comparison->regions, earlier->code, place->code, &kind))
      continue;
    *followed = kind == UT_RESTATE_RENUMBER;
    return earlier;
  }
  return NULL;
}

static gboolean
is_same_place (const UtPublishedPlace *a, const UtPublishedPlace *b) {
  return g_str_equal (a->code, b->code) && a->since == b->since
         && g_strv_equal ((const char *const *) a->members, (const char *const *) b->members);
}

static void
compare_places (Comparison *comparison) {
  for (guint i = 0; i < comparison->now->places->len; i++) {
    const UtPublishedPlace *place = g_ptr_array_index (comparison->now->places, i);
    gboolean followed;
    const UtPublishedPlace *earlier = find_earlier (comparison, place, &followed);
    if (earlier == NULL)
      tell (comparison, UT_REVISION_NEW_PLACE, NULL, place->code);
    else if (!is_same_place (earlier, place))
      tell (comparison, UT_REVISION_RECODED, NULL, place->code)->earlier_place = earlier->code;
  }
}

/* Figures */

static const UtPublishedPoint *
find_point (const UtPublishedSeries *series, UtPeriod period) {
  for (guint i = 0; i < series->points->len; i++) {
    const UtPublishedPoint *point = &g_array_index (series->points, UtPublishedPoint, i);
    if (ut_period_compare (point->period, period) == 0)
      return point;
  }
  return NULL;
}

static gboolean
is_revised (const UtPublishedPoint *before, const UtPublishedPoint *now) {
  return fabs (before->value - now->value) > 1e-9 * MAX (1, fabs (now->value));
}

static gboolean
is_later_than_all (const UtPublishedSeries *series, UtPeriod period) {
  for (guint i = 0; i < series->points->len; i++)
    if (ut_period_compare (g_array_index (series->points, UtPublishedPoint, i).period, period) > 0)
      return FALSE;
  return TRUE;
}

static void
compare_point (Comparison *comparison, const UtPublishedSeries *before, const UtPublishedSeries *now,
               const UtPublishedPoint *point) {
  const UtPublishedPoint *earlier = find_point (before, point->period);
  if (earlier == NULL || is_revised (earlier, point)) {
    UtRevisionKind unknown = is_later_than_all (before, point->period) ? UT_REVISION_NEW_PERIOD : UT_REVISION_FILLED;
    UtRevision *revision
        = tell (comparison, earlier != NULL ? UT_REVISION_REVISED : unknown, now->indicator, now->place);
    revision->period = point->period;
    revision->before = earlier != NULL ? earlier->value : NAN;
    revision->now = point->value;
  }
  if (point->has_break && (earlier == NULL || !earlier->has_break))
    tell (comparison, UT_REVISION_BROKEN, now->indicator, now->place)->period = point->period;
}

static UtRevisionCause
cause_of (const UtPublishedSeries *before, const UtPublishedSeries *now, guint benchmark) {
  if (before->rules[benchmark] != now->rules[benchmark])
    return UT_CAUSE_RULE;
  const UtPublishedPoint *then = find_point (before, before->period), *point = find_point (now, now->period);
  if (ut_period_compare (before->period, now->period) != 0)
    return UT_CAUSE_NEW_PERIOD;
  return then == NULL || point == NULL || is_revised (then, point) ? UT_CAUSE_REVISED : UT_CAUSE_COMPARISON;
}

static void
compare_verdicts (Comparison *comparison, const UtPublishedSeries *before, const UtPublishedSeries *now) {
  /* A judgement of a figure that is hidden now would tell on which side it lay. */
  if (before->period.kind == UT_PERIOD_NONE || now->period.kind == UT_PERIOD_NONE
      || find_point (now, before->period) == NULL)
    return;
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    if (!before->judged[i] || !now->judged[i])
      continue;
    if (before->levels[i] == now->levels[i] && !before->robust[i] == !now->robust[i])
      continue;
    UtRevision *revision = tell (comparison, UT_REVISION_VERDICT, now->indicator, now->place);
    revision->period = now->period;
    revision->benchmark = (UtBenchmark) i;
    revision->level_before = before->levels[i];
    revision->level_now = now->levels[i];
    revision->robust_before = before->robust[i];
    revision->robust_now = now->robust[i];
    revision->cause = cause_of (before, now, i);
  }
}

static void
compare_series (Comparison *comparison, const UtPublishedSeries *before, const UtPublishedSeries *now) {
  for (guint i = 0; i < before->points->len; i++) {
    UtPeriod period = g_array_index (before->points, UtPublishedPoint, i).period;
    if (find_point (now, period) == NULL)
      tell (comparison, UT_REVISION_LOST, now->indicator, now->place)->period = period;
  }
  for (guint i = 0; i < now->points->len; i++)
    compare_point (comparison, before, now, &g_array_index (now->points, UtPublishedPoint, i));
  compare_verdicts (comparison, before, now);
}

/* Indicators */

static GHashTable *
indicators_of (const UtPublished *published) {
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < published->series->len; i++)
    g_hash_table_add (keys, ((const UtPublishedSeries *) g_ptr_array_index (published->series, i))->indicator);
  return keys;
}

static void
compare_now (Comparison *comparison, GHashTable *known, const UtPublishedSeries *now) {
  gboolean followed;
  const UtPublishedPlace *place = find_place (comparison->now, now->place);
  const UtPublishedPlace *earlier = place != NULL ? find_earlier (comparison, place, &followed) : NULL;
  if (!g_hash_table_contains (known, now->indicator)) {
    tell (comparison, UT_REVISION_NEW_INDICATOR, now->indicator, NULL);
    g_hash_table_add (known, now->indicator);
    return;
  }
  if (earlier == NULL || !followed)
    return;
  const UtPublishedSeries *before = ut_published_find (comparison->before, now->indicator, earlier->code);
  if (before != NULL)
    compare_series (comparison, before, now);
}

/* A new indicator is reported once, and has nothing to be compared with in any place. */
static void
compare_indicators (Comparison *comparison) {
  g_autoptr (GHashTable) known = indicators_of (comparison->before);
  g_autoptr (GHashTable) here = indicators_of (comparison->now);
  for (guint i = 0; i < comparison->now->series->len; i++)
    compare_now (comparison, known, g_ptr_array_index (comparison->now->series, i));
  for (guint i = 0; i < comparison->before->series->len; i++) {
    const UtPublishedSeries *before = g_ptr_array_index (comparison->before->series, i);
    if (g_hash_table_add (here, before->indicator))
      tell (comparison, UT_REVISION_GONE, before->indicator, NULL);
  }
}

GArray *
ut_revision_find (const UtPublished *before, const UtPublished *now, const UtRegions *regions) {
  Comparison comparison = { before, now, regions, g_array_new (FALSE, FALSE, sizeof (UtRevision)) };
  compare_places (&comparison);
  compare_indicators (&comparison);
  return comparison.found;
}
