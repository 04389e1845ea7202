/* What the figure of all places shows: counts of the verdicts, and what all places share. */
#include "places.h"

#include "verdict_mark.h"

#include "text/benchmark.h"

const UtAssessed *
ut_places_row (const UtPlaces *places, guint i) {
  return ut_assessment_get (places->request->assessment, i, places->request->indicator);
}

const UtFigure *
ut_places_reference (const UtPlaces *places, guint i, int benchmark) {
  const UtFigure *figure = &ut_places_row (places, i)->verdicts[benchmark].reference;
  return ut_figure_is_shown (figure) && ut_mark_is_comparable (places->indicator) ? figure : NULL;
}

static const UtFigure *
find_common (const UtPlaces *places, int benchmark) {
  const UtFigure *common = NULL;
  for (guint i = 0; i < places->n_places; i++) {
    const UtFigure *figure = ut_places_reference (places, i, benchmark);
    if (figure == NULL)
      continue;
    if (common != NULL && common->row != figure->row)
      return NULL;
    common = figure;
  }
  return common;
}

static void
count_place (UtPlaces *places, guint i) {
  const UtAssessed *assessed = ut_places_row (places, i);
  const UtVerdict *verdict = &assessed->verdicts[places->request->benchmark];
  /* What is certain but small is worth no headline. */
  if (verdict->below_relevant)
    places->n_small++;
  else
    places->n_of_level[verdict->level]++;
  if (places->approximate == NULL && verdict->basis == UT_BASIS_APPROXIMATE)
    places->approximate = verdict;
  if (verdict->level != UT_LEVEL_NOT_TESTED) {
    places->against |= ut_against_of_verdict (verdict);
    places->rules |= 1u << verdict->rule;
  }
  places->n_not_robust += verdict->level > UT_LEVEL_SIMILAR && !verdict->robust && !verdict->below_relevant;
  places->quality |= assessed->own.quality;
  if (places->benchmark_region == UT_REGION_NONE)
    places->benchmark_region = assessed->benchmark_region[places->request->benchmark];
  if (!assessed->own.exists)
    return;
  if (places->period.kind == UT_PERIOD_NONE)
    places->period = assessed->own.period;
  places->one_period &= ut_period_compare (places->period, assessed->own.period) == 0;
  places->drawn |= ut_figure_is_shown (&assessed->own);
  places->n_marks += ut_figure_is_shown (&assessed->own);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    places->n_marks += ut_places_reference (places, i, b) != NULL;
}

/* The reason all places with a figure share. */
static UtReason
find_reason (const UtPlaces *places) {
  UtReason reason = UT_REASON_NONE;
  for (guint i = 0; i < places->n_places; i++) {
    const UtAssessed *assessed = ut_places_row (places, i);
    const UtVerdict *verdict = &assessed->verdicts[places->request->benchmark];
    if (!ut_figure_is_shown (&assessed->own))
      continue;
    if (verdict->level != UT_LEVEL_NOT_TESTED || (reason != UT_REASON_NONE && verdict->reason != reason))
      return UT_REASON_NONE;
    reason = verdict->reason;
  }
  return reason;
}

UtPlaces
ut_places_collect (const UtChartRequest *request) {
  UtPlaces places = {
    .request = request,
    .indicator = ut_assessment_get (request->assessment, 0, request->indicator)->indicator,
    .regions = ut_assessment_regions (request->assessment),
    .language = request->language,
    .n_places = ut_assessment_n_places (request->assessment),
    .one_period = TRUE,
    .benchmark_region = UT_REGION_NONE,
  };
  for (guint i = 0; i < places.n_places; i++)
    count_place (&places, i);
  places.reason = find_reason (&places);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    places.common[b] = find_common (&places, b);
  return places;
}
