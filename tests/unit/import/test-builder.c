/* Rows given to the table in runs of every kind against a plain sort of all of them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utsyn/table.h>

/* Rows of the largest part. */
#define ROOM 3000

typedef struct {
  guint order; /* in which it was added */
  UtRow row;
  UtOrigin origins[3];
} Added;

static guint
below (guint n) {
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static int
compare_keys (const UtRow *a, const UtRow *b) {
  if (a->indicator != b->indicator)
    return a->indicator < b->indicator ? -1 : 1;
  if (a->region != b->region)
    return a->region < b->region ? -1 : 1;
  return ut_period_compare (a->period, b->period);
}

static int
compare_added (const void *a, const void *b) {
  const Added *x = a, *y = b;
  int order = compare_keys (&x->row, &y->row);
  return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

typedef struct {
  guint keys;      /* how many there are: few make repeats */
  guint indicator; /* the only one of a part; G_MAXUINT: any */
  gboolean sorted, numerators, denominators, origins;
} Kind;

static Added
make_row (const Kind *kind, guint order) {
  guint key = below (kind->keys);
  Added added = { .order = order };
  UtPeriod period = { .kind = UT_PERIOD_YEAR, .first_year = (guint16) (2000 + key % 17) };
  period.last_year = period.first_year;
  if (key % 5 == 0)
    period = (UtPeriod){ .kind = UT_PERIOD_SCHOOL_YEAR,
                         .first_year = period.first_year,
                         .last_year = period.first_year + 1 };
  added.row = (UtRow){ .indicator = (UtIndicatorId) (kind->indicator != G_MAXUINT ? kind->indicator : key % 3),
                       .region = (UtRegionId) (key / 17),
                       .period = period,
                       .value = order % 11 == 0 ? NAN : order,
                       .numerator = kind->numerators && order % 3 == 0 ? order + 0.25 : NAN,
                       .denominator = kind->denominators && order % 7 == 0 ? order + 0.5 : NAN,
                       .margin = kind->denominators && order % 1000 == 999 ? 0.75 : NAN,
                       .status = order % 11 == 0 ? UT_STATUS_CONFIDENTIAL : UT_STATUS_OK,
                       .quality = (guint16) (order % 512),
                       .line = order % 13 == 0 ? 0 : order + 1,
                       .n_origins = kind->origins ? below (4) : 0 };
  for (guint k = 0; k < added.row.n_origins; k++)
    added.origins[k] = (UtOrigin){ .line = order * 4 + k + 1, .code = "4036", .value = order, .weight = 1 };
  return added;
}

/* The rows of one part, in the order they are to be added. */
static void
make_part (GArray *all, guint n) {
  const Kind kind = { .keys = below (2) ? 60 : 20000,
                      .indicator = below (2) ? below (4) : G_MAXUINT,
                      .sorted = below (3) > 0,
                      .numerators = below (2) == 0,
                      .denominators = below (3) == 0,
                      .origins = below (2) == 0 };
  guint first = all->len;
  for (guint i = 0; i < n; i++) {
    Added added = make_row (&kind, first + i);
    g_array_append_val (all, added);
  }
  if (!kind.sorted || n == 0)
    return;
  qsort (&g_array_index (all, Added, first), n, sizeof (Added), compare_added);
  for (guint i = first; i < all->len; i++)
    g_array_index (all, Added, i).order = i;
}

static void
add_part (UtTableBuilder *builder, GArray *all, guint first) {
  for (guint i = first; i < all->len; i++) {
    Added *added = &g_array_index (all, Added, i);
    added->row.origins = added->origins;
    ut_table_builder_add (builder, &added->row);
  }
}

static void
check_number (double a, double b) {
  g_assert_true (isnan (a) ? isnan (b) : a == b);
}

static void
check_row (const UtRow *row, const Added *expected) {
  const UtRow *e = &expected->row;
  g_assert_cmpint (compare_keys (row, e), ==, 0);
  check_number (row->value, e->value);
  check_number (row->numerator, e->numerator);
  check_number (row->denominator, e->denominator);
  check_number (row->margin, e->margin);
  g_assert_cmpint (row->status, ==, e->status);
  g_assert_cmpuint (row->quality, ==, e->quality);
  g_assert_cmpuint (row->n_origins, ==, e->n_origins);
  for (gsize k = 0; k < row->n_origins; k++)
    g_assert_cmpuint (row->origins[k].line, ==, expected->origins[k].line);
  if (row->n_origins == 0)
    g_assert_cmpuint (row->line, ==, e->line);
}

typedef struct {
  const GArray *pairs; /* guint: numbers of the first and the repeated */
  const GArray *all;
  guint n_reported;
} Reported;

static UtRepeated
on_repeated (gpointer user, const UtRow *first, const UtRow *repeated) {
  Reported *reported = user;
  g_assert_cmpuint (2 * reported->n_reported + 1, <, reported->pairs->len);
  check_row (first,
             &g_array_index (reported->all, Added, g_array_index (reported->pairs, guint, 2 * reported->n_reported)));
  check_row (repeated, &g_array_index (reported->all, Added,
                                       g_array_index (reported->pairs, guint, 2 * reported->n_reported + 1)));
  reported->n_reported++;
  return UT_REPEATED_FIRST;
}

static void
check_optional (const double *column, const GArray *kept, const GArray *all, gsize offset) {
  gboolean any = FALSE;
  for (guint i = 0; i < all->len; i++)
    any = any || !isnan (G_STRUCT_MEMBER (double, &g_array_index (all, Added, i).row, offset));
  g_assert_cmpuint (kept->len, <=, all->len);
  g_assert_true (any == (column != NULL));
}

/* A part of its own, or one with room in the builder, enough or too little. */
static UtTableBuilder *
new_part (const UtTableBuilder *builder, gsize *at) {
  if (below (3) == 0)
    return ut_table_builder_new ();
  gsize n = below (2) == 0 ? ROOM : below (ROOM), from = *at;
  *at += n;
  return ut_table_builder_new_part (builder, from, n);
}

static void
check_builder (guint n_parts) {
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Added)), kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  gsize at = 0;
  ut_table_builder_reserve (builder, n_parts * ROOM);
  for (guint p = 0; p < n_parts; p++) {
    g_autoptr (UtTableBuilder) part = new_part (builder, &at);
    guint first = all->len;
    make_part (all, below (3) == 0 ? below (5) : below (ROOM));
    gboolean direct = below (3) == 0;
    add_part (direct ? builder : part, all, first);
    if (!direct)
      ut_table_builder_take (builder, part);
  }
  g_array_sort (all, compare_added);
  guint last = 0;
  for (guint i = 0; i < all->len; i++) {
    if (i > 0 && compare_keys (&g_array_index (all, Added, last).row, &g_array_index (all, Added, i).row) == 0) {
      g_array_append_val (pairs, last);
      g_array_append_val (pairs, i);
      continue;
    }
    g_array_append_val (kept, i);
    last = i;
  }
  Reported reported = { pairs, all, 0 };
  g_autoptr (UtTable) table = ut_table_builder_finish_unique (builder, on_repeated, &reported);
  g_assert_cmpuint (reported.n_reported * 2, ==, pairs->len);
  g_assert_cmpuint (table->n_rows, ==, kept->len);
  for (guint i = 0; i < kept->len; i++) {
    UtRow row;
    ut_table_get_row (table, i, &row);
    check_row (&row, &g_array_index (all, Added, g_array_index (kept, guint, i)));
  }
  check_optional (table->numerator, kept, all, G_STRUCT_OFFSET (UtRow, numerator));
  check_optional (table->denominator, kept, all, G_STRUCT_OFFSET (UtRow, denominator));
  check_optional (table->margin, kept, all, G_STRUCT_OFFSET (UtRow, margin));
  /* What was handed over is gone: the builder begins anew. */
  g_autoptr (UtTable) empty = ut_table_builder_finish (builder);
  g_assert_cmpuint (empty->n_rows, ==, 0);
}

