#include "folder.h"
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/error.h>

#define HEAD                                                                                                           \
  "id: norm\nsource: Udir\ntitle: Normen\nlicence: NLOD\npublished: 2022-03-01\nformat: tidy\nboundaries: 2020\n"
#define OBSERVATION                                                                                                    \
  "observations:\n  - indicator: pedagognorm\n    region: kode\n    period: {fixed: 2021}\n"                           \
  "    numerator: oppfyller\n    denominator: [oppfyller, ikkje]\n"

static UtDataset *
load (const Folder *folder, const char *text, GError **error) {
  folder_write (folder, "datasets/norm/dataset.yaml", text);
  return ut_dataset_load (folder->path, "datasets/norm", error);
}

static void
test_quantities (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  g_autoptr (UtDataset) dataset
      = load (&folder,
              HEAD OBSERVATION
              "  - indicator: annan\n    select: {kjønn: Alle, trinn: [5, 5. trinn]}\n    as: fraction\n"
              "    value: {nivå: [kort, lang], columns: andel}\n    period: {column: år}\n    complete: false\n"
              "    quality: kvalitet\n",
              &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dataset->file, ==, "datasets/norm/dataset.yaml");
  g_assert_cmpint (dataset->boundary_year, ==, 2020);
  g_assert_cmpstr (dataset->files[0], ==, "datasets/norm/norm.csv");
  g_assert_null (dataset->files[1]);
  g_assert_null (dataset->vintage);

  const UtMapping *first = g_ptr_array_index (dataset->mappings, 0);
  g_assert_cmpuint (first->line, ==, 9);
  g_assert_cmpint (first->period.first_year, ==, 2021);
  g_assert_cmpstr (first->numerator->columns[0], ==, "oppfyller");
  g_assert_cmpstr (first->denominator->columns[1], ==, "ikkje");
  g_assert_null (first->value);
  g_assert_true (first->complete);
  g_assert_false (first->fraction);

  const UtMapping *second = g_ptr_array_index (dataset->mappings, 1);
  const UtSelection *grade = g_ptr_array_index (second->select, 1);
  const UtSelection *level = g_ptr_array_index (second->value->select, 0);
  g_assert_cmpstr (grade->dimension, ==, "trinn");
  g_assert_cmpstr (grade->labels[1], ==, "5. trinn");
  g_assert_cmpuint (second->value->select->len, ==, 1);
  g_assert_cmpstr (level->labels[0], ==, "kort");
  g_assert_cmpstr (second->value->columns[0], ==, "andel");
  g_assert_cmpstr (second->period_column, ==, "år");
  g_assert_cmpstr (second->quality_column, ==, "kvalitet");
  g_assert_true (second->fraction);
  g_assert_false (second->complete);
}

static void
test_vintage (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/2021/a.csv", "x\n");
  folder_write (&folder, "datasets/norm/2022/b.csv", "x\n");
  folder_write (&folder, "datasets/norm/2022/a.csv", "x\n");
  folder_write (&folder, "datasets/norm/2023/les-meg.txt", "x\n");
  g_autoptr (UtDataset) dataset = load (&folder, HEAD "vintages: newest\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dataset->vintage, ==, "2022");
  g_assert_cmpstr (dataset->files[0], ==, "datasets/norm/2022/a.csv");
  g_assert_cmpstr (dataset->files[1], ==, "datasets/norm/2022/b.csv");
}

/* Both are what is done when nothing is said. */
static void
test_boundaries (void) {
  static const char *const heads[] = { "boundaries: auto\n", "" };
  g_auto (Folder) folder = folder_new ();
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new (HEAD OBSERVATION);
    g_string_replace (text, "boundaries: 2020\n", heads[i], 1);
    g_autoptr (UtDataset) dataset = load (&folder, text->str, &error);
    g_assert_no_error (error);
    g_assert_cmpint (dataset->boundary_year, ==, 0);
  }
}

