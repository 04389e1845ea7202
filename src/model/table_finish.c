/* Rows sorted into the columns of a table. Runs that each are in order are moved whole, or stay where they are when
 * they stand in the builder's room one after the other; only what overlaps is sorted row by row. */
#include <string.h>

#include "base/column.h"
#include "base/pool.h"
#include "model/columns.h"
#include "model/table_rows.h"

/* So few rows that a second thread is not worth starting. */
#define ROWS_FOR_ONE 100000

/* Where a row is. */
typedef struct {
  UtRowRun *run;
  gsize i;
  guint64 order; /* in which it was added */
} Place;

/* A run with its least and greatest key. */
typedef struct {
  UtRowRun *run;
  Place least, greatest;
  guint order;
} Span;

/* Rows that stand together in the table: a run that overlaps no other, or the rows of those that do, in order. */
typedef struct {
  gsize at;            /* row of the table */
  const UtRowRun *run; /* NULL when `places` say which rows */
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

static int
compare (const Place *a, const Place *b) {
  return ut_rows_compare (&a->run->rows, a->i, &b->run->rows, b->i);
}

/* The least or greatest key of a run that may not be in order. */
static Place
find_end (UtRowRun *run, int sign) {
  Place end = { .run = run };
  if (run->sorted)
    end.i = sign < 0 ? 0 : run->rows.n_rows - 1;
  for (gsize i = 1; !run->sorted && i < run->rows.n_rows; i++)
    if (ut_rows_compare (&run->rows, i, &run->rows, end.i) * sign > 0)
      end.i = i;
  return end;
}

static int
compare_spans (gconstpointer a, gconstpointer b) {
  const Span *x = a, *y = b;
  int order = compare (&x->least, &y->least);
  return order != 0 ? order : (int) x->order - (int) y->order;
}

static GArray *
list_spans (const UtTableBuilder *builder) {
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; i < builder->runs->len; i++) {
    UtRowRun *run = g_ptr_array_index (builder->runs, i);
    if (run->rows.n_rows == 0)
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
    if (compare (&greatest, &next->least) < 0)
      break;
    if (compare (&greatest, &next->greatest) < 0)
      greatest = next->greatest;
  }
  return end;
}

static int
compare_places (gconstpointer a, gconstpointer b) {
  const Place *x = a, *y = b;
  int order = compare (x, y);
  return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static double
get_numerator (const UtRowRun *run, gsize i) {
  if (run->no_numerator)
    return NAN;
  return run->numerator_is_value ? run->rows.value[i] : run->rows.numerator[i];
}

static void
get_row (const UtTableBuilder *builder, const Place *place, UtRow *row) {
  const UtRowRun *run = place->run;
  const UtTable *rows = &run->rows;
  gsize i = place->i;
  *row = (UtRow){ .indicator = rows->indicator[i],
                  .region = rows->region[i],
                  .period = rows->period[i],
                  .value = rows->value[i],
                  .numerator = get_numerator (run, i),
                  .denominator = run->denominators ? rows->denominator[i] : NAN,
                  .margin = run->margins ? rows->margin[i] : NAN,
                  .status = rows->status[i],
                  .quality = rows->quality[i] };
  if (rows->file[i] == UT_FILE_SEVERAL) {
    const UtOriginSlice *slice = &g_array_index (builder->slices, UtOriginSlice, rows->line[i]);
    row->origins = &g_array_index (builder->origins, UtOrigin, slice->first);
    row->n_origins = slice->n;
  } else if (rows->file[i] != UT_FILE_NONE) {
    row->file = rows->file[i];
    row->line = rows->line[i];
  }
}

static void
clear_number (double *column, gsize i) {
  if (column != NULL)
    column[i] = NAN;
}

/* The lines it was read from stay, their numbers do not. */
static void
clear_origins (const UtTableBuilder *builder, const UtTable *rows, gsize i) {
  if (rows->file[i] != UT_FILE_SEVERAL)
    return;
  const UtOriginSlice *slice = &g_array_index (builder->slices, UtOriginSlice, rows->line[i]);
  for (guint k = 0; k < slice->n; k++) {
    UtOrigin *origin = &g_array_index (builder->origins, UtOrigin, slice->first + k);
    origin->value = origin->numerator = origin->denominator = NAN;
  }
}

/* A key of which no figure stands. What one of the rows hides stays hidden. */
static void
strike (const UtTableBuilder *builder, const Place *place, gboolean confidential) {
  const UtTable *rows = &place->run->rows;
  rows->value[place->i] = NAN;
  rows->status[place->i] = confidential ? UT_STATUS_CONFIDENTIAL : UT_STATUS_CONTRADICTORY;
  if (!place->run->no_numerator && !place->run->numerator_is_value)
    clear_number (rows->numerator, place->i);
  if (place->run->denominators)
    clear_number (rows->denominator, place->i);
  if (place->run->margins)
    clear_number (rows->margin, place->i);
  clear_origins (builder, rows, place->i);
}

/* One row of two with the same key. */
static Place
choose (Finish *f, const Place *first, const Place *second) {
  UtRow a, b;
  g_assert (f->repeated != NULL);
  get_row (f->builder, first, &a);
  get_row (f->builder, second, &b);
  UtRepeated chosen = f->repeated (f->user, &a, &b);
  if (chosen == UT_REPEATED_NEITHER)
    strike (f->builder, first, a.status == UT_STATUS_CONFIDENTIAL || b.status == UT_STATUS_CONFIDENTIAL);
  return chosen == UT_REPEATED_SECOND ? *second : *first;
}

/* Every row of the spans in order, one of each key. */
static GArray *
sort_rows (Finish *f, const Span *spans, guint n_spans) {
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint s = 0; s < n_spans; s++) {
    guint64 order = (guint64) spans[s].order << 32;
    for (gsize i = 0; i < spans[s].run->rows.n_rows; i++) {
      const Place place = { spans[s].run, i, order++ };
      g_array_append_val (all, place);
    }
  }
  qsort (all->data, all->len, sizeof (Place), compare_places);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (Place), all->len);
  for (guint i = 0; i < all->len; i++) {
    const Place *place = &g_array_index (all, Place, i);
    Place *last = kept->len > 0 ? &g_array_index (kept, Place, kept->len - 1) : NULL;
    if (last != NULL && compare (last, place) == 0)
      *last = choose (f, last, place);
    else
      g_array_append_val (kept, *place);
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
    f->n_rows += piece.run != NULL ? piece.run->rows.n_rows : piece.places->len;
    g_array_append_val (f->pieces, piece);
  }
}

