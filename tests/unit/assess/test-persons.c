#include "assess/persons.h"
#include "assess/rounding.h"

#include "sample.h"

#include <math.h>
#include <string.h>

/* Adults are a tenth of the persons of each year. */
static void
add_persons (Sample *sample, const char *year, double persons) {
  sample_add_value (sample, "persons", "4036", year, persons);
  sample_add_value (sample, "adults", "4036", year, persons / 10);
}

static gboolean
find (const Sample *sample, const UtTable *table, const char *key, const char *period, UtPersons *persons) {
  return ut_persons_stand_in (table, sample_indicator (sample, key), sample_region (sample, "4036"),
                              sample_period (period), persons);
}

static void
check (const Sample *sample, const UtTable *table, const char *key, const char *period, double lowest, double highest) {
  UtPersons persons = { 0 };
  gboolean found = find (sample, table, key, period, &persons);
  g_test_message ("%s %s: %g to %g", key, period, persons.lowest, persons.highest);
  g_assert_cmpint (found, ==, lowest > 0);
  g_assert_cmpfloat (persons.lowest, ==, lowest);
  g_assert_cmpfloat (persons.highest, ==, highest);
}

/* At the middle of the period, and outward by the doubt. */
static void
test_middle (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_persons (sample, "2020", 1000);
  add_persons (sample, "2021", 1010);
  add_persons (sample, "2022", 1023);
  g_autoptr (UtTable) table = sample_finish (sample);
  check (sample, table, "printed", "2020", 904, 1056);            /* 1005 */
  check (sample, table, "printed", "2020-2021", 909, 1061);       /* 1 January 2021 */
  check (sample, table, "printed", "2020-2022", 914, 1068);       /* 1016.5, half-way through 2021 */
  check (sample, table, "printed", "2020/21", 909, 1061);         /* the 1 January in it */
  check (sample, table, "printed", "2019/20-2021/22", 909, 1061); /* the middle one of three */
  check (sample, table, "printed", "2021M01", 909, 1062);         /* half a month on: 1010.54 */
  check (sample, table, "printed", "2022", 920, 1075);            /* the next 1 January is not there */
  check (sample, table, "printed", "2019", 900, 1050);            /* nor is this one */
  check (sample, table, "printed", "2023", 0, 0);                 /* a year and a half off */
  check (sample, table, "printed", "2018", 0, 0);
}

/* Classes that were pooled are added up, and so are several head counts. */
static void
test_sum (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_persons (sample, "2020", 1000);
  add_persons (sample, "2021", 1100);
  add_persons (sample, "2022", 1200);
  g_autoptr (UtTable) table = sample_finish (sample);
  /* Nine tenths of the persons, a tenth of these in every class. */
  check (sample, table, "pooled", "2020/21-2021/22", 165, 207); /* 0.09 (1100 + 1200), less a fifth: 165.6 */
  check (sample, table, "pooled", "2020-2021", 158, 198);       /* 0.09 (1050 + 1150) */
  check (sample, table, "pooled", "2021", 82, 104);             /* 103.5 */
  check (sample, table, "pooled", "2020-2023", 0, 0);           /* 2023.5 is too far away */
}

/* The last 1 January; and the next in the list where the first has no figures. */
static void
test_last_and_otherwise (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "persons", "4036", "2015", 500);
  add_persons (sample, "2021", 1000);
  add_persons (sample, "2022", 2000);
  g_autoptr (UtTable) table = sample_finish (sample);
  const UtDenominator *first = sample_indicator (sample, "last")->denominator;
  UtPersons persons;
  check (sample, table, "last", "2019-2022", 200, 200);
  check (sample, table, "last", "2021/22", 200, 200);
  check (sample, table, "last", "2020", 100, 100);
  g_assert_true (find (sample, table, "last", "2020", &persons));
  g_assert_true (persons.stands_in == first);
  check (sample, table, "last", "2015", 250, 750);
  g_assert_true (find (sample, table, "last", "2015", &persons));
  g_assert_true (persons.stands_in == first->otherwise);
}

/* A head count that is hidden, shared by weight or only about stands in for nobody. */
static void
test_not_usable (void) {
  static const guint16 qualities[]
      = { UT_QUALITY_ESTIMATE, UT_QUALITY_APPROXIMATE, UT_QUALITY_ESTIMATE | UT_QUALITY_RESTATED, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (qualities); i++) {
    g_autoptr (Sample) sample = sample_new ();
    UtRow row = sample_row (sample, "persons", "4036", "2020");
    row.quality = qualities[i];
    if (qualities[i] == 0)
      row.status = UT_STATUS_SUPPRESSED;
    else
      row.value = 1000;
    sample_add_row (sample, row, "d");
    g_autoptr (UtTable) table = sample_finish (sample);
    check (sample, table, "printed", "2020", 0, 0);
  }
}

