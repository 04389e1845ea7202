/* What a source suppresses is protected as what we suppress, in every sum; and marked where the source gives it away
 * itself. */
#include "sample.h"

#include <math.h>

static void
add_suppressed (Sample *sample, const char *key, const char *code, const char *period) {
  UtRow row = sample_row (sample, key, code, period);
  row.status = UT_STATUS_CONFIDENTIAL;
  sample_add_row (sample, row, "prove");
}

static gsize
row_of (const Sample *sample, const UtTable *table, const char *key, const char *code, const char *period) {
  gssize row = sample_find (sample, table, key, code, period);
  g_assert_cmpint (row, >=, 0);
  return (gsize) row;
}

/* Which of our rows are suppressed, as many as there are. */
static guint
n_suppressed (const UtTable *table) {
  guint n = 0;
  for (gsize i = 0; i < table->n_rows; i++)
    n += table->status[i] == UT_STATUS_SUPPRESSED;
  return n;
}

static guint
n_disclosed (const UtTable *table) {
  guint n = 0;
  for (gsize i = 0; i < table->n_rows; i++) {
    gboolean disclosed = (table->quality[i] & UT_QUALITY_DISCLOSED) != 0;
    g_assert_true (!disclosed || (table->status[i] == UT_STATUS_CONFIDENTIAL && isnan (table->value[i])));
    n += disclosed;
  }
  return n;
}

/* Telemark: the first `n_suppressed` municipalities suppressed, the others 20 each, and a total that leaves `rest`. Of
 * the third least is to be expected. */
static UtTable *
county (Sample *sample, const char *key, guint n_suppressed, double rest) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    const char *code = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
    if (i < n_suppressed)
      add_suppressed (sample, key, code, "2023");
    else
      sample_add_value (sample, key, code, "2023", 20);
    sample_add_value (sample, "persons", code, "2022", i < n_suppressed ? 100 : i == 2 ? 900 : 1000);
  }
  sample_add_value (sample, key, "40", "2023", 20 * (members->len - n_suppressed) + rest);
  return sample_prepare (sample, NULL, NULL);
}

static const char *
member (const Sample *sample, guint i) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  return ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
}

static void
test_alone_in_county (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtTable) table = county (sample, "few", 1, 3);
  g_assert_cmpuint (n_suppressed (table), ==, 1);
  g_assert_cmpint (table->status[row_of (sample, table, "few", member (sample, 2), "2023")], ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpuint (n_disclosed (table), ==, 1);
  gsize hidden = row_of (sample, table, "few", member (sample, 0), "2023");
  g_assert_cmpint (table->status[hidden], ==, UT_STATUS_CONFIDENTIAL);
  g_assert_true ((table->quality[hidden] & UT_QUALITY_DISCLOSED) != 0);
}

/* Two that share enough are company for each other; 1 is too little to share, and nothing is no doubt at all. */
static void
test_two_in_county (void) {
  static const struct {
    double rest;
    guint n_suppressed, n_disclosed;
  } cases[] = { { 30, 0, 0 }, { 4, 1, 0 }, { 1, 1, 0 }, { 0, 1, 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    g_autoptr (UtTable) table = county (sample, "few", 2, cases[i].rest);
    g_assert_cmpuint (n_suppressed (table), ==, cases[i].n_suppressed);
    g_assert_cmpuint (n_disclosed (table), ==, cases[i].n_disclosed);
  }
}

/* Where nothing is to be suppressed nothing is, but what the source gives away is marked. */
static void
test_no_limits (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtTable) table = county (sample, "future", 1, 3);
  g_assert_cmpuint (n_suppressed (table), ==, 0);
  g_assert_cmpuint (n_disclosed (table), ==, 1);
}

/* Without a total nobody can subtract. */
static void
test_no_total (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_suppressed (sample, "few", "4032", "2023");
  sample_add_value (sample, "few", "4034", "2023", 20);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed (table), ==, 0);
  g_assert_cmpuint (n_disclosed (table), ==, 0);
}

/* A suppressed total is the sum of what is shown. */
static void
test_total (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++)
    sample_add_value (sample, "few", member (sample, i), "2023", 20);
  add_suppressed (sample, "few", "40", "2023");
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed (table), >=, 1);
  g_assert_cmpuint (n_disclosed (table), ==, 1);
}

static void
test_parts (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_suppressed (sample, "girls", "4032", "2023");
  sample_add_value (sample, "boys", "4032", "2023", 30);
  sample_add_value (sample, "all", "4032", "2023", 32);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed (table), ==, 1);
  g_assert_cmpint (table->status[row_of (sample, table, "boys", "4032", "2023")], ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpuint (n_disclosed (table), ==, 1);
}

static void
test_years (void) {
  g_autoptr (Sample) sample = sample_new ();
  for (guint year = 2014; year <= 2023; year++) {
    g_autofree char *period = g_strdup_printf ("%u", year);
    if (year == 2019)
      add_suppressed (sample, "few", "4032", period);
    else
      sample_add_value (sample, "few", "4032", period, 40);
  }
  sample_add_value (sample, "few", "4032", "2018-2020", 82);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed (table), ==, 1);
  g_assert_cmpint (table->status[row_of (sample, table, "few", "4032", "2018")], ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpuint (n_disclosed (table), ==, 1);
}

/* The mean of three years is no sum. */
static void
test_mean_of_years (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "few", "4032", "2018", 40);
  add_suppressed (sample, "few", "4032", "2019");
  sample_add_value (sample, "few", "4032", "2020", 40);
  sample_add_value (sample, "few", "4032", "2018-2020", 27);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed (table), ==, 0);
  g_assert_cmpuint (n_disclosed (table), ==, 0);
}

/* An own region of all the others would be the county less the suppressed one: what we add up is suppressed with its
 * members.
 */
static void
test_own_region (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  const UtRegion *own = ut_regions_add_own (sample->regions, "prove", "Prøve", &g_array_index (members, UtRegionId, 1),
                                            members->len - 1, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (ids, own->id);
  for (guint i = 0; i < members->len; i++)
    if (i > 0)
      sample_add (sample, "small", member (sample, i), "2023", 100, 1000);
  add_suppressed (sample, "small", member (sample, 0), "2023");
  sample_add (sample, "small", "40", "2023", 100 * (members->len - 1) + 2, 1000 * members->len);
  g_autoptr (UtTable) table = sample_prepare (sample, ids, NULL);
  g_assert_cmpint (table->status[row_of (sample, table, "small", "prove", "2023")], ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpuint (n_suppressed (table), ==, 2);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/suppress-source/alone-in-county", test_alone_in_county);
  g_test_add_func ("/assess/suppress-source/two-in-county", test_two_in_county);
  g_test_add_func ("/assess/suppress-source/no-limits", test_no_limits);
  g_test_add_func ("/assess/suppress-source/no-total", test_no_total);
  g_test_add_func ("/assess/suppress-source/total", test_total);
  g_test_add_func ("/assess/suppress-source/parts", test_parts);
  g_test_add_func ("/assess/suppress-source/years", test_years);
  g_test_add_func ("/assess/suppress-source/mean-of-years", test_mean_of_years);
  g_test_add_func ("/assess/suppress-source/own-region", test_own_region);
  return g_test_run ();
}