/* What the rows of all runs together need. */
static UtRowRun
sum_up (const UtTableBuilder *builder) {
  UtRowRun all = { .no_numerator = TRUE, .numerator_is_value = TRUE };
  for (guint r = 0; r < builder->runs->len; r++) {
    const UtRowRun *run = g_ptr_array_index (builder->runs, r);
    if (run->rows.n_rows == 0)
      continue;
    all.no_numerator = all.no_numerator && run->no_numerator;
    all.numerator_is_value = all.numerator_is_value && run->numerator_is_value;
    all.denominators = all.denominators || run->denominators;
    all.margins = all.margins || run->margins;
  }
  return all;
}

static void
drop (double **column) {
  g_clear_pointer (column, g_free);
}

static void
need (double **column, gsize n) {
  if (*column == NULL)
    *column = ut_column_new (double, n);
}

/* Columns nobody fills are never made. */
static void
make_optional (Finish *f) {
  UtTable *t = f->table;
  UtRowRun all = sum_up (f->builder);
  if (all.no_numerator || all.numerator_is_value)
    drop (&t->numerator);
  else
    need (&t->numerator, f->n_rows);
  if (all.denominators)
    need (&t->denominator, f->n_rows);
  else
    drop (&t->denominator);
  if (all.margins)
    need (&t->margin, f->n_rows);
  else
    drop (&t->margin);
  if (!all.no_numerator && all.numerator_is_value)
    t->numerator = t->value;
}

/* NULL for NaN throughout. */
static void
copy_optional (double *to, const double *from, gsize n) {
  if (from != NULL && from != to)
    memmove (to, from, n * sizeof *to);
  for (gsize k = 0; from == NULL && k < n; k++)
    to[k] = NAN;
}

/* The values go first: a numerator may be read from them, where they stand now. */
static void
copy_rows (UtTable *t, gsize at, const UtRowRun *run, gsize i, gsize n) {
  const UtTable *rows = &run->rows;
  ut_columns_copy (t, at, rows, i, n);
  if (t->numerator != NULL && t->numerator != t->value)
    copy_optional (t->numerator + at,
                   run->no_numerator         ? NULL
                   : run->numerator_is_value ? t->value + at
                                             : rows->numerator + i,
                   n);
  if (t->denominator != NULL)
    copy_optional (t->denominator + at, run->denominators ? rows->denominator + i : NULL, n);
  if (t->margin != NULL)
    copy_optional (t->margin + at, run->margins ? rows->margin + i : NULL, n);
}

static void
copy_piece (gpointer user, guint task, guint worker) {
  Finish *f = user;
  const Piece *piece = &g_array_index (f->pieces, Piece, task);
  (void) worker;
  if (piece->run != NULL)
    copy_rows (f->table, piece->at, piece->run, 0, piece->run->rows.n_rows);
  for (guint i = 0; piece->run == NULL && i < piece->places->len; i++) {
    const Place *place = &g_array_index (piece->places, Place, i);
    copy_rows (f->table, piece->at + i, place->run, place->i, 1);
  }
}

/* Every piece is a run in the room, and behind the one before. */
static gboolean
stands_in_room (const Finish *f) {
  const double *end = f->builder->room.value;
  for (guint i = 0; i < f->pieces->len; i++) {
    const UtRowRun *run = g_array_index (f->pieces, Piece, i).run;
    if (run == NULL || run->owned || run->rows.value < end)
      return FALSE;
    end = run->rows.value + run->rows.n_rows;
  }
  return end != NULL;
}

static void
make_table (Finish *f) {
  gboolean in_room = stands_in_room (f);
  f->table = g_new0 (UtTable, 1);
  if (in_room) {
    *f->table = f->builder->room;
    f->builder->room = (UtTable){ 0 };
  } else {
    ut_columns_make (f->table, f->n_rows);
  }
  f->table->n_rows = f->n_rows;
  make_optional (f);
  /* In the room a run may move down into the place of the one before, so they go one after the other. */
  guint n_threads = in_room || f->n_rows <= ROWS_FOR_ONE ? 1 : ut_pool_width ();
  ut_pool_run (n_threads, f->pieces->len, copy_piece, f);
}

UtTable *
ut_table_builder_finish_unique (UtTableBuilder *builder, UtRepeatedRow repeated, gpointer user) {
  Finish f = { .builder = builder, .repeated = repeated, .user = user };
  lay_pieces (&f);
  make_table (&f);
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
