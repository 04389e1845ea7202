#include "assess/combine.h"
#include "assess/persons.h"
#include "assess/rounding.h"

#include "sample.h"

#include <math.h>
#include <string.h>

/* Width */

/* Every member at one of its ends. */
static double
width_by_trying (const UtCombinedMember *members, guint n, double value) {
  double distance = 0;
  for (guint corner = 0; corner < 1u << (2 * n); corner++) {
    double persons = 0, sum = 0;
    for (guint i = 0; i < n; i++) {
      double of = (corner >> (2 * i)) & 1 ? members[i].highest : members[i].lowest;
      persons += of;
      sum += of * ((corner >> (2 * i + 1)) & 1 ? members[i].highest_value : members[i].lowest_value);
    }
    distance = fmax (distance, fabs (sum / persons - value));
  }
  return distance;
}

static void
test_width (void) {
  g_autoptr (GRand) random = g_rand_new_with_seed (14);
  for (guint round = 0; round < 300; round++) {
    UtCombinedMember members[5];
    guint n = 1 + round % 5;
    double persons = 0, sum = 0;
    for (guint i = 0; i < n; i++) {
      double value = g_rand_double_range (random, 0, 100), half = round % 3 == 0 ? 0 : 0.5;
      double of = g_rand_double_range (random, 10, 500), doubt = round % 2 == 0 ? 0.2 : 0.01;
      members[i] = (UtCombinedMember){ value - half, value + half, of * (1 - doubt), of * (1 + doubt) };
      persons += of;
      sum += of * value;
    }
    double expected = width_by_trying (members, n, sum / persons);
    g_assert_cmpfloat_with_epsilon (ut_combine_width (members, n, sum / persons), expected, 1e-9);
  }
}

/* Regions of three */

static const char *const members[] = { "4036", "4034", "4032" };

static GArray *
add_region (Sample *sample) {
  UtRegionId ids[3];
  for (guint i = 0; i < 3; i++)
    ids[i] = sample_region (sample, members[i]);
  const UtRegion *region = ut_regions_add_own (sample->regions, "tre", "Tre", ids, 3, NULL);
  GArray *own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (own, region->id);
  return own;
}

/* `persons` of each member in both years around the middle of 2020. */
static void
add_persons (Sample *sample, const double *persons) {
  for (guint i = 0; i < 3; i++) {
    sample_add_value (sample, "persons", members[i], "2020", persons[i]);
    sample_add_value (sample, "persons", members[i], "2021", persons[i]);
  }
}

/* A percentage of each; NaN: no row. */
static void
add_printed (Sample *sample, const double *values, guint16 quality) {
  for (guint i = 0; i < 3; i++) {
    UtRow row = sample_row (sample, "printed", members[i], "2020");
    row.value = values[i];
    row.quality = i == 0 ? quality : 0;
    if (!isnan (row.value))
      sample_add_row (sample, row, "d");
  }
}

static void
test_own_region (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) own = add_region (sample);
  add_persons (sample, (const double[]){ 1000, 500, 200 });
  add_printed (sample, (const double[]){ 10, 20, 30 }, UT_QUALITY_PRELIMINARY | UT_QUALITY_RESTATED);
  g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
  gssize row = sample_find (sample, table, "printed", "tre", "2020");
  g_assert_cmpint (row, >=, 0);
  /* All middles are 0.975 of the head counts, to the person: 975 (900–1050), 487.5 (450–525), 195 (180–210). */
  g_assert_cmpfloat_with_epsilon (table->value[row], (9750 + 9750 + 5850) / 1657.5, 1e-9);
  g_assert_true (isnan (ut_table_numerator (table, (gsize) row)));
  g_assert_cmpint (table->quality[row], ==, UT_QUALITY_COMBINED | UT_QUALITY_PRELIMINARY);
  g_assert_cmpuint (ut_table_n_origins (table, (gsize) row), ==, 3);
  const UtIndicator *printed = sample_indicator (sample, "printed");
  const UtFigure figure = ut_assess_figure (table, (gsize) row, printed);
  UtPersons persons;
  g_assert_true (ut_persons_find (table, printed, &figure, &persons));
  g_assert_cmpfloat (persons.lowest, ==, 1530);
  g_assert_cmpfloat (persons.highest, ==, 1785);
  g_assert_true (persons.stands_in == printed->denominator);
  UtCombinedMember boxes[] = { { 9.5, 10.5, 900, 1050 }, { 19.5, 20.5, 450, 525 }, { 29.5, 30.5, 180, 210 } };
  g_assert_cmpfloat_with_epsilon (ut_figure_half_width (table, printed, &figure),
                                  width_by_trying (boxes, 3, figure.value), 1e-9);
  g_assert_cmpfloat (ut_table_combined (table, (gsize) row)->share_covered, ==, 1);
}

