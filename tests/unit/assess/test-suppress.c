/* Small cells are gone from the prepared table, and so is everything that would give them away. */
#include "assess/counts.h"
#include "sample.h"

#include <math.h>
#include <string.h>

/* A number that may be nowhere. */
#define CANARY 48611.0

static gboolean
column_has (const double *column, gsize n, double number) {
  for (gsize i = 0; column != NULL && i < n; i++)
    if (fabs (column[i] - number) < 1e-6)
      return TRUE;
  return FALSE;
}

static gboolean
table_has (const UtTable *table, double number) {
  for (guint i = 0; i < table->origins->len; i++) {
    const UtOrigin *origin = &g_array_index (table->origins, UtOrigin, i);
    double numbers[] = { origin->value, origin->numerator, origin->denominator };
    if (column_has (numbers, 3, number))
      return TRUE;
  }
  return column_has (table->value, table->n_rows, number) || column_has (table->numerator, table->n_rows, number)
         || column_has (table->denominator, table->n_rows, number) || column_has (table->margin, table->n_rows, number);
}

static UtStatus
status_of (const Sample *sample, const UtTable *table, const char *key, const char *code) {
  gssize row = sample_find (sample, table, key, code, "2023");
  g_assert_cmpint (row, >=, 0);
  return table->status[row];
}

/* The limit itself is suppressed, and zero too; one above is not. */
static void
test_limits (void) {
  static const struct {
    double events, n;
    gboolean hidden;
  } cases[] = {
    { 0, 100, TRUE },   { 3, 100, TRUE },   { 3, CANARY, TRUE }, { 4, 100, FALSE }, { 97, 100, TRUE },
    { 96, 100, FALSE }, { 100, 100, TRUE }, { 4, 9, TRUE },      { 5, 10, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    sample_add (sample, "small", "4032", "2023", cases[i].events, cases[i].n);
    g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
    gsize row = (gsize) sample_find (sample, table, "small", "4032", "2023");
    g_assert_cmpint (table->status[row], ==, cases[i].hidden ? UT_STATUS_SUPPRESSED : UT_STATUS_OK);
    g_assert_cmpint (isnan (table->value[row]), ==, cases[i].hidden);
    g_assert_cmpint (isnan (ut_table_numerator (table, row)), ==, cases[i].hidden);
    g_assert_cmpint (isnan (ut_table_denominator (table, row)), ==, cases[i].hidden);
    g_assert_false (table_has (table, CANARY));
  }
}

/* A limit of 0 is a limit. */
static void
test_limit_zero (void) {
  static const struct {
    const char *key;
    double events;
    UtStatus status;
  } cases[] = { { "nobody", 0, UT_STATUS_SUPPRESSED }, { "nobody", 1, UT_STATUS_OK },
                { "nobody", 100, UT_STATUS_OK },       { "everybody", 100, UT_STATUS_SUPPRESSED },
                { "everybody", 99, UT_STATUS_OK },     { "everybody", 0, UT_STATUS_OK } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    sample_add (sample, cases[i].key, "4032", "2023", cases[i].events, 100);
    g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
    g_assert_cmpint (status_of (sample, table, cases[i].key, "4032"), ==, cases[i].status);
  }
}

/* Which of the three limits a count is at; one of 0 persons is a limit too, and of nobody. */
static void
test_each_limit (void) {
  static const struct {
    UtSuppression limits;
    double count, n;
    gboolean small;
  } cases[] = {
    { { -1, -1, -1 }, 0, 0, FALSE }, { { -1, -1, 0 }, 0, 0, TRUE },   { { -1, -1, 0 }, 1, 1, FALSE },
    { { -1, -1, 9 }, 4, 9, TRUE },   { { -1, -1, 9 }, 4, 10, FALSE }, { { 0, -1, -1 }, 0, 9, TRUE },
    { { 0, -1, -1 }, 1, 9, FALSE },  { { -1, 0, -1 }, 9, 9, TRUE },   { { -1, 0, -1 }, 8, 9, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ut_counts_are_small (&cases[i].limits, cases[i].count, cases[i].count, cases[i].n), ==,
                     cases[i].small);
}

static void
test_count_measure (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "few", "4032", "2023", 3);
  sample_add_value (sample, "few", "4034", "2023", 4);
  sample_add_value (sample, "persons", "4032", "2023", 3);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (status_of (sample, table, "few", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "few", "4034"), ==, UT_STATUS_OK);
  g_assert_cmpint (status_of (sample, table, "persons", "4032"), ==, UT_STATUS_OK);
}

/* A percentage of a known number gives the count away. */
static void
test_percent_of_known_number (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtRow row = sample_row (sample, "small", "4032", "2023");
  row.value = 2.0;
  row.denominator = 100;
  sample_add_row (sample, row, "prove");
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (status_of (sample, table, "small", "4032"), ==, UT_STATUS_SUPPRESSED);
}

static void
test_sums (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtRegionId members[] = { sample_region (sample, "4032"), sample_region (sample, "4034") };
  const UtRegion *own = ut_regions_add_own (sample->regions, "proveregion", "Prøveregionen", members, 2, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (ids, own->id);
  sample_add (sample, "small", "4032", "2023", 2, 185);
  sample_add (sample, "small", "4034", "2023", CANARY - 2, CANARY * 4);
  g_autoptr (UtTable) table = sample_prepare (sample, ids, NULL);
  g_assert_cmpint (status_of (sample, table, "small", "proveregion"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "small", "4034"), ==, UT_STATUS_OK);
  g_assert_false (table_has (table, CANARY));
}

/* Telemark with a published total: Fyresdal is small, every other municipality has `others`, Tokke CANARY. Of Tokke
 * least is to be expected. */
static UtTable *
county_with_total (Sample *sample, double fyresdal, double others, double total) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    const UtRegion *member = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i));
    double count = g_str_equal (member->code, "4032") ? fyresdal : g_str_equal (member->code, "4034") ? CANARY : others;
    sample_add (sample, "small", member->code, "2023", count, g_str_equal (member->code, "4034") ? 9e5 : 1e6);
  }
  sample_add (sample, "small", "40", "2023", total, 17e6);
  return sample_prepare (sample, NULL, NULL);
}

