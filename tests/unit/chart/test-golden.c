/* Figures as text: what is where, which words. UTSYN_GOLDEN_UPDATE=1 rewrites what differs. */
#include "sample.h"

#include <math.h>
#include <string.h>

static void
compare (const char *name, UtScene *scene) {
  g_autofree char *path = g_strdup_printf ("%s/tests/golden/%s.scene", g_getenv ("UTSYN_SOURCE_ROOT"), name);
  g_assert_nonnull (scene);
  g_autofree char *got = ut_scene_dump (scene);
  ut_scene_free (scene);
  GError *error = NULL;
  g_autofree char *want = NULL;
  gboolean same = g_file_get_contents (path, &want, NULL, NULL) && g_str_equal (got, want);
  if (!same && g_getenv ("UTSYN_GOLDEN_UPDATE") != NULL) {
    g_file_set_contents (path, got, -1, &error);
    g_assert_no_error (error);
    return;
  }
  if (!same)
    g_test_message ("%s differs; now:\n%s", path, got);
  g_assert_true (same);
}

static UtScene *
draw (const Sample *sample, const char *chart, const char *indicator) {
  guint i = indicator != NULL ? ut_catalogue_find (sample->catalogue, indicator)->id : 0;
  return sample_draw (sample, chart, 0, i, UT_LANGUAGE_NN, ut_measurer_fixed ());
}

static void
test_all_verdicts (void) {
  g_autoptr (Sample) sample = sample_all_verdicts ();
  compare ("barometer-all-verdicts", draw (sample, "barometer", NULL));
}

static void
test_trends (void) {
  g_autoptr (Sample) sample = sample_all_verdicts ();
  compare ("trend-falling", draw (sample, "trend", "tiltak"));
  compare ("trend-gap-break-part", draw (sample, "trend", "meldingar"));
  compare ("trend-projection", draw (sample, "trend", "framskriving"));
  compare ("trend-full-count", draw (sample, "trend", "folketal"));
  g_assert_null (draw (sample, "trend", "utanfor-15")); /* one point */
}

/* One theme with indicators i0, i1, … of shares. */
static Sample *
shares (guint n, const char *name) {
  GString *yaml = g_string_new ("theme: tema\nname: Tema\norder: 1\nindicators:\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (yaml,
                            "  - {id: i%u, name: '%s %u', definition: d, measure: proportion, unit: percent,"
                            " polarity: %s, suppress: none, source: SSB}\n",
                            i, name, i + 1, i % 2 == 0 ? "high" : "low");
  g_autofree char *text = g_string_free (yaml, FALSE);
  return sample_new ((const char *const[]){ text, NULL });
}

static void
fill (Sample *sample, guint n, const char *place, const char *county) {
  for (guint i = 0; i < n; i++) {
    g_autofree char *key = g_strdup_printf ("i%u", i);
    sample_add_counts (sample, key, place, "2023", 20 + 3 * i, 200);
    sample_add_counts (sample, key, county, "2023", 2000 + 50 * i, 15000);
    sample_add_counts (sample, key, "0", "2023", 140000 + 4000 * i, 1000000);
  }
}

static void
test_one_indicator (void) {
  g_autoptr (Sample) sample = shares (1, "Pedagognorm oppfylt");
  fill (sample, 1, "4036", "40");
  sample_assess (sample, "4036");
  compare ("barometer-one-indicator", draw (sample, "barometer", NULL));
}

static void
test_forty_indicators (void) {
  g_autoptr (Sample) sample = shares (40, "Indikator");
  fill (sample, 40, "4036", "40");
  sample_assess (sample, "4036");
  compare ("barometer-forty-indicators", draw (sample, "barometer", NULL));
}

static UtScene *
draw_part (const Sample *sample, guint part) {
  UtChartRequest request = { .assessment = sample->assessment,
                             .benchmark = UT_BENCHMARK_COUNTRY,
                             .language = UT_LANGUAGE_NN,
                             .measurer = ut_measurer_fixed (),
                             .part = part };
  return ut_charts_find ("barometer")->draw (&request);
}

