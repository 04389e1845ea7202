/* A whole report from a small project: which files, what they hold, and the same bytes again. */
#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>

#include "../model/folder.h"
#include "../places.h"
#include <utsyn/error.h>
#include <utsyn/report.h>

static const char indicators[]
    = "theme: skole\n"
      "name: {nb: Skole, nn: Skule}\n"
      "order: 1\n"
      "introduction: {nb: Elevene., nn: Elevane.}\n"
      "indicators:\n"
      "  - {id: mobbing, name: {nb: Mobbing <7. trinn>, nn: Mobbing}, definition: d, measure: proportion, unit: "
      "percent,"
      " decimals: 1, polarity: low, suppress: {count: 3}, source: Udir}\n"
      "  - {id: trivsel, name: Trivsel, definition: d, measure: proportion, unit: percent, decimals: 0, polarity: high,"
      " standardised: true, suppress: none, source: FHI}\n"
      "  - {id: tomt, name: Uten tall, definition: d, measure: proportion, unit: percent, polarity: high,"
      " suppress: none, source: FHI}\n"
      "  - {id: uro, name: Uro, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: {count: 3}, source: Udir}\n";

static const char dataset[] = "id: prove\n"
                              "source: Kilden\n"
                              "title: Prøvetall\n"
                              "licence: NLOD 2.0\n"
                              "retrieved: 2026-11-22\n"
                              "format: tidy\n"
                              "boundaries: 2024\n"
                              "files: [\"*.csv\"]\n"
                              "note: {nb: En merknad.}\n"
                              "observations:\n"
                              "  - {indicator: mobbing, region: kode, period: {column: aar}, numerator: antall,"
                              " denominator: alle, select: {tall: mobbing}}\n"
                              "  - {indicator: uro, region: kode, period: {column: aar}, numerator: antall,"
                              " denominator: alle, select: {tall: uro}}\n"
                              "  - {indicator: trivsel, region: kode, period: {column: aar}, value: antall,"
                              " select: {tall: trivsel}}\n";

static const char report_yaml[] = "title: {nb: Oppvekst & levekår}\n"
                                  "language: nb\n"
                                  "region: {name: Naboene, municipalities: [3421, 3425]}\n"
                                  "themes: [skole]\n"
                                  "missing:\n"
                                  "  - {what: Lavinntekt, source: SSB}\n";

typedef struct {
  Folder folder;
  char *out;
  UtProject *project;
  UtFindings *findings;
} Case;

static char *
read_file (const char *folder, const char *name) {
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s is not there", path);
  return text;
}

static void
write_figures (const Folder *folder) {
  static const struct {
    const char *code;
    int bullied, pupils, thrive;
  } rows[] = { { "3421", 40, 200, 88 }, { "3425", 2, 50, 90 }, { "34", 900, 18000, 85 }, { "0", 3500, 60000, 86 } };
  g_autoptr (GString) csv = g_string_new ("kode;aar;tall;antall;alle\n");
  for (int year = 2019; year <= 2023; year++)
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_string_append_printf (csv, "%s;%d;mobbing;%d;%d\n", rows[i].code, year, rows[i].bullied, rows[i].pupils);
      g_string_append_printf (csv, "%s;%d;trivsel;%d;\n", rows[i].code, year, rows[i].thrive);
      g_string_append_printf (csv, "%s;%d;uro;%d;%d\n", rows[i].code, year, 2, rows[i].pupils);
    }
  folder_write (folder, "datasets/prove/tall.csv", csv->str);
}

static void
set_up (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  test->folder = folder_new ();
  test->out = g_build_filename (test->folder.path, "out", "min", NULL);
  places_copy (test->folder.path);
  folder_write (&test->folder, "indicators/skole.yaml", indicators);
  folder_write (&test->folder, "datasets/prove/dataset.yaml", dataset);
  write_figures (&test->folder);
  test->findings = ut_findings_new ();
  test->project = ut_project_load (test->folder.path, test->findings, &error);
  g_assert_no_error (error);
}

static void
tear_down (Case *test, gconstpointer data G_GNUC_UNUSED) {
  ut_project_free (test->project);
  ut_findings_free (test->findings);
  folder_clear (&test->folder);
  g_free (test->out);
}

