/* The folder a report is written into: every file whole or not at all, and a manifest of them last. */
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

/* Writes out_dir/name (a sub-folder is made) under another name and renames it. `kind` says what it is in the
 * manifest: "chapter", "figure", "workbook". */
gboolean ut_output_write (UtOutput *output, const char *name, GBytes *bytes, const char *kind, GError **error);

/* Writes manifest.json, then removes what an earlier manifest lists and this run did not write. Without this call the
 * folder keeps the earlier manifest. */
gboolean ut_output_finish (UtOutput *output, const UtReport *report, const UtProject *project,
                           const UtAssessment *assessment, GError **error);

#endif
