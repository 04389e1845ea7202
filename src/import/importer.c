#include "import/importer.h"

#include <string.h>
#include <utsyn/import.h>

#include "import/bytes/content.h"

guint
ut_importers_count (void) {
  guint n = 0;
  while (ut_importer_table[n].name != NULL)
    n++;
  return n;
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
ut_importer_detect (const char *path, UtPlaces *places, GError **error) {
  g_autoptr (UtFileHead) head = ut_file_head_read (path, error);
  const UtImporter *best = NULL;
  int best_score = 0;
  for (const UtImporter *importer = ut_importer_table; head != NULL && importer->name != NULL; importer++) {
    int score = importer->detect (head);
    if (places != NULL && importer->detect_by_places != NULL)
      score = MAX (score, importer->detect_by_places (head, places));
    if (score > best_score) {
      best = importer;
      best_score = score;
    }
  }
  return best;
}

char *
ut_importer_explain (const char *path) {
  g_autoptr (UtFileHead) head = ut_file_head_read (path, NULL);
  return head != NULL ? ut_content_explain (head) : NULL;
}
