/* What a report was made from and what it consists of, as JSON. */
#ifndef UT_REPORT_MANIFEST_H
#define UT_REPORT_MANIFEST_H

#include <glib.h>
#include <utsyn/project.h>
#include <utsyn/report.h>

#define UT_MANIFEST_NAME "manifest.json"

/* One file of the report. */
typedef struct {
  char *name; /* relative to the output folder */
  char *kind;
  char *sha256;
  gsize size;
} UtManifestFile;

/* The manifest as text: format, program version, report definition, every file that was read with the SHA-256 of what
 * was read, source and vintage, every output, the order of the summary with its reasons, and the figures and verdicts a
 * later run is compared with. `outputs` is an array of UtManifestFile, sorted here by name. */
char *ut_manifest_write (const UtReport *report, const UtProject *project, const UtAssessment *assessment,
                         GPtrArray *outputs, GError **error);

/* Names of the outputs a previous manifest lists; empty when it cannot be read. */
GPtrArray *ut_manifest_read_names (const char *path);

#endif
