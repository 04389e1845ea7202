/**
 * @file terms.h
 * The codes, words and marks of verdicts: one table an enum, the same in chart, table, sentence, workbook and data.
 *
 * A code is for data and never translated. Words are in `language`, of the library, and never NULL.
 *
 * Tested in tests/unit/text/test-terms.c, which walks every value.
 */
#ifndef UTSYN_TERMS_H
#define UTSYN_TERMS_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/breakdown.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** "count-not-published", and what a reader meets: "talet på … er ikkje publisert"; "" for none. */
const char *ut_reason_code (UtReason reason);
const char *ut_reason_text (UtReason reason, UtLanguage language);

/** "approximate", and what a reader meets: "tilnærma"; "" for none. */
const char *ut_basis_code (UtBasis basis);
const char *ut_basis_word (UtBasis basis, UtLanguage language);

/** "better", "similar", "not-tested"; "betre", "ikkje sikker skilnad", "ikkje testa". */
const char *ut_level_code (UtLevel level);
const char *ut_level_word (UtLevel level, UtLanguage language);
/** ▲ ▼ ○ ◇ –; filled when robust, hollow otherwise: ▲ △ ▼ ▽ ○ ◆ ◇ –. UTF-8. */
const char *ut_level_mark (UtLevel level, gboolean robust);
/** "Det er betre enn i %s, …" of one place, and "Betre enn i %s" above the places that are so; "" where nothing
 * differs. */
const char *ut_level_sentence (UtLevel level, gboolean robust, UtLanguage language);
const char *ut_level_heading (UtLevel level, gboolean robust, UtLanguage language);

/** "rising", "none"; "stigande", "fallande", "inga klar endring", "brått skifte", "ikkje testa". */
const char *ut_trend_code (UtTrendClass trend);
/** "more", "less", "unsure": the side of a UtTrendContrast. */
const char *ut_beside_code (int side);
const char *ut_trend_word (UtTrendClass trend, UtLanguage language);

/** "higher"; "høgare enn i %s", the earlier survey; "" where nothing was tested. */
const char *ut_change_code (UtChangeClass change);
const char *ut_change_text (UtChangeClass change, UtLanguage language);

/** "overlap"; "overlappar eit nyare punkt". */
const char *ut_drop_code (UtDrop drop);
const char *ut_drop_text (UtDrop drop, UtLanguage language);

/** Whether the two figures stand beside each other and are not tested: a full count, an amount or a projection. */
gboolean ut_verdict_is_described (const UtVerdict *verdict);

/** What a verdict says in a word: that of its level, or "skildra" where the two figures stand beside each other. */
const char *ut_verdict_word (const UtVerdict *verdict, UtLanguage language);

/** "county"; "fylket", whichever it is; name and title of the sheet that compares with it. */
const char *ut_benchmark_code (UtBenchmark benchmark);
const char *ut_benchmark_word (UtBenchmark benchmark, UtLanguage language);
const char *ut_benchmark_sheet (UtBenchmark benchmark, UtLanguage language);
const char *ut_benchmark_title (UtBenchmark benchmark, UtLanguage language);
/** How it is compared with; "" for county and country, which the rule's own note tells of. */
const char *ut_benchmark_note (UtBenchmark benchmark, UtLanguage language);

/** Groups against each other: "different"; "gruppene skil seg". */
const char *ut_contrast_code (UtContrast contrast);
const char *ut_contrast_word (UtContrast contrast, UtLanguage language);

/** "høgt er bra". */
const char *ut_polarity_word (UtPolarity polarity, UtLanguage language);

UT_END_DECLS

#endif
