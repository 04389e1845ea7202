#include "places.h"

#include <glib/gstdio.h>

static char *
bundled (void) {
  return g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "datasets", "inndeling", NULL);
}

UtRegions *
places_load (void) {
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = bundled ();
  UtRegions *regions = ut_regions_load (dir, &error);
  g_assert_no_error (error);
  return regions;
}

void
places_copy (const char *root) {
  g_autofree char *source = bundled (), *target = g_build_filename (root, "datasets", "inndeling", NULL);
  g_assert_cmpint (g_mkdir_with_parents (target, 0777), ==, 0);
  g_autoptr (GDir) dir = g_dir_open (source, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_suffix (name, ".csv"))
      continue;
    g_autofree char *from = g_build_filename (source, name, NULL), *to = g_build_filename (target, name, NULL),
                    *text = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (from, &text, &length, NULL));
    g_assert_true (g_file_set_contents (to, text, (gssize) length, NULL));
  }
}
