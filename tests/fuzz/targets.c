#include "targets.h"

#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>
#include <utsyn/indicator.h>
#include <utsyn/number.h>
#include <utsyn/period.h>

#include "base/yaml.h"
#include "import/importer.h"
#include "import/label/ages.h"
#include "import/label/cell.h"
#include "import/label/odd_cell.h"
#include "import/label/period.h"
#include "import/label/region.h"

/* Grammars */

static void
fuzz_number (const char *text) {
  static const UtDecimalMark marks[] = { UT_DECIMAL_POINT, UT_DECIMAL_COMMA };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    double value, again;
    if (!ut_number_parse (text, marks[i], &value))
      continue;
    g_assert_true (isfinite (value));
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    if (fabs (value) < 1e15) {
      g_ascii_formatd (digits, sizeof digits, "%.6f", value);
      g_assert_true (ut_number_parse (digits, UT_DECIMAL_POINT, &again));
      g_assert_true (fabs (again - value) <= 1e-6);
    }
  }
}

static void
fuzz_cell (const char *text) {
  UtCellFigure figure;
  gboolean readable = ut_cell_read (text, &ut_notation_general, UT_DECIMAL_COMMA, &figure);
  g_assert_true (isfinite (figure.value) == (readable && figure.status == UT_STATUS_OK));
  g_assert_true (figure.decimals >= 0);
  if (readable && *text != '\0')
    g_assert_true (ut_cell_is_figure (text));
  g_assert_false (ut_odd_cell_is_span (text) && ut_odd_cell_is (text));
}

static void
fuzz_period (const char *text) {
  UtPeriod period;
  if (!ut_period_label_read (text, &period))
    return;
  g_assert_cmpint (period.kind, !=, UT_PERIOD_NONE);
  g_assert_cmpint (period.first_year, <=, period.last_year);
  for (int language = 0; language < UT_N_LANGUAGES; language++) {
    g_autofree char *shown = ut_period_format (period, (UtLanguage) language);
    g_assert_true (*shown != '\0');
  }
  g_assert_true (ut_period_compare (period, period) == 0);
}

/* Two cells with a bar between them, and as many headings before them. */
static void
fuzz_pair (const char *text) {
  g_auto (GStrv) parts = g_strsplit (text, "|", 4);
  UtPeriod period;
  if (g_strv_length (parts) < 4)
    return;
  const char *headings[] = { parts[0], parts[1] }, *cells[] = { parts[2], parts[3] };
  if (!ut_period_pair_read (cells, headings, &period))
    return;
  g_assert_cmpint (period.kind, !=, UT_PERIOD_NONE);
  g_assert_cmpint (period.first_year, <=, period.last_year);
}

static void
fuzz_region (const char *text) {
  UtRegionLabel label;
  ut_region_label_read (text, &label);
  g_assert_true (label.kind != UT_LABEL_NAME || label.name != NULL);
  g_assert_true (label.kind != UT_LABEL_CODE || *label.code != '\0');
  ut_region_label_clear (&label);
  ut_region_label_is_marked_code (text);
}

/* Intervals with a bar between them, and the whole they are to make up first. */
static void
fuzz_ages (const char *text) {
  g_auto (GStrv) parts = g_strsplit (text, "|", 64);
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (UtAges));
  UtAges whole;
  if (parts[0] == NULL || !ut_ages_read (parts[0], TRUE, &whole))
    return;
  g_assert_cmpint (whole.first, <=, whole.last);
  for (char **part = parts + 1; *part != NULL; part++) {
    UtAges ages;
    if (ut_ages_read (*part, TRUE, &ages))
      g_array_append_val (intervals, ages);
  }
  g_autoptr (GArray) tiles = ut_ages_tile (intervals, whole);
  int next = whole.first;
  for (guint i = 0; tiles != NULL && i < tiles->len; i++) {
    const UtAges *tile = &g_array_index (intervals, UtAges, g_array_index (tiles, guint, i));
    g_assert_cmpint (tile->first, ==, next);
    next = tile->last + 1;
  }
  g_assert_true (tiles == NULL || next == whole.last + 1);
}

