#include "hostile.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Of the processor, whatever else it is doing. Generous, for a build that looks after its memory is many times slower
 * and larger. */
#define MOST_SECONDS   30
#define MOST_KILOBYTES (192 * 1024)

static char *folder, *path;

void
hostile_begin (void) {
  folder = g_dir_make_tmp ("utsyn-hostile-XXXXXX", NULL);
  path = g_build_filename (folder, "file", NULL);
}

void
hostile_end (void) {
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
}

const char *
hostile_path (void) {
  return path;
}

/* A sink that only looks whether what it is handed is text */

typedef struct {
  guint n_dimensions, n_columns;
  UtDictionary *const *dictionaries;
  HostileAnswer *answer;
} Taking;

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Taking *taking = user;
  (void) error;
  taking->n_dimensions = layout->n_dimensions;
  taking->n_columns = layout->n_columns;
  for (guint i = 0; i < layout->n_dimensions; i++)
    g_assert_true (g_utf8_validate (layout->dimensions[i], -1, NULL));
  return TRUE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  ((Taking *) user)->dictionaries = dictionaries;
  return user;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  const Taking *taking = user;
  for (guint i = 0; i < taking->n_dimensions; i++)
    g_assert_cmpuint (row->labels[i], <, ut_dictionary_count (taking->dictionaries[i]));
  for (guint i = 0; i < taking->n_columns; i++)
    g_assert_true (g_utf8_validate (row->values[i], -1, NULL));
  taking->answer->n_rows++;
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  g_assert_cmpuint (line, >, 0);
  g_assert_true (*why != '\0');
  ((Taking *) user)->answer->n_bad++;
}

/* The most memory held since forget_most. */

static void
forget_most (void) {
  FILE *file = g_fopen ("/proc/self/clear_refs", "w");
  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static guint64
read_status (const char *field) {
  g_autofree char *status = NULL;
  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  const char *at = strstr (status, field);
  g_assert_nonnull (at);
  return g_ascii_strtoull (at + strlen (field), NULL, 10);
}

void
hostile_answer_clear (HostileAnswer *answer) {
  g_clear_error (&answer->error);
}

void
hostile_read (const UtImporter *importer, HostileAnswer *answer) {
  Taking taking = { .answer = answer };
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &taking };
  const UtReadHints hints = { .shown = "file" };
  UtFileForm form = { 0 };
  g_autoptr (GError) trouble = NULL;
  guint64 before = read_status ("VmRSS:");
  forget_most ();
  clock_t start = clock ();
  ut_importer_detect (path, NULL, &trouble);
  gboolean done = importer->read (path, &hints, &sink, &form, &answer->error);
  g_assert_true (done == (answer->error == NULL));
  if (!done && !g_str_has_prefix (answer->error->message, "file"))
    g_error ("no file is named: %s", answer->error->message);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  guint64 most = read_status ("VmHWM:");
  g_test_message ("%.1f s, %" G_GUINT64_FORMAT " kB more", seconds, most > before ? most - before : 0);
  g_assert_cmpfloat (seconds, <, MOST_SECONDS);
  g_assert_cmpuint (most, <, before + MOST_KILOBYTES);
}

void
hostile_read_bytes (const UtImporter *importer, const char *bytes, gsize n_bytes) {
  g_auto (HostileAnswer) answer = { 0 };
  FILE *file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, n_bytes, file), ==, n_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
  hostile_read (importer, &answer);
}