static guint
count_parts (const Sample *sample) {
  UtChartRequest request = { .assessment = sample->assessment, .benchmark = UT_BENCHMARK_COUNTRY };
  return ut_charts_find ("barometer")->n_parts (&request);
}

/* Every row is in one part, and there is none beyond the last. */
static void
test_parts (void) {
  g_autoptr (Sample) sample = shares (40, "Indikator");
  fill (sample, 40, "4036", "40");
  sample_assess (sample, "4036");
  guint n_parts = count_parts (sample), seen[41] = { 0 };
  g_assert_cmpuint (n_parts, ==, 3);
  for (guint part = 1; part <= n_parts; part++) {
    g_autoptr (UtScene) scene = draw_part (sample, part);
    g_autofree char *text = ut_scene_dump (scene);
    guint n_drawn = 0;
    for (guint i = 1; i <= 40; i++) {
      g_autofree char *name = g_strdup_printf ("«Indikator %u»", i);
      gboolean drawn = strstr (text, name) != NULL;
      n_drawn += drawn;
      seen[i] += drawn;
    }
    g_autofree char *words = g_strdup_printf ("Barometer: %u indikatorar", n_drawn);
    g_assert_true (g_str_has_prefix (ut_scene_alt (scene), words));
  }
  for (guint i = 1; i <= 40; i++)
    g_assert_cmpuint (seen[i], ==, 1);
  g_assert_null (draw_part (sample, n_parts + 1));

  g_autoptr (Sample) few = shares (18, "Indikator");
  fill (few, 18, "4036", "40");
  sample_assess (few, "4036");
  g_assert_cmpuint (count_parts (few), ==, 1);
}

static void
test_longest_names (void) {
  g_autoptr (Sample) sample
      = shares (3, "Arbeidsavklaringspengemottakarar og andre utanfor arbeid, opplæring og utdanning");
  fill (sample, 3, "5001", "50");
  sample_assess (sample, "5001");
  compare ("barometer-longest-names", draw (sample, "barometer", NULL));
}

static void
test_missing_everywhere (void) {
  g_autoptr (Sample) sample = shares (2, "Pedagognorm oppfylt");
  for (int i = 0; i < 2; i++) {
    const char *key = i == 0 ? "i0" : "i1";
    sample_add_missing (sample, key, "4036", "2023", i == 0 ? UT_STATUS_CONFIDENTIAL : UT_STATUS_MISSING);
    sample_add_counts (sample, key, "40", "2023", 2000, 15000);
    sample_add_counts (sample, key, "0", "2023", 140000, 1000000);
  }
  sample_assess (sample, "4036");
  compare ("barometer-missing-everywhere", draw (sample, "barometer", NULL));
  g_autoptr (Sample) empty = shares (2, "Pedagognorm oppfylt");
  sample_assess (empty, "4036");
  for (guint i = 0; i < ut_charts_count (); i++)
    g_assert_null (draw (empty, ut_charts_get (i)->name, "i0"));
}

static const char growth[]
    = "theme: tema\n"
      "name: Tema\n"
      "order: 1\n"
      "indicators:\n"
      "  - {id: vekst, name: Folkevekst, definition: d, measure: mean, unit: points, polarity: high,"
      " suppress: none, source: SSB}\n";

/* Below zero better is still to the right. */
static void
test_negative_values (void) {
  static const char *const places[] = { "4036", "40", "0" };
  g_autoptr (Sample) sample = sample_new ((const char *const[]){ growth, NULL });
  for (int year = 2018; year < 2024; year++)
    for (int i = 0; i < 3; i++) {
      g_autofree char *period = g_strdup_printf ("%d", year);
      sample_add (sample, (SampleRow){ .indicator = "vekst",
                                       .region = places[i],
                                       .period = period,
                                       .value = -1.5 + 0.3 * i + 0.2 * (year - 2018),
                                       .numerator = NAN,
                                       .denominator = NAN,
                                       .margin = 0.2 });
    }
  sample_assess (sample, "4036");
  compare ("barometer-negative-values", draw (sample, "barometer", NULL));
  compare ("trend-negative-values", draw (sample, "trend", "vekst"));
  compare ("places-negative-values", draw (sample, "places", "vekst"));
}

