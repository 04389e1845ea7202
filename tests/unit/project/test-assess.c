/* The one way from a folder to verdicts. */
#include <utsyn/error.h>
#include <utsyn/project.h>

#include "../model/folder.h"
#include "../places.h"
#include "project/previous_inputs.h"

static const char indicators[]
    = "theme: skole\n"
      "name: Skole\n"
      "order: 1\n"
      "indicators:\n"
      "  - {id: mobbing, name: M, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: {count: 3}, source: s}\n"
      "  - {id: uro, name: U, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: none, source: s}\n";

static const char dataset[] = "id: prove\n"
                              "source: Kilden\n"
                              "title: Prøvetall\n"
                              "licence: NLOD 2.0\n"
                              "retrieved: 2026-11-22\n"
                              "format: tidy\n"
                              "boundaries: 2024\n"
                              "files: [\"*.csv\"]\n"
                              "observations:\n"
                              "  - {indicator: mobbing, region: kode, period: {column: aar}, numerator: antall,"
                              " denominator: alle, select: {tall: mobbing}}\n"
                              "  - {indicator: uro, region: kode, period: {column: aar}, numerator: antall,"
                              " denominator: alle, select: {tall: uro}}\n";

/* 3425 is small in one of the indicators, every year. */
static void
write_figures (const Folder *folder) {
  static const struct {
    const char *code;
    int bullied, noisy, pupils;
  } rows[] = { { "3421", 40, 60, 200 }, { "3425", 2, 9, 50 }, { "34", 900, 2700, 18000 }, { "0", 3500, 9000, 60000 } };
  g_autoptr (GString) csv = g_string_new ("kode;aar;tall;antall;alle\n");
  for (int year = 2019; year <= 2023; year++)
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_string_append_printf (csv, "%s;%d;mobbing;%d;%d\n", rows[i].code, year, rows[i].bullied, rows[i].pupils);
      g_string_append_printf (csv, "%s;%d;uro;%d;%d\n", rows[i].code, year, rows[i].noisy, rows[i].pupils);
    }
  folder_write (folder, "datasets/prove/tall.csv", csv->str);
}

typedef struct {
  Folder folder;
  UtProject *project;
  UtFindings *findings;
  GArray *places; /* 3421, 3425 */
} Case;

static void
set_up (Case *test, gconstpointer report) {
  static const char *const codes[] = { "3421", "3425" };
  GError *error = NULL;
  test->folder = folder_new ();
  places_copy (test->folder.path);
  write_figures (&test->folder);
  folder_write (&test->folder, "indicators/skole.yaml", indicators);
  folder_write (&test->folder, "datasets/prove/dataset.yaml", dataset);
  if (report != NULL)
    folder_write (&test->folder, "reports/min.yaml", report);
  test->findings = ut_findings_new ();
  test->project = ut_project_load_figures (test->folder.path, test->findings, &error);
  g_assert_no_error (error);
  test->places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_array_append_val (test->places, ut_regions_find_code (test->project->regions, codes[i])->id);
}

static void
tear_down (Case *test, gconstpointer report G_GNUC_UNUSED) {
  g_array_unref (test->places);
  ut_findings_free (test->findings);
  ut_project_free (test->project);
  folder_clear (&test->folder);
}

static GPtrArray *
one_indicator (const Case *test, const char *key) {
  GPtrArray *list = g_ptr_array_new ();
  g_ptr_array_add (list, (gpointer) ut_catalogue_find (test->project->catalogue, key));
  return list;
}

static UtAssessment *
assess (const Case *test, UtProjectWish wish) {
  GError *error = NULL;
  wish.places = test->places;
  UtAssessment *assessment = ut_project_assess (test->project, &wish, test->findings, &error);
  g_assert_no_error (error);
  return assessment;
}

