/* Rows as they come, in blocks; sorted into the columns of a table at the end. Rows that come in order, or in runs that
 * each are in order, are moved block by block; only what overlaps is sorted row by row. */
#include <malloc.h>
#include <string.h>
#include <utsyn/table.h>

#include "base/column.h"
#include "base/pool.h"

#define BLOCK_ROWS 1024
/* How many emptied blocks are given back to the system at a time. */
#define BLOCKS_TRIMMED 512
/* So few rows that a second thread is not worth starting. */
#define ROWS_FOR_ONE 100000

/* The three doubles are NULL until a row of the block has one. */
typedef struct {
  guint n;
  UtIndicatorId indicator[BLOCK_ROWS];
  UtRegionId region[BLOCK_ROWS];
  UtPeriod period[BLOCK_ROWS];
  double value[BLOCK_ROWS];
  guint32 line[BLOCK_ROWS];
  guint16 quality[BLOCK_ROWS];
  guint16 file[BLOCK_ROWS];
  guint8 status[BLOCK_ROWS];
  double *numerator, *denominator, *margin;
} Block;

/* Blocks whose rows are in order, if `sorted`. */
typedef struct {
  GPtrArray *blocks;
  gsize n_rows;
  gboolean sorted;
} Run;

struct UtTableBuilder {
  GPtrArray *runs;        /* Run; rows are added to the last */
  GArray *slices;         /* UtOriginSlice */
  GArray *origins;        /* UtOrigin */
  GPtrArray *files;       /* UtTableFile */
  GHashTable *file_index; /* "path\ndataset" → index */
};

/* Where a row is. */
typedef struct {
  const Block *block;
  guint32 i;
  guint64 order; /* in which it was added */
} Place;

static void
file_free (gpointer data) {
  UtTableFile *file = data;
  g_free (file->path);
  g_free (file->dataset);
  g_free (file);
}

static void
block_free (gpointer data) {
  Block *block = data;
  if (block == NULL)
    return;
  g_free (block->numerator);
  g_free (block->denominator);
  g_free (block->margin);
  g_free (block);
}

static void
run_free (gpointer data) {
  Run *run = data;
  g_ptr_array_unref (run->blocks);
  g_free (run);
}