/* Which row stays is the value of the repeated one. */
static UtRepeated
on_chosen (gpointer user, const UtRow *first, const UtRow *repeated) {
  (void) user;
  g_assert_cmpint (first->region, ==, repeated->region);
  return (UtRepeated) repeated->margin;
}

/* The first, the second, or a row without a figure; a third row of the key meets what the two before left. */
static void
test_chosen (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  const UtPeriod period = { .kind = UT_PERIOD_YEAR, .first_year = 2024, .last_year = 2024 };
  const struct {
    UtRegionId region;
    double value;
    UtRepeated chosen;
  } rows[] = { { 1, 10, 0 },
               { 1, 11, UT_REPEATED_FIRST },
               { 2, 20, 0 },
               { 2, 21, UT_REPEATED_SECOND },
               { 3, 30, 0 },
               { 3, 31, UT_REPEATED_NEITHER },
               { 4, 40, 0 },
               { 4, NAN, UT_REPEATED_NEITHER },
               { 5, 50, 0 },
               { 5, 51, UT_REPEATED_SECOND },
               { 5, 52, UT_REPEATED_FIRST } };
  guint16 file = ut_table_builder_file (builder, "a.csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const UtOrigin origin
        = { .file = file, .line = 2, .value = rows[i].value, .numerator = rows[i].value / 2, .denominator = 100 };
    const UtRow row = { .region = rows[i].region,
                        .period = period,
                        .value = rows[i].value,
                        .numerator = rows[i].value / 2,
                        .denominator = 100,
                        .margin = rows[i].chosen,
                        .status = isnan (rows[i].value) ? UT_STATUS_CONFIDENTIAL : UT_STATUS_OK,
                        .origins = &origin,
                        .n_origins = 1 };
    ut_table_builder_add (builder, &row);
  }
  g_autoptr (UtTable) table = ut_table_builder_finish_unique (builder, on_chosen, NULL);
  g_assert_cmpuint (table->n_rows, ==, 5);
  const double values[] = { 10, 21, NAN, NAN, 51 };
  for (gsize i = 0; i < table->n_rows; i++) {
    check_number (table->value[i], values[i]);
    check_number (ut_table_numerator (table, i), values[i] / 2);
    check_number (ut_table_denominator (table, i), isnan (values[i]) ? NAN : 100);
    g_assert_cmpuint (ut_table_n_origins (table, i), ==, 1);
    const UtOrigin origin = ut_table_origin (table, i, 0);
    check_number (origin.value, values[i]);
    check_number (origin.numerator, values[i] / 2);
    check_number (origin.denominator, isnan (values[i]) ? NAN : 100);
  }
  g_assert_cmpint (table->status[2], ==, UT_STATUS_CONTRADICTORY);
  g_assert_cmpint (table->status[3], ==, UT_STATUS_CONFIDENTIAL);
}

