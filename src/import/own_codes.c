#include "import/own_codes.h"

#include <string.h>

#include "import/region_label.h"

struct UtOwnCodes {
  guint n_columns;
  GHashTable **codes;  /* [n_columns] the texts met; NULL: none yet */
  gboolean *ruled_out; /* [n_columns] one was no code of its place */
};

UtOwnCodes *
ut_own_codes_new (guint n_columns) {
  UtOwnCodes *self = g_new0 (UtOwnCodes, 1);
  self->n_columns = n_columns;
  self->codes = g_new0 (GHashTable *, n_columns + 1);
  self->ruled_out = g_new0 (gboolean, n_columns + 1);
  return self;
}

void
ut_own_codes_free (UtOwnCodes *self) {
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->codes[i], g_hash_table_unref);
  g_free (self->codes);
  g_free (self->ruled_out);
  g_free (self);
}

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

const gboolean *
ut_own_codes_ruled_out (const UtOwnCodes *self) {
  return self->ruled_out;
}

void
ut_own_codes_note (UtOwnCodes *self, guint column, UtPlaces *places, const char *label, const char *text) {
  GHashTable **codes = &self->codes[column];
  if (*text == '\0' || (*codes != NULL && g_hash_table_contains (*codes, text)))
    return;
  gsize n = strspn (text, "0123456789");
  self->ruled_out[column] = (n != 3 && n != 4) || text[n] != '\0' || !is_own_code (places, label, text);
  if (*codes == NULL)
    *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (*codes, g_strdup (text));
}

/* Whether a column holds own codes alone; `seen` collects them. */
static gboolean
holds_codes (const GPtrArray *all, guint column, GHashTable *seen) {
  for (guint k = 0; k < all->len; k++) {
    const UtOwnCodes *one = g_ptr_array_index (all, k);
    GHashTableIter iter;
    gpointer text;
    if (one->ruled_out[column])
      return FALSE;
    if (one->codes[column] == NULL)
      continue;
    g_hash_table_iter_init (&iter, one->codes[column]);
    while (g_hash_table_iter_next (&iter, &text, NULL))
      g_hash_table_add (seen, text);
  }
  return g_hash_table_size (seen) > 1;
}

int
ut_own_codes_find (const GPtrArray *all) {
  guint n = all->len > 0 ? ((const UtOwnCodes *) g_ptr_array_index (all, 0))->n_columns : 0;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    if (holds_codes (all, i, seen))
      return (int) i;
  }
  return -1;
}
