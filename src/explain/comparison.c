/* A comparison explained: the rest, the test with its numbers put in, the family of comparisons, the answer. */
#include "explain/explanation.h"

#include <math.h>

#include "base/i18n.h"
#include "text/described.h"
#include "text/probability.h"
#include "text/rule.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define RATIO_DECIMALS 4
/* Two-sided 95 % of the normal distribution, as it is put into formulas. */
#define Z 1.959964

#define exact ut_explanation_exact

/* The rest */

static void
add_rest (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  if (isnan (verdict->rest_denominator))
    return;
  const char *unit = ut_unit_label (ut_explanation_assessed (page)->indicator->unit, page->language);
  g_autofree char *n = exact (page, verdict->rest_denominator),
                  *anchor = ut_explanation_figure (page, verdict->tested_against);
  json_t *rest = json_object ();
  ut_json_set_number (rest, "numerator", verdict->rest_numerator);
  ut_json_set_number (rest, "denominator", verdict->rest_denominator);
  ut_json_set_number (rest, "value", verdict->tested_against);
  json_object_set_new (data, "rest", rest);
  if (isnan (verdict->rest_numerator)) {
    say (page, word (page, "  the rest (without the place itself): %s in number, %s %s"), n, anchor, unit);
    return;
  }
  g_autofree char *x = exact (page, verdict->rest_numerator);
  if (verdict->benchmark < UT_N_ENCLOSING)
    say (page, word (page, "  the rest (without the place itself): %s / %s = %s %s"), x, n, anchor, unit);
  else
    say (page, word (page, "  those compared with: %s / %s = %s %s"), x, n, anchor, unit);
}

/* What it rests on */

/* "persons 900 to 1 050 (Talet på barn 0–17 år, −12 % to +2 %)" */
static char *
range_text (const UtExplanation *page, double lowest, double highest) {
  g_autofree char *low = exact (page, lowest), *high = exact (page, highest);
  return lowest == highest ? g_steal_pointer (&low) : g_strdup_printf (word (page, "%1$s to %2$s"), low, high);
}

static json_t *
add_counts (UtExplanation *page, const char *whose, const UtPossibleCounts *counts) {
  json_t *data = json_object ();
  gboolean counted = !isnan (counts->events_lowest);
  g_autofree char *events = counted ? range_text (page, counts->events_lowest, counts->events_highest) : NULL;
  g_autofree char *persons = range_text (page, counts->persons_lowest, counts->persons_highest);
  g_autofree char *source
      = counts->stands_in != NULL
            ? ut_phrase_stand_in (counts->stands_in, ut_assessment_catalogue (page->assessment), page->language)
            : NULL;
  g_autofree char *of = source != NULL ? g_strdup_printf ("%s (%s)", persons, source) : g_strdup (persons);
  if (counted)
    say (page, word (page, "  possible counts of %1$s: %2$s among %3$s persons"), whose, events, of);
  else
    say (page, word (page, "  %1$s: of %2$s persons"), whose, of);
  ut_explanation_set_interval (data, "events", (UtInterval){ counts->events_lowest, counts->events_highest });
  ut_explanation_set_interval (data, "persons", (UtInterval){ counts->persons_lowest, counts->persons_highest });
  ut_json_set_text (data, "stands_in", source);
  return data;
}

/* Where no count is published: all that may be, and what they say least and most. */
static void
add_possible (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  const UtIndicator *indicator = ut_explanation_assessed (page)->indicator;
  ut_json_set_text (data, "basis", ut_basis_code (verdict->basis));
  if (verdict->basis == UT_BASIS_NONE)
    return;
  say (page, word (page, "  basis: %s"), ut_basis_word (verdict->basis, page->language));
  if (isnan (verdict->p))
    return;
  if (indicator->design_effect > 1) {
    g_autofree char *effect = exact (page, indicator->design_effect);
    say (page,
         word (page, "  answers that go together: design effect %1$s, so p = 2·Φ(−z/√%1$s), with z of the p that "
                     "independent answers give"),
         effect);
  }
  ut_json_set_number (data, "design_effect", indicator->design_effect);
  if (verdict->basis == UT_BASIS_COUNTS)
    return;
  if (!isnan (verdict->own_counts.persons_lowest))
    json_object_set_new (data, "possible", add_counts (page, word (page, "the place"), &verdict->own_counts));
  else
    say (page, "  %s", word (page, "one of the possible counts may be small, so they are not shown"));
  if (!isnan (verdict->reference_counts.persons_lowest))
    json_object_set_new (
        data, "possible_reference",
        add_counts (page, ut_benchmark_word (verdict->benchmark, page->language), &verdict->reference_counts));
  g_autofree char *least = ut_phrase_precise (verdict->p, page->language);
  g_autofree char *most = ut_phrase_precise (verdict->p_best, page->language);
  say (page, word (page, "  p of those that say least: %1$s; of those that say most: %2$s"), least, most);
  ut_json_set_number (data, "p_best", verdict->p_best);
}

