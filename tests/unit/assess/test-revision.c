/* Two runs compared: which changes are reported, why, and what never is. */
#include <math.h>

#include <utsyn/revision.h>

#include "sample.h"

static UtRunSeries *
add (UtRun *run, const char *place, const char *const *periods, const double *values, UtLevel level) {
  UtRunSeries *series = ut_run_add_series (run, "low", place);
  for (; *periods != NULL; periods++, values++) {
    UtRunPoint point = { sample_period (*periods), *values, FALSE };
    series->period = point.period;
    g_array_append_val (series->points, point);
  }
  series->judged[UT_BENCHMARK_COUNTRY] = TRUE;
  series->levels[UT_BENCHMARK_COUNTRY] = level;
  series->robust[UT_BENCHMARK_COUNTRY] = level > UT_LEVEL_SIMILAR;
  return series;
}

static UtRun *
run_of (const char *place, int since) {
  UtRun *run = ut_run_new ();
  ut_run_add_place (run, place, since);
  return run;
}

static GArray *
compare (const UtRun *previous, const UtRun *current) {
  g_autoptr (Sample) sample = sample_new ();
  return ut_revision_find (previous, current, sample->regions);
}

/* "revised 2023; verdict 2023". */
static void
assert_changes (const GArray *changes, const char *expected) {
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < changes->len; i++) {
    const UtRevision *change = &g_array_index (changes, UtRevision, i);
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ", ut_revision_code (change->kind));
    if (change->period.kind != UT_PERIOD_NONE)
      g_string_append_printf (text, " %d", change->period.first_year);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static const char *const YEARS[] = { "2022", "2023", NULL }, *const LATER[] = { "2022", "2023", "2024", NULL };

static void
test_figures (void) {
  static const struct {
    double current[3];
    gboolean later;
    UtLevel level;
    const char *expected;
    UtRevisionCause cause;
    UtRule rule;
  } cases[] = {
    { { 10, 11 }, FALSE, UT_LEVEL_WORSE, "", UT_CAUSE_NONE, UT_RULE_UTSYN },
    { { 10, 11.1 }, FALSE, UT_LEVEL_WORSE, "revised 2023", UT_CAUSE_NONE, UT_RULE_UTSYN },
    { { 10, 8 }, FALSE, UT_LEVEL_SIMILAR, "revised 2023; verdict 2023", UT_CAUSE_REVISED, UT_RULE_UTSYN },
    { { 10, 11, 8 }, TRUE, UT_LEVEL_SIMILAR, "new-period 2024; verdict 2024", UT_CAUSE_NEW_PERIOD, UT_RULE_UTSYN },
    { { 10, 11 }, FALSE, UT_LEVEL_SIMILAR, "verdict 2023", UT_CAUSE_COMPARISON, UT_RULE_UTSYN },
    { { 9, 11 }, FALSE, UT_LEVEL_SIMILAR, "revised 2022; verdict 2023", UT_CAUSE_COMPARISON, UT_RULE_UTSYN },
    { { 10, 8 }, FALSE, UT_LEVEL_SIMILAR, "revised 2023; verdict 2023", UT_CAUSE_RULE, UT_RULE_FHI },
    { { 10, 11 }, FALSE, UT_LEVEL_WORSE, "", UT_CAUSE_NONE, UT_RULE_FHI },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (UtRun) previous = run_of ("4036", 0), current = run_of ("4036", 0);
    static const double values[] = { 10, 11 };
    add (previous, "4036", YEARS, values, UT_LEVEL_WORSE);
    add (current, "4036", cases[i].later ? LATER : YEARS, cases[i].current, cases[i].level);
    UtRunSeries *series = g_ptr_array_index (current->series, 0);
    for (guint k = 0; k < UT_N_BENCHMARKS; k++)
      series->rules[k] = cases[i].rule;
    g_autoptr (GArray) changes = compare (previous, current);
    assert_changes (changes, cases[i].expected);
    if (cases[i].cause != UT_CAUSE_NONE)
      g_assert_cmpint (g_array_index (changes, UtRevision, changes->len - 1).cause, ==, cases[i].cause);
  }
}

static void
test_break (void) {
  static const double values[] = { 10, 11 };
  g_autoptr (UtRun) previous = run_of ("4036", 0), current = run_of ("4036", 0);
  add (previous, "4036", YEARS, values, UT_LEVEL_WORSE);
  UtRunSeries *series = add (current, "4036", YEARS, values, UT_LEVEL_WORSE);
  g_array_index (series->points, UtRunPoint, 1).has_break = TRUE;
  g_autoptr (GArray) changes = compare (previous, current), back = compare (current, previous),
                     same = compare (current, current);
  assert_changes (changes, "broken 2023");
  assert_changes (back, "");
  assert_changes (same, "");
}

/* A figure that one run does not show has no number, and no verdict of the other. */
static void
test_suppressed (void) {
  static const double values[] = { 10, 11 };
  static const char *const first[] = { "2022", NULL };
  g_autoptr (UtRun) shown = run_of ("4036", 0), hidden = run_of ("4036", 0);
  add (shown, "4036", YEARS, values, UT_LEVEL_WORSE);
  UtRunSeries *series = add (hidden, "4036", first, values, UT_LEVEL_NOT_TESTED);
  series->period = (UtPeriod){ 0 };
  g_autoptr (GArray) lost = compare (shown, hidden), found = compare (hidden, shown);
  assert_changes (lost, "lost 2023");
  g_assert_true (isnan (g_array_index (lost, UtRevision, 0).previous));
  assert_changes (found, "new-period 2023");
  g_assert_true (isnan (g_array_index (found, UtRevision, 0).previous));

  /* 2023 was judged and is suppressed now: a judgement of 2024 does not tell what that of 2023 was. */
  static const double later_values[] = { 10, 8 };
  static const char *const later[] = { "2022", "2024", NULL };
  g_autoptr (UtRun) moved = run_of ("4036", 0);
  add (moved, "4036", later, later_values, UT_LEVEL_SIMILAR);
  g_autoptr (GArray) on = compare (shown, moved);
  assert_changes (on, "lost 2023; new-period 2024");

  /* What it is compared with is suppressed: the previous judgement would disclose on which side it lies. */
  g_autoptr (UtRun) unjudged = run_of ("4036", 0);
  add (unjudged, "4036", YEARS, values, UT_LEVEL_NOT_TESTED)->judged[UT_BENCHMARK_COUNTRY] = FALSE;
  g_autoptr (GArray) silent = compare (shown, unjudged);
  assert_changes (silent, "");
}

/* 3825 Vinje was renumbered to 4036 in 2024: the figures are followed. Trysil never was Vinje. */
static void
test_places (void) {
  static const double values[] = { 10, 11 }, revised[] = { 10, 12 };
  g_autoptr (UtRun) previous = run_of ("3825", 2020), current = run_of ("4036", 2024), other = run_of ("3421", 2020);
  add (previous, "3825", YEARS, values, UT_LEVEL_WORSE);
  add (current, "4036", YEARS, revised, UT_LEVEL_WORSE);
  add (other, "3421", YEARS, values, UT_LEVEL_WORSE);
  g_autoptr (GArray) recoded = compare (previous, current), added = compare (other, current);
  assert_changes (recoded, "recoded; revised 2023");
  g_assert_cmpstr (g_array_index (recoded, UtRevision, 0).previous_place, ==, "3825");
  assert_changes (added, "new-place");
}

static void
test_boundaries (void) {
  g_autoptr (UtRun) previous = run_of ("1103", 0), current = run_of ("1103", 2020);
  g_autoptr (GArray) changes = compare (previous, current);
  assert_changes (changes, "recoded");
}

static void
test_indicators (void) {
  static const double values[] = { 10, 11 };
  g_autoptr (UtRun) previous = run_of ("4036", 0), current = run_of ("4036", 0);
  add (previous, "4036", YEARS, values, UT_LEVEL_WORSE);
  ut_run_add_place (current, "4034", 0);
  ut_run_add_series (current, "other", "4036");
  ut_run_add_series (current, "other", "4034");
  g_autoptr (GArray) changes = compare (previous, current);
  assert_changes (changes, "new-place; new-indicator; gone");
}

/* The run of an assessment: nothing that is not shown, and figures as printed. */
static void
test_run (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const char *const years[] = { "2018", "2019", "2020", "2021", "2022" };
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    sample_add (sample, "small", "4036", years[i], 40, 300);
  sample_add (sample, "small", "4036", "2023", 2, 300);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  UtRegionId vinje = sample_region (sample, "4036");
  g_array_append_val (places, vinje);
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, "small"));
  g_autoptr (UtAssessment) assessment = ut_assess (table, sample->catalogue, sample->regions, places, indicators, NULL);
  g_autoptr (UtRun) run = ut_run_of (assessment);
  const UtRunSeries *series = ut_run_find (run, "small", "4036");
  g_assert_nonnull (series);
  g_assert_cmpuint (series->points->len, ==, G_N_ELEMENTS (years));
  g_assert_cmpfloat (g_array_index (series->points, UtRunPoint, 0).value, ==, 13.3);
  g_assert_cmpint (g_array_index (series->points, UtRunPoint, 4).period.first_year, ==, 2022);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/revision/figures", test_figures);
  g_test_add_func ("/assess/revision/break", test_break);
  g_test_add_func ("/assess/revision/suppressed", test_suppressed);
  g_test_add_func ("/assess/revision/places", test_places);
  g_test_add_func ("/assess/revision/boundaries", test_boundaries);
  g_test_add_func ("/assess/revision/indicators", test_indicators);
  g_test_add_func ("/assess/revision/run", test_run);
  return g_test_run ();
}
