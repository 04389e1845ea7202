#include <math.h>
#include <string.h>
#include <utsyn/table.h>

static UtPeriod
year (guint16 number) {
  return (UtPeriod){ .kind = UT_PERIOD_YEAR, .first_year = number, .last_year = number };
}

static UtRow
row_of (UtIndicatorId indicator, UtRegionId region, guint16 number, double value) {
  return (UtRow){
    .indicator = indicator,
    .region = region,
    .period = year (number),
    .value = value,
    .numerator = NAN,
    .denominator = NAN,
    .margin = NAN,
    .status = isnan (value) ? UT_STATUS_MISSING : UT_STATUS_OK,
  };
}

static void
add (UtTableBuilder *builder, UtIndicatorId indicator, UtRegionId region, guint16 number, double value) {
  UtRow row = row_of (indicator, region, number, value);
  ut_table_builder_add (builder, &row);
}

static void
test_empty (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  gsize row;
  g_assert_cmpuint (table->n_rows, ==, 0);
  UtSeries series = ut_table_series (table, 0, 0);
  g_assert_cmpuint (series.n, ==, 0);
  g_assert_false (ut_series_latest (series, &row));
  g_assert_false (ut_series_find (series, year (2020), &row));
  ut_table_free (NULL);
  ut_table_builder_free (NULL);
}

/* Rows put in at random come out sorted, each with its own cells. */
static void
test_sorted (void) {
  enum { N_INDICATORS = 5, N_REGIONS = 11, N_YEARS = 7, N = N_INDICATORS * N_REGIONS * N_YEARS };
  guint order[N];
  for (guint i = 0; i < N; i++)
    order[i] = i;
  for (guint i = N - 1; i > 0; i--) {
    guint k = (guint) g_test_rand_int_range (0, (gint32) i + 1), kept = order[i];
    order[i] = order[k];
    order[k] = kept;
  }
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  guint16 file = ut_table_builder_file (builder, "datasets/a/a.csv", "a");
  for (guint i = 0; i < N; i++) {
    UtRow row = row_of ((UtIndicatorId) (order[i] / (N_REGIONS * N_YEARS)),
                        (UtRegionId) (order[i] / N_YEARS % N_REGIONS), (guint16) (2015 + order[i] % N_YEARS), order[i]);
    UtOrigin origins[2]
        = { { .file = file, .line = order[i], .code = "4036" }, { .file = file, .line = N + order[i] } };
    row.numerator = order[i] + 0.25;
    row.denominator = order[i] + 0.5;
    row.margin = order[i] + 0.75;
    row.quality = (guint8) (order[i] % 7);
    row.origins = origins;
    row.n_origins = order[i] % 3;
    ut_table_builder_add (builder, &row);
  }
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  g_assert_cmpuint (table->n_rows, ==, N);
  for (gsize i = 0; i < N; i++) {
    UtRow row;
    ut_table_get_row (table, i, &row);
    g_assert_cmpfloat (row.value, ==, (double) i);
    g_assert_cmpfloat (row.numerator, ==, (double) i + 0.25);
    g_assert_cmpfloat (row.denominator, ==, (double) i + 0.5);
    g_assert_cmpfloat (row.margin, ==, (double) i + 0.75);
    g_assert_cmpuint (row.quality, ==, i % 7);
    g_assert_cmpuint (row.n_origins, ==, i % 3);
    for (gsize k = 0; k < row.n_origins; k++)
      g_assert_cmpuint (row.origins[k].line, ==, i + k * N);
  }
  for (UtIndicatorId indicator = 0; indicator < N_INDICATORS; indicator++) {
    for (UtRegionId region = 0; region < N_REGIONS; region++) {
      UtSeries series = ut_table_series (table, indicator, region);
      g_assert_cmpuint (series.n, ==, N_YEARS);
      g_assert_cmpuint (series.first, ==, (gsize) (indicator * N_REGIONS + region) * N_YEARS);
    }
  }
  g_assert_cmpuint (ut_table_series (table, N_INDICATORS, 0).n, ==, 0);
  g_assert_cmpuint (ut_table_series (table, 0, N_REGIONS).n, ==, 0);
  g_assert_cmpuint (ut_table_series (table, G_MAXUINT16, G_MAXUINT16).n, ==, 0);
}

