/* The order of a summary: what comes first, why, what is reported together, and what never is. */
#include <utsyn/story.h>

#include <math.h>
#include <string.h>

#include "sample.h"

typedef struct {
  UtTable *table;
  UtAssessment *assessment;
} Run;

static Run
assess (Sample *sample, const char *const *codes, const char *const *keys) {
  Run run = { .table = sample_finish (sample) };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  for (; *codes != NULL; codes++) {
    UtRegionId place = sample_region (sample, *codes);
    g_array_append_val (places, place);
  }
  for (; *keys != NULL; keys++)
    g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, *keys));
  run.assessment = ut_assess (run.table, sample->catalogue, sample->regions, places, indicators, NULL);
  return run;
}

static void
run_free (Run *run) {
  ut_assessment_free (run->assessment);
  ut_table_free (run->table);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_free)

static const char *const VINJE[] = { "4036", NULL };

/* Place and country in one year. */
static void
add (Sample *sample, const char *key, const char *code, double events, double country_events) {
  sample_add (sample, key, code, "2023", events, 1000);
  if (country_events > 0)
    sample_add (sample, key, "0", "2023", country_events, 1e6);
}

/* "low small(low-girls) high": keys in order, related ones in brackets. */
static char *
keys_of (const Run *run, const GPtrArray *items) {
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++) {
    const UtStoryItem *item = g_ptr_array_index (items, i);
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ",
                            ut_assessment_get (run->assessment, 0, item->indicator)->indicator->key);
    if (item->related->len == 0)
      continue;
    g_autofree char *related = keys_of (run, item->related);
    g_string_append_printf (text, "(%s)", related);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_keys (const Run *run, UtStorySide side, const char *expected) {
  g_autoptr (GPtrArray) items = ut_story_find (run->assessment, side);
  g_autofree char *keys = keys_of (run, items);
  g_assert_cmpstr (keys, ==, expected);
}

/* Large before not large; similar, what is sure only by itself, and trivial are no items. */
static void
test_order (void) {
  static const char *const keys[] = { "high", "small", "low", "other", "neutral", "rounded", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add (sample, "high", "4036", 520, 501000);  /* similar */
  add (sample, "small", "4036", 119, 100000); /* worse by itself: p 0.047, q 0.057 */
  add (sample, "low", "4036", 260, 200000);   /* not large */
  add (sample, "other", "4036", 300, 200000); /* large: ratio 1.71 */
  add (sample, "neutral", "4036", 500, 100000);
  add (sample, "rounded", "4036", 300, 200000); /* better */
  g_auto (Run) run = assess (sample, VINJE, keys);
  assert_keys (&run, UT_STORY_CHALLENGE, "other low");
  assert_keys (&run, UT_STORY_STRENGTH, "rounded");
  assert_keys (&run, UT_STORY_DIFFERENCE, "neutral");
  assert_keys (&run, UT_STORY_CHANGE, "");

  g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHALLENGE);
  const UtStoryItem *first = g_ptr_array_index (items, 0), *second = g_ptr_array_index (items, 1);
  g_assert_cmpuint (first->reasons, ==, UT_STORY_WHOLE | UT_STORY_LARGE);
  g_assert_cmpuint (second->reasons, ==, UT_STORY_WHOLE);
  g_assert_cmpfloat (first->size, >, second->size);
  g_assert_cmpuint (first->maybe->len, ==, 0);
}

/* What is sure of the region is told with its members: those on its side that are not sure by themselves, and not the
 * one on the other side. */
static void
test_whole_with_its_parts (void) {
  static const char *const codes[] = { "4030", "4032", "4034", NULL }, *const keys[] = { "low", NULL };
  static const double events[] = { 150, 112, 99 };
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  for (guint i = 0; i < 3; i++) {
    UtRegionId place = sample_region (sample, codes[i]);
    g_array_append_val (places, place);
    add (sample, "low", codes[i], events[i], i == 0 ? 100000 : 0);
  }
  UtRegionId whole
      = ut_regions_add_own (sample->regions, "whole", "Whole", (const UtRegionId *) (gpointer) places->data, 3, NULL)
            ->id;
  g_array_append_val (places, whole);
  g_array_append_val (own, whole);
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, keys[0]));
  Run run = { .table = sample_prepare (sample, own, NULL) };
  run.assessment = ut_assess (run.table, sample->catalogue, sample->regions, places, indicators, NULL);
  g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHALLENGE);
  g_assert_cmpuint (items->len, ==, 1);
  const UtStoryItem *item = g_ptr_array_index (items, 0);
  g_assert_cmpuint (item->places->len, ==, 2);
  g_assert_cmpuint (g_array_index (item->places, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (item->places, guint, 1), ==, 3);
  g_assert_cmpuint (item->maybe->len, ==, 1);
  g_assert_cmpuint (g_array_index (item->maybe, guint, 0), ==, 1);
  g_assert_cmpuint (item->lead, ==, 3);
  run_free (&run);
}

