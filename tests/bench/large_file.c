#include "large_file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define N_YEARS    26
#define FIRST_YEAR 2000
#define N_AGES     106
#define CHUNK      (1024 * 1024)

static const char *const signs[] = { "..", ".", ":" };

static void
write_row (GString *text, const UtRegion *region, gsize combination, int year, guint random) {
  static const char *const sexes[] = { "Menn", "Kvinner" };
  g_string_append_printf (text, "\"%s %s\";\"%s\";\"%u år\";\"Måltall %u\";\"%d\";", region->code, region->name,
                          sexes[combination % 2], (guint) (combination / 2 % N_AGES),
                          (guint) (combination / 2 / N_AGES), year);
  if (random % 50 == 0)
    g_string_append_printf (text, "%s\n", signs[random / 50 % 3]);
  else
    g_string_append_printf (text, "%u\n", random % 20011);
}

static GPtrArray *
list_regions (const UtRegions *regions) {
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if (region->valid_to == G_MAXINT && region->kind != UT_REGION_OWN)
      g_ptr_array_add (list, (gpointer) region);
  }
  return list;
}

/* Latin-1, as SSB writes it. */
static void
write_latin1 (FILE *file, GString *text) {
  gsize n;
  g_autofree char *bytes
      = g_convert_with_fallback (text->str, (gssize) text->len, "ISO-8859-1", "UTF-8", "?", NULL, &n, NULL);
  if (bytes == NULL || fwrite (bytes, 1, n, file) != n)
    g_error ("%s", g_strerror (errno));
  g_string_truncate (text, 0);
}

static gsize
write_csv (const char *path, const GPtrArray *regions, gsize n_combinations) {
  FILE *file = g_fopen (path, "wb");
  if (file == NULL)
    g_error ("%s: %s", path, g_strerror (errno));
  g_autoptr (GString) text
      = g_string_new ("\"region\";\"kjønn\";\"alder\";\"statistikkvariabel\";\"år\";\"99999: Prøve,\"\n");
  guint random = 1;
  for (guint r = 0; r < regions->len; r++)
    for (gsize c = 0; c < n_combinations; c++) {
      for (int year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++) {
        random = random * 1664525u + 1013904223u;
        write_row (text, g_ptr_array_index (regions, r), c, year, random >> 8);
      }
      if (text->len > CHUNK)
        write_latin1 (file, text);
    }
  write_latin1 (file, text);
  fclose (file);
  return (gsize) regions->len * n_combinations * N_YEARS;
}

static void
write_text (const char *folder, const char *name, const GString *text) {
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

/* An indicator and a mapping for each combination: every row of the file becomes an observation. */
static void
write_definitions (const char *root, const char *folder, gsize n_combinations) {
  g_autoptr (GString) indicators = g_string_new ("theme: prove\nname: Prøve\norder: 1\nindicators:\n");
  g_autoptr (GString) dataset
      = g_string_new ("id: prove\nsource: Syntetisk\ntitle: Syntetisk\nlicence: CC0\nretrieved: 2026-01-01\n"
                      "format: pxweb-csv\nboundaries: 2024\nfiles: [\"*.csv\"]\nobservations:\n");
  for (gsize c = 0; c < n_combinations; c++) {
    g_string_append_printf (indicators,
                            "  - {id: p%zu, name: P, definition: P, measure: count, unit: persons, polarity: neutral, "
                            "suppress: none, source: Syntetisk}\n",
                            c);
    g_string_append_printf (dataset,
                            "  - {indicator: p%zu, select: {kjønn: %s, alder: \"%zu år\", statistikkvariabel: "
                            "\"Måltall %zu\"}, value: \"99999: Prøve,\"}\n",
                            c, c % 2 == 0 ? "Menn" : "Kvinner", c / 2 % N_AGES, c / 2 / N_AGES);
  }
  g_autofree char *catalogue = g_build_filename (root, "indicators", NULL);
  g_mkdir_with_parents (catalogue, 0755);
  write_text (catalogue, "prove.yaml", indicators);
  write_text (folder, "dataset.yaml", dataset);
}

LargeFile
large_file_make (const UtRegions *regions, gsize n_rows) {
  LargeFile sample = { .root = g_dir_make_tmp ("utsyn-bench-XXXXXX", NULL) };
  g_autoptr (GPtrArray) list = list_regions (regions);
  gsize n_combinations = MAX (n_rows / (list->len * N_YEARS), 1);
  g_autofree char *folder = g_build_filename (sample.root, "datasets", "prove", NULL);
  g_mkdir_with_parents (folder, 0755);
  sample.csv = g_build_filename (folder, "prove.csv", NULL);
  sample.n_rows = write_csv (sample.csv, list, n_combinations);
  write_definitions (sample.root, folder, n_combinations);
  return sample;
}

void
large_file_remove (LargeFile *sample) {
  static const char *const files[] = { "datasets/prove/prove.csv",
                                       "datasets/prove/dataset.yaml",
                                       "indicators/prove.yaml",
                                       "datasets/prove",
                                       "datasets",
                                       "indicators" };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (sample->root, files[i], NULL);
    g_remove (path);
  }
  g_remove (sample->root);
  g_free (sample->root);
  g_free (sample->csv);
}
