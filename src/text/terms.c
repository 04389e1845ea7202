/* One row a value: everything that is said of it, the same in every output. */
#include <utsyn/terms.h>

#include "base/i18n.h"

typedef struct {
  const char *code;
  const char *text;
} Words;

static const Words reasons[] = {
  [UT_REASON_NONE] = { "none", "" },
  [UT_REASON_NO_FIGURE] = { "no-figure", N_ ("there is no figure for the place") },
  [UT_REASON_UNREAD] = { "dataset-unread", N_ ("the dataset with its figures could not be read") },
  [UT_REASON_FIGURE_MISSING] = { "figure-missing", N_ ("the figure is missing in the source") },
  [UT_REASON_CONFIDENTIAL] = { "confidential", N_ ("the figure is suppressed to protect privacy") },
  [UT_REASON_NO_BENCHMARK] = { "no-benchmark", N_ ("there is no figure to compare with in the same period") },
  [UT_REASON_FULL_COUNT] = { "full-count", N_ ("a full count or an amount, with no chance variation to test") },
  [UT_REASON_COUNT_NOT_PUBLISHED] = { "count-not-published", N_ ("how many it rests on is not published") },
  [UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED]
  = { "benchmark-count-not-published", N_ ("how many the figure compared with rests on is not published") },
  [UT_REASON_ROUNDING_DECIDES] = { "rounding-decides", N_ ("the rounding decides") },
  [UT_REASON_PERSONS_DECIDE] = { "persons-decide", N_ ("the unknown number decides") },
  [UT_REASON_FIGURES_DISAGREE]
  = { "figures-disagree", N_ ("the percentage and the number of persons do not fit together") },
  [UT_REASON_TOO_FEW_PERSONS] = { "too-few-persons", N_ ("there are too few to test") },
  [UT_REASON_NO_EVENTS] = { "no-events", N_ ("there are no events to compare") },
  [UT_REASON_REST_EMPTY] = { "rest-empty", N_ ("nobody is left to compare with") },
  [UT_REASON_BENCHMARK_INCONSISTENT]
  = { "benchmark-inconsistent", N_ ("the figures for the two areas do not fit together") },
  [UT_REASON_APPROXIMATE] = { "approximate", N_ ("the published figure is only approximate") },
  [UT_REASON_ESTIMATED] = { "estimated", N_ ("estimated by weight, since a municipality was split") },
  [UT_REASON_PARTIAL_PERIOD] = { "partial-period", N_ ("the figure covers only a part of the year") },
  [UT_REASON_AT_LIMIT] = { "at-limit", N_ ("zero may be a figure suppressed in the source") },
  [UT_REASON_BENCHMARK_ESTIMATE]
  = { "benchmark-estimate",
      N_ ("the figure compared with is an estimate the source publishes, with no count behind it") },
  [UT_REASON_GROUP_UNKNOWN] = { "group-unknown", N_ ("which KOSTRA group the municipality is in is not given") },
  [UT_REASON_CHOSEN] = { "chosen", N_ ("the best are chosen by their result, so chance helped them there") },
  [UT_REASON_OVERLAP] = { "overlap", N_ ("the two periods share years") },
  [UT_REASON_NO_GROUP_TEST]
  = { "no-group-test", N_ ("there is no test of so many groups that holds for figures like these") },
  [UT_REASON_METHOD_FAILED] = { "method-failed", N_ ("the calculation gave no answer") },
  [UT_REASON_TOO_FEW_POINTS] = { "too-few-points", N_ ("there are too few points in time") },
  [UT_REASON_NO_VARIATION] = { "no-variation", N_ ("the figure is the same all the time") },
  [UT_REASON_SERIES_BROKEN] = { "series-broken", N_ ("there are too few points in time since the series was broken") },
  [UT_REASON_PROJECTION] = { "projection", N_ ("a projection, not observed figures") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == UT_N_REASONS);

static const Words bases[] = {
  [UT_BASIS_NONE] = { "none", "" },
  [UT_BASIS_COUNTS] = { "counts", N_ ("counts") },
  [UT_BASIS_DERIVED] = { "derived", N_ ("derived") },
  [UT_BASIS_APPROXIMATE] = { "approximate", N_ ("approximate") },
  [UT_BASIS_DESCRIBED] = { "described", N_ ("described") },
  [UT_BASIS_ESTIMATED] = { "estimated", N_ ("estimated") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (bases) == UT_N_BASES);

typedef struct {
  const char *code;
  const char *word;
  /* What is judged, and what may be chance when all comparisons of the place are taken together. */
  struct {
    const char *mark;
    const char *sentence; /* of one place */
    const char *heading;  /* of the places that are so */
  } robust, hollow;
} LevelRow;

/* No sentence where nothing differs. */
static const LevelRow levels[] = {
  [UT_LEVEL_NOT_TESTED] = { "not-tested", N_ ("not tested"), { "–", "", "" }, { "–", "", "" } },
  [UT_LEVEL_UNDECIDED] = { "undecided", N_ ("undecided"), { "?", "", "" }, { "?", "", "" } },
  [UT_LEVEL_SIMILAR] = { "similar", N_ ("no certain difference"), { "○", "", "" }, { "○", "", "" } },
  [UT_LEVEL_BETTER] = { "better",
                        N_ ("better"),
                        { "▲", N_ ("That is better than in %s."), N_ ("Better than in %s") },
                        { "△", N_ ("That is better than in %s, but it may be chance."),
                          N_ ("Better than in %s, but perhaps by chance") } },
  [UT_LEVEL_WORSE]
  = { "worse",
      N_ ("worse"),
      { "▼", N_ ("That is worse than in %s."), N_ ("Worse than in %s") },
      { "▽", N_ ("That is worse than in %s, but it may be chance."), N_ ("Worse than in %s, but perhaps by chance") } },
  [UT_LEVEL_HIGHER] = { "higher",
                        N_ ("higher"),
                        { "◆", N_ ("That is higher than in %s."), N_ ("Higher than in %s") },
                        { "◇", N_ ("That is higher than in %s, but it may be chance."),
                          N_ ("Higher than in %s, but perhaps by chance") } },
  [UT_LEVEL_LOWER]
  = { "lower",
      N_ ("lower"),
      { "◆", N_ ("That is lower than in %s."), N_ ("Lower than in %s") },
      { "◇", N_ ("That is lower than in %s, but it may be chance."), N_ ("Lower than in %s, but perhaps by chance") } },
};
G_STATIC_ASSERT (G_N_ELEMENTS (levels) == UT_N_LEVELS);

static const Words trends[] = {
  [UT_TREND_NOT_TESTED] = { "not-tested", N_ ("not tested") },
  [UT_TREND_NONE] = { "none", N_ ("no clear trend") },
  [UT_TREND_RISING] = { "rising", N_ ("rising") },
  [UT_TREND_FALLING] = { "falling", N_ ("falling") },
  [UT_TREND_JUMP] = { "jump", N_ ("abrupt shift") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (trends) == UT_N_TRENDS);

/* %s is the earlier survey; no words where nothing was tested. */
static const Words changes[] = {
  [UT_CHANGE_NOT_APPLICABLE] = { "not-applicable", "" },
  [UT_CHANGE_NOT_TESTED] = { "not-tested", "" },
  [UT_CHANGE_NONE] = { "none", N_ ("no certain change since %s") },
  [UT_CHANGE_HIGHER] = { "higher", N_ ("higher than in %s") },
  [UT_CHANGE_LOWER] = { "lower", N_ ("lower than in %s") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (changes) == UT_N_CHANGES);

static const Words drops[] = {
  [UT_DROP_PARTIAL] = { "partial", N_ ("a part of the year") },
  [UT_DROP_MISSING] = { "missing", N_ ("no reliable figure") },
  [UT_DROP_ESTIMATE] = { "estimated", N_ ("estimated by weight") },
  [UT_DROP_BREAK] = { "break", N_ ("before a break in the series") },
  [UT_DROP_OVERLAP] = { "overlap", N_ ("overlaps a newer point") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (drops) == UT_N_DROPS);

static const struct {
  const char *code;
  const char *word;
  const char *sheet, *title; /* of its comparison in the workbook */
  const char *note;          /* how it is compared with, where not as county and country are */
} benchmarks[] = {
  [UT_BENCHMARK_COUNTY]
  = { "county", N_ ("the county"), N_ ("Against the county"), N_ ("Comparison with the county"), "" },
  [UT_BENCHMARK_COUNTRY]
  = { "country", N_ ("the country"), N_ ("Against the country"), N_ ("Comparison with the country"), "" },
  [UT_BENCHMARK_GROUP]
  = { "kostra-group", N_ ("the KOSTRA group"), N_ ("Against KOSTRA group"), N_ ("Comparison with the KOSTRA group"),
      N_ ("The KOSTRA group is compared with in the same way.") },
  [UT_BENCHMARK_PEERS] = { "peers", N_ ("the municipalities chosen"), N_ ("Against others"),
                           N_ ("Comparison with the municipalities chosen"),
                           N_ ("The municipalities chosen are compared with in the same way.") },
  [UT_BENCHMARK_PAST]
  = { "own", N_ ("the place itself earlier"), N_ ("Against earlier"), N_ ("Comparison with an earlier year"),
      N_ ("Against an earlier year, both figures are taken to be as random.") },
  [UT_BENCHMARK_BEST] = { "best", N_ ("the tenth best municipality"), N_ ("Against the best"),
                          N_ ("Comparison with the tenth best municipality"),
                          N_ ("The tenth best municipality is shown, and never tested.") },
  [UT_BENCHMARK_TARGET] = { "target", N_ ("the target"), N_ ("Against the targets"), N_ ("Comparison with the targets"),
                            N_ ("A target is taken as a known figure.") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (benchmarks) == UT_N_BENCHMARKS);

static const Words contrasts[] = {
  [UT_CONTRAST_NOT_TESTED] = { "not-tested", N_ ("not tested") },
  [UT_CONTRAST_NONE] = { "similar", N_ ("no certain difference between the groups") },
  [UT_CONTRAST_DIFFERENT] = { "different", N_ ("the groups differ") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (contrasts) == UT_N_CONTRASTS);

static const char *const polarities[] = {
  [UT_POLARITY_HIGH] = N_ ("high is good"),
  [UT_POLARITY_LOW] = N_ ("low is good"),
  [UT_POLARITY_NEUTRAL] = N_ ("not judged"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (polarities) == UT_N_POLARITIES);

/* gettext answers an empty text with its header. */
static const char *
translate (const char *text, UtLanguage language) {
  return *text != '\0' ? ut_tr (language, text) : "";
}

const char *
ut_reason_code (UtReason reason) {
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), "none");
  return reasons[reason].code;
}

const char *
ut_reason_text (UtReason reason, UtLanguage language) {
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), "");
  return translate (reasons[reason].text, language);
}

const char *
ut_basis_code (UtBasis basis) {
  g_return_val_if_fail ((guint) basis < G_N_ELEMENTS (bases), "none");
  return bases[basis].code;
}

const char *
ut_basis_word (UtBasis basis, UtLanguage language) {
  g_return_val_if_fail ((guint) basis < G_N_ELEMENTS (bases), "");
  return translate (bases[basis].text, language);
}

const char *
ut_level_word (UtLevel level, UtLanguage language) {
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), "");
  return ut_tr (language, levels[level].word);
}

gboolean
ut_verdict_is_described (const UtVerdict *verdict) {
  return verdict->level == UT_LEVEL_NOT_TESTED && verdict->basis == UT_BASIS_DESCRIBED;
}

const char *
ut_verdict_word (const UtVerdict *verdict, UtLanguage language) {
  if (ut_verdict_is_described (verdict))
    return ut_basis_word (UT_BASIS_DESCRIBED, language);
  return ut_level_word (verdict->level, language);
}

const char *
ut_level_mark (UtLevel level, gboolean robust) {
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), "–");
  return robust ? levels[level].robust.mark : levels[level].hollow.mark;
}