/* A test of counts */

static char *
midp_formula (const char *x) {
  return g_strdup_printf ("p = 2·min(P(X < %1$s) + ½·P(X = %1$s), P(X > %1$s) + ½·P(X = %1$s))", x);
}

/* "X hypergeometric: 185 drawn from 29 828, of whom 3 298 are counted". */
static char *
distribution (const UtExplanation *page, const UtVerdict *verdict, double x, double n) {
  g_autofree char *own = exact (page, n), *all = exact (page, n + verdict->rest_denominator);
  g_autofree char *events = exact (page, x + verdict->rest_numerator);
  if (ut_explanation_assessed (page)->indicator->test == UT_TEST_BINOMIAL)
    return g_strdup_printf (word (page, "X hypergeometric: %1$s drawn from %2$s, of whom %3$s are counted"), own, all,
                            events);
  return g_strdup_printf (word (page, "X binomial: %3$s events, each in the place with probability %1$s/%2$s"), own,
                          all, events);
}

/* Two figures apart, as ends of an interval; the open end is shown as such. */
static char *
ends (const UtExplanation *page, UtInterval interval, int decimals) {
  g_autofree char *lower = ut_number_format (interval.lower, decimals, page->language);
  g_autofree char *upper
      = isinf (interval.upper) ? g_strdup ("∞") : ut_number_format (interval.upper, decimals, page->language);
  return g_strdup_printf ("%s–%s", lower, upper);
}

/* The limits of the ratio, carried over to the figure's own scale. */
static void
add_scale (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  const UtIndicator *indicator = ut_explanation_assessed (page)->indicator;
  double factor = ut_unit_factor (indicator->unit), rest = verdict->tested_against / factor;
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  if (rest <= 0 || (share && rest >= 1)) {
    say (page, "    %s",
         word (page, "no ratio has a place on the figure's scale when nobody, or everybody, in the rest "
                     "is counted: the interval of the figure alone stands in"));
    return;
  }
  g_autofree char *p = exact (page, rest), *times = exact (page, factor);
  g_autofree char *formula = share ? g_strdup_printf ("OR·%1$s / (1 − %1$s + OR·%1$s), × %2$s", p, times)
                                   : g_strdup_printf ("RR·%s, × %s", p, times);
  say (page, "    = %s", formula);
  ut_json_set_text (data, "deciding_formula", formula);
}

static void
add_ratio (UtExplanation *page, json_t *data, const UtVerdict *verdict, double x, double n) {
  if (isnan (verdict->ratio))
    return;
  gboolean share = ut_explanation_assessed (page)->indicator->test == UT_TEST_BINOMIAL;
  g_autofree char *ratio = ut_number_format (verdict->ratio, RATIO_DECIMALS, page->language);
  g_autofree char *shown = isinf (verdict->ratio) ? g_strdup ("∞") : g_strdup (ratio);
  g_autofree char *interval = ends (page, verdict->ratio_interval, RATIO_DECIMALS);
  g_autofree char *own = exact (page, x);
  g_autofree char *other = exact (page, share ? n - x : n), *rest = exact (page, verdict->rest_numerator);
  g_autofree char *rest_other
      = exact (page, share ? verdict->rest_denominator - verdict->rest_numerator : verdict->rest_denominator);
  g_autofree char *formula = g_strdup_printf ("(%s/%s) / (%s/%s)", own, other, rest, rest_other);
  say (page, word (page, "  %1$s %2$s = %3$s (95 %% mid-p interval %4$s: the ratios that give p ≥ 0.05)"),
       share ? word (page, "odds ratio") : word (page, "rate ratio"), formula, shown, interval);
  json_t *object = json_object ();
  ut_json_set_text (object, "kind", share ? "odds" : "rate");
  ut_json_set_number (object, "value", verdict->ratio);
  ut_json_set_number (object, "lower", verdict->ratio_interval.lower);
  ut_json_set_number (object, "upper", verdict->ratio_interval.upper);
  ut_json_set_text (object, "formula", formula);
  json_object_set_new (data, "ratio", object);
}

