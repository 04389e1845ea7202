/* Rows of a table that are somebody's own. */
#include <string.h>

#include "base/column.h"
#include "model/columns.h"

typedef struct {
  const UtTable *from;
  const gboolean *wanted; /* [indicators]; NULL: all */
  UtTable *to;
} Copy;

/* The next rows of indicators that are wanted, from row `*end` on; FALSE when there are no more. */
static gboolean
next_stretch (const Copy *copy, gsize *first, gsize *end) {
  const UtTable *table = copy->from;
  gsize row = *end;
  if (copy->wanted == NULL) {
    *end = table->n_rows;
  } else {
    while (row < table->n_rows && !copy->wanted[table->indicator[row]])
      row++;
    *end = row;
    while (*end < table->n_rows && copy->wanted[table->indicator[*end]])
      ++*end;
  }
  *first = row;
  return *end > row;
}

static double *
new_optional (const double *column, gsize n) {
  return column != NULL ? ut_column_new (double, n) : NULL;
}

static void
make_columns (const Copy *copy, gsize n) {
  UtTable *to = copy->to;
  const UtTable *from = copy->from;
  ut_columns_make (to, n);
  to->numerator = from->numerator == from->value ? to->value : new_optional (from->numerator, n);
  to->denominator = new_optional (from->denominator, n);
  to->margin = new_optional (from->margin, n);
}

static void
copy_optional (double *to, const double *from, gsize at, gsize first, gsize n) {
  if (from != NULL)
    memcpy (to + at, from + first, n * sizeof *to);
}

static void
copy_origins (const Copy *copy, gsize at) {
  UtTable *to = copy->to;
  UtOriginSlice slice = g_array_index (copy->from->slices, UtOriginSlice, to->line[at]);
  const UtOrigin *origins = &g_array_index (copy->from->origins, UtOrigin, slice.first);
  slice.first = to->origins->len;
  to->line[at] = to->slices->len;
  g_array_append_vals (to->origins, origins, slice.n);
  g_array_append_val (to->slices, slice);
}

static void
copy_rows (const Copy *copy, gsize at, gsize first, gsize n) {
  UtTable *to = copy->to;
  const UtTable *from = copy->from;
  ut_columns_copy (to, at, from, first, n);
  if (to->numerator != to->value)
    copy_optional (to->numerator, from->numerator, at, first, n);
  copy_optional (to->denominator, from->denominator, at, first, n);
  copy_optional (to->margin, from->margin, at, first, n);
  for (gsize row = at; row < at + n; row++)
    if (to->file[row] == UT_FILE_SEVERAL)
      copy_origins (copy, row);
}

UtTable *
ut_table_copy (const UtTable *table, const gboolean *wanted) {
  const Copy copy = { table, wanted, g_new0 (UtTable, 1) };
  UtTable *to = copy.to;
  gsize n = 0, at = 0;
  for (gsize first, end = 0; next_stretch (&copy, &first, &end);)
    n += end - first;
  make_columns (&copy, n);
  to->n_rows = n;
  to->slices = g_array_new (FALSE, FALSE, sizeof (UtOriginSlice));
  to->origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  to->files = g_ptr_array_ref (table->files);
  to->combined = table->combined != NULL ? g_array_ref (table->combined) : NULL;
  for (gsize first, end = 0; next_stretch (&copy, &first, &end); at += end - first)
    copy_rows (&copy, at, first, end - first);
  return to;
}