const char *
ut_level_sentence (UtLevel level, gboolean robust, UtLanguage language) {
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), "");
  return translate (robust ? levels[level].robust.sentence : levels[level].hollow.sentence, language);
}

const char *
ut_level_heading (UtLevel level, gboolean robust, UtLanguage language) {
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), "");
  return translate (robust ? levels[level].robust.heading : levels[level].hollow.heading, language);
}

const char *
ut_trend_word (UtTrendClass trend, UtLanguage language) {
  g_return_val_if_fail ((guint) trend < G_N_ELEMENTS (trends), "");
  return ut_tr (language, trends[trend].text);
}

const char *
ut_level_code (UtLevel level) {
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), "not-tested");
  return levels[level].code;
}

const char *
ut_trend_code (UtTrendClass trend) {
  g_return_val_if_fail ((guint) trend < G_N_ELEMENTS (trends), "not-tested");
  return trends[trend].code;
}

const char *
ut_beside_code (int side) {
  return side > 0 ? "more" : side < 0 ? "less" : "unsure";
}

const char *
ut_change_code (UtChangeClass change) {
  g_return_val_if_fail ((guint) change < G_N_ELEMENTS (changes), "not-applicable");
  return changes[change].code;
}

const char *
ut_change_text (UtChangeClass change, UtLanguage language) {
  g_return_val_if_fail ((guint) change < G_N_ELEMENTS (changes), "");
  return translate (changes[change].text, language);
}