/* p of independent answers, where a design effect came between. */
static char *
p_text (const UtExplanation *page, const UtVerdict *verdict) {
  g_autofree char *p = ut_phrase_precise (verdict->p, page->language);
  if (!(ut_explanation_assessed (page)->indicator->design_effect > 1))
    return g_steal_pointer (&p);
  return g_strdup_printf (word (page, "%s after the design effect"), p);
}

/* Published counts: the test as it can be redone by hand. */
static void
add_count_test (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  gboolean share = assessed->indicator->test == UT_TEST_BINOMIAL;
  double x = round (assessed->own.numerator);
  double n = share ? round (assessed->own.denominator) : assessed->own.denominator;
  add_ratio (page, data, verdict, x, n);
  g_autofree char *text = distribution (page, verdict, x, n), *count = exact (page, x);
  g_autofree char *formula = midp_formula (count), *p = p_text (page, verdict);
  say (page, word (page, "  conditional mid-p: %s"), text);
  say (page, "    %s = %s", formula, p);
  ut_json_set_number (data, "tested_count", x);
  ut_json_set_text (data, "distribution", text);
  ut_json_set_text (data, "p_formula", formula);
}

/* A test against a figure taken as known */

/* Byar's interval just reaches the expected count at this z. */
static char *
byar_formula (const UtExplanation *page, double x, double expected) {
  double y = x > expected ? x : x + 1;
  g_autofree char *count = exact (page, y), *limit = exact (page, expected);
  return g_strdup_printf ("p = 2·(1 − Φ(3·√%1$s·|1 − 1/(9·%1$s) − ∛(%2$s/%1$s)|))", count, limit);
}

static char *
constant_formula (const UtExplanation *page, const UtVerdict *verdict, double x, double n, double known) {
  gboolean share = ut_explanation_assessed (page)->indicator->test == UT_TEST_BINOMIAL;
  g_autofree char *count = exact (page, x), *all = exact (page, n), *p0 = exact (page, known);
  if (verdict->rule == UT_RULE_FHI)
    return g_strdup_printf ("p = Σ P(X = k), P(X = k) ≤ P(X = %s)", count);
  if (verdict->rule != UT_RULE_FINGERTIPS)
    return midp_formula (count);
  if (share)
    return g_strdup_printf ("p = 2·(1 − Φ(|%1$s/%2$s − %3$s| / √(%3$s·(1 − %3$s)/%2$s)))", count, all, p0);
  if (x >= 10)
    return byar_formula (page, x, n * known);
  return g_strdup_printf ("p = 2·min(P(X ≤ %1$s), P(X ≥ %1$s))", count);
}

static void
add_constant_test (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  gboolean share = assessed->indicator->test == UT_TEST_BINOMIAL;
  double x = round (assessed->own.numerator);
  double n = share ? round (assessed->own.denominator) : assessed->own.denominator,
         known = verdict->tested_against / ut_unit_factor (assessed->indicator->unit);
  g_autofree char *all = exact (page, n), *p0 = exact (page, known), *expected = exact (page, n * known);
  g_autofree char *text = share ? g_strdup_printf (word (page, "X binomial: n = %1$s, p₀ = %2$s"), all, p0)
                                : g_strdup_printf (word (page, "X Poisson: expected %s"), expected);
  g_autofree char *formula = constant_formula (page, verdict, x, n, known);
  g_autofree char *p = p_text (page, verdict);
  say (page, "  %s: %s", ut_rule_constant_test (verdict->rule, page->language), text);
  say (page, "    %s = %s", formula, p);
  ut_json_set_number (data, "tested_count", x);
  ut_json_set_text (data, "distribution", text);
  ut_json_set_text (data, "p_formula", formula);
}

/* By all counts that may be: the same test, of the pairs that say least. */
static void
add_set_test (UtExplanation *page, json_t *data, const UtVerdict *verdict, gboolean constant) {
  gboolean share = ut_explanation_assessed (page)->indicator->test == UT_TEST_BINOMIAL;
  const char *test = constant ? ut_rule_constant_test (verdict->rule, page->language)
                     : share  ? word (page, "conditional mid-p, hypergeometric")
                              : word (page, "conditional mid-p, binomial");
  say (page, word (page, "  %s of every possible count, whole persons; the answer must be the same for them all"),
       test);
  ut_json_set_text (data, "test", test);
}

/* A test of scores */

