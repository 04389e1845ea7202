/* A run as it was published: nothing in it that no reader saw. */
#include <math.h>
#include <string.h>

#include <utsyn/revision.h>

static void
place_free (gpointer data) {
  UtPublishedPlace *place = data;
  g_free (place->code);
  g_strfreev (place->members);
  g_free (place);
}

static void
series_free (gpointer data) {
  UtPublishedSeries *series = data;
  g_free (series->indicator);
  g_free (series->place);
  g_array_unref (series->points);
  g_free (series);
}

UtPublished *
ut_published_new (void) {
  UtPublished *published = g_new0 (UtPublished, 1);
  published->places = g_ptr_array_new_with_free_func (place_free);
  published->series = g_ptr_array_new_with_free_func (series_free);
  return published;
}

void
ut_published_free (UtPublished *published) {
  if (published == NULL)
    return;
  g_ptr_array_unref (published->places);
  g_ptr_array_unref (published->series);
  g_free (published);
}

UtPublishedPlace *
ut_published_add_place (UtPublished *published, const char *code, int since) {
  UtPublishedPlace *place = g_new0 (UtPublishedPlace, 1);
  place->code = g_strdup (code);
  place->since = since;
  place->members = g_new0 (char *, 1);
  g_ptr_array_add (published->places, place);
  return place;
}

UtPublishedSeries *
ut_published_add_series (UtPublished *published, const char *indicator, const char *place) {
  UtPublishedSeries *series = g_new0 (UtPublishedSeries, 1);
  series->indicator = g_strdup (indicator);
  series->place = g_strdup (place);
  series->points = g_array_new (FALSE, FALSE, sizeof (UtPublishedPoint));
  g_ptr_array_add (published->series, series);
  return series;
}

const UtPublishedSeries *
ut_published_find (const UtPublished *published, const char *indicator, const char *place) {
  for (guint i = 0; i < published->series->len; i++) {
    const UtPublishedSeries *series = g_ptr_array_index (published->series, i);
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
publish_place (UtPublished *published, const UtRegions *regions, const UtRegion *region) {
  UtPublishedPlace *place = ut_published_add_place (published, region->code, region->valid_from);
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
publish_series (UtPublished *published, const UtRegions *regions, const UtAssessed *assessed) {
  const UtTable *table = assessed->series.table;
  UtPublishedSeries *series
      = ut_published_add_series (published, assessed->indicator->key, ut_regions_get (regions, assessed->region)->code);
  for (gsize row = assessed->series.first; row < assessed->series.first + assessed->series.n; row++) {
    if (table->status[row] != UT_STATUS_OK)
      continue;
    UtPublishedPoint point = { table->period[row], as_printed (table->value[row], assessed->indicator),
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

UtPublished *
ut_published_of (const UtAssessment *assessment) {
  UtPublished *published = ut_published_new ();
  const UtRegions *regions = ut_assessment_regions (assessment);
  guint n_places = ut_assessment_n_places (assessment);
  for (guint i = 0; i < n_places; i++)
    publish_place (published, regions, ut_regions_get (regions, ut_assessment_place (assessment, i)));
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    for (guint place = 0; place < n_places; place++)
      publish_series (published, regions, ut_assessment_get (assessment, place, i));
  return published;
}
