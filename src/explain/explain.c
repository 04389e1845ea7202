/* The whole calculation behind one figure. */
#include <math.h>

#include "base/i18n.h"
#include "explain/explanation.h"
#include "text/described.h"
#include <utsyn/number.h>

static void
add_heading (UtExplanation *page) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  const UtIndicator *indicator = assessed->indicator;
  const UtRegion *region = ut_regions_get (ut_assessment_regions (page->assessment), assessed->region);
  const char *name = ut_text_get (&indicator->name, page->language);
  const char *note = ut_text_get (&indicator->note, page->language);
  g_autofree char *period
      = assessed->own.exists ? ut_period_format (assessed->own.period, page->language) : g_strdup ("–");
  say (page, "%s (%s)", name, indicator->key);
  say (page, word (page, "%s %s · %s · rule %s"), region->name, region->code, period,
       ut_rule_code (assessed->verdicts[UT_BENCHMARK_COUNTRY].rule));
  say (page, word (page, "  defined in %s:%u"), indicator->file, indicator->line);
  if (*note != '\0')
    say (page, "  %s", note);
  json_object_set_new (page->data, "indicator",
                       json_pack ("{s:s, s:s, s:s, s:s, s:i}", "key", indicator->key, "name", name, "unit",
                                  ut_unit_label (indicator->unit, page->language), "file", indicator->file, "line",
                                  (int) indicator->line));
  json_object_set_new (page->data, "place", json_pack ("{s:s, s:s}", "code", region->code, "name", region->name));
  ut_json_set_period (page->data, "period", assessed->own.period);
}

static void
append_limit (const UtExplanation *page, GString *limits, const char *what, int limit) {
  if (limit >= 0)
    g_string_append_printf (limits, "%s%s 0–%d", limits->len > 0 ? ", " : "", word (page, what), limit);
}

/* Whether the figure may be seen, and by which limits. Never which cell a limit struck: a hidden one may be so only
 * because another could be worked out from it. */
static void
add_suppression (UtExplanation *page) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  const UtSuppression *limits = &assessed->indicator->suppress;
  g_autoptr (GString) text = g_string_new (NULL);
  append_limit (page, text, N_ ("events"), limits->count);
  append_limit (page, text, N_ ("without the event"), limits->complement);
  append_limit (page, text, N_ ("in number"), limits->denominator);
  gboolean hidden = assessed->own.exists && *ut_status_sign (assessed->own.status) == ':';
  if (text->len == 0)
    say (page, "  %s", word (page, "no limit for small numbers is set for this indicator"));
  else
    say (page, word (page, "  suppressed: %s; and as many more figures as it takes that none can be worked out"),
         text->str);
  gboolean disclosed = assessed->own.exists && (assessed->own.quality & UT_QUALITY_DISCLOSED) != 0;
  if (disclosed)
    say (page, "  %s",
         word (page, "the source suppresses the figure, but prints a total and the other figures in it: whoever has "
                     "the source's files can work it out"));
  json_t *data = json_object ();
  json_object_set_new (data, "hidden", json_boolean (hidden));
  json_object_set_new (data, "disclosed_by_source", json_boolean (disclosed));
  ut_json_set_number (data, "count", limits->count >= 0 ? limits->count : NAN);
  ut_json_set_number (data, "complement", limits->complement >= 0 ? limits->complement : NAN);
  ut_json_set_number (data, "denominator", limits->denominator >= 0 ? limits->denominator : NAN);
  json_object_set_new (page->data, "hiding", data);
}

/* A percentile of fewer places says more than there is. */
#define LEAST_FOR_PERCENTILE 20

static void
add_standing (UtExplanation *page, const UtAssessed *assessed) {
  g_autofree char *standing = ut_phrase_standing (assessed, ut_assessment_regions (page->assessment), page->language);
  /* One alone has no number among others. */
  if (standing == NULL)
    return;
  json_t *rank
      = json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i}", "rank", (int) assessed->rank, "of", (int) assessed->n_ranked,
                   "lower", (int) assessed->n_lower, "equal", (int) assessed->n_equal, "higher",
                   (int) assessed->n_higher, "without_figure", (int) (assessed->n_neighbours - assessed->n_ranked));
  say (page, "  %s", standing);
  if (assessed->n_ranked >= LEAST_FOR_PERCENTILE) {
    double percentile = 100 * (assessed->n_lower + assessed->n_equal / 2.0) / assessed->n_ranked;
    g_autofree char *number = ut_number_format (percentile, 0, page->language);
    say (page, word (page, "  percentile %s among them"), number);
    ut_json_set_number (rank, "percentile", percentile);
  }
  json_object_set_new (page->data, "rank_in_county", rank);
}

static void
add_own (UtExplanation *page) {
  const UtAssessed *assessed = ut_explanation_assessed (page);
  say (page, "\n%s", word (page, "The figure and where it stands"));
  json_object_set_new (page->data, "figure", ut_explanation_add_figure (page, &assessed->own));
  add_suppression (page);
  add_standing (page, assessed);
}

static void
add_comparisons (UtExplanation *page, const GArray *benchmarks) {
  json_t *list = json_array ();
  guint n = benchmarks != NULL ? benchmarks->len : (guint) UT_N_ENCLOSING;
  for (guint i = 0; i < n; i++)
    ut_explanation_add_comparison (page, list,
                                   benchmarks != NULL ? g_array_index (benchmarks, UtBenchmark, i) : (UtBenchmark) i);
  json_object_set_new (page->data, "comparisons", list);
}

UtExplanation *
ut_explain (const UtAssessment *assessment, guint place, guint indicator, const GPtrArray *datasets,
            const GArray *benchmarks, UtLanguage language) {
  UtExplanation *page = g_new0 (UtExplanation, 1);
  page->lines = g_ptr_array_new_with_free_func (g_free);
  page->data = json_object ();
  page->assessment = assessment;
  page->datasets = datasets;
  page->place = place;
  page->indicator = indicator;
  page->language = language;
  add_heading (page);
  add_own (page);
  add_comparisons (page, benchmarks);
  ut_explanation_add_breakdowns (page, benchmarks);
  ut_explanation_add_trend (page);
  return page;
}
