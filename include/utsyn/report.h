/**
 * @file report.h
 * A report: which places and indicators, in what order, and everything written from them.
 */
#ifndef UTSYN_REPORT_H
#define UTSYN_REPORT_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>
#include <utsyn/project.h>
#include <utsyn/revision.h>

UT_BEGIN_DECLS

/** A theme of the report and its indicators, resolved. */
typedef struct {
  const UtTheme *theme;
  GPtrArray *indicators; /**< const UtIndicator * */
} UtReportTheme;

/** A figure the report needs and does not have, and what would fill it. */
typedef struct {
  UtText what;
  UtText source; /**< "SSB tabell 12944, lastes ned fra …" */
} UtReportGap;

/** One kind of output: a row of the table in src/report/output/outputs.c. */
typedef struct {
  const char *word;    /**< what a report calls it under `outputs:` */
  const char *help;    /**< one line (msgid) */
  gboolean by_default; /**< written where the report names none */
} UtOutputKind;

guint ut_outputs_count (void);
/** NULL beyond the last. */
const UtOutputKind *ut_outputs_get (guint i);

typedef struct {
  char *id;   /**< file name without .yaml */
  char *path; /**< relative to the project */
  UtText title;
  UtLanguage language;
  UtRegionId region;      /**< the report's own region, or its only municipality */
  GArray *municipalities; /**< UtRegionId */
  GArray *places;         /**< UtRegionId: municipalities, then the own region when it has more than one */
  GPtrArray *themes;      /**< UtReportTheme */
  GPtrArray *gaps;        /**< UtReportGap */
  UtAssessOptions
      options; /**< rule, and benchmarks beyond county and country; groups and targets are the report's own */
  gboolean by[UT_N_DIMENSIONS]; /**< indicators are reported by sex, grade, age too, where they are defined so */
  guint outputs;                /**< those that are written: flags, 1 << number in ut_outputs_get */
  char *previous_path;          /**< manifest of the previous run, relative to the project; NULL: none */
  UtRun *previous;              /**< the previous run, from `previous:`; NULL when there is none */
  UtInputRecord *inputs;        /**< its definition and what that names; NULL where the project has no record */
  UtFindings *findings;         /**< of its definition: former ids in it */
} UtReport;

/**
 * The id of a report, which is its file's name without .yaml: new string. Its folder and its workbook are called so.
 *
 * @return NULL with UT_ERROR_DEFINITION when nothing should be called so: an empty name, one that begins with a dot,
 * has a slash, control characters or bytes that are no UTF-8, or is longer than 200 bytes
 */
char *ut_report_id (const char *path, GError **error);

/** Reads reports/<id>.yaml. The report's own region is added to the project's places. */
UtReport *ut_report_load (UtProject *project, const char *path, GError **error);
void ut_report_free (UtReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtReport, ut_report_free)

/** Tells how far the work has come; may be NULL. */
typedef void (*UtProgress) (gpointer user, guint done, guint total, const char *what);

/**
 * Writes chapter, charts, workbook and manifest into `out_dir` (made when missing). The folder has the previous run
 * or the new one, wherever this is cut off: everything is written beside the previous run, and the two folders are
 * exchanged. Where a file system cannot do that the files are moved one by one, and what was cut off is completed by
 * the next run. Files of a previous run that the current one no longer makes are removed when its manifest lists them;
 * all others that lie there stay. No link inside the folder is followed. The same input gives the same bytes.
 *
 * @param project  from ut_project_load(), as was `report`: the manifest lists the checksums of what was read
 * @return FALSE with UT_ERROR_IO (also when another run is writing the folder, or when it is a link) or
 * UT_ERROR_DEFINITION
 */
gboolean ut_report_write (const UtReport *report, const UtProject *project, const char *out_dir, UtFindings *findings,
                          UtProgress progress, gpointer user, GError **error);

UT_END_DECLS

#endif
