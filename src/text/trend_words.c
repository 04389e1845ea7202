/* The words of a place's own trend beside that of the area: one row for every pair of answers. */
#include "text/trend.h"

#include "base/i18n.h"
#include "text/figure.h"
#include "text/level.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

/* What the place does by itself, and what it does beside the area, along its own direction. */
typedef enum { STILL, MOVES } Own;
typedef enum { UNSURE, MORE, LESS } Beside;
/* What the area does; along the place's own direction when that moves, else up or down. ANY: whatever it does. */
typedef enum { ANY = -2, AGAINST = -1, FLAT = 0, ALONG = 1 } Area;

typedef struct {
  Own own;
  Beside beside;
  Area area;
  const char *words[UT_N_ENCLOSING]; /* for a cell: after "has risen", or the whole of it */
  const char
      *sentence[UT_N_ENCLOSING]; /* after the sentence on the place's own trend; NULL: the words are a part of it */
} Row;

/* The first that fits. */
static const Row rows[] = {
  { MOVES, MORE, AGAINST, { N_ (", unlike the county"), N_ (", unlike the country") }, { NULL } },
  { MOVES, MORE, ANY, { N_ (", more than in the county"), N_ (", more than in the country") }, { NULL } },
  { MOVES,
    UNSURE,
    ANY,
    { N_ ("; cannot be told from the county"), N_ ("; cannot be told from the country") },
    { NULL } },
  { MOVES, LESS, ANY, { N_ (", less than in the county"), N_ (", less than in the country") }, { NULL } },
  { STILL,
    MORE,
    ANY,
    { N_ ("has developed differently from the county"), N_ ("has developed differently from the country") },
    { N_ (" Compared with the county, however, the figure has risen."),
      N_ (" Compared with the country, however, the figure has risen.") } },
  { STILL,
    LESS,
    ANY,
    { N_ ("has developed differently from the county"), N_ ("has developed differently from the country") },
    { N_ (" Compared with the county, however, the figure has fallen."),
      N_ (" Compared with the country, however, the figure has fallen.") } },
  { STILL,
    UNSURE,
    ALONG,
    { N_ ("no clear trend; nor surely different from the county, which is rising"),
      N_ ("no clear trend; nor surely different from the country, which is rising") },
    { N_ (" Nor is it surely different from the county, which is rising."),
      N_ (" Nor is it surely different from the country, which is rising.") } },
  { STILL,
    UNSURE,
    AGAINST,
    { N_ ("no clear trend; nor surely different from the county, which is falling"),
      N_ ("no clear trend; nor surely different from the country, which is falling") },
    { N_ (" Nor is it surely different from the county, which is falling."),
      N_ (" Nor is it surely different from the country, which is falling.") } },
};

gboolean
ut_trend_told_beside (const UtTrend *trend, UtBenchmark *area) {
  static const UtBenchmark order[] = { UT_BENCHMARK_COUNTRY, UT_BENCHMARK_COUNTY };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (trend->trend != UT_TREND_NOT_TESTED && trend->relative[order[i]].reason == UT_REASON_NONE) {
      *area = order[i];
      return TRUE;
    }
  return FALSE;
}

/* NULL where there is nothing to say beside the own trend. */
static const Row *
find_row (const UtTrend *trend, UtBenchmark *area) {
  if (!ut_trend_told_beside (trend, area))
    return NULL;
  const UtTrendContrast *contrast = &trend->relative[*area];
  int along = trend->side != 0 ? trend->side : 1;
  Own own = trend->side != 0 ? MOVES : STILL;
  Beside beside = contrast->side == 0 ? UNSURE : contrast->side == along ? MORE : LESS;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].own == own && rows[i].beside == beside
        && (rows[i].area == ANY || (int) rows[i].area == contrast->area_side * along))
      return &rows[i];
  return NULL;
}

const char *
ut_phrase_beside (const UtTrend *trend, UtLanguage language) {
  UtBenchmark area;
  const Row *row = find_row (trend, &area);
  return row != NULL && row->own == MOVES ? ut_tr (language, row->words[area]) : "";
}

const char *
ut_phrase_beside_sentence (const UtTrend *trend, UtLanguage language) {
  UtBenchmark area;
  const Row *row = find_row (trend, &area);
  return row != NULL && row->own == STILL ? ut_tr (language, row->sentence[area]) : "";
}