static void
test_least_expected (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtTable) table = county_with_total (sample, 2, 60000, 15 * 60000 + CANARY + 2);
  g_assert_cmpint (status_of (sample, table, "small", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "small", "4034"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "small", "40"), ==, UT_STATUS_OK);
  g_assert_cmpint (status_of (sample, table, "small", "4001"), ==, UT_STATUS_OK);
  g_assert_false (table_has (table, CANARY));
}

static void
test_nothing_to_protect (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtTable) table = county_with_total (sample, 50, 60000, 15 * 60000 + CANARY + 50);
  g_assert_true (table_has (table, CANARY));
}

/* Two suppressed municipalities whose sum is 0 are both known to be 0. */
static void
test_small_remainder (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++)
    sample_add (sample, "small", ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code, "2023",
                i < 2 ? 0 : 20 + i, 1000);
  sample_add (sample, "small", "40", "2023", 15 * 20 + 17 * 8 - 1, 17000);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  guint n_suppressed = 0;
  for (gsize i = 0; i < table->n_rows; i++)
    n_suppressed += table->status[i] == UT_STATUS_SUPPRESSED;
  g_assert_cmpuint (n_suppressed, ==, 3);
}

/* Oslo is all of its county: suppressing the one is suppressing the other. */
static void
test_alone_in_county (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "small", "0301", "2023", 2, CANARY);
  sample_add (sample, "small", "03", "2023", 2, CANARY);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_false (table_has (table, CANARY));
}

/* Reaching further: the county is suppressed, and the country must not give it back. */
static void
test_county_and_country (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) counties = ut_regions_counties (sample->regions, 2024);
  for (guint i = 0; i < counties->len; i++) {
    const UtRegion *county = ut_regions_get (sample->regions, g_array_index (counties, UtRegionId, i));
    double count = g_str_equal (county->code, "40") ? 2 : g_str_equal (county->code, "55") ? CANARY : 90000;
    sample_add (sample, "small", county->code, "2023", count, g_str_equal (county->code, "55") ? 9e5 : 1e6);
  }
  sample_add (sample, "small", "0", "2023", 13 * 90000 + CANARY + 2, 15e6);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (status_of (sample, table, "small", "40"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "small", "55"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "small", "0"), ==, UT_STATUS_OK);
  g_assert_false (table_has (table, CANARY));
}

