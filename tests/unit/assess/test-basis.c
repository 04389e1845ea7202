/* What a comparison rests on: counts, what is derived from print, or persons that stand in. */
#include "sample.h"

#include "assess/verdict.h"

#include <math.h>
#include <utsyn/compare.h>

#define TOKKE   "4034"
#define COUNTRY "0"

/* The head counts of two places, whose figures are then judged. */
typedef struct {
  Sample *sample;
  UtTable *table;
  UtIndicator indicator;
} Setting;

static Setting
setting_new (const char *key, double persons, double whole) {
  Setting setting = { .sample = sample_new () };
  sample_add_value (setting.sample, "persons", TOKKE, "2022", persons);
  sample_add_value (setting.sample, "persons", COUNTRY, "2022", whole);
  setting.table = sample_finish (setting.sample);
  setting.indicator = *sample_indicator (setting.sample, key);
  return setting;
}

static void
setting_clear (Setting *setting) {
  ut_table_free (setting->table);
  sample_free (setting->sample);
}

static UtFigure
figure (const Setting *setting, const char *code, double value, double events, double persons) {
  return (UtFigure){ .exists = TRUE,
                     .row = G_MAXSIZE,
                     .region = sample_region (setting->sample, code),
                     .period = sample_period ("2022"),
                     .value = value,
                     .numerator = events,
                     .denominator = persons,
                     .margin = NAN,
                     .status = UT_STATUS_OK };
}

static UtVerdict
judge (const Setting *setting, UtFigure own, UtFigure whole, UtRule rule) {
  const UtQuestion question = { .benchmark = UT_BENCHMARK_COUNTRY,
                                .rule = rule,
                                .relation = rule == UT_RULE_UTSYN ? UT_RELATION_PART : UT_RELATION_CONSTANT,
                                .table = setting->table };
  return ut_verdict (&setting->indicator, &own, &whole, &question);
}

/* p, the level and the drawn interval say the same. */
static void
assert_consistent (const UtVerdict *verdict) {
  gboolean holds
      = verdict->deciding.lower <= verdict->tested_against && verdict->tested_against <= verdict->deciding.upper;
  g_assert_cmpint (verdict->p<0.05, ==, verdict->level> UT_LEVEL_SIMILAR);
  g_assert_cmpint (holds, ==, verdict->level <= UT_LEVEL_SIMILAR);
  g_assert_cmpint (verdict->level == UT_LEVEL_UNDECIDED, ==, verdict->p >= 0.05 && verdict->p_best < 0.05);
  g_assert_cmpfloat (verdict->p_best, <=, verdict->p);
}

static void
test_property (void) {
  guint seen[UT_N_BASES] = { 0 }, levels[UT_N_LEVELS] = { 0 };
  for (int i = 0; i < 300; i++) {
    double persons = g_test_rand_int_range (8, 1200), whole = persons * g_test_rand_int_range (5, 60);
    Setting setting = setting_new ("printed", persons, whole);
    UtIndicator *indicator = &setting.indicator;
    double share = g_test_rand_double_range (0.02, 0.6);
    double printed = g_test_rand_double_range (0.5, 1.6) * share;
    indicator->test = i % 3 == 0 ? UT_TEST_POISSON : UT_TEST_BINOMIAL;
    indicator->resolution = i % 2 ? 0.1 : i % 5 ? 1 : 0;
    indicator->standardised = i % 7 == 0;
    indicator->composition = i % 14 == 0 ? 0.05 : 0;
    indicator->design_effect = i % 4 ? 1 : g_test_rand_double_range (1, 3);
    double step = indicator->resolution > 0 ? indicator->resolution : 0.001;
    UtFigure all = figure (&setting, COUNTRY, round (100 * share / step) * step, NAN, i % 11 ? whole : NAN);
    UtFigure own = figure (&setting, TOKKE, round (fmin (100 * printed, 99) / step) * step, NAN, NAN);
    if (i % 3 == 1)
      own.denominator = persons;
    if (i % 6 == 2)
      own.numerator = round (persons * own.value / 100);
    for (UtRule rule = UT_RULE_UTSYN; rule < UT_N_RULES; rule++) {
      UtVerdict verdict = judge (&setting, own, all, rule);
      if (verdict.level == UT_LEVEL_NOT_TESTED)
        continue;
      seen[verdict.basis]++;
      levels[verdict.level]++;
      assert_consistent (&verdict);
    }
    setting_clear (&setting);
  }
  g_assert_cmpuint (seen[UT_BASIS_DERIVED], >, 50);
  g_assert_cmpuint (seen[UT_BASIS_APPROXIMATE], >, 50);
  for (UtLevel level = UT_LEVEL_UNDECIDED; level <= UT_LEVEL_WORSE; level++)
    g_assert_cmpuint (levels[level], >, 8);
}

