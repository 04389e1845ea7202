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
  const UtRun *previous, *current;
  const UtRegions *regions;
  GArray *found;
} Comparison;

static UtRevision *
add_change (Comparison *comparison, UtRevisionKind kind, const char *indicator, const char *place) {
  UtRevision revision = { .kind = kind, .indicator = indicator, .place = place, .previous = NAN, .current = NAN };
  g_array_append_val (comparison->found, revision);
  return &g_array_index (comparison->found, UtRevision, comparison->found->len - 1);
}

/* Places */

static const UtRunPlace *
find_place (const UtRun *run, const char *code) {
  for (guint i = 0; i < run->places->len; i++) {
    const UtRunPlace *place = g_ptr_array_index (run->places, i);
    if (g_str_equal (place->code, code))
      return place;
  }
  return NULL;
}

/* How a code of the previous run became the code `current`; FALSE when it did not. */
static gboolean
became (const UtRegions *regions, const char *code, const char *current, UtRestateKind *kind) {
  const UtRegion *old = ut_regions_find_code (regions, code);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  if (old == NULL || old->kind != UT_REGION_MUNICIPALITY || old->valid_to == G_MAXINT
      || !ut_regions_restate (regions, code, old->valid_to - 1, kind, targets))
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (ut_regions_get (regions, g_array_index (targets, UtRestatement, i).region)->code, current))
      return TRUE;
  return FALSE;
}

/* The place of the previous run that this one was; `followed` says whether its figures can be set beside. */
static const UtRunPlace *
find_previous (const Comparison *comparison, const UtRunPlace *place, gboolean *followed) {
  const UtRunPlace *same = find_place (comparison->previous, place->code);
  *followed = TRUE;
  if (same != NULL)
    return same;
  for (guint i = 0; i < comparison->previous->places->len; i++) {
    const UtRunPlace *previous = g_ptr_array_index (comparison->previous->places, i);
    UtRestateKind kind;
    if (!became (comparison->regions, previous->code, place->code, &kind))
      continue;
    *followed = kind == UT_RESTATE_RENUMBER;
    return previous;
  }
  return NULL;
}

static gboolean
is_same_place (const UtRunPlace *a, const UtRunPlace *b) {
  return g_str_equal (a->code, b->code) && a->since == b->since
         && g_strv_equal ((const char *const *) a->members, (const char *const *) b->members);
}

static void
compare_places (Comparison *comparison) {
  for (guint i = 0; i < comparison->current->places->len; i++) {
    const UtRunPlace *place = g_ptr_array_index (comparison->current->places, i);
    gboolean followed;
    const UtRunPlace *previous = find_previous (comparison, place, &followed);
    if (previous == NULL)
      add_change (comparison, UT_REVISION_NEW_PLACE, NULL, place->code);
    else if (!is_same_place (previous, place))
      add_change (comparison, UT_REVISION_RECODED, NULL, place->code)->previous_place = previous->code;
  }
}

/* Figures */

static const UtRunPoint *
find_point (const UtRunSeries *series, UtPeriod period) {
  for (guint i = 0; i < series->points->len; i++) {
    const UtRunPoint *point = &g_array_index (series->points, UtRunPoint, i);
    if (ut_period_compare (point->period, period) == 0)
      return point;
  }
  return NULL;
}

static gboolean
is_revised (const UtRunPoint *previous, const UtRunPoint *current) {
  return fabs (previous->value - current->value) > 1e-9 * MAX (1, fabs (current->value));
}

static gboolean
is_later_than_all (const UtRunSeries *series, UtPeriod period) {
  for (guint i = 0; i < series->points->len; i++)
    if (ut_period_compare (g_array_index (series->points, UtRunPoint, i).period, period) > 0)
      return FALSE;
  return TRUE;
}

static void
compare_point (Comparison *comparison, const UtRunSeries *previous, const UtRunSeries *current,
               const UtRunPoint *point) {
  const UtRunPoint *then = find_point (previous, point->period);
  if (then == NULL || is_revised (then, point)) {
    UtRevisionKind unknown = is_later_than_all (previous, point->period) ? UT_REVISION_NEW_PERIOD : UT_REVISION_FILLED;
    UtRevision *revision
        = add_change (comparison, then != NULL ? UT_REVISION_REVISED : unknown, current->indicator, current->place);
    revision->period = point->period;
    revision->previous = then != NULL ? then->value : NAN;
    revision->current = point->value;
  }
  if (point->has_break && (then == NULL || !then->has_break))
    add_change (comparison, UT_REVISION_BROKEN, current->indicator, current->place)->period = point->period;
}