/* A merged municipality is large, the one that went into it was small: file and line stay, numbers go. */
static void
test_small_part (void) {
  g_autoptr (Sample) sample = sample_new ();
  guint16 file = ut_table_builder_file (sample->builder, "datasets/prove/tal.csv", "prove");
  UtOrigin parts[] = { { file, 7, "0821", NAN, 2, CANARY, 1 }, { file, 8, "0822", NAN, 50, 1000, 1 } };
  UtRow row = sample_row (sample, "small", "4020", "2023");
  row.numerator = 52;
  row.denominator = 1000 + CANARY;
  row.value = 100 * row.numerator / row.denominator;
  row.origins = parts;
  row.n_origins = 2;
  ut_table_builder_add (sample->builder, &row);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (status_of (sample, table, "small", "4020"), ==, UT_STATUS_OK);
  g_assert_false (table_has (table, CANARY));
  g_assert_cmpuint (g_array_index (table->origins, UtOrigin, 0).line, ==, 7);
}

static guint
n_suppressed_in (const Sample *sample, const UtTable *table, const char *key, const char *code) {
  UtSeries series = ut_table_series (table, sample_indicator (sample, key)->id, sample_region (sample, code));
  guint n = 0;
  for (gsize i = 0; i < series.n; i++)
    n += table->status[series.first + i] == UT_STATUS_SUPPRESSED;
  return n;
}

/* Ten years: two suppressed points of ten are a fifth, three are more, and so are six that rest on five each; whatever
 * the limit of the count is, and not without one. */
static void
test_series (void) {
  static const struct {
    const char *key;
    guint n_small, n_weak, n_suppressed;
  } cases[] = { { "small", 0, 0, 0 },  { "small", 2, 0, 2 },   { "small", 3, 0, 10 },   { "small", 0, 5, 0 },
                { "small", 0, 6, 10 }, { "nobody", 0, 6, 10 }, { "everybody", 0, 6, 0 } };
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++) {
    g_autoptr (Sample) sample = sample_new ();
    for (guint i = 0; i < 10; i++) {
      g_autofree char *year = g_strdup_printf ("%u", 2010 + i);
      double count = i < cases[k].n_small ? 3 : i < cases[k].n_small + cases[k].n_weak ? 5 : 6;
      sample_add (sample, cases[k].key, "4032", year, count, 500);
    }
    g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
    g_assert_cmpuint (n_suppressed_in (sample, table, cases[k].key, "4032"), ==, cases[k].n_suppressed);
  }
}

/* The total and the boys would give the girls away. */
static void
test_parts (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "girls", "4032", "2023", 2);
  sample_add_value (sample, "boys", "4032", "2023", CANARY);
  sample_add_value (sample, "all", "4032", "2023", CANARY + 2);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (status_of (sample, table, "girls", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "boys", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "all", "4032"), ==, UT_STATUS_OK);
  g_assert_false (table_has (table, CANARY));
}

/* Three years together and two of them would give the third away. */
static void
test_years (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const double counts[] = { 40, 2, 50, 60, 70, 80, 90 };
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2018 + i);
    sample_add_value (sample, "few", "4032", year, counts[i]);
  }
  sample_add_value (sample, "few", "4032", "2018-2020", 92);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_assert_cmpuint (n_suppressed_in (sample, table, "few", "4032"), ==, 2);
  g_assert_cmpint (table->status[sample_find (sample, table, "few", "4032", "2019")], ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (table->status[sample_find (sample, table, "few", "4032", "2018")], ==, UT_STATUS_SUPPRESSED);
}

/* What a previous run showed protects nothing: the next one stands in. Of bare counts a place's share of the people
 * tells what is to be expected. */
static void
test_previous_figures (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtPreviousFigures) previous = ut_previous_figures_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  double total = 0;
  for (guint i = 0; i < members->len; i++) {
    const char *code = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
    double count = g_str_equal (code, "4032")   ? 2
                   : g_str_equal (code, "4034") ? 20
                   : g_str_equal (code, "4036") ? 30
                                                : 90;
    sample_add_value (sample, "few", code, "2023", count);
    sample_add_value (sample, "persons", code, "2023", count == 20 ? 1900 : count == 30 ? 2000 : 5000);
    total += count;
  }
  sample_add_value (sample, "few", "40", "2023", total);
  ut_previous_figures_add (previous, "few", "4034", "2023", 20);
  g_autoptr (UtTable) bare = sample_finish (sample);
  g_autoptr (UtTable) table = ut_assess_prepare (bare, sample->catalogue, sample->regions, NULL, previous, NULL);
  g_assert_cmpint (status_of (sample, table, "few", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "few", "4034"), ==, UT_STATUS_OK);
  g_assert_cmpint (status_of (sample, table, "few", "4036"), ==, UT_STATUS_SUPPRESSED);
}

