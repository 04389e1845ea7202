/* The comparison workbook (XLSX) for political reporting. */
#ifndef UT_REPORT_WORKBOOK_H
#define UT_REPORT_WORKBOOK_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/project.h>
#include <utsyn/report.h>

/* Cover, contents, notes, one comparison table and one series table, each on its own sheet, and one native chart. */
GBytes *ut_workbook_write (const UtReport *report, const UtProject *project, const UtAssessment *assessment,
                           GError **error);

#endif