const char *
ut_phrase_trend_doubt (const UtTrend *trend, UtLanguage language) {
  UtBenchmark area;
  if (trend->side != 0 && !trend->robust)
    return ut_tr (language, " It may be chance when so many trends are looked at.");
  if (!ut_trend_told_beside (trend, &area) || trend->relative[area].side == 0 || trend->relative[area].robust)
    return "";
  return area == UT_BENCHMARK_COUNTRY ? ut_tr (language, " The difference from the country may be chance.")
                                      : ut_tr (language, " The difference from the county may be chance.");
}

/* "har auka"; a new string. */
static char *
own_word (const UtTrend *trend, UtLanguage language) {
  g_autofree char *jump = ut_period_format (trend->jump_period, language);
  switch (trend->trend) {
  case UT_TREND_RISING:
    return g_strdup (ut_tr (language, "has risen"));
  case UT_TREND_FALLING:
    return g_strdup (ut_tr (language, "has fallen"));
  case UT_TREND_JUMP:
    return g_strdup_printf (trend->side > 0 ? ut_tr (language, "shifted abruptly up in %s")
                                            : ut_tr (language, "shifted abruptly down in %s"),
                            jump);
  case UT_TREND_NONE:
  case UT_TREND_NOT_TESTED:
  case UT_N_TRENDS:
    break;
  }
  return g_strdup (ut_trend_word (trend->trend, language));
}

/* "frå 229 i 2016 til 226 i 2025"; NULL when there are not two. */
static char *
described_word (const UtAssessed *assessed, UtLanguage language) {
  gsize first, last;
  if (!ut_trend_ends (&assessed->trend, &first, &last))
    return NULL;
  const UtTable *table = assessed->series.table;
  const UtIndicator *indicator = assessed->indicator;
  g_autofree char *from = ut_phrase_value (table->value[first], UT_OWN_DECIMALS, indicator, UT_FIGURE_SIGN, language);
  g_autofree char *to = ut_phrase_value (table->value[last], UT_OWN_DECIMALS, indicator, UT_FIGURE_SIGN, language);
  g_autofree char *begin = ut_period_format (table->period[first], language);
  g_autofree char *end = ut_period_format (table->period[last], language);
  return g_strdup_printf (ut_tr (language, "from %1$s in %2$s to %3$s in %4$s"), from, begin, to, end);
}

/* What is said where no trend is tested; NULL when that is all there is to say. */
static char *
untested_word (const UtAssessed *assessed, UtLanguage language) {
  const UtTrend *trend = &assessed->trend;
  const UtSurveyChange *change = &trend->surveys;
  if (trend->reason == UT_REASON_PROJECTION)
    return ut_phrase_projection_word (assessed, language);
  if (trend->reason == UT_REASON_FULL_COUNT)
    return described_word (assessed, language);
  if (change->change <= UT_CHANGE_NOT_TESTED)
    return NULL;
  g_autofree char *period = ut_period_format (change->before.period, language);
  return ut_phrase_fill (ut_change_text (change->change, language), period);
}

char *
ut_phrase_trend_word (const UtAssessed *assessed, UtLanguage language) {
  UtBenchmark area;
  const UtTrend *trend = &assessed->trend;
  if (trend->trend == UT_TREND_NOT_TESTED) {
    char *untested = untested_word (assessed, language);
    return untested != NULL ? untested : g_strdup (ut_trend_word (trend->trend, language));
  }
  const Row *row = find_row (trend, &area);
  const char *chance = ut_tr (language, "may be chance");
  g_autofree char *own = own_word (trend, language);
  g_autofree char *sure
      = trend->side != 0 && !trend->robust ? g_strdup_printf ("%s (%s)", own, chance) : g_strdup (own);
  if (row == NULL)
    return g_steal_pointer (&sure);
  const char *beside = ut_tr (language, row->words[area]);
  gboolean doubt = trend->relative[area].side != 0 && !trend->relative[area].robust;
  g_autofree char *told = doubt ? g_strdup_printf ("%s (%s)", beside, chance) : g_strdup (beside);
  return row->own == MOVES ? g_strconcat (sure, told, NULL) : g_steal_pointer (&told);
}
