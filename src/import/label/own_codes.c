#include "import/label/own_codes.h"

#include <string.h>

#include "import/label/region.h"

/* "3807" beside "Skien", and beside "4003". */
static gboolean
is_own_code (UtPlaces *places, const char *label, const char *text) {
  const UtRegion *region
      = ut_regions_find_code (ut_places_regions (places), ut_places_find (places, label, UT_PLACES_TODAY)->code);
  UtRegionLabel parts;
  ut_region_label_read (label, &parts);
  const char *name = parts.name != NULL ? parts.name : region != NULL ? region->name : NULL;
  g_autofree char *both = name != NULL ? g_strdup_printf ("%s %s", text, name) : NULL;
  ut_region_label_clear (&parts);
  return both != NULL && ut_places_know (places, both);
}

void
ut_own_codes_note (UtCodeColumns *columns, guint column, UtPlaces *places, const char *label, const char *text) {
  if (ut_code_columns_note (columns, column, text))
    columns->ruled_out[column] = !is_own_code (places, label, text);
}

/* Whether a column holds own codes alone; `seen` collects them. */
static gboolean
holds_codes (const GPtrArray *all, guint column, GHashTable *seen) {
  for (guint k = 0; k < all->len; k++) {
    const UtCodeColumns *one = g_ptr_array_index (all, k);
    GHashTableIter iter;
    gpointer text;
    if (one->ruled_out[column])
      return FALSE;
    if (one->texts[column] == NULL)
      continue;
    g_hash_table_iter_init (&iter, one->texts[column]);
    while (g_hash_table_iter_next (&iter, &text, NULL))
      g_hash_table_add (seen, text);
  }
  return g_hash_table_size (seen) > 1;
}

int
ut_own_codes_find (const GPtrArray *all) {
  guint n = all->len > 0 ? ((const UtCodeColumns *) g_ptr_array_index (all, 0))->n_columns : 0;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    if (holds_codes (all, i, seen))
      return (int) i;
  }
  return -1;
}
