/* A run of a report, as it was published: nothing in it that no reader saw. */
#include <math.h>
#include <string.h>

#include <utsyn/revision.h>

static void
place_free (gpointer data) {
  UtRunPlace *place = data;
  g_free (place->code);
  g_strfreev (place->members);
  g_free (place);
}

static void
series_free (gpointer data) {
  UtRunSeries *series = data;
  g_free (series->indicator);
  g_free (series->place);
  g_array_unref (series->points);
  g_free (series);
}

UtRun *
ut_run_new (void) {
  UtRun *run = g_new0 (UtRun, 1);
  run->places = g_ptr_array_new_with_free_func (place_free);
  run->series = g_ptr_array_new_with_free_func (series_free);
  return run;
}

void
ut_run_free (UtRun *run) {
  if (run == NULL)
    return;
  g_ptr_array_unref (run->places);
  g_ptr_array_unref (run->series);
  g_free (run);
}

UtRunPlace *
ut_run_add_place (UtRun *run, const char *code, int since) {
  UtRunPlace *place = g_new0 (UtRunPlace, 1);
  place->code = g_strdup (code);
  place->since = since;
  place->members = g_new0 (char *, 1);
  g_ptr_array_add (run->places, place);
  return place;
}

UtRunSeries *
ut_run_add_series (UtRun *run, const char *indicator, const char *place) {
  UtRunSeries *series = g_new0 (UtRunSeries, 1);
  series->indicator = g_strdup (indicator);
  series->place = g_strdup (place);
  series->points = g_array_new (FALSE, FALSE, sizeof (UtRunPoint));
  g_ptr_array_add (run->series, series);
  return series;
}

const UtRunSeries *
ut_run_find (const UtRun *run, const char *indicator, const char *place) {
  for (guint i = 0; i < run->series->len; i++) {
    const UtRunSeries *series = g_ptr_array_index (run->series, i);
    if (g_str_equal (series->indicator, indicator) && g_str_equal (series->place, place))
      return series;
  }
  return NULL;
}

static int
compare_codes (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_place (UtRun *run, const UtRegions *regions, const UtRegion *region) {
  UtRunPlace *place = ut_run_add_place (run, region->code, region->valid_from);
  if (region->members == NULL)
    return;
  GPtrArray *codes = g_ptr_array_new ();
  for (guint i = 0; i < region->members->len; i++)
    g_ptr_array_add (codes, g_strdup (ut_regions_get (regions, g_array_index (region->members, UtRegionId, i))->code));
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  g_strfreev (place->members);
  place->members = (char **) g_ptr_array_free (codes, FALSE);
}

static double
as_printed (double value, const UtIndicator *indicator) {
  double step = pow (10, ut_indicator_decimals (indicator, value));
  return round (value * step) / step;
}

static void
add_series (UtRun *run, const UtRegions *regions, const UtAssessed *assessed) {
  const UtTable *table = assessed->series.table;
  UtRunSeries *series
      = ut_run_add_series (run, assessed->indicator->key, ut_regions_get (regions, assessed->region)->code);
  for (gsize row = assessed->series.first; row < assessed->series.first + assessed->series.n; row++) {
    if (table->status[row] != UT_STATUS_OK)
      continue;
    UtRunPoint point = { table->period[row], as_printed (table->value[row], assessed->indicator),
                         (table->quality[row] & UT_QUALITY_BREAK) != 0 };
    g_array_append_val (series->points, point);
  }
  if (!assessed->own.exists || assessed->own.status != UT_STATUS_OK)
    return;
  series->period = assessed->own.period;
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    const UtVerdict *verdict = &assessed->verdicts[i];
    series->judged[i] = !verdict->reference.exists || verdict->reference.status == UT_STATUS_OK;
    series->levels[i] = series->judged[i] ? verdict->level : UT_LEVEL_NOT_TESTED;
    series->robust[i] = series->judged[i] && verdict->robust;
    series->rules[i] = verdict->rule;
  }
}

UtRun *
ut_run_of (const UtAssessment *assessment) {
  UtRun *run = ut_run_new ();
  const UtRegions *regions = ut_assessment_regions (assessment);
  guint n_places = ut_assessment_n_places (assessment);
  for (guint i = 0; i < n_places; i++)
    add_place (run, regions, ut_regions_get (regions, ut_assessment_place (assessment, i)));
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    for (guint place = 0; place < n_places; place++)
      add_series (run, regions, ut_assessment_get (assessment, place, i));
  return run;
}