static void
fuzz_heading (const char *text) {
  g_autofree char *contents = NULL, *period = NULL;
  UtPeriod parsed;
  if (!ut_period_heading_split (text, &contents, &period))
    return;
  g_assert_true (ut_period_label_read (period, &parsed));
  g_assert_cmpuint (strlen (contents) + strlen (period), <=, strlen (text));
}

static const struct {
  const char *name;
  void (*run) (const char *text);
} grammars[] = {
  { "number", fuzz_number }, { "cell", fuzz_cell },       { "period", fuzz_period }, { "pair", fuzz_pair },
  { "region", fuzz_region }, { "heading", fuzz_heading }, { "ages", fuzz_ages },
};

/* Files */

/* The bytes as a file that has a path. */
static int
make_file (const guint8 *bytes, gsize n_bytes, char *path, gsize n_path) {
  int file = memfd_create ("utsyn-fuzz", 0);
  g_assert_cmpint (file, >=, 0);
  for (gsize done = 0; done < n_bytes;) {
    gssize n = write (file, bytes + done, n_bytes - done);
    g_assert_cmpint (n, >, 0);
    done += (gsize) n;
  }
  g_snprintf (path, n_path, "/proc/self/fd/%d", file);
  return file;
}

typedef struct {
  guint n_dimensions, n_columns;
  UtDictionary *const *dictionaries;
  gboolean told;
} Reading;

static void
check_text (const char *text) {
  g_assert_true (text != NULL && g_utf8_validate (text, -1, NULL));
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Reading *reading = user;
  (void) error;
  reading->told = TRUE;
  reading->n_dimensions = layout->n_dimensions;
  reading->n_columns = layout->n_columns;
  g_assert_cmpint (layout->region_dimension, <, (int) layout->n_dimensions);
  g_assert_cmpint (layout->period_dimension, <, (int) layout->n_dimensions);
  for (guint i = 0; i < layout->n_dimensions; i++)
    g_assert_nonnull (layout->dimensions[i]);
  for (guint i = 0; i < layout->n_columns; i++)
    g_assert_true (layout->columns[i].name != NULL && layout->columns[i].contents != NULL);
  return TRUE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  Reading *reading = user;
  g_assert_true (reading->told);
  reading->dictionaries = dictionaries;
  return reading;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  const Reading *reading = user;
  for (guint i = 0; i < reading->n_dimensions; i++) {
    g_assert_cmpuint (row->labels[i], <, ut_dictionary_count (reading->dictionaries[i]));
    check_text (ut_dictionary_label (reading->dictionaries[i], row->labels[i]));
  }
  for (guint i = 0; i < reading->n_columns; i++)
    check_text (row->values[i]);
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  (void) user;
  (void) line;
  g_assert_true (why != NULL && *why != '\0');
}

static void
fuzz_importer (const UtImporter *importer, const guint8 *bytes, gsize n_bytes) {
  char path[64];
  int file = make_file (bytes, n_bytes, path, sizeof path);
  Reading reading = { 0 };
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &reading };
  const UtReadHints hints = { .shown = "file" };
  UtFileForm form = { 0 };
  g_autoptr (GError) error = NULL, trouble = NULL;
  ut_importer_detect (path, NULL, &trouble);
  gboolean done = importer->read (path, &hints, &sink, &form, &error);
  g_assert_true (done == (error == NULL));
  close (file);
}

/* Definitions, and a file nobody has said anything of */

static void
fuzz_yaml (const guint8 *bytes, gsize n_bytes) {
  char path[64];
  int file = make_file (bytes, n_bytes, path, sizeof path);
  g_autoptr (GError) error = NULL;
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, "file.yaml", &error);
  g_assert_true ((yaml != NULL) == (error == NULL));
  close (file);
}