static void
test_series_find (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  add (builder, 1, 4, 2021, 3);
  add (builder, 1, 4, 2019, 1);
  add (builder, 2, 4, 2020, 9);
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  UtSeries series = ut_table_series (table, 1, 4);
  gsize row;
  g_assert_true (ut_series_find (series, year (2021), &row));
  g_assert_cmpfloat (table->value[row], ==, 3);
  g_assert_false (ut_series_find (series, year (2020), &row));
  UtPeriod school = { .kind = UT_PERIOD_SCHOOL_YEAR, .first_year = 2020, .last_year = 2021 };
  g_assert_false (ut_series_find (series, school, &row));
}

static void
test_latest (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  add (builder, 0, 0, 2020, 1);
  add (builder, 0, 0, 2021, 2);
  add (builder, 0, 0, 2022, NAN);
  UtRow partial = row_of (0, 0, 2023, 4);
  partial.quality = UT_QUALITY_PARTIAL | UT_QUALITY_PRELIMINARY;
  ut_table_builder_add (builder, &partial);
  add (builder, 0, 1, 2020, NAN);
  add (builder, 0, 1, 2021, NAN);
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  gsize row;
  g_assert_true (ut_series_latest (ut_table_series (table, 0, 0), &row));
  g_assert_cmpuint (table->period[row].last_year, ==, 2021);
  g_assert_true (ut_series_latest (ut_table_series (table, 0, 1), &row));
  g_assert_cmpuint (table->period[row].last_year, ==, 2021);
}

static void
test_files (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  guint16 first = ut_table_builder_file (builder, "a.csv", "a");
  guint16 second = ut_table_builder_file (builder, "b.csv", "a");
  g_assert_cmpuint (first, !=, second);
  g_assert_cmpuint (ut_table_builder_file (builder, "a.csv", "a"), ==, first);
  g_assert_cmpuint (ut_table_builder_file (builder, "a.csv", "b"), !=, first);
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  g_assert_cmpstr (ut_table_file (table, second)->path, ==, "b.csv");
  g_assert_cmpstr (ut_table_file (table, second)->dataset, ==, "a");
}

static void
test_add_table (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  UtRow row = row_of (3, 2, 2020, 5);
  UtOrigin origin = { .file = ut_table_builder_file (builder, "a.csv", "a"), .line = 7, .weight = 1 };
  row.origins = &origin;
  row.n_origins = 1;
  ut_table_builder_add (builder, &row);
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);

  g_autoptr (UtTableBuilder) other = ut_table_builder_new ();
  ut_table_builder_file (other, "b.csv", "b");
  add (other, 1, 1, 2020, 1);
  ut_table_builder_add_table (other, table);
  g_autoptr (UtTable) both = ut_table_builder_finish (other);
  UtRow copied;
  g_assert_cmpuint (both->n_rows, ==, 2);
  ut_table_get_row (both, 1, &copied);
  g_assert_cmpfloat (copied.value, ==, 5);
  g_assert_cmpuint (copied.n_origins, ==, 1);
  g_assert_cmpuint (copied.origins[0].line, ==, 7);
  g_assert_cmpstr (ut_table_file (both, copied.origins[0].file)->path, ==, "a.csv");
}

static void
test_builder_is_empty_afterwards (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  ut_table_builder_file (builder, "a.csv", "a");
  add (builder, 0, 0, 2020, 1);
  g_autoptr (UtTable) first = ut_table_builder_finish (builder);
  add (builder, 0, 0, 2020, 2);
  g_autoptr (UtTable) second = ut_table_builder_finish (builder);
  g_assert_cmpuint (first->files->len, ==, 1);
  g_assert_cmpuint (second->n_rows, ==, 1);
  g_assert_cmpuint (second->files->len, ==, 0);
}

