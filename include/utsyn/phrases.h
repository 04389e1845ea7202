/**
 * @file phrases.h
 * Sentences from verdicts: nothing is said that is not in the verdict.
 */
#ifndef UTSYN_PHRASES_H
#define UTSYN_PHRASES_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** Where a figure stands decides how it is written. */
typedef enum {
  UT_FIGURE_NUMBER,  /**< "8,4"; "" when missing: where a column says the unit */
  UT_FIGURE_CELL,    /**< "8,4"; the sign of a missing one, or a dash when there is no row */
  UT_FIGURE_ABOUT,   /**< the same with "≈ " where the figure is only approximate */
  UT_FIGURE_SIGN,    /**< "8,4 %", "om lag 16 %"; why it is missing */
  UT_FIGURE_RUNNING, /**< "8,4 prosent", "214", "om lag 16 prosent": in running text; why it is missing */
  UT_N_FIGURE_FORMS
} UtFigureForm;

/** With the indicator's decimals. New string. */
char *ut_phrase_figure (const UtFigure *figure, const UtIndicator *indicator, UtFigureForm form, UtLanguage language);

/** The tested sentence: "I Fyresdal er 4,9 prosent … . Det er betre enn resten av landet (9,7); …". */
char *ut_phrase_level (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                       UtLanguage language);

/** The sentence on change over time; NULL when there is one point or none. */
char *ut_phrase_trend (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

/** The trend in a few words, for a cell: "har auka, meir enn i landet"; where there are too few points for one, what
 * the two last surveys tell: "høgare enn i 2019"; of a full count its ends: "frå 229 i 2016 til 226 i 2025"; of a
 * projection "510 i 2035 (−7 %; 488–533)". New string. */
char *ut_phrase_trend_word (const UtAssessed *assessed, UtLanguage language);

/** What a reader must know about a figure: "om lag", "rekna om", "sum av kommunane"; "" when nothing. New string.
 *
 * @param value  the figure, which says what a limit means: zero may be a hidden one; NaN for several figures */
char *ut_phrase_quality (guint16 quality, double value, UtLanguage language);

/** The same of a row of a table, with how much of an area a figure that was put together covers: "5 av 6 kommunar har
 * tal, med 97 prosent av personane". New string. */
char *ut_phrase_figure_quality (const UtTable *table, const UtFigure *figure, UtLanguage language);

/** What a comparison rests on, where counts are not known: "Tilnærma: … Rekna med: Talet på barn 0–17 år; …"; ""
 * where they are, or nothing was compared. New string. */
char *ut_phrase_basis (const UtVerdict *verdict, const UtIndicator *indicator, const UtCatalogue *catalogue,
                       UtLanguage language);
/** "Små tal: færre enn ti i alt." of what was tested; "" where there are more. */
const char *ut_phrase_few (const UtVerdict *verdict, UtLanguage language);
/** "Talet på barn 6–15 år (10 prosent av dei); dei kan vere frå 20 prosent færre til 7 prosent fleire". New string. */
char *ut_phrase_stand_in (const UtDenominator *denominator, const UtCatalogue *catalogue, UtLanguage language);

/** "Kjelde: SSB, tabell 13556, 2023." */
char *ut_phrase_source (const UtAssessed *assessed, UtLanguage language);

/** "Vinje", "landet", "Telemark": a place inside a sentence. */
char *ut_phrase_place (const UtRegions *regions, UtRegionId region, UtLanguage language);

UT_END_DECLS

#endif