static void
write_report (Case *test, const char *outputs, UtProgress progress, gpointer user) {
  GError *error = NULL;
  g_autofree char *text = g_strconcat (report_yaml, outputs, NULL);
  g_autofree char *path = g_build_filename (test->folder.path, "reports", "min.yaml", NULL);
  folder_write (&test->folder, "reports/min.yaml", text);
  g_autoptr (UtReport) report = ut_report_load (test->project, path, &error);
  g_assert_no_error (error);
  ut_report_write (report, test->project, test->out, test->findings, progress, user, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *text, const char *part) {
  if (strstr (text, part) == NULL)
    g_error ("'%s' is not in:\n%s", part, text);
}

static gboolean
is_there (const Case *test, const char *name) {
  g_autofree char *path = g_build_filename (test->out, name, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
count_progress (gpointer user, guint done, guint total, const char *what) {
  guint *last = user;
  g_assert_cmpuint (done, ==, *last + 1);
  g_assert_cmpuint (done, <=, total);
  g_assert_nonnull (what);
  *last = done;
  if (done == total)
    g_assert_cmpstr (what, ==, "manifest.json");
}

static void
test_files (Case *test, gconstpointer data G_GNUC_UNUSED) {
  guint last = 0;
  write_report (test, "", count_progress, &last);
  static const char *const names[] = {
    "kapittel.html",
    "kapittel.md",
    "min.xlsx",
    "manifest.json",
    "figurer/barometer-naboene.svg",
    "figurer/barometer-trysil.pdf",
    "figurer/utvikling-mobbing-trysil.png",
    "figurer/steder-mobbing.svg",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!is_there (test, names[i]))
      g_error ("%s was not written", names[i]);
  g_assert_cmpuint (last, >, 4);

  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_assert_false (is_there (test, "min.xlsx"));
  g_assert_false (is_there (test, "figurer/barometer-trysil.pdf"));
  g_assert_true (is_there (test, "figurer/barometer-trysil.png"));
}

/* Every row of the table: it writes something when it is alone, and counts what it writes. */
static void
test_every_output (Case *test, gconstpointer data G_GNUC_UNUSED) {
  for (guint i = 0; i < ut_outputs_count (); i++) {
    const UtOutputKind *kind = ut_outputs_get (i);
    guint last = 0;
    g_autofree char *outputs = g_strdup_printf ("outputs: [%s]\n", kind->word);
    write_report (test, outputs, count_progress, &last);
    g_autofree char *manifest = read_file (test->out, "manifest.json");
    g_assert_nonnull (strstr (manifest, "tall.json"));
    g_assert_cmpuint (last, >, 1);
    g_assert_cmpstr (kind->help, !=, ut_tr (UT_LANGUAGE_NB, kind->help));
    g_assert_cmpstr (kind->help, !=, ut_tr (UT_LANGUAGE_NN, kind->help));
  }
}

static void
test_chapter (Case *test, gconstpointer data G_GNUC_UNUSED) {
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_autofree char *html = read_file (test->out, "kapittel.html");
  g_autofree char *markdown = read_file (test->out, "kapittel.md");
  assert_holds (html, "<h1>Oppvekst &amp; levekår</h1>");
  assert_holds (html, "Mobbing &lt;7. trinn&gt;");
  assert_holds (markdown, "### Dette kan vi bli bedre på\n\n1. Mobbing \\<7. trinn\\>: 20,0 prosent i Trysil i 2023, "
                          "mot 5,8 prosent i landet. ");
  assert_holds (markdown, " 2019 "); /* the difference has lasted since then */
  assert_holds (markdown, "Trivsel (2023): I kommunene går tallet fra 88 prosent i Trysil til 90 prosent i Engerdal.");
  assert_holds (markdown, "Det finnes ikke tall for disse stedene om: Uten tall.");
  assert_holds (markdown, "- Lavinntekt. Kan hentes fra: SSB\n");
  assert_holds (markdown, "- Uten tall: ikke tall for noen av stedene\n");
  assert_holds (markdown, "- Prøvetall: En merknad.\n");
}

/* Two pupils are hidden, and so is everything that would give them away. */
static void
test_suppressed (Case *test, gconstpointer data G_GNUC_UNUSED) {
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_autofree char *html = read_file (test->out, "kapittel.html");
  g_autofree char *markdown = read_file (test->out, "kapittel.md");
  assert_holds (markdown, ":<sup>");
  assert_holds (markdown, "Tallet er skjermet av hensyn til personvernet");
  assert_holds (markdown, ": Uro.\n"); /* hidden everywhere, and so not among those without figures */
  g_assert_null (strstr (html, "4,0 prosent"));
  g_assert_null (strstr (markdown, "4,0 prosent i Engerdal"));
}

static void
test_same_bytes (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const char *const names[] = { "kapittel.html", "kapittel.md", "manifest.json" };
  char *first[G_N_ELEMENTS (names)];
  write_report (test, "", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    first[i] = read_file (test->out, names[i]);
  write_report (test, "", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *again = read_file (test->out, names[i]);
    g_assert_cmpstr (again, ==, first[i]);
    g_assert_null (strstr (again, test->folder.path));
    g_free (first[i]);
  }
}

/* The manifest's checksum of a file it lists; NULL when it does not. */
static char *
listed_sum (const Case *test, const char *file) {
  g_autofree char *text = read_file (test->out, "manifest.json");
  json_t *root = json_loads (text, 0, NULL);
  const json_t *inputs = json_object_get (root, "inputs");
  char *sum = NULL;
  for (size_t i = 0; i < json_array_size (inputs) && sum == NULL; i++) {
    const json_t *input = json_array_get (inputs, i);
    if (strcmp (json_string_value (json_object_get (input, "file")), file) == 0)
      sum = g_strdup (json_string_value (json_object_get (input, "sha256")));
  }
  json_decref (root);
  return sum;
}

static void
assert_listed (const Case *test, const char *file, const char *text) {
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1), *listed = listed_sum (test, file);
  if (g_strcmp0 (sum, listed) != 0)
    g_error ("%s is in the manifest with %s", file, listed);
}

/* As the next run finds it. */
static void
load_again (Case *test) {
  GError *error = NULL;
  ut_project_free (test->project);
  test->project = ut_project_load (test->folder.path, test->findings, &error);
  g_assert_no_error (error);
}

/* Every kind of file that is read is an input, with the checksum of what was read and not of what lies there now. */
static void
test_inputs (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const char *const files[] = { "datasets/inndeling/kommuner.csv",
                                       "datasets/inndeling/fylker.csv",
                                       "datasets/inndeling/kommune-endringer.csv",
                                       "datasets/inndeling/regioner.csv",
                                       "datasets/inndeling/kostra-grupper.csv",
                                       "datasets/prove/dataset.yaml",
                                       "datasets/prove/tall.csv",
                                       "indicators/skole.yaml" };
  char *texts[G_N_ELEMENTS (files)];
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    texts[i] = read_file (test->folder.path, files[i]);
    folder_write (&test->folder, files[i], "other");
  }
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    assert_listed (test, files[i], texts[i]);
    g_free (texts[i]);
  }
  g_autofree char *definition = g_strconcat (report_yaml, "outputs: [chapter]\n", NULL);
  assert_listed (test, "reports/min.yaml", definition);
}

/* What the previous run printed is read too, and another report's that says what it printed. */
static void
test_previous_inputs (Case *test, gconstpointer data G_GNUC_UNUSED) {
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_autofree char *manifest = read_file (test->out, "manifest.json"), *shown = read_file (test->out, "tall.json");
  g_autofree char *other = g_strconcat (report_yaml, "previous: other/manifest.json\n", NULL);
  folder_write (&test->folder, "before/manifest.json", manifest);
  folder_write (&test->folder, "before/tall.json", shown);
  folder_write (&test->folder, "other/manifest.json", manifest);
  folder_write (&test->folder, "other/tall.json", shown);
  folder_write (&test->folder, "reports/other.yaml", other);
  load_again (test);
  write_report (test, "outputs: [chapter]\nprevious: before/manifest.json\n", NULL, NULL);
  assert_listed (test, "before/manifest.json", manifest);
  assert_listed (test, "before/tall.json", shown);
  assert_listed (test, "other/manifest.json", manifest);
  assert_listed (test, "other/tall.json", shown);
  assert_listed (test, "reports/other.yaml", other);
  /* A report that names none says nothing about this one. */
  folder_write (&test->folder, "reports/third.yaml", report_yaml);
  load_again (test);
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_assert_null (listed_sum (test, "reports/third.yaml"));
  g_assert_null (listed_sum (test, "before/manifest.json"));
  assert_listed (test, "other/manifest.json", manifest);
}

/* A report of two versions of a file would be a report of neither. */
static void
test_changed_between (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  write_report (test, "outputs: [chapter]\n", NULL, NULL);
  g_autofree char *manifest = read_file (test->out, "manifest.json"), *shown = read_file (test->out, "tall.json");
  g_autofree char *definition = g_strconcat (report_yaml, "previous: before/manifest.json\n", NULL);
  g_autofree char *path = g_build_filename (test->folder.path, "reports", "min.yaml", NULL);
  g_autofree char *changed = g_strconcat (manifest, "\n", NULL);
  folder_write (&test->folder, "before/manifest.json", manifest);
  folder_write (&test->folder, "before/tall.json", shown);
  folder_write (&test->folder, "reports/min.yaml", definition);
  load_again (test);
  g_autoptr (UtReport) report = ut_report_load (test->project, path, &error);
  g_assert_no_error (error);
  folder_write (&test->folder, "before/manifest.json", changed);
  g_assert_false (ut_report_write (report, test->project, test->out, test->findings, NULL, NULL, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "before/manifest.json: "));
  g_error_free (error);
  g_autofree char *still = read_file (test->out, "manifest.json");
  g_assert_cmpstr (still, ==, manifest);
}

static void
write_region (Case *test, const char *name) {
  GError *error = NULL;
  g_autofree char *text
      = g_strdup_printf ("title: t\nlanguage: nb\nregion: {id: eigen, name: %s, municipalities: [3421, "
                         "3425]}\nthemes: [skole]\noutputs: [charts]\n",
                         name);
  g_autofree char *path = g_build_filename (test->folder.path, "reports", "min.yaml", NULL);
  folder_write (&test->folder, "reports/min.yaml", text);
  g_autoptr (UtReport) report = ut_report_load (test->project, path, &error);
  g_assert_no_error (error);
  g_assert_true (ut_report_write (report, test->project, test->out, test->findings, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The region's figure is not its municipality's, whatever they are called. */
static void
test_region_called_as_municipality (Case *test, gconstpointer data G_GNUC_UNUSED) {
  write_region (test, "Trysil");
  g_assert_true (is_there (test, "figurer/barometer-trysil-3421.png"));
  g_assert_true (is_there (test, "figurer/barometer-trysil-eigen.png"));
  g_assert_true (is_there (test, "figurer/barometer-engerdal.png"));
  g_assert_false (is_there (test, "figurer/barometer-trysil.png"));
}

/* A file system takes 255 bytes. */
static void
test_long_name (Case *test, gconstpointer data G_GNUC_UNUSED) {
  g_autofree char *name = g_strnfill (300, 'x');
  write_region (test, name);
  g_autofree char *folder = g_build_filename (test->out, "figurer", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_long = 0;
  for (const char *file; (file = g_dir_read_name (dir)) != NULL;) {
    g_assert_cmpuint (strlen (file), <, 200);
    n_long += strstr (file, "xxxxxxxx") != NULL;
  }
  g_assert_cmpuint (n_long, >, 1);
}

static void
test_no_folder (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  folder_write (&test->folder, "reports/min.yaml", report_yaml);
  folder_write (&test->folder, "taken", "a file where the folder should be");
  g_autofree char *path = g_build_filename (test->folder.path, "reports", "min.yaml", NULL);
  g_autofree char *taken = g_build_filename (test->folder.path, "taken", NULL);
  g_autoptr (UtReport) report = ut_report_load (test->project, path, &error);
  g_assert_no_error (error);
  g_assert_false (ut_report_write (report, test->project, taken, test->findings, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_error_free (error);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run) (Case *, gconstpointer);
  } tests[] = {
    { "/report/write/files", test_files },
    { "/report/write/every-output", test_every_output },
    { "/report/write/chapter", test_chapter },
    { "/report/write/suppressed", test_suppressed },
    { "/report/write/same-bytes", test_same_bytes },
    { "/report/write/no-folder", test_no_folder },
    { "/report/write/region-called-as-municipality", test_region_called_as_municipality },
    { "/report/write/long-name", test_long_name },
    { "/report/write/inputs", test_inputs },
    { "/report/write/previous-inputs", test_previous_inputs },
    { "/report/write/changed-between", test_changed_between },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