/* Nine of ten of its persons, and the others are not in it. */
static void
test_covered (void) {
  static const struct {
    double persons[3];
    gboolean is_enough;
  } cases[] = { { { 2000, 1600, 400 }, TRUE }, { { 2000, 1590, 400 }, FALSE }, { { 2000, 1600, NAN }, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    g_autoptr (GArray) own = add_region (sample);
    for (guint k = 0; k < 3; k++)
      if (!isnan (cases[i].persons[k])) {
        sample_add_value (sample, "persons", members[k], "2020", cases[i].persons[k]);
        sample_add_value (sample, "persons", members[k], "2021", cases[i].persons[k]);
      }
    add_printed (sample, (const double[]){ 10, 20, NAN }, 0);
    g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
    gssize row = sample_find (sample, table, "printed", "tre", "2020");
    g_assert_cmpint (row >= 0, ==, cases[i].is_enough);
    if (row < 0)
      continue;
    const UtCombined *combined = ut_table_combined (table, (gsize) row);
    g_assert_cmpfloat_with_epsilon (combined->share_covered, 0.9, 1e-9);
    g_assert_cmpuint (combined->n_covered, ==, 2);
    g_assert_cmpuint (combined->n_members, ==, 3);
    g_assert_cmpfloat (combined->persons_highest, ==, 3780);
    g_assert_cmpfloat_with_epsilon (table->value[row], 52000.0 / 3600, 1e-9);
  }
}

/* A member that we hide is not in it, and the sum that was hidden with it gives way to the others'. */
static void
test_hidden_member (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) own = add_region (sample);
  add_persons (sample, (const double[]){ 1000, 500, 20 });
  const double events[] = { 100, 40, 2 }, n[] = { 1000, 500, 20 };
  for (guint i = 0; i < 3; i++)
    sample_add (sample, "hidden", members[i], "2020", events[i], n[i]);
  g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
  g_assert_cmpint (table->status[sample_find (sample, table, "hidden", members[2], "2020")], ==, UT_STATUS_SUPPRESSED);
  gssize row = sample_find (sample, table, "hidden", "tre", "2020");
  g_assert_cmpint (table->status[row], ==, UT_STATUS_OK);
  g_assert_cmpfloat (ut_table_numerator (table, (gsize) row), ==, 140);
  g_assert_cmpfloat (ut_table_denominator (table, (gsize) row), ==, 1500);
  g_assert_cmpint (table->quality[row], ==, UT_QUALITY_SUMMED);
  const UtCombined *combined = ut_table_combined (table, (gsize) row);
  g_assert_cmpfloat_with_epsilon (combined->share_covered, 1500.0 / 1520, 1e-9);
  g_assert_cmpfloat (combined->half_width, ==, 0);
}

/* What is printed as about, or may be a hidden zero, is no figure to weigh; two datasets are two things. */
static void
test_not_usable (void) {
  for (guint i = 0; i < 3; i++) {
    g_autoptr (Sample) sample = sample_new ();
    g_autoptr (GArray) own = add_region (sample);
    add_persons (sample, (const double[]){ 1000, 1000, 1000 });
    add_printed (sample, (const double[]){ i == 1 ? 0 : 10, 20, i == 2 ? NAN : 30 },
                 i == 0   ? UT_QUALITY_APPROXIMATE
                 : i == 1 ? UT_QUALITY_AT_LIMIT
                          : 0);
    if (i == 2) {
      UtRow row = sample_row (sample, "printed", members[2], "2020");
      row.value = 30;
      sample_add_row (sample, row, "another");
    }
    g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
    g_assert_cmpint (sample_find (sample, table, "printed", "tre", "2020"), ==, -1);
  }
}

