/* The folder a report is written into: all of it or nothing. What is written waits in a hidden folder inside it and
 * takes its place when the last file is whole (exchange.h), so that a full disk or Ctrl-C leaves the previous one as it
 * is. Other files that lie there stay. */
#ifndef UT_REPORT_OUTPUT_FOLDER_H
#define UT_REPORT_OUTPUT_FOLDER_H

#include <glib.h>

typedef struct UtOutputFolder UtOutputFolder;

/* Makes the folder when missing, and completes or clears away what a run that was cut off has left there. UT_ERROR_IO
 * when another run is writing it, or when it is a link. */
UtOutputFolder *ut_output_folder_open (const char *out_dir, GError **error);
void ut_output_folder_free (UtOutputFolder *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtOutputFolder, ut_output_folder_free)

/* Writes what is to be out_dir/name (a sub-folder is made). `kind` says what it is in the manifest: "chapter",
 * "figure", "workbook". */
gboolean ut_output_folder_write (UtOutputFolder *output, const char *name, GBytes *bytes, const char *kind,
                                 GError **error);

/* UtManifestFile: what was written so far. */
GPtrArray *ut_output_folder_files (UtOutputFolder *output);

/* Writes manifest.json and puts everything in place; what a previous manifest lists and this run did not write goes. On
 * an error, and without this call, the folder keeps the previous run. */
gboolean ut_output_folder_finish (UtOutputFolder *output, const char *manifest, GError **error);

#endif
