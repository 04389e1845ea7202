#include "figure.h"

#include <math.h>
#include <utsyn/interval.h>

const UtInterval ut_no_interval = { NAN, NAN };

UtFigure
ut_figure_none (const UtIndicator *indicator, UtRegionId region) {
  return (UtFigure){
    .unread = indicator->unread,
    .region = region,
    .value = NAN,
    .numerator = NAN,
    .denominator = NAN,
    .margin = NAN,
    .status = UT_STATUS_MISSING,
    .interval = ut_no_interval,
  };
}

gboolean
ut_figure_may_be_suppressed (UtStatus status, guint16 quality, double value) {
  return status == UT_STATUS_OK && (quality & UT_QUALITY_AT_LIMIT) != 0 && value == 0;
}

gboolean
ut_figure_is_shown (const UtFigure *figure) {
  return figure->exists && figure->status == UT_STATUS_OK;
}

gboolean
ut_figure_is_known (const UtFigure *figure) {
  return ut_figure_is_shown (figure) && !ut_figure_may_be_suppressed (figure->status, figure->quality, figure->value);
}

gboolean
ut_figure_is_ranked (const UtFigure *figure) {
  return ut_figure_is_known (figure) && (figure->quality & UT_QUALITY_ESTIMATE) == 0;
}

gboolean
ut_figure_is_suppressed (const UtFigure *figure) {
  return figure->exists && (figure->status == UT_STATUS_CONFIDENTIAL || figure->status == UT_STATUS_SUPPRESSED);
}

gboolean
ut_row_is_known (const UtTable *table, gsize row) {
  return table->status[row] == UT_STATUS_OK && (table->quality[row] & UT_QUALITY_APPROXIMATE) == 0
         && !ut_figure_may_be_suppressed (table->status[row], table->quality[row], table->value[row]);
}

gboolean
ut_row_is_ranked (const UtTable *table, gsize row) {
  return table->status[row] == UT_STATUS_OK && (table->quality[row] & UT_QUALITY_ESTIMATE) == 0
         && !ut_figure_may_be_suppressed (table->status[row], table->quality[row], table->value[row]);
}

const UtCombined *
ut_figure_combined (const UtTable *table, const UtFigure *figure) {
  if (table == NULL || !figure->exists || figure->row >= table->n_rows || table->region[figure->row] != figure->region)
    return NULL;
  return ut_table_combined (table, figure->row);
}

UtInterval
ut_interval_scale (UtInterval interval, double factor) {
  return (UtInterval){ interval.lower * factor, interval.upper * factor };
}

static UtInterval
own_interval (const UtFigure *figure, const UtIndicator *indicator) {
  UtInterval interval = ut_no_interval;
  if (figure->status != UT_STATUS_OK || indicator->standardised
      || (figure->quality & (UT_QUALITY_APPROXIMATE | UT_QUALITY_ESTIMATE)) != 0
      || ut_figure_may_be_suppressed (figure->status, figure->quality, figure->value))
    return interval;
  if (indicator->test == UT_TEST_MARGIN)
    return (UtInterval){ figure->value - figure->margin, figure->value + figure->margin };
  if (indicator->test == UT_TEST_NONE || isnan (figure->numerator) || isnan (figure->denominator))
    return interval;
  UtOutcome outcome = indicator->test == UT_TEST_BINOMIAL
                          ? ut_interval_wilson (figure->numerator, figure->denominator, 0.95, &interval)
                          : ut_interval_rate (figure->numerator, figure->denominator, 0.95, &interval);
  return outcome == UT_OUTCOME_OK ? ut_interval_scale (interval, ut_unit_factor (indicator->unit)) : ut_no_interval;
}

UtFigure
ut_assess_figure (const UtTable *table, gsize row, const UtIndicator *indicator) {
  UtFigure figure = {
    .exists = TRUE,
    .row = row,
    .region = table->region[row],
    .period = table->period[row],
    .value = table->value[row],
    .numerator = ut_table_numerator (table, row),
    .denominator = ut_table_denominator (table, row),
    .margin = ut_table_margin (table, row),
    .status = table->status[row],
    .quality = table->quality[row],
  };
  figure.interval = own_interval (&figure, indicator);
  return figure;
}
