#include "model/table_rows.h"

int
ut_rows_compare (const UtBlockOfRows *a, guint32 i, const UtBlockOfRows *b, guint32 k) {
  if (a->indicator[i] != b->indicator[k])
    return a->indicator[i] < b->indicator[k] ? -1 : 1;
  if (a->region[i] != b->region[k])
    return a->region[i] < b->region[k] ? -1 : 1;
  const UtPeriod *x = &a->period[i], *y = &b->period[k];
  if (x->kind == UT_PERIOD_YEAR && y->kind == UT_PERIOD_YEAR)
    return (int) x->last_year - (int) y->last_year;
  return ut_period_compare (a->period[i], b->period[k]);
}

void
ut_run_drop (UtRun *run, guint i) {
  UtBlockOfRows *block = run->blocks->pdata[i];
  if (block == NULL)
    return;
  g_free (block->numerator);
  g_free (block->denominator);
  g_free (block->margin);
  ut_slabs_give (run->slabs, block);
  run->blocks->pdata[i] = NULL;
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
  UtRun *run = data;
  for (guint i = 0; i < run->blocks->len; i++)
    ut_run_drop (run, i);
  g_ptr_array_unref (run->blocks);
  ut_slabs_unref (run->slabs);
  g_free (run);
}

static void
add_run (UtTableBuilder *builder) {
  UtRun *run = g_new0 (UtRun, 1);
  run->slabs = ut_slabs_ref (builder->slabs);
  run->blocks = g_ptr_array_new ();
  run->sorted = TRUE;
  g_ptr_array_add (builder->runs, run);
}

static void
builder_start (UtTableBuilder *builder) {
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
}

UtTableBuilder *
ut_table_builder_new_in (UtSlabs *slabs) {
  UtTableBuilder *builder = g_new (UtTableBuilder, 1);
  builder->slabs = ut_slabs_ref (slabs);
  builder_start (builder);
  return builder;
}

UtTableBuilder *
ut_table_builder_new (void) {
  g_autoptr (UtSlabs) slabs = ut_slabs_new ();
  return ut_table_builder_new_in (slabs);
}

void
ut_table_builder_free (UtTableBuilder *builder) {
  if (builder == NULL)
    return;
  builder_clear (builder);
  ut_slabs_unref (builder->slabs);
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
set_optional (double **column, guint i, double number) {
  if (*column == NULL) {
    if (isnan (number))
      return;
    *column = g_new (double, UT_BLOCK_ROWS);
    for (guint k = 0; k < UT_BLOCK_ROWS; k++)
      (*column)[k] = NAN;
  }
  (*column)[i] = number;
}

static gboolean
is_same (double a, double b) {
  return a == b || (isnan (a) && isnan (b));
}

/* Most indicators either have no numerator or are their own, so it has a column only where it is something else. */
static void
set_numerator (UtBlockOfRows *block, guint i, double number) {
  gboolean was_value = block->numerator_is_value;
  block->no_numerator = block->no_numerator && isnan (number);
  block->numerator_is_value = was_value && is_same (number, block->value[i]);
  if (block->no_numerator || block->numerator_is_value)
    return;
  if (block->numerator == NULL) {
    block->numerator = g_new (double, UT_BLOCK_ROWS);
    for (guint k = 0; k < i; k++)
      block->numerator[k] = was_value ? block->value[k] : NAN;
  }
  block->numerator[i] = number;
}

static void
set_origins (UtTableBuilder *builder, UtBlockOfRows *block, guint i, const UtRow *row) {
  block->file[i] = row->line != 0 ? row->file : UT_FILE_NONE;
  block->line[i] = row->line;
  if (row->n_origins == 0)
    return;
  const UtOriginSlice slice = { .first = builder->origins->len, .n = (guint32) row->n_origins };
  block->file[i] = UT_FILE_SEVERAL;
  block->line[i] = builder->slices->len;
  g_array_append_val (builder->slices, slice);
  g_array_append_vals (builder->origins, row->origins, (guint) row->n_origins);
}

static UtBlockOfRows *
get_block (UtRun *run) {
  UtBlockOfRows *block = run->blocks->len > 0 ? g_ptr_array_index (run->blocks, run->blocks->len - 1) : NULL;
  if (block != NULL && block->n < UT_BLOCK_ROWS)
    return block;
  block = ut_slabs_take (run->slabs);
  block->n = 0;
  block->no_numerator = block->numerator_is_value = TRUE;
  block->numerator = block->denominator = block->margin = NULL;
  g_ptr_array_add (run->blocks, block);
  return block;
}

void
ut_table_builder_add (UtTableBuilder *builder, const UtRow *row) {
  g_assert ((row->status == UT_STATUS_OK) == !isnan (row->value));
  UtRun *run = g_ptr_array_index (builder->runs, builder->runs->len - 1);
  const UtBlockOfRows *last = run->blocks->len > 0 ? g_ptr_array_index (run->blocks, run->blocks->len - 1) : NULL;
  UtBlockOfRows *block = get_block (run);
  guint i = block->n++;
  block->indicator[i] = row->indicator;
  block->region[i] = row->region;
  block->period[i] = row->period;
  block->value[i] = row->value;
  block->quality[i] = row->quality;
  block->status[i] = (guint8) row->status;
  set_numerator (block, i, row->numerator);
  set_optional (&block->denominator, i, row->denominator);
  set_optional (&block->margin, i, row->margin);
  set_origins (builder, block, i, row);
  if (last != NULL && run->sorted)
    run->sorted = ut_rows_compare (last, last == block ? i - 1 : last->n - 1, block, i) < 0;
  run->n_rows++;
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
  for (guint r = 0; r < part->runs->len; r++) {
    UtRun *run = g_ptr_array_index (part->runs, r);
    for (guint b = 0; first_slice > 0 && b < run->blocks->len; b++) {
      UtBlockOfRows *block = g_ptr_array_index (run->blocks, b);
      for (guint i = 0; i < block->n; i++)
        block->line[i] += block->file[i] == UT_FILE_SEVERAL ? first_slice : 0;
    }
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
