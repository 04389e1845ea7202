#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "import/content.h"
#include "import/decode.h"
#include "import/formats.h"
#include "import/importer.h"

#define HEAD_BYTES (64 * 1024)

const UtImporter ut_importer_table[] = {
  { .name = "tidy",
    .help = N_ ("a table with one header row; dataset.yaml names the columns of figures"),
    .profile = &ut_profile_general,
    .detect = ut_tidy_detect,
    .read = ut_tidy_read },
  { .name = "pxweb-csv",
    .help = N_ ("Statistics Norway's StatBank, CSV"),
    .profile = &ut_profile_ssb,
    .shared = TRUE,
    .detect = ut_pxweb_csv_detect,
    .read = ut_pxweb_csv_read },
  { .name = "px",
    .help = N_ ("PC-Axis files (.px) of Statistics Norway and other agencies"),
    .profile = &ut_profile_ssb,
    .shared = TRUE,
    .exact = TRUE,
    .detect = ut_px_detect,
    .read = ut_px_read },
  { .name = "json-stat",
    .help = N_ ("JSON-stat 1 and 2 of Statistics Norway and other agencies"),
    .profile = &ut_profile_ssb,
    .shared = TRUE,
    .exact = TRUE,
    .detect = ut_json_stat_detect,
    .read = ut_json_stat_read },
  { .name = "fhi-json-stat",
    .help = N_ ("JSON-stat of the Norwegian Institute of Public Health"),
    .profile = &ut_profile_fhi,
    .exact = TRUE,
    .detect = ut_fhi_json_stat_detect,
    .read = ut_fhi_json_stat_read },
  { .name = "udir-json",
    .help = N_ ("the Directorate for Education's data API, JSON"),
    .profile = &ut_profile_udir,
    .detect = ut_udir_json_detect,
    .read = ut_udir_json_read },
  { .name = "geojson",
    .help = N_ ("GeoJSON: the properties of the features; dataset.yaml names the figures"),
    .profile = &ut_profile_general,
    .exact = TRUE,
    .detect = ut_geojson_detect,
    .read = ut_geojson_read },
  { .name = "klass-json",
    .help = N_ ("Statistics Norway's Klass API, JSON: codes, changes, correspondences"),
    .profile = &ut_profile_ssb,
    .exact = TRUE,
    .detect = ut_klass_json_detect,
    .read = ut_klass_json_read },
  { .name = "udir-csv",
    .help = N_ ("the Directorate for Education's statistics bank and Skoleporten, CSV"),
    .profile = &ut_profile_udir,
    .shared = TRUE,
    .detect = ut_udir_csv_detect,
    .read = ut_udir_csv_read },
  { .name = "nav-csv",
    .help = N_ ("NAV's tables of unemployment and benefits, CSV"),
    .profile = &ut_profile_nav,
    .shared = TRUE,
    .detect = ut_nav_csv_detect,
    .read = ut_nav_csv_read },
  { .name = "klass-csv",
    .help = N_ ("Statistics Norway's Klass: codes, changes and correspondences, CSV"),
    .profile = &ut_profile_ssb,
    .detect = ut_klass_csv_detect,
    .read = ut_klass_csv_read },
  { .name = "fhi-csv",
    .help = N_ ("FHI's statistics and health profiles, CSV"),
    .profile = &ut_profile_fhi,
    .shared = TRUE,
    .detect = ut_fhi_csv_detect,
    .read = ut_fhi_csv_read },
  { .name = "imdi",
    .help = N_ ("IMDi: several heading rows of dimension and value"),
    .profile = &ut_profile_imdi,
    .detect = ut_imdi_detect,
    .read = ut_imdi_read },
  { .name = "crosstab",
    .help = N_ ("a table for reading: places across, or titles and groups above the headings"),
    .profile = &ut_profile_general,
    .detect = ut_crosstab_detect,
    .read = ut_crosstab_read },
  { .name = "xlsx",
    .help = N_ ("workbook (Excel): every sheet with figures"),
    .profile = &ut_profile_general,
    .detect = ut_xlsx_detect,
    .read = ut_xlsx_read },
  { .name = NULL },
};

guint
ut_importers_count (void) {
  return G_N_ELEMENTS (ut_importer_table) - 1;
}

UtImporterInfo
ut_importers_get (guint i) {
  return (UtImporterInfo){ .name = ut_importer_table[i].name, .help = ut_importer_table[i].help };
}

const UtImporter *
ut_importer_find (const char *name) {
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++)
    if (strcmp (importer->name, name) == 0)
      return importer;
  return NULL;
}

/* The first bytes of a file; `n_bytes` is how many there are. */
static char *
read_head (const char *path, gsize *n_bytes, GError **error) {
  g_autofree char *bytes = g_malloc (HEAD_BYTES);
  g_autoptr (GError) trouble = NULL;
  FILE *file = ut_input_stream (path, &trouble);
  *n_bytes = file != NULL ? fread (bytes, 1, HEAD_BYTES, file) : 0;
  gboolean failed = file == NULL || ferror (file) != 0;
  if (failed)
    g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", path,
                 trouble != NULL ? ut_reason_error (trouble) : ut_reason_errno (errno));
  if (file != NULL)
    fclose (file);
  return failed ? NULL : g_steal_pointer (&bytes);
}

typedef struct {
  UtFileHead head;
  char *bytes;
  GString *text;
} Beginning;

static void
clear_beginning (Beginning *beginning) {
  g_clear_pointer (&beginning->bytes, g_free);
  if (beginning->text != NULL)
    g_string_free (beginning->text, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beginning, clear_beginning)

static gboolean
read_beginning (const char *path, Beginning *beginning, GError **error) {
  const char *encoding;
  gsize n_bytes;
  beginning->bytes = read_head (path, &n_bytes, error);
  if (beginning->bytes == NULL)
    return FALSE;
  beginning->text = ut_decode (beginning->bytes, n_bytes, &encoding);
  beginning->head = (UtFileHead){ .path = path,
                                  .bytes = (const guint8 *) beginning->bytes,
                                  .n_bytes = n_bytes,
                                  .text = beginning->text->str,
                                  .length = beginning->text->len };
  return TRUE;
}

const UtImporter *
ut_importer_detect (const char *path, GError **error) {
  g_auto (Beginning) beginning = { 0 };
  if (!read_beginning (path, &beginning, error))
    return NULL;
  const UtImporter *best = NULL;
  int best_score = 0;
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    int score = importer->detect (&beginning.head);
    if (score > best_score) {
      best = importer;
      best_score = score;
    }
  }
  return best;
}

char *
ut_importer_explain (const char *path) {
  g_auto (Beginning) beginning = { 0 };
  return read_beginning (path, &beginning, NULL) ? ut_content_explain (&beginning.head) : NULL;
}

void
ut_file_form_set_source (UtFileForm *form, const char *source) {
  if (*form->source != '\0' || source == NULL || strlen (source) >= sizeof form->source
      || !g_utf8_validate (source, -1, NULL))
    return;
  g_strlcpy (form->source, source, sizeof form->source);
}
