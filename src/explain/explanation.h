/* What the parts of an explanation share: lines for a page, and the same facts as data. */
#ifndef UT_EXPLAIN_EXPLANATION_H
#define UT_EXPLAIN_EXPLANATION_H

#include "text/json_fact.h"
#include <utsyn/explain.h>

struct UtExplanation {
  GPtrArray *lines; /* char * */
  json_t *data;     /* object */
  const UtAssessment *assessment;
  const GPtrArray *datasets; /* UtDataset */
  guint place, indicator;    /* in the assessment */
  UtLanguage language;
};

/* A line, already translated. */
void ut_explanation_say (UtExplanation *page, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* In the language of the page. */
const char *ut_explanation_word (const UtExplanation *page, const char *english) G_GNUC_FORMAT (2);

/* A page is many lines: short names for its writers. */
#define say  ut_explanation_say
#define word ut_explanation_word

/* As a reader may put it into a formula: as many decimals as it has, six at most. New strings. */
char *ut_explanation_exact (const UtExplanation *page, double value);
/* A figure of the unit, with two decimals. */
char *ut_explanation_figure (const UtExplanation *page, double value);

/* An object of the two ends. */
void ut_explanation_set_interval (json_t *object, const char *key, UtInterval interval);

/* A figure: where it stands, its counts, how it was put together, its interval. The object of its facts is the
 * caller's. */
json_t *ut_explanation_add_figure (UtExplanation *page, const UtFigure *figure);
/* The formula of a figure's interval with its numbers put in; NULL when it has none. New string. */
char *ut_explanation_interval_formula (const UtExplanation *page, const UtFigure *figure, const char **method);
/* The comparison with one benchmark, into `list`. */
void ut_explanation_add_comparison (UtExplanation *page, json_t *list, UtBenchmark benchmark);
/* The groups by sex, grade or age, where the indicator is broken down so. */
void ut_explanation_add_breakdowns (UtExplanation *page, const GArray *benchmarks);
/* The change over time. */
void ut_explanation_add_trend (UtExplanation *page);
/* What the two last surveys tell, into the data of the trend; nothing where the trend has its own answer. */
void ut_explanation_add_surveys (UtExplanation *page, json_t *trend);

const UtAssessed *ut_explanation_assessed (const UtExplanation *page);

#endif