static void
test_broken_invariant (void) {
  if (g_test_subprocess ()) {
    g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
    UtRow row = row_of (0, 0, 2020, 1);
    row.status = UT_STATUS_CONFIDENTIAL;
    ut_table_builder_add (builder, &row);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_repeated_key (void) {
  if (g_test_subprocess ()) {
    g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
    add (builder, 0, 0, 2020, 1);
    add (builder, 0, 0, 2020, 1);
    ut_table_free (ut_table_builder_finish (builder));
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_statuses (void) {
  g_assert_cmpstr (ut_status_sign (UT_STATUS_OK), ==, "");
  g_assert_cmpstr (ut_status_sign (UT_STATUS_NOT_POSSIBLE), ==, ".");
  g_assert_cmpstr (ut_status_sign (UT_STATUS_MISSING), ==, "..");
  g_assert_cmpstr (ut_status_sign (UT_STATUS_NOT_YET), ==, "...");
  g_assert_cmpstr (ut_status_sign (UT_STATUS_CONFIDENTIAL), ==, ":");
  g_assert_cmpstr (ut_status_sign (UT_STATUS_SUPPRESSED), ==, ":");
  g_assert_cmpstr (ut_status_label (UT_STATUS_CONFIDENTIAL, UT_LANGUAGE_NN), ==, "skjerma i kjelda");
  for (UtStatus status = 0; status < UT_N_STATUSES; status++)
    for (UtLanguage language = UT_LANGUAGE_NB; language <= UT_LANGUAGE_NN; language++)
      g_assert_cmpstr (ut_status_label (status, language), !=, ut_status_label (status, UT_LANGUAGE_EN));
}

/* A copy of some indicators has their rows, numbers and origins, and is its own. */
static void
test_copy (void) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  guint16 file = ut_table_builder_file (builder, "datasets/a/a.csv", "a");
  for (UtIndicatorId indicator = 0; indicator < 4; indicator++)
    for (guint16 number = 2020; number < 2023; number++) {
      UtRow row = row_of (indicator, 7, number, 10 * indicator + number - 2020);
      UtOrigin origins[] = { { .file = file, .line = number, .value = row.value / 2, .weight = 1 },
                             { .file = file, .line = number + 1u, .value = row.value / 2, .weight = 1 } };
      row.denominator = indicator == 2 ? 100 : NAN;
      row.origins = origins;
      row.n_origins = number == 2021 ? 2 : 1;
      ut_table_builder_add (builder, &row);
    }
  UtTable *table = ut_table_builder_finish (builder);
  const gboolean wanted[] = { TRUE, FALSE, TRUE, FALSE };
  g_autoptr (UtTable) copy = ut_table_copy (table, wanted), all = ut_table_copy (table, NULL);
  UtSeries series = ut_table_series (copy, 2, 7);
  g_assert_cmpuint (all->n_rows, ==, 12);
  g_assert_cmpuint (copy->n_rows, ==, 6);
  g_assert_cmpuint (ut_table_series (copy, 1, 7).n, ==, 0);
  g_assert_cmpuint (series.n, ==, 3);
  g_assert_cmpfloat (copy->value[series.first + 1], ==, 21);
  g_assert_cmpfloat (ut_table_denominator (copy, series.first), ==, 100);
  g_assert_true (isnan (ut_table_denominator (copy, 0)));
  g_assert_true (isnan (ut_table_numerator (copy, 0)));
  g_assert_cmpuint (ut_table_n_origins (copy, series.first + 1), ==, 2);
  g_assert_cmpuint (ut_table_origin (copy, series.first + 1, 1).line, ==, 2022);
  g_assert_cmpfloat (ut_table_origin (copy, series.first + 1, 1).value, ==, 10.5);
  g_array_index (copy->origins, UtOrigin, 0).value = NAN;
  copy->value[0] = NAN;
  g_assert_cmpfloat (table->value[0], ==, 0);
  g_assert_cmpfloat (g_array_index (table->origins, UtOrigin, 0).value, ==, 0);
  g_assert_cmpstr (ut_table_file (copy, file)->path, ==, "datasets/a/a.csv");
  g_autoptr (UtTable) held = ut_table_ref (table);
  ut_table_free (table);
  g_assert_cmpfloat (held->value[11], ==, 32);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/table/empty", test_empty);
  g_test_add_func ("/model/table/sorted", test_sorted);
  g_test_add_func ("/model/table/series-find", test_series_find);
  g_test_add_func ("/model/table/latest", test_latest);
  g_test_add_func ("/model/table/files", test_files);
  g_test_add_func ("/model/table/add-table", test_add_table);
  g_test_add_func ("/model/table/builder-is-empty-afterwards", test_builder_is_empty_afterwards);
  g_test_add_func ("/model/table/broken-invariant", test_broken_invariant);
  g_test_add_func ("/model/table/repeated-key", test_repeated_key);
  g_test_add_func ("/model/table/statuses", test_statuses);
  g_test_add_func ("/model/table/copy", test_copy);
  return g_test_run ();
}