/* Carried by weight: a little of it does not make the whole an estimate. */
static void
test_weighted (void) {
  for (guint i = 0; i < 2; i++) {
    g_autoptr (Sample) sample = sample_new ();
    g_autoptr (GArray) own = add_region (sample);
    add_persons (sample, (const double[]){ i == 0 ? 20 : 25, 580, 400 });
    add_printed (sample, (const double[]){ 10, 20, 30 }, UT_QUALITY_ESTIMATE);
    g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
    gssize row = sample_find (sample, table, "printed", "tre", "2020");
    g_assert_cmpint (table->quality[row] & UT_QUALITY_ESTIMATE, ==, i == 0 ? 0 : UT_QUALITY_ESTIMATE);
  }
}

/* A mean has no events at all. */
static void
test_mean (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) own = add_region (sample);
  for (guint i = 0; i < 3; i++) {
    UtRow row = sample_row (sample, "score", members[i], "2020");
    row.value = 48 + i;
    row.margin = 1;
    row.denominator = 10 * (i + 1);
    sample_add_row (sample, row, "d");
  }
  g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
  gssize row = sample_find (sample, table, "score", "tre", "2020");
  g_assert_cmpfloat_with_epsilon (table->value[row], (480 + 980 + 1500) / 60.0, 1e-9);
  const UtCombined *combined = ut_table_combined (table, (gsize) row);
  g_assert_cmpfloat (combined->persons_lowest, ==, 60);
  g_assert_cmpfloat_with_epsilon (combined->half_width, 0.5, 1e-9);
  g_assert_null (combined->stands_in);
  g_assert_true (isnan (ut_table_margin (table, (gsize) row)));
}

/* Counties and the country */

static void
test_county (void) {
  for (guint i = 0; i < 2; i++) {
    g_autoptr (Sample) sample = sample_new ();
    const GArray *all = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
    double persons = 0, sum = 0, of_last = i == 0 ? 300 : 400;
    for (guint k = 0; k < all->len; k++) {
      UtRegionId member = g_array_index (all, UtRegionId, k);
      const char *code = ut_regions_get (sample->regions, member)->code;
      gboolean last = k == all->len - 1;
      sample_add_value (sample, "persons", code, "2020", last ? of_last : 1000);
      sample_add_value (sample, "persons", code, "2021", last ? of_last : 1000);
      if (last)
        continue;
      sample_add_value (sample, "printed", code, "2020", 10 + k);
      persons += 975;
      sum += 975.0 * (10 + k);
    }
    g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
    gssize row = sample_find (sample, table, "printed", "40", "2020");
    g_assert_cmpint (row >= 0, ==, i == 0);
    g_assert_cmpint (sample_find (sample, table, "printed", "0", "2020"), ==, -1);
    if (row < 0)
      continue;
    /* Those that have none may have any figure, and the county is of them too. */
    const UtCombined *combined = ut_table_combined (table, (gsize) row);
    double everybody = (sum + 100 * 315) / (persons + 315);
    g_assert_cmpfloat_with_epsilon (table->value[row], sum / persons, 1e-9);
    g_assert_cmpfloat (combined->half_width, >, everybody - sum / persons);
    g_assert_cmpfloat (combined->persons_lowest, ==, 900.0 * (all->len - 1) + 270);
    g_assert_cmpfloat (combined->share_covered, >, 0.98);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/combine/width", test_width);
  g_test_add_func ("/assess/combine/own-region", test_own_region);
  g_test_add_func ("/assess/combine/covered", test_covered);
  g_test_add_func ("/assess/combine/hidden-member", test_hidden_member);
  g_test_add_func ("/assess/combine/not-usable", test_not_usable);
  g_test_add_func ("/assess/combine/weighted", test_weighted);
  g_test_add_func ("/assess/combine/mean", test_mean);
  g_test_add_func ("/assess/combine/county", test_county);
  return g_test_run ();
}
