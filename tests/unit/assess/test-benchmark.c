/* What a place can be held against beyond county and country. */
#include "sample.h"

#include <math.h>
#include <utsyn/terms.h>

/* A county of 10 in 200 each, and Fyresdal with more. */
typedef struct {
  Sample *sample;
  UtTable *table;
  UtAssessment *assessment;
} Requested;

static void
asked_clear (Requested *requested) {
  ut_assessment_free (requested->assessment);
  ut_table_free (requested->table);
}

static Requested
ask (Sample *sample, const char *place, const char *key, UtAssessOptions options) {
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  UtRegionId region = sample_region (sample, place);
  g_array_append_val (places, region);
  if (options.wanted[UT_BENCHMARK_PEERS])
    g_array_append_val (own, options.peers);
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, key));
  Requested requested = { .sample = sample, .table = sample_prepare (sample, own, NULL) };
  requested.assessment = ut_assess (requested.table, sample->catalogue, sample->regions, places, indicators, &options);
  return requested;
}

static const UtVerdict *
verdict_of (const Requested *requested, UtBenchmark benchmark) {
  return &ut_assessment_get (requested->assessment, 0, 0)->verdicts[benchmark];
}

static UtRegionId
add_peers (Sample *sample, const char *const *codes, guint n) {
  g_autofree UtRegionId *members = g_new (UtRegionId, n);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < n; i++)
    members[i] = sample_region (sample, codes[i]);
  const UtRegion *region = ut_regions_add_own (sample->regions, "peers", "Jamførbare", members, n, &error);
  g_assert_no_error (error);
  return region->id;
}

/* 20 of 200 against 20 of 400 in two others: 2·(P(X > 20) + P(X = 20)/2) of the hypergeometric = 0.02550. */
static void
test_peers (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2023", 20, 200);
  sample_add (sample, "low", "4022", "2023", 10, 200);
  sample_add (sample, "low", "4028", "2023", 10, 200);
  static const char *const codes[] = { "4022", "4028" };
  UtAssessOptions options = { .wanted[UT_BENCHMARK_PEERS] = TRUE, .peers = add_peers (sample, codes, 2) };
  Requested requested = ask (sample, "4032", "low", options);
  const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_PEERS);
  g_assert_true (ut_assessment_includes (requested.assessment, UT_BENCHMARK_PEERS));
  g_assert_false (ut_assessment_includes (requested.assessment, UT_BENCHMARK_TARGET));
  g_assert_cmpint (verdict->level, ==, UT_LEVEL_WORSE);
  g_assert_cmpfloat_with_epsilon (verdict->p, 0.02549673, 1e-8);
  g_assert_cmpfloat (verdict->rest_numerator, ==, 20);
  g_assert_cmpfloat (verdict->rest_denominator, ==, 400);
  g_assert_cmpfloat_with_epsilon (verdict->reference.value, 5, 1e-12);
  asked_clear (&requested);
}

/* A place among its own peers is held against the others of them. */
static void
test_peers_with_self (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2023", 20, 200);
  sample_add (sample, "low", "4022", "2023", 10, 200);
  static const char *const codes[] = { "4022", "4032" };
  UtAssessOptions options = { .wanted[UT_BENCHMARK_PEERS] = TRUE, .peers = add_peers (sample, codes, 2) };
  Requested requested = ask (sample, "4032", "low", options);
  const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_PEERS);
  g_assert_cmpfloat (verdict->rest_numerator, ==, 10);
  g_assert_cmpfloat (verdict->rest_denominator, ==, 200);
  asked_clear (&requested);
}

