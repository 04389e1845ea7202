/* Where are we among the others, and how certain is the rank? */
#include <math.h>

#include "base/i18n.h"
#include "cli/grid.h"
#include "cli/records.h"
#include "cli/wording.h"
#include "text/figure.h"
#include <utsyn/error.h>
#include <utsyn/number.h>
#include <utsyn/ranking.h>
#include <utsyn/terms.h>

enum {
  RANK,
  CODE,
  PLACE,
  FIGURE,
  INTERVAL,
  SMOOTHED,
  SPAN,
  FIRST_BENCHMARK,
  N_COLUMNS = FIRST_BENCHMARK + UT_N_ENCLOSING
};

static const UtIndicator *
requested_indicator (const UtQuestion *question, guint i) {
  return g_ptr_array_index (question->indicators, i);
}

static char *
number_or_blank (guint number) {
  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

/* A place the sources do not tell of at all is only counted. */
static gboolean
is_listed (const GArray *order, guint i) {
  return g_array_index (order, UtRanked, i).figure.exists;
}

static char *
span_of (const UtRanked *ranked) {
  if (ranked->worst_rank == 0)
    return g_strdup ("");
  return ranked->best_rank == ranked->worst_rank ? number_or_blank (ranked->best_rank)
                                                 : g_strdup_printf ("%u–%u", ranked->best_rank, ranked->worst_rank);
}

static void
add_line (UtGrid *grid, const UtQuestion *question, const UtRanked *ranked, int decimals) {
  ut_grid_take (grid, number_or_blank (ranked->rank));
  ut_grid_add (grid, ut_regions_get (question->project->regions, ranked->region)->code);
  ut_grid_take (grid, ut_cli_place (question, ranked->region));
  ut_grid_take (grid,
                ut_phrase_figure_rounded (&ranked->figure, decimals, NULL, UT_FIGURE_ABOUT, ut_language_messages ()));
  ut_grid_take (grid, ut_cli_interval (ranked->figure.interval, decimals));
  ut_grid_take (grid, ut_number_format (ranked->smoothed, decimals, ut_language_messages ()));
  ut_grid_take (grid, span_of (ranked));
  for (guint b = 0; b < UT_N_ENCLOSING; b++)
    ut_grid_take (grid,
                  ranked->assessed != NULL ? ut_cli_short_judgement (&ranked->assessed->verdicts[b]) : g_strdup (""));
}

static int
decimals_of (const GArray *order, const UtIndicator *indicator) {
  int decimals = 0;
  for (guint i = 0; i < order->len; i++) {
    const UtFigure *figure = &g_array_index (order, UtRanked, i).figure;
    if (ut_figure_is_shown (figure))
      decimals = MAX (decimals, ut_indicator_decimals (indicator, figure->value));
  }
  return decimals;
}

static gboolean
is_smoothed (const GArray *order) {
  for (guint i = 0; i < order->len; i++)
    if (!isnan (g_array_index (order, UtRanked, i).smoothed))
      return TRUE;
  return FALSE;
}

static void
print_notes (const GArray *order, const UtIndicator *indicator) {
  guint n_ranked = 0, n_sure = 0, n_suppressed = 0, n_spans = 0, n_absent = 0, n_different = 0, n_estimated = 0;
  for (guint i = 0; i < order->len; i++) {
    const UtRanked *ranked = &g_array_index (order, UtRanked, i);
    n_ranked += ranked->rank > 0;
    n_spans += ranked->worst_rank > 0;
    n_sure += ranked->worst_rank > 0 && ranked->best_rank == ranked->worst_rank;
    for (guint b = 0; b < UT_N_ENCLOSING && ranked->assessed != NULL; b++)
      n_different += ranked->assessed->verdicts[b].level > UT_LEVEL_SIMILAR;
    n_absent += !ranked->figure.exists;
    n_estimated += ut_figure_is_shown (&ranked->figure) && (ranked->figure.quality & UT_QUALITY_ESTIMATE) != 0;
    n_suppressed += ranked->figure.exists && *ut_status_sign (ranked->figure.status) == ':';
  }
  g_print ("\n");
  if (indicator->measure == UT_MEASURE_COUNT)
    g_print ("%s\n", _ ("Numbers of persons are not ranked: a place with more people has more of everything."));
  if (n_spans > 0)
    g_print (ut_trn (ut_language_messages (),
                     "Between: the ranks that the 95 %% intervals leave open. %1$u of %2$u ranks is certain.\n",
                     "Between: the ranks that the 95 %% intervals leave open. %1$u of %2$u ranks are certain.\n",
                     n_sure),
             n_sure, n_ranked);
  else if (n_ranked > 0)
    g_print ("%s\n", _ ("The figures have no interval, so how certain the ranks are is not known."));
  if (is_smoothed (order))
    g_print ("%s\n",
             _ ("Smoothed: the figure drawn towards what the municipalities have in common, the more the fewer it "
                "rests on. It stands beside the figure, never instead of it."));
  if (n_different > 0)
    g_print ("%s\n", _ ("Robust: holds also when all comparisons of the place are taken together."));
  if (n_estimated > 0)
    g_print ("%s\n", _ ("≈ estimated by weight, since a municipality was split; these stand in no order."));
  if (n_suppressed > 0)
    g_print ("%s\n", _ (": suppressed to protect privacy; these stand in no order."));
  if (n_absent > 0)
    g_print (ut_trn (ut_language_messages (), "%u municipality has no figure here.\n",
                     "%u municipalities have no figure here.\n", n_absent),
             n_absent);
}

static void
print_ranking (const UtQuestion *question, const UtIndicator *indicator, UtPeriod period, const GArray *order) {
  UtGridColumn columns[N_COLUMNS] = {
    [RANK] = { _ ("Rank"), TRUE, FALSE },
    [CODE] = { "", FALSE, FALSE },
    [PLACE] = { _ ("Municipality"), FALSE, FALSE },
    [FIGURE] = { _ ("Figure"), TRUE, FALSE },
    [INTERVAL] = { _ ("95 % interval"), TRUE, FALSE },
    [SMOOTHED] = { _ ("smoothed"), TRUE, !is_smoothed (order) },
    [SPAN] = { _ ("between"), TRUE, FALSE },
  };
  char *headings[UT_N_ENCLOSING];
  for (guint b = 0; b < UT_N_ENCLOSING; b++) {
    headings[b] = g_strdup_printf (_ ("against %s"), ut_benchmark_word ((UtBenchmark) b, ut_language_messages ()));
    columns[FIRST_BENCHMARK + b] = (UtGridColumn){ headings[b], FALSE, FALSE };
  }
  g_autoptr (UtGrid) grid = ut_grid_new (columns, N_COLUMNS);
  for (guint i = 0; i < order->len && is_listed (order, i); i++)
    add_line (grid, question, &g_array_index (order, UtRanked, i), decimals_of (order, indicator));
  g_autofree char *table = ut_grid_format (grid);
  g_autofree char *when = ut_period_format (period, ut_language_messages ());
  g_print ("%s, %s, %s\n%s", ut_text_get (&indicator->name, ut_language_messages ()),
           ut_unit_label (indicator->unit, ut_language_messages ()), when, table);
  print_notes (order, indicator);
  for (guint b = 0; b < UT_N_ENCLOSING; b++)
    g_free (headings[b]);
}

static json_t *
record_of (const UtQuestion *question, const UtRanked *ranked, const UtIndicator *indicator, UtPeriod period) {
  json_t *record = ut_record_new (question, ranked->region, indicator);
  ut_json_set_period (record, "period", period);
  ut_json_set_number (record, "rank", ranked->rank > 0 ? ranked->rank : NAN);
  ut_json_set_number (record, "rank_best", ranked->best_rank > 0 ? ranked->best_rank : NAN);
  ut_json_set_number (record, "rank_worst", ranked->worst_rank > 0 ? ranked->worst_rank : NAN);
  ut_record_set_figure (record, "", &ranked->figure);
  ut_json_set_number (record, "smoothed", ranked->smoothed);
  ut_record_set_interval (record, "smoothed", ranked->smoothed_interval);
  UtVerdict none = { .level = UT_LEVEL_NOT_TESTED, .reason = UT_REASON_NO_FIGURE, .p = NAN, .q = NAN };
  for (guint b = 0; b < UT_N_ENCLOSING; b++) {
    g_autofree char *prefix = g_strconcat (ut_benchmark_code ((UtBenchmark) b), "_", NULL);
    ut_record_set_verdict (record, prefix, ranked->assessed != NULL ? &ranked->assessed->verdicts[b] : &none);
  }
  return record;
}

static void
add_records (json_t *records, const UtQuestion *question, const UtIndicator *indicator, UtPeriod period,
             const GArray *order) {
  for (guint i = 0; i < order->len && is_listed (order, i); i++)
    json_array_append_new (records, record_of (question, &g_array_index (order, UtRanked, i), indicator, period));
}

/* There is nobody to put in order, and why. */
static void
print_unread (const UtIndicator *indicator) {
  g_print ("%s: %s\n", ut_text_get (&indicator->name, ut_language_messages ()),
           ut_reason_text (UT_REASON_UNREAD, ut_language_messages ()));
}

static void
print_all (const UtQuestion *question, UtPeriod wanted, UtForm form) {
  json_t *records = json_array ();
  for (guint i = 0; i < question->indicators->len; i++) {
    const UtIndicator *indicator = requested_indicator (question, i);
    UtPeriod period = wanted.kind != UT_PERIOD_NONE ? wanted : ut_ranking_period (question->assessment, i);
    g_autoptr (GArray) order = ut_ranking_new (question->assessment, i, period);
    if (form == UT_FORM_TABLE && i > 0)
      g_print ("\n");
    if (form == UT_FORM_TABLE && indicator->unread && !is_listed (order, 0))
      print_unread (indicator);
    else if (form == UT_FORM_TABLE)
      print_ranking (question, indicator, period, order);
    else
      add_records (records, question, indicator, period, order);
  }
  if (form != UT_FORM_TABLE)
    ut_records_print (records, form);
  json_decref (records);
}

/* The municipalities of a county, a region of several municipalities, or the country. */
static gboolean
add_members (UtQuestion *question, const char *county, GError **error) {
  const UtRegions *regions = question->project->regions;
  const UtRegion *area = county != NULL ? ut_regions_find (regions, county, error)
                                        : ut_regions_get (regions, ut_regions_country (regions));
  if (area == NULL)
    return FALSE;
  if (area->members == NULL) {
    ut_error_set (error, UT_ERROR_USAGE, _ ("%1$s %2$s has no municipalities to rank today"), area->code, area->name);
    return FALSE;
  }
  g_array_append_vals (question->places, area->members->data, area->members->len);
  return TRUE;
}

static gboolean
ask (UtQuestion *question, const UtCli *cli, const char *county, GError **error) {
  for (char **word = cli->rest; *word != NULL; word++) {
    if (!ut_question_add_indicator (question, *word, error))
      return FALSE;
  }
  return add_members (question, county, error);
}

int
ut_command_rank (UtCli *cli, const char *const *argv, GError **error) {
  gboolean csv = FALSE, json = FALSE;
  g_autofree char *county = NULL, *when = NULL;
  const GOptionEntry options[] = {
    { "county", 0, 0, G_OPTION_ARG_STRING, &county, N_ ("only the municipalities of this county or region"),
      N_ ("COUNTY") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &when, N_ ("as it was then (else the newest most of them have)"),
      N_ ("PERIOD") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("print the answer as CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print the answer as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  UtForm form;
  UtPeriod period = { 0 };
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, error)
      || !ut_form_choose (csv, json, &form, error) || !ut_question_parse_period (when, &period, error))
    return 0;
  g_autoptr (UtQuestion) question = ut_question_new (cli, error);
  if (question == NULL || !ask (question, cli, county, error))
    return UT_ERROR_USAGE;
  if (!ut_question_check_period (question, period, error))
    return UT_ERROR_USAGE;
  ut_question_assess (question, period, UT_ASPECT_LEVEL);
  print_all (question, period, form);
  return ut_cli_report_findings (cli, question->findings);
}
