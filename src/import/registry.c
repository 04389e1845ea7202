#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/decode.h"
#include "import/formats.h"
#include "import/importer.h"
#include "import/sign.h"

#define HEAD_BYTES (64 * 1024)

const UtImporter ut_importer_table[] = {
  { .name = "tidy",
    .help = N_ ("a table with one header row; dataset.yaml names the columns of figures"),
    .decimal = UT_DECIMAL_POINT,
    .detect = ut_tidy_detect,
    .read = ut_tidy_read,
    .sign = ut_sign_ssb },
  { .name = "pxweb-csv",
    .help = N_ ("Statistics Norway's StatBank, CSV"),
    .decimal = UT_DECIMAL_POINT,
    .detect = ut_pxweb_csv_detect,
    .read = ut_pxweb_csv_read,
    .sign = ut_sign_ssb },
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

const UtImporter *
ut_importer_detect (const char *path, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) local = NULL;
  if (!g_file_get_contents (path, &bytes, &n_bytes, &local)) {
    g_set_error_literal (error, UT_ERROR, UT_ERROR_IO, local->message);
    return NULL;
  }
  const char *encoding;
  g_autoptr (GString) head = ut_decode (bytes, MIN (n_bytes, HEAD_BYTES), &encoding);
  const UtImporter *best = NULL;
  int best_score = 0;
  for (const UtImporter *importer = ut_importer_table; importer->name != NULL; importer++) {
    int score = importer->detect (head->str, head->len);
    if (score > best_score) {
      best = importer;
      best_score = score;
    }
  }
  return best;
}
