#include "cli/trend_contrast.h"

#include "base/i18n.h"
#include "cli/records.h"
#include "cli/wording.h"
#include "text/trend.h"
#include <utsyn/terms.h>

/* Whose lines follow; nothing where the heading of the table says it. */
static void
print_subject (const UtQuestion *question, const UtAssessed *assessed) {
  g_autofree char *place = ut_cli_place (question, assessed->region);
  g_autofree char *indicator = ut_cli_indicator (assessed->indicator);
  if (question->places->len > 1 && question->indicators->len > 1)
    g_print ("%s: %s\n", place, indicator);
  else if (question->places->len > 1 || question->indicators->len > 1)
    g_print ("%s\n", question->places->len > 1 ? place : indicator);
}

static void
print_reason (const char *benchmark, UtReason reason) {
  g_autofree char *line = g_strdup_printf (_ ("  change per year beside %1$s: not tested: %2$s"), benchmark,
                                           ut_reason_text (reason, ut_language_messages ()));
  g_print ("%s\n", line);
}

/* One reason for both is given once. */
static void
print_contrasts (const UtTrendContrast *contrasts) {
  UtLanguage language = ut_language_messages ();
  UtReason county = contrasts[UT_BENCHMARK_COUNTY].reason, country = contrasts[UT_BENCHMARK_COUNTRY].reason;
  if (county != UT_REASON_NONE && county == country) {
    g_autofree char *both = g_strdup_printf (_ ("%1$s and %2$s"), ut_benchmark_word (UT_BENCHMARK_COUNTY, language),
                                             ut_benchmark_word (UT_BENCHMARK_COUNTRY, language));
    print_reason (both, county);
    return;
  }
  for (guint i = 0; i < UT_N_ENCLOSING; i++) {
    const UtTrendContrast *contrast = &contrasts[i];
    if (contrast->reason == UT_REASON_NONE) {
      g_autofree char *line = ut_phrase_contrast (contrast, (UtBenchmark) i, language);
      g_print ("%s\n", line);
    } else if (contrast->reason != UT_REASON_NO_BENCHMARK) {
      print_reason (ut_benchmark_word ((UtBenchmark) i, language), contrast->reason);
    }
  }
}

static gboolean
has_benchmark (const UtAssessed *assessed) {
  for (guint i = 0; i < UT_N_ENCLOSING; i++)
    if (assessed->reference_series[i].n > 0)
      return TRUE;
  return FALSE;
}

void
ut_trend_print_contrasts (const UtQuestion *question) {
  gboolean first = TRUE;
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++) {
      const UtAssessed *assessed = ut_question_get (question, place, i);
      if (assessed->trend.trend == UT_TREND_NOT_TESTED || !has_benchmark (assessed))
        continue;
      g_print ("%s", first ? "\n" : "");
      first = FALSE;
      print_subject (question, assessed);
      print_contrasts (assessed->trend.relative);
    }
}

void
ut_trend_set_contrasts (json_t *record, const UtAssessed *assessed) {
  for (guint i = 0; i < UT_N_ENCLOSING; i++) {
    const UtTrendContrast *contrast = &assessed->trend.relative[i];
    const char *code = ut_benchmark_code ((UtBenchmark) i);
    gboolean answered = contrast->reason == UT_REASON_NONE;
    g_autofree char *difference = g_strconcat (code, "_difference_per_year", NULL);
    g_autofree char *ends = g_strconcat (code, "_difference", NULL);
    g_autofree char *p = g_strconcat (code, "_difference_p", NULL), *q = g_strconcat (code, "_difference_q", NULL);
    g_autofree char *answer = g_strconcat (code, "_change", NULL);
    g_autofree char *points = g_strconcat (code, "_points", NULL), *reason = g_strconcat (code, "_reason", NULL);
    ut_json_set_number (record, difference, contrast->difference_per_year);
    ut_record_set_interval (record, ends, contrast->interval);
    ut_json_set_number (record, p, contrast->p);
    ut_json_set_number (record, q, contrast->q);
    ut_json_set_text (record, answer, answered ? ut_beside_code (contrast->side) : NULL);
    ut_json_set_number (record, points, contrast->n_points);
    ut_json_set_text (record, reason, answered ? NULL : ut_reason_code (contrast->reason));
  }
}