static UtFigure
figure_of (const Sample *sample, const UtTable *table, const char *key, const char *period) {
  gssize row = sample_find (sample, table, key, "4036", period);
  g_assert_cmpint (row, >=, 0);
  return ut_assess_figure (table, (gsize) row, sample_indicator (sample, key));
}

/* What is printed goes before what can be divided, and that before what stands in. */
static void
test_order (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtPersons persons;
  UtRow row = sample_row (sample, "printed", "4036", "2018");
  row.value = 10;
  sample_add_row (sample, row, "d"); /* a percentage alone */
  row.period = sample_period ("2019");
  row.numerator = 12;
  sample_add_row (sample, row, "d"); /* and its events: 12/0.105 = 114.3, 12/0.095 = 126.3 */
  row.period = sample_period ("2020");
  row.denominator = 121;
  sample_add_row (sample, row, "d");
  row.period = sample_period ("2021");
  row.denominator = NAN;
  row.numerator = 0;
  row.value = 0;
  sample_add_row (sample, row, "d"); /* nobody among how many? */
  add_persons (sample, "2018", 1000);
  add_persons (sample, "2019", 1000);
  add_persons (sample, "2022", 1000);
  g_autoptr (UtTable) table = sample_finish (sample);
  const UtIndicator *indicator = sample_indicator (sample, "printed");
  static const struct {
    const char *year;
    double lowest, highest;
    gboolean stands_in;
  } cases[] = {
    { "2018", 900, 1050, TRUE },
    { "2019", 115, 126, FALSE },
    { "2020", 121, 121, FALSE },
    { "2021", 900, 1050, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtFigure figure = figure_of (sample, table, "printed", cases[i].year);
    g_assert_true (ut_persons_find (table, indicator, &figure, &persons));
    g_assert_cmpfloat (persons.lowest, ==, cases[i].lowest);
    g_assert_cmpfloat (persons.highest, ==, cases[i].highest);
    g_assert_cmpint (persons.stands_in != NULL, ==, cases[i].stands_in);
    g_assert_cmpfloat (ut_figure_half_width (table, indicator, &figure), ==, 0.5);
  }
}

/* Printed in full: the events and the share give one number of persons. */
static void
test_unrounded (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtRow row = sample_row (sample, "pooled", "4036", "2020");
  row.value = 100 * 13.0 / 487;
  row.numerator = 13;
  sample_add_row (sample, row, "d");
  g_autoptr (UtTable) table = sample_finish (sample);
  const UtIndicator *indicator = sample_indicator (sample, "pooled");
  UtFigure figure = figure_of (sample, table, "pooled", "2020");
  UtPersons persons;
  g_assert_true (ut_persons_find (table, indicator, &figure, &persons));
  g_assert_cmpfloat (persons.lowest, ==, 487);
  g_assert_cmpfloat (persons.highest, ==, 487);
  g_assert_cmpfloat (ut_figure_half_width (table, indicator, &figure), <, 1e-6);
}

/* The head counts are there although nobody asks for their figures, summed over own regions too. */
static void
test_kept (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "printed", "4036", "2020", 10);
  sample_add_value (sample, "high", "4036", "2020", 10);
  for (guint i = 0; i < 2; i++) {
    sample_add_value (sample, "persons", i == 0 ? "4036" : "4034", "2020", 1000);
    sample_add_value (sample, "persons", i == 0 ? "4036" : "4034", "2021", 1000);
  }
  const UtRegionId members[] = { sample_region (sample, "4036"), sample_region (sample, "4034") };
  const UtRegion *own_region = ut_regions_add_own (sample->regions, "to", "To", members, 2, NULL);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (own, own_region->id);
  g_autoptr (UtTable) raw = sample_finish (sample);
  g_autoptr (UtPreparation) preparation = ut_preparation_new (raw, sample->catalogue, sample->regions, NULL);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, "printed"));
  g_autoptr (UtTable) table = ut_preparation_table (preparation, indicators, own, NULL);
  g_assert_cmpint (sample_find (sample, table, "high", "4036", "2020"), ==, -1);
  check (sample, table, "printed", "2020", 900, 1050);
  UtPersons persons;
  g_assert_true (ut_persons_stand_in (table, sample_indicator (sample, "printed"), own_region->id,
                                      sample_period ("2020"), &persons));
  g_assert_cmpfloat (persons.lowest, ==, 1800);
}

/* One printed number is outside, and one that follows from the events; what is hidden or carried by weight is not
 * looked at. */
