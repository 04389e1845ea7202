/* Published totals against the sum of what is published for their parts: 17 municipalities of 10 in 200 make 170 in
 * 3400 in county 40. */
#include "sample.h"

#include <math.h>
#include <string.h>

static gsize
count_findings (Sample *sample, char **message) {
  g_autoptr (UtTable) table = sample_finish (sample);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_assess_totals (table, sample->catalogue, sample->regions, findings);
  if (message != NULL && ut_findings_count (findings) > 0)
    *message = g_strdup (ut_findings_get (findings, 0)->message);
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    g_assert_cmpint (ut_findings_get (findings, i)->kind, ==, UT_FINDING_TOTAL);
    g_assert_cmpuint (ut_findings_get (findings, i)->line, >, 0);
    g_assert_nonnull (ut_findings_get (findings, i)->file);
  }
  return ut_findings_count (findings);
}

static gsize
check_county (double numerator, double denominator, char **message) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_county (sample, "low", "40", "2023", 10, 200);
  sample_add (sample, "low", "40", "2023", numerator, denominator);
  return count_findings (sample, message);
}

static void
test_limits (void) {
  g_assert_cmpuint (check_county (170, 3400, NULL), ==, 0);
  /* Half a unit of each of 17 parts and of the total. */
  g_assert_cmpuint (check_county (161, 3391, NULL), ==, 0);
  g_assert_cmpuint (check_county (160, 3400, NULL), ==, 1);
  g_assert_cmpuint (check_county (170, 3390, NULL), ==, 1);
  /* Two in a hundred live in no municipality. */
  g_assert_cmpuint (check_county (170, 3469, NULL), ==, 0);
  g_assert_cmpuint (check_county (170, 3480, NULL), ==, 1);
  g_assert_cmpuint (check_county (179, 3400, NULL), ==, 0);
  g_assert_cmpuint (check_county (180, 3400, NULL), ==, 1);
}

static void
test_told_with_both (void) {
  g_autofree char *message = NULL;
  g_assert_cmpuint (check_county (1700, 34000, &message), ==, 1);
  g_assert_nonnull (strstr (message, "low, 40, 2023: 1700"));
  g_assert_nonnull (strstr (message, "17"));
  g_assert_nonnull (strstr (message, "170"));
}

/* A number that may be suppressed later is in no message: with the parts' sum it would tell a part. */
static void
test_told_without_numbers (void) {
  g_autofree char *message = NULL;
  g_autoptr (Sample) sample = sample_new ();
  sample_add_county (sample, "small", "40", "2023", 10, 200);
  sample_add (sample, "small", "40", "2023", 1700, 34000);
  g_assert_cmpuint (count_findings (sample, &message), ==, 1);
  g_assert_nonnull (strstr (message, "small, 40, 2023: "));
  g_assert_null (strstr (message, "170"));
}

/* A part that is missing, suppressed, estimated, of another file or not to be added leaves nothing to compare with. */
static void
test_not_compared (void) {
  enum { WHOLE, MISSING, CONFIDENTIAL, ESTIMATE, NOT_ADDABLE, OTHER_DATASET, N_CASES };
  for (int how = WHOLE; how < N_CASES; how++) {
    g_autoptr (Sample) sample = sample_new ();
    const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
    for (guint i = 0; i < members->len; i++) {
      UtRow row = sample_row (sample, "persons", "40", "2023");
      gboolean odd = i == 3;
      row.region = g_array_index (members, UtRegionId, i);
      row.value = 10;
      if (odd && how == MISSING)
        continue;
      if (odd && how == CONFIDENTIAL) {
        row.status = UT_STATUS_CONFIDENTIAL;
        row.value = NAN;
      }
      row.quality = odd && how == ESTIMATE      ? UT_QUALITY_ESTIMATE
                    : odd && how == NOT_ADDABLE ? UT_QUALITY_NOT_ADDABLE
                                                : 0;
      sample_add_row (sample, row, odd && how == OTHER_DATASET ? "annan" : "prove");
    }
    UtRow total = sample_row (sample, "persons", "40", "2023");
    total.value = 999;
    sample_add_row (sample, total, "prove");
    g_assert_cmpuint (count_findings (sample, NULL), ==, how == WHOLE ? 1 : 0);
  }
}

/* What is no count is never added up. */
static void
test_no_counts (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i <= members->len; i++) {
    UtRow row = sample_row (sample, "score", "40", "2023");
    if (i < members->len)
      row.region = g_array_index (members, UtRegionId, i);
    row.value = i < members->len ? 50 : 10;
    row.margin = 1;
    sample_add_row (sample, row, "prove");
  }
  g_assert_cmpuint (count_findings (sample, NULL), ==, 0);
}

/* Oslo the county is Oslo the municipality, also where nothing can be added up. */
static void
test_same_people (void) {
  static const struct {
    double county, municipality;
    gsize n;
  } cases[] = { { 50, 50, 0 }, { 50, 50.04, 0 }, { 50, 51, 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    sample_add_value (sample, "standard", "03", "2023", cases[i].county);
    sample_add_value (sample, "standard", "0301", "2023", cases[i].municipality);
    g_assert_cmpuint (count_findings (sample, NULL), ==, cases[i].n);
  }
}

static void
add_persons (Sample *sample, const char *key, double value, UtStatus status, guint16 quality, const char *dataset) {
  UtRow row = sample_row (sample, key, "4036", "2023");
  row.value = status == UT_STATUS_OK ? value : NAN;
  row.status = status;
  row.quality = quality;
  sample_add_row (sample, row, dataset);
}

/* Girls and boys against all, in one municipality; a part that is not known makes the sum a lower bound. */
static void
test_parts (void) {
  static const struct {
    double all, girls, boys;
    UtStatus status; /* of the boys */
    guint16 quality;
    const char *dataset;
    gsize n;
  } cases[] = {
    { 100, 48, 52, UT_STATUS_OK, 0, "prove", 0 },
    { 100, 48, 54, UT_STATUS_OK, 0, "prove", 1 },
    { 101, 48, 52, UT_STATUS_OK, 0, "prove", 0 },
    { 110, 48, 52, UT_STATUS_OK, 0, "prove", 1 },
    { 110, 48, 0, UT_STATUS_CONFIDENTIAL, 0, "prove", 0 },
    { 40, 48, 0, UT_STATUS_CONFIDENTIAL, 0, "prove", 1 },
    { 110, 48, 0, UT_STATUS_OK, UT_QUALITY_AT_LIMIT, "prove", 0 },
    { 110, 48, 52, UT_STATUS_OK, UT_QUALITY_ESTIMATE, "prove", 0 },
    { 110, 48, 52, UT_STATUS_OK, 0, "annan", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    add_persons (sample, "all", cases[i].all, UT_STATUS_OK, 0, "prove");
    add_persons (sample, "girls", cases[i].girls, UT_STATUS_OK, 0, "prove");
    add_persons (sample, "boys", cases[i].boys, cases[i].status, cases[i].quality, cases[i].dataset);
    g_test_message ("case %zu", i);
    g_assert_cmpuint (count_findings (sample, NULL), ==, cases[i].n);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/totals/limits", test_limits);
  g_test_add_func ("/assess/totals/told-with-both", test_told_with_both);
  g_test_add_func ("/assess/totals/told-without-numbers", test_told_without_numbers);
  g_test_add_func ("/assess/totals/not-compared", test_not_compared);
  g_test_add_func ("/assess/totals/no-counts", test_no_counts);
  g_test_add_func ("/assess/totals/same-people", test_same_people);
  g_test_add_func ("/assess/totals/parts", test_parts);
  return g_test_run ();
}
