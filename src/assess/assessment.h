/* What an assessment holds, for the files that fill it in. */
#ifndef UT_ASSESS_ASSESSMENT_H
#define UT_ASSESS_ASSESSMENT_H

#include <utsyn/assess.h>

struct UtAssessment {
  UtTable *table;
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  UtAssessOptions options; /* groups and targets are ours, `family` is none's */
  GArray *places;          /* UtRegionId */
  GPtrArray *indicators;   /* const UtIndicator */
  GPtrArray *family;       /* const UtIndicator: each of them once, then those that only count in the family */
  guint *member;           /* [indicators] which of the family it is */
  guint *assessed_as;      /* [family] the first of the indicators it is; G_MAXUINT when it is none */
  gboolean *is_group;      /* [family]: of another of them */
  UtAssessed *assessed;    /* [places × indicators], by place */
  double *p;               /* [places × benchmarks × family], by place; NaN where nothing was tested */
  guint *n_tested;         /* [places × benchmarks], by place */
};

const UtAssessOptions *ut_assessment_options (const UtAssessment *assessment);

static inline UtAssessed *
ut_assessment_at (const UtAssessment *assessment, guint place, guint indicator) {
  return &assessment->assessed[place * assessment->indicators->len + indicator];
}

/* [family] */
static inline double *
ut_assessment_p (const UtAssessment *assessment, guint place, UtBenchmark benchmark) {
  return assessment->p + ((gsize) place * UT_N_BENCHMARKS + benchmark) * assessment->family->len;
}

/* The indicators are there; `others` (const UtIndicator; NULL: none) count in the family alone. */
void ut_assessment_gather_family (UtAssessment *assessment, const GPtrArray *others);

/* Over the place's own comparisons and trends; `others` [family]: those that count in the family alone. */
void ut_assessment_adjust_place (const UtAssessment *assessment, guint place, UtAssessed *others);

/* Over all places, when each of them is done. */
void ut_assessment_adjust_report (const UtAssessment *assessment);

#endif
