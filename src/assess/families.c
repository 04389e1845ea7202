#include "families.h"

static guint32
root_of (guint32 *parent, guint32 id) {
  while (parent[id] != id)
    id = parent[id] = parent[parent[id]];
  return id;
}

/* A whole and all its parts, whichever way it is divided, have one root: the lowest. */
static guint32 *
find_roots (const UtCatalogue *catalogue) {
  guint n = ut_catalogue_count (catalogue);
  guint32 *parent = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    parent[i] = i;
  for (guint i = 0; i < n; i++) {
    const UtIndicator *whole = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    for (guint k = 0; whole->parts != NULL && k < whole->parts->len; k++) {
      const UtParts *parts = g_ptr_array_index (whole->parts, k);
      for (guint j = 0; j < parts->n; j++) {
        guint32 a = root_of (parent, i), b = root_of (parent, parts->ids[j]);
        parent[MAX (a, b)] = MIN (a, b);
      }
    }
  }
  for (guint32 i = 0; i < n; i++)
    parent[i] = root_of (parent, i);
  return parent;
}

static gboolean
has_suppressed (const UtTable *table, const UtRowStretch *stretch) {
  for (gsize row = stretch->first; row < stretch->end; row++)
    if (table->status[row] == UT_STATUS_CONFIDENTIAL)
      return TRUE;
  return FALSE;
}

static GArray *
find_stretches (const UtTable *table) {
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (UtRowStretch));
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    for (end = first + 1; end < table->n_rows && table->indicator[end] == table->indicator[first];)
      end++;
    UtRowStretch stretch = { table->indicator[first], first, end };
    g_array_append_val (stretches, stretch);
  }
  return stretches;
}

UtFamilies *
ut_families_new (const UtTable *table, const UtCatalogue *catalogue) {
  UtFamilies *families = g_new0 (UtFamilies, 1);
  guint n = ut_catalogue_count (catalogue);
  g_autofree guint32 *root = find_roots (catalogue), *number = g_new (guint32, n + 1);
  g_autoptr (GArray) stretches = find_stretches (table);
  families->of = g_new (guint32, n + 1);
  families->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    families->of[i] = number[i] = UT_NO_FAMILY;
  for (guint i = 0; i < stretches->len; i++) {
    const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, i);
    if (number[root[stretch->indicator]] != UT_NO_FAMILY
        || !(ut_indicator_has_limits (ut_catalogue_get (catalogue, stretch->indicator))
             || has_suppressed (table, stretch)))
      continue;
    number[root[stretch->indicator]] = families->n++;
    g_ptr_array_add (families->rows, g_array_new (FALSE, FALSE, sizeof (UtRowStretch)));
  }
  for (guint i = 0; i < n; i++)
    families->of[i] = number[root[i]];
  for (guint i = 0; i < stretches->len; i++) {
    const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, i);
    if (families->of[stretch->indicator] != UT_NO_FAMILY)
      g_array_append_vals (g_ptr_array_index (families->rows, families->of[stretch->indicator]), stretch, 1);
  }
  return families;
}

void
ut_families_free (UtFamilies *families) {
  g_free (families->of);
  g_ptr_array_unref (families->rows);
  g_free (families);
}
