#include <string.h>

#include "model/columns.h"
#include "model/table_rows.h"

#define LEAST_ROWS 1024

int
ut_rows_compare (const UtTable *a, gsize i, const UtTable *b, gsize k) {
  if (a->indicator[i] != b->indicator[k])
    return a->indicator[i] < b->indicator[k] ? -1 : 1;
  if (a->region[i] != b->region[k])
    return a->region[i] < b->region[k] ? -1 : 1;
  const UtPeriod *x = &a->period[i], *y = &b->period[k];
  if (x->kind == UT_PERIOD_YEAR && y->kind == UT_PERIOD_YEAR)
    return (int) x->last_year - (int) y->last_year;
  return ut_period_compare (a->period[i], b->period[k]);
}

static void
file_free (gpointer data) {
  UtTableFile *file = data;
  g_free (file->path);
  g_free (file->dataset);
  g_free (file);
}

static void
run_free (gpointer data) {
  UtRowRun *run = data;
  if (run->owned)
    ut_columns_free (&run->rows);
  g_free (run);
}

static UtRowRun *
add_run (UtTableBuilder *builder) {
  UtRowRun *run = g_new0 (UtRowRun, 1);
  run->owned = run->sorted = run->no_numerator = run->numerator_is_value = TRUE;
  g_ptr_array_add (builder->runs, run);
  return run;
}

static void
builder_start (UtTableBuilder *builder) {
  builder->room = (UtTable){ 0 };
  builder->runs = g_ptr_array_new_with_free_func (run_free);
  builder->slices = g_array_new (FALSE, FALSE, sizeof (UtOriginSlice));
  builder->origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  builder->files = g_ptr_array_new_with_free_func (file_free);
  builder->file_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_run (builder);
}

static void
builder_clear (UtTableBuilder *builder) {
  g_ptr_array_unref (builder->runs);
  g_array_unref (builder->slices);
  g_array_unref (builder->origins);
  g_ptr_array_unref (builder->files);
  g_hash_table_unref (builder->file_index);
  ut_columns_free (&builder->room);
}

UtTableBuilder *
ut_table_builder_new (void) {
  UtTableBuilder *builder = g_new (UtTableBuilder, 1);
  builder_start (builder);
  return builder;
}

void
ut_table_builder_reserve (UtTableBuilder *builder, gsize n) {
  ut_columns_free (&builder->room);
  ut_columns_make (&builder->room, n);
  ut_columns_make_optional (&builder->room, n);
}

UtTableBuilder *
ut_table_builder_new_part (const UtTableBuilder *builder, gsize at, gsize n) {
  UtTableBuilder *part = ut_table_builder_new ();
  UtRowRun *run = g_ptr_array_index (part->runs, 0);
  if (n == 0)
    return part;
  run->owned = FALSE;
  run->capacity = n;
  ut_columns_point (&run->rows, &builder->room, at);
  return part;
}

void
ut_table_builder_free (UtTableBuilder *builder) {
  if (builder == NULL)
    return;
  builder_clear (builder);
  g_free (builder);
}

guint16
ut_table_builder_file (UtTableBuilder *builder, const char *path, const char *dataset) {
  g_autofree char *key = g_strconcat (path, "\n", dataset, NULL);
  gpointer known;
  if (g_hash_table_lookup_extended (builder->file_index, key, NULL, &known))
    return (guint16) GPOINTER_TO_UINT (known);
  guint index = builder->files->len;
  g_assert (index < UT_FILE_NONE);
  UtTableFile *file = g_new (UtTableFile, 1);
  *file = (UtTableFile){ .path = g_strdup (path), .dataset = g_strdup (dataset) };
  g_ptr_array_add (builder->files, file);
  g_hash_table_insert (builder->file_index, g_steal_pointer (&key), GUINT_TO_POINTER (index));
  return (guint16) index;
}

/* Adding */

static void
copy_optional (double *to, const double *from, gboolean used, gsize n) {
  if (used)
    memcpy (to, from, n * sizeof *to);
}

/* Rows that outgrow their part of the room move out. */
static void
move_out (UtRowRun *run, gsize capacity) {
  UtTable own = { .n_rows = run->rows.n_rows };
  ut_columns_make (&own, capacity);
  ut_columns_make_optional (&own, capacity);
  ut_columns_copy (&own, 0, &run->rows, 0, own.n_rows);
  copy_optional (own.numerator, run->rows.numerator, !run->no_numerator && !run->numerator_is_value, own.n_rows);
  copy_optional (own.denominator, run->rows.denominator, run->denominators, own.n_rows);
  copy_optional (own.margin, run->rows.margin, run->margins, own.n_rows);
  run->rows = own;
  run->owned = TRUE;
}

static void
grow (UtRowRun *run) {
  gsize capacity = MAX (2 * run->capacity, LEAST_ROWS);
  if (run->owned)
    ut_columns_resize (&run->rows, capacity);
  else
    move_out (run, capacity);
  run->capacity = capacity;
}

/* A column that nobody wrote before row `i`. */
static void
begin_optional (const UtRowRun *run, double **column, const double *earlier, gsize i) {
  if (*column == NULL)
    *column = g_new (double, run->capacity);
  for (gsize k = 0; k < i; k++)
    (*column)[k] = earlier != NULL ? earlier[k] : NAN;
}

