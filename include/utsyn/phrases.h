/**
 * @file phrases.h
 * Sentences from verdicts: nothing is said that is not in the verdict.
 */
#ifndef UTSYN_PHRASES_H
#define UTSYN_PHRASES_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** "8,4 %", "185", "ikkje publisert"; a missing figure gives its reason, a partly known one its mark ("om lag 16 %").
 */
char *ut_phrase_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language);

/** The number alone with the indicator's decimals, "" when missing. For table cells. */
char *ut_phrase_value (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language);

/** The tested sentence: "I Fyresdal er 4,9 prosent … . Det er betre enn resten av landet (9,7); …". */
char *ut_phrase_level (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                       UtLanguage language);

/** The sentence on change over time; NULL when there is one point or none. */
char *ut_phrase_trend (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

/** The trend in a word, for a cell: "stigande"; where there are too few points for one, what the two last surveys tell:
 * "høgare enn i 2019". New string. */
char *ut_phrase_trend_word (const UtTrend *trend, UtLanguage language);

/** What a reader must know about a figure: "om lag", "rekna om", "sum av kommunane"; "" when nothing. New string.
 *
 * @param value  the figure, which says what a limit means: zero may be a hidden one; NaN for several figures */
char *ut_phrase_quality (guint16 quality, double value, UtLanguage language);

/** "Kjelde: SSB, tabell 13556, 2023." */
char *ut_phrase_source (const UtAssessed *assessed, UtLanguage language);

/** "Vinje", "landet", "Telemark": a place inside a sentence. */
char *ut_phrase_place (const UtRegions *regions, UtRegionId region, UtLanguage language);

UT_END_DECLS

#endif