static void
add_score_test (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  const UtFigure *own = &assessed->own, *other = &verdict->reference;
  g_autofree char *p = ut_phrase_precise (verdict->p, page->language);
  if (!isnan (verdict->rest_denominator)) {
    g_autofree char *n = exact (page, own->denominator), *m = exact (page, own->value);
    g_autofree char *whole_n = exact (page, other->denominator), *whole_m = exact (page, other->value);
    g_autofree char *anchor = exact (page, verdict->tested_against);
    say (page, "    (%1$s·%2$s − %3$s·%4$s) / (%1$s − %3$s) = %5$s", whole_n, whole_m, n, m, anchor);
  }
  if (isnan (verdict->own_counts.persons_lowest)) {
    say (page, word (page, "  by the margins alone: p = %s"), p);
    return;
  }
  g_autofree char *margin = exact (page, own->margin), *z = exact (page, Z);
  g_autofree char *lowest = exact (page, assessed->indicator->sd_lowest),
                  *highest = exact (page, assessed->indicator->sd_highest);
  g_autofree char *spread = verdict->basis == UT_BASIS_COUNTS ? g_strdup_printf ("s = %s·√n/%s", margin, z)
                                                              : g_strdup_printf ("s %s–%s", lowest, highest);
  static const char *const formula = "t = (ȳ − Ȳ) / (s·√(d·(1/n + 1/m))), n/d − 1";
  say (page,
       word (page, "  Student's t: %1$s degrees of freedom, %2$s, m the others; the least sure of the printed "
                   "scores' possible values gives p = %3$s"),
       formula, spread, p);
  ut_json_set_text (data, "p_formula", formula);
  ut_json_set_text (data, "margin_formula", spread);
}

/* The family */

static int
by_p (gconstpointer a, gconstpointer b) {
  const UtFamilyMember *first = a, *second = b;
  if (first->p != second->p)
    return first->p < second->p ? -1 : 1;
  return g_strcmp0 (first->indicator->key, second->indicator->key);
}

/* All the p of the place against the benchmark, smallest first. */
static GArray *
family_of (const UtExplanation *page, UtBenchmark benchmark) {
  GArray *family = ut_assessment_family (page->assessment, page->place, benchmark);
  g_array_sort (family, by_p);
  return family;
}

/* The place in the family (from 1) whose p·m/j is the q: the smallest from the own place on. */
static guint
deciding_place (const GArray *family, double p) {
  guint best = 0;
  for (guint j = 1; j <= family->len; j++) {
    double value = g_array_index (family, UtFamilyMember, j - 1).p;
    if (value >= p && (best == 0 || value / j <= g_array_index (family, UtFamilyMember, best - 1).p / best))
      best = j;
  }
  return best;
}

static void
add_family (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  g_autofree char *p = ut_phrase_probability (verdict->p, page->language);
  if (isnan (verdict->q)) {
    say (page, word (page, "  p %s, by itself: a group is not among the comparisons that are taken together"), p);
    json_object_set_new (data, "family", json_array ());
    return;
  }
  g_autoptr (GArray) family = family_of (page, verdict->benchmark);
  g_autoptr (GString) listed = g_string_new (NULL);
  json_t *list = json_array ();
  for (guint i = 0; i < family->len; i++) {
    const UtFamilyMember *member = &g_array_index (family, UtFamilyMember, i);
    g_autofree char *one = ut_phrase_precise (member->p, page->language);
    g_string_append_printf (listed, "%s%s %s", i > 0 ? "; " : "", one, member->indicator->key);
    json_array_append_new (list, json_pack ("{s:s, s:f}", "indicator", member->indicator->key, "p", member->p));
  }
  json_object_set_new (data, "family", list);
  guint place = deciding_place (family, verdict->p);
  g_return_if_fail (place > 0);
  g_autofree char *q = ut_phrase_probability (verdict->q, page->language);
  g_autofree char *decides = ut_phrase_precise (g_array_index (family, UtFamilyMember, place - 1).p, page->language);
  g_autofree char *formula = g_strdup_printf ("%s·%u/%u", decides, family->len, place);
  say (page,
       ut_trn (page->language, "  p %s; q %s after Benjamini–Hochberg over %u comparison of the place",
               "  p %s; q %s after Benjamini–Hochberg over %u comparisons of the place", family->len),
       p, q, family->len);
  say (page, word (page, "    = %1$s, from the p of them all: %2$s"), formula, listed->str);
  ut_json_set_text (data, "q_formula", formula);
}

