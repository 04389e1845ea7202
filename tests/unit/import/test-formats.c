#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/language.h>

#include "dump.h"

#define FIXTURES "tests/import/fixtures"

static const UtReadHints no_hints = { 0 };

static int
compare_paths (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Every file of a format's folder, sorted. */
static GPtrArray *
list_fixtures (const char *format) {
  g_autofree char *relative = g_build_filename (FIXTURES, format, NULL);
  g_autofree char *folder = source_path (relative);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".cells"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

static void
test_every_format_has_fixtures (void) {
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    g_autoptr (GPtrArray) paths = list_fixtures (importer->name);
    if (paths->len == 0)
      g_test_message ("no fixture in %s/%s", FIXTURES, importer->name);
    g_assert_cmpuint (paths->len, >, 0);
    g_assert_nonnull (importer->help);
    g_assert_nonnull (importer->detect);
    g_assert_nonnull (importer->read);
    g_assert_nonnull (importer->notation);
    g_assert_true (ut_importer_find (importer->name) == importer);
  }
  g_assert_null (ut_importer_find ("no-such-format"));
}

/* x.csv reads as x.cells says; UTSYN_GOLDEN_UPDATE=1 writes the latter anew. */
static void
test_fixture (gconstpointer data) {
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *format = g_path_get_basename (folder);
  g_autofree char *golden = g_strconcat (path, ".cells", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = dump_cells (ut_importer_find (format), path, &no_hints, &error);
  g_assert_no_error (error);
  if (g_getenv ("UTSYN_GOLDEN_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (golden, cells, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  g_assert_cmpstr (cells, ==, expected);
}

static void
test_detects (void) {
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    g_autoptr (GPtrArray) paths = list_fixtures (importer->name);
    for (guint i = 0; i < paths->len; i++) {
      g_autoptr (GError) error = NULL;
      const UtImporter *found = ut_importer_detect (g_ptr_array_index (paths, i), NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s", (char *) g_ptr_array_index (paths, i));
      g_assert_nonnull (found);
      g_assert_cmpstr (found->name, ==, importer->name);
    }
  }
}

/* Cut anywhere, a file gives rows, bad rows or an error, and nothing else. */
static void
test_truncated (void) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-cut-XXXXXX", NULL);
  g_autofree char *cut = g_build_filename (folder, "cut.csv", NULL);
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    g_autoptr (GPtrArray) paths = list_fixtures (importer->name);
    for (guint i = 0; i < paths->len; i++) {
      g_autofree char *bytes = NULL;
      gsize n_bytes;
      g_assert_true (g_file_get_contents (g_ptr_array_index (paths, i), &bytes, &n_bytes, NULL));
      for (gsize n = 0; n < n_bytes; n += n < 64 ? 1 : 64) {
        g_autoptr (GError) error = NULL;
        g_assert_true (g_file_set_contents (cut, bytes, (gssize) n, NULL));
        g_autofree char *cells = dump_cells (importer, cut, &no_hints, &error);
        g_assert_true ((cells == NULL) == (error != NULL));
      }
    }
  }
  g_unlink (cut);
  g_rmdir (folder);
}

static void
test_missing_file (void) {
  g_autoptr (GError) error = NULL;
  g_assert_null (dump_cells (ut_importer_find ("tidy"), "/nowhere/x.csv", &no_hints, &error));
  g_assert_nonnull (error);
}

/* Without a hint `aar` is a label; with one, exactly the named columns are figures. */
static void
test_hints (void) {
  static const char *const values[] = { "oppfyller", "ikke", NULL };
  const UtReadHints hints = { .value_columns = values };
  g_autofree char *path = source_path (FIXTURES "/tidy/several-columns.csv");
  g_autofree char *cells = dump_cells (ut_importer_find ("tidy"), path, &hints, NULL);
  g_assert_nonnull (strstr (cells, "label andel\n"));
  g_assert_nonnull (strstr (cells, "figures oppfyller = oppfyller []\nfigures ikke = ikke []\n2: "));
  static const char *const columns[] = { "Kjonn", "07459", NULL }, *const labels[] = { "Kjonn", NULL };
  const UtReadHints px_hints = { .value_columns = columns, .label_columns = labels };
  g_autofree char *px_path = source_path (FIXTURES "/pxweb-csv/codes-only-long.csv");
  g_autofree char *px_cells = dump_cells (ut_importer_find ("pxweb-csv"), px_path, &px_hints, NULL);
  g_assert_nonnull (strstr (px_cells, "label Kjonn\n"));
}

/* Real files: how they begin, the hand-checked row, and how many rows there are. */
static const struct {
  const char *format, *file, *form, *row;
  guint n_rows, n_bad;
} real_files[] = {
  { "pxweb-csv", "real/ssb_07459_personer_2021_k-kode.csv", "ISO-8859-1, separator ;\n",
    "\n5450: K-0301 Oslo | 40 years | <10925>\n", 38054, 0 },
  { "pxweb-csv", "real/ssb_07459_personer_2015-2018_tab.csv", "ISO-8859-1, separator TAB\n",
    "\n4242: 0301 Oslo municipality | 0 years | <", 50456, 0 },
  { "pxweb-csv", "real/ssb_06913_fylker_api_lang.csv", "UTF-8, separator ;\n",
    "\n957: 03 Oslo | 2012 | Folkemengde | <613285>\n", 8775, 0 },
  { "pxweb-csv", "real/ssb_11616_pendling_2021.csv", "ISO-8859-1, separator ;\n", ": 3807 Skien | <26245> <9294> ", 23,
    0 },
  { "pxweb-csv", "real/ssb_08092_stortingsvalg_2013_2017.csv", "UTF-8, separator ,\n",
    "\n723: 2017 2017 | 01 Arbeiderpartiet | 0301 Oslo - Oslove | <28.4>\n", 7668, 0 },
  { "pxweb-csv", "real/ssb_10467_fornavn.csv", "ISO-8859-1, separator ;\n", "\n38922: Emma | 2018 | <1.552> <433>\n",
    138600, 0 },
  { "json-stat", "real/ssb_29843_jsonstat1.json", "UTF-8\n",
    "\n61: P1021 - Extraction of crude petroleum | Sesongjustert - Seasonally adjusted | 1995M01 | <114.6>\n", 37440,
    0 },
  { "geojson", "real/kartverket_kommuner_2024_s.geojson", "UTF-8\n", ": 0301 | 0301 | Oslo | Oslo |\n", 357, 0 },
  { "px", "real/ssb_14216_tettsted.px", "ISO-8859-1\n", "\n61: 0801 - Oslo | Bosatte | 2025 | <1110887.00>\n", 4, 0 },
  { "udir-csv", "real/udir_nasjonale_prover_5trinn_2022-23.csv", "UTF-16LE, separator TAB\n",
    "\n746: 0301 Oslo | 3 | I | 03 | 0301 | 0301 | Hele landet | Oslo | Oslo | Alle skoler | <52> <0,2> <6 486> ", 2501,
    0 },
  { "udir-csv", "real/udir_pedagognormen_2021.csv", "UTF-16LE, separator TAB\n",
    "| Skien | Skien | <47> <39> <2> <1> <92,9%> ", 400, 0 },
  { "udir-csv", "real/udir_skoleporten_stavanger_lang.csv", "UTF-8 with BOM, separator ;\n",
    "| 2015-2016 | Offentlig | Trinn 5 | Jenter | Skalapoeng | <51>\n", 6233, 0 },
  { "nav-csv", "real/nav_ytelser_kommune_2014-2017.csv", "UTF-8, separator ;\n",
    "\n20487: 1201 Bergen | 2017 | 12 Hordaland | 1201 Bergen | Arbeidsliv og sykdom | 2541 | Dagpenger | 24102018 | "
    "<920,45>\n",
    23736, 0 },
  { "nav-csv", "real/nav_arbeidsledighet_2013_juli.csv", "UTF-8, separator ,\n",
    "\n11: Telemark | Telemark | 2013 | juli | <2893.0> <3.3> ", 24, 2 },
  { "klass-csv", "real/klass_131_kommuneinndeling_2020.csv", "ISO-8859-1, separator ;\n", ": 5401 |  | 1 | Tromsø |",
    357, 0 },
  { "imdi", "real/imdi_31_grunnskolepoeng_kommune_2013.csv", "ISO-8859-1, separator ;\n",
    ": 0301 Oslo | 301 | Oslo kommune | alle | alle | gjennomsnitt | <41,2>\n", 5992, 0 },
  { "imdi", "real/imdi_31_grunnskolepoeng_kommune_2013.csv", "ISO-8859-1, separator ;\n",
    ": 0301 Oslo | 301 | Oslo kommune | alle | alle | personer | <5199>\n", 5992, 0 },
  { "imdi", "real/imdi_31_grunnskolepoeng_kommune_2013.csv", "ISO-8859-1, separator ;\n",
    ": 0111 Hvaler | 111 | Hvaler | innvandrere | alle | gjennomsnitt | <:>\n", 5992, 0 },
  { "imdi", "real/imdi_90_gjennomsnittsinntekt_kommune_2013.csv", "ISO-8859-1, separator ;\n",
    ": 1103 Stavanger | 1103 | Stavanger | alle | alle | kroner | <385 700>\n", 1712, 0 },
  { "imdi", "real/imdi_videregaende_fullfort_2009-2019.csv", "ISO-8859-1, separator ;\n",
    ": F03 | Oslo | Hele befolkningen | Alle | Prosent | 2019 | <82.0>\n", 6600, 0 },
  { "imdi", "real/imdi_videregaende_fullfort_2009-2019.csv", "ISO-8859-1, separator ;\n",
    ": F03 | Oslo | Hele befolkningen | Kvinner | Prosent | 2019 | <86.4>\n", 6600, 0 },
  { "crosstab", "real/nkom_fastbredband_kommuner.csv", "UTF-8 with BOM, separator ;\n",
    "\n262: SKIEN | VESTFOLD OG TELEMARK | <80,8 %> <67,8 %> ", 356, 0 },
  { "tidy", "real/fhus_vestfold_telemark_kommunetall.csv", "UTF-8 with BOM, separator ;\n", ": Skien | <0,774> ", 24,
    0 },
  { "tidy", "real/fhi_reseptregisteret_2016.csv", "UTF-8 with BOM, separator ,\n",
    "\n16: ADHD-midler | 2016 | Alle | F | Telemark | <535> <6.188> <86462> ", 12920, 0 },
  { "fhi-csv", "real/fhi_ungdata_psykiske_plager_telemark.csv", "UTF-8, separator ,\n", " | <22.551186204505>\n", 570,
    0 },
  { "tidy", "real/kostra_11875_sykehjemsplasser_2015-2018.csv", "UTF-8, separator ,\n",
    ": 0105 | Sarpsborg | 2015 | <425.1>\n", 1920, 0 },
  { "pxweb-csv", "real/ssb_14288_framskriving_2024-2050.csv", "UTF-8, separator ,\n",
    "\n880: Skien | Hovedalternativet (MMMM) | 2030 | 80-89 år | <3416> ", 15390, 0 },
  { "xlsx", "telemark/nav_nedsatt_arbeidsevne_2025-11.xlsx", "\n",
    "\n7: 2025 | Telemark kommuner | Fyresdal | Kvinner | Alle aldre | 202510 | <10> <25> <6.7>\n", 198, 0 },
  { "xlsx", "telemark/ssb_utenfor_arbeid_og_utdanning_2023.xlsx", "\n",
    ": 3825 | Vinje | Telemark | I alt | 15-29 år | <641> <54> <587>\n", 945, 1 },
  { "tidy", "real/kostra_11875_sykehjemsplasser_2015-2018.csv", "UTF-8, separator ,\n",
    ": 0706 | Sandefjord | 2018 | <NA>\n", 1920, 0 },
  { "fhi-csv", "real/fhi_ungdata_psykiske_plager_telemark.csv", "UTF-8, separator ,\n",
    ": Skien | 2016 | kjønn samlet | 8-10.trinn | plaget | Total SØR | andel (prosent, standardisert) | <.>\n", 570,
    0 },
  { "klass-csv", "real/klass_131_endringer_2019-2020.csv", "windows-1252, separator ;\n",
    ": 1850 - Tysfjord - Divtasvuodna | 1806 - Narvik | 1 |\n", 313, 0 },
  { "pxweb-csv", "telemark/folketall.csv", "UTF-8, separator ,\n", ": Vinje | Personer | 2007 | <3684>\n", 340, 0 },
  { "fhi-csv", "telemark/fhi_psykiske_symptomer_primaerhelse.csv", "UTF-8, separator ,\n",
    ": Hele landet | 2017 | kjønn samlet | 0-74 år | Psykiske symptomer og lidelser | per 1000, standardisert | "
    "<150.885125095111>\n",
    10944, 0 },
  { "fhi-csv", "telemark/fhi_ungdata_fornoyd_med_helsa.csv", "UTF-8, separator ,\n", " | <71.3389756944445>\n", 570,
    0 },
  { "fhi-csv", "telemark/fhi_ungdata_smertestillende.csv", "UTF-8, separator ,\n", " | <17.2544763971785>\n", 570, 0 },
  { "tidy", "telemark/trangboddhet.csv", "UTF-8, separator ,\n",
    ": 00 | Hele landet | 2015-01-01 | alle aldre | totalt | <0.103350755704193>\n", 380, 0 },
  { "tidy", "telemark/barnehagedekning.csv", "UTF-8, separator ,\n", ": 00 | Landet | 2020-01-01 | <0.927>\n", 114, 0 },
  { "tidy", "telemark/barnevern_andel_0-17.csv", "UTF-8, separator ,\n",
    ": Hele landet | 2015-01-01 | Kjønn samlet | 0-17 | <0.043>\n", 190, 0 },
  { "crosstab", "telemark/ssb_utdanningsniva_telemark_og_landet.csv", "UTF-8, separator ,\n",
    ": Høyere utdanning | Telemark | <31", 12, 0 },
  { "klass-csv", "real/klass_131_endringer_2019-2020.csv", "windows-1252, separator ;\n", "Halden | 0 |\n", 313, 0 },
};

static void
test_real (gconstpointer data) {
  guint number = GPOINTER_TO_UINT (data), n_rows = 0, n_bad = 0;
  g_autofree char *relative = g_build_filename ("data", real_files[number].file, NULL);
  g_autofree char *path = shared_path (relative);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the shared data are not here");
    return;
  }
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = dump_cells (ut_importer_find (real_files[number].format), path, &no_hints, &error);
  g_assert_no_error (error);
  g_assert_true (ut_importer_detect (path, NULL, NULL) == ut_importer_find (real_files[number].format));
  g_assert_true (g_str_has_prefix (cells, real_files[number].form));
  if (strstr (cells, real_files[number].row) == NULL)
    g_test_message ("%s lacks %s", real_files[number].file, real_files[number].row);
  g_assert_nonnull (strstr (cells, real_files[number].row));
  const char *end = cells + strlen (cells), *stop;
  for (const char *line = cells; line < end; line = stop + 1) {
    stop = memchr (line, '\n', (gsize) (end - line));
    n_rows += g_ascii_isdigit (*line);
    n_bad += g_strstr_len (line, MIN (stop - line, 16), ": bad: ") != NULL;
  }
  g_assert_cmpuint (n_rows, ==, real_files[number].n_rows);
  g_assert_cmpuint (n_bad, ==, real_files[number].n_bad);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_test_add_func ("/import/formats/fixtures", test_every_format_has_fixtures);
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    g_autoptr (GPtrArray) paths = list_fixtures (importer->name);
    for (guint i = 0; i < paths->len; i++) {
      char *path = g_strdup (g_ptr_array_index (paths, i));
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *name = g_strdup_printf ("/import/formats/%s/%s", importer->name, base);
      g_ptr_array_add (all, path);
      g_test_add_data_func (name, path, test_fixture);
    }
  }
  g_test_add_func ("/import/formats/detect", test_detects);
  g_test_add_func ("/import/formats/truncated", test_truncated);
  g_test_add_func ("/import/formats/missing", test_missing_file);
  g_test_add_func ("/import/formats/hints", test_hints);
  for (guint i = 0; i < G_N_ELEMENTS (real_files); i++) {
    g_autofree char *name = g_strdup_printf ("/import/formats/real/%u/%s", i, real_files[i].file);
    g_test_add_data_func (name, GUINT_TO_POINTER (i), test_real);
  }
  return g_test_run ();
}
