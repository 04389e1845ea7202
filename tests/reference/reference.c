/* Every method of the statistics against numbers computed elsewhere; see README.md beside the files. */
#include "reference.h"

#include <math.h>
#include <string.h>
#include <utsyn/methods.h>

#define NEAR_ZERO 1e-12

static const Reference *current;
static double worst;

static char *
root_path (const char *folder, const char *file) {
  const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
  g_assert_nonnull (root);
  return g_build_filename (root, folder, file, NULL);
}

void
expect_within (const CsvRow *row, const char *what, double got, double expected, double tolerance) {
  double error = isinf (expected) ? (got == expected ? 0 : INFINITY) : fabs (got - expected);
  if (isfinite (expected) && expected != 0 && error > 1e-300)
    error /= fabs (expected);
  double allowed = expected == 0 ? NEAR_ZERO : tolerance;
  if (expected != 0)
    worst = MAX (worst, error);
  if (!(error <= allowed) && !(fabs (got - expected) <= current->absolute)) {
    g_test_message ("%s, row %u: %s is %.17g, expected %.17g", current->file, row->row + 2, what, got, expected);
    g_test_fail ();
  }
}

void
expect (const CsvRow *row, const char *what, double got, double expected) {
  expect_within (row, what, got, expected, current->tolerance);
}

void
expect_column (const CsvRow *row, const char *heading, double got) {
  expect (row, heading, got, csv_number (row, heading));
}

void
expect_interval (const CsvRow *row, const char *lower, const char *upper, UtInterval got) {
  expect_column (row, lower, got.lower);
  expect_column (row, upper, got.upper);
}

void
expect_known (const CsvRow *row, const char *heading, double got) {
  if (!isnan (csv_number (row, heading)))
    expect_column (row, heading, got);
}

void
expect_ok (UtOutcome outcome) {
  g_assert_cmpint (outcome, ==, UT_OUTCOME_OK);
}

static const Reference *const lists[]
    = { reference_interval, reference_compare,    reference_trend, reference_describe, reference_standardise,
        reference_effect,   reference_inequality, reference_units, reference_possible };

static Csv *
read_file (const Reference *reference, const char *name) {
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = root_path (reference->folder ? reference->folder : "tests/reference", file);
  return csv_read (path);
}

static void
test_reference (gconstpointer data) {
  current = data;
  worst = 0;
  g_autoptr (Csv) cases = read_file (current, current->file);
  if (!cases && current->folder) {
    g_test_skip ("the published test data are not here");
    return;
  }
  g_assert_nonnull (cases);
  g_assert_cmpuint (cases->rows->len, >, 0);
  g_autoptr (Csv) series = current->data ? read_file (current, current->data) : NULL;
  g_assert_true (!current->data || series);
  for (guint i = 0; i < cases->rows->len; i++)
    current->check (&(CsvRow){ cases, i }, series);
  g_test_message ("%s: %u rows, largest relative error %.2g", current->file, cases->rows->len, worst);
}

static gboolean
vouches (const Reference *reference, const UtMethod *method) {
  g_auto (GStrv) names = g_strsplit (reference->functions, " ", -1);
  return !reference->folder && g_str_equal (reference->file, method->reference)
         && g_strv_contains ((const char *const *) names, method->function);
}

static gboolean
has_reference (const UtMethod *method) {
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (const Reference *reference = lists[list]; reference->functions; reference++)
      if (vouches (reference, method))
        return TRUE;
  return FALSE;
}

/* Every row of the table of methods has reference cases that are run here. */
static void
test_methods (void) {
  gsize n;
  const UtMethod *methods = ut_method_table (&n);
  for (gsize i = 0; i < n; i++)
    if (!has_reference (&methods[i])) {
      g_test_message ("%s has no reference cases in %s.csv", methods[i].function, methods[i].reference);
      g_test_fail ();
    }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/methods-have-cases", test_methods);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (const Reference *reference = lists[list]; reference->functions; reference++) {
      g_autofree char *path = g_strdup_printf ("/reference/%s", reference->file);
      g_test_add_data_func (path, reference, test_reference);
    }
  return g_test_run ();
}