/* The figure of 4032 was 20 and is 2: of what the previous run showed with the other municipalities as they are, only
 * the county's sum is another now, and can protect it. */
static void
test_revised_sum (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtPreviousFigures) previous = ut_previous_figures_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  double total = 0;
  for (guint i = 0; i < members->len; i++) {
    const char *code = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
    double count = g_str_equal (code, "4032") ? 2 : 90;
    sample_add_value (sample, "few", code, "2023", count);
    ut_previous_figures_add (previous, "few", code, "2023", count == 2 ? 20 : count);
    total += count;
  }
  sample_add_value (sample, "few", "40", "2023", total);
  ut_previous_figures_add (previous, "few", "40", "2023", total + 18);
  g_autoptr (UtTable) bare = sample_finish (sample);
  g_autoptr (UtTable) table = ut_assess_prepare (bare, sample->catalogue, sample->regions, NULL, previous, NULL);
  g_assert_cmpint (status_of (sample, table, "few", "4032"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "few", "40"), ==, UT_STATUS_SUPPRESSED);
  g_assert_cmpint (status_of (sample, table, "few", "4034"), ==, UT_STATUS_OK);
}

/* Findings of a suppressed 2 that the previous run printed so. */
static guint
n_out_of_reach (double value) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (UtPreviousFigures) previous = ut_previous_figures_new ();
  g_autoptr (UtFindings) findings = ut_findings_new ();
  sample_add_value (sample, "few", "4032", "2023", 2);
  ut_previous_figures_add (previous, "few", "4032", "2023", value);
  g_autoptr (UtTable) bare = sample_finish (sample);
  g_autoptr (UtTable) table = ut_assess_prepare (bare, sample->catalogue, sample->regions, NULL, previous, findings);
  g_assert_cmpint (status_of (sample, table, "few", "4032"), ==, UT_STATUS_SUPPRESSED);
  guint n = (guint) ut_findings_count_kind (findings, UT_FINDING_DISCLOSED);
  for (guint i = 0; i < n; i++)
    g_assert_null (strstr (ut_findings_get (findings, i)->message, "Fyresdal"));
  return n;
}

/* A suppressed figure that was shown before cannot be taken back, and that is reported, without saying which. */
static void
test_out_of_reach (void) {
  g_assert_cmpuint (n_out_of_reach (2), ==, 1);
}

/* What it was revised to was never printed. */
static void
test_revised_is_not_out_of_reach (void) {
  g_assert_cmpuint (n_out_of_reach (14), ==, 0);
}

/* Every municipality of county 40 has 90 but two; with the rows of two of them as given. */
static UtTable *
with_two (Sample *sample, double first, double second, UtPreviousFigures *previous) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  double total = 0;
  for (guint i = 0; i < members->len; i++) {
    const char *code = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
    double count = g_str_equal (code, "4032") ? first : g_str_equal (code, "4034") ? second : 90;
    sample_add_value (sample, "few", code, "2023", count);
    if (previous != NULL && count == 90)
      ut_previous_figures_add (previous, "few", code, "2023", count);
    total += count;
  }
  sample_add_value (sample, "few", "40", "2023", total);
  if (previous != NULL)
    ut_previous_figures_add (previous, "few", "40", "2023", total);
  return sample_finish (sample);
}

/* 1 and 0 were suppressed, of a sum of 1 that was shown: neither has three values left. That the 0 is 20 now protects
 * the 1 in the sum of today only; so it is the figures of then that tell. */
static void
test_revised_since_suppressed (void) {
  for (guint known = 0; known < 2; known++) {
    g_autoptr (Sample) then = sample_new (), now = sample_new ();
    g_autoptr (UtPreviousFigures) previous = ut_previous_figures_new ();
    g_autoptr (UtFindings) findings = ut_findings_new ();
    UtTable *revised = with_two (then, 1, 0, previous);
    if (known)
      ut_previous_figures_take_table (previous, revised);
    else
      ut_table_free (revised);
    g_autoptr (UtTable) bare = with_two (now, 1, 20, NULL);
    g_autoptr (UtTable) table = ut_assess_prepare (bare, now->catalogue, now->regions, NULL, previous, findings);
    g_assert_cmpint (status_of (now, table, "few", "4032"), ==, UT_STATUS_SUPPRESSED);
    g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_DISCLOSED), ==, known);
  }
}