static gboolean
is_against_known (const UtVerdict *verdict) {
  return verdict->rule != UT_RULE_UTSYN || verdict->benchmark == UT_BENCHMARK_TARGET;
}

static void
add_test (UtExplanation *page, json_t *data, const UtVerdict *verdict) {
  add_possible (page, data, verdict);
  if (isnan (verdict->p))
    return;
  gboolean scores = ut_explanation_assessed (page)->indicator->test == UT_TEST_MARGIN;
  gboolean constant = is_against_known (verdict), counted = verdict->basis == UT_BASIS_COUNTS;
  if (scores)
    add_score_test (page, data, verdict);
  else if (!counted)
    add_set_test (page, data, verdict, constant);
  else if (constant)
    add_constant_test (page, data, verdict);
  else
    add_count_test (page, data, verdict);
  g_autofree char *lower = ut_explanation_figure (page, verdict->deciding.lower);
  g_autofree char *upper = ut_explanation_figure (page, verdict->deciding.upper);
  g_autofree char *anchor = ut_explanation_figure (page, verdict->tested_against);
  say (page, word (page, "  the interval that decides: %s–%s, compared with %s"), lower, upper, anchor);
  ut_explanation_set_interval (data, "deciding", verdict->deciding);
  if (!scores && counted && !constant)
    add_scale (page, data, verdict);
  add_family (page, data, verdict);
}

/* The answer */

static void
say_answer (UtExplanation *page, const UtVerdict *verdict) {
  const char *answer = ut_verdict_word (verdict, page->language);
  const char *mark = ut_level_mark (verdict->level, verdict->robust);
  g_autofree char *difference
      = ut_verdict_is_described (verdict)
            ? ut_phrase_described_difference (ut_explanation_assessed (page), verdict->benchmark,
                                              ut_assessment_regions (page->assessment), page->language)
            : NULL;
  if (difference != NULL)
    say (page, "  → %s %s: %s", mark, answer, difference);
  else if (verdict->reason != UT_REASON_NONE)
    say (page, "  → %s %s: %s", mark, answer, ut_reason_text (verdict->reason, page->language));
  else if (verdict->level == UT_LEVEL_SIMILAR)
    say (page, "  → %s %s", mark, answer);
  else
    say (page, "  → %s %s, %s", mark, answer,
         verdict->robust ? word (page, "also when all comparisons are taken together")
                         : word (page, "but it may be chance when so many comparisons are made"));
  if (verdict->below_relevant)
    say (page, "  %s", word (page, "statistically certain, but small"));
}

static void
set_answer (json_t *data, const UtVerdict *verdict) {
  gboolean different = verdict->level > UT_LEVEL_SIMILAR;
  ut_json_set_number (data, "difference", verdict->difference);
  ut_json_set_number (data, "p", verdict->p);
  ut_json_set_number (data, "q", verdict->q);
  ut_json_set_text (data, "level", ut_level_code (verdict->level));
  ut_json_set_text (data, "reason", verdict->reason != UT_REASON_NONE ? ut_reason_code (verdict->reason) : NULL);
  json_object_set_new (data, "robust", different ? json_boolean (verdict->robust) : json_null ());
  json_object_set_new (data, "small", json_boolean (verdict->below_relevant));
}

void
ut_explanation_add_comparison (UtExplanation *page, json_t *list, UtBenchmark benchmark) {
  const UtVerdict *verdict = &ut_explanation_assessed (page)->verdicts[benchmark];
  json_t *data = json_object ();
  g_autofree char *against = g_strdup_printf (word (page, "Against %s"), ut_benchmark_word (benchmark, page->language));
  ut_json_set_text (data, "benchmark", ut_benchmark_code (benchmark));
  ut_json_set_text (data, "rule", ut_rule_code (verdict->rule));
  if (verdict->reference.exists && verdict->reference.region != UT_REGION_NONE) {
    const UtRegion *region = ut_regions_get (ut_assessment_regions (page->assessment), verdict->reference.region);
    say (page, "\n%s: %s", against, region->name);
    ut_json_set_text (data, "place", region->code);
    json_object_set_new (data, "figure", ut_explanation_add_figure (page, &verdict->reference));
  } else {
    say (page, "\n%s", against);
    ut_json_set_text (data, "place", NULL);
  }
  add_rest (page, data, verdict);
  add_test (page, data, verdict);
  say_answer (page, verdict);
  set_answer (data, verdict);
  json_array_append_new (list, data);
}
