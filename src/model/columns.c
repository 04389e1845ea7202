#include "model/columns.h"

#include <string.h>

#include "base/column.h"

typedef struct {
  gsize offset, size;
} Column;

#define COLUMN(name)                                                                                                   \
  { G_STRUCT_OFFSET (UtTable, name), sizeof *((UtTable *) NULL)->name }

static const Column needed[] = { COLUMN (indicator), COLUMN (region),  COLUMN (period), COLUMN (value),
                                 COLUMN (status),    COLUMN (quality), COLUMN (file),   COLUMN (line) };
static const Column optional[] = { COLUMN (numerator), COLUMN (denominator), COLUMN (margin) };

static gpointer
get (const UtTable *table, const Column *column) {
  return G_STRUCT_MEMBER (gpointer, table, column->offset);
}

static void
set (UtTable *table, const Column *column, gpointer memory) {
  G_STRUCT_MEMBER (gpointer, table, column->offset) = memory;
}

void
ut_columns_make (UtTable *table, gsize n) {
  for (guint c = 0; c < G_N_ELEMENTS (needed); c++)
    set (table, &needed[c], ut_column_alloc (n, needed[c].size));
}

void
ut_columns_make_optional (UtTable *table, gsize n) {
  for (guint c = 0; c < G_N_ELEMENTS (optional); c++)
    set (table, &optional[c], ut_column_alloc (n, optional[c].size));
}

void
ut_columns_resize (UtTable *table, gsize n) {
  for (guint c = 0; c < G_N_ELEMENTS (needed); c++)
    set (table, &needed[c], g_realloc_n (get (table, &needed[c]), n, needed[c].size));
  for (guint c = 0; c < G_N_ELEMENTS (optional); c++)
    if (get (table, &optional[c]) != NULL)
      set (table, &optional[c], g_realloc_n (get (table, &optional[c]), n, optional[c].size));
}

void
ut_columns_point (UtTable *part, const UtTable *whole, gsize at) {
  for (guint c = 0; c < G_N_ELEMENTS (needed); c++)
    set (part, &needed[c], (guint8 *) get (whole, &needed[c]) + at * needed[c].size);
  for (guint c = 0; c < G_N_ELEMENTS (optional); c++)
    set (part, &optional[c], (guint8 *) get (whole, &optional[c]) + at * optional[c].size);
}

void
ut_columns_copy (UtTable *to, gsize at, const UtTable *from, gsize i, gsize n) {
  for (guint c = 0; c < G_N_ELEMENTS (needed); c++) {
    gsize size = needed[c].size;
    guint8 *target = (guint8 *) get (to, &needed[c]) + at * size;
    const guint8 *source = (const guint8 *) get (from, &needed[c]) + i * size;
    if (target != source)
      memmove (target, source, n * size);
  }
}

void
ut_columns_free (UtTable *table) {
  if (table->numerator == table->value)
    table->numerator = NULL;
  for (guint c = 0; c < G_N_ELEMENTS (needed); c++) {
    g_free (get (table, &needed[c]));
    set (table, &needed[c], NULL);
  }
  for (guint c = 0; c < G_N_ELEMENTS (optional); c++) {
    g_free (get (table, &optional[c]));
    set (table, &optional[c], NULL);
  }
}