/* Nothing but what is wished for can be seen, and it is hidden as when all is wished for. */
static void
test_wish (Case *test, gconstpointer report G_GNUC_UNUSED) {
  g_autoptr (GPtrArray) bullied = one_indicator (test, "mobbing"), noisy = one_indicator (test, "uro");
  g_autoptr (UtAssessment) all = assess (test, (UtProjectWish){ 0 });
  g_autoptr (UtAssessment) one = assess (test, (UtProjectWish){ .indicators = bullied });
  g_autoptr (UtAssessment) other = assess (test, (UtProjectWish){ .indicators = noisy });
  g_assert_cmpuint (ut_assessment_n_indicators (all), ==, 2);
  g_assert_cmpuint (ut_assessment_n_indicators (one), ==, 1);
  g_assert_cmpuint (ut_assessment_table (all)->n_rows, ==, 40);
  g_assert_cmpuint (ut_assessment_table (one)->n_rows, ==, 20);
  g_assert_cmpint (ut_assessment_get (all, 1, 0)->own.status, ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (ut_assessment_get (one, 1, 0)->own.status, ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpfloat (ut_assessment_get (one, 0, 0)->own.value, ==, 20);
  g_assert_cmpfloat (ut_assessment_get (other, 1, 0)->own.value, ==, 18);
  g_assert_cmpfloat (ut_assessment_get (other, 0, 0)->verdicts[UT_BENCHMARK_COUNTY].p, ==,
                     ut_assessment_get (all, 0, 1)->verdicts[UT_BENCHMARK_COUNTY].p);
}

/* An own region among the places is summed. */
static void
test_own_region (Case *test, gconstpointer report G_GNUC_UNUSED) {
  g_autoptr (GPtrArray) noisy = one_indicator (test, "uro");
  const UtRegion *region
      = ut_regions_add_own (test->project->regions, "naboene", "Naboene",
                            (const UtRegionId *) (gpointer) test->places->data, test->places->len, NULL);
  g_array_append_val (test->places, region->id);
  g_autoptr (UtAssessment) assessment = assess (test, (UtProjectWish){ .indicators = noisy });
  const UtFigure *own = &ut_assessment_get (assessment, 2, 0)->own;
  g_assert_cmpfloat (own->numerator, ==, 69);
  g_assert_cmpfloat (own->denominator, ==, 250);
}

static void
test_until (Case *test, gconstpointer report G_GNUC_UNUSED) {
  UtProjectWish wish = { 0 };
  g_assert_true (ut_period_parse ("2021", &wish.until));
  g_autoptr (UtAssessment) then = assess (test, wish);
  g_assert_cmpint (ut_assessment_get (then, 0, 0)->own.period.last_year, ==, 2021);
}

/* What is reported of a previous run is reported once, however many wishes there are; a report's own that cannot be
 * read is an error. */
static void
test_previous (Case *test, gconstpointer report G_GNUC_UNUSED) {
  g_autoptr (GError) error = NULL;
  const UtProjectWish other = { .report = "other.yaml", .previous = "gone/manifest.json" };
  for (guint i = 0; i < 2; i++) {
    g_autoptr (UtAssessment) assessment = assess (test, (UtProjectWish){ 0 });
    g_assert_nonnull (assessment);
    g_assert_cmpuint (ut_findings_count_kind (test->findings, UT_FINDING_MISSING_INPUT), ==, 1);
  }
  g_assert_null (ut_project_assess (test->project, &other, test->findings, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
}

/* Every file a previous run lists is checked to be as it was then, also of the only one. */
static void
test_previous_inputs (Case *test, gconstpointer report G_GNUC_UNUSED) {
  static const struct {
    const char *figures;
    gboolean there;
  } cases[] = { { "then", TRUE }, { "changed", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "then", -1);
    g_autofree char *manifest = g_strdup_printf ("{\"inputs\": [{\"dataset\": \"prove\", \"file\": "
                                                 "\"datasets/prove/then.csv\", \"sha256\": \"%s\"}]}",
                                                 sum);
    g_autoptr (UtPreviousInputs) inputs = ut_previous_inputs_new (test->project);
    folder_write (&test->folder, "datasets/prove/then.csv", cases[i].figures);
    folder_write (&test->folder, "before/manifest.json", manifest);
    g_assert_cmpint (ut_previous_inputs_add (inputs, "before/manifest.json"), ==, cases[i].there);
  }
}

int
main (int argc, char **argv) {
  static const char report[] = "title: T\nlanguage: nb\nregion: Tokke\nthemes: [skole]\nprevious: gone/manifest.json\n";
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/project/wish", Case, NULL, set_up, test_wish, tear_down);
  g_test_add ("/project/own-region", Case, NULL, set_up, test_own_region, tear_down);
  g_test_add ("/project/until", Case, NULL, set_up, test_until, tear_down);
  g_test_add ("/project/previous", Case, report, set_up, test_previous, tear_down);
  g_test_add ("/project/previous-inputs", Case, NULL, set_up, test_previous_inputs, tear_down);
  return g_test_run ();
}