static void
set_optional (const UtRowRun *run, double **column, gboolean *used, gsize i, double number) {
  if (!*used && isnan (number))
    return;
  if (!*used)
    begin_optional (run, column, NULL, i);
  *used = TRUE;
  (*column)[i] = number;
}

static gboolean
is_same (double a, double b) {
  return a == b || (isnan (a) && isnan (b));
}

/* Most indicators either have no numerator or are their own, so it has a column only where it is something else. */
static void
set_numerator (UtRowRun *run, gsize i, double number) {
  gboolean was_value = run->numerator_is_value, was_none = run->no_numerator;
  gboolean is_none = was_none && isnan (number), is_value = was_value && is_same (number, run->rows.value[i]);
  /* Written once, not for every row: reading what was just written waits for it. */
  if (is_none != was_none)
    run->no_numerator = is_none;
  if (is_value != was_value)
    run->numerator_is_value = is_value;
  if (is_none || is_value)
    return;
  if (was_value || was_none)
    begin_optional (run, &run->rows.numerator, was_value ? run->rows.value : NULL, i);
  run->rows.numerator[i] = number;
}

static void
set_origins (UtTableBuilder *builder, UtTable *rows, gsize i, const UtRow *row) {
  rows->file[i] = row->line != 0 ? row->file : UT_FILE_NONE;
  rows->line[i] = row->line;
  if (row->n_origins == 0)
    return;
  const UtOriginSlice slice = { .first = builder->origins->len, .n = (guint32) row->n_origins };
  rows->file[i] = UT_FILE_SEVERAL;
  rows->line[i] = builder->slices->len;
  g_array_append_val (builder->slices, slice);
  g_array_append_vals (builder->origins, row->origins, (guint) row->n_origins);
}

void
ut_table_builder_add (UtTableBuilder *builder, const UtRow *row) {
  g_assert ((row->status == UT_STATUS_OK) == !isnan (row->value));
  UtRowRun *run = g_ptr_array_index (builder->runs, builder->runs->len - 1);
  UtTable *rows = &run->rows;
  if (rows->n_rows == run->capacity)
    grow (run);
  gsize i = rows->n_rows++;
  rows->indicator[i] = row->indicator;
  rows->region[i] = row->region;
  rows->period[i] = row->period;
  rows->value[i] = row->value;
  rows->quality[i] = row->quality;
  rows->status[i] = (guint8) row->status;
  set_numerator (run, i, row->numerator);
  set_optional (run, &rows->denominator, &run->denominators, i, row->denominator);
  set_optional (run, &rows->margin, &run->margins, i, row->margin);
  set_origins (builder, rows, i, row);
  if (i > 0 && run->sorted)
    run->sorted = ut_rows_compare (rows, i - 1, rows, i) < 0;
}

void
ut_table_builder_add_table (UtTableBuilder *builder, const UtTable *table) {
  g_autofree guint16 *renumbered = g_new (guint16, table->files->len);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  for (guint i = 0; i < table->files->len; i++) {
    const UtTableFile *file = ut_table_file (table, (guint16) i);
    renumbered[i] = ut_table_builder_file (builder, file->path, file->dataset);
  }
  for (gsize i = 0; i < table->n_rows; i++) {
    UtRow row;
    ut_table_get_row (table, i, &row);
    if (row.line != 0)
      row.file = renumbered[row.file];
    g_array_set_size (origins, 0);
    g_array_append_vals (origins, row.origins, (guint) row.n_origins);
    for (guint k = 0; k < origins->len; k++) {
      UtOrigin *origin = &g_array_index (origins, UtOrigin, k);
      origin->file = renumbered[origin->file];
    }
    row.origins = (const UtOrigin *) (gpointer) origins->data;
    ut_table_builder_add (builder, &row);
  }
}

void
ut_table_builder_take (UtTableBuilder *builder, UtTableBuilder *part) {
  guint32 first_slice = builder->slices->len, first_origin = builder->origins->len;
  for (guint i = 0; i < part->slices->len; i++)
    g_array_index (part->slices, UtOriginSlice, i).first += first_origin;
  g_array_append_vals (builder->slices, part->slices->data, part->slices->len);
  g_array_append_vals (builder->origins, part->origins->data, part->origins->len);
  for (guint r = 0; first_slice > 0 && part->slices->len > 0 && r < part->runs->len; r++) {
    UtTable *rows = &((UtRowRun *) g_ptr_array_index (part->runs, r))->rows;
    for (gsize i = 0; i < rows->n_rows; i++)
      rows->line[i] += rows->file[i] == UT_FILE_SEVERAL ? first_slice : 0;
  }
  g_ptr_array_set_free_func (part->runs, NULL);
  for (guint r = 0; r < part->runs->len; r++)
    g_ptr_array_add (builder->runs, g_ptr_array_index (part->runs, r));
  add_run (builder);
  ut_table_builder_restart (part);
}

void
ut_table_builder_restart (UtTableBuilder *builder) {
  builder_clear (builder);
  builder_start (builder);
}