static void
test_past (void) {
  static const struct {
    guint16 quality;
    const char *then, *now;
    UtReason reason;
  } cases[] = {
    { 0, "2019", "2023", UT_REASON_NONE },
    { UT_QUALITY_BREAK, "2019", "2023", UT_REASON_SERIES_BROKEN },
    { 0, "2017-2019", "2019-2021", UT_REASON_OVERLAP },
    { 0, "2018", "2023", UT_REASON_NO_BENCHMARK },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    sample_add (sample, "low", "4032", cases[i].then, 30, 200);
    UtRow row = sample_row (sample, "low", "4032", cases[i].now);
    row.value = 5;
    row.numerator = 10;
    row.denominator = 200;
    row.quality = cases[i].quality;
    sample_add_row (sample, row, "prove");
    UtAssessOptions options
        = { .rule = UT_RULE_FHI, .wanted[UT_BENCHMARK_PAST] = TRUE, .past_year = 2019, .peers = UT_REGION_NONE };
    Requested requested = ask (sample, "4032", "low", options);
    const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_PAST);
    g_assert_cmpstr (ut_reason_code (verdict->reason), ==, ut_reason_code (cases[i].reason));
    /* Two draws, by any rule. */
    g_assert_cmpint (verdict->rule, ==, UT_RULE_UTSYN);
    if (cases[i].reason == UT_REASON_NONE) {
      g_assert_cmpint (verdict->level, ==, UT_LEVEL_BETTER);
      g_assert_cmpfloat (verdict->rest_denominator, ==, 200);
      g_assert_cmpfloat (verdict->difference, ==, -10);
    }
    asked_clear (&requested);
  }
}

/* Oslo is both municipality and county: held against the country, but not against itself. */
static void
test_whole_county (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "0301", "2023", 20, 200);
  sample_add (sample, "low", "03", "2023", 20, 200);
  sample_add (sample, "low", "0", "2023", 400, 2000);
  UtAssessOptions options = { .peers = UT_REGION_NONE };
  Requested requested = ask (sample, "0301", "low", options);
  g_assert_cmpint (verdict_of (&requested, UT_BENCHMARK_COUNTRY)->level, ==, UT_LEVEL_BETTER);
  const UtVerdict *county = verdict_of (&requested, UT_BENCHMARK_COUNTY);
  g_assert_cmpint (county->level, ==, UT_LEVEL_NOT_TESTED);
  g_assert_cmpint (county->reason, ==, UT_REASON_NO_BENCHMARK);
  asked_clear (&requested);
}

/* The tenth best of half the country; the tested verdict never exists. */
static void
test_best (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *all = ut_regions_get (sample->regions, ut_regions_country (sample->regions))->members;
  for (guint i = 0; i < 180; i++) {
    UtRow row = sample_row (sample, "low", "4032", "2023");
    row.region = g_array_index (all, UtRegionId, i);
    row.value = (180 - (double) i) / 2;
    row.numerator = 2 * row.value;
    row.denominator = 200;
    sample_add_row (sample, row, "prove");
  }
  UtAssessOptions options = { .wanted[UT_BENCHMARK_BEST] = TRUE, .peers = UT_REGION_NONE };
  const char *first = ut_regions_get (sample->regions, g_array_index (all, UtRegionId, 0))->code;
  Requested requested = ask (sample, first, "low", options);
  const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_BEST);
  g_assert_cmpfloat (verdict->reference.value, ==, 5);
  g_assert_cmpfloat (verdict->difference, ==, 85);
  g_assert_cmpint (verdict->level, ==, UT_LEVEL_NOT_TESTED);
  g_assert_cmpint (verdict->reason, ==, UT_REASON_CHOSEN);
  asked_clear (&requested);
}

static void
test_best_needs_many (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_county (sample, "low", "40", "2023", 10, 200);
  UtAssessOptions options = { .wanted[UT_BENCHMARK_BEST] = TRUE, .peers = UT_REGION_NONE };
  Requested requested = ask (sample, "4032", "low", options);
  g_assert_cmpint (verdict_of (&requested, UT_BENCHMARK_BEST)->reason, ==, UT_REASON_NO_BENCHMARK);
  asked_clear (&requested);
}

