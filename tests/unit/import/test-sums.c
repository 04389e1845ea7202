#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "../places.h"
#include "import/label/ages.h"
#include "import/label/total.h"

static UtRegions *regions;

static void
test_ages (void) {
  static const struct {
    const char *label;
    gboolean halves;
    int first, last; /* -1: no ages */
  } cases[] = {
    { "0 år", FALSE, 0, 0 },
    { "000", FALSE, 0, 0 },
    { "017", FALSE, 17, 17 },
    { "0-5 år", FALSE, 0, 5 },
    { "16–17 år", FALSE, 16, 17 },
    { "0 - 17 år", FALSE, 0, 17 },
    { "0_17", FALSE, 0, 17 },
    { "5 år - 9 år", FALSE, 5, 9 },
    { "15-74 years", FALSE, 15, 74 },
    { "15 til 24 år", FALSE, 15, 24 },
    { "1 year", FALSE, 1, 1 },
    { "80+", FALSE, 80, UT_AGE_OPEN },
    { "105 år eller eldre", FALSE, 105, UT_AGE_OPEN },
    { "67 years or older", FALSE, 67, UT_AGE_OPEN },
    { "under 18 år", FALSE, 0, 17 },
    { "0_17 - 0 - 17 år", TRUE, 0, 17 },
    { "F05 - 5-9 år", TRUE, 5, 9 },
    { "Alle aldre", FALSE, -1, 0 },
    { "2021-2023", FALSE, -1, 0 },
    { "5. trinn", FALSE, -1, 0 },
    { "17-0 år", FALSE, -1, 0 },
    { "0301", FALSE, -1, 0 },
    { "", FALSE, -1, 0 },
    { "5-", FALSE, -1, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtAges ages;
    gboolean are = ut_ages_read (cases[i].label, cases[i].halves, &ages);
    if (are != (cases[i].first >= 0) || (are && (ages.first != cases[i].first || ages.last != cases[i].last)))
      g_error ("“%s” was read as %d, %d–%d", cases[i].label, are, ages.first, ages.last);
  }
}

static void
test_totals (void) {
  static const struct {
    const char *label, *heading;
    gboolean is;
  } cases[] = {
    { "Alle aldre", "Alder", TRUE },
    { "Begge kjønn", "Kjønn", TRUE },
    { "kjønn samlet", "Kjønn", TRUE },
    { "I alt", "Status", TRUE },
    { "Alle eierformer", "Eierform", TRUE },
    { "totalt", "Utdanning", TRUE },
    { "Both sexes", "sex", TRUE },
    { "Arbeidsledige i alt", "Status", FALSE },
    { "Heltid", "Status", FALSE },
    { "Alt-right", "Parti", FALSE },
    { "i", "Kjønn", FALSE },
    { "", "Kjønn", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ut_label_is_total (cases[i].label, cases[i].heading) != cases[i].is)
      g_error ("“%s” of “%s”", cases[i].label, cases[i].heading);
}

typedef struct {
  char *root;
  UtCatalogue *catalogue;
} Project;

static void
write_file (const Project *p, const char *relative, const char *text) {
  g_autofree char *path = g_build_filename (p->root, relative, NULL), *folder = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
start (Project *p) {
  g_autoptr (GError) error = NULL;
  p->root = g_dir_make_tmp ("utsyn-sums-XXXXXX", NULL);
  write_file (p, "indicators/a.yaml",
              "theme: a\nname: A\nindicators:\n"
              "  - {id: barn, name: Barn, short: Barn, definition: Barn, measure: count, polarity: neutral, suppress: "
              "none, source: x}\n"
              "  - {id: del, name: Del, short: Del, definition: Del, measure: proportion, polarity: low, suppress: "
              "none, source: x}\n");
  g_autofree char *indicators = g_build_filename (p->root, "indicators", NULL);
  p->catalogue = ut_catalogue_load (indicators, &error);
  g_assert_no_error (error);
}

static void
end (Project *p) {
  static const char *const files[] = { "indicators/a.yaml", "datasets/d/dataset.yaml",
                                       "datasets/d/a.csv",  "datasets/d/b.csv",
                                       "datasets/d",        "datasets",
                                       "indicators",        "" };
  ut_catalogue_free (p->catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (p->root, files[i], NULL);
    g_remove (path);
  }
  g_free (p->root);
}

/* "CODE=VALUE" of each row of 2024, "n" without a figure; else the error. */
static char *
import (Project *p, const char *indicator, const char *selection, GError **error) {
  g_autofree char *yaml = g_strdup_printf ("id: d\nsource: x\ntitle: x\nlicence: x\nformat: tidy\nobservations:\n"
                                           "  - {indicator: %s, region: kode, period: {column: år}, %s}\n",
                                           indicator, selection);
  write_file (p, "datasets/d/dataset.yaml", yaml);
  g_autoptr (UtDataset) dataset = ut_dataset_load (p->root, "datasets/d", error);
  g_assert_no_error (*error);
  g_autoptr (GPtrArray) datasets = g_ptr_array_new ();
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_ptr_array_add (datasets, dataset);
  g_autoptr (UtTable) table = ut_import_datasets (p->root, datasets, p->catalogue, regions, findings, NULL, error);
  GString *text = g_string_new (NULL);
  for (gsize i = 0; table != NULL && i < table->n_rows; i++) {
    const char *code = ut_regions_get (regions, table->region[i])->code;
    if (isnan (table->value[i]))
      g_string_append_printf (text, " %s%s", code, ut_status_sign (table->status[i]));
    else {
      char figure[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append_printf (text, " %s=%s", code, g_ascii_formatd (figure, sizeof figure, "%g", table->value[i]));
    }
  }
  return g_string_free (text, FALSE);
}

static void
check (Project *p, const char *indicator, const char *selection, const char *expected) {
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = import (p, indicator, selection, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
check_refused (Project *p, const char *indicator, const char *selection, const char *word) {
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = import (p, indicator, selection, &error);
  if (error == NULL)
    g_error ("%s: %s", selection, rows);
  if (strstr (error->message, word) == NULL)
    g_error ("no “%s” in: %s", word, error->message);
}

#define AGES                                                                                                           \
  "kode;alder;kjønn;år;antall\n"                                                                                     \
  "4003;0-5 år;Menn;2024;10\n4003;6-15 år;Menn;2024;20\n4003;16–17 år;Menn;2024;5\n4003;18 år eller "            \
  "eldre;Menn;2024;100\n"                                                                                              \
  "4003;0-5 år;Kvinner;2024;11\n4003;6-15 år;Kvinner;2024;21\n4003;16–17 år;Kvinner;2024;6\n"                     \
  "4003;18 år eller eldre;Kvinner;2024;102\n4001;0-5 år;Menn;2024;7\n4001;6-15 år;Menn;2024;:\n"                    \
  "4001;16–17 år;Menn;2024;4\n4001;18 år eller eldre;Menn;2024;40\n4001;0-5 år;Kvinner;2024;1\n"                  \
  "4001;16–17 år;Kvinner;2024;3\n4001;18 år eller eldre;Kvinner;2024;33\n"

/* A part that is hidden or not there makes the sum missing, never less. */
static void
test_ranges (void) {
  Project p;
  start (&p);
  write_file (&p, "datasets/d/a.csv", AGES);
  check (&p, "barn", "value: antall, select: {alder: 0-17, kjønn: Menn}", " 4001: 4003=35");
  check (&p, "barn", "value: antall, select: {alder: 0-17, kjønn: all}", " 4001: 4003=73");
  check (&p, "barn", "value: antall, select: {alder: 0-17, kjønn: Kvinner}", " 4001.. 4003=38");
  check (&p, "barn", "value: antall, select: {alder: [0-5, 16-17], kjønn: Menn}", " 4001=11 4003=15");
  check (&p, "barn", "value: antall, select: {alder: 18+, kjønn: all}", " 4001=73 4003=202");
  check (&p, "barn", "value: antall, select: {alder: 0-5 år, kjønn: Menn}", " 4001=7 4003=10");
  check (&p, "del", "select: {kjønn: Menn}, numerator: {alder: [0-15, 16-17]}, denominator: {alder: all}",
         " 4001: 4003=25.9259");
  check_refused (&p, "barn", "value: antall, select: {alder: 0-12, kjønn: Menn}", "0-5, 0-15");
  check_refused (&p, "barn", "value: antall, select: {alder: 3-15, kjønn: Menn}", "begin");
  check_refused (&p, "barn", "value: antall, select: {alder: [0-5, 0-15], kjønn: Menn}", "overlap");
  check_refused (&p, "barn", "value: antall, select: {alder: [0-15, ukjent], kjønn: Menn}", "'ukjent'");
  check_refused (&p, "del", "value: antall, select: {alder: 0-17, kjønn: Menn}", "no count");
  end (&p);
}

/* The same ages written in another way are the same terms; other ages are told. */
static void
test_several_files (void) {
  Project p;
  start (&p);
  write_file (&p, "datasets/d/a.csv", "kode;alder;år;antall\n4003;000;2023;1\n4003;001;2023;2\n4003;002;2023;3\n");
  write_file (&p, "datasets/d/b.csv", "kode;alder;år;antall\n4003;0 år;2024;4\n4003;1 år;2024;5\n4003;2 år;2024;6\n");
  check (&p, "barn", "value: antall, select: {alder: 0-1}", " 4003=3 4003=9");
  write_file (&p, "datasets/d/b.csv", "kode;alder;år;antall\n4003;0-1 år;2024;9\n4003;2 år;2024;6\n");
  check_refused (&p, "barn", "value: antall, select: {alder: 0-1}", "b.csv");
  /* What one file has as a label is that label in all of them. */
  write_file (&p, "datasets/d/a.csv", "kode;alder;år;antall\n4003;0-1;2023;1\n4003;2;2023;3\n");
  write_file (&p, "datasets/d/b.csv", "kode;alder;år;antall\n4003;0;2024;4\n4003;1;2024;5\n");
  check (&p, "barn", "value: antall, select: {alder: 0-1}", " 4003=1");
  end (&p);
}

#define HOMES(label)                                                                                                   \
  "kode;type;år;antall\n"                                                                                             \
  "4003;" label ";2024;10\n4003;Enebolig;2024;7\n4003;Rekkehus;2024;3\n4003;Blokk;2024;2\n"                            \
  "4001;" label ";2024;20\n4001;Enebolig;2024;17\n4001;Rekkehus;2024;3\n4001;Blokk;2024;4\n"                           \
  "4005;" label ";2024;40\n4005;Enebolig;2024;17\n4005;Rekkehus;2024;23\n4005;Blokk;2024;9\n"

/* A total is counted once, whether a word tells it or only its figures do. */
static void
test_all (void) {
  Project p;
  start (&p);
  write_file (&p, "datasets/d/a.csv", HOMES ("Alle typer"));
  check (&p, "barn", "value: antall, select: {type: all}", " 4001=20 4003=10 4005=40");
  write_file (&p, "datasets/d/a.csv", HOMES ("Småhus"));
  check_refused (&p, "barn", "value: antall, select: {type: all}", "'Småhus' is the sum of 'Enebolig' to 'Rekkehus'");
  write_file (&p, "datasets/d/a.csv",
              "kode;type;år;antall\n4003;A;2024;1\n4003;B;2024;2\n4001;A;2024;4\n4001;B;2024;8\n");
  check (&p, "barn", "value: antall, select: {type: all}", " 4001=12 4003=3");
  write_file (&p, "datasets/d/a.csv", "kode;type;år;antall\n4003;;2024;3\n4003;A;2024;1\n4003;B;2024;2\n");
  check_refused (&p, "barn", "value: antall, select: {type: all}", "nothing stands");
  write_file (&p, "datasets/d/a.csv", "kode;type;år;antall\n4003;I alt;2024;3\n4003;Totalt;2024;1\n");
  check_refused (&p, "barn", "value: antall, select: {type: all}", "two totals");
  write_file (&p, "datasets/d/a.csv", "kode;type;år;antall\n4003;all;2024;3\n4003;A;2024;1\n");
  check (&p, "barn", "value: antall, select: {type: all}", " 4003=3");
  end (&p);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  regions = places_load ();
  g_test_add_func ("/import/sums/ages", test_ages);
  g_test_add_func ("/import/sums/totals", test_totals);
  g_test_add_func ("/import/sums/ranges", test_ranges);
  g_test_add_func ("/import/sums/several-files", test_several_files);
  g_test_add_func ("/import/sums/all", test_all);
  int status = g_test_run ();
  ut_regions_free (regions);
  return status;
}
