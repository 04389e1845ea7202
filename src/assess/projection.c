#include <utsyn/projection.h>

#include "figure.h"

#include <math.h>

static const guint16 years[UT_N_PROJECTION_YEARS] = { 2030, 2035, 2040 };

static UtPeriod
year_period (guint16 year) {
  return (UtPeriod){ .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year };
}

/* NaN when there is no figure to show. */
static double
value_of (UtSeries series, UtPeriod period) {
  gsize row;
  if (!ut_series_find (series, period, &row) || series.table->status[row] != UT_STATUS_OK
      || ut_figure_may_be_suppressed (series.table->status[row], series.table->quality[row], series.table->value[row]))
    return NAN;
  return series.table->value[row];
}

static double
alternative (const UtAssessed *assessed, UtAlternative which, UtPeriod period) {
  const UtIndicator *indicator = assessed->indicator;
  if (indicator->alternatives[which].key == NULL)
    return NAN;
  return value_of (ut_table_series (assessed->series.table, indicator->alternatives[which].id, assessed->region),
                   period);
}

static void
add_year (const UtAssessed *assessed, UtPeriod period, UtProjection *projection) {
  UtProjectedYear year = { .period = period, .value = value_of (assessed->series, period), .percent = NAN };
  if (isnan (year.value) || ut_period_compare (period, projection->from) <= 0)
    return;
  year.low = alternative (assessed, UT_ALTERNATIVE_LOW, period);
  year.high = alternative (assessed, UT_ALTERNATIVE_HIGH, period);
  year.change = year.value - projection->value;
  if (assessed->indicator->measure == UT_MEASURE_COUNT && projection->value > 0)
    year.percent = 100 * year.change / projection->value;
  projection->years[projection->n_years++] = year;
}

gboolean
ut_projection_find (const UtAssessed *assessed, UtProjection *projection) {
  UtSeries series = assessed->series;
  if (!assessed->indicator->projection || series.n == 0)
    return FALSE;
  *projection = (UtProjection){ .from = series.table->period[series.first] };
  projection->value = value_of (series, projection->from);
  if (isnan (projection->value))
    return FALSE;
  for (guint i = 0; i < UT_N_PROJECTION_YEARS; i++)
    add_year (assessed, year_period (years[i]), projection);
  return projection->n_years > 0;
}
