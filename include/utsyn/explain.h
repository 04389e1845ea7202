/**
 * @file explain.h
 * The whole calculation behind one figure, so that a statistician can redo it by hand.
 */
#ifndef UTSYN_EXPLAIN_H
#define UTSYN_EXPLAIN_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/dataset.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef struct UtExplanation UtExplanation;

/**
 * File and line, counts, restatement of older codes, the formula of the interval and of each comparison with the
 * numbers put in, p and q and the family they were judged in, whether the figure is suppressed, and the trend with the
 * points it used and dropped; and the breakdown by sex, grade or age where there is one. A suppressed figure shows
 * nothing that would give it away, nor who suppressed it.
 *
 * @param datasets    UtDataset: where the figures are from
 * @param benchmarks  UtBenchmark, the comparisons to show; NULL for all
 */
UtExplanation *ut_explain (const UtAssessment *assessment, guint place, guint indicator, const GPtrArray *datasets,
                           const GArray *benchmarks, UtLanguage language);
void ut_explanation_free (UtExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtExplanation, ut_explanation_free)

/** As a page: several lines, ending with a line end. New string. */
char *ut_explanation_to_text (const UtExplanation *explanation);
/** As one JSON object with the same content: numbers unrounded, null for none (also an interval's open end). New
 * string, ending with a line end. */
char *ut_explanation_to_json (const UtExplanation *explanation);

UT_END_DECLS

#endif
