/* Rows sorted into the columns of a table. Those that come in order, or in runs that each are in order, are moved block
 * by block, on several threads; only what overlaps is sorted row by row. */
#include <string.h>

#include "base/column.h"
#include "base/pool.h"
#include "model/table_rows.h"

/* So few rows that a second thread is not worth starting. */
#define ROWS_FOR_ONE 100000

/* Where a row is. */
typedef struct {
  const UtBlockOfRows *block;
  guint32 i;
  guint64 order; /* in which it was added */
} Place;

/* A run with its least and greatest key. */
typedef struct {
  UtRun *run;
  Place least, greatest;
  guint order;
} Span;

/* Rows that stand together in the table: a run that overlaps no other, or the rows of those that do, in order. */
typedef struct {
  gsize at;   /* row of the table */
  UtRun *run; /* NULL when `places` say which rows */
  GArray *places;
} Piece;

typedef struct {
  UtTable *table;
  UtTableBuilder *builder;
  UtRepeatedRow repeated;
  gpointer user;
  GArray *pieces; /* Piece */
  gsize n_rows;
} Finish;

static const UtBlockOfRows *
first_block (const UtRun *run) {
  return g_ptr_array_index (run->blocks, 0);
}

static const UtBlockOfRows *
last_block (const UtRun *run) {
  return g_ptr_array_index (run->blocks, run->blocks->len - 1);
}

/* The least or greatest key of a run that may not be in order. */
static Place
find_end (const UtRun *run, int sign) {
  if (run->sorted)
    return sign < 0 ? (Place){ .block = first_block (run) }
                    : (Place){ .block = last_block (run), .i = last_block (run)->n - 1 };
  Place end = { .block = first_block (run) };
  for (guint b = 0; b < run->blocks->len; b++) {
    const UtBlockOfRows *block = g_ptr_array_index (run->blocks, b);
    for (guint32 i = 0; i < block->n; i++)
      if (ut_rows_compare (block, i, end.block, end.i) * sign > 0)
        end = (Place){ .block = block, .i = i };
  }
  return end;
}

static int
compare_spans (gconstpointer a, gconstpointer b) {
  const Span *x = a, *y = b;
  int order = ut_rows_compare (x->least.block, x->least.i, y->least.block, y->least.i);
  return order != 0 ? order : (int) x->order - (int) y->order;
}

static GArray *
list_spans (const UtTableBuilder *builder) {
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < builder->runs->len; i++) {
    UtRun *run = g_ptr_array_index (builder->runs, i);
    if (run->n_rows == 0)
      continue;
    const Span span = { run, find_end (run, -1), find_end (run, 1), i };
    g_array_append_val (spans, span);
  }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* How many of the spans belong together, the first among them. */
static guint
count_overlapping (const Span *spans, guint n) {
  Place greatest = spans[0].greatest;
  guint end = 1;
  for (; end < n; end++) {
    const Span *next = &spans[end];
    if (ut_rows_compare (greatest.block, greatest.i, next->least.block, next->least.i) < 0)
      break;
    if (ut_rows_compare (greatest.block, greatest.i, next->greatest.block, next->greatest.i) < 0)
      greatest = next->greatest;
  }
  return end;
}

static int
compare_places (gconstpointer a, gconstpointer b) {
  const Place *x = a, *y = b;
  int order = ut_rows_compare (x->block, x->i, y->block, y->i);
  return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static double
get_numerator (const UtBlockOfRows *block, guint32 i) {
  if (block->numerator != NULL)
    return block->numerator[i];
  return block->no_numerator ? NAN : block->value[i];
}

static void
get_row (const UtTableBuilder *builder, const Place *place, UtRow *row) {
  const UtBlockOfRows *block = place->block;
  guint32 i = place->i;
  *row = (UtRow){ .indicator = block->indicator[i],
                  .region = block->region[i],
                  .period = block->period[i],
                  .value = block->value[i],
                  .numerator = get_numerator (block, i),
                  .denominator = block->denominator != NULL ? block->denominator[i] : NAN,
                  .margin = block->margin != NULL ? block->margin[i] : NAN,
                  .status = block->status[i],
                  .quality = block->quality[i] };
  if (block->file[i] == UT_FILE_SEVERAL) {
    const UtOriginSlice *slice = &g_array_index (builder->slices, UtOriginSlice, block->line[i]);
    row->origins = &g_array_index (builder->origins, UtOrigin, slice->first);
    row->n_origins = slice->n;
  } else if (block->file[i] != UT_FILE_NONE) {
    row->file = block->file[i];
    row->line = block->line[i];
  }
}

static void
tell_repeated (Finish *f, const Place *first, const Place *second) {
  UtRow a, b;
  g_assert (f->repeated != NULL);
  get_row (f->builder, first, &a);
  get_row (f->builder, second, &b);
  f->repeated (f->user, &a, &b);
}

/* Every row of the spans in order, the repeated ones told and left out. */
static GArray *
sort_rows (Finish *f, const Span *spans, guint n_spans) {
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint s = 0; s < n_spans; s++) {
    guint64 order = (guint64) spans[s].order << 32;
    for (guint b = 0; b < spans[s].run->blocks->len; b++) {
      const UtBlockOfRows *block = g_ptr_array_index (spans[s].run->blocks, b);
      for (guint32 i = 0; i < block->n; i++) {
        const Place place = { block, i, order++ };
        g_array_append_val (all, place);
      }
    }
  }
  qsort (all->data, all->len, sizeof (Place), compare_places);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (Place), all->len);
  const Place *first = NULL;
  for (guint i = 0; i < all->len; i++) {
    const Place *place = &g_array_index (all, Place, i);
    if (first != NULL && ut_rows_compare (first->block, first->i, place->block, place->i) == 0) {
      tell_repeated (f, first, place);
      continue;
    }
    g_array_append_val (kept, *place);
    first = place;
  }
  return kept;
}

