/* What a change since last time is called in chapter and workbook. */
#ifndef UT_REPORT_REVISION_H
#define UT_REPORT_REVISION_H

#include <utsyn/assess.h>
#include <utsyn/revision.h>

/* The change in words: its kind, for a verdict what it is judged against and what lies behind it. */
char *ut_revision_words (const UtRevision *revision, UtLanguage language);

/* Name of the indicator, or its key when the catalogue no longer has it; "" for a change of a place. */
const char *ut_revision_indicator (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language);

/* Name of the place, "Vinje (3834 → 4036)" when its code is another; "" for a change of an indicator. */
char *ut_revision_place (const UtRevision *revision, const UtAssessment *assessment);

/* What the previous and the current run report: a figure with its unit or a judgement; "" where nothing is reported. */
char *ut_revision_previous (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language);
char *ut_revision_current (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language);

#endif