static void
test_places (void) {
  static const char *const members[] = { "4022", "4028", "4030", "4032", "4034", "4036" };
  static const double events[] = { 14, 30, 12, 22, 9, 40 };
  g_autoptr (Sample) sample = shares (1, "Pedagognorm oppfylt");
  sample_add_own (sample, "vt", "Vest-Telemark", "4022 4028 4030 4032 4034 4036");
  for (int i = 0; i < 6; i++)
    if (i == 2)
      sample_add_missing (sample, "i0", members[i], "2021", UT_STATUS_CONFIDENTIAL);
    else
      sample_add_counts (sample, "i0", members[i], i == 4 ? "2020" : "2021", events[i], 60);
  sample_add_counts (sample, "i0", "40", "2021", 2150, 4000);
  sample_add_counts (sample, "i0", "0", "2021", 30000, 50000);
  sample_add_counts (sample, "i0", "0", "2020", 29000, 50000);
  sample_assess (sample, "vt 4022 4028 4030 4032 4034 4036");
  compare ("places-one-missing", draw (sample, "places", "i0"));
}

/* Two municipalities and their sum, in numbers of people: nothing to hold them against. */
static Sample *
numbers (void) {
  Sample *sample
      = sample_new ((const char *const[]){ "theme: tema\nname: Tema\norder: 1\nindicators:\n"
                                           "  - {id: tal, name: Folketal, definition: d, measure: count, unit: persons,"
                                           " polarity: neutral, suppress: none, source: SSB}\n",
                                           NULL });
  sample_add_own (sample, "to", "To saman", "4034 4036");
  sample_add_value (sample, "tal", "4034", "2024", 2250);
  sample_add_value (sample, "tal", "4036", "2024", 3840);
  sample_add_value (sample, "tal", "to", "2024", 6090);
  return sample;
}

/* The headline's range is that of the municipalities, not of their sum; one mark alone shows nothing. */
static void
test_sum (void) {
  g_autoptr (Sample) sample = numbers (), alone = numbers ();
  sample_assess (sample, "4034 4036 to");
  compare ("places-sum", draw (sample, "places", "tal"));
  sample_assess (alone, "4036");
  g_assert_null (draw (alone, "places", "tal"));
}

/* A kind without a golden figure is not done. */
static void
test_every_kind (void) {
  g_autofree char *folder = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "golden", NULL);
  for (guint i = 0; i < ut_charts_count (); i++) {
    const UtChartKind *kind = ut_charts_get (i);
    g_autofree char *prefix = g_strconcat (kind->name, "-", NULL);
    g_assert_true (ut_charts_find (kind->name) == kind);
    g_assert_cmpstr (kind->help, !=, "");
    GError *error = NULL;
    g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
    g_assert_no_error (error);
    gboolean found = FALSE;
    for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
      found |= g_str_has_prefix (name, prefix);
    if (!found)
      g_test_message ("no golden figure of kind %s", kind->name);
    g_assert_true (found);
  }
  g_assert_null (ut_charts_get (ut_charts_count ()));
  g_assert_null (ut_charts_find ("pie"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/golden/all-verdicts", test_all_verdicts);
  g_test_add_func ("/chart/golden/trends", test_trends);
  g_test_add_func ("/chart/golden/one-indicator", test_one_indicator);
  g_test_add_func ("/chart/golden/forty-indicators", test_forty_indicators);
  g_test_add_func ("/chart/golden/parts", test_parts);
  g_test_add_func ("/chart/golden/longest-names", test_longest_names);
  g_test_add_func ("/chart/golden/missing-everywhere", test_missing_everywhere);
  g_test_add_func ("/chart/golden/negative-values", test_negative_values);
  g_test_add_func ("/chart/golden/places", test_places);
  g_test_add_func ("/chart/golden/sum", test_sum);
  g_test_add_func ("/chart/golden/every-kind", test_every_kind);
  return g_test_run ();
}
