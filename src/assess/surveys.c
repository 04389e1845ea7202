/* What the two last surveys tell of change, where there are too few for a trend. */
#include "change.h"

#include "figure.h"
#include "known.h"

#include <math.h>
#include <utsyn/difference.h>
#include <utsyn/interval.h>

/* Of a count: what binary fractions may miss it by. */
#define DUST 1e-6

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

/* Whole persons: a restated split leaves fractions. Of persons that stand in, or of a standardised figure, no count is
 * ever made. */
static UtReason
take_counts (const UtIndicator *indicator, const UtTable *table, gsize row, UtSurvey *survey) {
  UtFigure figure = ut_assess_figure (table, row, indicator);
  UtKnown known;
  if (isnan (figure.denominator) || !ut_known_find (table, indicator, &figure, 0, &known)
      || known.basis == UT_BASIS_APPROXIMATE)
    return UT_REASON_COUNT_NOT_PUBLISHED;
  double half = known.printed.half_width, n = known.printed.persons_lowest, v = known.printed.value;
  survey->persons = n;
  survey->lowest = half > 0 ? ceil (n * (v - half) - DUST) : ut_known_events (&known);
  survey->highest = half > 0 ? fmin (floor (n * (v + half) + DUST), n) : survey->lowest;
  survey->lowest = fmax (survey->lowest, 0);
  survey->events = fmin (fmax (round (ut_known_events (&known)), survey->lowest), survey->highest);
  return survey->lowest <= survey->highest ? UT_REASON_NONE : UT_REASON_FIGURES_DISAGREE;
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
rounding_decides (const UtSurvey *before, const UtSurvey *after, double level, int side) {
  UtDifference down, up;
  if (before->lowest == before->highest && after->lowest == after->highest)
    return FALSE;
  return ut_difference_newcombe (after->lowest, after->persons, before->highest, before->persons, level, &down)
             != UT_OUTCOME_OK
         || ut_difference_newcombe (after->highest, after->persons, before->lowest, before->persons, level, &up)
                != UT_OUTCOME_OK
         || side_of (down.interval) != side || side_of (up.interval) != side;
}

static void
describe (UtSurvey *survey, double factor, double level) {
  UtInterval interval;
  if (ut_interval_wilson (survey->events, survey->persons, level, &interval) == UT_OUTCOME_OK)
    survey->interval = ut_interval_scale (interval, factor);
  survey->share = survey->events / survey->persons * factor;
}

static UtReason
compare (const UtIndicator *indicator, UtSurveyChange *answer) {
  UtSurvey *before = &answer->before, *after = &answer->after;
  double factor = ut_unit_factor (indicator->unit), level = ut_design_effect_level (indicator->design_effect);
  UtDifference result;
  if (ut_difference_newcombe (after->events, after->persons, before->events, before->persons, level, &result)
      != UT_OUTCOME_OK)
    return UT_REASON_METHOD_FAILED;
  int side = side_of (result.interval);
  if (rounding_decides (before, after, level, side))
    return UT_REASON_ROUNDING_DECIDES;
  describe (before, factor, level);
  describe (after, factor, level);
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
