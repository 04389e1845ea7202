#include "text/rule.h"

#include "base/i18n.h"

static const struct {
  const char *method, *note, *constant_test, *chart;
} rows[] = {
  [UT_RULE_UTSYN] = {
    .method
    = N_ ("Level (rule utsyn): the place is compared with the rest of the county and of the country, with itself taken out. Shares are compared by the conditional mid-p test of the odds ratio, rates by the conditional mid-p test of the rate ratio. A difference is called one when p is below 0.05, which is when the 95 per cent interval excludes 1."),
    .note
    = N_ ("The figure is compared with the rest of the county and of the country (the place itself taken out), when the counts are known: a 95 % mid-p interval. It is better or worse only when chance is an unlikely explanation."),
    .constant_test = N_ ("mid-p against a figure taken as known"),
    .chart = NULL, /* the rule charts are read by when nothing is said */
  },
  [UT_RULE_FHI] = {
    .method
    = N_ ("Level (rule fhi): the place is compared with the figure of the county and of the country as a known figure, of which the place is itself a part. Shares are tested by the exact two-sided binomial test, rates by the exact two-sided Poisson test. A difference is called one when p is below 0.05."),
    .note
    = N_ ("The figure is compared with that of the county and of the country as a known figure, when the count is known: an exact two-sided test, 5 % (rule fhi). It is better or worse only when chance is an unlikely explanation."),
    .constant_test = N_ ("exact test against a figure taken as known"),
    .chart = N_ ("Rule fhi: the figure compared with is taken as known."),
  },
  [UT_RULE_FINGERTIPS] = {
    .method
    = N_ ("Level (rule fingertips): the place's own 95 per cent interval (shares: Wilson; rates: exact below 10 events, otherwise Byar) is compared with the figure of the county and of the country as a known figure. When the interval holds that figure, there is no certain difference. p below 0.002 means that the 99.8 per cent interval does not hold it either: Fingertips' second level."),
    .note
    = N_ ("The figure's own 95 % interval is compared with the figure of the county and of the country as a known figure, when the count is known (rule fingertips). It is better or worse only when the interval does not hold that figure; p below 0.002 means that the 99.8 % interval does not either."),
    .constant_test = N_ ("whether the figure's own interval (95 per cent) holds the benchmark"),
    .chart = N_ ("Rule fingertips: does the figure's own 95 % interval hold the one compared with?"),
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rows) == UT_N_RULES);

const char *
ut_rule_method (UtRule rule, UtLanguage language) {
  return ut_tr (language, rows[rule].method);
}

const char *
ut_rule_note (UtRule rule, UtLanguage language) {
  return ut_tr (language, rows[rule].note);
}

const char *
ut_rule_constant_test (UtRule rule, UtLanguage language) {
  return ut_tr (language, rows[rule].constant_test);
}

char *
ut_phrase_rules (guint rules, UtLanguage language) {
  GString *out = g_string_new (NULL);
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((rules & 1u << rule) != 0 && rows[rule].chart != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ut_tr (language, rows[rule].chart));
  return g_string_free (out, FALSE);
}
