/**
 * @file import.h
 * From public files to the table.
 *
 *   bytes ──format──► rows of cells ──mapping──► observations ──restate──► table rows
 *
 * A format (importer.h) only knows how its files are written; dataset.yaml says what the columns mean; restating to
 * today's municipalities is the same for all.
 */
#ifndef UTSYN_IMPORT_H
#define UTSYN_IMPORT_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/** What became of the rows of one file: rows = used + not_selected + not_region + bad, always. */
typedef struct {
  char *path;
  gsize n_rows;         /**< data rows, header lines not counted */
  gsize n_used;         /**< used by at least one mapping */
  gsize n_not_selected; /**< no mapping asks for them */
  gsize n_not_region;   /**< asked for, but the place is none of ours: below municipality, unknown code; each kind is a
                           finding */
  gsize n_bad;          /**< asked for but unreadable; each is a finding */
} UtImportCount;

/** Frees what a count owns; fit for g_array_set_clear_func. */
void ut_import_count_clear (UtImportCount *count);

/**
 * Imports every dataset into one table.
 *
 * Figures of older municipality codes are restated by (code, year); an old code is used only where today's has no
 * figure. Rows of the same key are never chosen between silently: the first stays, the other is a finding.
 *
 * @param root      project folder; paths in table and findings are relative to it
 * @param datasets  UtDataset
 * @param counts    filled with one UtImportCount a file, in the order read; the caller's to clear; may be NULL
 * @return NULL with UT_ERROR_DEFINITION (unknown indicator, column not in the file: names the file's columns),
 * UT_ERROR_IO
 */
UtTable *ut_import_datasets (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue,
                             const UtRegions *regions, UtFindings *findings, GArray *counts, GError **error);

/** One source format. */
typedef struct {
  const char *name; /**< as dataset.yaml says it: "pxweb-csv" */
  const char *help; /**< one line (msgid) */
} UtImporterInfo;

guint ut_importers_count (void);
UtImporterInfo ut_importers_get (guint i);

/** What a file is and what would be read from it. */
typedef struct {
  char *format;   /**< importer name */
  char *encoding; /**< "UTF-8", "UTF-8 med BOM", "ISO-8859-1", "windows-1252", "UTF-16LE" … */
  char separator; /**< 0 when the format has none */
  gsize n_rows;
  GPtrArray *dimensions; /**< UtInspectDimension */
  GPtrArray *columns;    /**< value columns, as text */
  GArray *signs;         /**< UtInspectSign: missing signs met, with counts */
} UtInspection;

typedef struct {
  char *name;
  const char *role;  /**< "region", "period" or "" */
  GPtrArray *labels; /**< distinct labels in order of first sight; at most 10 000 are kept */
  gsize n_labels;
  guint n_known, n_old, n_unknown; /**< for a region dimension: in force today, earlier, no place of ours */
} UtInspectDimension;

typedef struct {
  UtStatus status;
  char *sign;
  gsize n;
} UtInspectSign;

UtInspection *ut_inspect (const char *path, const UtRegions *regions, UtFindings *findings, GError **error);
void ut_inspection_free (UtInspection *inspection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtInspection, ut_inspection_free)

/** A dataset.yaml to start from. New string. */
char *ut_inspection_suggest (const UtInspection *inspection, const char *path);

UT_END_DECLS

#endif