/* A project's folder with one file in it, written anew for each run and there until the program ends. */
static char *
place_file (const char *folder, const char *name, const guint8 *bytes, gsize n_bytes) {
  static char *root;
  if (root == NULL)
    root = g_dir_make_tmp ("utsyn-fuzz-XXXXXX", NULL);
  g_assert_nonnull (root);
  g_autofree char *within = g_build_filename (root, folder, NULL), *path = g_build_filename (within, name, NULL);
  g_mkdir_with_parents (within, 0700);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) n_bytes, NULL));
  return g_strdup (root);
}

static void
fuzz_catalogue (const guint8 *bytes, gsize n_bytes) {
  g_autofree char *root = place_file ("catalogue", "a.yaml", bytes, n_bytes);
  g_autofree char *folder = g_build_filename (root, "catalogue", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (UtCatalogue) catalogue = ut_catalogue_load (folder, &error);
  g_assert_true ((catalogue != NULL) == (error == NULL));
}

static void
fuzz_dataset (const guint8 *bytes, gsize n_bytes) {
  g_autofree char *root = place_file ("datasets/prove", "dataset.yaml", bytes, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) datasets = ut_datasets_load (root, &error);
  g_assert_true ((datasets != NULL) == (error == NULL));
}

static void
fuzz_inspect (const guint8 *bytes, gsize n_bytes) {
  static UtRegions *regions;
  if (regions == NULL) {
    const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
    g_autofree char *folder = g_build_filename (root != NULL ? root : ".", "datasets", "inndeling", NULL);
    regions = ut_regions_load (folder, NULL);
  }
  g_assert_nonnull (regions);
  char path[64];
  int file = make_file (bytes, n_bytes, path, sizeof path);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UtInspection) inspection = ut_inspect (path, regions, findings, &error);
  g_assert_true ((inspection != NULL) == (error == NULL));
  /* What it proposes must be a dataset.yaml that can be read. */
  g_autoptr (UtProposal) proposal = inspection != NULL ? ut_inspection_propose (inspection, path, regions) : NULL;
  g_autoptr (UtYaml) yaml = proposal != NULL ? ut_yaml_parse (proposal->yaml, -1, "dataset.yaml", NULL) : NULL;
  g_assert_true ((inspection != NULL) == (yaml != NULL));
  close (file);
}

static const struct {
  const char *name;
  void (*run) (const guint8 *bytes, gsize n_bytes);
} wholes[] = {
  { "yaml", fuzz_yaml },
  { "catalogue", fuzz_catalogue },
  { "dataset", fuzz_dataset },
  { "inspect", fuzz_inspect },
};

/* The table */

static void
clear_target (gpointer data) {
  FuzzTarget *target = data;
  g_free (target->name);
  g_free (target->seeds);
}

static void
add_target (GArray *targets, const char *name, char *seeds) {
  const FuzzTarget target = { g_strdup (name), seeds };
  g_array_append_val (targets, target);
}

GArray *
fuzz_targets (void) {
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (FuzzTarget));
  g_array_set_clear_func (targets, clear_target);
  for (gsize i = 0; i < G_N_ELEMENTS (grammars); i++)
    add_target (targets, grammars[i].name, g_build_filename ("tests/fuzz/seeds", grammars[i].name, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    add_target (targets, wholes[i].name, g_build_filename ("tests/fuzz/seeds", wholes[i].name, NULL));
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++)
    add_target (targets, importer->name, g_build_filename ("tests/import/fixtures", importer->name, NULL));
  return targets;
}

gboolean
fuzz_run (const char *name, const guint8 *bytes, gsize n_bytes) {
  for (gsize i = 0; i < G_N_ELEMENTS (grammars); i++)
    if (strcmp (name, grammars[i].name) == 0) {
      /* A cell is valid UTF-8 without NUL before any grammar sees it. */
      g_autofree char *text = g_strndup ((const char *) bytes, n_bytes);
      if (g_utf8_validate (text, -1, NULL))
        grammars[i].run (text);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (strcmp (name, wholes[i].name) == 0) {
      wholes[i].run (bytes, n_bytes);
      return TRUE;
    }
  const UtImporter *importer = ut_importer_find (name);
  if (importer != NULL)
    fuzz_importer (importer, bytes, n_bytes);
  return importer != NULL;
}