const char *
ut_drop_code (UtDrop drop) {
  g_return_val_if_fail ((guint) drop < G_N_ELEMENTS (drops), "missing");
  return drops[drop].code;
}

const char *
ut_drop_text (UtDrop drop, UtLanguage language) {
  g_return_val_if_fail ((guint) drop < G_N_ELEMENTS (drops), "");
  return ut_tr (language, drops[drop].text);
}

const char *
ut_benchmark_code (UtBenchmark benchmark) {
  g_return_val_if_fail ((guint) benchmark < G_N_ELEMENTS (benchmarks), "");
  return benchmarks[benchmark].code;
}

const char *
ut_benchmark_word (UtBenchmark benchmark, UtLanguage language) {
  g_return_val_if_fail ((guint) benchmark < G_N_ELEMENTS (benchmarks), "");
  return ut_tr (language, benchmarks[benchmark].word);
}

const char *
ut_benchmark_sheet (UtBenchmark benchmark, UtLanguage language) {
  g_return_val_if_fail ((guint) benchmark < G_N_ELEMENTS (benchmarks), "");
  return ut_tr (language, benchmarks[benchmark].sheet);
}

const char *
ut_benchmark_title (UtBenchmark benchmark, UtLanguage language) {
  g_return_val_if_fail ((guint) benchmark < G_N_ELEMENTS (benchmarks), "");
  return ut_tr (language, benchmarks[benchmark].title);
}

const char *
ut_benchmark_note (UtBenchmark benchmark, UtLanguage language) {
  g_return_val_if_fail ((guint) benchmark < G_N_ELEMENTS (benchmarks), "");
  return translate (benchmarks[benchmark].note, language);
}

const char *
ut_contrast_code (UtContrast contrast) {
  g_return_val_if_fail ((guint) contrast < G_N_ELEMENTS (contrasts), "not-tested");
  return contrasts[contrast].code;
}

const char *
ut_contrast_word (UtContrast contrast, UtLanguage language) {
  g_return_val_if_fail ((guint) contrast < G_N_ELEMENTS (contrasts), "");
  return ut_tr (language, contrasts[contrast].text);
}

const char *
ut_polarity_word (UtPolarity polarity, UtLanguage language) {
  g_return_val_if_fail ((guint) polarity < G_N_ELEMENTS (polarities), "");
  return ut_tr (language, polarities[polarity]);
}
