#include "points.h"

#include "figure.h"
#include "persons.h"

#include <math.h>

static gboolean
may_be_counted (const UtIndicator *indicator) {
  return (indicator->test == UT_TEST_BINOMIAL && indicator->measure == UT_MEASURE_PROPORTION)
         || (indicator->test == UT_TEST_POISSON && indicator->measure == UT_MEASURE_RATE);
}

/* What the next figure rests on, when those before it rest on `basis`. */
static UtBasis
worse_basis (UtBasis basis, UtBasis next) {
  return MAX (basis, next);
}

static gboolean
set_counts (UtPoints *points, gsize i, const UtIndicator *indicator, const UtTable *table, gsize row) {
  UtFigure figure = ut_assess_figure (table, row, indicator);
  gboolean counted = !indicator->standardised && !isnan (figure.numerator) && figure.denominator > 0;
  UtPersons persons;
  if (counted) {
    points->events[i] = figure.numerator;
    points->persons[i] = figure.denominator;
    points->basis = worse_basis (points->basis, UT_BASIS_COUNTS);
  } else if (ut_persons_find (table, indicator, &figure, &persons) && persons.lowest > 0) {
    points->events[i] = round (figure.value / points->factor * persons.lowest);
    points->persons[i] = persons.lowest;
    gboolean derived = persons.stands_in == NULL && !indicator->standardised;
    points->basis = worse_basis (points->basis, derived ? UT_BASIS_DERIVED : UT_BASIS_APPROXIMATE);
  } else {
    return FALSE;
  }
  /* Places in kindergartens may be more than the children of the municipality; nobody is more than all. */
  if (points->model == UT_MODEL_SHARE)
    points->events[i] = fmin (points->events[i], points->persons[i]);
  return points->events[i] >= 0;
}

static gboolean
count (UtPoints *points, const UtIndicator *indicator, const UtTable *table, const GArray *rows) {
  points->model = indicator->test == UT_TEST_BINOMIAL ? UT_MODEL_SHARE : UT_MODEL_RATE;
  points->least_dispersion = fmax (indicator->design_effect, 1);
  points->factor = ut_unit_factor (indicator->unit);
  for (gsize i = 0; i < points->n; i++)
    if (!set_counts (points, i, indicator, table, g_array_index (rows, gsize, i)))
      return FALSE;
  return points->n > 0;
}

UtPoints
ut_points_new (const UtIndicator *indicator, const UtTable *table, const GArray *rows) {
  UtPoints points = { .n = rows->len };
  points.time = g_new (double, 5 * points.n + 1);
  points.value = points.time + points.n;
  points.events = points.value + points.n;
  points.persons = points.events + points.n;
  points.offset = points.persons + points.n;
  for (gsize i = 0; i < points.n; i++) {
    gsize row = g_array_index (rows, gsize, i);
    points.time[i] = ut_period_time (table->period[row]);
    points.value[i] = table->value[row];
    points.offset[i] = NAN;
  }
  if (may_be_counted (indicator) && count (&points, indicator, table, rows))
    return points;
  points.model = UT_MODEL_VALUE;
  points.basis = UT_BASIS_NONE;
  points.least_dispersion = indicator->resolution * indicator->resolution / 12;
  points.factor = 1;
  return points;
}

void
ut_points_clear (UtPoints *points) {
  g_clear_pointer (&points->time, g_free);
}

void
ut_points_keep_offset (UtPoints *points) {
  gsize kept = 0;
  for (gsize i = 0; i < points->n; i++) {
    if (isnan (points->offset[i]))
      continue;
    points->time[kept] = points->time[i];
    points->value[kept] = points->value[i];
    points->events[kept] = points->events[i];
    points->persons[kept] = points->persons[i];
    points->offset[kept++] = points->offset[i];
  }
  points->n = kept;
}

double
ut_points_scale (const UtPoints *points, double value) {
  double scaled = value;
  if (points->model == UT_MODEL_SHARE)
    scaled = log (value / (1 - value));
  else if (points->model == UT_MODEL_RATE)
    scaled = log (value);
  return isfinite (scaled) ? scaled : NAN;
}

UtOutcome
ut_points_fit (const UtPoints *points, gboolean beside, UtGuardedTrend *fit) {
  UtTrendPoints series = {
    .model = points->model,
    .n = points->n,
    .time = points->time,
    .value = points->value,
    .events = points->events,
    .persons = points->persons,
    .offset = beside ? points->offset : NULL,
    .least_dispersion = points->least_dispersion,
  };
  return ut_trend_guarded (&series, fit);
}

double
ut_points_per_scale (const UtPoints *points) {
  double events = 0, persons = 0;
  if (points->model == UT_MODEL_VALUE)
    return 1;
  for (gsize i = 0; i < points->n; i++) {
    events += points->events[i];
    persons += points->persons[i];
  }
  double level = events / persons;
  return (points->model == UT_MODEL_SHARE ? level * (1 - level) : level) * points->factor;
}