/* Persons that stand in: what is certain for all of them, what none of them makes certain, and what they decide. */
static void
test_stand_in (void) {
  Setting setting = setting_new ("printed", 1000, 100000);
  UtFigure whole = figure (&setting, COUNTRY, 20, 20000, 100000);
  UtVerdict better = judge (&setting, figure (&setting, TOKKE, 12, NAN, NAN), whole, UT_RULE_UTSYN);
  UtVerdict similar = judge (&setting, figure (&setting, TOKKE, 20, NAN, NAN), whole, UT_RULE_UTSYN);
  UtVerdict undecided = judge (&setting, figure (&setting, TOKKE, 17, NAN, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (better.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpint (similar.level, ==, UT_LEVEL_SIMILAR);
  g_assert_cmpint (undecided.level, ==, UT_LEVEL_UNDECIDED);
  g_assert_cmpint (undecided.reason, ==, UT_REASON_PERSONS_DECIDE);
  g_assert_cmpint (better.basis, ==, UT_BASIS_APPROXIMATE);
  g_assert_true (better.own_counts.stands_in == setting.indicator.denominator);
  g_assert_cmpfloat (better.own_counts.persons_lowest, ==, 900);
  g_assert_cmpfloat (better.own_counts.persons_highest, ==, 1050);
  /* 900 · 11.5 % and 1050 · 12.5 %, outward. */
  g_assert_cmpfloat (better.own_counts.events_lowest, ==, 103);
  g_assert_cmpfloat (better.own_counts.events_highest, ==, 132);
  /* No count is made of it. */
  g_assert_true (isnan (better.rest_numerator) && isnan (better.rest_denominator));
  /* The benchmark too may be printed without its count: its own population bounds it. */
  whole.numerator = whole.denominator = NAN;
  UtVerdict bounded = judge (&setting, figure (&setting, TOKKE, 12, NAN, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (bounded.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpfloat (bounded.reference_counts.persons_lowest, ==, 90000);
  g_assert_cmpfloat (bounded.p, >, better.p);
  setting_clear (&setting);
}

/* 13 of 57, printed with its number and one decimal: no other count gives 22.8 per cent. */
static void
test_derived (void) {
  Setting setting = setting_new ("printed", 1000, 100000);
  setting.indicator.resolution = 0.1;
  UtFigure whole = figure (&setting, COUNTRY, 12, 12000, 100000);
  UtVerdict derived = judge (&setting, figure (&setting, TOKKE, 22.8, NAN, 57), whole, UT_RULE_UTSYN);
  UtComparison counted;
  g_assert_cmpint (ut_compare_proportions (13, 57, 12000 - 13, 100000 - 57, 0.95, &counted), ==, UT_OUTCOME_OK);
  g_assert_cmpint (derived.basis, ==, UT_BASIS_DERIVED);
  g_assert_cmpfloat_with_epsilon (derived.p, counted.p, 1e-12);
  g_assert_cmpfloat (derived.own_counts.events_lowest, ==, 13);
  g_assert_cmpfloat (derived.own_counts.events_highest, ==, 13);
  /* 13 persons that are 22.8 per cent: of 57. */
  UtVerdict nav = judge (&setting, figure (&setting, TOKKE, 22.8, 13, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (nav.basis, ==, UT_BASIS_DERIVED);
  g_assert_cmpfloat (nav.own_counts.persons_lowest, ==, 57);
  g_assert_cmpfloat (nav.own_counts.persons_highest, ==, 57);
  g_assert_cmpfloat_with_epsilon (nav.p, counted.p, 1e-12);
  /* Of 20 no whole number is 33.3 per cent. */
  UtVerdict wrong = judge (&setting, figure (&setting, TOKKE, 33.3, NAN, 20), whole, UT_RULE_UTSYN);
  g_assert_cmpint (wrong.reason, ==, UT_REASON_FIGURES_DISAGREE);
  setting_clear (&setting);
}

/* A share printed in full is of a multiple of its lowest denominator. */
static void
test_fraction (void) {
  Setting setting = setting_new ("printed", 1000, 100000);
  setting.indicator.resolution = 0;
  UtFigure whole = figure (&setting, COUNTRY, 20, 20000, 100000);
  /* 139/997 is in lowest terms, and 997 of the 1050 there may be. */
  UtVerdict one = judge (&setting, figure (&setting, TOKKE, 100 * 139 / 997.0, NAN, NAN), whole, UT_RULE_UTSYN);
  UtComparison counted;
  g_assert_cmpint (ut_compare_proportions (139, 997, 20000 - 139, 100000 - 997, 0.95, &counted), ==, UT_OUTCOME_OK);
  g_assert_cmpint (one.basis, ==, UT_BASIS_DERIVED);
  g_assert_cmpfloat_with_epsilon (one.p, counted.p, 1e-12);
  /* What is rounded has no fraction of its own. */
  UtVerdict rounded = judge (&setting, figure (&setting, TOKKE, 12.5, NAN, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (rounded.basis, ==, UT_BASIS_APPROXIMATE);
  /* 3/1009 cannot be of a thousand. */
  UtVerdict none = judge (&setting, figure (&setting, TOKKE, 100 * 3 / 1009.0, NAN, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (none.basis, ==, UT_BASIS_APPROXIMATE);
  /* Immigrants, who are anything from a quarter to twice a head count: every multiple of 177 that lies between. */
  UtDenominator far = *setting.indicator.denominator;
  far.doubt_lowest = -0.75;
  far.doubt_highest = 1;
  setting.indicator.denominator = &far;
  UtVerdict many = judge (&setting, figure (&setting, TOKKE, 100 * 25 / 177.0, NAN, NAN), whole, UT_RULE_UTSYN);
  g_assert_cmpint (many.basis, ==, UT_BASIS_DERIVED);
  g_assert_cmpfloat (many.own_counts.persons_lowest, ==, 354);
  g_assert_cmpfloat (many.own_counts.persons_highest, ==, 1947);
  setting_clear (&setting);
}

/* Observed is MEIS · m and expected R · m: by FHI's rule Poisson, and the mix of ages widens the persons. */
static void
test_standardised (void) {
  Setting setting = setting_new ("printed", 1000, 100000);
  setting.indicator.standardised = TRUE;
  setting.indicator.resolution = 0.1;
  UtFigure own = figure (&setting, TOKKE, 14.2, NAN, NAN), whole = figure (&setting, COUNTRY, 18, NAN, NAN);
  UtVerdict narrow = judge (&setting, own, whole, UT_RULE_UTSYN);
  setting.indicator.composition = 0.07;
  UtVerdict wide = judge (&setting, own, whole, UT_RULE_UTSYN), fhi = judge (&setting, own, whole, UT_RULE_FHI);
  g_assert_cmpint (narrow.basis, ==, UT_BASIS_APPROXIMATE);
  g_assert_cmpfloat (wide.own_counts.persons_lowest, ==, 837);
  g_assert_cmpfloat (wide.own_counts.persons_highest, ==, 1124);
  g_assert_cmpfloat (wide.p, >, narrow.p);
  g_assert_cmpint (fhi.level, !=, UT_LEVEL_NOT_TESTED);
  assert_consistent (&fhi);
  /* Counts of a standardised share are not its own: 22 of 100 stands for MEIS 14.2 of 155 expected ones. */
  own.numerator = 22;
  own.denominator = 100;
  UtVerdict counted = judge (&setting, own, whole, UT_RULE_UTSYN);
  g_assert_cmpint (counted.basis, ==, UT_BASIS_APPROXIMATE);
  g_assert_cmpfloat (counted.own_counts.persons_lowest, ==, 155);
  setting_clear (&setting);
}

/* Answers that go together are fewer than they look. */
static void
test_design_effect (void) {
  Setting setting = setting_new ("low", 1000, 100000);
  UtFigure own = figure (&setting, TOKKE, 15, 45, 300), whole = figure (&setting, COUNTRY, 20, 20000, 100000);
  UtVerdict alone = judge (&setting, own, whole, UT_RULE_UTSYN);
  setting.indicator.design_effect = 2;
  UtVerdict together = judge (&setting, own, whole, UT_RULE_UTSYN);
  g_assert_cmpint (alone.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpint (together.level, ==, UT_LEVEL_SIMILAR);
  g_assert_cmpint (together.basis, ==, UT_BASIS_COUNTS);
  assert_consistent (&together);
  setting.indicator.design_effect = 200;
  g_assert_cmpint (judge (&setting, own, whole, UT_RULE_UTSYN).reason, ==, UT_REASON_TOO_FEW_PERSONS);
  setting_clear (&setting);
}

/* Certain, but less than a tenth of the odds: worth no word. */
static void
test_relevant (void) {
  Setting setting = setting_new ("low", 1000, 100000);
  setting.indicator.relevant_ratio = 1.1;
  UtFigure whole = figure (&setting, COUNTRY, 20, 2000000, 10000000);
  UtVerdict small = judge (&setting, figure (&setting, TOKKE, 19, 19000, 100000), whole, UT_RULE_UTSYN);
  UtVerdict large = judge (&setting, figure (&setting, TOKKE, 18, 18000, 100000), whole, UT_RULE_UTSYN);
  g_assert_cmpint (small.level, ==, UT_LEVEL_BETTER);
  g_assert_true (small.below_relevant);
  g_assert_cmpint (large.level, ==, UT_LEVEL_BETTER);
  g_assert_false (large.below_relevant);
  setting_clear (&setting);
}

/* Points of so many pupils, whose spread is declared. */
static void
test_declared_spread (void) {
  Setting setting = setting_new ("score", 1000, 100000);
  setting.indicator.resolution = 0.1;
  setting.indicator.sd_lowest = 8;
  setting.indicator.sd_highest = 9.5;
  UtFigure whole = figure (&setting, COUNTRY, 42, NAN, 60000);
  UtVerdict better = judge (&setting, figure (&setting, TOKKE, 46, NAN, 80), whole, UT_RULE_UTSYN);
  g_assert_cmpint (better.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpint (better.basis, ==, UT_BASIS_APPROXIMATE);
  assert_consistent (&better);
  UtVerdict similar = judge (&setting, figure (&setting, TOKKE, 43, NAN, 80), whole, UT_RULE_UTSYN);
  g_assert_cmpint (similar.level, ==, UT_LEVEL_SIMILAR);
  setting.indicator.design_effect = 50;
  g_assert_cmpint (judge (&setting, figure (&setting, TOKKE, 46, NAN, 80), whole, UT_RULE_UTSYN).reason, ==,
                   UT_REASON_TOO_FEW_PERSONS);
  setting_clear (&setting);
}

static gboolean
has_digits (double value, double scale) {
  return fabs (value * scale - round (value * scale)) < 1e-7;
}

/* 8.8 per cent of 57 is 5, which may be shown; 5.3 per cent is 3, which may not. Nothing of the second verdict is as
 * exact as the count behind it: all of 1 to 5 persons would read the same. */
static void
test_small_set (void) {
  Setting setting = setting_new ("hidden", 57, 100000);
  setting.indicator.resolution = 0.1;
  setting.indicator.decimals = 1;
  UtFigure whole = figure (&setting, COUNTRY, 21.3, 21337, 100000);
  UtVerdict open = judge (&setting, figure (&setting, TOKKE, 8.8, NAN, 57), whole, UT_RULE_UTSYN);
  g_assert_cmpfloat (open.own_counts.events_lowest, ==, 5);
  g_assert_false (has_digits (open.tested_against, 10));
  for (int i = 0; i < 2; i++) {
    /* Its number of persons printed, and lent. */
    UtVerdict small = judge (&setting, figure (&setting, TOKKE, 5.3, NAN, i ? NAN : 57), whole, UT_RULE_UTSYN);
    g_assert_cmpint (small.level, ==, UT_LEVEL_BETTER);
    g_assert_cmpint (small.basis, ==, i ? UT_BASIS_APPROXIMATE : UT_BASIS_DERIVED);
    const UtPossibleCounts *sets[] = { &small.own_counts, &small.reference_counts };
    for (guint k = 0; k < G_N_ELEMENTS (sets); k++)
      g_assert_true (isnan (sets[k]->events_lowest) && isnan (sets[k]->events_highest)
                     && isnan (sets[k]->persons_lowest) && isnan (sets[k]->persons_highest));
    double p[] = { small.p, small.p_best };
    for (guint k = 0; k < G_N_ELEMENTS (p); k++)
      g_assert_true (has_digits (p[k], pow (10, 1 - floor (log10 (p[k])))));
    g_assert_true (has_digits (small.deciding.lower, 10));
    g_assert_true (has_digits (small.deciding.upper, 10));
    g_assert_true (has_digits (small.tested_against, 10));
    g_assert_true (isnan (small.ratio) && isnan (small.ratio_interval.lower) && isnan (small.ratio_interval.upper));
    g_assert_true (isnan (small.rest_numerator) && isnan (small.rest_denominator));
    assert_consistent (&small);
  }
  setting_clear (&setting);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/basis/property", test_property);
  g_test_add_func ("/assess/basis/stand-in", test_stand_in);
  g_test_add_func ("/assess/basis/derived", test_derived);
  g_test_add_func ("/assess/basis/fraction", test_fraction);
  g_test_add_func ("/assess/basis/standardised", test_standardised);
  g_test_add_func ("/assess/basis/design-effect", test_design_effect);
  g_test_add_func ("/assess/basis/relevant", test_relevant);
  g_test_add_func ("/assess/basis/declared-spread", test_declared_spread);
  g_test_add_func ("/assess/basis/small-set", test_small_set);
  return g_test_run ();
}