static void
test_random (void) {
  for (guint i = 0; i < 60; i++)
    check_builder (1 + below (8));
}

/* So many rows that several threads copy them. */
static void
test_large (void) {
  enum { N_PARTS = 6, N_REGIONS = 5000, N_YEARS = 8 };
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  for (guint p = 0; p < N_PARTS; p++) {
    g_autoptr (UtTableBuilder) part = ut_table_builder_new ();
    guint indicator = (p * 5) % N_PARTS;
    for (guint i = 0; i < N_REGIONS * N_YEARS; i++) {
      guint16 year = (guint16) (2000 + i % N_YEARS);
      const UtRow row = { .indicator = (UtIndicatorId) indicator,
                          .region = (UtRegionId) (i / N_YEARS),
                          .period = { .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year },
                          .value = indicator * N_REGIONS * N_YEARS + i,
                          .numerator = NAN,
                          .denominator = NAN,
                          .margin = NAN };
      ut_table_builder_add (part, &row);
    }
    ut_table_builder_take (builder, part);
  }
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  g_assert_cmpuint (table->n_rows, ==, N_PARTS * N_REGIONS * N_YEARS);
  for (gsize i = 0; i < table->n_rows; i++)
    g_assert_cmpfloat (table->value[i], ==, (double) i);
  g_assert_null (table->numerator);
}

static double
numerator_of (guint part, gsize i) {
  return part % 3 == 0 ? NAN : part % 3 == 1 ? (double) i : (double) i + 0.5;
}

/* Parts side by side in the builder's room, with holes between them, some with numerators of their own. */
static void
test_room (void) {
  enum { N_PARTS = 9, N_ROWS = 700, HOLE = 41 };
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  UtTableBuilder *parts[N_PARTS];
  ut_table_builder_reserve (builder, (gsize) N_PARTS * (N_ROWS + HOLE));
  for (guint p = 0; p < N_PARTS; p++)
    parts[p] = ut_table_builder_new_part (builder, (gsize) p * (N_ROWS + HOLE), N_ROWS + HOLE);
  for (guint i = 0; i < N_ROWS; i++)
    for (guint p = 0; p < N_PARTS; p++) {
      const UtRow row = { .indicator = (UtIndicatorId) p,
                          .region = (UtRegionId) i,
                          .period = { .kind = UT_PERIOD_YEAR, .first_year = 2020, .last_year = 2020 },
                          .value = i,
                          .numerator = numerator_of (p, i),
                          .denominator = p == 4 ? 1000 : NAN,
                          .margin = NAN };
      ut_table_builder_add (parts[p], &row);
    }
  for (guint p = N_PARTS; p > 0; p--) {
    ut_table_builder_take (builder, parts[p - 1]);
    ut_table_builder_free (parts[p - 1]);
  }
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  g_assert_cmpuint (table->n_rows, ==, N_PARTS * N_ROWS);
  for (gsize i = 0; i < table->n_rows; i++) {
    guint part = (guint) (i / N_ROWS);
    g_assert_cmpuint (table->indicator[i], ==, part);
    g_assert_cmpuint (table->region[i], ==, i % N_ROWS);
    check_number (table->value[i], i % N_ROWS);
    check_number (table->numerator[i], numerator_of (part, i % N_ROWS));
    check_number (table->denominator[i], part == 4 ? 1000 : NAN);
  }
  g_assert_null (table->margin);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/builder/chosen", test_chosen);
  g_test_add_func ("/import/builder/random", test_random);
  g_test_add_func ("/import/builder/large", test_large);
  g_test_add_func ("/import/builder/room", test_room);
  return g_test_run ();
}