static void
test_trivial (void) {
  static const char *const keys[] = { "high", NULL };
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "high", "4036", "2023", 51000, 100000); /* certain, but 1 point where 2 are relevant */
  sample_add (sample, "high", "0", "2023", 500000, 1e6);
  g_auto (Run) run = assess (sample, VINJE, keys);
  g_assert_true (ut_assessment_get (run.assessment, 0, 0)->verdicts[UT_BENCHMARK_COUNTRY].below_relevant);
  assert_keys (&run, UT_STORY_STRENGTH, "");
}

/* The third of a theme waits for the other theme, though it is larger. */
static void
test_no_theme_crowds_out (void) {
  static const char *const keys[] = { "low", "small", "rate", "other", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add (sample, "low", "4036", 500, 200000);
  add (sample, "small", "4036", 480, 200000);
  add (sample, "rate", "4036", 460, 200000);
  add (sample, "other", "4036", 260, 200000);
  g_auto (Run) run = assess (sample, VINJE, keys);
  assert_keys (&run, UT_STORY_CHALLENGE, "low small other rate");
}

static void
test_family (void) {
  static const char *const keys[] = { "low-girls", "low-boys", "other", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add (sample, "low-girls", "4036", 500, 200000);
  add (sample, "low-boys", "4036", 480, 200000);
  add (sample, "other", "4036", 400, 200000);
  g_auto (Run) run = assess (sample, VINJE, keys);
  assert_keys (&run, UT_STORY_CHALLENGE, "low-girls(low-boys) other");
}

/* One is a strength, the other a challenge: both are told. */
static void
test_family_that_disagrees (void) {
  static const char *const keys[] = { "low-girls", "low-boys", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add (sample, "low-girls", "4036", 500, 200000);
  add (sample, "low-boys", "4036", 50, 200000);
  g_auto (Run) run = assess (sample, VINJE, keys);
  assert_keys (&run, UT_STORY_CHALLENGE, "low-girls");
  assert_keys (&run, UT_STORY_STRENGTH, "low-boys");
}

/* What holds for the last place, the whole, stands before what holds for more of the others. */
static void
test_whole_first (void) {
  static const char *const keys[] = { "low", "other", NULL }, *const codes[] = { "4036", "4034", "4032", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add (sample, "low", "4036", 500, 200000);
  add (sample, "low", "4034", 600, 0);
  add (sample, "low", "4032", 200, 0);
  add (sample, "other", "4036", 200, 200000);
  add (sample, "other", "4034", 200, 0);
  add (sample, "other", "4032", 270, 0);
  g_auto (Run) run = assess (sample, codes, keys);
  assert_keys (&run, UT_STORY_CHALLENGE, "other low");
  g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHALLENGE);
  const UtStoryItem *whole = g_ptr_array_index (items, 0), *parts = g_ptr_array_index (items, 1);
  g_assert_cmpuint (whole->lead, ==, 2);
  g_assert_cmpuint (parts->places->len, ==, 2);
  g_assert_cmpuint (parts->lead, ==, 1); /* differs most */
}

static void
add_years (Sample *sample, const double *events, guint n, UtStatus first_status, guint16 second_quality) {
  for (guint i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2024 - n + i);
    UtRow row = sample_row (sample, "other", "4036", year);
    row.status = i == 0 ? first_status : UT_STATUS_OK;
    row.value = row.status == UT_STATUS_OK ? events[i] / 10 : NAN;
    row.numerator = row.status == UT_STATUS_OK ? events[i] : NAN;
    row.denominator = row.status == UT_STATUS_OK ? 1000 : NAN;
    row.quality = i == 1 ? second_quality : 0;
    sample_add_row (sample, row, "prove");
    sample_add (sample, "other", "0", year, 200000, 1e6);
  }
}

static const UtStoryItem *
only_item (GPtrArray *items) {
  g_assert_cmpuint (items->len, ==, 1);
  return g_ptr_array_index (items, 0);
}

static void
test_lasting (void) {
  static const char *const keys[] = { "other", NULL };
  static const struct {
    double events[4];
    UtStatus first_status;
    guint16 second_quality;
    gboolean lasting;
    int since;
  } cases[] = {
    { { 300, 300, 300, 300 }, UT_STATUS_OK, 0, TRUE, 2020 },
    { { 100, 300, 300, 300 }, UT_STATUS_OK, 0, TRUE, 2021 },
    { { 300, 100, 300, 300 }, UT_STATUS_OK, 0, FALSE, 0 },
    { { 300, 300, 300, 300 }, UT_STATUS_SUPPRESSED, 0, TRUE, 2021 }, /* not told what lies under it */
    { { 300, 300, 300, 300 }, UT_STATUS_OK, UT_QUALITY_ESTIMATE, FALSE, 0 },
    { { 300, 300, 300, 300 }, UT_STATUS_OK, UT_QUALITY_BREAK, TRUE, 2021 }, /* not comparable with the year before */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    add_years (sample, cases[i].events, 4, cases[i].first_status, cases[i].second_quality);
    g_auto (Run) run = assess (sample, VINJE, keys);
    g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHALLENGE);
    const UtStoryItem *item = only_item (items);
    g_assert_cmpint (!!(item->reasons & UT_STORY_LASTING), ==, cases[i].lasting);
    g_assert_cmpint (item->since.first_year, ==, cases[i].since);
  }
}

static void
test_change (void) {
  static const char *const keys[] = { "other", NULL };
  static const double events[] = { 200, 240, 280, 320, 360 };
  g_autoptr (Sample) sample = sample_new ();
  add_years (sample, events, 5, UT_STATUS_OK, 0);
  g_auto (Run) run = assess (sample, VINJE, keys);
  g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHANGE);
  const UtStoryItem *item = only_item (items);
  g_assert_cmpint (item->direction, ==, UT_TREND_RISING);
  g_assert_cmpuint (item->reasons, ==, UT_STORY_WHOLE | UT_STORY_WORSENING);
  g_autoptr (GPtrArray) challenges = ut_story_find (run.assessment, UT_STORY_CHALLENGE);
  g_assert_true (only_item (challenges)->reasons & UT_STORY_WORSENING);
}