static void
check_missing_refused (const char *missing, const char *why) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  g_autofree char *text = g_strconcat (HEAD, missing, "\n", OBSERVATION, NULL);
  g_autoptr (UtDataset) dataset = load (&folder, text, &error);
  g_assert_null (dataset);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_missing (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  g_autoptr (UtDataset) listed = load (&folder, HEAD "missing: [ukjent, n.a.]\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->missing->len, ==, 2);
  g_assert_cmpstr (g_array_index (listed->missing, UtMissingSign, 1).text, ==, "n.a.");
  g_assert_cmpint (g_array_index (listed->missing, UtMissingSign, 1).status, ==, UT_STATUS_MISSING);
  g_autoptr (UtDataset) told = load (&folder, HEAD "missing: {\"<5\": \":\", nil: 0}\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (told->missing, UtMissingSign, 0).status, ==, UT_STATUS_CONFIDENTIAL);
  g_assert_cmpint (g_array_index (told->missing, UtMissingSign, 1).status, ==, UT_STATUS_OK);
  check_missing_refused ("missing: {\"<5\": hidden}", "hidden");
  check_missing_refused ("missing: [-99]", "-99");
  check_missing_refused ("missing: [\"\"]", "dataset.yaml:8:1");
}

/* Files in the folder itself are the oldest vintage; a sub-folder without a matching file is none. */
static void
test_vintage_over_folder (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/a.csv", "x\n");
  folder_write (&folder, "datasets/norm/2023/les-meg.txt", "x\n");
  g_autoptr (UtDataset) before = load (&folder, HEAD "vintages: newest\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_null (before->vintage);
  g_assert_cmpstr (before->files[0], ==, "datasets/norm/a.csv");
  folder_write (&folder, "datasets/norm/2022/a.csv", "x\n");
  g_autoptr (UtDataset) after = load (&folder, HEAD "vintages: newest\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->vintage, ==, "2022");
  g_assert_cmpstr (after->files[0], ==, "datasets/norm/2022/a.csv");
  g_assert_null (after->files[1]);
}

/* Nothing is said of it: every vintage is read, oldest first, whatever its files are called. */
static void
test_all_vintages (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/z.CSV", "x\n");
  folder_write (&folder, "datasets/norm/2022/b.xlsx", "x\n");
  folder_write (&folder, "datasets/norm/2021/" UT_FETCH_RECORD, "{\"fetched\": \"2021-07-02T10:00:00Z\"}");
  folder_write (&folder, "datasets/norm/2021/a.csv", "x\n");
  folder_write (&folder, "datasets/norm/2021/.a.csv", "x\n");
  folder_write (&folder, "datasets/norm/2022/20220908-1157_b.csv", "x\n");
  g_autoptr (UtDataset) dataset = load (&folder, HEAD OBSERVATION, &error);
  g_assert_no_error (error);
  static const char *const files[] = { "datasets/norm/z.CSV", "datasets/norm/2021/a.csv",
                                       "datasets/norm/2022/20220908-1157_b.csv", "datasets/norm/2022/b.xlsx", NULL };
  g_assert_true (g_strv_equal ((const char *const *) dataset->files, files));
  g_assert_cmpuint (dataset->vintages->len, ==, 3);
  g_assert_null (g_array_index (dataset->vintages, UtVintage, 0).name);
  g_assert_cmpstr (g_array_index (dataset->vintages, UtVintage, 1).retrieved, ==, "2021-07-02");
  g_assert_cmpuint (g_array_index (dataset->vintages, UtVintage, 2).n_files, ==, 2);
  g_assert_cmpuint (ut_dataset_vintage_of (dataset, 0), ==, 0);
  g_assert_cmpuint (ut_dataset_vintage_of (dataset, 3), ==, 2);
  g_assert_cmpstr (dataset->vintage, ==, "2022");
  g_assert_cmpstr (dataset->retrieved, ==, "2022-09-08");
}

/* What is typed is of the files that were there then. */
static void
test_retrieved (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/2019-01-01.csv", "x\n");
  g_autoptr (UtDataset) typed = load (&folder, HEAD "retrieved: 2019\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (typed->retrieved, ==, "2019");
  folder_write (&folder, "datasets/norm/2024-05-06.02/a.csv", "x\n");
  g_autoptr (UtDataset) newer = load (&folder, HEAD "retrieved: 2019\n" OBSERVATION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (newer->retrieved, ==, "2024-05-06");
}

static void
test_complaints (void) {
  static const struct {
    const char *from, *to, *place, *says;
  } cases[] = {
    { "licence:", "license:", "datasets/norm/dataset.yaml:4:1: ", "licence" },
    { "id: norm", "id: form", "datasets/norm/dataset.yaml:1:5: ", "norm" },
    { "published: 2022-03-01", "vintages: last", "datasets/norm/dataset.yaml:5:11: ", "all, newest" },
    { "boundaries: 2020", "boundaries: i fjor", "datasets/norm/dataset.yaml:7:13: ", "2024" },
    { "boundaries: 2020", "boundaries: year", "datasets/norm/dataset.yaml:7:13: ", "boundaries: auto" },
    { "boundaries: 2020", "regions: 2020", "datasets/norm/dataset.yaml:7:1: ", "boundaries: auto" },
    { "boundaries: 2020", "boundaries: 2020\nfiles: \"*.px\"", "datasets/norm/dataset.yaml:8:8: ", "*.px" },
    { "{fixed: 2021}", "{fixed: snart}", "datasets/norm/dataset.yaml:11:21: ", "snart" },
    { "{fixed: 2021}", "{fixed: 2021, column: aar}", "datasets/norm/dataset.yaml:11:13: ", "period" },
    { "    numerator: oppfyller\n", "", "datasets/norm/dataset.yaml:9:5: ", "numerator" },
    { "region: kode", "region: kode\n    as: brøk", "datasets/norm/dataset.yaml:11:9: ", "unit, fraction" },
    { "region: kode", "region: kode\n    select: {kjønn: []}", "datasets/norm/dataset.yaml:11:21: ", "kjønn" },
    { "region: kode", "region: kode\n    select: Alle", "datasets/norm/dataset.yaml:11:13: ", "select" },
    { "numerator: oppfyller", "numerator: []", "datasets/norm/dataset.yaml:12:16: ", "numerator" },
    { "numerator: oppfyller", "numerator: {}", "datasets/norm/dataset.yaml:12:16: ", "numerator" },
    { "numerator: oppfyller", "numerator: {nivå: {a: b}}", "datasets/norm/dataset.yaml:12:23: ", "nivå" },
    { "numerator: oppfyller", "value: x\n    published: del", "datasets/norm/dataset.yaml:13:16: ", "numerator" },
    { "{fixed: 2021}", "{header: false}", "datasets/norm/dataset.yaml:11:13: ", "header" },
    { "{fixed: 2021}", "{kolonne: aar}", "datasets/norm/dataset.yaml:11:14: ", "column, fixed, header" },
    { "boundaries: 2020", "boundaries: 2020\ndecimal: komma", "datasets/norm/dataset.yaml:8:10: ", "point, comma" },
    { "region: kode", "reigon: kode", "datasets/norm/dataset.yaml:10:5: ", "region" },
  };
  g_auto (Folder) folder = folder_new ();
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (HEAD OBSERVATION);
    g_autoptr (GError) error = NULL;
    g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
    g_assert_null (load (&folder, text->str, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    if (!g_str_has_prefix (error->message, cases[i].place) || strstr (error->message, cases[i].says) == NULL)
      g_error ("case %u: %s", i, error->message);
  }
}

static void
test_all (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  folder_write (&folder, "datasets/norm/dataset.yaml", HEAD OBSERVATION);
  folder_write (&folder, "datasets/inndeling/kommuner.csv", "x\n");
  g_autoptr (GPtrArray) datasets = ut_datasets_load (folder.path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (datasets->len, ==, 1);
}

/* A heading called "columns" is only reserved inside a quantity. */
static void
test_columns_as_heading (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/norm/norm.csv", "x\n");
  g_autoptr (UtDataset) dataset = load (&folder, HEAD OBSERVATION "    select: {columns: Alle}\n", &error);
  g_assert_no_error (error);
  const UtMapping *mapping = g_ptr_array_index (dataset->mappings, 0);
  g_assert_cmpuint (mapping->select->len, ==, 1);
}

static void
test_no_folder (void) {
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_datasets_load ("/nowhere", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dataset/quantities", test_quantities);
  g_test_add_func ("/model/dataset/vintage", test_vintage);
  g_test_add_func ("/model/dataset/vintage-over-folder", test_vintage_over_folder);
  g_test_add_func ("/model/dataset/all-vintages", test_all_vintages);
  g_test_add_func ("/model/dataset/boundaries", test_boundaries);
  g_test_add_func ("/model/dataset/missing", test_missing);
  g_test_add_func ("/model/dataset/retrieved", test_retrieved);
  g_test_add_func ("/model/dataset/complaints", test_complaints);
  g_test_add_func ("/model/dataset/all", test_all);
  g_test_add_func ("/model/dataset/columns-as-heading", test_columns_as_heading);
  g_test_add_func ("/model/dataset/no-folder", test_no_folder);
  return g_test_run ();
}
