/* The folder a report is written into: all of it or nothing. What is written waits in a hidden folder beside the
 * earlier report and takes its place when the last file is whole, so that a full disk or Ctrl-C leaves the earlier one
 * as it is. */
#ifndef UT_REPORT_OUTPUT_H
#define UT_REPORT_OUTPUT_H

#include <glib.h>
#include <utsyn/project.h>
#include <utsyn/report.h>

typedef struct UtOutput UtOutput;

/* Makes the folder when missing, and reads the manifest of an earlier run. */
UtOutput *ut_output_open (const char *out_dir, GError **error);
void ut_output_free (UtOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtOutput, ut_output_free)

/* Writes what is to be out_dir/name (a sub-folder is made). `kind` says what it is in the manifest: "chapter",
 * "figure", "workbook". */
gboolean ut_output_write (UtOutput *output, const char *name, GBytes *bytes, const char *kind, GError **error);

/* Writes manifest.json, moves everything to its place, then removes what an earlier manifest lists and this run did not
 * write. Without this call the folder keeps the earlier report. */
gboolean ut_output_finish (UtOutput *output, const UtReport *report, const UtProject *project,
                           const UtAssessment *assessment, GError **error);

#endif