/* The country rises as fast: that is no finding about the place; a place that rises more is one. */
static void
test_shared_change (void) {
  static const char *const keys[] = { "other", NULL }, *const codes[] = { "4036", "4034", NULL };
  static const double shares[] = { 0.10, 0.12, 0.14, 0.16, 0.18 };
  for (guint falling = 0; falling < 2; falling++) {
    g_autoptr (Sample) sample = sample_new ();
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
      g_autofree char *year = g_strdup_printf ("%u", 2019 + i);
      double country = falling ? 0.5 - shares[i] : shares[i], more = falling ? 0.9 - 4 * shares[i] : 4 * shares[i];
      sample_add (sample, "other", "4036", year, round (1000 * country) + i % 2, 1000);
      sample_add (sample, "other", "4034", year, round (1000 * more) + i % 2, 1000);
      sample_add (sample, "other", "0", year, round (1e6 * country), 1e6);
    }
    g_auto (Run) run = assess (sample, codes, keys);
    g_assert_true (ut_trend_follows (&ut_assessment_get (run.assessment, 0, 0)->trend, UT_BENCHMARK_COUNTRY));
    g_assert_false (ut_trend_follows (&ut_assessment_get (run.assessment, 1, 0)->trend, UT_BENCHMARK_COUNTRY));
    g_autoptr (GPtrArray) items = ut_story_find (run.assessment, UT_STORY_CHANGE);
    const UtStoryItem *item = only_item (items);
    g_assert_cmpint (item->direction, ==, falling ? UT_TREND_FALLING : UT_TREND_RISING);
    g_assert_cmpuint (item->places->len, ==, 1);
    g_assert_cmpuint (g_array_index (item->places, guint, 0), ==, 1);
    g_assert_cmpuint (item->maybe->len, ==, 0);
  }
}

static void
test_reasons (void) {
  guint all = 0;
  for (guint i = 0; i < UT_N_STORY_REASONS; i++) {
    g_assert_cmpuint (all & ut_story_reason (i), ==, 0);
    all |= ut_story_reason (i);
    g_assert_cmpuint (strlen (ut_story_reason_code (i)), >, 0);
    g_assert_cmpuint (strlen (ut_story_reason_text (i, UT_LANGUAGE_NN)), >, 0);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/story/order", test_order);
  g_test_add_func ("/assess/story/whole-with-its-parts", test_whole_with_its_parts);
  g_test_add_func ("/assess/story/trivial", test_trivial);
  g_test_add_func ("/assess/story/no-theme-crowds-out", test_no_theme_crowds_out);
  g_test_add_func ("/assess/story/family", test_family);
  g_test_add_func ("/assess/story/family-that-disagrees", test_family_that_disagrees);
  g_test_add_func ("/assess/story/whole-first", test_whole_first);
  g_test_add_func ("/assess/story/lasting", test_lasting);
  g_test_add_func ("/assess/story/change", test_change);
  g_test_add_func ("/assess/story/shared-change", test_shared_change);
  g_test_add_func ("/assess/story/reasons", test_reasons);
  return g_test_run ();
}
