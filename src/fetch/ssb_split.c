/* A query that is too large for SSB, as several that are not. */
#include "base/i18n.h"
#include "fetch/ssb_table.h"
#include <utsyn/error.h>

#define MAX_PARTS 999

static void
free_codes (gpointer codes) {
  if (codes != NULL)
    g_ptr_array_unref (codes);
}

static void
free_part (gpointer part) {
  g_ptr_array_unref (part);
}

/* Values of dimension `i` in this part. */
static guint
count_values (const GPtrArray *dimensions, const GPtrArray *part, guint i) {
  const UtSsbDimension *dimension = g_ptr_array_index (dimensions, i);
  const GPtrArray *codes = g_ptr_array_index (part, i);
  return codes != NULL ? codes->len : MAX (dimension->chosen->len, 1);
}

static guint64
count_cells (const GPtrArray *dimensions, const GPtrArray *part) {
  guint64 n_cells = 1;
  for (guint i = 0; i < dimensions->len; i++) {
    guint n = count_values (dimensions, part, i);
    n_cells = n_cells > G_MAXUINT64 / n ? G_MAXUINT64 : n_cells * n;
  }
  return n_cells;
}

/* The one with most values: usually Region, else Tid. The statistics variable is the columns, and the same in every
 * part. */
static gint
find_largest (const GPtrArray *dimensions, const GPtrArray *part) {
  gint largest = -1;
  for (guint i = 0; i < dimensions->len; i++) {
    const UtSsbDimension *dimension = g_ptr_array_index (dimensions, i);
    guint n = count_values (dimensions, part, i);
    if (!dimension->is_contents && n > 1 && (largest < 0 || n > count_values (dimensions, part, (guint) largest)))
      largest = (gint) i;
  }
  return largest;
}

static GPtrArray *
copy_part (const GPtrArray *part) {
  GPtrArray *copy = g_ptr_array_new_with_free_func (free_codes);
  for (guint i = 0; i < part->len; i++) {
    GPtrArray *codes = g_ptr_array_index (part, i);
    g_ptr_array_add (copy, codes != NULL ? g_ptr_array_ref (codes) : NULL);
  }
  return copy;
}

/* A copy of the part with `n` codes of dimension `at`, from `first` on. */
static GPtrArray *
cut_part (const GPtrArray *dimensions, const GPtrArray *part, guint at, guint first, guint n) {
  const UtSsbDimension *dimension = g_ptr_array_index (dimensions, at);
  const GPtrArray *all = g_ptr_array_index (part, at) != NULL ? g_ptr_array_index (part, at) : dimension->chosen;
  GPtrArray *codes = g_ptr_array_new ();
  for (guint i = first; i < first + n && i < all->len; i++)
    g_ptr_array_add (codes, g_ptr_array_index (all, i));
  GPtrArray *copy = copy_part (part);
  free_codes (g_ptr_array_index (copy, at));
  g_ptr_array_index (copy, at) = codes;
  return copy;
}

static gboolean
add_parts (const GPtrArray *dimensions, GPtrArray *part, guint64 limit, GPtrArray *parts, GError **error) {
  guint64 n_cells = count_cells (dimensions, part);
  gint at = find_largest (dimensions, part);
  if (n_cells <= limit || at < 0) {
    g_ptr_array_add (parts, g_ptr_array_ref (part));
    if (parts->len <= MAX_PARTS)
      return TRUE;
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the query would need more than %d parts; choose less"), MAX_PARTS);
    return FALSE;
  }
  guint n_values = count_values (dimensions, part, (guint) at);
  guint64 cells_a_value = n_cells / n_values;
  guint a_part = (guint) CLAMP (limit / MAX (cells_a_value, 1), 1, n_values);
  for (guint first = 0; first < n_values; first += a_part) {
    g_autoptr (GPtrArray) cut = cut_part (dimensions, part, (guint) at, first, a_part);
    if (!add_parts (dimensions, cut, limit, parts, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
ut_ssb_split (const GPtrArray *dimensions, guint64 limit, GError **error) {
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (free_codes);
  for (guint i = 0; i < dimensions->len; i++)
    g_ptr_array_add (whole, NULL);
  return add_parts (dimensions, whole, limit, parts, error) ? g_steal_pointer (&parts) : NULL;
}