static void
assert_rows_of (const UtTable *some, const UtTable *all, UtIndicatorId indicator) {
  gsize k = 0;
  for (gsize i = 0; i < all->n_rows; i++) {
    if (all->indicator[i] != indicator)
      continue;
    g_assert_cmpuint (k, <, some->n_rows);
    g_assert_cmpuint (some->region[k], ==, all->region[i]);
    g_assert_cmpint (some->status[k], ==, all->status[i]);
    g_assert_true (some->value[k] == all->value[i] || (isnan (some->value[k]) && isnan (all->value[i])));
    g_assert_cmpint (some->quality[k], ==, all->quality[i]);
    k++;
  }
  g_assert_cmpuint (k, ==, some->n_rows);
}

/* Requested one after the other, indicators are suppressed as they are together: each with the family it needs. */
static void
test_by_indicator (void) {
  static const char *const keys[] = { "girls", "small", "all", "few" };
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    const char *code = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code;
    sample_add (sample, "small", code, "2023", i == 2 ? 2 : 20 + i, 300);
    sample_add_value (sample, "few", code, "2023", i == 4 ? 1 : 30 + i);
    sample_add_value (sample, "girls", code, "2023", i == 5 ? 3 : 40 + i);
    sample_add_value (sample, "boys", code, "2023", 50 + i);
    sample_add_value (sample, "all", code, "2023", i == 5 ? 58 : 90 + 2 * i);
  }
  const UtRegionId pair[] = { g_array_index (members, UtRegionId, 2), g_array_index (members, UtRegionId, 4) };
  const UtRegion *region = ut_regions_add_own (sample->regions, "proveregion", "Prøveregionen", pair, 2, NULL);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (own, region->id);
  g_autoptr (UtTable) table = sample_finish (sample);
  g_autoptr (UtTable) all = ut_assess_prepare (table, sample->catalogue, sample->regions, own, NULL, NULL);
  g_autoptr (UtPreparation) preparation = ut_preparation_new (table, sample->catalogue, sample->regions, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const UtIndicator *indicator = sample_indicator (sample, keys[i]);
    g_autoptr (GPtrArray) one = g_ptr_array_new ();
    g_ptr_array_add (one, (gpointer) indicator);
    g_autoptr (UtTable) some = ut_preparation_table (preparation, one, own, NULL);
    assert_rows_of (some, all, indicator->id);
  }
}

/* What has nothing to suppress and nothing to add is not copied. */
static void
test_nothing_to_hide (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2023", 20, 100);
  sample_add (sample, "small", "4032", "2023", 20, 100);
  g_autoptr (UtTable) table = sample_finish (sample);
  g_autoptr (UtTable) prepared = ut_assess_prepare (table, sample->catalogue, sample->regions, NULL, NULL, NULL);
  g_assert_true (prepared == table);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/suppress/limits", test_limits);
  g_test_add_func ("/assess/suppress/limit-zero", test_limit_zero);
  g_test_add_func ("/assess/suppress/each-limit", test_each_limit);
  g_test_add_func ("/assess/suppress/count-measure", test_count_measure);
  g_test_add_func ("/assess/suppress/percent-of-known-number", test_percent_of_known_number);
  g_test_add_func ("/assess/suppress/sums", test_sums);
  g_test_add_func ("/assess/suppress/least-expected", test_least_expected);
  g_test_add_func ("/assess/suppress/nothing-to-protect", test_nothing_to_protect);
  g_test_add_func ("/assess/suppress/small-remainder", test_small_remainder);
  g_test_add_func ("/assess/suppress/alone-in-county", test_alone_in_county);
  g_test_add_func ("/assess/suppress/county-and-country", test_county_and_country);
  g_test_add_func ("/assess/suppress/small-part", test_small_part);
  g_test_add_func ("/assess/suppress/series", test_series);
  g_test_add_func ("/assess/suppress/parts", test_parts);
  g_test_add_func ("/assess/suppress/years", test_years);
  g_test_add_func ("/assess/suppress/previous-figures", test_previous_figures);
  g_test_add_func ("/assess/suppress/by-indicator", test_by_indicator);
  g_test_add_func ("/assess/suppress/nothing-to-hide", test_nothing_to_hide);
  g_test_add_func ("/assess/suppress/revised-sum", test_revised_sum);
  g_test_add_func ("/assess/suppress/out-of-reach", test_out_of_reach);
  g_test_add_func ("/assess/suppress/revised-is-not-out-of-reach", test_revised_is_not_out_of_reach);
  g_test_add_func ("/assess/suppress/revised-since-suppressed", test_revised_since_suppressed);
  return g_test_run ();
}