static void
add_run (UtTableBuilder *builder) {
  Run *run = g_new0 (Run, 1);
  run->blocks = g_ptr_array_new_with_free_func (block_free);
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
ut_table_builder_new (void) {
  UtTableBuilder *builder = g_new (UtTableBuilder, 1);
  builder_start (builder);
  return builder;
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

static int
compare_keys (const Block *a, guint32 i, const Block *b, guint32 k) {
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
set_optional (double **column, guint i, double number) {
  if (*column == NULL) {
    if (isnan (number))
      return;
    *column = g_new (double, BLOCK_ROWS);
    for (guint k = 0; k < BLOCK_ROWS; k++)
      (*column)[k] = NAN;
  }
  (*column)[i] = number;
}

static void
set_origins (UtTableBuilder *builder, Block *block, guint i, const UtRow *row) {
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

static Block *
get_block (Run *run) {
  Block *block = run->blocks->len > 0 ? g_ptr_array_index (run->blocks, run->blocks->len - 1) : NULL;
  if (block != NULL && block->n < BLOCK_ROWS)
    return block;
  block = g_new (Block, 1);
  block->n = 0;
  block->numerator = block->denominator = block->margin = NULL;
  g_ptr_array_add (run->blocks, block);
  return block;
}

void
ut_table_builder_add (UtTableBuilder *builder, const UtRow *row) {
  g_assert ((row->status == UT_STATUS_OK) == !isnan (row->value));
  Run *run = g_ptr_array_index (builder->runs, builder->runs->len - 1);
  const Block *last = run->blocks->len > 0 ? g_ptr_array_index (run->blocks, run->blocks->len - 1) : NULL;
  Block *block = get_block (run);
  guint i = block->n++;
  block->indicator[i] = row->indicator;
  block->region[i] = row->region;
  block->period[i] = row->period;
  block->value[i] = row->value;
  block->quality[i] = row->quality;
  block->status[i] = (guint8) row->status;
  set_optional (&block->numerator, i, row->numerator);
  set_optional (&block->denominator, i, row->denominator);
  set_optional (&block->margin, i, row->margin);
  set_origins (builder, block, i, row);
  if (last != NULL && run->sorted)
    run->sorted = compare_keys (last, last == block ? i - 1 : last->n - 1, block, i) < 0;
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
    Run *run = g_ptr_array_index (part->runs, r);
    for (guint b = 0; first_slice > 0 && b < run->blocks->len; b++) {
      Block *block = g_ptr_array_index (run->blocks, b);
      for (guint i = 0; i < block->n; i++)
        block->line[i] += block->file[i] == UT_FILE_SEVERAL ? first_slice : 0;
    }
  }
  g_ptr_array_set_free_func (part->runs, NULL);
  for (guint r = 0; r < part->runs->len; r++)
    g_ptr_array_add (builder->runs, g_ptr_array_index (part->runs, r));
  add_run (builder);
  builder_clear (part);
  builder_start (part);
}

/* Finishing */

/* A run with its least and greatest key. */
typedef struct {
  Run *run;
  Place least, greatest;
  guint order;
} Span;

/* Rows that stand together in the table: a run that overlaps no other, or the rows of those that do, in order. */
typedef struct {
  gsize at; /* row of the table */
  Run *run; /* NULL when `places` say which rows */
  GArray *places;
} Piece;

typedef struct {
  UtTable *table;
  UtTableBuilder *builder;
  UtRepeatedRow repeated;
  gpointer user;
  GArray *pieces; /* Piece */
  gsize n_rows;
  guint n_freed;
} Finish;

static const Block *
first_block (const Run *run) {
  return g_ptr_array_index (run->blocks, 0);
}

static const Block *
last_block (const Run *run) {
  return g_ptr_array_index (run->blocks, run->blocks->len - 1);
}

/* The least or greatest key of a run that may not be in order. */
static Place
find_end (const Run *run, int sign) {
  if (run->sorted)
    return sign < 0 ? (Place){ .block = first_block (run) }
                    : (Place){ .block = last_block (run), .i = last_block (run)->n - 1 };
  Place end = { .block = first_block (run) };
  for (guint b = 0; b < run->blocks->len; b++) {
    const Block *block = g_ptr_array_index (run->blocks, b);
    for (guint32 i = 0; i < block->n; i++)
      if (compare_keys (block, i, end.block, end.i) * sign > 0)
        end = (Place){ .block = block, .i = i };
  }
  return end;
}

static int
compare_spans (gconstpointer a, gconstpointer b) {
  const Span *x = a, *y = b;
  int order = compare_keys (x->least.block, x->least.i, y->least.block, y->least.i);
  return order != 0 ? order : (int) x->order - (int) y->order;
}

static GArray *
list_spans (const UtTableBuilder *builder) {
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < builder->runs->len; i++) {
    Run *run = g_ptr_array_index (builder->runs, i);
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
    if (compare_keys (greatest.block, greatest.i, next->least.block, next->least.i) < 0)
      break;
    if (compare_keys (greatest.block, greatest.i, next->greatest.block, next->greatest.i) < 0)
      greatest = next->greatest;
  }
  return end;
}

static int
compare_places (gconstpointer a, gconstpointer b) {
  const Place *x = a, *y = b;
  int order = compare_keys (x->block, x->i, y->block, y->i);
  return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static void
get_row (const UtTableBuilder *builder, const Place *place, UtRow *row) {
  const Block *block = place->block;
  guint32 i = place->i;
  *row = (UtRow){ .indicator = block->indicator[i],
                  .region = block->region[i],
                  .period = block->period[i],
                  .value = block->value[i],
                  .numerator = block->numerator != NULL ? block->numerator[i] : NAN,
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
      const Block *block = g_ptr_array_index (spans[s].run->blocks, b);
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
    if (first != NULL && compare_keys (first->block, first->i, place->block, place->i) == 0) {
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
  gboolean numerator = FALSE, denominator = FALSE, margin = FALSE;
  for (guint r = 0; r < f->builder->runs->len; r++) {
    const Run *run = g_ptr_array_index (f->builder->runs, r);
    for (guint b = 0; b < run->blocks->len; b++) {
      const Block *block = g_ptr_array_index (run->blocks, b);
      numerator = numerator || block->numerator != NULL;
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
                         .numerator = numerator ? ut_column_new (double, n) : NULL,
                         .denominator = denominator ? ut_column_new (double, n) : NULL,
                         .margin = margin ? ut_column_new (double, n) : NULL,
                         .status = ut_column_new (guint8, n),
                         .quality = ut_column_new (guint16, n),
                         .file = ut_column_new (guint16, n),
                         .line = ut_column_new (guint32, n) };
}

static void
copy_optional (double *column, const double *numbers, guint32 i, guint n) {
  for (guint k = 0; column != NULL && k < n; k++)
    column[k] = numbers != NULL ? numbers[i + k] : NAN;
}

static void
copy_rows (UtTable *t, gsize at, const Block *block, guint32 i, guint n) {
  memcpy (t->indicator + at, block->indicator + i, n * sizeof *t->indicator);
  memcpy (t->region + at, block->region + i, n * sizeof *t->region);
  memcpy (t->period + at, block->period + i, n * sizeof *t->period);
  memcpy (t->value + at, block->value + i, n * sizeof *t->value);
  memcpy (t->status + at, block->status + i, n * sizeof *t->status);
  memcpy (t->quality + at, block->quality + i, n * sizeof *t->quality);
  memcpy (t->file + at, block->file + i, n * sizeof *t->file);
  memcpy (t->line + at, block->line + i, n * sizeof *t->line);
  copy_optional (t->numerator != NULL ? t->numerator + at : NULL, block->numerator, i, n);
  copy_optional (t->denominator != NULL ? t->denominator + at : NULL, block->denominator, i, n);
  copy_optional (t->margin != NULL ? t->margin + at : NULL, block->margin, i, n);
}

/* The emptied blocks are too small for the system to get back by itself. */
static void
free_block (Finish *f, gpointer *block) {
  block_free (*block);
  *block = NULL;
  if ((guint) g_atomic_int_add (&f->n_freed, 1) % BLOCKS_TRIMMED == BLOCKS_TRIMMED - 1)
    malloc_trim (0);
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
    const Block *block = g_ptr_array_index (piece->run->blocks, b);
    copy_rows (f->table, at, block, 0, block->n);
    at += block->n;
    free_block (f, &piece->run->blocks->pdata[b]);
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
  builder_clear (builder);
  builder_start (builder);
  return f.table;
}

UtTable *
ut_table_builder_finish (UtTableBuilder *builder) {
  return ut_table_builder_finish_unique (builder, NULL, NULL);
}