static void
test_declared (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtRow row = sample_row (sample, "printed", "4036", "2016");
  row.value = 10;
  const struct {
    double numerator, denominator;
    guint16 quality;
  } rows[]
      = { { 100, 1000, 0 }, { 120, 1200, 0 }, { 60, NAN, 0 }, { 120, 1200, UT_QUALITY_ESTIMATE }, { 105, NAN, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    row.period.first_year = row.period.last_year = (guint16) (2016 + i);
    row.numerator = rows[i].numerator;
    row.denominator = rows[i].denominator;
    row.quality = rows[i].quality;
    sample_add_row (sample, row, "d");
  }
  for (guint year = 2016; year < 2022; year++) {
    g_autofree char *text = g_strdup_printf ("%u", year);
    add_persons (sample, text, 1000);
  }
  g_autoptr (UtTable) table = sample_finish (sample);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_assess_denominators (table, sample->catalogue, sample->regions, findings);
  g_assert_cmpuint (ut_findings_count (findings), ==, 1);
  const UtFinding *finding = ut_findings_get (findings, 0);
  g_assert_cmpint (finding->kind, ==, UT_FINDING_DISAGREES);
  g_assert_nonnull (strstr (finding->message, "printed: 2 "));
  g_assert_nonnull (strstr (finding->message, "2018"));
  g_assert_nonnull (strstr (finding->message, "900"));
}

/* 33.3 per cent of 20 is no whole number of persons; 35 per cent is 7, and of two thousand anything goes. */
static void
test_disagree (void) {
  static const struct {
    const char *key, *period;
    double value, persons;
    guint16 quality;
  } rows[] = { { "high", "2016", 33.3, 20, 0 },   { "high", "2017", 35, 20, 0 },
               { "high", "2018", 33.3, 2000, 0 }, { "high", "2019", 33.3, 20, UT_QUALITY_APPROXIMATE },
               { "high", "2020", 100, 7, 0 },     { "standard", "2016", 33.3, 20, 0 },
               { "small", "2016", 33.3, 20, 0 } };
  g_autoptr (Sample) sample = sample_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    UtRow row = sample_row (sample, rows[i].key, "4036", rows[i].period);
    row.value = rows[i].value;
    row.denominator = rows[i].persons;
    row.quality = rows[i].quality;
    sample_add_row (sample, row, "d");
  }
  g_autoptr (UtTable) table = sample_finish (sample);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_assess_figures (table, sample->catalogue, sample->regions, findings);
  g_assert_cmpuint (ut_findings_count (findings), ==, 2);
  const UtFinding *open = ut_findings_get (findings, 0), *limited = ut_findings_get (findings, 1);
  g_assert_cmpint (open->kind, ==, UT_FINDING_DISAGREES);
  g_assert_cmpuint (open->line, ==, 2);
  g_assert_nonnull (strstr (open->message, "33.3"));
  g_assert_cmpuint (limited->line, ==, 8);
  g_assert_null (strstr (limited->message, "33.3"));
}

/* A figure is as exact as its file prints: 12 among figures with two decimals is 12.00; another file's tell nothing. */
static void
test_decimals_of_file (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const double values[] = { 12, 12.25, 13 };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2016 + i);
    UtRow one = sample_row (sample, "high", "4036", year), other = sample_row (sample, "high", "4034", year);
    one.value = values[i];
    other.value = round (values[i]);
    sample_add_row (sample, one, "decimals");
    sample_add_row (sample, other, "whole");
  }
  g_autoptr (UtTable) table = sample_finish (sample);
  const UtIndicator *indicator = sample_indicator (sample, "high");
  UtFigure decimals = figure_of (sample, table, "high", "2016");
  g_assert_cmpfloat_with_epsilon (ut_figure_half_width (table, indicator, &decimals), 0.005, 1e-12);
  gssize row = sample_find (sample, table, "high", "4034", "2016");
  UtFigure whole = ut_assess_figure (table, (gsize) row, indicator);
  g_assert_cmpfloat_with_epsilon (ut_figure_half_width (table, indicator, &whole), 0.5, 1e-12);
  /* What the catalogue says of the source goes before what the file looks like. */
  UtIndicator declared = *indicator;
  declared.resolution = 0.1;
  g_assert_cmpfloat_with_epsilon (ut_figure_half_width (table, &declared, &decimals), 0.05, 1e-12);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/persons/middle", test_middle);
  g_test_add_func ("/assess/persons/sum", test_sum);
  g_test_add_func ("/assess/persons/last-and-otherwise", test_last_and_otherwise);
  g_test_add_func ("/assess/persons/not-usable", test_not_usable);
  g_test_add_func ("/assess/persons/order", test_order);
  g_test_add_func ("/assess/persons/unrounded", test_unrounded);
  g_test_add_func ("/assess/persons/kept", test_kept);
  g_test_add_func ("/assess/persons/declared", test_declared);
  g_test_add_func ("/assess/persons/disagree", test_disagree);
  g_test_add_func ("/assess/persons/decimals-of-file", test_decimals_of_file);
  return g_test_run ();
}
