/**
 * @file explain.h
 * The whole reckoning behind one figure, so that a statistician can redo it by hand.
 */
#ifndef UTSYN_EXPLAIN_H
#define UTSYN_EXPLAIN_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>
#include <utsyn/project.h>

UT_BEGIN_DECLS

/**
 * File and line, counts, restatement of older codes, interval, each comparison with p and q, and the trend with the
 * points it used and dropped. A hidden figure shows nothing that would give it away.
 *
 * @return a new text in the language, several lines, ending with a newline
 */
char *ut_explain (const UtAssessment *assessment, guint place, guint indicator, const UtProject *project,
                  UtLanguage language);

UT_END_DECLS

#endif
