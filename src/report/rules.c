#include "report/rules.h"

#include "base/i18n.h"
#include "chart/wording.h"

static const UtAssessed *
first_place (const UtAssessment *assessment, guint indicator) {
  return ut_assessment_get (assessment, 0, indicator);
}

/* The same in every place; the past alone has a rule of its own. */
static UtRule
rule_of (const UtAssessed *assessed) {
  return assessed->verdicts[UT_BENCHMARK_COUNTRY].rule;
}

guint
ut_rules_used (const UtReport *report, const UtAssessment *assessment, const GPtrArray *indicators) {
  guint rules = 0;
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    const UtAssessed *assessed = first_place (assessment, i);
    gboolean asked = indicators == NULL || g_ptr_array_find ((GPtrArray *) indicators, assessed->indicator, NULL);
    if (asked && assessed->indicator->test != UT_TEST_NONE)
      rules |= 1u << rule_of (assessed);
  }
  return rules != 0 ? rules : 1u << report->asked.rule;
}

guint
ut_rules_against (guint rules) {
  guint against = 0;
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((rules & 1u << rule) != 0)
      against |= ut_word_against_by ((UtRule) rule);
  return against;
}

const char *
ut_rules_method (UtRule rule, UtLanguage language) {
  static const char *const methods[] = {
    [UT_RULE_UTSYN]
    = N_ ("Level (rule utsyn): the place is held against the rest of the county and of the country, with itself taken "
          "out. Shares are compared by the conditional mid-p test of the odds ratio, rates by the conditional mid-p "
          "test of the rate ratio. A difference is called one when p is below 0.05, which is when the 95 per cent "
          "interval "
          "excludes 1."),
    [UT_RULE_FHI]
    = N_ ("Level (rule fhi): the place is held against the figure of the county and of the country as a known figure, "
          "of which the place is itself a part. Shares are tested by the exact two-sided binomial test, rates by the "
          "exact two-sided Poisson test. A difference is called one when p is below 0.05."),
    [UT_RULE_FINGERTIPS]
    = N_ ("Level (rule fingertips): the place's own 95 per cent interval (shares: Wilson; rates: exact below 10 "
          "events, otherwise Byar) is held against the figure of the county and of the country as a known figure. When "
          "the interval holds that figure, there is no certain difference. p below 0.002 means that the 99.8 per cent "
          "interval does not hold it either: Fingertips' second level."),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (methods) == UT_N_RULES);
  return ut_tr (language, methods[rule]);
}

const char *
ut_rules_note (UtRule rule, UtLanguage language) {
  static const char *const notes[] = {
    [UT_RULE_UTSYN]
    = N_ ("The figure is held against the rest of the county and of the country (the place itself taken out), when the "
          "counts "
          "are known: a 95 % mid-p interval. It is better or worse only when chance is an unlikely explanation."),
    [UT_RULE_FHI]
    = N_ ("The figure is held against that of the county and of the country as a known figure, when the count is "
          "known: an exact two-sided test, 5 % (rule fhi). It is better or worse only when chance is an unlikely "
          "explanation."),
    [UT_RULE_FINGERTIPS]
    = N_ ("The figure's own 95 % interval is held against the figure of the county and of the country as a known "
          "figure, when the count is known (rule fingertips). It is better or worse only when the interval does not "
          "hold that figure; p below 0.002 means that the 99.8 % interval does not either."),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (notes) == UT_N_RULES);
  return ut_tr (language, notes[rule]);
}

static char *
say_exceptions (const UtAssessment *assessment, UtRule rule, UtLanguage language) {
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    const UtAssessed *assessed = first_place (assessment, i);
    const char *name = ut_word_name (assessed->indicator, language);
    if (assessed->indicator->test != UT_TEST_NONE && rule_of (assessed) == rule
        && !g_ptr_array_find (names, name, NULL))
      g_ptr_array_add (names, (gpointer) name);
  }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  g_autofree char *joined = g_strjoinv ("; ", (char **) names->pdata);
  return g_strdup_printf (ut_tr (language, "Decided by rule %1$s: %2$s."), ut_rule_code (rule), joined);
}

char *
ut_rules_exceptions (const UtReport *report, const UtAssessment *assessment) {
  GString *out = g_string_new (NULL);
  for (int rule = 0; rule < UT_N_RULES; rule++) {
    g_autofree char *sentence
        = (UtRule) rule != report->asked.rule ? say_exceptions (assessment, (UtRule) rule, report->language) : NULL;
    if (sentence != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
  }
  return g_string_free (out, FALSE);
}
