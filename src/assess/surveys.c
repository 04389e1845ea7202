/* What the two last surveys tell of change, where there are too few for a trend. */
#include "change.h"

#include "counts.h"
#include "figure.h"

#include <math.h>
#include <utsyn/difference.h>
#include <utsyn/interval.h>

static gboolean
is_applicable (const UtIndicator *indicator, const UtTrend *trend) {
  return indicator->test == UT_TEST_BINOMIAL && trend->rows != NULL && trend->rows->len >= 2
         && (trend->reason == UT_REASON_TOO_FEW_POINTS || trend->reason == UT_REASON_SERIES_BROKEN
             || trend->reason == UT_REASON_ESTIMATED);
}

static UtSurvey
survey_none (void) {
  return (UtSurvey){
    .value = NAN, .share = NAN, .events = NAN, .persons = NAN, .lowest = NAN, .highest = NAN, .interval = ut_no_interval
  };
}

/* Whole persons: a restated split leaves fractions. */
static UtReason
take_counts (const UtIndicator *indicator, const UtTable *table, gsize row, UtSurvey *survey) {
  UtCounts counts;
  if (indicator->standardised)
    return UT_REASON_STANDARDISED;
  if (!ut_counts_find (indicator, survey->value, ut_table_numerator (table, row), ut_table_denominator (table, row),
                       &counts))
    return UT_REASON_COUNT_NOT_PUBLISHED;
  survey->events = round (counts.nearest);
  survey->persons = round (counts.n);
  survey->lowest = round (counts.lowest);
  survey->highest = round (counts.highest);
  return UT_REASON_NONE;
}

static UtSurvey
survey_at (const UtTable *table, gsize row) {
  UtSurvey survey = survey_none ();
  survey.period = table->period[row];
  survey.value = table->value[row];
  return survey;
}

static int
side_of (UtInterval interval) {
  return interval.lower > 0 ? 1 : interval.upper < 0 ? -1 : 0;
}

/* More events after, and fewer before, can only move the difference up: the two extreme corners hold every answer. */
static gboolean
rounding_decides (const UtSurvey *before, const UtSurvey *after, int side) {
  UtDifference down, up;
  if (before->lowest == before->highest && after->lowest == after->highest)
    return FALSE;
  return ut_difference_newcombe (after->lowest, after->persons, before->highest, before->persons, 0.95, &down)
             != UT_OUTCOME_OK
         || ut_difference_newcombe (after->highest, after->persons, before->lowest, before->persons, 0.95, &up)
                != UT_OUTCOME_OK
         || side_of (down.interval) != side || side_of (up.interval) != side;
}

static void
describe (UtSurvey *survey, double factor) {
  UtInterval interval;
  if (ut_interval_wilson (survey->events, survey->persons, 0.95, &interval) == UT_OUTCOME_OK)
    survey->interval = ut_interval_scale (interval, factor);
  survey->share = survey->events / survey->persons * factor;
}

static UtReason
compare (const UtIndicator *indicator, UtSurveyChange *answer) {
  UtSurvey *before = &answer->before, *after = &answer->after;
  double factor = ut_unit_factor (indicator->unit);
  UtDifference result;
  if (ut_difference_newcombe (after->events, after->persons, before->events, before->persons, 0.95, &result)
      != UT_OUTCOME_OK)
    return UT_REASON_METHOD_FAILED;
  int side = side_of (result.interval);
  if (rounding_decides (before, after, side))
    return UT_REASON_ROUNDING_DECIDES;
  describe (before, factor);
  describe (after, factor);
  answer->difference = result.difference * factor;
  answer->interval = ut_interval_scale (result.interval, factor);
  answer->change = side > 0 ? UT_CHANGE_HIGHER : side < 0 ? UT_CHANGE_LOWER : UT_CHANGE_NONE;
  return UT_REASON_NONE;
}

UtSurveyChange
ut_surveys_compare (const UtIndicator *indicator, const UtTable *table, const UtTrend *trend) {
  UtSurveyChange answer
      = { .before = survey_none (), .after = survey_none (), .difference = NAN, .interval = ut_no_interval };
  if (!is_applicable (indicator, trend))
    return answer;
  guint n = trend->rows->len;
  answer.change = UT_CHANGE_NOT_TESTED;
  gsize first = g_array_index (trend->rows, gsize, n - 2), last = g_array_index (trend->rows, gsize, n - 1);
  answer.before = survey_at (table, first);
  answer.after = survey_at (table, last);
  answer.reason = take_counts (indicator, table, first, &answer.before);
  if (answer.reason == UT_REASON_NONE)
    answer.reason = take_counts (indicator, table, last, &answer.after);
  if (answer.reason == UT_REASON_NONE)
    answer.reason = compare (indicator, &answer);
  return answer;
}
