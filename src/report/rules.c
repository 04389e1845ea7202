#include "report/rules.h"

#include "base/i18n.h"
#include "text/benchmark.h"
#include "text/indicator.h"

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
    gboolean requested = indicators == NULL || g_ptr_array_find ((GPtrArray *) indicators, assessed->indicator, NULL);
    if (requested && assessed->indicator->test != UT_TEST_NONE)
      rules |= 1u << rule_of (assessed);
  }
  return rules != 0 ? rules : 1u << report->options.rule;
}

guint
ut_rules_against (guint rules) {
  guint against = 0;
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((rules & 1u << rule) != 0)
      against |= ut_against_of_rule ((UtRule) rule);
  return against;
}

static char *
say_exceptions (const UtAssessment *assessment, UtRule rule, UtLanguage language) {
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    const UtAssessed *assessed = first_place (assessment, i);
    const char *name = ut_phrase_name (assessed->indicator, language);
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
        = (UtRule) rule != report->options.rule ? say_exceptions (assessment, (UtRule) rule, report->language) : NULL;
    if (sentence != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
  }
  return g_string_free (out, FALSE);
}
