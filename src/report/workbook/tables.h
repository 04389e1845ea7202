/* The table sheets of the workbook. */
#ifndef UT_REPORT_WORKBOOK_TABLES_H
#define UT_REPORT_WORKBOOK_TABLES_H

#include "report/workbook/sheet.h"
#include <utsyn/assess.h>
#include <utsyn/revision.h>

/* Indicators down, places across, each with its mark against the country. */
void ut_workbook_add_overview (UtBook *book, const UtAssessment *assessment);

/* One row an indicator and place: figure, benchmark, difference as a formula, mark, word and reason. */
void ut_workbook_add_comparison (UtBook *book, const UtAssessment *assessment, UtBenchmark benchmark);

/* One row a group of the indicators broken down by sex, grade or age (groups.c); no sheet when there is none.
 */
void ut_workbook_add_groups (UtBook *book, const UtAssessment *assessment, const gboolean by[UT_N_DIMENSIONS]);

/* Every figure of every series the report rests on. */
void ut_workbook_add_series (UtBook *book, const UtAssessment *assessment);

/* Every change since `previous` (revision.c). */
void ut_workbook_add_revision (UtBook *book, const UtAssessment *assessment, const UtRun *previous);

/* Definitions, notes and sources of the indicators. */
void ut_workbook_add_indicators (UtBook *book, const UtAssessment *assessment);

/* A native chart over a small table of its own: one indicator, the places, county and country. Nothing is added when no
 * indicator has a figure. */
void ut_workbook_add_chart (UtBook *book, const UtAssessment *assessment);

#endif
