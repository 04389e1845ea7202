/* Places in order of one indicator. */
#include <utsyn/ranking.h>

#include "figure.h"
#include "prepare.h"

#include <math.h>
#include <utsyn/shrink.h>

static UtRanked
ranked_new (const UtAssessment *assessment, const UtAssessed *assessed, UtPeriod period) {
  UtRanked ranked = { .region = assessed->region,
                      .figure = ut_figure_none (assessed->indicator, assessed->region),
                      .smoothed = NAN,
                      .smoothed_interval = ut_no_interval };
  gsize row;
  if (ut_table_find_row (ut_assessment_table (assessment), assessed->indicator->id, assessed->region, period, &row))
    ranked.figure = ut_assess_figure (ut_assessment_table (assessment), row, assessed->indicator);
  if (assessed->own.exists && ut_period_compare (assessed->own.period, period) == 0)
    ranked.assessed = assessed;
  return ranked;
}

/* 1 when `a` is the better value, -1 when `b` is, 0 when they are the same. */
static int
better (double a, double b, UtPolarity polarity) {
  int higher = (a > b) - (a < b);
  return polarity == UT_POLARITY_LOW ? -higher : higher;
}

static UtInterval
interval_or_value (const UtFigure *figure) {
  return isnan (figure->interval.lower) ? (UtInterval){ figure->value, figure->value } : figure->interval;
}

/* 1 when all of `a` is better than all of `b`, -1 the other way round, 0 when they meet. */
static int
surely_better (UtInterval a, UtInterval b, UtPolarity polarity) {
  int higher = (a.lower > b.upper) - (b.lower > a.upper);
  return polarity == UT_POLARITY_LOW ? -higher : higher;
}

static void
rank_one (GArray *order, UtRanked *own, UtPolarity polarity) {
  guint n = 0, n_better = 0, n_surely_better = 0, n_surely_worse = 0;
  UtInterval interval = interval_or_value (&own->figure);
  for (guint i = 0; i < order->len; i++) {
    const UtRanked *other = &g_array_index (order, UtRanked, i);
    if (!ut_figure_is_ranked (&other->figure))
      continue;
    int side = surely_better (interval_or_value (&other->figure), interval, polarity);
    n++;
    n_better += better (other->figure.value, own->figure.value, polarity) > 0;
    n_surely_better += side > 0;
    n_surely_worse += side < 0;
  }
  own->rank = n_better + 1;
  if (isnan (own->figure.interval.lower))
    return;
  own->best_rank = n_surely_better + 1;
  own->worst_rank = n - n_surely_worse;
}

/* Those that are a draw of known counts. */
static GArray *
counted (GArray *order) {
  GArray *all = g_array_new (FALSE, FALSE, sizeof (UtRanked *));
  for (guint i = 0; i < order->len; i++) {
    UtRanked *one = &g_array_index (order, UtRanked, i);
    const UtFigure *figure = &one->figure;
    if (ut_figure_is_ranked (figure) && !isnan (figure->interval.lower) && !isnan (figure->numerator)
        && figure->denominator > 0)
      g_array_append_val (all, one);
  }
  return all;
}

/* Draws them towards each other; shares and rates in the indicator's unit. */
static void
smooth (GArray *order, const UtIndicator *indicator) {
  if (indicator->test != UT_TEST_BINOMIAL && indicator->test != UT_TEST_POISSON)
    return;
  g_autoptr (GArray) places = counted (order);
  guint n = places->len;
  g_autofree double *events = g_new (double, n + 1), *size = g_new (double, n + 1), *estimate = g_new (double, n + 1);
  g_autofree UtInterval *interval = g_new (UtInterval, n + 1);
  double all_events = 0, all = 0, factor = ut_unit_factor (indicator->unit);
  for (guint i = 0; i < n; i++) {
    const UtFigure *figure = &g_array_index (places, UtRanked *, i)->figure;
    all_events += events[i] = figure->numerator;
    all += size[i] = figure->denominator;
  }
  UtBetaPrior beta;
  UtGammaPrior gamma;
  UtOutcome outcome
      = indicator->test == UT_TEST_BINOMIAL
            ? ut_shrink_beta_binomial (events, size, n, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &beta)
            : ut_shrink_gamma_poisson (events, size, n, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &gamma);
  for (guint i = 0; i < n; i++) {
    UtRanked *one = g_array_index (places, UtRanked *, i);
    if (outcome == UT_OUTCOME_OK) {
      one->smoothed = estimate[i] * factor;
      one->smoothed_interval = ut_interval_scale (interval[i], factor);
    } else if (outcome == UT_OUTCOME_NO_VARIATION) {
      one->smoothed = all_events / all * factor;
    }
  }
}

/* Those without a rank stand last, by code: not even their order may tell anything. */
static int
by_rank (gconstpointer a, gconstpointer b, gpointer regions) {
  const UtRanked *first = a, *second = b;
  if (first->figure.exists != second->figure.exists)
    return first->figure.exists ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank - 1 < second->rank - 1 ? -1 : 1;
  return g_strcmp0 (ut_regions_get (regions, first->region)->code, ut_regions_get (regions, second->region)->code);
}

GArray *
ut_ranking_new (const UtAssessment *assessment, guint indicator, UtPeriod period) {
  GArray *order = g_array_new (FALSE, FALSE, sizeof (UtRanked));
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    UtRanked ranked = ranked_new (assessment, ut_assessment_get (assessment, place, indicator), period);
    g_array_append_val (order, ranked);
  }
  for (guint i = 0; i < order->len; i++) {
    UtRanked *own = &g_array_index (order, UtRanked, i);
    if (ut_figure_is_ranked (&own->figure))
      rank_one (order, own, ut_assessment_get (assessment, 0, indicator)->indicator->polarity);
  }
  if (order->len > 0)
    smooth (order, ut_assessment_get (assessment, 0, indicator)->indicator);
  g_array_sort_with_data (order, by_rank, (gpointer) ut_assessment_regions (assessment));
  return order;
}

UtPeriod
ut_ranking_period (const UtAssessment *assessment, guint indicator) {
  UtPeriod best = { 0 };
  guint most = 0;
  for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
    const UtFigure *own = &ut_assessment_get (assessment, place, indicator)->own;
    guint n = 0;
    for (guint other = 0; own->exists && other < ut_assessment_n_places (assessment); other++) {
      const UtFigure *figure = &ut_assessment_get (assessment, other, indicator)->own;
      n += figure->exists && ut_period_compare (figure->period, own->period) == 0;
    }
    if (n > most || (n > 0 && n == most && ut_period_compare (own->period, best) > 0)) {
      most = n;
      best = own->period;
    }
  }
  return best;
}

UtTable *
ut_ranking_table_until (const UtTable *table, UtPeriod period) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  g_autofree guint16 *files = g_new (guint16, table->files->len + 1);
  for (guint i = 0; i < table->files->len; i++) {
    const UtTableFile *file = ut_table_file (table, (guint16) i);
    files[i] = ut_table_builder_file (builder, file->path, file->dataset);
  }
  for (gsize i = 0; i < table->n_rows; i++) {
    if (ut_period_compare (table->period[i], period) > 0)
      continue;
    UtRow row;
    ut_table_get_row (table, i, &row);
    g_autofree UtOrigin *origins = g_memdup2 (row.origins, row.n_origins * sizeof *origins);
    for (gsize k = 0; k < row.n_origins; k++)
      origins[k].file = files[origins[k].file];
    row.origins = origins;
    if (row.line != 0)
      row.file = files[row.file];
    ut_table_builder_add (builder, &row);
  }
  return ut_table_builder_finish (builder);
}
