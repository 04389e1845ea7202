/* A report while it is written: what its outputs share. */
#ifndef UT_REPORT_OUTPUT_WRITING_H
#define UT_REPORT_OUTPUT_WRITING_H

#include "report/chart_images.h"
#include "report/output/folder.h"
#include <utsyn/report.h>

typedef struct {
  const UtReport *report;
  const UtProject *project;
  const UtAssessment *assessment;
  const UtFindings *findings;
  UtChartImages *figures;
  UtOutputFolder *folder;
  UtProgress progress;
  gpointer user;
  guint done, total;
} UtWriting;

/* A step of the report is done; `what` names it. */
void ut_writing_count (UtWriting *writing, const char *what);

/* Writes one file of an output, named as its kind in the manifest, and counts it as progress. Takes the bytes; FALSE
 * with the error that is there already when they are NULL. */
gboolean ut_writing_put (UtWriting *writing, const char *name, GBytes *bytes, const char *kind, GError **error);

#endif
