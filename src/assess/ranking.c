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

/* A draw of known counts. */
static gboolean
is_counted (const UtFigure *figure) {
  return ut_figure_is_ranked (figure) && !isnan (figure->interval.lower) && !isnan (figure->numerator)
         && figure->denominator > 0;
}

typedef struct {
  GArray *events, *persons; /* double */
} Counts;

static void
add_counts (Counts *counts, const UtFigure *figure) {
  g_array_append_val (counts->events, figure->numerator);
  g_array_append_val (counts->persons, figure->denominator);
}

static Counts
counts_new (void) {
  return (Counts){ g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
counts_clear (Counts *counts) {
  g_array_unref (counts->events);
  g_array_unref (counts->persons);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

/* What is common is learnt from all municipalities of the table, however few of them are asked about. */
static Counts
count_municipalities (const UtAssessment *assessment, const UtIndicator *indicator, UtPeriod period) {
  const UtRegions *regions = ut_assessment_regions (assessment);
  const UtTable *table = ut_assessment_table (assessment);
  const GArray *all = ut_regions_get (regions, ut_regions_country (regions))->members;
  Counts counts = counts_new ();
  for (guint i = 0; i < all->len; i++) {
    gsize row;
    if (!ut_table_find_row (table, indicator->id, g_array_index (all, UtRegionId, i), period, &row))
      continue;
    UtFigure figure = ut_assess_figure (table, row, indicator);
    if (is_counted (&figure))
      add_counts (&counts, &figure);
  }
  return counts;
}

static const double *
values_of (const GArray *numbers) {
  return (const double *) (gconstpointer) numbers->data;
}

/* Draws places with counts towards what all have in common; shares and rates in the indicator's unit. */
static void
smooth (GArray *order, const UtAssessment *assessment, const UtIndicator *indicator, UtPeriod period) {
  if (indicator->test != UT_TEST_BINOMIAL && indicator->test != UT_TEST_POISSON)
    return;
  g_auto (Counts) all = count_municipalities (assessment, indicator, period), own = counts_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  for (guint i = 0; i < order->len; i++) {
    UtRanked *one = &g_array_index (order, UtRanked, i);
    if (!is_counted (&one->figure))
      continue;
    add_counts (&own, &one->figure);
    g_ptr_array_add (places, one);
  }
  g_autofree double *estimate = g_new (double, places->len + 1);
  g_autofree UtInterval *interval = g_new (UtInterval, places->len + 1);
  UtShrinkAveraged averaged;
  UtShrinkKind kind = indicator->test == UT_TEST_BINOMIAL ? UT_SHRINK_SHARES : UT_SHRINK_RATES;
  if (ut_shrink_averaged (kind, values_of (all.events), values_of (all.persons), all.events->len,
                          values_of (own.events), values_of (own.persons), own.events->len, 0.95, estimate, interval,
                          &averaged)
      != UT_OUTCOME_OK)
    return;
  double factor = ut_unit_factor (indicator->unit);
  for (guint i = 0; i < places->len; i++) {
    UtRanked *one = g_ptr_array_index (places, i);
    one->smoothed = estimate[i] * factor;
    one->smoothed_interval = ut_interval_scale (interval[i], factor);
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
    if (ut_figure_is_ranked (&own->figure)
        && ut_assessment_get (assessment, 0, indicator)->indicator->measure != UT_MEASURE_COUNT)
      rank_one (order, own, ut_assessment_get (assessment, 0, indicator)->indicator->polarity);
  }
  if (order->len > 0)
    smooth (order, assessment, ut_assessment_get (assessment, 0, indicator)->indicator, period);
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
  UtTable *until = ut_table_builder_finish (builder);
  until->combined = table->combined != NULL ? g_array_ref (table->combined) : NULL;
  return until;
}