/* 9 of 185 against a target of 10 per cent: binomial mid-p, 2·(P(X < 9) + P(X = 9)/2) = 0.01252. */
static void
test_target (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2023", 9, 185);
  const UtTarget target = { sample_region (sample, "4032"), sample_indicator (sample, "low")->id, 10 };
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtTarget));
  g_array_append_val (targets, target);
  UtAssessOptions options = { .wanted[UT_BENCHMARK_TARGET] = TRUE, .targets = targets, .peers = UT_REGION_NONE };
  Requested requested = ask (sample, "4032", "low", options);
  const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_TARGET);
  g_assert_cmpint (verdict->level, ==, UT_LEVEL_BETTER);
  g_assert_cmpfloat (verdict->tested_against, ==, 10);
  g_assert_cmpfloat_with_epsilon (verdict->p, 0.012524606, 1e-8);
  g_assert_cmpuint (ut_assessment_n_tested (requested.assessment, 0, UT_BENCHMARK_TARGET), ==, 1);
  asked_clear (&requested);
}

/* A KOSTRA group is an estimate: not tested by rule utsyn, held as known by rule fhi; unknown without a membership. */
static void
test_group (void) {
  for (int how = 0; how < 3; how++) {
    g_autoptr (Sample) sample = sample_new ();
    sample_add (sample, "low", "4032", "2023", 9, 185);
    sample_add (sample, "low", "EKG01", "2023", 1000, 5000);
    const UtMembership membership = { sample_region (sample, "4032"), sample_region (sample, "EKG01") };
    g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (UtMembership));
    if (how < 2)
      g_array_append_val (groups, membership);
    UtAssessOptions options = { .rule = how == 1 ? UT_RULE_FHI : UT_RULE_UTSYN,
                                .wanted[UT_BENCHMARK_GROUP] = TRUE,
                                .groups = groups,
                                .peers = UT_REGION_NONE };
    Requested requested = ask (sample, "4032", "low", options);
    const UtVerdict *verdict = verdict_of (&requested, UT_BENCHMARK_GROUP);
    static const UtReason reasons[] = { UT_REASON_BENCHMARK_ESTIMATE, UT_REASON_NONE, UT_REASON_GROUP_UNKNOWN };
    g_assert_cmpstr (ut_reason_code (verdict->reason), ==, ut_reason_code (reasons[how]));
    g_assert_cmpint (verdict->level, ==, how == 1 ? UT_LEVEL_BETTER : UT_LEVEL_NOT_TESTED);
    asked_clear (&requested);
  }
}

/* What is printed for the county of then goes before what the municipalities' figures make of that of today. */
static void
test_county_of_then (void) {
  for (guint i = 0; i < 2; i++) {
    g_autoptr (Sample) sample = sample_new ();
    const GArray *all = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
    for (guint k = 0; k <= all->len; k++) {
      UtRow row = sample_row (sample, "score", "38", "2022");
      if (k < all->len)
        row.region = g_array_index (all, UtRegionId, k);
      row.value = 50;
      row.margin = 1;
      row.denominator = 100;
      if (k < all->len || i == 0)
        sample_add_row (sample, row, "d");
    }
    Requested requested = ask (sample, "4032", "score", (UtAssessOptions){ 0 });
    const UtAssessed *assessed = ut_assessment_get (requested.assessment, 0, 0);
    g_assert_cmpuint (assessed->benchmark_region[UT_BENCHMARK_COUNTY], ==,
                      sample_region (sample, i == 0 ? "38" : "40"));
    g_assert_cmpfloat_with_epsilon (verdict_of (&requested, UT_BENCHMARK_COUNTY)->reference.value, 50, 1e-9);
    asked_clear (&requested);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/benchmark/peers", test_peers);
  g_test_add_func ("/assess/benchmark/peers-with-self", test_peers_with_self);
  g_test_add_func ("/assess/benchmark/past", test_past);
  g_test_add_func ("/assess/benchmark/whole-county", test_whole_county);
  g_test_add_func ("/assess/benchmark/county-of-then", test_county_of_then);
  g_test_add_func ("/assess/benchmark/best", test_best);
  g_test_add_func ("/assess/benchmark/best-needs-many", test_best_needs_many);
  g_test_add_func ("/assess/benchmark/target", test_target);
  g_test_add_func ("/assess/benchmark/group", test_group);
  return g_test_run ();
}