static void
clear_piece (gpointer data) {
  Piece *piece = data;
  if (piece->places != NULL)
    g_array_unref (piece->places);
}

static void
lay_pieces (Finish *f) {
  g_autoptr (GArray) spans = list_spans (f->builder);
  f->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (f->pieces, clear_piece);
  for (guint s = 0, n; s < spans->len; s += n) {
    const Span *span = &g_array_index (spans, Span, s);
    n = count_overlapping (span, spans->len - s);
    Piece piece = { .at = f->n_rows, .run = n == 1 && span->run->sorted ? span->run : NULL };
    if (piece.run == NULL)
      piece.places = sort_rows (f, span, n);
    f->n_rows += piece.run != NULL ? piece.run->n_rows : piece.places->len;
    g_array_append_val (f->pieces, piece);
  }
}

/* Columns nobody fills are never made. */
static void
make_columns (Finish *f) {
  gboolean no_numerator = TRUE, numerator_is_value = TRUE, denominator = FALSE, margin = FALSE;
  for (guint r = 0; r < f->builder->runs->len; r++) {
    const UtRun *run = g_ptr_array_index (f->builder->runs, r);
    for (guint b = 0; b < run->blocks->len; b++) {
      const UtBlockOfRows *block = g_ptr_array_index (run->blocks, b);
      no_numerator = no_numerator && block->no_numerator;
      numerator_is_value = numerator_is_value && block->numerator_is_value;
      denominator = denominator || block->denominator != NULL;
      margin = margin || block->margin != NULL;
    }
  }
  gsize n = f->n_rows;
  f->table = g_new (UtTable, 1);
  *f->table = (UtTable){ .n_rows = n,
                         .indicator = ut_column_new (UtIndicatorId, n),
                         .region = ut_column_new (UtRegionId, n),
                         .period = ut_column_new (UtPeriod, n),
                         .value = ut_column_new (double, n),
                         .denominator = denominator ? ut_column_new (double, n) : NULL,
                         .margin = margin ? ut_column_new (double, n) : NULL,
                         .status = ut_column_new (guint8, n),
                         .quality = ut_column_new (guint16, n),
                         .file = ut_column_new (guint16, n),
                         .line = ut_column_new (guint32, n) };
  if (!no_numerator)
    f->table->numerator = numerator_is_value ? f->table->value : ut_column_new (double, n);
}

static void
copy_optional (double *column, const double *numbers, guint32 i, guint n) {
  for (guint k = 0; column != NULL && k < n; k++)
    column[k] = numbers != NULL ? numbers[i + k] : NAN;
}

static void
copy_rows (UtTable *t, gsize at, const UtBlockOfRows *block, guint32 i, guint n) {
  memcpy (t->indicator + at, block->indicator + i, n * sizeof *t->indicator);
  memcpy (t->region + at, block->region + i, n * sizeof *t->region);
  memcpy (t->period + at, block->period + i, n * sizeof *t->period);
  memcpy (t->value + at, block->value + i, n * sizeof *t->value);
  memcpy (t->status + at, block->status + i, n * sizeof *t->status);
  memcpy (t->quality + at, block->quality + i, n * sizeof *t->quality);
  memcpy (t->file + at, block->file + i, n * sizeof *t->file);
  memcpy (t->line + at, block->line + i, n * sizeof *t->line);
  for (guint k = 0; t->numerator != NULL && t->numerator != t->value && k < n; k++)
    t->numerator[at + k] = get_numerator (block, i + k);
  copy_optional (t->denominator != NULL ? t->denominator + at : NULL, block->denominator, i, n);
  copy_optional (t->margin != NULL ? t->margin + at : NULL, block->margin, i, n);
}

static void
copy_piece (gpointer user, guint task, guint worker) {
  Finish *f = user;
  const Piece *piece = &g_array_index (f->pieces, Piece, task);
  gsize at = piece->at;
  (void) worker;
  for (guint i = 0; piece->run == NULL && i < piece->places->len; i++) {
    const Place *place = &g_array_index (piece->places, Place, i);
    copy_rows (f->table, at++, place->block, place->i, 1);
  }
  for (guint b = 0; piece->run != NULL && b < piece->run->blocks->len; b++) {
    const UtBlockOfRows *block = g_ptr_array_index (piece->run->blocks, b);
    copy_rows (f->table, at, block, 0, block->n);
    at += block->n;
    ut_run_drop (piece->run, b);
  }
}

UtTable *
ut_table_builder_finish_unique (UtTableBuilder *builder, UtRepeatedRow repeated, gpointer user) {
  Finish f = { .builder = builder, .repeated = repeated, .user = user };
  lay_pieces (&f);
  make_columns (&f);
  ut_pool_run (f.n_rows > ROWS_FOR_ONE ? ut_pool_width () : 1, f.pieces->len, copy_piece, &f);
  g_array_unref (f.pieces);
  f.table->slices = g_array_ref (builder->slices);
  f.table->origins = g_array_ref (builder->origins);
  f.table->files = g_ptr_array_ref (builder->files);
  ut_table_builder_restart (builder);
  return f.table;
}

UtTable *
ut_table_builder_finish (UtTableBuilder *builder) {
  return ut_table_builder_finish_unique (builder, NULL, NULL);
}