static UtRevisionCause
cause_of (const UtRunSeries *previous, const UtRunSeries *current, guint benchmark) {
  if (previous->rules[benchmark] != current->rules[benchmark])
    return UT_CAUSE_RULE;
  const UtRunPoint *then = find_point (previous, previous->period), *point = find_point (current, current->period);
  if (ut_period_compare (previous->period, current->period) != 0)
    return UT_CAUSE_NEW_PERIOD;
  return then == NULL || point == NULL || is_revised (then, point) ? UT_CAUSE_REVISED : UT_CAUSE_COMPARISON;
}

static void
compare_verdicts (Comparison *comparison, const UtRunSeries *previous, const UtRunSeries *current) {
  /* A judgement of a figure that is hidden now would tell on which side it lay. */
  if (previous->period.kind == UT_PERIOD_NONE || current->period.kind == UT_PERIOD_NONE
      || find_point (current, previous->period) == NULL)
    return;
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    if (!previous->judged[i] || !current->judged[i])
      continue;
    if (previous->levels[i] == current->levels[i] && !previous->robust[i] == !current->robust[i])
      continue;
    UtRevision *revision = add_change (comparison, UT_REVISION_VERDICT, current->indicator, current->place);
    revision->period = current->period;
    revision->benchmark = (UtBenchmark) i;
    revision->level_previous = previous->levels[i];
    revision->level_current = current->levels[i];
    revision->robust_previous = previous->robust[i];
    revision->robust_current = current->robust[i];
    revision->cause = cause_of (previous, current, i);
  }
}

static void
compare_series (Comparison *comparison, const UtRunSeries *previous, const UtRunSeries *current) {
  for (guint i = 0; i < previous->points->len; i++) {
    UtPeriod period = g_array_index (previous->points, UtRunPoint, i).period;
    if (find_point (current, period) == NULL)
      add_change (comparison, UT_REVISION_LOST, current->indicator, current->place)->period = period;
  }
  for (guint i = 0; i < current->points->len; i++)
    compare_point (comparison, previous, current, &g_array_index (current->points, UtRunPoint, i));
  compare_verdicts (comparison, previous, current);
}

/* Indicators */

static GHashTable *
indicators_of (const UtRun *run) {
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < run->series->len; i++)
    g_hash_table_add (keys, ((const UtRunSeries *) g_ptr_array_index (run->series, i))->indicator);
  return keys;
}

static void
compare_current (Comparison *comparison, GHashTable *known, const UtRunSeries *current) {
  gboolean followed;
  const UtRunPlace *place = find_place (comparison->current, current->place);
  const UtRunPlace *then = place != NULL ? find_previous (comparison, place, &followed) : NULL;
  if (!g_hash_table_contains (known, current->indicator)) {
    add_change (comparison, UT_REVISION_NEW_INDICATOR, current->indicator, NULL);
    g_hash_table_add (known, current->indicator);
    return;
  }
  if (then == NULL || !followed)
    return;
  const UtRunSeries *previous = ut_run_find (comparison->previous, current->indicator, then->code);
  if (previous != NULL)
    compare_series (comparison, previous, current);
}

/* A new indicator is reported once, and has nothing to be compared with in any place. */
static void
compare_indicators (Comparison *comparison) {
  g_autoptr (GHashTable) known = indicators_of (comparison->previous);
  g_autoptr (GHashTable) here = indicators_of (comparison->current);
  for (guint i = 0; i < comparison->current->series->len; i++)
    compare_current (comparison, known, g_ptr_array_index (comparison->current->series, i));
  for (guint i = 0; i < comparison->previous->series->len; i++) {
    const UtRunSeries *previous = g_ptr_array_index (comparison->previous->series, i);
    if (g_hash_table_add (here, previous->indicator))
      add_change (comparison, UT_REVISION_GONE, previous->indicator, NULL);
  }
}

GArray *
ut_revision_find (const UtRun *previous, const UtRun *current, const UtRegions *regions) {
  Comparison comparison = { previous, current, regions, g_array_new (FALSE, FALSE, sizeof (UtRevision)) };
  compare_places (&comparison);
  compare_indicators (&comparison);
  return comparison.found;
}
